//! Names that look alike: another width, a Cyrillic letter, a space nobody sees.
//!
//! Two names count as alike if a reader could not tell them apart. Nothing is repaired; the right
//! one is told. This is the home of `unicode-security` and `unicode-normalization`.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// Returns what a reader sees of a name, by which look-alikes are equal.
pub(super) fn confusable_skeleton(name: &str) -> String {
    let visible: String = name.nfkc().filter(|letter| !is_invisible(*letter)).collect();
    skeleton(visible.trim()).collect()
}

/// Names the first letter nobody sees, as `U+200B`.
pub(super) fn invisible_in(name: &str) -> Option<String> {
    let is_odd =
        |letter: &char| is_invisible(*letter) || (letter.is_whitespace() && *letter != ' ');
    let at_end = name.len() != name.trim_matches(' ').len();
    name.chars()
        .find(is_odd)
        .or(at_end.then_some(' '))
        .map(|letter| format!("U+{:04X}", u32::from(letter)))
}

fn is_invisible(letter: char) -> bool {
    const JOINERS: [RangeInclusive<char>; 3] =
        ['\u{200B}'..='\u{200F}', '\u{202A}'..='\u{202E}', '\u{2060}'..='\u{2064}'];
    matches!(letter, '\u{00AD}' | '\u{FEFF}') || JOINERS.iter().any(|range| range.contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_look_alike() {
        for (typed, name) in [
            ("ｆｉｒｍｓ", "firms"),
            ("firms\u{200B}", "firms"),
            (" firms", "firms"),
            ("fіrms", "firms"),
            ("３４１３０２", "341302"),
        ] {
            assert_ne!(typed, name);
            assert_eq!(confusable_skeleton(typed), confusable_skeleton(name), "{typed}");
        }
        assert_ne!(confusable_skeleton("frims"), confusable_skeleton("firms"));
        assert_ne!(confusable_skeleton("埇桥"), confusable_skeleton("埇桥区"));
    }

    #[test]
    fn what_nobody_sees_is_named() {
        assert_eq!(invisible_in("a\u{200B}b").as_deref(), Some("U+200B"));
        assert_eq!(invisible_in("a ").as_deref(), Some("U+0020"));
        assert_eq!(invisible_in("a\u{3000}").as_deref(), Some("U+3000"));
        assert_eq!(invisible_in("a b"), None);
    }
}
