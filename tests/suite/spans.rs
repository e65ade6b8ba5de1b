//! Plans that are no calendar year: what their heads and axes say. Remarks: that they stand beside
//! their figures.

use taizhang::workbook::{Cell, read_workbook};

use crate::shipped::{shipped, text};
use crate::site::TestSite;
use crate::small;

/// Writes a small site with one plan of a span: a sum to reach, a level, a growth and a share.
fn site(span: &str, data: &str) -> TestSite {
    let site = TestSite::empty();
    site.write(
        "content/site.toml",
        "title = \"小站\"\nlanguages = [\"zh-CN\", \"en\"]\nsample = true\n",
    );
    site.write(
        "content/departments.csv",
        "id,name,short_name,aliases,kind\nbureau,示例局,示例局,,bureau\n",
    );
    site.write("content/regions.csv", "id,name,short_name,kind,group,parent,counted\n");
    let plan = format!(
        "+++\ntitle = \"小计划\"\nissuer = \"示例局\"\n{span}\nreviews = [\"quarter\", \"year\"]\n\
         sections = [{{ id = \"first\", title = \"第一部分\" }}]\n+++\n说明。\n"
    );
    site.write("content/plans/one/plan.md", &plan);
    let indicator = |id: &str, name: &str, target: &str, unit: &str, rest: &str| {
        format!(
            "[[indicators]]\nid = \"{id}\"\nname = \"{name}\"\ntarget = \"{target}\"\nunit \
                = \"{unit}\"\n{rest}\nreporter = \"bureau\"\n"
        )
    };
    let indicators = [
        indicator("robots", "机器人", "150台", "台", "measure = \"count\"\nschedule = \"linear\""),
        indicator("firms", "企业", "400家", "家", "measure = \"stock\"\nschedule = \"level\""),
        indicator("growth", "增速", "增长18%", "%", "measure = \"growth\"\nschedule = \"level\""),
        indicator("plots", "占比", "50%以上", "%", "measure = \"share\"\nschedule = \"level\""),
    ];
    let item = format!(
        "+++\nnumber = 1\ntitle = \"一\"\nsection = \"first\"\nregions = \"none\"\n\
         departments = [{{ id = \"bureau\", role = \"sole\" }}]\n{}+++\n正文。\n",
        indicators.concat()
    );
    site.write("content/plans/one/items/01.md", &item);
    site.write(
        "content/plans/one/data/data.csv",
        &format!("period,indicator,region,value,flag,recorded,source,note\n{data}"),
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    site
}

/// The rows of every indicator for some periods.
fn rows(periods: &[(&str, &str)]) -> String {
    let row = |(step, (period, recorded)): (usize, &(&str, &str))| {
        let value = (step + 1) * 10;
        ["robots", "firms", "growth", "plots"]
            .map(|id| format!("{period},{id},,{value},,{recorded},示例,\n"))
            .concat()
    };
    periods.iter().enumerate().map(row).collect()
}

/// Takes the words between two marks, all of them.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    text.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

/// The head over the newest figure of every indicator.
fn heads(site: &TestSite, path: &str) -> Vec<String> {
    let page = site.read(path);
    between(&page, "</b> <small>", "</small>").into_iter().map(str::to_string).collect()
}

const ZH: &str = "public/one/items/01/index.html";
const EN: &str = "public/en/one/items/01/index.html";

/// Words of a calendar year that no page of another plan may say of its own span.
fn says_nothing_of_the_year(site: &TestSite) {
    for path in [ZH, "public/one/indicators/index.html", "public/one/index.html"] {
        let page = site.read(path);
        assert!(!page.contains("年度目标（"), "{path}");
    }
}

#[test]
fn a_calendar_year_keeps_its_words() {
    let site = site("year = 2023", &rows(&[("2023-Q2", "2023-07-10"), ("2023-Q3", "2023-10-10")]));
    assert_eq!(heads(&site, ZH), ["前三季度累计", "9月末", "前三季度同比", "前三季度"]);
    assert!(site.read("public/one/periods/2023-Q3/index.html").contains("2023年前三季度进展情况"));
    assert!(site.read(ZH).contains("年度目标（文件表述）"));
}

#[test]
fn a_plan_from_july_begins_in_july() {
    let span = "start = 2023-07-01\nend = 2023-12-31";
    let site = site(span, &rows(&[("2023-07", "2023-08-10"), ("2023-Q3", "2023-10-10")]));
    assert_eq!(heads(&site, ZH), ["2023年7—9月累计", "9月末", "前三季度同比", "前三季度"]);
    assert_eq!(heads(&site, EN)[0], "Jul–Sep 2023, cumulative");
    let page = site.read(ZH);
    assert!(
        page.contains("<th scope=row>2023年7月<") && page.contains("<th scope=row>2023年7—9月<"),
        "the table of figures"
    );
    assert!(page.contains("计划目标（文件表述）"));
    assert!(site.read("public/one/periods/2023-Q3/index.html").contains("2023年7—9月进展情况"));
    says_nothing_of_the_year(&site);
}

#[test]
fn a_plan_from_april_to_march_names_both_years() {
    let span = "start = 2023-04-01\nend = 2024-03-31";
    let periods = [("2023-Q2", "2023-07-10"), ("2023-Q4", "2024-01-10"), ("2024-Q1", "2024-04-10")];
    let before_new_year = site(span, &rows(&periods[..2]));
    assert_eq!(
        heads(&before_new_year, ZH),
        ["2023年4—12月累计", "2023年12月末", "2023年全年同比", "2023年全年"]
    );
    let site = site(span, &rows(&periods));
    assert_eq!(
        heads(&site, ZH),
        ["2023年4月—2024年3月累计", "2024年3月末", "2024年一季度同比", "2024年一季度"]
    );
    assert_eq!(heads(&site, EN)[0], "Apr 2023–Mar 2024, cumulative");
    assert!(site.read("public/one/periods/2023-Q2/index.html").contains("2023年4—6月进展情况"));
    assert!(
        site.read("public/one/periods/2024-Q1/index.html").contains("2023年4月—2024年3月完成情况")
    );
    let chart = between(&site.read(ZH), "id=\"t-robots\"", "</svg>").concat();
    let chart = if chart.is_empty() {
        site.read("public/one/items/01/charts/robots-trend.svg")
    } else {
        chart
    };
    let places: Vec<_> = ["2023年6月", "9月", "12月", "2024年3月"]
        .map(|word| chart.find(&format!(">{word}<")))
        .to_vec();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {chart}");
    says_nothing_of_the_year(&site);
}

#[test]
fn a_plan_of_five_years_says_since_when() {
    let span = "start = 2021-01-01\nend = 2025-12-31";
    let periods = [("2021", "2022-01-10"), ("2022", "2023-01-10"), ("2023-Q2", "2023-07-10")];
    let site = site(span, &rows(&periods));
    assert_eq!(
        heads(&site, ZH),
        ["2021年以来累计（截至2023年6月）", "2023年6月末", "2023年上半年同比", "2023年上半年"]
    );
    assert_eq!(heads(&site, EN)[0], "Since 2021, cumulative (to Jun 2023)");
    assert!(
        site.read("public/one/periods/2022/index.html").contains("2021年1月—2022年12月进展情况")
    );
    let chart = site.read("public/one/items/01/charts/robots-trend.svg");
    let places: Vec<_> = (2021..=2025).map(|year| chart.find(&format!(">{year}年<"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {chart}");
    assert!(chart.contains("共3期数据"), "every figure of the plan is drawn: {chart}");
    says_nothing_of_the_year(&site);
}

/// Every text of a form for a period.
fn form_texts(site: &TestSite, period: &str) -> Vec<String> {
    let run = site.run(&["forms", "export", "--period", period]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let path = site.path().join(format!("forms/{period}/{period}-bureau.xlsx"));
    let book = read_workbook(&std::fs::read(path).expect("a form")).expect("a workbook");
    let cells = book.sheets.into_iter().flat_map(|sheet| sheet.rows).flat_map(|row| row.cells);
    cells.filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None }).collect()
}

#[test]
fn forms_count_from_the_first_day_of_the_plan() {
    for (span, period, counted) in [
        ("year = 2023", "2023-Q4", ["年初至本期末累计", "从1月1日算起"]),
        (
            "start = 2023-07-01\nend = 2023-12-31",
            "2023-Q4",
            ["从7月1日起至本期末累计", "从7月1日算起"],
        ),
        (
            "start = 2023-04-01\nend = 2024-03-31",
            "2024-Q1",
            ["从2023年4月1日起至本期末累计", "从2023年4月1日算起"],
        ),
    ] {
        let texts = form_texts(&site(span, &rows(&[("2023-Q3", "2023-10-10")])), period);
        for wanted in counted {
            assert!(texts.iter().any(|text| text.contains(wanted)), "{wanted} in {texts:?}");
        }
        let is_calendars =
            |text: &String| text.contains("从1月1日") || text.contains("年初至本期末累计");
        assert_eq!(texts.iter().any(is_calendars), span.starts_with("year"), "{texts:?}");
    }
}

#[test]
fn a_public_remark_stands_beside_its_figure() {
    let data = "2023-Q2,robots,,10,,2023-07-10,示例,按<上报>口径\n\
                2023-Q3,robots,,30,p,2023-10-10,示例,含补报2台\n";
    let site = site("year = 2023", data);
    let page = site.read(ZH);
    assert!(page.contains("<p class=\"note\">备注：含补报2台</p>"), "{page}");
    assert_eq!(
        page.matches("<td class=words>").count(),
        2,
        "one in each row of the table of figures"
    );
    assert!(page.contains("<td class=words>按&lt;上报&gt;口径"), "escaped");
    assert!(page.contains("初步数；含补报2台"), "in the column of remarks");
    assert!(site.read("public/one/periods/2023-Q3/index.html").contains("备注：含补报2台"));
    assert!(site.read("public/en/one/periods/2023-Q2/index.html").contains("按&lt;上报&gt;口径"));
}

#[test]
fn every_public_remark_of_the_shipped_plan_is_seen_on_its_item() {
    let files = shipped();
    let mut reader = csv::Reader::from_reader(&files["2023/data/observations.csv"][..]);
    let rows: Vec<std::collections::BTreeMap<String, String>> =
        reader.deserialize().collect::<Result<_, _>>().expect("a table");
    let with_remark: Vec<_> = rows.iter().filter(|row| !row["note"].is_empty()).collect();
    assert!(with_remark.len() > 200, "{} remarks", with_remark.len());
    for row in with_remark {
        let number: u32 = row["item"].parse().expect("a number");
        let page = text(&files[&format!("2023/items/{number:02}/index.html")]);
        let block = between(
            page,
            &format!("<article class=\"indicator\" id=\"{}\"", row["indicator"]),
            "</article>",
        )
        .concat();
        let table = between(&block, "<table class=figures>", "</table>").concat();
        let note = row["note"].replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(table.contains(&note), "{row:?} stands in the table of figures of item {number}");
    }
}

#[test]
fn half_years_and_years_of_a_plan_from_april_are_reported_as_its_own() {
    let halves = "target = \"每半年1次\"\nunit = \"次\"\nmeasure = \"event\"\n\
                  report = { every = \"half-year\", within_days = 20 }";
    let trees = "target = \"4000家\"\nunit = \"家\"\nmeasure = \"count\"\n\
                 report = { every = \"year\", within_days = 20 }";
    let span = "start = 2024-04-01\nend = 2025-03-31\nas_of = 2025-08-01";
    let rows = ["2024-09,halves,,1,,2024-10-05,示例,", "2024-09,trees,,3000,,2024-10-05,示例,"];
    let site = small::site(span, &[("halves", halves), ("trees", trees)], &rows);
    let status = site.run(&["status"]).shown();
    // The plan's last month is always asked for.
    assert_eq!(status.matches("示例局 2025-03 2025-04-20").count(), 2, "{status}");
    assert!(!status.contains("2024-12"), "no half of the calendar's: {status}");
    assert!(!status.contains("2024-07-20") && !status.contains("2025-01-20"), "{status}");
}

#[test]
fn a_region_is_asked_for_what_it_has_not_answered_itself() {
    let own = "target = \"40家\"\nunit = \"家\"\nmeasure = \"count\"\n\
               report = { every = \"month\", within_days = 10 }";
    let rows = [
        "2023-06,own,a,20,,2023-07-03,示例,",
        "2023-06,own,b,5,,2023-07-03,示例,",
        "2023-07,own,a,22,,2023-08-01,示例,",
    ];
    let site = small::site("year = 2023\nas_of = 2023-08-05", &[("own", own)], &rows);
    site.replace(
        "content/plans/one/items/01.md",
        "reporter = \"bureau\"",
        "reporter = \"regions\"",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    let page = |region: &str| site.read(&format!("public/one/regions/{region}/index.html"));
    assert!(page("a").contains("填报2023年1—8月数据"), "it has answered July");
    assert!(page("b").contains("填报2023年1—7月数据"));
    // An office that reports for regions asks nothing of them.
    site.replace(
        "content/plans/one/items/01.md",
        "reporter = \"regions\"",
        "reporter = \"bureau\"",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(page("a").contains("本地区没有要自行填报的数据。"));
}
