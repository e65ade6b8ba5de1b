//! Walking the road again after tables changed ends where walking all of it ends: the same faults, the same bytes.

use std::collections::BTreeMap;

use taizhang::output::OutputFile;
use taizhang::pipeline::{Prepared, Request, give_all, prepare, prepare_again};
use taizhang::render::RenderError;

use crate::site::{Site, root, tree};

/// The shipped site, whose plan has editions, frozen ones among them, revisions, shares and an evaluation.
fn shipped() -> Site {
    let site = Site::empty();
    for (path, bytes) in tree(&root().join("content")) {
        site.write_bytes(&format!("content/{path}"), &bytes);
    }
    site
}

fn told(prepared: &Prepared) -> Vec<String> {
    let sources = &prepared.content.sources;
    let shown = |at: Option<taizhang::source::Place>| at.map_or_else(String::new, |place| sources.describe(place));
    prepared
        .diagnostics
        .iter()
        .map(|one| format!("{} {:?} {}: {} ({:?})", shown(one.place), one.severity, one.code, one.message, one.help))
        .collect()
}

fn files(prepared: &Prepared) -> BTreeMap<String, Vec<u8>> {
    let made = std::sync::Mutex::new(BTreeMap::new());
    let take = |file: &OutputFile| -> Result<(), RenderError> {
        made.lock().expect("no page fails").insert(file.path.to_string(), file.bytes.clone());
        Ok(())
    };
    give_all(&prepared.renderer().expect("settings and theme are good"), take).expect("every page is made");
    made.into_inner().expect("no page fails")
}

/// Chooses the same things on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
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

#[test]
fn the_road_walked_again_ends_where_the_whole_road_ends() {
    for (seed, shows_drafts) in [(2023, false), (2024, true)] {
        let site = shipped();
        let request = Request { content: site.path().join("content"), shows_drafts, ..Request::default() };
        let tables = ["batches", "events", "half-yearly", "investment", "land", "market-entities", "quarterly"];
        let mut draw = Draw(seed);
        let mut last = prepare(&request).expect("content");
        let mut states = std::collections::BTreeSet::new();
        for step in 0..24 {
            let mut changed = Vec::new();
            for _ in 0..1 + draw.below(2) {
                let path = format!("content/plans/2023/data/2023-{}.csv", tables[draw.below(tables.len())]);
                // What was broken is mended before the next thing breaks, most of the time.
                let original = std::fs::read_to_string(root().join(&path)).expect("a table");
                let text = if draw.below(3) == 0 { site.read(&path) } else { original };
                let text = if text.lines().count() < 3 || draw.below(4) == 0 {
                    std::fs::read_to_string(root().join(&path)).expect("a table")
                } else {
                    edit(&text, &mut draw)
                };
                site.write(&path, &text);
                changed.push(site.path().join(&path));
            }
            let again = prepare_again(&request, &last, &changed).expect("only tables changed");
            let whole = prepare(&request).expect("content");
            assert_eq!(told(&again), told(&whole), "step {step} of {seed}: {changed:?}");
            states.insert(told(&whole));
            if step % 8 == 7 {
                let (again, whole) = (files(&again), files(&whole));
                assert!(again.keys().eq(whole.keys()), "step {step} of {seed}");
                for (path, bytes) in &whole {
                    assert!(again[path] == *bytes, "step {step} of {seed}: {path} after {changed:?}");
                }
            }
            last = again;
        }
        assert!(states.len() > 8, "the edits make a difference");
    }
}

#[test]
fn anything_but_a_table_is_walked_in_whole() {
    let site = shipped();
    let request = Request { content: site.path().join("content"), ..Request::default() };
    let first = prepare(&request).expect("content");
    let table = "content/plans/2023/data/2023-land.csv";
    for path in [
        "content/site.toml",
        "content/plans/2023/items/01.md",
        "content/plans/2023/data/allocations.csv",
        "content/plans/2023/data/milestones.csv",
        "content/plans/2023/data/new.csv",
        "content/plans/2023/releases/2023-H1.json",
        "elsewhere/2023-land.csv",
    ] {
        let changed = [site.path().join(table), site.path().join(path)];
        assert!(prepare_again(&request, &first, &changed).is_none(), "{path}");
    }
    assert!(prepare_again(&request, &first, &[site.path().join(table)]).is_some());
    site.remove(table);
    assert!(prepare_again(&request, &first, &[site.path().join(table)]).is_none(), "a table that is gone");
}
