//! What a theme brings as text, and what is wrong with it.

use crate::codes;
use crate::diag::Diagnostic;
use crate::said::{Said, say};
use crate::source::{FileId, LineIndex, Place};

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
    pub(super) fn place(&self, offset: usize) -> Option<Place> {
        self.file.map(|file| LineIndex::new(file, &self.text).place(offset))
    }
}

/// Says that a text of a theme cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFault {
    /// Where it stands, where that is known.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: Said,
}

impl ThemeFault {
    /// Makes a diagnostic of it; one that stands nowhere is told at the settings.
    #[must_use]
    pub fn diagnostic(&self, settings: Place) -> Diagnostic {
        codes::THEME.at(self.place.unwrap_or(settings), self.message.clone()).help(say!(
            "correct the file of the theme, or remove it to use the built-in one",
            "更正主题中的该文件，或删去以使用内置文件"
        ))
    }
}
