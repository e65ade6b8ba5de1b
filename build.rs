//! Names the sources the program is built from, so that a site knows whether the same program made
//! it.

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
}

fn list(path: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| list(&entry.path(), files)),
        Err(_) => files.push(path.to_path_buf()),
    }
}
