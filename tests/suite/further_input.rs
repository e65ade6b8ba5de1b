//! Further faults in content, one test each: told once, with place and help, and the site that is
//! there stays as it was to the byte.
//!
//! A case is a name and what is done to the small good site; the snapshot holds what the program
//! then says. Beside them stands what must change nothing at all: byte order marks, line ends,
//! internal columns, the order in which files were written.

use std::path::Path;

use crate::site::{TestSite, tree};

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
const HOLIDAYS: &str = "content/holidays.csv";
const REGIONS: &str = "content/regions.csv";

/// The last figure of one region, which many cases spoil.
const ROW: &str = "2023-Q2,firms,south,18,,2023-07-15,示例,,";

/// A share whose two parts are itself.
const SELF_SHARE: &str = "+++\nnumber = 3\ntitle = \"圈\"\nsection = \"first\"\n[[indicators]]\nid \
    = \"a\"\nname = \"甲\"\nunit = \"%\"\n\
    measure = \"share\"\nnumerator = \"a\"\ndenominator = \"a\"\n+++\n";

/// Three shares that lead to each other, and one that only leads to them.
const SHARE_CIRCLE: &str = "+++\nnumber = 3\ntitle = \"圈\"\nsection = \"first\"\n\
    [[indicators]]\nid = \"a\"\nname = \"甲\"\nunit = \"%\"\nmeasure = \"share\"\nnumerator \
    = \"b\"\ndenominator = \"firms\"\n\
    [[indicators]]\nid = \"b\"\nname = \"乙\"\nunit = \"%\"\nmeasure = \"share\"\nnumerator \
    = \"firms\"\ndenominator = \"c\"\n\
    [[indicators]]\nid = \"c\"\nname = \"丙\"\nunit = \"%\"\nmeasure = \"share\"\nnumerator \
    = \"a\"\ndenominator = \"firms\"\n\
    [[indicators]]\nid = \"d\"\nname = \"丁\"\nunit = \"%\"\nmeasure = \"share\"\nnumerator \
    = \"a\"\ndenominator = \"b\"\n+++\n";

fn share(id: &str, numerator: &str, denominator: &str) -> String {
    format!(
        "[[indicators]]\nid = \"{id}\"\nname = \"比率{id}\"\nunit = \"%\"\nmeasure = \"share\"\n\
         numerator = \"{numerator}\"\ndenominator = \"{denominator}\"\n\n"
    )
}

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

fn apply(site: &TestSite, change: &Change) {
    match change {
        Replace(path, old, new) => site.replace(path, old, new),
        Append(path, row) => site.append(path, row),
        Write(path, text) => site.write(path, text),
        Recode(path, code) => site.write_bytes(path, &code(&site.read(path))),
    }
}

/// Builds the good site, spoils it, builds again: one fault is told and nothing is written.
fn check_fault(name: &str, change: &Change) {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0, "the good site builds");
    apply(&site, change);
    check_refusal(name, &site);
}

fn check_refusal(name: &str, site: &TestSite) {
    let before = site.output();
    let run = site.run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{}", run.shown());
    assert_eq!(run.reported(), 1, "one fault is told once:\n{}", run.stderr);
    assert!(run.stderr.lines().any(has_place), "a place is named:\n{}", run.stderr);
    assert!(run.stderr.contains("\n  help: "), "help is given:\n{}", run.stderr);
    assert!(site.output() == before, "the site that is there stays as it was");
    assert_eq!(folders(site.path()), ["content", "public"], "nothing is left behind");
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name.to_string(),
        run.stderr) });
}

/// Returns whether a line names `file:line:column`, above a quoted line or behind a code.
fn has_place(line: &str) -> bool {
    let Some((before, place)) = line.split_once("content/") else { return false };
    if !(before.ends_with("╭─[") || before.ends_with("] ")) {
        return false;
    }
    let place = place.trim_end_matches(']');
    let mut parts = place.rsplit(':');
    let mut is_number =
        || parts.next().is_some_and(|part| part.parse::<u32>().is_ok_and(|n| n > 0));
    is_number() && is_number() && parts.next().is_some()
}

fn folders(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is readable");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry.expect("the entry is readable").file_name().to_string_lossy().into_owned()
        })
        .collect();
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
    impossible_date_in_front_matter: Replace(OTHER_ITEM, "due = 2023-06-30", "due \
        = \"2023-02-30\"");
    unknown_severity: Replace(SITE, "sample = true", "sample = true\n\n[check]\nallocation-sum \
        = \"of\"");
    exemption_without_reason: Replace(ITEM, "method = ", "assess = false\nmethod = ");
    item_without_front_matter: Write(NEW_ITEM, "只有正文。\n");
    better_against_the_target: Replace(ITEM, "unit = \"家\"", "unit = \"家\"\nbetter = \"lower\"");
    lists_without_batch_schedule: Replace(ITEM, "schedule = \"linear\"", "schedule \
        = \"linear\"\nbatches = [{ expected = \"2023-07\" }]");
    two_milestones_with_one_id: Replace(OTHER_ITEM, "[[tasks]]", "[[milestones]]\nid \
        = \"list-published\"\ntitle = \"又一个\"\ndue = 2023-09-30\n\n[[tasks]]");
    two_departments_with_one_id: Append(DEPARTMENTS, "office,又一个办公室,,,office");
    more_regions_than_can_be_told_apart: Recode(REGIONS, |text| {
        let rows = |count: usize| (0..count)
            .map(|at| format!("r{at},第{at}区,,district,districts,,separate\n"));
        format!("{text}{}", rows(65_536 - text.lines().skip(1).count()).collect::<String>())
            .into_bytes()
    });
    two_regions_with_one_id: Append(REGIONS, "north,又一个北区,,district,districts,,separate");
    value_too_large: Replace(DATA, ROW,
        "2023-Q2,firms,south,99999999999999999999999999999999,,2023-07-15,示例,,");
    value_with_unit: Replace(DATA, ROW, "2023-Q2,firms,south,18家,,2023-07-15,示例,,");
    value_empty_but_provisional: Replace(DATA, ROW, "2023-Q2,firms,south,,p,2023-07-15,示例,,");
    unknown_flag: Replace(DATA, ROW, "2023-Q2,firms,south,18,q,2023-07-15,示例,,");
    region_not_named: Append(DATA, "2023-Q2,growth,south,8.0,,2023-07-15,示例,,");
    unknown_indicator_of_a_share: Replace(ALLOCATIONS, "firms,north", "firmz,north");
    two_shares_on_one_day: Append(ALLOCATIONS, "firms,north,71,2023-02-20,示例,");
    contradiction_between_files: Write(MORE_DATA,
        "period,indicator,region,value,flag,recorded,source,note\n\
         2023-H1,firms,south,19,,2023-07-15,示例,\n");
    unknown_revision: Append(DATA, "2023-Q2,firms,south,19,,2023-07-20,示例,补报,mistake");
    empty_table: Write(MORE_DATA, "");
    share_made_of_itself: Write(NEW_ITEM, SELF_SHARE);
    shares_made_of_each_other: Write(NEW_ITEM, SHARE_CIRCLE);
    shares_of_shares_of_shares: Recode(OTHER_ITEM, |text| {
        let shares: String = (0..6).map(|at| share(&format!("s{at}"), &format!("s{}", at + 1),
            "firms")).collect();
        text.replace("[[milestones]]", &format!("{shares}{}[[milestones]]", share("s6", "firms",
            "firms"))).into_bytes()
    });
    regions_in_each_other: Write(REGIONS,
        "id,name,parent\nnorth,北区,south\nsouth,南县,east\neast,东县,north\nwest,西县,north\n");
    region_in_itself: Replace(REGIONS, "south,南县,南县,county,districts,,",
        "south,南县,南县,county,districts,south,");
    grace_given_twice: Replace(ITEM, "within_days = 20", "within_days = 20, within_workdays = 10");
    grace_below_nothing: Replace(ITEM, "within_days = 20", "within_workdays = -1");
    grace_of_years: Replace(ITEM, "within_days = 20", "within_workdays = 251");
    holidays_with_another_column: Write(HOLIDAYS, "date,kind,weekday\n2023-10-02,holiday,1\n");
    holidays_with_another_kind: Write(HOLIDAYS, "date,kind\n2023-10-02,free\n");
    holidays_without_a_date: Write(HOLIDAYS, "date,kind\n2023-10-32,holiday\n");
    holiday_given_twice: Write(HOLIDAYS, "date,kind\n2023-10-07,holiday\n2023-10-07,workday\n");
    weekday_that_is_worked: Write(HOLIDAYS, "date,kind,name\n2023-10-09,workday,调休\n");
    override_without_period: Replace(ITEM, "nature =", "override = { status = \"behind\", author \
        = \"示例办公室\", date = 2023-07-20, reason = \"已核\" }\nnature =");
    override_outside_the_plan: Replace(ITEM, "nature =", "override = { period = \"2022-Q4\", \
        status = \"behind\", author = \"示例办公室\", date = 2023-07-20, reason = \"已核\" }\nnature =");
    override_before_its_period_ended: Replace(ITEM, "nature =", "override = { period \
        = \"2023-Q3\", status = \"behind\", author = \"示例办公室\", date = 2023-07-20, reason = \"已核\" \
        }\nnature =");
    override_met_in_summer: Replace(ITEM, "nature =", "override = { period = \"2023-Q2\", status \
        = \"met\", author = \"示例办公室\", date = 2023-07-20, reason = \"已核\" }\nnature =");
    override_missed_in_summer: Replace(ITEM, "nature =", "override = { period = \"2023-Q2\", \
        status = \"missed\", author = \"示例办公室\", date = 2023-07-20, reason = \"已核\" }\nnature =");
    override_behind_at_the_end: Replace(ITEM, "nature =", "override = { period = \"2023\", status \
        = \"behind\", author = \"示例办公室\", date = 2024-01-20, reason = \"已核\" }\nnature =");
    override_of_a_report: Replace(ITEM, "nature =", "override = { period = \"2023-Q2\", status \
        = \"not_reported\", author = \"示例办公室\", date = 2023-07-20, reason = \"已核\" }\nnature =");
    override_without_a_number: Replace(ITEM, "nature =", "override = { period = \"2023-Q2\", \
        status = \"qualitative\", author = \"示例办公室\", date = 2023-07-20, reason = \"已核\" }\nnature \
        =");
    override_finishes_a_level: Replace(OTHER_ITEM, "measure = \"growth\"", "measure \
        = \"growth\"\noverride = { period = \"2023-Q2\", status = \"done\", author = \"示例办公室\", \
        date = 2023-07-20, reason = \"已核\" }");
    own_bands_without_reason: Replace(ITEM, "nature =", "bands = { ahead = 2, on_track = 0, \
        slightly_behind = -1, behind = -3 }\nnature =");
    own_bands_rise: Replace(ITEM, "nature =", "bands = { ahead = 2, on_track = 3, slightly_behind \
        = -1, behind = -3 }\nbands_reason = \"数小\"\nnature =");
    half_of_own_bands: Replace(ITEM, "nature =", "bands = { ahead = 2, on_track = 0, \
        slightly_behind = -1 }\nbands_reason = \"数小\"\nnature =");
    reason_for_no_bands: Replace(ITEM, "nature =", "bands_reason = \"数小\"\nnature =");
    region_bands_rise: Replace(PLAN, "year = 2023", "year = 2023\nregion_bands = { slightly_behind \
        = 40 }");
    region_bands_above_all: Replace(PLAN, "year = 2023", "year = 2023\nregion_bands = { \
        slightly_behind = 101 }");
    item_in_gbk: Recode(ITEM, |text| encoding_rs::GBK.encode(text).0.into_owned());
}

/// Every command comes to an end on content that leads in a circle.
#[test]
fn a_circle_ends_no_command() {
    let site = TestSite::base();
    site.write(NEW_ITEM, SHARE_CIRCLE);
    for command in [&["check"][..], &["build"], &["status"], &["explain", "firms"]] {
        let run = site.run(command);
        assert_eq!(run.code, 1, "{command:?}: {}", run.shown());
        assert!(
            format!("{}{}", run.stdout, run.stderr).contains("error[circle]"),
            "{command:?}: {}",
            run.shown()
        );
    }
}

/// Days of grace are workdays where the rule says so: by the week alone, and by the calendar of the
/// site.
#[test]
fn deadlines_follow_the_working_calendar() {
    let site = TestSite::base();
    site.replace(ITEM, "within_days = 20", "within_workdays = 5");
    let calendar = |site: &TestSite| {
        let run = site.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.shown());
        site.read("public/2023/calendar/index.html")
    };
    let by_week = calendar(&site);
    assert!(by_week.contains("10月6日") && !by_week.contains("10月11日"), "{by_week}");
    let free = ["09-29", "09-30", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06"];
    let rows = |kind: &str, days: &[&str]| {
        days.iter().map(|day| format!("2023-{day},{kind},国庆节\n")).collect::<String>()
    };
    let days = rows("holiday", &free) + &rows("workday", &["10-07", "10-08"]);
    site.write(HOLIDAYS, &format!("date,kind,name\n{days}"));
    let by_notice = calendar(&site);
    assert!(by_notice.contains("10月11日") && !by_notice.contains("10月6日"), "{by_notice}");
    let indicators = site.read("public/2023/data/indicators.csv");
    assert!(indicators.contains("report_within_workdays"), "{indicators}");
}

/// Words that can be at their time are taken, and with them their period.
#[test]
fn overrides_that_can_be_are_taken() {
    for (period, date, status) in [
        ("2023-Q2", "2023-06-30", "on_track"),
        ("2023-06", "2023-07-20", "done"),
        ("2023-H1", "2023-07-20", "not_applicable"),
        ("2023", "2024-01-20", "missed_stretch"),
        ("2023-12", "2024-01-20", "pending"),
    ] {
        let site = TestSite::base();
        let by_hand = format!(
            "override = {{ period = \"{period}\", status = \"{status}\", author = \"示例办公室\", date \
                = {date}, reason = \"已核\" }}\nnature ="
        );
        site.replace(ITEM, "nature =", &by_hand);
        let run = site.run(&["check"]);
        assert_eq!(run.code, 0, "{status} for {period}: {}", run.shown());
    }
    let site = TestSite::base();
    site.replace(ITEM, "力争120家以上", "不超过120家");
    site.replace(
        ITEM,
        "nature =",
        "override = { period = \"2023-Q2\", status = \"missed\", author = \"示例办公室\", date = \
            2023-07-20, reason = \"已核\" }\nnature =",
    );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 0, "a ceiling that is exceeded cannot be kept any more: {}", run.shown());
}

#[cfg(unix)]
#[test]
fn symlink_loop() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0, "the good site builds");
    std::os::unix::fs::symlink("..", site.path().join("content/pages/loop")).expect("a link");
    check_refusal("symlink_loop", &site);
}

/// Byte order marks and the line ends of Windows change nothing.
#[test]
fn byte_order_marks_and_crlf_are_the_same_content() {
    let (plain, marked) = (TestSite::base(), TestSite::base());
    for path in
        tree(&marked.path().join("content")).into_keys().map(|name| format!("content/{name}"))
    {
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
    let (plain, marked) = (TestSite::base(), TestSite::base());
    for path in [DATA, MILESTONES, ALLOCATIONS, DEPARTMENTS, REGIONS] {
        let text = marked.read(path);
        let with_column: String = text
            .lines()
            .enumerate()
            .map(|(at, line)| format!("{line},{}\n", if at == 0 { "_phone" } else { SECRET }))
            .collect();
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

fn assert_same(one: &TestSite, other: &TestSite) {
    let (one, other) = (one.output(), other.output());
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(other.get(path) == Some(bytes), "{path} differs");
    }
}

/// Folders list their files in the order of writing on some disks; the site does not show it.
#[test]
fn the_order_in_which_files_were_written_is_nowhere() {
    let (forward, backward) = (TestSite::base(), TestSite::empty());
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
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let files = site.output();
    let sums = site.read("public/2023/data/SHA256SUMS");
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        let bytes = files
            .get(&format!("2023/data/{name}"))
            .unwrap_or_else(|| panic!("{name} is not there"));
        let found: String =
            Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sum, found, "{name}");
    }
    let listed = sums.lines().count();
    let there = files
        .keys()
        .filter(|path| path.starts_with("2023/data/") && !path.ends_with(".html"))
        .count();
    assert_eq!(listed + 1, there, "every file but the list itself is in the list");
}

/// The page for what is not there is shown at any depth, so all its links begin at the root and
/// lead somewhere.
#[test]
fn links_of_the_page_for_nothing_begin_at_the_root() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build", "--base-url", "https://www.example.gov.cn/zt/x/"]).code, 0);
    let (page, files) = (site.read("public/404.html"), site.output());
    for attribute in [" href=\"", " src=\""] {
        for (at, _) in page.match_indices(attribute) {
            let link = page[at + attribute.len()..].split('"').next().expect("a value");
            if link.starts_with('#') || link.starts_with("data:") || link.starts_with("https://") {
                continue;
            }
            let path = link
                .strip_prefix("/zt/x/")
                .unwrap_or_else(|| panic!("`{link}` does not begin at the root"));
            let path = path.split('#').next().unwrap_or("");
            let file = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_string()
            };
            assert!(files.contains_key(&file), "`{link}` leads nowhere");
        }
    }
}
