//! A region has no target of its own to be scored by.

use crate::assess::series::asked_of_region;
use crate::assess::yardstick::Yardstick;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::observation::AsOf;
use crate::model::region::RegionIx;
use crate::model::scoring::{ScoringMethod, Weight};
use crate::number::Number;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("scoring-target"),
    is_settable: true,
    what: bilingual(
        "A region has no target of its own to be scored by",
        "某地区没有可据以计分的目标",
    ),
    why: bilingual(
        "Its weight goes to the other parts, which changes its score",
        "其权重会分给其余指标，得分随之改变",
    ),
    example: "method = \"completion\"   # and no share in allocations.csv",
    remedy: bilingual(
        "Add the shares, or score by efficacy or rank",
        "补充分解数，或用efficacy、rank",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(scoring) =
        context.plan.scoring.as_ref().filter(|scoring| scoring.method == ScoringMethod::Completion)
    else {
        return;
    };
    let evaluated: Vec<RegionIx> =
        scoring.groups.iter().flat_map(|group| group.regions.iter().copied()).collect();
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
    let known = AsOf::on(context.assessment.as_of());
    let is_measurable = |region: &RegionIx| {
        let asked = asked_of_region(context.plan, indicator, weight.indicator, *region, known);
        let yardstick = asked.and_then(|asked| Yardstick::new(context.plan, indicator, asked));
        yardstick.is_some_and(|one| one.scored_completion(Number::ZERO).is_some())
    };
    let without = names(
        context,
        evaluated.iter().copied().filter(|region| is_asked(region) && !is_measurable(region)),
    );
    if !without.is_empty() {
        let message = message!(
            "`{}` asks nothing of {without} that could be completed; there its weight goes to the \
                other parts",
            "`{}`对{without}没有可计完成率的目标；其权重在当地分给其余指标",
            indicator.id
        );
        found.push(RULE.at(weight.location, message).help(message!(
            "add their shares to data/allocations.csv, or score by efficacy or rank",
            "在data/allocations.csv中补充其分解数，或改用efficacy、rank方法"
        )));
    }
}

fn names(context: CheckContext<'_>, regions: impl Iterator<Item = RegionIx>) -> String {
    regions.map(|region| context.site.region(region).id.as_str()).collect::<Vec<_>>().join(", ")
}
