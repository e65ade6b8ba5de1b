//! Lists by the order of the plan: the pages of sections, and all indicators by item.

use serde::Serialize;

use crate::model::index::{IndicatorIx, ItemIx, PlanIx, SectionIx};
use crate::render::address::{Address, Page};
use crate::render::context::{RenderError, Renderer};
use crate::render::frame::{fill, frame};
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
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    ix: SectionIx,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let title = plan.sections[usize::from(ix.0)].title.in_language(words.language()).to_string();
    let items: Vec<ItemIx> =
        plan.numbered_items().filter(|(_, item)| item.section == ix).map(|(ix, _)| ix).collect();
    let items = &items[window(address, items.len())];
    let rows: Vec<IndicatorRow<'_>> = items
        .iter()
        .flat_map(|item| &plan.item(*item).indicators)
        .filter(|ix| plan.indicator(**ix).target.is_some())
        .map(|ix| indicator_row(renderer, address, at, *ix))
        .collect();
    let items: Vec<ItemRow> =
        items.iter().map(|item| item_row(renderer, address, at, *item)).collect();
    let view = SectionPage {
        rows: indicator_table(renderer, address, at, &title, &rows)?,
        items: write_table(renderer, address, &ItemRows { items: &items })?,
        turning: Pager::new(renderer, address),
        title: title.clone(),
    };
    fill(renderer, address, "section.html", frame(renderer, address, "section", &title, &[]), view)
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

pub(super) fn render_indicators(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let title = words.plain(text!("indicators-title"));
    let all: Vec<IndicatorIx> =
        plan.items.iter().flat_map(|item| item.indicators.iter().copied()).collect();
    let groups = all[window(address, all.len())]
        .chunk_by(|a, b| plan.indicator(*a).item == plan.indicator(*b).item)
        .map(|of_item| group_of(renderer, address, at, of_item))
        .collect::<Result<_, _>>()?;
    let turning = Pager::new(renderer, address);
    let codes = renderer.assessment(at).indicators.iter().map(|one| one.status.code);
    // What is narrowed is what stands on the page; of a list on several pages that would be a part
    // nobody asked for.
    let filter = turning.is_none().then(|| Filter::new(renderer, address, at, codes));
    let view = IndicatorsPage {
        filter,
        intro: words.plain(text!("indicators-intro")),
        groups,
        turning,
        title: title.clone(),
    };
    fill(
        renderer,
        address,
        "indicators.html",
        frame(renderer, address, "indicators", &title, &[]),
        view,
    )
}

/// Writes the table of some indicators; nothing where there are none.
pub(super) fn indicator_table(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    caption: &str,
    rows: &[IndicatorRow<'_>],
) -> Result<String, RenderError> {
    if rows.is_empty() {
        return Ok(String::new());
    }
    let target_head = period_words::target_head(renderer.plan(at));
    write_table(
        renderer,
        address,
        &IndicatorTable { caption, rows, target_head, is_sample: renderer.config.is_sample },
    )
}

/// The indicators of one item.
fn group_of(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    indicators: &[IndicatorIx],
) -> Result<IndicatorGroup, RenderError> {
    let plan = renderer.plan(at);
    let ix = plan.indicator(indicators[0]).item;
    let item = plan.item(ix);
    let rows: Vec<_> =
        indicators.iter().map(|ix| indicator_row(renderer, address, at, *ix)).collect();
    let title = item.title.in_language(renderer.words(address.language).language()).to_string();
    Ok(IndicatorGroup {
        number: item.number,
        url: renderer.link(address, Page::Item(at, ix)),
        standings: standings_of(rows.iter().map(|row| row.standing)),
        departments: item
            .departments
            .iter()
            .map(|one| renderer.site.department(one.department).id.clone())
            .collect(),
        rows: indicator_table(renderer, address, at, &title, &rows)?,
        title,
    })
}
