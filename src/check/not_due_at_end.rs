//! a figure marked n (not due) for the last period of a plan.
//!
//! Why: at the end everything is due; only a list of an authority may come later. Remedy: give the
//! figure, or mark it x, z or c.

use crate::date::Date;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;
use crate::model::observation::{AsOf, ObservationStatus};

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::error("not-due-at-end"),
    is_settable: true,
    what: bilingual(
        "A figure of the plan's last period is marked n (not due)",
        "计划最后一期的数标记为n（未到节点）",
    ),
    why: bilingual(
        "At the end everything is due; only a list may come later",
        "期末各项均已到期；只有认定名单可能更晚",
    ),
    example: "2023,firms,,,n,2024-01-15,,",
    remedy: bilingual(
        "Give the figure, or mark it x (missing), z (not applicable) or c (not published)",
        "填写数值，或标记x（暂缺）、z（不适用）、c（不予公布）",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    if matches!(indicator.schedule, Schedule::Batch(_)) {
        return;
    }
    // Rows recorded later are looked at as well: the fault is in the table, whatever day is shown.
    let all = context.plan.ledger.in_force(ix, AsOf::on(Date::MAX));
    for row in all.filter(|row| {
        row.flag == Some(ObservationStatus::NotDue) && row.period.end() == context.plan.last
    }) {
        let message = message!(
            "`{}` for {} is marked not due, but it is the last period of the plan",
            "`{}` {}标记为未到节点，而这是计划最后一期",
            indicator.id,
            row.period
        );
        found.push(RULE.at(row.location, message).help(message!(
            "give the figure, or mark it x (missing), z (not applicable) or c (not published); \
                only a batch schedule waits longer",
            "填写数值，或标记x（暂缺）、z（不适用）、c（不予公布）；只有按批次的指标可以再等"
        )));
    }
}
