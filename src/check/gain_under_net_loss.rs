//! a figure or a share below zero under a target that asks for a net loss (净减).
//!
//! Why: under 净减 the loss is what is counted, so −60 is a net gain of 60; an editor who writes a
//! reduction with a minus turns success into failure. It may have grown all the same, so this is a
//! warning: the figure is printed as a gain. Remedy: leave the minus out, or let the figure stand.

use crate::diag::{Code, Diagnostic};
use crate::message::{Message, message};
use crate::model::index::IndicatorIx;
use crate::model::indicator::Target;
use crate::model::observation::AsOf;
use crate::number::Number;
use crate::source::Location;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("gain-under-net-loss"),
    is_settable: true,
    what: bilingual(
        "A figure or a share below zero stands under a target that asks for a net loss",
        "目标为净减，而所填的数为负",
    ),
    why: bilingual(
        "Under 净减 the loss is counted: 60 lost is 60; with a minus it reads as a gain",
        "目标写“净减”的，净减数填正数；填了负号，净减就成了净增",
    ),
    example: "target = \"净减200户\"\n2023-09,households,a,-60,,2023-10-12,,",
    remedy: bilingual(
        "Write what was lost without a minus (60); if it did grow, let the figure stand",
        "净减填写为正数（60）；确为净增的，保留该数",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let is_meant = |target: &&Target| target.is_net_loss() && indicator.is_net_change();
    let Some(target) = indicator.target.as_ref().filter(is_meant) else { return };
    let id = &indicator.id;
    let mut tell = |location: Location, of: Message, value: Number| {
        let gain = value.abs();
        let message = Message::new(
            format!(
                "{} is {value}, a net gain of {gain}; its target is a net loss (`{}`)",
                of.en, target.phrase
            ),
            format!("{}为{value}，是净增{gain}；目标是净减（`{}`）", of.zh, target.phrase),
        );
        found.push(
            RULE.at(location, message).label(target.location, message!("the target", "目标")).help(
                message!(
                    "write what was lost without a minus: {gain}; if it did grow, let the figure \
                        stand, it is printed as a gain",
                    "净减应填写为正数：{gain}；确为净增的，保留该数，页面会写作净增"
                ),
            ),
        );
    };
    let known = AsOf::on(context.assessment.as_of());
    for row in context.plan.ledger.in_force(ix, known) {
        let Some(value) = row.value().filter(|value| value.is_negative()) else { continue };
        let period = row.period;
        tell(row.location, message!("`{id}` for {period}", "`{id}` {period}"), value);
    }
    for row in context.plan.allocations_of(ix).iter().filter(|row| row.target.is_negative()) {
        tell(row.location, message!("a share of `{id}`", "`{id}`的分解数"), row.target);
    }
}
