//! Lists: sections, indicators, departments, regions. They show the same rows as the item pages, chosen by another question.

use serde::Serialize;

use crate::assess::alone::newest_alone;
use crate::assess::reports::next_report;
use crate::model::department::{DepartmentIx, Role};
use crate::model::index::{IndicatorIx, ItemIx, SectionIx};
use crate::model::indicator::Reporter;
use crate::model::plan::RegionsPublic;
use crate::model::region::RegionIx;
use crate::render::address::{Address, Page};
use crate::render::frame::{Link, frame};
use crate::render::sentences::Telling;
use crate::render::terms;
use crate::render::views::{IndicatorRow, ItemRow, indicator_row, item_row, telling};
use crate::render::words::Slot;
use crate::render::{RenderError, Renderer};

use super::item::{RegionRow, region_row};

#[derive(Serialize)]
struct SectionPage {
    title: String,
    items: Vec<ItemRow>,
    rows: Vec<IndicatorRow>,
}

pub(super) fn render_section(renderer: &Renderer<'_>, address: Address, at: usize, ix: SectionIx) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let title = plan.sections[usize::from(ix.0)].title.in_language(words.language()).to_string();
    let items: Vec<ItemIx> = plan.numbered_items().filter(|(_, item)| item.section == ix).map(|(ix, _)| ix).collect();
    let view = SectionPage {
        rows: items
            .iter()
            .flat_map(|item| plan.item(*item).indicators.clone())
            .filter(|ix| plan.indicator(*ix).target.is_some())
            .map(|ix| indicator_row(renderer, address, at, ix))
            .collect(),
        items: items.into_iter().map(|item| item_row(renderer, address, at, item)).collect(),
        title: title.clone(),
    };
    super::fill(renderer, address, "section.html", frame(renderer, address, "section", &title, &[]), view)
}

#[derive(Serialize)]
struct IndicatorsPage {
    title: String,
    intro: String,
    groups: Vec<IndicatorGroup>,
}

#[derive(Serialize)]
struct IndicatorGroup {
    number: u32,
    title: String,
    url: String,
    rows: Vec<IndicatorRow>,
}

pub(super) fn render_indicators(renderer: &Renderer<'_>, address: Address, at: usize) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let title = words.plain("indicators-title");
    let groups = plan
        .numbered_items()
        .filter(|(_, item)| !item.indicators.is_empty())
        .map(|(ix, item)| IndicatorGroup {
            number: item.number,
            title: item.title.in_language(words.language()).to_string(),
            url: renderer.link(address, Page::Item(at, ix)),
            rows: item.indicators.iter().map(|ix| indicator_row(renderer, address, at, *ix)).collect(),
        })
        .collect();
    let view = IndicatorsPage { intro: words.plain("indicators-intro"), groups, title: title.clone() };
    super::fill(renderer, address, "indicators.html", frame(renderer, address, "indicators", &title, &[]), view)
}

#[derive(Serialize)]
struct DepartmentsPage {
    title: String,
    intro: String,
    rows: Vec<DepartmentRow>,
}

#[derive(Serialize)]
struct DepartmentRow {
    name: String,
    url: String,
    kind: String,
    items: Vec<Link>,
    reports: usize,
}

pub(super) fn render_departments(renderer: &Renderer<'_>, address: Address, at: usize) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let title = words.plain("departments-title");
    let rows = renderer
        .site
        .numbered_departments()
        .map(|(ix, department)| DepartmentRow {
            name: department.name.clone(),
            url: renderer.link(address, Page::Department(at, ix)),
            kind: words.try_say(&format!("kind-{}", department.kind), &[]).unwrap_or_else(|| department.kind.clone()),
            items: items_of(renderer, at, ix)
                .into_iter()
                .map(|(item, _)| Link {
                    title: renderer.plan(at).item(item).number.to_string(),
                    url: renderer.link(address, Page::Item(at, item)),
                    is_current: false,
                })
                .collect(),
            reports: reported_by(renderer, at, ix).len(),
        })
        .collect();
    let view = DepartmentsPage { intro: words.plain("departments-intro"), rows, title: title.clone() };
    super::fill(renderer, address, "departments.html", frame(renderer, address, "departments", &title, &[]), view)
}

fn items_of(renderer: &Renderer<'_>, at: usize, department: DepartmentIx) -> Vec<(ItemIx, Role)> {
    renderer
        .plan(at)
        .numbered_items()
        .filter_map(|(ix, item)| item.departments.iter().find(|one| one.department == department).map(|one| (ix, one.role)))
        .collect()
}

fn reported_by(renderer: &Renderer<'_>, at: usize, department: DepartmentIx) -> Vec<IndicatorIx> {
    let plan = renderer.plan(at);
    plan.numbered_indicators()
        .filter(|(_, one)| one.reporter == Some(Reporter::Department(department)))
        .map(|(ix, _)| ix)
        .collect()
}

#[derive(Serialize)]
struct DepartmentPage {
    title: String,
    aliases: String,
    items: Vec<DepartmentItem>,
    reports: Vec<ReportRow>,
}

#[derive(Serialize)]
struct DepartmentItem {
    row: ItemRow,
    role: String,
    others: Vec<Link>,
}

#[derive(Serialize)]
struct ReportRow {
    row: IndicatorRow,
    next: String,
}

pub(super) fn render_department(
    renderer: &Renderer<'_>,
    address: Address,
    at: usize,
    ix: DepartmentIx,
) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let department = renderer.site.department(ix);
    let items = items_of(renderer, at, ix)
        .into_iter()
        .map(|(item, role)| DepartmentItem {
            row: item_row(renderer, address, at, item),
            role: words.plain(&format!("responsible-{}", role.word())),
            others: plan
                .item(item)
                .departments
                .iter()
                .filter(|one| one.department != ix)
                .map(|one| Link {
                    title: renderer.site.department(one.department).short_name.clone(),
                    url: renderer.link(address, Page::Department(at, one.department)),
                    is_current: false,
                })
                .collect(),
        })
        .collect();
    let as_of = renderer.assessment(at).as_of;
    let mut reports: Vec<(crate::date::Date, ReportRow)> = reported_by(renderer, at, ix)
        .into_iter()
        .map(|indicator| {
            let next = plan.indicator(indicator).report.as_ref().and_then(|rule| next_report(plan, rule, as_of));
            let said = next.map(|(period, day)| {
                words.say(
                    "next-report-cell",
                    &[("period", Slot::Made(terms::period_label(words, period))), ("date", Slot::Made(terms::date(words, day)))],
                )
            });
            let row = ReportRow {
                row: indicator_row(renderer, address, at, indicator),
                next: said.unwrap_or_else(|| words.plain("dash")),
            };
            (next.map_or(crate::date::Date::MAX, |(_, day)| day), row)
        })
        .collect();
    // What is due first comes first.
    reports.sort_by_key(|(day, _)| *day);
    let title = department.name.clone();
    let view = DepartmentPage {
        aliases: department.aliases.join(&words.plain("list-pause")),
        items,
        reports: reports.into_iter().map(|(_, row)| row).collect(),
        title: title.clone(),
    };
    let crumbs = [(Page::Departments(at), words.plain("departments-title"))];
    super::fill(renderer, address, "department.html", frame(renderer, address, "department", &title, &crumbs), view)
}

#[derive(Serialize)]
struct RegionsPage {
    title: String,
    intro: String,
    rows: Vec<RegionListRow>,
}

#[derive(Serialize)]
struct RegionListRow {
    name: String,
    url: String,
    kind: String,
    words: String,
}

pub(super) fn render_regions(renderer: &Renderer<'_>, address: Address, at: usize) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let title = words.plain("regions-title");
    let rows = renderer
        .site
        .numbered_regions()
        .map(|(ix, region)| {
            let figures = figures_of(renderer, at, ix);
            let judged = figures.iter().filter(|(_, judged)| *judged).count();
            RegionListRow {
                name: region.name.clone(),
                url: renderer.link(address, Page::Region(at, ix)),
                kind: words.try_say(&format!("kind-{}", region.kind), &[]).unwrap_or_else(|| region.kind.clone()),
                words: words.say("region-intro", &[("n", Slot::Count(figures.len())), ("judged", Slot::Count(judged))]),
            }
        })
        .collect();
    let intro = words.plain(if renderer.config.is_sample { "regions-intro" } else { "regions-intro-plain" });
    let view = RegionsPage { intro, rows, title: title.clone() };
    super::fill(renderer, address, "regions.html", frame(renderer, address, "regions", &title, &[]), view)
}

/// Lists the indicators that have a figure or a target of a region, and whether it is judged there.
fn figures_of(renderer: &Renderer<'_>, at: usize, region: RegionIx) -> Vec<(IndicatorIx, bool)> {
    if renderer.plan(at).regions_public == RegionsPublic::None {
        return Vec::new();
    }
    renderer
        .plan(at)
        .numbered_indicators()
        .filter_map(|(ix, _)| {
            let one = renderer.assessment(at).indicator(ix).regions.iter().find(|one| one.region == region)?;
            (one.latest.is_some() || one.target.is_some()).then_some((ix, one.status.is_some()))
        })
        .collect()
}

#[derive(Serialize)]
struct RegionPage {
    title: String,
    intro: String,
    judged: Vec<RegionIndicator>,
    shown: Vec<RegionIndicator>,
    hides_figures: bool,
}

#[derive(Serialize)]
struct RegionIndicator {
    name: String,
    url: String,
    item: u32,
    unit: String,
    phrase: String,
    period: String,
    /// Why it stands as it does.
    finding: String,
    row: RegionRow,
}

pub(super) fn render_region(renderer: &Renderer<'_>, address: Address, at: usize, ix: RegionIx) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let plan = renderer.plan(at);
    let region = renderer.site.region(ix);
    let figures = figures_of(renderer, at, ix);
    let row = |indicator: IndicatorIx| {
        let telling = telling(renderer, address.language, at, indicator);
        let one = telling.assessed.regions.iter().find(|one| one.region == ix)?;
        let item = plan.item(telling.indicator.item);
        Some(RegionIndicator {
            name: telling.indicator.name.in_language(words.language()).to_string(),
            url: format!("{}#{}", renderer.link(address, Page::Item(at, telling.indicator.item)), telling.indicator.id),
            item: item.number,
            unit: telling.indicator.unit.in_language(words.language()).to_string(),
            phrase: telling.indicator.target.as_ref().map_or_else(|| words.plain("dash"), |target| target.phrase.clone()),
            period: one.latest.map_or_else(
                || words.plain("dash"),
                |point| terms::period_of_figure(words, point.period, telling.indicator.measure),
            ),
            finding: if one.status.is_some() && plan.regions_public == RegionsPublic::Values {
                let alone = newest_alone(telling.indicator, one);
                Telling::of_region(words, plan, telling.indicator, &alone).finding()
            } else {
                String::new()
            },
            row: region_row(renderer, address, at, &telling, one),
        })
    };
    let rows =
        |wanted: bool| figures.iter().filter(|(_, judged)| *judged == wanted).filter_map(|(ix, _)| row(*ix)).collect::<Vec<_>>();
    let (judged, shown) = (rows(true), rows(false));
    let title = region.name.clone();
    let intro = match plan.regions_public {
        RegionsPublic::None => words.plain("region-none"),
        _ => words.say("region-intro", &[("n", Slot::Count(figures.len())), ("judged", Slot::Count(judged.len()))]),
    };
    let view =
        RegionPage { intro, judged, shown, hides_figures: plan.regions_public == RegionsPublic::Status, title: title.clone() };
    let crumbs = [(Page::Regions(at), words.plain("regions-title"))];
    super::fill(renderer, address, "region.html", frame(renderer, address, "region", &title, &crumbs), view)
}
