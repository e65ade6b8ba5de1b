//! Reads the content folder into the model.
//!
//! Comes in: a folder. Goes out: [`Loaded`], the settings and the site together with every fault
//! that was found; what could be read is there, what could not is told. The order: list the files,
//! then settings, departments and regions, then each plan with its items, and last the tables of
//! figures, whose rows name all of these. This is the only reader of the disk on the pipeline.

mod circles;
mod confusables;
mod decode;
mod error;
mod files;
mod folder;
mod incremental;
mod nouns;
pub mod theme;

mod header;
mod row;
mod tables;

mod direction;
mod documents;
mod ids;
mod kept;
mod loaded;
mod rate_span;
mod read;
mod shared;
mod target;

mod bands;
mod by_hand;
mod reporting;

mod indicator;
mod item;

mod observations;

mod sheets;

mod ledger;

mod editions;
mod releases;
mod revisions;
mod scoring;
mod scoring_meant;

mod plain;
mod plan;

mod holidays;
mod lists;
mod unread;
mod updates;

use std::path::Path;

pub use error::LoadError;
use files::list_content;
pub use files::{find_marks, fingerprint_of_folder, is_content, keep_quoted};
use folder::read_listed;
pub use incremental::read_incremental;
pub use loaded::Loaded;

/// Reads a content folder.
///
/// **Errors**: only when the folder itself cannot be read; all else is a diagnostic.
pub fn read_content(folder: &Path) -> Result<Loaded, LoadError> {
    Ok(read_listed(list_content(folder)?, None))
}
