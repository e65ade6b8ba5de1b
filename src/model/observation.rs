//! The ledger: every figure that was ever reported, and when it was known.
//!
//! The ledger is append-only. Of several rows about the same indicator, region and cut the one recorded last is in force,
//! seen from the day one asks ([`Ledger::in_force`]); the earlier ones stay as revisions.

use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::period::{Cut, Period};
use crate::model::region::RegionIx;
use crate::number::Number;
use crate::source::Place;

/// Marks a figure, with the letters statistical releases use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
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

impl Flag {
    /// The letters of the content files.
    pub const LETTERS: [(&'static str, Flag); 8] = [
        ("p", Self::Provisional),
        ("r", Self::Revised),
        ("e", Self::Estimated),
        ("b", Self::Break),
        ("x", Self::Missing),
        ("z", Self::NotApplicable),
        ("c", Self::Withheld),
        ("n", Self::NotDue),
    ];

    /// Returns the letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        Self::LETTERS.iter().find(|(_, flag)| *flag == self).map_or("", |(letter, _)| letter)
    }

    /// Tells whether the flag stands instead of a value.
    #[must_use]
    pub fn replaces_value(self) -> bool {
        matches!(self, Self::Missing | Self::NotApplicable | Self::Withheld | Self::NotDue)
    }

    /// Tells whether the value may still change.
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

impl RevisionKind {
    /// The words of the content files.
    pub const WORDS: [(&'static str, RevisionKind); 4] = [
        ("source", Self::Source),
        ("correction", Self::Correction),
        ("definition", Self::Definition),
        ("withdrawn", Self::Withdrawn),
    ];

    /// Returns the word of the content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// Names a text that many rows share (a source, a note).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct WordsIx(pub u32);

/// What is taken into account: what the office knew on a day, about periods up to a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Knowledge {
    /// The day of knowledge, itself included.
    pub as_of: Date,
    /// The last month that is looked at; nothing = whatever is known.
    pub until: Option<Cut>,
}

impl Knowledge {
    /// Takes everything known on a day.
    #[must_use]
    pub fn on(as_of: Date) -> Self {
        Self { as_of, until: None }
    }

    /// Returns the last day whose events count: the day of knowledge, or the end of the last month looked at.
    #[must_use]
    pub fn last_day(&self) -> Date {
        self.until.map_or(self.as_of, |cut| cut.last_day().min(self.as_of))
    }
}

/// One row of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The figure, absent when a flag stands for it.
    pub value: Option<Number>,
    /// What is counted.
    pub indicator: IndicatorIx,
    /// Where; nothing = the whole plan area.
    pub region: Option<RegionIx>,
    /// What span of time it is about.
    pub period: Period,
    /// When the office knew it.
    pub recorded: Date,
    /// Its mark.
    pub flag: Option<Flag>,
    /// Why it replaces an earlier row.
    pub revision: Option<RevisionKind>,
    /// Where the figure is from.
    pub source: WordsIx,
    /// A public remark.
    pub note: WordsIx,
    /// The row it stands in.
    pub place: Place,
}

impl Observation {
    /// Returns what makes two rows be about the same thing.
    #[must_use]
    pub fn key(&self) -> (IndicatorIx, Option<RegionIx>, Cut) {
        (self.indicator, self.region, self.period.cut())
    }
}

/// All rows of a plan, sorted by indicator, region (the whole area first), cut and recorded date.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    rows: Vec<Observation>,
    words: Vec<String>,
    first_recorded: Option<Date>,
}

impl Ledger {
    /// Sorts rows into a ledger. `words` are the texts that [`WordsIx`] names; the first must be the empty one.
    #[must_use]
    pub fn new(mut rows: Vec<Observation>, words: Vec<String>) -> Self {
        rows.sort_by_key(|row| (row.indicator, row.region, row.period.cut(), row.recorded, row.place));
        let first_recorded = rows.iter().map(|row| row.recorded).min();
        Self { rows, words, first_recorded }
    }

    /// Returns all rows.
    #[must_use]
    pub fn rows(&self) -> &[Observation] {
        &self.rows
    }

    /// Returns the rows of one indicator.
    #[must_use]
    pub fn of(&self, indicator: IndicatorIx) -> &[Observation] {
        let start = self.rows.partition_point(|row| row.indicator < indicator);
        let length = self.rows[start..].partition_point(|row| row.indicator == indicator);
        &self.rows[start..start + length]
    }

    /// Returns the rows of one indicator that are in force by what is known, in the order of the ledger.
    pub fn in_force(&self, indicator: IndicatorIx, known: Knowledge) -> impl Iterator<Item = &Observation> {
        self.of(indicator)
            .chunk_by(|a, b| a.key() == b.key())
            .filter(move |same| known.until.is_none_or(|until| same[0].period.cut() <= until))
            .filter_map(move |same| same.iter().rfind(|row| row.recorded <= known.as_of))
    }

    /// Returns each pair of an earlier row and the one that replaced it, as known on a day.
    pub fn revisions(&self, indicator: IndicatorIx, as_of: Date) -> impl Iterator<Item = (&Observation, &Observation)> {
        self.of(indicator)
            .windows(2)
            .filter(move |pair| {
                pair[0].key() == pair[1].key() && pair[1].recorded <= as_of && pair[0].recorded < pair[1].recorded
            })
            .map(|pair| (&pair[0], &pair[1]))
    }

    /// Returns a shared text.
    #[must_use]
    pub fn words(&self, ix: WordsIx) -> &str {
        self.words.get(ix.0 as usize).map_or("", String::as_str)
    }

    /// Returns the newest day anything was recorded.
    #[must_use]
    pub fn newest_recorded(&self) -> Option<Date> {
        self.rows.iter().map(|row| row.recorded).max()
    }

    /// Returns the first day anything was recorded.
    #[must_use]
    pub fn first_recorded(&self) -> Option<Date> {
        self.first_recorded
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
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;
    use crate::source::FileId;

    fn row(region: Option<u16>, period: &str, value: i64, recorded: &str, line: u32) -> Observation {
        Observation {
            value: Some(Number::from(value)),
            indicator: IndicatorIx(0),
            region: region.map(RegionIx),
            period: Period::parse(period).expect("a period"),
            recorded: parse_date(recorded).expect("a date"),
            flag: None,
            revision: None,
            source: WordsIx(0),
            note: WordsIx(0),
            place: Place { file: FileId(0), line, column: 1 },
        }
    }

    #[test]
    fn the_row_recorded_last_is_in_force_as_known_on_the_day() {
        let ledger = Ledger::new(
            vec![row(None, "2023-H1", 12, "2023-08-10", 3), row(None, "2023-06", 10, "2023-07-10", 2)],
            vec![String::new()],
        );
        let seen_on = |day: &str| {
            let day = parse_date(day).expect("a date");
            ledger
                .in_force(IndicatorIx(0), Knowledge::on(day))
                .filter_map(|row| row.value)
                .map(|v| v.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(seen_on("2023-07-09"), Vec::<String>::new());
        assert_eq!(seen_on("2023-07-10"), ["10"]);
        assert_eq!(seen_on("2023-08-10"), ["12"]);
        assert_eq!(ledger.revisions(IndicatorIx(0), parse_date("2023-12-31").expect("a date")).count(), 1);
    }

    #[test]
    fn an_observation_stays_small() {
        assert!(size_of::<Observation>() <= 72, "{}", size_of::<Observation>());
    }
}
