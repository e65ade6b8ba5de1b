//! The list of what is ours in an output folder: `.taizhang.json`.
//!
//! Only files named there are ever replaced or removed. The list is read from a folder that anybody
//! may have touched, so a name in it counts only if it is a plain path of a site: no list can make
//! us remove a file outside the folder.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::atomic::replace_atomic;
use super::error::{WriteError, while_doing};
use crate::output::SitePath;

/// Where the list lies in the output folder.
pub(super) const LIST_NAME: &str = ".taizhang.json";

/// Where it is written beside the list what the site was made of. Only the next build reads it;
/// nothing is lost with it.
pub(super) const ORIGIN_NAME: &str = ".taizhang-origin";

const GENERATOR: &str = "taizhang";

/// Holds what the list of the old site says.
#[derive(Debug, Default)]
pub(super) struct OldList {
    /// How the list was found.
    pub state: ListState,
    /// The bytes as read, to tell whether a new list says anything new.
    pub bytes: Vec<u8>,
    /// Our files.
    pub files: HashSet<PathBuf>,
    /// The folders above our files.
    pub folders: HashSet<PathBuf>,
    /// When it was written.
    pub stamp: Option<Stamp>,
    /// What the site was made of.
    pub origin: Option<String>,
}

/// Says when a site was published: when its list was written, which is written last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(SystemTime);

impl Stamp {
    pub(super) fn of(target: &Path) -> Option<Self> {
        target.join(LIST_NAME).symlink_metadata().ok()?.modified().ok().map(Self)
    }

    /// Returns whether a plain file stands at a path that nobody has written to since.
    pub(super) fn is_after(self, path: &Path) -> bool {
        path.symlink_metadata().is_ok_and(|found| {
            found.is_file() && found.modified().is_ok_and(|written| written <= self.0)
        })
    }
}

/// Tells how the list of the old site was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ListState {
    /// There is none: nothing in the folder is ours.
    #[default]
    Absent,
    /// There is one that says nothing we can use. We have published here, so a path that we write
    /// again is ours; the rest is kept.
    Damaged,
    /// It was read.
    Whole,
}

#[derive(Serialize, Deserialize)]
struct ListFile<'a> {
    generator: Cow<'a, str>,
    files: Vec<Cow<'a, str>>,
}

/// Reads the list of a folder.
///
/// **Errors**: the disk refused. A list that is missing or says nonsense is not an error.
pub(super) fn read_list(target: &Path) -> Result<OldList, WriteError> {
    let path = target.join(LIST_NAME);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(OldList::default()),
        Err(fault) => return Err(while_doing("read", &path)(fault)),
    };
    let stamp = Stamp::of(target);
    let Some(files) = parse_list(&bytes) else {
        return Ok(OldList { state: ListState::Damaged, bytes, stamp, ..OldList::default() });
    };
    let folders =
        files.iter().flat_map(|file| folders_above(file)).map(Path::to_path_buf).collect();
    Ok(OldList {
        state: ListState::Whole,
        bytes,
        files,
        folders,
        stamp,
        origin: read_origin(target),
    })
}

/// Reads what the site in a folder was made of, if that was written behind its list: else it speaks
/// of an earlier site.
fn read_origin(target: &Path) -> Option<String> {
    let path = target.join(ORIGIN_NAME);
    let written = path.symlink_metadata().ok()?.modified().ok()?;
    if Stamp::of(target)?.0 > written { None } else { std::fs::read_to_string(path).ok() }
}

/// Writes down what a site was made of, or that nobody knows. The site is whole without it, so that
/// a disk that refuses is no fault.
pub(super) fn write_origin(target: &Path, origin: Option<&str>) {
    let path = target.join(ORIGIN_NAME);
    let _ = match origin {
        Some(origin) => replace_atomic(&path, origin.as_bytes()).is_ok(),
        None => std::fs::remove_file(&path).is_ok(),
    };
}

/// Returns the list as text: sorted, one path a line, so that the same site has the same list.
pub(super) fn list_text<'a>(
    files: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<u8>, WriteError> {
    let sorted: BTreeSet<&str> = files.into_iter().collect();
    let list_file = ListFile {
        generator: GENERATOR.into(),
        files: sorted.into_iter().map(Cow::from).collect(),
    };
    let mut text = serde_json::to_vec_pretty(&list_file)
        .map_err(|fault| while_doing("write", Path::new(LIST_NAME))(fault.into()))?;
    text.push(b'\n');
    Ok(text)
}

/// Returns the folders above a relative path, the nearest first, without the root.
pub(super) fn folders_above(path: &Path) -> impl Iterator<Item = &Path> {
    path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty())
}

fn parse_list(bytes: &[u8]) -> Option<HashSet<PathBuf>> {
    let list_file: ListFile = serde_json::from_slice(bytes).ok()?;
    if list_file.generator != GENERATOR {
        return None;
    }
    list_file
        .files
        .into_iter()
        .map(|path| SitePath::new(path).ok().map(|path| PathBuf::from(path.as_str())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let text = list_text(["b/c.html", "a 页.html", "b/c.html"]).expect("text");
        assert!(
            text.starts_with(b"{\n  \"generator\": \"taizhang\",\n  \"files\": [\n    \"a "),
            "{text:?}"
        );
        let files = parse_list(&text).expect("whole");
        assert_eq!(files, HashSet::from([PathBuf::from("b/c.html"), PathBuf::from("a 页.html")]));
    }

    #[test]
    fn no_list_reaches_outside_the_folder() {
        for bad in [
            r#"{"generator":"taizhang","files":["../secret"]}"#,
            r#"{"generator":"taizhang","files":["/etc/passwd"]}"#,
            r#"{"generator":"another","files":["a"]}"#,
            r#"{"generator":"taizhang","files":"#,
            "",
        ] {
            assert!(parse_list(bad.as_bytes()).is_none(), "{bad}");
        }
    }

    #[test]
    fn folders_end_before_the_root() {
        let above: Vec<&Path> = folders_above(Path::new("a/b/c.html")).collect();
        assert_eq!(above, [Path::new("a/b"), Path::new("a")]);
    }
}
