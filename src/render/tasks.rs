//! Every file a site may have and has, and how each is made: the table of contents of the output.

use std::sync::Arc;

use crate::config::OutputKind;
use crate::language::LanguageIx;
use crate::model::index::PlanIx;
use crate::output::{Addresses, OutputFile, SitePath};
use crate::schemas::published_files;

use super::address;
use super::address::{Address, Chart, DataFile, Feed, Page};
use super::context::{RenderError, Renderer};
use super::crawlers::{render_robots, render_sitemap_xml};
use super::data::editions::render_release;
use super::data::render_data;
use super::drawings::{draw_standalone, has_chart, possible_charts};
use super::feeds::render_feed;
use super::inventory::{
    has_data_file, has_feed, has_page, possible_data_files, possible_feeds, possible_page_count,
    possible_pages,
};
use super::pages::render_page;
use super::shown::ShownPlan;

/// One file to be made.
#[derive(Clone, Debug)]
pub struct Task {
    /// Where it goes.
    pub path: SitePath,
    pub(super) kind: TaskKind,
}

#[derive(Clone, Debug)]
pub(super) enum TaskKind {
    Page(Address),
    Data(DataFile),
    /// A chart in a file of its own: the language, the plan, the chart.
    Chart(LanguageIx, PlanIx, Chart),
    /// A file to subscribe to, in a language.
    Feed(LanguageIx, Feed),
    Asset(Arc<[u8]>),
    Static(usize),
    SiteMapXml,
    Robots,
}

impl<'s> Renderer<'s> {
    /// Lists every file of the site, lists and indexes last.
    ///
    /// **Errors**: when an address cannot be one, or two files want one.
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
        let tasks = self.possible_files()?.into_iter();
        tasks.map(|(path, kind)| Ok(Task { path: SitePath::new(path)?, kind })).collect()
    }

    /// Lists every file the site may have with the address it wants.
    pub(super) fn possible_files(&self) -> Result<Vec<(String, TaskKind)>, RenderError> {
        let mut tasks = Vec::new();
        for (path, bytes) in self.assets.files() {
            tasks.push((path, TaskKind::Asset(bytes)));
        }
        for (at, file) in self.site.static_files.iter().enumerate() {
            tasks.push((file.path.clone(), TaskKind::Static(at)));
        }
        for file in possible_data_files(self) {
            tasks.push((address::data_path(self.site, file), TaskKind::Data(file)));
        }
        if self.config.wants(OutputKind::Data) {
            for file in published_files("schemas")? {
                let bytes = TaskKind::Asset(file.bytes.into());
                tasks.push((file.path.as_str().to_string(), bytes));
            }
            for at in self.site.plan_positions() {
                for chart in possible_charts(self, at) {
                    for language in self.languages() {
                        let path =
                            self.in_language(language, address::chart_path(self.site, at, chart));
                        tasks.push((path, TaskKind::Chart(language, at, chart)));
                    }
                }
            }
        }
        for feed in possible_feeds(self) {
            for language in self.languages() {
                let path = self.in_language(language, address::feed_path(self.site, feed));
                tasks.push((path, TaskKind::Feed(language, feed)));
            }
        }
        for page in possible_pages(self) {
            for language in self.languages() {
                if page == Page::NotFound && language > LanguageIx::FIRST {
                    continue;
                }
                for page_index in 0..possible_page_count(self, page) {
                    let address = Address { language, page, page_index };
                    tasks.push((self.path_of(address), TaskKind::Page(address)));
                }
            }
        }
        tasks.push(("robots.txt".to_string(), TaskKind::Robots));
        if self.config.base_url.is_some() {
            tasks.push(("sitemap.xml".to_string(), TaskKind::SiteMapXml));
        }
        Ok(tasks)
    }

    /// Returns whether the site has a file it may have.
    #[must_use]
    pub fn has(&self, task: &Task) -> bool {
        self.has_kind(&task.kind)
    }

    pub(super) fn has_kind(&self, kind: &TaskKind) -> bool {
        match kind {
            TaskKind::Page(address) => has_page(self, *address),
            TaskKind::Data(file) => has_data_file(self, *file),
            TaskKind::Chart(_, at, chart) => has_chart(self, *at, *chart),
            TaskKind::Feed(_, feed) => has_feed(self, *feed),
            TaskKind::Asset(_) | TaskKind::Static(_) | TaskKind::SiteMapXml | TaskKind::Robots => {
                true
            }
        }
    }

    /// Makes one file.
    ///
    /// **Errors**: when its template fails.
    pub fn render(&self, task: &Task) -> Result<OutputFile, RenderError> {
        let bytes = match &task.kind {
            TaskKind::Page(address) => render_page(self, *address)?,
            TaskKind::Data(file) => render_data(self, *file),
            TaskKind::Chart(language, at, chart) => {
                draw_standalone(self, *language, *at, *chart).into_bytes()
            }
            TaskKind::Feed(language, feed) => render_feed(self, *language, *feed),
            TaskKind::Asset(bytes) => bytes.to_vec(),
            TaskKind::Static(at) => self.site.static_files[*at].bytes.to_vec(),
            TaskKind::SiteMapXml => render_sitemap_xml(self).into_bytes(),
            TaskKind::Robots => render_robots(self).into_bytes(),
        };
        Ok(OutputFile { path: task.path.clone(), bytes })
    }

    /// Freezes one edition of a plan: the file that `releases/` keeps.
    #[must_use]
    pub fn freeze(&self, at: PlanIx, edition: &'s ShownPlan) -> Option<Vec<u8>> {
        render_release(&self.of_edition(edition), at)
    }
}
