//! What lies in the old site: our stale files, and everything that is not ours and has to be kept.
//!
//! Comes in: the old list and the paths of the new site. Goes out: a [`Survey`]. Nothing is changed
//! here; whether a foreign file stands in the way is known before anything is.

use std::collections::{HashMap, HashSet};
use std::fs::FileType;
use std::path::{Path, PathBuf};

use super::error::{WriteError, while_doing};
use super::list::{LIST_NAME, ListState, ORIGIN_NAME, OldList, folders_above};
use super::output_dir::{FolderFacts, OutputDir, folder_facts, inside_prefix, is_stage_name};
use super::stage::{Stage, has_bytes};
use crate::output::SitePath;

/// Remembers one file of the new site.
#[derive(Debug)]
pub(super) struct Put {
    /// Where it goes.
    pub path: SitePath,
    /// Whether it lies in the stage; otherwise the old site has the same bytes there.
    pub is_written: bool,
}

impl Put {
    /// Returns the path in the form that disks want.
    pub fn as_path(&self) -> &Path {
        Path::new(self.path.as_str())
    }
}

/// Knows all paths of the new site.
#[derive(Debug)]
pub(super) struct NewPaths<'a> {
    /// Files, with whether they lie in the stage.
    pub files: HashMap<&'a Path, bool>,
    /// The folders above them.
    pub folders: HashSet<&'a Path>,
}

/// Tells what lies in the old site. All paths are relative to it.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Not ours and to be kept: files, links and empty folders.
    pub kept: Vec<(PathBuf, FileType)>,
    /// Ours and no longer written.
    pub stale: Vec<PathBuf>,
    /// Not ours and in the way, sorted.
    pub in_the_way: Vec<String>,
    /// All folders with what is known of them, each after the one around it.
    pub folders: Vec<(PathBuf, FolderFacts)>,
    /// Whether a folder has to stay the one it is: something is mounted on it, or it belongs to
    /// somebody else.
    pub must_stay: bool,
}

/// Gathers the paths of the new site.
///
/// **Errors**: a path given twice, or one that is a file and a folder.
pub(super) fn new_paths(puts: &[Put]) -> Result<NewPaths<'_>, WriteError> {
    let mut files = HashMap::with_capacity(puts.len());
    let mut folders = HashSet::new();
    for put in puts {
        if files.insert(put.as_path(), put.is_written).is_some() {
            return Err(WriteError::Twice { path: put.path.to_string() });
        }
        for folder in folders_above(put.as_path()) {
            // Where one folder is known, those around it are.
            if !folders.insert(folder) {
                break;
            }
        }
    }
    match folders.iter().find(|folder| files.contains_key(*folder)) {
        Some(both) => Err(WriteError::FileAndFolder { path: both.display().to_string() }),
        None => Ok(NewPaths { files, folders }),
    }
}

/// Looks through the old site.
pub(super) fn survey_old(
    output_dir: &OutputDir,
    old: &OldList,
    new: &NewPaths,
    stage: &Stage,
) -> Result<Survey, WriteError> {
    let Some(root) = output_dir.root else { return Ok(Survey::default()) };
    let mut survey = Survey { must_stay: !stage.can_set_owner(root.owner), ..Survey::default() };
    let mut open = vec![PathBuf::new()];
    while let Some(folder) = open.pop() {
        let is_root = folder.as_os_str().is_empty();
        let full = output_dir.target.join(&folder);
        if !is_root {
            let facts = folder_facts(&full).map_err(while_doing("read", &full))?;
            survey.must_stay |= facts.is_mount_point
                || facts.device != root.device
                || !stage.can_set_owner(facts.owner);
            survey.folders.push((folder.clone(), facts));
        }
        let mut is_empty = true;
        for entry in std::fs::read_dir(&full).map_err(while_doing("read", &full))? {
            let entry = entry.map_err(while_doing("read", &full))?;
            is_empty = false;
            let name = entry.file_name();
            if is_root
                && (name == LIST_NAME
                    || name == ORIGIN_NAME
                    || is_stage_name(&name, &inside_prefix()))
            {
                continue;
            }
            let path = folder.join(name);
            let kind = entry.file_type().map_err(while_doing("read", &path))?;
            if kind.is_dir() {
                open.push(path);
            } else if old.files.contains(&path) {
                if !new.files.contains_key(path.as_path()) {
                    survey.stale.push(path);
                }
            } else if stands_in_the_way(&path, output_dir, old, new, stage) {
                survey.in_the_way.push(path.display().to_string());
            } else if !new.files.contains_key(path.as_path()) {
                survey.kept.push((path, kind));
            }
        }
        // An empty folder that was never ours is kept too; one that we filled once is let go.
        if is_empty
            && !is_root
            && !old.folders.contains(&folder)
            && !new.folders.contains(folder.as_path())
        {
            if folder.ancestors().any(|above| new.files.contains_key(above)) {
                survey.in_the_way.push(folder.display().to_string());
            } else {
                let kind = full.symlink_metadata().map_err(while_doing("read", &full))?.file_type();
                survey.kept.push((folder, kind));
            }
        }
    }
    survey.in_the_way.sort();
    Ok(survey)
}

/// Returns whether a file that is not ours would be lost.
fn stands_in_the_way(
    path: &Path,
    output_dir: &OutputDir,
    old: &OldList,
    new: &NewPaths,
    stage: &Stage,
) -> bool {
    match new.files.get(path) {
        Some(false) => false,
        Some(true) => {
            old.state != ListState::Damaged
                && !std::fs::read(stage.root().join(path))
                    .is_ok_and(|bytes| has_bytes(&output_dir.target.join(path), &bytes))
        }
        None => {
            new.folders.contains(path)
                || folders_above(path).any(|above| new.files.contains_key(above))
        }
    }
}
