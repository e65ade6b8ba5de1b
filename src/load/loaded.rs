//! What was read, and what is needed to read a part of it again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diag::Diagnostic;
use crate::model::site::Site;
use crate::source::Sources;

use super::files::Content;
use super::shared::{PlanNames, Shared};

/// What was read. Two readings share what they have in common.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The settings, unless `site.toml` could not be read.
    pub config: Option<Config>,
    /// Everything the content says.
    pub site: Site,
    /// The files, for places.
    pub sources: Sources,
    /// Every fault, in no order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is needed to read a table again; nothing where there are no settings.
    pub(super) known: Option<Arc<Known>>,
}

impl Loaded {
    /// Returns the fingerprint of the folder as it was when it was first read; nothing where it
    /// could not all be.
    #[must_use]
    pub fn fingerprint(&self) -> Option<u128> {
        self.known.as_ref()?.content.fingerprint()
    }
}

/// What the first reading found out and a table needs to be read.
#[derive(Debug)]
pub(super) struct Known {
    pub content: Content,
    pub shared: Shared,
    /// By the id of the plan.
    pub names: HashMap<String, PlanNames>,
}
