//! Words along an axis: each at its tick, and fewer where they would collide.
//!
//! Comes in: words with their ticks in tenths of a unit, in the order of the axis. Goes out: those
//! there is room for. The last word counts most: it says where the drawing ends and is never left
//! out. Must not draw.

use super::labels::spread;
use super::style::TYPE_SIZE;
use super::svg::WIDTH;
use super::text::{measure, shorten};

/// Returns words with their centres; one that would touch a later one or leave its tick is left
/// out, the last one never.
pub(super) fn thin_out(words: &[(i32, &str)]) -> Vec<(String, i32)> {
    let texts: Vec<String> =
        words.iter().map(|(_, text)| shorten(text.trim(), TYPE_SIZE, WIDTH / 2)).collect();
    let sizes: Vec<_> =
        words.iter().zip(&texts).map(|((x, _), text)| (*x, measure(text, TYPE_SIZE))).collect();
    // A word may leave the middle of its tick as long as it still stands above or below it.
    choose(&sizes, |width| width / 2 + 10)
        .into_iter()
        .map(|(index, centre)| (texts[index].clone(), centre))
        .collect()
}

/// Does the same for boxes of a known width, of which none moves further than `slack` says for its
/// width: returns index and centre of those that stay. A box without width goes.
pub(super) fn choose(sizes: &[(i32, i32)], slack: impl Fn(i32) -> i32) -> Vec<(usize, i32)> {
    let mut wishes: Vec<(i32, i32)> = Vec::new();
    let mut kept: Vec<usize> = Vec::new();
    let has_moved = |lefts: &[i32], wishes: &[(i32, i32)]| {
        let is_far = |(left, (centre, width)): (&i32, &(i32, i32))| {
            (left + width / 2 - centre).abs() > slack(*width)
        };
        lefts.iter().zip(wishes).any(is_far)
    };
    for (index, (centre, width)) in sizes.iter().enumerate().rev() {
        // The edge of the drawing moves a word anyhow; only what others do to it counts.
        let half = width / 2;
        wishes.push(((*centre).clamp(half, (WIDTH - width + half).max(half)), *width));
        if *width == 0 || spread(&wishes, 0, WIDTH).is_none_or(|lefts| has_moved(&lefts, &wishes)) {
            wishes.pop();
        } else {
            kept.push(index);
        }
    }
    let lefts = spread(&wishes, 0, WIDTH).unwrap_or_default();
    let centred = kept
        .into_iter()
        .zip(lefts)
        .zip(wishes)
        .map(|((index, left), (_, width))| (index, left + width / 2));
    centred.rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_would_collide_go_and_the_last_stays() {
        let words: Vec<(i32, String)> =
            (0..24).map(|at| (at * 130, format!("{}月", at + 1))).collect();
        let words: Vec<(i32, &str)> = words.iter().map(|(x, text)| (*x, text.as_str())).collect();
        let kept = thin_out(&words);
        assert!(kept.len() > 5 && kept.len() < 24, "{kept:?}");
        assert_eq!(kept.last().map(|(text, _)| text.as_str()), Some("24月"));
        let boxes: Vec<_> = kept
            .iter()
            .map(|(text, x)| (x - measure(text, TYPE_SIZE) / 2, measure(text, TYPE_SIZE)))
            .collect();
        assert!(boxes.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0), "{boxes:?}");
        assert_eq!(thin_out(&[(0, " "), (3200, "12月")]).len(), 1);
        assert_eq!(thin_out(&[]), []);
    }

    #[test]
    fn nothing_moves_further_than_allowed() {
        let sizes: Vec<(i32, i32)> = (0..6).map(|at| (300 + at * 500, 600)).collect();
        for slack in [0, 60, 200] {
            for (index, centre) in choose(&sizes, |_| slack) {
                assert!(
                    (centre - sizes[index].0).abs() <= slack.max(100),
                    "{index} stands at {centre}"
                );
            }
        }
        assert_eq!(choose(&sizes, |_| 0), [(1, 800), (3, 1800), (5, 2800)]);
        assert_eq!(choose(&[(3190, 700)], |_| 0), [(0, 2850)]);
    }
}
