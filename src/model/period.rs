//! Periods: what span of time a figure is about.
//!
//! A period is a month, a quarter, a half-year or a year, never a bare date. Figures of a plan run
//! from the start of its year to the end of the period, so `2023-06`, `2023-Q2` and `2023-H1` end
//! at the same [`PeriodEnd`] and speak of the same thing.

use std::fmt;

use crate::date::{Date, last_day_of_month};
pub use crate::phrase::Cadence;
use crate::phrase::PlanYears;
use crate::words::words;

/// A month as a point in time: its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodEnd(i32);

impl PeriodEnd {
    /// Takes a year and a month (1 to 12).
    #[must_use]
    pub fn new(year: i16, month: u8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month.clamp(1, 12)) - 1)
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i16 {
        i16::try_from(self.0.div_euclid(12)).unwrap_or(i16::MAX)
    }

    /// Returns the month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(12)
    }

    /// Returns the month as a period.
    #[must_use]
    pub fn as_month(self) -> Period {
        Period { year: self.year(), span: Span::Month(self.month()) }
    }

    /// Returns the last day of the month.
    #[must_use]
    pub fn last_day(self) -> Date {
        last_day_of_month(self.year(), i8::try_from(self.month()).unwrap_or(12))
    }

    /// Returns a number that grows with time.
    #[must_use]
    pub fn ordinal(self) -> u32 {
        self.0.unsigned_abs()
    }

    /// Counts the months from this one to a later one.
    #[must_use]
    pub fn months_until(self, later: Self) -> i32 {
        later.0 - self.0
    }

    /// Returns the years from this month to a later one, where they are whole ones of the calendar.
    #[must_use]
    pub fn years_until(self, later: Self) -> Option<PlanYears> {
        let is_whole = self.month() == 1 && later.month() == 12;
        let (before, last) = (self.year() - 1, later.year());
        is_whole.then_some(PlanYears { before, last, length: last - before })
    }

    /// Returns the month so many months later (or earlier).
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self(self.0 + months)
    }
}

impl fmt::Display for PeriodEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year(), self.month())
    }
}

/// How long a period is, and which one of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// 1 to 12.
    Month(u8),
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// The whole year.
    Year,
}

words! {
    /// The words of the content files.
    Cadence {
        Month = "month",
        Quarter = "quarter",
        HalfYear = "half-year",
        Year = "year",
    }
}

impl Cadence {
    /// Counts the months of one part.
    #[must_use]
    pub fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// Returns the period of this length that ends with a month, if one does.
    #[must_use]
    pub fn period_ending(self, period_end: PeriodEnd) -> Option<Period> {
        let month = period_end.month();
        if !month.is_multiple_of(self.months()) {
            return None;
        }
        let ordinal = month / self.months();
        let span = match self {
            Self::Month => Span::Month(ordinal),
            Self::Quarter => Span::Quarter(ordinal),
            Self::HalfYear => Span::Half(ordinal),
            Self::Year => Span::Year,
        };
        Some(Period { year: period_end.year(), span })
    }
}

/// A period as its author wrote it. Two periods are equal when they are written alike; they are
/// about the same when their period ends are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The year.
    pub year: i16,
    /// Which part of it.
    pub span: Span,
}

impl Period {
    /// Reads `2023-06`, `2023-Q2`, `2023-H1` or `2023`.
    ///
    /// **Example**
    /// ```
    /// use taizhang::model::period::Period;
    /// let period_end = |text| Period::parse(text).map(Period::end);
    /// assert_eq!(period_end("2023-Q2"), period_end("2023-06"));
    /// assert_eq!(Period::parse("2023-13"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year = if is_year {
            year.parse().ok().filter(|year| (1900..=2999).contains(year))?
        } else {
            return None;
        };
        let ordinal =
            |digits: &str, most: u8| digits.parse::<u8>().ok().filter(|n| (1..=most).contains(n));
        let span = match part {
            None => Span::Year,
            Some(part) if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) => {
                Span::Month(ordinal(part, 12)?)
            }
            Some(part) if part.len() == 2 && part.starts_with('Q') => {
                Span::Quarter(ordinal(&part[1..], 4)?)
            }
            Some(part) if part.len() == 2 && part.starts_with('H') => {
                Span::Half(ordinal(&part[1..], 2)?)
            }
            Some(_) => return None,
        };
        Some(Self { year, span })
    }

    /// Returns the month whose end is the end of the period.
    #[must_use]
    #[inline]
    pub fn end(self) -> PeriodEnd {
        let month = match self.span {
            Span::Month(month) => month,
            Span::Quarter(quarter) => quarter * 3,
            Span::Half(half) => half * 6,
            Span::Year => 12,
        };
        PeriodEnd::new(self.year, month)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.span {
            Span::Month(month) => write!(f, "{}-{month:02}", self.year),
            Span::Quarter(quarter) => write!(f, "{}-Q{quarter}", self.year),
            Span::Half(half) => write!(f, "{}-H{half}", self.year),
            Span::Year => write!(f, "{}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_periods_are_none() {
        for bad in [
            "2023-00",
            "2023-13",
            "2023-Q5",
            "2023-Q0",
            "2023-H3",
            "2023-6",
            "23-06",
            "2023-q1",
            "2023-06-01",
            "",
            "２０２３",
        ] {
            assert_eq!(Period::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn half_year_second_quarter_and_june_are_one_cut() {
        let period_ends: Vec<_> = ["2023-06", "2023-Q2", "2023-H1"]
            .iter()
            .filter_map(|t| Period::parse(t))
            .map(Period::end)
            .collect();
        assert_eq!(period_ends, [PeriodEnd::new(2023, 6); 3]);
        assert_eq!(PeriodEnd::new(2023, 6).last_day().to_string(), "2023-06-30");
    }

    #[test]
    fn a_cadence_knows_which_months_end_it() {
        assert_eq!(
            Cadence::Quarter.period_ending(PeriodEnd::new(2023, 9)).map(|p| p.to_string()),
            Some("2023-Q3".into())
        );
        assert_eq!(Cadence::Quarter.period_ending(PeriodEnd::new(2023, 8)), None);
        assert_eq!(
            Cadence::Year.period_ending(PeriodEnd::new(2023, 12)).map(|p| p.to_string()),
            Some("2023".into())
        );
    }
}
