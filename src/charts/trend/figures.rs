//! The figures of a trend, its pace, and where they lead.

use crate::charts::style::Tone;
use crate::number::Number;

/// How far a projection may go, as a share of the largest of target and figures, before it leaves
/// the drawing.
const PROJECTION_REACH: f64 = 1.6;

/// Holds what a trend shows. All words are finished and translated.
#[derive(Clone, Debug)]
pub struct Trend {
    /// The reported periods, oldest first; one without a value breaks the line.
    pub points: Vec<TrendPoint>,
    /// The corners of what is expected at the end of a month, oldest first; a step has two.
    pub pace: Vec<(u16, Number)>,
    /// The word for the pace.
    pub pace_label: String,
    /// The amount to reach.
    pub target: Option<Number>,
    /// The phrase of the target.
    pub target_label: String,
    /// The last month of the axis, counted from its first as all months here: 1 is the first.
    pub last_month: u16,
    /// The months that carry a word, and the word.
    pub month_labels: Vec<(u16, String)>,
    /// The word for a missing figure.
    pub missing_label: String,
    /// The months whose figure is due and missing.
    pub gap_months: Vec<u16>,
    /// How the latest figure stands.
    pub tone: Tone,
    /// The vertical axis includes zero; a level that moves little may do without.
    pub from_zero: bool,
    /// Where the figures lead if they go on as they do.
    pub projection: Option<Projection>,
}

/// Holds where the figures lead. One far beyond figures and target leaves the drawing at its edge,
/// without a mark.
#[derive(Clone, Debug)]
pub struct Projection {
    /// The figure at the end of the last month.
    pub value: Number,
    /// The figure in words.
    pub label: String,
}

/// Holds one period of a trend.
#[derive(Clone, Debug)]
pub struct TrendPoint {
    /// The month the period ends with; 1 is the first of the axis.
    pub month: u16,
    /// The figure.
    pub value: Option<Number>,
    /// How firm it is.
    pub mark: PointMark,
    /// What it was before its latest revision.
    pub revised_from: Option<Number>,
    /// The figure with its unit.
    pub label: String,
    /// The name of the period.
    pub period_label: String,
}

/// Says how firm a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PointMark {
    /// Final: a filled dot.
    Final,
    /// Provisional: a hollow dot.
    Provisional,
    /// Estimated: a hollow diamond.
    Estimated,
}

/// Returns the corners of the pace; what lies behind the last month stands at it.
pub(super) fn trend_pace(trend: &Trend) -> Vec<(f64, f64)> {
    let corner = |(month, value): &(u16, Number)| {
        (f64::from((*month).min(trend.last_month)), value.to_drawing())
    };
    trend.pace.iter().map(corner).collect()
}

/// Returns the latest figure with its month, where it leads, and how far that may go before it is
/// cut; nothing at the plan's end.
pub(super) fn projection_of(trend: &Trend) -> Option<((u16, f64), f64, f64)> {
    let last_month = trend.last_month.max(1);
    let on_axis = trend.points.iter().filter(|point| (1..=last_month).contains(&point.month));
    let (month, latest) =
        on_axis.clone().rev().find_map(|point| Some((point.month, point.value?)))?;
    let value = trend.projection.as_ref().filter(|_| month < last_month)?.value.to_drawing();
    let figures = on_axis
        .filter_map(|point| point.value)
        .chain(trend.target)
        .map(|figure| figure.to_drawing().abs());
    let reach = figures.fold(0.0, f64::max) * PROJECTION_REACH;
    // Beside nothing but zeros there is no measure for too far.
    Some(((month, latest.to_drawing()), value, if reach > 0.0 { reach } else { value.abs() }))
}
