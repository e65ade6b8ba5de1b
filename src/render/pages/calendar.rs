//! The calendar: what is published when and what is due when, in words. What is ahead stands on
//! top, what has been below.

use serde::Serialize;

use crate::config::OutputKind;
use crate::date::Date;
use crate::model::period::{Period, Span};
use crate::render::address::{Feed, feed_path};
use crate::render::calendar::{Event, What, events};
use crate::render::calendar_words::{EventText, describe_event};
use crate::render::context::{PageContext, RenderError};
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

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let title = words.plain(text!("calendar-title"));
    let as_of = context.as_of();
    let (ahead, been) = events(context.plan(), context.assessment())
        .into_iter()
        .partition::<Vec<Event>, _>(|event| event.is_ahead);
    let file = feed_path(context.site(), Feed::Calendar(context.at));
    let file = context.renderer.in_language(context.address.language, file);
    let view = CalendarPage {
        known: words
            .message(text!("calendar-known"), &[("date", Slot::Made(terms::date(words, as_of)))]),
        file: if context.config().wants(OutputKind::Feeds) {
            context.link_to(&file)
        } else {
            String::new()
        },
        ahead: months(context, &ahead),
        been: months(context, &been),
        title: title.clone(),
    };
    context.fill("calendar.html", context.frame("calendar", &title, &[]), view)
}

fn months(context: PageContext<'_>, events: &[Event]) -> Vec<Month> {
    let words = context.words();
    let as_of = context.as_of();
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
                told: describe_event(context, event),
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
