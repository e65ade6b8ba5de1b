//! What a theme brings as text, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::{Message, message};
use crate::source::{FileId, LineIndex, Location};

/// A template or a file of messages.
#[derive(Clone, Debug)]
pub struct ThemeText {
    /// The name of a template, or the tag of a language.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Which file of the theme's folder it is; nothing for a built-in one.
    pub file: Option<FileId>,
}

impl ThemeText {
    /// Returns the place of a byte; nothing in a built-in text.
    pub(super) fn location(&self, offset: usize) -> Option<Location> {
        self.file.map(|file| LineIndex::new(file, &self.text).location(offset))
    }
}

/// Says that a text of a theme cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFault {
    /// Where it stands, where that is known.
    pub location: Option<Location>,
    /// What is wrong.
    pub message: Message,
}

impl ThemeFault {
    /// Makes a diagnostic of it; one that stands nowhere is told at the settings.
    #[must_use]
    pub fn diagnostic(&self, settings: Location) -> Diagnostic {
        codes::THEME.at(self.location.unwrap_or(settings), self.message.clone()).help(message!(
            "correct the file of the theme, or remove it to use the built-in one",
            "更正主题中的该文件，或删去以使用内置文件"
        ))
    }
}

/// Lists the names of the messages in a Fluent file with where they begin: what stands before ` =`
/// at the beginning of a line.
pub(super) fn message_ids(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = offset;
        offset += line.len();
        let (id, _) = line.split_once('=')?;
        line.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| (at, id.trim()))
    })
}

/// Lists the messages that others of a Fluent file are made of: `{ name }`.
pub(super) fn messages_referred_to(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| {
        let inside = part.split('}').next()?.trim();
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let is_id =
            inside.starts_with(|c: char| c.is_ascii_alphabetic()) && inside.chars().all(is_name);
        is_id.then_some(inside)
    })
}

/// Lists the slots each message of a Fluent file has.
pub(super) fn slots_of(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut slots: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current: Option<&str> = None;
    for line in text.lines() {
        if let Some((_, id)) = message_ids(line).next() {
            current = Some(id);
            slots.entry(id.to_string()).or_default();
        }
        let Some(own) = current.and_then(|id| slots.get_mut(id)) else { continue };
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            own.insert(part[..end.unwrap_or(part.len())].to_string());
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_of_a_message_are_found_in_all_its_lines() {
        let slots = slots_of("a = { $n ->\n   *[other] { $some-name }\n}\nb = x\n");
        assert_eq!(slots["a"].iter().collect::<Vec<_>>(), ["n", "some-name"]);
        assert!(slots["b"].is_empty());
    }

    #[test]
    fn messages_that_others_are_made_of_are_found() {
        let text = "a = { b } and { $slot }\nc = { $n ->\n    [one] { d-e }\n   *[other] \
            { \"f\" } }\n";
        assert_eq!(messages_referred_to(text).collect::<Vec<_>>(), ["b", "d-e"]);
    }
}
