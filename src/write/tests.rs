//! What a reader of the output folder may count on, tried on real folders.

use std::collections::BTreeMap;
use std::fs;

use super::*;
use crate::output::SitePath;

fn file(path: &str, text: &str) -> OutputFile {
    OutputFile { path: SitePath::new(path).expect("plain"), bytes: text.into() }
}

/// Publishes into `public` below a folder, by exchange or file by file.
fn publish(
    around: &Path,
    is_exchangeable: bool,
    files: &[(&str, &str)],
) -> Result<Published, WriteError> {
    let mut publication = Publication::begin(&around.join("public"))?;
    publication.output_dir.is_exchangeable = is_exchangeable;
    for (path, text) in files {
        publication.put(&file(path, text))?;
    }
    publication.finish(None)
}

/// Reads a whole tree: texts of files, aims of links, `/` for folders. Hidden names are included.
fn tree(root: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("folder") {
            let path = entry.expect("entry").path();
            let name = path.strip_prefix(root).expect("below").display().to_string();
            let text = if path.is_symlink() {
                format!("-> {}", fs::read_link(&path).expect("link").display())
            } else if path.is_dir() {
                open.push(path);
                "/".to_owned()
            } else {
                fs::read_to_string(&path).expect("text")
            };
            found.insert(name, text);
        }
    }
    found
}

/// Names all files. The lock of systems that cannot lock folders does not count.
fn names(root: &Path) -> Vec<String> {
    tree(root)
        .into_iter()
        .filter(|(name, text)| text != "/" && !name.ends_with("-lock"))
        .map(|(name, _)| name)
        .collect()
}

#[cfg(unix)]
fn inode(path: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    path.symlink_metadata().expect("file").ino()
}

const SITE: [(&str, &str); 4] = [
    ("index.html", "home"),
    ("2023/items/01/index.html", "one"),
    ("2023/a.csv", "1,2"),
    ("s.css", "x"),
];

#[test]
fn a_first_site_is_whole_and_leaves_no_clutter() {
    let scratch = tempfile::tempdir().expect("scratch");
    let around = scratch.path().join("not/there/yet");
    let published = publish(&around, true, &SITE).expect("published");
    assert_eq!((published.swap, published.files, published.written), (Swap::First, 4, 4));
    assert_eq!(
        names(&around),
        [
            "public/.taizhang.json",
            "public/2023/a.csv",
            "public/2023/items/01/index.html",
            "public/index.html",
            "public/s.css"
        ]
    );
    let list = fs::read_to_string(around.join("public/.taizhang.json")).expect("list");
    assert!(list.contains("\"generator\": \"taizhang\""), "{list}");
}

#[cfg(unix)]
#[test]
fn the_same_site_touches_nothing() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    let public = scratch.path().join("public");
    let before = (
        inode(&public),
        inode(&public.join("index.html")),
        public.metadata().expect("public").modified().ok(),
    );
    let published = publish(scratch.path(), true, &SITE).expect("second");
    assert_eq!(
        (published.swap, published.unchanged, published.written),
        (Swap::NothingChanged, 4, 0)
    );
    assert_eq!(
        before,
        (
            inode(&public),
            inode(&public.join("index.html")),
            public.metadata().expect("public").modified().ok()
        )
    );
}

#[cfg(target_os = "linux")]
#[test]
fn one_change_keeps_the_other_files() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    let public = scratch.path().join("public");
    fs::set_permissions(&public, fs::Permissions::from_mode(0o2750)).expect("mode");
    fs::set_permissions(public.join("2023"), fs::Permissions::from_mode(0o711)).expect("mode");
    let (root, page, css) = (
        inode(&public),
        inode(&public.join("2023/items/01/index.html")),
        inode(&public.join("s.css")),
    );
    let mut site = SITE;
    site[3].1 = "y";
    let published = publish(scratch.path(), true, &site).expect("second");
    assert_eq!(
        (published.swap, published.unchanged, published.written, published.removed),
        (Swap::Exchanged, 3, 1, 0)
    );
    assert_ne!(inode(&public), root);
    assert_eq!(inode(&public.join("2023/items/01/index.html")), page);
    assert_ne!(inode(&public.join("s.css")), css);
    let mode = |path: &Path| path.metadata().expect("folder").permissions().mode() & 0o7777;
    assert_eq!((mode(&public), mode(&public.join("2023"))), (0o2750, 0o711));
    assert_eq!(fs::read_dir(scratch.path()).expect("around").count(), 1, "the old tree is gone");
}

#[test]
fn many_files_go_through_many_threads() {
    let scratch = tempfile::tempdir().expect("scratch");
    for round in ["a", "b"] {
        let publication = Publication::begin(&scratch.path().join("public")).expect("begun");
        std::thread::scope(|scope| {
            for share in 0..4 {
                let publication = &publication;
                scope.spawn(move || {
                    for n in 0..300 {
                        let text = if n == 0 { round } else { "same" };
                        publication
                            .put(&file(&format!("{n}/{share}/index.html"), text))
                            .expect("put");
                    }
                });
            }
        });
        let published = publication.finish(None).expect("published");
        assert_eq!(published.files, 1200);
        assert!(round == "a" || published.written == 4);
    }
    assert_eq!(names(scratch.path()).len(), 1201);
}

/// Everything that is not ours stays, everything of ours that is not written goes, in either way.
#[cfg(unix)]
#[test]
fn what_is_not_ours_stays_and_what_is_stale_goes() {
    for (way, swap) in [(true, Swap::Exchanged), (false, Swap::OneByOne)] {
        let scratch = tempfile::tempdir().expect("scratch");
        let public = scratch.path().join("public");
        let first = [
            ("index.html", "home"),
            ("old/x/index.html", "old"),
            ("becomes-folder", "f"),
            ("becomes-file/a", "a"),
            ("A.html", "A"),
        ];
        publish(scratch.path(), true, &first).expect("first");
        fs::write(public.join(".gitignore"), "*").expect("foreign");
        fs::create_dir_all(public.join("old/uploads/empty")).expect("foreign");
        fs::write(public.join("old/uploads/photo"), "light").expect("foreign");
        std::os::unix::fs::symlink("nowhere", public.join("link")).expect("foreign");
        let photo = inode(&public.join("old/uploads/photo"));

        let second = [
            ("index.html", "news"),
            ("becomes-folder/f", "f"),
            ("becomes-file", "a"),
            ("a.html", "a"),
            ("new/index.html", "n"),
        ];
        let published = publish(scratch.path(), way, &second).expect("second");
        assert_eq!((published.swap, published.removed, published.left_behind.len()), (swap, 4, 0));
        let mut found = tree(scratch.path());
        found.remove("public/.taizhang.json").expect("list");
        let found: Vec<(&str, &str)> =
            found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("public", "/"),
                ("public/.gitignore", "*"),
                ("public/a.html", "a"),
                ("public/becomes-file", "a"),
                ("public/becomes-folder", "/"),
                ("public/becomes-folder/f", "f"),
                ("public/index.html", "news"),
                ("public/link", "-> nowhere"),
                ("public/new", "/"),
                ("public/new/index.html", "n"),
                ("public/old", "/"),
                ("public/old/uploads", "/"),
                ("public/old/uploads/empty", "/"),
                ("public/old/uploads/photo", "light"),
            ]
        );
        assert_eq!(inode(&public.join("old/uploads/photo")), photo);
        assert_eq!(
            publish(scratch.path(), way, &second).expect("third").swap,
            Swap::NothingChanged
        );
    }
}

#[test]
fn foreign_files_are_never_overwritten() {
    for way in [true, false] {
        let scratch = tempfile::tempdir().expect("scratch");
        publish(scratch.path(), true, &[("index.html", "home"), ("gone.html", "g")])
            .expect("first");
        let public = scratch.path().join("public");
        for folder in ["b", "c", "e"] {
            fs::create_dir(public.join(folder)).expect("folder");
        }
        for (path, text) in [("a", "theirs"), ("b/x", "theirs"), ("d", "theirs"), ("same", "same")]
        {
            fs::write(public.join(path), text).expect("foreign");
        }
        let before = tree(scratch.path());
        // A file on a file, on a folder, on an empty folder, below a file; and one that says the
        // same, which is no loss.
        let wanted = [
            ("index.html", "news"),
            ("a", "ours"),
            ("b", "ours"),
            ("c", "ours"),
            ("d/x", "ours"),
            ("e/x", "ours"),
            ("same", "same"),
        ];
        match publish(scratch.path(), way, &wanted) {
            Err(WriteError::Foreign { paths }) => assert_eq!(paths, ["a", "b/x", "c", "d"]),
            other => panic!("{other:?}"),
        }
        assert_eq!(tree(scratch.path()), before);
    }
}

#[test]
fn without_a_list_nothing_is_ours() {
    let scratch = tempfile::tempdir().expect("scratch");
    let public = scratch.path().join("public");
    publish(scratch.path(), true, &SITE).expect("first");
    fs::remove_file(public.join(".taizhang.json")).expect("removed");
    let mut site = SITE;
    assert_eq!(publish(scratch.path(), true, &site).expect("the same again").unchanged, 4);
    fs::remove_file(public.join(".taizhang.json")).expect("removed");
    site[0].1 = "news";
    assert!(matches!(publish(scratch.path(), true, &site),
            Err(WriteError::Foreign { paths }) if paths == ["index.html"]));
}

#[test]
fn a_damaged_list_loses_nothing() {
    for way in [true, false] {
        let scratch = tempfile::tempdir().expect("scratch");
        let public = scratch.path().join("public");
        publish(scratch.path(), true, &SITE).expect("first");
        fs::write(scratch.path().join("secret"), "s").expect("outside");
        fs::write(
            public.join(".taizhang.json"),
            r#"{"generator":"taizhang","files":["../secret","s.css"]}"#,
        )
        .expect("list");
        let published = publish(scratch.path(), way, &[("index.html", "news")]).expect("second");
        assert!(published.list_was_damaged);
        assert_eq!(published.removed, 0);
        assert_eq!(fs::read_to_string(public.join("index.html")).expect("page"), "news");
        assert_eq!(fs::read_to_string(public.join("s.css")).expect("kept"), "x");
        assert_eq!(fs::read_to_string(scratch.path().join("secret")).expect("kept"), "s");
    }
}

#[test]
fn a_run_that_is_given_up_leaves_the_old_site() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    let before = tree(scratch.path());
    let publication = Publication::begin(&scratch.path().join("public")).expect("begun");
    publication.put(&file("index.html", "news")).expect("put");
    assert_ne!(tree(scratch.path()), before, "something is being written beside");
    drop(publication);
    assert_eq!(tree(scratch.path()), before);
}

#[test]
fn a_fault_in_the_middle_leaves_the_old_site() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    let before = tree(scratch.path());
    for way in [true, false] {
        // With the old text of `s.css` nothing is written for it, so that the disk alone would not
        // notice.
        for wrong in ["s.css/below", "s.css", ".taizhang.json"] {
            for css in ["x", "y"] {
                let mut publication =
                    Publication::begin(&scratch.path().join("public")).expect("begun");
                publication.output_dir.is_exchangeable = way;
                publication.put(&file("index.html", "news")).expect("put");
                publication.put(&file("s.css", css)).expect("put");
                let refused = publication.put(&file(wrong, "z"));
                assert!(publication.finish(None).is_err() || refused.is_err(), "{wrong}");
                assert_eq!(tree(scratch.path()), before);
            }
        }
    }
    let publication = Publication::begin(&scratch.path().join("public")).expect("begun");
    publication.put(&file(".taizhang.json", "z")).expect_err("reserved");
    assert!(matches!(publication.finish(None), Err(WriteError::Incomplete)));
}

#[test]
fn a_refused_exchange_falls_back_to_one_by_one() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    fs::write(scratch.path().join("public/CNAME"), "example.org").expect("foreign");
    let mut publication = Publication::begin(&scratch.path().join("public")).expect("begun");
    publication.exchange = |_, _| Ok(false);
    publication.put(&file("index.html", "news")).expect("put");
    publication.put(&file("s.css", "x")).expect("put");
    let published = publication.finish(None).expect("published");
    assert_eq!((published.swap, published.written, published.removed), (Swap::OneByOne, 1, 2));
    assert_eq!(
        names(scratch.path()),
        ["public/.taizhang.json", "public/CNAME", "public/index.html", "public/s.css"]
    );
    assert_eq!(fs::read_to_string(scratch.path().join("public/index.html")).expect("page"), "news");
}

#[test]
fn a_failing_exchange_leaves_the_old_site() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    let before = tree(scratch.path());
    let mut publication = Publication::begin(&scratch.path().join("public")).expect("begun");
    publication.exchange = |_, _| Err(io::ErrorKind::StorageFull.into());
    publication.put(&file("index.html", "news")).expect("put");
    assert!(matches!(publication.finish(None), Err(WriteError::Io { .. })));
    assert_eq!(tree(scratch.path()), before);
}

#[test]
fn what_a_dead_run_left_is_cleared_away() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &SITE).expect("first");
    let before = tree(scratch.path());
    for dead in [".public.taizhang-new-aaaaaa/2023", "public/.taizhang-new-bbbbbb"] {
        fs::create_dir_all(scratch.path().join(dead)).expect("dead tree");
        fs::write(scratch.path().join(dead).join("index.html"), "half").expect("dead file");
    }
    drop(Publication::begin(&scratch.path().join("public")).expect("begun"));
    assert_eq!(tree(scratch.path()), before);
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let scratch = tempfile::tempdir().expect("scratch");
    std::thread::scope(|scope| {
        for name in ["a", "b"] {
            let around = scratch.path();
            scope.spawn(move || {
                for round in 0..20 {
                    let text = format!("{name}{round}");
                    let own = format!("{name}.html");
                    let files = [
                        ("index.html", text.as_str()),
                        ("x/index.html", text.as_str()),
                        (own.as_str(), text.as_str()),
                    ];
                    publish(around, round % 4 != 3, &files).expect("published");
                }
            });
        }
    });
    let found = tree(scratch.path());
    let text = &found["public/index.html"];
    let own = format!("public/{}.html", &text[..1]);
    assert_eq!(
        names(scratch.path()),
        ["public/.taizhang.json", own.as_str(), "public/index.html", "public/x/index.html"]
    );
    assert!(found["public/x/index.html"] == *text && found[&own] == *text, "{found:?}");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_a_link() {
    let scratch = tempfile::tempdir().expect("scratch");
    fs::create_dir_all(scratch.path().join("disk/www")).expect("folder");
    let link = scratch.path().join("public");
    std::os::unix::fs::symlink("disk/www", &link).expect("link");
    for text in ["home", "news"] {
        publish(scratch.path(), true, &[("index.html", text)]).expect("published");
        assert!(link.is_symlink());
        assert_eq!(
            fs::read_to_string(scratch.path().join("disk/www/index.html")).expect("page"),
            text
        );
    }
    assert_eq!(names(scratch.path()), ["disk/www/.taizhang.json", "disk/www/index.html", "public"]);

    let lost = scratch.path().join("lost");
    std::os::unix::fs::symlink("no/such", &lost).expect("link");
    assert!(matches!(Publication::begin(&lost), Err(WriteError::LeadsNowhere { .. })));
}

#[cfg(unix)]
#[test]
fn links_inside_the_site_are_not_written_through() {
    let scratch = tempfile::tempdir().expect("scratch");
    publish(scratch.path(), true, &[("a/index.html", "old"), ("b", "old")]).expect("first");
    let public = scratch.path().join("public");
    fs::rename(public.join("a"), scratch.path().join("a")).expect("moved");
    std::os::unix::fs::symlink("../a", public.join("a")).expect("link");
    for way in [true, false] {
        let refused = publish(scratch.path(), way, &[("a/index.html", "new")]);
        assert!(matches!(refused, Err(WriteError::Foreign { paths }) if paths == ["a"]));
        assert_eq!(fs::read_to_string(scratch.path().join("a/index.html")).expect("page"), "old");
    }
}
