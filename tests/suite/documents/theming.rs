//! `docs/theming.md`: what each template of a theme sees, and the classes of the charts.
//!
//! A theme that prints what it is given stands in for every page of the shipped content, of all
//! sites of `tests/sites`, of one with long lists and of one of a government; the document lists
//! what was seen in any of them.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_current;
use super::shapes::row;
use crate::pager::large;
use crate::site::{TestSite, root, run_in, tree};

const GOVERNMENT: &str = "[government]\nsite_name = \"小城\"\nsite_domain = \"a.gov.cn\"\n\
    site_id_code = \"3413000001\"\ncolumn_name = \"计划\"\ncolumn_description = \"进展\"\n\
    column_keywords = \"计划\"\nsponsor = \"小城\"\nicp = \"甲\"\npolice = \"乙\"\n";

/// What a value was seen to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Observed {
    kinds: BTreeSet<&'static str>,
    fields: BTreeMap<String, Observed>,
    entries: Option<Box<Observed>>,
}

/// Reads what a template prints of its context: JSON, but for values that are not there.
struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(token);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn text(&mut self) -> String {
        let mut is_escaped = false;
        let inner = self.rest.strip_prefix('"').expect("a text");
        let end = inner.find(|c| {
            let ends = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        });
        let (text, rest) = inner.split_at(end.expect("the end of a text"));
        self.rest = &rest[1..];
        text.to_string()
    }

    fn read(&mut self, observed: &mut Observed) {
        if self.skip("{") {
            observed.kinds.insert("object");
            while !self.skip("}") {
                let key = self.text();
                assert!(self.skip(":"), "a value of {key}");
                self.read(observed.fields.entry(key).or_default());
                self.skip(",");
            }
        } else if self.skip("[") {
            observed.kinds.insert("list");
            while !self.skip("]") {
                self.read(observed.entries.get_or_insert_default());
                self.skip(",");
            }
        } else if self.rest.trim_start().starts_with('"') {
            self.rest = self.rest.trim_start();
            let text = self.text();
            observed.kinds.insert(if text.starts_with('<') { "markup" } else { "text" });
        } else {
            let end = self.rest.find([',', '}', ']']).unwrap_or(self.rest.len());
            let word = self.rest[..end].trim();
            observed.kinds.insert(match word {
                "" | "null" => "nothing",
                "true" | "false" => "true or false",
                _ => "number",
            });
            self.rest = &self.rest[end..];
        }
    }
}

/// Names the templates that pages begin with.
fn page_templates() -> Vec<String> {
    let folder = root().join("themes/default/templates");
    let mut names: Vec<String> = tree(&folder)
        .into_iter()
        .filter(|(_, bytes)| bytes.starts_with(b"{% extends"))
        .map(|(name, _)| name)
        .collect();
    names.sort();
    names
}

/// Builds every site with a theme that prints what it is given, and returns that by template.
fn observed_by_templates() -> BTreeMap<String, Observed> {
    let scratch = TestSite::empty();
    for name in page_templates() {
        scratch.write(
            &format!("themes/probe/templates/{name}"),
            &format!("<!--{name}-->{{{{ __tera_context | safe }}}}"),
        );
    }
    let sites = std::fs::read_dir(root().join("tests/sites")).expect("sites");
    let contents = sites.map(|entry| entry.expect("an entry").path().join("content"));
    // Lists that go on on further pages.
    let large = large();
    // What only a government site says of itself.
    let official = TestSite::base();
    official.replace("content/site.toml", "sample = true\n", GOVERNMENT);
    let others =
        [root().join("content"), large.path().join("content"), official.path().join("content")];
    let mut observed: BTreeMap<String, Observed> = BTreeMap::new();
    for content in contents.chain(others) {
        let content = content.display().to_string();
        for further in [&[][..], &["--drafts"][..]] {
            let asked = ["build", "--content", &content, "--theme", "probe"];
            let run = run_in(scratch.path(), &[&asked[..], further].concat(), &[]);
            if run.code != 0 {
                continue;
            }
            for (_, bytes) in scratch.output() {
                let Ok(text) = String::from_utf8(bytes) else { continue };
                let Some(page) = text.strip_prefix("<!--") else { continue };
                let (name, rest) = page.split_once("-->").expect("the name of a template");
                Reader { rest }.read(observed.entry(name.to_string()).or_default());
            }
        }
    }
    observed
}

fn describe(observed: &Observed) -> String {
    let is = |kind| observed.kinds.contains(kind);
    let mut words: Vec<String> = Vec::new();
    for kind in ["markup", "text", "number", "true or false"] {
        // A text that is markup at times is markup.
        if is(kind) && !(kind == "text" && is("markup")) {
            words.push(kind.into());
        }
    }
    if is("list") {
        let of = observed.entries.as_ref().map_or(String::new(), |entry| describe(entry));
        words.push(format!("list of {of}").trim_end_matches(" of ").to_string());
    }
    if is("object") {
        words.push("fields below".into());
    }
    if is("nothing") {
        words.push("nothing".into());
    }
    words.join(" or ")
}

fn write_rows(path: &str, observed: &Observed, out: &mut String) {
    for (key, inner) in &observed.fields {
        // What stands around a page is described once.
        if path.is_empty() && key == "frame" {
            continue;
        }
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        out.push_str(&row(&[format!("`{path}`"), describe(inner)]));
        let (mut below, mut name) = (inner, path);
        while let Some(entry) = &below.entries {
            (below, name) = (entry, format!("{name}[]"));
        }
        write_rows(&name, below, out);
    }
}

/// Reads the classes of the palette and what each means from the table in the code.
fn palette() -> String {
    let source = std::fs::read_to_string(root().join("src/charts/style.rs")).expect("the palette");
    let (_, paints) = source.split_once("enum Paint {").expect("the palette");
    let (variants, rest) = paints.split_once("\n}").expect("the end of the palette");
    let mut meaning = "";
    let mut out = String::from("| class | what is drawn with it |\n| --- | --- |\n");
    for line in variants.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            meaning = text;
        } else if let Some(name) = line.strip_suffix(',') {
            let (_, class) = rest.split_once(&format!("(Self::{name}, \"")).expect("its class");
            let class = class.split('"').next().unwrap_or_default();
            out.push_str(&row(&[format!("`.{class}`"), meaning.to_string()]));
        }
    }
    out
}

#[test]
fn the_document_of_themes_is_what_templates_see() {
    let observed = observed_by_templates();
    let templates = page_templates();
    assert_eq!(observed.keys().collect::<Vec<_>>(), templates.iter().collect::<Vec<_>>());
    let head = "| field | value |\n| --- | --- |\n";
    let mut made = format!("\n### Classes of the charts\n\n{}", palette());
    let mut frame = Observed::default();
    for one in observed.values() {
        merge(&mut frame, &one.fields["frame"]);
    }
    made.push_str(&format!("\n### Every template: `frame`\n\n{head}"));
    write_rows("frame", &frame, &mut made);
    for (name, one) in &observed {
        made.push_str(&format!("\n### `{name}`\n\n{head}"));
        write_rows("", one, &mut made);
    }
    made.push('\n');
    assert_current("theming.md", &made);
}

fn merge(into: &mut Observed, other: &Observed) {
    into.kinds.extend(&other.kinds);
    for (key, inner) in &other.fields {
        merge(into.fields.entry(key.clone()).or_default(), inner);
    }
    if let Some(entries) = &other.entries {
        merge(into.entries.get_or_insert_default(), entries);
    }
}
