//! A finished year: the verdicts that only the last figure of a plan can give.

use serde_json::Value;

use crate::site::TestSite;

#[test]
fn each_indicator_has_its_verdict() {
    let site = TestSite::copy_of("year-end");
    let answer = site.run(&["status", "--format", "json"]);
    assert_eq!(answer.code, 0, "{}", answer.shown());
    let status: Value = serde_json::from_str(&answer.stdout).expect("JSON");
    let found: Vec<(String, String)> = status["items"]
        .as_array()
        .expect("items")
        .iter()
        .flat_map(|item| item["indicators"].as_array().expect("indicators"))
        .map(|one| {
            (
                one["id"].as_str().unwrap_or("").to_string(),
                one["status"].as_str().unwrap_or("").to_string(),
            )
        })
        .collect();
    let expected = [
        ("met-count", "met"),
        ("missed-count", "missed"),
        ("stretch-count", "missed_stretch"),
        ("nearly-count", "nearly_met"),
        ("far-count", "missed"),
        ("pending-count", "pending"),
        ("met-growth", "met"),
        ("missed-growth", "missed"),
        ("nearly-growth", "nearly_met"),
        ("strict-share", "missed"),
        ("ceiling-stock", "met"),
        ("broken-ceiling", "missed"),
        ("range-lower", "met"),
        ("monthly-event", "missed"),
        ("each-region", "met"),
        ("no-land", "not_applicable"),
    ];
    assert_eq!(found, expected.map(|(id, status)| (id.to_string(), status.to_string())));
}

#[test]
fn its_pages_are_written_without_a_complaint() {
    let site = TestSite::copy_of("year-end");
    assert_eq!(site.run(&["check", "--strict"]).stdout, "nothing to tell\n");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.read("public/2023/periods/2023/index.html").contains("完成情况"));
}
