//! Every kind of target in one content: ceilings, falls, ranks, small numbers, levels with a baseline.
//! The sentences stand in snapshots, in both languages, each beside its status.

use insta::assert_snapshot;

use crate::site::Site;

#[test]
fn every_kind_of_target_has_its_sentence() {
    let site = Site::copy_of("kinds");
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
    let site = Site::copy_of("kinds");
    let done = site.run(&["build"]);
    assert_eq!(done.code, 0, "{}", done.shown());
    for (name, page) in
        [("method-kinds-zh", "public/2023/method/index.html"), ("method-kinds-en", "public/en/2023/method/index.html")]
    {
        assert_snapshot!(name, rows_of_kinds(&site.read(page)));
    }
}

/// Takes the table of kinds out of a page: a line for each cell, with its badge and its sentence.
fn rows_of_kinds(page: &str) -> String {
    let table = page.split("<table class=\"kinds\">").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap_or_default();
    let mut text = String::new();
    let mut is_tag = false;
    for c in table.replace("</td>", "\n").replace("</th>", "\n").replace("<br>", " ").chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    text
}

#[test]
fn fields_win_over_words_that_say_otherwise_and_both_are_shown() {
    let site = Site::copy_of("kinds");
    let item = "content/plans/2023/items/01.md";
    let spelled = r#"{ phrase = "100家以上", op = ">=", value = "90" }"#;
    site.replace(item, r#"{ phrase = "100家", op = ">=", value = "100" }"#, spelled);
    let told = site.run(&["check", "--format", "short"]);
    assert_eq!(told.code, 0, "{}", told.shown());
    assert!(told.stdout.contains("warning[target-contradicts]"), "{}", told.shown());
    let status = site.run(&["status", "--format", "json"]);
    assert_eq!(status.code, 0, "{}", status.shown());
}

#[test]
fn a_direction_that_words_leave_open_may_be_said_and_others_may_not() {
    let site = Site::copy_of("kinds");
    let item = "content/plans/2023/items/01.md";
    let about = r#"target = { phrase = "增长8%左右" }"#;
    site.replace(item, about, &format!("{about}\nbetter = \"lower\""));
    let status = site.run(&["status"]);
    // 7.7 % under about 8 %, where less is better, is within the target.
    assert!(status.stdout.contains("在控制目标以内（增长8%左右），低0.3个百分点"), "{}", status.shown());
    let range = r#"phrase = "不超过100件", op = "<=", value = "100" }"#;
    site.replace(item, range, &format!("{range}\nbetter = \"higher\""));
    let told = site.run(&["check", "--format", "short"]);
    assert_eq!(told.code, 1, "{}", told.shown());
    assert!(told.stdout.contains("error[better]"), "{}", told.shown());
}
