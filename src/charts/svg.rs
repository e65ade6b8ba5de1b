//! The sheet a chart is drawn on: a plotters backend that writes compact SVG.
//!
//! Comes in: the calls of plotters, in tenths of a unit, with colours that stand for classes (see
//! `style.rs`). Goes out: marks with class names, relative paths, and neighbours of one class
//! written as one. There is no `style` attribute and no number behind a point, so the drawing obeys
//! a strict content security policy. Must not choose a colour, a font or a place; it only writes
//! down.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use thiserror::Error;

use super::style::{BOX_HEIGHT, Paint, TYPE_SIZE, Tone};
use super::text;
use crate::number::write_digits;

/// Width of every chart, in tenths of a unit.
pub(super) const WIDTH: i32 = 3200;

/// The whole sheet, as plotters hands it about.
pub(super) type Area = DrawingArea<Canvas, Shift>;
/// What each step of a drawing returns.
pub(super) type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<PaletteFault>>;

/// Says that a colour was used that is not of the palette: a fault in a chart, never in content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the colour {0:?} is not in the palette of the charts")]
pub struct PaletteFault((u8, u8, u8));

type Step = Result<(), DrawingErrorKind<PaletteFault>>;

/// Collects the marks of one drawing in the order of painting.
#[derive(Default)]
pub(super) struct Canvas {
    width: i32,
    height: i32,
    marks: Vec<Mark>,
    title: Option<String>,
}

/// A class, and what must be equal for two marks to share one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Class {
    paint: Paint,
    tone: Option<Tone>,
    anchor: Anchor,
}

/// Where a text begins at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Start,
    Middle,
    End,
}

enum Mark {
    Path { class: Class, lines: Vec<Stroke>, title: Option<String> },
    Circle { class: Class, centre: BackendCoord, radius: u32, title: Option<String> },
    Text { class: Class, at: BackendCoord, words: String, title: Option<String> },
}

struct Stroke {
    points: Vec<BackendCoord>,
    is_closed: bool,
}

/// Tells the sheet something about the marks that follow; draws nothing itself.
pub(super) enum Note<'a> {
    /// The next mark shows this text when it is pointed at.
    Title(&'a str),
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Note<'_> {
    type Point = &'a C;
    type IntoIter = std::iter::Empty<&'a C>;
    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl Drawable<Canvas> for Note<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Step {
        match self {
            Self::Title("") => {}
            Self::Title(title) => canvas.title = Some((*title).to_string()),
        }
        Ok(())
    }
}

impl Canvas {
    /// Begins an empty sheet; both lengths are tenths of a unit.
    pub(super) fn new(width: i32, height: i32) -> Self {
        Self { width, height, ..Self::default() }
    }

    /// Writes all marks down.
    pub(super) fn write_marks(&self, svg: &mut String) {
        let mut rest = self.marks.as_slice();
        while let Some(first) = rest.first() {
            let run = rest
                .iter()
                .take_while(|mark| mark.class().is_some() && mark.class() == first.class())
                .count();
            if let (Some(class), 2..) = (first.class(), run) {
                svg.push_str("<g");
                class.write(svg);
                svg.push('>');
                rest[..run].iter().for_each(|mark| mark.write(svg, false));
                svg.push_str("</g>");
            } else {
                first.write(svg, true);
            }
            rest = &rest[run.max(1)..];
        }
    }

    fn class_of(&self, color: BackendColor) -> Result<Class, DrawingErrorKind<PaletteFault>> {
        match Paint::decode(color.rgb) {
            Some((paint, tone)) => Ok(Class { paint, tone, anchor: Anchor::Start }),
            None => Err(DrawingErrorKind::DrawingError(PaletteFault(color.rgb))),
        }
    }

    fn push_path(
        &mut self,
        color: BackendColor,
        points: Vec<BackendCoord>,
        is_closed: bool,
    ) -> Step {
        let class = self.class_of(color)?;
        if points.is_empty() {
            return Ok(());
        }
        let title = self.title.take();
        let stroke = Stroke { points, is_closed };
        match self.marks.last_mut() {
            Some(Mark::Path { class: other, lines, title: None })
                if *other == class && title.is_none() =>
            {
                lines.push(stroke)
            }
            _ => self.marks.push(Mark::Path { class, lines: vec![stroke], title }),
        }
        Ok(())
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = PaletteFault;

    fn get_size(&self) -> (u32, u32) {
        (self.width.unsigned_abs(), self.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Step {
        Ok(())
    }

    fn present(&mut self) -> Step {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Step {
        self.push_path(color, vec![(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Step {
        self.push_path(style.color(), vec![from, to], false)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Step {
        let (left, right) = (a.0.min(b.0), a.0.max(b.0));
        let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
        self.push_path(
            style.color(),
            vec![(left, top), (right, top), (right, bottom), (left, bottom)],
            true,
        )
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Step {
        self.push_path(style.color(), path.into_iter().collect(), false)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Step {
        self.push_path(style.color(), corners.into_iter().collect(), true)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Step {
        let class = self.class_of(style.color())?;
        let title = self.title.take();
        self.marks.push(Mark::Circle { class, centre, radius, title });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        words: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Step {
        let mut class = self.class_of(style.color())?;
        class.anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // The box around a line of type reaches from 0.9 em above its foot to 0.2 em below; digits
        // and 汉字 are centred alike.
        let foot = match style.anchor().v_pos {
            VPos::Top => y + TYPE_SIZE * 9 / 10,
            VPos::Center => y + TYPE_SIZE * 37 / 100,
            VPos::Bottom => y - (BOX_HEIGHT - TYPE_SIZE * 9 / 10),
        };
        let title = self.title.take();
        if !words.is_empty() {
            self.marks.push(Mark::Text { class, at: (x, foot), words: words.to_string(), title });
        }
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        words: &str,
        _: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<PaletteFault>> {
        Ok((text::measure(words, TYPE_SIZE).unsigned_abs(), BOX_HEIGHT.unsigned_abs()))
    }
}

impl Class {
    fn write(self, svg: &mut String) {
        svg.push_str(" class=\"");
        svg.push_str(self.paint.class());
        match self.anchor {
            Anchor::Start => {}
            Anchor::Middle => svg.push('m'),
            Anchor::End => svg.push('e'),
        }
        if let Some(tone) = self.tone {
            svg.push(' ');
            svg.push_str(tone.short_class());
        }
        svg.push('"');
    }
}

impl Mark {
    fn class(&self) -> Option<Class> {
        match self {
            Self::Path { class, .. } | Self::Circle { class, .. } | Self::Text { class, .. } => {
                Some(*class)
            }
        }
    }

    fn write(&self, svg: &mut String, with_class: bool) {
        let name = match self {
            Self::Path { .. } => "path",
            Self::Circle { .. } => "circle",
            Self::Text { .. } => "text",
        };
        svg.push('<');
        svg.push_str(name);
        if let (true, Some(class)) = (with_class, self.class()) {
            class.write(svg);
        }
        let (title, words) = match self {
            Self::Path { lines, title, .. } => {
                svg.push_str(" d=\"");
                write_path(svg, lines);
                svg.push('"');
                (title, "")
            }
            Self::Circle { centre: (x, y), radius, title, .. } => {
                push_attribute(svg, " cx=\"", *x);
                push_attribute(svg, " cy=\"", *y);
                push_attribute(svg, " r=\"", radius.cast_signed());
                (title, "")
            }
            Self::Text { at: (x, y), words, title, .. } => {
                if *x != 0 {
                    push_attribute(svg, " x=\"", *x);
                }
                push_attribute(svg, " y=\"", *y);
                (title, words.as_str())
            }
        };
        if title.is_none() && words.is_empty() {
            svg.push_str("/>");
            return;
        }
        svg.push('>');
        if let Some(title) = title {
            svg.push_str("<title>");
            escape_into(svg, title);
            svg.push_str("</title>");
        }
        escape_into(svg, words);
        svg.push_str("</");
        svg.push_str(name);
        svg.push('>');
    }
}

/// Writes strokes as path data, each step absolute or relative, whichever is shorter.
fn write_path(data: &mut String, lines: &[Stroke]) {
    let mut at = (0, 0);
    for (index, Stroke { points, is_closed }) in lines.iter().enumerate() {
        let Some(&start) = points.first() else { continue };
        let mut command = push_step(data, ' ', if index == 0 { 'M' } else { 'm' }, at, start);
        at = start;
        for &point in &points[1..] {
            if point == at {
                continue;
            }
            command = push_step(data, command, 'l', at, point);
            at = point;
        }
        if *is_closed {
            data.push('z');
            at = start;
        } else if points.iter().all(|point| *point == start) {
            // A line of no length is still a dot under a round cap.
            data.push_str("h0");
        }
    }
}

/// Writes one step and returns the command in force; a command that repeats is left out, and so is
/// a space before a minus.
fn push_step(
    data: &mut String,
    before: char,
    wanted: char,
    from: BackendCoord,
    to: BackendCoord,
) -> char {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (command, relative, absolute) = match wanted {
        'M' => ('M', (to.0, Some(to.1)), (to.0, Some(to.1))),
        'm' => ('m', (dx, Some(dy)), (to.0, Some(to.1))),
        _ if dy == 0 => ('h', (dx, None), (to.0, None)),
        _ if dx == 0 => ('v', (dy, None), (to.1, None)),
        _ => ('l', (dx, Some(dy)), (to.0, Some(to.1))),
    };
    let is_relative = command != 'M' && length_of(relative) <= length_of(absolute);
    let command = if is_relative { command } else { command.to_ascii_uppercase() };
    let (first, second) = if is_relative { relative } else { absolute };
    if command != before || matches!(command, 'm' | 'M') {
        data.push(command);
    } else if first >= 0 {
        data.push(' ');
    }
    push_number(data, first);
    if let Some(second) = second {
        if second >= 0 {
            data.push(' ');
        }
        push_number(data, second);
    }
    command
}

/// Writes an attribute that is a number.
fn push_attribute(svg: &mut String, name: &str, number: i32) {
    svg.push_str(name);
    push_number(svg, number);
    svg.push('"');
}

/// Counts the characters of a step's numbers, with the space between them.
fn length_of((first, second): (i32, Option<i32>)) -> u32 {
    let digits = |number: i32| number.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
    let sign = |number: i32| u32::from(number < 0);
    digits(first) + sign(first) + second.map_or(0, |second| digits(second) + 1)
}

/// Writes a number: half of a drawing is numbers.
fn push_number(svg: &mut String, number: i32) {
    if number < 0 {
        svg.push('-');
    }
    write_digits(svg, u64::from(number.unsigned_abs()));
}

/// Writes text so that neither markup nor a character XML forbids can come of it.
pub(super) fn escape_into(svg: &mut String, text: &str) {
    // Of two bytes that begin such a character the second decides.
    let is_safe = |at: usize, byte: u8| match byte {
        b'&' | b'<' | b'>' | b'"' | 0x7F | 0xC2 => false,
        0xEF => text.as_bytes().get(at + 1) != Some(&0xBF),
        other => other >= b' ',
    };
    if text.bytes().enumerate().all(|(at, byte)| is_safe(at, byte)) {
        svg.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\n' | '\t' => svg.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => svg.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
