//! the shares of the regions add up to less or more than the target.
//!
//! Why: a fact worth knowing before somebody else finds it; offices often hand out more than the
//! target on purpose. A note, never a fault.

use crate::assess::sums::sum_of_allocations;
use crate::diag::{Code, Diagnostic};
use crate::message::{Message, StaticMessage, message};
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("allocation-sum"),
    is_settable: true,
    what: bilingual(
        "The shares of the regions do not add up to the target",
        "各地区分解数合计不等于目标",
    ),
    why: bilingual(
        "Even if every region delivers, the target may be missed, or nobody knows who delivers the \
            rest",
        "即使各地区都完成，目标仍可能落空，或余下部分无人负责",
    ),
    example: "firms,341302,5,2023-03-01,,   # target 20, all shares 18",
    remedy: bilingual(
        "Ask for the missing share, or leave it as it is: a fact about the plan",
        "补齐分解数；或保持原样：这是计划本身的事实",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let Some(first) = context.plan.allocations_of(ix).first() else { return };
    let Some(allocations) =
        sum_of_allocations(context.plan, &context.site.regions, ix, context.assessment.as_of())
    else {
        return;
    };
    let word = match allocations.word() {
        "short" => StaticMessage::new("short of", "低于"),
        "over" => StaticMessage::new("over", "高于"),
        _ => return,
    };
    let indicator = context.plan.indicator(ix);
    let (id, sum, target) = (&indicator.id, allocations.sum, allocations.target);
    let promised = indicator.target.as_ref().filter(|_| allocations.is_strict);
    let asked = match promised {
        Some(promised) if promised.is_lower_better() => {
            message!(" (`{}` asks for no more)", "（`{}`即不超过此数）", promised.phrase)
        }
        Some(promised) => {
            message!(" (`{}` asks for so many)", "（`{}`即不少于此数）", promised.phrase)
        }
        None => message!("", ""),
    };
    found.push(RULE.at(
        first.location,
        Message::new(
            format!(
                "the shares of `{id}` add up to {sum}, {} the target of {target}{}",
                word.en, asked.en
            ),
            format!("`{id}`各地区分解数合计{sum}，{}目标{target}{}", word.zh, asked.zh),
        ),
    ));
}
