//! The charts, one file each: pure functions from figures and translated words to a drawing.
//!
//! - `bullet`: one figure against its target and its schedule, and the same without words for a row
//!   of a table;
//! - `trend`: the figures of a year against pace and target, with gaps, revisions, figures that are
//!   not final and where they lead;
//! - `regions`: the same figure of every region, in the order of the plan;
//! - `spark`: the figures of a year without words, for a row of a table;
//! - `timeline`: the milestones of an item along the year;
//! - `strip`: statuses over the editions;
//! - `parts`: what each region adds to the total.
//!
//! Underneath: `style` (the closed palette), `text` (widths of words), `labels` and `ticks` (room
//! for them), `rows` (names and bars), `svg` (the sheet); `standalone` makes a file of a drawing.
//! Every drawing is [`WIDTH_UNITS`] wide, scales with its place and has a title and a description
//! for whoever cannot see it. Must not know plans, templates, paths or the fonts of the machine.
//!
//! A chart is cut rather than pressed flat: a bar ends a fifth beyond its target with a break, a
//! projection beyond 1.6 times target and figures leaves the drawing at its edge, a spark line does
//! without a target out of reach. The words say how much it is.

mod style;

mod text;

mod drawing;

mod labels;

mod ticks;

mod svg;

mod rows;

mod bullet;

mod trend;

mod regions;

mod marks;

mod spark;

mod timeline;

mod strip;

mod parts;

mod standalone;

#[cfg(test)]
mod testing;

pub use bullet::{Bullet, draw_bullet, draw_bullet_mini};
pub use drawing::{Caption, Drawing};
pub use parts::{Part, Parts, draw_parts};
pub use regions::{RegionBar, RegionBars, draw_regions};
pub use spark::{Spark, draw_spark};
pub use standalone::{FileStyle, Standalone};
pub use strip::{Strip, StripCell, StripRow, draw_strip};
pub use style::{Tone, draw_mark};
pub use timeline::{MilestoneState, Timeline, TimelineRow, draw_timeline};
pub use trend::{PointMark, Projection, Trend, TrendPoint, draw_trend};

/// Width of the view box of every chart that has words.
pub const WIDTH_UNITS: i32 = svg::WIDTH / 10;
