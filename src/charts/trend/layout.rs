//! Where the parts of a trend go: ranges of the axes, pixels of every figure, room for every word.
//!
//! Comes in: the trend and the mapping of its coordinates. Goes out: positions in tenths of a unit.
//! A range is never empty and never without air; words are placed in the order of their weight, the
//! latest figure first. Must not draw.

use std::ops::Range;

use crate::charts::labels::{Frame, Placer, Spot};
use crate::charts::style::{BOX_HEIGHT, Paint, TYPE_SIZE};
use crate::charts::svg::WIDTH;
use crate::charts::text::{measure, shorten};
use crate::charts::ticks::thin_out;
use crate::number::Number;

use super::figures::{Trend, projection_of, trend_pace};

/// Height of the drawing.
pub(super) const HEIGHT: i32 = 1900;
/// Upper edge of the figures.
pub(super) const PLOT_TOP: i32 = 70;
/// Lower edge of the figures; the months stand below.
pub(super) const PLOT_BOTTOM: i32 = 1690;
/// Air at the right, as much as a dot needs.
pub(super) const MARGIN_RIGHT: i32 = 50;
/// Radius of a dot.
pub(super) const DOT: i32 = 32;

/// Radius of the mark at the end of a projection.
pub(super) const LEAD_DOT: i32 = 24;

/// What the axes span.
pub(super) struct Ranges {
    pub(super) months: Range<f64>,
    pub(super) values: Range<f64>,
}

/// Every position of a trend.
pub(super) struct Geometry {
    pub(super) left: i32,
    pub(super) right: i32,
    /// Height of the line of zero, when zero is part of the axis.
    pub(super) zero: Option<i32>,
    pub(super) target: Option<i32>,
    pub(super) pace: Vec<Spot>,
    pub(super) projection: Option<Lead>,
    /// Figures joined by a line.
    pub(super) runs: Vec<Vec<Spot>>,
    /// Index and place of each figure.
    pub(super) dots: Vec<(usize, Spot)>,
    /// Old place and new place of each revised figure.
    pub(super) revisions: Vec<(Spot, Spot)>,
    /// Left and right edge of each run of missing months.
    pub(super) gaps: Vec<(i32, i32)>,
    pub(super) ticks: Vec<i32>,
}

/// The way from the latest figure to its projection.
#[derive(Clone, Copy)]
pub(super) struct Lead {
    pub(super) from: Spot,
    pub(super) to: Spot,
    /// The way goes on beyond the drawing.
    pub(super) is_cut: bool,
}

/// A word with its left upper corner.
pub(super) struct Word {
    pub(super) text: String,
    /// The whole text, when it had to be cut.
    pub(super) tooltip: String,
    pub(super) paint: Paint,
    pub(super) left: i32,
    pub(super) top: i32,
}

/// Returns the left edge of the figures: a 0 needs room before its line.
pub(super) fn plot_left(values: &Range<f64>) -> i32 {
    if values.contains(&0.0) { 130 } else { 50 }
}

impl Ranges {
    pub(super) fn of(trend: &Trend) -> Self {
        let actuals =
            trend.points.iter().flat_map(|point| [point.value, point.revised_from]).flatten();
        let all = actuals.chain(trend.pace.iter().map(|(_, value)| *value)).chain(trend.target);
        let projection = projection_of(trend);
        let lead = projection.map(|(_, value, reach)| value.clamp(-reach, reach));
        let figures: Vec<f64> =
            all.map(Number::to_drawing).chain(trend.from_zero.then_some(0.0)).chain(lead).collect();
        let low = figures.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let high = figures.iter().copied().reduce(f64::max).unwrap_or(1.0);
        let (low, high) = match (low == high, low == 0.0) {
            (false, _) => (low, high),
            (true, true) => (0.0, 1.0),
            (true, false) => (low - low.abs() * 0.1, high + high.abs() * 0.1),
        };
        let air = (high - low) * 0.08;
        // Zero is an edge, not a place with air beyond it.
        let bottom = if low == 0.0 { 0.0 } else { low - air };
        let bottom = if low > 0.0 { bottom.max(0.0) } else { bottom };
        let top = if high == 0.0 { 0.0 } else { high + air };
        // What is cut ends at the edge, so there is no air beyond it.
        let is_cut = |edge: f64| {
            projection.is_some_and(|(_, value, reach)| value.abs() > reach && lead == Some(edge))
        };
        let (bottom, top) =
            (if is_cut(low) { low } else { bottom }, if is_cut(high) { high } else { top });
        let last = f64::from(trend.last_month.max(1));
        let first = trend.pace.iter().map(|(month, _)| f64::from(*month)).fold(1.0, f64::min);
        Self { months: if first < last { first..last } else { 0.0..last }, values: bottom..top }
    }
}

impl Geometry {
    pub(super) fn of(
        trend: &Trend,
        values: &Range<f64>,
        position: impl Fn(u16, f64) -> Spot,
    ) -> Self {
        let last = trend.last_month.max(1);
        let position_at = |month: u16, value: f64| position(month.min(last), value);
        let mut geometry = Self {
            left: plot_left(values),
            right: WIDTH - MARGIN_RIGHT,
            zero: (values.start <= 0.0 && values.end >= 0.0)
                .then(|| position(last, 0.0).1.min(PLOT_BOTTOM)),
            target: trend.target.map(|target| position(last, target.to_drawing()).1),
            pace: trend_pace(trend)
                .into_iter()
                .map(|(month, value)| position_at(month as u16, value))
                .collect(),
            projection: None,
            runs: Vec::new(),
            dots: Vec::new(),
            revisions: Vec::new(),
            gaps: gap_bands(trend, |month| position_at(month, values.start).0),
            ticks: trend
                .month_labels
                .iter()
                .map(|(month, _)| position_at((*month).max(1), values.start).0)
                .collect(),
        };
        let mut run: Vec<Spot> = Vec::new();
        let mut before: Option<u16> = None;
        for (index, point) in
            trend.points.iter().enumerate().filter(|(_, point)| (1..=last).contains(&point.month))
        {
            let is_after_gap = before.is_some_and(|before| {
                trend.gap_months.iter().any(|gap| (before..point.month).contains(gap))
            });
            if (point.value.is_none() || is_after_gap) && !run.is_empty() {
                geometry.runs.push(std::mem::take(&mut run));
            }
            before = Some(point.month);
            let Some(value) = point.value else { continue };
            let here = position_at(point.month, value.to_drawing());
            run.push(here);
            geometry.dots.push((index, here));
            if let Some(old) = point.revised_from {
                geometry.revisions.push((position_at(point.month, old.to_drawing()), here));
            }
        }
        geometry.runs.push(run);
        geometry.projection = projection_of(trend).map(|((month, start), value, reach)| {
            let is_cut = value.abs() > reach;
            let edge = if value > 0.0 { values.end } else { values.start };
            let part = if is_cut { (edge - start) / (value - start) } else { 1.0 };
            let ((x0, y0), (x1, y1)) =
                (position_at(month, start), position_at(last, start + (value - start) * part));
            Lead {
                from: (x0, y0),
                to: (x0 + (f64::from(x1 - x0) * part).round() as i32, y1),
                is_cut,
            }
        });
        geometry
    }

    /// Finds room for the words: the latest figure, the target, the missing months, telling earlier
    /// figures, the pace.
    pub(super) fn words(&self, trend: &Trend) -> Vec<Word> {
        let bounds = Frame { left: 0, top: 0, right: WIDTH, bottom: PLOT_BOTTOM - 10 };
        let mut room = Placer::new(bounds);
        self.runs.iter().for_each(|run| room.add_line(run, 6.0));
        self.dots.iter().for_each(|(_, dot)| room.add_dot(*dot, DOT));
        self.revisions.iter().for_each(|(old, new)| {
            room.add_line(&[*old, *new], 2.0);
            room.add_dot(*old, 22);
        });
        room.add_line(&self.pace, 2.0);
        if let Some(lead) = self.projection {
            room.add_line(&[lead.from, lead.to], 3.0);
            room.add_dot(lead.to, LEAD_DOT);
        }
        if let Some(y) = self.target {
            room.add_line(&[(self.left, y), (self.right, y)], 4.0);
        }
        if let Some(y) = self.zero {
            room.add_line(&[(self.left, y), (self.right, y)], 2.0);
        }
        for (left, right) in &self.gaps {
            let middle = (left + right) / 2;
            room.add_line(&[(middle, PLOT_TOP), (middle, PLOT_BOTTOM)], 1.0);
        }
        let mut words = Vec::new();
        if let Some(y) = self.zero {
            let (top, width) = ((y - BOX_HEIGHT / 2 - 10).max(0), measure("0", TYPE_SIZE));
            room.take(Frame { left: 0, top, right: width, bottom: top + BOX_HEIGHT });
            words.push(Word {
                text: "0".to_string(),
                tooltip: String::new(),
                paint: Paint::MutedText,
                left: 0,
                top,
            });
        }
        let mut put = |text: &str, paint: Paint, wishes: &dyn Fn(i32) -> Vec<Spot>| {
            let short = shorten(text.trim(), TYPE_SIZE, WIDTH - 200);
            let width = measure(&short, TYPE_SIZE);
            if short.is_empty() {
                return;
            }
            // Where no place is left the word is dropped: description and table still have it.
            if let Some((left, top)) = room.place((width, BOX_HEIGHT), &wishes(width)) {
                let tooltip =
                    if short == text.trim() { String::new() } else { text.trim().to_string() };
                words.push(Word { text: short, tooltip, paint, left, top });
            }
        };
        if let Some((index, dot)) = self.dots.last() {
            put(&trend.points[*index].label, Paint::StrongText, &|width| around(*dot, width));
        }
        if let Some(y) = self.target {
            put(&trend.target_label, Paint::Text, &|width| self.along_target(y, width));
        }
        if let (Some(lead), Some(projection)) = (self.projection, &trend.projection) {
            put(&projection.label, Paint::MutedText, &|width| around(lead.to, width));
        }
        if let Some((left, right)) = self.gaps.last() {
            put(&trend.missing_label, Paint::MutedText, &|width| {
                in_band((left + right) / 2 - width / 2)
            });
        }
        for (index, dot) in self.marked_dots(trend) {
            put(&trend.points[index].label, Paint::Text, &|width| around(dot, width));
        }
        if self.pace.len() > 1 {
            put(&trend.pace_label, Paint::MutedText, &|width| self.along_pace(width));
        }
        words
    }

    /// Returns the earlier figures that carry their words too: the first where the axis leaves zero
    /// out, and one that dwarfs all the rest, because it alone explains the scale.
    fn marked_dots(&self, trend: &Trend) -> Vec<(usize, Spot)> {
        let Some(((last, _), earlier)) = self.dots.split_last() else { return Vec::new() };
        let mut prose = Vec::new();
        if self.zero.is_none() {
            prose.extend(
                earlier
                    .first()
                    .filter(|(first, _)| trend.points[*first].label != trend.points[*last].label),
            );
        }
        let size = |number: Number| number.to_drawing().abs();
        let of_point = |index: usize| trend.points[index].value.map_or(0.0, size);
        let largest = earlier.iter().max_by(|(a, _), (b, _)| of_point(*a).total_cmp(&of_point(*b)));
        if let Some((index, dot)) = largest {
            let others = self
                .dots
                .iter()
                .filter(|(other, _)| other != index)
                .map(|(other, _)| of_point(*other));
            let others = others
                .chain(trend.pace.iter().map(|(_, value)| size(*value)))
                .chain(trend.target.map(size));
            if of_point(*index) > 2.0 * others.fold(0.0, f64::max)
                && prose.iter().all(|(other, _)| other != index)
            {
                prose.push((*index, *dot));
            }
        }
        prose
    }

    /// Returns the words of the months with their centres.
    pub(super) fn month_words(&self, trend: &Trend) -> Vec<(String, i32)> {
        let words =
            self.ticks.iter().zip(&trend.month_labels).map(|(x, (_, text))| (*x, text.as_str()));
        thin_out(&words.collect::<Vec<_>>())
    }

    fn along_target(&self, y: i32, width: i32) -> Vec<Spot> {
        let last = self.right - width;
        let lefts = [
            self.left,
            last,
            (self.left + last) / 2,
            (3 * self.left + last) / 4,
            (self.left + 3 * last) / 4,
        ];
        let above = lefts.iter().map(|left| (*left, y - BOX_HEIGHT - 32));
        above.chain(lefts.iter().map(|left| (*left, y + 32))).collect()
    }

    /// Returns places beside the pace, the late ones first: there the figures are not yet in the
    /// way.
    fn along_pace(&self, width: i32) -> Vec<Spot> {
        let mut places = Vec::new();
        for pair in self.pace.windows(2).rev() {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let parts = ((x1 - x0) / 300).clamp(1, 12);
            for part in (0..parts).rev() {
                let (x, y) = (x0 + (x1 - x0) * part / parts, y0 + (y1 - y0) * part / parts);
                places.push((x + 40, y + 30));
                places.push((x - width - 40, y - BOX_HEIGHT - 10));
            }
        }
        places
    }
}

/// Returns places around a dot, the best first.
fn around((x, y): Spot, width: i32) -> Vec<Spot> {
    let (above, below, beside) = (y - BOX_HEIGHT - 45, y + 45, y - BOX_HEIGHT / 2);
    vec![
        (x + 70, beside),
        (x - width / 2, above),
        (x - width + 40, above),
        (x - width / 2, below),
        (x + 20, below),
        (x + 40, above),
        (x - width - 70, beside),
        (x - width + 40, above - 100),
        (x - width / 2, below + 100),
    ]
}

/// Returns places for the word of a missing month, within the band of it.
fn in_band(left: i32) -> Vec<Spot> {
    [
        PLOT_BOTTOM - BOX_HEIGHT - 20,
        PLOT_BOTTOM - 2 * BOX_HEIGHT,
        PLOT_TOP + 20,
        (PLOT_TOP + PLOT_BOTTOM) / 2,
        PLOT_BOTTOM - 500,
    ]
    .map(|top| (left, top))
    .to_vec()
}

/// Returns left and right edge of each run of missing months, half a month to both sides.
fn gap_bands(trend: &Trend, x_of: impl Fn(u16) -> i32) -> Vec<(i32, i32)> {
    let mut months: Vec<u16> = trend
        .gap_months
        .iter()
        .copied()
        .filter(|month| (1..=trend.last_month).contains(month))
        .collect();
    months.sort_unstable();
    months.dedup();
    let last = trend.last_month.max(1);
    let half = if last > 1 { (x_of(last) - x_of(1)) / i32::from(last - 1) / 2 } else { 150 };
    let mut bands: Vec<(i32, i32)> = Vec::new();
    let mut before = None;
    for month in months {
        let (left, right) = ((x_of(month) - half).max(0), (x_of(month) + half).min(WIDTH));
        match bands.last_mut() {
            Some(band) if before == Some(month - 1) => band.1 = right,
            _ => bands.push((left, right)),
        }
        before = Some(month);
    }
    bands
}

#[cfg(test)]
mod tests;
