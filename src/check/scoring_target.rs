//! A region has no target of its own to be scored by.

use crate::assess::series::asked_of_region;
use crate::assess::yardstick::Yardstick;
use crate::diag::{Code, Diagnostic};
use crate::model::observation::Knowledge;
use crate::model::region::RegionIx;
use crate::model::scoring::{ScoringMethod, Weight};
use crate::number::Number;
use crate::said::say;

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("scoring-target"),
    is_settable: true,
    what: both("A region has no target of its own to be scored by", "某地区没有可据以计分的目标"),
    why: both(
        "Its weight goes to the other parts, which changes its score",
        "其权重会分给其余指标，得分随之改变",
    ),
    example: "method = \"completion\"   # and no share in allocations.csv",
    remedy: both("Add the shares, or score by efficacy or rank", "补充分解数，或用efficacy、rank"),
};

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    let Some(scoring) =
        reach.plan.scoring.as_ref().filter(|scoring| scoring.method == ScoringMethod::Completion)
    else {
        return;
    };
    let evaluated: Vec<RegionIx> =
        scoring.groups.iter().flat_map(|group| group.regions.iter().copied()).collect();
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
    let known = Knowledge::on(reach.assessment.as_of());
    let is_measurable = |region: &RegionIx| {
        let asked = asked_of_region(reach.plan, indicator, weight.indicator, *region, known);
        let yardstick = asked.and_then(|asked| Yardstick::new(reach.plan, indicator, asked));
        yardstick.is_some_and(|one| one.scored_completion(Number::ZERO).is_some())
    };
    let without = names(
        reach,
        evaluated.iter().copied().filter(|region| is_asked(region) && !is_measurable(region)),
    );
    if !without.is_empty() {
        let message = say!(
            "`{}` asks nothing of {without} that could be completed; there its weight goes to the \
                other parts",
            "`{}`对{without}没有可计完成率的目标；其权重在当地分给其余指标",
            indicator.id
        );
        found.push(RULE.at(weight.place, message).help(say!(
            "add their shares to data/allocations.csv, or score by efficacy or rank",
            "在data/allocations.csv中补充其分解数，或改用efficacy、rank方法"
        )));
    }
}

fn names(reach: Reach<'_>, regions: impl Iterator<Item = RegionIx>) -> String {
    regions.map(|region| reach.site.region(region).id.as_str()).collect::<Vec<_>>().join(", ")
}
