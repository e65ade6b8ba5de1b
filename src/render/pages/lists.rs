//! Lists by the order of the plan: the pages of sections, and all indicators by item.

use serde::Serialize;

use crate::model::index::{IndicatorIx, ItemIx, SectionIx};
use crate::render::address::Page;
use crate::render::context::{PageContext, RenderError};
use crate::render::inventory::window;
use crate::render::period_words;
use crate::render::tables::{IndicatorTable, ItemRows, write_table};
use crate::render::text_id::text;
use crate::render::views::{IndicatorRow, ItemRow, indicator_row, item_row};

use super::filter::{Filter, standings_of};
use super::pager::Pager;

#[derive(Serialize)]
struct SectionPage {
    title: String,
    /// Finished markup.
    items: String,
    /// Finished markup, or nothing.
    rows: String,
    turning: Option<Pager>,
}

pub(super) fn render_section(
    context: PageContext<'_>,
    ix: SectionIx,
) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let title = plan.sections[usize::from(ix.0)].title.in_language(words.language()).to_string();
    let items: Vec<ItemIx> =
        plan.numbered_items().filter(|(_, item)| item.section == ix).map(|(ix, _)| ix).collect();
    let items = &items[window(context.address, items.len())];
    let rows: Vec<IndicatorRow<'_>> = items
        .iter()
        .flat_map(|item| &plan.item(*item).indicators)
        .filter(|ix| plan.indicator(**ix).target.is_some())
        .map(|ix| indicator_row(context, *ix))
        .collect();
    let items: Vec<ItemRow> = items.iter().map(|item| item_row(context, *item)).collect();
    let view = SectionPage {
        rows: indicator_table(context, &title, &rows)?,
        items: write_table(context, &ItemRows { items: &items })?,
        turning: Pager::new(context),
        title: title.clone(),
    };
    context.fill("section.html", context.frame("section", &title, &[]), view)
}

#[derive(Serialize)]
struct IndicatorsPage {
    title: String,
    intro: String,
    filter: Option<Filter>,
    groups: Vec<IndicatorGroup>,
    turning: Option<Pager>,
}

#[derive(Serialize)]
struct IndicatorGroup {
    number: u32,
    title: String,
    url: String,
    departments: Vec<String>,
    standings: Vec<&'static str>,
    /// Finished markup.
    rows: String,
}

pub(super) fn render_indicators(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let title = words.plain(text!("indicators-title"));
    let all: Vec<IndicatorIx> =
        plan.items.iter().flat_map(|item| item.indicators.iter().copied()).collect();
    let groups = all[window(context.address, all.len())]
        .chunk_by(|a, b| plan.indicator(*a).item == plan.indicator(*b).item)
        .map(|of_item| group_of(context, of_item))
        .collect::<Result<_, _>>()?;
    let turning = Pager::new(context);
    let codes = context.assessment().indicators.iter().map(|one| one.status.code);
    // What is narrowed is what stands on the page; of a list on several pages that would be a part
    // nobody asked for.
    let filter = turning.is_none().then(|| Filter::new(context, codes));
    let view = IndicatorsPage {
        filter,
        intro: words.plain(text!("indicators-intro")),
        groups,
        turning,
        title: title.clone(),
    };
    context.fill("indicators.html", context.frame("indicators", &title, &[]), view)
}

/// Writes the table of some indicators; nothing where there are none.
pub(super) fn indicator_table(
    context: PageContext<'_>,
    caption: &str,
    rows: &[IndicatorRow<'_>],
) -> Result<String, RenderError> {
    if rows.is_empty() {
        return Ok(String::new());
    }
    let target_head = period_words::target_head(context.plan());
    write_table(
        context,
        &IndicatorTable { caption, rows, target_head, is_sample: context.config().is_sample },
    )
}

/// The indicators of one item.
fn group_of(
    context: PageContext<'_>,
    indicators: &[IndicatorIx],
) -> Result<IndicatorGroup, RenderError> {
    let plan = context.plan();
    let ix = plan.indicator(indicators[0]).item;
    let item = plan.item(ix);
    let rows: Vec<_> = indicators.iter().map(|ix| indicator_row(context, *ix)).collect();
    let title = item.title.in_language(context.words().language()).to_string();
    Ok(IndicatorGroup {
        number: item.number,
        url: context.link(Page::Item(context.at, ix)),
        standings: standings_of(rows.iter().map(|row| row.standing)),
        departments: item
            .departments
            .iter()
            .map(|one| context.site().department(one.department).id.clone())
            .collect(),
        rows: indicator_table(context, &title, &rows)?,
        title,
    })
}
