//! **recorded-early**: a figure that was recorded before its period ended.
//!
//! Why: nobody can know how a period ends before it does; mostly the period is a slip of the pen, and a figure of `2023` recorded in July
//! would end the year. Remedy: correct the period or the recorded date.

use crate::diag::{Diagnostic, Severity};
use crate::model::index::IndicatorIx;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for row in reach.plan.ledger.of(ix) {
        let last_day = row.period.cut().last_day();
        if row.value.is_some() && row.recorded < last_day {
            let id = &reach.plan.indicator(ix).id;
            let message =
                format!("`{id}` for {} was recorded on {}, before the period ended on {last_day}", row.period, row.recorded);
            found.push(
                Diagnostic::new("recorded-early", Severity::Error, Some(row.place), message).help(
                    "correct the period or the recorded date; a figure of part of a period belongs to the month it reaches",
                ),
            );
        }
    }
}
