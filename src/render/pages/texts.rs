//! Pages that are mostly text: updates, data, free pages, the site map, and what is shown where
//! nothing is.

use serde::Serialize;

use crate::markdown::render_markdown;
use crate::model::index::{FreePageIx, PlanIx};
use crate::model::observation::ObservationStatus;
use crate::render::address::{Address, DataFile, Page, data_path};
use crate::render::context::{PageContext, RenderError, Renderer};
use crate::render::frame::{Link, fill, frame, navigation};
use crate::render::inventory::{ROWS, has_accessibility, list_pages};
use crate::render::period_words;
use crate::render::terms;
use crate::render::text_id::{text, text_of};

#[derive(Serialize)]
struct UpdatesPage {
    title: String,
    intro: String,
    updates: Vec<UpdateView>,
}

#[derive(Serialize)]
struct UpdateView {
    id: String,
    title: String,
    date: String,
    kind: String,
    level: String,
    /// Finished markup.
    body: String,
    items: Vec<Link>,
    evidence: Vec<Evidence>,
}

#[derive(Serialize)]
struct Evidence {
    title: String,
    url: String,
    is_external: bool,
}

pub(super) fn render_updates(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let as_of = context.as_of();
    let updates =
        plan.updates
            .iter()
            .filter(|update| update.recorded <= as_of)
            .map(|update| UpdateView {
                id: update.id.clone(),
                title: update.title.in_language(words.language()).to_string(),
                date: terms::date(words, update.date),
                kind: words.plain(text_of!("update-", update.kind.word())),
                level: update.level.as_ref().map_or_else(String::new, |level| {
                    level.in_language(words.language()).to_string()
                }),
                body: render_markdown(update.body.in_language(words.language()), 3),
                items: update
                    .items
                    .iter()
                    .map(|ix| Link {
                        title: format!(
                            "{} {}",
                            plan.item(*ix).number,
                            plan.item(*ix).title.in_language(words.language())
                        ),
                        url: context.link(Page::Item(context.at, *ix)),
                        is_current: false,
                    })
                    .collect(),
                evidence: update
                    .evidence
                    .iter()
                    .map(|one| evidence(context, &one.title, &one.url))
                    .collect(),
            })
            .collect();
    let title = words.plain(text!("updates-page-title"));
    let view =
        UpdatesPage { intro: words.plain(text!("updates-intro")), updates, title: title.clone() };
    context.fill("updates.html", context.frame("updates", &title, &[]), view)
}

/// A link of evidence. What is not an absolute address is a path below the plan.
fn evidence(context: PageContext<'_>, title: &str, url: &str) -> Evidence {
    let is_external = url.starts_with("https://") || url.starts_with("http://");
    let url = if is_external {
        url.to_string()
    } else {
        let base = context
            .renderer
            .path_of(Address::new(context.address.language, Page::Overview(context.at)));
        let path = format!(
            "{}{}",
            base.strip_suffix("index.html").unwrap_or(&base),
            url.trim_start_matches('/')
        );
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path };
        context.link_to(&path)
    };
    Evidence { title: title.to_string(), url, is_external }
}

#[derive(Serialize)]
struct DataPage {
    title: String,
    files: Vec<FileRow>,
    flags: Vec<FlagRow>,
    citation: String,
}

#[derive(Serialize)]
struct FileRow {
    name: String,
    url: String,
    content: String,
}

#[derive(Serialize)]
struct FlagRow {
    letter: &'static str,
    word: String,
}

pub(super) fn render_data_page(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let at = context.at;
    let words = context.words();
    let plan = context.plan();
    let title = words.plain(text!("data-title"));
    let files = [
        (DataFile::PlanJson(at), text!("data-plan-json")),
        (DataFile::Observations(at), text!("data-observations")),
        (DataFile::ObservationsExcel(at), text!("data-observations-excel")),
        (DataFile::Revisions(at), text!("data-revisions")),
        (DataFile::Allocations(at), text!("data-allocations")),
        (DataFile::Indicators(at), text!("data-indicators")),
        (DataFile::Items(at), text!("data-items")),
        (DataFile::Evaluation(at), text!("data-evaluation")),
        (DataFile::Checksums(at), text!("data-checksums")),
    ]
    .into_iter()
    .filter(|(file, _)| *file != DataFile::Evaluation(at) || plan.scoring.is_some())
    .map(|(file, key)| {
        let path = data_path(context.site(), file);
        FileRow {
            name: path.rsplit('/').next().unwrap_or(&path).to_string(),
            url: context.link_to(&path),
            content: words.plain(key),
        }
    })
    .collect();
    let shown = context.shown();
    let citation = [
        Some(plan.issuer.in_language(words.language()).to_string()),
        Some(format!(
            "{}{}",
            if context.config().is_sample {
                words.plain(text!("sample-prefix"))
            } else {
                String::new()
            },
            plan.title.in_language(words.language())
        )),
        shown.edition.as_ref().map(|edition| edition.id.clone()),
        Some(terms::date(words, shown.assessment.as_of())),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(". ");
    let flags = ObservationStatus::LETTERS
        .iter()
        .map(|(letter, flag)| FlagRow { letter, word: terms::flag_word(words, *flag) })
        .collect();
    let view = DataPage { files, flags, citation, title: title.clone() };
    context.fill("data.html", context.frame("data", &title, &[]), view)
}

#[derive(Serialize)]
struct FreeView {
    title: String,
    /// Finished markup.
    body: String,
}

pub(super) fn render_free(
    renderer: &Renderer<'_>,
    address: Address,
    ix: FreePageIx,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let page = renderer.site.page(ix);
    let title = page.title.in_language(words.language()).to_string();
    let view = FreeView {
        body: render_markdown(page.body.in_language(words.language()), 2),
        title: title.clone(),
    };
    fill(renderer, address, "page.html", frame(renderer, address, "page", &title, &[]), view)
}

#[derive(Serialize)]
struct AccessibilityView {
    title: String,
    done: Vec<String>,
    undone: Vec<String>,
}

/// Says what the theme takes care of and what nobody has tried. It claims no standard, since only a
/// test of the site itself could.
pub(super) fn render_accessibility(
    renderer: &Renderer<'_>,
    address: Address,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let title = words.plain(text!("accessibility-title"));
    let list = |keys: &[&str]| {
        keys.iter().map(|key| words.plain(text_of!("accessibility-", key))).collect()
    };
    let view = AccessibilityView {
        done: list(&["scripts", "keyboard", "status", "charts", "cells", "size", "elsewhere"]),
        undone: list(&["untried", "aloud", "languages", "long"]),
        title: title.clone(),
    };
    fill(
        renderer,
        address,
        "accessibility.html",
        frame(renderer, address, "page", &title, &[]),
        view,
    )
}

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

pub(super) fn render_sitemap(
    renderer: &Renderer<'_>,
    address: Address,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let title = words.plain(text!("sitemap-title"));
    let pages: Vec<Page> = list_pages(renderer).collect();
    let link = |page: Page, title: String| Link {
        title,
        url: renderer.link(address, page),
        is_current: false,
    };
    let plans = renderer
        .site
        .numbered_plans()
        .map(|(at, plan)| {
            let mut groups: Vec<SiteMapGroup> = Vec::new();
            let mut add = |title: String, links: Vec<Link>| {
                if !links.is_empty() {
                    groups.push(SiteMapGroup { title, links });
                }
            };
            let of = |wanted: fn(Page) -> Option<PlanIx>| {
                pages.iter().copied().filter(move |page| wanted(*page) == Some(at))
            };
            add(
                words.plain(text!("nav-label")),
                navigation(PageContext::new(renderer, address, at)),
            );
            add(
                words.plain(text!("th-items")),
                // Of very many items the lists that are linked above and below tell.
                plan.numbered_items()
                    .filter(|_| plan.items.len() <= ROWS)
                    .map(|(ix, item)| {
                        link(
                            Page::Item(at, ix),
                            format!("{} {}", item.number, item.title.in_language(words.language())),
                        )
                    })
                    .collect(),
            );
            add(
                words.plain(text!("section")),
                of(|page| if let Page::Section(at, _) = page { Some(at) } else { None })
                    .map(|page| {
                        link(
                            page,
                            if let Page::Section(_, ix) = page {
                                plan.sections[usize::from(ix.0)]
                                    .title
                                    .in_language(words.language())
                                    .to_string()
                            } else {
                                String::new()
                            },
                        )
                    })
                    .collect(),
            );
            add(
                words.plain(text!("departments-title")),
                of(|page| if let Page::Department(at, _) = page { Some(at) } else { None })
                    .map(|page| {
                        link(
                            page,
                            if let Page::Department(_, ix) = page {
                                renderer.site.department(ix).name.clone()
                            } else {
                                String::new()
                            },
                        )
                    })
                    .collect(),
            );
            add(
                words.plain(text!("regions-title")),
                of(|page| if let Page::Region(at, _) = page { Some(at) } else { None })
                    .map(|page| {
                        link(
                            page,
                            if let Page::Region(_, ix) = page {
                                renderer.site.region(ix).name.clone()
                            } else {
                                String::new()
                            },
                        )
                    })
                    .collect(),
            );
            add(
                words.plain(text!("periods-title")),
                of(|page| if let Page::Period(at, _) = page { Some(at) } else { None })
                    .map(|page| {
                        link(
                            page,
                            if let Page::Period(_, period) = page {
                                period_words::period_label(words, plan, period)
                            } else {
                                String::new()
                            },
                        )
                    })
                    .collect(),
            );
            SiteMapPlan { title: plan.title.in_language(words.language()).to_string(), groups }
        })
        .collect();
    let mut free: Vec<Link> = renderer
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
        free.push(link(Page::Accessibility, words.plain(text!("accessibility-title"))));
    }
    let view = SiteMapView { plans, pages: free, title: title.clone() };
    fill(renderer, address, "sitemap.html", frame(renderer, address, "sitemap", &title, &[]), view)
}

#[derive(Serialize)]
struct NotFoundView {
    title: String,
}

pub(super) fn render_not_found(
    renderer: &Renderer<'_>,
    address: Address,
) -> Result<Vec<u8>, RenderError> {
    let title = renderer.words(address.language).plain(text!("not-found-title"));
    let view = NotFoundView { title: title.clone() };
    fill(renderer, address, "404.html", frame(renderer, address, "not-found", &title, &[]), view)
}
