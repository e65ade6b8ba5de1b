//! Which pages, data files and feeds a site may have, whatever its figures are, and which of them
//! it has.
//!
//! What a site may have is listed once, what it has is asked for each file: charts, periods and
//! editions depend on figures, addresses do not. So a preview need not list anything after a save.

use std::ops::Range;

use crate::config::OutputKind;
use crate::language::LanguageIx;
use crate::model::index::{EditionIx, ItemIx, PlanIx, SectionIx};
use crate::model::period::{Period, PeriodEnd};
use crate::model::plan::Plan;

use super::address::{Address, DataFile, Feed, Page};
use super::context::Renderer;
use super::rows::{count_rows, rows_of, rows_of_regions};

/// Lists every page the site has, the overviews last, so that a site replaced file by file never
/// links to what is not there yet.
pub(super) fn list_pages(renderer: &Renderer<'_>) -> impl Iterator<Item = Page> {
    possible_pages(renderer)
        .into_iter()
        .filter(|page| has_page(renderer, Address::new(LanguageIx::FIRST, *page)))
}

/// Lists every page the site may have. Which of them it has depends on its figures: see
/// [`has_page`].
pub(super) fn possible_pages(renderer: &Renderer<'_>) -> Vec<Page> {
    let wants = |kind| renderer.config.wants(kind);
    let mut pages = Vec::new();
    for (at, plan) in renderer.site.numbered_plans() {
        pages.extend(
            (0..plan.items.len())
                .map(|ix| Page::Item(at, ItemIx(u32::try_from(ix).unwrap_or(u32::MAX)))),
        );
        if wants(OutputKind::Periods) {
            pages.extend(
                periods_until(plan, plan.last).into_iter().map(|period| Page::Period(at, period)),
            );
            pages.push(Page::Periods(at));
        }
        if wants(OutputKind::Editions) {
            pages.extend(possible_editions(plan).map(|edition| Page::Edition(at, edition)));
            pages.push(Page::Changes(at));
        }
        if wants(OutputKind::Lists) {
            pages.extend(
                (0..plan.sections.len())
                    .map(|ix| Page::Section(at, SectionIx(u16::try_from(ix).unwrap_or(u16::MAX)))),
            );
            pages.extend(
                renderer.site.numbered_departments().map(|(ix, _)| Page::Department(at, ix)),
            );
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
    pages.extend(renderer.site.page_positions().map(Page::Free));
    pages.extend(has_accessibility(renderer).then_some(Page::Accessibility));
    pages.extend([Page::SiteMap, Page::NotFound]);
    if !renderer.site.plans.is_empty() {
        pages.push(Page::Home);
    }
    pages
}

/// Returns whether the site has a page it may have.
pub(super) fn has_page(renderer: &Renderer<'_>, address: Address) -> bool {
    if address.page_index > 0 {
        return address.page_index < page_count(renderer, address.page);
    }
    match address.page {
        Page::Period(at, period) => {
            renderer.assessment(at).latest.is_some_and(|latest| period.end() <= latest)
        }
        Page::Edition(at, edition) => has_edition(renderer, at, edition),
        Page::Calendar(at) => has_calendar(renderer, at),
        _ => true,
    }
}

/// Lists the files that programs read; the site may have them.
pub(super) fn possible_data_files(renderer: &Renderer<'_>) -> Vec<DataFile> {
    let mut files = Vec::new();
    if renderer.config.wants(OutputKind::Editions) {
        for (at, plan) in renderer.site.numbered_plans() {
            files.extend(possible_editions(plan).map(|edition| DataFile::EditionJson(at, edition)));
        }
    }
    if !renderer.config.wants(OutputKind::Data) {
        return files;
    }
    for (at, plan) in renderer.site.numbered_plans() {
        for ix in (0..plan.items.len()).map(|ix| ItemIx(u32::try_from(ix).unwrap_or(u32::MAX))) {
            files.extend([DataFile::ItemJson(at, ix), DataFile::ItemCsv(at, ix)]);
        }
        files.extend(plan_data_files(renderer, at));
        files.push(DataFile::Checksums(at));
    }
    files
}

/// Returns whether the site has a file it may have.
pub(super) fn has_data_file(renderer: &Renderer<'_>, file: DataFile) -> bool {
    match file {
        DataFile::EditionJson(at, edition) => has_edition(renderer, at, edition),
        _ => true,
    }
}

/// Lists the files that describe a whole plan, checksums left out.
pub(super) fn plan_data_files(renderer: &Renderer<'_>, at: PlanIx) -> Vec<DataFile> {
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
fn possible_editions(plan: &Plan) -> impl Iterator<Item = EditionIx> {
    plan.editions_by_as_of().into_iter().filter_map(|one| plan.edition_position(&one.id))
}

fn has_edition(renderer: &Renderer<'_>, at: PlanIx, edition: EditionIx) -> bool {
    editions_of(renderer, at).any(|shown| shown == edition)
}

/// Lists the editions that are shown, by their position in the plan, the oldest knowledge first.
pub(super) fn editions_of<'r>(
    renderer: &'r Renderer<'_>,
    at: PlanIx,
) -> impl DoubleEndedIterator<Item = EditionIx> + 'r {
    let plan = renderer.site.plan(at);
    let shown = &renderer.shown[at.row()];
    shown.editions.iter().filter_map(move |one| {
        one.edition.as_ref().and_then(|edition| plan.edition_position(&edition.id))
    })
}

/// Returns whether the statement on accessibility is written from the theme's words: what the
/// content has at that address goes before it.
///
/// The content has it as a page or a file at `accessibility/`. The generated statement claims no
/// conformance, since nobody tested that site.
pub(super) fn has_accessibility(renderer: &Renderer<'_>) -> bool {
    let site = renderer.site;
    let is_taken = |language| {
        let path = renderer.path_of(Address::new(language, Page::Accessibility));
        site.static_files.iter().any(|file| file.path == path)
            || list_own(renderer).any(|page| renderer.path_of(Address::new(language, page)) == path)
    };
    !renderer.languages().any(is_taken)
}

/// Lists the pages whose address the content chooses.
fn list_own(renderer: &Renderer<'_>) -> impl Iterator<Item = Page> {
    renderer
        .site
        .plan_positions()
        .map(Page::Overview)
        .chain(renderer.site.page_positions().map(Page::Free))
}

/// Returns whether there is anything with a day in a plan.
pub(super) fn has_calendar(renderer: &Renderer<'_>, at: PlanIx) -> bool {
    let shown = &renderer.shown[at.row()];
    *shown.has_calendar.get_or_init(|| {
        !crate::render::calendar::is_empty(shown.plan(renderer.site.plan(at)), &shown.assessment)
    })
}

/// Lists the periods of a plan that have a visible figure and that the plan reviews, the oldest
/// first.
pub(super) fn periods_of(renderer: &Renderer<'_>, at: PlanIx) -> Vec<Period> {
    renderer
        .assessment(at)
        .latest
        .map_or_else(Vec::new, |latest| periods_until(renderer.plan(at), latest))
}

/// Lists the periods that a plan reviews up to the end of a month, the oldest first.
fn periods_until(plan: &Plan, until: PeriodEnd) -> Vec<Period> {
    (0..=plan.first.months_until(until))
        .map(|months| plan.first.plus_months(months))
        .filter_map(|period_end| {
            // Of all reviews that end with a month the longest names it: June is the half-year, not
            // the second quarter.
            plan.reviews.iter().rev().find_map(|cadence| cadence.period_ending(period_end))
        })
        .collect()
}

/// Lists the feeds the site may have. News need an address of the site to point to.
pub(super) fn possible_feeds(renderer: &Renderer<'_>) -> Vec<Feed> {
    if !renderer.config.wants(OutputKind::Feeds) {
        return Vec::new();
    }
    renderer
        .site
        .plan_positions()
        .flat_map(|at| [Some(Feed::Calendar(at)), has_news(renderer).then_some(Feed::News(at))])
        .flatten()
        .collect()
}

/// Returns whether there is anything in a feed.
pub(super) fn has_feed(renderer: &Renderer<'_>, feed: Feed) -> bool {
    match feed {
        Feed::Calendar(at) => has_calendar(renderer, at),
        Feed::News(_) => true,
    }
}

/// Returns whether plans have a feed of their news: it stands beside the page of updates.
pub(super) fn has_news(renderer: &Renderer<'_>) -> bool {
    let wants = |kind| renderer.config.wants(kind);
    wants(OutputKind::Feeds) && wants(OutputKind::Lists) && renderer.config.base_url.is_some()
}

/// How many rows stand on a page.
pub(super) const ROWS: usize = 500;

/// Counts the pages of a list.
pub(super) fn page_count(renderer: &Renderer<'_>, page: Page) -> u32 {
    pages_for(match page {
        Page::Region(at, ix) => rows_of(renderer, at, ix).figures.len(),
        Page::Regions(at) => rows_of_regions(renderer, at).judged.len(),
        other => rows_by_text(renderer, other),
    })
}

/// Counts the pages a list may have, whatever the figures are.
pub(super) fn possible_page_count(renderer: &Renderer<'_>, page: Page) -> u32 {
    pages_for(match page {
        Page::Region(at, ix) => renderer
            .plan(at)
            .indicators
            .iter()
            .filter(|one| one.regions.binary_search(&ix).is_ok())
            .count(),
        Page::Regions(at) => renderer.plan(at).indicators.len(),
        other => rows_by_text(renderer, other),
    })
}

/// Counts the rows of a list that the plan's text decides.
fn rows_by_text(renderer: &Renderer<'_>, page: Page) -> usize {
    match page {
        Page::Overview(at) => renderer.plan(at).items.len(),
        Page::Section(at, ix) => {
            renderer.plan(at).items.iter().filter(|item| item.section == ix).count()
        }
        Page::Indicators(at) => renderer.plan(at).indicators.len(),
        Page::Department(at, ix) => count_rows(renderer, at, ix),
        _ => 1,
    }
}

fn pages_for(rows: usize) -> u32 {
    u32::try_from(rows.div_ceil(ROWS)).unwrap_or(u32::MAX).max(1)
}

/// Returns which of the rows stand on a page.
pub(super) fn window(address: Address, rows: usize) -> Range<usize> {
    let start = (address.page_index as usize * ROWS).min(rows);
    start..(start + ROWS).min(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_on_one_page() {
        for rows in [0, 1, 499, 500, 501, 1000, 1234] {
            let on = |page_index: u32| {
                window(Address { language: LanguageIx::FIRST, page: Page::Home, page_index }, rows)
            };
            let covered: Vec<usize> = (0..pages_for(rows)).flat_map(on).collect();
            assert_eq!(covered, (0..rows).collect::<Vec<_>>());
            assert!((1..pages_for(rows)).all(|page_index| !on(page_index).is_empty()), "{rows}");
        }
    }
}
