//! How an item stood in the editions: what it was before, which targets moved, and all of it as a
//! drawing and a table.

use serde::Serialize;

use crate::config::OutputKind;
use crate::model::index::ItemIx;
use crate::render::address::{Chart, Page};
use crate::render::context::{PageContext, RenderError};
use crate::render::drawings::{edition_columns, since_before};
use crate::render::facts::has_another_word;
use crate::render::pills::{Pill, pill_of_fact};

use super::charts::{Caption, drawn};

/// What the page says of earlier editions.
#[derive(Serialize)]
pub(super) struct SinceView {
    before: Pill,
    after: Pill,
    sentence: String,
    moved: Vec<Moved>,
    /// Finished markup, or nothing.
    strip: String,
    columns: Vec<String>,
    rows: Vec<EditionRow>,
    changes_url: Option<String>,
}

/// A target whose status changed.
#[derive(Serialize)]
struct Moved {
    name: String,
    url: String,
    before: Pill,
    after: Pill,
}

/// A target in every edition.
#[derive(Serialize)]
struct EditionRow {
    name: String,
    cells: Vec<Option<Pill>>,
}

/// Compares an item with earlier editions; nothing where there is none.
pub(super) fn since(
    context: PageContext<'_>,
    ix: ItemIx,
) -> Result<Option<SinceView>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let item = plan.item(ix);
    let (renderer, language, at) = (context.renderer, context.address.language, context.at);
    let Some(since) = since_before(renderer, language, at, ix) else { return Ok(None) };
    let columns = edition_columns(renderer, language, at);
    let targets =
        || item.indicators.iter().map(|ix| plan.indicator(*ix)).filter(|one| one.target.is_some());
    let rows: Vec<EditionRow> = targets()
        .map(|indicator| EditionRow {
            name: indicator.name.in_language(words.language()).to_string(),
            cells: columns
                .iter()
                .map(|column| {
                    column
                        .snapshot
                        .indicator(&indicator.id)
                        .map(|fact| pill_of_fact(words, plan, fact))
                })
                .collect(),
        })
        .collect();
    let [.., before, after] = &columns[..] else { return Ok(None) };
    let moved = targets()
        .filter_map(|indicator| {
            let (was, is) = (
                before.snapshot.indicator(&indicator.id)?,
                after.snapshot.indicator(&indicator.id)?,
            );
            has_another_word(words, plan, was, is).then(|| Moved {
                name: indicator.name.in_language(words.language()).to_string(),
                url: format!("#{}", indicator.id),
                before: pill_of_fact(words, plan, was),
                after: pill_of_fact(words, plan, is),
            })
        })
        .collect();
    Ok(Some(SinceView {
        before: since.before,
        after: since.after,
        sentence: since.sentence,
        moved,
        strip: drawn(context, Chart::Editions(ix), Caption::Bare)?,
        columns: columns.into_iter().map(|column| column.name).collect(),
        rows,
        changes_url: context
            .config()
            .wants(OutputKind::Editions)
            .then(|| context.link(Page::Changes(at))),
    }))
}
