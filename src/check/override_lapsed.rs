//! a status set by hand that a later figure has put aside.
//!
//! Why: it speaks of what was known when it was set; a figure recorded since for the same period or
//! a later one is judged by the rules. Nobody should think that it still stands. Remedy: take it
//! out, or set it anew if the decision still holds.

use crate::diag::{Code, Diagnostic};
use crate::model::index::IndicatorIx;
use crate::model::observation::Knowledge;
use crate::said::say;

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("override-lapsed"),
    is_settable: true,
    what: both(
        "A status set by hand has lapsed: a figure was recorded since",
        "人工核定已失效：此后有新记录的数据",
    ),
    why: both("It spoke of what was known when it was set", "核定只针对当时所知的数据"),
    example: "override = { period = \"2023-06\", date = 2023-07-10, … \
        }\n2023-06,firms,,60,,2023-07-15,,",
    remedy: both(
        "Take it out, or set it anew with a later date if the decision still holds",
        "删去；仍然有效的，用更晚的日期重新核定",
    ),
};

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = reach.plan.indicator(ix);
    let Some(by_hand) = &indicator.override_by_hand else { return };
    let known = Knowledge::on(reach.assessment.as_of());
    if by_hand.date > known.as_of || reach.assessment.indicator(ix).computed.is_some() {
        return;
    }
    let cut = by_hand.period.cut();
    let newer = reach
        .plan
        .ledger
        .in_force(ix, known)
        .find(|row| row.recorded > by_hand.date && row.period.cut() >= cut);
    let Some(row) = newer else { return };
    let message = say!(
        "the status of `{}` set by hand on {} has lapsed: a figure for {} was recorded on {}",
        "`{}`于{}人工核定的状态已失效：{}的数据于{}记录",
        indicator.id,
        by_hand.date,
        row.period,
        row.recorded
    );
    found.push(
        RULE.at(by_hand.place, message).label(row.place, say!("the figure", "该数据")).help(say!(
            "take the override out, or set it anew with a later date if the decision still holds",
            "删去override；仍然有效的，用更晚的日期重新核定"
        )),
    );
}
