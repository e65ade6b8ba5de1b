//! The bullet bar: one figure against its target and its schedule, read without any other chart.
//!
//! Comes in: the figures and their finished words. Goes out: a drawing 24 units high with a line of
//! words above and below, or the bar alone for a row of a table. Bars start at zero and the target
//! stands at the same place in every drawing, so bars below each other compare. What goes more than
//! a fifth beyond the target is cut with a visible break; the words say how much it is.

use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use crate::number::Number;

use super::drawing::{Caption, Drawing, compose, draw_on_canvas};
use super::labels::spread;
use super::style::{BOX_HEIGHT, LINE_HEIGHT, Paint, TYPE_SIZE, Tone};
use super::svg::{Area, Drawn, WIDTH};
use super::text::{measure, shorten, wrap};

/// How far a bar may go beyond the target, as a share of it, before it is cut.
const REACH: f64 = 1.2;
/// How far a bar may go to the wrong side of zero before it is cut.
const BACKWARD_REACH: f64 = -0.6;

/// Holds what one bar shows. All words are finished and translated.
#[derive(Clone, Debug)]
pub struct Bullet {
    /// The figure; without one the track stays empty.
    pub actual: Option<Number>,
    /// The amount to reach, in the same unit; it may be zero or negative.
    pub target: Number,
    /// The phrase of the target.
    pub target_label: String,
    /// The amount expected by now.
    pub schedule: Option<Number>,
    /// The word for the schedule.
    pub schedule_label: Option<String>,
    /// How the figure stands.
    pub tone: Tone,
    /// The line above the bar, such as `101 / 150 家 · 67.3 %`.
    pub label: String,
    /// The figure is not final.
    pub is_provisional: bool,
}

/// Draws a bar with its words.
///
/// **Example**
/// ```
/// use taizhang::charts::{Bullet, Caption, Tone, draw_bullet};
///
/// let bullet = Bullet {
///     actual: Some(101_u32.into()),
///     target: 150_u32.into(),
///     target_label: "target 150".into(),
///     schedule: Some(113_u32.into()),
///     schedule_label: Some("due by now 113".into()),
///     tone: Tone::Behind,
///     label: "101 / 150 firms".into(),
///     is_provisional: false,
/// };
/// let caption = Caption {
///     id: "firms".into(),
///     title: "New firms".into(),
///     description: "101 of 150 firms, 12 fewer than due by now.".into(),
/// };
/// let svg = draw_bullet(&bullet, &caption).into_string();
/// assert!(svg.starts_with("<svg class=\"chart chart-bullet"));
/// assert!(svg.contains("101 / 150 firms"));
/// ```
#[must_use]
pub fn draw_bullet(bullet: &Bullet, caption: &Caption) -> Drawing {
    let scale = Scale::of(bullet);
    let mut words = Vec::new();
    let mut bar_top = 40;
    for (line, text) in wrap(&bullet.label, TYPE_SIZE * 105 / 100, WIDTH, 2).into_iter().enumerate()
    {
        let paint = if bullet.actual.is_some() { Paint::StrongText } else { Paint::MutedText };
        words.push((text, paint, 0, line as i32 * LINE_HEIGHT));
        bar_top = (line as i32 + 1) * LINE_HEIGHT + 35;
    }
    let bar = Bar { top: bar_top, bottom: bar_top + 240, overhang: 40, line: 30, width: WIDTH };
    let (below, below_height) = lay_below(bullet, &scale, bar);
    words.extend(below);
    let height = bar.bottom + bar.overhang + below_height;
    compose(&["chart-bullet", bullet.tone.class()], height, caption, |area| {
        draw_bar(area, bullet, &scale, bar)?;
        for (text, paint, left, top) in &words {
            area.draw(&Text::new(
                text.as_str(),
                (*left, *top),
                paint.words(HPos::Left, VPos::Top),
            ))?;
        }
        Ok(())
    })
}

/// Draws the bar alone, for a row of a table that says everything in words; assistive technology
/// skips it.
#[must_use]
pub fn draw_bullet_mini(bullet: &Bullet) -> String {
    let (width, height) = (960, 140);
    let scale = Scale::of(bullet);
    let bar = Bar { top: 20, bottom: 120, overhang: 20, line: 20, width };
    let canvas = draw_on_canvas(width, height, |area| draw_bar(area, bullet, &scale, bar));
    let mut svg = format!(
        "<svg class=\"chart-mini {}\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">",
        bullet.tone.class()
    );
    canvas.borrow().write_marks(&mut svg);
    svg.push_str("</svg>");
    svg
}

/// Where the bar lies, in tenths of a unit.
#[derive(Clone, Copy)]
struct Bar {
    top: i32,
    bottom: i32,
    /// How far the line of the target stands out above and below.
    overhang: i32,
    /// How thick that line is.
    line: i32,
    width: i32,
}

/// The figures as shares of the target, cut to what is drawn.
struct Scale {
    from: f64,
    to: f64,
    target: f64,
    actual: Option<f64>,
    schedule: Option<f64>,
    /// The figure goes on beyond the drawing.
    is_cut: bool,
}

impl Scale {
    fn of(bullet: &Bullet) -> Self {
        let target = bullet.target.to_drawing();
        let (actual, schedule) =
            (bullet.actual.map(Number::to_drawing), bullet.schedule.map(Number::to_drawing));
        // Without a target to measure by, the largest figure fills the place of the target.
        let largest = actual.unwrap_or(0.0).abs().max(schedule.unwrap_or(0.0).abs());
        let unit = match (target != 0.0, largest > 0.0) {
            (true, _) => target.abs(),
            (false, true) => largest,
            (false, false) => 1.0,
        };
        let target = target / unit;
        let (low, high) =
            if target < 0.0 { (-REACH, -BACKWARD_REACH) } else { (BACKWARD_REACH, REACH) };
        let fraction = |value: f64| value / unit;
        let is_cut = actual.map(fraction).is_some_and(|fraction| fraction < low || fraction > high);
        let cut = |value: f64| fraction(value).clamp(low, high);
        let (actual, schedule) = (actual.map(cut), schedule.map(cut));
        let fractions = [Some(0.0), Some(target), actual, schedule];
        let least = fractions.into_iter().flatten().fold(0.0, f64::min);
        let most = fractions.into_iter().flatten().fold(0.0, f64::max);
        // Only the side that is used gets its full reach, so that positive figures always begin at
        // the left edge.
        let (from, to) = if target < 0.0 { (low, most) } else { (least, high) };
        Self { from, to, target, actual, schedule, is_cut }
    }

    /// Returns the place of a share across a bar, in tenths of a unit.
    fn position(&self, fraction: f64, width: i32) -> i32 {
        ((fraction - self.from) / (self.to - self.from) * f64::from(width)).round() as i32
    }
}

/// A finished line of words with its left upper corner.
type Line = (String, Paint, i32, i32);

/// Lays the words for target and schedule below their lines: side by side where they fit, else one
/// below the other.
fn lay_below(bullet: &Bullet, scale: &Scale, bar: Bar) -> (Vec<Line>, i32) {
    let mut labels = vec![(bullet.target_label.as_str(), Paint::Text, scale.target)];
    if let (Some(label), Some(schedule)) = (&bullet.schedule_label, scale.schedule) {
        labels.push((label, Paint::MutedText, schedule));
    }
    labels.retain(|(label, _, _)| !label.trim().is_empty());
    let mut lines: Vec<Line> = Vec::new();
    let mut wishes = Vec::new();
    for (label, paint, fraction) in labels {
        let text = shorten(label, TYPE_SIZE, WIDTH);
        wishes.push((scale.position(fraction, bar.width), measure(&text, TYPE_SIZE)));
        lines.push((text, paint, 0, bar.bottom + bar.overhang + 10));
    }
    if let Some(lefts) = spread(&wishes, 0, WIDTH) {
        lines.iter_mut().zip(lefts).for_each(|(line, left)| line.2 = left);
        let height = if lines.is_empty() { 0 } else { 10 + BOX_HEIGHT };
        return (lines, height);
    }
    for (index, (line, (centre, width))) in lines.iter_mut().zip(&wishes).enumerate() {
        line.2 = (centre - width / 2).min(WIDTH - width).max(0);
        line.3 += index as i32 * LINE_HEIGHT;
    }
    let height = 10 + BOX_HEIGHT + (lines.len() as i32 - 1) * LINE_HEIGHT;
    (lines, height)
}

/// Draws track, bar, break, schedule and target.
fn draw_bar(area: &Area, bullet: &Bullet, scale: &Scale, bar: Bar) -> Drawn {
    let zero = scale.position(0.0, bar.width);
    let draw_from_zero = |fraction: f64, paint: Paint| {
        area.draw(&Rectangle::new(
            [(zero, bar.top), (scale.position(fraction, bar.width), bar.bottom)],
            paint.fill(),
        ))
    };
    draw_from_zero(if scale.target == 0.0 { 1.0 } else { scale.target }, Paint::Track)?;
    match scale.actual {
        None => {}
        Some(0.0) => {
            // Nothing was done: a hairline says that zero is a figure, not a gap.
            let left = (zero - 10).clamp(0, bar.width - 20);
            area.draw(&Rectangle::new(
                [(left, bar.top), (left + 20, bar.bottom)],
                Paint::Bar.fill(),
            ))?;
        }
        Some(actual) if bullet.is_provisional => draw_from_zero(actual, Paint::ProvisionalBar)?,
        Some(actual) => draw_from_zero(actual, Paint::Bar)?,
    }
    if scale.is_cut {
        draw_break(area, scale, bar)?;
    }
    if zero > 0 && zero < bar.width {
        area.draw(&PathElement::new(
            vec![(zero, bar.top - bar.overhang), (zero, bar.bottom + bar.overhang)],
            Paint::Axis.stroke(),
        ))?;
    }
    if let Some(schedule) = scale.schedule {
        draw_upright(area, scale.position(schedule, bar.width), 14, bar, Paint::Schedule)?;
    }
    draw_upright(area, scale.position(scale.target, bar.width), bar.line, bar, Paint::Target)
}

/// Draws an upright line of the given thickness across the bar; at the edges it moves inside.
fn draw_upright(area: &Area, centre: i32, thick: i32, bar: Bar, paint: Paint) -> Drawn {
    let left = (centre - thick / 2).clamp(0, bar.width - thick);
    let corners = [(left, bar.top - bar.overhang), (left + thick, bar.bottom + bar.overhang)];
    area.draw(&Rectangle::new(corners, paint.fill()))
}

/// Draws the two slanted cuts of a bar that goes on.
fn draw_break(area: &Area, scale: &Scale, bar: Bar) -> Drawn {
    let end = scale.position(scale.actual.unwrap_or(0.0), bar.width);
    let inward = if end > bar.width / 2 { -1 } else { 1 };
    let (thick, slant) = ((bar.bottom - bar.top) / 8, (bar.bottom - bar.top) / 4);
    for step in [4, 7] {
        let left = end + inward * thick * step;
        area.draw(&Polygon::new(
            vec![
                (left, bar.bottom),
                (left + thick, bar.bottom),
                (left + thick + slant, bar.top),
                (left + slant, bar.top),
            ],
            Paint::Cut.fill(),
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{caption, check, check_tags, check_words_apart, number};

    fn bullet() -> Bullet {
        Bullet {
            actual: Some(number("101")),
            target: number("150"),
            target_label: "目标 150 家左右".to_string(),
            schedule: Some(number("75")),
            schedule_label: Some("序时 75 家".to_string()),
            tone: Tone::Ahead,
            label: "101 / 150 家 · 67.3 %".to_string(),
            is_provisional: false,
        }
    }

    #[test]
    fn a_usual_bar_is_small_and_keeps_its_place() {
        let drawing = draw_bullet(&bullet(), &caption());
        let svg = drawing.as_str();
        check(svg);
        check_words_apart(svg);
        assert!(svg.len() < 1200, "{} bytes: {svg}", svg.len());
        // 101 of 150, where the target stands at 1/1.2 of the width.
        assert!(svg.contains("class=\"cb\" d=\"M0 210h1796v240"), "{svg}");
    }

    #[test]
    fn every_kind_of_figure_stays_inside() {
        let figures = ["0", "-5", "-90000", "150", "179", "181", "999999999999999", "0.000000001"];
        for target in ["150", "0", "-3", "999999999999999", "0.000000001"] {
            for schedule in [None, Some("75"), Some("-75"), Some("0")] {
                for actual in figures.into_iter().map(Some).chain([None]) {
                    for is_provisional in [false, true] {
                        let bullet = Bullet {
                            actual: actual.map(number),
                            target: number(target),
                            schedule: schedule.map(number),
                            is_provisional,
                            ..bullet()
                        };
                        let drawing = draw_bullet(&bullet, &caption());
                        check(drawing.as_str());
                        check_words_apart(drawing.as_str());
                        check_tags(&draw_bullet_mini(&bullet));
                    }
                }
            }
        }
    }

    #[test]
    fn far_beyond_the_target_the_bar_is_cut_and_only_then() {
        for (actual, is_cut) in [("180", false), ("180.1", true), ("187000", true)] {
            let drawing =
                draw_bullet(&Bullet { actual: Some(number(actual)), ..bullet() }, &caption());
            assert_eq!(drawing.as_str().contains("class=\"cw\""), is_cut, "{actual}");
        }
    }

    #[test]
    fn long_and_missing_words_find_a_place() {
        let long =
            "全市规模以上工业企业技术改造投资完成额占全部固定资产投资的比重不低于百分之四十五点五"
                .to_string();
        let bullet = Bullet {
            target_label: long.clone(),
            schedule_label: Some(long.clone()),
            label: long,
            ..bullet()
        };
        let drawing = draw_bullet(&bullet, &caption());
        check(drawing.as_str());
        check_words_apart(drawing.as_str());
        let silent = Bullet {
            target_label: String::new(),
            schedule_label: None,
            label: String::new(),
            actual: None,
            ..bullet
        };
        check(draw_bullet(&silent, &caption()).as_str());
    }
}
