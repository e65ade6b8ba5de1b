//! Says where the figures lead if the mean pace so far is kept: arithmetic for a drawing, never part of a verdict.

use crate::assess::indicator::IndicatorAssessment;
use crate::model::indicator::{Indicator, Schedule};
use crate::model::plan::Plan;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;

/// With fewer months than these a mean pace says nothing.
const LEAST_MONTHS: i64 = 3;

/// Extends the mean pace of the newest figure to the end of the plan.
///
/// Only what is expected evenly over the year has a pace to keep: steps, lists and levels have none. What has been reached needs none,
/// and what is missing gives none.
#[must_use]
pub fn project(plan: &Plan, indicator: &Indicator, assessed: &IndicatorAssessment) -> Option<Number> {
    let code = assessed.status.code;
    if indicator.schedule != Schedule::Linear || code == StatusCode::Done || code.standing() == Standing::Missing {
        return None;
    }
    assessed.threshold?;
    let point = assessed.latest()?;
    let (gone, all) = plan.months_gone(point.period.cut());
    if gone < LEAST_MONTHS || gone >= all {
        return None;
    }
    let base = indicator.baseline.unwrap_or(Number::ZERO);
    let reached = (point.value? - base).divided_by(plan.time_gone(point.period.cut()))?;
    Some((base + reached).rounded(1))
}
