//! The road as one function: load, assess, check, render, and give every file away.
//!
//! Comes in: what was asked for. Goes out: the prepared site with every diagnostic, and then its files one by one, made in parallel and handed on
//! at once, so that pages stream and do not pile up. Nothing here knows where the site is stored, and nothing here knows what day it is.

mod days;
mod origin;
mod preview;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use thiserror::Error;

use crate::assess::scoring::score_plan;
use crate::assess::snapshot::take_snapshot;
use crate::assess::with_dependents;
use crate::check::{Checked, Findings, apply_settings, check_links};
use crate::config::{OutputKind, normalize_base_url};
use crate::date::Date;
use crate::diag::{Diagnostic, has_errors, put_in_order};
use crate::load::theme::{Theme, read_theme};
use crate::load::{LoadError, Loaded, read_again, read_content};
use crate::model::edition::{Edition, EditionState};
use crate::model::index::IndicatorIx;
use crate::model::observation::Knowledge;
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::output::{OutputFile, SitePath};
use crate::render::same::Comparison;
use crate::render::{CompiledTheme, RenderError, RenderOptions, Renderer, ShownPlan, ThemeTexts};

use days::Days;
pub use origin::origin_of;
pub use preview::Preview;
use preview::{LinkedPages, Places};

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
    /// What its content says, and where.
    pub content: Loaded,
    /// How each plan stands.
    pub shown: Vec<ShownPlan>,
    /// Every fault, in file order.
    pub diagnostics: Vec<Diagnostic>,
    theme: Arc<ReadyTheme>,
    options: RenderOptions,
    /// For each plan how it stands on every day that is asked for, and what the rules found.
    known: Vec<(Days, Findings)>,
    places: Places,
}

/// The theme, unless it cannot be used, and what is to be told of it.
#[derive(Debug)]
struct ReadyTheme {
    compiled: Option<CompiledTheme>,
    diagnostics: Vec<Diagnostic>,
}

impl Prepared {
    /// Tells whether anything forbids publishing it.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.content.config.is_none() || has_errors(&self.diagnostics)
    }

    /// Returns what is known of a plan, and the indicators of which it may not hold any more; nothing where it may hold of none.
    fn known_of(&self, plan: &Plan, now: &Loaded) -> Option<(&(Days, Findings), Vec<IndicatorIx>)> {
        let (before, config) = (&self.content.site, |content: &Loaded| content.config.as_ref().map(|config| config.is_sample));
        let is_same_site = before.regions == now.site.regions
            && before.departments == now.site.departments
            && config(&self.content) == config(now);
        let at = before.plans.iter().position(|one| one.id == plan.id).filter(|_| is_same_site)?;
        let touched = plan.differences(&before.plans[at])?;
        Some((&self.known[at], with_dependents(plan, &touched)))
    }

    /// Tells whether a site may have the same files: only figures were read again, so that its plans still share their texts with these.
    fn has_same_addresses(&self, now: &Loaded, theme: &Arc<ReadyTheme>) -> bool {
        let (before, now) = (&self.content.site.plans, &now.site.plans);
        let is_same_text = |(a, b): (&Plan, &Plan)| Arc::ptr_eq(&a.text, &b.text);
        Arc::ptr_eq(&self.theme, theme)
            && !now.is_empty()
            && before.len() == now.len()
            && before.iter().zip(now).all(is_same_text)
    }

    /// Looks at the links of its texts, once it is known which pages it has.
    fn check_links(&mut self) {
        let (Some(config), false) = (&self.content.config, !self.content.site.has_links() || self.has_errors()) else {
            return;
        };
        let Some(mut found) =
            LinkedPages::of(self).map(|pages| check_links(config, &self.content.site, &self.content.sources, &pages))
        else {
            return;
        };
        apply_settings(config, &mut found);
        self.diagnostics.extend(found);
        put_in_order(&mut self.diagnostics);
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
        let touched = |(now, before): (&Plan, &Plan)| Some(with_dependents(now, &now.differences(before)?).into_iter().collect());
        Some(Comparison {
            touched: plans.map(touched).collect::<Option<_>>()?,
            before: before.renderer()?,
            now: self.renderer()?,
        })
    }

    /// Returns what makes its pages; nothing where settings or theme could not be read.
    #[must_use]
    pub fn renderer(&self) -> Option<Renderer<'_>> {
        let (config, theme) = (self.content.config.as_ref()?, self.theme.compiled.as_ref()?);
        Some(Renderer::new(config, &self.content.site, &self.content.sources, &self.shown, theme, self.options))
    }
}

/// Walks the road up to the pages: load → model → assess → check.
///
/// **Errors**: only when there is no content folder or no theme; faults of the content are in the result.
pub fn prepare(request: &Request) -> Result<Prepared, RoadError> {
    let mut content = read_content(&request.content)?;
    set_as_asked(&mut content, request)?;
    let theme = Arc::new(read_and_compile(&content, request)?);
    Ok(assess_and_check(request, content, theme, None))
}

/// Walks the road again after the files at some paths changed. Tables that did not are not read, and what rests on nothing that differs is
/// not assessed and checked; the result is that of the whole road.
///
/// **Errors**: as for [`prepare`].
pub fn prepare_again(request: &Request, before: &Prepared, changed: &[PathBuf]) -> Result<Prepared, RoadError> {
    let mut content = read_again(&request.content, &before.content, changed)?;
    set_as_asked(&mut content, request)?;
    let settings = request.content.join("site.toml");
    let concerns_theme =
        |path: &PathBuf| !path.starts_with(&request.content) || path.starts_with(&request.themes) || *path == settings;
    let theme = if changed.iter().any(concerns_theme) || before.content.config.is_none() {
        Arc::new(read_and_compile(&content, request)?)
    } else {
        Arc::clone(&before.theme)
    };
    Ok(assess_and_check(request, content, theme, Some(before)))
}

/// Puts what was asked for in the place of the site's own settings.
fn set_as_asked(content: &mut Loaded, request: &Request) -> Result<(), RoadError> {
    let Some(config) = &mut content.config else { return Ok(()) };
    if let Some(theme) = &request.theme {
        config.theme.clone_from(theme);
    }
    if let Some(url) = &request.base_url {
        config.base_url = Some(normalize_base_url(url).ok_or_else(|| RoadError::BaseUrl(url.clone()))?);
    }
    Ok(())
}

fn assess_and_check(request: &Request, content: Loaded, theme: Arc<ReadyTheme>, before: Option<&Prepared>) -> Prepared {
    let (site, config) = (&content.site, content.config.as_ref());
    let wants_editions = config.is_some_and(|config| config.wants(OutputKind::Editions));
    let stand = |plan: &Plan| {
        let asking = Asking::new(plan, request, wants_editions);
        let asked = asking.days(plan);
        let before = before.and_then(|before| before.known_of(plan, &content));
        let days = match &before {
            Some(((days, _), touched)) => days.again(plan, &site.regions, &asked, touched),
            None => Days::new(plan, &site.regions, &asked),
        };
        let shown = show(plan, site, &asking, &days);
        let findings = config.map_or_else(Findings::default, |config| {
            let recomputed = days.recompute(plan, site);
            let checked = Checked { plan, assessment: &shown.assessment, recomputed: &recomputed };
            match &before {
                Some(((_, findings), touched)) => findings.again(config, site, &checked, touched),
                None => Findings::of(config, site, &checked),
            }
        });
        (shown, (days, findings))
    };
    let (shown, known): (Vec<ShownPlan>, Vec<(Days, Findings)>) = site.plans.par_iter().map(stand).unzip();

    let mut diagnostics = content.diagnostics.clone();
    diagnostics.extend(known.iter().flat_map(|(_, findings)| findings.diagnostics()));
    diagnostics.extend(theme.diagnostics.iter().cloned());
    if let Some(config) = config {
        apply_settings(config, &mut diagnostics);
    }
    put_in_order(&mut diagnostics);
    let options = RenderOptions { is_offline: request.is_offline };
    let places = before
        .filter(|before| before.has_same_addresses(&content, &theme))
        .map_or_else(Places::default, |before| before.places.clone());
    let mut prepared = Prepared { content, shown, diagnostics, theme, options, known, places };
    prepared.check_links();
    prepared
}

/// Makes every file of a prepared site and hands each to `give` as soon as it is made, on many threads at once.
///
/// **Errors**: the first page that cannot be made, or the first file that is not taken. A site with errors must not come here.
pub fn give_all<E>(renderer: &Renderer<'_>, give: impl Fn(&OutputFile) -> Result<(), E> + Sync) -> Result<(), E>
where
    E: From<RenderError> + Send,
{
    // Long lists stand together at the end; in large shares one thread would be left with all of them.
    renderer.tasks()?.par_iter().with_max_len(SHARE).try_for_each(|task| give(&renderer.render(task)?))
}

/// Does the same for a site of which an earlier state lies ready: what certainly did not change is kept, if `keep` can, and not made.
///
/// **Errors**: as for [`give_all`].
pub fn give_changed<E>(
    comparison: &Comparison<'_>,
    keep: impl Fn(&SitePath) -> bool + Sync,
    give: impl Fn(&OutputFile) -> Result<(), E> + Sync,
) -> Result<(), E>
where
    E: From<RenderError> + Send,
{
    let (renderer, tasks) = (&comparison.now, comparison.now.tasks()?);
    tasks
        .par_iter()
        .with_max_len(SHARE)
        .try_for_each(|task| if comparison.is_same(task) && keep(&task.path) { Ok(()) } else { give(&renderer.render(task)?) })
}

/// How many files a thread takes on at once.
const SHARE: usize = 8;

/// Which day of knowledge of a plan is shown, and which of its editions with it.
struct Asking<'p> {
    as_of: Date,
    /// The day readers see.
    public: Date,
    /// The edition of the day.
    edition: Option<&'p Edition>,
    /// The editions up to the day, the oldest knowledge first.
    editions: Vec<&'p Edition>,
}

impl<'p> Asking<'p> {
    /// Decides. A site without pages of editions needs only the one before, for what changed since.
    fn new(plan: &'p Plan, request: &Request, wants_editions: bool) -> Self {
        let public = plan.public_as_of();
        let drafts = request.shows_drafts.then(|| plan.ledger.newest_recorded().map_or(public, |newest| newest.max(public)));
        let as_of = request.as_of.or(drafts).unwrap_or(public);
        let mut editions: Vec<&Edition> = plan.editions_by_knowledge();
        editions.retain(|edition| edition.as_of <= as_of && (request.shows_drafts || edition.state == EditionState::Published));
        let edition =
            editions.iter().rfind(|edition| edition.as_of == as_of && edition.state == EditionState::Published).copied();
        if !wants_editions {
            let before = editions.iter().rposition(|before| before.as_of < as_of);
            editions = before.map_or_else(Vec::new, |at| vec![editions[at]]);
        }
        Self { as_of, public, edition, editions }
    }

    /// Lists the days on which one has to know how the plan stood.
    fn days(&self, plan: &Plan) -> BTreeSet<Date> {
        let of_editions = self.editions.iter().map(|edition| edition.as_of);
        of_editions.chain(plan.releases.iter().map(|release| release.as_of)).chain([self.as_of]).collect()
    }
}

/// Shows a plan and its editions.
fn show(plan: &Plan, site: &Site, asking: &Asking<'_>, days: &Days) -> ShownPlan {
    let mut shown = days.show(plan, &site.regions, asking.as_of);
    shown.editions = asking.editions.par_iter().map(|edition| days.show_edition(plan, site, edition)).collect();
    shown.snapshot = (!shown.editions.is_empty()).then(|| Arc::new(take_snapshot(site, shown.plan(plan), &shown.assessment)));
    shown.evaluation = score_plan(shown.plan(plan), &site.regions, Knowledge::on(asking.as_of));
    shown.is_preview = asking.as_of != asking.public;
    shown.edition = asking.edition.cloned();
    shown
}

/// Shows an edition of a plan by itself.
#[must_use]
pub fn show_edition(plan: &Plan, site: &Site, edition: &Edition) -> ShownPlan {
    Days::new(plan, &site.regions, &BTreeSet::from([edition.as_of])).show_edition(plan, site, edition)
}

/// Reads the theme of a site and compiles it.
fn read_and_compile(content: &Loaded, request: &Request) -> Result<ReadyTheme, LoadError> {
    let Some(config) = &content.config else { return Ok(ReadyTheme { compiled: None, diagnostics: Vec::new() }) };
    let theme = read_theme(&request.themes.join(&config.theme), config.theme != "default")?;
    Ok(match CompiledTheme::new(config, theme_texts(&theme)) {
        Ok(compiled) => ReadyTheme { diagnostics: compiled.missing_words(config), compiled: Some(compiled) },
        Err(diagnostics) => ReadyTheme { compiled: None, diagnostics },
    })
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
