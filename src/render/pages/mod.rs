//! The pages of the site: which there are, and for each the view its template gets.

mod calendar;
mod changes;
mod department;
mod editions;
mod evaluation;
mod filter;
mod item;
mod lists;
mod method;
mod overview;
mod pager;
mod periods;
mod region;
mod revisions;
mod texts;
mod worklist;

use super::address::{Address, Page};
use super::context::{RenderError, Renderer};

/// Renders a page.
pub(super) fn render_page(
    renderer: &Renderer<'_>,
    address: Address,
) -> Result<Vec<u8>, RenderError> {
    match address.page {
        // A site without a plan has no home page.
        Page::Home => match renderer.site.newest_plan() {
            Some(at) => overview::render(renderer, address, at),
            None => Ok(Vec::new()),
        },
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
