//! Decides how a series stands: the verdict on its newest figure, held against the reports that are
//! asked for.
//!
//! It serves the plan area and every region alike. z speaks of its own period: when a later report
//! is late, that is said.
//!
//! What was exceeded for good stays exceeded in every later period, whatever is withheld: what was
//! used cannot be given back.
//!
//! Not applicable shows no older numbers, and grows late like any other answer.
//!
//! Where no rule says when a figure is due, one that never came is missing three months after the
//! plan's end, when a list that never came is given up as well.

use crate::assess::lists::is_long_over;
use crate::assess::points::{Point, Series};
use crate::assess::progress::judge;
use crate::assess::question::Question;
use crate::assess::reports::{ReportState, report_state};
use crate::assess::verdict::{Rule, Verdict};
use crate::model::indicator::ReportRule;
use crate::model::observation::ObservationStatus;
use crate::model::period::{Period, PeriodEnd};
use crate::model::status::{Family, StatusCode};

/// What is asked of whoever reports the series.
#[derive(Clone, Copy, Debug)]
pub struct Reporting<'r> {
    /// When figures are due; nothing = whenever they come.
    pub rule: Option<&'r ReportRule>,
    /// Whether this series can be late; a region for which an office reports can only be missing.
    pub can_be_late: bool,
    /// Whether a series without any figure is missing, because others have spoken.
    pub is_awaited: bool,
}

/// A status, and how the last figure stood where the status speaks of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The status.
    pub status: Verdict,
    /// The verdict on the last figure, where a newer report is overdue.
    pub last_known: Option<Verdict>,
}

/// Decides a series.
#[must_use]
pub fn decide(question: &Question<'_>, reporting: Reporting<'_>) -> Decision {
    decide_by(question, reporting, judge(question))
}

/// Decides a series whose newest figure was judged already.
///
/// A target reached for good stays reached while a later report is missing: the status stays
/// `done`, and `check` and `status` still name the report.
#[must_use]
pub fn decide_by(question: &Question<'_>, reporting: Reporting<'_>, verdict: Verdict) -> Decision {
    let family = question.yardstick.family();
    let without_last_known = |status: Verdict| Decision { status, last_known: None };
    let answer = newest_answer(question.series);
    let newest: Option<PeriodEnd> = answer.map(|point| point.period.end());
    let state =
        reporting.rule.map(|rule| report_state(question.plan, rule, newest, question.known));
    // What some regions make may decide, whatever the others withhold or still owe.
    let is_by_part = verdict.figure.is_some_and(|(period, _)| {
        question.series.at(period.end()).is_some_and(|point| point.value.is_none())
    });
    let is_final = verdict.is_final() || is_by_part;
    let is_decided = |point: &Point| {
        let is_as_new = |period: Period| period.end() >= point.period.end();
        let is_exceeded =
            verdict.rule == Rule::Exceeded && point.flag != Some(ObservationStatus::NotApplicable);
        is_exceeded || is_final && verdict.figure.is_some_and(|(period, _)| is_as_new(period))
    };
    // What a row said of an earlier period is no answer for one that is said to be missing.
    let is_said_missing =
        state.is_none() && family != Family::Batch && has_missing_mark(question.series);
    let answered = answer.filter(|point| !is_decided(point));
    if is_said_missing && answered.is_some_and(|point| point.value.is_none()) {
        return without_last_known(Verdict::plain(StatusCode::NotReported, family, Rule::Report));
    }
    if let Some(answered) = answered.and_then(|point| answer_without_figure(question, point)) {
        return match state {
            // It speaks of its own period; a later report may be late all the same.
            Some(ReportState::Overdue(overdue)) if reporting.can_be_late => {
                without_last_known(answered.when_late(overdue))
            }
            Some(ReportState::Overdue(_)) => without_last_known(Verdict {
                code: StatusCode::NotReported,
                ..Verdict::plain(StatusCode::NotReported, family, Rule::Report)
            }),
            _ => without_last_known(answered),
        };
    }
    let status = match state {
        Some(ReportState::Overdue(overdue)) if reporting.can_be_late => {
            let status = match is_by_part {
                true => Verdict { overdue: Some(overdue), ..verdict.clone() },
                false => verdict.when_late(overdue),
            };
            let is_beside = status.code == StatusCode::OverdueReport && verdict.period.is_some();
            return Decision { status, last_known: is_beside.then_some(verdict) };
        }
        Some(ReportState::Awaited(period)) if reporting.can_be_late && !is_final => Verdict {
            period: Some(period),
            ..Verdict::plain(StatusCode::NotReported, family, Rule::Report)
        },
        // A region for which an office reports is missing once the report is past its day.
        Some(ReportState::Overdue(_)) if verdict.period.is_some() && !is_final => {
            let status = Verdict::plain(StatusCode::NotReported, family, Rule::Report);
            return Decision { status, last_known: Some(verdict) };
        }
        Some(ReportState::Overdue(_) | ReportState::Awaited(_)) => missing(verdict),
        _ if newest.is_none() && reporting.is_awaited => missing(verdict),
        None if is_said_missing && !is_final => {
            let status = Verdict::plain(StatusCode::NotReported, family, Rule::Report);
            return Decision { status, last_known: verdict.period.is_some().then_some(verdict) };
        }
        // Nobody was asked by a day, and the plan is over.
        None if newest.is_none() && is_long_over(question.plan, question.known.last_day()) => {
            missing(verdict)
        }
        Some(ReportState::NotDue) if verdict.period.is_none() => {
            Verdict { rule: Rule::Report, ..verdict }
        }
        _ => verdict,
    };
    without_last_known(status)
}

/// Returns what an answer says that is no figure: withheld, not due, or not applicable. None of
/// them lets an older verdict stand for its period.
///
/// Such a row speaks of its own period even after a target was reached; only what was exceeded for
/// good stays so.
fn answer_without_figure(question: &Question<'_>, point: &Point) -> Option<Verdict> {
    if point.value.is_some() {
        return None;
    }
    let (code, rule) = match point.flag? {
        ObservationStatus::NotApplicable => (StatusCode::NotApplicable, Rule::NotApplicable),
        ObservationStatus::Withheld => (StatusCode::NotAssessed, Rule::Withheld),
        ObservationStatus::NotDue if question.yardstick.family() == Family::Batch => {
            (StatusCode::NotDue, Rule::Batch)
        }
        ObservationStatus::NotDue => (StatusCode::NotDue, Rule::Report),
        _ => return None,
    };
    Some(Verdict {
        period: Some(point.period),
        ..Verdict::plain(code, question.yardstick.family(), rule)
    })
}

/// Returns whether the newest row says that its figure is missing (x), where no rule says when it
/// is due.
fn has_missing_mark(series: &Series) -> bool {
    let newest = series.points.last();
    newest.is_some_and(|point| {
        point.value.is_none()
            && point.flag == Some(ObservationStatus::Missing)
            && point.derived.is_none()
    })
}

/// A value answers a report; so does saying that there is none to give. An explicit x does not.
#[must_use]
pub fn newest_answer(series: &Series) -> Option<&Point> {
    series.points.iter().rev().find(|point| {
        point.value.is_some() || point.flag.is_some_and(ObservationStatus::answers_report)
    })
}

/// A figure that is not there is missing; one that is there stays judged, and a list that is not
/// out stays awaited.
fn missing(verdict: Verdict) -> Verdict {
    if verdict.rule == Rule::Report {
        Verdict { code: StatusCode::NotReported, ..verdict }
    } else {
        verdict
    }
}
