//! The road as one function: load, assess, check, render, and give every file away.
//!
//! Comes in: what was asked for. Goes out: the prepared site with every diagnostic, and then its files one by one, made in parallel and handed on
//! at once, so that pages stream and do not pile up. Nothing here knows where the site is stored, and nothing here knows what day it is.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use thiserror::Error;

use crate::assess::assess_plan;
use crate::assess::scoring::score_plan;
use crate::assess::snapshot::take_snapshot;
use crate::check::{Checked, apply_settings, check_site};
use crate::config::{Config, OutputKind, normalize_base_url};
use crate::date::Date;
use crate::diag::{Diagnostic, has_errors, put_in_order};
use crate::load::theme::{Theme, read_theme};
use crate::load::{LoadError, read_content};
use crate::model::edition::{Edition, EditionState};
use crate::model::observation::Knowledge;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;
use crate::output::OutputFile;
use crate::render::{CompiledTheme, RenderError, RenderOptions, Renderer, ShownPlan, Task, ThemeTexts};
use crate::source::Sources;

/// What is asked of the road.
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

/// Says why the road could not be walked at all.
#[derive(Debug, Error)]
pub enum RoadError {
    /// Content or theme cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// A page could not be made.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// The address given is none.
    #[error("`{0}` is not an absolute address; write it as https://www.example.gov.cn/folder/")]
    BaseUrl(String),
}

/// A site that was read, assessed and checked.
#[derive(Debug)]
pub struct Prepared {
    /// Its settings, unless they could not be read.
    pub config: Option<Config>,
    /// Everything its content says.
    pub site: Site,
    /// How each plan stands.
    pub shown: Vec<ShownPlan>,
    /// The files it came from.
    pub sources: Sources,
    /// Every fault, in file order.
    pub diagnostics: Vec<Diagnostic>,
    /// The theme, unless it cannot be used.
    theme: Option<CompiledTheme>,
    options: RenderOptions,
}

impl Prepared {
    /// Tells whether anything forbids publishing it.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.config.is_none() || has_errors(&self.diagnostics)
    }

    /// Returns what makes its pages; nothing where settings or theme could not be read.
    #[must_use]
    pub fn renderer(&self) -> Option<Renderer<'_>> {
        let (config, theme) = (self.config.as_ref()?, self.theme.as_ref()?);
        Some(Renderer::new(config, &self.site, &self.sources, &self.shown, theme, self.options))
    }
}

/// Walks the road up to the pages: load → model → assess → check.
///
/// **Errors**: only when there is no content folder or no theme; faults of the content are in the result.
pub fn prepare(request: &Request) -> Result<Prepared, RoadError> {
    let loaded = read_content(&request.content)?;
    let mut config = loaded.config;
    if let Some(config) = &mut config {
        if let Some(theme) = &request.theme {
            config.theme.clone_from(theme);
        }
        if let Some(url) = &request.base_url {
            config.base_url = Some(normalize_base_url(url).ok_or_else(|| RoadError::BaseUrl(url.clone()))?);
        }
    }
    let theme = match &config {
        Some(config) => read_theme(&request.themes.join(&config.theme), config.theme != "default")?,
        None => Theme::built_in(),
    };
    let site = loaded.site;
    let wants_editions = config.as_ref().is_some_and(|config| config.wants(OutputKind::Editions));
    let shown: Vec<ShownPlan> = site.plans.par_iter().map(|plan| show(plan, &site, request, wants_editions)).collect();

    let mut diagnostics = loaded.diagnostics;
    if let Some(config) = &config {
        let recomputed: Vec<Vec<(&Release, Snapshot)>> = site.plans.par_iter().map(|plan| recompute(plan, &site)).collect();
        let checked: Vec<Checked<'_>> = site
            .plans
            .iter()
            .zip(&shown)
            .zip(&recomputed)
            .map(|((plan, shown), recomputed)| Checked { plan, assessment: &shown.assessment, recomputed })
            .collect();
        diagnostics.extend(check_site(config, &site, &checked));
    }
    let mut compiled = None;
    if let Some(config) = &config {
        match CompiledTheme::new(config, theme_texts(&theme)) {
            Ok(theme) => {
                diagnostics.extend(theme.missing_words(config));
                compiled = Some(theme);
            }
            Err(faults) => diagnostics.extend(faults),
        }
        apply_settings(config, &mut diagnostics);
    }
    put_in_order(&mut diagnostics);
    let options = RenderOptions { is_offline: request.is_offline };
    Ok(Prepared { config, site, shown, sources: loaded.sources, diagnostics, theme: compiled, options })
}

/// Makes every file of a prepared site and hands each to `give` as soon as it is made, on many threads at once.
///
/// **Errors**: the first page that cannot be made, or the first file that is not taken. A site with errors must not come here.
pub fn give_all<E>(renderer: &Renderer<'_>, give: impl Fn(&OutputFile) -> Result<(), E> + Sync) -> Result<(), E>
where
    E: From<RenderError> + Send,
{
    renderer.tasks()?.par_iter().try_for_each(|task| give(&renderer.render(task)?))
}

/// A prepared site whose files are made one by one, when they are asked for.
#[derive(Debug)]
pub struct Preview {
    prepared: Prepared,
    tasks: HashMap<String, Task>,
}

impl Preview {
    /// Lists the files of a site.
    ///
    /// **Errors**: when two files want one path; nothing more to say where the site has errors of its own.
    pub fn new(prepared: Prepared) -> Result<Self, Option<RenderError>> {
        let renderer = prepared.renderer().filter(|_| !prepared.has_errors()).ok_or(None)?;
        let tasks = renderer.tasks().map_err(Some)?.into_iter().map(|task| (task.path.as_str().to_string(), task)).collect();
        Ok(Self { prepared, tasks })
    }

    /// Returns the site.
    #[must_use]
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// Lists the paths of its files, in no order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.tasks.keys().map(String::as_str)
    }

    /// Makes one file; nothing where the site has none at this path.
    pub fn file(&self, path: &str) -> Option<Result<OutputFile, RenderError>> {
        let (task, renderer) = (self.tasks.get(path)?, self.prepared.renderer()?);
        Some(renderer.render(task))
    }
}

/// Decides which day of knowledge of a plan is shown, and assesses it, and its editions up to then. A site without pages of editions
/// needs only the one before, for what changed since.
fn show(plan: &Plan, site: &Site, request: &Request, wants_editions: bool) -> ShownPlan {
    let public = plan.public_as_of();
    let drafts = request.shows_drafts.then(|| plan.ledger.newest_recorded().map_or(public, |newest| newest.max(public)));
    let as_of = request.as_of.or(drafts).unwrap_or(public);
    let mut editions: Vec<&Edition> = plan.editions_by_knowledge();
    editions.retain(|edition| edition.as_of <= as_of && (request.shows_drafts || edition.state == EditionState::Published));
    let edition = editions.iter().rfind(|edition| edition.as_of == as_of && edition.state == EditionState::Published);
    let edition = edition.map(|edition| (*edition).clone());
    if !wants_editions {
        let before = editions.iter().rposition(|before| before.as_of < as_of);
        editions = before.map_or_else(Vec::new, |at| vec![editions[at]]);
    }
    let mut shown = show_on(plan, site, as_of);
    shown.editions = editions.into_par_iter().map(|edition| show_edition(plan, site, edition)).collect();
    shown.snapshot = (!shown.editions.is_empty()).then(|| take_snapshot(site, shown.plan(plan), &shown.assessment));
    shown.evaluation = score_plan(shown.plan(plan), &site.regions, Knowledge::on(as_of));
    shown.is_preview = as_of != public;
    shown.edition = edition;
    shown
}

/// Assesses a plan as it was known, and as it read, on a day.
fn show_on(plan: &Plan, site: &Site, as_of: Date) -> ShownPlan {
    let plan_then = plan.as_it_read_on(as_of).map(Box::new);
    ShownPlan {
        assessment: assess_plan(plan_then.as_deref().unwrap_or(plan), &site.regions, Knowledge::on(as_of)),
        plan_then,
        snapshot: None,
        evaluation: Vec::new(),
        edition: None,
        is_preview: false,
        editions: Vec::new(),
    }
}

/// Shows an edition: what it froze where it was frozen, else what is known of its day.
#[must_use]
pub fn show_edition(plan: &Plan, site: &Site, edition: &Edition) -> ShownPlan {
    let mut shown = show_on(plan, site, edition.as_of);
    let frozen = plan.release(&edition.id).map(|release| release.snapshot.clone());
    shown.snapshot = Some(frozen.unwrap_or_else(|| take_snapshot(site, shown.plan(plan), &shown.assessment)));
    shown.edition = Some(edition.clone());
    shown
}

/// Takes today's snapshot of the day of every frozen edition.
fn recompute<'p>(plan: &'p Plan, site: &Site) -> Vec<(&'p Release, Snapshot)> {
    let today = |release: &'p Release| {
        let shown = show_on(plan, site, release.as_of);
        (release, take_snapshot(site, shown.plan(plan), &shown.assessment))
    };
    plan.releases.par_iter().map(today).collect()
}

/// The stylesheet that drawings outside of pages take along.
const CHART_STYLE: &str = "charts.css";

/// Sorts the files of a theme into what the renderer wants.
fn theme_texts(theme: &Theme) -> ThemeTexts {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut texts = ThemeTexts {
        templates: theme.under("templates/").map(|(name, bytes)| (name.to_string(), text(bytes))).collect(),
        words: theme
            .under("i18n/")
            .filter_map(|(name, bytes)| Some((name.strip_suffix(".ftl")?.to_string(), text(bytes))))
            .collect(),
        ..ThemeTexts::default()
    };
    for (name, bytes) in theme.under("assets/") {
        match Path::new(name).extension().and_then(|ending| ending.to_str()) {
            Some("css") => {
                if name == CHART_STYLE {
                    texts.chart_style = text(bytes);
                }
                texts.style.push_str(&text(bytes));
            }
            Some("js") => texts.script.push_str(&text(bytes)),
            _ => texts.assets.push((name.to_string(), bytes.to_vec())),
        }
    }
    texts
}
