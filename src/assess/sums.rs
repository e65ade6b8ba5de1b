//! What regions add up to: their shares against the target, and their figures against the one of
//! the whole area.
//!
//! Facts, stated as they are: offices often hand out more than the target on purpose. A region that
//! lies in another one is added nowhere.

use std::cmp::Ordering;

use crate::assess::series::is_included;
use crate::assess::yardstick::{Demand, Yardstick};
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Aggregate, Indicator, Scope};
use crate::model::observation::{AsOf, ObservationStatus};
use crate::model::period::PeriodEnd;
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::number::Number;
use crate::phrase::Op;

/// What the shares of a target add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllocationsSum {
    /// All shares together.
    pub sum: Number,
    /// The number that is asked for: of whole things 超35个 asks for 36.
    pub target: Number,
    /// Whether that is not the number as it is written.
    pub is_strict: bool,
    /// Whether the target is a range in which they lie.
    pub is_within: bool,
}

impl AllocationsSum {
    /// Returns the word for the sum: short, equal, within, over.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self.sum.cmp(&self.target) {
            _ if self.is_within => "within",
            Ordering::Less => "short",
            Ordering::Equal => "equal",
            Ordering::Greater => "over",
        }
    }
}

/// Adds up the shares known on a day. Shares of a rate are targets of their own, not parts of a
/// whole.
#[must_use]
pub fn sum_of_allocations(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    as_of: Date,
) -> Option<AllocationsSum> {
    let indicator = plan.indicator(ix);
    // A falling range ends with its upper end, for the verdict and the shares alike.
    let promised = indicator.target.as_ref().filter(|target| target.value.is_some())?;
    let yardstick = Yardstick::new(plan, indicator, Demand::Target)?;
    if !is_added(indicator) {
        return None;
    }
    let shares: Vec<Number> = counted(indicator, regions)
        .filter_map(|region| plan.allocation(ix, region, AsOf::on(as_of)))
        .map(|share| share.target)
        .collect();
    let is_within = |sum: Number| {
        let (lower, upper) = (promised.value, promised.upper.filter(|_| promised.op == Op::Range));
        lower.zip(upper).is_some_and(|(lower, upper)| lower < sum && sum < upper)
    };
    (!shares.is_empty()).then(|| {
        let sum = shares.into_iter().sum();
        let yardstick = yardstick.beside(sum);
        let target = yardstick.threshold();
        let is_strict = target != yardstick.asked();
        AllocationsSum { sum, target, is_strict, is_within: is_within(sum) }
    })
}

/// Adds up the figures of the regions for one month, if every one is there. z counts as none
/// needed.
#[must_use]
pub fn sum_of_regions(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    period_end: PeriodEnd,
    known: AsOf,
) -> Option<Number> {
    Some(
        parts_of_whole(plan, regions, ix, period_end, known)?
            .into_iter()
            .filter_map(|(_, value)| value)
            .sum(),
    )
}

/// Lists the figures of the regions for one month in official order, if they make the whole: every
/// one is there, or says that there is none (z).
#[must_use]
pub fn parts_of_whole(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    period_end: PeriodEnd,
    known: AsOf,
) -> Option<Vec<(RegionIx, Option<Number>)>> {
    let indicator = plan.indicator(ix);
    if !is_added(indicator) {
        return None;
    }
    let parts: Option<Vec<_>> = counted(indicator, regions)
        .map(|region| {
            let row = plan.ledger.in_force_at(ix, Some(region), period_end, known)?;
            (row.value().is_some() || row.flag == Some(ObservationStatus::NotApplicable))
                .then_some((region, row.value()))
        })
        .collect();
    parts.filter(|parts| !parts.is_empty())
}

fn is_added(indicator: &Indicator) -> bool {
    indicator.aggregate == Aggregate::Sum && indicator.scope == Scope::Plan
}

fn counted<'i>(
    indicator: &'i Indicator,
    regions: &'i [Region],
) -> impl Iterator<Item = RegionIx> + 'i {
    indicator.regions.iter().copied().filter(|region| !is_included(regions, *region))
}
