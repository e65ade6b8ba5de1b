//! A row of the ledger is there twice.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("duplicate-row"),
    is_settable: true,
    what: bilingual("A row of the ledger is there twice", "同一行重复出现"),
    why: bilingual(
        "It is harmless, and mostly a sign that a file was pasted twice",
        "本身无害，多半是文件被粘贴了两次",
    ),
    example: "2023-06,firms,,12,,2023-07-10,,\n2023-06,firms,,12,,2023-07-10,,",
    remedy: bilingual("Remove one of them", "删去其中一行"),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for pair in context.plan.ledger.of(ix).windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let is_same = first.key() == second.key() && first.recorded == second.recorded;
        if !is_same || first.value() != second.value() || first.flag != second.flag {
            continue;
        }
        let what = format!("`{}` {}", context.plan.indicator(ix).id, second.period);
        let message = message!(
            "{what} is there twice, recorded on {}",
            "{what}有两行相同的记录，记录日期均为{}",
            second.recorded
        );
        found.push(
            RULE.at(second.location, message)
                .label(first.location, message!("the other row", "另一行"))
                .help(message!("remove one of them", "删去其中一行")),
        );
    }
}
