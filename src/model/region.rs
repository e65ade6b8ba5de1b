//! Regions: counties, districts and parks, in their official order.

use crate::source::Place;

/// Names a region by its row in `regions.csv`, from 0. The order of the rows is the official order and the only one ever shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionIx(pub u16);

/// The kind of a row that holds what belongs to no region (市本级). It is never a responsible subject by itself.
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
    pub place: Place,
}
