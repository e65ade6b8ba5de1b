//! Makes one series of figures for the plan area out of the ledger, and one for each region.
//!
//! A figure of the whole area stands for itself. Where there is none, the regions make it: a sum
//! exists for a period only if every separate region has a figure (z counts as none needed); a
//! share comes from its numerator and denominator; an each-region target counts the regions that
//! attained it. Growth and shares are never summed or averaged.
//!
//! How many regions attained is counted from their rows; a row of the whole area about such a
//! target is an error.

use crate::assess::points::{
    AllSeries, Derived, Point, RegionCount, RegionSeries, Series, most_doubtful,
};
use crate::assess::yardstick::{Demand, Yardstick};
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Aggregate, Indicator};
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::model::period::{Period, PeriodEnd};
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::number::Number;

/// Makes the series of an indicator as known on a day.
#[must_use]
pub fn make_series(plan: &Plan, regions: &[Region], ix: IndicatorIx, known: AsOf) -> AllSeries {
    let indicator = plan.indicator(ix);
    let mut whole = Series::default();
    let mut by_region: Vec<RegionSeries> = indicator
        .regions
        .iter()
        .map(|region| RegionSeries { region: *region, series: Series::default() })
        .collect();
    // Figures from before the plan are kept in the ledger; what the plan promised is not judged by
    // them.
    let rows: Vec<&Observation> =
        plan.ledger.in_force(ix, known).filter(|row| row.period.end() >= plan.first).collect();
    for own in rows.chunk_by(|a, b| a.region == b.region) {
        let series = || Series::of(own.iter().map(|row| reported(row)).collect());
        match own[0].region {
            // Only the regions say how many of them attained.
            None if indicator.counts_regions() => {}
            None => whole = series(),
            Some(region) => {
                if let Ok(at) = by_region.binary_search_by_key(&region, |series| series.region) {
                    by_region[at].series = series();
                }
            }
        }
    }
    let parts = share_parts(indicator, ix)
        .map(|parts| parts.map(|part| make_series(plan, regions, part, known)));
    if let Some(parts) = &parts {
        for (at, own) in by_region.iter_mut().enumerate() {
            if let [Some(above), Some(below)] =
                parts.each_ref().map(|part| of_region(part, own.region, at))
            {
                fill_gaps(&mut own.series, ratios(above, below), breaks_of([above, below]));
            }
        }
    }
    let (derived, breaks) = match &parts {
        Some([numerator, denominator]) if !indicator.counts_regions() => {
            let (above, below) = (&numerator.whole, &denominator.whole);
            (ratios(above, below), breaks_of([above, below]))
        }
        _ => derive_whole(plan, regions, indicator, &by_region, ix, known),
    };
    fill_gaps(&mut whole, derived, breaks);
    AllSeries { whole, regions: by_region }
}

/// Returns the two indicators a share is made of. A share of itself would never end.
fn share_parts(indicator: &Indicator, ix: IndicatorIx) -> Option<[IndicatorIx; 2]> {
    let parts = [indicator.numerator?, indicator.denominator?];
    (!parts.contains(&ix)).then_some(parts)
}

/// Finds a region's series; most often it stands at the same place.
fn of_region(all: &AllSeries, region: RegionIx, at: usize) -> Option<&Series> {
    let is_it = |one: &&RegionSeries| one.region == region;
    all.regions
        .get(at)
        .filter(is_it)
        .or_else(|| all.regions.iter().find(is_it))
        .map(|one| &one.series)
}

/// Lists where the definition of what something is made of changed.
fn breaks_of<'s>(parts: impl IntoIterator<Item = &'s Series>) -> Vec<PeriodEnd> {
    parts.into_iter().flat_map(|part| &part.breaks).copied().collect()
}

/// Adds figures that follow from others where none was reported, and where their parts changed.
/// What was withheld on purpose, or does not apply, stays so.
///
/// The sum of the regions does not replace it, or withholding would be undone.
fn fill_gaps(series: &mut Series, derived: Vec<Point>, breaks: Vec<PeriodEnd>) {
    // What was reported says itself whether its definition changed.
    let own = breaks.into_iter().filter(|end| series.value_at(*end).is_none());
    let own: Vec<PeriodEnd> = own.collect();
    series.breaks.extend(own);
    series.points.reserve(derived.len());
    // Every point is put where it belongs in time: what is looked up next is found by the order.
    for point in derived {
        match series.points.binary_search_by_key(&point.period.end(), |known| known.period.end()) {
            Err(at) => series.points.insert(at, point),
            Ok(at) => {
                let known = &mut series.points[at];
                let is_fixed = known.flag.is_some_and(ObservationStatus::withholds_value);
                // A ratio of which a part is missing says less than whoever says that nothing is
                // due.
                let is_no_answer = known.flag == Some(ObservationStatus::Missing)
                    && point.flag == Some(ObservationStatus::NotApplicable);
                let is_weaker = point.value.is_none()
                    && point.regions.is_none()
                    && known.flag.is_some()
                    && !is_no_answer;
                if known.value.is_none() && !is_fixed && !is_weaker {
                    *known = point;
                }
            }
        }
    }
}

fn reported(row: &Observation) -> Point {
    Point {
        period: row.period,
        value: row.value(),
        flag: row.flag,
        recorded: row.recorded,
        derived: None,
        regions: None,
    }
}

/// Makes the figures of the whole area that follow from others.
fn derive_whole(
    plan: &Plan,
    regions: &[Region],
    indicator: &Indicator,
    by_region: &[RegionSeries],
    ix: IndicatorIx,
    known: AsOf,
) -> (Vec<Point>, Vec<PeriodEnd>) {
    let is_asked = |region: RegionIx| {
        !is_included(regions, region) && !is_spared(plan, indicator, ix, region, known)
    };
    let counted: Vec<&RegionSeries> =
        by_region.iter().filter(|series| is_asked(series.region)).collect();
    let how = match indicator.aggregate {
        _ if indicator.counts_regions() => Derived::Attained,
        Aggregate::Sum => Derived::Sum,
        Aggregate::Max => Derived::Max,
        Aggregate::None => return Default::default(),
    };
    let period_ends = distinct_periods(counted.iter().map(|series| &series.series));
    let worth = |region: RegionIx, value: Number| match how {
        Derived::Attained => is_attained(plan, indicator, ix, region, value, known),
        _ => value,
    };
    // All series run through the year together.
    let mut ahead: Vec<&[Point]> =
        counted.iter().map(|series| series.series.points.as_slice()).collect();
    // There are no more regions than their numbers have room for.
    let asked = u16::try_from(counted.len()).unwrap_or(u16::MAX);
    let mut derived = Vec::with_capacity(period_ends.len());
    for period in period_ends {
        let parts = counted.iter().zip(&mut ahead).filter_map(|(series, ahead)| {
            let point = ahead.first().filter(|point| point.period.end() == period.end())?;
            *ahead = &ahead[1..];
            Some((series.region, point))
        });
        derived.extend(derive_point(period, how, asked, parts, &worth));
    }
    (derived, breaks_of(counted.iter().map(|one| &one.series)))
}

/// Lists the periods of several series in the order of time, each period end once.
pub fn distinct_periods<'s>(series: impl Iterator<Item = &'s Series>) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for one in series {
        // Most series have the periods of the one before.
        let mut at = 0;
        for point in &one.points {
            let period_end = point.period.end();
            while periods.get(at).is_some_and(|known| known.end() < period_end) {
                at += 1;
            }
            if periods.get(at).is_none_or(|known| known.end() != period_end) {
                periods.insert(at, point.period);
            }
        }
    }
    periods
}

/// Returns whether a region's figures are part of another region's.
#[must_use]
pub fn is_included(regions: &[Region], ix: RegionIx) -> bool {
    regions.get(ix.row()).is_some_and(|region| region.is_included)
}

/// Makes one figure of those of the regions; `worth` is what a region's figure adds to it.
fn derive_point<'p>(
    period: Period,
    how: Derived,
    asked: u16,
    parts: impl Iterator<Item = (RegionIx, &'p Point)>,
    worth: &dyn Fn(RegionIx, Number) -> Number,
) -> Option<Point> {
    let mut point = Point {
        period,
        value: None,
        flag: None,
        recorded: Date::MIN,
        derived: Some(how),
        regions: None,
    };
    let (mut reported, mut not_applicable, mut withheld): (u16, u16, u16) = (0, 0, 0);
    let mut has_unfinished = false;
    let mut so_far: Option<Number> = None;
    for (region, part) in parts {
        match (part.value, part.flag) {
            (Some(value), flag) => {
                reported += 1;
                point.flag = most_doubtful(point.flag, flag);
                has_unfinished |= flag.is_some_and(ObservationStatus::is_unfinished);
                let value = worth(region, value);
                so_far = Some(match (so_far, how) {
                    (None, _) => value,
                    (Some(largest), Derived::Max) => largest.max(value),
                    (Some(sum), _) => sum + value,
                });
            }
            (None, Some(ObservationStatus::NotApplicable)) => {
                reported += 1;
                not_applicable += 1;
            }
            (None, Some(ObservationStatus::Withheld)) => withheld += 1,
            (None, _) => continue,
        }
        point.recorded = point.recorded.max(part.recorded);
    }
    if reported + withheld == 0 {
        return None;
    }
    // How many regions attained is known without those that are withheld.
    let mut hidden = 0;
    if how == Derived::Attained && so_far.is_some() {
        (reported, withheld, hidden) = (reported + withheld, 0, withheld);
    }
    let count = RegionCount {
        reported,
        withheld,
        hidden,
        asked,
        not_applicable,
        so_far: so_far.unwrap_or(Number::ZERO),
        has_unfinished,
    };
    if count.is_complete() {
        if so_far.is_none() {
            point.flag = Some(ObservationStatus::NotApplicable);
        }
        point.value = so_far;
    } else if reported + withheld == asked {
        // All have answered; with one of them the whole is withheld, or it could be worked out.
        point.flag = Some(ObservationStatus::Withheld);
    } else {
        point.flag = Some(ObservationStatus::Missing);
    }
    point.regions = Some(count);
    Some(point)
}

/// Returns one if a region attained its own target: its allocation, or the target every region has.
fn is_attained(
    plan: &Plan,
    indicator: &Indicator,
    ix: IndicatorIx,
    region: RegionIx,
    value: Number,
    known: AsOf,
) -> Number {
    let asked = asked_of_region(plan, indicator, ix, region, known).unwrap_or(Demand::Target);
    let yardstick = Yardstick::new(plan, indicator, asked);
    if yardstick.is_some_and(|one| one.passes(value)) { Number::ONE } else { Number::ZERO }
}

/// Returns what is asked of a region: its allocation, else the target every region has, else
/// nothing.
#[must_use]
pub fn asked_of_region(
    plan: &Plan,
    indicator: &Indicator,
    ix: IndicatorIx,
    region: RegionIx,
    known: AsOf,
) -> Option<Demand> {
    if let Some(row) = plan.allocation(ix, region, known) {
        return Some(Demand::Allocation(row.target));
    }
    indicator.counts_regions().then_some(Demand::Target)
}

/// Returns whether nothing of an each-region target was allotted to a region: it is asked for
/// nothing. Of a ceiling, nothing is what it may use.
#[must_use]
pub fn is_spared(
    plan: &Plan,
    indicator: &Indicator,
    ix: IndicatorIx,
    region: RegionIx,
    known: AsOf,
) -> bool {
    let asks_for_nothing = |asked: Number| {
        let yardstick = Yardstick::new(plan, indicator, Demand::Allocation(asked));
        yardstick.is_some_and(|one| one.asks_for_nothing())
    };
    indicator.counts_regions()
        && plan.allocation(ix, region, known).is_some_and(|row| asks_for_nothing(row.target))
}

/// Divides two series, period by period, in percent.
fn ratios(numerator: &Series, denominator: &Series) -> Vec<Point> {
    let mut points = Vec::new();
    for below in &denominator.points {
        let Some(above) = numerator.at(below.period.end()) else { continue };
        let mut point = Point {
            period: below.period,
            value: None,
            flag: most_doubtful(above.flag, below.flag),
            recorded: above.recorded.max(below.recorded),
            derived: Some(Derived::Ratio),
            regions: None,
        };
        if let (Some(a), Some(b)) = (above.value, below.value) {
            point.value = (a * Number::HUNDRED).divided_by(b);
            if point.value.is_none() {
                // Nothing was there to take a share of.
                point.flag = Some(ObservationStatus::NotApplicable);
            }
        } else if !point.flag.is_some_and(ObservationStatus::replaces_value) {
            point.flag = Some(ObservationStatus::Missing);
        }
        points.push(point);
    }
    points
}
