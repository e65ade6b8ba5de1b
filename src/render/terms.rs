//! Says single terms in words: numbers, amounts, dates, periods, statuses, flags.
//!
//! Whole sentences are made of these in [`sentences`](super::sentences). A number is rounded here,
//! and only here, for readers.

use crate::assess::indicator::public_code;
use crate::assess::milestones::MilestoneStatus;
use crate::assess::points::Derived;
use crate::assess::verdict::{Rule, Verdict};
use crate::date::Date;
use crate::model::observation::ObservationStatus;
use crate::model::plan::Plan;
use crate::model::snapshot::IndicatorFact;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::Ambition;
use crate::render::text_id::{text, text_of};
use crate::render::words::{Slot, Term, Words};

/// How many digits behind the point a reader is shown.
const SHOWN_PLACES: u32 = 2;

/// A recorded figure has no more places than these; a quotient has.
const RECORDED_PLACES: u32 = 8;

/// Says a number as readers see it: one that was recorded with the digits it was recorded with, a
/// quotient rounded half up; without zeros at the end.
#[must_use]
pub fn number(value: Number) -> String {
    value.shown(if value.fits_places(RECORDED_PLACES) { RECORDED_PLACES } else { SHOWN_PLACES })
}

/// Says a number rounded to so many places, or to more where fewer would put it on the other side
/// of an edge, or on it: what is printed never contradicts the comparison it stands in.
#[must_use]
pub fn against(value: Number, places: u32, edges: &[Number]) -> String {
    value.shown(places_against(value, places, edges))
}

/// Returns how many places [`against`] prints.
#[must_use]
pub fn places_against(value: Number, places: u32, edges: &[Number]) -> u32 {
    const MOST_PLACES: u32 = 28;
    let is_true = |places: &u32| {
        let shown = value.rounded(*places);
        edges.iter().all(|edge| shown.cmp(edge) == value.cmp(edge))
    };
    (places..MOST_PLACES).find(is_true).unwrap_or(MOST_PLACES)
}

/// Writes what [`number`] says behind a text.
pub fn write_number(out: &mut String, value: Number) {
    let is_recorded = value.fits_places(RECORDED_PLACES);
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

/// Says a status in the words of its family of rules.
#[must_use]
pub fn status_word(words: &Words, plan: &Plan, code: StatusCode, family: Family) -> String {
    let code = public_code(plan, code);
    if !plan.is_calendar_year() {
        // A family's own word says nothing of the span.
        let is_long = plan.months() > 12 && code == StatusCode::NotDue;
        let long = || words.try_message(text!("status-not_due-level-long"), &[]);
        let is_level = matches!(family, Family::Level | Family::LevelLower);
        if let Some(word) = (is_long && is_level).then(long).flatten() {
            return word;
        }
        let own = words.try_message(
            text_of!("status-", format_args!("{}-{}", code.word(), family.word())),
            &[],
        );
        let word = own.or_else(|| {
            words.try_message(text_of!("status-", format_args!("{}-plan", code.word())), &[])
        });
        if let Some(word) = word {
            return word;
        }
    }
    words.cached_term(Term::Status(code, family), || {
        words
            .try_message(
                text_of!("status-", format_args!("{}-{}", code.word(), family.word())),
                &[],
            )
            .unwrap_or_else(|| words.plain(text_of!("status-", code.word())))
    })
}

/// Says the status of a verdict; one that was set by hand says so wherever it stands.
#[must_use]
pub fn word_of_verdict(words: &Words, plan: &Plan, verdict: &Verdict) -> String {
    let word = status_word(words, plan, verdict.code, verdict.family);
    if verdict.rule == Rule::Override {
        words.message(text!("status-by-hand"), &[("status", Slot::Made(word))])
    } else {
        word
    }
}

/// Says a status as an edition told it; one that was set by hand says so.
#[must_use]
pub fn word_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact) -> String {
    let word = status_word(words, plan, fact.code, fact.family);
    if fact.rule == Rule::Override.word() {
        words.message(text!("status-by-hand"), &[("status", Slot::Made(word))])
    } else {
        word
    }
}

/// Says how a milestone stands.
#[must_use]
pub fn milestone_word(words: &Words, status: MilestoneStatus) -> String {
    words.plain(text_of!("milestone-", status.word()))
}

/// Says a flag.
#[must_use]
pub fn flag_word(words: &Words, flag: ObservationStatus) -> String {
    words.cached_term(Term::Flag(flag), || words.plain(text_of!("flag-", flag.letter())))
}

/// Says a date.
#[must_use]
pub fn date(words: &Words, date: Date) -> String {
    words.cached_term(Term::Day(date), || {
        words.message(
            text!("date"),
            &[
                ("year", Slot::Made(date.year().to_string())),
                ("month", Slot::Made(date.month().to_string())),
                ("day", Slot::Made(date.day().to_string())),
                ("monthname", Slot::Made(words.plain(text_of!("month-", date.month())))),
            ],
        )
    })
}

/// Says the public remark of a figure, as a line of its own; nothing where there is none.
#[must_use]
pub fn note(words: &Words, text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        words.message(text!("note-of-figure"), &[("text", Slot::Text(text))])
    }
}

/// Says an ambition.
#[must_use]
pub fn ambition_word(words: &Words, ambition: Ambition) -> String {
    words.plain(match ambition {
        Ambition::Binding => text!("ambition-binding"),
        Ambition::Expected => text!("ambition-expected"),
        Ambition::Stretch => text!("ambition-stretch"),
    })
}

/// Says how a figure of the plan area came about, where it was not reported as it is; of regions
/// that are counted, which.
#[must_use]
pub fn derived_word(words: &Words, derived: Derived, counted: &'static str) -> String {
    words.message(text_of!("derived-", derived.word()), &[("kind", Slot::Text(counted))])
}
