//! Reads `updates/*.md` of a plan, and the free pages of the site.

use crate::codes;
use crate::config::Config;
use crate::front_matter::{Keys, read_toml};
use crate::language::{Language, Text};
use crate::message::message;
use crate::model::index::ItemIx;
use crate::model::site::FreePage;
use crate::model::update::{Evidence, Update, UpdateKind};
use crate::source::{Located, Location};

use super::documents::{is_translation, split_document, with_translated_bodies};
use super::files::{Content, ContentFile};
use super::ids::is_id;
use super::loaded::Loaded;
use super::read::read_many;
use super::shared::{PlanNames, Shared, read_period};

/// Reads the updates of a plan, the newest first.
pub(super) fn read_updates(
    content: &Content,
    folder: &str,
    names: &PlanNames,
    shared: &Shared,
    loaded: &mut Loaded,
) -> Vec<Update> {
    let prefix = format!("{folder}updates/");
    let files = markdown_files(content, &prefix, shared.languages());
    let drafts = read_many(&files, loaded, |file, index, faults| {
        let (toml, body) = split_document(index, faults)?;
        let update = read_toml(index, toml, shared.languages(), faults, |keys| {
            read_keys(keys, names, shared)
        })??;
        Some((
            Update { id: file.stem().to_lowercase(), ..update },
            body.trim().to_string(),
            file.name.clone(),
        ))
    });
    let mut updates: Vec<Update> = drafts
        .into_iter()
        .map(|(update, body, name)| Update {
            body: translated(content, &name, body, shared.languages(), loaded),
            ..update
        })
        .collect();
    updates.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
    updates
}

fn read_keys(keys: &mut Keys<'_, '_>, names: &PlanNames, shared: &Shared) -> Option<Update> {
    let title = keys.required_translated("title");
    if !keys.has("date") {
        keys.missing("date");
    }
    let date = keys.date("date");
    let recorded = keys.date("recorded");
    let update = Update {
        id: String::new(),
        title: Text::default(),
        date: crate::date::Date::MIN,
        recorded: crate::date::Date::MIN,
        kind: keys.one_of("kind", &UpdateKind::WORDS).map_or(UpdateKind::News, |k| k.value),
        period: read_period(keys, "period"),
        items: read_items(keys, names),
        regions: shared.read_regions(keys, "regions").unwrap_or_default().regions,
        level: keys.translated("level"),
        evidence: read_evidence(keys),
        body: Text::default(),
        location: keys.location(),
    };
    let date = date?.value;
    Some(Update { title: title?, date, recorded: recorded.map_or(date, |d| d.value), ..update })
}

fn read_items(keys: &mut Keys<'_, '_>, names: &PlanNames) -> Vec<ItemIx> {
    let mut items = Vec::new();
    for entry in keys.list("items") {
        let Some(number) = keys.number_in("items", Located::new(entry.value, entry.location))
        else {
            continue;
        };
        let found = number
            .value
            .to_whole()
            .and_then(|n| u32::try_from(n).ok())
            .and_then(|n| names.items.get(&n));
        match found {
            Some(item) => items.push(*item),
            None if names.has_all_items => keys.fault(
                codes::UNKNOWN_ITEM
                    .at(entry.location, message!("there is no item {}", "没有事项{}", number.value))
                    .help(message!(
                        "give the number of an item of this plan",
                        "填写本计划事项的编号"
                    )),
            ),
            None => {}
        }
    }
    items
}

fn read_evidence(keys: &mut Keys<'_, '_>) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for mut table in keys.tables("evidence") {
        if let (Some(title), Some(url)) = (table.required_text("title"), table.required_text("url"))
        {
            evidence.push(Evidence { title: title.value, url: url.value, location: url.location });
        }
        table.finish();
    }
    evidence
}

/// Reads the free pages, in order.
pub(super) fn read_pages(content: &Content, config: &Config, loaded: &mut Loaded) -> Vec<FreePage> {
    let files = markdown_files(content, "pages/", &config.languages);
    let drafts = read_many(&files, loaded, |file, index, faults| {
        let (toml, body) = split_document(index, faults)?;
        let page = read_toml(index, toml, &config.languages, faults, |keys| {
            let title = keys.required_translated("title");
            let slug = keys.text("slug");
            let order = keys.whole("order", 0, 9999).map_or(9999, |n| n.value);
            let (slug, location) = match slug {
                Some(slug) => (slug.value, slug.location),
                None => (file.stem().to_lowercase(), Location::start_of(file.id)),
            };
            if !is_id(&slug) {
                keys.fault(
                    codes::ID
                        .at(
                            location,
                            message!("`{slug}` cannot be an address", "`{slug}`不能作网址"),
                        )
                        .help(message!(
                            "give a `slug` of letters a-z, digits and hyphens",
                            "用小写字母a-z、数字和连字符写`slug`"
                        )),
                );
                return None;
            }
            Some(FreePage { slug, title: title?, order, body: Text::default(), location })
        })??;
        Some((page, body.trim().to_string(), file.name.clone()))
    });
    let mut pages: Vec<FreePage> = Vec::new();
    for (page, body, name) in drafts {
        if let Some(first) = pages.iter().find(|known| known.slug == page.slug) {
            loaded.diagnostics.push(
                codes::DUPLICATE_ID
                    .at(
                        page.location,
                        message!("a page `{}` is there already", "已有页面`{}`", page.slug),
                    )
                    .label(first.location, message!("the first one", "前一个")),
            );
            continue;
        }
        pages.push(FreePage {
            body: translated(content, &name, body, &config.languages, loaded),
            ..page
        });
    }
    pages.sort_by(|a, b| (a.order, &a.slug).cmp(&(b.order, &b.slug)));
    pages
}

fn markdown_files<'c>(
    content: &'c Content,
    prefix: &'c str,
    languages: &[Language],
) -> Vec<&'c ContentFile> {
    content
        .under(prefix)
        .filter(|file| file.name.ends_with(".md") && !is_translation(file, languages))
        .collect()
}

fn translated(
    content: &Content,
    name: &str,
    body: String,
    languages: &[Language],
    loaded: &mut Loaded,
) -> Text {
    match content.file(name) {
        Some(file) => with_translated_bodies(content, file, body, languages, loaded),
        None => Text::new(body),
    }
}
