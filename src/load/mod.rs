//! Reads the content folder into the model.
//!
//! Comes in: a folder. Goes out: [`Loaded`], the settings and the site together with every fault that was found; what could be read is there,
//! what could not is told. The order: list the files, then settings, departments and regions, then each plan with its items,
//! and last the tables of figures, whose rows name all of these.
//! This is the only reader of the disk on the road.

mod again;
mod alike;
mod circles;
mod decode;
mod files;
mod nouns;
pub mod theme;

mod row;
mod tables;

mod direction;
mod shared;
mod target;

mod bands;
mod by_hand;
mod reporting;

mod indicator;
mod item;

mod observations;

mod sheets;

mod ledger;

mod editions;
mod releases;
mod revisions;
mod scoring;

mod plain;
mod plan;

mod holidays;
mod lists;
mod unread;
mod updates;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use thiserror::Error;

use crate::config::{Config, read_config};
use crate::diag::{Diagnostic, has_errors};
use crate::front_matter::{Faults, split_front_matter};
use crate::markdown::{FoundLink, find_links};
use crate::model::link::{Link, LinkKind};
use crate::model::site::{Site, StaticFile};
use crate::said::say;
use crate::source::{FileId, LineIndex, Place, Sources};

use again::Kept;
use again::Known;
pub use again::read_again;
use files::{Content, ContentFile};
pub use files::{find_marks, fingerprint_of_folder, is_content, keep_quoted};

/// What was read. Two readings share what they have in common.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The settings, unless `site.toml` could not be read.
    pub config: Option<Config>,
    /// Everything the content says.
    pub site: Site,
    /// The files, for places.
    pub sources: Sources,
    /// Every fault, in no order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is needed to read a table again; nothing where there are no settings.
    known: Option<Arc<Known>>,
}

impl Loaded {
    /// Returns the fingerprint of the folder as it was when it was first read; nothing where it could not all be.
    #[must_use]
    pub fn fingerprint(&self) -> Option<u128> {
        self.known.as_ref()?.content.fingerprint()
    }
}

/// Says why nothing could be read at all.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The content folder is not there.
    #[error("there is no folder `{folder}`: {reason}")]
    NoContent {
        /// The folder as it was given.
        folder: String,
        /// What the system says.
        reason: String,
    },
    /// The theme that was asked for is not there.
    #[error("there is no theme folder `{folder}`; remove `theme` from site.toml to use the built-in one")]
    NoTheme {
        /// Where it was looked for.
        folder: String,
    },
    /// A file of the theme cannot be read.
    #[error("the theme in `{folder}` cannot be read: {reason}")]
    Theme {
        /// The theme's folder.
        folder: String,
        /// What the system says.
        reason: String,
    },
}

/// Reads a content folder.
///
/// **Errors**: only when the folder itself cannot be read; all else is a diagnostic.
pub fn read_content(folder: &Path) -> Result<Loaded, LoadError> {
    Ok(read_listed(files::list_content(folder)?, None))
}

/// Reads the files of a listing; `kept` is what was read before, if anything was.
fn read_listed(content: Content, kept: Option<&Kept<'_>>) -> Loaded {
    let mut loaded = Loaded {
        config: None,
        site: Site::default(),
        sources: content.sources.clone(),
        diagnostics: content.diagnostics.clone(),
        known: None,
    };
    let Some(config) = read_settings(&content, &mut loaded) else { return loaded };

    let lists = lists::read_lists(&content, &mut loaded);
    loaded.site.calendar = Arc::new(holidays::read_holidays(&content, &mut loaded));
    let shared = shared::Shared::new(&config, &loaded.site, lists);
    let mut plans = Vec::new();
    let mut names = HashMap::new();
    for id in content.plan_ids() {
        if let Some((plan, names_of_plan)) = plan::read_plan(&content, &id, &shared, kept, &mut loaded) {
            plans.push(plan);
            names.insert(id, names_of_plan);
        }
    }
    plans.sort_by(|a, b| (a.last, &a.id).cmp(&(b.last, &b.id)));
    if plans.is_empty() && !has_errors(&loaded.diagnostics) {
        let place = config.place;
        loaded.diagnostics.push(
            Diagnostic::error("no-plan", place, say!("there is no plan to publish", "没有可发布的计划")).help(say!(
                "add a folder plans/<id>/ with a plan.md, or begin with `taizhang new DIR`",
                "添加含plan.md的文件夹plans/<id>/，或用`taizhang new DIR`开始"
            )),
        );
    }
    loaded.site.pages = updates::read_pages(&content, &config, &mut loaded);
    loaded.site.plans = plans;
    loaded.site.static_files = read_static(&content, &mut loaded);
    loaded.diagnostics.extend(unread::tell_unread(&content));
    loaded.config = Some(config);
    loaded.known = Some(Arc::new(Known { content, shared, names }));
    loaded
}

fn read_settings(content: &Content, loaded: &mut Loaded) -> Option<Config> {
    let Some(file) = content.file("site.toml") else {
        let place = Place::start_of(loaded.sources.add("site.toml"));
        loaded.diagnostics.push(Diagnostic::error("no-site", place, say!("there is no `site.toml`", "没有`site.toml`")).help(
            say!(
                "add one with at least a title, or begin with `taizhang new DIR`",
                "添加一个至少有title的site.toml，或用`taizhang new DIR`开始"
            ),
        ));
        return None;
    };
    read_with(file, loaded, read_config)
}

/// Reads one text file and hands it to `parse`, keeping its text if anything in it is at fault.
fn read_with<T>(file: &ContentFile, loaded: &mut Loaded, parse: impl FnOnce(&LineIndex<'_>, &Faults) -> Option<T>) -> Option<T> {
    let read = read_one(file, parse);
    read.settle(loaded)
}

/// What came of one file.
struct Read<T> {
    file: FileId,
    value: Option<T>,
    faults: Vec<Diagnostic>,
    links: Vec<Link>,
    text: Option<Arc<str>>,
}

impl<T> Read<T> {
    /// Hands faults and text over and gives the value.
    fn settle(self, loaded: &mut Loaded) -> Option<T> {
        loaded.sources.keep_text(self.file, self.text);
        loaded.diagnostics.extend(self.faults);
        loaded.site.links.extend(self.links);
        self.value
    }
}

fn read_one<T>(file: &ContentFile, parse: impl FnOnce(&LineIndex<'_>, &Faults) -> Option<T>) -> Read<T> {
    match file.read_text() {
        Err(fault) => Read { file: file.id, value: None, faults: vec![fault], links: Vec::new(), text: None },
        Ok(text) => {
            let faults = Faults::default();
            let index = LineIndex::new(file.id, &text);
            let value = parse(&index, &faults);
            let links = if file.name.ends_with(".md") { links_of(&index) } else { Vec::new() };
            let faults = faults.into_vec();
            let text = if faults.is_empty() { None } else { Some(text.into()) };
            Read { file: file.id, value, faults, links, text }
        }
    }
}

/// Lists what the text below the front matter links to.
fn links_of(index: &LineIndex<'_>) -> Vec<Link> {
    let body = split_front_matter(index).map_or("", |split| split.body);
    let base = index.text().len() - body.len();
    let link = |found: FoundLink| Link {
        kind: if found.is_image { LinkKind::Image { has_text: !found.text.trim().is_empty() } } else { LinkKind::Text },
        place: index.place(base + found.offset),
        target: found.target,
    };
    find_links(body).into_iter().map(link).collect()
}

/// Reads many text files at once; results come in the order of the files.
fn read_many<T: Send>(
    files: &[&ContentFile],
    loaded: &mut Loaded,
    parse: impl Fn(&ContentFile, &LineIndex<'_>, &Faults) -> Option<T> + Sync,
) -> Vec<T> {
    let reads: Vec<Read<T>> = files.par_iter().map(|file| read_one(file, |index, faults| parse(file, index, faults))).collect();
    reads.into_iter().filter_map(|read| read.settle(loaded)).collect()
}

fn read_static(content: &Content, loaded: &mut Loaded) -> Vec<StaticFile> {
    let mut files = Vec::new();
    for file in content.under("static/") {
        match file.read_bytes() {
            Ok(bytes) => files.push(StaticFile {
                path: file.name.trim_start_matches("static/").to_string(),
                bytes: bytes.into(),
                place: Place::start_of(file.id),
            }),
            Err(fault) => loaded.diagnostics.push(fault),
        }
    }
    files
}
