//! The working calendar: which days are worked where the week alone does not say it.
//!
//! Comes in: the rows of `holidays.csv`. Goes out: [`Calendar`], which counts workdays. A Saturday
//! or Sunday is free unless a row says that it is worked (调休), any other day is worked unless a row
//! says that it is a holiday. Follows the State Council's yearly notice on holidays; nothing here
//! knows a holiday by itself.

use crate::date::{Date, day_after, is_weekend};
use crate::words::words;

/// What a row says of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// Free, although it may be a weekday.
    Holiday,
    /// Worked, although it is a Saturday or a Sunday.
    Workday,
}

words! {
    /// The words of the content files.
    DayKind { Holiday = "holiday", Workday = "workday" }
}

/// The days that are other than the week says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// In the order of time, each day once.
    days: Vec<(Date, DayKind)>,
}

impl Calendar {
    /// Takes days in any order; of two rows about one day the first holds.
    #[must_use]
    pub fn new(mut days: Vec<(Date, DayKind)>) -> Self {
        days.sort_by_key(|(day, _)| *day);
        days.dedup_by_key(|(day, _)| *day);
        Self { days }
    }

    /// Returns whether any of its rows is about a year. Where none is, only weekends are known to
    /// be free.
    #[must_use]
    pub fn knows_year(&self, year: i16) -> bool {
        self.days.iter().any(|(day, _)| day.year() == year)
    }

    /// Returns whether a day is worked.
    #[must_use]
    pub fn is_workday(&self, day: Date) -> bool {
        match self.days.binary_search_by_key(&day, |(known, _)| *known) {
            Ok(at) => self.days[at].1 == DayKind::Workday,
            Err(_) => !is_weekend(day),
        }
    }

    /// Returns the workday so many workdays after a day, which is not counted itself; with none the
    /// day itself, and the last day there is where time ends before.
    #[must_use]
    pub fn workdays_after(&self, day: Date, workdays: u32) -> Date {
        let (mut at, mut left) = (day, workdays);
        while left > 0 && at < Date::MAX {
            at = day_after(at);
            left -= u32::from(self.is_workday(at));
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap_or_else(|| panic!("`{text}` is no day"))
    }

    /// The national day of 2023: free from 29 September to 6 October, the 7th and 8th worked.
    fn national_day() -> Calendar {
        let free = ["09-29", "09-30", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06"];
        let worked = ["10-08", "10-07"];
        let row = |kind| move |text: &&str| (day(&format!("2023-{text}")), kind);
        Calendar::new(
            worked
                .iter()
                .map(row(DayKind::Workday))
                .chain(free.iter().map(row(DayKind::Holiday)))
                .collect(),
        )
    }

    #[test]
    fn weekends_and_holidays_are_left_out_and_worked_weekends_counted() {
        let (none, adjusted) = (Calendar::default(), national_day());
        let after = |calendar: &Calendar, from, workdays| {
            calendar.workdays_after(day(from), workdays).to_string()
        };
        for (workdays, by_week, by_notice) in [
            (0, "2023-09-30", "2023-09-30"),
            (1, "2023-10-02", "2023-10-07"),
            (2, "2023-10-03", "2023-10-08"),
            (10, "2023-10-13", "2023-10-18"),
        ] {
            assert_eq!(after(&none, "2023-09-30", workdays), by_week, "{workdays} by the week");
            assert_eq!(
                after(&adjusted, "2023-09-30", workdays),
                by_notice,
                "{workdays} by the notice"
            );
        }
        assert!(adjusted.knows_year(2023) && !adjusted.knows_year(2024));
    }

    #[test]
    fn it_ends_where_time_does() {
        assert_eq!(Calendar::default().workdays_after(Date::MAX, 5), Date::MAX);
    }
}
