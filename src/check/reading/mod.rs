//! What reading can tell: these faults are found where files are read, and only explained here.
//!
//! None of them can be silenced: what could not be read would be missing without a word.

use super::rule::Rule;

mod files;
mod indicators;
mod keys;
mod plan;
mod rows;
mod scoring;
mod settings;
mod workbooks;

/// Lists them by what they are about.
pub(super) fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        &files::RULES[..],
        &settings::RULES[..],
        &keys::RULES[..],
        &plan::RULES[..],
        &indicators::RULES[..],
        &rows::RULES[..],
        &scoring::RULES[..],
        &workbooks::RULES[..],
    ]
    .into_iter()
    .flatten()
}
