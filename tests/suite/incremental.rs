//! Walking the pipeline again after tables changed ends where walking all of it ends: the same
//! faults, the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;

use taizhang::output::OutputFile;
use taizhang::pipeline::{Prepared, Request, prepare, prepare_incremental, render_all};

use crate::site::{TestSite, root, tree};

/// The shipped site, whose plan has editions, frozen ones among them, revisions, shares and an
/// evaluation.
fn shipped() -> TestSite {
    let site = TestSite::empty();
    for (path, bytes) in tree(&root().join("content")) {
        site.write_bytes(&format!("content/{path}"), &bytes);
    }
    site
}

fn reported(prepared: &Prepared) -> Vec<String> {
    let sources = &prepared.content.sources;
    let shown = |at: Option<taizhang::source::Location>| {
        at.map_or_else(String::new, |place| sources.describe(place))
    };
    prepared
        .diagnostics
        .iter()
        .map(|one| {
            format!(
                "{} {:?} {}: {} ({:?})",
                shown(one.location),
                one.severity,
                one.code,
                one.message.en,
                one.help
            )
        })
        .collect()
}

fn files(prepared: &Prepared) -> BTreeMap<String, Vec<u8>> {
    let made = std::sync::Mutex::new(BTreeMap::new());
    let take = |file: &OutputFile| -> Result<(), Infallible> {
        made.lock().expect("no page fails").insert(file.path.to_string(), file.bytes.clone());
        Ok(())
    };
    assert_eq!(render_all(prepared, take), Ok(Vec::new()), "every page is made");
    made.into_inner().expect("no page fails")
}

/// Chooses the same things on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("small") % n
    }
}

/// Does to a table what editors do, by accident or on purpose.
fn edit(table: &str, draw: &mut Draw) -> String {
    let mut rows: Vec<String> = table.lines().map(str::to_string).collect();
    let at = 1 + draw.below(rows.len() - 1);
    let mut cells: Vec<String> = rows[at].split(',').map(str::to_string).collect();
    match draw.below(9) {
        0 | 1 => cells[3] = draw.below(400).to_string(),
        2 => cells[3].clear(),
        3 => cells[6] = "某市统计局公报".into(),
        4 => cells[5] = "2023-01-03".into(),
        5 => cells[5] = format!("2024-0{}-15", 1 + draw.below(9)),
        6 => cells[1] = "new-companies".into(),
        7 => {
            // A second row about the same, and one row fewer elsewhere.
            cells[3] = "77".into();
            rows.remove(rows.len() / 2);
        }
        _ => rows.truncate(1),
    }
    let own = cells.join(",");
    if let Some(row) = rows.get_mut(at) {
        *row = own;
    } else if rows.len() > 1 {
        rows.push(own);
    }
    rows.join("\n") + "\n"
}

/// The files of the shipped content, and what may happen to each but being a table.
const OTHERS: [&str; 12] = [
    "plans/2023/items/01.md",
    "plans/2023/items/04.md",
    "plans/2023/items/09.md",
    "plans/2023/items/16.md",
    "plans/2023/plan.md",
    "plans/2023/data/allocations.csv",
    "plans/2023/data/milestones.csv",
    "plans/2023/data/another.csv",
    "departments.csv",
    "regions.csv",
    "site.toml",
    "pages/new.md",
];

/// Does to a text what editors do.
fn rewrite(text: &str, draw: &mut Draw) -> String {
    match draw.below(8) {
        0 => text.replacen("title = \"", "title = \"改", 1),
        1 => format!("{text}\n\n新的一段。\n"),
        2 => text.replacen("id = \"", "id = \"other-", 1),
        3 => text.replacen("target = \"", "target = \"1", 1),
        4 => text.replacen("state = \"published\"", "state = \"planned\"", 1),
        5 => text.replacen("+++\n", "+++\n\n", 1),
        6 => text.replacen("2023", "2022", 1),
        _ => text.replacen(",", ",，", 1),
    }
}

/// The tables of the shipped plan.
const TABLES: [&str; 7] =
    ["batches", "events", "half-yearly", "investment", "land", "market-entities", "quarterly"];

/// Changes one file, or puts it back, and returns where it is.
fn change(site: &TestSite, draw: &mut Draw) -> PathBuf {
    let is_table = draw.below(3) > 0;
    let path = match is_table {
        true => format!("content/plans/2023/data/2023-{}.csv", TABLES[draw.below(TABLES.len())]),
        false => format!("content/{}", OTHERS[draw.below(OTHERS.len())]),
    };
    let full = site.path().join(&path);
    let original = fs::read_to_string(root().join(&path)).ok();
    let now = fs::read_to_string(&full).ok();
    let is_changed = now != original;
    match (original, now) {
        // What was broken is mended before it breaks again, most of the time.
        (Some(original), _) if is_changed && draw.below(4) > 0 => site.write(&path, &original),
        (Some(_), Some(now)) if is_table && now.lines().count() > 2 => {
            site.write(&path, &edit(&now, draw))
        }
        (Some(_), Some(_)) if draw.below(6) == 0 => site.remove(&path),
        (Some(_), Some(now)) => site.write(&path, &rewrite(&now, draw)),
        (Some(original), None) => site.write(&path, &original),
        (None, Some(_)) => site.remove(&path),
        (None, None) if path.ends_with(".csv") => {
            site.write(
                &path,
                "period,indicator,region,value,flag,recorded,source,note\n\
                 2023-Q3,new-companies,,5,,2023-10-09,示例,\n",
            );
        }
        (None, None) => site.write(&path, "+++\ntitle = \"新的一页\"\n+++\n\n一段话。\n"),
    }
    full
}

/// Says of every file whether it is told to be the same as before, and fails where one is told to
/// be that is not. Gives how many are and how many are not; nothing where the states differ in more
/// than figures.
pub fn reported_unchanged(before: &Prepared, now: &Prepared) -> Option<(usize, usize)> {
    let comparison = now.compare(before)?;
    let render = |renderer: &taizhang::render::Renderer<'_>, task| {
        renderer.render(task).expect("it is made").bytes
    };
    let tasks = comparison.now.tasks().expect("addresses are good");
    let (same, others): (Vec<_>, Vec<_>) =
        tasks.iter().partition(|task| comparison.is_unchanged(task));
    for task in &same {
        assert!(
            render(&comparison.before, task) == render(&comparison.now, task),
            "{} is told to be the same",
            task.path
        );
    }
    Some((same.len(), others.len()))
}

#[test]
fn what_is_told_to_be_the_same_is() {
    let site = shipped();
    let [content, themes] = ["content", "themes"].map(|folder| site.path().join(folder));
    let request = Request { content, themes, shows_drafts: true, ..Request::default() };
    let mut last = prepare(&request).expect("content");
    let (mut draw, mut compared) = (Draw(7), 0);
    for name in TABLES.iter().chain(&TABLES) {
        let path = format!("content/plans/2023/data/2023-{name}.csv");
        let table = site.read(&path);
        let mut rows: Vec<String> = table.lines().map(str::to_string).collect();
        let at = 1 + draw.below(rows.len() - 1);
        let mut cells: Vec<&str> = rows[at].split(',').collect();
        let figure = (cells[3].len() * 7 + draw.below(90)).to_string();
        if cells[3].is_empty() {
            continue;
        }
        cells[3] = &figure;
        rows[at] = cells.join(",");
        site.write(&path, &(rows.join("\n") + "\n"));
        let incremental =
            prepare_incremental(&request, &last, &[site.path().join(&path)]).expect("content");
        if let Some((same, others)) = reported_unchanged(&last, &incremental) {
            assert!(same > others, "{name}: {same} the same, {others} others");
            compared += 1;
        }
        last = incremental;
    }
    assert!(compared > 8, "{compared} compared");
}

#[test]
fn the_road_walked_again_ends_where_the_whole_road_ends() {
    for (seed, shows_drafts) in [(2023, false), (2024, true)] {
        let site = shipped();
        let request =
            Request { content: site.path().join("content"), shows_drafts, ..Request::default() };
        let mut draw = Draw(seed);
        let mut last = prepare(&request).expect("content");
        let (mut states, mut compared) = (BTreeSet::new(), 0);
        for step in 0..60 {
            let changed: Vec<PathBuf> =
                (0..1 + draw.below(2)).map(|_| change(&site, &mut draw)).collect();
            let incremental = prepare_incremental(&request, &last, &changed).expect("content");
            let whole = prepare(&request).expect("content");
            assert_eq!(
                reported(&incremental),
                reported(&whole),
                "step {step} of {seed}: {changed:?}"
            );
            states.insert(reported(&whole));
            if step % 10 == 9 && incremental.renderer().is_some() {
                let (incremental, whole) = (files(&incremental), files(&whole));
                assert!(incremental.keys().eq(whole.keys()), "step {step} of {seed}");
                for (path, bytes) in &whole {
                    assert!(
                        incremental[path] == *bytes,
                        "step {step} of {seed}: {path} after {changed:?}"
                    );
                }
                compared += 1;
            }
            last = incremental;
        }
        assert!(
            states.len() > 20 && compared > 3,
            "the edits make a difference: {} {compared}",
            states.len()
        );
    }
}

/// What single words of the texts decide: figures that are taken, verdicts, findings, addresses.
#[test]
fn a_word_in_a_text_changes_what_rests_on_it() {
    let site = shipped();
    let request = Request { content: site.path().join("content"), ..Request::default() };
    let first = prepare(&request).expect("content");
    for (path, old, new) in [
        ("plans/2023/items/01.md", "target = \"力争15家\"", "target = \"力争16家\""),
        (
            "plans/2023/items/01.md",
            "measure = \"count\"\naggregate = \"sum\"\nscope = \"plan\"\nschedule \
                = \"batch\"\nbatches = [{ expected = \"2023-07\"",
            "measure = \"count\"\naggregate = \"sum\"\nscope = \"each-region\"\nschedule \
                = \"batch\"\nbatches = [{ expected = \"2023-07\"",
        ),
        ("plans/2023/items/03.md", "\"341302\", \"341321\", \"341322\"", "\"341321\", \"341322\""),
        ("plans/2023/plan.md", "publish_overdue = false", "publish_overdue = true"),
        ("departments.csv", "市地方金融监管局,金融监管局", "市金融局,金融局"),
        ("regions.csv", "萧县,萧县", "新萧县,新萧县"),
        ("site.toml", "languages = [\"zh-CN\", \"en\"]", "languages = [\"en\", \"zh-CN\"]"),
        ("site.toml", "sample = true", "sample = false"),
    ] {
        let path = format!("content/{path}");
        let text = site.read(&path);
        site.replace(&path, old, new);
        let incremental =
            prepare_incremental(&request, &first, &[site.path().join(&path)]).expect("content");
        let whole = prepare(&request).expect("content");
        assert_eq!(reported(&incremental), reported(&whole), "{path}: {new}");
        assert!(files(&incremental) == files(&whole), "{path}: {new}");
        site.write(&path, &text);
    }
}

/// Another theme is read when the settings name it.
#[test]
fn a_theme_that_is_chosen_is_seen() {
    let site = shipped();
    let themes = site.path().join("themes");
    let request = Request { content: site.path().join("content"), themes, ..Request::default() };
    site.write("themes/plain/assets/style.css", "main { color: navy }");
    let first = prepare(&request).expect("content");
    site.replace("content/site.toml", "theme = \"default\"", "theme = \"plain\"");
    let incremental =
        prepare_incremental(&request, &first, &[site.path().join("content/site.toml")])
            .expect("content");
    let made = files(&incremental);
    assert!(made != files(&first), "it is another theme");
    assert!(made == files(&prepare(&request).expect("content")));
}

/// Of the tables only those that changed are read: a sign in another one that nobody told of is not
/// seen.
#[test]
fn tables_nobody_told_of_are_not_read() {
    let site = shipped();
    let request = Request { content: site.path().join("content"), ..Request::default() };
    let first = prepare(&request).expect("content");
    site.append("content/plans/2023/data/2023-land.csv", "no row of this table");
    for (path, is_read) in [
        ("content/plans/2023/data/2023-events.csv", false),
        ("content/plans/2023/items/01.md", false),
        ("content/departments.csv", false),
        ("content/plans/2023/data/2023-land.csv", true),
    ] {
        let incremental =
            prepare_incremental(&request, &first, &[site.path().join(path)]).expect("content");
        assert_eq!(
            reported(&incremental).iter().any(|reported| reported.contains("row-length")),
            is_read,
            "{path}"
        );
    }
    // Where names mean something else, every table is read.
    site.replace(
        "content/plans/2023/items/01.md",
        "id = \"little-giants\"",
        "id = \"small-giants\"",
    );
    let incremental = prepare_incremental(
        &request,
        &first,
        &[site.path().join("content/plans/2023/items/01.md")],
    )
    .expect("content");
    assert!(reported(&incremental).iter().any(|reported| reported.contains("row-length")));
}
