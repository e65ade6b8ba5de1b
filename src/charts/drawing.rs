//! A finished drawing: the frame of a chart, its title and its description, and the sheet it is
//! drawn on.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use plotters::drawing::DrawingArea;

use super::standalone::{FileStyle, Standalone};
use super::svg;
use super::svg::{Area, Canvas, Drawn, escape_into};

/// Names a drawing for readers who do not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// Unique on its page; the ids of title and description are made from it.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// The finding, in a sentence.
    pub description: String,
}

/// A finished drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    svg: String,
    height: i32,
    marks_at: usize,
}

impl Drawing {
    /// Returns the markup for a page that has the stylesheet of the charts.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.svg
    }

    /// Returns the same and gives up the drawing.
    #[must_use]
    pub fn into_string(self) -> String {
        self.svg
    }

    /// Returns a file of its own, with the given stylesheet inside and the words of `sheet` around
    /// the drawing.
    #[must_use]
    pub fn to_standalone(&self, stylesheet: &FileStyle, canvas: &Standalone) -> String {
        let (head, marks) = self.svg.split_at(self.marks_at);
        super::standalone::write_file(head, marks, self.height, stylesheet, canvas)
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.svg)
    }
}

/// Draws on a fresh sheet and puts the frame of a chart around it; `classes` follow after `chart`.
pub(super) fn compose(
    classes: &[&str],
    height: i32,
    caption: &Caption,
    draw: impl FnOnce(&Area) -> Drawn,
) -> Drawing {
    let canvas = draw_on_canvas(svg::WIDTH, height, draw);
    let mut id = String::new();
    // A space would split one reference into two.
    escape_into(&mut id, &caption.id.split_whitespace().collect::<Vec<_>>().join("-"));
    let mut svg = String::with_capacity(2048);
    for part in [
        "<svg class=\"chart ",
        &classes.join(" "),
        "\" role=\"img\" aria-labelledby=\"",
        &id,
        "-t ",
        &id,
        "-d\" viewBox=\"0 0 ",
    ] {
        svg.push_str(part);
    }
    svg.push_str(&format!("{} {height}\"><title id=\"{id}-t\">", svg::WIDTH));
    escape_into(&mut svg, &caption.title);
    svg.push_str(&format!("</title><desc id=\"{id}-d\">"));
    escape_into(&mut svg, &caption.description);
    svg.push_str("</desc>");
    let marks_at = svg.len();
    canvas.borrow().write_marks(&mut svg);
    svg.push_str("</svg>");
    Drawing { svg, height, marks_at }
}

/// Runs one drawing function on a sheet of its own.
pub(super) fn draw_on_canvas(
    width: i32,
    height: i32,
    draw: impl FnOnce(&Area) -> Drawn,
) -> Rc<RefCell<Canvas>> {
    let canvas = Rc::new(RefCell::new(Canvas::new(width, height)));
    let drawn = draw(&DrawingArea::from(&canvas));
    // The sheet is memory: only a colour outside the palette can fail, and that is a fault in a
    // chart's own code.
    debug_assert!(drawn.is_ok(), "a chart could not be drawn: {drawn:?}");
    canvas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing;

    #[test]
    fn a_caption_cannot_break_the_markup() {
        let caption = Caption {
            id: "a b\"".to_string(),
            title: "<b>&".to_string(),
            description: "]]></svg>".to_string(),
        };
        let drawing = compose(&["chart-none"], 100, &caption, |_| Ok(()));
        testing::check(drawing.as_str());
        assert!(drawing.as_str().contains("aria-labelledby=\"a-b&quot;-t a-b&quot;-d\""));
    }
}
