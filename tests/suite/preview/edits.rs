//! What editors, their programs and version control do to files. After each, what is served ends as
//! what is on the disk.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::FIGURES;
use super::client::Server;
use crate::site::{TestSite, tree};

/// Waits until every file that a fresh build writes is served as it is, and nothing that it does
/// not write.
fn settles(server: &Server, site: &TestSite, what: &str) {
    let fresh = site.path().join("fresh");
    let run = site.run(&["build", "--output", "fresh"]);
    assert_eq!(run.code, 0, "{what}: {}", run.shown());
    let built: Vec<(String, Vec<u8>)> =
        tree(&fresh).into_iter().filter(|(path, _)| !path.starts_with(".taizhang")).collect();
    let started = Instant::now();
    let mut differs = built.iter().collect::<Vec<_>>();
    while !differs.is_empty() {
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "{what}: {} is not served as built; it said {:?}",
            differs[0].0,
            server.lines()
        );
        differs.retain(|(path, bytes)| {
            let answer = server.get(&format!("/{path}"));
            answer.status != 200 || answer.as_built() != *bytes
        });
        if !differs.is_empty() {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Returns the table with another figure for the first half-year.
fn with_figure(table: &str, n: u32) -> String {
    let figure = "2023-Q2,firms,north,40,";
    assert!(table.contains(figure), "{table}");
    table.replace(figure, &format!("2023-Q2,firms,north,{n},"))
}

#[test]
fn however_a_file_is_saved_it_is_seen() {
    let site = TestSite::base();
    for options in [&[][..], &["--poll"]] {
        let site = &site;
        let server = Server::start(site, options);
        let original = site.read(FIGURES);
        let full = site.path().join(FIGURES);

        fs::write(&full, with_figure(&original, 60)).expect("written in place");
        settles(&server, site, "written in place");

        // As editors save: a file beside, renamed over the old one, with a backup and a lock left
        // behind.
        fs::write(full.with_extension("csv~"), &original).expect("a backup");
        fs::write(full.with_file_name(".2023.csv.swp"), "lock").expect("a swap file");
        fs::write(full.with_file_name("~$2023.xlsx"), "lock").expect("a lock");
        fs::write(full.with_extension("tmp"), with_figure(&original, 61)).expect("beside");
        fs::rename(full.with_extension("tmp"), &full).expect("renamed over");
        settles(&server, site, "renamed over");

        // Half of a file, then all of it.
        let whole = with_figure(&original, 62);
        fs::write(&full, &whole.as_bytes()[..whole.len() - 9]).expect("half");
        thread::sleep(Duration::from_millis(60));
        fs::write(&full, &whole).expect("all");
        settles(&server, site, "written in two steps");

        fs::remove_file(&full).expect("removed");
        thread::sleep(Duration::from_millis(60));
        fs::write(&full, &original).expect("written anew");
        settles(&server, site, "removed and written anew");

        let data = full.parent().expect("a folder");
        fs::rename(data, data.with_file_name("put-away")).expect("renamed");
        thread::sleep(Duration::from_millis(60));
        fs::rename(data.with_file_name("put-away"), data).expect("renamed back");
        settles(&server, site, "a folder renamed and back");
    }
}

#[test]
fn a_branch_is_checked_out() {
    let site = TestSite::base();
    let server = Server::start(&site, &[]);
    let other = TestSite::copy_of("year-end");
    let base = TestSite::base();
    for (name, from) in [("year-end", &other), ("base", &base)] {
        // Everything goes and other things come, one by one.
        let content = site.path().join("content");
        fs::remove_dir_all(&content).expect("gone");
        for (path, bytes) in tree(&from.path().join("content")) {
            site.write_bytes(&format!("content/{path}"), &bytes);
        }
        settles(&server, &site, name);
    }
}

#[test]
fn what_never_rests_and_what_comes_in_thousands_ends_right() {
    let site = TestSite::base();
    let server = Server::start(&site, &[]);
    let original = site.read(FIGURES);
    for n in 0..40 {
        site.write(FIGURES, &with_figure(&original, n));
        thread::sleep(Duration::from_millis(50));
    }
    settles(&server, &site, "a file that changes every 50 ms");
    for n in 0..2000 {
        site.write(&format!("content/static/{n}.txt"), "one of thousands");
    }
    for n in 0..2000 {
        site.remove(&format!("content/static/{n}.txt"));
    }
    site.write("content/static/last.txt", "the last");
    settles(&server, &site, "thousands of files");
    #[cfg(unix)]
    {
        // A loop of links is a fault of the content, and no more than that.
        let link = site.path().join("content/static/loop");
        std::os::unix::fs::symlink("..", &link).expect("linked");
        server.wait_for("File system loop found");
        fs::remove_file(link).expect("removed");
    }
    site.write(FIGURES, &original);
    settles(&server, &site, "after a loop of links");
    // Nothing more happens, and nothing more is done: it does not spin.
    thread::sleep(Duration::from_millis(300));
    let spent = processor_time(&server);
    thread::sleep(Duration::from_millis(1500));
    let since = processor_time(&server) - spent;
    assert!(since < 50, "{since} hundredths of a second of the processor in 1.5 s of rest");
}

/// A thousand edits drawn from a seed: what is on the disk at the end is what is served, and memory
/// has not grown with the edits.
#[test]
fn a_thousand_edits_end_where_the_disk_is() {
    let site = TestSite::base();
    let server = Server::start(&site, &[]);
    let originals = tree(&site.path().join("content"));
    let names: Vec<&String> = originals.keys().collect();
    let mut seed = 20_231_025_u64;
    let mut draw = |below: usize| {
        // A linear congruence is random enough to choose files by, and the same everywhere.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("small") % below
    };
    let mut memory = Vec::new();
    for edit in 1..=1000 {
        let name = names[draw(names.len())];
        let path = format!("content/{name}");
        let full = site.path().join(&path);
        match draw(6) {
            0 => drop(fs::remove_file(&full)),
            1 => drop(fs::rename(&full, full.with_extension("away"))),
            2 => drop(fs::rename(full.with_extension("away"), &full)),
            3 => site.write_bytes(&path, &originals[name][..draw(originals[name].len()) + 1]),
            4 => site.write(
                FIGURES,
                &with_figure(
                    &String::from_utf8_lossy(&originals["plans/2023/data/2023.csv"]),
                    edit,
                ),
            ),
            _ => site.write_bytes(&path, &originals[name]),
        }
        if draw(10) == 0 {
            thread::sleep(Duration::from_millis(5));
        }
        if edit % 100 == 0 {
            restore(&site, &originals);
            site.write(
                FIGURES,
                &with_figure(
                    &String::from_utf8_lossy(&originals["plans/2023/data/2023.csv"]),
                    edit,
                ),
            );
            settles(&server, &site, &format!("{edit} edits"));
            memory.push(resident(&server));
        }
    }
    let (early, late) = (memory[1], *memory.last().expect("ten looks"));
    assert!(late < early + early / 4 + 4096, "memory grew from {early} to {late} KiB: {memory:?}");
}

fn restore(site: &TestSite, originals: &std::collections::BTreeMap<String, Vec<u8>>) {
    let content = site.path().join("content");
    for path in tree(&content).keys() {
        if !originals.contains_key(path) {
            fs::remove_file(content.join(path)).expect("removed");
        }
    }
    for (path, bytes) in originals {
        site.write_bytes(&format!("content/{path}"), bytes);
    }
}

/// Returns the memory a preview holds, in KiB.
fn resident(server: &Server) -> u64 {
    let status =
        fs::read_to_string(Path::new("/proc").join(server.process().to_string()).join("status"))
            .unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or("VmRSS: 0 kB");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0)
}

/// Returns how long a preview has used the processor, in hundredths of a second.
fn processor_time(server: &Server) -> u64 {
    let stat =
        fs::read_to_string(Path::new("/proc").join(server.process().to_string()).join("stat"))
            .unwrap_or_default();
    // The name in brackets may hold spaces; the fields are counted from behind it.
    let fields: Vec<u64> = stat
        .rsplit(')')
        .next()
        .unwrap_or("")
        .split_whitespace()
        .skip(1)
        .filter_map(|field| field.parse().ok())
        .collect();
    fields.get(10).copied().unwrap_or(0) + fields.get(11).copied().unwrap_or(0)
}
