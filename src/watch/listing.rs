//! The list of files below some folders, with what tells one state of a file from another.
//!
//! A watch compares these lists (names, sizes, times, file numbers) and never trusts a notice
//! alone: however an editor saves, and whatever the system forgets to tell, the next look ends with
//! what is on the disk. A notice about a plain file is followed to that file; about a folder, about
//! a file with two names, or about nothing in particular it leads to a look at everything, and so
//! do every two seconds (more seldom where a look takes long). The list is taken before the files
//! are read, so what changes meanwhile is found by the next comparison; a file written in the same
//! tick of the disk's clock is looked at once more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use walkdir::WalkDir;

use crate::load::is_content;

/// The clocks of disks are this coarse: a file that was written so shortly before it was looked at
/// may have been written again since, and its time would not tell.
const COARSE: Duration = Duration::from_millis(20);

/// What a file was like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
    /// Which file it is, where the system numbers them: one that was renamed over another has
    /// another number.
    number: u64,
}

/// The files as they were when they were last looked at.
#[derive(Debug)]
pub(super) struct Listing {
    roots: Vec<PathBuf>,
    files: BTreeMap<PathBuf, Option<Stamp>>,
    /// Those whose time may not tell yet. They are taken for other ones once more.
    unsettled: BTreeSet<PathBuf>,
    /// Which folder each root is.
    numbers: Vec<Option<u64>>,
    /// Whether one file may be at two paths; a notice names only one of them.
    has_links: bool,
    /// How long it took to look at all of them.
    pub(super) took: Duration,
}

/// What came of a look.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// These are new, gone or other.
    Changed(Vec<PathBuf>),
    /// Only a look at everything can tell.
    Unclear,
}

impl Listing {
    /// Lists the files, when their times can tell.
    pub(super) fn begin(roots: &[PathBuf]) -> Self {
        let first = Self::of(roots);
        if first.unsettled.is_empty() {
            return first;
        }
        // Somebody has just put them there. A moment later a second write would show.
        std::thread::sleep(COARSE);
        Self::of(roots)
    }

    /// Lists the files. What cannot be read is listed as such, so that it is noticed when it can.
    fn of(roots: &[PathBuf]) -> Self {
        let started = Instant::now();
        let mut listing = Self {
            roots: roots.to_vec(),
            files: BTreeMap::new(),
            unsettled: BTreeSet::new(),
            numbers: roots
                .iter()
                .map(|root| std::fs::metadata(root).ok().map(|found| number_of(&found)))
                .collect(),
            has_links: false,
            took: Duration::ZERO,
        };
        for root in roots {
            let walk = WalkDir::new(root)
                .follow_links(true)
                .into_iter()
                .filter_entry(|entry| entry.depth() == 0 || is_content(entry.file_name()));
            for entry in walk {
                match entry {
                    Ok(entry) => {
                        listing.has_links |= entry.path_is_symlink();
                        if !entry.file_type().is_dir() {
                            let found = entry.metadata().ok();
                            listing.enter(entry.into_path(), found.as_ref());
                        }
                    }
                    Err(error) => {
                        if let Some(path) = error.path().filter(|path| *path != root.as_path()) {
                            listing.enter(path.to_path_buf(), None);
                        }
                    }
                }
            }
        }
        listing.took = started.elapsed();
        listing
    }

    fn enter(&mut self, path: PathBuf, found: Option<&Metadata>) {
        let stamp = found.map(stamp_of);
        self.has_links |= found.is_some_and(has_other_names);
        if stamp.is_some_and(|stamp| is_fresh(&stamp)) {
            self.unsettled.insert(path.clone());
        } else {
            self.unsettled.remove(&path);
        }
        self.files.insert(path, stamp);
    }

    /// Looks at everything anew. Tells the paths that are new, gone or other, and whether a root is
    /// another folder than before.
    pub(super) fn look(&mut self) -> (Vec<PathBuf>, bool) {
        let mut later = Self::of(&self.roots);
        let gone_or_other = self
            .files
            .iter()
            .filter(|(path, stamp)| {
                later.files.get(*path) != Some(*stamp) || self.unsettled.contains(*path)
            })
            .map(|(path, _)| path);
        let new = later.files.keys().filter(|path| !self.files.contains_key(*path));
        let mut changed: Vec<PathBuf> = gone_or_other.chain(new).cloned().collect();
        changed.sort();
        // Once more is enough, even where the clock of the disk is ahead of ours.
        later.unsettled.retain(|path| {
            !(self.unsettled.contains(path) && self.files.get(path) == later.files.get(path))
        });
        let are_roots_other = self.numbers != later.numbers;
        *self = later;
        (changed, are_roots_other)
    }

    /// Looks at some paths only.
    pub(super) fn look_at(&mut self, paths: &BTreeSet<PathBuf>) -> Look {
        if self.has_links {
            return Look::Unclear;
        }
        let mut found = Vec::new();
        for path in paths {
            let Some(inside) = self.roots.iter().find_map(|root| path.strip_prefix(root).ok())
            else {
                return Look::Unclear;
            };
            if !inside.components().all(|part| is_content(part.as_os_str())) {
                // Hidden, or an editor's leftover.
                continue;
            }
            match std::fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() || has_other_names(&metadata) => {
                    return Look::Unclear;
                }
                Ok(metadata) => found.push((path, Some(metadata))),
                Err(_) if self.files.contains_key(path) => found.push((path, None)),
                // A folder may have gone, with all that was below it.
                Err(_) if self.has_files_below(path) => return Look::Unclear,
                Err(_) => {}
            }
        }
        let mut changed = Vec::new();
        for (path, metadata) in found {
            let before = self.files.get(path);
            let is_same = metadata.as_ref().is_some_and(|now| before == Some(&Some(stamp_of(now))));
            if is_same && !self.unsettled.contains(path) {
                continue;
            }
            changed.push(path.clone());
            match metadata {
                Some(metadata) => self.enter(path.clone(), Some(&metadata)),
                None => {
                    self.files.remove(path);
                    self.unsettled.remove(path);
                }
            }
            if is_same {
                self.unsettled.remove(path);
            }
        }
        Look::Changed(changed)
    }

    fn has_files_below(&self, folder: &Path) -> bool {
        self.files
            .range(folder.to_path_buf()..)
            .next()
            .is_some_and(|(path, _)| path.starts_with(folder))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the clock of the disk is held against ours; no byte of a site depends on it"
)]
fn is_fresh(stamp: &Stamp) -> bool {
    stamp.changed.is_some_and(|changed| {
        SystemTime::now().duration_since(changed).is_ok_and(|age| age < COARSE)
    })
}

fn stamp_of(found: &Metadata) -> Stamp {
    Stamp { bytes: found.len(), changed: found.modified().ok(), number: number_of(found) }
}

#[cfg(unix)]
fn number_of(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn number_of(_: &Metadata) -> u64 {
    0
}

#[cfg(unix)]
fn has_other_names(found: &Metadata) -> bool {
    found.is_file() && std::os::unix::fs::MetadataExt::nlink(found) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn age(path: &Path) {
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
        fs::File::options()
            .write(true)
            .open(path)
            .and_then(|file| file.set_modified(long_ago))
            .expect("a time is set");
    }

    fn look_at(listing: &mut Listing, paths: &[&Path]) -> Look {
        listing.look_at(&paths.iter().map(|path| path.to_path_buf()).collect())
    }

    #[test]
    fn a_hint_is_followed_to_its_file_only_where_that_says_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("content");
        let (a, b, below) = (root.join("a.csv"), root.join("b.csv"), root.join("below"));
        fs::create_dir_all(&below).expect("made");
        for file in [&a, &b, &below.join("c.csv")] {
            fs::write(file, "1").expect("written");
            age(file);
        }
        let mut listing = Listing::of(std::slice::from_ref(&root));
        assert_eq!(look_at(&mut listing, &[&a, &b]), Look::Changed(vec![]));
        fs::write(&a, "22").expect("written");
        fs::write(&b, "22").expect("written");
        age(&a);
        assert_eq!(
            look_at(&mut listing, &[&a]),
            Look::Changed(vec![a.clone()]),
            "only what was hinted at is looked at"
        );
        assert_eq!(look_at(&mut listing, &[&a]), Look::Changed(vec![]));
        assert_eq!(listing.look().0, std::slice::from_ref(&b));
        let new = root.join("new.csv");
        fs::write(&new, "1").expect("written");
        fs::remove_file(&a).expect("removed");
        let hidden = [root.join("~$a.xlsx"), root.join(".git/index")];
        for path in &hidden {
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, "1").expect("written");
        }
        let [lock, git] = &hidden;
        assert_eq!(
            look_at(&mut listing, &[&new, &a, lock, git]),
            Look::Changed(vec![a.clone(), new])
        );
        assert_eq!(look_at(&mut listing, &[&below]), Look::Unclear, "a folder may hold anything");
        fs::remove_dir_all(&below).expect("removed");
        assert_eq!(
            look_at(&mut listing, &[&below]),
            Look::Unclear,
            "what was below it is gone as well"
        );
        assert_eq!(look_at(&mut listing, &[&root.join("never.csv")]), Look::Changed(vec![]));
        assert_eq!(
            look_at(&mut listing, &[&folder.path().join("beside.csv")]),
            Look::Unclear,
            "this is no folder of ours"
        );
    }

    #[test]
    fn what_was_written_a_moment_ago_is_taken_for_other_once_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.csv");
        fs::write(&file, "1").expect("written");
        age(&file);
        let mut listing = Listing::of(&[folder.path().to_path_buf()]);
        fs::write(&file, "2").expect("written");
        assert_eq!(look_at(&mut listing, &[&file]), Look::Changed(vec![file.clone()]));
        assert!(
            listing.unsettled.contains(&file),
            "another byte may be written before the clock moves on"
        );
        assert_eq!(look_at(&mut listing, &[&file]), Look::Changed(vec![file.clone()]));
        assert_eq!(look_at(&mut listing, &[&file]), Look::Changed(vec![]));
        // A disk whose clock is ahead must not make us look for ever.
        let ahead = SystemTime::UNIX_EPOCH + Duration::from_secs(9_000_000_000);
        fs::File::options()
            .write(true)
            .open(&file)
            .and_then(|file| file.set_modified(ahead))
            .expect("a time is set");
        let looks: Vec<usize> = (0..4).map(|_| listing.look().0.len()).collect();
        assert_eq!(looks.iter().sum::<usize>(), 1, "{looks:?}");
    }

    #[cfg(unix)]
    #[test]
    fn where_a_file_has_two_names_everything_is_looked_at() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, other) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        fs::write(&file, "1").expect("written");
        let mut listing = Listing::of(&[folder.path().to_path_buf()]);
        fs::hard_link(&file, &other).expect("linked");
        assert_eq!(look_at(&mut listing, &[&file]), Look::Unclear);
        fs::remove_file(&other).expect("removed");
        std::os::unix::fs::symlink(&file, &other).expect("linked");
        listing.look();
        assert_eq!(look_at(&mut listing, &[&file]), Look::Unclear);
    }
}
