//! Says what an edition told of an indicator: its figure, in the words of today.

use crate::model::plan::Plan;
use crate::model::snapshot::IndicatorFact;

use super::amounts::figure_of_fact;
use super::terms;
use super::words::{Slot, Words};

/// Says a figure with its period: 2023年上半年 52家; or what stands in its place.
pub(super) fn figure_with_period(words: &Words, plan: &Plan, fact: &IndicatorFact) -> String {
    let (Some(period), Some(amount)) = (fact.period, amount_of_fact(words, plan, fact)) else {
        return words.plain("dash");
    };
    let indicator = plan.indicators.iter().find(|one| one.id == fact.id);
    let period = match indicator {
        Some(one) => terms::period_of_figure(words, plan, period, one),
        None => terms::period_label(words, plan, period),
    };
    words.say("changes-figure", &[("period", Slot::Made(period)), ("amount", Slot::Made(amount))])
}

/// Says a figure with its unit, or what stands in its place.
#[must_use]
pub fn amount_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact) -> Option<String> {
    match fact.value {
        Some(value) => Some(figure_of_fact(words, plan, fact, value)),
        None => fact.flag.map(|flag| terms::flag_word(words, flag)),
    }
}
