//! A prepared site whose files are made one by one, when they are asked for.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::check::Pages;
use crate::output::{Addresses, OutputFile};
use crate::render::{RenderError, Renderer, Task};

use super::Prepared;

/// Where the files of a site may be, whatever its figures are. Found once and shared by every state of the site that differs in figures only.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Arc<OnceLock<HashMap<String, Task>>>);

impl Places {
    /// Lists the places, unless two files may want one: then nobody knows beforehand which of them the site has.
    fn find(&self, renderer: &Renderer<'_>) -> Result<Option<&HashMap<String, Task>>, RenderError> {
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

fn by_path(tasks: Vec<Task>) -> HashMap<String, Task> {
    tasks.into_iter().map(|task| (task.path.as_str().to_string(), task)).collect()
}

/// The pages of a site, for the check of its links.
pub(super) struct LinkedPages<'p> {
    renderer: Renderer<'p>,
    tasks: &'p HashMap<String, Task>,
}

impl<'p> LinkedPages<'p> {
    /// Nothing where two files want one path: that is told when they are written.
    pub(super) fn of(prepared: &'p Prepared) -> Option<Self> {
        let renderer = prepared.renderer()?;
        prepared.places.find(&renderer).ok()?;
        Some(Self { renderer, tasks: prepared.places.0.get()? })
    }
}

impl Pages for LinkedPages<'_> {
    fn has(&self, path: &str) -> bool {
        self.tasks.get(path).is_some_and(|task| self.renderer.has(task))
    }

    fn page(&self, path: &str) -> Option<String> {
        let file = self.renderer.render(self.tasks.get(path)?).ok()?;
        String::from_utf8(file.bytes).ok()
    }
}

/// A site without errors, to be looked at.
#[derive(Debug)]
pub struct Preview {
    prepared: Arc<Prepared>,
    /// Its own files where places are not shared.
    own: Option<HashMap<String, Task>>,
}

impl Preview {
    /// Opens a site.
    ///
    /// **Errors**: when two files want one path; nothing more to say where the site has errors of its own.
    pub fn new(prepared: Arc<Prepared>) -> Result<Self, Option<RenderError>> {
        let renderer = prepared.renderer().filter(|_| !prepared.has_errors()).ok_or(None)?;
        let own = match prepared.places.find(&renderer).map_err(Some)? {
            Some(_) => None,
            None => Some(by_path(renderer.tasks().map_err(Some)?)),
        };
        Ok(Self { prepared, own })
    }

    /// Returns the site.
    #[must_use]
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// Tells whether the site has a file at a path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// Makes one file; nothing where the site has none at this path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Result<OutputFile, RenderError>> {
        let (renderer, task) = self.find(path)?;
        Some(renderer.render(task))
    }

    fn find(&self, path: &str) -> Option<(Renderer<'_>, &Task)> {
        let tasks = self.own.as_ref().or_else(|| self.prepared.places.0.get())?;
        let (renderer, task) = (self.prepared.renderer()?, tasks.get(path)?);
        renderer.has(task).then_some((renderer, task))
    }
}
