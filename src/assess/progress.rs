//! Judges the newest figure of a series against its yardstick: the rules of progress.
//!
//! Comes in: a yardstick, the figures up to now, and what is known. Goes out: a verdict. What is
//! expected, attained or exceeded the yardstick says; here is which status follows. The schedule
//! follows from the figure's own period, never from the day of the build. The same function serves
//! the plan area and, with its own target, every region.

use crate::assess::cadence::judge_cadence;
use crate::assess::lists::{covers, is_long_over, last_list};
use crate::assess::question::{Figure, Question, newest_figure};
use crate::assess::verdict::{Comparison, Margin, Rule, Verdict};
use crate::assess::yardstick::{Kind, Scale, Yardstick};
use crate::model::indicator::{Batch, Indicator, Schedule};
use crate::model::observation::ObservationStatus;
use crate::model::plan::Bands;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::Op;

/// Judges the newest figure.
#[must_use]
pub fn judge(question: &Question<'_>) -> Verdict {
    let Some(figure) = newest_figure(question) else { return judge_without_figure(question) };
    let yardstick = question.yardstick.beside(figure.actual);
    let question = &Question { yardstick, ..*question };
    let mut verdict = match &question.yardstick.indicator.schedule {
        _ if question.yardstick.kind() == Kind::Cadence => judge_cadence(question, &figure),
        _ if question.yardstick.waits_for_the_end() => judge_at_the_end(question, &figure),
        Schedule::Batch(batches) => judge_batch(question, &figure, batches),
        _ if question.yardstick.is_level() => judge_level(question, &figure),
        Schedule::Linear | Schedule::Expected(_) => judge_pace(question, &figure),
        Schedule::Level | Schedule::None => judge_at_the_end(question, &figure),
    };
    verdict.figure = Some((figure.period, figure.actual));
    // A cadence may be known only up to an earlier period than its newest figure.
    verdict.period = verdict.period.or(Some(figure.period));
    verdict
}

/// Returns the words a status is read in where nothing is held against a target.
#[must_use]
pub fn family_of(indicator: &Indicator) -> Family {
    match indicator.schedule {
        Schedule::Level => Family::Level,
        Schedule::Batch(_) => Family::Batch,
        _ => Family::Pace,
    }
}

/// No figure: a batch waits for its list, everything else for its report (another rule decides).
fn judge_without_figure(question: &Question<'_>) -> Verdict {
    let family = question.yardstick.family();
    let last = question.series.points.last();
    if last.is_some_and(|point| point.flag == Some(ObservationStatus::NotApplicable)) {
        return Verdict::plain(StatusCode::NotApplicable, family, Rule::NotApplicable);
    }
    match &question.yardstick.indicator.schedule {
        Schedule::Batch(_) if is_long_over(question.plan, question.known.last_day()) => {
            Verdict::plain(StatusCode::Pending, family, Rule::Batch)
        }
        Schedule::Batch(_) => Verdict::plain(StatusCode::NotDue, family, Rule::Batch),
        _ => Verdict::plain(StatusCode::NotDue, family, Rule::Report),
    }
}

fn judge_pace(question: &Question<'_>, figure: &Figure) -> Verdict {
    let yardstick = &question.yardstick;
    let period_end = figure.period.end();
    let rule = match yardstick.indicator.schedule {
        Schedule::Expected(_) => Rule::Expected,
        _ => Rule::Linear,
    };
    let is_flag = yardstick.target.op == Op::Flag;
    let is_covered = yardstick.kind() == Kind::Coverage;
    let (is_small, is_ceiling) = (yardstick.is_small(), yardstick.is_sum_ceiling());
    let lead = yardstick.lead_points(figure.actual, period_end);
    let schedule = yardstick.schedule_at(period_end);
    let mut verdict = Verdict::plain(StatusCode::NotDue, question.yardstick.family(), rule);
    // Shares and points say nothing of what is only done or not, points nothing of small numbers.
    verdict.comparison = Comparison {
        completion: yardstick.completion(figure.actual),
        schedule: schedule.filter(|_| !is_flag),
        gap: lead.filter(|_| !is_flag && !is_small && !is_covered),
        expected: yardstick.expected_at(period_end),
    };
    if question.is_last_figure(figure) {
        verdict.code = question.final_code(figure, StatusCode::Met);
        verdict.rule = Rule::YearEnd;
        verdict.margin = question.still_to_go(figure.actual);
    } else if question.is_reached_for_good(figure) {
        verdict.code = StatusCode::Done;
    } else if yardstick.is_exceeded(figure.actual) && !figure.is_provisional() {
        // What was used cannot be given back.
        verdict.code = question.yardstick.missed_code();
        verdict.rule = Rule::Exceeded;
    } else if let Some(advantage) = yardstick.advantage_at(figure.actual, period_end) {
        verdict.code = match lead {
            _ if is_small => {
                verdict.rule = Rule::SmallNumber;
                code_of_units(advantage, lead.unwrap_or(Number::ZERO), yardstick.bands())
            }
            // What is covered or not is not far behind.
            Some(_) if yardstick.kind() == Kind::Coverage && advantage.is_negative() => {
                StatusCode::Behind
            }
            Some(lead) => code_of_gap(lead, yardstick.bands()),
            // Of nothing there is no share: within it or not.
            None if advantage.is_negative() => StatusCode::Behind,
            None => StatusCode::OnTrack,
        };
        if yardstick.counts_whole_things() && is_ceiling && !advantage.is_negative() {
            // What may be used is a whole number, rounded up.
            verdict.code = better_of(verdict.code, StatusCode::OnTrack);
        }
        let is_half_gone = schedule.is_some_and(|tau| tau + tau >= Number::ONE);
        if is_small && is_half_gone && yardstick.is_nothing_done(figure.actual) {
            verdict.code = worse_of(verdict.code, StatusCode::SlightlyBehind);
        }
        verdict.margin = Some(Margin { value: -advantage, by: Some(period_end) });
    } else {
        // Before the first node nothing is due; what is still to go is known all the same.
        verdict.margin = question.still_to_go(figure.actual);
    }
    verdict
}

/// Returns the band of a gap.
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

/// Compares whole things: short by one is slightly behind, by more behind, never far behind; ahead
/// only where the lead in percent reaches the band of ahead.
fn code_of_units(advantage: Number, lead: Number, bands: &Bands) -> StatusCode {
    if advantage >= Number::ZERO {
        if lead >= bands.ahead { StatusCode::Ahead } else { StatusCode::OnTrack }
    } else if advantage >= -Number::ONE {
        StatusCode::SlightlyBehind
    } else {
        StatusCode::Behind
    }
}

/// Compares places in an order: one short is slightly behind, two or three behind, more far behind.
fn code_of_places(advantage: Number) -> StatusCode {
    let three = Number::from(3_i64);
    if advantage >= Number::ONE {
        StatusCode::Ahead
    } else if advantage >= Number::ZERO {
        StatusCode::OnTrack
    } else if advantage >= -Number::ONE {
        StatusCode::SlightlyBehind
    } else if advantage >= -three {
        StatusCode::Behind
    } else {
        StatusCode::FarBehind
    }
}

/// Returns the worse of two assessed words.
fn worse_of(a: StatusCode, b: StatusCode) -> StatusCode {
    if b.severity_rank() < a.severity_rank() { b } else { a }
}

fn better_of(a: StatusCode, b: StatusCode) -> StatusCode {
    if b.severity_rank() > a.severity_rank() { b } else { a }
}

/// The word stays 待认定 until all lists are out; it is final with the first figure that covers the
/// last of them. What is not decided three months after the plan's end is to be confirmed: a list
/// did not come, or no figure that covers it.
///
/// Before its last list a batch can only be done for what cannot be lost: a stock or a ceiling
/// waits for the last list.
fn judge_batch(question: &Question<'_>, figure: &Figure, batches: &[Batch]) -> Verdict {
    let mut verdict = Verdict::plain(StatusCode::NotDue, Family::Batch, Rule::Batch);
    verdict.comparison.completion = question.yardstick.completion(figure.actual);
    verdict.margin = question.still_to_go(figure.actual);
    let (plan, today) = (question.plan, question.known.last_day());
    let is_last_covered = last_list(batches, today)
        .is_some_and(|list| covers(plan, figure.period, figure.recorded, list));
    verdict.code = if question.is_reached_for_good(figure) {
        StatusCode::Done
    } else if is_last_covered {
        question.final_code(figure, StatusCode::Done)
    } else if is_long_over(plan, today) {
        StatusCode::Pending
    } else {
        StatusCode::NotDue
    };
    verdict
}

fn judge_level(question: &Question<'_>, figure: &Figure) -> Verdict {
    let yardstick = &question.yardstick;
    let advantage = yardstick.advantage(figure.actual);
    let mut verdict = Verdict::plain(StatusCode::NotDue, question.yardstick.family(), Rule::Level);
    // What is covered or not is no distance away.
    if yardstick.kind() != Kind::Coverage {
        verdict.comparison.gap = Some(advantage);
        verdict.margin = Some(Margin { value: -advantage, by: None });
    }
    if question.is_last_figure(figure) {
        verdict.rule = Rule::YearEnd;
        verdict.code = question.final_code(figure, StatusCode::Met);
    } else if yardstick.is_level_due(figure.period.end()) {
        verdict.code = code_of_level(yardstick, figure.actual);
    }
    verdict
}

/// Returns the word of a level before the end. Only what attains the target, or stays within 左右, is
/// good.
fn code_of_level(yardstick: &Yardstick<'_>, actual: Number) -> StatusCode {
    let advantage = yardstick.advantage(actual);
    let (is_attained, bands) = (yardstick.is_attained(actual), yardstick.bands());
    if yardstick.is_nearly_attained(actual) {
        return StatusCode::OnTrack;
    }
    let share = || {
        (advantage * Number::HUNDRED).divided_by(yardstick.threshold().abs()).unwrap_or(advantage)
    };
    let code = match yardstick.scale() {
        Scale::Places => return code_of_places(advantage),
        Scale::Units => return code_of_units(advantage, share(), bands),
        Scale::Attainment => {
            return if is_attained { StatusCode::OnTrack } else { StatusCode::Behind };
        }
        Scale::Points => code_of_gap(advantage, bands),
        Scale::PercentOfTarget => code_of_gap(share(), bands),
    };
    match code {
        StatusCode::Ahead | StatusCode::OnTrack if !is_attained => StatusCode::SlightlyBehind,
        StatusCode::Ahead | StatusCode::OnTrack => code,
        // A band that begins above 0 cannot call below what is attained.
        _ if is_attained => StatusCode::OnTrack,
        _ => code,
    }
}

/// Before the plan's end such a target is only ever reached, or exceeded for good.
fn judge_at_the_end(question: &Question<'_>, figure: &Figure) -> Verdict {
    let mut verdict =
        Verdict::plain(StatusCode::NotDue, question.yardstick.family(), Rule::YearEnd);
    verdict.comparison.completion = question.yardstick.completion(figure.actual);
    verdict.margin = question.still_to_go(figure.actual);
    verdict.code = if question.is_last_figure(figure) {
        question.final_code(figure, StatusCode::Met)
    } else if question.is_reached_for_good(figure) {
        StatusCode::Done
    } else if question.yardstick.is_exceeded(figure.actual) && !figure.is_provisional() {
        verdict.rule = Rule::Exceeded;
        question.yardstick.missed_code()
    } else {
        StatusCode::NotDue
    };
    verdict
}
