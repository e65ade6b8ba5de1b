//! Names by position: items, indicators, milestones and sections of a plan are named by where they
//! stand in it.
//!
//! A number is small and quick to follow; whoever holds one asks the
//! [`Plan`](crate::model::plan::Plan) for what it names.

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
