//! The templates of a theme, compiled once for each language.
//!
//! A template sees a typed view and the function `t`, which says a text of the theme in the page's
//! language. Everything is escaped but what a view hands over as finished markup (`| safe`). Texts
//! that are the same on every page are set in before a template is compiled: a page says a hundred
//! of them. This is the home of `tera`.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::words::{Slot, Vocabulary, Words};

/// About how long a page is.
const PAGE_BYTES: usize = 64 * 1024;

/// The compiled templates, for each language.
pub(super) struct Templates {
    languages: Vec<Tera>,
    names: BTreeSet<String>,
}

impl Templates {
    /// Compiles all templates together, so that they may extend and include each other.
    pub fn new(texts: &[(String, String)], vocabulary: &Vocabulary) -> Result<Self, String> {
        let compile = |words: &Arc<Words>| {
            let mut tera = Tera::new();
            let said = Arc::clone(words);
            tera.register_function("t", move |kwargs: Kwargs, _: &State| say(&said, &kwargs));
            let set = texts.iter().map(|(name, text)| (name.as_str(), set_texts_in(text, words)));
            tera.add_raw_templates(set.collect::<Vec<_>>()).map_err(|error| describe(&error))?;
            Ok(tera)
        };
        Ok(Self {
            languages: vocabulary.all().iter().map(compile).collect::<Result<_, String>>()?,
            names: texts.iter().map(|(name, _)| name.clone()).collect(),
        })
    }

    /// Tells whether the theme has a template.
    pub fn has(&self, template: &str) -> bool {
        self.names.contains(template)
    }

    /// Renders a template with a view, in a language.
    pub fn render<V: Serialize>(
        &self,
        language: usize,
        template: &str,
        view: &V,
    ) -> Result<Vec<u8>, String> {
        let context = Context::from_serialize(view).map_err(|error| describe(&error))?;
        let mut page = Vec::with_capacity(PAGE_BYTES);
        self.languages[language]
            .render_to(template, &context, &mut page)
            .map_err(|error| describe(&error))?;
        Ok(page)
    }
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
        let text = call.split_once(END).and_then(|(key, after)| Some((words.fixed(key)?, after)));
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

/// `t(key="…", name=value)`: a text in the language of the page.
fn say(words: &Words, kwargs: &Kwargs) -> TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    let slots: Vec<(String, Slot<'_>)> = kwargs
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?.to_string(), slot(value))))
        .filter(|(name, _)| name != "key")
        .collect();
    let slots: Vec<(&str, Slot<'_>)> =
        slots.iter().map(|(name, slot)| (name.as_str(), slot.clone())).collect();
    Ok(words.say(key, &slots))
}

fn slot(value: &Value) -> Slot<'_> {
    match (value.as_u64(), value.as_str()) {
        (Some(count), _) => Slot::Count(usize::try_from(count).unwrap_or(usize::MAX)),
        (None, Some(text)) => Slot::Text(text),
        (None, None) => Slot::Made(value.to_string()),
    }
}
