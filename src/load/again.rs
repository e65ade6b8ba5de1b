//! Reads content again of which only some files changed. Tables are by far the most of it: those that did not change are not read.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::indicator::Indicator;
use crate::model::ledger::{Ledger, Table};
use crate::model::plan::Plan;
use crate::source::FileId;

use super::files::{Content, ContentFile, list_content};
use super::ledger::is_ledger_table;
use super::observations::Reading;
use super::shared::{PlanNames, Shared};
use super::{LoadError, Loaded, read_listed, read_one};

/// What the first reading found out and a table needs to be read.
#[derive(Debug)]
pub(super) struct Known {
    pub content: Content,
    pub shared: Shared,
    /// By the id of the plan.
    pub names: HashMap<String, PlanNames>,
}

/// Reads a content folder of which only the files at some paths differ from what was read before.
///
/// **Errors**: only when the folder itself cannot be read; all else is a diagnostic.
pub fn read_again(folder: &Path, before: &Loaded, changed: &[PathBuf]) -> Result<Loaded, LoadError> {
    if let Some(loaded) = read_only_tables(before, changed) {
        return Ok(loaded);
    }
    let content = list_content(folder)?;
    let known = before.known.as_ref().filter(|known| known.content.has_same_files(&content));
    let kept = known.map(|known| Kept { before, known: Arc::clone(known), changed });
    Ok(read_listed(content, kept.as_ref()))
}

/// Reads the tables that changed, and takes all else from what was read before. Nothing if anything else may have changed.
fn read_only_tables(before: &Loaded, changed: &[PathBuf]) -> Option<Loaded> {
    let known = before.known.as_ref()?;
    let tables: Vec<(usize, &ContentFile)> = changed.iter().map(|path| find_table(before, known, path)).collect::<Option<_>>()?;
    let mut loaded = before.clone();
    for (at, file) in tables {
        let plan = &before.site.plans[at];
        let names = known.names.get(&plan.id)?;
        loaded.diagnostics.retain(|fault| fault.place.is_none_or(|place| place.file != file.id));
        let ledger = std::mem::take(&mut loaded.site.plans[at].ledger);
        loaded.site.plans[at].ledger = with_table(ledger, file, plan, names, &known.shared, &mut loaded);
    }
    Some(loaded)
}

/// Finds the table at a path: one that was there before and is there still.
fn find_table<'k>(before: &Loaded, known: &'k Known, path: &Path) -> Option<(usize, &'k ContentFile)> {
    let file = known.content.at(path)?;
    let id = file.name.strip_prefix("plans/")?.split('/').next()?;
    let at = before.site.plans.iter().position(|plan| plan.id == id)?;
    (is_ledger_table(&format!("plans/{id}/"), &file.name) && path.is_file()).then_some((at, file))
}

/// Reads one table into a ledger that had it before.
fn with_table(
    ledger: Ledger,
    file: &ContentFile,
    plan: &Plan,
    names: &PlanNames,
    shared: &Shared,
    loaded: &mut Loaded,
) -> Ledger {
    let read = read_one(file, |index, faults| Some(Reading { plan, names, shared }.read_table(index, faults)));
    // A file that cannot be read has no rows; its fault is told.
    ledger.with_table(&read.settle(loaded).unwrap_or_else(|| Table::empty(file.id)))
}

/// What was read before, while everything but tables is read again.
pub(super) struct Kept<'k> {
    before: &'k Loaded,
    known: Arc<Known>,
    changed: &'k [PathBuf],
}

impl Kept<'_> {
    /// Returns the ledger of a plan, reading only the tables that changed. Nothing if its other tables may mean something else now.
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
        let (other, same): (Vec<&ContentFile>, Vec<&ContentFile>) = tables.iter().partition(|file| self.has_changed(file));
        let same: BTreeSet<FileId> = same.into_iter().map(|file| file.id).collect();
        let faults = self.before.diagnostics.iter().filter(|fault| fault.place.is_some_and(|place| same.contains(&place.file)));
        loaded.diagnostics.extend(faults.cloned());
        for file in &same {
            loaded.sources.keep_text(*file, self.before.sources.text(*file));
        }
        let ledger = before.ledger.clone();
        Some(other.into_iter().fold(ledger, |ledger, file| with_table(ledger, file, plan, names, shared, loaded)))
    }

    fn has_changed(&self, file: &ContentFile) -> bool {
        self.changed.iter().any(|path| file.is_at(path))
    }
}

/// Tells whether two indicators take the same rows of a table.
fn takes_same_rows(a: &Indicator, b: &Indicator) -> bool {
    (&a.id, &a.regions, a.scope, a.target.is_some()) == (&b.id, &b.regions, b.scope, b.target.is_some())
}
