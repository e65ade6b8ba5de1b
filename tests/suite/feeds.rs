//! The calendar, the files to subscribe to, and the pages every site has.

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;

use crate::shipped::{attributes, shipped, text};
use crate::site::{TestSite, without_tags};

const PLAN: &str = "content/plans/2023/plan.md";
const ITEM: &str = "content/plans/2023/items/02.md";
const PAGE: &str = "2023/calendar/index.html";
const ICS: &str = "2023/calendar/calendar.ics";
const FEED: &str = "2023/updates/feed.xml";
const BASE_URL: &str = "https://www.example.gov.cn/zt/";

/// Two editions to come after the half-year's, one of them late; a list that is awaited and a step
/// that was moved.
fn site() -> TestSite {
    let site = TestSite::base();
    site.replace(
        PLAN,
        "+++\n\n一个",
        "[[editions]]\nperiod = \"2023-Q3\"\nas_of = 2023-10-25\nstate = \"draft\"\nplanned = \
            2023-10-28\n[[editions]]\nid = \"extra\"\nperiod = \"2023-07\"\nas_of = \
            2023-08-05\ntitle = \"一期;特刊, 第\\\\1号\"\nplanned = 2023-07-20\ndelay_reason \
            = \"数据核对\"\n+++\n\n一个",
    );
    site.replace(
        PLAN,
        "published_at = \"2023-07-28 09:30\"",
        "planned = 2023-07-27\npublished_at = \"2023-07-28 09:30\"\ndelay_reason = \"核对\"",
    );
    site.replace(
        ITEM,
        "[[milestones]]",
        "[[indicators]]\nid = \"titles\"\nname = \"示范称号\"\ntarget = \"力争2家\"\nunit \
            = \"家\"\nmeasure = \"count\"\nschedule = \"batch\"\nbatches = [{ expected \
            = \"2023-05\", published = 2023-05-20 }, { expected = \"2023-06\" }, { expected \
            = \"2023-11\" }]\nreporter = \"office\"\nsource = \"示例\"\n[[milestones]]\nid \
            = \"moved\"\ntitle = \"办好, 大会\"\ndue = 2023-09-30\n[[milestones]]",
    );
    site.append(
        "content/plans/2023/data/milestones.csv",
        "moved,2023-11-15,,2023-07-20,示例,场地调整",
    );
    site
}

fn built(site: &TestSite, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let run = site.run(&[&["build"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.shown());
    site.output()
}

/// Returns what a page says, one line a row.
fn visible_text(page: &str) -> String {
    let main = page
        .split("<main")
        .nth(1)
        .and_then(|rest| rest.split("</main>").next())
        .expect("a main part");
    let main = main
        .split_once('>')
        .map_or("", |(_, rest)| rest)
        .replace("<li>", "\n- ")
        .replace("<h", "\n<h");
    let out = without_tags(&main);
    out.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Undoes the folding of lines.
fn unfolded(ics: &str) -> String {
    ics.replace("\r\n ", "")
}

fn events(ics: &str) -> Vec<String> {
    unfolded(ics)
        .split("BEGIN:VEVENT\r\n")
        .skip(1)
        .map(|event| event.replace("\r\n", "\n"))
        .collect()
}

fn uids(ics: &str) -> BTreeSet<String> {
    unfolded(ics).lines().filter_map(|line| line.strip_prefix("UID:").map(str::to_string)).collect()
}

#[test]
fn the_calendar_says_what_is_ahead_and_what_has_been() {
    let files = built(&site(), &[]);
    assert_snapshot!("calendar", visible_text(text(&files[PAGE])));
    assert_snapshot!("calendar_en", visible_text(text(&files[&format!("en/{PAGE}")])));
}

#[test]
fn the_calendar_looks_from_the_day_that_is_shown() {
    let site = site();
    let earlier = visible_text(text(&built(&site, &["--as-of", "2023-04-25"])[PAGE]));
    let (ahead, been) = earlier.split_once("已经过去的").expect("both parts");
    assert!(
        ahead.contains("7月27日 计划发布") && ahead.contains("6月30日 时间节点：公布清单"),
        "{ahead}"
    );
    assert!(
        ahead.contains("9月30日 时间节点：办好, 大会") && !ahead.contains("11月15日"),
        "a step is moved when it is told: {ahead}"
    );
    assert!(
        ahead.contains("2023年5月 预计公布认定名单") && !been.contains("认定名单"),
        "{earlier}"
    );
    assert!(been.contains("4月28日 发布") && !been.contains("上半年"), "{been}");
}

#[test]
fn the_calendar_stands_between_updates_and_method_in_every_list() {
    let files = built(&site(), &["--base-url", BASE_URL]);
    let page = text(&files["2023/items/01/index.html"]);
    let navigation: Vec<&str> = page
        .split("class=\"site-nav\"")
        .nth(1)
        .and_then(|rest| rest.split("</nav>").next())
        .into_iter()
        .collect();
    let links: Vec<&str> = attributes(navigation[0], "href").collect();
    let at =
        links.iter().position(|link| *link == "../../calendar/").expect("a link to the calendar");
    assert_eq!((links[at - 1], links[at + 1]), ("../../updates/", "../../method/"));
    assert!(text(&files["sitemap/index.html"]).contains("href=\"../2023/calendar/\""));
    let map = text(&files["sitemap.xml"]);
    for path in ["2023/calendar/", "en/2023/calendar/", "accessibility/", "en/accessibility/"] {
        assert!(map.contains(&format!("<loc>{BASE_URL}{path}</loc>")), "{path}");
    }
}

#[test]
fn a_plan_without_days_has_no_calendar() {
    let site = TestSite::base();
    let plan = site.read(PLAN);
    let (before, rest) = plan.split_once("[[editions]]").expect("editions");
    let body = rest.rsplit_once("+++").expect("the end of the front matter").1;
    site.write(PLAN, &format!("{before}+++{body}"));
    for item in ["content/plans/2023/items/01.md", ITEM] {
        site.write(
            item,
            &site.read(item).replace("report = { every = \"quarter\", within_days = 20 }\n", ""),
        );
    }
    site.replace(
        ITEM,
        "[[milestones]]\nid = \"list-published\"\ntitle = \"公布清单\"\ndue = 2023-06-30\n",
        "",
    );
    site.write(
        "content/plans/2023/data/milestones.csv",
        "milestone,due,done,recorded,source,note\n",
    );
    let files = built(&site, &["--base-url", BASE_URL]);
    assert!(!files.contains_key(PAGE) && !files.contains_key(ICS));
    for (path, bytes) in
        files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml"))
    {
        assert!(!text(bytes).contains("calendar/"), "{path}");
    }
}

#[test]
fn overdue_reports_are_named_only_where_the_plan_says_so() {
    let site = site();
    let data = "content/plans/2023/data/2023.csv";
    site.write(data, &site.read(data).replace("2023-Q2,growth,,8.5,,2023-07-18,示例,,\n", ""));
    let silent = built(&site, &[]);
    assert!(
        !visible_text(text(&silent[PAGE])).contains("逾期未报")
            && !unfolded(text(&silent[ICS])).contains("逾期未报")
    );
    site.replace(PLAN, "regions_public", "publish_overdue = true\nregions_public");
    let named = built(&site, &[]);
    assert!(
        visible_text(text(&named[PAGE]))
            .contains("2023年上半年数据，2个指标：新增企业、投资增长 逾期未报：投资增长")
    );
    assert!(unfolded(text(&named[ICS])).contains("逾期未报：投资增长"));
}

#[test]
fn the_calendar_file_keeps_to_its_format() {
    let site = site();
    let files = built(&site, &["--base-url", BASE_URL]);
    let ics = text(&files[ICS]);
    assert!(
        ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
            && ics.ends_with("END:VCALENDAR\r\n")
    );
    assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count(), "every line ends alike");
    assert!(ics.split("\r\n").all(|line| line.len() <= 75), "lines are folded");
    let events = events(ics);
    for event in &events {
        assert!(event.contains("\nSUMMARY:示例数据 "), "{event}");
        assert!(
            event.contains("DTSTART;VALUE=DATE:20") && event.contains("DTEND;VALUE=DATE:20"),
            "{event}"
        );
        assert!(event.contains(&format!("\nURL:{BASE_URL}2023/calendar/\n")), "{event}");
    }
    let one = |part: &str| {
        events.iter().find(|event| event.contains(part)).unwrap_or_else(|| panic!("{part}"))
    };
    assert!(one("-milestone-moved@").contains("\nSUMMARY:示例数据 时间节点：办好\\, 大会\n"));
    assert!(
        one("-milestone-moved@").contains("DTSTAMP:20230720T000000Z\n"),
        "the day the row was recorded"
    );
    assert!(
        one("-edition-2023-Q3@").contains("DTSTAMP:20230725T000000Z\n"),
        "the day that is shown"
    );
    assert!(one("-edition-extra@").contains("一期\\;特刊\\, 第\\\\1号"));
    assert!(one("-edition-2023-Q3@").contains(
        "DTSTAMP:20230725T000000Z\nDTSTART;VALUE=DATE:20231028\nDTEND;VALUE=DATE:20231029\n"
    ));
    assert_eq!(uids(ics).len(), events.len(), "every event is one");
    assert_eq!(
        uids(ics),
        uids(text(&files[&format!("en/{ICS}")])),
        "they are the same in every language"
    );
    assert!(!text(&built(&site, &[])[ICS]).contains("URL"), "no address is made up");
}

#[test]
fn an_event_keeps_its_identifier_when_it_happens() {
    let site = site();
    let before = uids(text(&built(&site, &["--as-of", "2023-04-25"])[ICS]));
    let after = uids(text(&built(&site, &["--as-of", "2023-11-25", "--base-url", BASE_URL])[ICS]));
    assert_eq!(before, after);
}

#[test]
fn the_feed_tells_updates_and_editions_the_newest_first() {
    let site = site();
    assert!(!built(&site, &[]).contains_key(FEED), "a feed needs the address of the site");
    let files = built(&site, &["--base-url", BASE_URL]);
    assert_snapshot!("feed", text(&files[FEED]));
    let english = text(&files[&format!("en/{FEED}")]);
    assert!(
        english.contains("xml:lang=\"en\"")
            && english.contains("<title>[Sample] ")
            && english.contains("/zt/en/2023/")
    );
    let page = text(&files["2023/items/01/index.html"]);
    assert!(
        page.contains("type=\"application/atom+xml\"")
            && page.contains("href=\"../../updates/feed.xml\"")
    );
    assert!(text(&files["2023/updates/index.html"]).contains("<a href=\"feed.xml\">"));
    let early = built(&site, &["--base-url", BASE_URL, "--as-of", "2023-05-01"]);
    assert!(!text(&early[FEED]).contains("2023-07-10-review"), "only what was known is told");
}

#[test]
fn the_feed_is_clean_and_ends_somewhere() {
    let site = site();
    for n in 10..70 {
        let update = format!(
            "+++\ntitle = \"第{n}次 <b>调度</b> & 其他\"\ndate = 2023-06-15\nkind \
                = \"news\"\n+++\n\n<script>alert(1)</script> [坏](javascript:alert(1)) [好](../)\n"
        );
        site.write(&format!("content/plans/2023/updates/u{n}.md"), &update);
    }
    let feed =
        String::from_utf8(built(&site, &["--base-url", BASE_URL])[FEED].clone()).expect("text");
    assert_eq!(feed.matches("<entry>").count(), 50);
    assert!(feed.contains("第10次 &lt;b&gt;调度&lt;/b&gt; &amp; 其他"), "titles are text");
    assert!(
        !feed.contains("&lt;script")
            && !feed.contains("javascript:alert(1)&quot;")
            && !feed.contains("\"javascript")
    );
    assert!(
        feed.contains(&format!("<content type=\"html\" xml:base=\"{BASE_URL}2023/updates/\">"))
    );
    let updated: Vec<&str> =
        feed.split("<updated>").skip(2).filter_map(|rest| rest.split('<').next()).collect();
    assert!(updated.is_sorted_by(|a, b| a >= b), "{updated:?}");
    let ids: Vec<&str> =
        feed.split("<id>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    // Where the feed tells less, nothing else of it differs.
    assert_eq!(feed, text(&built(&site, &["--base-url", BASE_URL, "--jobs", "1"])[FEED]));
}

#[test]
fn a_site_that_wants_no_feeds_has_none() {
    let site = site();
    site.write(
        "content/site.toml",
        &format!("{}outputs = [\"lists\"]\n", site.read("content/site.toml")),
    );
    let files = built(&site, &["--base-url", BASE_URL]);
    assert!(files.contains_key(PAGE));
    assert!(!files.keys().any(|path| path.ends_with(".ics") || path.ends_with("feed.xml")));
    assert!(
        !text(&files[PAGE]).contains(".ics")
            && !text(&files["2023/updates/index.html"]).contains("feed.xml")
    );
}

#[test]
fn every_site_says_how_accessible_it_is_and_its_own_words_go_first() {
    let site = TestSite::base();
    let files = built(&site, &[]);
    let page = text(&files["accessibility/index.html"]);
    assert!(
        visible_text(page).contains("不表示已经符合某个标准或等级")
            && visible_text(page).contains("联系方式：无"),
        "{}",
        visible_text(page)
    );
    assert!(text(&files["en/accessibility/index.html"]).contains("<h1>Accessibility</h1>"));
    assert!(
        text(&files["2023/index.html"]).contains("<a href=\"../accessibility/\">无障碍说明</a>"),
        "the footer links it"
    );
    assert!(
        text(&files["sitemap/index.html"]).matches("href=\"../accessibility/\"").count() >= 2,
        "and the site map"
    );

    site.write(
        "content/pages/own.md",
        "+++\ntitle = \"我们的说明\"\nslug = \"accessibility\"\n+++\n\n我们自己试过。\n",
    );
    let files = built(&site, &[]);
    let page = visible_text(text(&files["accessibility/index.html"]));
    assert!(page.contains("我们自己试过。") && !page.contains("不表示"), "{page}");
    assert!(
        text(&files["2023/index.html"]).contains("<a href=\"../accessibility/\">我们的说明</a>")
    );
    assert!(!text(&files["2023/index.html"]).contains("无障碍说明"));

    site.remove("content/pages/own.md");
    site.write("content/static/accessibility/index.html", "<!DOCTYPE html><title>自带</title>");
    let files = built(&site, &[]);
    assert!(
        text(&files["accessibility/index.html"]).contains("自带"),
        "a file copied as it is goes first as well"
    );
}

#[test]
fn a_report_stands_before_a_step_of_the_same_day() {
    let site = site();
    site.append("content/plans/2023/data/milestones.csv", "moved,2023-10-20,,2023-07-21,示例,又移");
    let files = built(&site, &[]);
    for path in [PAGE, "2023/departments/office/index.html"] {
        let page = visible_text(text(&files[path]));
        let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part} in {page}"));
        assert!(at("2023年前三季度数据") < at("时间节点：办好, 大会"), "{page}");
    }
}

#[test]
fn the_shipped_calendar_groups_reports_by_day() {
    let files = shipped();
    let page = visible_text(text(&files[PAGE]));
    assert!(page.contains("11月20日前 2023年1—10月数据，5个指标：新登记注册企业、"), "{page}");
    let ahead = page.split("已经过去的").next().expect("the upper part");
    assert!(
        ahead.contains("1月31日 计划发布：2023年全年进展") && !ahead.contains("10月20日前"),
        "{ahead}"
    );
    assert!(!page.contains("逾期未报"));
}
