//! A drawing as a file of its own: it opens by itself, says what it shows and where that comes
//! from.
//!
//! Comes in: the drawing, the stylesheet of the charts, a heading and notes in finished words. Goes
//! out: an SVG file with its own size, its own paper and all its colours inside, light or dark as
//! its reader prefers. Must not hold a colour, and must not say more than it is told.
//!
//! A chart has an address of its own (`items/09/charts/ID-trend.svg`), in each language, where data
//! are published. It carries heading, finding, source and the sample mark, since it will be taken
//! out of its page.

use super::style::Paint;
use super::svg::{WIDTH, escape_into};
use super::text::wrap;

/// Air around everything, in tenths of a unit.
const MARGIN: i32 = 120;
/// Size and line height of the heading, and of the notes.
const HEADING: (i32, i32) = (170, 225);
const NOTE: (i32, i32) = (115, 160);
/// Air between the heading, the drawing and the notes.
const AIR: i32 = 110;

/// Holds what a file says around its drawing. All words are finished and translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standalone {
    /// What the drawing shows.
    pub heading: String,
    /// The source, the period, the mark of sample figures, the address: a paragraph each.
    pub notes: Vec<String>,
    /// The language of the words, such as `zh-CN`.
    pub lang: String,
}

/// Puts a file around a drawing: `head` is its opening tag with title and description, `marks` all
/// the rest.
pub(super) fn write_file(
    head: &str,
    marks: &str,
    height: i32,
    stylesheet: &FileStyle,
    canvas: &Standalone,
) -> String {
    let heading = wrap_words(
        &canvas.heading,
        HEADING.0 * Paint::StrongText.measuring_size() / Paint::Text.measuring_size(),
    );
    let notes: Vec<String> =
        canvas.notes.iter().flat_map(|note| wrap_words(note, NOTE.0)).collect();
    let room = |lines: &[String], line: i32| {
        if lines.is_empty() { 0 } else { AIR + lines.len() as i32 * line }
    };
    let above = room(&heading, HEADING.1);
    let top = -MARGIN - above;
    let (width, height_in_all) =
        (WIDTH + 2 * MARGIN, above + height + room(&notes, NOTE.1) + 2 * MARGIN);
    let (width_px, height_px) = (width * 3 / 20, height_in_all * 3 / 20);

    let mut lang = String::new();
    escape_into(&mut lang, &canvas.lang);
    let own_box = format!(
        "xmlns=\"http://www.w3.org/2000/svg\" lang=\"{lang}\" xml:lang=\"{lang}\" \
            width=\"{width_px}\" height=\"{height_px}\" \
         viewBox=\"-{MARGIN} {top} {width} {height_in_all}\""
    );
    let mut file =
        String::with_capacity(head.len() + marks.len() + stylesheet.as_str().len() + 2000);
    // In an image nobody hears the notes; here nothing else on a page says them.
    let head = head.replacen("role=\"img\"", "role=\"group\"", 1);
    file.push_str(&head.replacen(&format!("viewBox=\"0 0 {WIDTH} {height}\""), &own_box, 1));
    file.push_str("<style>");
    file.push_str(stylesheet.as_str());
    file.push_str(&format!(
        "\n.chart{{width:{width_px}px;max-width:100%;height:auto;text-autospace:no-autospace}}\
         .chart .sh{{font-size:{}px;font-weight:600}}.chart \
         .sn{{font-size:{}px;fill:var(--chart-muted)}}</style>",
        HEADING.0, NOTE.0
    ));
    file.push_str(&format!(
        "<path class=\"chart-paper\" d=\"M-{MARGIN} {top}h{width}v{height_in_all}h-{width}z\"/>"
    ));
    write_lines(&mut file, "sh", &heading, top + MARGIN, HEADING);
    let end = marks.strip_suffix("</svg>").unwrap_or(marks);
    file.push_str(end);
    write_lines(&mut file, "sn", &notes, height + AIR, NOTE);
    file.push_str("</svg>\n");
    file
}

/// Returns the lines of a text; none when it says nothing.
fn wrap_words(text: &str, size: i32) -> Vec<String> {
    if text.trim().is_empty() { Vec::new() } else { wrap(text.trim(), size, WIDTH, usize::MAX) }
}

fn write_lines(
    file: &mut String,
    class: &str,
    lines: &[String],
    top: i32,
    (size, line_height): (i32, i32),
) {
    for (index, line) in lines.iter().enumerate() {
        file.push_str(&format!(
            "<text class=\"{class}\" y=\"{}\">",
            top + index as i32 * line_height + size * 9 / 10
        ));
        escape_into(file, line.trim_end());
        file.push_str("</text>");
    }
}

/// The stylesheet of the charts as it stands in a file.
#[derive(Clone, Debug)]
pub struct FileStyle(String);

impl FileStyle {
    /// Takes a stylesheet, without what a lone file has no use for: comments, air, and rules for a
    /// page around it.
    #[must_use]
    pub fn new(stylesheet: &str) -> Self {
        let mut escaped = String::with_capacity(stylesheet.len());
        escape_into(&mut escaped, &slim(stylesheet));
        Self(escaped)
    }

    /// Returns its text, escaped.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn slim(stylesheet: &str) -> String {
    let mut plain = String::with_capacity(stylesheet.len());
    for (index, part) in stylesheet.split("/*").enumerate() {
        plain.push_str(if index == 0 {
            part
        } else {
            part.split_once("*/").map_or("", |(_, rest)| rest)
        });
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut slim, mut rest) = (String::with_capacity(plain.len()), plain.as_str());
    while let Some(length) = length_of_rule(rest) {
        let (rule, after) = rest.split_at(length);
        let selectors = rule.split('{').next().unwrap_or_default();
        if !selectors.split(',').all(|selector| is_of_a_page(selector.trim())) {
            slim.push_str(rule.trim());
        }
        rest = after;
    }
    [("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (": ", ":"), (" {", "{"), (";}", "}")]
        .iter()
        .fold(slim, |text, (long, short)| text.replace(long, short))
}

/// Returns where the first rule ends, its nested ones included.
fn length_of_rule(css: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in css.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Returns whether a selector can only meet something on a page: a choice of theme, marks and
/// drawings in tables.
fn is_of_a_page(selector: &str) -> bool {
    ["[data-theme", ".mark", ".chart-mini", ".chart-spark"]
        .iter()
        .any(|start| selector.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::drawing::{Drawing, compose};
    use crate::charts::testing::{caption, check_tags};

    const STYLE: &str = include_str!("../../themes/default/assets/charts.css");

    fn drawing() -> Drawing {
        compose(&["chart-none"], 600, &caption(), |_| Ok(()))
    }

    fn canvas(heading: &str, notes: &[&str]) -> Standalone {
        let notes = notes.iter().map(|note| (*note).to_string()).collect();
        Standalone { heading: heading.to_string(), notes, lang: "zh-CN".to_string() }
    }

    #[test]
    fn a_file_of_its_own_has_a_size_a_language_and_its_style() {
        let file = drawing().to_standalone(
            &FileStyle::new(".chart>g{fill:red}"),
            &canvas("甲<乙", &["来源：统计局", "https://example.cn/?a&b"]),
        );
        check_tags(&file);
        assert!(file.starts_with("<svg class=\"chart chart-none\" role=\"group\""), "{file}");
        assert!(
            file.contains("xmlns=\"http://www.w3.org/2000/svg\" lang=\"zh-CN\" xml:lang=\"zh-CN\""),
            "{file}"
        );
        assert!(
            file.contains("width=\"516\" height=\"240\" viewBox=\"-120 -455 3440 1605\""),
            "{file}"
        );
        assert!(file.contains("<style>.chart&gt;g{fill:red}\n"), "{file}");
        assert!(
            file.contains("d=\"M-120 -455h3440v1605h-3440z\""),
            "the paper is as large as the file: {file}"
        );
        assert!(file.contains("<text class=\"sh\" y=\"-182\">甲&lt;乙</text>"), "{file}");
        assert!(file.contains("y=\"973\">https://example.cn/?a&amp;b</text></svg>"), "{file}");
    }

    #[test]
    fn nothing_said_leaves_no_room() {
        let file = drawing().to_standalone(&FileStyle::new(""), &canvas(" ", &["", " "]));
        check_tags(&file);
        assert!(
            file.contains("viewBox=\"-120 -120 3440 840\"") && !file.contains("<text"),
            "{file}"
        );
    }

    #[test]
    fn long_words_are_wrapped_and_whole() {
        let long =
            "全市规模以上工业企业技术改造投资完成额占全部固定资产投资的比重不低于百分之四十五点五"
                .repeat(4);
        let address = format!("https://example.gov.cn/{}", "a".repeat(300));
        let file = drawing().to_standalone(&FileStyle::new(""), &canvas(&long, &[&long, &address]));
        check_tags(&file);
        let words = |class: &str| -> String {
            let opening = format!("<text class=\"{class}\"");
            let texts = file.split(&opening).skip(1);
            texts.filter_map(|rest| rest.split('>').nth(1)?.strip_suffix("</text")).collect()
        };
        assert_eq!((words("sh"), words("sn")), (long.clone(), format!("{long}{address}")));
        let view = file
            .split("viewBox=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a view box");
        let sides: Vec<i32> = view.split(' ').map(|side| side.parse().expect("a number")).collect();
        for y in file
            .split(" y=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next()?.parse::<i32>().ok())
        {
            assert!(
                y - HEADING.0 >= sides[1] && y + NOTE.0 <= sides[1] + sides[3],
                "{y} in {view}"
            );
        }
    }

    #[test]
    fn the_slim_style_keeps_every_mode_and_drops_the_page() {
        let slim = slim(STYLE);
        for kept in [
            "prefers-color-scheme",
            "forced-colors",
            "@media print",
            ".chart text{font-size:135px",
            "--chart-paper:#fff",
        ] {
            assert!(slim.contains(kept), "{kept} is gone: {slim}");
        }
        for gone in
            ["/*", "  ", "\n[data-theme", "}[data-theme=\"dark\"]{", "}.mark{", ".chart-mini{"]
        {
            assert!(!slim.contains(gone), "{gone} is left: {slim}");
        }
        assert_eq!(slim.matches('{').count(), slim.matches('}').count());
        assert!(
            slim.len() < 5200 && slim.len() * 10 < STYLE.len() * 9,
            "{} of {}",
            slim.len(),
            STYLE.len()
        );
        assert_eq!(super::slim(""), "");
        assert_eq!(super::slim("/* never closed"), "");
    }
}
