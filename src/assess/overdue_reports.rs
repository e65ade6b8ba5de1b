//! Says which report of an indicator is late, and who owes it: its department, or the regions that
//! are behind.

use crate::assess::indicator::IndicatorAssessment;
use crate::assess::regions::RegionAssessment;
use crate::assess::verdict::{Overdue, Rule};
use crate::model::indicator::{Indicator, Reporter};
use crate::model::region::RegionIx;
use crate::model::status::Standing;

/// A report that did not come, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueReport {
    /// Which one, and since when.
    pub overdue: Overdue,
    /// The regions whose figure is missing: where regions report themselves, or where only some of
    /// them came.
    pub regions: Vec<RegionIx>,
}

/// Finds the late report of an indicator. It is owed even where its target was reached for good.
#[must_use]
pub fn overdue_report(
    indicator: &Indicator,
    assessed: &IndicatorAssessment,
) -> Option<OverdueReport> {
    let computed = assessed.computed.as_deref().unwrap_or(&assessed.status);
    // The whole area may have its figure while single regions that report themselves are late.
    let of_region = || assessed.regions.iter().find_map(|region| region.status.as_ref()?.overdue);
    let overdue = computed.overdue.or_else(of_region)?;
    let names_regions = indicator.reporter == Some(Reporter::Regions) || assessed.partial.is_some();
    // Of a target of each region those are late of which nothing final is known, and those that
    // report themselves.
    let counts_regions = computed.rule == Rule::EveryRegion;
    let is_missing = |region: &RegionAssessment| {
        region.status.as_ref().is_some_and(|status| {
            status.code.standing() == Standing::Missing || status.overdue.is_some()
        })
    };
    let is_behind = |region: &&RegionAssessment| {
        region.answered.is_none_or(|period_end| period_end < overdue.period.end())
            && (!counts_regions || is_missing(region))
    };
    let regions = assessed
        .regions
        .iter()
        .filter(|_| names_regions)
        .filter(is_behind)
        .map(|region| region.region)
        .collect();
    Some(OverdueReport { overdue, regions })
}
