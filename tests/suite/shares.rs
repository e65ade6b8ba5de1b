//! What is said of a region that has a share of a target, and of a whole of which some regions keep
//! their figures back.

use crate::small::{PAGE, built, indicator_of, site};

const YEAR: &str = "year = 2023";

fn shares(rows: &[&str]) -> String {
    let rows: String = rows.iter().map(|row| format!("{row},2023-02-10,示例,\n")).collect();
    format!("indicator,region,target,recorded,source,note\n{rows}")
}

const ALLOCATIONS: &str = "content/plans/one/data/allocations.csv";

#[test]
fn a_part_of_a_net_change_may_be_a_loss_that_is_kept_small() {
    let net = "target = \"净增100家\"\nunit = \"家\"\nmeasure = \"count\"";
    let rows = [
        "2023-Q3,net,a,90,,2023-10-05,示例,",
        "2023-Q3,net,b,-6,,2023-10-05,示例,",
        "2023-Q3,net,c,-2,,2023-10-05,示例,",
    ];
    let site = site(YEAR, &[("net", net)], &rows);
    site.write(ALLOCATIONS, &shares(&["net,a,120", "net,b,-20", "net,c,0"]));
    let reported = |region: &str| site.run(&["explain", "net", "--region", region]).shown();
    let loss = reported("b");
    assert!(loss.contains("[超序时进度]"), "{loss}");
    assert!(
        loss.contains("累计净减6家；到9月底按序时可净减15家，少减9家（分解目标允许净减20家）"),
        "{loss}"
    );
    assert!(loss.contains("实际相当于目标的30%，差值+45个百分点"), "{loss}");
    assert!(!loss.contains("完成率") && !loss.contains("多9家"), "{loss}");
    // Nothing allotted of a net change asks that nothing is lost.
    let none = reported("c");
    assert!(none.contains("累计净减2家，而分解目标是不净减"), "{none}");
    assert!(none.contains("[低于序时进度]"), "{none}");
    assert_eq!(site.run(&["build"]).code, 0);
    let page = site.read(PAGE);
    assert!(page.contains("<td>净减20<td>净减6") || page.contains(">净减20<"), "{page}");
    assert!(site.read("public/en/one/items/01/index.html").contains("net loss of 6 家"));
}

#[test]
fn a_share_of_a_limit_is_told_with_its_own_number() {
    let jobless = "target = \"控制在5.5%以内\"\nunit = \"%\"\nmeasure = \"share\"";
    let rows =
        ["2023-Q3,jobless,a,5.9,,2023-10-05,示例,", "2023-Q3,jobless,b,5.2,,2023-10-05,示例,"];
    let site = site(YEAR, &[("jobless", jobless)], &rows);
    site.write(ALLOCATIONS, &shares(&["jobless,a,6", "jobless,b,5"]));
    let reported = |region: &str| site.run(&["explain", "jobless", "--region", region]).shown();
    assert!(
        reported("a").contains("5.9%，在控制目标以内（6%），低0.1个百分点"),
        "{}",
        reported("a")
    );
    assert!(reported("b").contains("5.2%，高于控制目标（5%）0.2个百分点"), "{}", reported("b"));
}

#[test]
fn where_a_region_began_is_not_made_up() {
    let people = "target = \"达到620万人\"\nunit = \"万人\"\nmeasure = \"stock\"\n\
                  baseline = \"615\"\nschedule = \"linear\"";
    let rows = ["2023-Q3,people,,618,,2023-10-05,示例,", "2023-Q3,people,a,178,,2023-10-05,示例,"];
    let site = site(YEAR, &[("people", people)], &rows);
    site.write(ALLOCATIONS, &shares(&["people,a,180"]));
    let reported = site.run(&["explain", "people", "--region", "a"]).shown();
    assert!(reported.contains("[未到节点]"), "{reported}");
    assert!(reported.contains("9月末178万人，距目标180万人还差2万人。"), "{reported}");
    assert!(reported.contains("没有本地区的基数，计划期内不评价"), "{reported}");
    assert!(!reported.contains("折算"), "{reported}");
}

#[test]
fn a_region_that_keeps_its_figure_back_is_not_one_that_fails() {
    let covered = "target = \"全覆盖\"\nunit = \"%\"\nmeasure = \"share\"\n\
                   scope = \"each-region\"";
    let rows = [
        "2023-Q3,covered,a,1,,2023-10-05,示例,",
        "2023-Q3,covered,b,1,,2023-10-05,示例,",
        "2023-Q3,covered,c,,c,2023-10-05,示例,",
    ];
    let site = built(YEAR, &[("covered", covered)], &rows);
    let page = site.read(PAGE);
    let sentence = "3个县区、园区中2个已达到，0个尚未达到，1个的结果不予公布";
    assert!(page.matches(sentence).count() >= 2, "the sentence and the chart: {page}");
    assert!(!page.contains("1个尚未达到"));
}

#[test]
fn a_sum_of_which_one_is_kept_back_stays_so_when_the_next_is_late() {
    let report = "report = { every = \"quarter\", within_days = 20 }";
    let firms = format!("target = \"150家\"\nunit = \"家\"\nmeasure = \"count\"\n{report}");
    let plain = "unit = \"家\"\nmeasure = \"count\"";
    let rows = [
        "2023-H1,firms,a,40,,2023-07-05,示例,",
        "2023-H1,firms,b,,c,2023-07-05,示例,",
        "2023-H1,firms,c,9,,2023-07-05,示例,",
        "2023-H1,plain,a,40,,2023-07-05,示例,",
        "2023-H1,plain,b,,c,2023-07-05,示例,",
        "2023-H1,plain,c,9,,2023-07-05,示例,",
    ];
    let site =
        site("year = 2023\nas_of = 2023-10-25", &[("firms", &firms), ("plain", plain)], &rows);
    assert_eq!(site.run(&["build"]).code, 0);
    let (status, page) = (site.run(&["status"]).shown(), site.read(PAGE));
    for reported in [&status, &page] {
        assert!(
            !reported.contains("目前合计"),
            "the rest of a sum tells what is kept back: {reported}"
        );
        assert!(!reported.contains("暂无数据"), "{reported}");
        assert!(reported.contains("不公布合计：1个县区、园区的数据不予公布"), "{reported}");
    }
    assert!(status.contains("示例局 2023-Q3 2023-10-20"), "the office alone is late: {status}");
    assert!(!page.contains("未齐"), "all have answered: {page}");
}

#[test]
fn while_one_region_is_silent_no_older_count_stands_for_it() {
    let firms = "target = \"每个县10家\"\nunit = \"家\"\nmeasure = \"count\"\n\
                 scope = \"each-region\"\nreport = { every = \"quarter\", within_days = 20 }";
    let rows = [
        "2023-H1,firms,a,5,,2023-07-05,示例,",
        "2023-H1,firms,b,6,,2023-07-05,示例,",
        "2023-H1,firms,c,5,,2023-07-05,示例,",
        "2023-Q3,firms,a,8,,2023-10-05,示例,",
        "2023-Q3,firms,b,2,,2023-10-05,示例,",
    ];
    let site = site("year = 2023\nas_of = 2023-10-25", &[("firms", firms)], &rows);
    assert_eq!(site.run(&["build"]).code, 0);
    let firms = indicator_of(&site, "firms");
    assert!(firms["latest"].is_null() && firms["judged"].is_null(), "{firms}");
    let status = site.run(&["status"]).shown();
    assert!(status.contains("示例局（丙县） 2023-Q3 2023-10-20"), "{status}");
    let page = site.read(PAGE);
    assert!(page.contains("数据暂缺的按未达到计"), "the rule says how silence is taken: {page}");
}

#[test]
fn an_evaluation_takes_the_shares_of_its_period_and_never_rewards_a_loss() {
    let (firms, net) = (
        "target = \"100家\"\nunit = \"家\"\nmeasure = \"count\"",
        "target = \"净增10家\"\nunit = \"家\"\nmeasure = \"count\"",
    );
    let rows = [
        "2023-H1,firms,a,30,,2023-07-05,示例,",
        "2023-H1,firms,b,10,,2023-07-05,示例,",
        "2023-H1,net,a,3,,2023-07-05,示例,",
        "2023-H1,net,b,-2,,2023-07-05,示例,",
    ];
    let span = "year = 2023\nas_of = 2023-10-25\nscoring = { basis = { title = \"示例办法\", \
                document_number = \"示例〔2023〕1号\", issued = 2023-01-10 }, method = \
                \"completion\", weights = [{ indicator = \"firms\", weight = \"50\" }, { indicator \
                = \"net\", weight = \"50\" }], groups = [{ id = \"all\", title = \"全部\", regions = \
                [\"a\", \"b\"] }] }";
    let site = site(span, &[("firms", firms), ("net", net)], &rows);
    let table = "indicator,region,target,recorded,source,note\nfirms,a,40,2023-02-10,示例,\n\
                 firms,a,60,2023-08-10,示例,\nfirms,b,30,2023-02-10,示例,\nnet,a,20,2023-02-10,示例,\n\
                 net,b,-10,2023-02-10,示例,\n";
    site.write(ALLOCATIONS, table);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let csv = site.read("public/one/data/evaluation.csv");
    let row = |start: &str| {
        let found = csv.lines().find(|line| line.contains(start));
        found.unwrap_or_else(|| panic!("no {start} in {csv}")).to_string()
    };
    assert!(row(",a,firms,").contains(",40,higher,0.75,"), "{csv}");
    assert!(row(",b,net,").contains(",no_target,"), "{csv}");
}

#[test]
fn a_mean_of_years_is_no_number_of_several() {
    let homes = "target = \"年均新增2000套\"\nunit = \"套\"\nmeasure = \"count\"";
    let long = site("start = 2021-01-01\nend = 2025-12-31", &[("homes", homes)], &[]);
    let run = long.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(run.shown().contains("[target-per]"), "{}", run.shown());
    let rate = "target = { phrase = \"每年增长6%\", op = \">=\", value = \"6\", per = \"year\" }\n\
                unit = \"%\"\nmeasure = \"growth\"";
    let late = site("start = 2021-07-01\nend = 2023-06-30", &[("rate", rate)], &[]);
    let run = late.run(&["check", "--format", "short"]);
    assert!(run.shown().contains("[target-per]"), "{}", run.shown());
}

#[test]
fn what_some_regions_make_is_told_as_theirs() {
    let range = "target = \"80-100家\"\nunit = \"家\"\nmeasure = \"count\"";
    let most = "unit = \"起\"\nmeasure = \"count\"\naggregate = \"max\"";
    let rows = [
        "2023,range,a,81,,2024-01-05,示例,",
        "2023,range,b,,c,2024-01-05,示例,",
        "2023,range,c,11,,2024-01-05,示例,",
        "2023-H1,most,a,6,,2023-07-05,示例,",
        "2023-H1,most,c,3,,2023-07-05,示例,",
    ];
    let site = site("year = 2023\nas_of = 2024-01-25", &[("range", range), ("most", most)], &rows);
    let reported = site.run(&["explain", "range"]).shown();
    assert!(
        reported.contains("达到80—100家的下限。"),
        "the missing one may lead beyond: {reported}"
    );
    assert!(reported.contains("其中不含1个县区、园区不予公布的数据，仅此已可判定"), "{reported}");
    let reported = site.run(&["explain", "most"]).shown();
    assert!(reported.contains("目前最大6起"), "{reported}");
}

#[test]
fn a_share_of_nothing_of_growth_asks_for_no_fall() {
    let growth = "target = \"增长8%以上\"\nunit = \"%\"\nmeasure = \"growth\"";
    let rows = ["2023-Q3,growth,,8,,2023-10-05,示例,", "2023-Q3,growth,b,-1,,2023-10-05,示例,"];
    let site = site(YEAR, &[("growth", growth)], &rows);
    site.write(ALLOCATIONS, &shares(&["growth,b,0"]));
    let reported = site.run(&["explain", "growth", "--region", "b"]).shown();
    assert!(!reported.contains("没有分解"), "{reported}");
    assert!(reported.contains("下降1%"), "{reported}");
}

#[test]
fn a_coverage_has_no_nodes_between() {
    let covered = "target = \"全覆盖\"\nunit = \"%\"\nmeasure = \"share\"\n\
                   scope = \"each-region\"\nschedule = { expected = [[\"2023-06\", 50], \
                   [\"2023-12\", 100]] }";
    let site = site(YEAR, &[("covered", covered)], &[]);
    let run = site.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(run.shown().contains("[coverage-figure]"), "{}", run.shown());
}

#[test]
fn a_limit_that_was_broken_stays_broken_whatever_is_kept_back_later() {
    let deaths = "target = \"死亡不超过20人\"\nunit = \"人\"\nmeasure = \"count\"";
    let each = "target = \"每个县死亡不超过5人\"\nunit = \"人\"\nmeasure = \"count\"\n\
                scope = \"each-region\"";
    let rows = [
        "2023-H1,deaths,,22,,2023-07-05,示例,",
        "2023-Q3,deaths,,,c,2023-10-05,示例,",
        "2023-H1,each,a,7,,2023-07-05,示例,",
        "2023-H1,each,b,0,,2023-07-05,示例,",
        "2023-H1,each,c,1,,2023-07-05,示例,",
        "2023-Q3,each,a,,c,2023-10-05,示例,",
        "2023-Q3,each,b,1,,2023-10-05,示例,",
    ];
    let site = built(YEAR, &[("deaths", deaths), ("each", each)], &rows);
    let (deaths, each) = (indicator_of(&site, "deaths"), indicator_of(&site, "each"));
    assert_eq!(
        (&deaths["status"]["code"], &each["status"]["code"]),
        (&"missed".into(), &"missed".into())
    );
    assert_eq!(deaths["judged"]["period"], "2023-H1", "{deaths}");
    let reported = site.run(&["explain", "deaths"]).shown();
    assert!(reported.contains("多2人。2023年前三季度的结果不予公布。"), "{reported}");
    let reported = site.run(&["explain", "each"]).shown();
    assert!(reported.contains("3个县区、园区中2个在控制进度以内，1个已超过控制数。"), "{reported}");
    assert!(reported.contains("2023-H1 甲县 7"), "the row that broke it: {reported}");
    assert!(reported.contains("其中2个县区、园区的最近数据早于2023年前三季度。"), "{reported}");
}

#[test]
fn two_sums_of_different_regions_are_marked_as_such() {
    let firms = "target = \"50家\"\nunit = \"家\"\nmeasure = \"count\"";
    let rows = [
        "2023-H1,firms,a,50,,2023-07-05,示例,",
        "2023-H1,firms,b,4,,2023-07-05,示例,",
        "2023-Q3,firms,a,52,,2023-10-05,示例,",
    ];
    let editions = "[[editions]]\nperiod = \"2023-H1\"\nas_of = 2023-07-10\nstate = \"draft\"\n\
                    [[editions]]\nperiod = \"2023-Q3\"\nas_of = 2023-10-10\n\
                    state = \"draft\"\n+++\n说明。";
    let site = site(YEAR, &[("firms", firms)], &rows);
    site.replace("content/plans/one/plan.md", "+++\n说明。", editions);
    assert_eq!(site.run(&["build"]).code, 0);
    let firms = indicator_of(&site, "firms");
    assert_eq!((&firms["judged"]["reported"], &firms["judged"]["asked"]), (&1.into(), &3.into()));
    assert!(site.read(PAGE).contains("未齐"), "the table at a glance marks it");
    let moved = site.run(&["diff", "2023-H1", "2023-Q3"]).shown();
    assert!(moved.contains("54家（未齐） → ") && moved.contains("52家（未齐）"), "{moved}");
}

#[test]
fn what_a_region_keeps_back_is_no_share_of_the_regions() {
    let firms = "target = \"每个县10家\"\nunit = \"家\"\nmeasure = \"count\"\n\
                 scope = \"each-region\"";
    let rows = [
        "2023-Q3,firms,a,12,,2023-10-05,示例,",
        "2023-Q3,firms,b,8,,2023-10-05,示例,",
        "2023-Q3,firms,c,,c,2023-10-05,示例,",
    ];
    let site = built(YEAR, &[("firms", firms)], &rows);
    let firms = indicator_of(&site, "firms");
    assert!(firms["completion"].is_null() && firms["gap"].is_null(), "{firms}");
}
