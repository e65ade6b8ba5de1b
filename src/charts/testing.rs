//! What every drawing must keep, checked without a library of XML: tags that close, numbers that
//! are numbers, nothing outside.
//!
//! Comes in: the markup of a drawing. Goes out: a failed assertion with the mark that broke the
//! rule.

use crate::number::Number;

use super::drawing::Caption;
use super::style::{TYPE_SIZE, Tone};
use super::text::measure;

/// Returns a caption as pages give it.
pub(super) fn caption() -> Caption {
    Caption {
        id: "i01-firms".to_string(),
        title: "新增规模以上工业企业：101 家".to_string(),
        description: "截至2023年6月，新增101家，完成目标的67.3%，快于序时进度。".to_string(),
    }
}

/// Reads a number that is known to be one.
pub(super) fn number(text: &str) -> Number {
    Number::parse(text).expect("a plain decimal")
}

/// Checks a drawing with words.
pub(super) fn check(svg: &str) {
    check_tags(svg);
    check_inside(svg);
    assert!(!svg.contains("style="), "inline style in {svg}");
    for id in svg.split(" id=\"").skip(1) {
        let id = id.split('"').next().unwrap_or_default();
        assert_eq!(svg.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} twice in {svg}");
    }
}

/// Checks that every tag is closed in turn and every text is escaped.
pub(super) fn check_tags(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in svg.split('<').skip(1) {
        let (tag, text) =
            part.split_once('>').unwrap_or_else(|| panic!("a tag without end: {part}"));
        assert!(!text.contains('>'), "a bare > in {part}");
        for entity in text.split('&').skip(1) {
            assert!(
                ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| entity.starts_with(name)),
                "a bare & in {part}"
            );
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "in {svg}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "a quote is open in {tag}");
    }
    assert!(open.is_empty(), "left open: {open:?}");
    for word in ["NaN", "inf\"", "undefined"] {
        assert!(!svg.contains(word), "{word} in {svg}");
    }
}

/// Returns left, top, right and bottom of every word, as it is measured.
pub(super) fn word_boxes(svg: &str) -> Vec<(String, [i32; 4])> {
    let mut boxes = Vec::new();
    let mut group = "";
    for part in svg.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        if tag.starts_with("g ") {
            group = attribute(tag, "class").unwrap_or_default();
        } else if tag == "/g" {
            group = "";
        } else if tag.starts_with("text") {
            let class = attribute(tag, "class").unwrap_or(group);
            let value = |name| {
                attribute(tag, name)
                    .map_or(0, |digits| digits.parse::<i32>().expect("a whole number"))
            };
            // A tooltip may stand before the words.
            let words = if text.is_empty() {
                svg.split(part).nth(1).and_then(|rest| rest.split("</title>").nth(1))
            } else {
                None
            };
            let words = words.map_or(text, |rest| rest.split('<').next().unwrap_or_default());
            let plain = words
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
            let (x, y, width) = (value("x"), value("y"), measure(&plain, TYPE_SIZE));
            let left = match class.as_bytes().get(2) {
                Some(b'm') => x - width / 2,
                Some(b'e') => x - width,
                _ => x,
            };
            boxes.push((plain, [left, y - TYPE_SIZE * 8 / 10, left + width, y + TYPE_SIZE / 10]));
        }
    }
    boxes
}

/// Checks that no two words touch.
pub(super) fn check_words_apart(svg: &str) {
    let boxes = word_boxes(svg);
    for (index, (one, a)) in boxes.iter().enumerate() {
        for (other, b) in &boxes[index + 1..] {
            let is_apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(is_apart, "{one:?} {a:?} lies on {other:?} {b:?} in {svg}");
        }
    }
}

fn check_inside(svg: &str) {
    let view = attribute(svg, "viewBox").expect("a view box");
    let sides: Vec<i32> =
        view.split(' ').map(|side| side.parse().expect("a whole number")).collect();
    let (width, height) = (sides[2], sides[3]);
    let inside = |x: i32, y: i32, what: &str| {
        assert!(
            (0..=width).contains(&x) && (0..=height).contains(&y),
            "({x}, {y}) of {what} is outside {view} in {svg}"
        );
    };
    for (words, [left, top, right, bottom]) in word_boxes(svg) {
        inside(left, top, &words);
        inside(right, bottom, &words);
    }
    for part in svg.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        if let Some(data) = tag.starts_with("path").then(|| attribute(tag, "d")).flatten() {
            points_of(data).into_iter().for_each(|(x, y)| inside(x, y, tag));
        } else if tag.starts_with("circle") {
            let value = |name| {
                attribute(tag, name).and_then(|v| v.parse::<i32>().ok()).expect("a whole number")
            };
            let (x, y, r) = (value("cx"), value("cy"), value("r"));
            inside(x - r, y - r, tag);
            inside(x + r, y + r, tag);
        }
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// Follows path data of the commands M m L l H h V v z.
pub(super) fn points_of(data: &str) -> Vec<(i32, i32)> {
    let mut tokens: Vec<String> = Vec::new();
    for c in data.chars() {
        match c {
            '0'..='9'
                if tokens.last().is_some_and(|token| {
                    !token.is_empty() && !token.ends_with(char::is_alphabetic)
                }) =>
            {
                tokens.last_mut().expect("just seen").push(c);
            }
            ' ' => tokens.push(String::new()),
            c => tokens.push(c.to_string()),
        }
    }
    let mut tokens = tokens.into_iter().filter(|token| !token.is_empty()).peekable();
    let (mut points, mut at, mut start, mut command) = (Vec::new(), (0, 0), (0, 0), 'M');
    while let Some(token) = tokens.peek() {
        if let Some(letter) = token.chars().next().filter(char::is_ascii_alphabetic) {
            tokens.next();
            command = letter;
            if letter == 'z' {
                at = start;
                continue;
            }
        }
        let mut next = || {
            tokens
                .next()
                .and_then(|token| token.parse::<i32>().ok())
                .unwrap_or_else(|| panic!("bad path {data}"))
        };
        at = match command {
            'M' | 'L' => (next(), next()),
            'm' | 'l' => (at.0 + next(), at.1 + next()),
            'H' => (next(), at.1),
            'h' => (at.0 + next(), at.1),
            'V' => (at.0, next()),
            'v' => (at.0, at.1 + next()),
            other => panic!("an unknown command {other} in {data}"),
        };
        if matches!(command, 'M' | 'm') {
            start = at;
        }
        points.push(at);
    }
    points
}

/// Returns tones in turn, for rows of many.
pub(super) fn tone(index: usize) -> Tone {
    Tone::ALL[index % Tone::ALL.len()]
}

#[test]
fn paths_are_followed() {
    assert_eq!(points_of("M1 2h3v-4z"), [(1, 2), (4, 2), (4, -2)]);
    assert_eq!(
        points_of("M100 20l10-5-3 4zm5 5h0"),
        [(100, 20), (110, 15), (107, 19), (105, 25), (105, 25)]
    );
}
