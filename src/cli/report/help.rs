//! What to do about a fault.

use crate::diag::Diagnostic;
use crate::message::Message;

/// Returns what to do about a fault: what it says itself, or what its rule says.
pub(super) fn help_of(diagnostic: &Diagnostic) -> Option<Message> {
    diagnostic.help.as_deref().cloned().or_else(|| {
        crate::check::rule(diagnostic.code).map(|rule| Message::new(rule.remedy.en, rule.remedy.zh))
    })
}
