//! Sentences for editors, in both languages this program speaks at a terminal.
//!
//! A sentence is written in both where it arises, so that none is ever half told. What readers of a
//! site see is not here: those words are in the theme.
//!
//! There is no catalogue of messages (`message!` instead): who writes a rule writes both, and the
//! compiler sees to it that both hold the same values.

/// A language in which the program speaks to editors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

/// One sentence in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    /// English: a lower-case phrase without a full stop.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Message {
    /// Puts two sentences together that say the same.
    #[must_use]
    pub fn new(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { en: en.into(), zh: zh.into() }
    }

    /// Takes what is the same in every language: a name, or the words of somebody else's program.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { en: text.clone(), zh: text }
    }

    /// Returns the sentence in one language.
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> &str {
        match locale {
            Locale::English => &self.en,
            Locale::Chinese => &self.zh,
        }
    }
}

/// A fixed text in each language: what a thing is called, or what a rule says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaticMessage {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

impl StaticMessage {
    /// Puts the two together.
    #[must_use]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// Returns the text in one language.
    #[must_use]
    pub fn in_locale(self, locale: Locale) -> &'static str {
        match locale {
            Locale::English => self.en,
            Locale::Chinese => self.zh,
        }
    }
}

/// Formats a sentence in both languages from the same values: `message!("`{}` is empty", "`{}`为空",
/// key)`.
macro_rules! message {
    ($en:literal, $zh:literal $(, $value:expr)* $(,)?) => {
        $crate::message::Message { en: format!($en $(, $value)*), zh: format!($zh $(, $value)*) }
    };
}
pub(crate) use message;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_hold_the_same_values() {
        let (name, count) = ("a", 3);
        let message = message!("`{name}` is there {} times", "`{name}`出现{}次", count);
        assert_eq!(message.in_locale(Locale::English), "`a` is there 3 times");
        assert_eq!(message.in_locale(Locale::Chinese), "`a`出现3次");
        assert_eq!(Message::verbatim("x").zh, "x");
    }
}
