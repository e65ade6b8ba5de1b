//! **contradiction**, **duplicate-row**: two rows about one figure, recorded on one day.
//!
//! What: rows for the same indicator, region and period end (2023-06, 2023-Q2 and 2023-H1 are one
//! period end) with the same recorded date. Why: nobody can say which one the office knew. Remedy:
//! keep one, or give the later one its own date and a `revision`.

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::message;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: codes::CONTRADICTION,
    is_settable: false,
    what: bilingual(
        "Two rows recorded on one day say different things about the same figure",
        "同一天记录的两行对同一数有不同的值",
    ),
    why: bilingual("Nobody can tell which of them is right", "无从判断哪个正确"),
    example: "2023-06,firms,,12,,2023-07-10,,\n2023-06,firms,,13,,2023-07-10,,",
    remedy: bilingual(
        "Keep the right one; a correction carries its own day and a revision",
        "保留正确的一行；更正须有自己的日期和修订类型",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for pair in context.plan.ledger.of(ix).windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.key() != second.key() || first.recorded != second.recorded {
            continue;
        }
        let id = &context.plan.indicator(ix).id;
        let what = format!("`{id}` {}", second.period);
        let show = |value: Option<crate::number::Number>| {
            value.map_or("—".to_string(), |v| v.to_string())
        };
        if first.value() == second.value() && first.flag == second.flag {
            continue;
        }
        found.push(
            codes::CONTRADICTION.at(second.location,
                message!(
                    "{what} is {} here and {} in another row, both recorded on {}",
                    "{what}此处为{}，另一行为{}，记录日期均为{}",
                    show(second.value()),
                    show(first.value()),
                    second.recorded
                ),
            )
            .label(first.location, message!("the other row", "另一行"))
            .help(message!(
                "keep the right one; if it was corrected later, give it its own recorded date and \
                    a revision",
                "保留正确的一行；如系事后更正，请填写更正当日的记录日期和修订类型"
            )),
        );
    }
}
