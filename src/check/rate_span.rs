//! a rate of change in a plan of several years that does not say of what span it is.
//!
//! Why: 下降18% over five years and in each of them are two promises. It is read as one of each year,
//! as rates are published. Remedy: write 累计, or 每年 or 年均.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Measure, Target};

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("rate-span"),
    is_settable: true,
    what: bilingual(
        "A rate of change in a plan of several years does not say of what span it is",
        "多年计划的增速目标没有写明是全计划期的还是逐年的",
    ),
    why: bilingual(
        "A fall of 18% over five years and one in each of them are two promises; it is read as one \
            of each year",
        "五年累计下降18%与每年下降18%是两回事；未写明的按逐年的同比增速处理",
    ),
    example: "start = 2021-01-01\nend = 2025-12-31\ntarget = \"下降18%\"",
    remedy: bilingual(
        "Write 累计 for the whole plan (or compare with the year before it: 比2020年), 每年 or 年均 for \
            each year",
        "全计划期的写“累计”（或写明比计划期前一年，如“比2020年”），逐年的写“每年”或“年均”",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let (plan, indicator) = (context.plan, context.plan.indicator(ix));
    // A limit on a rise (涨幅3%以内) is one of each year wherever it stands.
    let is_meant = |target: &&Target| {
        let limits_a_rise = target.is_lower_better() && !target.asks_for_fall();
        !limits_a_rise && target.names_no_span(plan.first, plan.last)
    };
    let Some(target) = indicator.target.as_ref().filter(is_meant) else { return };
    if indicator.measure != Measure::Growth || plan.months() <= 12 {
        return;
    }
    let (id, phrase) = (&indicator.id, &target.phrase);
    let message = message!(
        "the target `{phrase}` of `{id}` does not say whether it is of the whole plan or of each \
            year; it is read as one of each year",
        "`{id}`的目标`{phrase}`没有写明是全计划期的还是逐年的，现按逐年的同比增速处理"
    );
    found.push(RULE.at(target.location, message).help(message!(
        "write 累计 for the whole plan, 每年 or 年均 for each year",
        "全计划期的写“累计”，逐年的写“每年”或“年均”"
    )));
}
