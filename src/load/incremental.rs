//! Reads content again of which only some files changed. Tables are by far the most of it: those
//! that did not change are not read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::LoadError;
use super::files::{ContentFile, is_ledger_table, list_content};
use super::folder::read_listed;
use super::kept::{Kept, with_table};
use super::loaded::{Known, Loaded};

/// Reads a content folder of which only the files at some paths differ from what was read before.
///
/// **Errors**: only when the folder itself cannot be read; all else is a diagnostic.
pub fn read_incremental(
    folder: &Path,
    before: &Loaded,
    changed: &[PathBuf],
) -> Result<Loaded, LoadError> {
    if let Some(loaded) = read_only_tables(before, changed) {
        return Ok(loaded);
    }
    let content = list_content(folder)?;
    let known = before.known.as_ref().filter(|known| known.content.has_same_files(&content));
    let kept = known.map(|known| Kept { before, known: Arc::clone(known), changed });
    Ok(read_listed(content, kept.as_ref()))
}

/// Reads the tables that changed, and takes all else from what was read before. Nothing if anything
/// else may have changed.
fn read_only_tables(before: &Loaded, changed: &[PathBuf]) -> Option<Loaded> {
    let known = before.known.as_ref()?;
    let tables: Vec<(usize, &ContentFile)> =
        changed.iter().map(|path| find_table(before, known, path)).collect::<Option<_>>()?;
    let mut loaded = before.clone();
    for (at, file) in tables {
        let plan = &before.site.plans[at];
        let names = known.names.get(&plan.id)?;
        loaded
            .diagnostics
            .retain(|fault| fault.location.is_none_or(|location| location.file != file.id));
        let ledger = std::mem::take(&mut loaded.site.plans[at].ledger);
        loaded.site.plans[at].ledger =
            with_table(ledger, file, plan, names, &known.shared, &mut loaded);
    }
    Some(loaded)
}

/// Finds the table at a path: one that was there before and is there still.
fn find_table<'k>(
    before: &Loaded,
    known: &'k Known,
    path: &Path,
) -> Option<(usize, &'k ContentFile)> {
    let file = known.content.at(path)?;
    let id = file.name.strip_prefix("plans/")?.split('/').next()?;
    let at = before.site.plans.iter().position(|plan| plan.id == id)?;
    (is_ledger_table(&format!("plans/{id}/"), &file.name) && path.is_file()).then_some((at, file))
}
