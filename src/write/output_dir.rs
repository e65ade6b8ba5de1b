//! Where a site goes: finds the folder meant, refuses the ones nobody can mean, and keeps other
//! builds out.
//!
//! The lock is taken on the folder around the site, which stays when the site is swapped; no lock
//! file is left lying about where folders can be locked. Trees that killed runs left behind are
//! removed while the lock is held, for then nobody can be writing them.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{WriteError, while_doing};

/// How the name of a tree that is being written goes on, after a dot and, beside the target, the
/// name of the target.
const STAGE_MARK: &str = ".taizhang-new-";

/// How many letters make such a name unique.
pub(super) const STAGE_LETTERS: usize = 6;

/// Names the folder a site is written to and holds its lock.
#[derive(Debug)]
pub(super) struct OutputDir {
    /// The output folder, with links resolved.
    pub target: PathBuf,
    /// The folder around it.
    pub parent: PathBuf,
    /// Its name.
    pub name: OsString,
    /// What is known of it, if it exists.
    pub root: Option<FolderFacts>,
    /// Whether it can be exchanged at all, as far as one can tell without trying.
    pub is_exchangeable: bool,
    /// Trees of dead runs that could not be removed.
    pub left_behind: Vec<PathBuf>,
    /// Keeps other builds out as long as it lives.
    _lock: File,
}

/// Says what matters about a folder before it is moved or copied.
#[derive(Clone, Copy, Debug)]
pub(super) struct FolderFacts {
    /// The disk it is on.
    pub device: u64,
    /// Its permissions.
    pub mode: u32,
    /// The user and the group it belongs to.
    pub owner: (u32, u32),
    /// Whether another disk or folder is mounted on it.
    pub is_mount_point: bool,
}

/// Finds the folder for a site, waits for its lock and removes what dead runs left.
pub(super) fn open_output_dir(asked: &Path) -> Result<OutputDir, WriteError> {
    let (parent, name) = resolve(asked)?;
    let target = parent.join(&name);
    let lock = lock(&parent, &name)?;
    // Only now, for the folder may have come into being while another build held the lock.
    let root = match folder_facts(&target) {
        Ok(facts) => Some(facts),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => None,
        Err(fault) => return Err(while_doing("read", &target)(fault)),
    };
    let mut left_behind = remove_dead_trees(&parent, &beside_prefix(&name))?;
    let mut is_exchangeable = true;
    if let Some(facts) = root {
        left_behind.extend(remove_dead_trees(&target, OsStr::new(STAGE_MARK))?);
        let device_around = folder_facts(&parent).map_err(while_doing("read", &parent))?.device;
        // A process that stands in the folder, ourselves included, would be left in a folder that
        // is gone.
        let is_under_our_feet = std::env::current_dir().is_ok_and(|here| here.starts_with(&target));
        is_exchangeable =
            !facts.is_mount_point && facts.device == device_around && !is_under_our_feet;
    }
    Ok(OutputDir { target, parent, name, root, is_exchangeable, left_behind, _lock: lock })
}

/// Begins the names of trees beside the target.
pub(super) fn beside_prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(STAGE_MARK);
    prefix
}

/// Begins the names of trees inside the target.
pub(super) fn inside_prefix() -> OsString {
    STAGE_MARK.into()
}

/// Returns whether a name is one that a tree being written has.
pub(super) fn is_stage_name(name: &OsStr, prefix: &OsStr) -> bool {
    name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes()).is_some_and(|rest| {
        rest.len() == STAGE_LETTERS && rest.iter().all(u8::is_ascii_alphanumeric)
    })
}

/// Returns what matters about a folder, without following a link.
pub(super) fn folder_facts(path: &Path) -> io::Result<FolderFacts> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        // Only this call knows a folder mounted from the same disk. Old kernels and some sandboxes
        // lack it.
        if let Ok(found) = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS) {
            return Ok(FolderFacts {
                device: (u64::from(found.stx_dev_major) << 32) | u64::from(found.stx_dev_minor),
                mode: u32::from(found.stx_mode) & 0o7777,
                owner: (found.stx_uid, found.stx_gid),
                is_mount_point: found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT),
            });
        }
    }
    Ok(plain_facts(&std::fs::symlink_metadata(path)?))
}

#[cfg(unix)]
fn plain_facts(found: &std::fs::Metadata) -> FolderFacts {
    use std::os::unix::fs::MetadataExt;
    let (mode, owner) = (found.mode() & 0o7777, (found.uid(), found.gid()));
    FolderFacts { device: found.dev(), mode, owner, is_mount_point: false }
}

#[cfg(not(unix))]
fn plain_facts(_: &std::fs::Metadata) -> FolderFacts {
    FolderFacts { device: 0, mode: 0, owner: (0, 0), is_mount_point: false }
}

/// Returns the folder around the target, which then exists, and the name of the target in it, which
/// is no link.
fn resolve(asked: &Path) -> Result<(PathBuf, OsString), WriteError> {
    let is_link = asked.symlink_metadata().is_ok_and(|found| found.is_symlink());
    let target = match asked.canonicalize() {
        Ok(target) => {
            if !target.is_dir() {
                return Err(WriteError::NotAFolder { path: asked.to_path_buf() });
            }
            let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
            if target.parent().is_none() || home.is_some_and(|home| home.starts_with(&target)) {
                return Err(WriteError::TooBroad { path: target });
            }
            target
        }
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => {
            return Err(while_doing("reach", asked)(fault));
        }
        Err(_) if is_link => return Err(WriteError::LeadsNowhere { path: asked.to_path_buf() }),
        Err(_) => {
            let parent = match asked.parent() {
                Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
                Some(parent) => parent,
                None => return Err(WriteError::NotAFolder { path: asked.to_path_buf() }),
            };
            let Some(name) = asked.file_name() else {
                return Err(WriteError::NotAFolder { path: asked.to_path_buf() });
            };
            std::fs::create_dir_all(parent).map_err(while_doing("create", parent))?;
            parent.canonicalize().map_err(while_doing("reach", parent))?.join(name)
        }
    };
    match (target.parent(), target.file_name()) {
        (Some(parent), Some(name)) => Ok((parent.to_path_buf(), name.to_os_string())),
        _ => Err(WriteError::TooBroad { path: target }),
    }
}

/// Waits until no other build writes into this folder.
fn lock(parent: &Path, name: &OsStr) -> Result<File, WriteError> {
    #[cfg(unix)]
    if let Ok(folder) = File::open(parent)
        && wait_for(&folder).is_ok()
    {
        return Ok(folder);
    }
    // Folders cannot be locked here (other systems, some network disks): an empty hidden file has
    // to do. It stays, because whoever removed it would take the lock away from a build that waits
    // for it.
    let mut file_name = OsString::from(".");
    file_name.push(name);
    file_name.push(".taizhang-lock");
    let path = parent.join(file_name);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(while_doing("write", &path))?;
    wait_for(&file).map_err(while_doing("lock", &path))?;
    Ok(file)
}

fn wait_for(file: &File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Removes the trees of runs that were killed. Returns those that would not go.
fn remove_dead_trees(folder: &Path, prefix: &OsStr) -> Result<Vec<PathBuf>, WriteError> {
    let mut left_behind = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(while_doing("read", folder))? {
        let entry = entry.map_err(while_doing("read", folder))?;
        if is_stage_name(&entry.file_name(), prefix)
            && entry.file_type().is_ok_and(|kind| kind.is_dir())
        {
            let path = entry.path();
            if std::fs::remove_dir_all(&path).is_err() {
                left_behind.push(path);
            }
        }
    }
    Ok(left_behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_we_gave_are_trees_of_ours() {
        let prefix = beside_prefix(OsStr::new("public"));
        assert!(is_stage_name(OsStr::new(".public.taizhang-new-aB3dEf"), &prefix));
        for other in [
            ".public.taizhang-new-",
            ".public.taizhang-new-aB3dEfg",
            ".public.taizhang-new-aB3.Ef",
            ".public.taizhang-lock",
            "public",
        ] {
            assert!(!is_stage_name(OsStr::new(other), &prefix), "{other}");
        }
    }

    #[test]
    fn places_that_nobody_can_mean_are_refused() {
        let scratch = tempfile::tempdir().expect("scratch");
        let file = scratch.path().join("file");
        std::fs::write(&file, "x").expect("file");
        assert!(matches!(open_output_dir(&file), Err(WriteError::NotAFolder { .. })));
        assert!(matches!(open_output_dir(&file.join("below")), Err(WriteError::Io { .. })));
        assert!(matches!(open_output_dir(Path::new("")), Err(WriteError::NotAFolder { .. })));
        assert!(matches!(open_output_dir(Path::new("/")), Err(WriteError::TooBroad { .. })));
        if let Some(home) = std::env::home_dir().filter(|home| home.is_dir()) {
            assert!(matches!(open_output_dir(&home), Err(WriteError::TooBroad { .. })));
        }
    }
}
