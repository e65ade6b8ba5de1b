//! Says where the figures lead if the mean pace so far is kept: arithmetic for a drawing, never
//! part of a verdict.
//!
//! A projection is arithmetic, not a forecast: the mean pace so far, extended to the end of the
//! year, only for what is expected evenly and after three months. The method page says so.

use crate::assess::indicator::IndicatorAssessment;
use crate::assess::yardstick::Yardstick;
use crate::model::indicator::{Indicator, Scope};
use crate::model::plan::Plan;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;

/// Extends the mean pace of the newest figure to the end of the plan.
///
/// Only what is expected evenly over the year has a pace to keep: steps, lists and levels have
/// none. What has been reached needs none, and what is missing gives none.
#[must_use]
pub fn project(
    plan: &Plan,
    indicator: &Indicator,
    assessed: &IndicatorAssessment,
) -> Option<Number> {
    let code = assessed.status.code;
    let is_decided =
        matches!(code, StatusCode::Done | StatusCode::Missed | StatusCode::MissedStretch);
    if is_decided || code.standing() == Standing::Missing || indicator.scope == Scope::EachRegion {
        return None;
    }
    let yardstick = Yardstick::new(plan, indicator, assessed.asked?)?;
    // Where a newer figure is judged than the whole has, the older one leads nowhere.
    if assessed.judged_beside().is_some() {
        return None;
    }
    let point = assessed.latest()?;
    // A pace over figures of two definitions leads nowhere. What starts from a baseline has it
    // behind every figure.
    let starts = assessed.series.points.iter().map(|one| one.period.end());
    let before = plan.first.plus_months(-1);
    let start = match yardstick.baseline() {
        Some(_) => before,
        None => starts.filter(|end| *end > before).min().unwrap_or(before),
    };
    if assessed.series.is_broken(start, point.period.end()) {
        return None;
    }
    yardstick.project(point.value?, point.period.end())
}
