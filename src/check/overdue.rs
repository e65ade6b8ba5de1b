//! **overdue-report**: a figure that should be there by now, with who was to send it and for how many days it is late.
//!
//! Why: the office has to ask for it. A note: late reports are a fact about the figures, not a fault of the content. Public pages say 本期数据暂缺.

use crate::assess::owed::owed;
use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Reporter;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = reach.plan.indicator(ix);
    let Some(owed) = owed(indicator, reach.assessment.indicator(ix)) else { return };
    let missing: Vec<&str> = owed.regions.iter().map(|region| reach.site.region(*region).name.as_str()).collect();
    let who = match indicator.reporter {
        Some(Reporter::Department(department)) => reach.site.department(department).name.clone(),
        Some(Reporter::Regions) => "the regions".to_string(),
        None => "its reporter".to_string(),
    };
    let regions = if missing.is_empty() { String::new() } else { format!(" (missing: {})", missing.join("、")) };
    let overdue = owed.overdue;
    found.push(Diagnostic::note(
        "overdue-report",
        indicator.place,
        format!(
            "`{}` for {} is {} days late; due from {who} by {}{regions}",
            indicator.id, overdue.period, overdue.days, overdue.deadline
        ),
    ));
}
