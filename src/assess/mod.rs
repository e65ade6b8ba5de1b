//! Decides how every indicator, milestone and item stands, and keeps the proof.
//!
//! Comes in: a plan, the site's regions, and the day of knowledge. Goes out: an [`Assessment`]. These are pure functions: no clock, no disk,
//! no words. What cannot be judged is a value with a reason, never a guess; missing is never zero.
//! The order: the series of each indicator, the verdict on its newest figure, whether a report is due, and the roll-up to the item;
//! beside it, the snapshot of what readers are told, and what moved between two of them.

pub mod series;

pub mod verdict;

pub mod progress;
pub mod reports;

pub mod decide;

pub mod milestones;
pub mod regions;
pub mod sums;

pub mod indicator;

pub mod alone;
pub mod owed;
pub mod projection;
pub mod rollup;

pub mod snapshot;

pub mod changes;

pub mod scoring;

#[cfg(test)]
mod cases;

#[cfg(test)]
mod scoring_cases;

use crate::date::Date;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use crate::model::observation::Knowledge;
use crate::model::period::Cut;
use crate::model::plan::Plan;
use crate::model::region::Region;

use indicator::{IndicatorAssessment, assess_indicator};
use milestones::{MilestoneAssessment, assess_milestone};
use rollup::{Counts, ItemAssessment, assess_item, count_indicators, count_items};

/// How a plan stands, as known on one day.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day of knowledge, itself included.
    pub as_of: Date,
    /// The newest cut with a visible figure.
    pub latest: Option<Cut>,
    /// By indicator.
    pub indicators: Vec<IndicatorAssessment>,
    /// By milestone.
    pub milestones: Vec<MilestoneAssessment>,
    /// By item.
    pub items: Vec<ItemAssessment>,
    /// The headline.
    pub counts: Counts,
}

impl Assessment {
    /// Returns what is said of an indicator.
    #[must_use]
    pub fn indicator(&self, ix: IndicatorIx) -> &IndicatorAssessment {
        &self.indicators[ix.0 as usize]
    }

    /// Returns what is said of a milestone.
    #[must_use]
    pub fn milestone(&self, ix: MilestoneIx) -> &MilestoneAssessment {
        &self.milestones[ix.0 as usize]
    }

    /// Returns what is said of an item.
    #[must_use]
    pub fn item(&self, ix: ItemIx) -> &ItemAssessment {
        &self.items[ix.0 as usize]
    }
}

/// Assesses a plan by what is known.
#[must_use]
pub fn assess_plan(plan: &Plan, regions: &[Region], known: Knowledge) -> Assessment {
    let indicators: Vec<IndicatorAssessment> =
        plan.numbered_indicators().map(|(ix, _)| assess_indicator(plan, regions, ix, known)).collect();
    let milestones: Vec<MilestoneAssessment> =
        (0..).map(MilestoneIx).zip(&plan.milestones).map(|(ix, _)| assess_milestone(plan, ix, known)).collect();
    let items: Vec<ItemAssessment> = plan.items.iter().map(|item| assess_item(plan, item, &indicators, &milestones)).collect();
    Assessment {
        as_of: known.as_of,
        latest: indicators
            .iter()
            .filter_map(|indicator| indicator.series.last_with_value())
            .map(|point| point.period.cut())
            .max(),
        counts: Counts { items: count_items(&items), indicators: count_indicators(plan, &indicators) },
        indicators,
        milestones,
        items,
    }
}
