//! What the page of an edition says, in finished words and figures without markup.

use serde::{Deserialize, Serialize};

use crate::language::LanguageIx;
use crate::model::index::{IndicatorIx, PlanIx, SectionIx};
use crate::render::text_id::text;

use super::address::{Address, Page};
use super::context::{Renderer, prose};
use super::views::{indicator_row, item_row};
use super::words::Slot;
use super::{period_words, sentences};

/// What the page of an edition says.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::render) struct EditionText {
    pub title: String,
    pub plan: String,
    pub issuer: String,
    pub headline: String,
    /// The mark of made-up figures, or nothing.
    pub sample: Option<String>,
    pub sections: Vec<SectionText>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SectionText {
    pub title: String,
    pub items: Vec<ItemText>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ItemText {
    pub number: u32,
    pub title: String,
    pub code: String,
    pub status: String,
    pub reason: String,
    pub rows: Vec<RowText>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RowText {
    pub id: String,
    pub name: String,
    pub unit: String,
    pub phrase: String,
    pub actual: String,
    pub completion: String,
    pub schedule: String,
    pub gap: String,
    pub code: String,
    pub status: String,
    pub period: String,
    pub note: String,
    pub finding: String,
}

/// Says what an edition says, in a language. The renderer is that of the edition.
pub(in crate::render) fn describe_edition(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
) -> EditionText {
    let words = renderer.words(language);
    let plan = renderer.plan(at);
    let address = Address::new(language, Page::Overview(at));
    let sections = (0..).map(SectionIx).zip(&plan.sections).map(|(ix, section)| SectionText {
        title: section.title.in_language(words.language()).to_string(),
        items: plan
            .numbered_items()
            .filter(|(_, item)| item.section == ix)
            .map(|(item_ix, item)| {
                let row = item_row(renderer, address, at, item_ix);
                ItemText {
                    number: item.number,
                    title: row.title.to_string(),
                    code: row.pill.code.to_string(),
                    status: row.pill.word,
                    reason: row.reason,
                    rows: item
                        .indicators
                        .iter()
                        .filter(|ix| plan.indicator(**ix).target.is_some())
                        .map(|ix| row_text(renderer, address, at, *ix))
                        .collect(),
                }
            })
            .collect(),
    });
    EditionText {
        title: title(renderer, language, at),
        plan: plan.title.in_language(words.language()).to_string(),
        issuer: plan.issuer.in_language(words.language()).to_string(),
        headline: sentences::headline(words, &renderer.assessment(at).counts.indicators),
        sample: renderer.config.is_sample.then(|| words.plain(text!("sample-mark"))),
        sections: sections.filter(|section| !section.items.is_empty()).collect(),
    }
}

pub(super) fn title(renderer: &Renderer<'_>, language: LanguageIx, at: PlanIx) -> String {
    let words = renderer.words(language);
    let Some(edition) = &renderer.shown(at).edition else { return String::new() };
    if let Some(own) = &edition.title {
        return own.in_language(words.language()).to_string();
    }
    let key = period_words::title_key(renderer.plan(at), edition.period);
    words.message(
        key,
        &[
            (
                "title",
                Slot::Made(format!(
                    "《{}》",
                    renderer.plan(at).title.in_language(words.language())
                )),
            ),
            (
                "period",
                Slot::Made(period_words::period_label(words, renderer.plan(at), edition.period)),
            ),
        ],
    )
}

fn row_text(renderer: &Renderer<'_>, address: Address, at: PlanIx, ix: IndicatorIx) -> RowText {
    let row = indicator_row(renderer, address, at, ix);
    RowText {
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
        finding: prose(renderer, address.language, at, ix).finding(),
    }
}
