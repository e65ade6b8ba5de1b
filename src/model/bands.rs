//! The edges between statuses: of a pace, of a level, and of a target that is asked of each region.

use crate::language::Text;
use crate::number::Number;

/// Lower edges of the bands, inclusive, in percentage points (for levels of a stock: percent of the
/// target).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    /// From here on: ahead.
    pub ahead: Number,
    /// From here on: on track.
    pub on_track: Number,
    /// From here on: slightly behind.
    pub slightly_behind: Number,
    /// From here on: behind; below it far behind.
    pub behind: Number,
}

impl Bands {
    /// The edges for a pace where the plan sets none.
    #[must_use]
    pub fn default_for_pace() -> Self {
        Self::of(5, 0, -10, -30)
    }

    /// The edges for a level where the plan sets none.
    #[must_use]
    pub fn default_for_level() -> Self {
        Self::of(2, 0, -2, -5)
    }

    fn of(ahead: i64, on_track: i64, slightly_behind: i64, behind: i64) -> Self {
        Self {
            ahead: ahead.into(),
            on_track: on_track.into(),
            slightly_behind: slightly_behind.into(),
            behind: behind.into(),
        }
    }
}

/// Bands of one indicator, where the plan's do not fit it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnBands {
    /// The edges.
    pub edges: Bands,
    /// Why the plan's do not fit; told to readers.
    pub reason: Text,
}

/// Lower edges, inclusive, in percent of the regions that are at or above their schedule. All of
/// them is on track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionBands {
    /// From here on: slightly behind.
    pub slightly_behind: Number,
    /// From here on: behind; below it far behind.
    pub behind: Number,
}

impl Default for RegionBands {
    fn default() -> Self {
        Self { slightly_behind: 75_i64.into(), behind: 50_i64.into() }
    }
}
