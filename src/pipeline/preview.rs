//! A prepared site whose files are made one by one, when they are asked for.

use std::sync::Arc;

use crate::output::OutputFile;
use crate::render::{RenderError, Renderer, Task};

use super::addresses::PossibleTasks;
use super::prepared::Prepared;

/// A site without errors, to be looked at.
#[derive(Debug)]
pub struct Preview {
    prepared: Arc<Prepared>,
    /// Its own files where they are not shared.
    own: Option<PossibleTasks>,
}

impl Preview {
    /// Opens a site.
    ///
    /// **Errors**: when two files want one path; nothing more to say where the site has errors of
    /// its own.
    pub fn new(prepared: Arc<Prepared>) -> Result<Self, Option<RenderError>> {
        let renderer = prepared.renderer().filter(|_| !prepared.has_errors()).ok_or(None)?;
        let own = match prepared.tasks.find(&renderer).map_err(Some)? {
            Some(_) => None,
            None => Some(PossibleTasks::new(renderer.tasks().map_err(Some)?)),
        };
        Ok(Self { prepared, own })
    }

    /// Returns the site.
    #[must_use]
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// Returns whether the site has a file at a path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// Renders one file; nothing where the site has none at this path.
    ///
    /// **Errors**: why a template could not, with its file and line.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Result<OutputFile, String>> {
        let (renderer, task) = self.find(path)?;
        Some(renderer.render(task).map_err(|error| self.reason(&error)))
    }

    fn reason(&self, error: &RenderError) -> String {
        let content = &self.prepared.content;
        let settings = content.config.as_ref().map(|config| config.location);
        let fault = error.diagnostic(settings.unwrap_or_default());
        let location = fault.location.map(|location| content.sources.describe(location));
        format!("{}: {}", location.unwrap_or_default(), fault.message.en)
    }

    fn find(&self, path: &str) -> Option<(Renderer<'_>, &Task)> {
        let tasks = self.own.as_ref().or_else(|| self.prepared.tasks.known())?;
        let (renderer, task) = (self.prepared.renderer()?, tasks.find(path)?);
        renderer.has(task).then_some((renderer, task))
    }
}
