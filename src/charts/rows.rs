//! Rows with a name at the left and something to compare at the right: what the charts of regions
//! and of editions share.
//!
//! Comes in: names, ends of bars, ticks that words must not stand on. Goes out: positions in tenths
//! of a unit. Must not know what a row shows, nor sort rows.

use plotters::element::Text;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::spread;
use super::style::{BOX_HEIGHT, LINE_HEIGHT, Paint, TYPE_SIZE};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, shorten, wrap_evenly};

/// Widest name on one line, in tenths of a unit.
pub(super) const NAME_WIDTH: i32 = 950;
/// Height of a bar, in tenths of a unit.
pub(super) const BAR_HEIGHT: i32 = 150;
/// Height of a row whose name has one line.
pub(super) const ROW_HEIGHT: i32 = 240;
/// Distance between two lines of one name.
pub(super) const NAME_LINE: i32 = LINE_HEIGHT * 9 / 10;
/// Air between a bar or a tick and the words beside it.
pub(super) const AIR: i32 = 50;
/// Air between the names and what they name.
const NAME_AIR: i32 = 80;

/// The names of all rows, wrapped.
pub(super) struct Names {
    pub(super) lines: Vec<Vec<String>>,
    left: i32,
    /// Where the rest of the drawing may begin.
    pub(super) right: i32,
}

impl Names {
    /// Wraps names to two lines each, none wider than `most`.
    pub(super) fn of<'n>(
        names: impl Iterator<Item = (&'n str, Paint)>,
        left: i32,
        most: i32,
    ) -> Self {
        let mut widest = 0;
        let lines = names.map(|(name, paint)| {
            let size = paint.measuring_size();
            let lines = wrap_evenly(name, size, most, 2);
            widest = lines.iter().map(|line| measure(line, size)).fold(widest, i32::max);
            lines
        });
        let lines = lines.collect();
        Self { lines, left, right: left + widest + NAME_AIR }
    }

    /// Puts the rows below each other and returns the upper edge of each, and the lower edge of the
    /// last.
    pub(super) fn stack(&self, mut top: i32) -> Vec<i32> {
        let mut tops = Vec::with_capacity(self.lines.len() + 1);
        for name in &self.lines {
            tops.push(top);
            top += ROW_HEIGHT + (name.len() as i32 - 1) * NAME_LINE;
        }
        tops.push(top);
        tops
    }

    /// Draws the name of one row around its middle; a name that was cut says all of itself when it
    /// is pointed at.
    pub(super) fn draw(
        &self,
        area: &Area,
        row: usize,
        whole: &str,
        middle: i32,
        paint: Paint,
    ) -> Drawn {
        let name = &self.lines[row];
        let top = middle - (BOX_HEIGHT + (name.len() as i32 - 1) * NAME_LINE) / 2;
        for (line, text) in name.iter().enumerate() {
            if text.ends_with('…') {
                area.draw(&Note::Title(whole))?;
            }
            let at = (self.left, top + line as i32 * NAME_LINE);
            area.draw(&Text::new(text.as_str(), at, paint.words(HPos::Left, VPos::Top)))?;
        }
        Ok(())
    }
}

/// The scale across all rows.
#[derive(Clone, Copy)]
pub(super) struct Across {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) left: i32,
    pub(super) right: i32,
}

impl Across {
    /// Spans all figures and zero.
    pub(super) fn of(figures: impl Iterator<Item = f64> + Clone, left: i32, right: i32) -> Self {
        let from = figures.clone().fold(0.0, f64::min);
        let to = figures.fold(0.0, f64::max);
        Self { from, to: if from == to { 1.0 } else { to }, left, right }
    }

    /// Returns the place of a figure.
    pub(super) fn position(&self, value: f64) -> i32 {
        let width = f64::from(self.right - self.left);
        self.left + ((value - self.from) / (self.to - self.from) * width).round() as i32
    }

    /// Returns the left and right end of a bar; a figure that is not zero is never thinner than a
    /// hairline.
    pub(super) fn bar_ends(&self, start: f64, end: f64) -> (i32, i32) {
        let (one, other) = (self.position(start), self.position(end));
        let (left, right) = (one.min(other), one.max(other));
        if right - left >= 10 {
            (left, right)
        } else if end < start {
            (right - 10, right)
        } else {
            (left, left + 10)
        }
    }
}

/// Returns the left edge of words right of a bar, stepping over the ticks that would run through
/// them.
pub(super) fn right_of(bar_right: i32, width: i32, ticks: &[i32]) -> Option<i32> {
    let mut left = bar_right + AIR;
    for tick in ticks {
        if *tick > left - AIR && *tick < left + width + AIR {
            left = tick + AIR;
        }
    }
    (left + width <= WIDTH).then_some(left)
}

/// Returns the left edge of words at the end of a bar and inside it.
pub(super) fn inside_of(
    (bar_left, bar_right): (i32, i32),
    width: i32,
    ticks: &[i32],
) -> Option<i32> {
    let inside = bar_right - AIR - width;
    let is_clear = ticks.iter().all(|tick| *tick < inside - 30 || *tick > inside + width + 30);
    (inside >= bar_left + AIR && is_clear).then_some(inside)
}

/// Returns the left edge of words left of a bar, where no tick runs through them.
pub(super) fn left_of(bar_left: i32, width: i32, ticks: &[i32], least: i32) -> Option<i32> {
    let left = bar_left - AIR - width;
    let is_clear = ticks.iter().all(|tick| *tick < left - 30 || *tick > left + width + 30);
    (left >= least && is_clear).then_some(left)
}

/// A word above the rows, and the line it names.
pub(super) struct Head {
    pub(super) text: String,
    pub(super) paint: Paint,
    pub(super) left: i32,
    pub(super) row: i32,
}

/// Lays words above the ticks they name, on as few lines as they fit; empty words are left out.
pub(super) fn lay_heads(words: &[(&str, Paint, i32)]) -> Vec<Head> {
    let words: Vec<_> = words.iter().filter(|(label, _, _)| !label.trim().is_empty()).collect();
    let texts: Vec<String> =
        words.iter().map(|(label, _, _)| shorten(label, TYPE_SIZE, WIDTH)).collect();
    let wishes: Vec<_> =
        words.iter().zip(&texts).map(|((_, _, x), text)| (*x, measure(text, TYPE_SIZE))).collect();
    let lefts = spread(&wishes, 0, WIDTH);
    let heads = words.iter().zip(texts).zip(&wishes).enumerate();
    let heads = heads.map(|(index, (((_, paint, _), text), (centre, width)))| {
        let (left, row) = match &lefts {
            Some(lefts) => (lefts[index], 0),
            None => ((centre - width / 2).min(WIDTH - width).max(0), index as i32),
        };
        Head { text, paint: *paint, left, row }
    });
    heads.collect()
}

/// Draws the words above the rows.
pub(super) fn draw_heads(area: &Area, heads: &[Head]) -> Drawn {
    for head in heads {
        let at = (head.left, head.row * LINE_HEIGHT);
        area.draw(&Text::new(head.text.as_str(), at, head.paint.words(HPos::Left, VPos::Top)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_step_over_ticks_and_stay_inside() {
        assert_eq!(right_of(1000, 400, &[]), Some(1050));
        assert_eq!(right_of(1000, 400, &[900, 1200]), Some(1250));
        assert_eq!(right_of(2900, 400, &[]), None);
        assert_eq!(inside_of((1000, 2000), 400, &[]), Some(1550));
        assert_eq!(inside_of((1000, 2000), 400, &[1700]), None);
        assert_eq!(inside_of((1700, 2000), 400, &[]), None);
        assert_eq!(left_of(2000, 400, &[], 1000), Some(1550));
        assert_eq!(left_of(2000, 400, &[1600], 1000), None);
        assert_eq!(left_of(2000, 400, &[], 1600), None);
    }

    #[test]
    fn a_scale_without_extent_still_has_one() {
        let across = Across::of([0.0, 0.0].into_iter(), 100, 1100);
        assert_eq!(across.position(0.0), 100);
        assert_eq!(across.bar_ends(0.0, 0.0), (100, 110));
        let across = Across::of([-5.0, 5.0].into_iter(), 0, 1000);
        assert_eq!(
            (across.bar_ends(0.0, -5.0), across.bar_ends(0.0, 5.0)),
            ((0, 500), (500, 1000))
        );
    }
}
