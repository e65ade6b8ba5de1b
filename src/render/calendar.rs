//! The calendar of a plan without its words: what is published when and what is due when, as known
//! on the day that is shown.
//!
//! What is ahead is so as seen from that day, never from the clock. The page and the calendar file
//! tell of the same events.
//!
//! An edition counts as out by its day of knowledge, as everywhere; a list that is awaited stands
//! at the end of the period it is expected in, and is never called late.
//!
//! Past days of reports name what was asked for, not what did not come, unless the plan has
//! `publish_overdue`.

use std::collections::BTreeMap;

use crate::assess::assessment::Assessment;
use crate::assess::milestones::MilestoneStatus;
use crate::assess::reports::asked_reports;
use crate::date::{Date, parse_date_and_time};
use crate::model::edition::{Edition, EditionState};
use crate::model::index::{EditionIx, IndicatorIx, MilestoneIx};
use crate::model::indicator::Schedule;
use crate::model::period::{Period, PeriodEnd, Span};
use crate::model::plan::Plan;

/// What happens on one day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub day: Date,
    /// Whether it is still to come.
    pub is_ahead: bool,
    pub what: What,
}

/// What happens. The order is the one of a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    /// An edition, by its position in the plan.
    Edition(EditionIx),
    /// Figures are due.
    Reports(Asked),
    /// Lists of certifying authorities come out; the day of those that did not yet is the last one
    /// of the period they are expected in.
    Lists(Vec<AwaitedList>),
    /// A dated step: the day it is due, or the day it was done.
    Milestone(MilestoneIx),
}

/// The figures of one period that are asked for by one day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub period: Period,
    pub indicators: Vec<IndicatorIx>,
}

/// One list for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AwaitedList {
    pub indicator: IndicatorIx,
    /// Its position among the lists of the indicator.
    pub position: usize,
    pub expected: Option<Period>,
}

/// Lists everything with a day: what is ahead with the soonest first, then what has been with the
/// newest first.
pub(super) fn events(plan: &Plan, assessment: &Assessment) -> Vec<Event> {
    let as_of = assessment.as_of();
    let mut events: Vec<Event> = editions(plan, as_of)
        .map(|(day, is_ahead, ix)| Event { day, is_ahead, what: What::Edition(ix) })
        .collect();
    events.extend(group_reports(reports(plan, as_of)).into_iter().map(|(day, asked)| Event {
        day,
        is_ahead: day >= as_of,
        what: What::Reports(asked),
    }));
    events.extend(group_lists(lists(plan, as_of)));
    events.extend(milestones(assessment).map(|(day, is_ahead, ix)| Event {
        day,
        is_ahead,
        what: What::Milestone(ix),
    }));
    let (mut ahead, mut been): (Vec<Event>, Vec<Event>) =
        events.into_iter().partition(|event| event.is_ahead);
    ahead.sort_by_key(|event| event.day);
    been.sort_by_key(|event| std::cmp::Reverse(event.day));
    ahead.append(&mut been);
    ahead
}

/// Returns whether there is nothing with a day.
pub(super) fn is_empty(plan: &Plan, assessment: &Assessment) -> bool {
    let as_of = assessment.as_of();
    editions(plan, as_of).next().is_none()
        && milestones(assessment).next().is_none()
        && reports(plan, as_of).next().is_none()
        && lists(plan, as_of).next().is_none()
}

/// Puts together the reports that are asked for by one day about one span of time, the soonest
/// first. A quarter's figures run from the beginning of the year like a half-year's, so that both
/// are one; only a month is called by its own name.
pub(super) fn group_reports(
    asked: impl Iterator<Item = (IndicatorIx, Period, Date)>,
) -> Vec<(Date, Asked)> {
    let mut days: BTreeMap<(Date, PeriodEnd, bool), Asked> = BTreeMap::new();
    for (ix, period, day) in asked {
        let key = (day, period.end(), is_month(period));
        days.entry(key)
            .or_insert_with(|| Asked { period, indicators: Vec::new() })
            .indicators
            .push(ix);
    }
    days.into_iter().map(|((day, ..), asked)| (day, asked)).collect()
}

/// Returns whether a period is a month.
pub(super) fn is_month(period: Period) -> bool {
    matches!(period.span, Span::Month(_))
}

/// Returns whether readers have an edition on a day. As everywhere its own day of knowledge
/// decides, since it is published with that knowledge.
pub(super) fn is_out(edition: &Edition, as_of: Date) -> bool {
    edition.state == EditionState::Published && edition.as_of <= as_of
}

/// Returns the day an edition was published.
pub(super) fn published_on(edition: &Edition) -> Option<Date> {
    parse_date_and_time(edition.published_at.as_deref()?).map(|moment| moment.date())
}

fn editions(plan: &Plan, as_of: Date) -> impl Iterator<Item = (Date, bool, EditionIx)> {
    plan.numbered_editions().filter_map(move |(ix, edition)| {
        let is_out = is_out(edition, as_of);
        let day = if is_out { published_on(edition).or(edition.planned) } else { edition.planned };
        Some((day?, !is_out, ix))
    })
}

/// A plan that has not begun reporting has missed nothing; its past days are not told.
fn reports(plan: &Plan, as_of: Date) -> impl Iterator<Item = (IndicatorIx, Period, Date)> {
    let has_begun = plan.has_begun_reporting(as_of);
    plan.numbered_indicators()
        .filter_map(|(ix, indicator)| Some((ix, indicator.report.as_ref()?)))
        .flat_map(move |(ix, rule)| {
            asked_reports(plan, rule).map(move |(period, day)| (ix, period, day))
        })
        .filter(move |(.., day)| has_begun || *day >= as_of)
}

fn lists(plan: &Plan, as_of: Date) -> impl Iterator<Item = (Date, bool, AwaitedList)> {
    plan.numbered_indicators().flat_map(move |(indicator, one)| {
        let batches = match &one.schedule {
            Schedule::Batch(batches) => batches.as_slice(),
            _ => &[],
        };
        batches.iter().enumerate().filter_map(move |(position, batch)| {
            let list = AwaitedList { indicator, position, expected: batch.expected };
            match batch.published.filter(|day| *day <= as_of) {
                Some(day) => Some((day, false, list)),
                None => Some((batch.expected?.end().last_day(), true, list)),
            }
        })
    })
}

fn group_lists(lists: impl Iterator<Item = (Date, bool, AwaitedList)>) -> Vec<Event> {
    let mut days: BTreeMap<(bool, Date, Option<String>), Vec<AwaitedList>> = BTreeMap::new();
    for (day, is_ahead, list) in lists {
        // What is out has a day; what is not is told with its period.
        let period = list.expected.filter(|_| is_ahead).map(|period| period.to_string());
        days.entry((is_ahead, day, period)).or_default().push(list);
    }
    days.into_iter()
        .map(|((is_ahead, day, _), lists)| Event { day, is_ahead, what: What::Lists(lists) })
        .collect()
}

fn milestones(assessment: &Assessment) -> impl Iterator<Item = (Date, bool, MilestoneIx)> {
    (0..).map(MilestoneIx).zip(&assessment.milestones).map(|(ix, assessed)| {
        let is_ahead = assessed.status == MilestoneStatus::NotDue;
        (assessed.done.unwrap_or(assessed.due), is_ahead, ix)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;

    fn date(text: &str) -> Date {
        parse_date(text).expect("a date")
    }

    fn period(text: &str) -> Period {
        Period::parse(text).expect("a period")
    }

    #[test]
    fn reports_of_one_span_and_day_stand_together() {
        let asked = [
            (IndicatorIx(0), period("2023-06"), date("2023-07-20")),
            (IndicatorIx(1), period("2023-Q2"), date("2023-07-20")),
            (IndicatorIx(2), period("2023-H1"), date("2023-07-20")),
            (IndicatorIx(3), period("2023-H1"), date("2023-07-10")),
        ];
        let summary: Vec<(String, String, Vec<u32>)> = group_reports(asked.into_iter())
            .into_iter()
            .map(|(day, asked)| {
                (
                    day.to_string(),
                    asked.period.to_string(),
                    asked.indicators.into_iter().map(|ix| ix.0).collect(),
                )
            })
            .collect();
        let row = |day: &str, period: &str, ix: &[u32]| {
            (day.to_string(), period.to_string(), ix.to_vec())
        };
        assert_eq!(
            summary,
            [
                row("2023-07-10", "2023-H1", &[3]),
                row("2023-07-20", "2023-Q2", &[1, 2]),
                row("2023-07-20", "2023-06", &[0])
            ]
        );
    }

    #[test]
    fn lists_that_are_out_stand_at_their_day_and_others_at_the_end_of_their_period() {
        let list = |ix: u32, expected: Option<&str>| AwaitedList {
            indicator: IndicatorIx(ix),
            position: 0,
            expected: expected.map(period),
        };
        let lists = [
            (date("2023-12-31"), true, list(0, Some("2023-12"))),
            (date("2023-12-31"), true, list(1, Some("2023-Q4"))),
            (date("2023-07-14"), false, list(2, Some("2023-07"))),
            (date("2023-07-14"), false, list(3, None)),
        ];
        let summary: Vec<(bool, usize)> = group_lists(lists.into_iter())
            .into_iter()
            .map(|event| {
                (event.is_ahead, if let What::Lists(lists) = event.what { lists.len() } else { 0 })
            })
            .collect();
        assert_eq!(summary, [(false, 2), (true, 1), (true, 1)]);
    }
}
