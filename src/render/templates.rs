//! The templates of a theme, compiled once.
//!
//! A template sees a typed view and the function `t`, which says a text of the theme in the page's language. Everything is escaped
//! but what a view hands over as finished markup (`| safe`). This is the home of `tera`.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::words::{Slot, Vocabulary, Words};

/// The compiled templates.
pub(super) struct Templates {
    tera: Tera,
}

impl Templates {
    /// Compiles all templates together, so that they may extend and include each other.
    pub fn new(texts: &[(String, String)], vocabulary: &Vocabulary) -> Result<Self, String> {
        let mut tera = Tera::new();
        let languages: Vec<Arc<Words>> = vocabulary.all().to_vec();
        tera.register_function("t", move |kwargs: Kwargs, state: &State| say(&languages, &kwargs, state));
        tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .map_err(|error| describe(&error))?;
        Ok(Self { tera })
    }

    /// Renders a template with a view.
    pub fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, String> {
        let context = Context::from_serialize(view).map_err(|error| describe(&error))?;
        self.tera.render(template, &context).map_err(|error| describe(&error))
    }
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
fn say(languages: &[Arc<Words>], kwargs: &Kwargs, state: &State) -> TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    let language: usize = state.get("language")?.unwrap_or(0);
    let slots: Vec<(String, Slot<'_>)> = kwargs
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?.to_string(), slot(value))))
        .filter(|(name, _)| name != "key")
        .collect();
    let slots: Vec<(&str, Slot<'_>)> = slots.iter().map(|(name, slot)| (name.as_str(), slot.clone())).collect();
    Ok(languages.get(language).map_or_else(String::new, |words| words.say(key, &slots)))
}

fn slot(value: &Value) -> Slot<'_> {
    match (value.as_u64(), value.as_str()) {
        (Some(count), _) => Slot::Count(usize::try_from(count).unwrap_or(usize::MAX)),
        (None, Some(text)) => Slot::Text(text),
        (None, None) => Slot::Made(value.to_string()),
    }
}
