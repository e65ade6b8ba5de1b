//! The events of a plan in words, for the page of the calendar and for feeds.

use serde::Serialize;

use crate::assess::milestones::MilestoneStatus;
use crate::assess::overdue_reports::overdue_report;
use crate::config::OutputKind;
use crate::date::Date;
use crate::model::edition::{Edition, EditionState};
use crate::model::index::{EditionIx, IndicatorIx, MilestoneIx};
use crate::model::plan::Plan;
use crate::render::text_id::{TextId, text};

use super::address::Page;
use super::calendar::{Asked, AwaitedList, Event, What, is_out, published_on};
use super::context::PageContext;
use super::frame::Link;
use super::period_words;
use super::pills::{Pill, milestone_pill};
use super::terms;
use super::views::{indicator_link, milestone_link};
use super::words::{Slot, Words};

/// An event in words.
#[derive(Serialize)]
pub(in crate::render) struct EventText {
    /// What happens.
    pub what: String,
    /// To what; without an address where it has no page.
    pub links: Vec<Link>,
    pub pill: Option<Pill>,
    /// What else is to be known of it.
    pub notes: Vec<String>,
}

/// Tells an event. The page and the calendar file say the same.
pub(in crate::render) fn describe_event(context: PageContext<'_>, event: &Event) -> EventText {
    match &event.what {
        What::Edition(ix) => describe_edition(context, *ix),
        What::Reports(asked) => describe_reports(context, event, asked),
        What::Lists(lists) => describe_lists(context, event, lists),
        What::Milestone(ix) => describe_milestone(context, *ix),
    }
}

fn describe_edition(context: PageContext<'_>, ix: EditionIx) -> EventText {
    let words = context.words();
    let edition = context.site().plan(context.at).edition(ix);
    let as_of = context.as_of();
    let is_out = is_out(edition, as_of);
    let has_page = context.config().wants(OutputKind::Editions)
        && crate::render::inventory::editions_of(context.renderer, context.at)
            .any(|position| position == ix);
    let is_late = is_late(edition, as_of);
    let state = match (is_out, is_late) {
        (true, false) => text!("calendar-published"),
        (true, true) => text!("calendar-published-late"),
        (false, true) => text!("calendar-delayed"),
        (false, false) if is_approved(edition, as_of) => text!("calendar-approved"),
        (false, false) => text!("calendar-planned"),
    };
    let fact = |key: TextId, text: String| {
        format!("{}{}{text}", words.plain(key), words.plain(text!("colon")))
    };
    let mut notes = Vec::new();
    if is_out && let Some(published) = &edition.published_at {
        notes.push(fact(text!("calendar-moment"), published.clone()));
    }
    if is_late {
        notes.extend(
            edition
                .planned
                .filter(|_| is_out)
                .map(|day| fact(text!("fact-planned"), terms::date(words, day))),
        );
        let reason = edition.delay_reason.as_ref();
        notes.extend(reason.map(|reason| {
            fact(text!("fact-delay"), reason.in_language(words.language()).to_string())
        }));
    }
    let link = Link {
        title: edition_title(words, context.plan(), edition),
        url: if has_page { context.link(Page::Edition(context.at, ix)) } else { String::new() },
        is_current: false,
    };
    EventText { what: words.plain(state), links: vec![link], pill: None, notes }
}

/// Returns the title of an edition, or what it is about where it has none of its own.
pub(in crate::render) fn edition_title(words: &Words, plan: &Plan, edition: &Edition) -> String {
    edition.title.as_ref().map_or_else(
        || {
            words.message(
                text!("calendar-edition"),
                &[("period", Slot::Made(period_words::period_label(words, plan, edition.period)))],
            )
        },
        |title| title.in_language(words.language()).to_string(),
    )
}

/// Returns whether an edition came, or has still to come, after the day it was announced for.
pub(super) fn is_late(edition: &Edition, as_of: Date) -> bool {
    let came = if is_out(edition, as_of) { published_on(edition) } else { Some(as_of) };
    edition.planned.zip(came).is_some_and(|(planned, came)| planned < came)
}

pub(super) fn is_approved(edition: &Edition, as_of: Date) -> bool {
    edition.state != EditionState::Draft && edition.approved_on.is_some_and(|day| day <= as_of)
}

/// Tells what is asked for. Which reports did not come is said only where the plan wants it said.
fn describe_reports(context: PageContext<'_>, event: &Event, asked: &Asked) -> EventText {
    let words = context.words();
    let (plan, assessment) = (context.plan(), context.assessment());
    let is_overdue = |ix: &IndicatorIx| {
        overdue_report(plan.indicator(*ix), assessment.indicator(*ix)).is_some_and(
            |overdue_report| {
                overdue_report.overdue.deadline == event.day
                    && overdue_report.overdue.period.end() == asked.period.end()
            },
        )
    };
    let overdue: Vec<String> = asked
        .indicators
        .iter()
        .filter(|ix| plan.publishes_overdue && !event.is_ahead && is_overdue(ix))
        .map(|ix| indicator_link(context, *ix).title)
        .collect();
    let names = || Slot::Made(overdue.join(&words.plain(text!("list-pause"))));
    let slots = [
        ("period", Slot::Made(period_words::period_label(words, plan, asked.period))),
        ("n", Slot::Count(asked.indicators.len())),
    ];
    EventText {
        what: words.message(text!("calendar-reports"), &slots),
        links: asked.indicators.iter().map(|ix| indicator_link(context, *ix)).collect(),
        pill: None,
        notes: if overdue.is_empty() {
            Vec::new()
        } else {
            vec![words.message(text!("calendar-overdue"), &[("names", names())])]
        },
    }
}

fn describe_lists(context: PageContext<'_>, event: &Event, lists: &[AwaitedList]) -> EventText {
    let words = context.words();
    let key = match event.is_ahead {
        false => text!("calendar-list-out"),
        true if event.day < context.as_of() => text!("calendar-list-awaited"),
        true => text!("calendar-list-expected"),
    };
    EventText {
        what: words.message(key, &[("n", Slot::Count(lists.len()))]),
        links: lists.iter().map(|list| indicator_link(context, list.indicator)).collect(),
        pill: None,
        notes: Vec::new(),
    }
}

fn describe_milestone(context: PageContext<'_>, ix: MilestoneIx) -> EventText {
    let words = context.words();
    let assessed = context.assessment().milestone(ix);
    let day = |key: TextId, day: Date| {
        words.message(key, &[("date", Slot::Made(terms::date(words, day)))])
    };
    let mut notes = Vec::new();
    if assessed.status == MilestoneStatus::Late {
        notes.push(day(text!("calendar-was-due"), assessed.due));
    }
    notes.extend(assessed.moved_from.map(|from| day(text!("calendar-moved"), from)));
    if assessed.status != MilestoneStatus::OnTime && !assessed.note.is_empty() {
        notes.push(assessed.note.clone());
    }
    EventText {
        what: words.plain(text!("th-milestone")),
        links: vec![milestone_link(context, ix)],
        pill: (assessed.status != MilestoneStatus::NotDue)
            .then(|| milestone_pill(words, assessed.status)),
        notes,
    }
}
