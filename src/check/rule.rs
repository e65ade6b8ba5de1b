//! What a rule says of itself, for `check --list`, `check --explain` and the page of all rules.

use crate::diag::{Code, Diagnostic};
use crate::said::{Both, Said};
use crate::source::Place;

/// One thing that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable code, and how severe it is where a site says nothing else.
    pub code: Code,
    /// Whether `[check]` in site.toml may change that. What makes content unreadable may not be
    /// silenced.
    pub is_settable: bool,
    /// What is wrong.
    pub what: Both,
    /// Why it matters.
    pub why: Both,
    /// A line or two that break the rule, as they would stand in a file.
    pub example: &'static str,
    /// What to do.
    pub remedy: Both,
}

impl Rule {
    /// Makes a diagnostic of this rule at a place.
    #[must_use]
    pub fn at(&self, place: Place, message: Said) -> Diagnostic {
        self.code.at(place, message)
    }
}

/// What reading cannot get past: the site is not written until it is mended.
pub(super) const fn fault(
    code: Code,
    what: Both,
    why: Both,
    example: &'static str,
    remedy: Both,
) -> Rule {
    Rule { code, is_settable: false, what, why, example, remedy }
}

/// Puts a text together that says the same in both languages.
pub(super) const fn both(en: &'static str, zh: &'static str) -> Both {
    Both { en, zh }
}
