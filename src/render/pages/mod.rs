//! The pages of the site: which there are, and for each the view its template gets.

mod agenda;
pub(super) mod calendar;
mod changes;
mod department;
pub(super) mod editions;
mod evaluation;
mod filter;
mod item;
mod leaves;
mod lists;
mod method;
mod overview;
mod periods;
mod region;
mod revisions;
mod texts;

use std::fmt::Write;

use serde::Serialize;

use crate::config::OutputKind;
use crate::model::index::{ItemIx, SectionIx};
use crate::model::period::{Cut, Period};
use crate::model::plan::Plan;

use super::address::{Address, DataFile, Page};
use super::frame::Frame;
use super::{RenderError, Renderer};
pub(super) use department::{DepartmentRows, own_of as department_own};
pub(super) use leaves::{possible_leaves, window};
pub(super) use overview::items_by_section;
pub(super) use region::{RegionRows, rows_of as region_list};

/// Lists every page the site has, the overviews last, so that a site replaced file by file never links to what is not there yet.
pub(super) fn list_pages(renderer: &Renderer<'_>) -> impl Iterator<Item = Page> {
    possible_pages(renderer).into_iter().filter(|page| has_page(renderer, Address::new(0, *page)))
}

/// Lists every page the site may have. Which of them it has depends on its figures: see [`has_page`].
pub(super) fn possible_pages(renderer: &Renderer<'_>) -> Vec<Page> {
    let wants = |kind| renderer.config.wants(kind);
    let mut pages = Vec::new();
    for (at, plan) in renderer.site.plans.iter().enumerate() {
        pages.extend((0..plan.items.len()).map(|ix| Page::Item(at, ItemIx(u32::try_from(ix).unwrap_or(u32::MAX)))));
        if wants(OutputKind::Periods) {
            pages.extend(periods_until(plan, plan.last).into_iter().map(|period| Page::Period(at, period)));
            pages.push(Page::Periods(at));
        }
        if wants(OutputKind::Editions) {
            pages.extend(possible_editions(plan).map(|edition| Page::Edition(at, edition)));
            pages.push(Page::Changes(at));
        }
        if wants(OutputKind::Lists) {
            pages.extend((0..plan.sections.len()).map(|ix| Page::Section(at, SectionIx(u16::try_from(ix).unwrap_or(u16::MAX)))));
            pages.extend(renderer.site.numbered_departments().map(|(ix, _)| Page::Department(at, ix)));
            pages.extend(renderer.site.numbered_regions().map(|(ix, _)| Page::Region(at, ix)));
            pages.extend([Page::Indicators(at), Page::Departments(at), Page::Updates(at)]);
            if !renderer.site.regions.is_empty() {
                pages.push(Page::Regions(at));
            }
            pages.push(Page::Calendar(at));
        }
        if wants(OutputKind::Data) {
            pages.push(Page::Data(at));
        }
        if plan.scoring.is_some() {
            pages.push(Page::Evaluation(at));
        }
        pages.extend([Page::Method(at), Page::Overview(at)]);
    }
    pages.extend((0..renderer.site.pages.len()).map(Page::Free));
    pages.extend(has_accessibility(renderer).then_some(Page::Accessibility));
    pages.extend([Page::SiteMap, Page::NotFound]);
    if !renderer.site.plans.is_empty() {
        pages.push(Page::Home);
    }
    pages
}

/// Tells whether the site has a page it may have.
pub(super) fn has_page(renderer: &Renderer<'_>, address: Address) -> bool {
    if address.leaf > 0 {
        return address.leaf < leaves::leaves(renderer, address.page);
    }
    match address.page {
        Page::Period(at, period) => renderer.assessment(at).latest.is_some_and(|latest| period.cut() <= latest),
        Page::Edition(at, edition) => has_edition(renderer, at, edition),
        Page::Calendar(at) => has_calendar(renderer, at),
        _ => true,
    }
}

/// Lists the files that programs read; the site may have them.
pub(super) fn possible_data_files(renderer: &Renderer<'_>) -> Vec<DataFile> {
    let mut files = Vec::new();
    if renderer.config.wants(OutputKind::Editions) {
        for (at, plan) in renderer.site.plans.iter().enumerate() {
            files.extend(possible_editions(plan).map(|edition| DataFile::EditionJson(at, edition)));
        }
    }
    if !renderer.config.wants(OutputKind::Data) {
        return files;
    }
    for (at, plan) in renderer.site.plans.iter().enumerate() {
        for ix in (0..plan.items.len()).map(|ix| ItemIx(u32::try_from(ix).unwrap_or(u32::MAX))) {
            files.extend([DataFile::ItemJson(at, ix), DataFile::ItemCsv(at, ix)]);
        }
        files.extend(plan_data_files(renderer, at));
        files.push(DataFile::Checksums(at));
    }
    files
}

/// Tells whether the site has a file it may have.
pub(super) fn has_data_file(renderer: &Renderer<'_>, file: DataFile) -> bool {
    match file {
        DataFile::EditionJson(at, edition) => has_edition(renderer, at, edition),
        _ => true,
    }
}

/// Lists the files that describe a whole plan, checksums left out.
pub(super) fn plan_data_files(renderer: &Renderer<'_>, at: usize) -> Vec<DataFile> {
    let mut files = vec![
        DataFile::PlanJson(at),
        DataFile::Observations(at),
        DataFile::ObservationsExcel(at),
        DataFile::Revisions(at),
        DataFile::Allocations(at),
        DataFile::Indicators(at),
        DataFile::Items(at),
    ];
    files.extend(renderer.plan(at).scoring.as_ref().map(|_| DataFile::Evaluation(at)));
    files
}

/// Lists the editions of a plan by their position, the oldest knowledge first.
fn possible_editions(plan: &Plan) -> impl Iterator<Item = usize> {
    plan.editions_by_knowledge().into_iter().filter_map(|one| plan.editions.iter().position(|edition| edition.id == one.id))
}

fn has_edition(renderer: &Renderer<'_>, at: usize, edition: usize) -> bool {
    editions_of(renderer, at).any(|shown| shown == edition)
}

/// Lists the editions that are shown, by their position in the plan, the oldest knowledge first.
pub(super) fn editions_of<'r>(renderer: &'r Renderer<'_>, at: usize) -> impl DoubleEndedIterator<Item = usize> + 'r {
    let position = move |id: &str| renderer.site.plans[at].editions.iter().position(|edition| edition.id == id);
    let shown = &renderer.shown[at];
    shown.editions.iter().filter_map(move |one| one.edition.as_ref().and_then(|edition| position(&edition.id)))
}

/// Tells whether the statement on accessibility is written from the theme's words: what the content has at that address goes before it.
pub(super) fn has_accessibility(renderer: &Renderer<'_>) -> bool {
    let site = renderer.site;
    let is_taken = |language| {
        let path = renderer.path_of(Address::new(language, Page::Accessibility));
        site.static_files.iter().any(|file| file.path == path)
            || list_own(renderer).any(|page| renderer.path_of(Address::new(language, page)) == path)
    };
    !(0..renderer.config.languages.len()).any(is_taken)
}

/// Lists the pages whose address the content chooses.
fn list_own(renderer: &Renderer<'_>) -> impl Iterator<Item = Page> {
    (0..renderer.site.plans.len()).map(Page::Overview).chain((0..renderer.site.pages.len()).map(Page::Free))
}

/// Tells whether there is anything with a day in a plan.
pub(super) fn has_calendar(renderer: &Renderer<'_>, at: usize) -> bool {
    let shown = &renderer.shown[at];
    *shown.has_calendar.get_or_init(|| !super::calendar::is_empty(shown.plan(&renderer.site.plans[at]), &shown.assessment))
}

/// Lists the periods of a plan that have a visible figure and that the plan reviews, the oldest first.
pub(super) fn periods_of(renderer: &Renderer<'_>, at: usize) -> Vec<Period> {
    renderer.assessment(at).latest.map_or_else(Vec::new, |latest| periods_until(renderer.plan(at), latest))
}

/// Lists the periods that a plan reviews up to the end of a month, the oldest first.
fn periods_until(plan: &Plan, until: Cut) -> Vec<Period> {
    (0..=plan.first.months_until(until))
        .map(|months| plan.first.plus_months(months))
        .filter_map(|cut| {
            // Of all reviews that end with a month the longest names it: June is the half-year, not the second quarter.
            plan.reviews.iter().rev().find_map(|cadence| cadence.period_ending(cut))
        })
        .collect()
}

/// Renders a page.
pub(super) fn render_page(renderer: &Renderer<'_>, address: Address) -> Result<Vec<u8>, RenderError> {
    match address.page {
        Page::Home => overview::render(renderer, address, renderer.site.plans.len() - 1),
        Page::Overview(at) => overview::render(renderer, address, at),
        Page::Item(at, ix) => item::render(renderer, address, at, ix),
        Page::Section(at, ix) => lists::render_section(renderer, address, at, ix),
        Page::Indicators(at) => lists::render_indicators(renderer, address, at),
        Page::Departments(at) => department::render_departments(renderer, address, at),
        Page::Department(at, ix) => department::render_department(renderer, address, at, ix),
        Page::Regions(at) => region::render_regions(renderer, address, at),
        Page::Region(at, ix) => region::render_region(renderer, address, at, ix),
        Page::Periods(at) => periods::render_periods(renderer, address, at),
        Page::Period(at, period) => periods::render_period(renderer, address, at, period),
        Page::Edition(at, edition) => editions::render(renderer, address, at, edition),
        Page::Changes(at) => changes::render(renderer, address, at),
        Page::Updates(at) => texts::render_updates(renderer, address, at),
        Page::Calendar(at) => calendar::render(renderer, address, at),
        Page::Method(at) => method::render(renderer, address, at),
        Page::Evaluation(at) => evaluation::render(renderer, address, at),
        Page::Data(at) => texts::render_data_page(renderer, address, at),
        Page::Free(at) => texts::render_free(renderer, address, at),
        Page::Accessibility => texts::render_accessibility(renderer, address),
        Page::SiteMap => texts::render_sitemap(renderer, address),
        Page::NotFound => texts::render_not_found(renderer, address),
    }
}

/// A page's content in its frame.
#[derive(Serialize)]
pub(super) struct PageView<C: Serialize> {
    pub frame: Frame,
    pub page: C,
}

/// Renders a template with a frame and a content.
pub(super) fn fill<C: Serialize>(
    renderer: &Renderer<'_>,
    address: Address,
    template: &str,
    frame: Frame,
    content: C,
) -> Result<Vec<u8>, RenderError> {
    let view = PageView { frame, page: content };
    renderer.templates.render(address.language, template, &view).map_err(|reason| RenderError::Template {
        template: template.to_string(),
        page: renderer.path_of(address),
        reason,
    })
}

/// Writes `sitemap.xml`; only a site that knows its address has one.
pub(super) fn render_sitemap_xml(renderer: &Renderer<'_>) -> String {
    let Some(base) = &renderer.config.base_url else { return String::new() };
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in list_pages(renderer).filter(|page| *page != Page::NotFound) {
        for language in 0..renderer.config.languages.len() {
            for leaf in 0..leaves::leaves(renderer, page) {
                let path = renderer.path_of(Address { language, page, leaf });
                let folder = path.strip_suffix("index.html").unwrap_or(&path);
                let _ = writeln!(xml, "<url><loc>{base}{folder}</loc></url>");
            }
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Writes `robots.txt`. A sample must not be found as if it were real.
pub(super) fn render_robots(renderer: &Renderer<'_>) -> String {
    let mut text = String::from("User-agent: *\n");
    text.push_str(if renderer.config.is_sample { "Disallow: /\n" } else { "Allow: /\n" });
    if let Some(base) = &renderer.config.base_url {
        let _ = writeln!(text, "Sitemap: {base}sitemap.xml");
    }
    text
}
