//! Faults as values: what is wrong, where, and what to do.
//!
//! A stage collects diagnostics and goes on, so that all faults are told at once. A diagnostic
//! knows nothing of plans, colours or terminals; the command line finds the form in which it is
//! shown. Home of strsim.

use std::collections::HashSet;

use strsim::osa_distance;

use crate::message::Message;
use crate::source::Location;

/// Says how much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A fact worth knowing. Never fails anything.
    Note,
    /// Probably a mistake; fails under `--strict`.
    Warning,
    /// The site is not written.
    Error,
}

impl Severity {
    /// Returns the word that stands before the code.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Returns the word for people.
    #[must_use]
    pub fn message(self) -> Message {
        let zh = match self {
            Self::Note => "提示",
            Self::Warning => "警告",
            Self::Error => "错误",
        };
        Message::new(self.word(), zh)
    }
}

/// A stable, kebab-case code, one per rule, with the severity it has where a site says nothing
/// else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    name: &'static str,
    severity: Severity,
}

impl Code {
    /// Makes the code of an error.
    pub(crate) const fn error(name: &'static str) -> Self {
        Self { name, severity: Severity::Error }
    }

    /// Makes the code of a warning.
    pub(crate) const fn warning(name: &'static str) -> Self {
        Self { name, severity: Severity::Warning }
    }

    /// Makes the code of a note.
    pub(crate) const fn note(name: &'static str) -> Self {
        Self { name, severity: Severity::Note }
    }

    /// Returns the code as it is printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// Returns the severity it has where a site says nothing else.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.severity
    }

    /// Makes a diagnostic at a location.
    #[must_use]
    pub fn at(self, location: Location, message: Message) -> Diagnostic {
        Diagnostic {
            code: self.name,
            severity: self.severity,
            message,
            location: Some(location),
            labels: Vec::new(),
            help: None,
            is_once_per_file: false,
        }
    }
}

/// Tells one fault of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of its [`Code`].
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One phrase.
    pub message: Message,
    /// Where it is; absent only when no file can be named.
    pub location: Option<Location>,
    /// Further locations, each with a few words.
    pub labels: Vec<(Location, Message)>,
    /// What to do.
    pub help: Option<Box<Message>>,
    /// Whether a file with the same fault in many rows shows it at the first one only.
    is_once_per_file: bool,
}

impl Diagnostic {
    /// Gives it another severity than its code has.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Keeps it from being repeated with every row of a file.
    #[must_use]
    pub fn once_per_file(mut self) -> Self {
        self.is_once_per_file = true;
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(Box::new(help));
        self
    }

    /// Adds a further location.
    #[must_use]
    pub fn label(mut self, location: Location, words: Message) -> Self {
        self.labels.push((location, words));
        self
    }
}

/// Puts diagnostics into file order and tells each only once.
pub fn put_in_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (a.location, a.code, &a.message)
            .cmp(&(b.location, b.code, &b.message))
            .then(b.severity.cmp(&a.severity))
    });
    diagnostics.dedup();
}

/// Drops what says the same of the same file again, where it asks for that.
pub fn drop_repeats(diagnostics: &mut Vec<Diagnostic>) {
    let mut known = HashSet::new();
    diagnostics.retain(|one| {
        !one.is_once_per_file
            || known.insert((
                one.code,
                one.location.map(|location| location.file),
                one.message.clone(),
            ))
    });
}

/// Returns whether any of them is an error.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Returns the known name that is nearest to what was typed, if one is near enough to be meant.
///
/// Nearness is the number of characters to insert, drop, change or swap; up to a third of the
/// longer word counts as near.
#[must_use]
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    known
        .into_iter()
        .map(|name| {
            let known = name.to_lowercase();
            (osa_distance(&typed, &known), known.chars().count().max(length), name)
        })
        .filter(|(apart, longer, _)| *apart <= (longer / 3).max(1) && apart < longer)
        .min_by_key(|(apart, _, _)| *apart)
        .map(|(_, _, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        assert_eq!(nearest("seciton", ["section", "number"]), Some("section"));
        assert_eq!(nearest("Title", ["title", "tile"]), Some("title"));
        assert_eq!(nearest("埇桥", ["埇桥区", "萧县"]), Some("埇桥区"));
        assert_eq!(nearest("weather", ["title", "number"]), None);
    }

    #[test]
    fn order_is_by_place_and_each_is_told_once() {
        let at = |line| Location { file: FileId(0), line, column: 1 };
        let (a, b) = (Code::error("a"), Code::error("b"));
        let mut found = vec![
            b.at(at(2), Message::verbatim("second")),
            a.at(at(1), Message::verbatim("first")),
            b.at(at(2), Message::verbatim("second")),
        ];
        put_in_order(&mut found);
        assert_eq!(
            found.iter().map(|d| d.message.en.as_str()).collect::<Vec<_>>(),
            ["first", "second"]
        );
    }

    #[test]
    fn only_what_asks_for_it_stands_once_in_a_file() {
        let at = |file, line| Location { file: FileId(file), line, column: 1 };
        let (many, once) = (Code::warning("many"), Code::warning("once"));
        let mut found = Vec::new();
        for location in [at(0, 1), at(0, 2), at(1, 1)] {
            found.push(many.at(location, Message::verbatim("same")));
            found.push(once.at(location, Message::verbatim("same")).once_per_file());
        }
        found.push(once.at(at(0, 3), Message::verbatim("other")).once_per_file());
        drop_repeats(&mut found);
        let lines = |code: Code| {
            let places =
                found.iter().filter(|one| one.code == code.name()).flat_map(|d| d.location);
            places.map(|location| (location.file.0, location.line)).collect::<Vec<_>>()
        };
        assert_eq!(lines(many), [(0, 1), (0, 2), (1, 1)]);
        assert_eq!(lines(once), [(0, 1), (1, 1), (0, 3)]);
    }
}
