//! Reads tables of figures again where nothing else changed: the most frequent save by far, and one that need not read the rest.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use crate::model::index::IndicatorIx;
use crate::model::ledger::Table;

use super::files::{Content, ContentFile};
use super::ledger::{is_ledger_table, read_table};
use super::shared::{PlanNames, Shared};
use super::{Loaded, read_one};

/// What the first reading found out and a table needs to be read.
#[derive(Debug)]
pub(super) struct Known {
    pub content: Content,
    pub shared: Shared,
    /// By the id of the plan.
    pub names: HashMap<String, PlanNames>,
}

/// What was read again.
#[derive(Debug)]
pub struct ReadAgain {
    /// Everything, as if all of it had been read now.
    pub loaded: Loaded,
    /// For each plan the indicators that had or have figures in a table that changed.
    pub touched: BTreeMap<usize, Vec<IndicatorIx>>,
}

/// Reads the tables that changed, and takes all else from what was read before. Nothing if anything else may have changed.
#[must_use]
pub fn read_again(before: &Loaded, changed: &[PathBuf]) -> Option<ReadAgain> {
    let known = before.known.as_ref()?;
    let tables: Vec<(usize, &ContentFile)> = changed.iter().map(|path| find_table(before, path)).collect::<Option<_>>()?;
    let mut loaded = before.clone();
    let mut touched: BTreeMap<usize, BTreeSet<IndicatorIx>> = BTreeMap::new();
    for (at, file) in tables {
        let plan = &before.site.plans[at];
        let names = known.names.get(&plan.id)?;
        let read = read_one(file, |index, faults| Some(read_table(index, faults, plan, names, &known.shared)));
        loaded.diagnostics.retain(|fault| fault.place.is_none_or(|place| place.file != file.id));
        // A file that cannot be read has no rows; what it has is told by its fault.
        let table = read.settle(&mut loaded).unwrap_or_else(|| Table::empty(file.id));
        let (ledger, indicators) = loaded.site.plans[at].ledger.with_table(table);
        loaded.site.plans[at].ledger = ledger;
        touched.entry(at).or_default().extend(indicators);
    }
    let touched = touched.into_iter().map(|(at, indicators)| (at, indicators.into_iter().collect())).collect();
    Some(ReadAgain { loaded, touched })
}

/// Finds the table at a path: one that was there before and is there still.
fn find_table<'l>(before: &'l Loaded, path: &Path) -> Option<(usize, &'l ContentFile)> {
    let file = before.known.as_ref()?.content.at(path)?;
    let id = file.name.strip_prefix("plans/")?.split('/').next()?;
    let at = before.site.plans.iter().position(|plan| plan.id == id)?;
    (is_ledger_table(&format!("plans/{id}/"), &file.name) && path.is_file()).then_some((at, file))
}
