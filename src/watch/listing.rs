//! The list of files below some folders, with what tells one state of a file from another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use crate::load::is_content;

/// What a file was like. Two states with equal stamps are taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
    /// Which file it is, where the system numbers them: one that was renamed over another has another number.
    number: u64,
}

/// The files as they were at one moment.
#[derive(Debug)]
pub(super) struct Listing {
    files: BTreeMap<PathBuf, Option<Stamp>>,
    roots: Vec<Option<u64>>,
}

impl Listing {
    /// Lists the files. What cannot be read is listed as such, so that it is noticed when it can.
    pub(super) fn of(roots: &[PathBuf]) -> Self {
        let mut files = BTreeMap::new();
        for root in roots {
            let walk = WalkDir::new(root)
                .follow_links(true)
                .into_iter()
                .filter_entry(|entry| entry.depth() == 0 || is_content(entry.file_name()));
            for entry in walk {
                match entry {
                    Ok(entry) if entry.file_type().is_dir() => {}
                    Ok(entry) => {
                        let stamp = entry.metadata().ok().map(|found| stamp_of(&found));
                        files.insert(entry.into_path(), stamp);
                    }
                    Err(error) => {
                        files.extend(error.path().filter(|path| *path != root.as_path()).map(|path| (path.to_path_buf(), None)));
                    }
                }
            }
        }
        Self { files, roots: roots.iter().map(|root| number_of(root)).collect() }
    }

    /// Lists the paths that are new, gone or other in a later listing.
    pub(super) fn differences(&self, later: &Self) -> Vec<PathBuf> {
        let gone_or_other =
            self.files.iter().filter(|(path, stamp)| later.files.get(*path) != Some(*stamp)).map(|(path, _)| path);
        let new = later.files.keys().filter(|path| !self.files.contains_key(*path));
        let mut paths: Vec<PathBuf> = gone_or_other.chain(new).cloned().collect();
        paths.sort();
        paths
    }

    /// Tells whether a folder is another one than before.
    pub(super) fn roots_differ(&self, later: &Self) -> bool {
        self.roots != later.roots
    }
}

#[cfg(unix)]
fn stamp_of(found: &std::fs::Metadata) -> Stamp {
    use std::os::unix::fs::MetadataExt;
    Stamp { bytes: found.len(), changed: found.modified().ok(), number: found.ino() }
}

#[cfg(not(unix))]
fn stamp_of(found: &std::fs::Metadata) -> Stamp {
    Stamp { bytes: found.len(), changed: found.modified().ok(), number: 0 }
}

fn number_of(root: &Path) -> Option<u64> {
    std::fs::metadata(root).ok().map(|found| stamp_of(&found).number)
}
