//! **sum-differs**: a figure of the whole area beside a complete sum of its regions, and the two are not the same.
//!
//! Why: readers can add. Remedy: correct one of them, or say in `note` what lies outside the regions. The figure of the whole area is the one shown.

use crate::assess::sums::sum_of_regions;
use crate::diag::Diagnostic;
use crate::model::observation::Knowledge;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    let known = Knowledge::on(reach.assessment.as_of);
    for (ix, indicator) in reach.plan.numbered_indicators() {
        for whole in reach.plan.ledger.in_force(ix, known).filter(|row| row.region.is_none()) {
            let Some(value) = whole.value else { continue };
            let sum = sum_of_regions(reach.plan, &reach.site.regions, ix, whole.period.cut(), known);
            let Some(sum) = sum.filter(|sum| *sum != value) else { continue };
            found.push(
                Diagnostic::warning(
                    "sum-differs",
                    whole.place,
                    format!("`{}` for {} is {value}, its regions add up to {sum}", indicator.id, whole.period),
                )
                .help("correct one of them, or leave the row of the whole area out so that the sum is shown"),
            );
        }
    }
}
