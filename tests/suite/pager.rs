//! Lists too long for one page go on on the next, and every row stands on exactly one of them.

use std::collections::BTreeMap;
use std::fmt::Write;

use taizhang::pipeline::{Request, prepare, prepare_incremental};

use crate::incremental::reported_unchanged;
use crate::preview::client::Server;
use crate::shipped::{attributes, dead_links, text};
use crate::site::TestSite;

/// Items that are added to the two of the small site.
const ADDED: usize = 620;

/// The small site with so many items that lists do not fit a page; each has one indicator that
/// regions report.
pub fn large() -> TestSite {
    let site = TestSite::base();
    site.replace(
        "content/site.toml",
        "sample = true",
        "sample = true\nbase_url = \"https://example.org/\"",
    );
    let mut table = String::from("period,indicator,region,value,flag,recorded,source,note\n");
    for number in 3..3 + ADDED {
        site.write(
            &format!("content/plans/2023/items/{number:03}.md"),
            &format!(
                "+++\nnumber = {number}\ntitle = \"事项 {number}\"\nsection = \"first\"\nregions \
                    = \"all\"\n\
                 departments = [{{ id = \"office\", role = \"joint\" }}]\n[[indicators]]\nid \
                 = \"count-{number}\"\nname = \"个数\"\n\
                 target = \"100个\"\nunit = \"个\"\nmeasure = \"count\"\naggregate \
                 = \"sum\"\nschedule = \"linear\"\nreporter = \"regions\"\n+++\n"
            ),
        );
        // The south has no figure of the last hundred: its list is shorter.
        writeln!(table, "2023-Q2,count-{number},north,7,,2023-07-20,示例,").expect("written");
        if number < ADDED - 97 {
            writeln!(table, "2023-Q2,count-{number},south,8,,2023-07-20,示例,").expect("written");
        }
    }
    site.write("content/plans/2023/data/many.csv", &table);
    site
}

/// Counts how often each added item is linked from the main part of the pages at a place.
fn linked(files: &BTreeMap<String, Vec<u8>>, place: &str) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    let is_of = |path: &str| {
        path == format!("{place}index.html") || path.starts_with(&format!("{place}page/"))
    };
    for page in files.iter().filter(|(path, _)| is_of(path)).map(|(_, bytes)| text(bytes)) {
        let list = match (page.split_once("<table"), page.split_once("<ol class=\"item-rows\"")) {
            (_, Some((_, list))) | (Some((_, list)), None) => list,
            (None, None) => continue,
        };
        let mut numbers: Vec<usize> = attributes(list, "href")
            .filter_map(|link| link.split_once("items/")?.1.split('/').next()?.parse().ok())
            .filter(|number| (3..3 + ADDED).contains(number))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            *counts.entry(number).or_insert(0) += 1;
        }
    }
    counts
}

/// One figure changes few pages of a long list, and only those.
#[test]
fn pages_without_a_changed_row_are_told_to_be_the_same() {
    let site = large();
    let [content, themes] = ["content", "themes"].map(|folder| site.path().join(folder));
    let request = Request { content, themes, ..Request::default() };
    let before = prepare(&request).expect("content");
    let table = "content/plans/2023/data/many.csv";
    site.replace(table, "2023-Q2,count-600,north,7,", "2023-Q2,count-600,north,700,");
    let now = prepare_incremental(&request, &before, &[site.path().join(table)]).expect("content");
    let (same, others) = reported_unchanged(&before, &now).expect("only a figure differs");
    assert!(same > 7000 && others < 100, "{same} the same, {others} others");
    // A table is one share of knowledge: the row of another item in it says what it said.
    let comparison = now.compare(&before).expect("only a figure differs");
    let is_unchanged = |path: &str| {
        let tasks = comparison.now.tasks().expect("addresses are good");
        tasks.iter().any(|task| task.path.as_str() == path && comparison.is_unchanged(task))
    };
    assert!(is_unchanged("2023/items/11/index.html") && !is_unchanged("2023/items/600/index.html"));
    assert!(!is_unchanged("2023/indicators/page/2/index.html") && !is_unchanged("2023/index.html"));
}

#[test]
fn long_lists_go_on_on_further_pages() {
    let site = large();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let files = site.output();
    assert!(dead_links(&files).is_empty(), "{:#?}", dead_links(&files));
    let north = 3..3 + ADDED;
    for (place, pages, rows) in [
        ("2023/", 2, north.clone()),
        ("2023/sections/first/", 2, north.clone()),
        ("2023/indicators/", 2, north.clone()),
        ("2023/departments/office/", 2, north.clone()),
        ("2023/regions/north/", 2, north),
        ("2023/regions/south/", 2, 3..ADDED - 97),
        ("2023/sections/second/", 1, 0..0),
    ] {
        let linked = linked(&files, place);
        let once: BTreeMap<usize, usize> = rows.map(|number| (number, 1)).collect();
        assert!(
            linked == once,
            "{place}: {:?}",
            linked
                .iter()
                .filter(|(number, n)| once.get(number) != Some(n))
                .take(5)
                .collect::<Vec<_>>()
        );
        let further =
            files.keys().filter(|path| path.starts_with(&format!("{place}page/"))).count();
        assert_eq!(further + 1, pages, "{place}");
    }
    let second = text(&files["2023/regions/north/page/2/index.html"]);
    assert!(
        second.contains("<title>北区（第 2 页）") && second.contains("第 2 页，共 2 页"),
        "{second}"
    );
    assert!(
        second.contains(
            "<link rel=\"canonical\" href=\"https://example.org/2023/regions/north/page/2/\">"
        ),
        "{second}"
    );
    assert!(
        text(&files["sitemap.xml"])
            .contains("<loc>https://example.org/2023/regions/north/page/2/</loc>")
    );
    for page in ["index.html", "2023/index.html", "2023/indicators/index.html"] {
        let page = text(&files[page]);
        assert!(page.contains("rel=\"next\"") && !page.contains("class=\"filter\""), "{page}");
    }
}

#[test]
fn a_list_that_grows_past_a_page_is_served_as_it_is_built() {
    let site = large();
    let server = Server::start(&site, &[]);
    // The south's list is 520 rows long; without its last rows it fits a page, which depends on
    // figures alone.
    assert_eq!(server.get("/2023/regions/south/page/2/").status, 200);
    let table = site.read("content/plans/2023/data/many.csv");
    let fewer: String = table
        .lines()
        .filter(|line| !(line.contains(",south,") && line.contains("count-5")))
        .fold(String::new(), |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        });
    site.write("content/plans/2023/data/many.csv", &fewer);
    server.wait_for("many.csv");
    assert_eq!(server.get("/2023/regions/south/page/2/").status, 404);
    assert_eq!(server.get("/2023/regions/south/").status, 200);
}
