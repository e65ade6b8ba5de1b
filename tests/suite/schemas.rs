//! The schemas say what the program reads: every key it knows and every word it takes, no more and
//! no fewer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::site::{TestSite, root};

/// A key and a word nobody knows.
pub const ODD: &str = "zzzzzzzzzzzzzzzzzz";

pub fn schema(name: &str) -> Value {
    let text = std::fs::read_to_string(root().join("src/schemas").join(name)).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// Lists the keys of every table a schema describes, by the path of the table, each translation
/// with them.
fn keys_of(schema: &Value, path: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for part in ["oneOf", "prefixItems"] {
        schema[part].as_array().into_iter().flatten().for_each(|inner| keys_of(inner, path, found));
    }
    keys_of_item(schema, path, found);
}

fn keys_of_item(schema: &Value, path: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    if schema["items"].is_object() {
        keys_of(&schema["items"], path, found);
    }
    let Some(properties) = schema["properties"].as_object() else { return };
    let mut keys: BTreeSet<String> = properties.keys().cloned().collect();
    let patterns = schema["patternProperties"].as_object().into_iter().flat_map(|all| all.keys());
    for pattern in patterns {
        let names = pattern.strip_prefix("^(").and_then(|rest| rest.split_once(')'));
        let (names, rest) = names.expect("the names of texts");
        assert_eq!(rest, "_[A-Za-z0-9_]+$");
        keys.extend(names.split('|').map(|name| format!("{name}_en")));
    }
    found.insert(path.to_string(), keys);
    for (key, inner) in properties {
        keys_of(inner, &format!("{path}{key}."), found);
    }
}

/// Puts an odd key into every table of a site.
pub fn site_of_odd_keys() -> TestSite {
    let site = TestSite::base();
    let odd = format!("{ODD} = 1");
    site.append("content/site.toml", &format!("{odd}\n[government]\n{odd}"));
    let plan = "content/plans/2023/plan.md";
    site.replace(plan, "{ id = \"first\"", &format!("{{ {odd}, id = \"first\""));
    site.replace(plan, "+++\ntitle", &format!("+++\n{odd}\ntitle"));
    let more = format!(
        "source = {{ {odd} }}\nbands = {{ {odd} }}\nlevel_bands = {{ {odd} }}\nregion_bands = {{ \
            {odd} }}\n\
         scoring = {{ {odd}, basis = {{ {odd} }}, weights = [{{ {odd} }}], groups = [{{ {odd} }}] \
         }}\n+++\ntitle"
    );
    site.replace(
        plan,
        &format!("{odd}\ntitle"),
        &more.replace("+++\ntitle", &format!("{odd}\ntitle")),
    );
    site.replace(
        plan,
        "\n+++\n",
        &format!("\n[[editions]]\n{odd}\nbulletin = {{ {odd} }}\n[[plan_revisions]]\n{odd}\n+++\n"),
    );
    site.write(
        "content/plans/2023/items/03.md",
        &format!(
            "+++\n{odd}\ndepartments = [{{ {odd} }}]\n[[indicators]]\n{odd}\nid = \"a\"\nname \
                = \"a\"\nunit = \"家\"\nmeasure = \"count\"\ntarget = {{ phrase = \"1家\", {odd} }}\n\
             batches = [{{ {odd} }}]\nreport = {{ {odd} }}\noverride = {{ {odd} }}\nbands = {{ \
             {odd} }}\nschedule = {{ {odd} }}\n\
             [[milestones]]\n{odd}\n[[tasks]]\n{odd}\n+++\n"
        ),
    );
    site.write(
        "content/plans/2023/updates/odd.md",
        &format!("+++\n{odd}\nevidence = [{{ {odd} }}]\n+++\n"),
    );
    site.write("content/pages/odd.md", &format!("+++\n{odd}\n+++\n"));
    site
}

/// Returns what the program says of a site, with the schema of the file each is about.
pub fn reported_of(site: &TestSite) -> Vec<(&'static str, Value)> {
    let reported = site.run(&["check", "--format", "json"]).stdout;
    reported
        .lines()
        .map(|line| {
            let reported: Value = serde_json::from_str(line).expect("JSON");
            let name = match reported["place"]["file"].as_str().unwrap_or_default() {
                file if file.ends_with("site.toml") => "site",
                file if file.ends_with("plan.md") => "plan",
                file if file.contains("/items/") => "item",
                file if file.contains("/updates/") => "update",
                _ => "page",
            };
            (name, reported)
        })
        .collect()
}

/// Returns which keys the program says it knows, by table, with their translations.
pub fn keys_known() -> BTreeMap<String, BTreeSet<String>> {
    let mut known = BTreeMap::new();
    for (name, reported) in reported_of(&site_of_odd_keys()) {
        let message = reported["message"].as_str().unwrap_or_default();
        let Some(path) =
            message.strip_prefix('`').and_then(|rest| rest.split_once(ODD)).map(|(path, _)| path)
        else {
            continue;
        };
        let help = reported["help"]
            .as_str()
            .and_then(|help| help.strip_prefix("known here: "))
            .unwrap_or_default();
        let keys = help.split(", ").map(str::to_string).collect();
        known.insert(format!("{name}:{path}"), keys);
    }
    known
}

#[test]
fn every_table_has_the_keys_the_program_reads() {
    let mut described = BTreeMap::new();
    for name in ["site", "plan", "item", "update", "page"] {
        let mut found = BTreeMap::new();
        keys_of(&schema(&format!("{name}.json")), "", &mut found);
        described.extend(found.into_iter().map(|(path, keys)| (format!("{name}:{path}"), keys)));
    }
    let known = keys_known();
    assert_eq!(described.keys().collect::<Vec<_>>(), known.keys().collect::<Vec<_>>());
    assert_eq!(described, known);
}

#[test]
fn every_word_is_one_the_program_takes() {
    // The words of a key, told when it has none of them.
    for (file, front, key, at) in [
        (
            "items/03.md",
            "departments = [{ id = \"office\", role = \"ODD\" }]",
            "role",
            "/properties/departments/items/properties/role",
        ),
        (
            "items/03.md",
            "[[indicators]]\nmeasure = \"ODD\"",
            "measure",
            "/properties/indicators/items/properties/measure",
        ),
        (
            "items/03.md",
            "[[indicators]]\naggregate = \"ODD\"",
            "aggregate",
            "/properties/indicators/items/properties/aggregate",
        ),
        (
            "items/03.md",
            "[[indicators]]\nscope = \"ODD\"",
            "scope",
            "/properties/indicators/items/properties/scope",
        ),
        (
            "items/03.md",
            "[[indicators]]\nnature = \"ODD\"",
            "nature",
            "/properties/indicators/items/properties/nature",
        ),
        (
            "items/03.md",
            "[[indicators]]\nbetter = \"ODD\"",
            "better",
            "/properties/indicators/items/properties/better",
        ),
        (
            "items/03.md",
            "[[indicators]]\nschedule = \"ODD\"",
            "schedule",
            "/properties/indicators/items/properties/schedule/oneOf/0",
        ),
        (
            "items/03.md",
            "[[indicators]]\nreport = { every = \"ODD\" }",
            "every",
            "/properties/indicators/items/properties/report/properties/every",
        ),
        (
            "items/03.md",
            "[[indicators]]\noverride = { status = \"ODD\" }",
            "status",
            "/properties/indicators/items/properties/override/properties/status",
        ),
        (
            "items/03.md",
            "[[indicators]]\ntarget = { phrase = \"a\", op = \"ODD\" }",
            "op",
            "/properties/indicators/items/properties/target/oneOf/1/properties/op",
        ),
        (
            "items/03.md",
            "[[indicators]]\ntarget = { phrase = \"a\", ambition = \"ODD\" }",
            "ambition",
            "/properties/indicators/items/properties/target/oneOf/1/properties/ambition",
        ),
        ("updates/odd.md", "kind = \"ODD\"", "kind", "/properties/kind"),
    ] {
        let site = TestSite::base();
        site.write(
            &format!("content/plans/2023/{file}"),
            &format!("+++\n{}\n+++\n", front.replace("ODD", ODD)),
        );
        let reported = site.run(&["check", "--format", "json"]).stdout;
        let line = reported
            .lines()
            .find(|line| line.contains(ODD) && line.contains("unknown-word"))
            .unwrap_or_else(|| panic!("{key}: {reported}"));
        let reported: Value = serde_json::from_str(line).expect("JSON");
        let words: BTreeSet<&str> = reported["help"]
            .as_str()
            .and_then(|help| help.split_once("known: "))
            .expect("words")
            .1
            .split(", ")
            .collect();
        let name = if file.starts_with("items") { "item.json" } else { "update.json" };
        let schema = schema(name);
        let described = schema
            .pointer(at)
            .and_then(|place| place["enum"].as_array())
            .unwrap_or_else(|| panic!("{key} has words"));
        assert_eq!(
            described.iter().filter_map(Value::as_str).collect::<BTreeSet<_>>(),
            words,
            "{key}"
        );
    }
}

#[test]
fn the_columns_of_tables_are_those_the_program_reads() {
    for (file, name) in [
        ("departments.csv", "departments"),
        ("regions.csv", "regions"),
        ("holidays.csv", "holidays"),
        ("plans/2023/data/2023.csv", "observations"),
        ("plans/2023/data/allocations.csv", "allocations"),
        ("plans/2023/data/milestones.csv", "milestones"),
    ] {
        let table = schema(&format!("{name}.table.json"));
        let fields = table["fields"].as_array().expect("fields");
        let columns: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
        let site = TestSite::base();
        let path = format!("content/{file}");
        // With all of them, and no row, the header is good; with one more it is not.
        for (further, is_good) in [("", true), (",zzzz", false)] {
            site.write(&path, &format!("{}{further}\n", columns.join(",")));
            let reported = site.run(&["check", "--format", "short"]).stdout;
            let is_reported = reported
                .lines()
                .any(|line| line.contains(&format!("{file}:")) && line.contains("table-"));
            assert_eq!(!is_reported, is_good, "{name}{further}: {reported}");
        }
        // With those alone that may be left out, each of the others is missing.
        let (needed, rest): (Vec<&Value>, Vec<&Value>) =
            fields.iter().partition(|field| field["columnRequired"] == true);
        let names = |fields: Vec<&Value>| -> Vec<String> {
            fields.iter().filter_map(|field| field["name"].as_str()).map(str::to_string).collect()
        };
        site.write(&path, &format!("{}\n", names(rest).join(",")));
        let reported = site.run(&["check", "--format", "short"]).stdout;
        let missing: BTreeSet<String> = reported
            .lines()
            .filter(|line| line.contains(&format!("{file}:")))
            .filter_map(|line| line.split_once("the column `")?.1.strip_suffix("` is missing"))
            .map(str::to_string)
            .collect();
        assert_eq!(missing, names(needed).into_iter().collect(), "{name}: {reported}");
    }
}

#[test]
fn they_are_published_and_lie_beside_a_new_site() {
    let site = TestSite::base();
    assert_eq!(site.run(&["build"]).code, 0);
    let fresh = TestSite::empty();
    assert_eq!(fresh.run(&["new", "fresh"]).code, 0);
    for (name, text) in taizhang::schemas::SCHEMAS {
        assert_eq!(site.read(&format!("public/schemas/{name}")), text);
        assert_eq!(fresh.read(&format!("fresh/content/.schemas/{name}")), text);
        let shipped = std::fs::read_to_string(root().join("content/.schemas").join(name))
            .expect("it lies beside our own content");
        assert_eq!(shipped, text, "content/.schemas/{name} is laid anew by `taizhang add`");
    }
    assert!(fresh.read("fresh/content/site.toml").starts_with("#:schema .schemas/site.json\n"));
}
