//! Judges one figure against one target: the rules of progress.
//!
//! Everything is compared unrounded. The schedule follows from the figure's own period (June = 6/12), never from the day of the build.
//! The same function serves the plan area and, with its own target, every region.

use crate::assess::series::Series;
use crate::assess::verdict::{Comparison, Margin, Rule, Verdict};
use crate::date::Date;
use crate::model::indicator::{Batch, Indicator, Schedule, Scope, Target};
use crate::model::observation::{Flag, Knowledge};
use crate::model::period::{Cadence, Cut, Period};
use crate::model::plan::{Bands, Plan};
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::{Ambition, Op, tolerance_of};

/// Below this target whole units are compared instead of percentages.
pub const SMALL_TARGET: i64 = 20;

/// One figure to be judged.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The plan, for its months and bands.
    pub plan: &'q Plan,
    /// What is counted.
    pub indicator: &'q Indicator,
    /// What was promised.
    pub target: &'q Target,
    /// The number to reach: the target's, a region's share, or the number of regions named.
    pub threshold: Number,
    /// Whether the figure counts regions that attained, so that the threshold is their number.
    pub counts_regions: bool,
    /// The figures up to now.
    pub series: &'q Series,
    /// What is known.
    pub known: Knowledge,
}

/// Judges the newest figure.
#[must_use]
pub fn judge(question: &Question<'_>) -> Verdict {
    let family = family_of(question.indicator);
    let Some(point) = question.series.last_with_value() else { return judge_without_figure(question, family) };
    let Some(actual) = point.value else { return judge_without_figure(question, family) };
    let figure = Figure { actual, period: point.period, flag: point.flag, recorded: point.recorded };
    let mut verdict = if question.target.per.is_some() {
        judge_cadence(question, &figure)
    } else {
        match &question.indicator.schedule {
            Schedule::Batch(batches) => judge_batch(question, &figure, batches),
            // Every region is to be there at any time: a count of regions against all of them.
            Schedule::Level if question.counts_regions => judge_pace(question, &figure),
            Schedule::Level => judge_level(question, &figure),
            Schedule::Linear | Schedule::Expected(_) => judge_pace(question, &figure),
            Schedule::None => judge_at_year_end(question, &figure),
        }
    };
    // A cadence may be known only up to an earlier period than its newest figure.
    verdict.period = verdict.period.or(Some(point.period));
    verdict
}

/// Returns the words a status is read in.
#[must_use]
pub fn family_of(indicator: &Indicator) -> Family {
    match indicator.schedule {
        Schedule::Level => Family::Level,
        Schedule::Batch(_) => Family::Batch,
        _ => Family::Pace,
    }
}

struct Figure {
    actual: Number,
    period: Period,
    flag: Option<Flag>,
    recorded: Date,
}

impl Question<'_> {
    fn is_attained(&self, actual: Number) -> bool {
        if self.counts_regions { actual >= self.threshold } else { self.target.is_attained_at(actual, self.threshold) }
    }

    fn is_nearly_attained(&self, actual: Number) -> bool {
        self.tolerance().is_some_and(|tolerance| actual >= self.threshold - tolerance && actual < self.threshold)
    }

    /// Returns how much less is still 左右. A region's share is a smaller number and has its own, smaller tolerance.
    fn tolerance(&self) -> Option<Number> {
        if self.target.op != Op::Approx || self.counts_regions {
            return None;
        }
        if self.target.value == Some(self.threshold) {
            return self.target.tolerance;
        }
        Some(tolerance_of(self.threshold, Some(self.indicator.unit.first()), self.indicator.measure.is_rate()))
    }

    /// Once reached, is it reached for good? Only what adds up over the year; a level, a share and a coverage can be lost again.
    fn is_irreversible(&self) -> bool {
        let is_level = self.indicator.schedule == Schedule::Level;
        !self.target.is_lower_better() && self.indicator.measure.is_cumulative() && !is_level
    }

    /// Returns the level progress starts from. What is counted from the start of the year starts from nothing, a count of regions too;
    /// a region's share of the target starts from the same share of the baseline.
    fn baseline(&self) -> Option<Number> {
        let base = self.indicator.baseline.filter(|_| !self.counts_regions && !self.indicator.measure.is_cumulative())?;
        match self.target.value {
            Some(whole) if whole != self.threshold => (base * self.threshold).divided_by(whole),
            _ => Some(base),
        }
    }

    /// A figure that may still be revised has reached nothing for good.
    fn is_reached_for_good(&self, figure: &Figure) -> bool {
        self.is_irreversible() && self.is_attained(figure.actual) && !figure.flag.is_some_and(Flag::is_unfinished)
    }

    fn is_last_figure(&self, figure: &Figure) -> bool {
        figure.period.cut() >= self.plan.last
    }

    /// Returns the verdict of a figure that is the last one: attained, nearly, or missed; pending while it is not final.
    fn final_code(&self, figure: &Figure, attained: StatusCode) -> StatusCode {
        if figure.flag.is_some_and(Flag::is_unfinished) {
            StatusCode::Pending
        } else if self.is_attained(figure.actual) {
            attained
        } else if self.is_nearly_attained(figure.actual) {
            StatusCode::NearlyMet
        } else if self.target.ambition == Ambition::Stretch {
            StatusCode::MissedStretch
        } else {
            StatusCode::Missed
        }
    }

    /// Returns completion: A/T, with a baseline (A−B)/(T−B), where lower is better (B−A)/(B−T).
    /// What is only done or not done has none.
    fn completion(&self, actual: Number) -> Option<Number> {
        if self.is_flag() { None } else { self.share_of_target(actual) }
    }

    fn share_of_target(&self, actual: Number) -> Option<Number> {
        if self.counts_regions {
            return actual.divided_by(self.threshold);
        }
        completion_of(actual, self.threshold, self.baseline(), self.target.is_lower_better())
    }

    fn is_flag(&self) -> bool {
        self.target.op == Op::Flag && !self.counts_regions
    }

    fn still_to_go(&self, actual: Number) -> Option<Margin> {
        (!self.is_attained(actual)).then(|| Margin { value: self.threshold - actual, by: Some(self.plan.last) })
    }
}

/// Returns completion: A/T, with a baseline (A−B)/(T−B), where lower is better (B−A)/(B−T); nothing where nothing was to be done.
#[must_use]
pub fn completion_of(actual: Number, threshold: Number, baseline: Option<Number>, is_ceiling: bool) -> Option<Number> {
    match baseline {
        Some(base) if is_ceiling => (base - actual).divided_by(base - threshold),
        Some(base) => (actual - base).divided_by(threshold - base),
        None => actual.divided_by(threshold),
    }
}

/// No figure: a batch waits for its list, everything else for its report (which another rule decides).
fn judge_without_figure(question: &Question<'_>, family: Family) -> Verdict {
    let is_not_applicable = question.series.points.last().is_some_and(|point| point.flag == Some(Flag::NotApplicable));
    if is_not_applicable {
        return Verdict::plain(StatusCode::NotApplicable, family, Rule::NotApplicable);
    }
    let rule = if family == Family::Batch { Rule::Batch } else { Rule::Report };
    Verdict::plain(StatusCode::NotDue, family, rule)
}

fn judge_pace(question: &Question<'_>, figure: &Figure) -> Verdict {
    let cut = figure.period.cut();
    let rule = match question.indicator.schedule {
        Schedule::Expected(_) => Rule::Expected,
        Schedule::Level => Rule::EveryRegion,
        _ => Rule::Linear,
    };
    let share = share_expected(question, cut);
    let schedule = share.and_then(Share::ratio);
    let completion = question.completion(figure.actual);
    let progress = question.share_of_target(figure.actual);
    let gap = progress.zip(schedule).map(|(p, tau)| if is_used_up(question) { tau - p } else { p - tau } * Number::HUNDRED);
    let expected = share.and_then(|share| amount_at(question, share));
    let mut verdict = Verdict::plain(StatusCode::NotDue, family_of(question.indicator), rule);
    // Shares and points say nothing of what is only done or not.
    let shown = |ratio: Option<Number>| ratio.filter(|_| !question.is_flag());
    verdict.comparison = Comparison { completion, schedule: shown(schedule), gap: shown(gap), expected };

    if question.is_last_figure(figure) {
        verdict.code = question.final_code(figure, StatusCode::Met);
        verdict.rule = Rule::YearEnd;
        verdict.margin = question.still_to_go(figure.actual);
    } else if question.is_reached_for_good(figure) {
        verdict.code = StatusCode::Done;
    } else if let (Some(gap), Some(expected)) = (gap, expected) {
        let is_small = is_counted_in_units(question) && question.threshold < Number::from(SMALL_TARGET);
        if is_small {
            verdict.rule = Rule::SmallNumber;
            verdict.code = code_of_small_number(figure.actual, expected.floor(), gap, &question.plan.bands);
        } else {
            verdict.code = code_of_gap(gap, &question.plan.bands);
        }
        let needed = if is_counted_in_units(question) { expected.ceil() } else { expected };
        let needed = if is_small { expected.floor() } else { needed };
        let short = if question.target.is_lower_better() && !question.counts_regions {
            figure.actual - needed
        } else {
            needed - figure.actual
        };
        verdict.margin = Some(Margin { value: short, by: Some(cut) });
    } else if is_used_up(question) && question.indicator.measure.is_cumulative() && !question.is_attained(figure.actual) {
        // A ceiling of nothing was broken; no percentage can say so.
        verdict.code = StatusCode::FarBehind;
    } else {
        // Before the first node nothing is due; what is still to go is known all the same.
        verdict.margin = question.still_to_go(figure.actual);
    }
    verdict
}

/// A ceiling on a cumulative count is used up over the year; less is better.
fn is_used_up(question: &Question<'_>) -> bool {
    question.target.is_lower_better() && question.baseline().is_none() && !question.counts_regions
}

fn is_counted_in_units(question: &Question<'_>) -> bool {
    question.counts_regions
        || (question.indicator.measure.is_cumulative()
            && question.threshold.to_whole().is_some()
            && !question.target.is_lower_better())
}

/// A share as a fraction. One twelfth has no finite decimal; twelve twelfths of twelve must still be twelve.
#[derive(Clone, Copy)]
struct Share {
    part: Number,
    whole: Number,
}

impl Share {
    fn ratio(self) -> Option<Number> {
        self.part.divided_by(self.whole)
    }

    fn of(self, amount: Number) -> Option<Number> {
        (amount * self.part).divided_by(self.whole)
    }
}

/// Returns the share of the target that is expected by a month, if a node plan has begun.
fn share_expected(question: &Question<'_>, cut: Cut) -> Option<Share> {
    match &question.indicator.schedule {
        Schedule::Expected(points) => {
            let part = question.indicator.expected_at(cut)?;
            // The points are written for the plan's target; a region's share follows the same proportions.
            let whole = match question.indicator.scope {
                Scope::EachRegion => points.last()?.value,
                Scope::Plan => question.target.threshold(),
            };
            // The points are levels of the plan area, so they start from its whole baseline.
            let base = question.baseline().and(question.indicator.baseline).unwrap_or(Number::ZERO);
            Some(Share { part: part - base, whole: whole - base })
        }
        Schedule::Level => Some(Share { part: Number::ONE, whole: Number::ONE }),
        _ => {
            let (gone, months) = question.plan.months_gone(cut);
            Some(Share { part: Number::from(gone), whole: Number::from(months) })
        }
    }
}

fn amount_at(question: &Question<'_>, share: Share) -> Option<Number> {
    match question.baseline() {
        Some(base) => share.of(question.threshold - base).map(|gained| base + gained),
        None => share.of(question.threshold),
    }
}

/// Returns the band of a gap in points.
#[must_use]
pub fn code_of_gap(gap: Number, bands: &Bands) -> StatusCode {
    if gap >= bands.ahead {
        StatusCode::Ahead
    } else if gap >= bands.on_track {
        StatusCode::OnTrack
    } else if gap >= bands.slightly_behind {
        StatusCode::SlightlyBehind
    } else if gap >= bands.behind {
        StatusCode::Behind
    } else {
        StatusCode::FarBehind
    }
}

/// Compares whole units: short by one is slightly behind, by more behind, never far behind.
#[must_use]
pub fn code_of_small_number(actual: Number, expected: Number, gap: Number, bands: &Bands) -> StatusCode {
    let short = expected - actual;
    if short <= Number::ZERO {
        if gap >= bands.ahead { StatusCode::Ahead } else { StatusCode::OnTrack }
    } else if short <= Number::ONE {
        StatusCode::SlightlyBehind
    } else {
        StatusCode::Behind
    }
}

fn judge_batch(question: &Question<'_>, figure: &Figure, batches: &[Batch]) -> Verdict {
    let is_out = |batch: &Batch| batch.published.is_some_and(|day| day <= question.known.last_day());
    // A figure that was recorded before a list came out knows nothing of it.
    let first_list = batches.iter().filter(|batch| is_out(batch)).filter_map(|batch| batch.published).min();
    let last_list = batches.iter().filter_map(|batch| batch.published).max();
    let are_all_out = !batches.is_empty() && batches.iter().all(is_out) && last_list.is_some_and(|day| figure.recorded >= day);
    let mut verdict = Verdict::plain(StatusCode::NotDue, Family::Batch, Rule::Batch);
    verdict.comparison.completion = question.completion(figure.actual);
    verdict.margin = question.still_to_go(figure.actual);
    verdict.code = if are_all_out {
        question.final_code(figure, StatusCode::Done)
    } else if !batches.iter().any(is_out) {
        StatusCode::NotDue
    } else if question.is_reached_for_good(figure) && first_list.is_some_and(|day| figure.recorded >= day) {
        StatusCode::Done
    } else {
        StatusCode::NotDue
    };
    verdict
}

fn judge_level(question: &Question<'_>, figure: &Figure) -> Verdict {
    let mut verdict = Verdict::plain(StatusCode::NotDue, Family::Level, Rule::Level);
    let difference =
        if question.target.is_lower_better() { question.threshold - figure.actual } else { figure.actual - question.threshold };
    // The gap is in the indicator's own points or units; for the bands a stock counts in percent of its target.
    verdict.comparison.gap = Some(difference);
    let banded = if question.indicator.measure.is_rate() {
        Some(difference)
    } else {
        (difference * Number::HUNDRED).divided_by(question.threshold.abs())
    };
    let is_attained = question.is_attained(figure.actual);
    if question.is_last_figure(figure) {
        verdict.rule = Rule::YearEnd;
        verdict.code = question.final_code(figure, StatusCode::Met);
    } else if let Some(gap) = banded {
        let code = code_of_gap(gap, &question.plan.level_bands);
        let is_good = matches!(code, StatusCode::Ahead | StatusCode::OnTrack);
        verdict.code = if is_good && !is_attained { StatusCode::SlightlyBehind } else { code };
    } else {
        verdict.code = if is_attained { StatusCode::OnTrack } else { StatusCode::SlightlyBehind };
    }
    verdict.margin = Some(Margin { value: -difference, by: None });
    verdict
}

/// A number for each month or quarter is judged part by part. A part that was skipped stays skipped.
fn judge_cadence(question: &Question<'_>, figure: &Figure) -> Verdict {
    let cadence = question.target.per.unwrap_or(Cadence::Year);
    let all = parts(question.plan, cadence);
    let (mut due, mut attained, mut before) = (0_i64, 0_i64, Some(Number::ZERO));
    let mut judged_until = None;
    for end in all.iter().take_while(|end| **end <= figure.period.cut()) {
        let now = question.series.value_at(*end);
        let (Some(now), Some(last)) = (now, before) else { break };
        due += 1;
        if question.target.is_attained_at(now - last, question.threshold) {
            attained += 1;
        }
        before = Some(now);
        judged_until = Some(*end);
    }
    let total = Number::from(all.len());
    let mut verdict = Verdict::plain(StatusCode::NotDue, Family::Pace, Rule::Cadence);
    if due == 0 {
        return verdict;
    }
    let (due, attained) = (Number::from(due), Number::from(attained));
    let (completion, schedule) = (attained.divided_by(total), due.divided_by(total));
    let gap = completion.zip(schedule).map(|(p, tau)| (p - tau) * Number::HUNDRED);
    verdict.comparison = Comparison { completion, schedule, gap, expected: Some(due) };
    let is_kept = attained >= due;
    verdict.period = judged_until.and_then(|end| question.series.at(end)).map(|point| point.period);
    let is_whole_year_known = judged_until.is_some_and(|end| end >= question.plan.last);
    verdict.code = if question.is_last_figure(figure) && !is_whole_year_known {
        // A part nobody reported can be neither kept nor skipped.
        StatusCode::Pending
    } else if is_whole_year_known {
        if figure.flag.is_some_and(Flag::is_unfinished) {
            StatusCode::Pending
        } else if is_kept {
            StatusCode::Met
        } else if question.target.ambition == Ambition::Stretch {
            StatusCode::MissedStretch
        } else {
            StatusCode::Missed
        }
    } else {
        code_of_small_number(attained, due, gap.unwrap_or(Number::ZERO), &question.plan.bands)
    };
    verdict.margin = Some(Margin { value: due - attained, by: judged_until });
    verdict
}

/// Lists the ends of the parts of a plan.
fn parts(plan: &Plan, cadence: Cadence) -> Vec<Cut> {
    (0..plan.months()).map(|months| plan.first.plus_months(months)).filter(|cut| cadence.period_ending(*cut).is_some()).collect()
}

/// Before the year is over such a target is only ever reached, never behind.
fn judge_at_year_end(question: &Question<'_>, figure: &Figure) -> Verdict {
    let mut verdict = Verdict::plain(StatusCode::NotDue, Family::Pace, Rule::YearEnd);
    verdict.comparison.completion = question.completion(figure.actual);
    verdict.margin = question.still_to_go(figure.actual);
    verdict.code = if question.is_last_figure(figure) {
        question.final_code(figure, StatusCode::Met)
    } else if question.is_reached_for_good(figure) {
        StatusCode::Done
    } else {
        StatusCode::NotDue
    };
    verdict
}
