//! Paths of a site and the links between them.

use proptest::prelude::*;

use taizhang::output::SitePath;
use taizhang::render::address::relative_link;

// Periods.

/// Parts of paths, good and bad.
fn segment() -> impl Strategy<Value = String> {
    let odd = vec![
        "..",
        ".",
        "",
        "...",
        "页面",
        "index.html",
        "c:",
        "a\\b",
        "..\\..",
        "a\0",
        "%2e%2e",
        "~",
        "a.",
    ];
    prop_oneof![
        4 => "[a-z0-9_-]{1,6}",
        1 => "\\PC{0,4}",
        1 => any::<String>().prop_map(|text| text.chars().take(4).collect()),
        2 => prop::sample::select(odd).prop_map(String::from),
    ]
}

fn folder() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["2023", "items", "01", "en", "data", "a", "b", "index.html", "页面"])
}

/// The folders two pages may have in common.
fn way() -> impl Strategy<Value = String> {
    prop::collection::vec(folder(), 0..4)
        .prop_map(|folders| folders.into_iter().flat_map(|folder| [folder, "/"]).collect())
}

fn good_path() -> impl Strategy<Value = String> {
    let file = prop::sample::select(vec![
        "index.html",
        "data.csv",
        "404.html",
        "myindex.html",
        "feed.xml",
    ]);
    (prop::collection::vec(folder(), 0..5), file)
        .prop_map(|(folders, file)| folders.into_iter().chain([file]).collect::<Vec<_>>().join("/"))
}

/// Goes from a page along a link, as a browser does.
fn follow(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    if link.ends_with('/') {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

proptest! {
    #[test]
    fn a_site_path_never_leaves_the_root(segments in prop::collection::vec(segment(), 0..6),
        slash in any::<bool>()) {
        let text = format!("{}{}", if slash { "/" } else { "" }, segments.join("/"));
        let Ok(path) = SitePath::new(text.clone()) else { return Ok(()) };
        prop_assert_eq!(path.as_str(), &text);
        let is_plain = |part: std::path::Component<'_>| matches!(part,
            std::path::Component::Normal(_));
        prop_assert!(std::path::Path::new(&text).components().all(is_plain), "{:?}", text);
        prop_assert_eq!(std::path::Path::new(&text).components().count(), text.split('/').count(),
            "{:?}", text);
        // The other separator and the drives of other systems.
        prop_assert!(!text.contains(['\\', ':', '\0']) && !text.split('/')
            .any(|part| part.ends_with('.')), "{:?}", text);
    }

    #[test]
    fn plain_paths_are_taken(path in good_path()) {
        prop_assert!(SitePath::new(path).is_ok());
    }

    #[test]
    fn a_link_leads_to_its_target(way in way(), from in good_path(), to in good_path(),
        names_files in any::<bool>()) {
        let [from, to] = [from, to].map(|path| format!("{way}{path}"));
        let link = relative_link(&from, &to, names_files);
        prop_assert_eq!(follow(&from, &link), Some(to.clone()), "{} -> {} by {}", from, to, link);
        prop_assert!(!link.is_empty() && !link.starts_with('/'));
        prop_assert!(names_files || link.split('/').next_back()
            .is_none_or(|file| file != "index.html"), "{}", link);
    }
}

// Assessment.
