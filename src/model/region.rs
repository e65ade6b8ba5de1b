//! Regions: counties, districts and parks, in their official order.

use std::num::NonZeroU16;

use crate::source::Location;

/// Names a region by its row in `regions.csv`. The order of the rows is the official order and the
/// only one ever shown.
///
/// Lists of regions are sorted by it, so that thousands of them are searched by halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
// Counted from one inside, so that a figure of the whole area needs no room to say so.
pub struct RegionIx(NonZeroU16);

impl RegionIx {
    /// How many regions can be named: more than a country has counties.
    pub const COUNT: usize = u16::MAX as usize;

    /// Names the region at a row, from 0; nothing behind the last that can be named.
    #[must_use]
    pub fn of_row(row: usize) -> Option<Self> {
        u16::try_from(row + 1).ok().and_then(NonZeroU16::new).map(Self)
    }

    /// Returns the row, from 0.
    #[must_use]
    pub fn row(self) -> usize {
        usize::from(self.0.get()) - 1
    }
}

/// The kind of a row that holds what belongs to no region (市本级). It is never a responsible subject
/// by itself.
pub const CITY_KIND: &str = "city";

/// One region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Stable id, part of its address; the GB/T 2260 code where there is one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A name short enough for a chart.
    pub short_name: String,
    /// county, district, park, city.
    pub kind: String,
    /// Regions are compared only within their group.
    pub group: String,
    /// The region it lies in.
    pub parent: Option<RegionIx>,
    /// Whether its figures are part of another region's (shown, not added).
    pub is_included: bool,
    /// Its row.
    pub location: Location,
}
