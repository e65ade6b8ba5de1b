//! Decides how every indicator, milestone and item stands, and keeps the proof.
//!
//! Comes in: a plan, the site's regions, and the day of knowledge. Goes out: an [`Assessment`].
//! These are pure functions: no clock, no disk, no words. What cannot be judged is a value with a
//! reason, never a guess; missing is never zero. The order: the series of each indicator, the
//! verdict on its newest figure, whether a report is due, and the roll-up to the item; beside it,
//! the snapshot of what readers are told, what moved between two of them, and why.

pub mod points;
pub mod series;

pub mod verdict;

pub mod sorts;
mod whole_things;
pub mod yardstick;

pub mod question;

mod cadence;

pub mod lists;
pub mod progress;
pub mod reports;

pub mod decide;

mod each;
pub mod milestones;
pub mod regions;
pub mod sums;

pub mod indicator;

pub mod overdue_reports;
pub mod projection;
pub mod rollup;

pub mod assessment;
pub mod single_region;

pub mod snapshot;

pub mod changes;

pub mod causes;

pub mod scoring;

mod specimen_parts;
pub mod specimens;

#[cfg(test)]
mod cases;

#[cfg(test)]
mod yardstick_cases;

#[cfg(test)]
mod scoring_cases;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use crate::model::observation::AsOf;
use crate::model::period::PeriodEnd;
use crate::model::plan::Plan;
use crate::model::region::Region;

use assessment::Assessment;
use indicator::{IndicatorAssessment, assess_indicator};
use milestones::{MilestoneAssessment, assess_milestone};
use rollup::{Counts, ItemAssessment, assess_item, count_indicators, count_items};

/// Assesses a plan by what is known.
///
/// **Example**: 120 firms in a year, 40 of them by June. Half of the year is gone and a third of
/// the target is reached.
/// ```
/// use std::sync::Arc;
/// use taizhang::assess::assess_plan;
/// use taizhang::date::parse_date;
/// use taizhang::model::index::IndicatorIx;
/// use taizhang::model::indicator::{Indicator, Measure, Target};
/// use taizhang::model::ledger::{Ledger, Table};
/// use taizhang::model::observation::{AsOf, Observation};
/// use taizhang::model::period::{PeriodEnd, Period};
/// use taizhang::model::plan::{Plan, PlanText};
/// use taizhang::model::provenance::{ProvenanceIx, ProvenanceTable};
/// use taizhang::model::status::StatusCode;
/// use taizhang::phrase::Op;
/// use taizhang::source::{FileId, Location};
///
/// # fn main() { example().expect("the example is whole") }
/// # fn example() -> Option<()> {
/// let location = Location::start_of(FileId(0));
/// let target = Target::new("120家", Op::AtLeast, Some(120_u32.into()), location);
/// let firms = IndicatorIx(0);
/// let row = Observation {
///     figure: Some(40_u32.into()).into(),
///     indicator: firms,
///     region: None,
///     period: Period::parse("2023-06")?,
///     recorded: parse_date("2023-07-20")?,
///     flag: None,
///     revision: None,
///     provenance: ProvenanceIx::default(),
///     location,
/// }; let mut plan: Plan = PlanText::new("2023", PeriodEnd::new(2023, 1), PeriodEnd::new(2023,
/// 12)).into(); plan.indicators.push(Indicator::new("firms", "家", Measure::Count, Some(target)));
/// plan.ledger = Ledger::new(vec![Table::new(FileId(0), &[row],
/// Arc::new(ProvenanceTable::default()))]);
///
/// let assessment = assess_plan(&plan, &[], AsOf::on(parse_date("2023-07-25")?));
/// assert_eq!(assessment.indicator(firms).status.code, StatusCode::Behind);
/// // A day earlier than it was recorded, nobody knew the figure.
/// let before = assess_plan(&plan, &[], AsOf::on(parse_date("2023-07-19")?));
/// assert_eq!(before.indicator(firms).status.code, StatusCode::NotDue);
/// # Some(())
/// # }
/// ```
#[must_use]
pub fn assess_plan(plan: &Plan, regions: &[Region], known: AsOf) -> Assessment {
    let every: Vec<IndicatorIx> = plan.numbered_indicators().map(|(ix, _)| ix).collect();
    let indicators: Vec<_> =
        every.par_iter().map(|ix| Arc::new(assess_indicator(plan, regions, *ix, known))).collect();
    let milestones: Vec<MilestoneAssessment> = (0..)
        .map(MilestoneIx)
        .zip(&plan.milestones)
        .map(|(ix, _)| assess_milestone(plan, ix, known))
        .collect();
    let items: Vec<_> = plan
        .items
        .iter()
        .map(|item| Arc::new(assess_item(plan, item, &indicators, &milestones)))
        .collect();
    Assessment {
        known,
        has_begun: plan.has_begun_reporting(known.as_of),
        latest: latest_of(&indicators),
        counts: count(plan, &items, &indicators),
        indicators,
        milestones,
        items,
    }
}

/// Assesses a plan again of which only the figures of some indicators are other than before; all
/// else is shared with what was said before. Those [made of them](with_dependents) must be among
/// them.
#[must_use]
pub fn assess_incremental(
    plan: &Plan,
    regions: &[Region],
    before: &Assessment,
    touched: &[IndicatorIx],
) -> Assessment {
    let known = before.known;
    if plan.has_begun_reporting(known.as_of) != before.has_begun {
        // The first report of all makes every other one due.
        return assess_plan(plan, regions, known);
    }
    let (mut indicators, mut items) = (before.indicators.clone(), before.items.clone());
    for ix in touched {
        indicators[ix.0 as usize] = Arc::new(assess_indicator(plan, regions, *ix, known));
    }
    let touched_items: BTreeSet<ItemIx> =
        touched.iter().map(|ix| plan.indicator(*ix).item).collect();
    for ix in touched_items {
        items[ix.0 as usize] =
            Arc::new(assess_item(plan, plan.item(ix), &indicators, &before.milestones));
    }
    let (latest, counts) = (latest_of(&indicators), count(plan, &items, &indicators));
    Assessment {
        latest,
        counts,
        indicators,
        items,
        milestones: before.milestones.clone(),
        ..*before
    }
}

/// Adds to some indicators those that are made of them.
#[must_use]
pub fn with_dependents(plan: &Plan, touched: &[IndicatorIx]) -> Vec<IndicatorIx> {
    let mut all: BTreeSet<IndicatorIx> = touched.iter().copied().collect();
    loop {
        let is_touched = |part: Option<IndicatorIx>| part.is_some_and(|part| all.contains(&part));
        let shares = plan.numbered_indicators().filter(|(ix, one)| {
            (is_touched(one.numerator) || is_touched(one.denominator)) && !all.contains(ix)
        });
        // A share may itself be a part of another one.
        let more: Vec<IndicatorIx> = shares.map(|(ix, _)| ix).collect();
        if more.is_empty() {
            return all.into_iter().collect();
        }
        all.extend(more);
    }
}

fn latest_of(indicators: &[Arc<IndicatorAssessment>]) -> Option<PeriodEnd> {
    // A verdict may rest on what only some regions make, or on how many attain.
    let period_ends = |indicator: &Arc<IndicatorAssessment>| {
        let judged = indicator.judged_figure().map(|(point, _)| point.period.end());
        judged.max(indicator.latest().map(|point| point.period.end()))
    };
    indicators.iter().filter_map(period_ends).max()
}

fn count(
    plan: &Plan,
    items: &[Arc<ItemAssessment>],
    indicators: &[Arc<IndicatorAssessment>],
) -> Counts {
    Counts { items: count_items(items), indicators: count_indicators(plan, indicators) }
}
