//! The page of an edition: what was published, in the words it was published in.
//!
//! What the page says is an [`EditionText`]: finished words and figures without markup. A frozen
//! edition brings its own, any other one is told now. Around it stands what may still be learned
//! later: when it was published, where the same period stands now, what changed since.

use serde::Serialize;

use crate::config::OutputKind;
use crate::model::edition::EditionState;
use crate::model::index::EditionIx;
use crate::model::status::StatusCode;
use crate::render::address::{DataFile, Page, data_path};
use crate::render::context::{PageContext, RenderError};
use crate::render::edition_words::{EditionText, RowText, SectionText, describe_edition};
use crate::render::inventory::periods_of;
use crate::render::markup::with_strong_numbers;
use crate::render::period_words;
use crate::render::pills::{Pill, pill_as_published};
use crate::render::shown::ShownPlan;
use crate::render::terms;
use crate::render::text_id::{TextId, text};
use crate::render::words::Slot;

use super::overview::Fact;

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
    row: RowText,
    url: Option<String>,
    pill: Pill,
}

pub(super) fn render(context: PageContext<'_>, ix: EditionIx) -> Result<Vec<u8>, RenderError> {
    let at = context.at;
    let words = context.words();
    let edition = context.site().plan(at).edition(ix);
    let release = context.site().plan(at).release(&edition.id);
    let tag = context.config().languages[context.address.language.row()].tag();
    // A language that came later than the release is told now.
    let frozen = release
        .and_then(|release| serde_json::from_str::<EditionText>(release.pages.get(tag)?).ok());
    let prose = frozen.unwrap_or_else(|| {
        let is_it =
            |shown: &&ShownPlan| shown.edition.as_ref().is_some_and(|one| one.id == edition.id);
        let shown = context.renderer.shown[at.row()]
            .editions
            .iter()
            .find(is_it)
            .unwrap_or(&context.renderer.shown[at.row()]);
        describe_edition(&context.renderer.of_edition(shown), context.address.language, at)
    });
    let now = periods_of(context.renderer, at)
        .into_iter()
        .find(|period| period.end() == edition.period.end());
    let view = EditionPage {
        is_frozen: release.is_some(),
        is_draft: edition.state != EditionState::Published,
        facts: facts(context, ix),
        now_url: now
            .filter(|_| context.config().wants(OutputKind::Periods))
            .map(|period| context.link(Page::Period(at, period))),
        changes_url: context.link(Page::Changes(at)),
        json_url: context.link_to(&data_path(context.site(), DataFile::EditionJson(at, ix))),
        checksum: release.map(|release| release.plan_json_sha256.clone()),
        sections: prose
            .sections
            .into_iter()
            .map(|section| section_view(context, section))
            .collect(),
        title: prose.title,
        plan: prose.plan,
        issuer: prose.issuer,
        headline: with_strong_numbers(&prose.headline),
        target_head: words.plain(period_words::target_head(context.plan())),
        sample: prose.sample,
    };
    let crumbs = [(Page::Changes(at), words.plain(text!("editions-title")))];
    let name = words.message(
        text!("edition-crumb"),
        &[(
            "period",
            Slot::Made(period_words::period_label(words, context.plan(), edition.period)),
        )],
    );
    context.fill("edition.html", context.frame("edition", &name, &crumbs), view)
}

/// Adds to what was told what belongs to the site of today: shapes, colours, and links to what is
/// still there.
fn section_view(context: PageContext<'_>, section: SectionText) -> SectionView {
    let plan = context.site().plan(context.at);
    let pill = |code: &str, word: &str| {
        let known = StatusCode::from_word(code);
        pill_as_published(known.unwrap_or(StatusCode::NotAssessed), word.to_string())
    };
    let items = section.items.into_iter().map(|item| {
        let found = plan.numbered_items().find(|(_, known)| known.number == item.number);
        let url = found.map(|(ix, _)| context.link(Page::Item(context.at, ix)));
        let row_view = |row: RowText| {
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
fn facts(context: PageContext<'_>, ix: EditionIx) -> Vec<Fact> {
    let words = context.words();
    let edition = context.site().plan(context.at).edition(ix);
    let mut facts = Vec::new();
    let mut add = |key: TextId, value: Option<String>, url: Option<String>| {
        if let Some(value) = value {
            facts.push(Fact { term: words.plain(key), value, url: url.unwrap_or_default() });
        }
    };
    add(text!("fact-edition"), Some(edition.id.clone()), None);
    add(
        text!("fact-period"),
        Some(period_words::period_label(words, context.plan(), edition.period)),
        None,
    );
    add(text!("footer-as-of"), Some(terms::date(words, edition.as_of)), None);
    add(text!("fact-approved"), approved(context, ix), None);
    add(text!("fact-reference"), edition.reference.clone(), None);
    add(text!("fact-planned"), edition.planned.map(|day| terms::date(words, day)), None);
    add(text!("fact-published"), edition.published_at.clone(), None);
    add(
        text!("fact-delay"),
        edition
            .delay_reason
            .as_ref()
            .map(|reason| reason.in_language(words.language()).to_string()),
        None,
    );
    if let Some(bulletin) = &edition.bulletin {
        let number = bulletin
            .document_number
            .as_ref()
            .map(|number| format!(" {number}"))
            .unwrap_or_default();
        let issued = bulletin
            .issued
            .map(|day| format!("{}{}", words.plain(text!("list-comma")), terms::date(words, day)))
            .unwrap_or_default();
        add(
            text!("fact-bulletin"),
            Some(format!("{}{number}{issued}", bulletin.title)),
            bulletin.url.clone(),
        );
    }
    facts
}

fn approved(context: PageContext<'_>, ix: EditionIx) -> Option<String> {
    let words = context.words();
    let edition = context.site().plan(context.at).edition(ix);
    let day = edition.approved_on.map(|day| terms::date(words, day));
    let parts: Vec<String> = day.into_iter().chain(edition.approved_by.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(&words.plain(text!("list-comma"))))
}
