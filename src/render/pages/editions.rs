//! The page of an edition: what was published, in the words it was published in.
//!
//! What the page says is an [`EditionTelling`]: finished words and figures without markup. A frozen edition brings its own, any other one is told
//! now. Around it stands what may still be learned later: when it was published, where the same period stands now, what changed since.

use serde::{Deserialize, Serialize};

use crate::checksum::sha256;
use crate::config::OutputKind;
use crate::model::edition::EditionState;
use crate::model::index::{IndicatorIx, SectionIx};
use crate::model::status::StatusCode;
use crate::render::address::{Address, DataFile, Page, data_path};
use crate::render::frame::frame;
use crate::render::markup::with_strong_numbers;
use crate::render::pills::{Pill, pill_as_published};
use crate::render::sentences;
use crate::render::terms;
use crate::render::views::{indicator_row, item_row, telling};
use crate::render::words::Slot;
use crate::render::{RenderError, Renderer, ShownPlan};

use super::overview::Fact;
use super::periods_of;

/// What the page of an edition says.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::render) struct EditionTelling {
    title: String,
    plan: String,
    issuer: String,
    headline: String,
    /// The mark of made-up figures, or nothing.
    sample: Option<String>,
    sections: Vec<SectionTelling>,
}

#[derive(Debug, Serialize, Deserialize)]
struct SectionTelling {
    title: String,
    items: Vec<ItemTelling>,
}

#[derive(Debug, Serialize, Deserialize)]
struct ItemTelling {
    number: u32,
    title: String,
    code: String,
    status: String,
    reason: String,
    rows: Vec<RowTelling>,
}

#[derive(Debug, Serialize, Deserialize)]
struct RowTelling {
    id: String,
    name: String,
    unit: String,
    phrase: String,
    actual: String,
    completion: String,
    schedule: String,
    gap: String,
    code: String,
    status: String,
    period: String,
    note: String,
    finding: String,
}

/// Says what an edition says, in a language. The renderer is that of the edition.
pub(in crate::render) fn tell(renderer: &Renderer<'_>, language: usize, at: usize) -> EditionTelling {
    let words = renderer.words(language);
    let plan = renderer.plan(at);
    let address = Address::new(language, Page::Overview(at));
    let sections = (0..).map(SectionIx).zip(&plan.sections).map(|(ix, section)| SectionTelling {
        title: section.title.in_language(words.language()).to_string(),
        items: plan
            .numbered_items()
            .filter(|(_, item)| item.section == ix)
            .map(|(item_ix, item)| {
                let row = item_row(renderer, address, at, item_ix);
                ItemTelling {
                    number: item.number,
                    title: row.title.to_string(),
                    code: row.pill.code.to_string(),
                    status: row.pill.word,
                    reason: row.reason,
                    rows: item
                        .indicators
                        .iter()
                        .filter(|ix| plan.indicator(**ix).target.is_some())
                        .map(|ix| row_telling(renderer, address, at, *ix))
                        .collect(),
                }
            })
            .collect(),
    });
    EditionTelling {
        title: title(renderer, language, at),
        plan: plan.title.in_language(words.language()).to_string(),
        issuer: plan.issuer.in_language(words.language()).to_string(),
        headline: sentences::headline(words, &renderer.assessment(at).counts.indicators),
        sample: renderer.config.is_sample.then(|| words.plain("sample-mark")),
        sections: sections.filter(|section| !section.items.is_empty()).collect(),
    }
}

fn title(renderer: &Renderer<'_>, language: usize, at: usize) -> String {
    let words = renderer.words(language);
    let Some(edition) = &renderer.shown(at).edition else { return String::new() };
    if let Some(own) = &edition.title {
        return own.in_language(words.language()).to_string();
    }
    let key = terms::title_key(renderer.plan(at), edition.period);
    words.say(
        key,
        &[
            ("title", Slot::Made(format!("《{}》", renderer.plan(at).title.in_language(words.language())))),
            ("period", Slot::Made(terms::period_label(words, renderer.plan(at), edition.period))),
        ],
    )
}

fn row_telling(renderer: &Renderer<'_>, address: Address, at: usize, ix: IndicatorIx) -> RowTelling {
    let row = indicator_row(renderer, address, at, ix);
    RowTelling {
        id: row.id.to_string(),
        name: row.name.to_string(),
        unit: row.unit.to_string(),
        phrase: row.phrase.into_owned(),
        actual: row.actual,
        completion: row.completion,
        schedule: row.schedule,
        gap: row.gap,
        code: row.pill.code.to_string(),
        status: row.pill.word,
        period: row.period,
        note: row.note,
        finding: telling(renderer, address.language, at, ix).finding(),
    }
}

#[derive(Serialize)]
struct EditionPage {
    title: String,
    plan: String,
    issuer: String,
    /// Finished markup.
    headline: String,
    sample: Option<String>,
    /// Whether it can no longer change.
    is_frozen: bool,
    is_draft: bool,
    facts: Vec<Fact>,
    /// What stands over the targets.
    target_head: String,
    sections: Vec<SectionView>,
    now_url: Option<String>,
    changes_url: String,
    json_url: String,
    checksum: Option<String>,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    items: Vec<ItemView>,
}

#[derive(Serialize)]
struct ItemView {
    number: u32,
    title: String,
    url: Option<String>,
    pill: Pill,
    reason: String,
    rows: Vec<RowView>,
}

#[derive(Serialize)]
struct RowView {
    #[serde(flatten)]
    row: RowTelling,
    url: Option<String>,
    pill: Pill,
}

pub(super) fn render(renderer: &Renderer<'_>, address: Address, at: usize, ix: usize) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let edition = &renderer.site.plans[at].editions[ix];
    let release = renderer.site.plans[at].release(&edition.id);
    let tag = renderer.config.languages[address.language].tag();
    // A language that came later than the release is told now.
    let frozen = release.and_then(|release| serde_json::from_str::<EditionTelling>(release.pages.get(tag)?).ok());
    let telling = frozen.unwrap_or_else(|| {
        let is_it = |shown: &&ShownPlan| shown.edition.as_ref().is_some_and(|one| one.id == edition.id);
        let shown = renderer.shown[at].editions.iter().find(is_it).unwrap_or(&renderer.shown[at]);
        tell(&renderer.of_edition(shown), address.language, at)
    });
    let now = periods_of(renderer, at).into_iter().find(|period| period.cut() == edition.period.cut());
    let view = EditionPage {
        is_frozen: release.is_some(),
        is_draft: edition.state != EditionState::Published,
        facts: facts(renderer, address, at, ix),
        now_url: now
            .filter(|_| renderer.config.wants(OutputKind::Periods))
            .map(|period| renderer.link(address, Page::Period(at, period))),
        changes_url: renderer.link(address, Page::Changes(at)),
        json_url: renderer.link_to(address, &data_path(renderer.site, DataFile::EditionJson(at, ix))),
        checksum: release.map(|release| sha256(release.plan_json.as_bytes())),
        sections: telling.sections.into_iter().map(|section| section_view(renderer, address, at, section)).collect(),
        title: telling.title,
        plan: telling.plan,
        issuer: telling.issuer,
        headline: with_strong_numbers(&telling.headline),
        target_head: words.plain(terms::target_head(renderer.plan(at))),
        sample: telling.sample,
    };
    let crumbs = [(Page::Changes(at), words.plain("editions-title"))];
    let name =
        words.say("edition-crumb", &[("period", Slot::Made(terms::period_label(words, renderer.plan(at), edition.period)))]);
    super::fill(renderer, address, "edition.html", frame(renderer, address, "edition", &name, &crumbs), view)
}

/// Adds to what was told what belongs to the site of today: shapes, colours, and links to what is still there.
fn section_view(renderer: &Renderer<'_>, address: Address, at: usize, section: SectionTelling) -> SectionView {
    let plan = &renderer.site.plans[at];
    let pill = |code: &str, word: &str| {
        let known = StatusCode::WORDS.iter().find(|(known, _)| *known == code);
        pill_as_published(known.map_or(StatusCode::NotAssessed, |(_, code)| *code), word.to_string())
    };
    let items = section.items.into_iter().map(|item| {
        let found = plan.numbered_items().find(|(_, known)| known.number == item.number);
        let url = found.map(|(ix, _)| renderer.link(address, Page::Item(at, ix)));
        let row_view = |row: RowTelling| {
            let is_there = plan.indicators.iter().any(|indicator| indicator.id == row.id);
            RowView {
                url: url.as_ref().filter(|_| is_there).map(|url| format!("{url}#{}", row.id)),
                pill: pill(&row.code, &row.status),
                row,
            }
        };
        ItemView {
            number: item.number,
            pill: pill(&item.code, &item.status),
            rows: item.rows.into_iter().map(row_view).collect(),
            title: item.title,
            reason: item.reason,
            url,
        }
    });
    SectionView { title: section.title, items: items.collect() }
}

/// What is known about the publication: it may be learned after the edition was frozen.
fn facts(renderer: &Renderer<'_>, address: Address, at: usize, ix: usize) -> Vec<Fact> {
    let words = renderer.words(address.language);
    let edition = &renderer.site.plans[at].editions[ix];
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>, url: Option<String>| {
        if let Some(value) = value {
            facts.push(Fact { term: words.plain(key), value, url: url.unwrap_or_default() });
        }
    };
    add("fact-edition", Some(edition.id.clone()), None);
    add("fact-period", Some(terms::period_label(words, renderer.plan(at), edition.period)), None);
    add("footer-as-of", Some(terms::date(words, edition.as_of)), None);
    add("fact-approved", approved(renderer, address, at, ix), None);
    add("fact-reference", edition.reference.clone(), None);
    add("fact-planned", edition.planned.map(|day| terms::date(words, day)), None);
    add("fact-published", edition.published_at.clone(), None);
    add("fact-delay", edition.delay_reason.as_ref().map(|reason| reason.in_language(words.language()).to_string()), None);
    if let Some(bulletin) = &edition.bulletin {
        let number = bulletin.document_number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
        let issued =
            bulletin.issued.map(|day| format!("{}{}", words.plain("list-comma"), terms::date(words, day))).unwrap_or_default();
        add("fact-bulletin", Some(format!("{}{number}{issued}", bulletin.title)), bulletin.url.clone());
    }
    facts
}

fn approved(renderer: &Renderer<'_>, address: Address, at: usize, ix: usize) -> Option<String> {
    let words = renderer.words(address.language);
    let edition = &renderer.site.plans[at].editions[ix];
    let day = edition.approved_on.map(|day| terms::date(words, day));
    let parts: Vec<String> = day.into_iter().chain(edition.approved_by.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(&words.plain("list-comma")))
}
