//! Says how each region stands: by its own share of the target, and only where it has one.

use crate::assess::progress::{Question, family_of, judge};
use crate::assess::reports::{ReportState, report_state};
use crate::assess::series::{Point, RegionSeries, region_target};
use crate::assess::verdict::{Rule, Verdict};
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Reporter};
use crate::model::observation::{Flag, Knowledge};
use crate::model::period::Cut;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::status::StatusCode;
use crate::number::Number;

/// What is said of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionAssessment {
    /// Which region.
    pub region: RegionIx,
    /// Its share of the target, or the target every region has.
    pub target: Option<Number>,
    /// Its newest figure.
    pub latest: Option<Point>,
    /// The newest month it answered for, with a figure or by saying that there is none to give.
    pub answered: Option<Cut>,
    /// Its status, only where it has a target of its own.
    pub status: Option<Verdict>,
}

/// Assesses the regions of an indicator, in official order.
#[must_use]
pub fn assess_regions(plan: &Plan, ix: IndicatorIx, series: &[RegionSeries], known: Knowledge) -> Vec<RegionAssessment> {
    let indicator = plan.indicator(ix);
    // Who is silent where others have spoken is missing; where nobody has, nothing is said to be.
    let have_others_reported = plan.ledger.in_force(ix, known).any(|row| row.value.is_some());
    series
        .iter()
        .map(|one| {
            let target = region_target(plan, indicator, ix, one.region, known);
            RegionAssessment {
                region: one.region,
                target,
                latest: one.series.last_with_value().copied(),
                answered: answered(one),
                status: target.and_then(|target| judge_region(plan, indicator, one, target, have_others_reported, known)),
            }
        })
        .collect()
}

fn judge_region(
    plan: &Plan,
    indicator: &Indicator,
    one: &RegionSeries,
    threshold: Number,
    have_others_reported: bool,
    known: Knowledge,
) -> Option<Verdict> {
    let target = indicator.target.as_ref()?;
    if indicator.exemption.is_some() {
        return None;
    }
    if !plan.has_begun_reporting(known.as_of) {
        return Some(Verdict::plain(StatusCode::NotDue, family_of(indicator), Rule::NotBegun));
    }
    let question = Question { plan, indicator, target, threshold, counts_regions: false, series: &one.series, known };
    let verdict = judge(&question);
    let newest = answered(one);
    let state = indicator.report.as_ref().map_or(ReportState::NotDue, |rule| report_state(plan, rule, newest, known));
    // Only where regions report themselves can a region be late.
    let is_own_report = indicator.reporter == Some(Reporter::Regions);
    Some(match state {
        ReportState::Overdue(overdue) if is_own_report => verdict.when_late(overdue),
        ReportState::Overdue(_) | ReportState::Awaited(_) => missing(verdict),
        ReportState::NotDue | ReportState::UpToDate if newest.is_none() && have_others_reported => missing(verdict),
        ReportState::NotDue | ReportState::UpToDate => verdict,
    })
}

fn answered(one: &RegionSeries) -> Option<Cut> {
    let is_answer = |point: &&Point| point.value.is_some() || point.flag == Some(Flag::NotApplicable);
    one.series.points.iter().rev().find(is_answer).map(|point| point.period.cut())
}

/// A figure that is not there is missing; one that is there stays judged, and a list that is not out stays awaited.
fn missing(verdict: Verdict) -> Verdict {
    if verdict.rule == Rule::Report { Verdict { code: StatusCode::NotReported, ..verdict } } else { verdict }
}
