//! Reads the theme of a site and compiles it.

use std::path::Path;

use crate::load::theme::{Theme, read_theme};
use crate::load::{LoadError, Loaded};
use crate::render::{CompiledTheme, ThemeTexts};

use super::prepared::{ReadyTheme, Request};

/// Reads the theme of a site and compiles it.
pub(super) fn read_and_compile(
    content: &Loaded,
    request: &Request,
) -> Result<ReadyTheme, LoadError> {
    let Some(config) = &content.config else {
        return Ok(ReadyTheme { compiled: None, diagnostics: Vec::new() });
    };
    let theme = read_theme(&request.themes.join(&config.theme), config.theme != "default")?;
    Ok(match CompiledTheme::new(config, theme_texts(&theme)) {
        Ok(compiled) => {
            ReadyTheme { diagnostics: compiled.missing_words(config), compiled: Some(compiled) }
        }
        Err(diagnostics) => ReadyTheme { compiled: None, diagnostics },
    })
}

/// The stylesheet that drawings outside of pages take along.
const CHART_STYLE: &str = "charts.css";

/// Sorts the files of a theme into what the renderer wants.
fn theme_texts(theme: &Theme) -> ThemeTexts {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut texts = ThemeTexts {
        templates: theme
            .under("templates/")
            .map(|(name, bytes)| (name.to_string(), text(bytes)))
            .collect(),
        words: theme
            .under("i18n/")
            .filter_map(|(name, bytes)| Some((name.strip_suffix(".ftl")?.to_string(), text(bytes))))
            .collect(),
        ..ThemeTexts::default()
    };
    for (name, bytes) in theme.under("assets/") {
        match Path::new(name).extension().and_then(|ending| ending.to_str()) {
            Some("css") => {
                if name == CHART_STYLE {
                    texts.chart_style = text(bytes);
                }
                texts.style.push_str(&text(bytes));
            }
            Some("js") => texts.script.push_str(&text(bytes)),
            _ => texts.assets.push((name.to_string(), bytes.to_vec())),
        }
    }
    texts
}
