//! The figure a verdict is about, wherever it is told: what only some regions make, what is
//! withheld or does not apply, what was decided by hand for an older period, and where a line runs.

use crate::small::{PAGE, built, indicator_of, site};

#[test]
fn what_some_regions_make_is_the_figure_where_it_decides() {
    let firms = "target = \"100家以上\"\nunit = \"家\"\nmeasure = \"count\"";
    let rows = [
        "2023-Q1,firms,a,10,,2023-04-05,示例,",
        "2023-Q1,firms,b,10,,2023-04-05,示例,",
        "2023-Q1,firms,c,10,,2023-04-05,示例,",
        "2023-H1,firms,a,20,,2023-07-05,示例,",
        "2023-H1,firms,b,90,,2023-07-05,示例,",
    ];
    let site = built("year = 2023", &[("firms", firms)], &rows);
    let firms = indicator_of(&site, "firms");
    assert_eq!(firms["status"]["code"], "done");
    assert_eq!(firms["latest"]["value"], 30, "the newest figure of the whole");
    let judged = serde_json::json!({
        "period": "2023-H1", "value": 110, "reported": 2, "asked": 3
    });
    assert_eq!(firms["judged"], judged);
    assert_eq!(firms["gap"]["value"], 10);
    let inputs: Vec<_> = firms["status"]["inputs"].as_array().expect("inputs").clone();
    let read: Vec<_> = inputs.iter().map(|row| row["value"].as_i64()).collect();
    assert_eq!(read, [Some(20), Some(90)], "the rows it was decided by");
    assert!(site.read(PAGE).contains("<b>110家</b>"));
}

#[test]
fn a_part_of_the_first_period_says_nothing_of_the_target() {
    let firms = "target = \"300家\"\nunit = \"家\"\nmeasure = \"count\"\n\
                 report = { every = \"month\", within_days = 20 }";
    let rows = ["2023-01,firms,a,40,,2023-02-05,示例,"];
    let site = built("year = 2023\nas_of = 2023-02-10", &[("firms", firms)], &rows);
    let firms = indicator_of(&site, "firms");
    assert_eq!(firms["gap"], serde_json::Value::Null);
    assert_eq!(firms["completion"], serde_json::Value::Null);
    let page = site.read(PAGE);
    assert!(page.contains("1月累计有1个县区、园区填报，应报3个，目前合计40家"), "{page}");
    assert!(!page.contains("还差") && !page.contains("已可判定"), "{page}");
}

#[test]
fn what_is_withheld_or_does_not_apply_is_not_missing() {
    let firms = "target = \"100家以上\"\nunit = \"家\"\nmeasure = \"count\"\nregions = \"all\"";
    let rate = "target = \"5.5%以内\"\nunit = \"%\"\nmeasure = \"share\"";
    let rows = [
        "2023-Q1,firms,a,30,,2023-04-05,示例,",
        "2023-Q1,firms,b,,z,2023-04-05,示例,",
        "2023-Q1,firms,c,,c,2023-04-05,示例,",
        "2023-Q1,rate,,5.2,,2023-04-05,示例,",
        "2023-04,rate,,5.3,,2023-05-05,示例,",
        "2023-05,rate,,,z,2023-06-05,示例,",
        "2023-H1,rate,,,c,2023-07-05,示例,",
    ];
    let site = built("year = 2023", &[("firms", firms), ("rate", rate)], &rows);
    let page = site.read(PAGE);
    assert!(!page.contains("暂缺"), "{page}");
    assert!(page.contains("不予公布") && page.contains("不适用"));
    assert!(page.contains("2023年上半年的结果不予公布"), "the row's own period");
    assert!(!page.contains("<b>5.3%</b>"), "no older figure beside its word");
    assert_eq!(indicator_of(&site, "rate")["latest"]["flag"], "c");
}

#[test]
fn a_region_that_is_silent_makes_no_word_better() {
    let rate = "target = \"每个县4%以内\"\nunit = \"%\"\nmeasure = \"share\"\n\
                scope = \"each-region\"\nregions = \"all\"\n\
                report = { every = \"quarter\", within_days = 10 }";
    let rows = [
        "2023-Q1,rate,a,3.9,,2023-04-05,示例,",
        "2023-Q1,rate,b,4.2,,2023-04-05,示例,",
        "2023-Q1,rate,c,4.3,,2023-04-05,示例,",
        "2023-H1,rate,a,3.9,,2023-07-05,示例,",
        "2023-H1,rate,b,4.2,,2023-07-05,示例,",
    ];
    let code_at = |day: &str| {
        let site = built(&format!("year = 2023\nas_of = {day}"), &[("rate", rate)], &rows);
        indicator_of(&site, "rate")["status"]["code"].clone()
    };
    assert_eq!(code_at("2023-04-20"), "far_behind", "one of three");
    assert_eq!(code_at("2023-07-20"), "far_behind", "one of two, and one is silent");
}

#[test]
fn a_ceiling_is_drawn_as_it_is_judged() {
    let land = "target = \"控制在100公顷以内\"\nunit = \"公顷\"\nmeasure = \"count\"\n\
                schedule = { expected = [[\"2023-06\", \"40\"], [\"2023-12\", \"100\"]] }";
    let rows = ["2023-Q1,land,,20,,2023-04-05,示例,", "2023-Q3,land,,60,,2023-10-05,示例,"];
    let site = built("year = 2023", &[("land", land)], &rows);
    assert_eq!(indicator_of(&site, "land")["status"]["code"], "ahead");
    let chart = site.read("public/one/items/01/charts/land-trend.svg");
    // The step stands at the month of its node and is up from there: in September 100 may be used.
    assert!(chart.contains("class=\"cc\" d=\"M130 1090h1372V190h1647\""), "{chart}");
    assert!(chart.contains("<circle cx=\"2325\" cy=\"790\""), "60 stands below 100: {chart}");
}

#[test]
fn a_pace_leads_to_a_number_that_can_be() {
    let money = "target = \"1亿元以上\"\nunit = \"亿元\"\nmeasure = \"count\"";
    let rows = ["2023-Q1,money,,0.01,,2023-04-05,示例,", "2023-H1,money,,0.02,,2023-07-05,示例,"];
    let site = built("year = 2023", &[("money", money)], &rows);
    assert!(site.read(PAGE).contains("全年约0.04亿元"));
}

#[test]
fn a_mean_of_years_is_told_as_one() {
    let growth = "target = \"年均增长6%\"\nunit = \"%\"\nmeasure = \"growth\"";
    let rows = ["2021,gdp,,6.6,,2022-01-20,示例,", "2022,gdp,,6.2,,2023-01-20,示例,"];
    let span = "start = 2021-01-01\nend = 2025-12-31";
    let site = built(span, &[("gdp", growth)], &rows);
    let page = site.read(PAGE);
    assert!(
        page.contains(
            "2021年以来年均（截至2022年12月）增长6.2%，比目标（年均增长6%）高0.2个百分点"
        )
    );
    assert!(!page.contains("同比"), "{page}");
}

#[test]
fn what_cannot_be_judged_cannot_be_decided_by_hand() {
    let by_hand = "override = { period = \"2023-Q1\", status = \"ahead\", author = \"办公室\", date = \
                   2023-05-01, reason = \"原因\" }";
    let context = format!("unit = \"家\"\nmeasure = \"count\"\n{by_hand}");
    let monthly = format!(
        "target = \"每月1次\"\nunit = \"次\"\nmeasure = \"event\"\n{}",
        by_hand.replace("ahead", "done")
    );
    let coverage =
        "target = \"全覆盖\"\nunit = \"%\"\nmeasure = \"share\"\nscope = \"each-region\"";
    let money = "unit = \"万元\"\nmeasure = \"count\"";
    let more = "unit = \"亿元\"\nmeasure = \"count\"";
    let share = "target = \"60%以上\"\nunit = \"%\"\nmeasure = \"share\"\nnumerator = \"money\"\n\
                 denominator = \"more\"";
    let rows = ["2023-Q1,cover,a,80,,2023-04-05,示例,"];
    let all = [
        ("context", context.as_str()),
        ("monthly", monthly.as_str()),
        ("cover", coverage),
        ("money", money),
        ("more", more),
        ("spent", share),
    ];
    let site = site("year = 2023", &all, &rows);
    let run = site.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    for code in ["[override]", "[coverage-figure]", "[share-units]"] {
        assert!(run.shown().contains(code), "{code}: {}", run.shown());
    }
    assert_eq!(run.shown().matches("[override]").count(), 2, "{}", run.shown());
}
