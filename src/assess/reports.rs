//! Returns whether a report is due, awaited or overdue.
//!
//! The due period is the last one whose end and grace (days, or workdays of the site's calendar)
//! are past on the day of knowledge.

use crate::assess::verdict::Overdue;
use crate::date::{Date, days_between};
use crate::model::indicator::ReportRule;
use crate::model::observation::AsOf;
use crate::model::period::{Period, PeriodEnd};
use crate::model::plan::Plan;

/// How the reports of an indicator stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportState {
    /// Nothing is asked for yet.
    NotDue,
    /// A period has ended; its figure may still come in time.
    Awaited(Period),
    /// The newest figure is in the due period or later.
    UpToDate,
    /// A figure is past its day.
    Overdue(Overdue),
}

/// Says how reports stand, given the newest period that was answered.
#[must_use]
pub fn report_state(
    plan: &Plan,
    rule: &ReportRule,
    newest: Option<PeriodEnd>,
    known: AsOf,
) -> ReportState {
    // A page of a past period says what was due by its own day, and nothing else.
    let as_of = known.last_day();
    match (newest, due_period(plan, rule, known)) {
        (Some(newest), Some(due)) if newest >= due.end() => ReportState::UpToDate,
        (_, Some(due)) => ReportState::Overdue(overdue(plan, rule, due, as_of)),
        (Some(_), None) => ReportState::UpToDate,
        (None, None) => {
            let ended = plan.reports(rule).find(|period| period.end().last_day() < as_of);
            ended.map_or(ReportState::NotDue, ReportState::Awaited)
        }
    }
}

/// Returns the last period whose figure should be there by now.
#[must_use]
pub fn due_period(plan: &Plan, rule: &ReportRule, known: AsOf) -> Option<Period> {
    let is_seen = |end: PeriodEnd| known.until.is_none_or(|until| end <= until);
    let last_day = |end: PeriodEnd| rule.last_day_for(end, &plan.calendar);
    plan.reports(rule)
        .rfind(|period| is_seen(period.end()) && last_day(period.end()) < known.last_day())
}

/// Lists every report a rule asks for, the first one first: its period and its last day.
pub fn asked_reports(plan: &Plan, rule: &ReportRule) -> impl Iterator<Item = (Period, Date)> {
    let last_day = move |period: Period| rule.last_day_for(period.end(), &plan.calendar);
    plan.reports(rule).map(move |period| (period, last_day(period)))
}

/// Returns the next report asked for after a day that was not answered yet: its period and its last
/// day.
#[must_use]
pub fn next_report(
    plan: &Plan,
    rule: &ReportRule,
    as_of: Date,
    answered: Option<PeriodEnd>,
) -> Option<(Period, Date)> {
    let is_open = |period: &Period| answered.is_none_or(|answered| period.end() > answered);
    asked_reports(plan, rule).find(|(period, last_day)| *last_day >= as_of && is_open(period))
}

fn overdue(plan: &Plan, rule: &ReportRule, due: Period, as_of: Date) -> Overdue {
    let deadline = rule.last_day_for(due.end(), &plan.calendar);
    Overdue { period: due, deadline, days: days_between(deadline, as_of) }
}
