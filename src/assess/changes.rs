//! Says what moved between two editions; why is the matter of `causes.rs`.
//!
//! Comes in: two snapshots, the plan's ledger and its revisions. Goes out: [`Changes`]. Nothing
//! here is words.
//!
//! What moved is found by comparing snapshots, made of an assessment or read back from a frozen
//! `plan.json`; both give the same, and a test holds them together.

use std::collections::HashMap;

use crate::assess::series::make_series;
use crate::date::Date;
use crate::model::edition::PlanRevision;
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::model::snapshot::{IndicatorFact, ItemFact, MilestoneFact, RegionFact, Snapshot};

/// What moved.
#[derive(Clone, Debug)]
pub struct Changes<'c> {
    /// Items whose status moved, by number.
    pub items: Vec<(&'c ItemFact, &'c ItemFact)>,
    /// Indicators of which anything moved, in the order of the plan.
    pub indicators: Vec<IndicatorChange<'c>>,
    /// Milestones that moved or were done.
    pub milestones: Vec<(&'c MilestoneFact, &'c MilestoneFact)>,
    /// Rows that were replaced between the two days: the old one and the new one.
    pub revisions: Vec<(&'c Observation, &'c Observation)>,
    /// Changes of the plan between the two days.
    pub plan_revisions: Vec<&'c PlanRevision>,
}

/// What moved of an indicator.
#[derive(Clone, Debug)]
pub struct IndicatorChange<'c> {
    /// As the earlier edition told it.
    pub before: &'c IndicatorFact,
    /// As the later one tells it.
    pub after: &'c IndicatorFact,
    /// Whether the later figure is of another definition than the one before.
    pub crosses_break: bool,
    /// Regions whose status moved.
    pub regions: Vec<(&'c RegionFact, &'c RegionFact)>,
}

impl IndicatorChange<'_> {
    /// Returns whether the status moved.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        self.before.code != self.after.code
    }

    /// Returns whether the later edition has a figure of a later period.
    #[must_use]
    pub fn has_newer_figure(&self) -> bool {
        self.after.period.map(|period| period.end()) > self.before.period.map(|period| period.end())
    }

    /// Returns whether a later period has the figure of the one before: from 0 to 0 is no news.
    #[must_use]
    pub fn is_same_figure(&self) -> bool {
        self.before.value.is_some() && self.before.value == self.after.value
    }

    /// Returns whether there is another figure to tell of beside a status that did not move.
    #[must_use]
    pub fn is_figure_news(&self) -> bool {
        let is_new = self.has_newer_figure() || self.is_figure_revised();
        !self.has_moved() && is_new && !self.is_same_figure()
    }

    /// Returns whether the figure of one period changed.
    #[must_use]
    pub fn is_figure_revised(&self) -> bool {
        let period_end = |fact: &IndicatorFact| fact.period.map(|period| period.end());
        period_end(self.before) == period_end(self.after) && self.before.value != self.after.value
    }
}

/// Compares two snapshots of one plan. What is only in one of them is no change of status and is
/// left to the plan's revisions.
#[must_use]
pub fn compare<'c>(
    site: &Site,
    plan: &'c Plan,
    before: &'c Snapshot,
    after: &'c Snapshot,
) -> Changes<'c> {
    let items: HashMap<u32, &ItemFact> =
        before.items.iter().map(|fact| (fact.number, fact)).collect();
    let indicators: HashMap<&str, &IndicatorFact> =
        before.indicators.iter().map(|fact| (fact.id.as_str(), fact)).collect();
    let milestones: HashMap<&str, &MilestoneFact> =
        before.milestones.iter().map(|fact| (fact.id.as_str(), fact)).collect();
    let is_between = |day: Date| day > before.as_of && day <= after.as_of;
    Changes {
        items: after
            .items
            .iter()
            .filter_map(|new| Some((*items.get(&new.number)?, new)))
            .filter(|(old, new)| old.code != new.code)
            .collect(),
        indicators: after
            .indicators
            .iter()
            .filter_map(|new| {
                let old = *indicators.get(new.id.as_str())?;
                let crosses_break = || crosses_break(site, plan, old, new, after.as_of);
                compare_indicator(old, new, crosses_break)
            })
            .collect(),
        milestones: after
            .milestones
            .iter()
            .filter_map(|new| Some((*milestones.get(new.id.as_str())?, new)))
            .filter(|(old, new)| {
                (old.status.as_str(), old.due, old.done) != (new.status.as_str(), new.due, new.done)
            })
            .collect(),
        revisions: plan
            .numbered_indicators()
            .flat_map(|(ix, _)| plan.ledger.revisions(ix, after.as_of).collect::<Vec<_>>())
            .filter(|(_, new)| is_between(new.recorded))
            .collect(),
        plan_revisions: plan
            .revisions
            .iter()
            .filter(|revision| is_between(revision.date))
            .collect(),
    }
}

fn compare_indicator<'c>(
    before: &'c IndicatorFact,
    after: &'c IndicatorFact,
    crosses_break: impl Fn() -> bool,
) -> Option<IndicatorChange<'c>> {
    let regions: Vec<(&RegionFact, &RegionFact)> = after
        .regions
        .iter()
        .filter_map(|new| Some((before.regions.iter().find(|old| old.id == new.id)?, new)))
        .filter(|(old, new)| old.code != new.code)
        .collect();
    let change = IndicatorChange { before, after, crosses_break: false, regions };
    let is_told = change.has_moved()
        || change.has_newer_figure()
        || change.is_figure_revised()
        || before.target != after.target
        || !change.regions.is_empty();
    is_told.then(|| IndicatorChange { crosses_break: crosses_break(), ..change })
}

/// Returns whether the definition changed between two figures, also with one that lies between the
/// editions and with one that was marked so later.
fn crosses_break(
    site: &Site,
    plan: &Plan,
    before: &IndicatorFact,
    after: &IndicatorFact,
    day: Date,
) -> bool {
    let is_marked = |fact: &IndicatorFact| fact.flag == Some(ObservationStatus::Break);
    let (Some(from), Some(to)) = (before.period, after.period) else { return false };
    if before.value.is_none() || after.value.is_none() {
        return false;
    }
    if from.end() >= to.end() {
        return is_marked(after) && !is_marked(before);
    }
    let known = || plan.numbered_indicators().find(|(_, one)| one.id == after.id);
    let lies_between = |ix| {
        let series = make_series(plan, &site.regions, ix, AsOf::on(day)).whole;
        series.is_broken(from.end(), to.end())
    };
    is_marked(after) || known().is_some_and(|(ix, _)| lies_between(ix))
}
