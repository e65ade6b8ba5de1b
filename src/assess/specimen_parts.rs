//! The parts specimens are put together of: targets, indicators, figures and what is found of them.

use crate::date::days_after;
use crate::model::indicator::Target;
use crate::model::observation::Knowledge;
use crate::model::period::{Cut, Period, Span};
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::Op;
use crate::source::Place;

use super::indicator::IndicatorAssessment;
use super::progress::judge;
use super::question::Question;
use super::regions::RegionAssessment;
use super::series::{Point, Series};
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
        answered: None,
        status: Some(Box::new(Verdict::plain(code, Family::Pace, Rule::Linear))),
        last_known: None,
    }
}

/// Makes a target that is written nowhere.
pub(super) fn target(phrase: &str, op: Op, value: Option<Number>) -> Target {
    Target::new(phrase, op, value, Place::default())
}

pub(super) fn month(cut: Cut) -> Period {
    Period { year: cut.year(), span: Span::Month(cut.month()) }
}

pub(super) fn point(cut: Cut, value: Number) -> Point {
    let recorded = days_after(cut.last_day(), 15);
    Point {
        period: month(cut),
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
    let series = Series { points };
    let known = Knowledge::on(days_after(plan.last.last_day(), 15));
    let verdict = judge(&Question { plan, yardstick: *yardstick, series: &series, known });
    told(plan, yardstick, series.points, verdict)
}

pub(super) fn told(
    plan: &Plan,
    yardstick: &Yardstick<'_>,
    points: Vec<Point>,
    status: Verdict,
) -> IndicatorAssessment {
    IndicatorAssessment {
        series: Series { points },
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
