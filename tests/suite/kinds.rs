//! Every kind of target in one content: ceilings, falls, ranks, small numbers, levels with a
//! baseline. The sentences stand in snapshots, in both languages, each beside its status.

use insta::assert_snapshot;

use crate::site::{TestSite, without_tags};

#[test]
fn every_kind_of_target_has_its_sentence() {
    let site = TestSite::copy_of("kinds");
    let chinese = site.run(&["status"]);
    assert_eq!(chinese.code, 0, "{}", chinese.shown());
    assert_snapshot!("kinds-zh", chinese.stdout);
    site.replace("content/site.toml", r#"["zh-CN", "en"]"#, r#"["en"]"#);
    let english = site.run(&["status"]);
    assert_eq!(english.code, 0, "{}", english.shown());
    assert_snapshot!("kinds-en", english.stdout);
}

#[test]
fn the_method_page_shows_what_every_kind_can_be_told() {
    let site = TestSite::copy_of("kinds");
    let done = site.run(&["build"]);
    assert_eq!(done.code, 0, "{}", done.shown());
    for (name, page) in [
        ("method-kinds-zh", "public/2023/method/index.html"),
        ("method-kinds-en", "public/en/2023/method/index.html"),
    ] {
        assert_snapshot!(name, rows_of_kinds(&site.read(page)));
    }
}

/// Takes the table of kinds out of a page: a line for each cell, with its badge and its sentence.
fn rows_of_kinds(page: &str) -> String {
    let table = page
        .split("<table class=\"kinds\">")
        .nth(1)
        .and_then(|rest| rest.split("</table>").next())
        .unwrap_or_default();
    without_tags(&table.replace("</td>", "\n").replace("</th>", "\n").replace("<br>", " "))
}

#[test]
fn fields_win_over_words_that_say_otherwise_and_both_are_shown() {
    let site = TestSite::copy_of("kinds");
    let item = "content/plans/2023/items/01.md";
    let spelled = r#"{ phrase = "100家以上", op = ">=", value = "90" }"#;
    site.replace(item, r#"{ phrase = "100家", op = ">=", value = "100" }"#, spelled);
    let reported = site.run(&["check", "--format", "short"]);
    assert_eq!(reported.code, 0, "{}", reported.shown());
    assert!(reported.stdout.contains("warning[target-contradicts]"), "{}", reported.shown());
    let status = site.run(&["status", "--format", "json"]);
    assert_eq!(status.code, 0, "{}", status.shown());
}

#[test]
fn a_direction_that_words_leave_open_may_be_said_and_others_may_not() {
    let site = TestSite::copy_of("kinds");
    let item = "content/plans/2023/items/01.md";
    let about = r#"target = { phrase = "增长8%左右" }"#;
    site.replace(item, about, &format!("{about}\nbetter = \"lower\""));
    let status = site.run(&["status"]);
    // 7.7 % under about 8 %, where less is better, is within the target.
    assert!(
        status.stdout.contains("在控制目标以内（增长8%左右），低0.3个百分点"),
        "{}",
        status.shown()
    );
    let range = r#"phrase = "不超过100件", op = "<=", value = "100" }"#;
    site.replace(item, range, &format!("{range}\nbetter = \"higher\""));
    let reported = site.run(&["check", "--format", "short"]);
    assert_eq!(reported.code, 1, "{}", reported.shown());
    assert!(reported.stdout.contains("error[better]"), "{}", reported.shown());
}

/// Replaces the first indicator of the item by one of the test's own.
fn with_first(site: &TestSite, own: &str) {
    let item = "content/plans/2023/items/01.md";
    let text = site.read(item);
    let first = text.find("[[indicators]]").expect("an indicator");
    let second = text[first + 1..].find("[[indicators]]").expect("another one") + first + 1;
    site.write(item, &format!("{}{own}{}", &text[..first], &text[second..]));
}

#[test]
fn words_that_speak_against_the_reading_are_told() {
    for (own, code) in [
        (
            "name = \"生产安全事故死亡人数\"\ntarget = \"20人\"\nunit = \"人\"\nmeasure = \"count\"",
            "warning[target-direction]",
        ),
        (
            "name = \"失业率\"\ntarget = \"5.5%左右\"\nbetter = \"higher\"\nunit = \"%\"\nmeasure \
                = \"share\"",
            "warning[target-direction]",
        ),
        (
            "name = \"某率\"\ntarget = \"5%左右\"\nunit = \"%\"\nmeasure = \"share\"",
            "note[target-direction]",
        ),
        (
            "name = \"工业增加值\"\ntarget = \"增长8%\"\nunit = \"%\"\nmeasure = \"event\"",
            "warning[target-measure]",
        ),
    ] {
        let site = TestSite::copy_of("kinds");
        with_first(&site, &format!("[[indicators]]\nid = \"deaths\"\n{own}\n"));
        let reported = site.run(&["check", "--format", "short"]);
        assert!(reported.stdout.contains(code), "{own}: {}", reported.shown());
    }
}

#[test]
fn a_status_that_cannot_be_then_is_refused() {
    let by_hand = |period: &str, status: &str| {
        format!(
            "override = {{ period = \"{period}\", status = \"{status}\", author = \"局\", date = \
                2024-01-10, reason = \"示例\" }}\n"
        )
    };
    let deaths = "target = \"不超过20人\"\nunit = \"人\"\nmeasure = \"count\"\n";
    let firms = "target = \"100家\"\nunit = \"家\"\nmeasure = \"count\"\n";
    for (target, period, status) in [
        (deaths, "2023-06", "done"),
        (firms, "2023-06", "missed"),
        (firms, "2023", "missed_stretch"),
        (firms, "2023", "not_due"),
        (firms, "2023", "done"),
        (firms, "2023", "on_track"),
    ] {
        let site = TestSite::copy_of("kinds");
        let own = format!(
            "[[indicators]]\nid = \"deaths\"\nname = \"数\"\n{target}{}",
            by_hand(period, status)
        );
        with_first(&site, &own);
        let reported = site.run(&["check", "--format", "short"]);
        assert!(
            reported.stdout.contains("error[override]"),
            "{target}{period} {status}: {}",
            reported.shown()
        );
        assert_eq!(site.run(&["build"]).code, 1, "what check refuses is not built");
    }
}

#[test]
fn a_level_that_falls_in_steps_is_held_to_its_steps() {
    let site = TestSite::copy_of("kinds");
    let own = |nodes: &str| {
        format!(
            "[[indicators]]\nid = \"deaths\"\nname = \"失业率\"\ntarget = \"5.5%以内\"\nunit \
                = \"%\"\nmeasure = \"share\"\n\
             schedule = {{ expected = [{nodes}] }}\n"
        )
    };
    let rows = site
        .read("content/plans/2023/data/a.csv")
        .replace("2023-03,deaths,,22", "2023-06,deaths,,7.8");
    site.write("content/plans/2023/data/a.csv", &rows.replace("2023-04-15", "2023-07-15"));
    with_first(&site, &own("[\"2023-06\", \"6\"], [\"2023-12\", \"5.5\"]"));
    let status = site.run(&["status"]);
    assert!(status.stdout.contains("按节点计划到6月底为6%，差1.8个百分点。"), "{}", status.shown());
    assert!(!status.stdout.contains("失业率  [超序时进度]"), "{}", status.shown());
    let site = TestSite::copy_of("kinds");
    with_first(&site, &own("[\"2023-06\", \"5\"], [\"2023-12\", \"5.5\"]"));
    assert!(site.run(&["check", "--format", "short"]).stdout.contains("error[expected]"));
}

#[test]
fn parts_of_a_plan_are_counted_from_its_first_month() {
    let site = TestSite::copy_of("kinds");
    site.replace(
        "content/plans/2023/plan.md",
        "year = 2023",
        "start = 2023-04-01\nend = 2024-03-31",
    );
    let own = "[[indicators]]\nid = \"deaths\"\nname = \"论坛\"\ntarget = \"每年2次\"\nunit \
        = \"次\"\nmeasure = \"event\"\n";
    with_first(&site, own);
    let rows = site.read("content/plans/2023/data/a.csv");
    let own_rows = "2023-12,deaths,,1,,2024-01-15,示例,\n2024-03,deaths,,2,,2024-04-10,示例,\n";
    let others: String = rows
        .lines()
        .filter(|row| row.starts_with("period"))
        .map(|row| format!("{row}\n"))
        .collect();
    site.write("content/plans/2023/data/a.csv", &format!("{others}{own_rows}"));
    let status = site.run(&["status"]);
    assert!(status.stdout.contains("论坛  [完成计划目标] 1年中1年已达到。"), "{}", status.shown());
    site.replace("content/plans/2023/plan.md", "end = 2024-03-31", "end = 2024-01-31");
    assert!(site.run(&["check", "--format", "short"]).stdout.contains("error[target-per]"));
}

#[test]
fn a_status_by_hand_that_a_newer_figure_put_aside_is_told() {
    let site = TestSite::copy_of("kinds");
    let own = "[[indicators]]\nid = \"deaths\"\nname = \"数\"\ntarget = \"不超过20人\"\nunit \
        = \"人\"\nmeasure = \"count\"\n\
               override = { period = \"2023-03\", status = \"behind\", author = \"局\", date = \
               2023-04-10, reason = \"示例\" }\n";
    with_first(&site, own);
    let reported = site.run(&["check", "--format", "short"]);
    assert!(
        reported.stdout.contains("warning[override-lapsed]"),
        "recorded on 15 April: {}",
        reported.shown()
    );
    site.replace("content/plans/2023/items/01.md", "date = 2023-04-10", "date = 2023-04-20");
    let reported = site.run(&["check", "--format", "short"]);
    assert!(
        !reported.stdout.contains("override-lapsed"),
        "set after the figure: {}",
        reported.shown()
    );
    let status = site.run(&["status"]);
    assert!(status.stdout.contains("数  [快于控制进度（人工核定）]"), "{}", status.shown());
}
