//! Judges a number that is promised for each month, quarter, half-year or year: part by part.
//!
//! A part that was skipped stays skipped; one that is excused (a period of `skip`, or z) is not
//! due. A part without a figure is unknown: what is said must hold at its worst and at its best.
//! What is counted in an excused part without a figure of its own comes in with the next one: that
//! one has it to its credit, and nobody can hold it against it.
//!
//! Silence never makes a word better, here and for a target of each region: what is missing is
//! taken at its worst where worst and best are both below, and the reason says so. Taken at its
//! best, a region that stopped reporting would raise the whole. What several silent parts made
//! together decides each of them where it can: no more since May means none in June and July.
//!
//! Where only one of worst and best is good the figure is missing, at the end `pending`. A limit
//! that both the excused part and the next exceed together leaves that part unknown.

use crate::assess::question::{Figure, Question};
use crate::assess::verdict::{Cadences, Comparison, Margin, Rule, Verdict};
use crate::assess::yardstick::Yardstick;
use crate::model::observation::ObservationStatus;
use crate::model::period::{Cadence, PeriodEnd};
use crate::model::plan::Plan;
use crate::model::status::{Family, Standing, StatusCode};
use crate::number::Number;

/// Judges the parts up to the newest figure.
pub(crate) fn judge_cadence(question: &Question<'_>, figure: &Figure) -> Verdict {
    let cadence = question.yardstick.target.per.unwrap_or(Cadence::Year);
    let parts = parts_until(question, cadence, figure.period.end());
    let all = parts_of(question.plan, cadence).len() - parts.excused;
    let mut verdict = Verdict::plain(StatusCode::NotDue, Family::Pace, Rule::Cadence);
    let due = parts.due();
    if due == 0 {
        return verdict;
    }
    // How many were kept is no number as long as unknown parts may add to it.
    let kept = parts.is_known().then(|| Number::from(parts.least_kept()));
    let due_number = Number::from(due);
    verdict.comparison = Comparison {
        completion: kept.and_then(|kept| kept.divided_by(Number::from(all))),
        schedule: due_number.divided_by(Number::from(all)),
        gap: None,
        expected: Some(due_number),
    };
    verdict.margin =
        kept.map(|kept| Margin { value: due_number - kept, by: Some(figure.period.end()) });
    let is_last = question.is_last_figure(figure);
    let code = |skipped: usize| match (is_last, skipped) {
        (true, 0) => StatusCode::Met,
        (true, _) => question.yardstick.missed_code(),
        (false, 0) => StatusCode::OnTrack,
        (false, 1) => StatusCode::SlightlyBehind,
        (false, _) => StatusCode::Behind,
    };
    let (best, worst) = (code(parts.least_missed()), code(parts.most_missed()));
    let are_both_below = [best, worst].iter().all(|one| one.standing() == Standing::Below);
    verdict.code = if is_last && figure.is_provisional() {
        StatusCode::Pending
    } else if best == worst || are_both_below {
        // Silence never makes the word better.
        worst
    } else if is_last {
        StatusCode::Pending
    } else {
        StatusCode::NotReported
    };
    verdict.cadences = Some(Box::new(parts));
    verdict
}

/// Sorts the parts that are over by the newest figure.
fn parts_until(question: &Question<'_>, cadence: Cadence, until: PeriodEnd) -> Cadences {
    let mut parts = Cadences::default();
    // What was counted by the last part with a figure, and the parts without one since then.
    let mut held = Number::ZERO;
    let mut gap: Vec<PeriodEnd> = Vec::new();
    // Whether what is counted since then may be of an excused part.
    let mut is_shared = false;
    let yardstick = &question.yardstick;
    let adds_up = yardstick.indicator.measure.is_cumulative();
    let skip = question.yardstick.indicator.report.as_ref().map_or(&[][..], |report| &report.skip);
    for end in parts_of(question.plan, cadence).into_iter().take_while(|end| *end <= until) {
        let point = question.series.at(end);
        let now = point.and_then(|point| point.value);
        let is_inapplicable = point.is_some_and(|point| {
            now.is_none() && point.flag == Some(ObservationStatus::NotApplicable)
        });
        if is_inapplicable || skip.iter().any(|period| period.end() == end) {
            // Nothing is asked of it; what is counted goes on.
            if let Some(now) = now {
                held = now;
                parts.unknown.append(&mut gap);
            }
            is_shared = adds_up && now.is_none();
            parts.excused += 1;
            continue;
        }
        let Some(now) = now else {
            gap.push(end);
            is_shared = false;
            continue;
        };
        // A count is added up; a rate or a level of a part is its own.
        let own = if adds_up { now - held } else { now };
        let passes = yardstick.passes(own);
        if adds_up && !gap.is_empty() {
            gap.push(end);
            // Of a count, what all parts since then make together none of them exceeds.
            match (passes, yardstick.is_lower_better()) {
                (true, true) => {
                    parts.kept += gap.len();
                    gap.clear();
                }
                (false, false) => parts.skipped.append(&mut gap),
                _ => {
                    parts.lost += lost_of(yardstick, own, gap.len());
                    parts.saved += saved_of(yardstick, own, gap.len());
                    parts.unknown.append(&mut gap);
                }
            }
        } else if passes {
            parts.kept += 1;
        } else if is_shared && yardstick.is_lower_better() {
            parts.unknown.push(end);
        } else {
            parts.skipped.push(end);
        }
        parts.unknown.append(&mut gap);
        (held, is_shared) = (now, false);
    }
    let is_ahead = |end: &PeriodEnd| *end > until && skip.iter().any(|period| period.end() == *end);
    parts.excused += parts_of(question.plan, cadence).iter().filter(|end| is_ahead(end)).count();
    parts.unknown.append(&mut gap);
    parts.unknown.sort();
    parts
}

/// Returns how many of some parts were not kept for certain, given what all of them make: it is too
/// little for that many, or one of them at least is over its limit.
fn lost_of(yardstick: &Yardstick<'_>, all: Number, parts: usize) -> usize {
    let yardstick = yardstick.beside(all);
    let edge = yardstick.last_within().unwrap_or(yardstick.threshold());
    let passes = |kept: usize| {
        let least = edge * Number::from(kept);
        if yardstick.is_lower_better() { all <= least } else { all >= least }
    };
    match yardstick.is_lower_better() {
        true => usize::from(!passes(parts)),
        false => (0..=parts).find(|lost| passes(parts - lost)).unwrap_or(parts),
    }
}

/// Returns how many of some parts were kept for certain, given what all of them make: more than can
/// be made while each of them falls short, or less than it takes to exceed all of their limits.
fn saved_of(yardstick: &Yardstick<'_>, all: Number, parts: usize) -> usize {
    let yardstick = yardstick.beside(all);
    if !yardstick.counts_whole_things() {
        return 0;
    }
    let edge = yardstick.last_within().unwrap_or(yardstick.threshold());
    if yardstick.is_lower_better() {
        let over = edge + Number::ONE;
        return (0..=parts).find(|saved| over * Number::from(parts - saved) <= all).unwrap_or(0);
    }
    usize::from(all > (edge - Number::ONE) * Number::from(parts))
}

/// Lists the ends of the parts of a plan, counted from its first month.
///
/// So a half-year of a plan from April ends in September. A span that does not divide into such
/// parts is refused when it is read. The tolerance of 左右 holds for each part.
fn parts_of(plan: &Plan, cadence: Cadence) -> Vec<PeriodEnd> {
    let step = i32::from(cadence.months());
    (1..=plan.months() / step).map(|part| plan.first.plus_months(part * step - 1)).collect()
}
