//! Faults as values: what is wrong, where, and what to do.
//!
//! A stage collects diagnostics and goes on, so that all faults are told at once. A diagnostic
//! knows nothing of plans, colours or terminals; the command line finds the form in which it is
//! shown.

use crate::said::Said;
use crate::source::Place;

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
    pub fn said(self) -> Said {
        let zh = match self {
            Self::Note => "提示",
            Self::Warning => "警告",
            Self::Error => "错误",
        };
        Said::new(self.word(), zh)
    }
}

/// Tells one fault of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable, kebab-case, one per rule.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One phrase.
    pub message: Said,
    /// Where it is; absent only when no file can be named.
    pub place: Option<Place>,
    /// Further places, each with a few words.
    pub labels: Vec<(Place, Said)>,
    /// What to do.
    pub help: Option<Box<Said>>,
}

impl Diagnostic {
    /// Makes an error at a place.
    #[must_use]
    pub fn error(code: &'static str, place: Place, message: Said) -> Self {
        Self::new(code, Severity::Error, Some(place), message)
    }

    /// Makes a warning at a place.
    #[must_use]
    pub fn warning(code: &'static str, place: Place, message: Said) -> Self {
        Self::new(code, Severity::Warning, Some(place), message)
    }

    /// Makes a note at a place.
    #[must_use]
    pub fn note(code: &'static str, place: Place, message: Said) -> Self {
        Self::new(code, Severity::Note, Some(place), message)
    }

    /// Makes a diagnostic of any severity, with or without a place.
    #[must_use]
    pub fn new(
        code: &'static str,
        severity: Severity,
        place: Option<Place>,
        message: Said,
    ) -> Self {
        Self { code, severity, message, place, labels: Vec::new(), help: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Said) -> Self {
        self.help = Some(Box::new(help));
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn label(mut self, place: Place, words: Said) -> Self {
        self.labels.push((place, words));
        self
    }
}

/// Puts diagnostics into file order and tells each only once.
pub fn put_in_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (a.place, a.code, &a.message)
            .cmp(&(b.place, b.code, &b.message))
            .then(b.severity.cmp(&a.severity))
    });
    diagnostics.dedup();
}

/// Tells whether any of them is an error.
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
    let typed: Vec<char> = typed.to_lowercase().chars().collect();
    known
        .into_iter()
        .map(|name| {
            let letters: Vec<char> = name.to_lowercase().chars().collect();
            (distance(&typed, &letters), letters.len().max(typed.len()), name)
        })
        .filter(|(apart, longer, _)| *apart <= (longer / 3).max(1) && apart < longer)
        .min_by_key(|(apart, _, _)| *apart)
        .map(|(_, _, name)| name)
}

/// Counts the edits between two words (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
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
        let at = |line| Place { file: FileId(0), line, column: 1 };
        let mut found = vec![
            Diagnostic::error("b", at(2), Said::same("second")),
            Diagnostic::error("a", at(1), Said::same("first")),
            Diagnostic::error("b", at(2), Said::same("second")),
        ];
        put_in_order(&mut found);
        assert_eq!(
            found.iter().map(|d| d.message.en.as_str()).collect::<Vec<_>>(),
            ["first", "second"]
        );
    }
}
