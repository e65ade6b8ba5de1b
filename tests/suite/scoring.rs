//! Evaluation: three plans, one for each method. The open data is enough to compute every score
//! again, and a bad setting is refused.
//!
//! The recomputation is written from the formulas on the page, in floating point and from the raw
//! columns alone; it shares nothing with the program but the file.

use std::collections::BTreeMap;

use insta::assert_snapshot;

use crate::site::TestSite;

const PLANS: [&str; 3] = ["2021", "2022", "2023"];
const COMPLETION: &str = "content/plans/2021/plan.md";
const EFFICACY: &str = "content/plans/2022/plan.md";
const RANK: &str = "content/plans/2023/plan.md";
const ITEM: &str = "content/plans/2021/items/01.md";

fn built() -> TestSite {
    let site = TestSite::copy_of("evaluation");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    site
}

fn main_of(page: &str) -> String {
    let (start, end) =
        (page.find("<main").expect("a main part"), page.find("</main>").expect("its end"));
    page[start..end].replace("><", ">\n<")
}

#[test]
fn its_pages_and_tables_say_this() {
    let site = built();
    for plan in PLANS {
        assert_snapshot!(
            format!("page_{plan}"),
            main_of(&site.read(&format!("public/{plan}/evaluation/index.html")))
        );
        assert_snapshot!(
            format!("csv_{plan}"),
            site.read(&format!("public/{plan}/data/evaluation.csv"))
        );
    }
    assert_snapshot!("page_2022_en", main_of(&site.read("public/en/2022/evaluation/index.html")));
    assert_snapshot!("check", site.run(&["check"]).stdout);
}

#[test]
fn it_is_found_from_everywhere_and_contradicted_nowhere() {
    let site = built();
    let page = site.read("public/2022/evaluation/index.html");
    for place in ["public/2022/index.html", "public/2022/items/01/index.html"] {
        assert!(site.read(place).contains("evaluation/\""), "{place}");
    }
    assert!(site.read("public/2022/data/index.html").contains("href=\"evaluation.csv\""));
    assert!(site.read("public/2022/data/SHA256SUMS").contains("  evaluation.csv\n"));
    assert!(
        site.read("public/2022/method/index.html").contains("除依据文件所定的半年及年度评价外")
    );
    assert!(page.contains("这种得分是相对的") && page.contains("示例数据"), "caution and mark");
    assert!(
        !site.read("public/2021/evaluation/index.html").contains("这种得分是相对的"),
        "completion is not relative"
    );
}

#[test]
fn without_its_table_there_is_no_evaluation() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    // The schemas of all files are there, whatever a plan publishes.
    let files = site.output().into_iter().filter(|(path, _)| !path.starts_with("schemas/"));
    for (path, bytes) in files {
        assert!(!path.contains("evaluation"), "{path}");
        assert!(
            path.starts_with("assets/") || !String::from_utf8_lossy(&bytes).contains("evaluation/"),
            "{path}"
        );
    }
}

#[test]
fn rows_stay_in_official_order() {
    let site = built();
    let official: Vec<String> = site
        .read("content/regions.csv")
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').next().map(String::from))
        .collect();
    for plan in PLANS {
        let rows = read_rows(&site, plan);
        for pair in rows.windows(2).filter(|pair| {
            pair[0]["period"] == pair[1]["period"] && pair[0]["group"] == pair[1]["group"]
        }) {
            let at = |row: &Row| official.iter().position(|id| *id == row["region"]);
            assert!(
                at(&pair[0]) <= at(&pair[1]),
                "{} before {}",
                pair[0]["region"],
                pair[1]["region"]
            );
        }
    }
}

#[test]
fn a_later_day_knows_later_figures() {
    let site = TestSite::copy_of("evaluation");
    let total = |site: &TestSite| {
        let rows = read_rows(site, "2023");
        rows.iter().find(|row| row["region"] == "north").map(|row| row["total"].clone())
    };
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(total(&site).as_deref(), Some("70"));
    // On 20 August two more complaints were known: north is no longer level with east.
    assert_eq!(site.run(&["build", "--as-of", "2023-08-20"]).code, 0);
    assert_eq!(total(&site).as_deref(), Some("63.333333333"));
    // Before the half-year has ended there is nothing to evaluate.
    assert_eq!(site.run(&["build", "--as-of", "2023-06-29"]).code, 0);
    assert_eq!(total(&site), None);
    assert!(site.read("public/2023/evaluation/index.html").contains("还没有可以评价的半年"));
}

type Row = BTreeMap<String, String>;

fn read_rows(site: &TestSite, plan: &str) -> Vec<Row> {
    let text = site.read(&format!("public/{plan}/data/evaluation.csv"));
    assert!(!text.contains('"'), "no cell of the fixture needs quotation marks");
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    lines
        .map(|line| {
            header.iter().map(ToString::to_string).zip(line.split(',').map(String::from)).collect()
        })
        .collect()
}

fn number(row: &Row, column: &str) -> Option<f64> {
    Some(row[column].as_str())
        .filter(|cell| !cell.is_empty())
        .map(|cell| cell.parse().expect("a decimal"))
}

#[track_caller]
fn assert_close(found: Option<f64>, reported: Option<f64>, row: &Row) {
    match (found, reported) {
        (Some(found), Some(reported)) => {
            assert!((found - reported).abs() < 1e-6, "{found} instead of {reported}: {row:?}")
        }
        _ => assert_eq!(found, reported, "{row:?}"),
    }
}

/// Computes the points of one part from its raw columns and those of its group.
fn points(row: &Row, group: &[&Row]) -> Option<f64> {
    let value = number(row, "value")?;
    let is_lower = row["better"] == "lower";
    let others: Vec<f64> = group.iter().filter_map(|row| number(row, "value")).collect();
    match row["method"].as_str() {
        "completion" => {
            let (target, cap) = (number(row, "target")?, number(row, "cap")?);
            let base = number(row, "baseline").unwrap_or(0.0);
            Some(((value - base) / (target - base)).clamp(0.0, cap) * 100.0)
        }
        "efficacy" => {
            let (least, most) = others
                .iter()
                .fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(*x), high.max(*x)));
            let (best, worst) = if is_lower { (least, most) } else { (most, least) };
            assert_eq!(
                (number(row, "best"), number(row, "worst")),
                (Some(best), Some(worst)),
                "{row:?}"
            );
            Some(if best == worst { 100.0 } else { (value - worst) / (best - worst) * 40.0 + 60.0 })
        }
        "rank" => {
            let n = others.len() as f64;
            assert_eq!(number(row, "compared"), Some(n), "{row:?}");
            // The ranks of a sorted list, and the mean of those the figure takes.
            let mut sorted = others;
            sorted.sort_by(|a, b| if is_lower { a.total_cmp(b) } else { b.total_cmp(a) });
            let taken: Vec<f64> = (1..)
                .zip(&sorted)
                .filter(|(_, x)| **x == value)
                .map(|(rank, _)| f64::from(rank))
                .collect();
            let rank = taken.iter().sum::<f64>() / taken.len() as f64;
            assert_eq!(number(row, "rank"), Some(rank), "{row:?}");
            Some((n - rank + 1.0) / n * 100.0)
        }
        other => panic!("{other} is no method"),
    }
}

#[test]
fn a_reader_can_compute_every_score_again() {
    let site = built();
    let (mut parts, mut totals) = (0, 0);
    for plan in PLANS {
        let rows = read_rows(&site, plan);
        let mut by_region: BTreeMap<(&str, &str, &str), Vec<&Row>> = BTreeMap::new();
        for row in &rows {
            let group: Vec<&Row> = rows
                .iter()
                .filter(|other| {
                    ["period", "group", "indicator"].iter().all(|key| other[*key] == row[*key])
                })
                .collect();
            let found = points(row, &group);
            assert_close(found, number(row, "part_score"), row);
            assert_eq!(row["state"] == "scored", found.is_some(), "{row:?}");
            assert_eq!(row["sample"], "示例数据");
            parts += usize::from(found.is_some());
            by_region.entry((&row["period"], &row["group"], &row["region"])).or_default().push(row);
        }
        let mut group_totals: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
        for ((period, group, _), own) in &by_region {
            let weight: f64 = own.iter().map(|row| number(row, "weight").unwrap_or(0.0)).sum();
            assert!((weight - 100.0).abs() < 1e-9, "weights add up: {own:?}");
            let scored: Vec<(f64, f64)> = own
                .iter()
                .filter_map(|row| number(row, "weight").zip(number(row, "part_score")))
                .collect();
            let used: f64 = scored.iter().map(|(weight, _)| weight).sum();
            let lacks =
                own.iter().any(|row| row["state"] == "missing") && own[0]["missing"] == "unscored";
            let sum: f64 = scored.iter().map(|(weight, points)| weight * points).sum();
            let total = (used > 0.0 && !lacks).then(|| sum / used);
            for row in own {
                assert_close(total, number(row, "total"), row);
                let weight_used =
                    number(row, "weight").filter(|_| total.is_some() && row["state"] == "scored");
                assert_close(
                    weight_used.map(|weight| weight * 100.0 / used),
                    number(row, "weight_used"),
                    row,
                );
            }
            if let Some(reported) = number(own[0], "total") {
                group_totals.entry((*period, *group)).or_default().push(reported);
                totals += 1;
            }
        }
        for ((period, group, _), own) in &by_region {
            let all = group_totals.get(&(*period, *group)).map_or(&[][..], Vec::as_slice);
            let place = number(own[0], "total")
                .map(|total| 1.0 + all.iter().filter(|other| **other > total).count() as f64);
            assert_eq!(place, number(own[0], "place"), "{own:?}");
        }
    }
    assert!(parts > 60 && totals > 20, "{parts} parts, {totals} totals");
}

/// A way to break the good settings.
type Breakage = fn(&TestSite);

/// One row per bad setting: its name, and what is done.
const BROKEN: [(&str, Breakage); 28] = [
    ("no_basis", |s| {
        s.replace(RANK, "basis = { title = \"示例：评价办法\", issued = 2023-01-10 }\n", "")
    }),
    ("basis_without_title", |s| {
        s.replace(EFFICACY, "{ title = \"示例：评价办法\" }", "{ document_number = \"1\" }")
    }),
    ("basis_without_address", |s| {
        s.replace(COMPLETION, "https://www.example.org/measures", "javascript:alert(1)")
    }),
    ("basis_that_is_real", |s| s.replace(COMPLETION, "示例〔2021〕1号", "宿工强办〔2021〕1号")),
    ("no_method", |s| s.replace(RANK, "method = \"rank\"\n", "")),
    ("unknown_method", |s| s.replace(RANK, "method = \"rank\"", "method = \"ranks\"")),
    ("unknown_key", |s| {
        s.replace(RANK, "method = \"rank\"", "method = \"rank\"\nmising = \"unscored\"")
    }),
    ("unknown_missing", |s| s.replace(EFFICACY, "missing = \"reweight\"", "missing = \"zero\"")),
    ("weights_short_of_a_hundred", |s| {
        s.replace(COMPLETION, "weight = \"33.4\"", "weight = \"33.3\"")
    }),
    ("weight_of_nothing", |s| {
        s.replace(RANK, "weight = \"60\"", "weight = \"100\"");
        s.replace(RANK, "weight = \"40\"", "weight = \"0\"");
    }),
    ("no_weights", |s| {
        s.replace(
            RANK,
            "weights = [{ indicator = \"firms\", weight = \"60\" }, { indicator = \"complaints\", \
                weight = \"40\" }]",
            "weights = []",
        )
    }),
    ("weight_that_is_no_number", |s| {
        s.replace(COMPLETION, "weight = \"33.4\"", "weight = \"a third\"")
    }),
    ("indicator_twice", |s| s.replace(RANK, "indicator = \"complaints\"", "indicator = \"firms\"")),
    ("unknown_indicator", |s| {
        s.replace(RANK, "indicator = \"complaints\"", "indicator = \"complaint\"")
    }),
    ("growth_by_completion", |s| {
        s.replace(EFFICACY, "method = \"efficacy\"", "method = \"completion\"")
    }),
    ("cadence_by_completion", |s| {
        s.replace(ITEM, "scope = \"each-region\"\nreporter", "aggregate = \"none\"\nreporter");
        s.replace(
            ITEM,
            "\"6次以上\"",
            "{ phrase = \"一月一次\", op = \">=\", value = \"1\", per = \"month\" }",
        );
    }),
    ("baseline_of_the_whole", |s| {
        s.replace(ITEM, "scope = \"each-region\"\nbaseline", "aggregate = \"sum\"\nbaseline")
    }),
    ("indicator_that_is_exempt", |s| {
        s.replace(
            ITEM,
            "name = \"走访\"",
            "assess = false\nassess_reason = \"只列数据\"\nname = \"走访\"",
        )
    }),
    ("indicator_without_target", |s| s.replace(ITEM, "target = \"6次以上\"\n", "")),
    ("indicator_without_regions", |s| {
        let groups =
            "groups = [{ id = \"parks\", title = \"园区\", regions = [\"park-a\", \"park-b\"] }]";
        s.replace(EFFICACY, "missing = ", &format!("{groups}\nmissing = "));
    }),
    ("cap_below_one", |s| s.replace(COMPLETION, "cap = \"1.2\"", "cap = \"0.9\"")),
    ("cap_of_another_method", |s| {
        s.replace(RANK, "method = \"rank\"", "method = \"rank\"\ncap = \"1.2\"")
    }),
    ("region_in_two_groups", |s| {
        s.replace(RANK, "[\"park-a\", \"park-b\"]", "[\"park-a\", \"park-b\", \"north\"]")
    }),
    ("unknown_region", |s| s.replace(RANK, "[\"park-a\", \"park-b\"]", "[\"park-a\", \"park-c\"]")),
    ("region_that_is_none", |s| {
        s.replace(RANK, "[\"park-a\", \"park-b\"]", "[\"park-a\", \"park-b\", \"city\"]")
    }),
    ("no_groups", |s| {
        let text = s.read(RANK);
        let (before, rest) = text.split_once("groups = [").expect("groups");
        let (_, after) = rest.split_once("\n]").expect("their end");
        s.write(RANK, &format!("{before}groups = []{after}"));
    }),
    ("period_that_is_no_half_year", |s| {
        s.replace(RANK, "[\"2023-H1\", \"2023\"]", "[\"2023-H1\", \"2023-Q3\"]")
    }),
    ("figures_kept_from_readers", |s| {
        s.replace(RANK, "regions_public = \"values\"", "regions_public = \"status\"")
    }),
];

#[test]
fn a_bad_setting_is_refused_with_place_and_help() {
    for (name, breakage) in BROKEN {
        let site = TestSite::copy_of("evaluation");
        // The fixture has a region without a target, which is told in every case; here it would
        // only repeat itself.
        site.append("content/site.toml", "[check]\nscoring-target = \"off\"");
        breakage(&site);
        let run = site.run(&["build"]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{name}: {}", run.shown());
        assert!(
            run.stderr.contains("╭─[content/plans/20") && run.stderr.contains("  help: "),
            "{name}: {}",
            run.stderr
        );
        assert!(site.output().is_empty(), "{name}: nothing is written");
        assert_snapshot!(name, run.stderr);
    }
}

/// Rows are held against the regions of their indicator. Those are all known, whatever name a
/// group of the evaluation has wrong.
#[test]
fn an_unknown_region_of_a_group_hides_no_misplaced_row() {
    let site = TestSite::copy_of("evaluation");
    site.replace(RANK, "[\"park-a\", \"park-b\"]", "[\"park-a\", \"park-c\"]");
    site.append("content/plans/2023/data/2023.csv", "2023-H1,firms,city,1,,2023-07-20,示例,,");
    let run = site.run(&["build"]);
    for code in ["error[unknown-region]", "error[region-not-named]"] {
        assert!(run.stderr.contains(code), "{}", run.shown());
    }
}

#[test]
fn several_bad_settings_are_told_at_once() {
    let site = TestSite::copy_of("evaluation");
    site.replace(RANK, "basis = { title = \"示例：评价办法\", issued = 2023-01-10 }\n", "");
    site.replace(RANK, "method = \"rank\"\n", "");
    site.replace(RANK, "weight = \"60\"", "weight = \"-60\"");
    site.replace(RANK, "indicator = \"complaints\"", "indicator = \"comlaints\"");
    site.replace(
        RANK,
        "[\"park-a\", \"park-b\"]",
        "[\"park-a\", \"park-in-a\", \"city\", \"east\"]",
    );
    site.replace(
        RANK,
        "{ id = \"old\"",
        "{ id = \"empty\", title = \"空\", regions = [] },\n  { id = \"empty\"",
    );
    site.replace(
        RANK,
        "[\"2023-H1\", \"2023\"]",
        "[\"2023-H1\", \"2023\", \"2023-H2\", \"2022\", \"soon\"]",
    );
    site.replace(RANK, "regions_public = \"values\"\n", "");
    site.append(
        "content/site.toml",
        "[check]\nscoring-target = \"off\"\nscoring-left-out = \"off\"",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1);
    assert_snapshot!("several_settings", run.stderr);
}
