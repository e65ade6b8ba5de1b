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

    /// Returns the ledger without those rows recorded after a day that are not taken. Asked is with
    /// all rows about the same place and period end, the one recorded first before the others.
    #[must_use]
    pub fn without_later(
        &self,
        day: Date,
        is_taken: impl Fn(&[Observation], &Observation) -> bool,
    ) -> Self {
        let accounts = self.accounts.iter().map(|account| {
            if account.all.recorded.is_none_or(|(_, newest)| newest <= day) {
                return Arc::clone(account);
            }
            let same = account.all.rows().chunk_by(|a, b| a.key() == b.key());
            let kept = same.flat_map(|same| {
                same.iter().filter(|row| row.recorded <= day || is_taken(same, row)).copied()
            });
            let all = RowSlice::of_all(kept.collect());
            Arc::new(Account { all, texts: account.texts.clone() })
        });
        Self::of_accounts(accounts.collect())
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
mod tests;
