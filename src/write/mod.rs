//! Writes the stream of files to the output folder: whole or not at all.
//!
//! Files come in from many threads. What differs from the old site goes into a tree beside it; at
//! the end what is unchanged or not ours is taken over as second names of the same files, and the
//! two trees change places in one step. Where that is impossible, files are replaced one by one,
//! and the caller is told. If nothing changed, nothing is touched. What is ours is told by the list
//! `.taizhang.json`.
//!
//! A fault, a kill or a full disk before the exchange leaves the old site, and the next run clears
//! away what a killed one left. Files are not forced onto the disk one after the other: after a
//! power cut within seconds of a run, new files may be empty on some disks, and the next run, which
//! compares bytes, mends them. A network disk that tells of its being full only later can hide that
//! from us. A file that somebody else puts into the folder in the very moment of the exchange is
//! lost.

mod atomic;
mod error;
mod list;
mod output_dir;
mod stage;
mod survey;
mod swap;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

pub use atomic::{create_atomic, replace_atomic};
pub use error::WriteError;

use crate::output::{OutputFile, SitePath};
use error::while_doing;
pub use list::Stamp;
use list::{ListState, OldList, list_text, read_list, write_origin};
use output_dir::{OutputDir, open_output_dir};
use stage::{Stage, has_bytes, make_stage};
use survey::{Put, new_paths, survey_old};
use swap::{exchange, fill_stage, place_first, replace_one_by_one, settle, unlock_folders};

/// Takes the files of one site and puts them in place together.
///
/// It keeps other runs out of the folder as long as it lives. Dropped without
/// [`finish`](Self::finish), it leaves the old site as it was.
#[derive(Debug)]
pub struct Publication {
    // Fields are dropped in this order: the tree goes before the lock that `place` holds.
    stage: OnceLock<Stage>,
    stage_is_made: Mutex<()>,
    puts: Mutex<Vec<Put>>,
    has_failed: AtomicBool,
    old: OldList,
    exchange: fn(&Path, &Path) -> io::Result<bool>,
    output_dir: OutputDir,
}

/// Tells what was published.
#[derive(Debug, Default)]
pub struct Published {
    /// Files of the site.
    pub files: usize,
    /// Those that are new or differ from before.
    pub written: usize,
    /// Those that were there already, byte for byte.
    pub unchanged: usize,
    /// Files of the old site that are gone.
    pub removed: usize,
    /// How the new site took its place.
    pub swap: Swap,
    /// Whether the list of the old site said nothing usable, so that files it may have named stay
    /// for ever.
    pub list_was_damaged: bool,
    /// When that was; nothing where the disk does not tell.
    pub stamp: Option<Stamp>,
    /// Trees, of this run or of dead ones, that are of no use any more and could not be removed.
    pub left_behind: Vec<PathBuf>,
}

/// Says how a new site took its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Swap {
    /// In one step.
    Exchanged,
    /// In one step; there was none before.
    First,
    /// Not at all: the old site is the same, and was not touched.
    #[default]
    NothingChanged,
    /// File by file, because folders cannot be exchanged here; whoever looked on may have seen some
    /// of both.
    OneByOne,
}

impl Publication {
    /// Prepares to publish into a folder, which need not exist. A symbolic link to a folder is
    /// followed, and stays.
    ///
    /// Waits while another run publishes into a folder beside it.
    ///
    /// **Errors**: the target is not a folder, or is the root of the disk, the home folder or one
    /// around it; the disk refused.
    pub fn begin(target: &Path) -> Result<Self, WriteError> {
        let output_dir = open_output_dir(target)?;
        let old = if output_dir.root.is_some() {
            read_list(&output_dir.target)?
        } else {
            OldList::default()
        };
        Ok(Self {
            stage: OnceLock::new(),
            stage_is_made: Mutex::default(),
            puts: Mutex::default(),
            has_failed: AtomicBool::new(false),
            old,
            exchange,
            output_dir,
        })
    }

    /// Takes one file. May be called from many threads at once.
    ///
    /// **Errors**: the disk refused, or the path is kept for ourselves. After an error nothing can
    /// be published any more.
    pub fn put(&self, file: &OutputFile) -> Result<(), WriteError> {
        let done = self.take(file);
        if done.is_err() {
            self.has_failed.store(true, Ordering::Relaxed);
        }
        done
    }

    /// Says what the site in the folder was made of, if that is known and nobody has touched any of
    /// its files since.
    #[must_use]
    pub fn origin_of_whole_site(&self) -> Option<&str> {
        let (origin, since) = (self.old.origin.as_deref()?, self.old.stamp?);
        self.old
            .files
            .iter()
            .all(|path| since.is_after(&self.output_dir.target.join(path)))
            .then_some(origin)
    }

    /// Counts the files of the site in the folder.
    #[must_use]
    pub fn files_there(&self) -> usize {
        self.old.files.len()
    }

    /// Takes a file that is as it was when we published here before, without its bytes. Gives
    /// whether there is one: nobody else may have published here or written to the file since.
    #[must_use]
    pub fn keep(&self, path: &SitePath, since: Stamp) -> bool {
        let own = Path::new(path.as_str());
        let is_ours = self.old.stamp == Some(since)
            && self.old.state == ListState::Whole
            && self.old.files.contains(own);
        let is_kept = is_ours && since.is_after(&self.output_dir.target.join(own));
        if is_kept {
            self.note(path, false);
        }
        is_kept
    }

    /// Puts the site in place; `origin` names what it was made of.
    ///
    /// **Errors**: a file that is not ours stands where the site has something else
    /// ([`WriteError::Foreign`] names all of them); two files have one path, or one lies below the
    /// other; an earlier `put` failed; the disk refused. The old site is then as it was, unless the
    /// disk refused in the middle of a replacement one by one.
    pub fn finish(self, origin: Option<&str>) -> Result<Published, WriteError> {
        if self.has_failed.load(Ordering::Relaxed) {
            return Err(WriteError::Incomplete);
        }
        let mut puts =
            std::mem::take(&mut *self.puts.lock().unwrap_or_else(PoisonError::into_inner));
        puts.sort_by(|a, b| a.path.cmp(&b.path));
        let new = new_paths(&puts)?;
        let list = list_text(puts.iter().map(|put| put.path.as_str()))?;
        let written = puts.iter().filter(|put| put.is_written).count();
        let mut published = Published {
            files: puts.len(),
            written,
            unchanged: puts.len() - written,
            removed: 0,
            swap: Swap::NothingChanged,
            list_was_damaged: self.old.state == ListState::Damaged,
            stamp: self.old.stamp,
            left_behind: self.output_dir.left_behind.clone(),
        };
        // The list names all paths: the same list and no file written means the same site.
        if self.output_dir.root.is_some() && written == 0 && self.old.bytes == list {
            if origin != self.old.origin.as_deref() {
                write_origin(&self.output_dir.target, origin);
            }
            return Ok(published);
        }
        // What is there is not of that origin any more.
        write_origin(&self.output_dir.target, None);

        let stage = self.stage()?;
        let survey = survey_old(&self.output_dir, &self.old, &new, stage)?;
        if !survey.in_the_way.is_empty() {
            return Err(WriteError::Foreign { paths: survey.in_the_way });
        }
        published.removed = survey.stale.len();
        let (output_dir, target) = (&self.output_dir, &self.output_dir.target);
        let can_exchange = !stage.is_inside && !survey.must_stay;
        if output_dir.root.is_none() || can_exchange {
            fill_stage(output_dir, stage, &puts, &survey, &list)?;
        }
        published.swap = if output_dir.root.is_none() {
            place_first(stage.root(), target)?;
            Swap::First
        } else if can_exchange
            && (self.exchange)(stage.root(), target).map_err(while_doing("exchange", target))?
        {
            unlock_folders(output_dir, stage.root(), &survey);
            Swap::Exchanged
        } else {
            replace_one_by_one(output_dir, stage, &puts, &new, &self.old, &survey, &list)?;
            settle(target);
            Swap::OneByOne
        };
        settle(&output_dir.parent);
        published.stamp = Stamp::of(target);
        write_origin(target, origin);
        // After an exchange this is the old site: all that is to be kept has a second name in the
        // new one.
        published.left_behind.extend(self.stage.into_inner().and_then(Stage::remove));
        Ok(published)
    }

    fn take(&self, file: &OutputFile) -> Result<(), WriteError> {
        if file.path.as_str().starts_with(".taizhang") {
            return Err(WriteError::Reserved { path: file.path.to_string() });
        }
        let path = Path::new(file.path.as_str());
        // A path that a sound list does not name is new; if a foreign file is there after all,
        // `finish` finds it.
        let may_be_there = self.output_dir.root.is_some()
            && (self.old.state != ListState::Whole || self.old.files.contains(path));
        let is_written =
            !(may_be_there && has_bytes(&self.output_dir.target.join(path), &file.bytes));
        if is_written {
            self.stage()?.write(path, &file.bytes)?;
        }
        self.note(&file.path, is_written);
        Ok(())
    }

    fn note(&self, path: &SitePath, is_written: bool) {
        self.puts
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Put { path: path.clone(), is_written });
    }

    /// Returns the tree that is being written; it is made for the first file that differs.
    fn stage(&self) -> Result<&Stage, WriteError> {
        if let Some(stage) = self.stage.get() {
            return Ok(stage);
        }
        let _one_at_a_time = self.stage_is_made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stage) = self.stage.get() {
            return Ok(stage);
        }
        let stage = make_stage(&self.output_dir)?;
        Ok(self.stage.get_or_init(|| stage))
    }
}

#[cfg(test)]
mod tests;
