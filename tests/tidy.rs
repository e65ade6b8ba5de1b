//! Rules about the code, as tests of the code: who may import whom, where each third-party crate
//! lives, that every file says what it is, that files stay small, and that every code has one home
//! and a rule.

#[path = "tidy/imports.rs"]
mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use imports::Imports;

/// For each module of the crate the modules it may import. They stand from the ground up: a row
/// names only rows above its own.
const IMPORTS: [(&str, &str); 32] = [
    ("words", ""),
    ("message", ""),
    ("number", "message"),
    ("checksum", ""),
    ("date", ""),
    ("source", ""),
    ("language", ""),
    ("workbook", "date"),
    ("csv_table", ""),
    ("markdown", ""),
    ("output", ""),
    ("schemas", "output"),
    ("diag", "message source"),
    ("codes", "diag"),
    ("front_matter", "codes message number date source language diag"),
    ("phrase", "words number source"),
    ("model", "words number date source language phrase"),
    ("config", "codes words message number source language diag front_matter"),
    (
        "load",
        "codes csv_table message number checksum date source language workbook markdown diag \
            front_matter phrase model config",
    ),
    ("assess", "number date source language phrase model"),
    ("check", "codes message number date source language diag model config assess"),
    ("charts", "number"),
    (
        "render",
        "codes csv_table message number checksum date source language output diag phrase model \
            config assess charts markdown schemas",
    ),
    ("write", "output"),
    (
        "pipeline",
        "number checksum date source language output diag front_matter model config load assess \
            check charts render",
    ),
    ("new", "output schemas"),
    ("forms", "csv_table message number checksum date source workbook model assess"),
    ("add", "csv_table date phrase model forms"),
    ("watch", "load"),
    ("serve", "message source output diag config pipeline watch"),
    (
        "cli",
        "message number checksum date source language output diag phrase model config load assess \
            check render write pipeline schemas new forms add watch serve",
    ),
    ("main", "cli"),
];

/// The home of each third-party crate. `thiserror`, serde's derives and rayon's loops may stand in
/// more than one.
const HOMES: [(&str, &str); 42] = [
    ("ammonia", "markdown"),
    ("calamine", "workbook"),
    ("axum", "serve"),
    ("clap", "cli"),
    ("csv", "csv_table"),
    ("memchr", "load"),
    ("encoding_rs", "load"),
    ("fluent_bundle", "render"),
    ("fluent_syntax", "render"),
    ("jiff", "date"),
    ("miette", "cli"),
    ("mimalloc", "main"),
    ("notify", "watch"),
    ("open", "cli"),
    ("percent_encoding", "serve"),
    ("plotters", "charts"),
    ("plotters_backend", "charts"),
    ("pulldown_cmark", "markdown"),
    ("quick_xml", "render"),
    ("rayon", "load assess check pipeline cli"),
    ("rust_decimal", "number"),
    ("rust_embed", "load"),
    ("rust_xlsxwriter", "workbook"),
    ("rustc_hash", "load render"),
    ("rustix", "write"),
    ("serde", "load phrase render write serve"),
    ("serde_json", "load render forms write serve cli"),
    ("sha2", "checksum"),
    ("strsim", "diag"),
    ("sys_locale", "cli"),
    ("tempfile", "write"),
    ("tera", "render"),
    ("thiserror", "number output load render charts write pipeline serve cli"),
    ("tokio", "serve"),
    ("tokio_stream", "serve"),
    ("toml", "front_matter load"),
    ("toml_edit", "add"),
    ("twox_hash", "checksum"),
    ("unic_langid", "render"),
    ("unicode_normalization", "load"),
    ("unicode_security", "load"),
    ("walkdir", "load watch"),
];

/// A file longer than this holds more than one thought.
const LONGEST: usize = 500;

/// A line has room for this many characters; no reader has to move sideways.
const WIDEST: usize = 100;

#[test]
fn arrows_run_one_way() {
    let allowed: BTreeMap<&str, &str> = IMPORTS.into_iter().collect();
    let mut faults = Vec::new();
    for path in source_files() {
        let module = module_of(&path);
        if module == "lib" {
            continue;
        }
        let Some(may) = allowed.get(module.as_str()) else {
            faults.push(format!("{} is in no row of the table", path.display()));
            continue;
        };
        for import in names_behind(&code_of(&path), "crate::") {
            if import != module && !may.split(' ').any(|known| known == import) {
                faults.push(format!("{} imports {import}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    for (at, (module, may)) in IMPORTS.iter().enumerate() {
        for import in may.split(' ').filter(|import| !import.is_empty()) {
            let position = IMPORTS.iter().position(|(row, _)| *row == import);
            assert!(
                position.is_some_and(|position| position < at),
                "{module} names {import}, which does not stand above it"
            );
        }
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources: Vec<(String, String)> = source_files()
        .iter()
        .map(|path| {
            let relative = path.strip_prefix(root().join("src")).expect("below src");
            (relative.to_string_lossy().replace('\\', "/"), code_of(path))
        })
        .collect();
    let imports = Imports::of(sources.iter().map(|(path, code)| (path.as_str(), code.as_str())));
    let reported: Vec<String> = imports
        .circles()
        .into_iter()
        .map(|(module, others)| format!("{module} imports {}", others.join(", ")))
        .collect();
    assert!(reported.is_empty(), "files in a circle:\n{}", reported.join("\n"));
}

#[test]
fn each_crate_has_its_home() {
    let mut faults = Vec::new();
    for path in source_files() {
        let (module, code) = (module_of(&path), code_of(&path));
        for (name, homes) in HOMES {
            let is_used = [format!("use {name}::"), format!(" {name}::"), format!("({name}::")]
                .iter()
                .any(|form| code.contains(form));
            if is_used && !homes.split(' ').any(|home| home == module) {
                faults.push(format!("{} uses {name}, whose home is {homes}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a manifest");
    let dependencies = manifest
        .split("[dependencies]")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("dependencies");
    for line in dependencies.lines().filter(|line| line.contains('=')) {
        let name = line.split('=').next().unwrap_or("").trim().replace('-', "_");
        assert!(HOMES.iter().any(|(known, _)| *known == name), "{name} has no home in the table");
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    let mut faults = Vec::new();
    for path in source_files() {
        let text = fs::read_to_string(&path).expect("a source file is text");
        if !text.starts_with("//!") {
            faults.push(format!("{} does not begin with //!", path.display()));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            faults.push(format!(
                "{} has {lines} lines, at most {LONGEST} are allowed",
                path.display()
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_line_is_too_wide() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches"] {
        walk(&root().join(folder), &mut files);
    }
    let mut faults = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a source file is text");
        let too_wide = |(_, line): &(usize, &str)| line.chars().count() > WIDEST;
        let lines = text.lines().enumerate().filter(too_wide);
        faults.extend(lines.map(|(at, line)| format!("{}:{}: {line}", path.display(), at + 1)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every message of the theme is named somewhere: by the code, a template, or another message.
#[test]
fn every_message_of_the_theme_is_asked_for() {
    let theme = root().join("themes/default");
    let texts = fs::read_to_string(theme.join("i18n/zh-CN.ftl")).expect("the texts");
    let mut code: String = source_files().iter().map(|path| code_of(path)).collect();
    for entry in fs::read_dir(theme.join("templates")).expect("templates") {
        let path = entry.expect("a template").path();
        if path.is_file() {
            code.push_str(&fs::read_to_string(path).expect("a template"));
        }
    }
    let named: String = code.split_whitespace().collect();
    let families: Vec<&str> = named
        .split("text_of!(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(family, _)| family))
        .collect();
    let is_asked = |id: &str| {
        named.contains(&format!("text!(\"{id}\")"))
            || named.contains(&format!("t(key=\"{id}\""))
            || families.iter().any(|family| id.starts_with(family))
            || texts.contains(&format!("{{ {id} }}"))
    };
    let ids = texts.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    let unasked: Vec<&str> = ids
        .filter_map(|line| line.split_once('=').map(|(id, _)| id.trim()))
        .filter(|id| !is_asked(id))
        .collect();
    assert!(families.len() > 10, "{families:?}");
    assert!(unasked.is_empty(), "nothing asks for: {}", unasked.join(", "));
}

/// Two bare numbers beside each other can be swapped unseen: a plan, an edition, a page of the
/// content and a language are named by types of their own.
#[test]
fn places_are_named_by_types() {
    let is_held = |path: &Path| matches!(module_of(path).as_str(), "render" | "pipeline" | "serve");
    let mut faults = Vec::new();
    for path in source_files().into_iter().filter(|path| is_held(path)) {
        let code = code_of(&path);
        for bare in ["at: usize", "ix: usize", "language: usize", "edition: usize"] {
            if code.contains(bare) {
                faults.push(format!("{} has a bare `{bare}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The rule of a target has one home. Who shows a figure or asks for one compares nothing itself:
/// neither with the target, nor with an edge of the bands, nor with the end of the plan.
#[test]
fn nothing_that_is_shown_is_decided_where_it_is_shown() {
    const DECIDES: [&str; 6] = [
        "is_attained_at(",
        ">= plan.last",
        ">= self.plan.last",
        "target.threshold() ",
        ">= bands.",
        ">= self.bands()",
    ];
    // Words of periods name months and spans, whatever is promised in them.
    let is_held = |path: &Path| {
        matches!(module_of(path).as_str(), "render" | "forms" | "charts" | "cli")
            && !path.ends_with("render/period_words.rs")
    };
    let mut faults = Vec::new();
    for path in source_files().into_iter().filter(|path| is_held(path)) {
        let code = code_of(&path);
        for found in DECIDES.iter().filter(|pattern| code.contains(**pattern)) {
            faults.push(format!("{} decides with `{found}`", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A code is written in one place, where its severity stands, and has a rule that explains it.
#[test]
fn every_code_has_one_home_and_a_rule() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in source_files().into_iter().filter(|path| !path.ends_with("diag.rs")) {
        let code = code_of(&path);
        for constructor in ["Code::error(\"", "Code::warning(\"", "Code::note(\""] {
            for (at, _) in code.match_indices(constructor) {
                let word = code[at + constructor.len()..].split('"').next().unwrap_or("");
                homes.entry(word.to_string()).or_default().push(path.display().to_string());
            }
        }
    }
    let known: Vec<&str> = taizhang::check::rules().iter().map(|rule| rule.code.name()).collect();
    assert_eq!(homes.keys().map(String::as_str).collect::<Vec<_>>(), known);
    for (word, homes) in homes {
        assert_eq!(homes.len(), 1, "`{word}` is written in {}", homes.join(", "));
    }
}

/// What is decided follows from types. A code is for people, who may set it and look it up.
#[test]
fn nothing_is_decided_by_a_code() {
    for path in source_files().into_iter().filter(|path| !path.ends_with("diag.rs")) {
        for pattern in [".code == \"", ".code != \"", ".code == codes::", ".code.name() == \""] {
            assert!(!code_of(&path).contains(pattern), "{} decides by a code", path.display());
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_and_templates_ask_only_for_these() {
    let ids = |name: &str| -> BTreeSet<String> {
        fs::read_to_string(root().join("themes/default/i18n").join(name))
            .expect("a file of texts")
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_string()))
            .collect()
    };
    let (zh, en) = (ids("zh-CN.ftl"), ids("en.ftl"));
    assert_eq!(zh.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new());
    for entry in fs::read_dir(root().join("themes/default/templates")).expect("templates") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a template is text");
        for (at, _) in text.match_indices("t(key=\"") {
            let id: String = text[at + 7..].chars().take_while(|c| *c != '"').collect();
            assert!(zh.contains(&id), "{} asks for the text `{id}`", path.display());
        }
    }
}

fn source_files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    assert!(found.len() > 50, "the source was not found");
    found
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder is readable");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the entry is readable").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the module of the crate a file belongs to: the first part of its path below `src/`.
fn module_of(path: &Path) -> String {
    let relative = path.strip_prefix(root().join("src")).expect("below src");
    let first =
        relative.components().next().expect("a part").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_string()
}

/// Returns the text without comments and without its tests: examples in comments and fixtures in
/// tests may name anything.
fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file is text");
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Finds every name behind a prefix (`crate::` gives the modules that are imported).
fn names_behind(code: &str, prefix: &str) -> BTreeSet<String> {
    code.match_indices(prefix)
        .filter(|(at, _)| {
            !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
        })
        .map(|(at, _)| {
            code[at + prefix.len()..]
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect()
        })
        .filter(|name: &String| !name.is_empty())
        .collect()
}
