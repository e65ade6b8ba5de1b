//! What every page has around its content: title, navigation, languages, marks, footer; and the
//! assets it loads.

use serde::Serialize;

use crate::config::OutputKind;
use crate::date::Date;
use crate::model::index::PlanIx;
use crate::render::text_id::text;

use super::address::{Address, Feed, Page, feed_path};
use super::context::{PageContext, RenderError, Renderer};
use super::government::{Meta, Records, metas, records};
use super::inventory::{has_accessibility, has_calendar, has_news};
use super::terms;
use super::words::Slot;

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Link {
    pub title: String,
    pub url: String,
    pub is_current: bool,
}

/// What stands around a page.
#[derive(Debug, Serialize)]
pub(super) struct Frame {
    pub lang: String,
    pub title: String,
    pub site_title: String,
    pub home: String,
    pub style: String,
    pub script: String,
    pub is_sample: bool,
    pub is_offline: bool,
    pub preview_as_of: Option<String>,
    pub navigation: Vec<Link>,
    pub crumbs: Vec<Link>,
    pub languages: Vec<LanguageLink>,
    pub canonical: Option<String>,
    /// The feed of the plan's news, where there is one.
    pub feed: Option<String>,
    pub footer_links: Vec<Link>,
    pub as_of: Option<String>,
    pub contact: Option<String>,
    pub licence: String,
    pub kind: String,
    /// What a government site says of itself and of this page.
    pub metas: Vec<Meta>,
    pub records: Option<Records>,
    /// Whether the plan evaluates regions, so that no page says that nobody is scored.
    pub has_evaluation: bool,
}

/// A link to the same page in another language.
#[derive(Debug, Serialize)]
pub(super) struct LanguageLink {
    pub tag: String,
    pub name: String,
    pub url: String,
    pub is_current: bool,
}

/// Makes the frame of a page. `crumbs` are the pages between the overview and this one.
pub(super) fn frame(
    renderer: &Renderer<'_>,
    address: Address,
    kind: &str,
    title: &str,
    crumbs: &[(Page, String)],
) -> Frame {
    let words = renderer.words(address.language);
    let config = renderer.config;
    let plan_at = plan_of(address.page).or_else(|| renderer.site.newest_plan());
    let site_title = format!(
        "{}{}",
        if config.is_sample { words.plain(text!("sample-prefix")) } else { String::new() },
        config.title.in_language(words.language())
    );
    let title = &match address.page_index {
        0 => title.to_string(),
        page_index => words.message(
            text!("leaf-title"),
            &[
                ("title", Slot::Made(title.to_string())),
                ("n", Slot::Count(page_index as usize + 1)),
            ],
        ),
    };
    let full_title =
        if title.is_empty() { site_title.clone() } else { format!("{title} - {site_title}") };
    let mut trail: Vec<Link> = Vec::new();
    if !matches!(address.page, Page::Home | Page::NotFound) {
        trail.push(Link {
            title: words.plain(text!("nav-overview")),
            url: renderer.link(address, Page::Home),
            is_current: false,
        });
        trail.extend(crumbs.iter().map(|(page, title)| Link {
            title: title.clone(),
            url: renderer.link(address, *page),
            is_current: false,
        }));
        trail.push(Link { title: title.to_string(), url: String::new(), is_current: true });
    }
    let assessment = plan_at.map(|at| renderer.shown(at));
    Frame {
        lang: words.language().tag().to_string(),
        title: full_title,
        home: renderer.link(address, Page::Home),
        style: renderer.link_to(address, &renderer.assets.style.0),
        script: renderer.link_to(address, &renderer.assets.script.0),
        is_sample: config.is_sample,
        is_offline: renderer.options.is_offline,
        preview_as_of: assessment
            .filter(|shown| shown.is_preview)
            .map(|shown| terms::date(words, shown.assessment.as_of())),
        navigation: plan_at
            .map_or_else(Vec::new, |at| navigation(PageContext::new(renderer, address, at))),
        crumbs: trail,
        languages: languages(renderer, address),
        canonical: config.base_url.as_ref().filter(|_| address.page != Page::NotFound).map(
            |base| {
                let path = renderer.path_of(address);
                format!("{base}{}", path.strip_suffix("index.html").unwrap_or(&path))
            },
        ),
        feed: plan_at.filter(|_| has_news(renderer)).map(|at| {
            let path =
                renderer.in_language(address.language, feed_path(renderer.site, Feed::News(at)));
            renderer.link_to(address, &path)
        }),
        footer_links: footer_links(renderer, address),
        as_of: day_of(renderer, address.page, plan_at).map(|day| terms::date(words, day)),
        contact: config
            .contact
            .as_ref()
            .map(|contact| contact.in_language(words.language()).to_string()),
        licence: config.licence.clone().unwrap_or_else(|| words.plain(text!("licence-none"))),
        metas: metas(renderer, address, title, plan_at),
        records: records(renderer),
        site_title,
        kind: kind.to_string(),
        has_evaluation: plan_at.is_some_and(|at| renderer.plan(at).scoring.is_some()),
    }
}

/// Returns the day of knowledge of a page: an edition keeps its own.
fn day_of(renderer: &Renderer<'_>, page: Page, plan_at: Option<PlanIx>) -> Option<Date> {
    match page {
        Page::Edition(at, edition) => Some(renderer.site.plan(at).edition(edition).as_of),
        _ => plan_at.map(|at| renderer.assessment(at).as_of()),
    }
}

/// Returns the plan a page belongs to.
fn plan_of(page: Page) -> Option<PlanIx> {
    match page {
        Page::Overview(at)
        | Page::Item(at, _)
        | Page::Section(at, _)
        | Page::Indicators(at)
        | Page::Departments(at)
        | Page::Department(at, _)
        | Page::Regions(at)
        | Page::Region(at, _)
        | Page::Periods(at)
        | Page::Period(at, _)
        | Page::Edition(at, _)
        | Page::Changes(at)
        | Page::Updates(at)
        | Page::Calendar(at)
        | Page::Evaluation(at)
        | Page::Method(at)
        | Page::Data(at) => Some(at),
        Page::Home | Page::Free(_) | Page::Accessibility | Page::SiteMap | Page::NotFound => None,
    }
}

/// Lists the main pages of a plan.
pub(super) fn navigation(context: PageContext<'_>) -> Vec<Link> {
    let at = context.at;
    let words = context.words();
    let newest = context.site().newest_plan() == Some(at);
    let overview = if newest { Page::Home } else { Page::Overview(at) };
    let mut entries = vec![(overview, text!("nav-overview"))];
    if context.config().wants(OutputKind::Lists) {
        entries.extend([
            (Page::Indicators(at), text!("nav-indicators")),
            (Page::Departments(at), text!("nav-departments")),
        ]);
        if !context.site().regions.is_empty() {
            entries.push((Page::Regions(at), text!("nav-regions")));
        }
    }
    if context.config().wants(OutputKind::Periods) {
        entries.push((Page::Periods(at), text!("nav-periods")));
    }
    if context.config().wants(OutputKind::Editions) {
        entries.push((Page::Changes(at), text!("nav-changes")));
    }
    if context.config().wants(OutputKind::Lists) {
        entries.push((Page::Updates(at), text!("nav-updates")));
        if has_calendar(context.renderer, at) {
            entries.push((Page::Calendar(at), text!("nav-calendar")));
        }
    }
    if context.plan().scoring.is_some() {
        entries.push((Page::Evaluation(at), text!("nav-evaluation")));
    }
    entries.push((Page::Method(at), text!("nav-method")));
    if context.config().wants(OutputKind::Data) {
        entries.push((Page::Data(at), text!("nav-data")));
    }
    entries
        .into_iter()
        .map(|(page, key)| Link {
            title: words.plain(key),
            url: context.link(page),
            is_current: page == context.address.page,
        })
        .collect()
}

fn languages(renderer: &Renderer<'_>, address: Address) -> Vec<LanguageLink> {
    let tags = &renderer.config.languages;
    if tags.len() < 2 || address.page == Page::NotFound {
        return Vec::new();
    }
    renderer
        .languages()
        .zip(tags)
        .map(|(language, tag)| LanguageLink {
            tag: tag.tag().to_string(),
            name: language_name(tag.key()).to_string(),
            url: renderer.link_to(address, &renderer.path_of(Address { language, ..address })),
            is_current: language == address.language,
        })
        .collect()
}

/// A language is always named in itself.
fn language_name(key: &str) -> &str {
    match key {
        "zh" => "中文",
        "en" => "English",
        other => other,
    }
}

fn footer_links(renderer: &Renderer<'_>, address: Address) -> Vec<Link> {
    let words = renderer.words(address.language);
    let link = |page: Page, title: String| Link {
        title,
        url: renderer.link(address, page),
        is_current: page == address.page,
    };
    let mut links: Vec<Link> = renderer
        .site
        .page_positions()
        .map(|at| {
            link(
                Page::Free(at),
                renderer.site.page(at).title.in_language(words.language()).to_string(),
            )
        })
        .collect();
    if has_accessibility(renderer) {
        links.push(link(Page::Accessibility, words.plain(text!("accessibility-title"))));
    }
    links.push(link(Page::SiteMap, words.plain(text!("nav-sitemap"))));
    links
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
    renderer
        .templates
        .render(address.language, template, &view)
        .map_err(|fault| RenderError::Template { page: renderer.path_of(address), fault })
}

impl PageContext<'_> {
    /// Makes the frame of the page.
    pub(super) fn frame(&self, kind: &str, title: &str, crumbs: &[(Page, String)]) -> Frame {
        frame(self.renderer, self.address, kind, title, crumbs)
    }

    /// Renders a template with a frame and a content.
    pub(super) fn fill<C: Serialize>(
        &self,
        template: &str,
        frame: Frame,
        content: C,
    ) -> Result<Vec<u8>, RenderError> {
        fill(self.renderer, self.address, template, frame, content)
    }
}
