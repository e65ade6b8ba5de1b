//! Puts together what is said of one indicator: its series, its status with the proof, its regions.

use crate::assess::decide::{Decision, Reporting, decide, newest_answer};
use crate::assess::each::judge_each;
use crate::assess::points::{AllSeries, Point, RegionCount, Series};
use crate::assess::progress::family_of;
use crate::assess::question::Question;
use crate::assess::regions::{RegionAssessment, assess_regions};
use crate::assess::reports::{ReportState, report_state};
use crate::assess::series::{is_included, make_series};
use crate::assess::verdict::{Overdue, RegionTally, Rule, Verdict};
use crate::assess::yardstick::{Demand, Yardstick};
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Aggregate, Indicator, Override, Reporter, Scope};
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::model::period::{Period, PeriodEnd};
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::model::status::{Family, Standing, StatusCode};
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
    /// What the figure is held against: the target, or the number of regions named.
    pub asked: Option<Demand>,
    /// The last day whose events count.
    pub looked_at: Date,
}

impl IndicatorAssessment {
    /// Returns the newest figure of the whole, or what a newer row says in its place. While one
    /// region owes its figure no older count of those that attain stands for it.
    #[must_use]
    pub fn latest(&self) -> Option<&Point> {
        let verdict = self.verdict_on_figure();
        let counts_regions = matches!(self.asked, Some(Demand::Regions(_)));
        let has_missing = verdict.tally.is_some_and(|tally| tally.missing > 0);
        let is_uncounted = counts_regions && has_missing && verdict.figure.is_none();
        if is_uncounted { None } else { self.series.latest() }
    }

    /// Returns the figure the verdict is about, with its point: the newest one, or what only some
    /// regions make where that decides alone, or how many regions attain by their own newest
    /// figures.
    ///
    /// It is told with the verdict, and `plan.json` has it under `judged` where it is not the
    /// newest of the whole. While one region owes its figure no count of regions is told.
    #[must_use]
    pub fn judged_figure(&self) -> Option<(Point, Number)> {
        let verdict = self.verdict_on_figure();
        if let Some((period, figure)) = verdict.figure
            && let Some(point) = self.series.at(period.end())
        {
            return Some((*point, figure));
        }
        let point = self.latest()?;
        Some((*point, point.value?))
    }

    /// Returns the figure the verdict is about where it is not the newest one of the whole.
    #[must_use]
    pub fn judged_beside(&self) -> Option<(Period, Number)> {
        let newest = self.latest().map(|point| (point.period, point.value));
        let judged = self.verdict_on_figure().figure?;
        let is_cadence = self.verdict_on_figure().cadences.is_some();
        (!is_cadence && newest != Some((judged.0, Some(judged.1)))).then_some(judged)
    }

    /// Returns what only some regions reported, where the verdict was given by it.
    #[must_use]
    pub fn deciding_part(&self) -> Option<(Period, RegionCount)> {
        if matches!(self.asked, Some(Demand::Regions(_))) {
            return None;
        }
        let (period, figure) = self.verdict_on_figure().figure?;
        let point = self.series.at(period.end()).filter(|point| point.value.is_none())?;
        let count = point.regions.filter(|count| count.so_far == figure)?;
        Some((point.period, count))
    }

    /// Returns the newest month the plan area was answered for: with a figure, or by saying that
    /// there is none to give.
    #[must_use]
    pub fn answered(&self) -> Option<PeriodEnd> {
        newest_answer(&self.series).map(|point| point.period.end())
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
    known: AsOf,
) -> IndicatorAssessment {
    let indicator = plan.indicator(ix);
    let AllSeries { whole, regions: by_region } = make_series(plan, regions, ix, known);
    let region_assessments = assess_regions(plan, ix, &by_region, known);
    let counted: Vec<&RegionAssessment> =
        region_assessments.iter().filter(|one| !is_included(regions, one.region)).collect();
    let asked = indicator.target.is_some().then(|| asked_of_whole(indicator, &counted));
    let Decision { status, last_known } =
        decide_whole(plan, indicator, &whole, asked, &counted, known);
    let mut assessment = IndicatorAssessment {
        inputs: Vec::new(),
        partial: partial_of(&whole),
        series: whole,
        status,
        computed: None,
        last_known: last_known.map(Box::new),
        regions: region_assessments,
        asked,
        looked_at: known.last_day(),
    };
    let judged = assessment.judged_figure().map(|(point, _)| point);
    assessment.inputs = match assessment.asked {
        Some(Demand::Regions(_)) => rows_of_regions(plan, ix, &assessment.regions, known),
        _ => inputs_of(plan, ix, judged.as_ref().or(assessment.latest()), known),
    };
    if let Some(by_hand) = override_in_force(plan, ix, known) {
        let overridden =
            Verdict { code: by_hand.status, rule: Rule::Override, ..assessment.status.clone() };
        assessment.computed = Some(Box::new(std::mem::replace(&mut assessment.status, overridden)));
    }
    assessment
}

/// Returns what the plan's figure is held against. An each-region target is held against the
/// number of regions named; a region that is part of another one is not counted twice, and one for
/// which the question does not arise not at all.
fn asked_of_whole(indicator: &Indicator, counted: &[&RegionAssessment]) -> Demand {
    match indicator.scope {
        Scope::EachRegion => {
            Demand::Regions(Number::from(counted.iter().filter(|one| is_asked(one)).count()))
        }
        Scope::Plan => Demand::Target,
    }
}

/// Returns whether the question arises for a region.
///
/// A region marked z, or to which nothing was allotted, is not among those asked. A cadence cannot
/// be asked of each region; it is refused when it is read.
fn is_asked(one: &RegionAssessment) -> bool {
    one.status.as_ref().is_none_or(|status| status.code != StatusCode::NotApplicable)
}

/// Decides the status of the plan area.
fn decide_whole(
    plan: &Plan,
    indicator: &Indicator,
    series: &Series,
    asked: Option<Demand>,
    regions: &[&RegionAssessment],
    known: AsOf,
) -> Decision {
    let plain = |code, rule| Decision {
        status: Verdict::plain(code, family_of(indicator), rule),
        last_known: None,
    };
    if indicator.exemption.is_some() {
        return plain(StatusCode::NotAssessed, Rule::Exempt);
    }
    let Some(yardstick) = asked.and_then(|asked| Yardstick::new(plan, indicator, asked)) else {
        return plain(StatusCode::NotAssessed, Rule::NoTarget);
    };
    if !plan.has_begun_reporting(known.as_of) {
        return plain(StatusCode::NotDue, Rule::NotBegun);
    }
    let question = Question { plan, yardstick, series, known };
    if yardstick.counts_regions() {
        let mut verdict = judge_each(&yardstick, regions.iter().copied());
        if verdict.code == StatusCode::NotReported
            && verdict.tally.is_some_and(|tally| tally.good + tally.below == 0)
            && let Some(overdue) = report_overdue(plan, indicator, regions, known)
        {
            (verdict.code, verdict.rule, verdict.overdue) =
                (StatusCode::OverdueReport, Rule::Report, Some(overdue));
        } else {
            verdict.overdue = report_overdue_of_some(plan, indicator, regions, known);
        }
        verdict.figure = regions_that_attain(plan, indicator, regions);
        if let Some((newest, _)) = verdict.figure {
            verdict.older = regions_behind(regions, newest);
        }
        verdict.unfinished = unfinished_of(regions);
        verdict.period =
            verdict.figure.map(|(period, _)| period).or(series.latest().map(|point| point.period));
        // Of those that withhold their figure more may attain it; no share of them is told. A limit
        // on what adds up is kept only in the end: none is reached before.
        let is_open = |(newest, _): (Period, Number)| {
            indicator.is_sum_ceiling() && (verdict.older > 0 || !yardstick.is_last(newest.end()))
        };
        // Nor while one has nothing due, or waits to be confirmed; a list that is to name a region
        // leaves it open by itself.
        let is_by_list = verdict.family == Family::Batch;
        let is_open_count =
            |tally: RegionTally| tally.withheld > 0 || !is_by_list && tally.awaiting > 0;
        let is_known =
            !verdict.tally.is_some_and(is_open_count) && !verdict.figure.is_some_and(is_open);
        verdict.comparison.completion = verdict
            .figure
            .filter(|_| is_known)
            .and_then(|(_, figure)| yardstick.completion(figure));
        // Regions answer for themselves; what they owe is in the verdict.
        return Decision { status: verdict, last_known: None };
    }
    // Where regions report what makes no whole, no report of the whole is ever asked for.
    let makes_no_whole = indicator.reporter == Some(Reporter::Regions)
        && indicator.aggregate == Aggregate::None
        && indicator.numerator.is_none();
    let rule = indicator.report.as_ref();
    decide(&question, Reporting { rule, can_be_late: !makes_no_whole, is_awaited: false })
}

/// Counts the regions that attain by their own newest figures, with the newest period of them;
/// nothing while one of them owes a figure.
fn regions_that_attain(
    plan: &Plan,
    indicator: &Indicator,
    regions: &[&RegionAssessment],
) -> Option<(Period, Number)> {
    let is_missing = |one: &&RegionAssessment| {
        one.status.as_ref().is_some_and(|status| status.code.standing() == Standing::Missing)
    };
    if regions.iter().any(is_missing) {
        return None;
    }
    let figures = || {
        let asked = regions.iter().filter(|one| is_asked(one));
        asked.filter_map(|one| Some((*one, one.latest?.period, one.latest?.value?)))
    };
    let newest = figures().map(|(_, period, _)| period).max_by_key(|period| period.end())?;
    let attains = |one: &RegionAssessment, value: Number| {
        let yardstick = one.asked.and_then(|asked| Yardstick::new(plan, indicator, asked));
        yardstick.is_some_and(|yardstick| yardstick.passes(value))
    };
    let count = figures().filter(|(one, _, value)| attains(one, *value)).count();
    Some((newest, Number::from(count)))
}

/// Counts the regions whose newest figure is of an earlier period than the newest of all.
fn regions_behind(regions: &[&RegionAssessment], newest: Period) -> usize {
    let figures = regions.iter().filter(|one| is_asked(one)).filter_map(|one| one.latest);
    figures.filter(|point| point.value.is_some() && point.period.end() < newest.end()).count()
}

/// Returns how a figure by which a region is counted may still be revised, if one may.
fn unfinished_of(regions: &[&RegionAssessment]) -> Option<ObservationStatus> {
    // A region that says its next figure is not due yet is counted as that, not by an older figure.
    let is_by_figure = |one: &&&RegionAssessment| {
        let status = one.status.as_ref();
        !status.is_some_and(|it| it.code == StatusCode::NotDue && it.figure.is_none())
    };
    let counted = regions.iter().filter(|one| is_asked(one)).filter(is_by_figure);
    let flags = counted.filter_map(|one| one.latest?.flag);
    flags.filter(|flag| flag.is_unfinished()).min()
}

/// Lists the rows of the newest figure of each region.
fn rows_of_regions(
    plan: &Plan,
    ix: IndicatorIx,
    regions: &[RegionAssessment],
    known: AsOf,
) -> Vec<Observation> {
    let indicator = plan.indicator(ix);
    let parts = [Some(ix), indicator.numerator, indicator.denominator];
    let rows_of = |one: &RegionAssessment| {
        let (region, period_end) = (one.region, one.latest.map(|point| point.period.end()));
        parts
            .into_iter()
            .flatten()
            .filter_map(move |part| plan.ledger.in_force_at(part, Some(region), period_end?, known))
    };
    regions.iter().flat_map(rows_of).copied().collect()
}

/// Returns since when all regions owe their report.
fn report_overdue(
    plan: &Plan,
    indicator: &Indicator,
    regions: &[&RegionAssessment],
    known: AsOf,
) -> Option<Overdue> {
    let newest = regions.iter().filter_map(|region| region.answered).max();
    match report_state(plan, indicator.report.as_ref()?, newest, known) {
        ReportState::Overdue(overdue) => Some(overdue),
        _ => None,
    }
}

/// Returns since when those regions owe their report that are missing where others are there.
fn report_overdue_of_some(
    plan: &Plan,
    indicator: &Indicator,
    regions: &[&RegionAssessment],
    known: AsOf,
) -> Option<Overdue> {
    let is_missing = |one: &&&RegionAssessment| {
        one.status.as_ref().is_some_and(|status| status.code.standing() == Standing::Missing)
    };
    let oldest = regions.iter().filter(is_missing).map(|one| one.answered).min()?;
    match report_state(plan, indicator.report.as_ref()?, oldest, known) {
        ReportState::Overdue(overdue) => Some(overdue),
        _ => None,
    }
}

/// Returns the newest period for which some regions still owe their figure. Where one of them is
/// withheld nobody owes it, and the sum of the others would tell what is kept back.
///
/// A sum of which a region is withheld is withheld itself once all others have answered, also when
/// the next report is late: nobody owes a report. What decides without that region stands, and goes
/// on standing while a later period is incomplete.
fn partial_of(series: &Series) -> Option<(Period, RegionCount)> {
    let last =
        series.points.last().filter(|point| point.flag != Some(ObservationStatus::Withheld))?;
    let count = last.regions.filter(|count| !count.is_complete())?;
    Some((last.period, count))
}

/// Returns the status set by hand, as long as it speaks of the newest figure: it was set by then,
/// for a period that is looked at, no row of a later period is known, whenever that was recorded,
/// and none of its own period was recorded since.
fn override_in_force(plan: &Plan, ix: IndicatorIx, known: AsOf) -> Option<&Override> {
    let by_hand = plan.indicator(ix).override_by_hand.as_ref()?;
    let period_end = by_hand.period.end();
    let is_known =
        by_hand.date <= known.as_of && known.until.is_none_or(|until| period_end <= until);
    let is_newer = |row: &Observation| {
        row.period.end() > period_end
            || (row.period.end() == period_end && row.recorded > by_hand.date)
    };
    (is_known && !plan.ledger.in_force(ix, known).any(is_newer)).then_some(by_hand)
}

/// Finds the rows of the ledger a figure is made of.
fn inputs_of(plan: &Plan, ix: IndicatorIx, point: Option<&Point>, known: AsOf) -> Vec<Observation> {
    let Some(point) = point else { return Vec::new() };
    let indicator = plan.indicator(ix);
    let parts: Vec<IndicatorIx> = match (point.derived, indicator.numerator, indicator.denominator)
    {
        (Some(crate::assess::points::Derived::Ratio), Some(numerator), Some(denominator)) => {
            vec![numerator, denominator]
        }
        _ => vec![ix],
    };
    let wants_regions = point.derived.is_some();
    parts
        .into_iter()
        .flat_map(|part| plan.ledger.in_force(part, known))
        .filter(|row| {
            row.period.end() == point.period.end() && (wants_regions || row.region.is_none())
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
