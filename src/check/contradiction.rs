//! **contradiction**, **duplicate-row**: two rows about one figure, recorded on one day.
//!
//! What: rows for the same indicator, region and cut (2023-06, 2023-Q2 and 2023-H1 are one cut) with the same recorded date.
//! Why: nobody can say which one the office knew. Remedy: keep one, or give the later one its own date and a `revision`.

use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    for pair in reach.plan.ledger.of(ix).windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.key() != second.key() || first.recorded != second.recorded {
            continue;
        }
        let id = &reach.plan.indicator(ix).id;
        let what = format!("`{id}` for {}", second.period);
        let show = |value: Option<crate::number::Number>| value.map_or("nothing".to_string(), |v| v.to_string());
        if first.value == second.value && first.flag == second.flag {
            found.push(
                Diagnostic::warning(
                    "duplicate-row",
                    second.place,
                    format!("{what} is there twice, recorded on {}", second.recorded),
                )
                .label(first.place, "the other row")
                .help("remove one of them"),
            );
        } else {
            found.push(
                Diagnostic::error(
                    "contradiction",
                    second.place,
                    format!(
                        "{what} is {} here and {} in another row, both recorded on {}",
                        show(second.value),
                        show(first.value),
                        second.recorded
                    ),
                )
                .label(first.place, "the other row")
                .help("keep the right one; if it was corrected later, give it its own recorded date and a revision"),
            );
        }
    }
}
