//! Further faults in content, one test each: told once, with place and help, and the site that is there stays as it was to the byte.
//!
//! A case is a name and what is done to the small good site; the snapshot holds what the program then says.
//! Beside them stands what must change nothing at all: byte order marks, line ends, internal columns, the order in which files were written.

use std::path::Path;

use crate::site::{Site, tree};

const SITE: &str = "content/site.toml";
const PLAN: &str = "content/plans/2023/plan.md";
const ITEM: &str = "content/plans/2023/items/01.md";
const OTHER_ITEM: &str = "content/plans/2023/items/02.md";
const NEW_ITEM: &str = "content/plans/2023/items/03.md";
const DATA: &str = "content/plans/2023/data/2023.csv";
const MORE_DATA: &str = "content/plans/2023/data/more.csv";
const MILESTONES: &str = "content/plans/2023/data/milestones.csv";
const ALLOCATIONS: &str = "content/plans/2023/data/allocations.csv";
const DEPARTMENTS: &str = "content/departments.csv";
const REGIONS: &str = "content/regions.csv";

/// The last figure of one region, which many cases spoil.
const ROW: &str = "2023-Q2,firms,south,18,,2023-07-15,示例,,";

/// What is done to the good site.
enum Change {
    /// One text of a file becomes another.
    Replace(&'static str, &'static str, &'static str),
    /// A row is added to a table.
    Append(&'static str, &'static str),
    /// A file is written, or written anew.
    Write(&'static str, &'static str),
    /// A file is made of other bytes.
    Recode(&'static str, fn(&str) -> Vec<u8>),
}

use Change::{Append, Recode, Replace, Write};

fn apply(site: &Site, change: &Change) {
    match change {
        Replace(path, old, new) => site.replace(path, old, new),
        Append(path, row) => site.append(path, row),
        Write(path, text) => site.write(path, text),
        Recode(path, code) => site.write_bytes(path, &code(&site.read(path))),
    }
}

/// Builds the good site, spoils it, builds again: one fault is told and nothing is written.
fn check_fault(name: &str, change: &Change) {
    let site = Site::base();
    assert_eq!(site.run(&["build"]).code, 0, "the good site builds");
    apply(&site, change);
    check_refusal(name, &site);
}

fn check_refusal(name: &str, site: &Site) {
    let before = site.output();
    let run = site.run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{}", run.shown());
    assert_eq!(run.told(), 1, "one fault is told once:\n{}", run.stderr);
    assert!(run.stderr.lines().any(has_place), "a place is named:\n{}", run.stderr);
    assert!(run.stderr.contains("\n  help: "), "help is given:\n{}", run.stderr);
    assert!(site.output() == before, "the site that is there stays as it was");
    assert_eq!(folders(site.path()), ["content", "public"], "nothing is left behind");
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name.to_string(), run.stderr) });
}

/// Tells whether a line names `file:line:column`, above a quoted line or behind a code.
fn has_place(line: &str) -> bool {
    let Some((before, place)) = line.split_once("content/") else { return false };
    if !(before.ends_with("╭─[") || before.ends_with("] ")) {
        return false;
    }
    let place = place.trim_end_matches(']');
    let mut parts = place.rsplit(':');
    let mut is_number = || parts.next().is_some_and(|part| part.parse::<u32>().is_ok_and(|n| n > 0));
    is_number() && is_number() && parts.next().is_some()
}

fn folders(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is readable");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("the entry is readable").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

macro_rules! faults {
    ($($name:ident: $change:expr;)*) => {
        $(#[test]
        fn $name() {
            check_fault(stringify!($name), &$change);
        })*
    };
}

faults! {
    unknown_reporter: Replace(ITEM, "reporter = \"bureau\"", "reporter = \"burau\"");
    unknown_measure: Replace(ITEM, "measure = \"count\"", "measure = \"counts\"");
    missing_title: Replace(PLAN, "title = \"小计划\"\ntitle_en", "title_en");
    impossible_date_in_front_matter: Replace(OTHER_ITEM, "due = 2023-06-30", "due = \"2023-02-30\"");
    unknown_severity: Replace(SITE, "sample = true", "sample = true\n\n[check]\nallocation-sum = \"of\"");
    exemption_without_reason: Replace(ITEM, "method = ", "assess = false\nmethod = ");
    item_without_front_matter: Write(NEW_ITEM, "只有正文。\n");
    better_against_the_target: Replace(ITEM, "unit = \"家\"", "unit = \"家\"\nbetter = \"lower\"");
    lists_without_batch_schedule: Replace(ITEM, "schedule = \"linear\"", "schedule = \"linear\"\nbatches = [{ expected = \"2023-07\" }]");
    two_milestones_with_one_id: Replace(OTHER_ITEM, "[[tasks]]", "[[milestones]]\nid = \"list-published\"\ntitle = \"又一个\"\ndue = 2023-09-30\n\n[[tasks]]");
    two_departments_with_one_id: Append(DEPARTMENTS, "office,又一个办公室,,,office");
    more_regions_than_can_be_told_apart: Recode(REGIONS, |text| {
        let rows = |count: usize| (0..count).map(|at| format!("r{at},第{at}区,,district,districts,,separate\n"));
        format!("{text}{}", rows(65_536 - text.lines().skip(1).count()).collect::<String>()).into_bytes()
    });
    two_regions_with_one_id: Append(REGIONS, "north,又一个北区,,district,districts,,separate");
    value_too_large: Replace(DATA, ROW, "2023-Q2,firms,south,99999999999999999999999999999999,,2023-07-15,示例,,");
    value_with_unit: Replace(DATA, ROW, "2023-Q2,firms,south,18家,,2023-07-15,示例,,");
    value_empty_but_provisional: Replace(DATA, ROW, "2023-Q2,firms,south,,p,2023-07-15,示例,,");
    unknown_flag: Replace(DATA, ROW, "2023-Q2,firms,south,18,q,2023-07-15,示例,,");
    region_not_named: Append(DATA, "2023-Q2,growth,south,8.0,,2023-07-15,示例,,");
    unknown_indicator_of_a_share: Replace(ALLOCATIONS, "firms,north", "firmz,north");
    two_shares_on_one_day: Append(ALLOCATIONS, "firms,north,71,2023-02-20,示例,");
    contradiction_between_files: Write(MORE_DATA, "period,indicator,region,value,flag,recorded,source,note\n2023-H1,firms,south,19,,2023-07-15,示例,\n");
    unknown_revision: Append(DATA, "2023-Q2,firms,south,19,,2023-07-20,示例,补报,mistake");
    empty_table: Write(MORE_DATA, "");
    item_in_gbk: Recode(ITEM, |text| encoding_rs::GBK.encode(text).0.into_owned());
}

#[cfg(unix)]
#[test]
fn symlink_loop() {
    let site = Site::base();
    assert_eq!(site.run(&["build"]).code, 0, "the good site builds");
    std::os::unix::fs::symlink("..", site.path().join("content/pages/loop")).expect("a link");
    check_refusal("symlink_loop", &site);
}

/// Byte order marks and the line ends of Windows change nothing.
#[test]
fn byte_order_marks_and_crlf_are_the_same_content() {
    let (plain, marked) = (Site::base(), Site::base());
    for path in tree(&marked.path().join("content")).into_keys().map(|name| format!("content/{name}")) {
        marked.write(&path, &format!("\u{FEFF}{}", marked.read(&path).replace('\n', "\r\n")));
    }
    for site in [&plain, &marked] {
        let run = site.run(&["build", "--strict"]);
        assert_eq!(run.code, 0, "{}", run.shown());
    }
    assert_same(&plain, &marked);
}

/// What stands in a column that begins with `_` is in no file of the site.
#[test]
fn internal_columns_are_nowhere() {
    const SECRET: &str = "内部机密13800000000";
    let (plain, marked) = (Site::base(), Site::base());
    for path in [DATA, MILESTONES, ALLOCATIONS, DEPARTMENTS, REGIONS] {
        let text = marked.read(path);
        let with_column: String =
            text.lines().enumerate().map(|(at, line)| format!("{line},{}\n", if at == 0 { "_phone" } else { SECRET })).collect();
        marked.write(path, &with_column);
    }
    for site in [&plain, &marked] {
        assert_eq!(site.run(&["build"]).code, 0);
    }
    for (path, bytes) in marked.output() {
        let holds = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!holds(SECRET) && !holds("_phone"), "{path} holds what is internal");
    }
    assert_same(&plain, &marked);
}

fn assert_same(one: &Site, other: &Site) {
    let (one, other) = (one.output(), other.output());
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(other.get(path) == Some(bytes), "{path} differs");
    }
}

/// Folders list their files in the order of writing on some disks; the site does not show it.
#[test]
fn the_order_in_which_files_were_written_is_nowhere() {
    let (forward, backward) = (Site::base(), Site::empty());
    for (path, bytes) in tree(forward.path()).into_iter().rev() {
        backward.write_bytes(&path, &bytes);
    }
    for site in [&forward, &backward] {
        assert_eq!(site.run(&["build"]).code, 0);
    }
    assert_same(&forward, &backward);
}

/// Every checksum in the list is that of its file, as `sha256sum --check` sees it.
#[test]
fn checksums_are_those_of_the_files() {
    use sha2::{Digest, Sha256};
    let site = Site::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let files = site.output();
    let sums = site.read("public/2023/data/SHA256SUMS");
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        let bytes = files.get(&format!("2023/data/{name}")).unwrap_or_else(|| panic!("{name} is not there"));
        let found: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sum, found, "{name}");
    }
    let listed = sums.lines().count();
    let there = files.keys().filter(|path| path.starts_with("2023/data/") && !path.ends_with(".html")).count();
    assert_eq!(listed + 1, there, "every file but the list itself is in the list");
}

/// The page for what is not there is shown at any depth, so all its links begin at the root and lead somewhere.
#[test]
fn links_of_the_page_for_nothing_begin_at_the_root() {
    let site = Site::base();
    assert_eq!(site.run(&["build", "--base-url", "https://www.example.gov.cn/zt/x/"]).code, 0);
    let (page, files) = (site.read("public/404.html"), site.output());
    for attribute in [" href=\"", " src=\""] {
        for (at, _) in page.match_indices(attribute) {
            let link = page[at + attribute.len()..].split('"').next().expect("a value");
            if link.starts_with('#') || link.starts_with("data:") || link.starts_with("https://") {
                continue;
            }
            let path = link.strip_prefix("/zt/x/").unwrap_or_else(|| panic!("`{link}` does not begin at the root"));
            let path = path.split('#').next().unwrap_or("");
            let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
            assert!(files.contains_key(&file), "`{link}` leads nowhere");
        }
    }
}
