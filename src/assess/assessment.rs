//! An assessment: how every indicator, milestone and item of a plan stands on one day.

use std::sync::Arc;

use crate::assess::indicator::IndicatorAssessment;
use crate::assess::milestones::MilestoneAssessment;
use crate::assess::rollup::{Counts, ItemAssessment};
use crate::date::Date;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use crate::model::observation::AsOf;
use crate::model::period::PeriodEnd;

/// How a plan stands, as known on one day.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// What is taken into account.
    pub known: AsOf,
    /// Whether anything was reported by then.
    pub has_begun: bool,
    /// The newest period end with a visible figure.
    pub latest: Option<PeriodEnd>,
    /// By indicator.
    pub indicators: Vec<Arc<IndicatorAssessment>>,
    /// By milestone.
    pub milestones: Vec<MilestoneAssessment>,
    /// By item.
    pub items: Vec<Arc<ItemAssessment>>,
    /// The headline.
    pub counts: Counts,
}

impl Assessment {
    /// Returns the day of knowledge, itself included.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.known.as_of
    }

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
