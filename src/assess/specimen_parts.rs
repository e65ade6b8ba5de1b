//! The parts specimens are put together of: targets, indicators, figures and what is found of them.

use crate::date::days_after;
use crate::model::indicator::Target;
use crate::model::observation::AsOf;
use crate::model::period::{Period, PeriodEnd, Span};
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::Op;
use crate::source::Location;

use super::indicator::IndicatorAssessment;
use super::points::{Point, Series};
use super::progress::judge;
use super::question::Question;
use super::regions::RegionAssessment;
use super::verdict::{Rule, Verdict};
use super::yardstick::Yardstick;

pub(super) fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or(Number::ZERO)
}

pub(super) fn is_reached(code: StatusCode) -> bool {
    matches!(code, StatusCode::Done | StatusCode::Met)
}

pub(super) fn region_of(region: RegionIx, code: StatusCode) -> RegionAssessment {
    RegionAssessment {
        region,
        asked: None,
        target: None,
        latest: None,
        newer: None,
        answered: None,
        status: Some(Box::new(Verdict::plain(code, Family::Pace, Rule::Linear))),
        last_known: None,
    }
}

/// Makes a target that is written nowhere.
pub(super) fn target(phrase: &str, op: Op, value: Option<Number>) -> Target {
    Target::new(phrase, op, value, Location::default())
}

pub(super) fn month(period_end: PeriodEnd) -> Period {
    Period { year: period_end.year(), span: Span::Month(period_end.month()) }
}

pub(super) fn point(period_end: PeriodEnd, value: Number) -> Point {
    let recorded = days_after(period_end.last_day(), 15);
    Point {
        period: month(period_end),
        value: Some(value),
        flag: None,
        recorded,
        derived: None,
        regions: None,
    }
}

pub(super) fn assessed(
    plan: &Plan,
    yardstick: &Yardstick<'_>,
    points: Vec<Point>,
) -> IndicatorAssessment {
    let series = Series::of(points);
    let known = AsOf::on(days_after(plan.last.last_day(), 15));
    let verdict = judge(&Question { plan, yardstick: *yardstick, series: &series, known });
    with_verdict(plan, yardstick, series.points, verdict)
}

pub(super) fn with_verdict(
    plan: &Plan,
    yardstick: &Yardstick<'_>,
    points: Vec<Point>,
    status: Verdict,
) -> IndicatorAssessment {
    IndicatorAssessment {
        series: Series::of(points),
        status,
        computed: None,
        last_known: None,
        partial: None,
        inputs: Vec::new(),
        regions: Vec::new(),
        asked: Some(yardstick.of()),
        looked_at: days_after(plan.last.last_day(), 15),
    }
}
