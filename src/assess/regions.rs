//! Says how each region stands: by its own share of the target, and only where it has one.

use crate::assess::decide::{Decision, Reporting, decide, newest_answer};
use crate::assess::points::{Point, RegionSeries, Series};
use crate::assess::progress::family_of;
use crate::assess::question::Question;
use crate::assess::series::asked_of_region;
use crate::assess::verdict::{Rule, Verdict};
use crate::assess::yardstick::{Demand, Yardstick};
use crate::model::index::IndicatorIx;
use crate::model::indicator::Reporter;
use crate::model::observation::AsOf;
use crate::model::period::PeriodEnd;
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
    pub asked: Option<Demand>,
    /// The number of it.
    pub target: Option<Number>,
    /// Its newest figure, or what a newer row says in its place.
    pub latest: Option<Point>,
    /// What a newer row says, where an older figure stands all the same.
    pub newer: Option<Point>,
    /// The newest month it answered for, with a figure or by saying that there is none to give.
    pub answered: Option<PeriodEnd>,
    /// Its status, only where it has a target of its own.
    pub status: Option<Box<Verdict>>,
    /// How its last figure stood, where a newer report is overdue.
    pub last_known: Option<Box<Verdict>>,
}

impl RegionAssessment {
    /// Returns whether the plan asks anything of it. Nothing allotted is no target of its own: the
    /// target does not apply to it, in no period.
    ///
    /// It reads 不适用 without a period and is counted nowhere. Of a net change it asks that nothing
    /// is lost.
    #[must_use]
    pub fn has_own_target(&self) -> bool {
        let is_left_out = |status: &Verdict| {
            let is_of_no_period = status.rule == Rule::NotApplicable && status.period.is_none();
            self.target == Some(Number::ZERO) && is_of_no_period
        };
        self.status.as_deref().is_some_and(|status| !is_left_out(status))
    }

    /// Returns the verdict on its newest figure.
    #[must_use]
    pub fn verdict_on_figure(&self) -> Option<&Verdict> {
        self.last_known.as_deref().or(self.status.as_deref())
    }
}

/// Assesses the regions of an indicator, in official order.
///
/// A region without a figure is missing once anybody has reported on the indicator or its report is
/// due; before that nothing is due.
#[must_use]
pub fn assess_regions(
    plan: &Plan,
    ix: IndicatorIx,
    series: &[RegionSeries],
    known: AsOf,
) -> Vec<RegionAssessment> {
    let indicator = plan.indicator(ix);
    // Who is silent where others have spoken is missing; where nobody has, nothing is said to be.
    let have_others_reported = plan.ledger.in_force(ix, known).any(|row| row.value().is_some());
    series
        .iter()
        .map(|one| {
            let asked = asked_of_region(plan, indicator, ix, one.region, known);
            let yardstick = asked.and_then(|asked| Yardstick::new(plan, indicator, asked));
            let decision = yardstick.and_then(|yardstick| {
                judge_region(yardstick, plan, one, have_others_reported, known)
            });
            let (status, last_known) = decision.map_or((None, None), |decision| {
                (Some(Box::new(decision.status)), decision.last_known.map(Box::new))
            });
            let latest = newest_of_region(&one.series, status.as_deref()).copied();
            let newer = one.series.latest().copied().filter(|newer| Some(*newer) != latest);
            RegionAssessment {
                region: one.region,
                asked,
                target: yardstick.map(|yardstick| yardstick.asked()),
                latest,
                newer,
                answered: newest_answer(&one.series).map(|point| point.period.end()),
                status,
                last_known,
            }
        })
        .collect()
}

/// Returns the newest figure of a region, or what a newer row says in its place. What it exceeded
/// for good stands, whatever is withheld later.
fn newest_of_region<'s>(series: &'s Series, status: Option<&Verdict>) -> Option<&'s Point> {
    let exceeded = status.filter(|status| status.rule == Rule::Exceeded);
    let decided = exceeded.and_then(|status| series.at(status.figure?.0.end()));
    decided.or_else(|| series.latest())
}

fn judge_region(
    yardstick: Yardstick<'_>,
    plan: &Plan,
    one: &RegionSeries,
    have_others_reported: bool,
    known: AsOf,
) -> Option<Decision> {
    let indicator = yardstick.indicator;
    if indicator.exemption.is_some() {
        return None;
    }
    if yardstick.asks_for_nothing() {
        let status =
            Verdict::plain(StatusCode::NotApplicable, yardstick.family(), Rule::NotApplicable);
        return Some(Decision { status, last_known: None });
    }
    if !plan.has_begun_reporting(known.as_of) {
        let status = Verdict::plain(StatusCode::NotDue, family_of(indicator), Rule::NotBegun);
        return Some(Decision { status, last_known: None });
    }
    let question = Question { plan, yardstick, series: &one.series, known };
    let reporting = Reporting {
        rule: indicator.report.as_ref(),
        // Only where regions report themselves can a region be late.
        can_be_late: indicator.reporter == Some(Reporter::Regions),
        is_awaited: have_others_reported,
    };
    Some(decide(&question, reporting))
}
