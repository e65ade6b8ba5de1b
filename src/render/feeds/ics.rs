//! The calendar file (RFC 5545): the events of the calendar page, each a whole day.
//!
//! An event keeps its identifier as long as it is the same event: the plan, its kind and its id
//! make it, and the issuer tells plans of the same year apart. Lines are written here: the crate
//! for this format folds some of them at 76 octets instead of 75, and brings a second library of
//! dates, a clock and a source of chance, none of which a file needs that must be the same every
//! time.

use crate::checksum::sha256;
use crate::date::{Date, days_after};
use crate::language::LanguageIx;
use crate::model::index::{MilestoneIx, PlanIx};
use crate::render::address::Page;
use crate::render::calendar::{AwaitedList, Event, What, events, is_month};
use crate::render::calendar_words::{EventText, describe_event};
use crate::render::context::{PageContext, Renderer};
use crate::render::period_words;
use crate::render::text_id::text;
use crate::render::words::Slot;

use super::lines::{clean, listed, page_url, site_title};

/// The most octets of a line, without its end.
const LINE_OCTETS: usize = 75;

pub(super) fn render(renderer: &Renderer<'_>, language: LanguageIx, at: PlanIx) -> String {
    let address = listed(renderer, language, at, Page::Calendar(at));
    let context = PageContext::new(renderer, address, at);
    let words = context.words();
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line(
        "PRODID",
        &format!("-//Taizhang//taizhang//{}", words.language().tag().to_uppercase()),
    );
    out.line("CALSCALE", "GREGORIAN");
    out.text(
        "X-WR-CALNAME",
        &format!("{} {}", site_title(renderer, language), words.plain(text!("nav-calendar"))),
    );
    for event in events(context.plan(), context.assessment()) {
        for event in one_by_one(event) {
            write_event(&mut out, context, &event);
        }
    }
    out.line("END", "VCALENDAR");
    out.0
}

/// Content lines: folded, and each with its end.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Writes a value as it is. Lines are folded between characters, and what follows begins with a
    /// space that counts.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if octets + character.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Writes a text, in which some characters have to be escaped.
    fn text(&mut self, name: &str, text: &str) {
        let escaped = clean(text)
            .replace('\\', "\\\\")
            .replace(',', "\\,")
            .replace(';', "\\;")
            .replace('\n', "\\n");
        self.line(name, &escaped);
    }
}

/// Takes lists apart: which lists share a day changes as they come out, and an identifier must not.
fn one_by_one(event: Event) -> Vec<Event> {
    match event.what {
        What::Lists(lists) => {
            let one = |list: AwaitedList| Event { what: What::Lists(vec![list]), ..event };
            lists.into_iter().map(one).collect()
        }
        _ => vec![event],
    }
}

fn write_event(out: &mut Lines, context: PageContext<'_>, event: &Event) {
    let event_text = describe_event(context, event);
    out.line("BEGIN", "VEVENT");
    out.line("UID", &uid(context, event));
    out.line("DTSTAMP", &format!("{}T000000Z", compact(known_since(context, event))));
    out.line("DTSTART;VALUE=DATE", &compact(event.day));
    out.line("DTEND;VALUE=DATE", &compact(days_after(event.day, 1)));
    out.text("SUMMARY", &summary(context, event, &event_text));
    let description = description(context, event, &event_text);
    if !description.is_empty() {
        out.text("DESCRIPTION", &description);
    }
    if let Some(url) = page_url(context.renderer, context.address) {
        out.line("URL", &url);
    }
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

/// Says what happens in one line; the indicators of a report are too many for it.
fn summary(context: PageContext<'_>, event: &Event, event_text: &EventText) -> String {
    let words = context.words();
    let mut summary = if context.config().is_sample {
        format!("{} ", words.plain(text!("sample-mark")))
    } else {
        String::new()
    };
    match event.what {
        What::Reports(_) => {
            summary.push_str(&format!(
                "{}{}{}",
                words.plain(text!("calendar-deadline")),
                words.plain(text!("colon")),
                event_text.what
            ));
        }
        _ => {
            let titles: Vec<&str> =
                event_text.links.iter().map(|link| link.title.as_str()).collect();
            summary.push_str(&format!(
                "{}{}{}",
                event_text.what,
                words.plain(text!("colon")),
                titles.join(&words.plain(text!("list-pause")))
            ));
        }
    }
    if let Some(pill) = &event_text.pill {
        summary.push_str(&format!(" {}", pill.word));
    }
    summary
}

/// Says what the line has no room for: the indicators of a report, and that the day of a list that
/// is awaited stands for a longer time.
fn description(context: PageContext<'_>, event: &Event, event_text: &EventText) -> String {
    let words = context.words();
    let mut lines = Vec::new();
    match &event.what {
        What::Reports(_) => lines.extend(event_text.links.iter().map(|link| link.title.clone())),
        What::Lists(lists) if event.is_ahead => {
            let expected = lists.iter().filter_map(|list| list.expected);
            lines.extend(expected.map(|period| {
                words.message(
                    text!("batch-awaited"),
                    &[("period", Slot::Made(period_words::standalone_period(words, period)))],
                )
            }));
        }
        _ => {}
    }
    lines.extend(event_text.notes.iter().cloned());
    lines.join("\n")
}

/// Returns the day an event was last spoken of: the row of a dated step, else the day that is
/// shown.
fn known_since(context: PageContext<'_>, event: &Event) -> Date {
    let as_of = context.as_of();
    let newest_row = |ix: MilestoneIx| {
        context
            .plan()
            .events_of(ix)
            .iter()
            .map(|row| row.recorded)
            .filter(|recorded| *recorded <= as_of)
            .max()
    };
    match event.what {
        What::Milestone(ix) => newest_row(ix).unwrap_or(as_of),
        _ => as_of,
    }
}

fn uid(context: PageContext<'_>, event: &Event) -> String {
    let plan = context.site().plan(context.at);
    let first = context.config().first_language();
    let own = match &event.what {
        What::Edition(ix) => format!("edition-{}", plan.edition(*ix).id),
        What::Reports(asked) => {
            let kind = if is_month(asked.period) { "month" } else { "report" };
            format!("{kind}-{}-{}", asked.period.end(), compact(event.day))
        }
        What::Lists(lists) => lists.first().map_or_else(String::new, |list| {
            format!("list-{}-{}", plan.indicator(list.indicator).id, list.position + 1)
        }),
        What::Milestone(ix) => format!("milestone-{}", plan.milestone(*ix).id),
    };
    format!(
        "{}-{own}@{}.taizhang",
        plan.id,
        &sha256(plan.issuer.in_language(first).as_bytes())[..12]
    )
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;

    #[test]
    fn texts_are_escaped() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "甲,乙;丙\\丁\r\n戊:己");
        assert_eq!(lines.0, "SUMMARY:甲\\,乙\\;丙\\\\丁\\n戊:己\r\n");
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_between_characters() {
        for length in 0..200 {
            let text = format!("{}{}", "a".repeat(length % 7), "示例😀b ".repeat(length));
            let mut lines = Lines::default();
            lines.line("SUMMARY", &text);
            assert!(lines.0.split("\r\n").all(|line| line.len() <= LINE_OCTETS), "{}", lines.0);
            assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
        let mut lines = Lines::default();
        lines.line("A", &"b".repeat(148));
        assert_eq!(lines.0.split("\r\n").map(str::len).collect::<Vec<_>>(), [75, 75, 2, 0]);
    }

    #[test]
    fn a_day_is_written_without_hyphens() {
        assert_eq!(parse_date("2023-07-05").map(compact), Some("20230705".into()));
    }
}
