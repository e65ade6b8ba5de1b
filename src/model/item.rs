//! Items: one commitment of the plan each.

use crate::language::Text;
use crate::model::department::Responsibility;
use crate::model::indicator::IndicatorIx;
use crate::model::milestone::MilestoneIx;
use crate::model::region::RegionIx;
use crate::source::Place;

/// Names an item by its position in the plan, in the order of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIx(pub u32);

/// Names a section by its position in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionIx(pub u16);

/// One commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number in the plan.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// The section it stands in.
    pub section: SectionIx,
    /// Who is responsible, in the order of the plan.
    pub departments: Vec<Responsibility>,
    /// The regions that are responsible subjects, in official order.
    pub regions: Vec<RegionIx>,
    /// What is counted.
    pub indicators: Vec<IndicatorIx>,
    /// Its dated steps.
    pub milestones: Vec<MilestoneIx>,
    /// What is carried on without a number.
    pub tasks: Vec<Text>,
    /// What it is about, in plain words (Markdown).
    pub body: Text,
    /// Where it is written.
    pub place: Place,
}
