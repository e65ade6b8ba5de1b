//! **sum-differs**: a figure of the whole area beside a complete sum of its regions, and the two are not the same.
//!
//! Why: readers can add. Remedy: correct one of them, or say in `note` what lies outside the regions. The figure of the whole area is the one shown.

use crate::diag::Diagnostic;
use crate::model::indicator::{Aggregate, Scope};
use crate::model::observation::{Flag, Knowledge};
use crate::number::Number;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, indicator) in reach.plan.numbered_indicators() {
        if indicator.aggregate != Aggregate::Sum || indicator.scope != Scope::Plan {
            continue;
        }
        let rows: Vec<_> = reach.plan.ledger.in_force(ix, Knowledge::on(reach.assessment.as_of)).collect();
        for whole in rows.iter().filter(|row| row.region.is_none()) {
            let Some(value) = whole.value else { continue };
            let counted = |region: &crate::model::region::RegionIx| !reach.site.region(*region).is_included;
            let reported: Vec<_> = rows
                .iter()
                .filter(|row| row.period.cut() == whole.period.cut() && row.region.as_ref().is_some_and(counted))
                // z counts as none needed.
                .filter(|row| row.value.is_some() || row.flag == Some(Flag::NotApplicable))
                .collect();
            let asked = indicator.regions.iter().filter(|region| counted(region)).count();
            let sum: Number = reported.iter().filter_map(|row| row.value).sum();
            if reported.len() == asked && asked > 0 && sum != value {
                found.push(
                    Diagnostic::warning(
                        "sum-differs",
                        whole.place,
                        format!("`{}` for {} is {value}, its {asked} regions add up to {sum}", indicator.id, whole.period),
                    )
                    .help("correct one of them, or leave the row of the whole area out so that the sum is shown"),
                );
            }
        }
    }
}
