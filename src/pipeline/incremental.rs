//! The pipeline after a save: what did not change is neither read, nor assessed, nor made again.
//!
//! Where tables changed and nothing else did, these are read, their accounts replaced, the
//! indicators with rows in them (and the shares made of these) assessed again on every day that is
//! shown, and the rules run for them; all else is shared with the state before. Where a text
//! changed, all texts are read again, and tables only if the names in them may mean something else
//! now; indicators that read the same and have the same account keep their verdicts. Where files
//! appeared or went, the whole pipeline is walked. Tests hold both against each other: every
//! diagnostic and every file.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::load::read_incremental;
use crate::output::{OutputFile, SitePath};
use crate::render::Task;
use crate::render::unchanged::Comparison;

use super::prepared::{PipelineError, Prepared, Request};
use super::rendering::render_tasks;
use super::stand::{assess_and_check, set_as_asked};
use super::theme::read_and_compile;

/// Runs the pipeline again after the files at some paths changed. Tables that did not are not read,
/// and what rests on nothing that differs is not assessed and checked; the result is that of the
/// whole pipeline.
///
/// **Errors**: as for [`prepare`](super::prepare).
pub fn prepare_incremental(
    request: &Request,
    before: &Prepared,
    changed: &[PathBuf],
) -> Result<Prepared, PipelineError> {
    let mut content = read_incremental(&request.content, &before.content, changed)?;
    set_as_asked(&mut content, request)?;
    let settings = request.content.join("site.toml");
    let concerns_theme = |path: &PathBuf| {
        !path.starts_with(&request.content)
            || path.starts_with(&request.themes)
            || *path == settings
    };
    let theme = if changed.iter().any(concerns_theme) || before.content.config.is_none() {
        Arc::new(read_and_compile(&content, request)?)
    } else {
        Arc::clone(&before.theme)
    };
    Ok(assess_and_check(request, content, theme, Some(before)))
}

/// Does what [`render_all`](super::render_all) does for a site of which an earlier state lies
/// ready: what certainly did not change is kept, if `keep` can, and not rendered.
///
/// **Errors**: the first file that is not taken.
pub fn render_changed<E: Send>(
    prepared: &Prepared,
    comparison: &Comparison<'_>,
    keep: impl Fn(&SitePath) -> bool + Sync,
    take: impl Fn(&OutputFile) -> Result<(), E> + Sync,
) -> Result<Vec<Diagnostic>, E> {
    let is_kept = |task: &Task| comparison.is_unchanged(task) && keep(&task.path);
    render_tasks(prepared, &comparison.now, is_kept, take)
}
