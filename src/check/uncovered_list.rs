//! a list of an authority that is out, and no figure that covers it although one should be there.
//!
//! Why: what the list certified is counted nowhere, and the target waits. Remedy: report the figure
//! of the first period that ends on or after the list's day.

use crate::assess::lists::report_with_list;
use crate::date::Date;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Indicator;
use crate::model::period::PeriodEnd;
use crate::model::plan::Plan;

use super::context::CheckContext;
use super::row_before_list::{lists_without_figure, month_of};
use super::rule::{Rule, bilingual};

/// Where no rule says when figures are due, so many months are let pass after the list's own.
const MONTHS_WITHOUT_RULE: i32 = 3;

pub(super) const RULE: Rule = Rule {
    code: Code::warning("uncovered-list"),
    is_settable: true,
    what: bilingual(
        "A list is out, a period that covers it is over, and no figure covers it",
        "名单已公布，涵盖它的一期已经过去，却没有涵盖它的数据",
    ),
    why: bilingual(
        "What the list certified is counted nowhere, and the target stays undecided",
        "名单认定的数没有计入，目标一直不能下结论",
    ),
    example: "batches = [{ published = 2023-07-10 }]   # and no row of a period after 2023-06",
    remedy: bilingual(
        "Report the figure of the first period that ends on or after the list's day",
        "填报期末不早于名单公布日的第一期的数",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let today = context.assessment.as_of();
    let lists = lists_without_figure(context, ix);
    let Some(list) =
        lists.into_iter().find(|list| awaited_until(context.plan, indicator, *list) < today)
    else {
        return;
    };
    let message = message!(
        "`{}`: the list of {} is out, and no figure covers it",
        "`{}`：名单已于{}公布，还没有涵盖它的数据",
        indicator.id,
        list
    );
    found.push(RULE.at(indicator.location, message).help(message!(
        "report the figure of a period that ends on or after the list's day; a list after the end \
            of the plan enters the last period once its figure is recorded anew",
        "填报期末不早于名单公布日的一期的数；计划期末以后公布的名单，在最后一期重新填报后计入"
    )));
}

/// Returns until when a figure that covers a list can be awaited.
fn awaited_until(plan: &Plan, indicator: &Indicator, list: Date) -> Date {
    let first: PeriodEnd = month_of(list);
    report_with_list(plan, indicator, list).map_or_else(
        || first.plus_months(MONTHS_WITHOUT_RULE).min(plan.last.max(first)).last_day(),
        |(_, last_day)| last_day,
    )
}
