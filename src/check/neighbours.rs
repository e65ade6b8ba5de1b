//! Figures that follow each other: of one indicator and one place, by period, as known now.

use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Measure};
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::number::Number;

use super::context::CheckContext;

/// Two figures of one place that follow each other, with their values.
pub(super) struct Neighbours<'p> {
    pub earlier: &'p Observation,
    pub later: &'p Observation,
    pub from: Number,
    pub to: Number,
}

/// Lists the pairs within the plan's own time. A break in the series parts them; what is missing is
/// passed over.
pub(super) fn neighbours<'p>(context: CheckContext<'p>, ix: IndicatorIx) -> Vec<Neighbours<'p>> {
    let known = AsOf::on(context.assessment.as_of());
    let with_value: Vec<(&Observation, Number)> = context
        .plan
        .ledger
        .in_force(ix, known)
        .filter(|row| row.period.end() >= context.plan.first)
        .filter_map(|row| Some((row, row.value()?)))
        .collect();
    with_value
        .windows(2)
        .map(|pair| Neighbours {
            earlier: pair[0].0,
            later: pair[1].0,
            from: pair[0].1,
            to: pair[1].1,
        })
        .filter(|pair| {
            pair.earlier.region == pair.later.region
                && pair.later.flag != Some(ObservationStatus::Break)
        })
        .collect()
}

/// Returns whether a figure counts from the start of the year on, so that it cannot fall, nor be
/// below zero: entries less exits can.
pub(super) fn is_cumulative(indicator: &Indicator) -> bool {
    matches!(indicator.measure, Measure::Count | Measure::Event) && !indicator.is_net_change()
}
