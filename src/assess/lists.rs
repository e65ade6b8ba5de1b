//! Says of the lists of a batch which figure knows them, and which one still may.
//!
//! A figure covers a list when its period ends on or after the list's day. A list that comes after
//! the end of the plan enters the figure of the last period once that is recorded anew.

use crate::assess::reports::asked_reports;
use crate::date::Date;
use crate::model::indicator::{Batch, Indicator};
use crate::model::period::Period;
use crate::model::plan::Plan;

/// So many months after the plan's end nothing more is waited for: no list that never came, and no
/// figure that nobody was asked for by a day.
const MONTHS_AFTER_THE_END: i32 = 3;

/// Returns whether nothing of the plan is waited for any more on a day.
#[must_use]
pub fn is_long_over(plan: &Plan, day: Date) -> bool {
    day > plan.last.plus_months(MONTHS_AFTER_THE_END).last_day()
}

/// Where a list that is out and in no figure yet will be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListEntry {
    /// In the figure of the next period, whichever that is.
    Next,
    /// In the figure of a period that is still to be reported.
    Of(Period),
    /// In none that can be awaited.
    Nowhere,
}

/// Returns the day of the last list, once all are out on a day.
#[must_use]
pub fn last_list(batches: &[Batch], day: Date) -> Option<Date> {
    let days: Option<Vec<Date>> = batches.iter().map(|batch| batch.published).collect();
    days?.into_iter().max().filter(|last| *last <= day)
}

/// Returns the day of the newest list that is out on a day.
#[must_use]
pub fn newest_list(batches: &[Batch], day: Date) -> Option<Date> {
    batches.iter().filter_map(|batch| batch.published).filter(|list| *list <= day).max()
}

/// Returns whether a figure of a period, recorded on a day, knows a list.
#[must_use]
pub fn covers(plan: &Plan, period: Period, recorded: Date, list: Date) -> bool {
    let is_late_list = list > plan.last.last_day();
    let enters_last = is_late_list && period.end() >= plan.last && recorded >= list;
    period.end().last_day() >= list || enters_last
}

/// Returns the first report asked for that can know a list, with its last day.
#[must_use]
pub fn report_with_list(plan: &Plan, indicator: &Indicator, list: Date) -> Option<(Period, Date)> {
    let mut asked = asked_reports(plan, indicator.report.as_ref()?);
    asked.find(|(period, _)| period.end().last_day() >= list)
}

/// Returns where a list that no figure covers will be counted, as seen on a day.
#[must_use]
pub fn entry_of_list(plan: &Plan, indicator: &Indicator, list: Date, day: Date) -> ListEntry {
    match report_with_list(plan, indicator, list) {
        Some((period, last_day)) if day <= last_day => ListEntry::Of(period),
        None if indicator.report.is_none() && day <= plan.last.last_day() => ListEntry::Next,
        _ => ListEntry::Nowhere,
    }
}
