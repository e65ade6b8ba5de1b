//! How a plan reads and stands on the days that are asked for: the day that is shown, and the days
//! of its editions. Each is worked out once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::assess::assessment::Assessment;
use crate::assess::snapshot::take_snapshot;
use crate::assess::{assess_incremental, assess_plan};
use crate::date::Date;
use crate::model::edition::Edition;
use crate::model::index::IndicatorIx;
use crate::model::observation::AsOf;
use crate::model::plan::Plan;
use crate::model::region::Region;
use crate::model::release::Release;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;
use crate::render::ShownPlan;

/// A plan on one day.
#[derive(Clone, Debug)]
struct Day {
    /// The plan as it read, where it read otherwise than today.
    plan_then: Option<Arc<Plan>>,
    /// How it stands by what was known.
    assessment: Arc<Assessment>,
}

impl Day {
    fn new(plan: &Plan, regions: &[Region], day: Date) -> Self {
        let plan_then = plan.as_it_read_on(day).map(Arc::new);
        let assessment = assess_plan(plan_then.as_deref().unwrap_or(plan), regions, AsOf::on(day));
        Self { plan_then, assessment: Arc::new(assessment) }
    }

    /// The same day of a plan of which only the figures of some indicators are other than before.
    fn updated(&self, plan: &Plan, regions: &[Region], touched: &[IndicatorIx]) -> Self {
        let plan_then = plan.as_it_read_on(self.assessment.as_of()).map(Arc::new);
        let assessment = assess_incremental(
            plan_then.as_deref().unwrap_or(plan),
            regions,
            &self.assessment,
            touched,
        );
        Self { plan_then, assessment: Arc::new(assessment) }
    }
}

/// A plan on all days that are asked for.
#[derive(Debug)]
pub(super) struct Days(BTreeMap<Date, Day>);

impl Days {
    /// Works out each day.
    pub(super) fn new(plan: &Plan, regions: &[Region], asked: &BTreeSet<Date>) -> Self {
        Self(asked.par_iter().map(|day| (*day, Day::new(plan, regions, *day))).collect())
    }

    /// The same for a plan of which only the figures of some indicators are other than before.
    pub(super) fn updated(
        &self,
        plan: &Plan,
        regions: &[Region],
        asked: &BTreeSet<Date>,
        touched: &[IndicatorIx],
    ) -> Self {
        let on = |day: &Date| match self.0.get(day) {
            Some(known) => known.updated(plan, regions, touched),
            None => Day::new(plan, regions, *day),
        };
        Self(asked.par_iter().map(|day| (*day, on(day))).collect())
    }

    /// Shows the plan on a day; what belongs to an edition is added by whoever asks.
    pub(super) fn show(&self, plan: &Plan, regions: &[Region], day: Date) -> ShownPlan {
        let Day { plan_then, assessment } =
            self.0.get(&day).cloned().unwrap_or_else(|| Day::new(plan, regions, day));
        ShownPlan::new(plan_then, assessment)
    }

    /// Shows an edition: what it froze where it was frozen, else what is known of its day.
    pub(super) fn show_edition(&self, plan: &Plan, site: &Site, edition: &Edition) -> ShownPlan {
        let mut shown = self.show(plan, &site.regions, edition.as_of);
        let frozen = plan.release(&edition.id).map(|release| Arc::clone(&release.snapshot));
        shown.snapshot =
            Some(frozen.unwrap_or_else(|| {
                Arc::new(take_snapshot(site, shown.plan(plan), &shown.assessment))
            }));
        shown.edition = Some(edition.clone());
        shown
    }

    /// Takes today's snapshot of the day of every frozen edition.
    pub(super) fn recompute<'p>(
        &self,
        plan: &'p Plan,
        site: &Site,
    ) -> Vec<(&'p Release, Snapshot)> {
        let today = |release: &'p Release| {
            let shown = self.show(plan, &site.regions, release.as_of);
            (release, take_snapshot(site, shown.plan(plan), &shown.assessment))
        };
        plan.releases.par_iter().map(today).collect()
    }
}
