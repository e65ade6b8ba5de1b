//! The calendar: what is published when and what is due when, in words. What is ahead stands on
//! top, what has been below.

use serde::Serialize;

use crate::config::OutputKind;
use crate::date::Date;
use crate::model::index::PlanIx;
use crate::model::period::{Period, Span};
use crate::render::address::{Address, Feed, feed_path};
use crate::render::calendar::{Event, What, events};
use crate::render::calendar_words::{EventText, describe_event};
use crate::render::context::{RenderError, Renderer};
use crate::render::frame::{fill, frame};
use crate::render::period_words;
use crate::render::terms;
use crate::render::text_id::{text, text_of};
use crate::render::words::{Slot, Words};

#[derive(Serialize)]
struct CalendarPage {
    title: String,
    known: String,
    /// The link to the calendar file, where it is written.
    file: String,
    ahead: Vec<Month>,
    been: Vec<Month>,
}

/// The days of one month.
#[derive(Serialize)]
struct Month {
    title: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// The day, as it is said under the name of its month.
    date: String,
    told: EventText,
}

pub(super) fn render(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let title = words.plain(text!("calendar-title"));
    let as_of = renderer.assessment(at).as_of();
    let (ahead, been) = events(renderer.plan(at), renderer.assessment(at))
        .into_iter()
        .partition::<Vec<Event>, _>(|event| event.is_ahead);
    let file = renderer.in_language(address.language, feed_path(renderer.site, Feed::Calendar(at)));
    let view = CalendarPage {
        known: words
            .message(text!("calendar-known"), &[("date", Slot::Made(terms::date(words, as_of)))]),
        file: if renderer.config.wants(OutputKind::Feeds) {
            renderer.link_to(address, &file)
        } else {
            String::new()
        },
        ahead: months(renderer, address, at, &ahead),
        been: months(renderer, address, at, &been),
        title: title.clone(),
    };
    fill(
        renderer,
        address,
        "calendar.html",
        frame(renderer, address, "calendar", &title, &[]),
        view,
    )
}

fn months(renderer: &Renderer<'_>, address: Address, at: PlanIx, events: &[Event]) -> Vec<Month> {
    let words = renderer.words(address.language);
    let as_of = renderer.assessment(at).as_of();
    // What is waited for beyond its day stands first, under a name of its own and with the year.
    let is_past = |event: &Event| event.is_ahead && event.day < as_of;
    events
        .chunk_by(|a, b| {
            let month = |event: &Event| (event.day.year(), event.day.month());
            if is_past(a) || is_past(b) { is_past(a) == is_past(b) } else { month(a) == month(b) }
        })
        .map(|events| {
            let is_past = is_past(&events[0]);
            let row = |event| Row {
                date: day_word(words, event, is_past),
                told: describe_event(renderer, address, at, event),
            };
            Month {
                title: if is_past {
                    words.plain(text!("calendar-waiting"))
                } else {
                    month_title(words, events[0].day)
                },
                rows: events.iter().map(row).collect(),
            }
        })
        .collect()
}

fn month_title(words: &Words, day: Date) -> String {
    let month = u8::try_from(day.month()).unwrap_or(1);
    period_words::standalone_period(words, Period { year: day.year(), span: Span::Month(month) })
}

/// Says the day of an event: a deadline as one, and a list that is awaited with the period it is
/// expected in.
fn day_word(words: &Words, event: &Event, names_year: bool) -> String {
    let day = || {
        if names_year {
            return terms::date(words, event.day);
        }
        let slots = [
            ("month", Slot::Made(event.day.month().to_string())),
            ("day", Slot::Made(event.day.day().to_string())),
            ("monthname", Slot::Made(words.plain(text_of!("month-", event.day.month())))),
        ];
        words.message(text!("calendar-day"), &slots)
    };
    match &event.what {
        What::Reports(_) => words.message(text!("calendar-by"), &[("date", Slot::Made(day()))]),
        What::Lists(lists) if event.is_ahead => lists
            .first()
            .and_then(|list| list.expected)
            .map_or_else(day, |period| period_words::standalone_period(words, period)),
        _ => day(),
    }
}
