//! Why a site could not be written. Each case says which path stands in the way and, where it can
//! be known, what to do.
//!
//! These are faults of the surroundings or of the caller; nothing here speaks of content.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Says why nothing was published. Unless a replacement one by one broke off half way, the output
/// folder is as it was.
#[derive(Debug, Error)]
pub enum WriteError {
    /// Something other than a folder stands where the site should go.
    #[error("`{}` is not a folder, the site cannot be written there", .path.display())]
    NotAFolder {
        /// The output folder as asked for.
        path: PathBuf,
    },
    /// The output folder is a symbolic link to nothing.
    #[error("`{}` is a link that leads nowhere; create the folder it points at, or remove the \
        link", .path.display())]
    LeadsNowhere {
        /// The link.
        path: PathBuf,
    },
    /// The output folder is the root of the disk, the home folder or a folder around it.
    #[error("`{}` holds more than a site: name a folder inside it", .path.display())]
    TooBroad {
        /// The output folder, with links resolved.
        path: PathBuf,
    },
    /// Files that are not ours stand where the site wants to write something else.
    #[error("the output folder has files that were not written by taizhang and would be lost: {}; \
        move them away or choose another folder", name_some(.paths))]
    Foreign {
        /// All of them, relative to the output folder, sorted.
        paths: Vec<String>,
    },
    /// One path of the site is a file, and another lies below it.
    #[error("`{path}` would be a file and a folder at once")]
    FileAndFolder {
        /// The path that is both.
        path: String,
    },
    /// Two files were given for one path.
    #[error("`{path}` is written twice")]
    Twice {
        /// The path.
        path: String,
    },
    /// The path is one that we need ourselves.
    #[error("`{path}` is a name kept for taizhang itself")]
    Reserved {
        /// The path.
        path: String,
    },
    /// A file could not be put earlier on, so the tree is not whole.
    #[error("the site is not complete, so it was not published")]
    Incomplete,
    /// The disk refused.
    #[error("cannot {doing} `{}`: {fault}", .path.display())]
    Io {
        /// What was tried: `read`, `write`.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        fault: io::Error,
    },
}

/// Makes the step from what the system said to what we were doing.
pub(super) fn while_doing(
    doing: &'static str,
    path: &Path,
) -> impl FnOnce(io::Error) -> WriteError {
    move |fault| WriteError::Io { doing, path: path.to_path_buf(), fault }
}

/// Names the first few paths and counts the rest.
fn name_some(paths: &[String]) -> String {
    const SHOWN: usize = 10;
    let named: Vec<String> = paths.iter().take(SHOWN).map(|path| format!("`{path}`")).collect();
    match paths.len().saturating_sub(SHOWN) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
