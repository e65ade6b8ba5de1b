//! Guided editing: what is added stands at the right place with the next number, can be built at
//! once, and changes nothing else.

use insta::assert_snapshot;

use crate::site::{Run, TestSite, tree};

fn new_site() -> TestSite {
    let site = TestSite::empty();
    assert_eq!(site.run(&["new", "."]).code, 0);
    site
}

fn add(site: &TestSite, arguments: &[&str]) -> Run {
    site.run(&[&["add"], arguments].concat())
}

#[test]
fn what_is_added_can_be_built_at_once() {
    let site = new_site();
    let reported: String = [
        &["item", "--title", "发展“数字”经济", "--section", "scale"][..],
        &["indicator", "3", "--id", "big-data", "--name", "大数据企业"],
        &[
            "update",
            "--title",
            "开了一次会",
            "--date",
            "2026-04-21",
            "--kind",
            "review",
            "--item",
            "3",
        ],
        &["update", "--title", "又一次", "--date", "2026-04-21"],
        &["period", "2026-Q2"],
    ]
    .iter()
    .map(|arguments| add(&site, arguments).shown())
    .collect();
    assert_snapshot!("told", reported);
    for (name, path) in [
        ("item", "items/03.md"),
        ("update", "updates/2026-04-21.md"),
        ("period", "data/2026-Q2.csv"),
        ("plan", "plan.md"),
    ] {
        assert_snapshot!(name, site.read(&format!("content/plans/2026/{path}")));
    }
    assert!(site.read("content/plans/2026/updates/2026-04-21-2.md").contains("又一次"));
    let check = site.run(&["check", "--strict"]);
    assert_eq!(check.code, 0, "{}", check.shown());
    assert_eq!(site.run(&["build", "--drafts"]).code, 0);
    assert!(site.read("public/2026/items/03/index.html").contains("大数据企业"));
}

#[test]
fn what_is_there_is_never_written_over() {
    let site = new_site();
    assert_eq!(add(&site, &["period", "2026-Q2"]).code, 0);
    let before = tree(&site.path().join("content"));
    for arguments in [
        &["period", "2026-Q2"][..],
        &["period", "2025-Q2"],
        &["indicator", "1", "--id", "new-firms", "--name", "x"],
        &["indicator", "9", "--id", "other", "--name", "x"],
        &["item", "--title", "x", "--section", "none"],
        &["plan", "2026", "--from", "2026"],
        &["plan", "2027", "--from", "2020"],
        &["item", "--title", "x", "--plan", "2020"],
    ] {
        let run = add(&site, arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.shown());
        assert!(!run.stderr.is_empty() && run.stdout.is_empty(), "{arguments:?}: {}", run.shown());
    }
    assert!(tree(&site.path().join("content")) == before);
}

#[test]
fn a_new_year_begins_from_the_last() {
    let site = TestSite::base();
    let old = tree(&site.path().join("content/plans/2023"));
    let run = add(&site, &["plan", "2024", "--from", "2023"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(tree(&site.path().join("content/plans/2023")) == old, "the last year stays as it was");
    let new: Vec<String> = tree(&site.path().join("content/plans/2024")).into_keys().collect();
    assert_eq!(new, ["items/01.en.md", "items/01.md", "items/02.md", "plan.md"]);
    assert_snapshot!("next_plan", site.read("content/plans/2024/plan.md"));
    assert_snapshot!("next_item", site.read("content/plans/2024/items/02.md"));
    // It can be built; what has still to be looked at is marked.
    let check = site.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.shown());
}
