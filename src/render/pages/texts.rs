//! Pages of a text alone: free pages, the statement on accessibility, and what is shown where
//! nothing is.

use serde::Serialize;

use crate::markdown::render_markdown;
use crate::model::index::FreePageIx;
use crate::render::address::Address;
use crate::render::context::{RenderError, Renderer};
use crate::render::frame::{fill, frame};
use crate::render::text_id::{text, text_of};

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
