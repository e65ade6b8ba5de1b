//! The ledger: every figure that was ever reported, and when it was known.
//!
//! The ledger is append-only. Of several rows about the same indicator, region and period end the
//! one recorded last is in force, seen from the day one asks ([`Ledger::in_force`]); the earlier
//! ones stay as revisions. It keeps an account for each indicator. A ledger in which one table
//! reads otherwise shares all other accounts with the one before.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::date::{self, Date};
use crate::model::index::IndicatorIx;
use crate::model::observation::{AsOf, Observation};
use crate::model::period::PeriodEnd;
use crate::model::provenance::ProvenanceTable;
use crate::model::region::RegionIx;
use crate::source::{FileId, Location};

/// What one table of figures says: its rows and the texts they share.
#[derive(Clone, Debug)]
pub struct Table {
    file: FileId,
    provenances: Arc<ProvenanceTable>,
    /// By indicator.
    slices: Vec<(IndicatorIx, RowSlice)>,
}

impl Table {
    /// Takes the rows of a file in any order, and what they say.
    #[must_use]
    pub fn new(file: FileId, rows: &[Observation], provenances: Arc<ProvenanceTable>) -> Self {
        // A table may have a hundred thousand rows: their order is found before any is moved.
        let mut ordered: Vec<(u128, u32, &Observation)> =
            rows.iter().map(|row| (packed(row), row.location.line, row)).collect();
        ordered.sort_unstable_by_key(|(order, line, _)| (*order, *line));
        let rows: Arc<[Observation]> = ordered.iter().map(|(_, _, row)| **row).collect();
        let mut slices = Vec::new();
        let mut start = 0;
        for own in rows.chunk_by(|a, b| a.indicator == b.indicator) {
            let end = start + own.len();
            slices.push((own[0].indicator, RowSlice::new(&rows, start..end)));
            start = end;
        }
        Self { file, provenances, slices }
    }

    /// Returns a table without rows.
    #[must_use]
    pub fn empty(file: FileId) -> Self {
        Self { file, provenances: Arc::default(), slices: Vec::new() }
    }

    fn texts(&self) -> Texts {
        Texts { file: self.file, provenances: Arc::clone(&self.provenances) }
    }

    fn slice(&self, ix: IndicatorIx) -> Option<&RowSlice> {
        self.slices.binary_search_by_key(&ix, |(ix, _)| *ix).ok().map(|at| &self.slices[at].1)
    }
}

/// The order of the rows of an indicator: by region (the whole area first), end and recorded date.
fn order(row: &Observation) -> (Option<RegionIx>, PeriodEnd, Date, Location) {
    (row.region, row.period.end(), row.recorded, row.location)
}

/// The same for rows of one table, in one number that is quick to compare.
fn packed(row: &Observation) -> u128 {
    let region = row.region.map_or(0, |region| region.row() as u128 + 1);
    let (period_end, recorded) = (row.period.end().ordinal(), date::ordinal(row.recorded));
    u128::from(row.indicator.0) << 96
        | region << 64
        | u128::from(period_end) << 32
        | u128::from(recorded)
}

/// Rows of one indicator in their order: a part of the rows of a table, which are kept together.
#[derive(Clone, Debug, Default)]
struct RowSlice {
    together: Arc<[Observation]>,
    own: Range<usize>,
    /// The first and the last day anything was recorded.
    recorded: Option<(Date, Date)>,
}

impl RowSlice {
    fn new(together: &Arc<[Observation]>, own: Range<usize>) -> Self {
        let recorded = || together[own.clone()].iter().map(|row| row.recorded);
        let recorded = recorded().min().zip(recorded().max());
        Self { together: Arc::clone(together), own, recorded }
    }

    fn of_all(rows: Arc<[Observation]>) -> Self {
        Self::new(&rows, 0..rows.len())
    }

    fn rows(&self) -> &[Observation] {
        &self.together[self.own.clone()]
    }
}

impl PartialEq for RowSlice {
    fn eq(&self, other: &Self) -> bool {
        self.rows() == other.rows()
    }
}

/// The texts of a table.
#[derive(Clone, Debug, PartialEq)]
struct Texts {
    file: FileId,
    provenances: Arc<ProvenanceTable>,
}

/// The rows of one indicator from all tables, and the texts of each of these.
#[derive(Debug, Default, PartialEq)]
struct Account {
    all: RowSlice,
    texts: Box<[Texts]>,
}

impl Account {
    /// Puts the shares of several tables together; most often there is one.
    fn new(mut slices: Vec<(RowSlice, Texts)>) -> Self {
        if slices.len() < 2 {
            return slices
                .pop()
                .map_or_else(Self::default, |(all, texts)| Self { all, texts: [texts].into() });
        }
        let mut rows: Vec<Observation> =
            slices.iter().flat_map(|(slice, _)| slice.rows().iter().copied()).collect();
        rows.sort_unstable_by_key(order);
        Self {
            all: RowSlice::of_all(rows.into()),
            texts: slices.into_iter().map(|(_, texts)| texts).collect(),
        }
    }

    fn has_rows_of(&self, file: FileId) -> bool {
        self.texts.iter().any(|one| one.file == file)
    }

    fn provenances(&self, file: FileId) -> Option<&ProvenanceTable> {
        self.texts.iter().find(|one| one.file == file).map(|one| &*one.provenances)
    }
}

/// All rows of a plan.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// By indicator; indicators behind the last one have no rows.
    accounts: Vec<Arc<Account>>,
    /// The first and the last day anything was recorded.
    recorded: Option<(Date, Date)>,
}

impl Ledger {
    fn of_accounts(accounts: Vec<Arc<Account>>) -> Self {
        let days = || accounts.iter().filter_map(|account| account.all.recorded);
        let recorded =
            days().map(|(first, _)| first).min().zip(days().map(|(_, newest)| newest).max());
        Self { accounts, recorded }
    }

    /// Enters the rows of all tables.
    #[must_use]
    pub fn new(tables: Vec<Table>) -> Self {
        let mut drafts: Vec<Vec<(RowSlice, Texts)>> = Vec::new();
        for table in tables {
            let texts = table.texts();
            for (ix, slice) in table.slices {
                let at = ix.0 as usize;
                if drafts.len() <= at {
                    drafts.resize_with(at + 1, Vec::new);
                }
                drafts[at].push((slice, texts.clone()));
            }
        }
        Self::of_accounts(drafts.into_iter().map(|slices| Arc::new(Account::new(slices))).collect())
    }

    /// Returns the ledger in which one table reads otherwise.
    #[must_use]
    pub fn with_table(&self, table: &Table) -> Self {
        let file = table.file;
        let had = (0..)
            .map(IndicatorIx)
            .zip(&self.accounts)
            .filter(|(_, account)| account.has_rows_of(file))
            .map(|(ix, _)| ix);
        let touched: BTreeSet<IndicatorIx> =
            had.chain(table.slices.iter().map(|(ix, _)| *ix)).collect();
        let mut accounts = self.accounts.clone();
        for ix in touched {
            let at = ix.0 as usize;
            if accounts.len() <= at {
                accounts.resize_with(at + 1, Default::default);
            }
            let account = &accounts[at];
            let of = |texts: &Texts| {
                let rows = account
                    .all
                    .rows()
                    .iter()
                    .filter(|row| row.location.file == texts.file)
                    .copied();
                (RowSlice::of_all(rows.collect()), texts.clone())
            };
            let others = account.texts.iter().filter(|texts| texts.file != file).map(of);
            let own = table.slice(ix).map(|slice| (slice.clone(), table.texts()));
            let now = Account::new(others.chain(own).collect());
            // Most rows of a table that is saved again say what they said.
            if now != **account {
                accounts[at] = Arc::new(now);
            }
        }
        Self::of_accounts(accounts)
    }

    /// Lists the indicators whose account is not the one of another state of the ledger.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<IndicatorIx> {
        let longest = self.accounts.len().max(other.accounts.len());
        let is_same = |at: usize| match (self.accounts.get(at), other.accounts.get(at)) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        (0..).map(IndicatorIx).take(longest).filter(|ix| !is_same(ix.0 as usize)).collect()
    }

    /// Returns all rows, by indicator, region (the whole area first), end and recorded date.
    pub fn rows(&self) -> impl Iterator<Item = &Observation> {
        self.accounts.iter().flat_map(|account| account.all.rows())
    }

    /// Returns the rows of one indicator, by region (the whole area first), end and recorded date.
    #[must_use]
    pub fn of(&self, indicator: IndicatorIx) -> &[Observation] {
        self.accounts.get(indicator.0 as usize).map_or(&[], |account| account.all.rows())
    }

    /// Returns the rows of one indicator that are in force by what is known, in the order of the
    /// ledger.
    pub fn in_force(
        &self,
        indicator: IndicatorIx,
        known: AsOf,
    ) -> impl Iterator<Item = &Observation> {
        self.of(indicator)
            .chunk_by(|a, b| a.key() == b.key())
            .filter(move |same| known.until.is_none_or(|until| same[0].period.end() <= until))
            .filter_map(move |same| same.iter().rfind(|row| row.recorded <= known.as_of))
    }

    /// Returns the row about one place and one period end that is in force by what is known.
    #[must_use]
    pub fn in_force_at(
        &self,
        indicator: IndicatorIx,
        region: Option<RegionIx>,
        period_end: PeriodEnd,
        known: AsOf,
    ) -> Option<&Observation> {
        if known.until.is_some_and(|until| period_end > until) {
            return None;
        }
        let rows = self.of(indicator);
        let first =
            rows.partition_point(|row| (row.region, row.period.end()) < (region, period_end));
        let same = rows[first..]
            .iter()
            .take_while(|row| (row.region, row.period.end()) == (region, period_end));
        same.filter(|row| row.recorded <= known.as_of).last()
    }

    /// Returns each pair of an earlier row and the one that replaced it, as known on a day.
    pub fn revisions(
        &self,
        indicator: IndicatorIx,
        as_of: Date,
    ) -> impl Iterator<Item = (&Observation, &Observation)> {
        self.of(indicator)
            .windows(2)
            .filter(move |pair| {
                pair[0].key() == pair[1].key()
                    && pair[1].recorded <= as_of
                    && pair[0].recorded < pair[1].recorded
            })
            .map(|pair| (&pair[0], &pair[1]))
    }

    /// Returns where the figure of a row is from.
    #[must_use]
    pub fn source(&self, row: &Observation) -> &str {
        self.provenances(row).map_or("", |provenances| provenances.source(row.provenance))
    }

    /// Returns the public remark of a row.
    #[must_use]
    pub fn note(&self, row: &Observation) -> &str {
        self.provenances(row).map_or("", |provenances| provenances.note(row.provenance))
    }

    fn provenances(&self, row: &Observation) -> Option<&ProvenanceTable> {
        self.accounts
            .get(row.indicator.0 as usize)
            .and_then(|account| account.provenances(row.location.file))
    }

    /// Returns the newest day anything was recorded.
    #[must_use]
    pub fn newest_recorded(&self) -> Option<Date> {
        self.recorded.map(|(_, newest)| newest)
    }

    /// Returns the newest day up to another one on which anything was recorded of an indicator.
    #[must_use]
    pub fn newest_recorded_of(&self, indicator: IndicatorIx, until: Date) -> Option<Date> {
        let all = &self.accounts.get(indicator.0 as usize)?.all;
        let (_, newest) = all.recorded?;
        // Asked about today, no row need be looked at.
        if newest <= until {
            Some(newest)
        } else {
            all.rows().iter().map(|row| row.recorded).filter(|day| *day <= until).max()
        }
    }

    /// Returns the first day anything was recorded.
    #[must_use]
    pub fn first_recorded(&self) -> Option<Date> {
        self.recorded.map(|(first, _)| first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;
    use crate::model::period::Period;
    use crate::model::provenance::ProvenanceIx;
    use crate::number::Number;

    fn row(
        region: Option<usize>,
        period: &str,
        value: i64,
        recorded: &str,
        line: u32,
    ) -> Observation {
        Observation {
            figure: Some(Number::from(value)).into(),
            indicator: IndicatorIx(0),
            region: region.and_then(RegionIx::of_row),
            period: Period::parse(period).expect("a period"),
            recorded: parse_date(recorded).expect("a date"),
            flag: None,
            revision: None,
            provenance: ProvenanceIx::default(),
            location: Location { file: FileId(0), line, column: 1 },
        }
    }

    fn table(file: u32, word: &str, rows: Vec<Observation>) -> Table {
        let file = FileId(file);
        let mut provenances = ProvenanceTable::default();
        let (source, note) = (provenances.add_text(word), provenances.add_text(""));
        let provenance = provenances.add(source, note);
        let rows: Vec<_> = rows
            .into_iter()
            .map(|row| Observation {
                location: Location { file, ..row.location },
                provenance,
                ..row
            })
            .collect();
        Table::new(file, &rows, Arc::new(provenances))
    }

    fn summary(ledger: &Ledger) -> Vec<String> {
        let value =
            |row: &Observation| row.value().map_or(String::new(), |value| value.to_string());
        ledger
            .rows()
            .map(|row| format!("{} {} {}", row.indicator.0, value(row), ledger.source(row)))
            .collect()
    }

    #[test]
    fn the_row_recorded_last_is_in_force_as_known_on_the_day() {
        let rows = vec![
            row(None, "2023-H1", 12, "2023-08-10", 3),
            row(None, "2023-06", 10, "2023-07-10", 2),
        ];
        let ledger = Ledger::new(vec![table(0, "", rows)]);
        let seen_on = |day: &str| {
            let day = parse_date(day).expect("a date");
            ledger
                .in_force(IndicatorIx(0), AsOf::on(day))
                .filter_map(|row| row.value())
                .map(|v| v.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(seen_on("2023-07-09"), Vec::<String>::new());
        assert_eq!(seen_on("2023-07-10"), ["10"]);
        assert_eq!(seen_on("2023-08-10"), ["12"]);
        assert_eq!(
            ledger.revisions(IndicatorIx(0), parse_date("2023-12-31").expect("a date")).count(),
            1
        );
    }

    #[test]
    fn one_row_is_found_as_all_are() {
        let rows = vec![
            row(None, "2023-03", 1, "2023-04-10", 2),
            row(None, "2023-03", 2, "2023-05-10", 3),
            row(Some(0), "2023-03", 3, "2023-04-10", 4),
            row(Some(2), "2023-02", 4, "2023-03-10", 5),
            row(Some(2), "2023-03", 5, "2023-04-10", 6),
            row(Some(2), "2023-03", 6, "2023-04-11", 7),
        ];
        let ledger = Ledger::new(vec![table(0, "", rows)]);
        let newest = |day: &str| {
            ledger
                .newest_recorded_of(IndicatorIx(0), parse_date(day).expect("a date"))
                .map(|day| day.to_string())
        };
        assert_eq!(newest("2023-03-09"), None);
        assert_eq!(newest("2023-04-12").as_deref(), Some("2023-04-11"));
        assert_eq!(newest("2023-12-31").as_deref(), Some("2023-05-10"));
        let period_end = |text: &str| Period::parse(text).expect("a period").end();
        for day in ["2023-03-09", "2023-04-10", "2023-04-30", "2023-12-31"] {
            for until in [None, Some(period_end("2023-02")), Some(period_end("2023-03"))] {
                let known = AsOf { as_of: parse_date(day).expect("a date"), until };
                for region in [None, Some(0), Some(1), Some(2)]
                    .map(|region| region.and_then(RegionIx::of_row))
                {
                    for month in ["2023-01", "2023-02", "2023-03", "2023-04"].map(period_end) {
                        let is_it =
                            |row: &&Observation| row.region == region && row.period.end() == month;
                        let expected = ledger.in_force(IndicatorIx(0), known).find(is_it);
                        assert_eq!(
                            ledger.in_force_at(IndicatorIx(0), region, month, known),
                            expected,
                            "{day} {until:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_table_that_reads_otherwise_makes_the_ledger_it_would_have_made_at_first() {
        let of = |indicator: u32, row: Observation| Observation {
            indicator: IndicatorIx(indicator),
            ..row
        };
        let first = || {
            vec![
                of(0, row(None, "2023-01", 1, "2023-02-10", 2)),
                of(2, row(Some(1), "2023-01", 2, "2023-02-10", 3)),
            ]
        };
        let second = || vec![of(2, row(None, "2023-01", 3, "2023-03-10", 2))];
        let other = || {
            vec![
                of(5, row(None, "2023-01", 4, "2023-04-10", 2)),
                of(0, row(None, "2023-02", 5, "2023-02-20", 3)),
            ]
        };
        let before = Ledger::new(vec![table(0, "a", first()), table(1, "b", second())]);
        let after = before.with_table(&table(0, "c", other()));
        let fresh = Ledger::new(vec![table(0, "c", other()), table(1, "b", second())]);
        let touched = after.differences(&before);
        assert!([0, 2, 5].iter().all(|ix| touched.contains(&IndicatorIx(*ix))), "{touched:?}");
        assert_eq!(after.differences(&after), []);
        assert_eq!(summary(&after), summary(&fresh));
        assert_eq!(summary(&after), ["0 5 c", "2 3 b", "5 4 c"]);
        assert_eq!(
            (after.first_recorded(), after.newest_recorded()),
            (fresh.first_recorded(), fresh.newest_recorded())
        );
        assert_eq!(
            summary(&before),
            ["0 1 a", "2 3 b", "2 2 a"],
            "the ledger before stays what it was"
        );
        assert_eq!(summary(&after.with_table(&table(0, "a", first()))), summary(&before));
        let emptied = after.with_table(&table(0, "c", Vec::new()));
        assert_eq!(
            (summary(&emptied), emptied.differences(&after)),
            (vec!["2 3 b".to_string()], vec![IndicatorIx(0), IndicatorIx(5)])
        );
    }
}
