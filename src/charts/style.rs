//! The closed palette of the charts, their sizes of type, and the tones a status is shown in.
//!
//! Comes in: what a shape means (a bar, the target, a missing month). Goes out: a plotters colour
//! that is only a number, which the sheet turns back into a class name. The real colours stand in
//! the theme's `charts.css`, so light, dark, high contrast and print follow the page and no drawing
//! has to be made twice. Must not hold a colour, and must not know what a status is called.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, ShapeStyle, TextStyle};

/// Size of all type, in tenths of a unit: 13.5 of 320 are 12 CSS pixels on a drawing 288 pixels
/// wide.
pub(super) const TYPE_SIZE: i32 = 135;
/// Distance between two baselines, in tenths of a unit.
pub(super) const LINE_HEIGHT: i32 = 175;
/// Height of the box around one line of type, in tenths of a unit.
pub(super) const BOX_HEIGHT: i32 = 150;

/// Says in which colour and with which shape a status is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Reached: a check in a disc.
    Done,
    /// Above schedule: a triangle that points up.
    Ahead,
    /// On schedule: a disc.
    OnTrack,
    /// A little below: a diamond.
    SlightlyBehind,
    /// Below: a triangle that points down.
    Behind,
    /// Far below: a square.
    FarBehind,
    /// Not judged, awaited or missing: a ring.
    Neutral,
}

impl Tone {
    /// All tones, from good to neutral.
    pub const ALL: [Tone; 7] = [
        Self::Done,
        Self::Ahead,
        Self::OnTrack,
        Self::SlightlyBehind,
        Self::Behind,
        Self::FarBehind,
        Self::Neutral,
    ];

    /// Returns the class that sets the custom property `--tone` for everything inside.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Done => "tone-done",
            Self::Ahead => "tone-ahead",
            Self::OnTrack => "tone-on-track",
            Self::SlightlyBehind => "tone-slightly-behind",
            Self::Behind => "tone-behind",
            Self::FarBehind => "tone-far-behind",
            Self::Neutral => "tone-neutral",
        }
    }

    /// Returns the same class as it is written inside a drawing, where it may stand forty times.
    pub(super) fn short_class(self) -> &'static str {
        ["t0", "t1", "t2", "t3", "t4", "t5", "t6"][self as usize]
    }
}

/// Writes the markup of a shape: the class of its tone and its outline.
macro_rules! shape {
    ($tone:literal, $($outline:literal),+) => {
        concat!(
            r#"<svg class="mark tone-"#,
            $tone,
            r#"" viewBox="0 0 12 12" aria-hidden="true"><path d=""#,
            $($outline,)+
            r#""/></svg>"#
        )
    };
}

/// Draws the shape of a tone for use within a line of text.
///
/// The shape is decoration: the word of the status always stands beside it.
#[must_use]
pub fn draw_mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Done => shape!(
            "done",
            "M6 0a6 6 0 0 0 0 12A6 6 0 0 0 6 0z",
            "M2.5 6.2l1.2-1.2 1.5 1.5 3.2-3.2 1.2 1.2-4.4 4.4z"
        ),
        Tone::Ahead => shape!("ahead", "M6 .5l6 10.5H0z"),
        Tone::OnTrack => shape!("on-track", "M6 .7a5.3 5.3 0 0 0 0 10.6A5.3 5.3 0 0 0 6 .7z"),
        Tone::SlightlyBehind => shape!("slightly-behind", "M6 0l6 6-6 6-6-6z"),
        Tone::Behind => shape!("behind", "M6 11.5L0 1h12z"),
        Tone::FarBehind => shape!("far-behind", "M1 1h10v10H1z"),
        Tone::Neutral => shape!(
            "neutral",
            "M6 .7a5.3 5.3 0 0 0 0 10.6A5.3 5.3 0 0 0 6 .7z",
            "M6 2.7a3.3 3.3 0 0 1 0 6.6A3.3 3.3 0 0 1 6 2.7z"
        ),
    }
}

/// Says what a shape or a word in a chart means; this is all of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// The empty part of a bar.
    Track,
    /// The bar of the actual figure.
    Bar,
    /// The same, while the figure is not final.
    ProvisionalBar,
    /// The target: firm.
    Target,
    /// The schedule on a bar: thin.
    Schedule,
    /// The schedule over the months: a thin line.
    Pace,
    /// The line of the actual figures.
    Line,
    /// A final figure.
    Dot,
    /// A provisional figure: hollow.
    HollowDot,
    /// An estimate: a hollow diamond.
    EstimatedDot,
    /// What a figure was before it was revised.
    OldDot,
    /// The way from the old figure to the new one: dotted.
    Revision,
    /// Where the figures lead if they go on as they do: thin and dashed.
    Projection,
    /// The end of it: small and hollow.
    ProjectionDot,
    /// Zero, and the months.
    Axis,
    /// A month whose figure is missing.
    Gap,
    /// The bar of what is taken away from a sum: hollow.
    TakenAway,
    /// Cuts a bar that goes on beyond its drawing.
    Cut,
    /// Leads the eye along a row: faint.
    Guide,
    /// Stands for a status there is none of.
    Dash,
    /// The check in the mark of what is done.
    Check,
    /// The shape of a status.
    Mark,
    /// The ring of a status.
    RingMark,
    /// Invisible, there to be pointed at.
    Touch,
    /// Plain words.
    Text,
    /// The words that say the message.
    StrongText,
    /// Words that may be skipped.
    MutedText,
    /// Words upon a bar.
    BarText,
}

impl Paint {
    /// Every entry, in the order of its number, with its class.
    const ALL: [(Paint, &'static str); 28] = [
        (Self::Track, "ck"),
        (Self::Bar, "cb"),
        (Self::ProvisionalBar, "cp"),
        (Self::Target, "ct"),
        (Self::Schedule, "cs"),
        (Self::Pace, "cc"),
        (Self::Line, "cl"),
        (Self::Dot, "cd"),
        (Self::HollowDot, "ch"),
        (Self::EstimatedDot, "ce"),
        (Self::OldDot, "co"),
        (Self::Revision, "cr"),
        (Self::Projection, "cj"),
        (Self::ProjectionDot, "ci"),
        (Self::Axis, "ca"),
        (Self::Gap, "cg"),
        (Self::TakenAway, "cq"),
        (Self::Cut, "cw"),
        (Self::Guide, "cf"),
        (Self::Dash, "cv"),
        (Self::Check, "cy"),
        (Self::Mark, "cm"),
        (Self::RingMark, "cn"),
        (Self::Touch, "cx"),
        (Self::Text, "xt"),
        (Self::StrongText, "xs"),
        (Self::MutedText, "xm"),
        (Self::BarText, "xb"),
    ];

    /// Returns the class the stylesheet knows.
    pub(super) fn class(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Returns the style of a filled shape in the tone of the drawing.
    pub(super) fn fill(self) -> ShapeStyle {
        self.encode(None).filled()
    }

    /// Returns the style of a filled shape in a tone of its own.
    pub(super) fn fill_in(self, tone: Option<Tone>) -> ShapeStyle {
        self.encode(tone).filled()
    }

    /// Returns the style of a line in the tone of the drawing.
    pub(super) fn stroke(self) -> ShapeStyle {
        self.encode(None).stroke_width(1)
    }

    /// Returns the style of a line in a tone of its own.
    pub(super) fn stroke_in(self, tone: Option<Tone>) -> ShapeStyle {
        self.encode(tone).stroke_width(1)
    }

    /// Returns the size of type to measure a word in: strong letters are wider.
    pub(super) fn measuring_size(self) -> i32 {
        if self == Self::StrongText { TYPE_SIZE * 105 / 100 } else { TYPE_SIZE }
    }

    /// Returns the style of a word, anchored as told.
    pub(super) fn words(self, across: HPos, down: VPos) -> TextStyle<'static> {
        // plotters wants a family; the sheet never writes it, the page's own is used.
        TextStyle {
            font: ("sans-serif", f64::from(TYPE_SIZE)).into_font(),
            color: self.encode(None).to_backend_color(),
            pos: Pos::new(across, down),
        }
    }

    fn encode(self, tone: Option<Tone>) -> RGBColor {
        RGBColor(0, tone.map_or(0, |tone| tone as u8 + 1), self as u8)
    }

    /// Reads back what a colour stands for; nothing when it was not made here.
    pub(super) fn decode(rgb: (u8, u8, u8)) -> Option<(Paint, Option<Tone>)> {
        let (0, tone, paint) = rgb else { return None };
        let (paint, _) = *Self::ALL.get(usize::from(paint))?;
        match tone.checked_sub(1) {
            None => Some((paint, None)),
            Some(index) => Some((paint, Some(*Tone::ALL.get(usize::from(index))?))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_stands_at_its_number() {
        for (index, (paint, class)) in Paint::ALL.iter().enumerate() {
            assert_eq!(*paint as usize, index);
            assert_eq!(paint.class(), *class);
            assert_eq!(Paint::decode((0, 0, index as u8)), Some((*paint, None)));
            assert_eq!(Paint::ALL.iter().filter(|(_, other)| other == class).count(), 1);
        }
        for (index, tone) in Tone::ALL.iter().enumerate() {
            assert_eq!(*tone as usize, index);
            assert_eq!(Paint::decode((0, index as u8 + 1, 1)), Some((Paint::Bar, Some(*tone))));
        }
    }

    #[test]
    fn a_colour_from_elsewhere_is_not_read() {
        assert_eq!(Paint::decode((1, 0, 0)), None);
        assert_eq!(Paint::decode((0, 8, 0)), None);
        assert_eq!(Paint::decode((0, 0, 28)), None);
    }

    #[test]
    fn every_tone_has_a_shape_of_its_own() {
        let mut shapes: Vec<_> = Tone::ALL.iter().map(|tone| draw_mark(*tone)).collect();
        for (tone, mark) in Tone::ALL.iter().zip(&shapes) {
            assert!(mark.contains(&format!("\"mark {}\"", tone.class())), "{mark}");
        }
        let path = |mark: &str| mark.split(" d=").nth(1).map(str::to_string);
        shapes.sort_by_key(|mark| path(mark));
        shapes.dedup_by_key(|mark| path(mark));
        assert_eq!(shapes.len(), 7);
    }
}
