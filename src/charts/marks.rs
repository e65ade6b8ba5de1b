//! The shapes of statuses inside drawings: each tone has its own, so that none is told by colour
//! alone.

use plotters::element::{Circle, PathElement, Polygon};

use super::style::{Paint, Tone};
use super::svg::{Area, Drawn};

/// Draws the shape of a tone around a centre.
pub(super) fn draw_status_mark(area: &Area, tone: Tone, (x, y): (i32, i32), size: i32) -> Drawn {
    let half = size / 2;
    let style = Paint::Mark.fill_in(Some(tone));
    let part = |tenths: i32| half * tenths / 10;
    let polygon = |corners: &[(i32, i32)]| {
        area.draw(&Polygon::new(
            corners.iter().map(|(dx, dy)| (x + part(*dx), y + part(*dy))).collect::<Vec<_>>(),
            style,
        ))
    };
    match tone {
        Tone::Done => {
            area.draw(&Circle::new((x, y), half, style))?;
            let check = [(-5, 0), (-1, 4), (5, -3)].map(|(dx, dy)| (x + part(dx), y + part(dy)));
            area.draw(&PathElement::new(check.to_vec(), Paint::Check.stroke()))
        }
        Tone::Ahead => polygon(&[(0, -9), (10, 9), (-10, 9)]),
        Tone::OnTrack => area.draw(&Circle::new((x, y), part(9), style)),
        Tone::SlightlyBehind => polygon(&[(0, -10), (10, 0), (0, 10), (-10, 0)]),
        Tone::Behind => polygon(&[(0, 9), (-10, -9), (10, -9)]),
        Tone::FarBehind => polygon(&[(-8, -8), (8, -8), (8, 8), (-8, 8)]),
        Tone::Neutral => {
            area.draw(&Circle::new((x, y), part(7), Paint::RingMark.fill_in(Some(tone))))
        }
    }
}
