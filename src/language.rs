//! Texts in several languages.
//!
//! The first language of a site is the one its authors write; a translation of any text is the same
//! key with the language behind it (`title_en`). A missing translation is never invented: the first
//! language is shown and [`Text::is_translated`] lets a page say so.

use std::fmt;

/// Names a language by its BCP 47 tag: `zh-CN`, `en`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(pub String);

impl Language {
    /// Returns the tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Returns the ending of keys and file names in this language: the tag's first part, `en` for
    /// `en-GB`.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.split('-').next().unwrap_or("")
    }
}

/// Names a language by its position among the languages of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageIx(u8);

impl LanguageIx {
    /// The first one, in which the site is written; its pages are at the root.
    pub const FIRST: Self = Self(0);

    /// Lists the positions of so many languages, the first one first. No site has more than a
    /// number has room for.
    pub fn all(count: usize) -> impl Iterator<Item = Self> {
        (0..u8::try_from(count).unwrap_or(u8::MAX)).map(Self)
    }

    /// Returns the position, from 0.
    #[must_use]
    pub fn row(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Holds a text in the site's first language, and its translations by language key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    first: String,
    translations: Vec<(String, String)>,
}

impl Text {
    /// Takes a text of the first language.
    #[must_use]
    pub fn new(first: impl Into<String>) -> Self {
        Self { first: first.into(), translations: Vec::new() }
    }

    /// Adds a translation under a language key.
    pub fn add(&mut self, key: &str, translation: impl Into<String>) {
        self.translations.push((key.to_string(), translation.into()));
    }

    /// Returns the text of the first language.
    #[must_use]
    pub fn first(&self) -> &str {
        &self.first
    }

    /// Returns the text in a language, or in the first one where there is no translation.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> &str {
        self.translation(language.key()).unwrap_or(&self.first)
    }

    /// Returns whether there is a translation for a language key.
    #[must_use]
    pub fn is_translated(&self, key: &str) -> bool {
        self.translation(key).is_some()
    }

    /// Lists the translations, in the order they were added.
    pub fn translations(&self) -> impl Iterator<Item = (&str, &str)> {
        self.translations.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Returns whether the text says nothing in the first language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    fn translation(&self, key: &str) -> Option<&str> {
        self.translations.iter().find(|(k, _)| k == key).map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_to_the_first_language() {
        let mut text = Text::new("标题");
        text.add("en", "Title");
        assert_eq!(text.in_language(&Language("en".into())), "Title");
        assert_eq!(text.in_language(&Language("fr".into())), "标题");
        assert!(!text.is_translated("fr"));
    }
}
