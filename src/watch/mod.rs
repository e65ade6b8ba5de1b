//! Tells when something below some folders differs from what was seen before.
//!
//! The system's notices are hints where to look; the truth is the list of files with their sizes
//! and times. So nothing depends on how an editor saves (in place, by renaming, in two steps), on
//! notices that get lost, or on folders that go away and come back: a hint about a plain file is
//! followed to that file, anything else and every few seconds lead to a look at all of them, and
//! that ends with what is on the disk. This is the home of `notify`. Must not read what is in a
//! file.

mod listing;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use listing::{Listing, Look};

/// A save is over when nothing more was heard for this long.
const QUIET: Duration = Duration::from_millis(8);
/// A file that never rests is looked at after this long all the same.
const PATIENCE: Duration = Duration::from_millis(120);
/// How long to go on without a look at everything: network disks and lost notices.
const LOOK_AGAIN: Duration = Duration::from_secs(2);
/// The same where the system is not asked for notices at all.
const POLL: Duration = Duration::from_millis(300);
/// A look at everything may take one part in so many of the time.
const SELDOM: u32 = 40;

/// What the system noticed.
#[derive(Debug)]
enum Hint {
    /// Something at these paths.
    At(Vec<PathBuf>),
    /// Something, and perhaps more than it can say.
    Anything,
}

/// Watches some folders.
#[derive(Debug)]
pub struct Watch {
    roots: Vec<PathBuf>,
    seen: Listing,
    looked: Instant,
    hints: Receiver<Hint>,
    hinter: Option<RecommendedWatcher>,
    sender: Sender<Hint>,
    is_polling: bool,
}

impl Watch {
    /// Begins to watch folders; one that is not there yet is waited for. With `is_polling` the
    /// system is not asked for notices.
    #[must_use]
    pub fn begin(roots: Vec<PathBuf>, is_polling: bool) -> Self {
        let (sender, hints) = channel();
        let seen = Listing::begin(&roots);
        let mut watch =
            Self { roots, seen, looked: Instant::now(), hints, hinter: None, sender, is_polling };
        watch.ask_for_hints();
        watch
    }

    /// Waits until something differs from what was seen last, and returns the paths that do. What
    /// changes while the caller is busy with the answer is found by the next call.
    pub fn wait(&mut self) -> Vec<PathBuf> {
        loop {
            let changed = match self.wait_for_hints() {
                Some(paths) => match self.seen.look_at(&paths) {
                    Look::Changed(changed) => changed,
                    Look::Unclear => self.look_at_everything(),
                },
                None => self.look_at_everything(),
            };
            if !changed.is_empty() {
                return changed;
            }
        }
    }

    fn look_at_everything(&mut self) -> Vec<PathBuf> {
        let (changed, are_roots_other) = self.seen.look();
        if are_roots_other {
            // A notice belongs to the folder that was there; another one of its name has to be
            // asked anew.
            self.ask_for_hints();
        }
        self.looked = Instant::now();
        changed
    }

    /// Sleeps until a notice came and the disk is quiet again, and returns the paths it was about;
    /// nothing when it is time to look at everything, or the notice does not say where.
    fn wait_for_hints(&mut self) -> Option<BTreeSet<PathBuf>> {
        let every = if self.hinter.is_some() { LOOK_AGAIN } else { POLL };
        // Looking must not become all there is to do: a large folder is looked at more seldom.
        let every = every.max(self.seen.took * SELDOM);
        let rest = every.checked_sub(self.looked.elapsed())?;
        let mut paths = BTreeSet::new();
        let mut is_clear = true;
        let mut take = |hint: Hint| match hint {
            Hint::At(some) => paths.extend(some),
            Hint::Anything => is_clear = false,
        };
        take(self.hints.recv_timeout(rest).ok()?);
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            match self.hints.recv_timeout(QUIET) {
                Ok(hint) => take(hint),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        is_clear.then_some(paths)
    }

    /// Asks the system for notices. Where it refuses, looking from time to time has to do.
    fn ask_for_hints(&mut self) {
        if self.is_polling {
            return;
        }
        let (sender, roots) = (self.sender.clone(), self.roots.clone());
        let hinter = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let hint = match event {
                Ok(event) if event.need_rescan() || event.paths.is_empty() => Hint::Anything,
                Ok(event) if is_change(&event.kind) => {
                    Hint::At(event.paths.into_iter().map(|path| as_given(&roots, path)).collect())
                }
                Ok(_) => return,
                Err(_) => Hint::Anything,
            };
            // The receiver is gone only when nobody waits any more.
            let _ = sender.send(hint);
        });
        self.hinter = hinter.ok().map(|mut hinter| {
            for root in &self.roots {
                // A folder that is not there is found by looking, when it comes.
                let _ = hinter.watch(root, RecursiveMode::Recursive);
            }
            hinter
        });
        // What happened before the system listened is found by a look at everything.
        let _ = self.sender.send(Hint::Anything);
    }
}

/// Returns a path of a notice, which is absolute, as it is below the root that was given.
fn as_given(roots: &[PathBuf], path: PathBuf) -> PathBuf {
    let below = |root: &PathBuf| {
        let inside = path.strip_prefix(std::path::absolute(root).ok()?).ok()?;
        Some(if inside.as_os_str().is_empty() { root.clone() } else { root.join(inside) })
    };
    roots.iter().find_map(below).unwrap_or(path)
}

/// Reading is no change; our own reading would wake us for ever.
fn is_change(kind: &EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if *access != AccessKind::Close(AccessMode::Write))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;

    use super::*;

    fn within(seconds: u64, watch: Watch) -> (Vec<PathBuf>, Watch) {
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let mut watch = watch;
            let changed = watch.wait();
            let _ = sender.send((changed, watch));
        });
        receiver.recv_timeout(Duration::from_secs(seconds)).expect("the change is noticed")
    }

    #[test]
    fn a_change_is_noticed_however_it_is_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("content");
        fs::create_dir(&root).expect("made");
        fs::write(root.join("a.csv"), "1").expect("written");
        for is_polling in [false, true] {
            let mut watch = Watch::begin(vec![root.clone()], is_polling);
            fs::write(root.join("a.csv"), format!("2{is_polling}")).expect("written");
            let changed;
            (changed, watch) = within(5, watch);
            assert_eq!(changed, [root.join("a.csv")]);
            fs::write(folder.path().join("beside"), format!("another size {is_polling}"))
                .expect("written");
            fs::rename(folder.path().join("beside"), root.join("a.csv")).expect("renamed over");
            (_, watch) = within(5, watch);
            fs::remove_dir_all(&root).expect("removed");
            (_, watch) = within(5, watch);
            fs::create_dir_all(root.join("below")).expect("made again");
            fs::write(root.join("below/b.csv"), "1").expect("written");
            (_, watch) = within(5, watch);
            fs::write(root.join("below/b.csv"), "22").expect("written");
            let (changed, _) = within(5, watch);
            assert_eq!(changed, [root.join("below/b.csv")]);
            fs::remove_dir_all(root.join("below")).expect("removed");
            fs::write(root.join("a.csv"), "1").expect("written");
        }
    }

    #[test]
    fn a_notice_is_about_the_file_that_is_listed() {
        let roots = ["content", "./themes", "/srv/other"].map(PathBuf::from);
        let here = std::env::current_dir().expect("a folder");
        for (notice, listed) in [
            (here.join("content/plans/a.csv"), "content/plans/a.csv"),
            (here.join("content"), "content"),
            (here.join("themes/x/style.css"), "./themes/x/style.css"),
            ("/srv/other/a.csv".into(), "/srv/other/a.csv"),
            ("/elsewhere/a.csv".into(), "/elsewhere/a.csv"),
        ] {
            assert_eq!(as_given(&roots, notice).to_str(), Some(listed));
        }
    }

    #[test]
    fn what_changes_while_nobody_waits_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut watch = Watch::begin(vec![folder.path().to_path_buf()], true);
        for at in 0..50 {
            fs::write(folder.path().join(format!("{at}.csv")), "1").expect("written");
        }
        assert_eq!(watch.wait().len(), 50);
        fs::remove_file(folder.path().join("7.csv")).expect("removed");
        assert_eq!(watch.wait(), [folder.path().join("7.csv")]);
    }

    #[test]
    fn leftovers_of_editors_and_loops_of_links_are_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.csv"), "1").expect("written");
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("linked");
        let mut watch = Watch::begin(vec![folder.path().to_path_buf()], true);
        for name in ["~$a.xlsx", ".a.csv.swp", "a.csv~", "#a.csv#", "a.tmp"] {
            fs::write(folder.path().join(name), "1").expect("written");
        }
        fs::write(folder.path().join("a.csv"), "22").expect("written");
        assert_eq!(watch.wait(), [folder.path().join("a.csv")]);
    }
}
