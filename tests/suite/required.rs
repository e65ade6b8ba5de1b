//! The schemas say which keys must be there: those the program misses where they are not.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::schemas::{ODD, reported_of, schema, site_of_odd_keys};
use crate::site::TestSite;

/// Keys that are missed in words of their own, with the code of the message.
const REPORTED_OTHERWISE: [(&str, &str); 3] = [
    ("plan:scoring.basis", "scoring-basis"),
    ("plan:scoring.groups.regions", "scoring-groups"),
    ("item:indicators.override.period", "override"),
];

/// Lists the keys a schema requires, by their path. Of several ways the first is taken.
fn required_in(name: &str, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    let ways = schema["anyOf"].as_array().into_iter().flatten().take(1);
    for table in ways.chain([schema]) {
        let keys = table["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        found.extend(keys.map(|key| format!("{name}:{path}{key}")));
    }
    if schema["items"].is_object() {
        required_in(name, &schema["items"], path, found);
    }
    for one in schema["oneOf"].as_array().into_iter().flatten() {
        required_in(name, one, path, found);
    }
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        required_in(name, inner, &format!("{path}{key}."), found);
    }
}

/// Makes sites in which every table lacks all its keys but an odd one.
fn sites_that_lack_everything() -> [TestSite; 4] {
    let odd = format!("{ODD} = 1\n");
    let inner = site_of_odd_keys();
    inner.write(
        "content/plans/2023/items/04.md",
        &format!("+++\n{odd}target = 1\n[[indicators]]\n{odd}target = {{ {ODD} = 1 }}\n+++\n"),
    );
    let plan = TestSite::base();
    plan.write("content/plans/2023/plan.md", &format!("+++\n{odd}+++\n"));
    let parts = TestSite::base();
    parts.write(
        "content/plans/2023/plan.md",
        &format!("+++\nsections = [{{ {ODD} = 1 }}]\nscoring = {{ {ODD} = 1 }}\n+++\n"),
    );
    let settings = TestSite::base();
    settings.write("content/site.toml", &odd);
    [inner, plan, parts, settings]
}

#[test]
fn every_key_that_must_be_there_is_missed_where_it_is_not() {
    let mut described = BTreeSet::new();
    for name in ["site", "plan", "item", "update", "page"] {
        required_in(name, &schema(&format!("{name}.json")), "", &mut described);
    }
    let mut missed = BTreeSet::new();
    for (name, reported) in sites_that_lack_everything().iter().flat_map(reported_of) {
        let key = reported["message"]
            .as_str()
            .and_then(|message| message.strip_prefix('`')?.strip_suffix("` is missing"));
        match (key, reported["code"].as_str()) {
            (Some(key), Some("missing-key")) => {
                missed.insert(format!("{name}:{key}"));
            }
            (_, code) => {
                let is_about = |(path, own): &&(&str, &str)| {
                    path.starts_with(&format!("{name}:")) && code == Some(*own)
                };
                missed.extend(
                    REPORTED_OTHERWISE.iter().filter(is_about).map(|(path, _)| path.to_string()),
                );
            }
        }
    }
    assert_eq!(described, missed);
}
