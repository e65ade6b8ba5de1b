//! Every command, as a user types it.

use insta::assert_snapshot;

use crate::site::{TestSite, root, run_in, tree};

#[test]
fn alone_it_builds_and_says_how_to_look() {
    assert_snapshot!("bare", TestSite::base().run(&[]).shown());
    assert_snapshot!("bare_without_content", TestSite::empty().run(&[]).shown());
}

#[test]
fn a_second_build_changes_nothing() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let first = site.output();
    let run = site.run(&["build"]);
    assert!(run.stdout.contains(" 0 new or changed"), "{}", run.shown());
    assert_eq!(site.output(), first);
}

/// What a site was made of is written down with it, so that a build with nothing to do looks at the
/// bytes it would read and ends.
#[test]
fn a_build_that_has_nothing_to_do_does_nothing() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let first = site.output();
    let repeated = |options: &[&str]| site.run(&[&["build"], options].concat()).stdout;
    assert!(repeated(&[]).contains("nothing has changed since"), "{}", repeated(&[]));
    // Another request, another program, another byte of content: each is worked out anew.
    assert!(!repeated(&["--offline"]).contains("nothing has changed since"));
    assert!(!repeated(&[]).contains("nothing has changed since"));
    assert_eq!(site.output(), first);
    site.append("content/site.toml", "# a remark changes no page");
    let run = repeated(&[]);
    assert!(
        run.contains(" 0 new or changed") && !run.contains("nothing has changed since"),
        "{run}"
    );
    assert!(repeated(&[]).contains("nothing has changed since"));
    // What somebody wrote over a page, or removed, is made again.
    site.write("public/2023/index.html", "another hand");
    assert!(repeated(&[]).contains(" 1 new or changed"));
    site.remove("public/2023/method");
    assert!(repeated(&[]).contains(" 1 new or changed"));
    // A warning that did not stop a build stops a strict one.
    assert!(repeated(&[]).contains("nothing has changed since"));
    assert!(!repeated(&["--strict"]).contains("nothing has changed since"));
}

#[test]
fn files_that_are_not_ours_stay_and_are_never_overwritten() {
    let site = TestSite::base();
    site.write("public/CNAME", "example.org");
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.read("public/CNAME"), "example.org");
    let taken = TestSite::base();
    taken.write("public/index.html", "somebody's own page");
    let run = taken.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.shown());
    assert_eq!(taken.read("public/index.html"), "somebody's own page");
    assert!(!taken.path().join("public/2023").exists());
}

#[test]
fn a_page_that_is_gone_from_the_content_is_gone_from_the_site() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.path().join("public/about/index.html").exists());
    site.remove("content/pages");
    assert!(site.run(&["build"]).stdout.contains(" 2 removed"));
    assert!(!site.path().join("public/about").exists());
}

#[test]
fn bytes_depend_on_nothing_but_the_content() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let expected = site.output();
    let elsewhere = TestSite::base();
    type Way = (&'static [&'static str], &'static [(&'static str, &'static str)]);
    let ways: [Way; 3] = [
        (&["build", "--jobs", "1"], &[("TZ", "America/Lima"), ("LANG", "de_DE.UTF-8")]),
        (&["build", "--jobs", "7"], &[("TZ", "Asia/Shanghai"), ("LC_ALL", "zh_CN.UTF-8")]),
        (&["build", "--content", "./content"], &[]),
    ];
    for (arguments, environment) in ways {
        let output = format!("out-{}", arguments.len() + environment.len());
        let arguments = [arguments, &["--output", &output]].concat();
        assert_eq!(run_in(elsewhere.path(), &arguments, environment).code, 0);
        assert_eq!(tree(&elsewhere.path().join(&output)), expected);
    }
}

#[test]
fn an_address_gives_a_sitemap_canonical_links_and_a_way_home_from_nowhere() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build", "--base-url", "https://www.example.gov.cn/zt/x"]).code, 0);
    assert!(
        site.read("public/sitemap.xml")
            .contains("<loc>https://www.example.gov.cn/zt/x/2023/items/01/</loc>")
    );
    assert!(
        site.read("public/2023/items/01/index.html")
            .contains("rel=\"canonical\" href=\"https://www.example.gov.cn/zt/x/2023/items/01/\"")
    );
    assert!(site.read("public/404.html").contains("href=\"/zt/x/\""));
    assert_eq!(site.run(&["build", "--base-url", "example"]).code, 2);
}

#[test]
fn a_site_for_a_folder_names_its_files() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build", "--offline"]).code, 0);
    let page = site.read("public/index.html");
    assert!(
        page.contains("href=\"2023/items/01/index.html\"")
            && !page.contains("href=\"2023/items/01/\"")
    );
}

#[test]
fn another_day_shows_what_was_known_then_and_is_marked() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build", "--as-of", "2023-07-16"]).code, 0);
    let plan: serde_json::Value =
        serde_json::from_str(&site.read("public/2023/data/plan.json")).expect("JSON");
    assert_eq!(plan["as_of"], "2023-07-16");
    assert_eq!(plan["items"][1]["indicators"][0]["latest"]["value"].to_string(), "11.0");
    assert!(site.read("public/index.html").contains("class=\"preview-notice\""));
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.read("public/index.html").contains("class=\"preview-notice\""));
    assert_eq!(site.run(&["build", "--as-of", "yesterday"]).code, 2);
}

#[test]
fn drafts_show_what_came_after_the_edition() {
    let site = TestSite::base();
    site.append("content/plans/2023/data/2023.csv", "2023-Q3,growth,,12.5,,2023-10-18,示例,,");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.read("public/2023/items/02/index.html").contains("12.5"));
    assert_eq!(site.run(&["build", "--drafts"]).code, 0);
    assert!(site.read("public/2023/items/02/index.html").contains("12.5"));
}

#[test]
fn check_answers_in_every_form_and_both_languages() {
    let site = TestSite::base();
    site.append("content/plans/2023/data/2023.csv", "2023-Q2,growth,,8.5,,2023-07-18,示例,,");
    site.replace("content/plans/2023/data/allocations.csv", "south,50", "south,45");
    assert_snapshot!("check", site.run(&["check"]).shown());
    assert_snapshot!("check_short", site.run(&["check", "--format", "short"]).shown());
    assert_snapshot!("check_json", site.run(&["check", "--format", "json"]).shown());
    assert_snapshot!(
        "check_sarif",
        site.run(&["check", "--format", "sarif"])
            .stdout
            .replace(env!("CARGO_PKG_VERSION"), "VERSION")
    );
    assert_snapshot!("check_zh", site.run(&["check", "--language", "zh"]).shown());
    assert_eq!(site.run(&["check", "--strict"]).code, 1);
    assert_eq!(site.run(&["build", "--strict"]).code, 1);
    assert!(!site.path().join("public").exists());
    site.append(
        "content/site.toml",
        "[check]\nduplicate-row = \"off\"\nallocation-sum = \"error\"",
    );
    assert_snapshot!("check_settings", site.run(&["check"]).shown());
    assert_snapshot!("check_list", site.run(&["check", "--list"]).shown());
    assert_snapshot!("check_explain", site.run(&["check", "--explain", "falls"]).shown());
    assert_snapshot!(
        "check_explain_zh",
        site.run(&["check", "--explain", "falls", "--language", "zh"]).shown()
    );
    assert_snapshot!("check_explain_unknown", site.run(&["check", "--explain", "fals"]).shown());
}

/// The page of help is what the rules say of themselves; `taizhang check --explain all` writes it.
#[test]
fn the_page_of_all_rules_is_the_one_the_program_writes() {
    for (name, language) in [("README.md", "en"), ("README.zh.md", "zh")] {
        let page =
            TestSite::empty().run(&["check", "--explain", "all", "--language", language]).stdout;
        let path = root().join("src/check").join(name);
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            page == kept,
            "write it again: taizhang check --explain all --language {language} > src/check/{name}"
        );
    }
}

#[test]
fn status_and_explain_answer_people_and_programs() {
    let site = TestSite::base();
    assert_snapshot!("status", site.run(&["status"]).shown());
    assert_snapshot!("status_json", site.run(&["status", "--format", "json"]).shown());
    assert_snapshot!("explain_item", site.run(&["explain", "1"]).shown());
    assert_snapshot!("explain_indicator", site.run(&["explain", "growth"]).shown());
    assert_snapshot!("explain_json", site.run(&["explain", "firms", "--format", "json"]).shown());
    assert_snapshot!("explain_unknown", site.run(&["explain", "frims"]).shown());
    assert_snapshot!("status_overdue", site.run(&["status", "--as-of", "2023-11-05"]).shown());
}

#[test]
fn phrase_reads_what_it_is_given() {
    let site = TestSite::empty();
    assert_snapshot!(
        "phrase",
        site.run(&["phrase", "力争新增6家左右；", "每季度至少两次"]).shown()
    );
    assert_snapshot!("phrase_json", site.run(&["phrase", "3-5家", "--format", "json"]).shown());
    assert_eq!(site.run(&["phrase", "大力推进", "--format", "json"]).stdout, "[]\n");
}

#[test]
fn new_gives_a_site_that_builds_and_refuses_to_overwrite() {
    let site = TestSite::empty();
    assert_eq!(site.run(&["new", "mine"]).code, 0);
    let inside = site.path().join("mine");
    assert_eq!(run_in(&inside, &["check", "--strict"], &[]).stdout, "nothing to tell\n");
    assert_eq!(run_in(&inside, &[], &[]).code, 0);
    assert!(inside.join("public/2026/items/01/index.html").exists());
    let before = tree(&inside);
    assert_eq!(site.run(&["new", "mine"]).code, 2);
    assert_eq!(tree(&inside), before);
}

#[test]
fn what_cannot_run_ends_with_two() {
    let site = TestSite::empty();
    assert_eq!(site.run(&["frobnicate"]).code, 2);
    assert_eq!(site.run(&["build"]).code, 2);
    assert_eq!(site.run(&["check", "--content", "nowhere"]).code, 2);
    let good = TestSite::base();
    assert_eq!(good.run(&["build", "--theme", "nobodys"]).code, 2);
    assert_eq!(good.run(&["build", "--jobs", "0"]).code, 2);
    assert_eq!(good.run(&["status", "--plan", "2099"]).code, 2);
    let before = tree(good.path());
    assert_eq!(good.run(&["build", "--output", "content"]).code, 2);
    assert_eq!(good.run(&["build", "--output", "./anything/../content/site"]).code, 2);
    assert_eq!(tree(good.path()), before);
}

/// A theme gets the rows of every table that is written natively, and can write the same with them.
#[test]
fn tables_are_the_same_by_template() {
    let (site, repository) = (TestSite::base(), root());
    let shown = |path: &str| repository.join(path).display().to_string();
    let content = shown("content");
    assert_eq!(site.run(&["build", "--content", &content, "-o", "natively"]).code, 0);
    let themes = shown("tests/themes");
    let by_template = [
        "build",
        "--content",
        &content,
        "-o",
        "by-template",
        "--themes",
        &themes,
        "--theme",
        "tables",
    ];
    assert_eq!(site.run(&by_template).code, 0);
    let (natively, by_template) =
        (tree(&site.path().join("natively")), tree(&site.path().join("by-template")));
    assert!(natively.len() > 100, "{}", natively.len());
    for (path, bytes) in &natively {
        assert!(by_template.get(path) == Some(bytes), "{path} differs");
    }
    site.write("themes/default/templates/indicator-table.html", "<p>ours: {{ rows | length }}</p>");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.read("public/2023/indicators/index.html").contains("<p>ours: "));
}

#[test]
fn a_theme_may_be_one_file() {
    let site = TestSite::base();
    site.write("themes/default/templates/404.html", "<!DOCTYPE html><title>ours</title>");
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.read("public/404.html"), "<!DOCTYPE html><title>ours</title>");
    site.write("themes/default/templates/404.html", "{{ nothing");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(
        run.stderr.contains("error[theme]") && run.stderr.contains("404.html"),
        "{}",
        run.stderr
    );
    assert_eq!(site.read("public/404.html"), "<!DOCTYPE html><title>ours</title>");
}
