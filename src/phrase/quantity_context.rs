//! Where a number stands in a text: the words around it.

use super::words::Before;

/// What is known about the place of a quantity.
pub(super) struct QuantityContext<'t> {
    /// The whole text.
    pub text: &'t str,
    /// Where the clause of the quantity begins.
    pub clause: usize,
    /// Where its number begins.
    pub start: usize,
    /// The words directly before it.
    pub before: Before,
    /// Whether the text is a phrase of a few characters, in which a number is probably meant.
    pub is_short: bool,
    /// Whether a part of the year stands before it in its clause.
    pub has_cadence: bool,
    /// Whether a word of ambition governs it.
    pub is_strived: bool,
}

pub(super) fn left_of<'t>(context: &QuantityContext<'t>) -> &'t str {
    &context.text[..context.before.start]
}
