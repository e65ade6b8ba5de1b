//! Puts together what is said of one indicator: its series, its status with the proof, its regions.

use crate::assess::decide::{Decision, Reporting, decide, newest_answer};
use crate::assess::each::judge_each;
use crate::assess::progress::family_of;
use crate::assess::question::Question;
use crate::assess::regions::{RegionAssessment, assess_regions};
use crate::assess::reports::{ReportState, report_state};
use crate::assess::series::{
    AllSeries, Point, RegionCount, Series, is_included, is_spared, make_series,
};
use crate::assess::verdict::{Overdue, Rule, Verdict};
use crate::assess::yardstick::Yardstick;
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Override, Scope};
use crate::model::observation::{Knowledge, Observation};
use crate::model::period::{Cut, Period};
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::model::status::StatusCode;
use crate::number::Number;

/// What is said of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorAssessment {
    /// The figures of the plan area.
    pub series: Series,
    /// The status that is shown.
    pub status: Verdict,
    /// What the rules say, where an office decided otherwise by hand.
    pub computed: Option<Box<Verdict>>,
    /// How the last figure stood, where a newer one is overdue.
    pub last_known: Option<Box<Verdict>>,
    /// The newest period for which only some regions reported, if it is newer than the last figure.
    pub partial: Option<(Period, RegionCount)>,
    /// The rows of the ledger the newest figure is made of.
    pub inputs: Vec<Observation>,
    /// What is said of its regions, in official order.
    pub regions: Vec<RegionAssessment>,
    /// The number the figure is held against: the target's, or the number of regions named.
    pub threshold: Option<Number>,
    /// The last day whose events count.
    pub looked_at: Date,
}

impl IndicatorAssessment {
    /// Returns the newest figure.
    #[must_use]
    pub fn latest(&self) -> Option<&Point> {
        self.series.last_with_value()
    }

    /// Returns the newest month the plan area was answered for: with a figure, or by saying that
    /// there is none to give.
    #[must_use]
    pub fn answered(&self) -> Option<Cut> {
        newest_answer(&self.series).map(|point| point.period.cut())
    }

    /// Returns what is said of a region.
    #[must_use]
    pub fn region(&self, region: RegionIx) -> Option<&RegionAssessment> {
        self.regions
            .binary_search_by_key(&region, |one| one.region)
            .ok()
            .map(|at| &self.regions[at])
    }

    /// Returns the verdict on the newest figure: the status itself, or what is known beside an
    /// override or an overdue report.
    #[must_use]
    pub fn verdict_on_figure(&self) -> &Verdict {
        self.last_known.as_deref().or(self.computed.as_deref()).unwrap_or(&self.status)
    }
}

/// Assesses an indicator as known on a day.
#[must_use]
pub fn assess_indicator(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    known: Knowledge,
) -> IndicatorAssessment {
    let indicator = plan.indicator(ix);
    let AllSeries { whole, regions: by_region } = make_series(plan, regions, ix, known);
    let threshold = threshold_of(plan, regions, ix, whole.last_with_value(), known);
    let region_assessments = assess_regions(plan, ix, &by_region, known);
    let counted: Vec<&RegionAssessment> =
        region_assessments.iter().filter(|one| !is_included(regions, one.region)).collect();
    let Decision { status, last_known } =
        decide_whole(plan, indicator, &whole, threshold, &counted, known);
    let mut assessment = IndicatorAssessment {
        inputs: inputs_of(plan, ix, whole.last_with_value(), known),
        partial: partial_of(&whole),
        series: whole,
        status,
        computed: None,
        last_known: last_known.map(Box::new),
        regions: region_assessments,
        threshold,
        looked_at: known.last_day(),
    };
    if let Some(by_hand) = override_in_force(plan, ix, known) {
        let overridden =
            Verdict { code: by_hand.status, rule: Rule::Override, ..assessment.status.clone() };
        assessment.computed = Some(Box::new(std::mem::replace(&mut assessment.status, overridden)));
    }
    assessment
}

/// Returns the number the plan's figure is held against. An each-region target is held against the
/// number of regions named; a region that is part of another one is not counted twice, and one for
/// which the question does not arise not at all.
fn threshold_of(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    latest: Option<&Point>,
    known: Knowledge,
) -> Option<Number> {
    let indicator = plan.indicator(ix);
    let target = indicator.target.as_ref()?;
    Some(match indicator.scope {
        Scope::EachRegion => {
            let is_named = |region: &&RegionIx| {
                !is_included(regions, **region) && !is_spared(plan, indicator, ix, **region, known)
            };
            let named = indicator.regions.iter().filter(is_named).count();
            let spared = latest
                .and_then(|point| point.regions)
                .map_or(0, |count| usize::from(count.not_applicable));
            Number::from(named - spared.min(named))
        }
        Scope::Plan => target.threshold(),
    })
}

/// Decides the status of the plan area.
fn decide_whole(
    plan: &Plan,
    indicator: &Indicator,
    series: &Series,
    threshold: Option<Number>,
    regions: &[&RegionAssessment],
    known: Knowledge,
) -> Decision {
    let plain = |code, rule| Decision {
        status: Verdict::plain(code, family_of(indicator), rule),
        last_known: None,
    };
    if indicator.exemption.is_some() {
        return plain(StatusCode::NotAssessed, Rule::Exempt);
    }
    let counts_regions = indicator.scope == Scope::EachRegion;
    let yardstick =
        threshold.and_then(|asked| Yardstick::new(plan, indicator, asked, counts_regions));
    let Some(yardstick) = yardstick else {
        return plain(StatusCode::NotAssessed, Rule::NoTarget);
    };
    if !plan.has_begun_reporting(known.as_of) {
        return plain(StatusCode::NotDue, Rule::NotBegun);
    }
    let question = Question { plan, yardstick, series, known };
    if counts_regions {
        let newest = series.last_with_value();
        let mut verdict = judge_each(&yardstick, regions.iter().copied());
        if verdict.code == StatusCode::NotReported
            && verdict.tally.is_some_and(|tally| tally.good + tally.below == 0)
            && let Some(overdue) = report_overdue(plan, indicator, regions, known)
        {
            (verdict.code, verdict.rule, verdict.overdue) =
                (StatusCode::OverdueReport, Rule::Report, Some(overdue));
        }
        verdict.period = newest.map(|point| point.period);
        let completion = newest.and_then(|point| yardstick.completion(point.value?));
        verdict.comparison.completion = completion;
        // Regions answer for themselves; what they owe is in the verdict.
        return Decision { status: verdict, last_known: None };
    }
    decide(
        &question,
        Reporting { rule: indicator.report.as_ref(), can_be_late: true, is_awaited: false },
    )
}

/// Returns since when all regions owe their report.
fn report_overdue(
    plan: &Plan,
    indicator: &Indicator,
    regions: &[&RegionAssessment],
    known: Knowledge,
) -> Option<Overdue> {
    let newest = regions.iter().filter_map(|region| region.answered).max();
    match report_state(plan, indicator.report.as_ref()?, newest, known) {
        ReportState::Overdue(overdue) => Some(overdue),
        _ => None,
    }
}

fn partial_of(series: &Series) -> Option<(Period, RegionCount)> {
    let last = series.points.last()?;
    let count = last.regions.filter(|count| !count.is_complete())?;
    Some((last.period, count))
}

/// Returns the status set by hand, as long as it speaks of the newest figure: it was set by then,
/// for a period that is looked at, and no figure of that period or a later one was recorded since.
fn override_in_force(plan: &Plan, ix: IndicatorIx, known: Knowledge) -> Option<&Override> {
    let by_hand = plan.indicator(ix).override_by_hand.as_ref()?;
    let cut = by_hand.period.cut();
    let is_known = by_hand.date <= known.as_of && known.until.is_none_or(|until| cut <= until);
    let is_newer = |row: &Observation| row.recorded > by_hand.date && row.period.cut() >= cut;
    (is_known && !plan.ledger.in_force(ix, known).any(is_newer)).then_some(by_hand)
}

/// Finds the rows of the ledger a figure is made of.
fn inputs_of(
    plan: &Plan,
    ix: IndicatorIx,
    point: Option<&Point>,
    known: Knowledge,
) -> Vec<Observation> {
    let Some(point) = point else { return Vec::new() };
    let indicator = plan.indicator(ix);
    let parts: Vec<IndicatorIx> = match (point.derived, indicator.numerator, indicator.denominator)
    {
        (Some(crate::assess::series::Derived::Ratio), Some(numerator), Some(denominator)) => {
            vec![numerator, denominator]
        }
        _ => vec![ix],
    };
    let wants_regions = point.derived.is_some();
    parts
        .into_iter()
        .flat_map(|part| plan.ledger.in_force(part, known))
        .filter(|row| {
            row.period.cut() == point.period.cut() && (wants_regions || row.region.is_none())
        })
        .copied()
        .collect()
}

/// Returns the status as readers see it: an overdue report reads as a missing figure, unless the
/// plan publishes it.
#[must_use]
pub fn public_code(plan: &Plan, code: StatusCode) -> StatusCode {
    if code == StatusCode::OverdueReport && !plan.publishes_overdue {
        StatusCode::NotReported
    } else {
        code
    }
}
