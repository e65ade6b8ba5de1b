//! In which form diagnostics are printed, and for whom.

use std::path::Path;

use clap::ValueEnum;

use crate::message::Locale;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    /// With the line and what to do.
    #[default]
    Human,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
}

/// For whom diagnostics are told: where their content lies, and the language they read.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Reader<'r> {
    pub content: &'r Path,
    pub locale: Locale,
}
