//! Renders the files of a site on many threads, and collects what templates could not render.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::diag::{Diagnostic, put_in_order};
use crate::output::OutputFile;
use crate::render::{RenderError, Renderer, Task};
use crate::source::Location;

use super::prepared::{CHUNK, Prepared};

/// Renders every file but those that are kept, and hands each to `take` as soon as it is made.
/// Returns what could not be rendered.
///
/// **Errors**: the first file that is not taken.
pub(super) fn render_tasks<E: Send>(
    prepared: &Prepared,
    renderer: &Renderer<'_>,
    is_kept: impl Fn(&Task) -> bool + Sync,
    take: impl Fn(&OutputFile) -> Result<(), E> + Sync,
) -> Result<Vec<Diagnostic>, E> {
    let faults = RenderDiagnostics::new(prepared);
    // Long lists stand together at the end; in large shares one thread would be left with all of
    // them.
    prepared.tasks_of(renderer).par_iter().with_max_len(CHUNK).try_for_each(|task| {
        if is_kept(task) {
            return Ok(());
        }
        match renderer.render(task) {
            Ok(file) => take(&file),
            Err(error) => {
                faults.add(&error);
                Ok(())
            }
        }
    })?;
    Ok(faults.into_diagnostics())
}

/// What pages could not be rendered for; a fault of a template that many pages share is told once.
struct RenderDiagnostics {
    settings: Location,
    found: Mutex<Vec<Diagnostic>>,
}

impl RenderDiagnostics {
    fn new(prepared: &Prepared) -> Self {
        let settings = prepared.content.config.as_ref().map(|config| config.location);
        Self { settings: settings.unwrap_or_default(), found: Mutex::default() }
    }

    fn add(&self, error: &RenderError) {
        let diagnostic = error.diagnostic(self.settings);
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !found.contains(&diagnostic) {
            found.push(diagnostic);
        }
    }

    fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        put_in_order(&mut found);
        found
    }
}
