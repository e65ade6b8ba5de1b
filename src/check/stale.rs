//! An item about which nothing new was recorded for long: no figure, no step, no update.

use std::collections::BTreeMap;

use crate::date::{Date, days_between};
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::ItemIx;
use crate::model::milestone::MilestoneEvent;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

/// A quarter, and the weeks in which its figures come.
const LONG: i32 = 120;

pub(super) const RULE: Rule = Rule {
    code: Code::note("stale-item"),
    is_settable: true,
    what: bilingual(
        "Nothing new was recorded about an item for four months",
        "某事项四个月没有新记录",
    ),
    why: bilingual("Readers take silence for standstill", "读者会把沉默当作停滞"),
    example: "items/07.md: its last figure was recorded on 2023-04-11, shown is 2023-10-25",
    remedy: bilingual(
        "Enter a figure or a step, or write an update that says how it stands",
        "填写数据或节点，或写一篇动态说明进展",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let today = context.assessment.as_of();
    let Some(begun) = context.plan.ledger.first_recorded() else { return };
    let mut newest_by_item: BTreeMap<ItemIx, Date> = BTreeMap::new();
    for update in context.plan.updates.iter().filter(|update| update.recorded <= today) {
        for ix in &update.items {
            let newest = newest_by_item.entry(*ix).or_insert(update.recorded);
            *newest = update.recorded.max(*newest);
        }
    }
    for (ix, item) in context.plan.numbered_items() {
        let newest =
            newest_of(context, ix, today).max(newest_by_item.get(&ix).copied()).unwrap_or(begun);
        let days = days_between(newest, today);
        if days > LONG {
            let message = message!(
                "nothing about item {} was recorded since {newest}, for {days} days",
                "事项{}自{newest}起已{days}天没有新记录",
                item.number
            );
            found.push(RULE.at(item.location, message));
        }
    }
}

/// Returns the newest day on which a figure or a step of an item was recorded.
fn newest_of(context: CheckContext<'_>, ix: ItemIx, today: Date) -> Option<Date> {
    let (plan, item) = (context.plan, context.plan.item(ix));
    let figures = item
        .indicators
        .iter()
        .filter_map(|indicator| plan.ledger.newest_recorded_of(*indicator, today));
    let steps = item
        .milestones
        .iter()
        .flat_map(|milestone| plan.events_of(*milestone))
        .map(|event: &MilestoneEvent| event.recorded);
    figures.chain(steps.filter(|day| *day <= today)).max()
}
