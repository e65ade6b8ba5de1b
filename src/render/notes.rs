//! The public remarks of figures: which of them readers may see, and beside which figure each
//! belongs.
//!
//! A remark stands in the row of the ledger that is in force. Remarks of regions are as public as
//! their figures. Nothing is written here; a table or a page puts the text beside the figure.

use crate::assess::points::Point;
use crate::model::index::IndicatorIx;
use crate::model::observation::AsOf;
use crate::model::period::PeriodEnd;
use crate::model::plan::{Plan, RegionsPublic};
use crate::model::region::RegionIx;

/// The remark of one figure.
pub(super) struct FigureNote<'p> {
    /// Nothing = the whole area.
    pub region: Option<RegionIx>,
    pub period_end: PeriodEnd,
    pub text: &'p str,
}

/// Lists the remarks of an indicator's figures that readers may see.
pub(super) fn notes_of(
    plan: &Plan,
    ix: IndicatorIx,
    known: AsOf,
) -> impl Iterator<Item = FigureNote<'_>> {
    let shows_regions = plan.regions_public == RegionsPublic::Values;
    plan.ledger
        .in_force(ix, known)
        .filter(move |row| shows_regions || row.region.is_none())
        .map(|row| FigureNote {
            region: row.region,
            period_end: row.period.end(),
            text: plan.ledger.note(row),
        })
        .filter(|note| !note.text.is_empty())
}

/// Returns the remark of one figure; empty where it has none, or there is no figure.
pub(super) fn note_of<'p>(
    plan: &'p Plan,
    ix: IndicatorIx,
    region: Option<RegionIx>,
    point: Option<&Point>,
    known: AsOf,
) -> &'p str {
    if region.is_some() && plan.regions_public != RegionsPublic::Values {
        return "";
    }
    point
        .and_then(|point| plan.ledger.in_force_at(ix, region, point.period.end(), known))
        .map_or("", |row| plan.ledger.note(row))
}
