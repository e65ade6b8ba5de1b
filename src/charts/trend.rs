//! The figures of a plan, month by month from its first to its last, against the pace and the
//! target.
//!
//! Comes in: points with finished words, pace and target in the same unit. Goes out: a drawing
//! without axis numbers and without a legend: the last figure, the target and the pace carry their
//! words themselves. Provisional figures are hollow, a month without figure is a band with its
//! word, a revised figure has a dotted way from its old place; a projection is thin and dashed. A
//! period that is not in the points is not guessed, and no line runs across a missing month.

mod figures;
mod layout;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::series::LineSeries;
use plotters::style::text_anchor::{HPos, VPos};

use super::drawing::{Caption, Drawing, compose};
use super::style::Paint;
use super::svg::{Area, Canvas, Drawn, Note};

use figures::trend_pace;
pub use figures::{PointMark, Projection, Trend, TrendPoint};
use layout::{DOT, Geometry, HEIGHT, LEAD_DOT, Lead, PLOT_BOTTOM, PLOT_TOP, Ranges};

/// The coordinates: months across, figures upward.
type Plot<'a> = ChartContext<'a, Canvas, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

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
        let position = |month: u16, value: f64| plot.backend_coord(&(f64::from(month), value));
        let geometry = Geometry::of(trend, &values, position);
        draw_ground(area, &geometry)?;
        draw_pace_and_target(area, plot, &geometry, &trend_pace(trend))?;
        draw_projection(area, &geometry)?;
        draw_actuals(area, trend, &geometry)?;
        for word in geometry.words(trend) {
            if !word.tooltip.is_empty() {
                area.draw(&Note::Title(&word.tooltip))?;
            }
            area.draw(&Text::new(
                word.text,
                (word.left, word.top),
                word.paint.words(HPos::Left, VPos::Top),
            ))?;
        }
        for (text, centre) in geometry.month_words(trend) {
            let style = Paint::MutedText.words(HPos::Center, VPos::Top);
            area.draw(&Text::new(text, (centre, PLOT_BOTTOM + 45), style))?;
        }
        Ok(())
    })
}

/// Draws what lies under the figures: missing months, the line of zero, the ticks of the months.
fn draw_ground(area: &Area, geometry: &Geometry) -> Drawn {
    for (left, right) in &geometry.gaps {
        area.draw(&Rectangle::new([(*left, PLOT_TOP), (*right, PLOT_BOTTOM)], Paint::Gap.fill()))?;
    }
    if let Some(zero) = geometry.zero {
        area.draw(&PathElement::new(
            vec![(geometry.left, zero), (geometry.right, zero)],
            Paint::Axis.stroke(),
        ))?;
    }
    for x in &geometry.ticks {
        area.draw(&PathElement::new(
            vec![(*x, PLOT_BOTTOM), (*x, PLOT_BOTTOM + 40)],
            Paint::Axis.stroke(),
        ))?;
    }
    Ok(())
}

fn draw_pace_and_target(
    area: &Area,
    mut plot: Plot<'_>,
    geometry: &Geometry,
    pace: &[(f64, f64)],
) -> Drawn {
    if pace.len() > 1 {
        plot.draw_series(LineSeries::new(pace.iter().copied(), Paint::Pace.stroke()))?;
    }
    if let Some(target) = geometry.target {
        area.draw(&Rectangle::new(
            [(geometry.left, target - 12), (geometry.right, target + 12)],
            Paint::Target.fill(),
        ))?;
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
            PointMark::Provisional => {
                area.draw(&Circle::new((*x, *y), DOT, Paint::HollowDot.fill()))?
            }
            PointMark::Estimated => {
                let far = DOT + 6;
                let corners = vec![(*x, y - far), (x + far, *y), (*x, y + far), (x - far, *y)];
                area.draw(&Polygon::new(corners, Paint::EstimatedDot.fill()))?;
            }
        }
    }
    Ok(())
}

/// Joins the name of a period and its figure for a tooltip; spaces alone stand between, so it reads
/// in any language.
fn join(period: &str, label: &str) -> String {
    format!("{period} {label}").trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::style::Tone;
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
            pace_label: "序时".into(),
            target: Some(number(&(last_month * 2).to_string())),
            target_label: "目标".into(),
            last_month,
            month_labels: month_labels
                .iter()
                .map(|(month, word)| (*month, (*word).to_string()))
                .collect(),
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
        let line = svg
            .split("class=\"cl\" d=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .map(points_of);
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
        let labels =
            [(12, "2021年"), (24, "2022年"), (36, "2023年"), (48, "2024年"), (60, "2025年")];
        let months = [6, 12, 18, 24, 30, 36, 42, 48, 54];
        let (svg, line) = line_of(&trend(60, &months, &labels));
        assert_eq!(line.len(), months.len());
        let steps: Vec<i32> = line.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        let (least, most) =
            (steps.iter().min().expect("steps"), steps.iter().max().expect("steps"));
        assert!(*least > 0 && most - least <= 2, "half-years are equally far apart: {steps:?}");
        assert!(labels.iter().all(|(_, word)| svg.contains(word)), "{svg}");
    }
}
