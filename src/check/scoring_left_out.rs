//! A region takes no part in the evaluation, or not in all parts of it.

use crate::diag::{Code, Diagnostic};
use crate::model::region::{CITY_KIND, RegionIx};
use crate::model::scoring::Weight;
use crate::said::say;

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::note("scoring-left-out"),
    is_settable: true,
    what: both(
        "A region takes no part in the evaluation, or not in all parts of it",
        "某地区不参加评价，或不参加其中某项",
    ),
    why: both("Readers and regions ask why", "读者和地区会问为什么"),
    example: "regions = [\"341302\"]   # of an indicator with a weight",
    remedy: both(
        "Nothing, if it is meant; else name the region",
        "如属本意则不必处理；否则请列出该地区",
    ),
};

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    let Some(scoring) = &reach.plan.scoring else { return };
    let evaluated: Vec<RegionIx> =
        scoring.groups.iter().flat_map(|group| group.regions.iter().copied()).collect();
    let in_no_group = reach
        .site
        .numbered_regions()
        .filter(|(ix, region)| {
            region.kind != CITY_KIND && !region.is_included && !evaluated.contains(ix)
        })
        .map(|(ix, _)| ix);
    let in_no_group = names(reach, in_no_group);
    if !in_no_group.is_empty() {
        found.push(RULE.at(
            scoring.place,
            say!(
                "not evaluated, since in no group: {in_no_group}",
                "因未编入任何组而不参加评价：{in_no_group}"
            ),
        ));
    }
    for weight in &scoring.weights {
        check_weight(reach, weight, &evaluated, found);
    }
}

fn check_weight(
    reach: Reach<'_>,
    weight: &Weight,
    evaluated: &[RegionIx],
    found: &mut Vec<Diagnostic>,
) {
    let indicator = reach.plan.indicator(weight.indicator);
    let is_asked = |region: &RegionIx| indicator.regions.contains(region);
    let not_asked = names(reach, evaluated.iter().copied().filter(|region| !is_asked(region)));
    if !not_asked.is_empty() {
        let message = say!(
            "`{}` is not counted in {not_asked}; there its weight goes to the other parts",
            "`{}`不适用于{not_asked}；其权重在当地分给其余指标",
            indicator.id
        );
        found.push(RULE.at(weight.place, message));
    }
}

fn names(reach: Reach<'_>, regions: impl Iterator<Item = RegionIx>) -> String {
    regions.map(|region| reach.site.region(region).id.as_str()).collect::<Vec<_>>().join(", ")
}
