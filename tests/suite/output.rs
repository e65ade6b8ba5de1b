//! What a site publishes for programs is what its schemas say: every key is described and has a
//! value of its type, every table has its columns.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use taizhang::schemas::OUTPUT_SCHEMAS;

use crate::site::{TestSite, root, run_in, tree};

/// A JSON value held to a schema. A key that no schema describes is a fault, though the published
/// schema lets it pass: readers of today shall read the files of tomorrow.
struct Validator<'s> {
    /// The schema that has the parts.
    root: &'s Value,
    /// Keys that were seen, to find descriptions of what is never written.
    seen: BTreeSet<String>,
    faults: Vec<String>,
}

impl<'s> Validator<'s> {
    fn check(&mut self, at: &str, schema: &'s Value, value: &Value) {
        let known = [
            "$ref",
            "$defs",
            "$schema",
            "title",
            "description",
            "type",
            "enum",
            "anyOf",
            "format",
            "minimum",
            "maximum",
            "items",
            "properties",
            "patternProperties",
            "additionalProperties",
            "required",
        ];
        let keywords = schema.as_object().expect("a schema").keys();
        let unknown: Vec<&String> =
            keywords.filter(|word| !known.contains(&word.as_str())).collect();
        assert!(unknown.is_empty(), "{at}: this check does not know {unknown:?}");

        if let Some(name) = schema["$ref"].as_str() {
            let name = name.trim_start_matches("plan-output.json");
            let name = name.strip_prefix("#/$defs/").expect("a part of the schema of plan.json");
            self.check(at, &self.root["$defs"][name], value);
        }
        if let Some(ways) = schema["anyOf"].as_array() {
            let is_null = |way: &&Value| way["type"] == "null";
            let way = ways.iter().find(|way| is_null(way) == value.is_null());
            match way {
                Some(way) => self.check(at, way, value),
                None => self.faults.push(format!("{at}: {value} is none of what is described")),
            }
        }
        if let Some(words) = schema["enum"].as_array()
            && !words.contains(value)
        {
            self.faults.push(format!("{at}: {value} is none of {words:?}"));
        }
        let kinds = match &schema["type"] {
            Value::String(kind) => vec![kind.as_str()],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if !kinds.is_empty() && !kinds.iter().any(|kind| is_of(value, kind)) {
            self.faults.push(format!("{at}: {value} is no {kinds:?}"));
        }
        if let (Some(entries), true) = (value.as_array(), schema["items"].is_object()) {
            for entry in entries {
                self.check(&format!("{at}[]"), &schema["items"], entry);
            }
        }
        if let (Some(map), true) = (value.as_object(), kinds.contains(&"object")) {
            self.check_keys(at, schema, map);
        }
    }

    fn check_keys(&mut self, at: &str, schema: &'s Value, map: &serde_json::Map<String, Value>) {
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !map.contains_key(key) {
                self.faults.push(format!("{at}.{key} is missing"));
            }
        }
        for (key, inner) in map {
            let inner_at = format!("{at}.{key}");
            let pattern = schema["patternProperties"].as_object().and_then(|all| {
                all.iter().find(|(pattern, _)| is_translation(pattern, key)).map(|(_, one)| one)
            });
            let rest = schema.get("additionalProperties").filter(|rest| rest.is_object());
            match schema["properties"].get(key).or(pattern).or(rest) {
                Some(described) => {
                    if schema["properties"].get(key).is_some() {
                        self.seen.insert(inner_at.clone());
                    }
                    self.check(&inner_at, described, inner);
                }
                None => self.faults.push(format!("{inner_at} is not described")),
            }
        }
    }
}

/// Matches `^(title|issuer)_…$`, the only form of a pattern there is.
fn is_translation(pattern: &str, key: &str) -> bool {
    let texts = pattern.strip_prefix("^(").and_then(|rest| rest.strip_suffix(")_[A-Za-z0-9_]+$"));
    let texts = texts.expect("a pattern of translations");
    texts.split('|').any(|text| key.strip_prefix(text).is_some_and(|rest| rest.starts_with('_')))
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

fn schema(name: &str) -> Value {
    let found = OUTPUT_SCHEMAS.iter().find(|(known, _)| *known == name);
    serde_json::from_str(found.expect("a schema of the output").1).expect("JSON")
}

/// Builds the shipped content and every site of `tests/sites` that can be built, and returns the
/// files they publish, by site and path.
fn published() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut add = |name: &str, output: BTreeMap<String, Vec<u8>>| {
        files.extend(output.into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
    };
    let scratch = TestSite::empty();
    let content = root().join("content").display().to_string();
    let run = run_in(scratch.path(), &["build", "--content", &content], &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    add("shipped", scratch.output());
    let mut built = 0;
    for entry in std::fs::read_dir(root().join("tests/sites")).expect("sites") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let site = TestSite::copy_of(&name);
        if site.run(&["build"]).code == 0 {
            built += 1;
            add(&name, tree(&site.path().join("public")));
        }
    }
    assert!(built >= 4, "only {built} sites of tests/sites were built");
    files
}

/// Keys that none of these sites has: `judged.rs` makes sites with them and holds their values.
const SEEN_ELSEWHERE: [&str; 5] = [
    ".items[].indicators[].judged",
    ".items[].indicators[].judged.asked",
    ".items[].indicators[].judged.period",
    ".items[].indicators[].judged.reported",
    ".items[].indicators[].judged.value",
];

#[test]
fn every_json_file_and_every_table_is_described() {
    let (plan, item) = (schema("plan-output.json"), schema("item-output.json"));
    let mut validators = [&plan, &item].map(|_| Validator {
        root: &plan,
        seen: BTreeSet::new(),
        faults: Vec::new(),
    });
    let mut tables = BTreeMap::new();
    for (path, bytes) in published() {
        let text = || String::from_utf8(bytes.clone()).expect("UTF-8");
        let name = path.rsplit('/').next().unwrap_or(&path);
        let one = match name {
            "plan.json" if !path.contains("/schemas/") => Some(0),
            "data.json" => Some(1),
            _ => None,
        };
        if let Some(one) = one {
            let value: Value = serde_json::from_str(&text()).expect("JSON");
            let before = validators[one].faults.len();
            validators[one].check("", [&plan, &item][one], &value);
            validators[one].faults[before..]
                .iter_mut()
                .for_each(|fault| *fault = format!("{path}: {fault}"));
        }
        if path.contains("/data/") && name.ends_with(".csv") || name == "data.csv" {
            let table = match name {
                "data.csv" | "observations-excel.csv" => "observations",
                _ => name.trim_end_matches(".csv"),
            };
            let header = text().lines().next().unwrap_or_default().to_string();
            let described = schema(&format!("{table}-output.table.json"));
            let columns: Vec<&str> = described["fields"]
                .as_array()
                .expect("fields")
                .iter()
                .filter_map(|field| field["name"].as_str())
                .collect();
            assert_eq!(
                header.trim_start_matches('\u{FEFF}').trim_end(),
                columns.join(","),
                "{path}"
            );
            *tables.entry(table.to_string()).or_insert(0) += 1;
        }
    }
    assert_eq!(tables.len() + 2, OUTPUT_SCHEMAS.len(), "{tables:?}");
    for validators in &validators {
        assert!(validators.faults.is_empty(), "{}", validators.faults.join("\n"));
    }
    let mut described = BTreeSet::new();
    keys_of(&plan, &plan, "", &mut described);
    let unseen: Vec<&String> = described.difference(&validators[0].seen).collect();
    assert_eq!(unseen, SEEN_ELSEWHERE);
}

/// Lists the keys a schema describes, by their path.
fn keys_of(root: &Value, schema: &Value, at: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
        keys_of(root, &root["$defs"][name], at, found);
    }
    for way in schema["anyOf"].as_array().into_iter().flatten() {
        keys_of(root, way, at, found);
    }
    if schema["items"].is_object() {
        keys_of(root, &schema["items"], &format!("{at}[]"), found);
    }
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}.{key}");
        found.insert(at.clone());
        keys_of(root, inner, &at, found);
    }
}

#[test]
fn a_key_that_is_not_described_is_found() {
    let plan = schema("plan-output.json");
    let mut value = serde_json::json!({ "schema": "taizhang/plan/1", "title": "x" });
    let mut validators = Validator { root: &plan, seen: BTreeSet::new(), faults: Vec::new() };
    validators.check("", &plan, &value);
    assert!(validators.faults.iter().any(|fault| fault == ".title is not described"));
    assert!(validators.faults.iter().any(|fault| fault == ".items is missing"));
    value["as_of"] = 7.into();
    validators.check("", &plan, &value);
    assert!(validators.faults.iter().any(|fault| fault.starts_with(".as_of: 7 is no")));
}

#[test]
fn the_schemas_lie_beside_those_of_the_content() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    for (name, text) in OUTPUT_SCHEMAS {
        assert_eq!(site.read(&format!("public/schemas/{name}")), text);
    }
}
