//! a growth above zero under a target that asks for a fall.
//!
//! Why: growth is the published signed rate, so a fall of 3.2 % is −3.2; a forgotten minus turns
//! success into failure. It may have risen all the same, so this is a warning: the figure is
//! printed as a rise. Remedy: write the minus, or let the figure stand.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Measure;
use crate::model::observation::AsOf;
use crate::number::Number;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("rise-under-decline"),
    is_settable: true,
    what: bilingual(
        "A growth above zero stands under a target that asks for a fall",
        "目标为下降，而所填增速为正",
    ),
    why: bilingual(
        "A fall is written with a minus; without it a fall reads as a rise",
        "下降以负数填写；漏填负号，下降就成了上升",
    ),
    example: "target = \"下降3%\"\n2023-09,energy,,3.2,,2023-10-12,,",
    remedy: bilingual(
        "Write the fall with a minus (-3.2); if it did rise, let the figure stand",
        "下降填写为负数（-3.2）；确为上升的，保留该数",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let Some(target) = indicator.target.as_ref().filter(|_| indicator.measure == Measure::Growth)
    else {
        return;
    };
    if !target.is_lower_better() || target.threshold() >= Number::ZERO {
        return;
    }
    let known = AsOf::on(context.assessment.as_of());
    for row in
        context.plan.ledger.in_force(ix, known).filter(|row| row.period.end() >= context.plan.first)
    {
        let Some(value) = row.value().filter(|value| *value > Number::ZERO) else { continue };
        let (id, period, phrase) = (&indicator.id, row.period, &target.phrase);
        let message = message!(
            "`{id}` for {period} is {value}, a rise; its target is a fall (`{phrase}`)",
            "`{id}` {period}为{value}，是上升；目标是下降（`{phrase}`）"
        );
        found.push(
            RULE.at(row.location, message)
                .label(target.location, message!("the target", "目标"))
                .help(message!(
                    "write a fall with a minus: -{value}; if it did rise, let the figure stand, it \
                        is printed as a rise",
                    "下降应填写为负数：-{value}；确为上升的，保留该数，页面会写作上升"
                )),
        );
    }
}
