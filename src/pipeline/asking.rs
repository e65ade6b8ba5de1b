//! Which day of knowledge of a plan is shown, which of its editions with it, and how it stands
//! then.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::assess::scoring::score_plan;
use crate::assess::snapshot::take_snapshot;
use crate::date::Date;
use crate::model::edition::{Edition, EditionState};
use crate::model::observation::AsOf;
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::render::ShownPlan;

use super::days::Days;
use super::prepared::Request;

/// Which day of knowledge of a plan is shown, and which of its editions with it.
pub(super) struct Asking<'p> {
    as_of: Date,
    /// The day readers see.
    public: Date,
    /// The edition of the day.
    edition: Option<&'p Edition>,
    /// The editions up to the day, the oldest knowledge first.
    editions: Vec<&'p Edition>,
}

impl<'p> Asking<'p> {
    /// Decides. A site without pages of editions needs only the one before, for what changed since.
    pub(super) fn new(plan: &'p Plan, request: &Request, wants_editions: bool) -> Self {
        let public = plan.public_as_of();
        let drafts = request
            .shows_drafts
            .then(|| plan.ledger.newest_recorded().map_or(public, |newest| newest.max(public)));
        let as_of = request.as_of.or(drafts).unwrap_or(public);
        let mut editions: Vec<&Edition> = plan.editions_by_as_of();
        editions.retain(|edition| {
            edition.as_of <= as_of
                && (request.shows_drafts || edition.state == EditionState::Published)
        });
        let edition = editions
            .iter()
            .rfind(|edition| edition.as_of == as_of && edition.state == EditionState::Published)
            .copied();
        if !wants_editions {
            let before = editions.iter().rposition(|before| before.as_of < as_of);
            editions = before.map_or_else(Vec::new, |at| vec![editions[at]]);
        }
        Self { as_of, public, edition, editions }
    }

    /// Lists the days on which one has to know how the plan stood.
    pub(super) fn days(&self, plan: &Plan) -> BTreeSet<Date> {
        let of_editions = self.editions.iter().map(|edition| edition.as_of);
        of_editions
            .chain(plan.releases.iter().map(|release| release.as_of))
            .chain([self.as_of])
            .collect()
    }
}

/// Shows a plan and its editions.
pub(super) fn show(plan: &Plan, site: &Site, asking: &Asking<'_>, days: &Days) -> ShownPlan {
    let mut shown = days.show(plan, &site.regions, asking.as_of);
    shown.editions =
        asking.editions.par_iter().map(|edition| days.show_edition(plan, site, edition)).collect();
    shown.snapshot = (!shown.editions.is_empty())
        .then(|| Arc::new(take_snapshot(site, shown.plan(plan), &shown.assessment)));
    shown.evaluation = score_plan(shown.plan(plan), &site.regions, AsOf::on(asking.as_of));
    shown.is_preview = asking.as_of != asking.public;
    shown.edition = asking.edition.cloned();
    shown
}
