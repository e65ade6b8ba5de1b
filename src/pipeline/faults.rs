//! What templates could not render, collected from many threads.

use std::sync::{Mutex, PoisonError};

use crate::diag::{Diagnostic, put_in_order};
use crate::render::RenderError;
use crate::source::Place;

use super::prepared::Prepared;

/// What pages could not be rendered for; a fault of a template that many pages share is told once.
pub(super) struct Faults {
    settings: Place,
    found: Mutex<Vec<Diagnostic>>,
}

impl Faults {
    pub(super) fn new(prepared: &Prepared) -> Self {
        let settings = prepared.content.config.as_ref().map(|config| config.place);
        Self { settings: settings.unwrap_or_default(), found: Mutex::default() }
    }

    pub(super) fn add(&self, error: &RenderError) {
        let diagnostic = error.diagnostic(self.settings);
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !found.contains(&diagnostic) {
            found.push(diagnostic);
        }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        put_in_order(&mut found);
        found
    }
}
