//! Names the sources the program is built from, so that a site knows whether the same program made
//! it, and lists the messages of the built-in theme, so that code names no other.

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let mut files = Vec::new();
    for root in ["src", "themes/default", "Cargo.lock", "Cargo.toml"] {
        println!("cargo:rerun-if-changed={root}");
        list(Path::new(root), &mut files);
    }
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(file.to_string_lossy().replace('\\', "/").bytes());
        all.extend(fs::read(&file).unwrap_or_default());
    }
    println!("cargo:rustc-env=TAIZHANG_SOURCES={:032x}", twox_hash::XxHash3_128::oneshot(&all));
    write_text_ids();
}

/// Writes the ids of the messages as a sorted constant.
fn write_text_ids() {
    let texts = fs::read_to_string("themes/default/i18n/zh-CN.ftl").expect("the built-in texts");
    let mut ids: Vec<&str> = texts
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(id, _)| id.trim()))
        .collect();
    ids.sort_unstable();
    let count = ids.len();
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("a folder for what is built"));
    let code = format!("const TEXT_IDS: [&str; {count}] = {ids:?};\n");
    fs::write(folder.join("text_ids.rs"), code).expect("the ids are written");
}

fn list(path: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| list(&entry.path(), files)),
        Err(_) => files.push(path.to_path_buf()),
    }
}
