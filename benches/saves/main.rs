//! Measures how long a save takes to be seen: from writing a table of figures to the new page, as a
//! browser gets it.
//!
//! `cargo bench --bench saves` measures sites of 20, 1,000 and 10,000 items with 288 figures each;
//! `-- 20 1000` only these. `-- --text` saves the text of an item instead. Every answer must be a
//! page, and no page older than the one before.

#![expect(clippy::print_stdout, reason = "a benchmark tells what it measured")]

mod client;
mod content;

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use client::Server;
use content::{Content, write_content};

/// How often each kind of save is measured.
const SAVES: u32 = 30;
/// How often the page is asked for.
const POLL: Duration = Duration::from_millis(2);
/// What takes longer is told as lost.
const LIMIT: Duration = Duration::from_secs(20);
/// A pause that keeps no step with anything.
const PAUSE: Duration = Duration::from_millis(173);

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let saves_text = arguments.iter().any(|argument| argument == "--text");
    let mut sizes: Vec<usize> =
        arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![20, 1000, 10_000];
    }
    println!(
        "| items | saved | page | median ms | least–most ms | other answers | older pages | memory \
            MiB |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for size in sizes {
        let folder = tempfile::tempdir().expect("a folder");
        let content = write_content(folder.path(), size);
        let server = Server::start(folder.path());
        for (name, page) in [("item", &content.item_page), ("region", &content.region_page)] {
            let kind = if saves_text { "text of an item" } else { "table" };
            if saves_text && name == "region" {
                continue;
            }
            let measured = measure(&server, folder.path(), &content, page, saves_text);
            println!(
                "| {size} | {kind} | {name} | {:.1} | {:.1}–{:.1} | {} | {} | {:.0} |",
                measured.median(),
                measured.times.first().copied().unwrap_or(0.0),
                measured.times.last().copied().unwrap_or(0.0),
                measured.not_pages,
                measured.older,
                server.memory()
            );
        }
    }
}

/// What came of some saves, times in milliseconds, the shortest first.
#[derive(Default)]
struct Measured {
    times: Vec<f64>,
    not_pages: usize,
    older: usize,
}

impl Measured {
    fn median(&self) -> f64 {
        self.times.get(self.times.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

fn measure(
    server: &Server,
    folder: &Path,
    content: &Content,
    page: &str,
    saves_text: bool,
) -> Measured {
    let mut measured = Measured::default();
    // The page is open in a browser before anything is saved.
    let mut before: Option<String> = None;
    for save in 0..=SAVES {
        let (path, text, seen) =
            if saves_text { content.with_title(save) } else { content.with_figure(save, page) };
        sleep(PAUSE);
        let started = Instant::now();
        fs::write(folder.join(path), text).expect("the file is written");
        let took = loop {
            let (status, body) = server.get(page);
            if status != 200 {
                measured.not_pages += 1;
            } else if body.contains(&seen) {
                break Some(started.elapsed());
            } else if before.as_ref().is_some_and(|before| !body.contains(before)) {
                measured.older += 1;
            }
            if started.elapsed() > LIMIT {
                break None;
            }
            sleep(POLL);
        };
        // The first save brings the page to what the others begin with.
        if save > 0 {
            measured.times.push(took.map_or(f64::INFINITY, |took| took.as_secs_f64() * 1000.0));
        }
        before = Some(seen);
    }
    measured.times.sort_by(f64::total_cmp);
    measured
}
