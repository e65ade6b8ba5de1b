//! The faults of one file, gathered while it is read.

use std::cell::RefCell;

use crate::diag::Diagnostic;

/// Collects the faults of one file while its keys are read.
#[derive(Debug, Default)]
pub struct Diagnostics(RefCell<Vec<Diagnostic>>);

impl Diagnostics {
    /// Adds one fault.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.0.borrow_mut().push(diagnostic);
    }

    /// Gives all of them back.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}
