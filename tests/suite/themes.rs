//! A theme of a few files, what is said of its faults, and addresses that two files want: whatever
//! `build` would refuse `check` has told, with file and line.

use std::fs;

use crate::site::{TestSite, root};

/// Runs `check` and `build` and returns what both say: they must agree.
fn refused(site: &TestSite, arguments: &[&str]) -> String {
    let check = site.run(&[&["check", "--format", "short"], arguments].concat());
    let build = site.run(&[&["build"], arguments].concat());
    assert_eq!(check.code, 1, "{}", check.shown());
    assert_eq!(build.code, 1, "{}", build.shown());
    check.shown()
}

#[test]
fn a_theme_of_one_sentence_keeps_all_others() {
    let site = TestSite::base();
    let plain = "public/2023/items/01/index.html";
    assert_eq!(site.run(&["build"]).code, 0);
    let before = site.read(plain);
    site.write("themes/default/i18n/zh-CN.ftl", "\u{feff}# ours\nitem-number = 第{ $n }件事\n");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(!run.shown().contains("warning[theme"), "{}", run.shown());
    let after = site.read(plain);
    assert!(!after.contains('['), "no message is lost: {after}");
    assert_eq!(after.replace("第1件事", "第1项"), before.replace("第1件事", "第1项"));
    // The other language stands as it was, and is not said to lack anything.
    assert!(!run.shown().contains("missing-message"), "{}", run.shown());
}

#[test]
fn what_nothing_asks_for_or_fills_is_told_with_its_line() {
    let site = TestSite::base();
    site.write(
        "themes/default/i18n/zh-CN.ftl",
        "item-numbr = 第{ $n }件事\n\nitem-number = 第{ $nr }件事\nours = 我们\n",
    );
    site.write("themes/default/templates/404.html", "<p>{{ t(key=\"ours\") }}</p>");
    site.write("themes/default/templates/itme.html", "<p></p>");
    site.write("themes/default/tempaltes/item.html", "<p></p>");
    let run = site.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    for reported in [
        "themes/default/i18n/zh-CN.ftl:1:1: warning[theme-text]: nothing asks for the message \
         `item-numbr`",
        "themes/default/i18n/zh-CN.ftl:3:1: warning[theme-text]: `item-number` has no `{ $nr }`",
        "themes/default/templates/itme.html:1:1: warning[unread-file]: nothing uses this template",
        "themes/default/tempaltes/item.html:1:1: warning[unread-file]",
    ] {
        assert!(run.shown().contains(reported), "{reported}: {}", run.shown());
    }
    assert!(!run.shown().contains("message `ours`"), "{}", run.shown());
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.read("public/404.html"), "<p>我们</p>");
}

#[test]
fn faults_of_a_theme_are_told_all_at_once_with_file_and_line() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let before = site.output();
    let templates = "themes/default/templates";
    site.write(&format!("{templates}/404.html"), "<p>\n{{ nothing");
    site.write(&format!("{templates}/sitemap.html"), "<p>\n\n  {% if %}</p>");
    site.write("themes/default/i18n/zh-CN.ftl", "item-number = 第{ $n }件事\nbad = { $\n");
    let reported = refused(&site, &[]);
    assert!(reported.contains("themes/default/i18n/zh-CN.ftl:2:"), "{reported}");
    site.remove("themes/default/i18n/zh-CN.ftl");
    let reported = refused(&site, &[]);
    for place in ["404.html:2:", "sitemap.html:3:"] {
        assert!(reported.contains(&format!("{templates}/{place}")), "{place}: {reported}");
    }
    // What only a page shows: a field no view has, in every page that has the template.
    site.write(&format!("{templates}/404.html"), "<p>{{ frame.title }}</p>\n{{ page.no_such }}");
    site.write(&format!("{templates}/sitemap.html"), "<p>{{ nobody }}</p>");
    let reported = refused(&site, &[]);
    for fault in ["404.html:2:", "sitemap.html:1:"] {
        assert_eq!(
            reported.matches(&format!("{templates}/{fault}")).count(),
            1,
            "{fault}: {reported}"
        );
    }
    site.write(&format!("{templates}/404.html"), "<p>{{ t(key=\"no-such-text\") }}</p>");
    let reported = refused(&site, &["--language", "zh"]);
    assert!(reported.contains("404.html:1:14: 错误[theme]: 没有文字`no-such-text`"), "{reported}");
    site.write(&format!("{templates}/404.html"), "{% extends \"bse.html\" %}");
    let reported = refused(&site, &[]);
    assert!(reported.contains("404.html:1:1") && reported.contains("bse.html"), "{reported}");
    site.write_bytes(&format!("{templates}/404.html"), b"<p>\xff</p>");
    assert!(refused(&site, &[]).contains("is not UTF-8"));
    assert_eq!(site.output(), before, "nothing was written meanwhile");
}

#[test]
fn two_files_that_want_one_address_are_told_before_anything_is_written() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let before = site.output();
    site.write("content/static/2023/items/01/index.html", "<p>ours</p>");
    let reported = refused(&site, &[]);
    assert!(
        reported.contains("static/2023/items/01/index.html:1:1: error[address]")
            && reported.contains("the page of item 1 already"),
        "{reported}"
    );
    fs::remove_dir_all(site.path().join("content/static/2023")).expect("a folder");
    // A file where the site has a folder, and a folder where it has a file.
    for path in ["content/static/2023/items", "content/static/robots.txt/a.txt"] {
        site.write(path, "x");
        assert!(refused(&site, &[]).contains("a file and a folder"), "{path}");
        fs::remove_dir_all(site.path().join("content/static")).expect("a folder");
    }
    site.write("content/static/2023/Index.html", "x");
    assert!(refused(&site, &["--language", "zh"]).contains("已是站点页面的网址"));
    assert_eq!(site.output(), before, "nothing was written meanwhile");
}

/// No rule exists in only one of the two commands.
#[test]
fn what_check_passes_build_makes() {
    let mut passed = 0;
    let fixtures = fs::read_dir(root().join("tests/sites")).expect("fixtures");
    let mut folders: Vec<_> =
        fixtures.map(|entry| entry.expect("a fixture").path().join("content")).collect();
    folders.push(root().join("content"));
    for content in folders.into_iter().filter(|folder| folder.is_dir()) {
        let site = TestSite::empty();
        let content = content.display().to_string();
        let check = site.run(&["check", "--content", &content]);
        let build = site.run(&["build", "--content", &content]);
        assert_eq!(check.code, build.code, "{content}: {} {}", check.shown(), build.shown());
        passed += i32::from(build.code == 0);
    }
    assert!(passed >= 5, "{passed} sites");
}
