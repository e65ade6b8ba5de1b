//! The page of updates: what was reported in words, the newest first, with its evidence.

use serde::Serialize;

use crate::markdown::render_markdown;
use crate::render::address::{Address, Page};
use crate::render::context::{PageContext, RenderError};
use crate::render::frame::Link;
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

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
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
