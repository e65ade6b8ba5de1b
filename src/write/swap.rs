//! The moment a new site becomes the site: one exchange of two folders, or one file after the
//! other.
//!
//! An exchange is a single step for whoever looks on. Where it cannot be had, files are replaced by
//! renames inside the folder, so that no file is ever half written, and pages that lead to others
//! come last, so that no link leads to a page that is not there yet.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::fs::File;
use std::io;
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::error::{WriteError, while_doing};
use super::list::{LIST_NAME, OldList, folders_above, list_text};
use super::output_dir::OutputDir;
#[cfg(unix)]
use super::output_dir::folder_facts;
#[cfg(unix)]
use super::stage::set_owner;
use super::stage::{Stage, do_many, make_stage_inside};
use super::survey::{NewPaths, Put, Survey};

/// Makes the stage a whole site: takes over what is unchanged or not ours, adds the list, and gives
/// folders their old permissions.
pub(super) fn fill_stage(
    output_dir: &OutputDir,
    stage: &Stage,
    puts: &[Put],
    survey: &Survey,
    list: &[u8],
) -> Result<(), WriteError> {
    let unchanged: Vec<&Put> = puts.iter().filter(|put| !put.is_written).collect();
    if let Some(first) = unchanged.first() {
        let path = output_dir.target.join(first.as_path());
        // All of them were plain files when their bytes were compared.
        let kind = path.symlink_metadata().map_err(while_doing("read", &path))?.file_type();
        do_many(&unchanged, |put| stage.take_over(&output_dir.target, put.as_path(), kind))?;
    }
    do_many(&survey.kept, |(path, kind)| stage.take_over(&output_dir.target, path, *kind))?;
    stage.write(Path::new(LIST_NAME), list)?;
    keep_permissions(output_dir, stage, survey)
}

/// Puts the stage where no site is yet.
pub(super) fn place_first(stage: &Path, target: &Path) -> Result<(), WriteError> {
    std::fs::rename(stage, target).map_err(while_doing("create", target))
}

/// Exchanges two folders in one step. Returns false if this disk or system cannot.
pub(super) fn exchange(stage: &Path, target: &Path) -> io::Result<bool> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, stage, CWD, target, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(true),
            // The last two come from sandboxes that do not know the call, and from folders that
            // belong to somebody else.
            Err(
                Errno::INVAL
                | Errno::NOSYS
                | Errno::XDEV
                | Errno::BUSY
                | Errno::OPNOTSUPP
                | Errno::PERM
                | Errno::ACCESS,
            ) => Ok(false),
            Err(fault) => Err(fault.into()),
        }
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    {
        let _ = (stage, target);
        Ok(false)
    }
}

/// Replaces the files of the old site one by one.
///
/// All new files are brought onto the disk of the target first: a disk that is full is noticed
/// while the old site is whole.
pub(super) fn replace_one_by_one(
    output_dir: &OutputDir,
    stage: &Stage,
    puts: &[Put],
    new: &NewPaths,
    old: &OldList,
    survey: &Survey,
    list: &[u8],
) -> Result<(), WriteError> {
    let target = &output_dir.target;
    let mut written: Vec<&Path> =
        puts.iter().filter(|put| put.is_written).map(Put::as_path).collect();
    written.sort_by_key(|path| (turn(path), *path));
    let inside;
    let from = if stage.is_inside {
        stage
    } else {
        inside = make_stage_inside(output_dir)?;
        do_many(&written, |path| inside.move_in(stage, path))?;
        &inside
    };
    // From here on the old site changes. Should we be killed, this list lets the next run know all
    // that may be ours.
    let both = puts
        .iter()
        .map(|put| put.path.as_str())
        .chain(old.files.iter().filter_map(|path| path.to_str()));
    replace_list(target, from, &list_text(both)?)?;

    let (obstacles, rest): (Vec<&Path>, Vec<&Path>) = sort_stale(puts, new, survey);
    remove_files(target, &obstacles)?;
    for (folder, _) in survey.folders.iter().rev() {
        if folder.ancestors().any(|above| new.files.contains_key(above)) {
            remove_if_there(&target.join(folder), |path| std::fs::remove_dir(path))?;
        }
    }
    for path in written {
        let to = target.join(path);
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(while_doing("create", folder))?;
        }
        std::fs::rename(from.root().join(path), &to).map_err(while_doing("write", &to))?;
    }
    remove_files(target, &rest)?;
    replace_list(target, from, list)
}

/// Lets the old site be removed: folders in it that forbid writing would keep what they hold for
/// ever.
pub(super) fn unlock_folders(output_dir: &OutputDir, tree: &Path, survey: &Survey) {
    #[cfg(unix)]
    {
        let root = output_dir.root.map(|facts| (PathBuf::new(), facts));
        for (folder, facts) in root.iter().chain(&survey.folders) {
            if facts.mode & 0o700 != 0o700 {
                // Where this is refused, the removal says so.
                let mode = std::fs::Permissions::from_mode(facts.mode | 0o700);
                let _ = std::fs::set_permissions(tree.join(folder), mode);
            }
        }
    }
    #[cfg(not(unix))]
    let _ = (output_dir, tree, survey);
}

/// Asks the disk to remember the names in a folder, so that a power cut after this does not bring
/// the old site back.
pub(super) fn settle(folder: &Path) {
    // Some disks cannot do it for folders; the site is published all the same.
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Says when a file has its turn: what pages need, pages, then indexes, the deepest first and the
/// one of the root at the very end.
fn turn(path: &Path) -> (u8, Reverse<usize>) {
    let depth = Reverse(path.components().count());
    if path.file_name().is_some_and(|name| name == "index.html") {
        (2, depth)
    } else if path.extension().is_some_and(|ending| ending == "html") {
        (1, depth)
    } else {
        (0, depth)
    }
}

/// Parts the stale files into those that hinder the new ones and those that can wait until the end.
fn sort_stale<'a>(
    puts: &[Put],
    new: &NewPaths,
    survey: &'a Survey,
) -> (Vec<&'a Path>, Vec<&'a Path>) {
    // On a disk that does not tell letter cases apart, removing `A.html` later would remove the new
    // `a.html`.
    let folded: HashSet<String> = if survey.stale.is_empty() {
        HashSet::new()
    } else {
        puts.iter().map(|put| put.path.as_str().to_lowercase()).collect()
    };
    survey.stale.iter().map(PathBuf::as_path).partition(|path| {
        new.folders.contains(path)
            || path.ancestors().any(|above| new.files.contains_key(above))
            || path.to_str().is_some_and(|text| folded.contains(&text.to_lowercase()))
    })
}

/// Removes files of ours and the folders that are empty then.
fn remove_files(target: &Path, paths: &[&Path]) -> Result<(), WriteError> {
    for path in paths {
        remove_if_there(&target.join(path), |path| std::fs::remove_file(path))?;
        for folder in folders_above(path) {
            // A folder that holds something else refuses, and so do those around it.
            if std::fs::remove_dir(target.join(folder)).is_err() {
                break;
            }
        }
    }
    Ok(())
}

fn remove_if_there(
    path: &Path,
    remove: impl Fn(&Path) -> io::Result<()>,
) -> Result<(), WriteError> {
    match remove(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => {
            Err(while_doing("remove", path)(fault))
        }
        _ => Ok(()),
    }
}

fn replace_list(target: &Path, stage: &Stage, text: &[u8]) -> Result<(), WriteError> {
    let to = target.join(LIST_NAME);
    stage.write(Path::new(LIST_NAME), text)?;
    std::fs::rename(stage.root().join(LIST_NAME), &to).map_err(while_doing("write", &to))
}

#[cfg(unix)]
fn keep_permissions(
    output_dir: &OutputDir,
    stage: &Stage,
    survey: &Survey,
) -> Result<(), WriteError> {
    let root = output_dir.root.map(|facts| (PathBuf::new(), facts));
    // The deepest first: a folder that may no longer be entered comes after those inside it.
    for (folder, facts) in survey.folders.iter().rev().chain(&root) {
        let path = stage.root().join(folder);
        // What is not there is not in the new site.
        let Ok(is) = folder_facts(&path) else { continue };
        if is.owner != facts.owner {
            set_owner(&path, facts.owner);
        }
        if is.owner != facts.owner || is.mode != facts.mode {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(facts.mode))
                .map_err(while_doing("set the permissions of", &path))?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn keep_permissions(_: &OutputDir, _: &Stage, _: &Survey) -> Result<(), WriteError> {
    Ok(())
}
