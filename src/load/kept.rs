//! What was read before, while everything but tables is read again.
//!
//! Workbooks are read anew at every save of a text; only tables are kept.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::indicator::Indicator;
use crate::model::ledger::{Ledger, Table};
use crate::model::plan::Plan;
use crate::source::FileId;

use super::files::ContentFile;
use super::loaded::{Known, Loaded};
use super::observations::Reading;
use super::read::read_one;
use super::shared::{PlanNames, Shared};

/// Reads one table into a ledger that had it before.
pub(super) fn with_table(
    ledger: Ledger,
    file: &ContentFile,
    plan: &Plan,
    names: &PlanNames,
    shared: &Shared,
    loaded: &mut Loaded,
) -> Ledger {
    let read = read_one(file, |index, faults| {
        Some(Reading { plan, names, shared }.read_table(index, faults))
    });
    // A file that cannot be read has no rows; its fault is told.
    ledger.with_table(&read.settle(loaded).unwrap_or_else(|| Table::empty(file.id)))
}

/// What was read before, while everything but tables is read again.
pub(super) struct Kept<'k> {
    pub before: &'k Loaded,
    pub known: Arc<Known>,
    pub changed: &'k [PathBuf],
}

impl Kept<'_> {
    /// Returns the ledger of a plan, reading only the tables that changed. Nothing if its other
    /// tables may mean something else now.
    pub(super) fn ledger(
        &self,
        tables: &[&ContentFile],
        plan: &Plan,
        names: &PlanNames,
        shared: &Shared,
        loaded: &mut Loaded,
    ) -> Option<Ledger> {
        let before = self.before.site.plans.iter().find(|before| before.id == plan.id)?;
        let is_same = before.last == plan.last
            && before.indicators.len() == plan.indicators.len()
            && before.indicators.iter().zip(&plan.indicators).all(|(a, b)| takes_same_rows(a, b))
            && self.known.names.get(&plan.id)? == names
            && self.known.shared.regions == shared.regions;
        if !is_same {
            return None;
        }
        let (other, same): (Vec<&ContentFile>, Vec<&ContentFile>) =
            tables.iter().partition(|file| self.has_changed(file));
        let same: BTreeSet<FileId> = same.into_iter().map(|file| file.id).collect();
        let faults =
            self.before.diagnostics.iter().filter(|fault| {
                fault.location.is_some_and(|location| same.contains(&location.file))
            });
        loaded.diagnostics.extend(faults.cloned());
        for file in &same {
            loaded.sources.keep_text(*file, self.before.sources.text(*file));
        }
        let ledger = before.ledger.clone();
        Some(
            other
                .into_iter()
                .fold(ledger, |ledger, file| with_table(ledger, file, plan, names, shared, loaded)),
        )
    }

    fn has_changed(&self, file: &ContentFile) -> bool {
        self.changed.iter().any(|path| file.is_at(path))
    }
}

/// Returns whether two indicators take the same rows of a table.
fn takes_same_rows(a: &Indicator, b: &Indicator) -> bool {
    (&a.id, &a.regions, a.scope, a.target.is_some())
        == (&b.id, &b.regions, b.scope, b.target.is_some())
}
