//! The figures of a plan, month by month from its first to its last, against the pace and the target.
//!
//! Comes in: points with finished words, pace and target in the same unit. Goes out: a drawing without axis numbers and
//! without a legend: the last figure, the target and the pace carry their words themselves.
//! Provisional figures are hollow, a month without figure is a band with its word, a revised figure has a dotted way from
//! its old place; a projection is thin and dashed. A period that is not in the points is not guessed, and no line runs across a missing month.

mod layout;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::series::LineSeries;
use plotters::style::text_anchor::{HPos, VPos};

use super::style::{Paint, Tone};
use super::svg::{Area, Drawn, Note, Sheet};
use super::{Caption, Drawing, compose};
use crate::number::Number;
use layout::{DOT, Geometry, HEIGHT, LEAD_DOT, Lead, PLOT_BOTTOM, PLOT_TOP, Ranges};

/// Holds what a trend shows. All words are finished and translated.
#[derive(Clone, Debug)]
pub struct Trend {
    /// The reported periods, oldest first; one without a value breaks the line.
    pub points: Vec<TrendPoint>,
    /// What is expected at the end of a month, oldest first.
    pub pace: Vec<(u16, Number)>,
    /// The pace holds until the next node instead of rising evenly.
    pub is_pace_stepped: bool,
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

/// Holds where the figures lead. One far beyond figures and target leaves the drawing at its edge, without a mark.
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

/// How far a projection may go, as a share of the largest of target and figures, before it leaves the drawing.
const PROJECTION_REACH: f64 = 1.6;

/// The coordinates: months across, figures upward.
type Plot<'a> = ChartContext<'a, Sheet, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Draws the figures of a plan.
#[must_use]
pub fn draw_trend(trend: &Trend, caption: &Caption) -> Drawing {
    compose(&["chart-trend", trend.tone.class()], HEIGHT, caption, |area| {
        let Ranges { months, values } = Ranges::of(trend);
        let plot = ChartBuilder::on(area)
            .margin_left(layout::plot_left(&values))
            .margin_right(layout::MARGIN_RIGHT)
            .margin_top(PLOT_TOP)
            .margin_bottom(HEIGHT - PLOT_BOTTOM)
            .build_cartesian_2d(months.clone(), values.clone())?;
        let place = |month: u16, value: f64| plot.backend_coord(&(f64::from(month), value));
        let geometry = Geometry::of(trend, &values, place);
        draw_ground(area, &geometry)?;
        draw_pace_and_target(area, plot, &geometry, &trend_pace(trend))?;
        draw_projection(area, &geometry)?;
        draw_actuals(area, trend, &geometry)?;
        for word in geometry.words(trend) {
            if !word.tooltip.is_empty() {
                area.draw(&Note::Title(&word.tooltip))?;
            }
            area.draw(&Text::new(word.text, (word.left, word.top), word.paint.words(HPos::Left, VPos::Top)))?;
        }
        for (text, centre) in geometry.month_words(trend) {
            let style = Paint::MutedText.words(HPos::Center, VPos::Top);
            area.draw(&Text::new(text, (centre, PLOT_BOTTOM + 45), style))?;
        }
        Ok(())
    })
}

/// Returns the corners of the pace: a stepped one holds its figure until the next node.
fn trend_pace(trend: &Trend) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::with_capacity(trend.pace.len() * 2);
    for (month, value) in &trend.pace {
        let (month, value) = (f64::from((*month).min(trend.last_month)), value.to_drawing());
        if let (true, Some((_, held))) = (trend.is_pace_stepped, corners.last().copied()) {
            corners.push((month, held));
        }
        corners.push((month, value));
    }
    corners
}

/// Returns the latest figure with its month, where it leads, and how far that may go before it is cut; nothing at the plan's end.
fn projection_of(trend: &Trend) -> Option<((u16, f64), f64, f64)> {
    let last_month = trend.last_month.max(1);
    let on_axis = trend.points.iter().filter(|point| (1..=last_month).contains(&point.month));
    let (month, latest) = on_axis.clone().rev().find_map(|point| Some((point.month, point.value?)))?;
    let value = trend.projection.as_ref().filter(|_| month < last_month)?.value.to_drawing();
    let figures = on_axis.filter_map(|point| point.value).chain(trend.target).map(|figure| figure.to_drawing().abs());
    let reach = figures.fold(0.0, f64::max) * PROJECTION_REACH;
    // Beside nothing but zeros there is no measure for too far.
    Some(((month, latest.to_drawing()), value, if reach > 0.0 { reach } else { value.abs() }))
}

/// Draws what lies under the figures: missing months, the line of zero, the ticks of the months.
fn draw_ground(area: &Area, geometry: &Geometry) -> Drawn {
    for (left, right) in &geometry.gaps {
        area.draw(&Rectangle::new([(*left, PLOT_TOP), (*right, PLOT_BOTTOM)], Paint::Gap.fill()))?;
    }
    if let Some(zero) = geometry.zero {
        area.draw(&PathElement::new(vec![(geometry.left, zero), (geometry.right, zero)], Paint::Axis.stroke()))?;
    }
    for x in &geometry.ticks {
        area.draw(&PathElement::new(vec![(*x, PLOT_BOTTOM), (*x, PLOT_BOTTOM + 40)], Paint::Axis.stroke()))?;
    }
    Ok(())
}

fn draw_pace_and_target(area: &Area, mut plot: Plot<'_>, geometry: &Geometry, pace: &[(f64, f64)]) -> Drawn {
    if pace.len() > 1 {
        plot.draw_series(LineSeries::new(pace.iter().copied(), Paint::Pace.stroke()))?;
    }
    if let Some(target) = geometry.target {
        area.draw(&Rectangle::new([(geometry.left, target - 12), (geometry.right, target + 12)], Paint::Target.fill()))?;
    }
    Ok(())
}

fn draw_projection(area: &Area, geometry: &Geometry) -> Drawn {
    let Some(Lead { from, to, is_cut }) = geometry.projection else { return Ok(()) };
    area.draw(&PathElement::new(vec![from, to], Paint::Projection.stroke()))?;
    if !is_cut {
        area.draw(&Circle::new(to, LEAD_DOT, Paint::ProjectionDot.fill()))?;
    }
    Ok(())
}

/// Draws the line of the figures, what they were before revisions, and a dot for each.
fn draw_actuals(area: &Area, trend: &Trend, geometry: &Geometry) -> Drawn {
    for (old, new) in &geometry.revisions {
        area.draw(&PathElement::new(vec![*old, *new], Paint::Revision.stroke()))?;
    }
    for (old, _) in &geometry.revisions {
        area.draw(&Circle::new(*old, 22, Paint::OldDot.fill()))?;
    }
    for run in geometry.runs.iter().filter(|run| run.len() > 1) {
        area.draw(&PathElement::new(run.clone(), Paint::Line.stroke()))?;
    }
    for (index, (x, y)) in &geometry.dots {
        let point = &trend.points[*index];
        area.draw(&Note::Title(&join(&point.period_label, &point.label)))?;
        match point.mark {
            PointMark::Final => area.draw(&Circle::new((*x, *y), DOT, Paint::Dot.fill()))?,
            PointMark::Provisional => area.draw(&Circle::new((*x, *y), DOT, Paint::HollowDot.fill()))?,
            PointMark::Estimated => {
                let far = DOT + 6;
                let corners = vec![(*x, y - far), (x + far, *y), (*x, y + far), (x - far, *y)];
                area.draw(&Polygon::new(corners, Paint::EstimatedDot.fill()))?;
            }
        }
    }
    Ok(())
}

/// Joins the name of a period and its figure for a tooltip; spaces alone stand between, so it reads in any language.
fn join(period: &str, label: &str) -> String {
    format!("{period} {label}").trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{caption, check, check_words_apart, number, points_of};

    /// A plan of so many months with a figure at some of them, each twice the month.
    fn trend(last_month: u16, months: &[u16], month_labels: &[(u16, &str)]) -> Trend {
        let point = |month: &u16| TrendPoint {
            month: *month,
            value: Some(number(&(month * 2).to_string())),
            mark: PointMark::Final,
            revised_from: None,
            label: format!("{}台", month * 2),
            period_label: format!("第{month}个月"),
        };
        Trend {
            points: months.iter().map(point).collect(),
            pace: vec![(1, number("2")), (last_month, number(&(last_month * 2).to_string()))],
            is_pace_stepped: false,
            pace_label: "序时".into(),
            target: Some(number(&(last_month * 2).to_string())),
            target_label: "目标".into(),
            last_month,
            month_labels: month_labels.iter().map(|(month, word)| (*month, (*word).to_string())).collect(),
            missing_label: "暂缺".into(),
            gap_months: Vec::new(),
            tone: Tone::Ahead,
            from_zero: true,
            projection: None,
        }
    }

    /// Returns the places of the figures on their line, checked.
    fn line_of(trend: &Trend) -> (String, Vec<(i32, i32)>) {
        let svg = draw_trend(trend, &caption()).into_string();
        check(&svg);
        check_words_apart(&svg);
        let line = svg.split("class=\"cl\" d=\"").nth(1).and_then(|rest| rest.split('"').next()).map(points_of);
        (svg.clone(), line.unwrap_or_default())
    }

    #[test]
    fn a_plan_from_april_runs_on_beyond_new_year() {
        let labels = [(3, "2023年6月"), (6, "9月"), (9, "12月"), (12, "2024年3月")];
        let (svg, line) = line_of(&trend(12, &[3, 6, 9, 10, 12], &labels));
        assert_eq!(line.len(), 5, "January stands behind December: {line:?}");
        assert!(line.is_sorted_by(|a, b| a.0 < b.0 && a.1 > b.1), "{line:?}");
        assert!(labels.iter().all(|(_, word)| svg.contains(word)), "{svg}");
    }

    #[test]
    fn a_plan_of_five_years_shows_every_figure_in_its_order() {
        let labels = [(12, "2021年"), (24, "2022年"), (36, "2023年"), (48, "2024年"), (60, "2025年")];
        let months = [6, 12, 18, 24, 30, 36, 42, 48, 54];
        let (svg, line) = line_of(&trend(60, &months, &labels));
        assert_eq!(line.len(), months.len());
        let steps: Vec<i32> = line.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        let (least, most) = (steps.iter().min().expect("steps"), steps.iter().max().expect("steps"));
        assert!(*least > 0 && most - least <= 2, "half-years are equally far apart: {steps:?}");
        assert!(labels.iter().all(|(_, word)| svg.contains(word)), "{svg}");
    }
}
