//! Reporting forms, out and back: written by us, filled in by a real spreadsheet program, taken
//! into the ledger, and on the page.

use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;

use crate::office::Office;
use crate::site::{Run, TestSite, tree};

const SIGNED: [&str; 3] = ["责任!B3=甲", "责任!B4=乙", "责任!B5=丙"];

fn export(site: &TestSite) -> PathBuf {
    let run = site.run(&["forms", "export", "--period", "2023-Q3"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    site.path().join("forms/2023-Q3/2023-Q3-bureau.xlsx")
}

fn collect(site: &TestSite, files: &[PathBuf], further: &[&str]) -> Run {
    let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let mut arguments = vec!["forms", "collect", "--recorded", "2023-10-15"];
    arguments.extend(files.iter().map(String::as_str));
    arguments.extend(further);
    site.run(&arguments)
}

fn signed<'c>(changes: &[&'c str]) -> Vec<&'c str> {
    SIGNED.into_iter().chain(changes.iter().copied()).collect()
}

#[test]
fn a_form_asks_its_reporter_alone_and_is_the_same_every_time() {
    let site = TestSite::base();
    let first = fs::read(export(&site)).expect("a form");
    assert!(
        fs::read(export(&site)).expect("a form") == first,
        "the same content gives the same bytes"
    );
    let run = site.run(&["forms", "export", "--period", "2023-Q3", "--output", "again"]);
    assert_snapshot!("export", run.shown());
    assert_snapshot!(
        "export_nothing",
        site.run(&["forms", "export", "--period", "2024-Q3"]).shown()
    );
    // What a bureau is asked stands on no form of another's.
    let table = |name: &str| {
        let office = Office::open();
        fs::read_to_string(
            office
                .convert(&[site.path().join("again").join(name)], "csv")
                .join(name)
                .with_extension("csv"),
        )
        .expect("a table")
    };
    assert_snapshot!("form", table("2023-Q3-bureau.xlsx"));
    assert!(!table("2023-Q3-office.xlsx").contains("firms"));
}

#[test]
fn figures_come_back_through_a_spreadsheet_program_onto_the_page() {
    let site = TestSite::base();
    let form = export(&site);
    let office = Office::open();
    let filled = office.fill(
        &form,
        &[(
            "2023-Q3-bureau",
            &signed(&[
                "填报!K6=60",
                "填报!K7=25",
                "填报!L7=p 初步数",
                "填报!N7=按上报口径",
                "填报!O7=催了两次",
            ]),
        )],
    );
    let dry = collect(&site, &filled, &["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.shown());
    assert!(!site.path().join("content/plans/2023/data/forms-2023-Q3.csv").exists());
    assert_snapshot!("collect", collect(&site, &filled, &[]).shown());
    assert_snapshot!("collected", site.read("content/plans/2023/data/forms-2023-Q3.csv"));
    assert_eq!(site.run(&["check", "--drafts"]).code, 0);
    assert_eq!(site.run(&["build", "--drafts"]).code, 0);
    let page = site.read("public/2023/items/01/index.html");
    for wanted in ["85", "2023-Q3-bureau.xlsx!K6"] {
        assert!(page.contains(wanted), "{wanted} is on the page");
    }
    // Who filled it in and what the office remarked is nowhere in what is published.
    for (path, bytes) in tree(&site.path().join("public")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("催了两次") && !text.contains("department/bureau"),
            "{path} keeps internals"
        );
    }
    assert!(
        site.read("forms/receipts/2023-Q3-bureau-2023-10-15.json")
            .contains("\"answered_by\": \"丙\"")
    );
    // Taken in again, nothing is new and nothing is written.
    let before = tree(&site.path().join("content"));
    assert_snapshot!("collect_again", collect(&site, &filled, &[]).shown());
    assert!(tree(&site.path().join("content")) == before);
    // The other formats of the program hold the same.
    for to in ["ods", "xls"] {
        let other = office.convert(&filled, to).join("2023-Q3-bureau").with_extension(to);
        let run = collect(&site, &[other], &["--dry-run"]);
        assert!(run.stdout.contains("0 new, 0 changed, 2 unchanged"), "{to}: {}", run.shown());
    }
}

#[test]
fn what_is_not_as_it_was_sent_is_refused_and_nothing_is_written() {
    let site = TestSite::base();
    let form = export(&site);
    let office = Office::open();
    let fillings: Vec<(&str, Vec<&str>)> = vec![
        ("renamed", signed(&["填报说明!rename=说明"])),
        ("removed", signed(&["填报说明!remove="])),
        ("id", signed(&["填报!C6=growth"])),
        ("header", signed(&["填报!K5=本月数"])),
        ("target", signed(&["填报!H6=力争1家"])),
        ("beside", signed(&["填报!Q6=1"])),
        ("unsigned", vec!["填报!K6=60"]),
        ("formula", signed(&["填报!K6==1/0", "填报!K7=25"])),
        ("words", signed(&["填报!K6=60家", "填报!K7=1,200"])),
        ("flag", signed(&["填报!K6=60", "填报!L6=x 暂缺", "填报!L7=q"])),
    ];
    let borrowed: Vec<(&str, &[&str])> =
        fillings.iter().map(|(name, changes)| (*name, &changes[..])).collect();
    let files = office.fill(&form, &borrowed);
    let before = tree(&site.path().join("content"));
    let mut reported = String::new();
    for file in &files {
        let run = collect(&site, std::slice::from_ref(file), &[]);
        assert_eq!(run.code, 1, "{}: {}", file.display(), run.shown());
        reported.push_str(&run.stdout);
    }
    assert_snapshot!("refused", reported);
    assert!(tree(&site.path().join("content")) == before, "nothing is written");
    assert!(!site.path().join("forms/receipts").exists());
    // The good half of a form is taken where that is asked for.
    let partial = collect(&site, &files[7..8], &["--partial"]);
    assert_eq!(partial.code, 1, "{}", partial.shown());
    assert_snapshot!("partial", site.read("content/plans/2023/data/forms-2023-Q3.csv"));
}

#[test]
fn a_form_is_for_its_plan_its_period_and_its_reporter() {
    let site = TestSite::base();
    let form = export(&site);
    let office = Office::open();
    let filled = office.fill(&form, &[("2023-Q3-bureau", &signed(&["填报!K6=60", "填报!K7=25"]))]);
    let refuses = |run: &Run, words: &str| {
        assert_eq!(run.code, 1, "{}", run.shown());
        assert!(run.stdout.contains(words), "{words}: {}", run.shown());
    };
    refuses(
        &collect(&site, &filled, &["--period", "2023-Q2"]),
        "it is about 2023-Q3, asked for is 2023-Q2",
    );
    let early = site.run(&[
        "forms",
        "collect",
        &filled[0].display().to_string(),
        "--recorded",
        "2023-09-20",
    ]);
    refuses(&early, "is over on 2023-09-30");
    refuses(
        &collect(&site, &[filled[0].clone(), copy_of(&filled[0])], &[]),
        "from the same reporter",
    );
    let item = "content/plans/2023/items/01.md";
    site.replace(item, "reporter = \"bureau\"", "reporter = \"office\"");
    refuses(&collect(&site, &filled, &[]), "does not report this indicator");
    site.replace(item, "reporter = \"office\"", "reporter = \"bureau\"");
    // A figure that is known is changed only with a kind of revision and a reason, and on a later
    // day.
    let figures = "content/plans/2023/data/2023.csv";
    site.append(figures, "2023-Q3,firms,north,58,,2023-10-10,示例,,");
    refuses(&collect(&site, &filled, &[]), "it changes 58: choose a kind of revision");
    site.replace(figures, "58,,2023-10-10", "58,,2023-10-15");
    refuses(&collect(&site, &filled, &[]), "needs a later day");
    // The plan was renamed since.
    fs::rename(site.path().join("content/plans/2023"), site.path().join("content/plans/2023b"))
        .expect("it is renamed");
    refuses(&collect(&site, &filled, &[]), "it is a form of the plan `2023`");
}

fn copy_of(file: &Path) -> PathBuf {
    let copy = file.with_file_name("copy.xlsx");
    fs::copy(file, &copy).expect("a copy");
    copy
}

#[test]
fn a_revision_comes_back_with_its_reason() {
    let site = TestSite::base();
    site.append("content/plans/2023/data/2023.csv", "2023-Q3,firms,north,58,,2023-10-10,示例,,");
    let form = export(&site);
    let changes =
        signed(&["填报!K6=60", "填报!M6=correction 更正", "填报!N6=漏报2家", "填报!K7=25"]);
    let office = Office::open();
    let filled = office.fill(&form, &[("2023-Q3-bureau", &changes)]);
    let run = collect(&site, &filled, &[]);
    assert!(run.stdout.contains("1 new, 1 changed"), "{}", run.shown());
    let table = site.read("content/plans/2023/data/forms-2023-Q3.csv");
    assert!(table.contains(",漏报2家,correction,"), "{table}");
    assert_eq!(site.run(&["check", "--drafts"]).code, 0);
}
