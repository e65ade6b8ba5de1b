//! a figure that was recorded before its period ended.
//!
//! Why: nobody can know how a period ends before it does; mostly the period is a slip of the pen,
//! and a figure of `2023` recorded in July would end the year. Remedy: correct the period or the
//! recorded date.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::error("recorded-early"),
    is_settable: true,
    what: bilingual("A figure was recorded before its period ended", "数据记录于时期结束之前"),
    why: bilingual("Nobody can know it yet", "那时还不可能知道"),
    example: "2023-06,firms,,12,,2023-06-20,,",
    remedy: bilingual("Correct the period or the recorded date", "更正时期或记录日期"),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for row in context.plan.ledger.of(ix) {
        let last_day = row.period.end().last_day();
        if row.value().is_some() && row.recorded < last_day {
            let id = &context.plan.indicator(ix).id;
            let message = message!(
                "`{id}` for {} was recorded on {}, before the period ended on {last_day}",
                "`{id}` {}的数记录于{}，早于该时期结束日{last_day}",
                row.period,
                row.recorded
            );
            found.push(RULE.at(row.location, message).help(message!(
                "correct the period or the recorded date; a figure of part of a period belongs to \
                    the month it reaches",
                "更正时期或记录日期；只到期中的数，应归到其所截至的月份"
            )));
        }
    }
}
