//! Whole things: where what is asked for is counted one by one. The one home of that decision.

use crate::assess::sorts::Demand;
use crate::model::indicator::Indicator;
use crate::number::Number;
use crate::phrase::{counts_whole_things, names_a_mean};

/// Returns whether what is asked for comes in whole things: regions always; else a whole number in
/// a unit that is counted, from a whole baseline on, and no mean of many or part of so many.
pub(super) fn counts_one_by_one(indicator: &Indicator, of: Demand, asked: Number) -> bool {
    let is_whole = |number: Number| number.to_whole().is_some();
    let phrase = || indicator.target.as_ref().map_or("", |target| target.phrase.as_str());
    matches!(of, Demand::Regions(_))
        || (!indicator.measure.is_rate()
            && is_whole(asked)
            && indicator.baseline.is_none_or(is_whole)
            && counts_whole_things(indicator.unit.first())
            && !names_a_mean(phrase(), indicator.name.first()))
}
