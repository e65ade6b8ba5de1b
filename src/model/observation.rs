//! One row of the ledger: a figure, what it is about, when it was known, and what is said of it.

use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::period::{Period, PeriodEnd};
use crate::model::provenance::ProvenanceIx;
use crate::model::region::RegionIx;
use crate::number::{Compact, Number};
use crate::source::Location;
use crate::words::words;

/// Marks a figure, with the letters statistical releases use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ObservationStatus {
    /// p: preliminary (初步数).
    Provisional,
    /// r: revised by its source (修订).
    Revised,
    /// e: estimated (估算).
    Estimated,
    /// b: break in series (口径变化).
    Break,
    /// x: not available (暂缺).
    Missing,
    /// z: not applicable (不适用).
    NotApplicable,
    /// c: not published (不予公布).
    Withheld,
    /// n: not due (未到节点).
    NotDue,
}

words! {
    /// The letters of the content files.
    ObservationStatus as LETTERS, letter, from_letter {
        Provisional = "p",
        Revised = "r",
        Estimated = "e",
        Break = "b",
        Missing = "x",
        NotApplicable = "z",
        Withheld = "c",
        NotDue = "n",
    }
}

impl ObservationStatus {
    /// Returns whether the flag stands instead of a value.
    #[must_use]
    pub fn replaces_value(self) -> bool {
        matches!(self, Self::Missing | Self::NotApplicable | Self::Withheld | Self::NotDue)
    }

    /// Returns whether the flag answers for its period without a value: what is withheld, or does
    /// not apply, is no figure that is still to come.
    #[must_use]
    pub fn withholds_value(self) -> bool {
        matches!(self, Self::Withheld | Self::NotApplicable)
    }

    /// Returns whether the flag answers a report that is asked for, though without a value.
    #[must_use]
    pub fn answers_report(self) -> bool {
        self.withholds_value() || self == Self::NotDue
    }

    /// Returns whether the value may still change.
    #[must_use]
    pub fn is_unfinished(self) -> bool {
        matches!(self, Self::Provisional | Self::Estimated)
    }
}

/// Says why a figure was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RevisionKind {
    /// The source revised it (修订).
    Source,
    /// We had it wrong (更正).
    Correction,
    /// What is counted changed (口径调整).
    Definition,
    /// It was taken back (撤回).
    Withdrawn,
}

words! {
    /// The words of the content files.
    RevisionKind {
        Source = "source",
        Correction = "correction",
        Definition = "definition",
        Withdrawn = "withdrawn",
    }
}

/// What is taken into account: what the office knew on a day, about periods up to a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day of knowledge, itself included.
    pub as_of: Date,
    /// The last month that is looked at; nothing = whatever is known.
    pub until: Option<PeriodEnd>,
}

impl AsOf {
    /// Takes everything known on a day.
    #[must_use]
    pub fn on(as_of: Date) -> Self {
        Self { as_of, until: None }
    }

    /// Takes what is known on a day of a period: figures up to its end, and what was due by then.
    /// The newest period is where the plan stands, with all that is due today.
    ///
    /// A past period is bound to its own end: what was due, and what the targets said by then; its
    /// figures are those known today. So the page of the newest period agrees with the overview.
    #[must_use]
    pub fn of_period(as_of: Date, period_end: PeriodEnd, newest: Option<PeriodEnd>) -> Self {
        Self { as_of, until: newest.is_none_or(|newest| period_end < newest).then_some(period_end) }
    }

    /// Returns the last day whose events count: the day of knowledge, or the end of the last month
    /// looked at.
    #[must_use]
    pub fn last_day(&self) -> Date {
        self.until.map_or(self.as_of, |period_end| period_end.last_day().min(self.as_of))
    }
}

/// One row of the ledger.
///
/// A figure is 44 bytes, and those of a table lie together: source and note are kept once for each
/// pair that occurs, and a region is counted from one so that the whole area needs no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The figure, absent when a flag stands for it: see [`value`](Self::value).
    pub figure: Compact,
    /// What is counted.
    pub indicator: IndicatorIx,
    /// Where; nothing = the whole plan area.
    pub region: Option<RegionIx>,
    /// What span of time it is about.
    pub period: Period,
    /// When the office knew it.
    pub recorded: Date,
    /// Its mark.
    pub flag: Option<ObservationStatus>,
    /// Why it replaces an earlier row.
    pub revision: Option<RevisionKind>,
    /// Where the figure is from, and a public remark.
    pub provenance: ProvenanceIx,
    /// The row it stands in.
    pub location: Location,
}

impl Observation {
    /// Returns the figure.
    #[must_use]
    pub fn value(&self) -> Option<Number> {
        self.figure.get()
    }

    /// Returns what makes two rows be about the same thing.
    #[must_use]
    pub fn key(&self) -> (IndicatorIx, Option<RegionIx>, PeriodEnd) {
        (self.indicator, self.region, self.period.end())
    }
}

/// A region's share of a target: one row of `data/allocations.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// Of which target.
    pub indicator: IndicatorIx,
    /// To whom.
    pub region: RegionIx,
    /// How much.
    pub target: Number,
    /// When the office knew.
    pub recorded: Date,
    /// From which document.
    pub source: String,
    /// A remark.
    pub note: String,
    /// The row.
    pub location: Location,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observation_stays_small() {
        assert_eq!(size_of::<Observation>(), 44);
    }
}
