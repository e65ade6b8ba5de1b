//! the shares of the regions add up to less or more than the target.
//!
//! Why: a fact worth knowing before somebody else finds it; offices often hand out more than the
//! target on purpose. A note, never a fault.

use crate::assess::sums::sum_of_shares;
use crate::diag::{Code, Diagnostic};
use crate::model::index::IndicatorIx;
use crate::said::{Both, Said};

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::note("allocation-sum"),
    is_settable: true,
    what: both(
        "The shares of the regions do not add up to the target",
        "各地区分解数合计不等于目标",
    ),
    why: both(
        "Even if every region delivers, the target may be missed, or nobody knows who delivers the \
            rest",
        "即使各地区都完成，目标仍可能落空，或余下部分无人负责",
    ),
    example: "firms,341302,5,2023-03-01,,   # target 20, all shares 18",
    remedy: both(
        "Ask for the missing share, or leave it as it is: a fact about the plan",
        "补齐分解数；或保持原样：这是计划本身的事实",
    ),
};

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let Some(first) = reach.plan.allocations_of(ix).first() else { return };
    let Some(shares) = sum_of_shares(reach.plan, &reach.site.regions, ix, reach.assessment.as_of())
    else {
        return;
    };
    let word = match shares.word() {
        "short" => Both::new("short of", "低于"),
        "over" => Both::new("over", "高于"),
        _ => return,
    };
    let id = &reach.plan.indicator(ix).id;
    found.push(RULE.at(
        first.place,
        Said::new(
            format!(
                "the shares of `{id}` add up to {}, {} the target of {}",
                shares.sum, word.en, shares.target
            ),
            format!("`{id}`各地区分解数合计{}，{}目标{}", shares.sum, word.zh, shares.target),
        ),
    ));
}
