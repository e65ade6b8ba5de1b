//! Says periods in words: months, spans, ends of a month, and the span a figure is about.
//!
//! Comes in: a plan, for its span, and a period. Goes out: the words of that period, by itself, at
//! the head of a sentence or inside one.

use crate::model::indicator::{Indicator, Measure, Target};
use crate::model::period::{Period, PeriodEnd, Span};
use crate::model::plan::Plan;
use crate::render::text_id::{TextId, text, text_of};
use crate::render::words::{Slot, Term, Words};

/// Says a month's end, as in "by the end of September"; with its year where the plan has several.
#[must_use]
pub fn period_end_label(words: &Words, plan: &Plan, period_end: PeriodEnd) -> String {
    let slots = month_slots(words, period_end.month());
    if PlanSpan::of(plan).crosses_years() {
        return words.message(text!("cut-of-year"), &with_year(period_end.year(), slots));
    }
    words.message(text!("cut"), &slots)
}

/// How the span of a plan is named: what its cumulative figures begin with, and what year a figure
/// belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlanSpan {
    /// From a January on and within its year: the customary words fit (一季度, 上半年, 1—9月).
    OneYear,
    /// From another month on: both ends are named.
    Months { first: PeriodEnd, crosses_years: bool },
    /// From a January on over several years.
    Years { first: PeriodEnd },
}

impl PlanSpan {
    fn of(plan: &Plan) -> Self {
        let (first, last) = (plan.first, plan.last);
        let crosses_years = first.year() != last.year();
        match (first.month(), crosses_years) {
            (1, false) => Self::OneYear,
            (1, true) => Self::Years { first },
            _ => Self::Months { first, crosses_years },
        }
    }

    fn crosses_years(self) -> bool {
        matches!(self, Self::Years { .. } | Self::Months { crosses_years: true, .. })
    }

    /// Returns the first month of what a period adds up, where the customary words do not say it. A
    /// figure from before the plan is the calendar's.
    fn begins_before(self, period: Period) -> Option<PeriodEnd> {
        match self {
            Self::OneYear => None,
            Self::Months { first, .. } | Self::Years { first } => {
                Some(first).filter(|first| *first <= period.end())
            }
        }
    }
}

/// Says what a target is called: of the year, or of a plan with another span.
#[must_use]
pub fn target_noun(words: &Words, plan: &Plan) -> String {
    words.plain(if plan.is_calendar_year() {
        text!("target-noun-year")
    } else {
        text!("target-noun-plan")
    })
}

/// Returns the text over a column of targets in the words of the plan.
#[must_use]
pub fn target_head(plan: &Plan) -> TextId {
    if plan.is_calendar_year() { text!("th-target") } else { text!("th-target-plan") }
}

/// Says what a period stands for in a plan: all from its first month up to the period's end
/// (2023年前三季度, 2023年4—12月). Figures are cumulative, so a bare month would mislead.
#[must_use]
pub fn period_label(words: &Words, plan: &Plan, period: Period) -> String {
    match PlanSpan::of(plan).begins_before(period) {
        Some(first) => months_between(words, first, period.end()),
        None => of_year(words, period, year_to_date(words, period)),
    }
}

/// Says the period of a figure: for a level the end of a month, for what is published of a year to
/// date that, for all else what it adds up.
#[must_use]
pub fn period_of_figure(
    words: &Words,
    plan: &Plan,
    period: Period,
    indicator: &Indicator,
) -> String {
    let is_added_up = matches!(indicator.measure, Measure::Count | Measure::Event | Measure::Flag)
        || indicator.is_rate_of_span();
    match indicator.measure {
        Measure::Stock => words.cached_term(Term::AtEnd(period), || month_end(words, period)),
        _ if (is_added_up || is_share_of_counts(plan, indicator))
            && PlanSpan::of(plan).begins_before(period).is_some() =>
        {
            period_label(words, plan, period)
        }
        _ => words.cached_term(Term::UpTo(period), || {
            of_year(words, period, year_to_date(words, period))
        }),
    }
}

/// Returns whether it is a share of what is counted since the plan began.
fn is_share_of_counts(plan: &Plan, indicator: &Indicator) -> bool {
    indicator.numerator.is_some_and(|part| plan.indicator(part).adds_up())
}

fn month_end(words: &Words, period: Period) -> String {
    of_year(
        words,
        period,
        words.message(text!("period-end"), &month_slots(words, period.end().month())),
    )
}

/// Says all months from one to another: 2023年4月, 2023年4—12月, 2023年4月—2024年3月.
#[must_use]
pub fn months_between(words: &Words, first: PeriodEnd, last: PeriodEnd) -> String {
    if first == last {
        return standalone_period(
            words,
            Period { year: first.year(), span: Span::Month(first.month()) },
        );
    }
    let key = if first.year() == last.year() { text!("span-months") } else { text!("span-across") };
    words.message(key, &span_slots(words, first, last))
}

fn span_slots(
    words: &Words,
    first: PeriodEnd,
    last: PeriodEnd,
) -> [(&'static str, Slot<'static>); 6] {
    [
        ("year", Slot::Made(first.year().to_string())),
        ("month", Slot::Made(first.month().to_string())),
        ("monthname", Slot::Made(month_tick(words, first.month()))),
        ("to_year", Slot::Made(last.year().to_string())),
        ("to_month", Slot::Made(last.month().to_string())),
        ("to_monthname", Slot::Made(month_tick(words, last.month()))),
    ]
}

/// Returns the title of the page of a period: how far the plan is, or how it ended.
#[must_use]
pub fn title_key(plan: &Plan, period: Period) -> TextId {
    let is_end =
        if plan.is_calendar_year() { period.span == Span::Year } else { period.end() >= plan.last };
    if is_end { text!("period-page-title-year") } else { text!("period-page-title") }
}

/// Says a period by itself, as a time at which something is expected: 2023年11月.
#[must_use]
pub fn standalone_period(words: &Words, period: Period) -> String {
    of_year(words, period, standalone_part(words, period))
}

/// Says a period by itself without its year: 11月, 二季度.
fn standalone_part(words: &Words, period: Period) -> String {
    match period.span {
        Span::Month(month) => words.message(text!("period-month"), &month_slots(words, month)),
        Span::Quarter(quarter) => words.plain(text_of!("period-quarter-", quarter)),
        Span::Half(half) => words.plain(text_of!("period-half-", half)),
        Span::Year => words.plain(text!("period-year")),
    }
}

/// Says a period as short as the head of a narrow column needs it, without its year where a plan
/// has only one.
#[must_use]
pub fn period_short(words: &Words, plan: &Plan, period: Period) -> String {
    if let Some(first) = PlanSpan::of(plan).begins_before(period) {
        return words.message(text!("short-until"), &span_slots(words, first, period.end()));
    }
    let part = match period.span {
        Span::Month(month) => words.message(text!("short-month"), &month_slots(words, month)),
        Span::Quarter(quarter) => words.plain(text_of!("short-quarter-", quarter)),
        Span::Half(half) => words.plain(text_of!("short-half-", half)),
        Span::Year => words.plain(text!("short-year")),
    };
    if PlanSpan::of(plan).crosses_years() { format!("{} {part}", period.year) } else { part }
}

/// Says the period of a figure as short as can be: of a level the end of a month.
#[must_use]
pub fn short_of_figure(
    words: &Words,
    plan: &Plan,
    period: Period,
    indicator: &Indicator,
) -> String {
    if indicator.measure != Measure::Stock {
        return period_short(words, plan, period);
    }
    if PlanSpan::of(plan).crosses_years() {
        return month_end(words, period);
    }
    words.message(text!("head-stock"), &month_slots(words, period.end().month()))
}

/// Says what a period stands for in a plan inside a sentence: the first half of 2025.
#[must_use]
pub fn label_inside(words: &Words, plan: &Plan, period: Period) -> String {
    match PlanSpan::of(plan).begins_before(period) {
        Some(first) => months_between(words, first, period.end()),
        None => year_to_date_inside(words, period),
    }
}

/// Says the period of a figure inside a sentence, with the word that chooses what leads to it: a
/// level stands at the end of a month, all else in a span.
#[must_use]
pub fn period_inside(
    words: &Words,
    plan: &Plan,
    period: Period,
    indicator: &Indicator,
) -> (&'static str, String) {
    match indicator.measure {
        _ if indicator.is_rate_of_span() => ("span", label_inside(words, plan, period)),
        Measure::Stock => {
            let slots = with_year(period.year, month_slots(words, period.end().month()));
            ("end", words.message(text!("inside-end"), &slots))
        }
        Measure::Count | Measure::Event | Measure::Flag => {
            ("span", label_inside(words, plan, period))
        }
        Measure::Share if is_share_of_counts(plan, indicator) => {
            ("span", label_inside(words, plan, period))
        }
        Measure::Growth | Measure::Share => ("span", year_to_date_inside(words, period)),
    }
}

fn year_to_date_inside(words: &Words, period: Period) -> String {
    let span = match period.span {
        Span::Month(1) => "january",
        Span::Month(_) => "months",
        Span::Quarter(1) => "quarter-1",
        Span::Quarter(2) | Span::Half(1) => "half-1",
        Span::Quarter(3) => "quarter-3",
        Span::Quarter(_) | Span::Half(_) | Span::Year => "year",
    };
    let [year, month, name] = with_year(period.year, month_slots(words, period.end().month()));
    words.message(text!("inside-span"), &[year, month, name, ("span", Slot::Text(span))])
}

/// Says a period by itself inside a sentence: the third quarter, June; with its year if so wished.
#[must_use]
pub fn standalone_inside(words: &Words, period: Period, with_year: bool) -> String {
    let (kind, part) = match period.span {
        Span::Month(month) => {
            ("month", words.message(text!("period-month"), &month_slots(words, month)))
        }
        Span::Quarter(quarter) => ("part", words.plain(text_of!("inside-quarter-", quarter))),
        Span::Half(half) => ("part", words.plain(text_of!("inside-half-", half))),
        Span::Year => ("year", words.plain(text!("inside-year"))),
    };
    if !with_year {
        return part;
    }
    words.message(
        text!("inside-of-year"),
        &[
            ("kind", Slot::Text(kind)),
            ("part", Slot::Made(part)),
            ("year", Slot::Made(period.year.to_string())),
        ],
    )
}

fn of_year(words: &Words, period: Period, part: String) -> String {
    words.message(
        text!("period-of-year"),
        &[("year", Slot::Made(period.year.to_string())), ("part", Slot::Made(part))],
    )
}

/// Says what span a figure is about: 1—9月累计, 9月末, 1—9月同比; 2023年4—12月累计 in a plan from April,
/// 2021年以来累计 in one of several years. A bare month never stands over a cumulative figure. Growth
/// and shares are published for the calendar's year to date.
#[must_use]
pub fn period_head(words: &Words, plan: &Plan, period: Period, indicator: &Indicator) -> String {
    let span = PlanSpan::of(plan);
    let target = indicator.target.as_ref();
    let measure = match indicator.is_rate_of_span() {
        true if target.is_some_and(Target::is_yearly_mean) && span.crosses_years() => {
            return words.message(text!("head-mean"), &span_slots(words, plan.first, period.end()));
        }
        // A fall that is summed up over several years is none of a single year.
        true if target.is_some_and(Target::is_summed_up) => Measure::Count,
        _ => indicator.measure,
    };
    let year_to_date = || {
        let part = year_to_date(words, period);
        if span.crosses_years() { of_year(words, period, part) } else { part }
    };
    match measure {
        Measure::Stock if span.crosses_years() => month_end(words, period),
        Measure::Stock => {
            words.message(text!("head-stock"), &month_slots(words, period.end().month()))
        }
        Measure::Growth => {
            words.message(text!("head-growth"), &[("span", Slot::Made(year_to_date()))])
        }
        Measure::Share => {
            let first = span.begins_before(period).filter(|_| is_share_of_counts(plan, indicator));
            let part = match first {
                Some(first) => months_between(words, first, period.end()),
                None => year_to_date(),
            };
            words.message(text!("head-share"), &[("span", Slot::Made(part))])
        }
        // Done or not is nothing that is added up.
        Measure::Flag => match span.begins_before(period) {
            Some(first) => months_between(words, first, period.end()),
            None => year_to_date(),
        },
        Measure::Count | Measure::Event => match (span, span.begins_before(period)) {
            (PlanSpan::Years { .. }, Some(first)) => {
                words.message(text!("head-since"), &span_slots(words, first, period.end()))
            }
            (_, Some(first)) => words.message(
                text!("head-count"),
                &[("span", Slot::Made(months_between(words, first, period.end())))],
            ),
            (_, None) => {
                words.message(text!("head-count"), &[("span", Slot::Made(year_to_date()))])
            }
        },
    }
}

fn year_to_date(words: &Words, period: Period) -> String {
    match period.span {
        Span::Month(1) => words.plain(text!("ytd-january")),
        Span::Month(month) => words.message(text!("ytd-month"), &month_slots(words, month)),
        Span::Quarter(quarter) => words.plain(text_of!("ytd-quarter-", quarter)),
        Span::Half(half) => words.plain(text_of!("ytd-half-", half)),
        Span::Year => words.plain(text!("ytd-year")),
    }
}

/// Says a month on an axis.
#[must_use]
pub fn month_tick(words: &Words, month: u8) -> String {
    words.message(text!("month-tick"), &month_slots(words, month))
}

/// How many months an axis may have before it names years alone.
const MONTHS_NAMED: i32 = 24;

/// Says which months of a plan carry a word on an axis: the ends of its quarters, with the year
/// where there are two; of a long plan the ends of its years. The last month always has one.
#[must_use]
pub fn axis_ticks(words: &Words, plan: &Plan) -> Vec<(PeriodEnd, String)> {
    let names_years_only = plan.months() > MONTHS_NAMED;
    let every = if names_years_only { 12 } else { 3 };
    let mut named_year = PlanSpan::of(plan).crosses_years().then_some(None);
    (0..plan.months())
        .map(|months| plan.first.plus_months(months))
        .filter(|period_end| period_end.month() % every == 0 || *period_end == plan.last)
        .map(|period_end| {
            let slots = with_year(period_end.year(), month_slots(words, period_end.month()));
            let is_new_year = named_year
                .as_mut()
                .is_some_and(|named| named.replace(period_end.year()) != Some(period_end.year()));
            let word = match (
                names_years_only && period_end.month() == 12,
                is_new_year || names_years_only,
            ) {
                (true, _) => words.message(text!("year-tick"), &slots),
                (false, true) => words.message(text!("month-tick-of-year"), &slots),
                (false, false) => words.message(text!("month-tick"), &slots),
            };
            (period_end, word)
        })
        .collect()
}

fn with_year(
    year: i16,
    [month, name]: [(&'static str, Slot<'static>); 2],
) -> [(&'static str, Slot<'static>); 3] {
    [("year", Slot::Made(year.to_string())), month, name]
}

fn month_slots(words: &Words, month: u8) -> [(&'static str, Slot<'static>); 2] {
    [
        ("month", Slot::Made(month.to_string())),
        ("monthname", Slot::Made(words.plain(text_of!("month-", month)))),
    ]
}
