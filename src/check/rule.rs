//! What a rule says of itself, for `check --list`, `check --explain` and the page of all rules.

use crate::diag::Severity;
use crate::said::Both;

/// One thing that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable code.
    pub code: &'static str,
    /// How severe it is where a site says nothing else.
    pub severity: Severity,
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

/// What reading cannot get past: the site is not written until it is mended.
pub(super) const fn fault(
    code: &'static str,
    what: Both,
    why: Both,
    example: &'static str,
    remedy: Both,
) -> Rule {
    Rule { code, severity: Severity::Error, is_settable: false, what, why, example, remedy }
}

/// Puts a text together that says the same in both languages.
pub(super) const fn both(en: &'static str, zh: &'static str) -> Both {
    Both { en, zh }
}
