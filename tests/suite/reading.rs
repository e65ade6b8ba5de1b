//! What readers find on the pages beside the verdicts: what is due and below, what was said before,
//! narrowing, drawings that stand alone.
//!
//! Everything is compared with `plan.json` of the same build, never with words copied from a page.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::shipped::{attributes, shipped, text};

fn plan_of(files: &BTreeMap<String, Vec<u8>>) -> Value {
    serde_json::from_slice(&files["2023/data/plan.json"]).expect("JSON")
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is a list"))
}

fn standing(code: &str) -> &'static str {
    match code {
        "done" | "ahead" | "on_track" | "met" | "nearly_met" => "above",
        "slightly_behind" | "behind" | "far_behind" | "missed" | "missed_stretch" => "below",
        "not_due" | "pending" => "awaiting",
        "not_reported" | "overdue_report" => "missing",
        _ => "other",
    }
}

/// Returns the part of a page from an opening to the next closing of the same kind.
fn part<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page.find(from).unwrap_or_else(|| panic!("{from} is there"));
    let end = page[start..].find(to).unwrap_or_else(|| panic!("{to} follows {from}"));
    &page[start..start + end]
}

#[test]
fn the_overview_lists_every_item_with_its_standing_and_departments() {
    let files = shipped();
    let plan = plan_of(&files);
    let page = text(&files["2023/index.html"]);
    let rows: Vec<&str> = page.split("<li class=\"item-row\"").skip(1).collect();
    let items = list(&plan, "items");
    assert_eq!(rows.len(), items.len());
    for (row, item) in rows.iter().zip(items) {
        let code = item["status"]["code"].as_str().expect("a code");
        assert!(
            row.starts_with(&format!(" data-is=\"{}\"", standing(code))),
            "item {}",
            item["number"]
        );
        let departments: Vec<&str> =
            list(item, "departments").iter().filter_map(|one| one["id"].as_str()).collect();
        assert_eq!(
            attributes(row, "data-departments").next(),
            Some(departments.join(" ").as_str()),
            "item {}",
            item["number"]
        );
    }
    // The links that narrow say how many rows they leave, and every group has its place to jump to.
    let counted: BTreeMap<&str, usize> = items.iter().fold(BTreeMap::new(), |mut counted, item| {
        *counted.entry(standing(item["status"]["code"].as_str().unwrap_or(""))).or_default() += 1;
        counted
    });
    let links = part(page, "<p class=\"filter-links\">", "</p>");
    for (word, n) in counted {
        let link = part(links, &format!("href=\"#only-{word}\""), "</a>");
        assert!(link.ends_with(&format!(" {n}")), "{link}");
        assert!(page.contains(&format!("id=\"only-{word}\"")), "{word}");
    }
}

#[test]
fn a_department_sees_everything_below_that_it_has_a_hand_in() {
    let files = shipped();
    let plan = plan_of(&files);
    for department in list(&plan, "departments") {
        let id = department["id"].as_str().expect("an id");
        let page = text(&files[&format!("2023/departments/{id}/index.html")]);
        let mut wanted = BTreeSet::new();
        for item in list(&plan, "items") {
            let is_own = list(item, "departments").iter().any(|one| one["id"] == id);
            for indicator in list(item, "indicators") {
                let is_below =
                    standing(indicator["status"]["code"].as_str().unwrap_or("")) == "below";
                if is_below
                    && !indicator["target"].is_null()
                    && (is_own || indicator["reporter"] == id)
                {
                    wanted.insert(indicator["id"].as_str().expect("an id").to_string());
                }
            }
        }
        let reported = part(page, "id=\"behind-title\"", "</section>");
        let links = attributes(reported, "href")
            .filter_map(|link| link.split('#').nth(1))
            .filter(|anchor| *anchor != "milestones-title");
        assert_eq!(links.map(str::to_string).collect::<BTreeSet<_>>(), wanted, "{id}");
    }
}

#[test]
fn what_is_due_stands_soonest_first_and_names_every_report() {
    let files = shipped();
    let page = text(&files["2023/departments/jxj/index.html"]);
    let due = part(page, "id=\"due-title\"", "</section>");
    let days: Vec<(u32, u32, u32)> = due
        .split("<b class=\"due-date\">")
        .skip(1)
        .map(|entry| {
            let date = entry.split('<').next().unwrap_or("");
            let numbers: Vec<u32> =
                date.split(['年', '月', '日']).filter_map(|number| number.parse().ok()).collect();
            (numbers[0], numbers[1], numbers[2])
        })
        .collect();
    assert!(days.len() > 3 && days.is_sorted(), "{days:?}");
    assert!(days.iter().all(|day| *day >= (2023, 10, 25)), "nothing of the past: {days:?}");
    // The table below names the next report of each indicator; those with one are all among the
    // dates.
    let reports = part(page, "id=\"reports-title\"", "</section>");
    for row in reports.split("<tr>").skip(2) {
        let anchor = attributes(row, "href").next().expect("a link");
        let has_next =
            !row.trim_end().trim_end_matches("</tbody></table></div>").ends_with("<td>—</td></tr>");
        assert_eq!(due.contains(anchor), has_next, "{anchor}");
    }
}

#[test]
fn the_table_of_regions_says_what_the_data_say() {
    let files = shipped();
    let plan = plan_of(&files);
    let page = text(&files["2023/regions/index.html"]);
    let table = part(page, "<table class=\"matrix\">", "</table>");
    let columns: Vec<&str> = attributes(part(table, "<thead>", "</thead>"), "href")
        .map(|link| link.trim_matches('/'))
        .collect();
    let official: Vec<&str> =
        list(&plan, "regions").iter().filter_map(|region| region["id"].as_str()).collect();
    assert!(
        columns.iter().map(|id| official.iter().position(|one| one == id)).is_sorted(),
        "official order: {columns:?}"
    );
    let mut judged = 0;
    for indicator in list(&plan, "items").iter().flat_map(|item| list(item, "indicators")) {
        let id = indicator["id"].as_str().expect("an id");
        let status = |region: &str| {
            let found = list(indicator, "regions").iter().find(|one| one["id"] == region);
            found.and_then(|one| one["status"].as_str()).is_some()
        };
        let row = table.split("<tr>").find(|row| row.contains(&format!("#{id}\"")));
        assert_eq!(row.is_some(), official.iter().any(|region| status(region)), "{id}");
        let Some(row) = row else { continue };
        let cells: Vec<&str> = row.split("<td>").skip(1).collect();
        for (cell, region) in cells.iter().zip(&columns) {
            assert_eq!(cell.contains("class=\"said\""), status(region), "{id} in {region}");
            judged += usize::from(status(region));
        }
    }
    assert!(judged > 100, "{judged} statuses");
}

#[test]
fn an_item_says_how_it_stood_in_the_edition_before() {
    let files = shipped();
    let plan = plan_of(&files);
    let before: Value =
        serde_json::from_slice(&files["2023/editions/2023-H1/plan.json"]).expect("JSON");
    let mut moved = 0;
    for (now, then) in list(&plan, "items").iter().zip(list(&before, "items")) {
        let number = now["number"].as_u64().expect("a number");
        let page = text(&files[&format!("2023/items/{number:02}/index.html")]);
        let since = part(page, "<section id=\"since\"", "</section>");
        let edition = text(&files["2023/editions/2023-H1/index.html"]);
        // The word the edition printed for the item is the word quoted here.
        let head = edition
            .split(&format!("items/{number:02}/\""))
            .nth(1)
            .expect("the item is in the edition");
        let pill = part(head, "<span class=\"pill", "</span></span>");
        let word = pill.rsplit("<span>").next().expect("a word");
        assert!(since.contains(&format!("“{word}”")), "item {number}: {word}");
        let changed: BTreeSet<&str> = list(now, "indicators")
            .iter()
            .zip(list(then, "indicators"))
            .filter(|(now, then)| {
                !now["target"].is_null() && now["status"]["code"] != then["status"]["code"]
            })
            .filter_map(|(now, _)| now["id"].as_str())
            .collect();
        let reported = since
            .split("<ul class=\"changes\">")
            .nth(1)
            .map_or("", |rest| rest.split("</ul>").next().unwrap_or(""));
        let links: BTreeSet<&str> =
            attributes(reported, "href").map(|link| link.trim_start_matches('#')).collect();
        assert_eq!(links, changed, "item {number}");
        moved += changed.len();
    }
    assert!(moved > 5, "{moved} moved");
}

#[test]
fn a_printed_sheet_names_the_checksum_of_its_figures() {
    let files = shipped();
    let sums = text(&files["2023/data/SHA256SUMS"]);
    let sum = sums
        .lines()
        .find(|line| line.ends_with("  observations.csv"))
        .and_then(|line| line.split(' ').next());
    let page = text(&files["2023/periods/2023-H1/index.html"]);
    let sheet = part(page, "<div class=\"sheet-facts\">", "</div></section>");
    assert!(sheet.contains(&format!("SHA-256 {}", sum.expect("a checksum"))), "{sheet}");
    assert!(sheet.contains("/2023/periods/2023-H1/"), "{sheet}");
}

#[test]
fn drawings_stand_alone() {
    let files = shipped();
    let drawings: Vec<(&String, &str)> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".svg"))
        .map(|(path, bytes)| (path, text(bytes)))
        .collect();
    for kind in [
        "-target.svg",
        "-trend.svg",
        "-regions.svg",
        "-parts.svg",
        "/milestones.svg",
        "/editions.svg",
    ] {
        assert!(drawings.iter().any(|(path, _)| path.ends_with(kind)), "{kind}");
    }
    for (path, drawing) in drawings {
        assert!(
            drawing.contains("xmlns=\"http://www.w3.org/2000/svg\"") && drawing.contains("<style>"),
            "{path}"
        );
        assert!(drawing.contains("示例数据") || drawing.contains("Sample"), "{path} is marked");
        assert!(
            !drawing.contains("url(")
                && !drawing.contains("@import")
                && !drawing.contains("<script"),
            "{path}"
        );
    }
}
