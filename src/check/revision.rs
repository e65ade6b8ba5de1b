//! **revision**: a later row replaces a figure without saying why.
//!
//! What: a row with an earlier one about the same figure that names no `revision`, or gives no reason in `note`.
//! Why: a figure that changes in silence cannot be trusted. Remedy: `source`, `correction`, `definition` or `withdrawn`, and the reason.

use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for pair in reach.plan.ledger.of(ix).windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.key() != second.key() || first.recorded == second.recorded {
            continue;
        }
        let id = &reach.plan.indicator(ix).id;
        // An empty first row is filled, not revised.
        let fills_gap = first.value.is_none() && second.value.is_some();
        if second.revision.is_none() && !fills_gap {
            found.push(
                Diagnostic::error(
                    "revision",
                    second.place,
                    format!("this row replaces the figure of `{id}` for {} without saying why", second.period),
                )
                .label(first.place, "the row it replaces")
                .help(
                    "fill the column `revision` with source, correction, definition or withdrawn, and give the reason in `note`",
                ),
            );
        } else if second.revision.is_some() && reach.plan.ledger.note(second).trim().is_empty() {
            found.push(
                Diagnostic::error(
                    "revision",
                    second.place,
                    format!("the revision of `{id}` for {} gives no reason", second.period),
                )
                .label(first.place, "the row it replaces")
                .help("say in `note` why the figure changed; readers see it"),
            );
        }
    }
}
