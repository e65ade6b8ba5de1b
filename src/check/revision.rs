//! a later row replaces a figure without saying why.
//!
//! What: a row with an earlier one about the same figure that names no `revision`, or gives no
//! reason in `note`. Why: a figure that changes in silence cannot be trusted. Remedy: `source`,
//! `correction`, `definition` or `withdrawn`, and the reason.
//!
//! A row that replaces an empty one needs no `revision`: a gap is filled, not revised.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::error("revision"),
    is_settable: false,
    what: bilingual(
        "A later row replaces a figure without saying why",
        "后一行更改了数据而未说明原因",
    ),
    why: bilingual("A figure that changes in silence cannot be trusted", "悄悄改动的数不可信"),
    example: "2023-06,firms,,12,,2023-07-10,,\n2023-06,firms,,14,,2023-08-10,,",
    remedy: bilingual(
        "Fill `revision` with source, correction, definition or withdrawn, and say why in `note`",
        "在`revision`列填source、correction、definition或withdrawn，并在`note`列写明原因",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for pair in context.plan.ledger.of(ix).windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.key() != second.key() || first.recorded == second.recorded {
            continue;
        }
        let id = &context.plan.indicator(ix).id;
        // An empty first row is filled, not revised.
        let fills_gap = first.value().is_none() && second.value().is_some();
        if second.revision.is_none() && !fills_gap {
            found.push(
                RULE.at(second.location,
                    message!(
                        "this row replaces the figure of `{id}` for {} without saying why",
                        "本行更改了`{id}` {}的数，但未说明原因",
                        second.period
                    ),
                )
                .label(first.location, message!("the row it replaces", "被更改的行"))
                .help(message!(
                    "fill the column `revision` with source, correction, definition or withdrawn, \
                        and give the reason in `note`",
                    "在`revision`列填写source、correction、definition或withdrawn，并在`note`列写明原因"
                )),
            );
        } else if second.revision.is_some() && context.plan.ledger.note(second).trim().is_empty() {
            found.push(
                RULE.at(
                    second.location,
                    message!(
                        "the revision of `{id}` for {} gives no reason",
                        "`{id}` {}的修订没有写明原因",
                        second.period
                    ),
                )
                .label(first.location, message!("the row it replaces", "被更改的行"))
                .help(message!(
                    "say in `note` why the figure changed; readers see it",
                    "在`note`列写明数据为何更改；读者会看到"
                )),
            );
        }
    }
}
