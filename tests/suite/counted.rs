//! What is counted in a few whole things, in regions and in parts of a year: the gap of the table,
//! the count, its unit and its sentence say the same and never more than is known.

use crate::small::{PAGE, built, indicator_of};

const ENGLISH: &str = "public/en/one/items/01/index.html";
const REGIONS: &str = "scope = \"each-region\"\nregions = \"all\"";

fn row(period: &str, id: &str, region: &str, value: &str) -> String {
    let (year, month) = match period {
        "2023-H1" => (2023, "07"),
        _ => (2024, "01"),
    };
    format!("{period},{id},{region},{value},,{year}-{month}-05,示例,")
}

fn site_of(id: &str, rest: &str, period: &str, values: &[(&str, &str)]) -> crate::site::TestSite {
    let rows: Vec<String> =
        values.iter().map(|(region, value)| row(period, id, region, value)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    built("year = 2023", &[(id, rest)], &rows)
}

#[test]
fn a_limit_of_each_region_is_not_reached_before_the_end() {
    let limit =
        format!("target = \"每县控制在40起以内\"\nunit = \"起\"\nmeasure = \"count\"\n{REGIONS}");
    let values = [("a", "30"), ("b", "30"), ("c", "20")];
    let site = site_of("fires", &limit, "2023-H1", &values);
    let fires = indicator_of(&site, "fires");
    assert!(fires["completion"].is_null() && fires["gap"].is_null(), "{fires}");
    let page = site.read(PAGE);
    assert!(page.contains("没有超过控制数的县区、园区数") && page.contains("3 / 3"), "{page}");
    assert!(!page.contains("达到目标的县区"), "{page}");
    let english = site.read(ENGLISH);
    assert!(english.contains("counties and parks that have not exceeded their limit"));
    // At the end it is kept.
    let site = site_of("fires", &limit, "2023", &values);
    let fires = indicator_of(&site, "fires");
    assert_eq!(fires["completion"], 1);
    assert_eq!(fires["gap"]["is_good"], true);
}
