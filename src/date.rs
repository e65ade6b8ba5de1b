//! Civil dates: days of the calendar without a clock or a zone.
//!
//! This is the home of `jiff`. Nothing here asks what day it is today; a date is always read from
//! the content or given on the command line.

pub use jiff::civil::Date;
use jiff::civil::{DateTime, Weekday};

/// Reads `2023-07-25`. Anything else, and days that do not exist, give nothing.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !is_shaped {
        return None;
    }
    Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?).ok()
}

/// Puts a day together; what does not exist gives nothing.
#[must_use]
pub fn date_of(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Returns a number that grows from day to day.
#[must_use]
pub fn ordinal(date: Date) -> u32 {
    // The year may be negative; no month or day is.
    let year = u32::from(date.year().cast_unsigned() ^ 0x8000);
    year << 16
        | u32::from(date.month().cast_unsigned()) << 8
        | u32::from(date.day().cast_unsigned())
}

/// Reads `2023-07-28 09:30`, the form government pages print.
#[must_use]
pub fn parse_date_and_time(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once(' ')?;
    let date = parse_date(date)?;
    let (hour, minute) = time.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    date.at(0, 0, 0, 0).with().hour(hour.parse().ok()?).minute(minute.parse().ok()?).build().ok()
}

/// Returns the day that many days later, or the last day there is.
#[must_use]
pub fn days_after(date: Date, days: u32) -> Date {
    date.saturating_add(jiff::Span::new().days(i64::from(days.min(100_000))))
}

/// Returns the next day, or the last day there is.
#[must_use]
pub fn day_after(date: Date) -> Date {
    days_after(date, 1)
}

/// Returns whether a day is a Saturday or a Sunday.
#[must_use]
pub fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Counts the days from one date to a later one; negative when it is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// Returns the last day of a month. Months are 1 to 12; others give the nearest of these.
#[must_use]
pub fn last_day_of_month(year: i16, month: i8) -> Date {
    Date::new(year.clamp(-9999, 9999), month.clamp(1, 12), 1)
        .map_or(Date::MAX, |first| first.last_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_in_the_one_form_are_dates() {
        assert_eq!(parse_date("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".into()));
        for bad in
            ["2023-02-29", "2023-13-01", "2023-2-1", "20230201", "", "2023/02/01", "２０２３-02-01"]
        {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_over_month_ends() {
        let (from, to) = (parse_date("2023-09-30"), parse_date("2023-10-25"));
        assert_eq!(from.zip(to).map(|(from, to)| days_between(from, to)), Some(25));
        assert_eq!(last_day_of_month(2024, 2).to_string(), "2024-02-29");
    }
}
