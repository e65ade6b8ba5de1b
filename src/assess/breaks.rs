//! Breaks of definition (flag b) in a series: figures on both sides of one are not compared.

use crate::assess::series::Series;
use crate::model::period::PeriodEnd;

/// Returns whether the definition changed with a figure after one month, up to another (included).
#[must_use]
pub fn is_broken(series: &Series, after: PeriodEnd, up_to: PeriodEnd) -> bool {
    series.points.iter().any(|point| {
        let end = point.period.end();
        point.has_break && end > after && end <= up_to
    })
}
