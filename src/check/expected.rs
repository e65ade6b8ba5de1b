//! **expected-end**: a node plan that ends at another number than the target, or reaches outside the plan.
//!
//! Why: at its last node the schedule is 100 %; another end would judge the year by a number the plan does not name. Remedy: let the last
//! point be the target, by the month it is promised for.

use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = reach.plan.indicator(ix);
    let (Schedule::Expected(points), Some(target)) = (&indicator.schedule, &indicator.target) else { return };
    let (Some(last), Some(value)) = (points.last(), target.value) else { return };
    // A plan that goes back is told where it is read.
    let is_falling = target.is_ceiling() && indicator.baseline.is_some();
    if points.windows(2).any(|pair| if is_falling { pair[1].value > pair[0].value } else { pair[1].value < pair[0].value }) {
        return;
    }
    let problem = if last.period.cut() > reach.plan.last || points[0].period.cut() < reach.plan.first {
        format!("the node plan of `{}` has a point outside the plan", indicator.id)
    } else if last.value != value {
        format!("the node plan of `{}` ends at {}, its target is {value}", indicator.id, last.value)
    } else {
        return;
    };
    found.push(
        Diagnostic::warning("expected-end", indicator.place, problem)
            .label(target.place, "the target")
            .help("let the last point be the target itself, by the month it is promised for"),
    );
}
