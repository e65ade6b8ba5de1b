//! A small working site to begin with, as a tree of files; the command writes it.
//!
//! Every file is commented, so that an editor sees what may be changed. The figures are marked as a
//! sample.

use crate::output::{OutputFile, PathFault, SitePath};
use crate::schemas::{FOLDER, schema_files};

/// The files of a new site, by path.
const FILES: [(&str, &str); 9] = [
    ("content/site.toml", include_str!("new/site.toml")),
    ("content/departments.csv", include_str!("new/departments.csv")),
    ("content/regions.csv", include_str!("new/regions.csv")),
    ("content/plans/2026/plan.md", include_str!("new/plan.md")),
    ("content/plans/2026/items/01.md", include_str!("new/01.md")),
    ("content/plans/2026/items/02.md", include_str!("new/02.md")),
    ("content/plans/2026/data/2026.csv", include_str!("new/2026.csv")),
    ("content/plans/2026/data/allocations.csv", include_str!("new/allocations.csv")),
    ("content/pages/about.md", include_str!("new/about.md")),
];

/// Makes the files of a new site.
///
/// **Errors**: never in practice; the paths are fixed and plain.
pub fn new_site() -> Result<Vec<OutputFile>, PathFault> {
    let file = |(path, text): &(&str, &str)| {
        Ok(OutputFile { path: SitePath::new(*path)?, bytes: text.as_bytes().to_vec() })
    };
    let mut files: Vec<OutputFile> = FILES.iter().map(file).collect::<Result<_, PathFault>>()?;
    files.extend(schema_files(&format!("content/{FOLDER}"))?);
    Ok(files)
}
