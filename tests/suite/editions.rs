//! Editions: frozen as published, compared with what came later, and never changed in silence.

use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::site::{TestSite, root, tree};

const PLAN: &str = "content/plans/2023/plan.md";
const ITEM: &str = "content/plans/2023/items/01.md";
const DATA: &str = "content/plans/2023/data/2023.csv";
const H1: &str = "content/plans/2023/releases/2023-H1.json";

/// An edition after the half-year's, so that the half-year's is the past.
const Q3: &str = "[[editions]]\nperiod = \"2023-Q3\"\nas_of = 2023-10-25\nstate \
    = \"published\"\npublished_at = \"2023-10-27 09:30\"\n+++\n\n一个";

/// The small site with both editions frozen.
fn frozen() -> TestSite {
    let site = TestSite::base();
    for edition in ["2023-Q1", "2023-H1"] {
        let run = site.run(&["release", edition]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.shown());
    }
    site
}

fn with_q3(site: &TestSite) {
    site.replace(PLAN, "+++\n\n一个", Q3);
    site.append(DATA, "2023-Q3,firms,north,60,,2023-10-15,示例,,");
    site.append(DATA, "2023-Q3,firms,south,25,,2023-10-15,示例,,");
    site.append(DATA, "2023-Q3,growth,,10.5,,2023-10-18,示例,,");
    site.append(DATA, "2023-Q2,firms,north,30,r,2023-08-10,示例,企业注销后重新核定,source");
}

fn built(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    site.output()
}

fn page(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).expect("text")
}

#[test]
fn a_frozen_edition_keeps_page_and_data_whatever_changes_later() {
    let site = frozen();
    let before = built(&site);
    with_q3(&site);
    // A row dated back, other bands, another name with its revision, another reason, a regional
    // share.
    site.replace(DATA, "2023-Q2,firms,south,18,", "2023-Q2,firms,south,58,");
    site.replace(PLAN, "[[editions]]\nperiod = \"2023-Q1\"", "[bands]\nahead = \
        30\n[[plan_revisions]]\ndate = 2023-09-01\nitem = 1\nfield = \"firms.name\"\nold \
        = \"新增企业\"\nnew = \"新增市场主体\"\nreason = \"改称\"\n[[editions]]\nperiod = \"2023-Q1\"");
    site.replace(ITEM, "name = \"新增企业\"", "name = \"新增市场主体\"");
    site.replace(ITEM, "title_en = \"More firms\"", "title_en = \"Many more firms\"");
    let after = built(&site);
    for path in [
        "2023/editions/2023-H1/plan.json",
        "2023/editions/2023-H1/index.html",
        "en/2023/editions/2023-H1/index.html",
    ] {
        assert!(before[path] == after[path], "{path} is as it was published");
    }
    assert!(
        before["2023/periods/2023-H1/index.html"] != after["2023/periods/2023-H1/index.html"],
        "the period is as known now"
    );
    let reported = site.run(&["check", "--format", "short"]).stdout;
    assert!(
        reported.contains("warning[release-differs]: the edition `2023-H1` published `firms` as"),
        "{reported}"
    );
}

#[test]
fn the_half_year_revised_after_its_edition_is_told_with_its_reason() {
    let site = frozen();
    with_q3(&site);
    let files = built(&site);
    assert!(
        page(&files, "2023/editions/2023-H1/index.html").contains("58"),
        "the edition keeps 40 + 18"
    );
    let period = page(&files, "2023/periods/2023-H1/index.html");
    assert!(
        period.contains("48") && period.contains("企业注销后重新核定"),
        "the period has 30 + 18 and says why"
    );
    assert_snapshot!("changes_page", main_of(&page(&files, "2023/changes/index.html")));
    assert_snapshot!("diff", site.run(&["diff", "2023-H1", "2023-Q3"]).shown());
    assert_snapshot!(
        "diff_json",
        site.run(&["diff", "2023-H1", "2023-Q3", "--format", "json"]).stdout
    );
    assert_eq!(
        site.run(&["check", "--strict"]).code,
        0,
        "rows with the day they came are no fault"
    );
}

fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main");
    &page[start..page.find("</main>").expect("its end")]
}

#[test]
fn freezing_changes_no_byte_of_the_published_data() {
    let site = TestSite::base();
    let open = built(&site);
    assert_eq!(site.run(&["release", "2023-H1"]).code, 0);
    let closed = built(&site);
    assert!(open["2023/editions/2023-H1/plan.json"] == closed["2023/editions/2023-H1/plan.json"]);
    assert!(page(&open, "2023/editions/2023-H1/index.html").contains("尚未冻结"));
    let reported = page(&closed, "2023/editions/2023-H1/index.html");
    let checksum = reported
        .split("<code>")
        .nth(1)
        .and_then(|rest| rest.split("</code>").next())
        .expect("a checksum");
    let release: Value = serde_json::from_str(&site.read(H1)).expect("JSON");
    assert_eq!(release["sha256"]["plan.json"].as_str(), Some(checksum));
}

#[test]
fn an_edition_is_frozen_once_and_only_when_it_is_signed_off() {
    let site = frozen();
    assert_snapshot!("release_twice", site.run(&["release", "2023-H1"]).shown());
    assert_snapshot!("release_unknown", site.run(&["release", "2023-H2"]).shown());
    site.replace(PLAN, "+++\n\n一个", &Q3.replace("published\"\n", "draft\"\n"));
    assert_snapshot!("release_draft", site.run(&["release", "2023-Q3"]).shown());
    site.replace(PLAN, "state = \"draft\"", "state = \"approved\"");
    site.append(ITEM, "请核对：这里的数字。");
    assert_snapshot!("release_marked", site.run(&["release", "2023-Q3"]).shown());
    assert!(!site.path().join("content/plans/2023/releases/2023-Q3.json").exists());
    site.replace(ITEM, "请核对：", "");
    let run = site.run(&["release", "2023-Q3"]);
    assert!(
        run.code == 0 && run.stdout.contains("next: set state = \"published\""),
        "{}",
        run.shown()
    );
    site.replace(DATA, "2023-Q1,growth,,11.0", "2023-Q1,grwth,,11.0");
    assert_eq!(site.run(&["release", "2023-Q3"]).code, 1, "content with errors is not frozen");
}

#[test]
fn a_changed_promise_is_an_error_until_it_is_told() {
    let site = frozen();
    site.replace(ITEM, "力争120家以上", "力争100家以上");
    site.replace(
        ITEM,
        "departments = [{ id = \"office\", role = \"sole\" }]",
        "departments = [{ id = \"bureau\", role = \"sole\" }]",
    );
    assert_snapshot!("silent_edit", site.run(&["build"]).stderr);
    let revisions = "[[plan_revisions]]\ndate = 2023-09-01\nitem = 1\nfield \
        = \"firms.target\"\nold = \"力争120家以上\"\nnew = \"力争100家以上\"\n\
        reason = \"上级调整\"\nsource = \"示例\"\n[[plan_revisions]]\ndate = 2023-09-01\nitem = 1\nfield \
        = \"departments\"\nold = \"office\"\n\
        new = \"bureau\"\nreason = \"职责调整\"\n[[editions]]\nperiod = \"2023-Q1\"";
    site.replace(PLAN, "[[editions]]\nperiod = \"2023-Q1\"", revisions);
    // As of the half-year's edition the promise still reads as it did.
    let files = built(&site);
    assert!(page(&files, "2023/items/01/index.html").contains("力争120家以上"));
    assert!(!page(&files, "2023/items/01/index.html").contains("力争100家以上"));
    with_q3(&site);
    let files = built(&site);
    assert!(page(&files, "2023/items/01/index.html").contains("力争100家以上"));
    let changes = page(&files, "2023/changes/index.html");
    assert!(
        changes.contains("上级调整")
            && changes.contains("力争120家以上")
            && changes.contains("职责调整")
    );
    assert!(page(&files, "2023/editions/2023-H1/index.html").contains("力争120家以上"));
}

#[test]
fn a_revision_that_disagrees_with_the_item_is_an_error() {
    let site = TestSite::base();
    let revision = "[[plan_revisions]]\ndate = 2023-09-01\nitem = 1\nfield = \"firms.target\"\nold \
        = \"力争\"\nnew = \"力争90家\"\nreason = \"调整\"\n\
        [[plan_revisions]]\ndate = 2023-09-01\nfield = \"frims.name\"\nold = \"a\"\nnew \
        = \"b\"\nreason = \"调整\"\n\
        [[plan_revisions]]\ndate = 2023-09-01\nitem = 9\nfield = \"title\"\nold = \"a\"\nnew \
        = \"b\"\nreason = \"调整\"\n\
        [[editions]]\nperiod = \"2023-Q1\"";
    site.replace(PLAN, "[[editions]]\nperiod = \"2023-Q1\"", revision);
    assert_snapshot!("revision_disagrees", site.run(&["build"]).stderr);
}

#[test]
fn a_frozen_file_that_was_touched_is_an_error() {
    let touched = |change: fn(&TestSite)| {
        let site = frozen();
        change(&site);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{}", run.shown());
        run.stderr
    };
    assert_snapshot!(
        "release_figure_touched",
        touched(|site| edit(site, "\"completion\":0.483333", "\"completion\":0.583333"))
    );
    assert_snapshot!("release_words_touched", touched(|site| edit(site, "小计划", "大计划")));
    assert_snapshot!(
        "release_cut_off",
        touched(|site| site.write(H1, &site.read(H1).chars().take(400).collect::<String>()))
    );
    assert_snapshot!(
        "release_of_another_day",
        touched(|site| site.replace(PLAN, "as_of = 2023-07-25", "as_of = 2023-07-26"))
    );
    assert_snapshot!(
        "release_without_edition",
        touched(|site| site.replace(PLAN, "period = \"2023-H1\"", "period = \"2023-Q2\""))
    );
    assert_snapshot!(
        "release_renamed",
        touched(|site| site.write("content/plans/2023/releases/2023-Q3.json", &site.read(H1)))
    );
}

fn edit(site: &TestSite, old: &str, new: &str) {
    let text = site.read(H1);
    assert!(text.contains(old), "{old} is in the frozen edition");
    site.write(H1, &text.replacen(old, new, 1));
}

#[test]
fn what_is_frozen_today_is_what_is_recomputed_today() {
    let site = TestSite::empty();
    for (path, bytes) in tree(&root().join("content")) {
        if !path.contains("/releases/") {
            site.write_bytes(&format!("content/{path}"), &bytes);
        }
    }
    for edition in ["2023-Q1", "2023-H1", "2023-Q3"] {
        assert_eq!(site.run(&["release", edition]).code, 0);
    }
    let reported = site.run(&["check", "--format", "short"]);
    assert_eq!(reported.code, 0);
    for code in ["release-differs", "silent-edit", "not-frozen"] {
        assert!(!reported.stdout.contains(code), "{}", reported.stdout);
    }
    let names: Vec<String> = fs::read_dir(site.path().join("content/plans/2023/releases"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn a_region_and_a_period_are_explained_too() {
    let site = TestSite::base();
    assert_snapshot!(
        "explain_region",
        site.run(&["explain", "firms", "--region", "north"]).shown()
    );
    assert_snapshot!(
        "explain_period",
        site.run(&["explain", "firms", "--period", "2023-Q1"]).shown()
    );
    assert_snapshot!(
        "explain_region_json",
        site.run(&[
            "explain", "firms", "--region", "south", "--period", "2023-Q1", "--format", "json"
        ])
        .stdout
    );
    assert_snapshot!(
        "explain_unknown_region",
        site.run(&["explain", "firms", "--region", "nort"]).shown()
    );
    assert_snapshot!(
        "explain_region_without_figures",
        site.run(&["explain", "growth", "--region", "north"]).shown()
    );
    assert_eq!(site.run(&["explain", "firms", "--period", "2023-13"]).code, 2);
    assert_eq!(
        site.run(&["diff", "2023-H1", "2023-Q1"]).code,
        2,
        "the earlier edition comes first"
    );
    assert_eq!(site.run(&["diff", "2023-H1", "2023-Q9"]).code, 2);
}

#[test]
fn a_status_that_moved_has_its_cause() {
    let without_second_quarter = |site: &TestSite| {
        let rows: Vec<String> = site
            .read(DATA)
            .lines()
            .filter(|row| !row.starts_with("2023-Q2,firms"))
            .map(str::to_string)
            .collect();
        site.write(DATA, &(rows.join("\n") + "\n"));
    };
    let without_report = |site: &TestSite| {
        site.replace(ITEM, "report = { every = \"quarter\", within_days = 20 }\n", "");
    };
    let cause = |change: &dyn Fn(&TestSite)| {
        let site = TestSite::base();
        change(&site);
        let run = site.run(&["diff", "2023-Q1", "2023-H1", "--format", "json"]);
        let changes: Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.shown()));
        let firms = changes["indicators"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|one| one["id"] == "firms")
            .expect("firms moved");
        firms["cause"].as_str().expect("its status moved").to_string()
    };
    assert_eq!(cause(&|_| {}), "new-figure");
    let revised_target = |site: &TestSite| {
        without_second_quarter(site);
        without_report(site);
        site.replace(ITEM, "力争120家以上", "力争240家以上");
        let revision = "[[plan_revisions]]\ndate = 2023-05-01\nitem = 1\nfield \
            = \"firms.target\"\nold = \"力争120家以上\"\n\
            new = \"力争240家以上\"\nreason = \"上级调整\"\n[[editions]]\nperiod = \"2023-Q1\"";
        site.replace(PLAN, "[[editions]]\nperiod = \"2023-Q1\"", revision);
    };
    assert_eq!(cause(&revised_target), "target");
    let by_hand = |site: &TestSite| {
        let by_hand = "override = { period = \"2023-Q2\", status = \"behind\", author = \"示例办公室\", \
            date = 2023-07-20, reason = \"已核\" }\nnature =";
        site.replace(ITEM, "nature =", by_hand);
    };
    assert_eq!(cause(&by_hand), "by-hand");
    let list = |site: &TestSite| {
        site.replace(
            ITEM,
            "schedule = \"linear\"",
            "schedule = \"batch\"\nbatches = [{ published = 2023-06-30 }]",
        );
    };
    assert_eq!(cause(&list), "list");
    assert_eq!(cause(&without_second_quarter), "report");
    let revised = |site: &TestSite| {
        without_second_quarter(site);
        without_report(site);
        site.append(DATA, "2023-Q1,firms,north,2,r,2023-05-10,示例,重新核定,source");
    };
    assert_eq!(cause(&revised), "revised");
    let rule = |site: &TestSite| {
        without_second_quarter(site);
        without_report(site);
        assert_eq!(site.run(&["release", "2023-Q1"]).code, 0);
        site.replace(
            PLAN,
            "[[editions]]\nperiod = \"2023-Q1\"",
            "[bands]\non_track = 3\n[[editions]]\nperiod = \"2023-Q1\"",
        );
    };
    assert_eq!(cause(&rule), "rule");
}

/// `tests/sites/upgraded` holds an edition that an earlier program froze, under its rules and in
/// its words.
#[test]
fn after_an_upgrade_a_frozen_edition_stands_and_the_rules_are_said_to_have_moved() {
    let site = TestSite::copy_of("upgraded");
    let reported = site.run(&["check", "--format", "short"]);
    assert_eq!(reported.code, 0, "{}", reported.shown());
    for moved in [
        "`teams` as slightly_behind (2023-09: 35); recomputed today it is behind (2023-09: 35); \
            the figure is the same: the rules",
        "`villages` as behind (2023-09: 1); recomputed today it is slightly_behind (2023-09: 1); \
            the figure is the same: the rules",
    ] {
        assert!(reported.stdout.contains(moved), "{}", reported.shown());
    }
    assert_eq!(reported.stdout.matches("release-differs").count(), 2, "{}", reported.shown());
    let files = built(&site);
    let edition = page(&files, "2023/editions/2023-Q3/index.html");
    for kept in [
        "1—9月累计完成16人，为年度目标的80%，低于序时进度5个百分点。",
        "1—9月5.6%，比目标低0.1个百分点。",
        "4个县区、园区中，1个已完成。",
    ] {
        assert!(edition.contains(kept), "the page says what it said: {kept}");
    }
    let today = page(&files, "2023/items/01/index.html");
    assert!(
        today.contains("1—9月累计发生16人，全年控制数20人按序时折算为15人，多1人。"),
        "today's page has today's words"
    );
    let changes = page(&files, "2023/changes/index.html");
    assert_eq!(changes.matches("规则或其设定变化").count(), 2, "both moved by a rule");
    assert!(!changes.contains("有新一期数据"), "no figure moved");
    let frozen = site.read("content/plans/2023/releases/2023-Q3.json");
    assert!(
        frozen.contains("1—9月5.6%，比目标低0.1个百分点。"),
        "the file is read, never rewritten"
    );
}
