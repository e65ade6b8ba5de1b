//! The sealed harness: a small good site in a folder of its own, and runs of the program in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A run of the program.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// Counts the errors and warnings that were told.
    pub fn reported(&self) -> usize {
        self.stderr
            .lines()
            .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
            .count()
    }

    /// Shows a run as a snapshot wants it.
    pub fn shown(&self) -> String {
        format!("exit {}\n--- stdout\n{}--- stderr\n{}", self.code, self.stdout, self.stderr)
    }
}

/// A site in a folder that is removed afterwards.
pub struct TestSite {
    folder: TempDir,
}

impl TestSite {
    /// Copies the small good site of `tests/sites/base`.
    pub fn base() -> Self {
        Self::copy_of("base")
    }

    /// Copies a site of `tests/sites`.
    pub fn copy_of(name: &str) -> Self {
        let site = Self::empty();
        for (path, bytes) in tree(&root().join("tests/sites").join(name)) {
            site.write_bytes(&path, &bytes);
        }
        site
    }

    pub fn empty() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    pub fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("the folder is made");
        // In one step, for whoever watches: on a busy machine a file would else be seen empty.
        let mut file = tempfile::NamedTempFile::new_in(self.path()).expect("a file is made");
        file.write_all(bytes).expect("the file is written");
        file.persist(path).expect("the file gets its name");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Changes one text of a file; the text must be there exactly once.
    pub fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {path}");
        self.write(path, &text.replace(old, new));
    }

    /// Adds a row at the end of a table.
    pub fn append(&self, path: &str, row: &str) {
        self.write(path, &format!("{}{row}\n", self.read(path)));
    }

    pub fn remove(&self, path: &str) {
        let path = self.path().join(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
            .expect("it is removed");
    }

    /// Runs the program in this folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        run_in(self.path(), arguments, &[])
    }

    /// Returns every file of the output.
    pub fn output(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path().join("public"))
    }
}

/// Runs the program with nothing in its environment but what is given.
pub fn run_in(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_taizhang"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .expect("the program starts");
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: without_times(&String::from_utf8_lossy(&output.stdout)),
        stderr: without_times(&String::from_utf8_lossy(&output.stderr)),
    }
}

/// Takes the one thing out of an answer that differs from run to run.
fn without_times(text: &str) -> String {
    text.lines()
        .map(|line| match line.rsplit_once(", in ") {
            Some((rest, time)) if time.ends_with(" s") => format!("{rest}, in [time]\n"),
            _ => format!("{line}\n"),
        })
        .collect()
}

/// What a build writes down for the next one; it differs wherever a byte of the content does, and
/// is no part of a site.
const ORIGIN: &str = ".taizhang-origin";

/// Takes the markup out of a piece of a page.
pub fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    text
}

/// Returns every file below a folder by its path; a folder that is not there is empty.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, Vec<u8>>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let entry = entry.expect("the entry is readable");
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else if name != ORIGIN {
                found.insert(name, fs::read(entry.path()).expect("the file is readable"));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found);
    found
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
