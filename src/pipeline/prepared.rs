//! What is asked of the pipeline, and the site that was read, assessed and checked.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;

use crate::assess::with_dependents;
use crate::check::Findings;
use crate::date::Date;
use crate::diag::{Diagnostic, has_errors, put_in_order};
use crate::load::{LoadError, Loaded};
use crate::model::index::IndicatorIx;
use crate::model::plan::Plan;
use crate::render::unchanged::Comparison;
use crate::render::{CompiledTheme, RenderOptions, Renderer, ShownPlan, Task};

use crate::source::ThemeSources;

use super::addresses::SharedTasks;
use super::days::Days;

/// How many files a thread takes on at once.
pub(super) const CHUNK: usize = 8;

/// What is asked of the pipeline.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The content folder.
    pub content: PathBuf,
    /// The folder that holds themes by name.
    pub themes: PathBuf,
    /// Another theme than the site's own.
    pub theme: Option<String>,
    /// Another address than the site's own.
    pub base_url: Option<String>,
    /// Another day of knowledge than the published edition's.
    pub as_of: Option<Date>,
    /// Show what is recorded after the newest published edition.
    pub shows_drafts: bool,
    /// Links name their files, for a site opened from a folder.
    pub is_offline: bool,
}

/// Says why the pipeline could not be walked at all.
#[derive(Debug, Error)]
pub enum PipelineError {
    /// Content or theme cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The address given is none.
    #[error("`{0}` is not an absolute address; write it as https://www.example.gov.cn/folder/")]
    BaseUrl(String),
}

/// A site that was read, assessed and checked.
#[derive(Debug)]
pub struct Prepared {
    /// What its content says, and where.
    pub content: Loaded,
    /// How each plan stands.
    pub shown: Vec<ShownPlan>,
    /// Every fault, in file order.
    pub diagnostics: Vec<Diagnostic>,
    pub(super) theme: Arc<ReadyTheme>,
    pub(super) options: RenderOptions,
    /// For each plan how it stands on every day that is asked for, and what the rules found.
    pub(super) known: Vec<(Days, Findings)>,
    pub(super) tasks: SharedTasks,
}

/// The theme, unless it cannot be used, and what is to be told of it.
#[derive(Debug, Default)]
pub(super) struct ReadyTheme {
    pub compiled: Option<CompiledTheme>,
    pub diagnostics: Vec<Diagnostic>,
    /// The names and texts of its own files, for messages.
    pub sources: Arc<ThemeSources>,
}

impl Prepared {
    /// Returns whether anything forbids publishing it.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.content.config.is_none() || has_errors(&self.diagnostics)
    }

    /// Returns what is known of a plan, and the indicators of which it may not hold any more;
    /// nothing where it may hold of none.
    pub(super) fn known_of(
        &self,
        plan: &Plan,
        now: &Loaded,
    ) -> Option<(&(Days, Findings), Vec<IndicatorIx>)> {
        let (before, config) = (&self.content.site, |content: &Loaded| {
            content.config.as_ref().map(|config| config.is_sample)
        });
        let is_same_site = before.regions == now.site.regions
            && before.departments == now.site.departments
            && config(&self.content) == config(now);
        let at = before.plans.iter().position(|one| one.id == plan.id).filter(|_| is_same_site)?;
        let touched = plan.differences(&before.plans[at])?;
        Some((&self.known[at], with_dependents(plan, &touched)))
    }

    /// Returns whether a site may have the same files: only figures were read again, so that its
    /// plans still share their texts with these.
    pub(super) fn has_same_addresses(&self, now: &Loaded, theme: &Arc<ReadyTheme>) -> bool {
        let (before, now) = (&self.content.site.plans, &now.site.plans);
        let is_same_text = |(a, b): (&Plan, &Plan)| Arc::ptr_eq(&a.text, &b.text);
        Arc::ptr_eq(&self.theme, theme)
            && !now.is_empty()
            && before.len() == now.len()
            && before.iter().zip(now).all(is_same_text)
    }

    /// Compares a site with an earlier state of it; nothing where they differ in more than figures.
    #[must_use]
    pub fn compare<'c>(&'c self, before: &'c Self) -> Option<Comparison<'c>> {
        let is_as_before = |(a, b): (&ShownPlan, &ShownPlan)| a.is_shown_like(b);
        let differs_in_figures_only = before.has_same_addresses(&self.content, &self.theme)
            && before.options == self.options
            && before.shown.iter().zip(&self.shown).all(is_as_before);
        if !differs_in_figures_only {
            return None;
        }
        let plans = self.content.site.plans.iter().zip(&before.content.site.plans);
        let touched = |(now, before): (&Plan, &Plan)| {
            Some(with_dependents(now, &now.differences(before)?).into_iter().collect())
        };
        Some(Comparison {
            touched: plans.map(touched).collect::<Option<_>>()?,
            before: before.renderer()?,
            now: self.renderer()?,
        })
    }

    /// Adds what was found after it was prepared.
    pub(super) fn add(&mut self, found: Vec<Diagnostic>) {
        self.diagnostics.extend(found);
        put_in_order(&mut self.diagnostics);
    }

    /// Returns whether the theme has templates of its own: only those can fail.
    pub(super) fn has_own_templates(&self) -> bool {
        self.theme.compiled.as_ref().is_some_and(|theme| !theme.has_built_in_templates())
    }

    /// Lists every file of the site, lists and indexes last.
    pub(super) fn tasks_of<'p>(&'p self, renderer: &Renderer<'_>) -> Vec<Cow<'p, Task>> {
        match self.tasks.find(renderer) {
            Ok(Some(possible)) => {
                let had = possible.tasks.iter().filter(|task| renderer.has(task));
                had.map(Cow::Borrowed).collect()
            }
            // What cannot have an address was told already.
            _ => renderer.tasks().into_iter().flatten().map(Cow::Owned).collect(),
        }
    }

    /// Returns what makes its pages; nothing where settings or theme could not be read.
    #[must_use]
    pub fn renderer(&self) -> Option<Renderer<'_>> {
        let (config, theme) = (self.content.config.as_ref()?, self.theme.compiled.as_ref()?);
        Some(Renderer::new(
            config,
            &self.content.site,
            &self.content.sources,
            &self.shown,
            theme,
            self.options,
        ))
    }
}
