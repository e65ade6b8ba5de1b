//! Where the files of a site may be.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::output::Addresses;
use crate::render::{RenderError, Renderer, Task};

/// Where the files of a site may be, whatever its figures are. Found once and shared by every state
/// of the site that differs in figures only.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(pub(super) Arc<OnceLock<HashMap<String, Task>>>);

impl Places {
    /// Lists the places, unless two files may want one: then nobody knows beforehand which of them
    /// the site has.
    pub(super) fn find(
        &self,
        renderer: &Renderer<'_>,
    ) -> Result<Option<&HashMap<String, Task>>, RenderError> {
        if self.0.get().is_none() {
            let tasks = renderer.possible_tasks()?;
            let mut addresses = Addresses::default();
            if tasks.iter().all(|task| addresses.take(&task.path).is_ok()) {
                let _ = self.0.set(by_path(tasks));
            }
        }
        Ok(self.0.get())
    }
}

pub(super) fn by_path(tasks: Vec<Task>) -> HashMap<String, Task> {
    tasks.into_iter().map(|task| (task.path.as_str().to_string(), task)).collect()
}
