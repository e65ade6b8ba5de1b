//! What the page of an edition says, in finished words and figures without markup.

use serde::{Deserialize, Serialize};

use crate::language::LanguageIx;
use crate::model::index::{IndicatorIx, PlanIx, SectionIx};
use crate::render::text_id::text;

use super::address::{Address, Page};
use super::context::{PageContext, Renderer};
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
    let context = PageContext::new(renderer, Address::new(language, Page::Overview(at)), at);
    let words = context.words();
    let plan = context.plan();
    let sections = (0..).map(SectionIx).zip(&plan.sections).map(|(ix, section)| SectionText {
        title: section.title.in_language(words.language()).to_string(),
        items: plan
            .numbered_items()
            .filter(|(_, item)| item.section == ix)
            .map(|(item_ix, item)| {
                let row = item_row(context, item_ix);
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
                        .map(|ix| row_text(context, *ix))
                        .collect(),
                }
            })
            .collect(),
    });
    EditionText {
        title: title(context),
        plan: plan.title.in_language(words.language()).to_string(),
        issuer: plan.issuer.in_language(words.language()).to_string(),
        headline: sentences::headline(words, &context.assessment().counts.indicators),
        sample: renderer.config.is_sample.then(|| words.plain(text!("sample-mark"))),
        sections: sections.filter(|section| !section.items.is_empty()).collect(),
    }
}

pub(super) fn title(context: PageContext<'_>) -> String {
    let words = context.words();
    let Some(edition) = &context.shown().edition else { return String::new() };
    if let Some(own) = &edition.title {
        return own.in_language(words.language()).to_string();
    }
    let key = period_words::title_key(context.plan(), edition.period);
    words.message(
        key,
        &[
            (
                "title",
                Slot::Made(format!("《{}》", context.plan().title.in_language(words.language()))),
            ),
            (
                "period",
                Slot::Made(period_words::period_label(words, context.plan(), edition.period)),
            ),
        ],
    )
}

fn row_text(context: PageContext<'_>, ix: IndicatorIx) -> RowText {
    let row = indicator_row(context, ix);
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
        finding: context.prose(ix).finding(),
    }
}
