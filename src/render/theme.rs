//! A theme made ready: its texts, its templates, and the files pages load.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::charts::FileStyle;
use crate::checksum::sha256;
use crate::codes;
use crate::config::Config;
use crate::diag::{Diagnostic, nearest};
use crate::message::message;

use super::templates::{Templates, messages_asked};
use super::theme_text::{ThemeFault, ThemeText};
use super::words::Vocabulary;

/// The texts of a theme.
#[derive(Debug, Default)]
pub struct ThemeTexts {
    /// Templates, each name once.
    pub templates: Vec<ThemeText>,
    /// The names of the built-in templates, replaced or not.
    pub built_in: Vec<String>,
    /// Fluent files by language tag, each laid over those before it.
    pub words: BTreeMap<String, Vec<ThemeText>>,
    /// Stylesheets, in the order of their names, put together into one.
    pub style: String,
    /// The stylesheet of the charts alone, for drawings in files of their own.
    pub chart_style: String,
    /// The one script.
    pub script: String,
    /// Other assets by path under `assets/`.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// A theme made ready for a site's languages: compiled once, used for as many pages and as often as
/// is wanted.
#[derive(Clone)]
pub struct CompiledTheme {
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) templates: Arc<Templates>,
    pub(super) assets: Arc<Assets>,
}

impl std::fmt::Debug for CompiledTheme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CompiledTheme").finish_non_exhaustive()
    }
}

impl CompiledTheme {
    /// Compiles templates and texts.
    ///
    /// **Errors**: a diagnostic for each template or text that cannot be used.
    pub fn new(config: &Config, theme: ThemeTexts) -> Result<Self, Vec<Diagnostic>> {
        let diagnostics_of = |faults: Vec<ThemeFault>| -> Vec<Diagnostic> {
            faults.iter().map(|fault| fault.diagnostic(config.location)).collect()
        };
        let vocabulary =
            Vocabulary::new(&config.languages, &theme.words).map_err(diagnostics_of)?;
        let unknown = unknown_messages(&theme.templates, &vocabulary);
        if !unknown.is_empty() {
            return Err(diagnostics_of(unknown));
        }
        let templates = Templates::new(&theme.templates, &vocabulary).map_err(diagnostics_of)?;
        let assets = Assets::new(theme.style, &theme.chart_style, theme.script, theme.assets);
        Ok(Self {
            vocabulary: Arc::new(vocabulary),
            templates: Arc::new(templates),
            assets: Arc::new(assets),
        })
    }

    /// Returns whether its templates are all built in.
    #[must_use]
    pub fn has_built_in_templates(&self) -> bool {
        self.templates.are_built_in()
    }

    /// Lists the texts that languages of the site lack.
    #[must_use]
    pub fn missing_words(&self, config: &Config) -> Vec<Diagnostic> {
        self.vocabulary
            .missing()
            .into_iter()
            .map(|(language, id)| {
                codes::MISSING_MESSAGE
                    .at(
                        config.location,
                        message!(
                            "the theme has no text `{id}` in {language}",
                            "主题缺少{language}文字`{id}`"
                        ),
                    )
                    .help(message!(
                        "add it to i18n/{language}.ftl; until then the first language is shown",
                        "在i18n/{language}.ftl中补充；此前显示第一语言"
                    ))
            })
            .collect()
    }
}

/// Finds where the theme's own templates ask for messages that no language has.
fn unknown_messages(templates: &[ThemeText], vocabulary: &Vocabulary) -> Vec<ThemeFault> {
    let mut faults = Vec::new();
    for template in templates.iter().filter(|template| template.file.is_some()) {
        for (at, id) in messages_asked(&template.text).filter(|(_, id)| !vocabulary.has(id)) {
            let message = match nearest(id, vocabulary.ids()) {
                Some(near) => message!(
                    "no language has the message `{id}`; did you mean `{near}`?",
                    "没有文字`{id}`；是否应为`{near}`？"
                ),
                None => message!("no language has the message `{id}`", "没有文字`{id}`"),
            };
            faults.push(ThemeFault { location: template.location(at), message });
        }
    }
    faults
}

/// One stylesheet, one script and whatever else a theme brings. Names carry a digest, so that hosts
/// may keep them for ever.
pub(super) struct Assets {
    pub(super) style: (String, Arc<[u8]>),
    pub(super) script: (String, Arc<[u8]>),
    others: Vec<(String, Arc<[u8]>)>,
    /// The part of the style that charts need, for those that stand alone.
    pub(super) chart_style: FileStyle,
}

impl Assets {
    pub fn new(
        style: String,
        chart_style: &str,
        script: String,
        others: Vec<(String, Vec<u8>)>,
    ) -> Self {
        let hashed = |name: &str, ending: &str, text: String| {
            let digest = sha256(text.as_bytes());
            (format!("assets/{name}.{}.{ending}", &digest[..10]), Arc::from(text.into_bytes()))
        };
        Self {
            style: hashed("style", "css", style),
            script: hashed("site", "js", script),
            chart_style: FileStyle::new(chart_style),
            others: others
                .into_iter()
                .map(|(name, bytes)| (format!("assets/{name}"), Arc::from(bytes)))
                .collect(),
        }
    }

    pub fn files(&self) -> Vec<(String, Arc<[u8]>)> {
        [&self.style, &self.script].into_iter().chain(&self.others).cloned().collect()
    }
}
