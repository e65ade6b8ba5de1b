//! The overview: the headline, every target at a glance, the items by section, what needs attention, what changed, what comes next.

use serde::Serialize;

use crate::assess::changes::compare;
use crate::assess::indicator::public_code;
use crate::assess::reports::next_report;
use crate::config::OutputKind;
use crate::model::edition::EditionState;
use crate::model::index::{IndicatorIx, SectionIx};
use crate::model::status::{Standing, StatusCode};
use crate::render::address::{Address, Page};
use crate::render::drawings::draw_items_at_a_glance;
use crate::render::frame::frame;
use crate::render::markdown::render_markdown;
use crate::render::pills::{Pill, pill};
use crate::render::sentences;
use crate::render::terms;
use crate::render::views::{IndicatorRow, ItemRow, Mark, indicator_row, item_row, telling};
use crate::render::words::Slot;

use super::changes::{indicator_url, name_of};
use crate::render::{RenderError, Renderer};

/// How many rows of "needs attention" the overview shows.
const ATTENTION_ROWS: usize = 8;

#[derive(Serialize)]
struct Overview {
    title: String,
    facts: Vec<Fact>,
    headline: String,
    strip: Vec<StripGroup>,
    others: usize,
    /// Finished drawing.
    glance: String,
    item_count: usize,
    sections: Vec<SectionView>,
    attention: Vec<IndicatorRow>,
    attention_more: usize,
    indicators_url: Option<String>,
    changes: Option<ChangesView>,
    next: Vec<String>,
    /// Finished markup.
    introduction: String,
}

/// A term and what it is.
#[derive(Serialize)]
pub(super) struct Fact {
    pub term: String,
    pub value: String,
    pub url: String,
}

#[derive(Serialize)]
struct StripGroup {
    word: String,
    count: usize,
    marks: Vec<Mark>,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    url: Option<String>,
    items: Vec<ItemRow>,
}

#[derive(Serialize)]
struct ChangesView {
    period: String,
    date: String,
    rows: Vec<Change>,
    /// The page that tells all of it.
    url: Option<String>,
}

#[derive(Serialize)]
struct Change {
    name: String,
    url: String,
    before: Pill,
    after: Pill,
}

pub(super) fn render(renderer: &Renderer<'_>, address: Address, at: usize) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let (plan, shown) = (renderer.plan(at), renderer.shown(at));
    let assessment = &shown.assessment;
    let attention: Vec<IndicatorIx> = below(renderer, at);
    let lists = renderer.config.wants(OutputKind::Lists);
    let view = Overview {
        title: plan.title.in_language(words.language()).to_string(),
        facts: facts(renderer, address, at),
        headline: sentences::headline(words, &assessment.counts.indicators),
        strip: strip(renderer, address, at),
        others: assessment.counts.indicators.others.values().sum(),
        glance: draw_items_at_a_glance(renderer, address, at),
        item_count: plan.items.len(),
        sections: plan
            .sections
            .iter()
            .enumerate()
            .map(|(ix, section)| SectionView {
                title: section.title.in_language(words.language()).to_string(),
                url: lists.then(|| renderer.link(address, Page::Section(at, SectionIx(u16::try_from(ix).unwrap_or(u16::MAX))))),
                items: plan
                    .numbered_items()
                    .filter(|(_, item)| usize::from(item.section.0) == ix)
                    .map(|(item, _)| item_row(renderer, address, at, item))
                    .collect(),
            })
            .filter(|section| !section.items.is_empty())
            .collect(),
        attention_more: attention.len().saturating_sub(ATTENTION_ROWS),
        attention: attention.into_iter().take(ATTENTION_ROWS).map(|ix| indicator_row(renderer, address, at, ix)).collect(),
        indicators_url: lists.then(|| renderer.link(address, Page::Indicators(at))),
        changes: changes(renderer, address, at),
        next: next(renderer, address, at),
        introduction: render_markdown(plan.introduction.in_language(words.language()), 3),
    };
    let title = if address.page == Page::Home { String::new() } else { view.title.clone() };
    fill_overview(renderer, address, title, view)
}

fn fill_overview(renderer: &Renderer<'_>, address: Address, title: String, view: Overview) -> Result<String, RenderError> {
    super::fill(renderer, address, "overview.html", frame(renderer, address, "overview", &title, &[]), view)
}

/// Lists the targets that are below, the worst first and in the order of the plan.
fn below(renderer: &Renderer<'_>, at: usize) -> Vec<IndicatorIx> {
    let plan = renderer.plan(at);
    let code = |ix: &IndicatorIx| renderer.assessment(at).indicator(*ix).status.code;
    let mut found: Vec<IndicatorIx> = plan
        .numbered_indicators()
        .filter(|(_, indicator)| indicator.target.is_some())
        .map(|(ix, _)| ix)
        .filter(|ix| code(ix).standing() == Standing::Below)
        .collect();
    found.sort_by_key(|ix| (code(ix).severity_rank(), *ix));
    found
}

/// One line of facts: what period, as of when, which edition, what document.
pub(super) fn facts(renderer: &Renderer<'_>, address: Address, at: usize) -> Vec<Fact> {
    let words = renderer.words(address.language);
    let (plan, shown) = (renderer.plan(at), renderer.shown(at));
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String, url: Option<String>| {
        facts.push(Fact { term: words.plain(key), value, url: url.unwrap_or_default() })
    };
    if let Some(edition) = &shown.edition {
        add("fact-period", terms::period_label(words, edition.period), None);
    }
    add("footer-as-of", terms::date(words, shown.assessment.as_of), None);
    if let Some(edition) = &shown.edition {
        if let Some(published) = &edition.published_at {
            add("fact-published", published.clone(), None);
        }
        add("fact-edition", edition.id.clone(), None);
    }
    add("fact-issuer", plan.issuer.in_language(words.language()).to_string(), None);
    if let Some(issued) = plan.issued {
        add("fact-issued", terms::date(words, issued), None);
    }
    if let Some(source) = &plan.source {
        add("fact-source", source.title.clone(), source.url.clone());
    }
    facts
}

/// One mark for every quantified target, grouped by how it stands. The groups add up.
fn strip(renderer: &Renderer<'_>, address: Address, at: usize) -> Vec<StripGroup> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let groups = [
        (Standing::AtOrAbove, "standing-above"),
        (Standing::Below, "standing-below"),
        (Standing::Awaiting, "standing-awaiting"),
        (Standing::Missing, "standing-missing"),
        (Standing::NotAssessed, "standing-other"),
    ];
    groups
        .iter()
        .map(|(standing, key)| {
            let mut marks: Vec<(StatusCode, Mark)> = plan
                .numbered_indicators()
                .filter(|(_, indicator)| indicator.target.as_ref().is_some_and(crate::model::indicator::Target::is_quantified))
                .map(|(ix, _)| telling_mark(renderer, address, at, ix))
                .filter(|(code, _)| public_code(plan, *code).standing() == *standing)
                .collect();
            // Like stands by like, so that a group can be counted at a glance; within a status the order of the plan stays.
            marks.sort_by_key(|(code, _)| *code);
            let marks: Vec<Mark> = marks.into_iter().map(|(_, mark)| mark).collect();
            StripGroup { word: words.plain(key), count: marks.len(), marks }
        })
        .filter(|group| group.count > 0)
        .collect()
}

fn telling_mark(renderer: &Renderer<'_>, address: Address, at: usize, ix: IndicatorIx) -> (StatusCode, Mark) {
    let telling = telling(renderer, address.language, at, ix);
    let status = &telling.assessed.status;
    let shown = pill(telling.words, telling.plan, status.code, status.family);
    let item = telling.plan.item(telling.indicator.item);
    let name = telling.indicator.name.in_language(telling.words.language());
    let mark = Mark {
        mark: shown.mark,
        tone: shown.tone,
        words: format!("{} {name}{}{}", item.number, telling.words.plain("colon"), shown.word),
        url: format!("{}#{}", renderer.link(address, Page::Item(at, telling.indicator.item)), telling.indicator.id),
    };
    (status.code, mark)
}

/// Compares every status with what the edition before told readers.
fn changes(renderer: &Renderer<'_>, address: Address, at: usize) -> Option<ChangesView> {
    let words = renderer.words(address.language);
    let (plan, shown) = (renderer.plan(at), renderer.shown(at));
    let edition_before = shown.edition_before()?;
    let (before, after) = (edition_before.snapshot.as_ref()?, shown.snapshot.as_ref()?);
    let edition = edition_before.edition.as_ref()?;
    let moved = compare(plan, before, after);
    let rows = moved
        .indicators
        .iter()
        .filter(|change| change.cause.is_some() && change.after.target.is_some())
        .map(|change| Change {
            name: name_of(renderer, address, at, &change.after.id),
            url: indicator_url(renderer, address, at, &change.after.id),
            before: pill(words, plan, change.before.code, change.before.family),
            after: pill(words, plan, change.after.code, change.after.family),
        })
        .collect();
    Some(ChangesView {
        period: terms::period_label(words, edition.period),
        date: terms::date(words, edition.as_of),
        rows,
        url: renderer.config.wants(OutputKind::Editions).then(|| renderer.link(address, Page::Changes(at))),
    })
}

/// Says what comes next: the next edition that is announced, and the next reports due.
fn next(renderer: &Renderer<'_>, address: Address, at: usize) -> Vec<String> {
    let words = renderer.words(address.language);
    let (plan, shown) = (renderer.plan(at), renderer.shown(at));
    let as_of = shown.assessment.as_of;
    let mut next: Vec<String> = plan
        .editions
        .iter()
        .filter(|edition| edition.state != EditionState::Published)
        .filter_map(|edition| {
            let planned = edition.planned.filter(|planned| *planned > as_of)?;
            let slots = [
                ("date", Slot::Made(terms::date(words, planned))),
                ("period", Slot::Made(terms::period_label(words, edition.period))),
            ];
            Some(words.say("next-release", &slots))
        })
        .collect();
    let mut reports: Vec<_> = plan
        .indicators
        .iter()
        .filter_map(|indicator| {
            let (period, day) = next_report(plan, indicator.report.as_ref()?, as_of)?;
            Some((day, period))
        })
        .collect();
    reports.sort_by_key(|(day, period)| (*day, period.cut()));
    if let Some((day, period)) = reports.first() {
        next.push(words.say(
            "next-report",
            &[("period", Slot::Made(terms::period_label(words, *period))), ("date", Slot::Made(terms::date(words, *day)))],
        ));
    }
    next
}
