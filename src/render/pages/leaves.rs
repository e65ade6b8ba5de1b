//! Lists too long for one page go on on the next: five hundred rows a page, at `page/2/` and so on below the first.
//!
//! How many pages a list has depends on its rows, so it is asked where the rows are known, and answered alike for addresses and for pages.

use std::ops::Range;

use serde::Serialize;

use crate::render::Renderer;
use crate::render::address::{Address, Page};
use crate::render::frame::Link;
use crate::render::words::Slot;

use super::{department, region};

/// How many rows stand on a page.
pub(super) const ROWS: usize = 500;

/// How many page numbers are shown around the one that is read.
const AROUND: u32 = 2;

/// Counts the pages of a list.
pub(in crate::render) fn leaves(renderer: &Renderer<'_>, page: Page) -> u32 {
    leaves_for(match page {
        Page::Region(at, ix) => region::rows_of(renderer, at, ix).figures.len(),
        Page::Regions(at) => region::rows_of_regions(renderer, at).judged.len(),
        other => rows_by_text(renderer, other),
    })
}

/// Counts the pages a list may have, whatever the figures are.
pub(in crate::render) fn possible_leaves(renderer: &Renderer<'_>, page: Page) -> u32 {
    leaves_for(match page {
        Page::Region(at, ix) => renderer.plan(at).indicators.iter().filter(|one| one.regions.binary_search(&ix).is_ok()).count(),
        Page::Regions(at) => renderer.plan(at).indicators.len(),
        other => rows_by_text(renderer, other),
    })
}

/// Counts the rows of a list that the plan's text decides.
fn rows_by_text(renderer: &Renderer<'_>, page: Page) -> usize {
    match page {
        Page::Overview(at) => renderer.plan(at).items.len(),
        Page::Section(at, ix) => renderer.plan(at).items.iter().filter(|item| item.section == ix).count(),
        Page::Indicators(at) => renderer.plan(at).indicators.len(),
        Page::Department(at, ix) => department::count_rows(renderer, at, ix),
        _ => 1,
    }
}

fn leaves_for(rows: usize) -> u32 {
    u32::try_from(rows.div_ceil(ROWS)).unwrap_or(u32::MAX).max(1)
}

/// Returns which of the rows stand on a page.
pub(in crate::render) fn window(address: Address, rows: usize) -> Range<usize> {
    let start = (address.leaf as usize * ROWS).min(rows);
    start..(start + ROWS).min(rows)
}

/// Where one is in a list of several pages, and the way to the others.
#[derive(Serialize)]
pub(super) struct Turning {
    /// Which page of how many this is.
    now: String,
    previous: Option<Link>,
    next: Option<Link>,
    /// The first, the last and those around this one; without an address where some are left out.
    numbers: Vec<Link>,
}

impl Turning {
    /// Makes the way through a list; nothing where it is all on one page.
    pub(super) fn new(renderer: &Renderer<'_>, address: Address) -> Option<Self> {
        // The home page is the overview of the newest plan; its list goes on there.
        let page = match address.page {
            Page::Home => Page::Overview(renderer.site.plans.len().checked_sub(1)?),
            other => other,
        };
        let all = leaves(renderer, page);
        if all < 2 {
            return None;
        }
        let words = renderer.words(address.language);
        let link = |leaf: u32, title: String| {
            let to = Address { language: address.language, page: if leaf == 0 { address.page } else { page }, leaf };
            Link { title, url: renderer.link_to(address, &renderer.path_of(to)), is_current: leaf == address.leaf }
        };
        let mut numbers = Vec::new();
        let mut last = None;
        for leaf in (0..all).filter(|leaf| *leaf == 0 || *leaf + 1 == all || leaf.abs_diff(address.leaf) <= AROUND) {
            if last.is_some_and(|last| last + 1 < leaf) {
                numbers.push(Link { title: "…".into(), url: String::new(), is_current: false });
            }
            numbers.push(link(leaf, (leaf + 1).to_string()));
            last = Some(leaf);
        }
        Some(Self {
            now: words.say("leaf-of", &[("n", Slot::Count(address.leaf as usize + 1)), ("all", Slot::Count(all as usize))]),
            previous: address.leaf.checked_sub(1).map(|leaf| link(leaf, words.plain("leaf-previous"))),
            next: (address.leaf + 1 < all).then(|| link(address.leaf + 1, words.plain("leaf-next"))),
            numbers,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_on_one_page() {
        for rows in [0, 1, 499, 500, 501, 1000, 1234] {
            let on = |leaf: u32| window(Address { language: 0, page: Page::Home, leaf }, rows);
            let covered: Vec<usize> = (0..leaves_for(rows)).flat_map(on).collect();
            assert_eq!(covered, (0..rows).collect::<Vec<_>>());
            assert!((1..leaves_for(rows)).all(|leaf| !on(leaf).is_empty()), "{rows}");
        }
    }
}
