//! Bad input: each broken content gives its one fault with file, line, column and help, exits with
//! 1, and leaves what is published as it was.

use insta::assert_snapshot;

use crate::site::TestSite;

const PLAN: &str = "content/plans/2023/plan.md";
const ITEM: &str = "content/plans/2023/items/01.md";
const OTHER: &str = "content/plans/2023/items/02.md";
const DATA: &str = "content/plans/2023/data/2023.csv";

/// A schedule that needs a way from the baseline to the target.
const NODE_PLAN: &str = "schedule = { expected = [[\"2023-12\", 120]] }";

/// A way to break the small good site.
type Breakage = fn(&TestSite);

/// One row per broken content: its name, and what breaks it.
const BROKEN: [(&str, Breakage); 64] = [
    ("toml_in_site", |s| s.replace("content/site.toml", "sample = true", "sample = = true")),
    ("toml_in_plan", |s| s.replace(PLAN, "year = 2023", "year = [2023")),
    ("toml_in_item", |s| s.replace(ITEM, "number = 1", "number = 1 2")),
    ("unknown_key_in_site", |s| s.replace("content/site.toml", "licence", "license")),
    ("unknown_key_in_item", |s| s.replace(ITEM, "schedule = ", "shedule = ")),
    ("unknown_section", |s| s.replace(ITEM, "section = \"first\"", "section = \"frist\"")),
    ("unknown_department", |s| s.replace(ITEM, "id = \"office\"", "id = \"ofice\"")),
    ("unknown_role", |s| s.replace(ITEM, "role = \"sole\"", "role = \"boss\"")),
    ("unknown_region_in_item", |s| {
        s.replace(ITEM, "regions = \"all\"", "regions = [\"nort\", \"south\"]")
    }),
    ("unknown_region_in_table", |s| s.append(DATA, "2023-Q2,firms,noth,1,,2023-07-20,示例,,")),
    ("unknown_indicator", |s| s.append(DATA, "2023-Q2,frims,,1,,2023-07-20,示例,,")),
    ("unknown_milestone", |s| {
        s.append(
            "content/plans/2023/data/milestones.csv",
            "list-publshed,,2023-07-05,2023-07-06,示例,",
        )
    }),
    ("unknown_item_in_update", |s| {
        s.replace("content/plans/2023/updates/2023-07-10-review.md", "items = [1]", "items = [7]")
    }),
    ("two_items_with_one_number", |s| s.replace(OTHER, "number = 2", "number = 1")),
    ("two_indicators_with_one_id", |s| {
        s.replace(OTHER, "id = \"growth\"", "id = \"firms\"\n# growth")
    }),
    ("not_a_number", |s| s.append(DATA, "2023-Q2,growth,,many,,2023-07-20,示例,,")),
    ("nan", |s| s.append(DATA, "2023-Q2,growth,,NaN,,2023-07-20,示例,,")),
    ("exponent", |s| s.append(DATA, "2023-Q2,growth,,1e400,,2023-07-20,示例,,")),
    ("thousands_separator", |s| s.append(DATA, "2023-Q2,growth,,\"180,000\",,2023-07-20,示例,,")),
    ("full_width_digits", |s| s.append(DATA, "2023-Q2,growth,,1２,,2023-07-20,示例,,")),
    ("empty_value", |s| s.append(DATA, "2023-Q2,growth,,,,2023-07-20,示例,,")),
    ("value_with_x", |s| s.append(DATA, "2023-Q2,growth,,5,x,2023-07-20,示例,,")),
    ("impossible_period", |s| s.append(DATA, "2023-13,growth,,5,,2023-07-20,示例,,")),
    ("impossible_date", |s| s.append(DATA, "2023-Q2,growth,,5,,2023-02-30,示例,,")),
    ("short_row", |s| s.append(DATA, "2023-Q2,growth,,5")),
    ("long_row", |s| s.append(DATA, "2023-Q2,growth,,5,,2023-07-20,示例,,,more")),
    ("contradiction", |s| s.append(DATA, "2023-Q2,growth,,9.5,,2023-07-18,示例,,")),
    ("contradiction_of_one_cut", |s| s.append(DATA, "2023-06,growth,,9.5,,2023-07-18,示例,,")),
    ("later_row_without_revision", |s| s.append(DATA, "2023-Q2,growth,,9.5,,2023-07-20,示例,,")),
    ("revision_without_reason", |s| {
        s.append(DATA, "2023-Q2,growth,,9.5,,2023-07-20,示例,,correction")
    }),
    ("gbk", |s| {
        s.write_bytes(
            DATA,
            &[b"period,indicator\n".as_slice(), &[0xCF, 0xD8, 0xC7, 0xF8, b'\n']].concat(),
        )
    }),
    ("utf_16", |s| s.write_bytes(DATA, &[0xFF, 0xFE, b'p', 0, b'e', 0])),
    ("no_known_encoding", |s| s.write_bytes(DATA, b"period,\xFF\xFF\n")),
    ("nul_byte", |s| s.write(DATA, "period,indicator\n2023,\0firms\n")),
    ("no_header", |s| s.write(DATA, "2023-Q1,firms,north,20,,2023-04-15,示例,,\n")),
    ("missing_column", |s| s.replace(DATA, "value,flag", "value,_flag")),
    ("unknown_column", |s| {
        s.write(DATA, "period,indicator,region,value,flag,recorded,source,note,colour\n")
    }),
    ("no_site_toml", |s| s.remove("content/site.toml")),
    ("no_plan_md", |s| s.remove(PLAN)),
    ("plan_without_a_year", |s| s.replace(PLAN, "year = 2023\n", "")),
    ("unreadable_phrase", |s| s.replace(ITEM, "力争120家以上", "大力推进")),
    ("two_targets_in_a_phrase", |s| s.replace(ITEM, "力争120家以上", "新增120家、培育30家")),
    ("target_in_another_unit", |s| s.replace(ITEM, "unit = \"家\"", "unit = \"户\"")),
    ("linear_stock_without_baseline", |s| {
        s.replace(ITEM, "measure = \"count\"", "measure = \"stock\"")
    }),
    ("doubling_without_a_baseline", |s| s.replace(ITEM, "力争120家以上", "翻一番")),
    ("doubling_of_nothing", |s| {
        s.replace(ITEM, "target = \"力争120家以上\"", "target = \"翻一番\"\nbaseline = \"0\"");
    }),
    ("falling_target_above_its_baseline", |s| {
        s.replace(
            ITEM,
            "target = \"力争120家以上\"",
            "target = \"控制在120家以内\"\nbaseline = \"100\"",
        );
        s.replace(ITEM, "measure = \"count\"", "measure = \"stock\"");
        s.replace(ITEM, "schedule = \"linear\"", NODE_PLAN);
    }),
    ("rising_target_below_its_baseline", |s| {
        s.replace(
            ITEM,
            "target = \"力争120家以上\"",
            "target = \"达到120家以上\"\nbaseline = \"130\"",
        );
        s.replace(ITEM, "measure = \"count\"", "measure = \"stock\"");
        s.replace(ITEM, "schedule = \"linear\"", NODE_PLAN);
    }),
    ("target_that_is_its_baseline", |s| {
        s.replace(
            ITEM,
            "target = \"力争120家以上\"",
            "target = \"达到120家以上\"\nbaseline = \"120\"",
        );
        s.replace(ITEM, "measure = \"count\"", "measure = \"stock\"");
        s.replace(ITEM, "schedule = \"linear\"", NODE_PLAN);
    }),
    ("linear_growth", |s| {
        s.replace(OTHER, "measure = \"growth\"", "measure = \"growth\"\nschedule = \"linear\"")
    }),
    ("cadence_for_each_region", |s| {
        s.replace(ITEM, "\"力争120家以上\"", "{ phrase = \"每月10家\" }\nscope = \"each-region\"");
    }),
    ("whole_area_of_a_target_of_each_region", |s| {
        s.replace(ITEM, "schedule = \"linear\"", "schedule = \"linear\"\nscope = \"each-region\"");
        s.append(DATA, "2023-Q2,firms,,2,,2023-07-15,示例,,");
    }),
    ("override_with_an_unknown_status", |s| {
        s.replace(
            ITEM,
            "nature =",
            "override = { period = \"2023-Q2\", status = \"good\", author = \"示例办公室\", date = \
                2023-07-20, reason = \"已核\" }\nnature =",
        );
    }),
    ("node_plan_short_of_the_target", |s| {
        s.replace(
            "content/site.toml",
            "sample = true",
            "sample = true\n[check]\nexpected-end = \"error\"",
        );
        s.replace(
            ITEM,
            "schedule = \"linear\"",
            "schedule = { expected = [[\"2023-06\", 60], [\"2023-12\", 100]] }",
        );
    }),
    ("node_after_the_plan", |s| {
        s.replace(
            "content/site.toml",
            "sample = true",
            "sample = true\n[check]\nexpected-end = \"error\"",
        );
        s.replace(
            ITEM,
            "schedule = \"linear\"",
            "schedule = { expected = [[\"2023-06\", 60], [\"2024-01\", 120]] }",
        );
    }),
    ("node_plan_goes_back", |s| {
        s.replace(
            ITEM,
            "schedule = \"linear\"",
            "schedule = { expected = [[\"2023-06\", 60], [\"2023-12\", 40]] }",
        );
    }),
    ("override_without_reason", |s| {
        s.replace(
            ITEM,
            "nature =",
            "override = { period = \"2023-Q2\", status = \"on_track\", author = \"示例办公室\", date = \
                2023-07-20 }\nnature =",
        );
    }),
    ("bands_rise", |s| {
        s.replace(
            PLAN,
            "[[editions]]\nperiod = \"2023-Q1\"",
            "[bands]\nahead = -20\n[[editions]]\nperiod = \"2023-Q1\"",
        )
    }),
    ("sample_with_a_real_source", |s| {
        s.append(DATA, "2023-Q2,growth,,9.5,,2023-07-20,市统计局,更正,correction")
    }),
    ("base_url_without_scheme", |s| {
        s.replace(
            "content/site.toml",
            "sample = true",
            "sample = true\nbase_url = \"www.example.org\"",
        )
    }),
    ("front_matter_not_closed", |s| s.write(OTHER, "+++\nnumber = 2\n")),
    ("period_after_the_plan", |s| s.append(DATA, "2024-Q1,growth,,99.0,,2023-07-20,示例,,")),
    ("recorded_before_its_period_ended", |s| {
        s.append(DATA, "2023-Q4,growth,,9.0,,2023-07-19,示例,,")
    }),
    ("rule_that_does_not_exist", |s| {
        s.append("content/site.toml", "[check]\noverdue-reports = \"off\"")
    }),
];

#[test]
fn each_gives_its_fault_and_leaves_the_site_as_it_was() {
    let good = TestSite::base();
    assert_eq!(good.run(&["build"]).code, 0);
    let published = good.output();
    assert!(published.len() > 40, "the good site is published");
    for (name, breakage) in BROKEN {
        let site = TestSite::base();
        for (path, bytes) in &published {
            site.write_bytes(&format!("public/{path}"), bytes);
        }
        breakage(&site);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{name}: {}", run.shown());
        assert_eq!(run.stdout, "", "{name}");
        assert_eq!(run.reported(), 1, "{name} is told once: {}", run.stderr);
        assert!(run.stderr.contains("content/"), "{name} has its place: {}", run.stderr);
        assert!(run.stderr.contains("  help: "), "{name} has its remedy: {}", run.stderr);
        assert_eq!(site.output(), published, "{name} leaves what is published alone");
        assert_snapshot!(name, run.stderr);
    }
}

#[test]
fn several_faults_are_told_together_in_file_order() {
    let site = TestSite::base();
    site.append(DATA, "2023-13,grwth,,1２,,2023-02-30,示例,,");
    site.replace(ITEM, "role = \"sole\"", "role = \"boss\"");
    site.replace(
        PLAN,
        "state = \"published\"\npublished_at = \"2023-04-28 09:30\"",
        "state = \"out\"",
    );
    assert_snapshot!("several_faults", site.run(&["build"]).stderr);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let plain = TestSite::base();
    assert_eq!(plain.run(&["build"]).code, 0);
    let windows = TestSite::base();
    for path in ["content/site.toml", "content/regions.csv", PLAN, ITEM, OTHER, DATA] {
        let text = windows.read(path).replace('\n', "\r\n");
        windows.write(path, &format!("\u{FEFF}{text}"));
    }
    let run = windows.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(windows.output(), plain.output());
}

#[test]
fn an_internal_column_is_in_no_output() {
    let site = TestSite::base();
    let text = site.read(DATA);
    let rows: Vec<String> = text
        .lines()
        .enumerate()
        .map(
            |(at, row)| if at == 0 { format!("{row},_secret") } else { format!("{row},hush-hush") },
        )
        .collect();
    site.write(DATA, &(rows.join("\n") + "\n"));
    assert_eq!(site.run(&["build"]).code, 0);
    for (path, bytes) in site.output() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("hush-hush") && !text.contains("_secret"), "{path}");
    }
}

#[test]
fn without_figures_everything_is_not_due() {
    for has_folder in [true, false] {
        let site = TestSite::base();
        site.remove("content/plans/2023/data");
        if has_folder {
            std::fs::create_dir(site.path().join("content/plans/2023/data"))
                .expect("an empty folder");
        }
        let run = site.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.shown());
        assert!(site.run(&["check"]).stdout.contains("note[no-data]"));
        let plan: serde_json::Value =
            serde_json::from_str(&site.read("public/2023/data/plan.json")).expect("JSON");
        for item in plan["items"].as_array().expect("items") {
            assert_eq!(item["status"]["code"], "not_due", "{item}");
            for indicator in item["indicators"].as_array().expect("indicators") {
                assert_eq!(indicator["status"]["code"], "not_due", "{indicator}");
            }
        }
    }
}

#[test]
fn an_empty_site_still_has_its_pages_when_regions_and_departments_are_missing() {
    let site = TestSite::empty();
    site.write("content/site.toml", "title = \"t\"\n");
    site.write(
        "content/plans/p/plan.md",
        "+++\ntitle = \"p\"\nissuer = \"i\"\nyear = 2023\nsections = []\n+++\n",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(site.output().contains_key("p/index.html"));
}
