//! The shipped content: the real plan with its sample figures, and golden pages of the small site.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::site::{TestSite, root, run_in, tree};

pub fn shipped() -> BTreeMap<String, Vec<u8>> {
    let folder = TempDir::new().expect("a temporary folder");
    let output = folder.path().join("public");
    let run = run_in(&root(), &["build", "--output", &output.to_string_lossy()], &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(run.stderr, "", "no error and no warning");
    tree(&output)
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&String, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path, text(bytes)))
}

/// Finds the values of an attribute.
pub fn attributes<'p>(page: &'p str, name: &str) -> impl Iterator<Item = &'p str> {
    let opening = format!(" {name}=\"");
    page.match_indices(&opening)
        .map(|(at, found)| page[at + found.len()..].split('"').next().unwrap_or(""))
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn the_plan_is_whole() {
    let files = shipped();
    for number in 1..=20 {
        assert!(files.contains_key(&format!("2023/items/{number:02}/index.html")), "item {number}");
    }
    let plan: Value = serde_json::from_slice(&files["2023/data/plan.json"]).expect("JSON");
    assert_eq!(
        (plan["schema"].as_str(), plan["sample"].as_str()),
        (Some("taizhang/plan/1"), Some("示例数据"))
    );
    assert_eq!(
        (plan["as_of"].as_str(), plan["edition"].as_str()),
        (Some("2023-10-25"), Some("2023-Q3"))
    );
    assert_eq!(plan["departments"].as_array().map(Vec::len), Some(19));
    assert_eq!(plan["regions"].as_array().map(Vec::len), Some(9));
    let items = plan["items"].as_array().expect("items");
    let quantified = |item: &Value, ambition: Option<&str>| {
        let is_one = |target: &Value| {
            target["value"].is_number() && target["per"].is_null() && target["op"] != "coverage"
        };
        let of_ambition =
            |target: &Value| ambition.is_none_or(|wanted| target["ambition"] == wanted);
        item["indicators"]
            .as_array()
            .expect("indicators")
            .iter()
            .filter(|one| is_one(&one["target"]) && of_ambition(&one["target"]))
            .count()
    };
    let all: Vec<usize> = items.iter().map(|item| quantified(item, None)).collect();
    assert_eq!(all, [4, 4, 3, 2, 3, 3, 3, 16, 5, 6, 0, 3, 1, 0, 0, 1, 0, 0, 0, 0]);
    let stretch: Vec<usize> = items.iter().map(|item| quantified(item, Some("stretch"))).collect();
    assert_eq!(stretch, [4, 1, 0, 1, 0, 0, 0, 10, 5, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let total = |counts: &Value| {
        counts.as_object().expect("counts").values().filter_map(Value::as_u64).sum::<u64>()
    };
    assert_eq!(total(&plan["counts"]["indicators"]["all"]), 54);
    assert_eq!(total(&plan["counts"]["indicators"]["stretch"]), 25);
    assert_eq!(total(&plan["counts"]["items"]), 20);
    assert!(
        items
            .iter()
            .all(|item| item["departments"].as_array().is_some_and(|list| !list.is_empty()))
    );
}

#[test]
fn statuses_range_over_what_can_occur_before_the_year_ends() {
    let files = shipped();
    let plan: Value = serde_json::from_slice(&files["2023/data/plan.json"]).expect("JSON");
    let indicators = plan["items"]
        .as_array()
        .expect("items")
        .iter()
        .flat_map(|item| item["indicators"].as_array().expect("indicators"));
    let found: BTreeSet<&str> = indicators
        .flat_map(|one| {
            let regions = one["regions"]
                .as_array()
                .expect("regions")
                .iter()
                .filter_map(|region| region["status"].as_str());
            one["status"]["code"].as_str().into_iter().chain(regions)
        })
        .collect();
    let expected = [
        "ahead",
        "behind",
        "done",
        "far_behind",
        "missed",
        "missed_stretch",
        "nearly_met",
        "not_applicable",
        "not_assessed",
        "not_due",
        "not_reported",
        "on_track",
        "pending",
        "slightly_behind",
    ];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn one_verdict_is_told_everywhere() {
    let files = shipped();
    let plan: Value = serde_json::from_slice(&files["2023/data/plan.json"]).expect("JSON");
    let status: Value =
        serde_json::from_str(&run_in(&root(), &["status", "--format", "json"], &[]).stdout)
            .expect("JSON");
    let of_status: BTreeMap<&str, &str> = status["items"]
        .as_array()
        .expect("items")
        .iter()
        .flat_map(|item| item["indicators"].as_array().expect("indicators"))
        .map(|one| (one["id"].as_str().expect("an id"), one["status"].as_str().expect("a code")))
        .collect();
    for item in plan["items"].as_array().expect("items") {
        let number = item["number"].as_u64().expect("a number");
        let page = text(&files[&format!("2023/items/{number:02}/index.html")]).to_string();
        let explained = run_in(&root(), &["explain", &number.to_string(), "--format", "json"], &[]);
        let explained: Value = serde_json::from_str(&explained.stdout).expect("JSON");
        let own: Value =
            serde_json::from_slice(&files[&format!("2023/items/{number:02}/data.json")])
                .expect("JSON");
        assert_eq!(own["item"], *item, "the item's own file says the same");
        for (indicator, explained) in item["indicators"]
            .as_array()
            .expect("indicators")
            .iter()
            .zip(explained.as_array().expect("a list"))
        {
            let id = indicator["id"].as_str().expect("an id");
            assert_eq!(explained["id"], *id);
            let office = explained["status"].as_str().expect("a code");
            assert_eq!(of_status.get(id), Some(&office), "{id} in status");
            // In public an overdue report reads as a missing one.
            let public = if office == "overdue_report" { "not_reported" } else { office };
            assert_eq!(indicator["status"]["code"], *public, "{id}");
            assert_eq!(indicator["completion"], explained["completion"], "{id}");
            assert_eq!(indicator["gap_points"], explained["gap_points"], "{id}");
            let reason = indicator["status"]["reason"].as_str().expect("a reason");
            if matches!(public, "done" | "ahead" | "on_track") && explained["computed"].is_null() {
                assert!(
                    !reason.contains("低于序时进度"),
                    "{id} is {public}, and its reason says {reason}"
                );
            }
            for region in indicator["regions"].as_array().expect("regions") {
                let alone = [
                    "explain",
                    id,
                    "--region",
                    region["id"].as_str().expect("an id"),
                    "--format",
                    "json",
                ];
                let is_asked = number == 6 && region["status"].is_string();
                if is_asked {
                    let alone: Value =
                        serde_json::from_str(&run_in(&root(), &alone, &[]).stdout).expect("JSON");
                    assert_eq!(
                        (&alone[0]["status"], &alone[0]["finding"]),
                        (&region["status"], &region["reason"]),
                        "{id} {region}"
                    );
                }
            }
            let block = page
                .split(&format!("id=\"{id}\""))
                .nth(1)
                .unwrap_or_else(|| panic!("{id} is on the page"));
            assert_eq!(attributes(block, "data-status").next(), Some(public), "{id} on the page");
        }
    }
    let json = text(&files["2023/data/plan.json"]);
    assert!(!json.contains("overdue_report"), "an overdue report is nowhere in public");
}

#[test]
fn every_link_leads_somewhere() {
    let dead = dead_links(&shipped());
    assert!(dead.is_empty(), "{dead:#?}");
}

/// Lists the links of pages that lead nowhere.
pub fn dead_links(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let mut dead = BTreeSet::new();
    for (path, page) in pages(files).filter(|(path, _)| *path != "404.html") {
        for link in attributes(page, "href").chain(attributes(page, "src")) {
            if link.contains("://") || link.starts_with("data:") || link.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            match files.get(&target) {
                None => drop(dead.insert(format!("{path} -> {link}"))),
                Some(bytes)
                    if !anchor.is_empty() && !text(bytes).contains(&format!("id=\"{anchor}\"")) =>
                {
                    dead.insert(format!("{path} -> {link} (no such place)"));
                }
                Some(_) => {}
            }
        }
    }
    dead
}

/// Resolves a relative link as a browser does.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = Path::new(from)
        .parent()
        .and_then(Path::to_str)
        .unwrap_or("")
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    let joined = parts.join("/");
    if link.ends_with('/') || joined.is_empty() {
        format!("{joined}/index.html").trim_start_matches('/').to_string()
    } else {
        joined
    }
}

#[test]
fn every_page_is_marked_as_a_sample_and_obeys_its_policy() {
    for (path, page) in pages(&shipped()) {
        assert!(page.contains("示例") || page.contains("Sample"), "{path}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        assert!(page.contains("Content-Security-Policy"), "{path}");
        assert!(
            !page.contains(" style=\"")
                && !page.contains("<style")
                && !page.contains("<script>")
                && !page.contains(" onclick"),
            "{path}"
        );
        let ids: Vec<&str> = attributes(page, "id").collect();
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "{path}: an id is there twice"
        );
        assert!(
            !page.contains("[finding") && !page.contains("[reason") && !page.contains("[status"),
            "{path}: a text is missing"
        );
    }
}

#[test]
fn a_figure_that_is_not_due_is_never_called_missing() {
    let files = shipped();
    let rows: Vec<&str> = pages(&files)
        .filter(|(path, _)| path.starts_with("2023/regions/"))
        .flat_map(|(_, page)| page.split("<tr>").collect::<Vec<_>>())
        .collect();
    assert!(rows.iter().any(|row| row.contains("data-status=\"not_due\"")), "there are such rows");
    for row in rows {
        assert!(!(row.contains("data-status=\"not_due\"") && row.contains(">暂缺<")), "{row}");
    }
}

#[test]
fn pages_stay_small() {
    let files = shipped();
    for (path, page) in pages(&files) {
        let indicators = page.matches("<article class=\"indicator\"").count();
        let limit = if (1..=3).contains(&indicators) { 60_000 } else { 250_000 };
        assert!(page.len() < limit, "{path} has {} bytes", page.len());
    }
    let style: usize =
        files.iter().filter(|(path, _)| path.ends_with(".css")).map(|(_, bytes)| bytes.len()).sum();
    let script: usize =
        files.iter().filter(|(path, _)| path.ends_with(".js")).map(|(_, bytes)| bytes.len()).sum();
    assert!(style < 30_000 && script < 10_000, "{style} bytes of style, {script} of script");
}

#[test]
fn figures_of_the_ledger_are_in_the_open_data_once() {
    let files = shipped();
    let observations = text(&files["2023/data/observations.csv"]);
    assert!(observations.starts_with(
        "item,indicator,region,period,value,unit,flag,recorded,source,note,sample\r\n"
    ));
    let mut keys = BTreeSet::new();
    for row in observations.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        assert!(keys.insert(cells[1..4].join(",")), "{row} is in force twice");
        assert_eq!(cells.last(), Some(&"示例数据"));
    }
    assert_eq!(text(&files["2023/data/observations-excel.csv"]), format!("\u{FEFF}{observations}"));
    let sums = text(&files["2023/data/SHA256SUMS"]);
    assert_eq!(sums.lines().count(), 7);
}

#[test]
fn the_small_site_has_these_files_and_says_this() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let files = site.output();
    let names: Vec<&str> =
        files.keys().map(String::as_str).filter(|name| !name.starts_with("assets/")).collect();
    assert_snapshot!("files", names.join("\n"));
    for (name, path) in [
        ("page_overview", "2023/index.html"),
        ("page_item", "2023/items/01/index.html"),
        ("page_department", "2023/departments/office/index.html"),
        ("page_region", "2023/regions/north/index.html"),
        ("page_period", "2023/periods/2023-H1/index.html"),
        ("page_item_en", "en/2023/items/01/index.html"),
    ] {
        let page = text(&files[path]);
        let start = page.find("<main").expect("a main part");
        let end = page.find("</main>").expect("its end");
        assert_snapshot!(name, page[start..end].replace("><", ">\n<"));
    }
    for (name, path) in [
        ("plan_json", "2023/data/plan.json"),
        ("observations", "2023/data/observations.csv"),
        ("revisions", "2023/data/revisions.csv"),
        ("indicators", "2023/data/indicators.csv"),
    ] {
        assert_snapshot!(name, text(&files[path]).replace(env!("CARGO_PKG_VERSION"), "[version]"));
    }
}

#[test]
fn the_method_page_works_out_an_example_of_the_site() {
    let files = shipped();
    let plan: Value = serde_json::from_slice(&files["2023/data/plan.json"]).expect("JSON");
    let page = text(&files["2023/method/index.html"]);
    let indicators = plan["items"]
        .as_array()
        .expect("items")
        .iter()
        .flat_map(|item| item["indicators"].as_array().expect("indicators"));
    let first =
        indicators.clone().find(|one| one["status"]["rule"] == "linear").expect("a linear target");
    let (actual, target) = (&first["latest"]["value"], &first["target"]["value"]);
    assert!(page.contains(&format!("完成率 p ＝ {actual} ÷ {target} ＝ ")), "{}", first["id"]);
    // Every rule is counted: the counts add up to the targets that are judged.
    let schedules = page
        .split("序时进度怎样计算</h2>")
        .nth(1)
        .and_then(|rest| rest.split("</table>").next())
        .expect("the table");
    let counted: usize = schedules
        .split("<td class=\"num\">")
        .skip(1)
        .map(|cell| cell.split('<').next().and_then(|n| n.parse::<usize>().ok()).expect("a number"))
        .sum();
    let judged = indicators
        .filter(|one| one["target"].is_object() && one["status"]["rule"] != "exempt")
        .count();
    assert_eq!(counted, judged);
}
