//! **scoring-target**, **scoring-left-out**: who is not evaluated like the others, told before a reader asks.
//!
//! What: by the method of completion, a region without a target of its own, or with one that is where it began: the part does not apply to it
//! and leaves its weight to the others (a warning). And what the settings themselves leave out: a region in no group, a region that an
//! indicator does not have (a note). Why: weights that move change the comparison. Remedy: add the shares to allocations.csv, or say in the
//! basis document that it is meant so.

use crate::assess::progress::completion_of;
use crate::assess::series::region_target;
use crate::diag::Diagnostic;
use crate::model::indicator::Target;
use crate::model::observation::Knowledge;
use crate::model::region::{CITY_KIND, RegionIx};
use crate::model::scoring::{Scoring, ScoringMethod, Weight};
use crate::number::Number;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    let Some(scoring) = &reach.plan.scoring else { return };
    let evaluated: Vec<RegionIx> = scoring.groups.iter().flat_map(|group| group.regions.iter().copied()).collect();
    let in_no_group = reach
        .site
        .numbered_regions()
        .filter(|(ix, region)| region.kind != CITY_KIND && !region.is_included && !evaluated.contains(ix))
        .map(|(ix, _)| ix);
    let in_no_group = names(reach, in_no_group);
    if !in_no_group.is_empty() {
        found.push(Diagnostic::note(
            "scoring-left-out",
            scoring.place,
            format!("not evaluated, since in no group: {in_no_group}"),
        ));
    }
    for weight in &scoring.weights {
        check_weight(reach, scoring, weight, &evaluated, found);
    }
}

fn check_weight(reach: Reach<'_>, scoring: &Scoring, weight: &Weight, evaluated: &[RegionIx], found: &mut Vec<Diagnostic>) {
    let indicator = reach.plan.indicator(weight.indicator);
    let is_asked = |region: &RegionIx| indicator.regions.contains(region);
    let not_asked = names(reach, evaluated.iter().copied().filter(|region| !is_asked(region)));
    if !not_asked.is_empty() {
        let message = format!("`{}` is not counted in {not_asked}; there its weight goes to the other parts", indicator.id);
        found.push(Diagnostic::note("scoring-left-out", weight.place, message));
    }
    if scoring.method != ScoringMethod::Completion {
        return;
    }
    let known = Knowledge::on(reach.assessment.as_of());
    let is_ceiling = indicator.target.as_ref().is_some_and(Target::is_ceiling);
    let is_measurable = |region: &RegionIx| {
        let target = region_target(reach.plan, indicator, weight.indicator, *region, known);
        target.is_some_and(|target| completion_of(Number::ZERO, target, indicator.baseline, is_ceiling).is_some())
    };
    let without = names(reach, evaluated.iter().copied().filter(|region| is_asked(region) && !is_measurable(region)));
    if !without.is_empty() {
        let message = format!("`{}` gives no target to {without}; there its weight goes to the other parts", indicator.id);
        found.push(
            Diagnostic::warning("scoring-target", weight.place, message)
                .help("add their shares to data/allocations.csv, or score by efficacy or rank"),
        );
    }
}

fn names(reach: Reach<'_>, regions: impl Iterator<Item = RegionIx>) -> String {
    regions.map(|region| reach.site.region(region).id.as_str()).collect::<Vec<_>>().join(", ")
}
