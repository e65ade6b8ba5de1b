//! Rolls indicators and milestones up to items, and counts the headline.
//!
//! An item's word is the worst of its assessed indicators and milestones. Stretch targets count
//! only in an item that has no other target. An item is done only when all that can be assessed is
//! done: one reached target among others still awaited keeps it on track, no more. Nothing is ever
//! averaged.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::milestones::{MilestoneAssessment, MilestoneStatus};
use crate::model::index::IndicatorIx;
use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::status::{Family, Standing, StatusCode};
use crate::phrase::Ambition;

/// What is said of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAssessment {
    /// Its status.
    pub code: StatusCode,
    /// In which words it is read.
    pub family: Family,
    /// How its targets stand, context figures left out.
    pub standings: BTreeMap<Standing, usize>,
    /// How its milestones stand.
    pub milestones: MilestoneCounts,
    /// How many targets that are only strived for are below.
    pub stretch_below: usize,
    /// The indicators that are below, in order.
    pub below: Vec<IndicatorIx>,
}

impl ItemAssessment {
    /// Counts its targets in a group.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.standings.get(&standing).copied().unwrap_or(0)
    }

    /// Counts its targets.
    #[must_use]
    pub fn targets(&self) -> usize {
        self.standings.values().sum()
    }
}

/// Milestones of an item by how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MilestoneCounts {
    /// Done, by their day or later.
    pub done: usize,
    /// Past their day.
    pub overdue: usize,
    /// All.
    pub all: usize,
}

/// Assesses an item out of what is said of its parts.
///
/// An item is done only when all of it is done. One reached target among others still awaited keeps
/// an item on track; the worst of the assessed alone would call it done.
///
/// Stretch targets decide an item only where no other of its targets and milestones is assessed;
/// those below are said beside its word. Of two statuses that stand together the final one is said.
#[must_use]
pub fn assess_item(
    plan: &Plan,
    item: &Item,
    indicators: &[Arc<IndicatorAssessment>],
    milestones: &[MilestoneAssessment],
) -> ItemAssessment {
    let with_target: Vec<IndicatorIx> =
        item.indicators.iter().copied().filter(|ix| plan.indicator(*ix).target.is_some()).collect();
    let is_stretch = |ix: &&IndicatorIx| {
        plan.indicator(**ix).target.as_ref().is_some_and(|t| t.ambition == Ambition::Stretch)
    };

    let parts_of = |takes: &dyn Fn(&&IndicatorIx) -> bool| -> Vec<(StatusCode, Family)> {
        let status = |ix: &IndicatorIx| &indicators[ix.0 as usize].status;
        with_target.iter().filter(takes).map(|ix| (status(ix).code, status(ix).family)).collect()
    };
    let own: Vec<&MilestoneAssessment> =
        item.milestones.iter().map(|ix| &milestones[ix.0 as usize]).collect();
    let mut parts = parts_of(&|ix| !is_stretch(ix));
    parts.extend(own.iter().map(|milestone| (milestone.status.code(), Family::Milestone)));
    if parts.iter().all(|(code, _)| code.severity_rank().is_none()) {
        // Nothing else is assessed: what is only strived for decides.
        let stretch = parts_of(&is_stretch);
        if parts.is_empty() || stretch.iter().any(|(code, _)| code.severity_rank().is_some()) {
            parts = stretch;
        }
    }

    let (code, family) = worst_of(&parts);
    let standing_of =
        |ix: &IndicatorIx| public_code(plan, indicators[ix.0 as usize].status.code).standing();
    let mut standings = BTreeMap::new();
    for ix in &with_target {
        *standings.entry(standing_of(ix)).or_insert(0) += 1;
    }
    let with = |wanted: fn(MilestoneStatus) -> bool| {
        own.iter().filter(|milestone| wanted(milestone.status)).count()
    };
    ItemAssessment {
        code,
        family,
        standings,
        milestones: MilestoneCounts {
            done: with(|status| matches!(status, MilestoneStatus::OnTime | MilestoneStatus::Late)),
            overdue: with(|status| {
                matches!(status, MilestoneStatus::Overdue | MilestoneStatus::Missed)
            }),
            all: own.len(),
        },
        stretch_below: with_target
            .iter()
            .filter(|ix| is_stretch(ix) && standing_of(ix) == Standing::Below)
            .count(),
        below: with_target.into_iter().filter(|ix| standing_of(ix) == Standing::Below).collect(),
    }
}

fn worst_of(parts: &[(StatusCode, Family)]) -> (StatusCode, Family) {
    let is_finished = |code: StatusCode| matches!(code, StatusCode::Done | StatusCode::Met);
    let is_final = |code: StatusCode| {
        matches!(code, StatusCode::Missed | StatusCode::MissedStretch | StatusCode::NearlyMet)
    };
    let worst = parts
        .iter()
        .filter(|(code, _)| code.severity_rank().is_some())
        // Of two that stand together the one that is final is said.
        .min_by_key(|(code, _)| (code.severity_rank(), !is_final(*code) && !is_finished(*code)));
    match worst {
        Some((code, family)) if is_finished(*code) => {
            let is_all = parts
                .iter()
                .all(|(code, _)| is_finished(*code) || code.standing() == Standing::NotAssessed);
            if is_all { (*code, *family) } else { (StatusCode::OnTrack, Family::Partial) }
        }
        // One target that was missed is not the whole item missed; the words say so.
        Some((code, _)) if is_final(*code) && parts.len() > 1 => (*code, Family::Partial),
        Some(found) => *found,
        None => {
            const NEUTRAL: [StatusCode; 6] = [
                StatusCode::NotDue,
                StatusCode::NotReported,
                StatusCode::OverdueReport,
                StatusCode::Pending,
                StatusCode::NotApplicable,
                StatusCode::NotAssessed,
            ];
            NEUTRAL
                .iter()
                .find_map(|neutral| parts.iter().find(|(code, _)| code == neutral).copied())
                .unwrap_or((StatusCode::Qualitative, Family::Pace))
        }
    }
}

/// How many stand how.
pub type StatusCounts = BTreeMap<StatusCode, usize>;

/// The headline in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items by status.
    pub items: StatusCounts,
    /// Indicators by status.
    pub indicators: IndicatorCounts,
}

/// The quantified targets of a plan by status. Cadences, coverages and flags are told beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorCounts {
    /// All quantified targets.
    pub all: StatusCounts,
    /// Those only strived for.
    pub stretch: StatusCounts,
    /// Those decided by hand.
    pub by_hand: StatusCounts,
    /// Targets without one number for the year: cadences, coverages, flags.
    pub others: StatusCounts,
}

impl IndicatorCounts {
    /// Counts the quantified targets.
    #[must_use]
    pub fn total(&self) -> usize {
        self.all.values().sum()
    }

    /// Counts the quantified targets in a group.
    #[must_use]
    pub fn standing(&self, standing: Standing) -> usize {
        in_group(&self.all, standing)
    }
}

/// Counts those of a group.
#[must_use]
pub fn in_group(counts: &StatusCounts, standing: Standing) -> usize {
    counts.iter().filter(|(code, _)| code.standing() == standing).map(|(_, n)| n).sum()
}

/// Counts items by status.
#[must_use]
pub fn count_items(items: &[Arc<ItemAssessment>]) -> StatusCounts {
    let mut counts = StatusCounts::new();
    for item in items {
        *counts.entry(item.code).or_insert(0) += 1;
    }
    counts
}

/// Counts the targets of a plan by status.
///
/// The headline counts quantified targets: one number for the year. Cadences (每月), coverages (全覆盖)
/// and flags (争创 without a number) are counted beside it, in `counts.indicators.others`. A flag has
/// the comparison `flag` and no value: to write 1 would invent a number.
#[must_use]
pub fn count_indicators(plan: &Plan, indicators: &[Arc<IndicatorAssessment>]) -> IndicatorCounts {
    let mut counts = IndicatorCounts::default();
    for ((_, indicator), assessed) in plan.numbered_indicators().zip(indicators) {
        let Some(target) = &indicator.target else { continue };
        let code = assessed.status.code;
        if !target.is_quantified() {
            *counts.others.entry(code).or_insert(0) += 1;
            continue;
        }
        *counts.all.entry(code).or_insert(0) += 1;
        if assessed.computed.is_some() {
            *counts.by_hand.entry(code).or_insert(0) += 1;
        }
        if target.ambition == Ambition::Stretch {
            *counts.stretch.entry(code).or_insert(0) += 1;
        }
    }
    counts
}
