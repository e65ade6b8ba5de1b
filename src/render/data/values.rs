//! The values of `plan.json`: decimals with their digits, and translations beside a text.

#[cfg(test)]
use std::borrow::Cow;
use std::collections::BTreeMap;

#[cfg(test)]
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::language::Text;
use crate::number::Number;

/// A decimal that keeps its digits in JSON.
pub(super) struct Exact(pub Number);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_string().parse::<serde_json::Number>() {
            Ok(number) => number.serialize(serializer),
            // A decimal in plain digits always is a JSON number.
            Err(error) => Err(serde::ser::Error::custom(error)),
        }
    }
}

pub(super) fn exact(value: Option<Number>) -> Option<Exact> {
    value.map(Exact)
}

pub(super) fn rounded(value: Option<Number>, places: u32) -> Option<Exact> {
    value.map(|value| Exact(value.rounded(places).normalized()))
}

/// Translations of a text, by key (`title_en`).
pub(super) type Translations = BTreeMap<String, String>;

pub(super) fn translations(fields: &[(&str, &Text)]) -> Translations {
    fields
        .iter()
        .flat_map(|(name, text)| {
            text.translations()
                .map(move |(language, text)| (format!("{name}_{language}"), text.to_string()))
        })
        .collect()
}

// What the published schema says of these values.

#[cfg(test)]
impl JsonSchema for Exact {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// Lists the words of a table.
#[cfg(test)]
pub(super) fn words<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}

/// Lists the words of a table, and null for none of them.
#[cfg(test)]
pub(super) fn words_or_null<T>(table: &[(&'static str, T)]) -> Vec<Option<&'static str>> {
    table.iter().map(|(word, _)| Some(*word)).chain([None]).collect()
}

#[cfg(test)]
pub(super) fn title(_: &mut SchemaGenerator) -> Schema {
    translations_of("title")
}

#[cfg(test)]
pub(super) fn title_and_issuer(_: &mut SchemaGenerator) -> Schema {
    translations_of("title|issuer")
}

#[cfg(test)]
pub(super) fn name_and_unit(_: &mut SchemaGenerator) -> Schema {
    translations_of("name|unit")
}

#[cfg(test)]
fn translations_of(texts: &str) -> Schema {
    let pattern = format!("^({texts})_[A-Za-z0-9_]+$");
    json_schema!({
        "type": "object",
        "patternProperties": { pattern: { "type": "string", "description": "A translation." } }
    })
}
