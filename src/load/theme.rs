//! Reads a theme: templates, texts and assets, laid over the built-in one.
//!
//! A file of a theme's folder replaces the built-in file of the same name; of texts (`i18n/`) each
//! message replaces the built-in one. What the folder lacks is built in, so that a theme may be one
//! file with one sentence. This is the home of `rust-embed`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rust_embed::Embed;
use walkdir::WalkDir;

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::message;
use crate::source::{FileId, Location, ThemeSources};

use super::error::LoadError;

#[derive(Embed)]
#[folder = "themes/default/"]
struct BuiltIn;

/// One file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
    /// Which file of the theme's folder it is; nothing for a built-in one.
    pub file: Option<FileId>,
}

/// The files of a theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    built_in: BTreeMap<String, ThemeFile>,
    own: BTreeMap<String, ThemeFile>,
    /// The names and texts of its own files, for messages.
    pub sources: ThemeSources,
    /// Its own files that are no text, or that nothing reads.
    pub diagnostics: Vec<Diagnostic>,
}

impl Theme {
    /// Returns the built-in theme.
    #[must_use]
    pub fn built_in() -> Self {
        let file = |name: Cow<'static, str>| {
            let bytes = BuiltIn::get(&name)?.data;
            Some((name.into_owned(), ThemeFile { bytes, file: None }))
        };
        Self { built_in: BuiltIn::iter().filter_map(file).collect(), ..Self::default() }
    }

    /// Lists the files below a folder with their names relative to it, in the order of these names:
    /// the theme's own in place of built-in ones of the same name.
    #[must_use]
    pub fn replaced(&self, folder: &str) -> BTreeMap<&str, &ThemeFile> {
        let mut files = below(&self.built_in, folder);
        files.extend(below(&self.own, folder));
        files
    }

    /// Lists the same with all built-in files, then those of its own: what is laid over what.
    #[must_use]
    pub fn layers(&self, folder: &str) -> [BTreeMap<&str, &ThemeFile>; 2] {
        [below(&self.built_in, folder), below(&self.own, folder)]
    }
}

fn below<'t>(
    files: &'t BTreeMap<String, ThemeFile>,
    folder: &str,
) -> BTreeMap<&'t str, &'t ThemeFile> {
    files.iter().filter_map(|(name, file)| Some((name.strip_prefix(folder)?, file))).collect()
}

/// Reads the theme of a site. A site that asks for `default` needs no folder at all.
///
/// **Errors**: when another theme was asked for and its folder cannot be read.
pub fn read_theme(folder: &Path, is_required: bool) -> Result<Theme, LoadError> {
    let mut theme = Theme::built_in();
    let shown = folder.display().to_string().replace('\\', "/");
    if !folder.is_dir() {
        return if is_required { Err(LoadError::NoTheme { folder: shown }) } else { Ok(theme) };
    }
    let mut sources = ThemeSources::of_folder(&shown);
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|e| !e.file_name().to_string_lossy().starts_with('.') || e.depth() == 0)
    {
        let failed = |reason: String| LoadError::Theme { folder: shown.clone(), reason };
        let entry = entry.map_err(|error| failed(error.to_string()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let name = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        let mut bytes =
            fs::read(entry.path()).map_err(|error| failed(format!("{name}: {error}")))?;
        if bytes.starts_with(b"\xEF\xBB\xBF") {
            // Editors of Windows mark a text so; no template or stylesheet wants it.
            bytes.drain(..3);
        }
        let text = std::str::from_utf8(&bytes);
        let file = sources.add(name.clone(), text.unwrap_or_default());
        let location = Location::start_of(file);
        match kind_of(&name) {
            FileKind::Text if text.is_err() => theme.diagnostics.push(
                codes::THEME
                    .at(location, message!("this file is not UTF-8", "本文件不是UTF-8编码"))
                    .help(message!("save it again as UTF-8", "另存为UTF-8编码")),
            ),
            FileKind::Text | FileKind::Other => {}
            FileKind::Unread => {
                let message = message!("nothing reads this file", "本文件不会被读取");
                theme.diagnostics.push(codes::UNREAD_FILE.at(location, message));
            }
        }
        theme.own.insert(name, ThemeFile { bytes: bytes.into(), file: Some(file) });
    }
    theme.sources = sources;
    Ok(theme)
}

/// What a file of a theme is read as.
enum FileKind {
    Text,
    Other,
    /// It belongs to nothing: a mistyped folder or ending.
    Unread,
}

fn kind_of(name: &str) -> FileKind {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    match name.split_once('/') {
        Some(("templates", _)) if ends(&[".html"]) => FileKind::Text,
        Some(("i18n", _)) if ends(&[".ftl"]) => FileKind::Text,
        Some(("assets", _)) if ends(&[".css", ".js"]) => FileKind::Text,
        Some(("assets", _)) => FileKind::Other,
        Some(_) => FileKind::Unread,
        // What a folder says of itself.
        None if ["README", "LICENSE", "CHANGELOG"].iter().any(|word| name.starts_with(word)) => {
            FileKind::Other
        }
        None => FileKind::Unread,
    }
}
