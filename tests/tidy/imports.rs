//! The imports between the files of a crate, and the circles they make.
//!
//! A file imports what its `use` lines and its qualified paths name: `crate::`, `super::`,
//! `self::`, or a child of its own. A `mod.rs` counts as a file: what it passes on it imports. A
//! bare `mod child;` is no import.

use std::collections::{BTreeMap, BTreeSet};

/// A module's path below the crate; the crate itself is empty.
pub type Module = Vec<String>;

/// For each file the files it imports.
#[derive(Debug, Default)]
pub struct Imports(BTreeMap<Module, BTreeSet<Module>>);

impl Imports {
    /// Reads the imports of files: each with its path below `src/` and its code without comments.
    pub fn of<'c>(files: impl IntoIterator<Item = (&'c str, &'c str)>) -> Self {
        let files: Vec<(Module, &str)> =
            files.into_iter().map(|(path, code)| (module_of(path), code)).collect();
        let modules: BTreeSet<Module> = files.iter().map(|(module, _)| module.clone()).collect();
        let imported = |(module, code): &(Module, &str)| {
            let found =
                paths_in(code).into_iter().filter_map(|path| resolve(module, &path, &modules));
            (module.clone(), found.filter(|other| other != module).collect())
        };
        Self(files.iter().map(imported).collect())
    }

    /// Returns the files that stand in a circle or between two, each with those of them it imports.
    ///
    /// A file that imports none of the others, or that none of them imports, is in no circle: such
    /// files are taken away until none is left.
    pub fn circles(&self) -> Vec<(String, Vec<String>)> {
        let mut left: BTreeSet<&Module> = self.0.keys().collect();
        loop {
            let imports = |module: &Module| self.0[module].iter().any(|other| left.contains(other));
            let is_imported =
                |module: &Module| left.iter().any(|other| self.0[*other].contains(module));
            let next: BTreeSet<&Module> =
                left.iter().copied().filter(|one| imports(one) && is_imported(one)).collect();
            if next.len() == left.len() {
                break;
            }
            left = next;
        }
        let named = |module: &Module| module.join("::");
        let among = |module: &Module| {
            self.0[module].iter().filter(|other| left.contains(other)).map(named).collect()
        };
        left.iter().map(|module| (named(module), among(module))).collect()
    }
}

/// Returns the module of a path: `render/pages/mod.rs` is `render::pages`.
fn module_of(path: &str) -> Module {
    let mut parts: Module = path.trim_end_matches(".rs").split('/').map(String::from).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

/// Lists every path that a file names.
fn paths_in(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut statement: Option<String> = None;
    for line in code.lines() {
        let Some(tree) = statement.take().or_else(|| begins_import(line)) else {
            paths.extend(qualified_in(line));
            continue;
        };
        let tree = if tree.is_empty() { line.to_string() } else { format!("{tree} {line}") };
        match tree.split_once(';') {
            Some((tree, _)) => {
                expand("", tree.split_once("use ").map_or("", |(_, tree)| tree), &mut paths)
            }
            None => statement = Some(tree),
        }
    }
    paths
}

/// Returns whether a line begins an import: nothing is read of it yet.
fn begins_import(line: &str) -> Option<String> {
    let line = line.trim_start();
    let after = line.strip_prefix("pub").map(|rest| match rest.strip_prefix('(') {
        Some(rest) => rest.split_once(')').map_or("", |(_, rest)| rest),
        None => rest,
    });
    let is_import = line.starts_with("use ") || after.is_some_and(|rest| rest.starts_with(" use "));
    is_import.then(String::new)
}

/// Lists the paths that a line names outside of an import; for whom an item is visible is none.
fn qualified_in(line: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let line = match line.split_once("pub(in ").and_then(|(_, rest)| rest.split_once(')')) {
        Some((_, rest)) => rest,
        None => line,
    };
    let words = line.split(move |c| !is_part(c)).filter(|word| word.contains("::"));
    words.map(|word| word.trim_matches(':').to_string())
}

/// Writes the paths of a tree of imports one by one: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(before: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((prefix, inner)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or("").trim();
        if !name.is_empty() {
            paths.push(format!("{before}{name}"));
        }
        return;
    };
    let prefix = format!("{before}{}", prefix.trim());
    let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&prefix, &inner[start..at], paths);
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// Finds the file that a path leads to: as far as there are modules of its names.
fn resolve(module: &[String], path: &str, modules: &BTreeSet<Module>) -> Option<Module> {
    let mut names = path.split("::").map(str::trim).peekable();
    let mut base: Module = match names.peek()? {
        &"crate" => {
            names.next();
            Vec::new()
        }
        &"self" => {
            names.next();
            module.to_vec()
        }
        &"super" => {
            let mut base = module.to_vec();
            while names.peek() == Some(&"super") {
                names.next();
                base.pop();
            }
            base
        }
        name => {
            let child = [module, &[(*name).to_string()]].concat();
            if !modules.contains(&child) {
                return None;
            }
            module.to_vec()
        }
    };
    for name in names {
        let deeper = [&base[..], &[name.to_string()]].concat();
        if !modules.contains(&deeper) {
            break;
        }
        base = deeper;
    }
    modules.contains(&base).then_some(base)
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let circle = |files: &[(&'static str, &'static str)]| -> Vec<String> {
        Imports::of(files.iter().copied()).circles().into_iter().map(|(module, _)| module).collect()
    };
    let none = [("lib.rs", "mod a;\nmod b;"), ("a.rs", "use crate::b::B;"), ("b.rs", "struct B;")];
    assert_eq!(circle(&none), Vec::<String>::new());
    let grouped =
        [("a.rs", "use crate::{b::{self, B}, c::C};"), ("b.rs", "use super::a;"), ("c.rs", "")];
    assert_eq!(circle(&grouped), ["a", "b"]);
    let qualified =
        [("a.rs", "fn f() { crate::b::g() }"), ("b.rs", "fn g() -> super::a::A { todo() }")];
    assert_eq!(circle(&qualified), ["a", "b"]);
    let hub = [
        ("a/mod.rs", "mod one;\npub use one::One;\nstruct Shared;"),
        ("a/one.rs", "use super::Shared;"),
        ("b.rs", "use crate::a::One;"),
    ];
    assert_eq!(circle(&hub), ["a", "a::one"]);
}
