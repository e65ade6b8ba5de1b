//! Figures in the order of time: what a series is made of, and what is asked of it.

use crate::date::Date;
use crate::model::observation::ObservationStatus;
use crate::model::period::{Period, PeriodEnd};
use crate::model::region::RegionIx;
use crate::number::Number;

/// How a figure of the plan area came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Derived {
    /// Added up from the regions.
    Sum,
    /// The largest of the regions.
    Max,
    /// The number of regions that attained their target.
    Attained,
    /// Numerator by denominator, in percent.
    Ratio,
}

impl Derived {
    /// Returns the word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Max => "max",
            Self::Attained => "attained",
            Self::Ratio => "ratio",
        }
    }
}

/// One figure of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// What it is about.
    pub period: Period,
    /// The figure; absent when a flag stands for it or regions are missing.
    pub value: Option<Number>,
    /// Its mark; of a derived figure the most doubtful of its parts.
    pub flag: Option<ObservationStatus>,
    /// The day it was complete.
    pub recorded: Date,
    /// How it came about; nothing = it was reported as it is.
    pub derived: Option<Derived>,
    /// How many regions it is made of, where it is made of regions.
    pub regions: Option<RegionCount>,
}

/// How many regions reported, how many were asked, and what they make so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionCount {
    /// With a figure, or with z; of a count of those that attained also with c.
    pub reported: u16,
    /// Those that answered that theirs is withheld, so that nothing is made of all.
    pub withheld: u16,
    /// Those of the reported ones whose figure is withheld: how many of the others attained is
    /// known, and no rise or fall of that says anything.
    pub hidden: u16,
    /// All that are asked.
    pub asked: u16,
    /// Those of the reported ones for which the question does not arise (z).
    pub not_applicable: u16,
    /// What the reported ones make. Shown when some are missing; judged only where it decides
    /// alone.
    pub so_far: Number,
    /// Whether one of them may still be revised.
    pub has_unfinished: bool,
}

impl RegionCount {
    /// Returns whether every region reported.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.reported == self.asked
    }
}

/// Figures by time, at most one for a period end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// The oldest first.
    pub points: Vec<Point>,
    /// Where the definition changed, of these figures or of what they are made of.
    pub breaks: Vec<PeriodEnd>,
}

impl Series {
    /// Makes a series of figures as they were reported, the oldest first.
    #[must_use]
    pub fn of(points: Vec<Point>) -> Self {
        let is_break = |point: &&Point| point.flag == Some(ObservationStatus::Break);
        let breaks = points.iter().filter(is_break).map(|point| point.period.end()).collect();
        Self { points, breaks }
    }

    /// Returns whether the definition changed after one month, up to another (included): figures
    /// on both sides of that are not compared.
    #[must_use]
    pub fn is_broken(&self, after: PeriodEnd, up_to: PeriodEnd) -> bool {
        self.breaks.iter().any(|end| *end > after && *end <= up_to)
    }

    /// Returns the newest point that has a value.
    #[must_use]
    pub fn last_with_value(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.value.is_some())
    }

    /// Returns the newest figure, or what a newer row says in its place: that it is withheld, or
    /// does not apply. None of them lets an older figure stand for its period.
    ///
    /// A withheld or inapplicable row is the newest figure, without a number: no older one stands
    /// beside the word for it, and neither is called missing.
    #[must_use]
    pub fn latest(&self) -> Option<&Point> {
        let is_stated = |point: &&Point| {
            point.value.is_some() || point.flag.is_some_and(ObservationStatus::withholds_value)
        };
        self.points.iter().rev().find(is_stated)
    }

    /// Returns the point at a period end; the points stand in the order of time.
    #[must_use]
    pub fn at(&self, period_end: PeriodEnd) -> Option<&Point> {
        self.points
            .binary_search_by_key(&period_end, |point| point.period.end())
            .ok()
            .map(|at| &self.points[at])
    }

    /// Returns the value at a period end.
    #[must_use]
    pub fn value_at(&self, period_end: PeriodEnd) -> Option<Number> {
        self.at(period_end).and_then(|point| point.value)
    }
}

/// The series of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionSeries {
    /// Which region.
    pub region: RegionIx,
    /// Its figures.
    pub series: Series,
}

/// All series of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllSeries {
    /// Of the plan area.
    pub whole: Series,
    /// Of each of the indicator's regions, in official order.
    pub regions: Vec<RegionSeries>,
}

/// Returns the flag a reader must know of: what is missing before what is not final before what is
/// only explained.
pub(super) fn most_doubtful(
    a: Option<ObservationStatus>,
    b: Option<ObservationStatus>,
) -> Option<ObservationStatus> {
    let weight = |flag: &ObservationStatus| match flag {
        ObservationStatus::Missing
        | ObservationStatus::Withheld
        | ObservationStatus::NotDue
        | ObservationStatus::NotApplicable => 4,
        ObservationStatus::Estimated => 3,
        ObservationStatus::Provisional => 2,
        ObservationStatus::Break => 1,
        ObservationStatus::Revised => 0,
    };
    a.into_iter().chain(b).max_by_key(weight)
}
