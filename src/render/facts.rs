//! Says what an edition told of an indicator: its figure, in the words of today.

use crate::assess::changes::IndicatorChange;
use crate::model::plan::Plan;
use crate::model::snapshot::{IndicatorFact, ItemFact};
use crate::render::text_id::text;

use super::amounts::figure_of_fact;
use super::period_words;
use super::terms;
use super::words::{Slot, Words};

/// Says a figure with its period: 2023年上半年 52家; or what stands in its place.
pub(super) fn figure_with_period(words: &Words, plan: &Plan, fact: &IndicatorFact) -> String {
    let (Some(period), Some(amount)) = (fact.period, amount_of_fact(words, plan, fact)) else {
        return words.plain(text!("dash"));
    };
    let indicator = plan.indicators.iter().find(|one| one.id == fact.id);
    let period = match indicator {
        Some(one) => period_words::period_of_figure(words, plan, period, one),
        None => period_words::period_label(words, plan, period),
    };
    words.message(
        text!("changes-figure"),
        &[("period", Slot::Made(period)), ("amount", Slot::Made(amount))],
    )
}

/// Marks the later figure of a change as one of another definition, where it is: it is no rise and
/// no fall.
#[must_use]
pub fn marked_break(words: &Words, change: &IndicatorChange<'_>, figure: String) -> String {
    if !change.crosses_break {
        return figure;
    }
    words.message(text!("figure-after-break"), &[("amount", Slot::Made(figure))])
}

/// Returns whether readers see another word of a status: within a limit there is one for ahead and
/// on track.
#[must_use]
pub fn has_another_word(
    words: &Words,
    plan: &Plan,
    before: &IndicatorFact,
    after: &IndicatorFact,
) -> bool {
    let word = |fact: &IndicatorFact| terms::status_word(words, plan, fact.code, fact.family);
    word(before) != word(after)
}

/// Tells the same of an item.
#[must_use]
pub fn has_another_item_word(
    words: &Words,
    plan: &Plan,
    before: &ItemFact,
    after: &ItemFact,
) -> bool {
    let word = |fact: &ItemFact| terms::status_word(words, plan, fact.code, fact.family);
    word(before) != word(after)
}

/// Says a figure with its unit, or what stands in its place.
#[must_use]
pub fn amount_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact) -> Option<String> {
    match fact.value {
        // Sums of different regions are no rise and no fall: each says that it is not of all.
        Some(value) if fact.is_of_some => Some(words.message(
            text!("figure-of-some"),
            &[("amount", Slot::Made(figure_of_fact(words, plan, fact, value)))],
        )),
        Some(value) => Some(figure_of_fact(words, plan, fact, value)),
        None => fact.flag.map(|flag| terms::flag_word(words, flag)),
    }
}
