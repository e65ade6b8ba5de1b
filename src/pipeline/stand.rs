//! Assesses every plan of what was read, on every day that is asked for, and checks it.

use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{Checked, Findings, apply_settings};
use crate::config::{OutputKind, normalize_base_url};
use crate::diag::put_in_order;
use crate::load::Loaded;
use crate::model::plan::Plan;
use crate::render::{RenderOptions, ShownPlan};

use super::addresses::SharedTasks;
use super::asking::{Asking, show};
use super::collisions::add_address_faults;
use super::days::Days;
use super::links::add_link_faults;
use super::prepared::{PipelineError, Prepared, ReadyTheme, Request};

/// Puts what was asked for in the place of the site's own settings.
pub(super) fn set_as_asked(content: &mut Loaded, request: &Request) -> Result<(), PipelineError> {
    let Some(config) = &mut content.config else { return Ok(()) };
    if let Some(theme) = &request.theme {
        config.theme.clone_from(theme);
    }
    if let Some(url) = &request.base_url {
        config.base_url =
            Some(normalize_base_url(url).ok_or_else(|| PipelineError::BaseUrl(url.clone()))?);
    }
    Ok(())
}

pub(super) fn assess_and_check(
    request: &Request,
    mut content: Loaded,
    theme: Arc<ReadyTheme>,
    before: Option<&Prepared>,
) -> Prepared {
    content.sources.set_theme(Arc::clone(&theme.sources));
    let (site, config) = (&content.site, content.config.as_ref());
    let wants_editions = config.is_some_and(|config| config.wants(OutputKind::Editions));
    let stand = |plan: &Plan| {
        let asking = Asking::new(plan, request, wants_editions);
        let asked = asking.days(plan);
        let before = before.and_then(|before| before.known_of(plan, &content));
        let days = match &before {
            Some(((days, _), touched)) => days.updated(plan, &site.regions, &asked, touched),
            None => Days::new(plan, &site.regions, &asked),
        };
        let shown = show(plan, site, &asking, &days);
        let findings = config.map_or_else(Findings::default, |config| {
            let recomputed = days.recompute(plan, site);
            let checked = Checked { plan, assessment: &shown.assessment, recomputed: &recomputed };
            match &before {
                Some(((_, findings), touched)) => findings.updated(config, site, &checked, touched),
                None => Findings::of(config, site, &checked),
            }
        });
        (shown, (days, findings))
    };
    let (shown, known): (Vec<ShownPlan>, Vec<(Days, Findings)>) =
        site.plans.par_iter().map(stand).unzip();

    let mut diagnostics = content.diagnostics.clone();
    diagnostics.extend(known.iter().flat_map(|(_, findings)| findings.diagnostics()));
    diagnostics.extend(theme.diagnostics.iter().cloned());
    if let Some(config) = config {
        apply_settings(config, &mut diagnostics);
    }
    put_in_order(&mut diagnostics);
    let options = RenderOptions { is_offline: request.is_offline };
    let tasks = before
        .filter(|before| before.has_same_addresses(&content, &theme))
        .map_or_else(SharedTasks::default, |before| before.tasks.clone());
    let mut prepared = Prepared { content, shown, diagnostics, theme, options, known, tasks };
    add_address_faults(&mut prepared);
    add_link_faults(&mut prepared);
    prepared
}
