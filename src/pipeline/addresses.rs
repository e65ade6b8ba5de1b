//! The addresses of a site's files: where each may be.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::output::Addresses;
use crate::render::{RenderError, Renderer, Task};

/// Every file a site may have, whatever its figures are. Found once and shared by every state of
/// the site that differs in figures only.
#[derive(Clone, Debug, Default)]
pub(super) struct SharedTasks(Arc<OnceLock<PossibleTasks>>);

/// Every file a site may have, in the order in which they are written.
#[derive(Debug)]
pub(super) struct PossibleTasks {
    /// The files, lists and indexes last.
    pub tasks: Vec<Task>,
    /// By their paths, once somebody looks one up.
    by_path: OnceLock<HashMap<String, usize>>,
}

impl PossibleTasks {
    pub(super) fn new(tasks: Vec<Task>) -> Self {
        Self { tasks, by_path: OnceLock::new() }
    }

    /// Finds the file that is made for a path.
    pub(super) fn find(&self, path: &str) -> Option<&Task> {
        let by_path = self.by_path.get_or_init(|| {
            let numbered = self.tasks.iter().enumerate();
            numbered.map(|(at, task)| (task.path.as_str().to_string(), at)).collect()
        });
        Some(&self.tasks[*by_path.get(path)?])
    }
}

impl SharedTasks {
    /// Lists the files, unless two may want one path: then nobody knows beforehand which of them
    /// the site has.
    pub(super) fn find(
        &self,
        renderer: &Renderer<'_>,
    ) -> Result<Option<&PossibleTasks>, RenderError> {
        if self.0.get().is_none() {
            let tasks = renderer.possible_tasks()?;
            let mut addresses = Addresses::default();
            if tasks.iter().all(|task| addresses.take(&task.path).is_ok()) {
                let _ = self.0.set(PossibleTasks::new(tasks));
            }
        }
        Ok(self.known())
    }

    /// Returns them where they were found already.
    pub(super) fn known(&self) -> Option<&PossibleTasks> {
        self.0.get()
    }
}
