//! **allocation-sum**: the shares of the regions add up to less or more than the target.
//!
//! Why: a fact worth knowing before somebody else finds it; offices often hand out more than the target on purpose. A note, never a fault.

use crate::assess::sums::sum_of_shares;
use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let Some(first) = reach.plan.allocations_of(ix).first() else { return };
    let Some(shares) = sum_of_shares(reach.plan, &reach.site.regions, ix, reach.assessment.as_of()) else { return };
    let word = match shares.word() {
        "short" => "short of",
        "over" => "over",
        _ => return,
    };
    found.push(Diagnostic::note(
        "allocation-sum",
        first.place,
        format!(
            "the shares of `{}` add up to {}, {word} the target of {}",
            reach.plan.indicator(ix).id,
            shares.sum,
            shares.target
        ),
    ));
}
