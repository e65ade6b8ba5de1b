//! **allocation-sum**: the shares of the regions add up to less or more than the target.
//!
//! Why: a fact worth knowing before somebody else finds it; offices often hand out more than the target on purpose. A note, never a fault.

use crate::diag::Diagnostic;
use crate::model::indicator::{Aggregate, Scope};
use crate::number::Number;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, indicator) in reach.plan.numbered_indicators() {
        let Some(target) = indicator.target.as_ref().and_then(|target| target.value) else { continue };
        // Shares of a rate are targets of their own, not parts of a whole.
        if indicator.aggregate != Aggregate::Sum || indicator.scope != Scope::Plan {
            continue;
        }
        let shares: Vec<_> =
            indicator.regions.iter().filter_map(|region| reach.plan.allocation(ix, *region, reach.assessment.as_of)).collect();
        let Some(first) = shares.first() else { continue };
        let sum: Number = shares.iter().map(|share| share.target).sum();
        if sum != target {
            let word = if sum < target { "short of" } else { "over" };
            found.push(Diagnostic::note(
                "allocation-sum",
                first.place,
                format!("the shares of `{}` add up to {sum}, {word} the target of {target}", indicator.id),
            ));
        }
    }
}
