//! A small site in two languages: what has a translation is never printed in the first language.
//!
//! Every text of the content that has a translation ends in 译 in the first language.

use crate::site::Site;

fn built() -> Site {
    let site = Site::copy_of("bilingual");
    let done = site.run(&["build"]);
    assert_eq!(done.code, 0, "{}", done.shown());
    site
}

#[test]
fn what_is_translated_is_said_in_the_language_of_the_page() {
    let output = built().output();
    let text_of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let of_english = |path: &&String| path.starts_with("en/");
    let mut read = 0;
    for path in output.keys().filter(of_english) {
        let text = text_of(&output[path]);
        let found = text.find('译').map(|at| {
            text[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect()
        });
        assert_eq!(found, None::<String>, "{path}");
        read += 1;
    }
    assert!(read > 40, "{read} files");
    // The mark is where it belongs, and the page of changes tells of an item.
    assert!(text_of(&output["2025/changes/index.html"]).contains("1 促进就业译"));
    assert!(text_of(&output["en/2025/changes/index.html"]).contains("1 More jobs"));
}
