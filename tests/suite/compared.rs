//! What may be compared, and with what: net changes, counts of regions of which some are withheld,
//! frequencies that leave parts out, shares of a target.

use crate::site::without_tags;
use crate::small::{PAGE, built, indicator_of, site};

const YEAR: &str = "year = 2024\nas_of = 2024-10-20";

fn pages(id: &str, indicator: &str, rows: &[&str]) -> (String, String) {
    let site = built(YEAR, &[(id, indicator)], rows);
    let english = PAGE.replace("/one/", "/en/one/");
    (without_tags(&site.read(PAGE)), without_tags(&site.read(&english)))
}

#[test]
fn net_changes_are_compared_as_gains_or_losses() {
    let loss = "target = \"净减30人\"\nunit = \"人\"\nmeasure = \"count\"\nregions = []";
    for (first, second, chinese, english) in [
        ("13", "20", "净减数比2024年上半年多7人。", "The net loss is larger than in"),
        ("20", "13", "净减数比2024年上半年少7人。", "The net loss is smaller than in"),
        ("-1", "-5", "净增数比2024年上半年多4人。", "The net gain is larger than in"),
        ("-1", "5", "2024年上半年为净增1人。", "It was a net gain of 1"),
    ] {
        let rows = [
            format!("2024-Q2,n,,{first},,2024-07-10,x,"),
            format!("2024-Q3,n,,{second},,2024-10-10,x,"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (zh, en) = pages("n", loss, &rows);
        assert!(zh.contains(chinese) && en.contains(english), "{first} {second}: {zh}\n{en}");
    }
}

#[test]
fn what_is_done_once_is_done_or_not() {
    let flag = "target = { phrase = \"建成平台\", op = \"flag\" }\nunit = \"项\"\n\
        measure = \"flag\"\nregions = []";
    let rows = ["2024-Q2,f,,0,,2024-07-10,x,", "2024-Q3,f,,1,,2024-10-10,x,"];
    let (zh, en) = pages("f", flag, &rows);
    assert!(zh.contains("2024年上半年尚未完成，现已完成。"), "{zh}");
    assert!(en.contains("Not done in the first half of 2024; done now."), "{en}");
}

#[test]
fn a_count_without_those_that_are_withheld_neither_rose_nor_fell() {
    let each = "target = \"每个县不超过10起\"\nunit = \"起\"\nmeasure = \"count\"\n\
        scope = \"each-region\"";
    let rows = |last: &str| {
        [
            "2024-Q2,e,a,1,,2024-07-10,x,".to_string(),
            "2024-Q2,e,b,2,,2024-07-10,x,".to_string(),
            "2024-Q2,e,c,5,,2024-07-10,x,".to_string(),
            "2024-Q3,e,a,1,,2024-10-10,x,".to_string(),
            "2024-Q3,e,b,2,,2024-10-10,x,".to_string(),
            format!("2024-Q3,e,c,{last},2024-10-10,x,"),
        ]
    };
    for (last, is_withheld) in [(",c", true), ("11,", false)] {
        let rows = rows(last);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (zh, en) = pages("e", each, &rows);
        let said = "有的县区、园区的结果不予公布，与2024年上半年不可比。";
        assert_eq!(zh.contains(said), is_withheld, "{zh}");
        assert_eq!(zh.contains("比2024年上半年少1个"), !is_withheld, "{zh}");
        assert_eq!(en.contains("Some results are not published"), is_withheld, "{en}");
    }
}

#[test]
fn a_frequency_is_whole_without_the_parts_that_are_not_asked_for() {
    let monthly = "target = \"每月1次\"\nunit = \"次\"\nmeasure = \"event\"\nregions = []\n\
        report = { every = \"month\", within_days = 15, skip = [\"2024-11\"] }";
    let rows: Vec<String> = (1..=9)
        .map(|month| match month {
            2 => "2024-02,m,,,z,2024-03-10,x,".to_string(),
            _ => format!(
                "2024-{month:02},m,,{},,2024-{:02}-10,x,",
                if month > 2 { month - 1 } else { month },
                month + 1
            ),
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let found = indicator_of(&built(YEAR, &[("m", monthly)], &rows), "m");
    // Eight of the ten that are asked for: neither February nor November is.
    assert_eq!((&found["completion"], &found["schedule"]), (&0.8.into(), &0.8.into()), "{found}");
}

#[test]
fn a_count_of_some_regions_is_no_share_of_all() {
    let each = "target = \"每个县达到20户\"\nunit = \"户\"\nmeasure = \"stock\"\n\
        scope = \"each-region\"";
    let completion_with = |last: &str| {
        let rows = [
            "2024-Q3,w,a,21,,2024-10-10,x,".to_string(),
            "2024-Q3,w,b,12,,2024-10-10,x,".to_string(),
            "2024-Q2,w,c,22,,2024-07-10,x,".to_string(),
            format!("2024-Q3,w,c,{last},2024-10-10,x,"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        indicator_of(&built(YEAR, &[("w", each)], &rows), "w")["completion"].clone()
    };
    assert!(completion_with(",n").is_null());
    assert_eq!(completion_with("22,"), 0.666_667);
}

#[test]
fn what_was_not_due_may_be_missing_later() {
    let covered = "target = \"全覆盖\"\nunit = \"%\"\nmeasure = \"share\"\nscope = \"each-region\"";
    let rows = [
        "2024-Q2,k,a,1,,2024-07-10,x,",
        "2024-Q2,k,b,1,,2024-07-10,x,",
        "2024-Q2,k,c,,n,2024-07-10,x,",
        "2024-Q3,k,a,1,,2024-10-10,x,",
        "2024-Q3,k,b,1,,2024-10-10,x,",
        "2024-Q3,k,c,,x,2024-10-10,x,",
    ];
    let shown = |rows: &[&str]| site(YEAR, &[("k", covered)], rows).run(&["explain", "k"]).shown();
    let later = shown(&rows);
    assert!(later.contains("[本期数据暂缺]") && later.contains("1个数据暂缺"), "{later}");
    let before = shown(&rows[..3]);
    assert!(before.contains("2个已达到") && before.contains("1个未到节点"), "{before}");
}

#[test]
fn a_share_is_no_target_of_the_plan() {
    let sum = "target = \"1200人\"\nunit = \"人\"\nmeasure = \"count\"";
    let rows = ["2024-Q3,s,a,300,,2024-10-10,x,", "2024-Q3,s,b,300,,2024-10-10,x,"];
    let site = site(YEAR, &[("s", sum)], &rows);
    let shares = "indicator,region,target,recorded,source,note\ns,a,400,2024-02-10,x,\n";
    site.write("content/plans/one/data/allocations.csv", shares);
    let reported = site.run(&["explain", "s", "--region", "a"]).shown();
    assert!(reported.contains("累计完成300人，为分解目标的75%"), "{reported}");
}

#[test]
fn a_region_is_proved_by_the_row_its_verdict_is_about() {
    let each =
        "target = \"每个县20户\"\nunit = \"户\"\nmeasure = \"count\"\nscope = \"each-region\"";
    let rows = ["2024-Q2,w,a,12,,2024-07-10,x,", "2024-Q3,w,a,,c,2024-10-10,x,"];
    let site = site(YEAR, &[("w", each)], &rows);
    let reported = site.run(&["explain", "w", "--region", "a"]).shown();
    assert!(reported.contains("的结果不予公布"), "{reported}");
    assert!(reported.contains("2024-Q3") && !reported.contains("2024-Q2"), "{reported}");
}

#[test]
fn a_level_above_its_limit_is_no_share_of_it() {
    let level = "target = \"低于35微克/立方米\"\nunit = \"微克/立方米\"\nmeasure = \"stock\"\n\
        regions = []\nschedule = { expected = [[\"2024-06\", \"40\"], [\"2024-12\", \"35\"]] }";
    let rows = ["2024-Q3,p,,38,,2024-10-10,x,"];
    let found = indicator_of(&built(YEAR, &[("p", level)], &rows), "p");
    assert!(found["completion"].is_null() && found["basis"].is_null(), "{found}");
    assert_eq!(found["gap"]["value"], 3, "{found}");
}
