//! Milestones: dated steps of an item, and what happened to them.

use crate::date::Date;
use crate::language::Text;
use crate::model::index::{ItemIx, MilestoneIx};
use crate::source::Location;

/// One dated step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Unique in the plan.
    pub id: String,
    /// The item it belongs to.
    pub item: ItemIx,
    /// What is to be done.
    pub title: Text,
    /// By when, as the item says; a later row of the ledger may move it.
    pub due: Date,
    /// Where it is written.
    pub location: Location,
}

/// One row of `data/milestones.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneEvent {
    /// Which one.
    pub milestone: MilestoneIx,
    /// A new day it is due, if it was moved.
    pub due: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// When the office knew.
    pub recorded: Date,
    /// What proves it.
    pub source: String,
    /// A remark.
    pub note: String,
    /// The row.
    pub location: Location,
}
