//! Turns an assessed site into pages and files.
//!
//! Comes in: the settings, the site, how each plan stands, and the texts of a theme. Goes out: a list of tasks, and for each task one file.
//! A page is a pure function of these and of its address, so that a build may render all of them at once and a preview only the one asked for.
//! Nothing here touches the disk.

pub mod words;

pub mod address;

pub mod terms;

pub mod sentences;

mod amounts;
mod kinds;
mod parts_told;
mod reasons;

mod markup;
mod notes;

mod frame;
mod government;

mod pills;

mod calendar;
mod drawings;
mod feeds;
mod figures;
mod findings;

mod views;

mod pages;

pub mod same;

mod data;

mod tables;

mod templates;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use thiserror::Error;

use crate::assess::Assessment;
use crate::assess::scoring::PeriodScores;
use crate::config::{Config, OutputKind};
use crate::diag::Diagnostic;
use crate::model::edition::Edition;
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;
use crate::output::{Addresses, OutputFile, PathFault, SitePath};
use crate::said::{Said, say};
use crate::schemas::schema_files;
use crate::source::Sources;

use address::{Address, Chart, DataFile, Feed, Page};
use templates::Templates;
use words::{Vocabulary, Words};

/// A plan as it is shown on a day, together with its editions up to then.
#[derive(Debug)]
pub struct ShownPlan {
    /// The plan as it read on the day, where it read otherwise than today.
    pub plan_then: Option<Arc<Plan>>,
    /// How it stands on the day that is shown, by today's rules.
    pub assessment: Arc<Assessment>,
    /// What readers are told, to be compared with editions; nothing where there is none to compare with.
    /// Of a frozen edition it is what was published.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The edition that is shown, unless another day was asked for.
    pub edition: Option<Edition>,
    /// How regions are evaluated, by period; nothing where it is off, and of editions.
    pub evaluation: Vec<PeriodScores>,
    /// Whether this is not what was published.
    pub is_preview: bool,
    /// Its editions up to the day, the oldest knowledge first. An edition has none itself.
    pub editions: Vec<ShownPlan>,
    /// The checksums of its files.
    sums: data::Sums,
    /// Which figures stand in the lists of regions, found when an address first asks for it.
    region_rows: OnceLock<pages::RegionRows>,
    /// What belongs to each department, found when a page first asks for it.
    department_rows: OnceLock<pages::DepartmentRows>,
    /// The small drawings of each indicator, drawn when a table first has its row.
    minis: OnceLock<Box<[OnceLock<drawings::Minis>]>>,
    /// Whether anything has a day, found when a page first asks for it.
    has_calendar: OnceLock<bool>,
}

impl ShownPlan {
    /// Shows how a plan stands; what belongs to an edition is added by whoever knows it.
    #[must_use]
    pub fn new(plan_then: Option<Arc<Plan>>, assessment: Arc<Assessment>) -> Self {
        Self {
            plan_then,
            assessment,
            snapshot: None,
            edition: None,
            evaluation: Vec::new(),
            is_preview: false,
            editions: Vec::new(),
            sums: data::Sums::default(),
            region_rows: OnceLock::new(),
            department_rows: OnceLock::new(),
            minis: OnceLock::new(),
            has_calendar: OnceLock::new(),
        }
    }

    /// Returns the edition before this one, or before the day that is shown.
    #[must_use]
    pub fn edition_before(&self) -> Option<&ShownPlan> {
        self.editions.iter().rfind(|edition| edition.assessment.as_of() < self.assessment.as_of())
    }

    /// Tells whether another state of the same texts is shown on the same days, so that pages may differ in figures only.
    #[must_use]
    pub fn is_shown_like(&self, other: &Self) -> bool {
        let on = |shown: &Self| (shown.assessment.as_of(), shown.assessment.has_begun, shown.is_preview);
        on(self) == on(other)
            && self.edition == other.edition
            && self.editions.len() == other.editions.len()
            && self.editions.iter().zip(&other.editions).all(|(a, b)| on(a) == on(b) && a.edition == b.edition)
    }

    /// Returns the plan as it read on the day.
    #[must_use]
    pub fn plan<'p>(&'p self, today: &'p Plan) -> &'p Plan {
        self.plan_then.as_deref().unwrap_or(today)
    }
}

/// The texts of a theme.
#[derive(Debug, Default)]
pub struct ThemeTexts {
    /// Templates by name.
    pub templates: Vec<(String, String)>,
    /// Fluent files by language tag.
    pub words: BTreeMap<String, String>,
    /// Stylesheets, in the order of their names, put together into one.
    pub style: String,
    /// The stylesheet of the charts alone, for drawings in files of their own.
    pub chart_style: String,
    /// The one script.
    pub script: String,
    /// Other assets by path under `assets/`.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// How links are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RenderOptions {
    /// Links name their files, for a site opened from a folder.
    pub is_offline: bool,
}

/// Says why a page could not be made.
#[derive(Debug, Error)]
pub enum RenderError {
    /// A template failed.
    #[error("the template {template} failed on {page}: {reason}")]
    Template {
        /// Which template.
        template: String,
        /// For which page.
        page: String,
        /// Why.
        reason: String,
    },
    /// An address cannot be one.
    #[error("{0}")]
    Path(#[from] PathFault),
}

/// One file to be made.
#[derive(Clone, Debug)]
pub struct Task {
    /// Where it goes.
    pub path: SitePath,
    kind: TaskKind,
}

#[derive(Clone, Debug)]
enum TaskKind {
    Page(Address),
    Data(DataFile),
    /// A chart in a file of its own: the language, the plan, the chart.
    Chart(usize, usize, Chart),
    /// A file to subscribe to, in a language.
    Feed(usize, Feed),
    Asset(Arc<[u8]>),
    Static(usize),
    SiteMapXml,
    Robots,
}

/// Everything pages are made of.
pub struct Renderer<'s> {
    config: &'s Config,
    site: &'s Site,
    sources: &'s Sources,
    shown: &'s [ShownPlan],
    options: RenderOptions,
    vocabulary: Arc<Vocabulary>,
    templates: Arc<Templates>,
    assets: Arc<frame::Assets>,
    /// The edition that is rendered in place of what is shown.
    edition: Option<&'s ShownPlan>,
}

/// A theme made ready for a site's languages: compiled once, used for as many pages and as often as is wanted.
#[derive(Clone)]
pub struct CompiledTheme {
    vocabulary: Arc<Vocabulary>,
    templates: Arc<Templates>,
    assets: Arc<frame::Assets>,
}

impl std::fmt::Debug for CompiledTheme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CompiledTheme").finish_non_exhaustive()
    }
}

impl CompiledTheme {
    /// Compiles templates and texts.
    ///
    /// **Errors**: a diagnostic for each template or text that cannot be used.
    pub fn new(config: &Config, theme: ThemeTexts) -> Result<Self, Vec<Diagnostic>> {
        let fault = |message: String| {
            Diagnostic::error("theme", config.place, Said::same(message)).help(say!(
                "correct the file of the theme, or remove it to use the built-in one",
                "更正主题中的该文件，或删去以使用内置文件"
            ))
        };
        let vocabulary = Vocabulary::new(&config.languages, &theme.words)
            .map_err(|faults| faults.into_iter().map(fault).collect::<Vec<_>>())?;
        let templates = Templates::new(&theme.templates, &vocabulary).map_err(|reason| vec![fault(reason)])?;
        let assets = frame::Assets::new(theme.style, &theme.chart_style, theme.script, theme.assets);
        Ok(Self { vocabulary: Arc::new(vocabulary), templates: Arc::new(templates), assets: Arc::new(assets) })
    }

    /// Lists the texts that languages of the site lack.
    #[must_use]
    pub fn missing_words(&self, config: &Config) -> Vec<Diagnostic> {
        self.vocabulary
            .missing()
            .into_iter()
            .map(|(language, id)| {
                Diagnostic::warning(
                    "missing-message",
                    config.place,
                    say!("the theme has no text `{id}` in {language}", "主题缺少{language}文字`{id}`"),
                )
                .help(say!(
                    "add it to i18n/{language}.ftl; until then the first language is shown",
                    "在i18n/{language}.ftl中补充；此前显示第一语言"
                ))
            })
            .collect()
    }
}

impl<'s> Renderer<'s> {
    /// Makes a renderer of a site.
    #[must_use]
    pub fn new(
        config: &'s Config,
        site: &'s Site,
        sources: &'s Sources,
        shown: &'s [ShownPlan],
        theme: &CompiledTheme,
        options: RenderOptions,
    ) -> Self {
        Self {
            config,
            site,
            sources,
            shown,
            options,
            vocabulary: Arc::clone(&theme.vocabulary),
            templates: Arc::clone(&theme.templates),
            assets: Arc::clone(&theme.assets),
            edition: None,
        }
    }

    /// Returns a renderer that tells of one plan what an edition told.
    #[must_use]
    pub fn of_edition(&self, edition: &'s ShownPlan) -> Self {
        Self {
            vocabulary: Arc::clone(&self.vocabulary),
            templates: Arc::clone(&self.templates),
            assets: Arc::clone(&self.assets),
            edition: Some(edition),
            ..*self
        }
    }

    /// Lists every file of the site, lists and indexes last.
    ///
    /// **Errors**: when two files want one path.
    pub fn tasks(&self) -> Result<Vec<Task>, RenderError> {
        let mut tasks = self.possible_tasks()?;
        tasks.retain(|task| self.has(task));
        let mut addresses = Addresses::default();
        for task in &tasks {
            addresses.take(&task.path)?;
        }
        Ok(tasks)
    }

    /// Lists every file the site may have, whatever its figures are.
    ///
    /// **Errors**: when an address cannot be one.
    pub fn possible_tasks(&self) -> Result<Vec<Task>, RenderError> {
        let mut tasks = Vec::new();
        for (path, bytes) in self.assets.files() {
            tasks.push(Task { path: SitePath::new(path)?, kind: TaskKind::Asset(bytes) });
        }
        for (at, file) in self.site.static_files.iter().enumerate() {
            tasks.push(Task { path: SitePath::new(file.path.clone())?, kind: TaskKind::Static(at) });
        }
        for file in pages::possible_data_files(self) {
            tasks.push(Task { path: SitePath::new(address::data_path(self.site, file))?, kind: TaskKind::Data(file) });
        }
        if self.config.wants(OutputKind::Data) {
            for file in schema_files("schemas")? {
                tasks.push(Task { path: file.path, kind: TaskKind::Asset(file.bytes.into()) });
            }
            for at in 0..self.site.plans.len() {
                for chart in drawings::possible_charts(self, at) {
                    for language in 0..self.config.languages.len() {
                        let path = self.in_language(language, address::chart_path(self.site, at, chart));
                        tasks.push(Task { path: SitePath::new(path)?, kind: TaskKind::Chart(language, at, chart) });
                    }
                }
            }
        }
        for feed in feeds::possible_feeds(self) {
            for language in 0..self.config.languages.len() {
                let path = self.in_language(language, address::feed_path(self.site, feed));
                tasks.push(Task { path: SitePath::new(path)?, kind: TaskKind::Feed(language, feed) });
            }
        }
        for page in pages::possible_pages(self) {
            for language in 0..self.config.languages.len() {
                if page == Page::NotFound && language > 0 {
                    continue;
                }
                for leaf in 0..pages::possible_leaves(self, page) {
                    let address = Address { language, page, leaf };
                    tasks.push(Task { path: SitePath::new(self.path_of(address))?, kind: TaskKind::Page(address) });
                }
            }
        }
        tasks.push(Task { path: SitePath::new("robots.txt")?, kind: TaskKind::Robots });
        if self.config.base_url.is_some() {
            tasks.push(Task { path: SitePath::new("sitemap.xml")?, kind: TaskKind::SiteMapXml });
        }
        Ok(tasks)
    }

    /// Tells whether the site has a file it may have.
    #[must_use]
    pub fn has(&self, task: &Task) -> bool {
        match &task.kind {
            TaskKind::Page(address) => pages::has_page(self, *address),
            TaskKind::Data(file) => pages::has_data_file(self, *file),
            TaskKind::Chart(_, at, chart) => drawings::has_chart(self, *at, *chart),
            TaskKind::Feed(_, feed) => feeds::has_feed(self, *feed),
            TaskKind::Asset(_) | TaskKind::Static(_) | TaskKind::SiteMapXml | TaskKind::Robots => true,
        }
    }

    /// Makes one file.
    ///
    /// **Errors**: when its template fails.
    pub fn render(&self, task: &Task) -> Result<OutputFile, RenderError> {
        let bytes = match &task.kind {
            TaskKind::Page(address) => pages::render_page(self, *address)?,
            TaskKind::Data(file) => data::render_data(self, *file),
            TaskKind::Chart(language, at, chart) => drawings::draw_alone(self, *language, *at, *chart).into_bytes(),
            TaskKind::Feed(language, feed) => feeds::render_feed(self, *language, *feed),
            TaskKind::Asset(bytes) => bytes.to_vec(),
            TaskKind::Static(at) => self.site.static_files[*at].bytes.to_vec(),
            TaskKind::SiteMapXml => pages::render_sitemap_xml(self).into_bytes(),
            TaskKind::Robots => pages::render_robots(self).into_bytes(),
        };
        Ok(OutputFile { path: task.path.clone(), bytes })
    }

    /// Freezes one edition of a plan: the file that `releases/` keeps.
    #[must_use]
    pub fn freeze(&self, at: usize, edition: &'s ShownPlan) -> Option<Vec<u8>> {
        data::editions::render_release(&self.of_edition(edition), at)
    }

    /// Returns the words of a language.
    #[must_use]
    pub fn words(&self, language: usize) -> &Words {
        self.vocabulary.of(language)
    }

    fn plan(&self, at: usize) -> &'s Plan {
        self.shown(at).plan(&self.site.plans[at])
    }

    fn shown(&self, at: usize) -> &'s ShownPlan {
        self.edition.unwrap_or(&self.shown[at])
    }

    fn assessment(&self, at: usize) -> &'s Assessment {
        &self.shown(at).assessment
    }

    /// Returns the path of a page in its language.
    fn path_of(&self, address: Address) -> String {
        self.in_language(address.language, address::leaf_path(address::page_path(self.site, address.page), address.leaf))
    }

    /// Returns a path as it is in a language: the first one is at the root.
    fn in_language(&self, language: usize, path: String) -> String {
        match language {
            0 => path,
            other => format!("{}/{path}", self.config.languages[other].key()),
        }
    }

    /// Returns the link from one page to another in the same language.
    fn link(&self, from: Address, page: Page) -> String {
        self.link_to(from, &self.path_of(Address::new(from.language, page)))
    }

    /// Returns the link from a page to any path of the site. The page for what is not there is shown at any depth, so its links begin at the root.
    fn link_to(&self, from: Address, path: &str) -> String {
        if from.page == Page::NotFound {
            let path = path.strip_suffix("index.html").filter(|_| !self.options.is_offline).unwrap_or(path);
            return format!("{}{path}", self.config.base_path());
        }
        address::relative_link(&self.path_of(from), path, self.options.is_offline)
    }
}
