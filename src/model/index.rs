//! Names by position: items, indicators, milestones and sections of a plan are named by where they
//! stand in it.
//!
//! A number is small and quick to follow; whoever holds one asks the
//! [`Plan`](crate::model::plan::Plan) for what it names.

/// Names a plan by its position in the site, the newest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanIx(u16);

/// Names an edition by its position in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionIx(u16);

/// Names a free page by its position in the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FreePageIx(u16);

/// Lets a position be made of a row, from 0, and read as one. There are never as many of them as
/// their number has room for; what is behind it would name the last.
macro_rules! positions {
    ($($name:ident),*) => {
        $(impl $name {
            /// Names what stands at a row, from 0.
            #[must_use]
            pub fn of_row(row: usize) -> Self {
                Self(u16::try_from(row).unwrap_or(u16::MAX))
            }

            /// Returns the row, from 0.
            #[must_use]
            pub fn row(self) -> usize {
                usize::from(self.0)
            }
        })*
    };
}

positions!(PlanIx, EditionIx, FreePageIx);

/// Names a section by its position in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionIx(pub u16);

/// Names an item by its position in the plan, in the order of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIx(pub u32);

/// Names an indicator by its position in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorIx(pub u32);

/// Names a milestone by its position in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MilestoneIx(pub u32);
