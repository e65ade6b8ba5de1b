//! a node plan that ends at another number than the target, or reaches outside the plan.
//!
//! Why: at its last node the schedule is 100 %; another end would judge the year by a number the
//! plan does not name. Remedy: let the last point be the target, by the month it is promised for.

use crate::assess::yardstick::{Demand, Yardstick};
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("expected-end"),
    is_settable: true,
    what: bilingual(
        "A node plan ends at another number than the target, or outside the plan",
        "节点计划的终点不是目标，或在计划期外",
    ),
    why: bilingual(
        "On the last node somebody would be on schedule without having delivered",
        "到最后节点时未完成目标也会显示为达到序时",
    ),
    example: "{ expected = [[\"2023-06\", 40], [\"2023-12\", 90]] }   # target 100",
    remedy: bilingual("Let the last point be the target itself", "最后一个节点写目标本身"),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let (Schedule::Expected(points), Some(target)) = (&indicator.schedule, &indicator.target)
    else {
        return;
    };
    let (Some(last), Some(_)) = (points.last(), target.value) else { return };
    let value = target.threshold();
    // More than 100 whole ones are 101; both are the target itself.
    let asked_in_the_end =
        Yardstick::new(context.plan, indicator, Demand::Target).map(|one| one.threshold());
    // A plan that goes back is told where it is read.
    let is_falling = target.is_lower_better() && !indicator.measure.is_cumulative();
    if points.windows(2).any(|pair| {
        if is_falling { pair[1].value > pair[0].value } else { pair[1].value < pair[0].value }
    }) {
        return;
    }
    let problem =
        if last.period.end() > context.plan.last || points[0].period.end() < context.plan.first {
            message!(
                "the node plan of `{}` has a point outside the plan",
                "`{}`的节点计划有节点不在计划期内",
                indicator.id
            )
        } else if last.value != value && Some(last.value) != asked_in_the_end {
            message!(
                "the node plan of `{}` ends at {}, its target is {value}",
                "`{}`的节点计划止于{}，而目标为{value}",
                indicator.id,
                last.value
            )
        } else {
            return;
        };
    found.push(
        RULE.at(indicator.location, problem)
            .label(target.location, message!("the target", "目标"))
            .help(message!(
                "let the last point be the target itself, by the month it is promised for",
                "最后一个节点应为目标本身，月份为承诺完成的月份"
            )),
    );
}
