//! What every file of a site is made of: settings, site, how its plans stand, and a theme.

use std::sync::Arc;

use thiserror::Error;

use crate::assess::assessment::Assessment;
use crate::codes;
use crate::config::Config;
use crate::date::Date;
use crate::diag::Diagnostic;
use crate::language::LanguageIx;
use crate::message::message;
use crate::model::index::{IndicatorIx, PlanIx};
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::output::PathFault;
use crate::source::{Location, Sources};

use super::address;
use super::address::{Address, Page};
use super::sentences::IndicatorProse;
use super::shown::ShownPlan;
use super::templates::Templates;
use super::theme::{Assets, CompiledTheme};
use super::theme_text::ThemeFault;
use super::words::{Vocabulary, Words};

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
    #[error("{page}: {}", fault.message.en)]
    Template {
        /// For which page.
        page: String,
        /// Why, and where in the theme.
        fault: ThemeFault,
    },
    /// An address cannot be one.
    #[error("{0}")]
    Path(#[from] PathFault),
}

impl RenderError {
    /// Makes a diagnostic of it; one that stands nowhere is told at the settings.
    #[must_use]
    pub fn diagnostic(&self, settings: Location) -> Diagnostic {
        match self {
            Self::Template { fault, .. } => fault.diagnostic(settings),
            Self::Path(fault) => codes::ADDRESS.at(settings, message!("{fault}", "{fault}")),
        }
    }
}

/// Everything pages are made of.
pub struct Renderer<'s> {
    pub(super) config: &'s Config,
    pub(super) site: &'s Site,
    pub(super) sources: &'s Sources,
    pub(super) shown: &'s [ShownPlan],
    pub(super) options: RenderOptions,
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) templates: Arc<Templates>,
    pub(super) assets: Arc<Assets>,
    /// The edition that is rendered in place of what is shown.
    pub(super) edition: Option<&'s ShownPlan>,
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

    /// Lists the languages of the site, the first one first.
    pub(super) fn languages(&self) -> impl Iterator<Item = LanguageIx> + use<> {
        LanguageIx::all(self.config.languages.len())
    }

    /// Returns the words of a language.
    #[must_use]
    pub fn words(&self, language: LanguageIx) -> &Words {
        self.vocabulary.of(language)
    }

    pub(super) fn plan(&self, at: PlanIx) -> &'s Plan {
        self.shown(at).plan(self.site.plan(at))
    }

    pub(super) fn shown(&self, at: PlanIx) -> &'s ShownPlan {
        self.edition.unwrap_or(&self.shown[at.row()])
    }

    pub(super) fn assessment(&self, at: PlanIx) -> &'s Assessment {
        &self.shown(at).assessment
    }

    /// Returns the path of a page in its language.
    pub(super) fn path_of(&self, address: Address) -> String {
        self.in_language(
            address.language,
            address::list_page_path(
                address::page_path(self.site, address.page),
                address.page_index,
            ),
        )
    }

    /// Returns a path as it is in a language: the first one is at the root.
    pub(super) fn in_language(&self, language: LanguageIx, path: String) -> String {
        match language {
            LanguageIx::FIRST => path,
            other => format!("{}/{path}", self.config.languages[other.row()].key()),
        }
    }

    /// Returns the link from one page to another in the same language.
    pub(super) fn link(&self, from: Address, page: Page) -> String {
        self.link_to(from, &self.path_of(Address::new(from.language, page)))
    }

    /// Returns the link from a page to any path of the site. The page for what is not there is
    /// shown at any depth, so its links begin at the root.
    pub(super) fn link_to(&self, from: Address, path: &str) -> String {
        if from.page == Page::NotFound {
            let path = path
                .strip_suffix("index.html")
                .filter(|_| !self.options.is_offline)
                .unwrap_or(path);
            return format!("{}{path}", self.config.base_path());
        }
        address::relative_link(&self.path_of(from), path, self.options.is_offline)
    }
}

/// What a page of a plan is made with: its renderer, its address and its plan, handed on as one and
/// asked for words, figures and links.
#[derive(Clone, Copy)]
pub(super) struct PageContext<'r> {
    pub renderer: &'r Renderer<'r>,
    /// The page that is made: its language, and where its links begin.
    pub address: Address,
    /// The plan it tells of.
    pub at: PlanIx,
}

impl<'r> PageContext<'r> {
    pub fn new(renderer: &'r Renderer<'_>, address: Address, at: PlanIx) -> Self {
        Self { renderer, address, at }
    }

    pub fn config(&self) -> &'r Config {
        self.renderer.config
    }

    pub fn site(&self) -> &'r Site {
        self.renderer.site
    }

    /// Returns the words of the page's language.
    pub fn words(&self) -> &'r Words {
        self.renderer.words(self.address.language)
    }

    /// Returns the plan as it is shown.
    pub fn plan(&self) -> &'r Plan {
        self.renderer.plan(self.at)
    }

    pub fn shown(&self) -> &'r ShownPlan {
        self.renderer.shown(self.at)
    }

    pub fn assessment(&self) -> &'r Assessment {
        self.renderer.assessment(self.at)
    }

    /// Returns the day of knowledge that is shown.
    pub fn as_of(&self) -> Date {
        self.assessment().as_of()
    }

    /// Returns the link from the page to another one in its language.
    pub fn link(&self, page: Page) -> String {
        self.renderer.link(self.address, page)
    }

    /// Returns the link from the page to any path of the site.
    pub fn link_to(&self, path: &str) -> String {
        self.renderer.link_to(self.address, path)
    }

    /// Returns everything needed to speak of one indicator.
    pub fn prose(&self, ix: IndicatorIx) -> IndicatorProse<'r> {
        prose(self.renderer, self.address.language, self.at, ix)
    }
}

/// Everything needed to speak of one indicator.
pub(super) fn prose<'r>(
    renderer: &'r Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    ix: IndicatorIx,
) -> IndicatorProse<'r> {
    let plan = renderer.plan(at);
    IndicatorProse::new(
        renderer.words(language),
        plan,
        plan.indicator(ix),
        renderer.assessment(at).indicator(ix),
    )
}

/// The mark of made-up figures in data: 示例数据, or nothing. It is data, not interface, and the same
/// in every language.
pub(super) fn sample_mark(renderer: &Renderer<'_>) -> Option<&'static str> {
    renderer.config.is_sample.then_some("示例数据")
}
