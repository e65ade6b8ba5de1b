//! The shapes of the content's files, for editors that complete and check while one types, and of
//! the data files of a site, for programs that read them: JSON Schemas and Table Schemas.
//!
//! Those of the content are published with the site and laid beside a new one; those of the data
//! are published. None is made while a site is built: tests hold them to the reader and to the
//! types that are written.

use crate::output::{OutputFile, PathFault, SitePath};

/// The schemas of the content, by the name of their file.
pub const SCHEMAS: [(&str, &str); 11] = [
    ("site.json", include_str!("schemas/site.json")),
    ("plan.json", include_str!("schemas/plan.json")),
    ("item.json", include_str!("schemas/item.json")),
    ("update.json", include_str!("schemas/update.json")),
    ("page.json", include_str!("schemas/page.json")),
    ("observations.table.json", include_str!("schemas/observations.table.json")),
    ("allocations.table.json", include_str!("schemas/allocations.table.json")),
    ("milestones.table.json", include_str!("schemas/milestones.table.json")),
    ("departments.table.json", include_str!("schemas/departments.table.json")),
    ("regions.table.json", include_str!("schemas/regions.table.json")),
    ("holidays.table.json", include_str!("schemas/holidays.table.json")),
];

/// The schemas of what a site publishes, by the name of their file.
pub const OUTPUT_SCHEMAS: [(&str, &str); 8] = [
    ("plan-output.json", include_str!("schemas/plan-output.json")),
    ("item-output.json", include_str!("schemas/item-output.json")),
    ("observations-output.table.json", include_str!("schemas/observations-output.table.json")),
    ("revisions-output.table.json", include_str!("schemas/revisions-output.table.json")),
    ("allocations-output.table.json", include_str!("schemas/allocations-output.table.json")),
    ("items-output.table.json", include_str!("schemas/items-output.table.json")),
    ("indicators-output.table.json", include_str!("schemas/indicators-output.table.json")),
    ("evaluation-output.table.json", include_str!("schemas/evaluation-output.table.json")),
];

/// The folder of the content in which they lie. It is hidden, so it is no content.
pub const FOLDER: &str = ".schemas";

/// Makes the files of the content's schemas below a folder.
///
/// **Errors**: when the folder cannot be part of a path.
pub fn schema_files(folder: &str) -> Result<Vec<OutputFile>, PathFault> {
    files_of(&SCHEMAS, folder)
}

/// Makes the files of all schemas below a folder of the site.
///
/// **Errors**: when the folder cannot be part of a path.
pub fn published_files(folder: &str) -> Result<Vec<OutputFile>, PathFault> {
    let mut files = files_of(&SCHEMAS, folder)?;
    files.extend(files_of(&OUTPUT_SCHEMAS, folder)?);
    Ok(files)
}

fn files_of(schemas: &[(&str, &str)], folder: &str) -> Result<Vec<OutputFile>, PathFault> {
    let file = |(name, text): &(&str, &str)| {
        Ok(OutputFile {
            path: SitePath::new(format!("{folder}/{name}"))?,
            bytes: text.as_bytes().to_vec(),
        })
    };
    schemas.iter().map(file).collect()
}
