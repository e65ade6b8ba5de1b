//! The pages of the site: which there are, and for each the view its template gets.

mod calendar;
mod changes;
mod data;
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
mod sitemap;
mod texts;
mod updates;
mod worklist;

use super::address::{Address, Page};
use super::context::{PageContext, RenderError, Renderer};

/// Renders a page.
pub(super) fn render_page(
    renderer: &Renderer<'_>,
    address: Address,
) -> Result<Vec<u8>, RenderError> {
    let context = |at| PageContext::new(renderer, address, at);
    match address.page {
        // A site without a plan has no home page.
        Page::Home => match renderer.site.newest_plan() {
            Some(at) => overview::render(context(at)),
            None => Ok(Vec::new()),
        },
        Page::Overview(at) => overview::render(context(at)),
        Page::Item(at, ix) => item::render(context(at), ix),
        Page::Section(at, ix) => lists::render_section(context(at), ix),
        Page::Indicators(at) => lists::render_indicators(context(at)),
        Page::Departments(at) => department::render_departments(context(at)),
        Page::Department(at, ix) => department::render_department(context(at), ix),
        Page::Regions(at) => region::render_regions(context(at)),
        Page::Region(at, ix) => region::render_region(context(at), ix),
        Page::Periods(at) => periods::render_periods(context(at)),
        Page::Period(at, period) => periods::render_period(context(at), period),
        Page::Edition(at, edition) => editions::render(context(at), edition),
        Page::Changes(at) => changes::render(context(at)),
        Page::Updates(at) => updates::render(context(at)),
        Page::Calendar(at) => calendar::render(context(at)),
        Page::Method(at) => method::render(context(at)),
        Page::Evaluation(at) => evaluation::render(context(at)),
        Page::Data(at) => data::render(context(at)),
        Page::Free(ix) => texts::render_free(renderer, address, ix),
        Page::Accessibility => texts::render_accessibility(renderer, address),
        Page::SiteMap => sitemap::render(renderer, address),
        Page::NotFound => texts::render_not_found(renderer, address),
    }
}
