//! The sorts of targets there are, what is asked of whom, what a completion is a share of, and what
//! a distance is counted in.
//!
//! Only names: which of them a target is the [`yardstick`](super::yardstick) says.

use crate::model::indicator::{Indicator, Scope, Target};
use crate::model::period::PeriodEnd;
use crate::number::Number;
use crate::phrase::Op;

/// The kind of a target: how it is judged, and the words it is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What is added up over the plan's span must reach a number.
    Sum,
    /// What is added up must not exceed a number: deaths, accidents, hectares.
    SumCeiling,
    /// A level must reach a number.
    Level,
    /// A level must not exceed a number: unemployment, a concentration.
    LevelCeiling,
    /// A published rate of change.
    Growth,
    /// A place in an order.
    Rank,
    /// A number for each part of the span.
    Cadence,
    /// Done or not.
    Flag,
    /// Every region must attain its own target.
    EachRegion,
    /// All regions there are: each is covered or not.
    Coverage,
}

/// What a completion is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The target.
    Target,
    /// The planned change from the baseline.
    Change,
    /// The ceiling: what was used of it.
    Ceiling,
}

impl Basis {
    /// Returns the word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Change => "change",
            Self::Ceiling => "ceiling",
        }
    }
}

/// What the distance from what is asked is counted in, before a band is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Percentage points.
    Points,
    /// Percent of the target: levels that are no rates.
    PercentOfTarget,
    /// Whole things, one by one.
    Units,
    /// Places in an order.
    Places,
    /// Attained or not: of nothing there is no percentage.
    Attainment,
}

/// The number that is asked for, and of whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The target's own number, of the plan area or of each region.
    Target,
    /// A region's share of it.
    Allocation(Number),
    /// That so many regions attain theirs.
    Regions(Number),
}

impl Demand {
    /// Returns the number, of an indicator's target.
    #[must_use]
    pub fn number(self, indicator: &Indicator, target: &Target) -> Number {
        let is_covered = target.op == Op::Coverage && indicator.scope == Scope::EachRegion;
        match self {
            // A coverage by regions asks of each only that it is covered: wholly, where that is
            // worked out from two figures.
            Self::Target if is_covered && indicator.numerator.is_some() => Number::HUNDRED,
            Self::Target if is_covered => Number::ONE,
            Self::Target => target.threshold(),
            Self::Allocation(number) | Self::Regions(number) => number,
        }
    }
}

/// The schedule line as it is drawn: straight between its corners, of which a step has two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Its corners, in time.
    pub corners: Vec<(PeriodEnd, Number)>,
    /// Whether it goes in steps, from node to node.
    pub is_stepped: bool,
}
