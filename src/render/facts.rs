//! Says what an edition told of an indicator: its figure, in the words of today.

use crate::model::indicator::{Measure, Scope};
use crate::model::plan::Plan;
use crate::model::snapshot::IndicatorFact;

use super::terms;
use super::words::{Slot, Words};

/// Says a figure with its period: 2023年上半年 52家; or what stands in its place.
pub(super) fn figure_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact) -> String {
    let (Some(period), Some(amount)) = (fact.period, amount_of_fact(words, plan, fact)) else {
        return words.plain("dash");
    };
    let indicator = plan.indicators.iter().find(|one| one.id == fact.id);
    let period = match indicator {
        Some(one) => terms::period_of_figure(words, plan, period, one.measure),
        None => terms::period_label(words, plan, period),
    };
    words.say("changes-figure", &[("period", Slot::Made(period)), ("amount", Slot::Made(amount))])
}

/// Says a figure with its unit: of how many regions, a rate without a bare minus, or an amount; or
/// what stands in its place.
#[must_use]
pub fn amount_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact) -> Option<String> {
    let Some(value) = fact.value else {
        return fact.flag.map(|flag| terms::flag_word(words, flag));
    };
    let indicator = plan.indicators.iter().find(|one| one.id == fact.id);
    if indicator.is_some_and(|one| one.scope == Scope::EachRegion && one.target.is_some()) {
        let count = value.to_whole().and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
        return Some(words.say("amount-regions", &[("value", Slot::Count(count))]));
    }
    let unit = indicator.map_or(fact.unit.as_str(), |one| one.unit.in_language(words.language()));
    if value.is_negative() && indicator.is_some_and(|one| one.measure == Measure::Growth) {
        return Some(terms::rate_of_change(words, value, unit));
    }
    Some(terms::amount(words, value, unit))
}
