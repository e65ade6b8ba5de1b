//! Tests of what stands in `svg.rs`.

use super::*;
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::RGBColor;
use std::cell::RefCell;
use std::rc::Rc;

fn written(draw: impl FnOnce(&Area)) -> String {
    let canvas = Rc::new(RefCell::new(Canvas::new(WIDTH, 500)));
    draw(&DrawingArea::from(&canvas));
    let mut svg = String::new();
    canvas.borrow().write_marks(&mut svg);
    svg
}

#[test]
fn neighbours_of_one_class_become_one_path() {
    let svg = written(|area| {
        for x in [100, 900] {
            area.draw(&Rectangle::new([(x, 20), (x + 40, 60)], Paint::Target.fill()))
                .expect("it is drawn");
        }
    });
    assert_eq!(svg, r#"<path class="ct" d="M100 20h40v40h-40zm800 0h40v40h-40z"/>"#);
}

#[test]
fn lines_take_the_shorter_step_and_words_share_a_class() {
    let svg = written(|area| {
        let points = vec![(100, 100), (200, 90), (300, 90), (300, 90), (300, 10), (310, 20)];
        area.draw(&PathElement::new(points, Paint::Line.stroke())).expect("it is drawn");
        for (x, word) in [(0, "a<b"), (20, "丙")] {
            area.draw(&Text::new(
                word,
                (x, 100),
                Paint::MutedText.words(HPos::Right, VPos::Center),
            ))
            .expect("it is drawn");
        }
    });
    assert_eq!(
        svg,
        concat!(
            r#"<path class="cl" d="M100 100l100-10h100V10l10 10"/>"#,
            r#"<g class="xme"><text y="149">a&lt;b</text><text x="20" y="149">丙</text></g>"#
        )
    );
}

#[test]
fn numbers_are_written_and_counted_alike() {
    for number in [0, 7, -7, 10, 99, 100, -3200, i32::MAX, i32::MIN] {
        let mut text = String::new();
        push_number(&mut text, number);
        assert_eq!(text, number.to_string());
        assert_eq!(length_of((number, None)) as usize, text.len());
    }
    assert_eq!((length_of((5, Some(6))), length_of((5, Some(-6)))), (3, 3));
}

#[test]
fn only_what_is_safe_is_written_as_it_stands() {
    for (text, expected) in [
        ("，一·é", "，一·é"),
        ("a\u{85}b\u{7f}", "ab"),
        ("\u{fffe}x\u{feff}", "x\u{feff}"),
        ("a\nb&", "a b&amp;"),
    ] {
        let mut svg = String::new();
        escape_into(&mut svg, text);
        assert_eq!(svg, expected);
    }
}

#[test]
fn a_title_belongs_to_what_follows() {
    let svg = written(|area| {
        area.draw(&Note::Title("一\u{0}\n二")).expect("it is drawn");
        area.draw(&Circle::new((50, 60), 30, Paint::Mark.fill_in(Some(Tone::OnTrack))))
            .expect("it is drawn");
    });
    assert_eq!(
        svg,
        r#"<circle class="cm t2" cx="50" cy="60" r="30"><title>一 二</title></circle>"#
    );
}

#[test]
fn a_colour_outside_the_palette_is_refused() {
    let canvas = Rc::new(RefCell::new(Canvas::new(WIDTH, 500)));
    let area: Area = DrawingArea::from(&canvas);
    assert!(area.draw(&Circle::new((0, 0), 3, RGBColor(200, 0, 0))).is_err());
}
