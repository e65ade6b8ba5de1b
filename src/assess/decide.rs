//! Decides how a series stands: the verdict on its newest figure, held against the reports that are asked for.
//!
//! It serves the plan area and every region alike. z speaks of its own period: when a later report is late, that is said.

use crate::assess::progress::{Question, family_of, judge};
use crate::assess::reports::{ReportState, report_state};
use crate::assess::series::{Point, Series};
use crate::assess::verdict::{Rule, Verdict};
use crate::model::indicator::ReportRule;
use crate::model::observation::Flag;
use crate::model::period::Cut;
use crate::model::status::StatusCode;

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
    let family = family_of(question.indicator);
    let answer = newest_answer(question.series);
    let is_inapplicable = answer.is_some_and(|point| point.value.is_none() && point.flag == Some(Flag::NotApplicable));
    let verdict =
        if is_inapplicable { Verdict::plain(StatusCode::NotApplicable, family, Rule::NotApplicable) } else { judge(question) };
    let newest: Option<Cut> = answer.map(|point| point.period.cut());
    let state = reporting.rule.map(|rule| report_state(question.plan, rule, newest, question.known));
    let status = match state {
        Some(ReportState::Overdue(overdue)) if reporting.can_be_late => {
            let status = verdict.when_late(overdue);
            let is_beside = status.code == StatusCode::OverdueReport && verdict.period.is_some();
            return Decision { status, last_known: is_beside.then_some(verdict) };
        }
        Some(ReportState::Awaited(period)) if reporting.can_be_late => {
            Verdict { period: Some(period), ..Verdict::plain(StatusCode::NotReported, family, Rule::Report) }
        }
        Some(ReportState::Overdue(_) | ReportState::Awaited(_)) => missing(verdict),
        _ if newest.is_none() && reporting.is_awaited => missing(verdict),
        Some(ReportState::NotDue) if verdict.period.is_none() && !is_inapplicable => Verdict { rule: Rule::Report, ..verdict },
        _ => verdict,
    };
    Decision { status, last_known: None }
}

/// A value answers a report; so does saying that there is none to give. An explicit x does not.
#[must_use]
pub fn newest_answer(series: &Series) -> Option<&Point> {
    series
        .points
        .iter()
        .rev()
        .find(|point| point.value.is_some() || matches!(point.flag, Some(Flag::NotApplicable | Flag::Withheld | Flag::NotDue)))
}

/// A figure that is not there is missing; one that is there stays judged, and a list that is not out stays awaited.
fn missing(verdict: Verdict) -> Verdict {
    if verdict.rule == Rule::Report { Verdict { code: StatusCode::NotReported, ..verdict } } else { verdict }
}
