//! One region by itself: told in the same way as an indicator of the whole plan area, with the
//! region's share as the target.

use crate::assess::indicator::IndicatorAssessment;
use crate::assess::points::{Point, Series};
use crate::assess::progress::family_of;
use crate::assess::regions::{RegionAssessment, assess_regions};
use crate::assess::series::make_series;
use crate::assess::verdict::{Rule, Verdict};
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Indicator;
use crate::model::observation::AsOf;
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::model::status::StatusCode;

/// Tells of one region what an indicator tells of the plan area, as far as its newest figure goes.
#[must_use]
pub fn single_region_newest(
    indicator: &Indicator,
    region: &RegionAssessment,
    looked_at: Date,
) -> IndicatorAssessment {
    let rule = if indicator.exemption.is_some() { Rule::Exempt } else { Rule::NoTarget };
    let without_status = || Verdict::plain(StatusCode::NotAssessed, family_of(indicator), rule);
    IndicatorAssessment {
        series: Series::of(region.latest.into_iter().chain(region.newer).collect()),
        status: region.status.as_deref().cloned().unwrap_or_else(without_status),
        computed: None,
        last_known: region.last_known.clone(),
        partial: None,
        inputs: Vec::new(),
        regions: Vec::new(),
        asked: region.asked,
        looked_at,
    }
}

/// The same with all its figures and the rows of the newest one. Nothing where the indicator has no
/// figures of the region.
#[must_use]
pub fn single_region(
    plan: &Plan,
    regions: &[Region],
    ix: IndicatorIx,
    region: RegionIx,
    known: AsOf,
) -> Option<IndicatorAssessment> {
    let indicator = plan.indicator(ix);
    let series = make_series(plan, regions, ix, known).regions;
    let assessed =
        assess_regions(plan, ix, &series, known).into_iter().find(|one| one.region == region)?;
    let own = series.into_iter().find(|one| one.region == region)?.series;
    // The figure it stands by, and what a newer row says in its place.
    let told = assessed.latest.into_iter().chain(assessed.newer);
    let parts = [Some(ix), indicator.numerator, indicator.denominator];
    let rows_at = |point: Point| {
        let end = point.period.end();
        let rows = parts.into_iter().flatten();
        rows.filter_map(move |ix| plan.ledger.in_force_at(ix, Some(region), end, known))
    };
    let inputs = told.flat_map(rows_at).copied().collect();
    Some(IndicatorAssessment {
        series: own,
        inputs,
        ..single_region_newest(indicator, &assessed, known.last_day())
    })
}
