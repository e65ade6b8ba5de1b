//! One row of the ledger as it is written: its columns, how a cell of each is read, and the cells
//! of a row that is to be written.
//!
//! CSV tables, sheets and forms that came back read their cells here, so that none of them takes
//! what another refuses. Each finds its own words for a fault, since a form tells whoever filled it
//! in and a table tells its editor. Indicators and regions are looked up by their readers; a period
//! is read by [`Period::parse`] and a day by [`parse_date`](crate::date::parse_date).

use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::observation::{ObservationStatus, RevisionKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::site::Site;
use crate::number::{Number, NumberFault};
use crate::words::words;

/// The columns of the ledger, in the order of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerColumn {
    /// What span of time the figure is about.
    Period,
    /// The id of the indicator.
    Indicator,
    /// The id of the region; empty = the whole plan area.
    Region,
    /// The figure.
    Value,
    /// Its mark.
    Flag,
    /// The day on which the office knew it.
    Recorded,
    /// Where it is from.
    Source,
    /// A public remark.
    Note,
    /// Why it replaces an earlier row. A table may leave the column out.
    Revision,
}

words! {
    /// The columns with their names in the first line of a table.
    LedgerColumn as NAMES, name, from_name {
        Period = "period",
        Indicator = "indicator",
        Region = "region",
        Value = "value",
        Flag = "flag",
        Recorded = "recorded",
        Source = "source",
        Note = "note",
        Revision = "revision",
    }
}

impl LedgerColumn {
    /// Returns the first line of a table, without its end.
    #[must_use]
    pub fn header() -> String {
        Self::NAMES.map(|(name, _)| name).join(",")
    }
}

/// A figure with its mark. One of the two is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure, absent where a flag stands for it.
    pub value: Option<Number>,
    /// Its mark.
    pub flag: Option<ObservationStatus>,
}

/// Why a figure cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFault {
    /// There is none, and no flag says why.
    Missing,
    /// It is not written as a figure is.
    NotANumber(NumberFault),
    /// There is one beside a flag that says that there is none.
    BesideFlag(ObservationStatus),
}

impl Figure {
    /// Reads a value beside its flag, since each decides what the other may be.
    ///
    /// **Errors**: why the two make no figure.
    pub fn read(value: &str, flag: Option<ObservationStatus>) -> Result<Self, FigureFault> {
        match (Number::parse(value), flag) {
            (Err(NumberFault::Empty), Some(flag)) if flag.replaces_value() && value.is_empty() => {
                Ok(Self { value: None, flag: Some(flag) })
            }
            (Err(NumberFault::Empty), _) => Err(FigureFault::Missing),
            (Err(fault), _) => Err(FigureFault::NotANumber(fault)),
            (Ok(_), Some(flag)) if flag.replaces_value() => Err(FigureFault::BesideFlag(flag)),
            (Ok(value), flag) => Ok(Self { value: Some(value), flag }),
        }
    }

    /// Returns the figure as its author saw it: a cell that shows 18 % holds 0.18, and the figure
    /// is 18 where the unit is %.
    #[must_use]
    pub fn as_shown(self, unit: &str, is_percent: bool) -> Self {
        if !is_percent || unit != "%" {
            return self;
        }
        let shown = |value: Number| (value * Number::HUNDRED).normalized();
        Self { value: self.value.map(shown), ..self }
    }
}

/// Reads a word that may be left out. Nothing at all stands for a text that is no such word.
pub fn read_word<T>(text: &str, from_word: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { from_word(text).map(Some) }
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerRow<'r> {
    /// What span of time it is about.
    pub period: Period,
    /// What is counted.
    pub indicator: IndicatorIx,
    /// Where; nothing = the whole plan area.
    pub region: Option<RegionIx>,
    /// The figure.
    pub figure: Figure,
    /// When the office knew it.
    pub recorded: Date,
    /// Where it is from.
    pub source: &'r str,
    /// A public remark.
    pub note: &'r str,
    /// Why it replaces an earlier row.
    pub revision: Option<RevisionKind>,
}

impl LedgerRow<'_> {
    /// Returns its cells, in the order of the columns.
    #[must_use]
    pub fn cells(&self, plan: &Plan, site: &Site) -> [String; LedgerColumn::NAMES.len()] {
        LedgerColumn::NAMES.map(|(_, column)| match column {
            LedgerColumn::Period => self.period.to_string(),
            LedgerColumn::Indicator => plan.indicator(self.indicator).id.clone(),
            LedgerColumn::Region => {
                self.region.map_or_else(String::new, |region| site.region(region).id.clone())
            }
            LedgerColumn::Value => {
                self.figure.value.map_or_else(String::new, |value| value.to_string())
            }
            LedgerColumn::Flag => {
                self.figure.flag.map_or("", ObservationStatus::letter).to_string()
            }
            LedgerColumn::Recorded => self.recorded.to_string(),
            LedgerColumn::Source => self.source.to_string(),
            LedgerColumn::Note => self.note.to_string(),
            LedgerColumn::Revision => self.revision.map_or("", RevisionKind::word).to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_the_order_of_their_numbers() {
        for (at, (_, column)) in LedgerColumn::NAMES.into_iter().enumerate() {
            assert_eq!(column as usize, at, "{column:?}");
        }
    }

    #[test]
    fn a_value_and_its_flag_decide_what_the_other_may_be() {
        let number = |text| Number::parse(text).ok();
        let read = Figure::read;
        assert_eq!(read("12.5", None), Ok(Figure { value: number("12.5"), flag: None }));
        assert_eq!(
            read("0", Some(ObservationStatus::Provisional)),
            Ok(Figure { value: number("0"), flag: Some(ObservationStatus::Provisional) })
        );
        let missing = Some(ObservationStatus::Missing);
        assert_eq!(read("", missing), Ok(Figure { value: None, flag: missing }));
        // A space in the cell of a value may be a figure that somebody lost.
        for (value, flag) in [("", None), ("", Some(ObservationStatus::Estimated)), (" ", missing)]
        {
            assert_eq!(read(value, flag), Err(FigureFault::Missing), "`{value}` {flag:?}");
        }
        assert_eq!(read("0", missing), Err(FigureFault::BesideFlag(ObservationStatus::Missing)));
        assert!(matches!(read("1,200", missing), Err(FigureFault::NotANumber(_))));
    }

    #[test]
    fn a_percentage_is_taken_as_it_was_shown() {
        let figure = Figure { value: Number::parse("0.180").ok(), flag: None };
        let shown = |unit, is_percent| {
            figure.as_shown(unit, is_percent).value.map(|value| value.to_string())
        };
        assert_eq!(shown("%", true).as_deref(), Some("18"));
        assert_eq!(shown("%", false).as_deref(), Some("0.180"));
        assert_eq!(shown("家", true).as_deref(), Some("0.180"));
    }

    #[test]
    fn a_word_may_be_left_out_and_is_never_guessed() {
        assert_eq!(read_word("", ObservationStatus::from_letter), Some(None));
        assert_eq!(
            read_word("p", ObservationStatus::from_letter),
            Some(Some(ObservationStatus::Provisional))
        );
        assert_eq!(read_word("P", ObservationStatus::from_letter), None);
    }
}
