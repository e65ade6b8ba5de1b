//! What a sentence may not say: no number that the target does not ask for, no comparison across a
//! change of definition, nothing preliminary as if it were final.

use crate::site::{TestSite, without_tags};
use crate::small::{PAGE, built, site};

const YEAR: &str = "year = 2024\nas_of = 2025-02-15";

/// Returns the line `status` prints of an indicator.
fn line_of(site: &TestSite, id: &str) -> String {
    let status = site.run(&["status"]);
    assert_eq!(status.code, 0, "{}", status.shown());
    let line = status.stdout.lines().find(|line| line.trim_start().starts_with(id));
    line.unwrap_or_default().trim().to_string()
}

fn level(target: &str, unit: &str) -> String {
    format!("target = \"{target}\"\nunit = \"{unit}\"\nmeasure = \"stock\"\nregions = []")
}

#[test]
fn a_strict_target_asks_one_more_only_of_whole_things() {
    for (target, unit, value, expected) in [
        (
            "低于26天",
            "天",
            "25.5",
            "[完成年度目标] 12月末25.5天，在控制目标以内（低于26天），少0.5天。",
        ),
        ("低于26天", "天", "26", "正好是26天。目标要求低于26天"),
        ("少于2小时", "小时", "1.8", "在控制目标以内（少于2小时），少0.2小时。"),
        ("超过80岁", "岁", "80.4", "达到目标80岁，多0.4岁。"),
        ("突破300家", "家", "300.5", "[完成年度目标] 12月末300.5家，达到目标300家，多0.5家。"),
        ("突破300家", "家", "299.5", "[未完成年度目标] 12月末299.5家，距目标300家还差0.5家。"),
        ("突破300家", "家", "300", "距目标301家还差1家。"),
        ("每千人床位超过7张", "张", "7.2", "达到目标7张，多0.2张。"),
        ("每千人床位超过7张", "张", "7", "正好是7张。"),
    ] {
        let row = format!("2024,w,,{value},,2025-01-10,x,");
        let site = built(YEAR, &[("w", &level(target, unit))], &[&row]);
        let line = line_of(&site, "w");
        assert!(line.contains(expected), "{target} {value}: {line}");
    }
    let mean = format!("{}\nname = \"平均等待\"", level("低于26个", "个"));
    let site = site(YEAR, &[("w", &mean)], &["2024,w,,25.5,,2025-01-10,x,"]);
    site.replace("content/plans/one/items/01.md", "name = \"w\"\n", "");
    assert!(line_of(&site, "平均").contains("低于26个），少0.5个。"), "{}", line_of(&site, "平均"));
}

#[test]
fn a_figure_that_is_not_whole_is_on_the_side_its_schedule_says() {
    let target = "target = \"突破300家\"\nunit = \"家\"\nmeasure = \"count\"\nregions = []";
    let site = built(
        "year = 2024\nas_of = 2024-07-20",
        &[("w", target)],
        &["2024-Q2,w,,150.2,,2024-07-10,x,"],
    );
    let line = line_of(&site, "w");
    assert!(line.contains("[达到序时进度]") && !line.contains("还差"), "{line}");
}

const FIVE: &str = "start = 2021-01-01\nend = 2025-12-31\nas_of = 2022-03-01";

fn fall(target: &str) -> String {
    format!("target = \"{target}\"\nunit = \"%\"\nmeasure = \"growth\"\nregions = []")
}

#[test]
fn a_rate_of_the_whole_plan_is_not_read_as_one_of_a_year() {
    let rows = ["2021,w,,-3.5,,2022-02-01,x,"];
    for phrase in
        ["累计下降18%", "比2020年下降18%", "较2020年降低18%", "五年下降18%", "到2025年下降18%"]
    {
        let site = built(FIVE, &[("w", &fall(phrase))], &rows);
        let line = line_of(&site, "w");
        let expected = "[未到评价年度] 2021年以来累计（截至2021年12月）下降3.5%";
        assert!(line.contains(expected), "{phrase}: {line}");
        let told = site.run(&["check", "--format", "short"]).stdout;
        assert!(!told.contains("rate-span"), "{told}");
    }
    for phrase in ["比2015年下降18%", "三年下降18%", "到2023年下降18%"] {
        let site = site(FIVE, &[("w", &fall(phrase))], &rows);
        let run = site.run(&["check", "--format", "short"]);
        assert_eq!(run.code, 1, "{}", run.shown());
        assert!(run.stdout.contains("error[target-phrase]"), "{phrase}: {}", run.shown());
        assert!(run.stdout.contains("which are not the years of the plan"), "{}", run.shown());
    }
    let site = built(FIVE, &[("w", &fall("下降18%"))], &rows);
    assert!(line_of(&site, "w").contains("2021年全年同比下降3.5%"), "{}", line_of(&site, "w"));
    let told = site.run(&["check", "--format", "short"]).stdout;
    assert!(told.contains("warning[rate-span]: the target `下降18%` of `w`"), "{told}");
    let method = site.read("public/one/method/index.html");
    assert!(method.contains("逐年的增速每年评价"), "the method page says what is judged each year");
}

#[test]
fn a_rate_of_one_year_needs_no_word_of_its_span() {
    for (span, phrase) in [
        ("year = 2024", "下降18%"),
        ("year = 2024", "比2019年下降18%"),
        (FIVE, "年均增长6%"),
        (FIVE, "每年增长6%"),
        (FIVE, "控制在3%以内"),
    ] {
        let told = site(span, &[("w", &fall(phrase))], &[]).run(&["check", "--format", "short"]);
        assert_eq!(told.code, 0, "{}", told.shown());
        assert!(!told.stdout.contains("rate-span"), "{phrase}: {}", told.shown());
    }
}

fn with_shares(target: &str, shares: &str) -> TestSite {
    let more = format!("target = \"{target}\"\nunit = \"户\"\nmeasure = \"count\"");
    let rows: Vec<String> =
        ["a", "b", "c"].iter().map(|id| format!("2024-Q2,w,{id},-20,,2024-07-10,x,")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let site = site("year = 2024\nas_of = 2024-07-20", &[("w", &more)], &rows);
    let head = "indicator,region,target,recorded,source,note\n";
    site.write("content/plans/one/data/allocations.csv", &format!("{head}{shares}"));
    site
}

#[test]
fn shares_of_a_strict_target_add_up_to_what_is_asked() {
    let shares = "w,a,3,2024-02-01,x,\nw,b,3,2024-02-01,x,\nw,c,3,2024-02-01,x,\n";
    let site = with_shares("低于10户", shares);
    let told = site.run(&["check", "--format", "short"]).stdout;
    assert!(!told.contains("allocation-sum"), "{told}");
    assert_eq!(site.run(&["build"]).code, 0);
    let page = without_tags(&site.read(PAGE));
    assert!(page.contains("分解目标合计9户，与年度目标（至多9户）相等。"), "{page}");
    let site = with_shares("突破9户", shares);
    let told = site.run(&["check", "--format", "short"]).stdout;
    let expected = "add up to 9, short of the target of 10 (`突破9户` asks for so many)";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn a_reduction_with_a_minus_under_a_net_loss_is_told() {
    let shares = "w,a,-120,2024-02-01,x,\nw,b,20,2024-02-01,x,\nw,c,-100,2024-02-01,x,\n";
    let site = with_shares("净减200户", shares);
    let told = site.run(&["check", "--format", "short"]).stdout;
    let expected = "warning[gain-under-net-loss]: `w` for 2024-Q2 is -20, a net gain of 20; its \
        target is a net loss (`净减200户`)";
    assert!(told.contains(expected), "{told}");
    assert!(told.contains("a share of `w` is -120, a net gain of 120"), "{told}");
    assert!(!told.contains("is 20, a net gain"), "{told}");
    assert_eq!(site.run(&["build"]).code, 0);
    let page = without_tags(&site.read(PAGE));
    assert!(page.contains("分解目标合计净增200户，比年度目标少400户。"), "{page}");
}

#[test]
fn nothing_is_compared_across_a_change_of_definition() {
    let plain = "target = \"100户\"\nunit = \"户\"\nmeasure = \"count\"\nregions = []";
    let rows = |flag: &str| {
        [
            "2024-Q1,w,,20,,2024-04-10,x,".to_string(),
            "2024-Q2,w,,42,,2024-07-10,x,".to_string(),
            format!("2024-Q3,w,,61,{flag},2024-10-10,x,"),
        ]
    };
    let page_with = |flag: &str| {
        let rows = rows(flag);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let site = built("year = 2024\nas_of = 2024-10-20", &[("w", plain)], &rows);
        (
            without_tags(&site.read(PAGE)),
            without_tags(&site.read(&PAGE.replace("/one/", "/en/one/"))),
        )
    };
    let (chinese, english) = page_with("");
    assert!(chinese.contains("比2024年上半年多19户") && chinese.contains("推算"), "{chinese}");
    assert!(english.contains("more than in the first half of 2024"), "{english}");
    let (chinese, english) = page_with("b");
    assert!(chinese.contains("口径有变化，与2024年上半年不可比。"), "{chinese}");
    assert!(!chinese.contains("多19户") && !chinese.contains("推算"), "{chinese}");
    let expected = "The definition changed; not comparable with the figure for the first half";
    assert!(english.contains(expected), "{english}");
}

#[test]
fn a_change_of_definition_in_one_region_parts_the_figures_of_all() {
    // Beside a figure that is preliminary, and while another region still owes its own.
    let sum = "target = \"100户\"\nunit = \"户\"\nmeasure = \"count\"";
    let editions = "[[editions]]\nperiod = \"2024-Q1\"\n\
        as_of = 2024-04-20\n[[editions]]\nperiod = \"2024-Q3\"\nas_of = 2024-10-20";
    let rows = |flag: &str| {
        [
            "2024-Q1,w,a,10,,2024-04-10,x,".to_string(),
            "2024-Q1,w,b,10,,2024-04-10,x,".to_string(),
            "2024-Q1,w,c,10,,2024-04-10,x,".to_string(),
            format!("2024-Q2,w,a,21,{flag},2024-07-10,x,"),
            "2024-Q2,w,b,20,p,2024-07-10,x,".to_string(),
            "2024-Q3,w,a,31,,2024-10-10,x,".to_string(),
            "2024-Q3,w,b,31,,2024-10-10,x,".to_string(),
            "2024-Q3,w,c,31,p,2024-10-10,x,".to_string(),
        ]
    };
    for (flag, said, not_said) in [
        ("b", "口径有变化，与2024年一季度不可比。", "比2024年一季度多63户"),
        ("", "比2024年一季度多63户", "口径"),
    ] {
        let rows = rows(flag);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let site = site("year = 2024\nas_of = 2024-12-20", &[("w", sum)], &rows);
        let tables = format!("\n{editions}\n+++\n说明");
        site.replace("content/plans/one/plan.md", "\n+++\n说明", &tables);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.shown());
        let page = without_tags(&site.read(PAGE));
        assert!(page.contains(said) && !page.contains(not_said), "{page}");
        // The later edition's own figure has no mark: the change lies between the two.
        let diff = site.run(&["diff", "2024-Q1", "2024-Q3"]).shown();
        assert_eq!(diff.contains("93户（口径有变化）"), flag == "b", "{diff}");
    }
}

#[test]
fn a_region_counted_as_not_due_makes_no_count_preliminary() {
    let each = "target = \"每县达到20户\"\nunit = \"户\"\nmeasure = \"stock\"\n\
        scope = \"each-region\"";
    let finding_with = |flag: &str| {
        let rows = [
            format!("2024-Q2,w,a,21,{flag},2024-07-10,x,"),
            "2024-Q3,w,a,,n,2024-10-10,x,".to_string(),
            "2024-Q3,w,b,22,,2024-10-10,x,".to_string(),
            "2024-Q3,w,c,12,,2024-10-10,x,".to_string(),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        line_of(&site("year = 2024\nas_of = 2024-10-20", &[("w", each)], &rows), "w")
    };
    let plain = finding_with("");
    assert!(plain.contains("1个达到") && plain.contains("1个未到节点"), "{plain}");
    assert_eq!(finding_with("p"), plain);
}

#[test]
fn a_preliminary_figure_is_called_so_in_its_own_sentence() {
    let kinds = [
        ("sum", "target = \"20家\"\nunit = \"家\"\nmeasure = \"count\"", "21"),
        ("ceiling", "target = \"控制在50件以内\"\nunit = \"件\"\nmeasure = \"count\"", "12"),
        ("level", "target = \"达到20家\"\nunit = \"家\"\nmeasure = \"stock\"", "21"),
        ("growth", "target = \"增长8%\"\nunit = \"%\"\nmeasure = \"growth\"", "9"),
        ("rank", "target = \"前3位\"\nunit = \"位\"\nmeasure = \"stock\"", "2"),
        ("context", "unit = \"家\"\nmeasure = \"count\"", "21"),
    ];
    for (flag, chinese, english) in [
        ("p", "初步数：前三季度", "Preliminary figure: "),
        ("e", "估算数：", "Estimate: "),
        ("", "", ""),
    ] {
        let all: Vec<(&str, String)> =
            kinds.iter().map(|(id, more, _)| (*id, format!("{more}\nregions = []"))).collect();
        let all: Vec<(&str, &str)> = all.iter().map(|(id, more)| (*id, more.as_str())).collect();
        let rows: Vec<String> = kinds
            .iter()
            .map(|(id, _, value)| format!("2024-Q3,{id},,{value},{flag},2024-10-10,x,"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let site = built("year = 2024\nas_of = 2024-10-20", &all, &rows);
        for (id, ..) in kinds {
            let line = line_of(&site, id);
            let start = chinese.split('：').next().unwrap_or_default();
            let has = line.contains("初步数：") || line.contains("估算数：");
            assert_eq!(has, !flag.is_empty(), "{id}: {line}");
            assert!(line.contains(start), "{id}: {line}");
        }
        let page = without_tags(&site.read(&PAGE.replace("/one/", "/en/one/")));
        assert!(page.contains(english), "{page}");
    }
}
