//! The spark line: the figures of a plan so small that they stand in a row of a table, beside the
//! words that say them.
//!
//! Comes in: months and figures. Goes out: markup without words, which assistive technology skips.
//! A missing month is a gap in the line, the last figure a dot, hollow while it is provisional. The
//! target is drawn only where it is in reach: a far one would press the figures flat.

use plotters::element::{Circle, PathElement};
use plotters::style::ShapeStyle;

use crate::number::Number;

use super::drawing::draw_on_canvas;
use super::labels::Spot;
use super::style::{Paint, Tone};

const WIDTH: i32 = 640;
const HEIGHT: i32 = 140;
/// Radius of the last figure.
const DOT: i32 = 24;
/// Room for that dot at every edge.
const MARGIN: i32 = 36;

/// Holds the figures of one spark line.
#[derive(Clone, Debug)]
pub struct Spark {
    /// Months of the axis, 1 is its first, oldest first, with their figures; one without a figure
    /// breaks the line.
    pub points: Vec<(u16, Option<Number>)>,
    /// The last month of the axis.
    pub last_month: u16,
    /// The amount to reach.
    pub target: Option<Number>,
    /// The height includes zero.
    pub from_zero: bool,
    /// The last figure is not final.
    pub is_last_provisional: bool,
    /// How the last figure stands.
    pub tone: Tone,
}

/// Draws the line; nothing with fewer than two figures.
#[must_use]
pub fn draw_spark(spark: &Spark) -> String {
    let last_month = spark.last_month.max(1);
    let on_axis = || spark.points.iter().filter(|(month, _)| (1..=last_month).contains(month));
    let figures: Vec<f64> =
        on_axis().filter_map(|(_, value)| *value).map(Number::to_drawing).collect();
    if figures.len() < 2 {
        return String::new();
    }
    let zero = spark.from_zero.then_some(0.0);
    let low = figures.iter().copied().chain(zero).fold(f64::INFINITY, f64::min);
    let high = figures.iter().copied().chain(zero).fold(f64::NEG_INFINITY, f64::max);
    let span = if high > low { high - low } else { high.abs() * 0.1 };
    let target = spark
        .target
        .map(Number::to_drawing)
        .filter(|target| (low - span..=high + span).contains(target));
    let (low, high) = target.map_or((low, high), |target| (low.min(target), high.max(target)));
    let position = |month: u16, value: f64| -> Spot {
        let across = f64::from(month - 1) / f64::from((last_month - 1).max(1));
        // What never moves runs through the middle.
        let up = if high > low { (value - low) / (high - low) } else { 0.5 };
        let along = |length: i32, part: f64| (f64::from(length - 2 * MARGIN) * part).round() as i32;
        (MARGIN + along(WIDTH, across), HEIGHT - MARGIN - along(HEIGHT, up))
    };
    let mut runs: Vec<Vec<Spot>> = vec![Vec::new()];
    for (month, value) in on_axis() {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) => run.push(position(*month, value.to_drawing())),
            _ => runs.push(Vec::new()),
        }
    }
    let end = runs.iter().flatten().last().copied();
    let canvas = draw_on_canvas(WIDTH, HEIGHT, |area| {
        let line =
            |points: Vec<Spot>, style: ShapeStyle| area.draw(&PathElement::new(points, style));
        if let Some(target) = target {
            let y = position(1, target).1;
            line(vec![(0, y), (WIDTH, y)], Paint::Pace.stroke())?;
        }
        for run in runs.iter().filter(|run| !run.is_empty()) {
            line(run.clone(), Paint::Line.stroke())?;
        }
        let dot = if spark.is_last_provisional { Paint::HollowDot } else { Paint::Mark };
        end.map_or(Ok(()), |end| area.draw(&Circle::new(end, DOT, dot.fill())))
    });
    let tone = spark.tone.class();
    let mut svg = format!(
        "<svg class=\"chart-mini chart-spark {tone}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
            aria-hidden=\"true\">"
    );
    canvas.borrow().write_marks(&mut svg);
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{check, number};

    fn spark(values: &[Option<&str>]) -> Spark {
        Spark {
            points: values
                .iter()
                .enumerate()
                .map(|(index, value)| (index as u16 + 1, value.map(number)))
                .collect(),
            last_month: 12,
            target: Some(number("150")),
            from_zero: true,
            is_last_provisional: false,
            tone: Tone::Ahead,
        }
    }

    /// Draws and checks; returns how many pieces the line has as well.
    fn checked(spark: &Spark) -> (String, usize) {
        let svg = draw_spark(spark);
        if !svg.is_empty() {
            check(&svg);
        }
        let pieces = svg.split("class=\"cl\" d=\"").nth(1).and_then(|rest| rest.split('"').next());
        let pieces = pieces.map_or(0, |data| data.matches(['M', 'm']).count());
        (svg, pieces)
    }

    #[test]
    fn a_year_is_tiny() {
        let values = ["9", "17", "30", "44", "71", "101", "107", "110", "118", "131", "140", "152"]
            .map(Some);
        let (svg, pieces) = checked(&spark(&values));
        assert!(svg.len() < 340, "{} bytes: {svg}", svg.len());
        assert!(svg.contains("class=\"cc\"") && svg.contains("class=\"cm\""), "{svg}");
        assert_eq!(pieces, 1);
    }

    #[test]
    fn fewer_than_two_figures_are_nothing() {
        for values in [vec![], vec![None], vec![Some("3")], vec![None, Some("3"), None]] {
            assert_eq!(draw_spark(&spark(&values)), "");
        }
    }

    #[test]
    fn missing_months_are_gaps_and_quarters_are_not() {
        let (_, pieces) =
            checked(&spark(&[Some("1"), None, Some("3"), Some("4"), None, Some("6")]));
        assert_eq!(pieces, 3);
        let mut quarters = spark(&[Some("1"), Some("2"), Some("3")]);
        quarters.points.iter_mut().for_each(|(month, _)| *month *= 3);
        assert_eq!(checked(&quarters).1, 1);
    }

    #[test]
    fn the_target_is_drawn_only_in_reach() {
        for (target, from_zero, is_drawn) in [
            ("150", true, true),
            ("240", true, true),
            ("241", true, false),
            ("150", false, true),
            ("-100", true, true),
        ] {
            let (svg, _) = checked(&Spark {
                target: Some(number(target)),
                from_zero,
                ..spark(&[Some("50"), Some("120")])
            });
            assert_eq!(svg.contains("class=\"cc\""), is_drawn, "{target} {svg}");
        }
        let (hollow, _) =
            checked(&Spark { is_last_provisional: true, ..spark(&[Some("1"), Some("2"), None]) });
        assert!(hollow.contains("class=\"ch\"") && !hollow.contains("class=\"cm\""), "{hollow}");
    }

    #[test]
    fn every_shape_of_figures_stays_inside() {
        let shapes: [&[Option<&str>]; 6] = [
            &[Some("0"), Some("0")],
            &[Some("-5"), Some("3"), Some("-8")],
            &[Some("7"); 12],
            &[Some("1"), Some("2"), Some("999999999999999"), Some("3")],
            &[Some("0.000000001"), Some("0.000000002")],
            &[Some("3"); 40],
        ];
        for shape in shapes {
            for target in [None, Some("0"), Some("7"), Some("-999999999999999")] {
                for last_month in [0, 1, 2, 12, 255] {
                    for from_zero in [false, true] {
                        checked(&Spark {
                            target: target.map(number),
                            last_month,
                            from_zero,
                            ..spark(shape)
                        });
                    }
                }
            }
        }
    }
}
