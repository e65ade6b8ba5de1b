//! The pipeline as one function: load, assess, check, render, and hand every file on.
//!
//! Comes in: what was asked for. Goes out: the prepared site with every diagnostic, and then its
//! files one by one, made in parallel and handed on at once, so that pages stream and do not pile
//! up. Nothing here knows where the site is stored, and nothing here knows what day it is.

mod addresses;
mod asking;
mod collisions;
mod days;
mod incremental;
mod links;
mod origin;
mod prepared;
mod preview;
mod rendering;
mod stand;
mod theme;

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::load::read_content;
use crate::model::edition::Edition;
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::output::OutputFile;
use crate::render::ShownPlan;

use days::Days;
pub use incremental::{prepare_incremental, render_changed};
pub use origin::origin_of;
pub use prepared::{PipelineError, Prepared, Request};
pub use preview::Preview;
use rendering::render_tasks;
use stand::{assess_and_check, set_as_asked};
use theme::read_and_compile;

/// Walks the pipeline up to the pages: load → model → assess → check.
///
/// **Errors**: only when there is no content folder or no theme; faults of the content are in the
/// result.
pub fn prepare(request: &Request) -> Result<Prepared, PipelineError> {
    let mut content = read_content(&request.content)?;
    set_as_asked(&mut content, request)?;
    let theme = Arc::new(read_and_compile(&content, request)?);
    Ok(assess_and_check(request, content, theme, None))
}

/// Runs the same pipeline and renders every page, without writing: what `build` would refuse is
/// told. Built-in templates render every view there is, so that only those of a theme's own are
/// tried.
///
/// **Errors**: as for [`prepare`].
pub fn check(request: &Request) -> Result<Prepared, PipelineError> {
    let mut prepared = prepare(request)?;
    if prepared.has_own_templates() && !prepared.has_errors() {
        let Ok(faults) = render_all(&prepared, |_| Ok::<(), Infallible>(()));
        prepared.add(faults);
    }
    Ok(prepared)
}

/// Renders every file of a prepared site and hands each to `take` as soon as it is made, on many
/// threads at once. Returns what templates could not render; with any of it the site is not whole.
///
/// **Errors**: the first file that is not taken. A site with errors must not come here.
pub fn render_all<E: Send>(
    prepared: &Prepared,
    take: impl Fn(&OutputFile) -> Result<(), E> + Sync,
) -> Result<Vec<Diagnostic>, E> {
    let Some(renderer) = prepared.renderer() else { return Ok(Vec::new()) };
    render_tasks(prepared, &renderer, |_| false, take)
}

/// Shows an edition of a plan by itself.
#[must_use]
pub fn show_edition(plan: &Plan, site: &Site, edition: &Edition) -> ShownPlan {
    Days::new(plan, &site.regions, &BTreeSet::from([edition.as_of]))
        .show_edition(plan, site, edition)
}
