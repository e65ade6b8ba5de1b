//! Words along an axis: each at its tick, and fewer where they would collide.
//!
//! Comes in: words with their ticks in tenths of a unit, in the order of the axis. Goes out: those there is room for.
//! The last word counts most: it says where the drawing ends and is never left out. Must not draw.

use super::labels::spread;
use super::style::TYPE_SIZE;
use super::svg::WIDTH;
use super::text::{measure, shorten};

/// Returns words with their centres; one that would touch a later one or leave its tick is left out, the last one never.
pub(super) fn thin_out(words: &[(i32, &str)]) -> Vec<(String, i32)> {
    let texts: Vec<String> = words.iter().map(|(_, text)| shorten(text.trim(), TYPE_SIZE, WIDTH / 2)).collect();
    let sizes: Vec<_> = words.iter().zip(&texts).map(|((x, _), text)| (*x, measure(text, TYPE_SIZE))).collect();
    choose(&sizes).into_iter().map(|(index, centre)| (texts[index].clone(), centre)).collect()
}

/// Does the same for boxes of a known width: returns index and centre of those that stay. A box without width goes.
pub(super) fn choose(sizes: &[(i32, i32)]) -> Vec<(usize, i32)> {
    let mut wishes: Vec<(i32, i32)> = Vec::new();
    let mut kept: Vec<usize> = Vec::new();
    for (index, wish) in sizes.iter().enumerate().rev() {
        wishes.push(*wish);
        if wish.1 == 0 || spread(&wishes, 0, WIDTH).is_none_or(|lefts| has_moved(&lefts, &wishes)) {
            wishes.pop();
        } else {
            kept.push(index);
        }
    }
    let lefts = spread(&wishes, 0, WIDTH).unwrap_or_default();
    let centred = kept.into_iter().zip(lefts).zip(wishes).map(|((index, left), (_, width))| (index, left + width / 2));
    centred.rev().collect()
}

/// Tells whether a word would stand clearly beside its tick.
fn has_moved(lefts: &[i32], wishes: &[(i32, i32)]) -> bool {
    let is_far = |(left, (centre, width)): (&i32, &(i32, i32))| (left + width / 2 - centre).abs() > width / 2 + 10;
    lefts.iter().zip(wishes).any(is_far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_would_collide_go_and_the_last_stays() {
        let words: Vec<(i32, String)> = (0..24).map(|at| (at * 130, format!("{}月", at + 1))).collect();
        let words: Vec<(i32, &str)> = words.iter().map(|(x, text)| (*x, text.as_str())).collect();
        let kept = thin_out(&words);
        assert!(kept.len() > 5 && kept.len() < 24, "{kept:?}");
        assert_eq!(kept.last().map(|(text, _)| text.as_str()), Some("24月"));
        let boxes: Vec<_> = kept.iter().map(|(text, x)| (x - measure(text, TYPE_SIZE) / 2, measure(text, TYPE_SIZE))).collect();
        assert!(boxes.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0), "{boxes:?}");
        assert_eq!(thin_out(&[(0, " "), (3200, "12月")]).len(), 1);
        assert_eq!(thin_out(&[]), []);
    }
}
