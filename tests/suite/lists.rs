//! What is told of lists that are out and of figures that never came, once the plan is over.

use crate::site::TestSite;
use crate::small;

/// A target decided by one list of 10 July; its figure is of June, recorded after the list.
fn listed(as_of: &str, report: &str, rows: &[&str]) -> TestSite {
    let span = format!("year = 2023\nas_of = {as_of}");
    let list = format!(
        "target = \"认定5家\"\nunit = \"家\"\nmeasure = \"count\"\nschedule = \"batch\"\n\
         batches = [{{ published = 2023-07-10 }}]\n{report}"
    );
    let firms = "target = \"完成20家\"\nunit = \"家\"\nmeasure = \"count\"";
    small::built(&span, &[("listed", &list), ("never", firms)], rows)
}

const JUNE: &str = "2023-06,listed,,3,,2023-07-18,示例,";
const QUARTERLY: &str = "report = { every = \"quarter\", within_days = 20 }";

#[test]
fn a_list_counts_in_a_later_figure_only_while_that_can_be_awaited() {
    let told = |as_of: &str, report: &str, rows: &[&str]| {
        let site = listed(as_of, report, rows);
        let one = small::indicator_of(&site, "listed");
        let status = one["status"]["code"].as_str().expect("a status").to_string();
        (
            status,
            one["status"]["reason"].as_str().expect("a sentence").to_string(),
            site.read(small::PAGE),
        )
    };
    let (status, finding, page) = told("2023-08-01", "", &[JUNE]);
    assert_eq!(status, "not_due");
    assert_eq!(finding, "名单2023年7月10日公布，计入下一期；上一期已认定3家。");
    assert!(page.contains("2023年7月10日已公布（计入下一期）"));
    let (status, finding, page) = told("2023-08-01", QUARTERLY, &[JUNE]);
    assert_eq!(status, "not_due");
    assert_eq!(finding, "名单2023年7月10日公布，计入2023年前三季度；上一期已认定3家。");
    assert!(page.contains("名单已全部公布，尚无涵盖最后一批名单的数据"));
    assert!(!page.contains("名单公布前为“待认定”"), "all lists are out");
    let (status, finding, page) = told("2024-03-31", "", &[JUNE]);
    assert_eq!(status, "not_due");
    assert_eq!(finding, "名单2023年7月10日公布，尚无涵盖该名单的数据；此前已认定3家。");
    assert!(!page.contains("计入下一期"), "no period follows");
    let (status, _, page) = told("2024-04-01", "", &[JUNE]);
    assert_eq!(status, "pending");
    assert!(page.contains("计划期满三个月仍无涵盖最后一批名单的数据，为“待核定”"));
    // A figure that covers it decides.
    let december = "2023-12,listed,,3,,2024-01-18,示例,";
    assert_eq!(told("2024-04-01", "", &[JUNE, december]).0, "missed");
    let no_rows = ["2023-06,never,,1,,2023-07-18,示例,"];
    let (status, finding, _) = told("2024-01-31", "", &no_rows);
    assert_eq!(status, "not_due");
    assert_eq!(finding, "名单2023年7月10日公布，尚无涵盖该名单的数据。");
    assert_eq!(told("2024-04-01", "", &no_rows).0, "pending");
}

#[test]
fn a_figure_nobody_was_asked_for_is_missing_three_months_after_the_plan() {
    let each = "target = \"每县20家\"\nunit = \"家\"\nmeasure = \"count\"\nscope = \"each-region\"";
    let firms = "target = \"完成20家\"\nunit = \"家\"\nmeasure = \"count\"";
    let told = |as_of: &str, id: &str| {
        let span = format!("year = 2023\nas_of = {as_of}");
        let all = [("each", each), ("never", firms), ("other", firms)];
        let site = small::built(&span, &all, &["2023-06,other,,10,,2023-07-18,示例,"]);
        let one = small::indicator_of(&site, id);
        (one["status"]["code"].as_str().expect("a status").to_string(), site.read(small::PAGE))
    };
    let (status, page) = told("2023-12-31", "never");
    assert_eq!(status, "not_due");
    assert!(page.contains("这一期还不需要报送"));
    let (status, page) = told("2024-03-31", "never");
    assert_eq!(status, "not_due");
    assert!(!page.contains("这一期还不需要报送"), "the plan is over");
    assert!(page.contains("计划期已结束，尚无数据，不作评价；满三个月仍无数据的"));
    assert_eq!(told("2024-04-01", "never").0, "not_reported");
    assert_eq!(told("2024-04-01", "each").0, "not_reported");
}

#[test]
fn a_list_that_no_figure_covers_is_told() {
    let told = |as_of: &str, report: &str, rows: &[&str]| {
        let run = listed(as_of, report, rows).run(&["check", "--format", "short"]);
        ["uncovered-list", "row-before-list"]
            .map(|code| run.stdout.contains(&format!("warning[{code}]")))
    };
    let july = "2023-07,listed,,3,,2023-08-18,示例,";
    let early = "2023-06,listed,,3,,2023-07-08,示例,";
    assert_eq!(told("2023-08-01", "", &[JUNE]), [false, true], "June knows nothing of July");
    assert_eq!(told("2023-08-20", "", &[JUNE, july]), [false, false], "July does");
    assert_eq!(told("2023-08-01", "", &[early]), [false, false], "July may still come");
    assert_eq!(told("2023-11-01", "", &[early]), [true, false]);
    assert_eq!(told("2023-10-20", QUARTERLY, &[early]), [false, false], "due that day");
    assert_eq!(told("2023-10-21", QUARTERLY, &[early]), [true, false]);
}

/// A page of a past period judges by that period's end: the report that is late then is named, and
/// what comes next came after that day.
#[test]
fn a_page_of_a_past_period_names_the_report_that_was_late_then() {
    let monthly = "target = \"完成40家\"\nunit = \"家\"\nmeasure = \"count\"\n\
                   report = { every = \"month\", within_days = 10 }";
    let rows = ["2023-07,late,,20,,2023-08-03,示例,", "2023-06,other,,20,,2023-07-03,示例,"];
    let span = "year = 2023\nas_of = 2023-08-05\nreviews = [\"month\"]";
    let site = small::built(span, &[("late", monthly), ("other", monthly)], &rows);
    let page = site.read("public/one/periods/2023-06/index.html");
    assert!(page.contains("缺2023年1—5月的数据，应在2023年6月10日前报来"));
    assert!(page.contains("以下为该期期末（2023年6月30日）起应报应办的事项。"));
    let english = site.read("public/en/one/periods/2023-06/index.html");
    assert!(english.contains("Missing: the figure for January–May 2023, due by 10 June 2023"));
    let newest = site.read("public/one/periods/2023-07/index.html");
    assert!(newest.contains("各期数据按报送时限更新"));
}
