//! The road as one function: load, assess, check, render, and give every file away.
//!
//! Comes in: what was asked for. Goes out: the prepared site with every diagnostic, and then its
//! files one by one, made in parallel and handed on at once, so that pages stream and do not pile
//! up. Nothing here knows where the site is stored, and nothing here knows what day it is.

mod again;
mod asking;
mod days;
mod links;
mod origin;
mod places;
mod prepared;
mod preview;
mod stand;
mod theme;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::load::read_content;
use crate::model::edition::Edition;
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::output::OutputFile;
use crate::render::{RenderError, Renderer, ShownPlan};

pub use again::{give_changed, prepare_again};
use days::Days;
pub use origin::origin_of;
use prepared::SHARE;
pub use prepared::{Prepared, Request, RoadError};
pub use preview::Preview;
use stand::{assess_and_check, set_as_asked};
use theme::read_and_compile;

/// Walks the road up to the pages: load → model → assess → check.
///
/// **Errors**: only when there is no content folder or no theme; faults of the content are in the
/// result.
pub fn prepare(request: &Request) -> Result<Prepared, RoadError> {
    let mut content = read_content(&request.content)?;
    set_as_asked(&mut content, request)?;
    let theme = Arc::new(read_and_compile(&content, request)?);
    Ok(assess_and_check(request, content, theme, None))
}

/// Makes every file of a prepared site and hands each to `give` as soon as it is made, on many
/// threads at once.
///
/// **Errors**: the first page that cannot be made, or the first file that is not taken. A site with
/// errors must not come here.
pub fn give_all<E>(
    renderer: &Renderer<'_>,
    give: impl Fn(&OutputFile) -> Result<(), E> + Sync,
) -> Result<(), E>
where
    E: From<RenderError> + Send,
{
    // Long lists stand together at the end; in large shares one thread would be left with all of
    // them.
    renderer
        .tasks()?
        .par_iter()
        .with_max_len(SHARE)
        .try_for_each(|task| give(&renderer.render(task)?))
}

/// Shows an edition of a plan by itself.
#[must_use]
pub fn show_edition(plan: &Plan, site: &Site, edition: &Edition) -> ShownPlan {
    Days::new(plan, &site.regions, &BTreeSet::from([edition.as_of]))
        .show_edition(plan, site, edition)
}
