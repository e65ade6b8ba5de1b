//! Items: one commitment of the plan each.

use crate::language::Text;
use crate::model::department::Responsibility;
use crate::model::index::{IndicatorIx, MilestoneIx, SectionIx};
use crate::model::region::RegionIx;
use crate::source::Location;

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
    pub location: Location,
}

impl Item {
    /// Makes an item of which only the number and the title are said.
    #[must_use]
    pub fn new(number: u32, title: &str) -> Self {
        Self {
            number,
            title: Text::new(title),
            section: SectionIx(0),
            departments: Vec::new(),
            regions: Vec::new(),
            indicators: Vec::new(),
            milestones: Vec::new(),
            tasks: Vec::new(),
            body: Text::default(),
            location: Location::default(),
        }
    }
}
