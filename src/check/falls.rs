//! A cumulative figure falls: what was counted since the start of the year cannot become less,
//! unless somebody corrected it.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::neighbours::{Neighbours, is_cumulative};
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("falls"),
    is_settable: true,
    what: bilingual("A cumulative figure falls without a revision", "累计数下降而没有修订"),
    why: bilingual(
        "What was counted since January cannot become less; most often a month's own figure was \
            entered",
        "从1月起累计的数不会减少；多半是误填了当月数",
    ),
    example: "2023-05,firms,,40,,2023-06-10,,\n2023-06,firms,,9,,2023-07-10,,",
    remedy: bilingual(
        "Enter the figure since the start of the year; if the earlier one was wrong, revise it",
        "填写年初以来的累计数；如前一期有误，请修订前一期",
    ),
};

pub(super) fn check(
    context: CheckContext<'_>,
    ix: IndicatorIx,
    pairs: &[Neighbours<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let indicator = context.plan.indicator(ix);
    if !is_cumulative(indicator) {
        return;
    }
    for pair in pairs {
        if pair.to >= pair.from || pair.later.revision.is_some() {
            continue;
        }
        let (id, from, to, since, now) =
            (&indicator.id, pair.from, pair.to, pair.earlier.period, pair.later.period);
        found.push(
            RULE.at(
                pair.later.location,
                message!(
                    "`{id}` falls from {from} ({since}) to {to} ({now})",
                    "`{id}`由{from}（{since}）降为{to}（{now}）"
                ),
            )
            .label(pair.earlier.location, message!("the earlier figure", "前一期")),
        );
    }
}
