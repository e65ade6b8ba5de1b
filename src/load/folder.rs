//! Reads all files of a listing into the model.

use std::collections::HashMap;
use std::sync::Arc;

use crate::codes;
use crate::config::{Config, read_config};
use crate::diag::has_errors;
use crate::message::message;
use crate::model::site::{Site, StaticFile};
use crate::source::Location;

use super::files::Content;
use super::holidays::read_holidays;
use super::kept::Kept;
use super::lists::read_lists;
use super::loaded::{Known, Loaded};
use super::plan::read_plan;
use super::read::read_with;
use super::shared::Shared;
use super::unread::unread_diagnostics;
use super::updates::read_pages;

/// Reads the files of a listing; `kept` is what was read before, if anything was.
pub(super) fn read_listed(content: Content, kept: Option<&Kept<'_>>) -> Loaded {
    let mut loaded = Loaded {
        config: None,
        site: Site::default(),
        sources: content.sources.clone(),
        diagnostics: content.diagnostics.clone(),
        known: None,
    };
    let Some(config) = read_settings(&content, &mut loaded) else { return loaded };

    let lists = read_lists(&content, &mut loaded);
    loaded.site.calendar = Arc::new(read_holidays(&content, &mut loaded));
    let shared = Shared::new(&config, &loaded.site, lists);
    let mut plans = Vec::new();
    let mut names = HashMap::new();
    for id in content.plan_ids() {
        if let Some((plan, names_of_plan)) = read_plan(&content, &id, &shared, kept, &mut loaded) {
            plans.push(plan);
            names.insert(id, names_of_plan);
        }
    }
    plans.sort_by(|a, b| (a.last, &a.id).cmp(&(b.last, &b.id)));
    if plans.is_empty() && !has_errors(&loaded.diagnostics) {
        let location = config.location;
        loaded.diagnostics.push(
            codes::NO_PLAN
                .at(location, message!("there is no plan to publish", "没有可发布的计划"))
                .help(message!(
                    "add a folder plans/<id>/ with a plan.md, or begin with `taizhang new DIR`",
                    "添加含plan.md的文件夹plans/<id>/，或用`taizhang new DIR`开始"
                )),
        );
    }
    loaded.site.pages = read_pages(&content, &config, &mut loaded);
    loaded.site.plans = plans;
    loaded.site.static_files = read_static(&content, &mut loaded);
    loaded.diagnostics.extend(unread_diagnostics(&content));
    loaded.config = Some(config);
    loaded.known = Some(Arc::new(Known { content, shared, names }));
    loaded
}

fn read_settings(content: &Content, loaded: &mut Loaded) -> Option<Config> {
    let Some(file) = content.file("site.toml") else {
        let location = Location::start_of(loaded.sources.add("site.toml"));
        loaded.diagnostics.push(
            codes::NO_SITE
                .at(location, message!("there is no `site.toml`", "没有`site.toml`"))
                .help(message!(
                    "add one with at least a title, or begin with `taizhang new DIR`",
                    "添加一个至少有title的site.toml，或用`taizhang new DIR`开始"
                )),
        );
        return None;
    };
    read_with(file, loaded, read_config)
}

fn read_static(content: &Content, loaded: &mut Loaded) -> Vec<StaticFile> {
    let mut files = Vec::new();
    for file in content.under("static/") {
        match file.read_bytes() {
            Ok(bytes) => files.push(StaticFile {
                path: file.name.trim_start_matches("static/").to_string(),
                bytes: bytes.into(),
                location: Location::start_of(file.id),
            }),
            Err(fault) => loaded.diagnostics.push(fault),
        }
    }
    files
}
