//! Files that programs read: plan.json, CSV tables, checksums.
//!
//! They hold exact decimals and the same verdicts as the pages. What a plan keeps from readers
//! (figures of single regions, overdue reports) is kept from them here too.

mod columns;
mod sheets;

mod values;

mod indicator_shapes;

mod shapes;

#[cfg(test)]
mod described;

mod evaluation;

mod plan_json;

pub(super) mod editions;

use crate::model::index::PlanIx;

use super::address::{DataFile, data_path};
use super::context::Renderer;
use super::inventory::plan_data_files;

/// Makes one file.
pub(super) fn render_data(renderer: &Renderer<'_>, file: DataFile) -> Vec<u8> {
    match plan_with_sum(file) {
        Some(at) => renderer.shown(at).sums.keep(file, || make(renderer, file)),
        None => make(renderer, file),
    }
}

/// Returns the checksum of a file that describes a whole plan.
pub(super) fn checksum(renderer: &Renderer<'_>, at: PlanIx, file: DataFile) -> String {
    renderer.shown(at).sums.get(file, || make(renderer, file))
}

/// Returns the plan a file describes as a whole, so that it stands among the checksums.
fn plan_with_sum(file: DataFile) -> Option<PlanIx> {
    match file {
        DataFile::PlanJson(at)
        | DataFile::Observations(at)
        | DataFile::ObservationsExcel(at)
        | DataFile::Revisions(at)
        | DataFile::Allocations(at)
        | DataFile::Indicators(at)
        | DataFile::Items(at)
        | DataFile::Evaluation(at) => Some(at),
        DataFile::Checksums(_)
        | DataFile::EditionJson(..)
        | DataFile::ItemJson(..)
        | DataFile::ItemCsv(..) => None,
    }
}

fn make(renderer: &Renderer<'_>, file: DataFile) -> Vec<u8> {
    match file {
        DataFile::PlanJson(at) => plan_json::render_plan(renderer, at),
        DataFile::EditionJson(at, edition) => editions::render_edition(renderer, at, edition),
        DataFile::ItemJson(at, ix) => plan_json::render_item(renderer, at, ix),
        DataFile::Observations(at) => sheets::render_observations(renderer, at, None).into_bytes(),
        DataFile::ObservationsExcel(at) => sheets::render_for_excel(renderer, at).into_bytes(),
        DataFile::ItemCsv(at, ix) => {
            sheets::render_observations(renderer, at, Some(ix)).into_bytes()
        }
        DataFile::Revisions(at) => sheets::render_revisions(renderer, at).into_bytes(),
        DataFile::Allocations(at) => sheets::render_allocations(renderer, at).into_bytes(),
        DataFile::Indicators(at) => sheets::render_indicators(renderer, at).into_bytes(),
        DataFile::Items(at) => sheets::render_items(renderer, at).into_bytes(),
        DataFile::Evaluation(at) => evaluation::render_evaluation(renderer, at).into_bytes(),
        DataFile::Checksums(at) => render_checksums(renderer, at).into_bytes(),
    }
}

/// Writes the checksums of a plan's files, as `sha256sum -c` reads them.
fn render_checksums(renderer: &Renderer<'_>, at: PlanIx) -> String {
    plan_data_files(renderer, at)
        .iter()
        .map(|file| {
            let path = data_path(renderer.site, *file);
            format!(
                "{}  {}\n",
                checksum(renderer, at, *file),
                path.rsplit('/').next().unwrap_or(&path)
            )
        })
        .collect()
}
