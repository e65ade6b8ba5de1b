//! **sum-differs**: a figure of the whole area beside a complete sum of its regions, and the two are not the same.
//!
//! Why: readers can add. Remedy: correct one of them, or say in `note` what lies outside the regions. The figure of the whole area is the one shown.

use crate::assess::sums::sum_of_regions;
use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;
use crate::model::observation::Knowledge;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let known = Knowledge::on(reach.assessment.as_of());
    for whole in reach.plan.ledger.in_force(ix, known).filter(|row| row.region.is_none()) {
        let Some(value) = whole.value else { continue };
        let sum = sum_of_regions(reach.plan, &reach.site.regions, ix, whole.period.cut(), known);
        let Some(sum) = sum.filter(|sum| *sum != value) else { continue };
        let id = &reach.plan.indicator(ix).id;
        found.push(
            Diagnostic::warning(
                "sum-differs",
                whole.place,
                format!("`{id}` for {} is {value}, its regions add up to {sum}", whole.period),
            )
            .help("correct one of them, or leave the row of the whole area out so that the sum is shown"),
        );
    }
}
