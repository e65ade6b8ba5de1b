//! A prepared site whose files are made one by one, when they are asked for.

use std::collections::HashMap;
use std::sync::Arc;

use crate::output::OutputFile;
use crate::render::{RenderError, Renderer, Task};

use super::places::by_path;
use super::prepared::Prepared;

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
    /// **Errors**: when two files want one path; nothing more to say where the site has errors of
    /// its own.
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
