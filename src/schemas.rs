//! The shapes of the content's files, for editors that complete and check while one types: JSON
//! Schemas of front matter and settings, Table Schemas of tables. They are published with the site
//! and laid beside a new one.

use crate::output::{OutputFile, PathFault, SitePath};

/// The schemas, by the name of their file.
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

/// The folder of the content in which they lie. It is hidden, so it is no content.
pub const FOLDER: &str = ".schemas";

/// Makes the files of the schemas below a folder.
///
/// **Errors**: when the folder cannot be part of a path.
pub fn schema_files(folder: &str) -> Result<Vec<OutputFile>, PathFault> {
    let file = |(name, text): &(&str, &str)| {
        Ok(OutputFile {
            path: SitePath::new(format!("{folder}/{name}"))?,
            bytes: text.as_bytes().to_vec(),
        })
    };
    SCHEMAS.iter().map(file).collect()
}
