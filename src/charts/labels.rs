//! Finds places for labels, so that none covers another and none leaves the drawing.
//!
//! Comes in: sizes of labels, where each would like to be, and the lines that should not be
//! crossed. Goes out: positions. All lengths are tenths of a unit. Must not measure text, and must
//! not draw.

/// A box of the drawing: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

/// A point of the drawing: across, down.
pub(super) type Spot = (i32, i32);

/// Air between two labels.
const AIR: i32 = 30;
/// What it costs to take the next wish instead of the one before it, as a length of line covered.
const STEP_COST: f64 = 25.0;

/// Lays labels on one row as near to their centres as they go, left to right in the order of the
/// centres.
///
/// Takes centre and width of each and returns their left edges in the same order, or nothing when
/// the row is too short.
pub(super) fn spread(wishes: &[(i32, i32)], left: i32, right: i32) -> Option<Vec<i32>> {
    let gap = 3 * AIR;
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&at| wishes[at].0);
    let mut starts = vec![0; wishes.len()];
    let mut free_from = left;
    for &at in &order {
        let (centre, width) = wishes[at];
        starts[at] = (centre - width / 2).max(free_from);
        free_from = starts[at] + width + gap;
    }
    let mut free_to = right;
    for &at in order.iter().rev() {
        starts[at] = starts[at].min(free_to - wishes[at].1);
        free_to = starts[at] - gap;
    }
    starts.iter().all(|start| *start >= left).then_some(starts)
}

/// A piece of line from one point to another, and how much it hurts to cover it.
type Obstacle = (Spot, Spot, f64);

/// Remembers what is drawn, and finds room for the next label.
pub(super) struct Placer {
    bounds: Frame,
    taken: Vec<Frame>,
    lines: Vec<Obstacle>,
}

impl Placer {
    /// Begins with an empty drawing.
    pub(super) fn new(bounds: Frame) -> Self {
        Self { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    /// Notes a line; `weight` says how much it hurts to cover it.
    pub(super) fn add_line(&mut self, points: &[(i32, i32)], weight: f64) {
        self.lines.extend(points.windows(2).map(|pair| (pair[0], pair[1], weight)));
    }

    /// Notes a label that has its place already.
    pub(super) fn take(&mut self, frame: Frame) {
        self.taken.push(frame);
    }

    /// Notes a dot.
    pub(super) fn add_dot(&mut self, (x, y): (i32, i32), radius: i32) {
        self.lines.push(((x - radius, y), (x + radius, y), 9.0));
        self.lines.push(((x, y - radius), (x, y + radius), 9.0));
    }

    /// Takes the best of the wished places (left, top) for a box, or any free place near the first
    /// wish.
    ///
    /// Wishes are moved inside the drawing first. Returns nothing when no place is free of other
    /// labels.
    pub(super) fn place(
        &mut self,
        (width, height): (i32, i32),
        wishes: &[(i32, i32)],
    ) -> Option<(i32, i32)> {
        let mut best: Option<(f64, (i32, i32))> = None;
        for (rank, wish) in wishes.iter().enumerate() {
            let spot = self.move_inside(*wish, width, height);
            let moved = f64::from((spot.0 - wish.0).abs() + 3 * (spot.1 - wish.1).abs());
            let cost = rank as f64 * STEP_COST + moved;
            // Covering only adds to the cost, so a wish that is already dearer need not be
            // measured.
            if best.is_some_and(|(least, _)| least <= cost) {
                continue;
            }
            if let Some(covered) = self.cost_at(spot, width, height)
                && best.is_none_or(|(least, _)| covered + cost < least)
            {
                best = Some((covered + cost, spot));
            }
        }
        if best.is_none() {
            best = self.search(width, height, *wishes.first()?);
        }
        let (_, (x, y)) = best?;
        self.taken.push(Frame { left: x, top: y, right: x + width, bottom: y + height });
        Some((x, y))
    }

    /// Looks all over the drawing; slow, and only for crowded ones.
    fn search(
        &self,
        width: i32,
        height: i32,
        (near_x, near_y): (i32, i32),
    ) -> Option<(f64, (i32, i32))> {
        let mut best: Option<(f64, (i32, i32))> = None;
        for y in (self.bounds.top..=self.bounds.bottom - height).step_by(50) {
            for x in (self.bounds.left..=self.bounds.right - width).step_by(100) {
                let far = f64::from((x - near_x).abs() + 2 * (y - near_y).abs());
                if let Some(covered) = self.cost_at((x, y), width, height)
                    && best.is_none_or(|(least, _)| covered + far < least)
                {
                    best = Some((covered + far, (x, y)));
                }
            }
        }
        best
    }

    fn move_inside(&self, (x, y): (i32, i32), width: i32, height: i32) -> (i32, i32) {
        let Frame { left, top, right, bottom } = self.bounds;
        (x.min(right - width).max(left), y.min(bottom - height).max(top))
    }

    /// Returns how much of the lines a box would cover, or nothing when it would touch a label.
    fn cost_at(&self, (x, y): (i32, i32), width: i32, height: i32) -> Option<f64> {
        let frame = Frame { left: x, top: y, right: x + width, bottom: y + height };
        let is_free = self.taken.iter().all(|other| {
            frame.right + AIR <= other.left
                || other.right + AIR <= frame.left
                || frame.bottom <= other.top
                || other.bottom <= frame.top
        });
        is_free.then(|| {
            self.lines
                .iter()
                .map(|(from, to, weight)| weight * length_inside(*from, *to, frame))
                .sum()
        })
    }
}

/// Returns the length of the part of a line that lies inside a box (clipping after Liang and
/// Barsky).
fn length_inside(from: (i32, i32), to: (i32, i32), frame: Frame) -> f64 {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, f64::from(from.0 - frame.left)),
        (dx, f64::from(frame.right - from.0)),
        (-dy, f64::from(from.1 - frame.top)),
        (dy, f64::from(frame.bottom - from.1)),
    ];
    for (run, room) in sides {
        if run == 0.0 {
            if room < 0.0 {
                return 0.0;
            }
        } else if run < 0.0 {
            enter = enter.max(room / run);
        } else {
            leave = leave.min(room / run);
        }
    }
    if enter >= leave { 0.0 } else { (leave - enter) * dx.hypot(dy) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Frame = Frame { left: 0, top: 0, right: 3200, bottom: 1000 };

    #[test]
    fn a_row_is_spread_without_overlap() {
        assert_eq!(spread(&[(500, 400), (2000, 400)], 0, 3200), Some(vec![300, 1800]));
        assert_eq!(spread(&[(3200, 400)], 0, 3200), Some(vec![2800]));
        assert_eq!(spread(&[(0, 400)], 0, 3200), Some(vec![0]));
        let starts = spread(&[(3100, 800), (3000, 900)], 0, 3200).expect("there is room");
        assert!(starts[1] + 900 < starts[0] && starts[0] + 800 <= 3200);
        assert_eq!(spread(&[(100, 2000), (200, 2000)], 0, 3200), None);
    }

    #[test]
    fn a_second_label_keeps_away_from_the_first() {
        let mut placer = Placer::new(BOUNDS);
        assert_eq!(placer.place((500, 150), &[(100, 100)]), Some((100, 100)));
        let (x, y) = placer.place((500, 150), &[(120, 110)]).expect("there is room");
        assert!(x >= 630 || y >= 250 || y + 150 <= 100);
    }

    #[test]
    fn a_free_place_beats_a_crossed_line() {
        let mut placer = Placer::new(BOUNDS);
        placer.add_line(&[(0, 150), (3200, 150)], 3.0);
        assert_eq!(placer.place((500, 150), &[(100, 100), (100, 300)]), Some((100, 300)));
    }

    #[test]
    fn wishes_outside_are_moved_inside_and_a_full_drawing_gives_nothing() {
        let mut placer = Placer::new(BOUNDS);
        assert_eq!(placer.place((3200, 1000), &[(-50, 5000)]), Some((0, 0)));
        assert_eq!(placer.place((10, 10), &[(0, 0)]), None);
    }
}
