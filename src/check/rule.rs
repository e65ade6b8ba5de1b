//! What a rule says of itself, for `check --list`, `check --explain` and the page of all rules.

use crate::diag::{Code, Diagnostic};
use crate::message::{Message, StaticMessage};
use crate::source::Location;

/// One thing that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable code, and how severe it is where a site says nothing else.
    pub code: Code,
    /// Whether `[check]` in site.toml may change that. What makes content unreadable may not be
    /// silenced.
    pub is_settable: bool,
    /// What is wrong.
    pub what: StaticMessage,
    /// Why it matters.
    pub why: StaticMessage,
    /// A line or two that break the rule, as they would stand in a file.
    pub example: &'static str,
    /// What to do.
    pub remedy: StaticMessage,
}

impl Rule {
    /// Makes a diagnostic of this rule at a place.
    #[must_use]
    pub fn at(&self, location: Location, message: Message) -> Diagnostic {
        self.code.at(location, message)
    }
}

/// What reading cannot get past: the site is not written until it is mended.
pub(super) const fn fault(
    code: Code,
    what: StaticMessage,
    why: StaticMessage,
    example: &'static str,
    remedy: StaticMessage,
) -> Rule {
    Rule { code, is_settable: false, what, why, example, remedy }
}

/// Puts a text together that says the same in both languages.
pub(super) const fn bilingual(en: &'static str, zh: &'static str) -> StaticMessage {
    StaticMessage { en, zh }
}
