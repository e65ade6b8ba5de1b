//! The preview and the watch, driven with real files, real time and real connections.
//!
//! Whatever an editor does to the files, what is served ends as what a build of the same files
//! writes, byte for byte but for the reload script.

pub mod client;
mod edits;

use std::fs;

use client::{Follower, Server};

use crate::site::{TestSite, tree};

const FIGURES: &str = "content/plans/2023/data/2023.csv";

#[test]
fn what_is_served_is_what_is_built() {
    for site in [TestSite::base(), TestSite::copy_of("evaluation")] {
        let server = Server::start(&site, &[]);
        assert_eq!(site.run(&["build"]).code, 0);
        let built = site.output();
        assert!(built.len() > 40, "{} files", built.len());
        for (path, bytes) in &built {
            if path.starts_with(".taizhang") {
                continue;
            }
            let answer = server.get(&format!("/{path}"));
            assert_eq!((answer.status, &answer.as_built()), (200, bytes), "{path}");
            if let Some(folder) = path.strip_suffix("index.html") {
                assert_eq!(server.get(&format!("/{folder}")).body, answer.body, "{path}");
            }
            let kind = answer.header("content-type").expect("a content type");
            let wanted = match path.rsplit('.').next().expect("an ending") {
                "html" => "text/html; charset=utf-8",
                "css" => "text/css; charset=utf-8",
                "js" => "text/javascript; charset=utf-8",
                "json" => "application/json",
                "csv" => "text/csv; charset=utf-8",
                "svg" => "image/svg+xml",
                "txt" => "text/plain; charset=utf-8",
                _ => kind,
            };
            assert_eq!(kind, wanted, "{path}");
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        }
        let lost = server.get("/2023/no/such/page/");
        assert_eq!((lost.status, lost.as_built()), (404, built["404.html"].clone()));
        let moved = server.get("/2023/items/01");
        assert_eq!((moved.status, moved.header("location")), (308, Some("/2023/items/01/")));
    }
}

#[test]
fn faults_cover_the_last_good_page_and_go_with_their_cause() {
    let site = TestSite::base();
    let server = Server::start(&site, &[]);
    let mut events = Follower::of(&server);
    let good = server.get("/2023/items/01/");
    events.next_with("\"faults\":[]");
    site.append(FIGURES, "2023-Q9,firms,north,1,,2023-07-20,示例,,");
    let reported = events.next_with("2023-Q9");
    for wanted in ["content/plans/2023/data/2023.csv:", "\"help\":", "error"] {
        assert!(reported.contains(wanted), "{wanted} in {reported}");
    }
    assert_eq!(server.get("/2023/items/01/").body, good.body, "the last good page stays");
    site.replace(FIGURES, "2023-Q9,firms,north,1,,2023-07-20,示例,,\n", "");
    events.next_with("\"faults\":[]");
    assert_eq!(server.get("/2023/items/01/").as_built(), good.as_built());
    server.wait_for("2023.csv: the last good pages stay");
    server.wait_for("2023.csv: 0 of 1 pages looked at differ");
}

#[test]
fn a_site_that_is_faulty_from_the_start_appears_when_it_is_mended() {
    let site = TestSite::base();
    let row = "no,such,row";
    site.append(FIGURES, row);
    let server = Server::start(&site, &[]);
    let first = server.get("/");
    assert_eq!(first.status, 503);
    assert!(first.text().contains("/_taizhang/live.js"), "the page follows as well");
    let mut events = Follower::of(&server);
    events.next_with("row-length");
    site.replace(FIGURES, &format!("{row}\n"), "");
    events.next_with("\"faults\":[]");
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn nobody_else_is_answered_and_nothing_else_is_given() {
    let site = TestSite::base();
    site.write("secret.txt", "not of the site");
    let server = Server::start(&site, &[]);
    let own = server.host();
    let ask = |request: &str, headers: &str| {
        server.raw(&format!("{request} HTTP/1.1\r\n{headers}connection: close\r\n\r\n"))
    };
    assert_eq!(ask("GET /", &format!("host: {own}\r\n")).status, 200);
    for host in ["evil.example", "evil.example:80", "127.0.0.1", "localhost.evil.example"] {
        assert_eq!(ask("GET /", &format!("host: {host}\r\n")).status, 403, "{host}");
        assert_eq!(
            ask("GET /_taizhang/events", &format!("host: {host}\r\n")).status,
            403,
            "{host}"
        );
    }
    assert_eq!(
        ask("GET /", &format!("host: {own}\r\norigin: http://evil.example\r\n")).status,
        403
    );
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        assert_eq!(
            ask(&format!("{method} /"), &format!("host: {own}\r\ncontent-length: 0\r\n")).status,
            405,
            "{method}"
        );
    }
    let head = ask("HEAD /2023/items/01/", &format!("host: {own}\r\n"));
    assert_eq!((head.status, head.body.len()), (200, 0));
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/2023/../../secret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/index.html%00",
        "//etc/passwd",
        "/etc/passwd",
        "/content/site.toml",
        "/.taizhang.json",
        "/2023/items/./01/",
        "/%ff",
    ] {
        let answer = ask(&format!("GET {path}"), &format!("host: {own}\r\n"));
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(
            !answer.text().contains("not of the site") && !answer.text().contains("root:"),
            "{path}"
        );
    }
    // A head without end is not listened to for ever, and others are answered meanwhile.
    assert_ne!(ask("GET /", &format!("host: {own}\r\nx: {}\r\n", "y".repeat(1 << 20))).status, 200);
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_port_that_is_taken_is_left_to_its_owner() {
    let site = TestSite::base();
    let first = Server::start(&site, &[]);
    let port = first.host().rsplit(':').next().expect("a port").to_string();
    let second = Server::start(&site, &["--port", &port]);
    assert_ne!(first.host(), second.host());
    assert!(
        second.lines().iter().any(|line| *line == format!("port {port} is taken")),
        "{:?}",
        second.lines()
    );
    assert_eq!((first.get("/").status, second.get("/").status), (200, 200));
}

#[test]
fn the_site_lives_below_its_own_path() {
    let site = TestSite::base();
    let text = site.read("content/site.toml");
    let text: String = text
        .lines()
        .filter(|line| !line.starts_with("base_url"))
        .map(|line| format!("{line}\n"))
        .collect();
    site.write(
        "content/site.toml",
        &format!("base_url = \"https://www.example.gov.cn/zt/2321/\"\n{text}"),
    );
    let server = Server::start(&site, &[]);
    assert!(server.url().ends_with("/zt/2321/"), "{}", server.url());
    let start = server.get("/");
    assert_eq!((start.status, start.header("location")), (308, Some("/zt/2321/")));
    assert_eq!(server.get("/zt/2321/").status, 200);
    assert!(server.get("/zt/2321/nothing/").text().contains("/zt/2321/assets/"));
}

#[test]
fn a_watch_writes_what_changed_and_leaves_the_rest() {
    let site = TestSite::base();
    let server = Server::watch(&site, &[]);
    server.wait_for("watching");
    let before = tree(&site.path().join("public"));
    let untouched = site.path().join("public/2023/updates/index.html");
    let stamp = fs::metadata(&untouched).and_then(|found| found.modified()).expect("written");
    site.replace(FIGURES, "2023-Q2,firms,north,40,", "2023-Q2,firms,north,44,");
    server.wait_for(", in ");
    let after = tree(&site.path().join("public"));
    assert_ne!(after["2023/items/01/index.html"], before["2023/items/01/index.html"]);
    assert_eq!(after["2023/updates/index.html"], before["2023/updates/index.html"]);
    let now = fs::metadata(&untouched).and_then(|found| found.modified()).expect("still there");
    assert_eq!(stamp, now, "a page that says the same is not written again");
    // Faults leave the site as it was, and the next good save mends it.
    let good = tree(&site.path().join("public"));
    site.append(FIGURES, "broken");
    server.wait_for("is left as it was");
    assert_eq!(tree(&site.path().join("public")), good);
    site.replace(FIGURES, "broken\n", "");
    server.wait_for("0 new or changed");
}
