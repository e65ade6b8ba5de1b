//! A snapshot: what an edition said, in the words of its `plan.json`, so that two editions can be
//! held against each other.
//!
//! It holds what readers were told and nothing else: public statuses, figures as far as they are
//! public, rounded as they were published. It is made of an assessment, or read back from a frozen
//! edition; both give the same.

use crate::date::Date;
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;

/// What an edition said.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Its day of knowledge.
    pub as_of: Date,
    /// Its items, by number.
    pub items: Vec<ItemFact>,
    /// Its indicators, in the order of the items.
    pub indicators: Vec<IndicatorFact>,
    /// Its milestones, in the order of the items.
    pub milestones: Vec<MilestoneFact>,
}

/// What was said of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFact {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its status.
    pub code: StatusCode,
    /// In which words it was read.
    pub family: Family,
    /// Who is responsible, as `jxj:joint`.
    pub departments: Vec<String>,
}

/// What was said of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorFact {
    /// Its id.
    pub id: String,
    /// The number of its item.
    pub item: u32,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What was promised.
    pub target: Option<TargetFact>,
    /// Its status.
    pub code: StatusCode,
    /// In which words it was read.
    pub family: Family,
    /// The rule that gave it.
    pub rule: String,
    /// What the figure it was judged by was about.
    pub period: Option<Period>,
    /// That figure.
    pub value: Option<Number>,
    /// Whether only some regions made it, which was enough to decide.
    pub is_of_some: bool,
    /// The mark of the newest figure, or what stood in its place.
    pub flag: Option<ObservationStatus>,
    /// Completion as published.
    pub completion: Option<Number>,
    /// The gap as published.
    pub gap: Option<Number>,
    /// What was said of its regions, in official order.
    pub regions: Vec<RegionFact>,
}

/// What was promised, as it read then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFact {
    /// The plan's phrase.
    pub phrase: String,
    /// The comparator.
    pub op: String,
    /// The number.
    pub value: Option<Number>,
    /// How firm it is.
    pub ambition: String,
}

/// What was said of a region.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionFact {
    /// The region's id.
    pub id: String,
    /// Its share.
    pub target: Option<Number>,
    /// Its newest figure.
    pub value: Option<Number>,
    /// Its status.
    pub code: Option<StatusCode>,
}

/// What was said of a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneFact {
    /// Its id.
    pub id: String,
    /// The number of its item.
    pub item: u32,
    /// Its title.
    pub title: String,
    /// The day it was due.
    pub due: Date,
    /// The day it was done.
    pub done: Option<Date>,
    /// How it stood.
    pub status: String,
}

impl Snapshot {
    /// Finds an indicator.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&IndicatorFact> {
        self.indicators.iter().find(|fact| fact.id == id)
    }

    /// Finds an item.
    #[must_use]
    pub fn item(&self, number: u32) -> Option<&ItemFact> {
        self.items.iter().find(|fact| fact.number == number)
    }

    /// Finds a milestone.
    #[must_use]
    pub fn milestone(&self, id: &str) -> Option<&MilestoneFact> {
        self.milestones.iter().find(|fact| fact.id == id)
    }
}
