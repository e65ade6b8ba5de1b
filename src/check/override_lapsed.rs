//! a status set by hand that a later figure has put aside.
//!
//! Why: it speaks of what was known when it was set; a figure recorded since for the same period or
//! a later one is judged by the rules. Nobody should think that it still stands. Remedy: take it
//! out, or set it anew if the decision still holds.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::observation::AsOf;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("override-lapsed"),
    is_settable: true,
    what: bilingual(
        "A status set by hand has lapsed: a figure was recorded since",
        "人工核定已失效：此后有新记录的数据",
    ),
    why: bilingual("It spoke of what was known when it was set", "核定只针对当时所知的数据"),
    example: "override = { period = \"2023-06\", date = 2023-07-10, … \
        }\n2023-06,firms,,60,,2023-07-15,,",
    remedy: bilingual(
        "Take it out, or set it anew with a later date if the decision still holds",
        "删去；仍然有效的，用更晚的日期重新核定",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let Some(by_hand) = &indicator.override_by_hand else { return };
    let known = AsOf::on(context.assessment.as_of());
    if by_hand.date > known.as_of || context.assessment.indicator(ix).computed.is_some() {
        return;
    }
    let period_end = by_hand.period.end();
    let newer = context
        .plan
        .ledger
        .in_force(ix, known)
        .find(|row| row.recorded > by_hand.date && row.period.end() >= period_end);
    let Some(row) = newer else { return };
    let message = message!(
        "the status of `{}` set by hand on {} has lapsed: a figure for {} was recorded on {}",
        "`{}`于{}人工核定的状态已失效：{}的数据于{}记录",
        indicator.id,
        by_hand.date,
        row.period,
        row.recorded
    );
    found.push(
        RULE.at(by_hand.location, message)
            .label(row.location, message!("the figure", "该数据")).help(message!(
            "take the override out, or set it anew with a later date if the decision still holds",
            "删去override；仍然有效的，用更晚的日期重新核定"
        )),
    );
}
