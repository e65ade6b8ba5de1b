//! `docs/output.md`: every key of the JSON files and every column of the tables, from the schemas
//! that are published with them.

use serde_json::Value;
use taizhang::schemas::OUTPUT_SCHEMAS;

use super::assert_current;
use super::shapes::row;

#[test]
fn the_document_of_the_output_is_what_its_schemas_say() {
    let mut made = String::new();
    for (name, text) in OUTPUT_SCHEMAS {
        let schema: Value = serde_json::from_str(text).expect("JSON");
        let title = schema["title"].as_str().expect("a title");
        made.push_str(&format!("\n## `{title}`\n\n{} `schemas/{name}`\n\n", meaning(&schema)));
        match schema["fields"].as_array() {
            Some(fields) => made.push_str(&columns(fields)),
            None => {
                made.push_str(&keys(&schema));
                for part in parts_of(&schema) {
                    let described = &schema["$defs"][&part];
                    made.push_str(&format!("\n### {part}\n\n{}\n\n", meaning(described)));
                    made.push_str(&keys(described));
                }
            }
        }
    }
    made.push('\n');
    assert_current("output.md", &made);
}

fn meaning(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

fn keys(schema: &Value) -> String {
    let mut out = String::from("| key | value | meaning |\n| --- | --- | --- |\n");
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let may_be_absent = if required.contains(&key.as_str()) { "" } else { "; may be absent" };
        let value = format!("{}{may_be_absent}", value_of(inner));
        out.push_str(&row(&[format!("`{key}`"), value, meaning(inner).to_string()]));
    }
    for (pattern, _) in schema["patternProperties"].as_object().into_iter().flatten() {
        let texts = pattern.strip_prefix("^(").and_then(|rest| rest.split_once(')'));
        let texts = texts.expect("the names of texts").0.split('|');
        let texts: Vec<String> = texts.map(|text| format!("`{text}_en`")).collect();
        let meaning = "The translations, one for each further language of the site.";
        out.push_str(&row(&[texts.join(", "), "text; may be absent".into(), meaning.into()]));
    }
    out
}

/// Lists the parts a schema consists of, in the order in which they are named.
fn parts_of(schema: &Value) -> Vec<String> {
    fn walk(root: &Value, schema: &Value, found: &mut Vec<String>) {
        for (key, inner) in schema.as_object().into_iter().flatten() {
            if key == "$defs" {
                continue;
            }
            match inner.as_str().and_then(|part| part.strip_prefix("#/$defs/")) {
                Some(part) if key == "$ref" && !found.iter().any(|known| known == part) => {
                    found.push(part.to_string());
                    walk(root, &root["$defs"][part], found);
                }
                _ => walk(root, inner, found),
            }
        }
        schema.as_array().into_iter().flatten().for_each(|inner| walk(root, inner, found));
    }
    let mut found = Vec::new();
    walk(schema, schema, &mut found);
    found
}

/// Says what a value is: a link to its part, or a word.
fn value_of(schema: &Value) -> String {
    if let Some(part) = schema["$ref"].as_str().and_then(|part| part.rsplit('/').next()) {
        return format!("[{part}](#{})", part.to_lowercase());
    }
    if let Some(ways) = schema["anyOf"].as_array() {
        return ways.iter().map(value_of).collect::<Vec<_>>().join(" or ");
    }
    if let Some(words) = schema["enum"].as_array() {
        let words = words.iter().map(|word| match word.as_str() {
            Some(word) => format!("`{word}`"),
            None => "null".into(),
        });
        return words.collect::<Vec<_>>().join(" ");
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect(),
    };
    let word = |kind: &&str| match *kind {
        "string" if schema["format"] == "date" => "date".to_string(),
        "string" => "text".to_string(),
        "integer" => "whole number".to_string(),
        "boolean" => "true or false".to_string(),
        "array" => format!("list of {}", value_of(&schema["items"])),
        "object" => format!("object, key by key: {}", value_of(&schema["additionalProperties"])),
        other => other.to_string(),
    };
    kinds.iter().map(word).collect::<Vec<_>>().join(" or ")
}

fn columns(fields: &[Value]) -> String {
    let mut out = String::from("| column | cell | meaning |\n| --- | --- | --- |\n");
    for field in fields {
        let kind = match field["type"].as_str().unwrap_or_default() {
            "string" => "text",
            "integer" => "whole number",
            "boolean" => "yes or no",
            other => other,
        };
        let name = format!("`{}`", field["name"].as_str().unwrap_or_default());
        out.push_str(&row(&[name, kind.into(), meaning(field).into()]));
    }
    out
}
