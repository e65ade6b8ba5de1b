//! One region by itself: told in the same way as an indicator of the whole plan area, with the region's share as the target.

use crate::assess::indicator::IndicatorAssessment;
use crate::assess::progress::family_of;
use crate::assess::regions::assess_regions;
use crate::assess::series::make_series;
use crate::assess::verdict::{Rule, Verdict};
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Scope};
use crate::model::observation::Knowledge;
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::model::status::StatusCode;

/// Tells of one region what an indicator tells of the plan area: an indicator of its own, whose target is the region's share.
/// Without a share it has no target and is only shown. Nothing where the indicator has no figures of the region.
#[must_use]
pub fn region_alone(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    region: RegionIx,
    known: Knowledge,
) -> Option<(Indicator, IndicatorAssessment)> {
    let series = make_series(plan, regions, ix, known).regions;
    let assessed = assess_regions(plan, ix, &series, known).into_iter().find(|one| one.region == region)?;
    let own = series.into_iter().find(|one| one.region == region)?.series;
    let mut indicator = Indicator { scope: Scope::Plan, override_by_hand: None, ..plan.indicator(ix).clone() };
    if assessed.status.is_none() && indicator.exemption.is_none() {
        indicator.target = None;
    }
    let rule = if indicator.exemption.is_some() { Rule::Exempt } else { Rule::NoTarget };
    let status = assessed.status.unwrap_or_else(|| Verdict::plain(StatusCode::NotAssessed, family_of(&indicator), rule));
    let cut = own.last_with_value().map(|point| point.period.cut());
    let parts = [indicator.numerator, indicator.denominator].into_iter().flatten();
    let inputs = std::iter::once(ix)
        .chain(parts)
        .flat_map(|ix| plan.ledger.in_force(ix, known).copied().collect::<Vec<_>>())
        .filter(|row| row.region == Some(region) && Some(row.period.cut()) == cut)
        .collect();
    let assessment = IndicatorAssessment {
        series: own,
        status,
        computed: None,
        last_known: None,
        partial: None,
        inputs,
        regions: Vec::new(),
        threshold: assessed.target,
    };
    Some((indicator, assessment))
}
