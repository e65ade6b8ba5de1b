//! A count below zero: what is counted since the start of the year is never less than nothing,
//! unless it is a net change.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::observation::AsOf;

use super::context::CheckContext;
use super::neighbours::is_cumulative;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("below-zero"),
    is_settable: true,
    what: bilingual("A count is below zero and no net change", "计数为负，而指标不是净增减"),
    why: bilingual(
        "Nothing can be counted less than not at all; most often a change was entered, or a minus \
            too many",
        "计数不会小于零；多半是误填了变化量或多写了负号",
    ),
    example: "target = \"50户\"\n2023-06,households,,-5,,2023-07-10,,",
    remedy: bilingual(
        "Enter what was counted since the start of the year; if entries less exits are meant, say \
            so in the target (净增, 净减)",
        "填写年初以来的累计数；如指净变化，在目标表述中写明“净增”或“净减”",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    if !is_cumulative(indicator) {
        return;
    }
    let known = AsOf::on(context.assessment.as_of());
    for row in context.plan.ledger.in_force(ix, known) {
        let Some(value) = row.value().filter(|value| value.is_negative()) else { continue };
        let (id, period) = (&indicator.id, row.period);
        let mut diagnostic = RULE.at(
            row.location,
            message!(
                "`{id}` for {period} is {value}; a count is never below zero",
                "`{id}` {period}为{value}；计数不会小于零"
            ),
        );
        if let Some(target) = &indicator.target {
            diagnostic = diagnostic.label(
                target.location,
                message!("the target says of no net change", "目标没有写净增、净减"),
            );
        }
        found.push(diagnostic);
    }
}
