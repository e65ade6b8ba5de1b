//! The site map: the main pages of each plan, and the free pages.

use serde::Serialize;

use crate::model::index::PlanIx;
use crate::model::plan::Plan;
use crate::render::address::{Address, Page};
use crate::render::context::{PageContext, RenderError, Renderer};
use crate::render::frame::{Link, fill, frame, navigation};
use crate::render::inventory::{ROWS, has_accessibility, list_pages};
use crate::render::period_words;
use crate::render::text_id::text;
use crate::render::words::Words;

#[derive(Serialize)]
struct SiteMapView {
    title: String,
    plans: Vec<SiteMapPlan>,
    pages: Vec<Link>,
}

#[derive(Serialize)]
struct SiteMapPlan {
    title: String,
    groups: Vec<SiteMapGroup>,
}

#[derive(Serialize)]
struct SiteMapGroup {
    title: String,
    links: Vec<Link>,
}

/// Where links are made: whose they are, and from where they lead.
#[derive(Clone, Copy)]
struct Links<'r> {
    renderer: &'r Renderer<'r>,
    address: Address,
    words: &'r Words,
}

impl Links<'_> {
    fn link(&self, page: Page, title: String) -> Link {
        Link { title, url: self.renderer.link(self.address, page), is_current: false }
    }
}

pub(super) fn render(renderer: &Renderer<'_>, address: Address) -> Result<Vec<u8>, RenderError> {
    let links = Links { renderer, address, words: renderer.words(address.language) };
    let title = links.words.plain(text!("sitemap-title"));
    let pages: Vec<Page> = list_pages(renderer).collect();
    let plans = renderer.site.numbered_plans().map(|(at, plan)| SiteMapPlan {
        title: plan.title.in_language(links.words.language()).to_string(),
        groups: groups_of(links, at, plan, &pages),
    });
    let view =
        SiteMapView { plans: plans.collect(), pages: pages_of_site(links), title: title.clone() };
    fill(renderer, address, "sitemap.html", frame(renderer, address, "sitemap", &title, &[]), view)
}

/// Lists the links of a plan by what they lead to; a group without any is left out.
fn groups_of(links: Links<'_>, at: PlanIx, plan: &Plan, pages: &[Page]) -> Vec<SiteMapGroup> {
    let words = links.words;
    let language = words.language();
    let items = plan.numbered_items().map(|(ix, item)| {
        let title = format!("{} {}", item.number, item.title.in_language(language));
        links.link(Page::Item(at, ix), title)
    });
    // Of very many items the lists that are linked above and below tell.
    let items = if plan.items.len() <= ROWS { items.collect() } else { Vec::new() };
    let site = links.renderer.site;
    let sections = links_to(links, pages, |page| match page {
        Page::Section(of, ix) if of == at => {
            Some(plan.sections[usize::from(ix.0)].title.in_language(language).to_string())
        }
        _ => None,
    });
    let departments = links_to(links, pages, |page| match page {
        Page::Department(of, ix) if of == at => Some(site.department(ix).name.clone()),
        _ => None,
    });
    let regions = links_to(links, pages, |page| match page {
        Page::Region(of, ix) if of == at => Some(site.region(ix).name.clone()),
        _ => None,
    });
    let periods = links_to(links, pages, |page| match page {
        Page::Period(of, period) if of == at => {
            Some(period_words::period_label(words, plan, period))
        }
        _ => None,
    });
    let context = PageContext::new(links.renderer, links.address, at);
    let groups = [
        (text!("nav-label"), navigation(context)),
        (text!("th-items"), items),
        (text!("section"), sections),
        (text!("departments-title"), departments),
        (text!("regions-title"), regions),
        (text!("periods-title"), periods),
    ];
    let filled = groups.into_iter().filter(|(_, links)| !links.is_empty());
    filled.map(|(title, links)| SiteMapGroup { title: words.plain(title), links }).collect()
}

/// Links to those of the pages that are given a title.
fn links_to(
    links: Links<'_>,
    pages: &[Page],
    title_of: impl Fn(Page) -> Option<String>,
) -> Vec<Link> {
    pages.iter().filter_map(|page| Some(links.link(*page, title_of(*page)?))).collect()
}

/// Links to the pages that belong to no plan.
fn pages_of_site(links: Links<'_>) -> Vec<Link> {
    let site = links.renderer.site;
    let language = links.words.language();
    let free = site.page_positions().map(|at| {
        links.link(Page::Free(at), site.page(at).title.in_language(language).to_string())
    });
    let accessibility = has_accessibility(links.renderer)
        .then(|| links.link(Page::Accessibility, links.words.plain(text!("accessibility-title"))));
    free.chain(accessibility).collect()
}
