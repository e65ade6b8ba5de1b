//! Measures and breaks the words in a chart without asking the machine for a font.
//!
//! Comes in: text in Chinese or Latin letters and a size. Goes out: a width, lines that fit, or a
//! text cut short. The widths lie a little above those of the usual system fonts, so that a label
//! that fits here fits on every screen. Must not draw, and must not know what the words say.

/// Returns the width of `text` in type of the given size, rounded up, in the unit of the size.
#[must_use]
pub(super) fn measure(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text.chars().map(advance).sum();
    (hundredths * size + 99) / 100
}

/// Breaks `text` into at most `max_lines` lines no wider than `max_width`; what does not fit is cut
/// with an ellipsis.
///
/// Chinese breaks between any two characters but never before closing punctuation or behind an
/// opening bracket, nor within `6月`; Latin breaks at spaces, and inside a word only when the word
/// alone is too wide.
#[must_use]
pub(super) fn wrap(text: &str, size: i32, max_width: i32, max_lines: usize) -> Vec<String> {
    if measure(text.trim_end(), size) <= max_width {
        return vec![text.chars().map(plain_space).collect::<String>().trim().to_string()];
    }
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().map_or("", |line| line.as_str());
        let joined = format!("{line}{piece}");
        if line.is_empty() || measure(joined.trim_end(), size) <= max_width {
            lines.pop();
            lines.push(joined);
        } else {
            lines.push(piece);
        }
    }
    // A single piece can still be too wide: a long word, a code.
    let mut fitting: Vec<String> = Vec::with_capacity(lines.len());
    for line in &lines {
        // The space at its end stays, for what is joined again below.
        let mut rest = line.trim_start();
        while measure(rest.trim_end(), size) > max_width && fitting.len() + 1 < max_lines {
            let head = longest_head(rest, size, max_width);
            fitting.push(rest[..head].to_string());
            rest = &rest[head..];
        }
        fitting.push(rest.to_string());
    }
    if fitting.len() > max_lines.max(1) {
        let tail = fitting.split_off(max_lines.max(1) - 1);
        fitting.push(tail.concat());
    }
    fitting.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
    if let Some(last) = fitting.last_mut() {
        *last = shorten(last, size, max_width);
    }
    fitting
}

/// Breaks like [`wrap`], but fills the lines evenly, so that no single character is left alone on
/// the last one.
#[must_use]
pub(super) fn wrap_evenly(text: &str, size: i32, max_width: i32, max_lines: usize) -> Vec<String> {
    let lines = wrap(text, size, max_width, max_lines);
    if lines.len() < 2 || lines.iter().any(|line| line.ends_with('…')) {
        return lines;
    }
    // What stays together on wide lines does so on narrow ones.
    let widest =
        pieces(text).iter().map(|piece| measure(piece.trim_end(), size)).max().unwrap_or(0);
    (5..10)
        .map(|tenths| max_width * tenths / 10)
        .filter(|width| *width >= widest)
        .map(|width| wrap(text, size, width, max_lines))
        .find(|even| even.len() == lines.len() && !even.iter().any(|line| line.ends_with('…')))
        .unwrap_or(lines)
}

/// Cuts `text` with an ellipsis so that it is no wider than `max_width`; what fits stays as it is.
#[must_use]
pub(super) fn shorten(text: &str, size: i32, max_width: i32) -> String {
    if measure(text, size) <= max_width {
        return text.to_string();
    }
    let head = longest_head(text, size, max_width - measure("…", size));
    format!("{}…", text[..head].trim_end())
}

/// Returns where to cut so that the first part is as long as it can be, but never empty.
fn longest_head(text: &str, size: i32, max_width: i32) -> usize {
    let mut hundredths = 0;
    for (at, c) in text.char_indices() {
        hundredths += advance(c);
        if at > 0 && hundredths * size > max_width * 100 {
            return at;
        }
    }
    text.len()
}

/// Makes a space of whatever a line may break at.
fn plain_space(c: char) -> char {
    if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c }
}

/// Splits a text where a line may break; a space stays at the end of the piece before it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in text.chars().map(plain_space) {
        let is_break = match before {
            None => true,
            Some(_) if c == ' ' || "，。、；：！？）》」』】”’%％‰…".contains(c) => {
                false
            }
            Some(b) if "（《「『【“‘".contains(b) => false,
            Some(b) if b.is_ascii_digit() && "年月日期".contains(c) => false,
            Some(' ') => true,
            Some(b) => is_wide(b) || is_wide(c),
        };
        match pieces.last_mut() {
            Some(piece) if !is_break => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

/// Returns the width of one character in hundredths of the size of type.
fn advance(c: char) -> i32 {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2009}' | '\u{200a}' | '\u{202f}' => 22,
        ' ' | '\u{a0}' => 28,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 30,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' | '`' => 40,
        '·' => 50,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 95,
        '0'..='9' => 58,
        'a'..='z' => 57,
        'A'..='Z' => 70,
        '+' | '<' | '=' | '>' | '~' | '≥' | '≤' | '±' | '−' | '–' | '×' => 62,
        c if c.is_ascii() => 60,
        '\u{a1}'..='\u{24f}' => 65,
        '\u{250}'..='\u{7ff}' => 75,
        _ => 100,
    }
}

/// Returns whether a line may break beside this character without a space.
fn is_wide(c: char) -> bool {
    c >= '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_as_wide_as_it_is_long() {
        assert_eq!(measure("宿州市", 135), 405);
        assert_eq!(measure("", 135), 0);
        assert!(measure("101", 135) < measure("家家", 135));
    }

    #[test]
    fn lines_fit_and_keep_punctuation_together() {
        let lines = wrap("宿州市埇桥区，高新技术产业开发区", 100, 600, 3);
        assert_eq!(lines, ["宿州市埇桥", "区，高新技术", "产业开发区"]);
        assert_eq!(wrap("截至2023年6月", 100, 500, 3), ["截至", "2023年6月"]);
        assert_eq!(
            wrap("new firms per year and per county", 100, 1000, 2),
            ["new firms per year", "and per county"]
        );
        assert_eq!(
            wrap("new firms per year and per county", 100, 500, 2),
            ["new firms", "per year…"]
        );
        assert_eq!(
            wrap("new firms per year and per county", 100, 800, 2),
            ["new firms per", "year and per c…"]
        );
        assert_eq!(wrap("new firms per year", 100, 600, 2), ["new firms", "per year"]);
        assert_eq!(wrap("宿州", 100, 600, 2), ["宿州"]);
        assert_eq!(wrap("", 100, 600, 2), [""]);
    }

    #[test]
    fn no_character_is_left_alone() {
        assert_eq!(wrap_evenly("宿马现代产业园区", 100, 700, 2), ["宿马现代", "产业园区"]);
        assert_eq!(wrap_evenly("2023年11月", 100, 500, 2), ["2023年", "11月"]);
        assert_eq!(wrap_evenly("泗县", 100, 700, 2), ["泗县"]);
        assert_eq!(
            wrap_evenly("一二三四五六七八九十", 100, 300, 2),
            wrap("一二三四五六七八九十", 100, 300, 2)
        );
    }

    #[test]
    fn what_does_not_fit_is_cut_with_an_ellipsis() {
        assert_eq!(wrap("一二三四五六七八九十", 100, 300, 2), ["一二三", "四五…"]);
        assert_eq!(shorten("一二三四", 100, 300), "一二…");
        assert_eq!(shorten("一二三", 100, 300), "一二三");
        for line in wrap("Donaudampfschifffahrtsgesellschaft und so weiter", 100, 500, 2) {
            assert!(measure(&line, 100) <= 500, "{line}");
        }
    }
}
