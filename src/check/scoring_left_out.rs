//! A region takes no part in the evaluation, or not in all parts of it.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::region::{CITY_KIND, RegionIx};
use crate::model::scoring::Weight;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("scoring-left-out"),
    is_settable: true,
    what: bilingual(
        "A region takes no part in the evaluation, or not in all parts of it",
        "某地区不参加评价，或不参加其中某项",
    ),
    why: bilingual("Readers and regions ask why", "读者和地区会问为什么"),
    example: "regions = [\"341302\"]   # of an indicator with a weight",
    remedy: bilingual(
        "Nothing, if it is meant; else name the region",
        "如属本意则不必处理；否则请列出该地区",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(scoring) = &context.plan.scoring else { return };
    let evaluated: Vec<RegionIx> =
        scoring.groups.iter().flat_map(|group| group.regions.iter().copied()).collect();
    let in_no_group = context
        .site
        .numbered_regions()
        .filter(|(ix, region)| {
            region.kind != CITY_KIND && !region.is_included && !evaluated.contains(ix)
        })
        .map(|(ix, _)| ix);
    let in_no_group = names(context, in_no_group);
    if !in_no_group.is_empty() {
        found.push(RULE.at(
            scoring.location,
            message!(
                "not evaluated, since in no group: {in_no_group}",
                "因未编入任何组而不参加评价：{in_no_group}"
            ),
        ));
    }
    for weight in &scoring.weights {
        check_weight(context, weight, &evaluated, found);
    }
}

fn check_weight(
    context: CheckContext<'_>,
    weight: &Weight,
    evaluated: &[RegionIx],
    found: &mut Vec<Diagnostic>,
) {
    let indicator = context.plan.indicator(weight.indicator);
    let is_asked = |region: &RegionIx| indicator.regions.contains(region);
    let not_asked = names(context, evaluated.iter().copied().filter(|region| !is_asked(region)));
    if !not_asked.is_empty() {
        let message = message!(
            "`{}` is not counted in {not_asked}; there its weight goes to the other parts",
            "`{}`不适用于{not_asked}；其权重在当地分给其余指标",
            indicator.id
        );
        found.push(RULE.at(weight.location, message));
    }
}

fn names(context: CheckContext<'_>, regions: impl Iterator<Item = RegionIx>) -> String {
    regions.map(|region| context.site.region(region).id.as_str()).collect::<Vec<_>>().join(", ")
}
