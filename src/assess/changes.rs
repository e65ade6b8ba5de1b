//! Says what moved between two editions, and why.
//!
//! Comes in: two snapshots, the plan's ledger and its revisions. Goes out: [`Changes`]. A status
//! that moved has one cause, the first that applies: the target was changed, an office decided by
//! hand, a report is missing, a list came out, a newer figure came in, a figure was revised, a
//! missing report came, or a rule changed. Nothing here is words.
//!
//! What moved is found by comparing snapshots, made of an assessment or read back from a frozen
//! `plan.json`; both give the same, and a test holds them together.

use std::collections::HashMap;

use crate::date::Date;
use crate::model::edition::PlanRevision;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Schedule, Scope};
use crate::model::observation::{Observation, ObservationStatus};
use crate::model::plan::Plan;
use crate::model::snapshot::{IndicatorFact, ItemFact, MilestoneFact, RegionFact, Snapshot};
use crate::model::status::{Standing, StatusCode};

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
    /// Why its status moved; nothing where it did not.
    pub cause: Option<Cause>,
    /// Regions whose status moved.
    pub regions: Vec<(&'c RegionFact, &'c RegionFact)>,
}

impl IndicatorChange<'_> {
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

    /// Returns whether the later figure is of another definition than the one before.
    #[must_use]
    pub fn crosses_break(&self) -> bool {
        let is_broken = |fact: &IndicatorFact| fact.flag == Some(ObservationStatus::Break);
        let has_figures = self.before.value.is_some() && self.after.value.is_some();
        let was_told = is_broken(self.before) && !self.has_newer_figure();
        has_figures && is_broken(self.after) && !was_told
    }

    /// Returns whether there is another figure to tell of beside a status that did not move.
    #[must_use]
    pub fn is_figure_news(&self) -> bool {
        let is_new = self.has_newer_figure() || self.is_figure_revised();
        self.cause.is_none() && is_new && !self.is_same_figure()
    }

    /// Returns whether the figure of one period changed.
    #[must_use]
    pub fn is_figure_revised(&self) -> bool {
        let period_end = |fact: &IndicatorFact| fact.period.map(|period| period.end());
        period_end(self.before) == period_end(self.after) && self.before.value != self.after.value
    }
}

/// Why a status moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The plan's target was changed.
    Target,
    /// An office decided by hand, or took that back.
    ByHand,
    /// A list of the authority came out.
    List,
    /// A figure of a later period came in.
    NewFigure,
    /// The figure of the same period was changed.
    Revised,
    /// The newest period has no figure: it is withheld, or does not apply.
    NoFigure,
    /// A report did not come, or one that was missing did.
    Report,
    /// Nothing in the figures: the rule or its settings are others.
    Rule,
}

impl Cause {
    /// Returns the word in JSON and in message names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::ByHand => "by-hand",
            Self::List => "list",
            Self::NewFigure => "new-figure",
            Self::Revised => "revised",
            Self::NoFigure => "no-figure",
            Self::Report => "report",
            Self::Rule => "rule",
        }
    }
}

/// Compares two snapshots of one plan. What is only in one of them is no change of status and is
/// left to the plan's revisions.
#[must_use]
pub fn compare<'c>(plan: &'c Plan, before: &'c Snapshot, after: &'c Snapshot) -> Changes<'c> {
    let items: HashMap<u32, &ItemFact> =
        before.items.iter().map(|fact| (fact.number, fact)).collect();
    let indicators: HashMap<&str, &IndicatorFact> =
        before.indicators.iter().map(|fact| (fact.id.as_str(), fact)).collect();
    let milestones: HashMap<&str, &MilestoneFact> =
        before.milestones.iter().map(|fact| (fact.id.as_str(), fact)).collect();
    let of_plan: HashMap<&str, (IndicatorIx, &Indicator)> =
        plan.numbered_indicators().map(|(ix, one)| (one.id.as_str(), (ix, one))).collect();
    let span = Span { plan, from: before.as_of, to: after.as_of };
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
                compare_indicator(span, of_plan.get(new.id.as_str()).copied(), old, new)
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
            .filter(|(_, new)| span.contains(new.recorded))
            .collect(),
        plan_revisions: plan
            .revisions
            .iter()
            .filter(|revision| span.contains(revision.date))
            .collect(),
    }
}

/// From which day of knowledge to which.
#[derive(Clone, Copy)]
struct Span<'c> {
    plan: &'c Plan,
    from: Date,
    to: Date,
}

impl Span<'_> {
    fn contains(&self, day: Date) -> bool {
        day > self.from && day <= self.to
    }
}

fn compare_indicator<'c>(
    span: Span<'_>,
    indicator: Option<(IndicatorIx, &Indicator)>,
    before: &'c IndicatorFact,
    after: &'c IndicatorFact,
) -> Option<IndicatorChange<'c>> {
    let regions: Vec<(&RegionFact, &RegionFact)> = after
        .regions
        .iter()
        .filter_map(|new| Some((before.regions.iter().find(|old| old.id == new.id)?, new)))
        .filter(|(old, new)| old.code != new.code)
        .collect();
    let mut change = IndicatorChange { before, after, cause: None, regions };
    if before.code != after.code {
        change.cause = Some(cause_of(span, indicator, &change));
    }
    let has_moved = change.cause.is_some()
        || change.has_newer_figure()
        || change.is_figure_revised()
        || before.target != after.target
        || !change.regions.is_empty();
    has_moved.then_some(change)
}

fn cause_of(
    span: Span<'_>,
    indicator: Option<(IndicatorIx, &Indicator)>,
    change: &IndicatorChange<'_>,
) -> Cause {
    let (before, after) = (change.before, change.after);
    let is_missing = |code: StatusCode| code.standing() == Standing::Missing;
    let is_by_hand = |fact: &IndicatorFact| fact.rule == "override";
    let is_list_out = indicator.is_some_and(|(_, one)| match &one.schedule {
        Schedule::Batch(batches) => {
            batches.iter().filter_map(|batch| batch.published).any(|day| span.contains(day))
        }
        _ => false,
    });
    if before.target != after.target {
        Cause::Target
    } else if is_by_hand(after) {
        Cause::ByHand
    } else if is_missing(after.code) && !has_lost_figure(span, indicator, before) {
        Cause::Report
    } else if is_list_out {
        Cause::List
    } else if change.has_newer_figure() && after.value.is_none() {
        Cause::NoFigure
    } else if change.has_newer_figure() || has_new_rows(span, indicator, before) {
        Cause::NewFigure
    } else if change.is_figure_revised() || has_revision(span, indicator) {
        Cause::Revised
    } else if is_by_hand(before) {
        // Nothing newer made it fall away.
        Cause::ByHand
    } else if is_missing(before.code) {
        Cause::Report
    } else {
        Cause::Rule
    }
}

/// Regions may have reported without making a figure of the whole area yet: of a target of each
/// region for any period, of a sum for one that is newer than its figure.
fn has_new_rows(
    span: Span<'_>,
    indicator: Option<(IndicatorIx, &Indicator)>,
    before: &IndicatorFact,
) -> bool {
    let newest = before.period.map(|period| period.end());
    indicator.is_some_and(|(ix, one)| {
        span.plan.ledger.of(ix).iter().any(|row| {
            row.value().is_some()
                && span.contains(row.recorded)
                && (one.scope == Scope::EachRegion || Some(row.period.end()) > newest)
        })
    })
}

/// The figure a status rested on may have been replaced, and with it what made a late report
/// harmless.
fn has_lost_figure(
    span: Span<'_>,
    indicator: Option<(IndicatorIx, &Indicator)>,
    before: &IndicatorFact,
) -> bool {
    let period_end = before.period.map(|period| period.end());
    let was_decided = matches!(
        before.code,
        StatusCode::Done | StatusCode::Met | StatusCode::Missed | StatusCode::MissedStretch
    );
    was_decided
        && indicator.is_some_and(|(ix, _)| {
            let mut revisions = span.plan.ledger.revisions(ix, span.to);
            revisions
                .any(|(_, new)| span.contains(new.recorded) && Some(new.period.end()) == period_end)
        })
}

/// A figure may keep its value and lose its flag.
fn has_revision(span: Span<'_>, indicator: Option<(IndicatorIx, &Indicator)>) -> bool {
    indicator.is_some_and(|(ix, _)| {
        span.plan.ledger.revisions(ix, span.to).any(|(_, new)| span.contains(new.recorded))
    })
}
