//! The templates of a theme, compiled once for each language.
//!
//! A template sees a typed view and the function `t`, which says a text of the theme in the page's
//! language. Everything is escaped but what a view hands over as finished markup (`| safe`). Texts
//! that are the same on every page are set in before a template is compiled: a page says a hundred
//! of them. This is the home of `tera`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::language::LanguageIx;
use crate::message::message;
use crate::source::{FileId, Location};

use super::theme_text::{ThemeFault, ThemeText};
use super::words::{Slot, Vocabulary, Words};

/// About how long a page is.
const PAGE_BYTES: usize = 64 * 1024;

/// The compiled templates, for each language.
pub(super) struct Templates {
    languages: Vec<Tera>,
    /// The file of the theme's folder a template stands in; nothing for a built-in one.
    files: BTreeMap<String, Option<FileId>>,
}

impl Templates {
    /// Compiles all templates together, so that they may extend and include each other.
    ///
    /// **Errors**: a fault for each template that cannot be read, else the first one that does not
    /// fit the others.
    pub fn new(texts: &[ThemeText], vocabulary: &Vocabulary) -> Result<Self, Vec<ThemeFault>> {
        let files: BTreeMap<String, Option<FileId>> =
            texts.iter().map(|one| (one.name.clone(), one.file)).collect();
        let faults: Vec<ThemeFault> =
            texts.iter().filter_map(|one| syntax_fault(&files, one)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let compile = |words: &Arc<Words>| {
            let mut tera = Tera::new();
            let own_words = Arc::clone(words);
            tera.register_function("t", move |kwargs: Kwargs, _: &State| {
                message(&own_words, &kwargs)
            });
            let set = texts.iter().map(|one| (one.name.as_str(), ready_text(one, words)));
            tera.add_raw_templates(set.collect::<Vec<_>>())
                .map_err(|error| vec![fault(&files, &error)])?;
            Ok(tera)
        };
        let languages =
            vocabulary.all().iter().map(compile).collect::<Result<_, Vec<ThemeFault>>>()?;
        Ok(Self { languages, files })
    }

    /// Returns whether the theme has a template.
    pub fn has(&self, template: &str) -> bool {
        self.files.contains_key(template)
    }

    /// Returns whether all templates are built in: those cannot fail.
    pub fn are_built_in(&self) -> bool {
        self.files.values().all(Option::is_none)
    }

    /// Renders a template with a view, in a language.
    pub fn render<V: Serialize>(
        &self,
        language: LanguageIx,
        template: &str,
        view: &V,
    ) -> Result<Vec<u8>, ThemeFault> {
        let fault = |error| fault(&self.files, &error);
        let context = Context::from_serialize(view).map_err(fault)?;
        let mut page = Vec::with_capacity(PAGE_BYTES);
        self.languages[language.row()].render_to(template, &context, &mut page).map_err(fault)?;
        Ok(page)
    }
}

/// Reads a template of the theme's own by itself, so that every one of them is told.
fn syntax_fault(
    files: &BTreeMap<String, Option<FileId>>,
    template: &ThemeText,
) -> Option<ThemeFault> {
    template.file?;
    let mut tera = Tera::new();
    let error = tera.add_raw_template(&template.name, &template.text).err()?;
    matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| fault(files, &error))
}

/// Says what a template is refused for, at its line where that is known.
fn fault(files: &BTreeMap<String, Option<FileId>>, error: &tera::Error) -> ThemeFault {
    let error_text = |name: &str, reason: &str| {
        message!("the template `{name}` cannot be used: {reason}", "模板`{name}`不可用：{reason}")
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (name, span) = (report.filename(), report.span());
            let number = |one: usize| u32::try_from(one).unwrap_or(u32::MAX);
            let location = |file| Location {
                file,
                line: number(span.start_line),
                column: number(span.start_col + 1),
            };
            ThemeFault {
                location: files.get(name).copied().flatten().map(location),
                message: error_text(name, report.message()),
            }
        }
        ErrorKind::MissingParent { current, parent } => ThemeFault {
            location: files.get(current).copied().flatten().map(Location::start_of),
            message: error_text(current, &format!("it extends `{parent}`, which is not there")),
        },
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            ThemeFault {
                location: files.get(tpl).copied().flatten().map(Location::start_of),
                message: error_text(tpl, &describe(error)),
            }
        }
        _ => ThemeFault {
            location: None,
            message: message!(
                "the templates cannot be used: {}",
                "模板不可用：{}",
                describe(error)
            ),
        },
    }
}

/// Returns what is compiled. Texts that are the same on every page are set into built-in templates;
/// one of the theme's own keeps its lines and columns, for messages.
fn ready_text(template: &ThemeText, words: &Words) -> String {
    match template.file {
        None => set_texts_in(&template.text, words),
        Some(_) => template.text.clone(),
    }
}

/// Lists the messages a template asks for by name, with where it does: `t(key="…")`, in any order
/// of its arguments and with any quotes.
pub(super) fn messages_asked(template: &str) -> impl Iterator<Item = (usize, &str)> {
    template.match_indices("key=").filter_map(|(at, found)| {
        let (_, before) = template[..at].rsplit_once("t(")?;
        let start = at + found.len() + 1;
        let quote = template[at + found.len()..].chars().next()?;
        if !matches!(quote, '"' | '\'' | '`') || before.contains([')', '{', '}']) {
            return None;
        }
        let length = template[start..].find(quote)?;
        Some((start, &template[start..start + length]))
    })
}

/// Puts the texts of `{{ t(key="…") }}` in their places, where they need no slots and no escaping.
fn set_texts_in(template: &str, words: &Words) -> String {
    const CALL: &str = "{{ t(key=\"";
    const END: &str = "\") }}";
    if template.contains("raw %}") {
        return template.to_string();
    }
    let mut set = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, call)) = rest.split_once(CALL) {
        set.push_str(before);
        rest = call;
        let text =
            call.split_once(END).and_then(|(key, after)| Some((words.fixed_by_name(key)?, after)));
        match text.filter(|(text, _)| !text.contains(['&', '<', '>', '"', '\'', '{', '}'])) {
            Some((text, after)) => {
                set.push_str(text);
                rest = after;
            }
            None => set.push_str(CALL),
        }
    }
    set.push_str(rest);
    set
}

fn describe(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

/// `t(key="…", name=value)`: a message in the language of the page.
fn message(words: &Words, kwargs: &Kwargs) -> TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    let slots: Vec<(String, Slot<'_>)> = kwargs
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?.to_string(), slot(value))))
        .filter(|(name, _)| name != "key")
        .collect();
    let slots: Vec<(&str, Slot<'_>)> =
        slots.iter().map(|(name, slot)| (name.as_str(), slot.clone())).collect();
    words
        .message_by_name(key, &slots)
        .ok_or_else(|| tera::Error::message(format!("the theme has no message `{key}`")))
}

fn slot(value: &Value) -> Slot<'_> {
    match (value.as_u64(), value.as_str()) {
        (Some(count), _) => Slot::Count(usize::try_from(count).unwrap_or(usize::MAX)),
        (None, Some(text)) => Slot::Text(text),
        (None, None) => Slot::Made(value.to_string()),
    }
}
