//! Reads a theme: templates, texts and assets, with the built-in theme under every other one.
//!
//! A file of a theme's folder replaces the built-in file of the same name; what the folder lacks is
//! built in, so that a theme may be one file. This is the home of `rust-embed`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rust_embed::Embed;
use walkdir::WalkDir;

use super::error::LoadError;

#[derive(Embed)]
#[folder = "themes/default/"]
struct BuiltIn;

/// The files of a theme by their names.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    files: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// Returns the built-in theme.
    #[must_use]
    pub fn built_in() -> Self {
        let files = BuiltIn::iter()
            .filter_map(|name| {
                BuiltIn::get(&name).map(|file| (name.to_string(), file.data.into_owned()))
            })
            .collect();
        Self { files }
    }

    /// Lists the files below a folder of the theme, with their names relative to it.
    pub fn under<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t [u8])> {
        self.files
            .iter()
            .filter_map(move |(name, bytes)| Some((name.strip_prefix(folder)?, bytes.as_slice())))
    }
}

/// Reads the theme of a site. A site that asks for `default` needs no folder at all.
///
/// **Errors**: when another theme was asked for and its folder cannot be read.
pub fn read_theme(folder: &Path, is_required: bool) -> Result<Theme, LoadError> {
    let mut theme = Theme::built_in();
    if !folder.is_dir() {
        return if is_required {
            Err(LoadError::NoTheme { folder: folder.display().to_string() })
        } else {
            Ok(theme)
        };
    }
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|e| !e.file_name().to_string_lossy().starts_with('.'))
    {
        let failed =
            |reason: String| LoadError::Theme { folder: folder.display().to_string(), reason };
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
        let bytes = fs::read(entry.path()).map_err(|error| failed(format!("{name}: {error}")))?;
        theme.files.insert(name, bytes);
    }
    Ok(theme)
}
