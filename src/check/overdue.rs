//! **overdue-report**: a figure that should be there by now, with who was to send it and for how many days it is late.
//!
//! Why: the office has to ask for it. A note: late reports are a fact about the figures, not a fault of the content. Public pages say 本期数据暂缺.

use crate::diag::Diagnostic;
use crate::model::indicator::Reporter;
use crate::model::status::StatusCode;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, indicator) in reach.plan.numbered_indicators() {
        let assessed = reach.assessment.indicator(ix);
        let computed = assessed.computed.as_ref().unwrap_or(&assessed.status);
        let Some(overdue) = computed.overdue.filter(|_| computed.code == StatusCode::OverdueReport) else { continue };
        let missing: Vec<&str> = assessed
            .regions
            .iter()
            .filter(|_| assessed.partial.is_some())
            .filter(|region| region.latest.is_none_or(|latest| latest.period.cut() < overdue.period.cut()))
            .map(|region| reach.site.region(region.region).name.as_str())
            .collect();
        let who = match indicator.reporter {
            Some(Reporter::Department(department)) => reach.site.department(department).name.clone(),
            Some(Reporter::Regions) => "the regions".to_string(),
            None => "its reporter".to_string(),
        };
        let regions = if missing.is_empty() { String::new() } else { format!(" (missing: {})", missing.join("、")) };
        found.push(Diagnostic::note(
            "overdue-report",
            indicator.place,
            format!(
                "`{}` for {} is {} days late; due from {who} by {}{regions}",
                indicator.id, overdue.period, overdue.days, overdue.deadline
            ),
        ));
    }
}
