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
fn a_gap_in_units_is_the_figure_less_what_it_is_held_against() {
    let nodes = "schedule = { expected = [[\"2023-03\", 2], [\"2023-06\", 5], [\"2023\", 10]] }";
    let indicators = [
        ("firms", format!("target = \"完成10家\"\nunit = \"家\"\nmeasure = \"count\"\n{nodes}")),
        (
            "plants",
            "target = \"降至5家\"\nunit = \"家\"\nmeasure = \"stock\"\nbaseline = 15\n\
             schedule = \"linear\""
                .to_string(),
        ),
        ("fires", "target = \"12起以内\"\nunit = \"起\"\nmeasure = \"count\"".to_string()),
        ("even", "target = \"完成10家\"\nunit = \"家\"\nmeasure = \"count\"".to_string()),
        (
            "level",
            "target = \"8家以内\"\nunit = \"家\"\nmeasure = \"stock\"\nschedule = \"level\"".into(),
        ),
    ];
    let indicators: Vec<(&str, &str)> =
        indicators.iter().map(|(id, rest)| (*id, rest.as_str())).collect();
    let rows = [("firms", "4"), ("plants", "12"), ("fires", "7"), ("even", "5"), ("level", "9")]
        .map(|(id, value)| row("2023-H1", id, "", value));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let site = built("year = 2023", &indicators, &rows);
    let page = site.read(PAGE);
    assert!(page.contains("与序时进度差（百分点，或标“序时”和单位）；与目标差（标单位）"));
    for cell in ["序时−1家", "序时+2家", "序时+1起", "与序时持平", "<td class=\"num\">+1家</td>"]
    {
        assert!(page.contains(cell), "{cell}: {page}");
    }
    let english = site.read(ENGLISH);
    for cell in ["schedule −1家", "schedule +2家", "even with schedule"] {
        assert!(english.contains(&cell.replace('家', " 家")), "{cell}: {english}");
    }
    // The same sign everywhere: plan.json has the distance from the target itself.
    assert_eq!(indicator_of(&site, "plants")["gap"]["value"], 7);
}

#[test]
fn the_edges_of_a_level_that_is_to_be_low_have_the_sign_of_the_column() {
    let rate = "target = \"5.5%以内\"\nunit = \"%\"\nmeasure = \"share\"";
    let site = site_of("rate", rate, "2023-H1", &[("", "5.6")]);
    let page = site.read(PAGE);
    assert!(page.contains("+0.1个百分点"), "{page}");
    assert!(page.contains("差值（实际减目标）不高于−"), "{page}");
    assert!(page.contains("再高为“明显差于目标水平”"), "{page}");
    assert!(!page.contains("目标减实际"));
    let english = site.read(ENGLISH);
    assert!(english.contains("(figure minus target)") && english.contains("anything higher"));
    let method = site.read("public/one/method/index.html");
    assert!(method.contains("与目标差，越小越好（百分点）") && method.contains("≤ −"), "{method}");
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

#[test]
fn parts_that_nobody_told_are_counted_as_far_as_they_are_certain() {
    let event = "unit = \"次\"\nmeasure = \"event\"";
    let meetings = format!("target = \"每月1次\"\n{event}");
    let tests = format!("target = \"每月不超过2次\"\n{event}");
    let visits = format!("target = \"每月3次\"\n{event}");
    let indicators =
        [("meetings", meetings.as_str()), ("tests", tests.as_str()), ("visits", visits.as_str())];
    let rows = [("meetings", "3"), ("tests", "13"), ("visits", "12")]
        .map(|(id, value)| format!("2023-06,{id},,{value},,2023-07-05,示例,"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let site = built("year = 2023", &indicators, &rows);
    let page = site.read(PAGE);
    for told in [
        "6个月中至少1个月已举办，",
        "至少1/6期",
        "6个月中至少2个月没有超过，",
        "至少2/6期",
        "6个月中确知0个月已达到，",
        "确知0/6期",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(site.read(ENGLISH).contains("Held in at least 1 of 6 months;"));
    for (id, _) in indicators {
        let one = indicator_of(&site, id);
        assert!(one["completion"].is_null() && one["status"]["margin"].is_null(), "{one}");
    }
}

#[test]
fn a_region_that_a_list_names_is_done_whatever_lists_are_to_come() {
    let lists = "schedule = \"batch\"\n\
                 batches = [{ expected = \"2023-05\", published = 2023-05-10 }, \
                 { expected = \"2023-12\" }]";
    let cover =
        format!("target = \"全覆盖\"\nunit = \"%\"\nmeasure = \"share\"\n{REGIONS}\n{lists}");
    let site = site_of("cover", &cover, "2023-H1", &[("a", "1"), ("b", "0")]);
    let one = indicator_of(&site, "cover");
    assert_eq!(one["status"]["code"], "not_due");
    let codes: Vec<_> =
        one["regions"].as_array().expect("regions").iter().map(|one| &one["status"]).collect();
    assert_eq!(codes, ["done", "not_due", "not_due"]);
    let page = site.read(PAGE);
    assert!(page.contains("按各县区、园区的认定结果判断"), "{page}");
    let site = site_of("cover", &cover, "2023-H1", &[("a", "1"), ("b", "1"), ("c", "1")]);
    assert_eq!(indicator_of(&site, "cover")["status"]["code"], "done");
}

#[test]
fn at_the_end_the_rule_is_that_of_the_end() {
    let meetings = "target = \"每季度1次\"\nunit = \"次\"\nmeasure = \"event\"";
    let rows = [
        "2023-Q1,meetings,,1,,2023-04-05,示例,",
        "2023-H1,meetings,,1,,2023-07-05,示例,",
        "2023-Q3,meetings,,2,,2023-10-05,示例,",
        "2023,meetings,,3,,2024-01-05,示例,",
    ];
    let site = built("year = 2023", &[("meetings", meetings)], &rows);
    let page = site.read(PAGE);
    let rule = "计划期满，按目标本身判定：应有4期，漏1期即为“未完成年度目标”；";
    assert!(page.contains(rule) && !page.contains("漏得更多"), "{page}");
    let firms = format!("target = \"每县2家\"\nunit = \"家\"\nmeasure = \"count\"\n{REGIONS}");
    let site = site_of("firms", &firms, "2023", &[("a", "2"), ("b", "1"), ("c", "2")]);
    let page = site.read(PAGE);
    assert!(page.contains("计划期满，按各县区、园区的目标本身判定：全部达到为"), "{page}");
    assert!(!page.contains("所占比例判断"), "{page}");
    assert!(site.read(ENGLISH).contains("time is over; every county and park"));
    // One of them is silent, and no count is told; the end decides all the same.
    let site = site_of("firms", &firms, "2023", &[("a", "2"), ("b", "1")]);
    assert!(site.read(PAGE).contains("计划期满，按各县区、园区的目标本身判定：全部达到为"));
}

#[test]
fn where_regions_are_counted_the_unit_is_regions() {
    let cover = format!("target = \"全覆盖\"\nunit = \"%\"\nmeasure = \"share\"\n{REGIONS}");
    let firms = format!("target = \"每县2家\"\nunit = \"家\"\nmeasure = \"count\"\n{REGIONS}");
    let rows: Vec<String> = ["cover", "firms"]
        .iter()
        .flat_map(|id| ["a", "b", "c"].map(|region| row("2023-H1", id, region, "1")))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let span = "year = 2023\nreviews = [\"half-year\", \"year\"]";
    let site = built(span, &[("cover", &cover), ("firms", &firms)], &rows);
    let page = site.read(PAGE);
    assert_eq!(page.matches("<td>个县区、园区</td>").count(), 2, "{page}");
    assert!(page.contains("计量单位：个县区、园区</span>"), "{page}");
    assert!(page.contains("计量单位：个县区、园区；各县区、园区：家</span>"), "{page}");
    assert!(!page.contains("<td>%</td>") && !page.contains("：%"), "{page}");
    assert!(page.contains("<td>已达到"), "what a region has of a coverage is a word: {page}");
    let region = site.read("public/one/regions/a/index.html");
    assert!(!region.contains("<td>%</td>") && region.contains("<td>家</td>"), "{region}");
    let period = site.read("public/one/periods/2023-H1/index.html");
    assert_eq!(period.matches("<td>个县区、园区</td>").count(), 2, "{period}");
    assert!(site.read(ENGLISH).contains("Unit: counties and parks; of each county and park: 家"));
}

#[test]
fn the_table_of_regions_names_the_unit_of_its_numbers() {
    let works = "target = \"400亿元\"\nunit = \"亿元\"\nunit_en = \"100 million yuan\"\n\
                 measure = \"count\"\nregions = \"all\"";
    let site = site_of("works", works, "2023-H1", &[("a", "80"), ("b", "60"), ("c", "50")]);
    let english = site.read(ENGLISH);
    let unit = "works <span class=\"unit\">Unit: 100 million yuan</span>";
    assert!(english.contains(unit), "{english}");
    assert!(site.read(PAGE).contains("works <span class=\"unit\">计量单位：亿元</span>"));
}

#[test]
fn what_exceeded_its_limit_for_good_is_not_only_faster() {
    let none = format!("target = \"每县零事故\"\nunit = \"起\"\nmeasure = \"count\"\n{REGIONS}");
    let site = site_of("fires", &none, "2023-H1", &[("a", "0"), ("b", "1"), ("c", "0")]);
    let page = site.read(PAGE);
    assert!(page.contains("3个县区、园区中2个在控制进度以内，1个已超过控制数。"), "{page}");
    let english = site.read(ENGLISH);
    assert!(english.contains("within their limit so far, 1 over the limit for good."));
    let limit =
        format!("target = \"每县控制在40起以内\"\nunit = \"起\"\nmeasure = \"count\"\n{REGIONS}");
    let site = site_of("fires", &limit, "2023-H1", &[("a", "10"), ("b", "30"), ("c", "41")]);
    let told = "3个县区、园区中1个在控制进度以内，1个超出控制进度，1个已超过控制数。";
    assert!(site.read(PAGE).contains(told));
}
