//! Reads the theme of a site and compiles it.

use std::path::Path;

use crate::load::theme::{Theme, ThemeFile, read_theme};
use crate::load::{LoadError, Loaded};
use crate::render::{CompiledTheme, ThemeText, ThemeTexts, doubts_of_theme};

use super::prepared::{ReadyTheme, Request};

/// Reads the theme of a site and compiles it.
pub(super) fn read_and_compile(
    content: &Loaded,
    request: &Request,
) -> Result<ReadyTheme, LoadError> {
    let Some(config) = &content.config else { return Ok(ReadyTheme::default()) };
    let theme = read_theme(&request.themes.join(&config.theme), config.theme != "default")?;
    let texts = theme_texts(&theme);
    let mut diagnostics = theme.diagnostics;
    diagnostics.extend(doubts_of_theme(&texts));
    let compiled = match CompiledTheme::new(config, texts) {
        Ok(compiled) => {
            diagnostics.extend(compiled.missing_words(config));
            Some(compiled)
        }
        Err(faults) => {
            diagnostics.extend(faults);
            None
        }
    };
    Ok(ReadyTheme { compiled, diagnostics, sources: theme.sources.into() })
}

/// The stylesheet that drawings outside of pages take along.
const CHART_STYLE: &str = "charts.css";

/// Sorts the files of a theme into what the renderer wants.
fn theme_texts(theme: &Theme) -> ThemeTexts {
    let mut texts = ThemeTexts::default();
    let text = |file: &ThemeFile| String::from_utf8_lossy(&file.bytes).into_owned();
    let [built_in, _] = theme.layers("templates/");
    texts.built_in = built_in.into_keys().map(str::to_string).collect();
    for (name, file) in theme.replaced("templates/") {
        let (name, text) = (name.to_string(), text(file));
        texts.templates.push(ThemeText { name, text, file: file.file });
    }
    for layer in theme.layers("i18n/") {
        for (name, file) in layer {
            if let Some(tag) = name.strip_suffix(".ftl") {
                let (name, text) = (tag.to_string(), text(file));
                let own = texts.words.entry(name.clone()).or_default();
                own.push(ThemeText { name, text, file: file.file });
            }
        }
    }
    for (name, file) in theme.replaced("assets/") {
        match Path::new(name).extension().and_then(|ending| ending.to_str()) {
            Some("css") => {
                let text = text(file);
                if name == CHART_STYLE {
                    texts.chart_style.clone_from(&text);
                }
                texts.style.push_str(&text);
            }
            Some("js") => texts.script.push_str(&text(file)),
            _ => texts.assets.push((name.to_string(), file.bytes.to_vec())),
        }
    }
    texts
}
