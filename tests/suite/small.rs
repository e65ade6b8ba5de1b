//! A small plan of one item with three counties, for tests that bring indicators and rows.

use crate::site::TestSite;

/// Writes a small plan of one item with these indicators and rows.
pub fn site(span: &str, indicators: &[(&str, &str)], rows: &[&str]) -> TestSite {
    let site = TestSite::empty();
    let toml = "title = \"小站\"\nlanguages = [\"zh-CN\", \"en\"]\nsample = true\n";
    site.write("content/site.toml", toml);
    let departments = "id,name,short_name,aliases,kind\nbureau,示例局,示例局,,bureau\n";
    site.write("content/departments.csv", departments);
    let regions = "id,name,short_name,kind,group,parent,counted\na,甲县,甲县,county,,,separate\n\
         b,乙县,乙县,county,,,separate\nc,丙县,丙县,county,,,separate\n";
    site.write("content/regions.csv", regions);
    let plan = format!(
        "+++\ntitle = \"小计划\"\nissuer = \"示例局\"\n{span}\nregions_public = \"values\"\n\
         publish_overdue = true\nsections = [{{ id = \"first\", title = \"第一部分\" }}]\n+++\n说明。\n"
    );
    site.write("content/plans/one/plan.md", &plan);
    let written: String = indicators
        .iter()
        .map(|(id, rest)| {
            format!(
                "[[indicators]]\nid = \"{id}\"\nname = \"{id}\"\n{rest}\nreporter = \"bureau\"\n"
            )
        })
        .collect();
    let item = format!(
        "+++\nnumber = 1\ntitle = \"一\"\nsection = \"first\"\nregions = \"all\"\n\
         departments = [{{ id = \"bureau\", role = \"sole\" }}]\n{written}+++\n正文。\n"
    );
    site.write("content/plans/one/items/01.md", &item);
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let head = "period,indicator,region,value,flag,recorded,source,note";
    site.write("content/plans/one/data/data.csv", &format!("{head}\n{rows}"));
    site
}

/// Writes such a plan and builds it.
pub fn built(span: &str, indicators: &[(&str, &str)], rows: &[&str]) -> TestSite {
    let site = site(span, indicators, rows);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    site
}

/// The page of its item.
pub const PAGE: &str = "public/one/items/01/index.html";

/// Returns an indicator of its `plan.json`.
pub fn indicator_of(site: &TestSite, id: &str) -> serde_json::Value {
    let plan: serde_json::Value =
        serde_json::from_str(&site.read("public/one/data/plan.json")).expect("JSON");
    let all = plan["items"][0]["indicators"].as_array().expect("indicators").clone();
    all.into_iter().find(|one| one["id"] == id).expect("an indicator")
}
