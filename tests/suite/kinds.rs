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
