//! Says single terms in words: numbers, amounts, dates, periods, statuses, flags.
//!
//! Whole sentences are made of these in [`sentences`](super::sentences). A number is rounded here, and only here, for readers.

use crate::assess::indicator::public_code;
use crate::assess::milestones::MilestoneStatus;
use crate::assess::series::Derived;
use crate::date::Date;
use crate::model::indicator::Measure;
use crate::model::observation::Flag;
use crate::model::period::{Cut, Period, Span};
use crate::model::plan::Plan;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::Ambition;
use crate::render::words::{Slot, Term, Words};

/// How many digits behind the point a reader is shown.
const SHOWN_PLACES: u32 = 2;

/// A recorded figure has no more places than these; a quotient has.
const RECORDED_PLACES: u32 = 6;

/// Says a number as readers see it: one that was recorded with the digits it was recorded with, a
/// quotient rounded half up; without zeros at the end.
#[must_use]
pub fn number(value: Number) -> String {
    value.shown(if value.rounded(RECORDED_PLACES) == value { RECORDED_PLACES } else { SHOWN_PLACES })
}

/// Says a number rounded to so many places, or to more where fewer would put it on the other side of
/// an edge, or on it: what is printed never contradicts the comparison it stands in.
#[must_use]
pub fn against(value: Number, places: u32, edges: &[Number]) -> String {
    value.shown(places_against(value, places, edges))
}

/// Returns how many places [`against`] prints.
#[must_use]
pub fn places_against(value: Number, places: u32, edges: &[Number]) -> u32 {
    const MOST_PLACES: u32 = 12;
    let is_true = |places: &u32| {
        let shown = value.rounded(*places);
        edges.iter().all(|edge| shown.cmp(edge) == value.cmp(edge))
    };
    (places..MOST_PLACES).find(is_true).unwrap_or(MOST_PLACES)
}

/// Writes what [`number`] says behind a text.
pub fn write_number(out: &mut String, value: Number) {
    let is_recorded = value.rounded(RECORDED_PLACES) == value;
    value.write_shown(out, if is_recorded { RECORDED_PLACES } else { SHOWN_PLACES });
}

/// Says a ratio in percent with one digit.
#[must_use]
pub fn percent(ratio: Number) -> String {
    against(ratio * Number::HUNDRED, 1, &[Number::ZERO, Number::HUNDRED])
}

/// Says a gap in points with one digit and without its sign.
#[must_use]
pub fn points(gap: Number) -> String {
    against(gap.abs(), 1, &[Number::ZERO])
}

/// Says an amount with its unit.
#[must_use]
pub fn amount(words: &Words, value: Number, unit: &str) -> String {
    if unit == "%" {
        return format!("{}%", number(value));
    }
    words.say("amount", &[("value", Slot::Made(number(value))), ("unit", Slot::Text(unit))])
}

/// Says a status in the words of its family of rules.
#[must_use]
pub fn status_word(words: &Words, plan: &Plan, code: StatusCode, family: Family) -> String {
    let code = public_code(plan, code);
    if !plan.is_calendar_year()
        && let Some(word) = words.try_say(&format!("status-{}-plan", code.word()), &[])
    {
        return word;
    }
    words.say_term(Term::Status(code, family), || {
        words
            .try_say(&format!("status-{}-{}", code.word(), family.word()), &[])
            .unwrap_or_else(|| words.plain(&format!("status-{}", code.word())))
    })
}

/// Says how a milestone stands.
#[must_use]
pub fn milestone_word(words: &Words, status: MilestoneStatus) -> String {
    words.plain(&format!("milestone-{}", status.word()))
}

/// Says a flag.
#[must_use]
pub fn flag_word(words: &Words, flag: Flag) -> String {
    words.say_term(Term::Flag(flag), || words.plain(&format!("flag-{}", flag.letter())))
}

/// Says a date.
#[must_use]
pub fn date(words: &Words, date: Date) -> String {
    words.say_term(Term::Day(date), || {
        words.say(
            "date",
            &[
                ("year", Slot::Made(date.year().to_string())),
                ("month", Slot::Made(date.month().to_string())),
                ("day", Slot::Made(date.day().to_string())),
                ("monthname", Slot::Made(words.plain(&format!("month-{}", date.month())))),
            ],
        )
    })
}

/// Says a month's end, as in "by the end of September".
#[must_use]
pub fn cut_label(words: &Words, cut: Cut) -> String {
    words.say(
        "cut",
        &[
            ("month", Slot::Made(cut.month().to_string())),
            ("monthname", Slot::Made(words.plain(&format!("month-{}", cut.month())))),
        ],
    )
}

/// Says what a period stands for in a plan: the year up to its end (2023年前三季度). Figures are cumulative, so a bare month would mislead.
#[must_use]
pub fn period_label(words: &Words, period: Period) -> String {
    of_year(words, period, year_to_date(words, period))
}

/// Says the period of a figure: for a level the end of a month, for all else the year up to it.
#[must_use]
pub fn period_of_figure(words: &Words, period: Period, measure: Measure) -> String {
    match measure {
        Measure::Stock => words.say_term(Term::AtEnd(period), || {
            of_year(words, period, words.say("period-end", &month_slots(words, period.cut().month())))
        }),
        _ => words.say_term(Term::UpTo(period), || period_label(words, period)),
    }
}

/// Says a period by itself, as a time at which something is expected: 2023年11月.
#[must_use]
pub fn period_alone(words: &Words, period: Period) -> String {
    of_year(words, period, part_alone(words, period))
}

/// Says a period by itself without its year: 11月, 二季度.
#[must_use]
pub fn part_alone(words: &Words, period: Period) -> String {
    match period.span {
        Span::Month(month) => words.say("period-month", &month_slots(words, month)),
        Span::Quarter(quarter) => words.plain(&format!("period-quarter-{quarter}")),
        Span::Half(half) => words.plain(&format!("period-half-{half}")),
        Span::Year => words.plain("period-year"),
    }
}

/// Says a period as short as the head of a narrow column needs it, without its year where a plan has only one.
#[must_use]
pub fn period_short(words: &Words, plan: &Plan, period: Period) -> String {
    let part = match period.span {
        Span::Month(month) => words.say("short-month", &month_slots(words, month)),
        Span::Quarter(quarter) => words.plain(&format!("short-quarter-{quarter}")),
        Span::Half(half) => words.plain(&format!("short-half-{half}")),
        Span::Year => words.plain("short-year"),
    };
    if plan.first.year() == plan.last.year() { part } else { format!("{} {part}", period.year) }
}

fn of_year(words: &Words, period: Period, part: String) -> String {
    words.say("period-of-year", &[("year", Slot::Made(period.year.to_string())), ("part", Slot::Made(part))])
}

/// Says what span a figure is about: 1—9月累计, 9月末, 1—9月同比. A bare month never stands over a cumulative figure.
#[must_use]
pub fn period_head(words: &Words, period: Period, measure: Measure) -> String {
    let key = match measure {
        Measure::Stock => {
            return words.say("head-stock", &month_slots(words, period.cut().month()));
        }
        Measure::Growth => "head-growth",
        Measure::Share => "head-share",
        Measure::Count | Measure::Event | Measure::Flag => "head-count",
    };
    words.say(key, &[("span", Slot::Made(year_to_date(words, period)))])
}

fn year_to_date(words: &Words, period: Period) -> String {
    match period.span {
        Span::Month(1) => words.plain("ytd-january"),
        Span::Month(month) => words.say("ytd-month", &month_slots(words, month)),
        Span::Quarter(quarter) => words.plain(&format!("ytd-quarter-{quarter}")),
        Span::Half(half) => words.plain(&format!("ytd-half-{half}")),
        Span::Year => words.plain("ytd-year"),
    }
}

/// Says a month on an axis.
#[must_use]
pub fn month_tick(words: &Words, month: u8) -> String {
    words.say("month-tick", &month_slots(words, month))
}

fn month_slots(words: &Words, month: u8) -> [(&'static str, Slot<'static>); 2] {
    [("month", Slot::Made(month.to_string())), ("monthname", Slot::Made(words.plain(&format!("month-{month}"))))]
}

/// Says an ambition.
#[must_use]
pub fn ambition_word(words: &Words, ambition: Ambition) -> String {
    words.plain(match ambition {
        Ambition::Binding => "ambition-binding",
        Ambition::Expected => "ambition-expected",
        Ambition::Stretch => "ambition-stretch",
    })
}

/// Says how a figure of the plan area came about, where it was not reported as it is.
#[must_use]
pub fn derived_word(words: &Words, derived: Derived) -> String {
    words.plain(&format!("derived-{}", derived.word()))
}
