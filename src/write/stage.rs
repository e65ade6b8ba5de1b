//! The tree that is being written: beside the old site or, where that cannot be, hidden inside it.
//!
//! Many threads write into one stage. Each folder is made once. A stage that is dropped takes its
//! tree with it.

use std::collections::HashSet;
use std::fs::{File, FileType};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

use super::error::{WriteError, while_doing};
use super::output_dir::{
    FolderFacts, OutputDir, STAGE_LETTERS, beside_prefix, folder_facts, inside_prefix,
};

/// Holds the tree that is being written.
#[derive(Debug)]
pub(super) struct Stage {
    tree: TempDir,
    /// Whether the tree lies inside the target, so that it can only be moved over file by file.
    pub is_inside: bool,
    /// The user we are.
    maker: u32,
    made: Mutex<HashSet<PathBuf>>,
}

/// Makes the tree: beside the target, or inside it where the target cannot be exchanged or nothing
/// may be written beside it.
pub(super) fn make_stage(output_dir: &OutputDir) -> Result<Stage, WriteError> {
    if output_dir.root.is_some() && !output_dir.is_exchangeable {
        return make_stage_inside(output_dir);
    }
    match make_tree(
        &output_dir.parent,
        &beside_prefix(&output_dir.name),
        output_dir.root.map(|facts| facts.mode),
    ) {
        Ok(tree) => {
            let is = folder_facts(tree.path()).map_err(while_doing("read", tree.path()))?;
            if let Some(root) = output_dir.root {
                copy_ownership(tree.path(), is, root);
            }
            Ok(Stage { tree, is_inside: false, maker: is.owner.0, made: Mutex::default() })
        }
        Err(fault)
            if output_dir.root.is_some()
                && matches!(
                    fault.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
        {
            make_stage_inside(output_dir)
        }
        Err(fault) => Err(while_doing("create a folder in", &output_dir.parent)(fault)),
    }
}

/// Makes the tree inside the target.
pub(super) fn make_stage_inside(output_dir: &OutputDir) -> Result<Stage, WriteError> {
    let tree = make_tree(&output_dir.target, &inside_prefix(), Some(0o700))
        .map_err(while_doing("create a folder in", &output_dir.target))?;
    let maker = folder_facts(tree.path()).map_err(while_doing("read", tree.path()))?.owner.0;
    Ok(Stage { tree, is_inside: true, maker, made: Mutex::default() })
}

impl Stage {
    /// Returns the root of the tree.
    pub fn root(&self) -> &Path {
        self.tree.path()
    }

    /// Returns whether we can make a folder that belongs to this user: it is ourselves, or we are
    /// root.
    pub fn can_set_owner(&self, (user, _): (u32, u32)) -> bool {
        self.maker == user || self.maker == 0
    }

    /// Writes a new file.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        self.make_folder_for(path)?;
        let full = self.root().join(path);
        File::create_new(&full)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(while_doing("write", &full))
    }

    /// Takes something over from the old site: a file as a second name of the same file, or as a
    /// copy where the disk knows no such names; a symbolic link as a link with the same text; a
    /// folder as an empty one.
    pub fn take_over(
        &self,
        old_root: &Path,
        path: &Path,
        kind: FileType,
    ) -> Result<(), WriteError> {
        let (old, new) = (old_root.join(path), self.root().join(path));
        self.make_folder_for(path)?;
        if kind.is_dir() {
            return self.make_folder(path);
        }
        let done = if kind.is_symlink() {
            std::fs::read_link(&old).and_then(|text| make_link(&text, &new))
        } else {
            std::fs::hard_link(&old, &new).or_else(|fault| match fault.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::AlreadyExists => Err(fault),
                // A pipe cannot be copied: reading it would wait for ever.
                _ if !kind.is_file() => Err(fault),
                _ => copy(&old, &new),
            })
        };
        done.map_err(while_doing("keep", &old))
    }

    /// Moves a file here from another tree, even from another disk.
    pub fn move_in(&self, from: &Stage, path: &Path) -> Result<(), WriteError> {
        self.make_folder_for(path)?;
        let (old, new) = (from.root().join(path), self.root().join(path));
        std::fs::rename(&old, &new)
            .or_else(|fault| {
                if fault.kind() == io::ErrorKind::CrossesDevices {
                    copy(&old, &new)
                } else {
                    Err(fault)
                }
            })
            .map_err(while_doing("write", &new))
    }

    /// Removes the tree. Returns its path if it would not go.
    pub fn remove(self) -> Option<PathBuf> {
        let path = self.root().to_path_buf();
        // The old site may have gone away in the meantime by other hands.
        self.tree
            .close()
            .is_err_and(|fault| fault.kind() != io::ErrorKind::NotFound)
            .then_some(path)
    }

    fn make_folder_for(&self, path: &Path) -> Result<(), WriteError> {
        path.parent().map_or(Ok(()), |folder| self.make_folder(folder))
    }

    fn make_folder(&self, folder: &Path) -> Result<(), WriteError> {
        if folder.as_os_str().is_empty()
            || self.made.lock().unwrap_or_else(PoisonError::into_inner).contains(folder)
        {
            return Ok(());
        }
        self.make_folder_for(folder)?;
        let full = self.root().join(folder);
        match std::fs::create_dir(&full) {
            // Another thread was quicker. If it is a file, writing below it will say so.
            Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists => {
                return Err(while_doing("create", &full)(fault));
            }
            _ => {}
        }
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf());
        Ok(())
    }
}

/// Returns whether a path is a plain file with just these bytes. What is a link, or cannot be read,
/// is not.
pub(super) fn has_bytes(path: &Path, bytes: &[u8]) -> bool {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // Neither follow a link nor wait at a pipe.
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    if !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
        return false;
    }
    let Ok(mut file) = options.open(path) else { return false };
    if !file.metadata().is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64) {
        return false;
    }
    let mut read = vec![0; bytes.len()];
    file.read_exact(&mut read).is_ok() && read == bytes
}

/// Does the same with many things on a few threads; the first fault wins.
pub(super) fn do_many<T: Sync>(
    things: &[T],
    work: impl Fn(&T) -> Result<(), WriteError> + Sync,
) -> Result<(), WriteError> {
    /// Below this a thread costs more than it saves.
    const WORTH_A_THREAD: usize = 256;
    let threads = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(4)
        .min(things.len() / WORTH_A_THREAD);
    if threads < 2 {
        return things.iter().try_for_each(work);
    }
    std::thread::scope(|scope| {
        let work = &work;
        let hands: Vec<_> = things
            .chunks(things.len().div_ceil(threads))
            .map(|chunk| scope.spawn(move || chunk.iter().try_for_each(work)))
            .collect();
        hands.into_iter().try_for_each(|hand| match hand.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

fn make_tree(folder: &Path, prefix: &std::ffi::OsStr, mode: Option<u32>) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).rand_bytes(STAGE_LETTERS);
    #[cfg(unix)]
    if let Some(mode) = mode {
        use std::os::unix::fs::PermissionsExt;
        // Never wider than the old site was, but we must be able to write.
        builder.permissions(std::fs::Permissions::from_mode((mode & 0o777) | 0o700));
    }
    #[cfg(not(unix))]
    let _ = mode;
    builder.tempdir_in(folder)
}

/// Gives the tree the owner, the group and the group bit of the old site, so that folders made in
/// it inherit the group.
#[cfg(unix)]
fn copy_ownership(tree: &Path, is: FolderFacts, root: FolderFacts) {
    use std::os::unix::fs::PermissionsExt;
    if is.owner != root.owner {
        set_owner(tree, root.owner);
    }
    if root.mode & 0o2000 != 0 {
        let _ = std::fs::set_permissions(tree, std::fs::Permissions::from_mode(root.mode | 0o700));
    }
}

#[cfg(not(unix))]
fn copy_ownership(_: &Path, _: FolderFacts, _: FolderFacts) {}

/// Gives a folder to its former user and group as far as we may: only members can give to a group,
/// and only root to a user.
#[cfg(unix)]
pub(super) fn set_owner(path: &Path, (user, group): (u32, u32)) {
    let _ = std::os::unix::fs::chown(path, None, Some(group));
    let _ = std::os::unix::fs::chown(path, Some(user), None);
}

/// Copies a file with its permissions and, where that can be done, its time.
fn copy(old: &Path, new: &Path) -> io::Result<()> {
    std::fs::copy(old, new)?;
    // The time is a courtesy to web servers; a file that forbids writing keeps the new one.
    if let Ok(modified) = old.metadata().and_then(|found| found.modified())
        && let Ok(file) = File::options().write(true).open(new)
    {
        let _ = file.set_modified(modified);
    }
    Ok(())
}

#[cfg(unix)]
fn make_link(text: &Path, new: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(text, new)
}

#[cfg(not(unix))]
fn make_link(_: &Path, _: &Path) -> io::Result<()> {
    // Never asked for: without an exchange nothing is taken over.
    Err(io::ErrorKind::Unsupported.into())
}
