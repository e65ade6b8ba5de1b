//! Lists the content folder and reads its files.
//!
//! Files are listed in the order of their names, so that nothing depends on the order of the disk.
//! Hidden files and the leftovers of editors (`~$book.xlsx`, `a.md~`, `#a#`, `.swp`) are not
//! content. An entry that cannot be read is a diagnostic, never a silent skip.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::checksum::fingerprint;
use crate::codes;
use crate::diag::Diagnostic;
use crate::message::message;
use crate::source::{FileId, Location, Sources};

use super::decode::decode;
use super::error::LoadError;

/// One file of the content folder.
#[derive(Clone, Debug)]
pub(super) struct ContentFile {
    /// Relative to the folder, with `/`.
    pub name: String,
    /// Its id in places.
    pub id: FileId,
    path: PathBuf,
    /// The fingerprint of what was read of it first.
    first_read: OnceLock<u128>,
}

impl ContentFile {
    /// Reads the file as text.
    pub fn read_text(&self) -> Result<String, Diagnostic> {
        decode(self.id, self.read_bytes()?)
    }

    /// Reads the file as it is.
    pub fn read_bytes(&self) -> Result<Vec<u8>, Diagnostic> {
        let bytes = fs::read(&self.path)
            .map_err(|error| unreadable(Location::start_of(self.id), &error.to_string()))?;
        self.first_read.get_or_init(|| fingerprint(&bytes));
        Ok(bytes)
    }

    /// Returns whether the file is at a path.
    pub fn is_at(&self, path: &Path) -> bool {
        self.path == path
    }

    /// Returns the file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or(&self.name);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// The files of a content folder, in the order of their names.
#[derive(Debug)]
pub(super) struct Content {
    folder: PathBuf,
    files: Vec<ContentFile>,
    /// Their names, for places.
    pub sources: Sources,
    /// What could not be listed.
    pub diagnostics: Vec<Diagnostic>,
}

impl Content {
    /// Lists every file.
    pub fn all(&self) -> impl Iterator<Item = &ContentFile> {
        self.files.iter()
    }

    /// Returns a fingerprint of the names of all files and of what was read of them first; nothing
    /// where one cannot be read.
    pub fn fingerprint(&self) -> Option<u128> {
        let unread: Vec<&ContentFile> =
            self.files.iter().filter(|file| file.first_read.get().is_none()).collect();
        unread.par_iter().try_for_each(|file| file.read_bytes().map(drop)).ok()?;
        let mut all = Vec::with_capacity(self.files.len() * 64);
        for file in &self.files {
            all.extend(file.name.as_bytes());
            all.push(0);
            all.extend(file.first_read.get()?.to_le_bytes());
        }
        Some(fingerprint(&all))
    }

    /// Returns one file by name.
    pub fn file(&self, name: &str) -> Option<&ContentFile> {
        self.files
            .binary_search_by(|file| file.name.as_str().cmp(name))
            .ok()
            .map(|at| &self.files[at])
    }

    /// Returns the file at a path.
    pub fn at(&self, path: &Path) -> Option<&ContentFile> {
        self.file(&relative_name(&self.folder, path)).filter(|file| file.path == path)
    }

    /// Returns whether another listing has the same files at the same paths.
    pub fn has_same_files(&self, other: &Self) -> bool {
        let same = |(a, b): (&ContentFile, &ContentFile)| (&a.name, &a.path) == (&b.name, &b.path);
        self.files.len() == other.files.len() && self.files.iter().zip(&other.files).all(same)
    }

    /// Lists the files whose names begin with a prefix.
    pub fn under<'c>(&'c self, prefix: &'c str) -> impl Iterator<Item = &'c ContentFile> {
        let start = self.files.partition_point(|file| file.name.as_str() < prefix);
        self.files[start..].iter().take_while(move |file| file.name.starts_with(prefix))
    }

    /// Lists the names of the folders under `plans/`.
    pub fn plan_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self
            .under("plans/")
            .filter_map(|file| {
                file.name.strip_prefix("plans/")?.split_once('/').map(|(id, _)| id.to_string())
            })
            .collect();
        ids.dedup();
        ids
    }
}

/// Lists a content folder.
pub(super) fn list_content(folder: &Path) -> Result<Content, LoadError> {
    let shown = folder.display().to_string();
    let no_content = |reason: String| LoadError::NoContent { folder: shown.clone(), reason };
    let metadata = fs::metadata(folder).map_err(|error| no_content(error.to_string()))?;
    if !metadata.is_dir() {
        return Err(no_content("it is not a folder".into()));
    }
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    let mut failed: Vec<(String, String)> = Vec::new();
    let walk = WalkDir::new(folder)
        .follow_links(true)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || is_content(entry.file_name()));
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                found.push((relative_name(folder, entry.path()), entry.into_path()))
            }
            Ok(_) => {}
            Err(error) => {
                let name = error.path().map_or(String::new(), |path| relative_name(folder, path));
                failed.push((name, error.to_string()));
            }
        }
    }
    found.sort();
    let mut sources = Sources::of_folder(shown.trim_end_matches('/').replace('\\', "/"));
    let files = found
        .into_iter()
        .map(|(name, path)| ContentFile {
            id: sources.add(name.clone()),
            name,
            path,
            first_read: OnceLock::new(),
        })
        .collect();
    let diagnostics = failed
        .into_iter()
        .map(|(name, reason)| unreadable(Location::start_of(sources.add(name)), &reason))
        .collect();
    Ok(Content { folder: folder.to_path_buf(), files, sources, diagnostics })
}

/// Returns a fingerprint of everything in a folder; nothing where not all of it can be read.
#[must_use]
pub fn fingerprint_of_folder(folder: &Path) -> Option<u128> {
    let content = list_content(folder).ok()?;
    if content.diagnostics.is_empty() { content.fingerprint() } else { None }
}

/// Reads the files again that diagnostics are about, so that their lines can be quoted. What cannot
/// be read now is not quoted.
pub fn keep_quoted<'d>(
    folder: &Path,
    sources: &mut Sources,
    diagnostics: impl Iterator<Item = &'d Diagnostic>,
) {
    let files: BTreeSet<FileId> = diagnostics
        .filter_map(|diagnostic| diagnostic.location)
        .map(|location| location.file)
        .collect();
    for file in files {
        if sources.text(file).is_none() && sources.sheet(file).is_none() {
            let text = fs::read(folder.join(sources.name(file)))
                .ok()
                .and_then(|bytes| decode(file, bytes).ok());
            sources.keep_text(file, text.map(Into::into));
        }
    }
}

/// What an editor has still to look at is marked so.
const MARK: &str = "请核对";

/// Finds the places in the files of a plan that an editor still has to look at, as `file:line`.
///
/// **Errors**: when the content folder cannot be read. A file that is no text has no mark.
pub fn find_marks(folder: &Path, plan: &str) -> Result<Vec<String>, LoadError> {
    let content = list_content(folder)?;
    let prefix = format!("plans/{plan}/");
    let mut marks = Vec::new();
    for file in
        content.under(&prefix).filter(|file| !file.name.starts_with(&format!("{prefix}releases/")))
    {
        let Ok(text) = file.read_text() else { continue };
        for (line, _) in (1_u32..).zip(text.lines()).filter(|(_, line)| line.contains(MARK)) {
            marks.push(
                content.sources.describe_line(Location { line, ..Location::start_of(file.id) }),
            );
        }
    }
    Ok(marks)
}

/// Returns whether a name is that of content, and not a hidden file or what an editor leaves
/// behind.
#[must_use]
pub fn is_content(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    !(name.starts_with(['.', '#'])
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".tmp"))
}

fn relative_name(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path);
    relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

fn unreadable(location: Location, reason: &str) -> Diagnostic {
    codes::UNREADABLE
        .at(location, message!("this cannot be read: {reason}", "无法读取：{reason}"))
        .help(message!("check the name, the permissions and the links", "检查文件名、权限和链接"))
}

/// The tables of a plan that are not part of its ledger.
pub(super) const ALLOCATIONS: &str = "data/allocations.csv";
pub(super) const MILESTONES: &str = "data/milestones.csv";

/// Returns whether a file of the plan in a folder holds rows of its ledger.
pub(super) fn is_ledger_table(folder: &str, name: &str) -> bool {
    let inside = name
        .strip_prefix(folder)
        .filter(|inside| inside.starts_with("data/") && inside.ends_with(".csv"));
    inside.is_some_and(|inside| inside != ALLOCATIONS && inside != MILESTONES)
}
