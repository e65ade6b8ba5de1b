//! `docs/content.md`: every key and every column of the content, from the schemas.

use serde_json::Value;
use taizhang::schemas::SCHEMAS;

use super::assert_current;
use super::shapes::{Meaning, columns_of, keys_of};

#[test]
fn the_document_of_the_content_is_what_the_schemas_say() {
    let mut made = String::new();
    for (name, text) in SCHEMAS {
        let schema: Value = serde_json::from_str(text).expect("JSON");
        let meaning = Meaning::of(&schema);
        let file = schema["title"].as_str().expect("a title").trim_start_matches("content/");
        made.push_str(&format!("\n## `{file}`\n\n"));
        made.push_str(&format!("{} · {} · `{name}`\n\n", meaning.en, meaning.zh));
        let is_table = name.ends_with(".table.json");
        made.push_str(&if is_table { columns_of(&schema) } else { keys_of(&schema) });
        if let Some(names) = sheet_names(&schema) {
            made.push_str(&format!(
                "\nIn a workbook a column may also be called (工作簿中的列名)：\n\n{names}"
            ));
        }
    }
    made.push('\n');
    assert_current("content.md", &made);
}

/// Lists the Chinese names of columns in a workbook, where a table has them.
fn sheet_names(schema: &Value) -> Option<String> {
    let fields = schema["fields"].as_array()?;
    let lines: Vec<String> = fields
        .iter()
        .filter_map(|field| {
            let names: Vec<&str> =
                field["sheetNames"].as_array()?.iter().filter_map(Value::as_str).collect();
            Some(format!("- `{}`: {}\n", field["name"].as_str()?, names.join("、")))
        })
        .collect();
    (!lines.is_empty()).then(|| lines.concat())
}

#[test]
fn everything_is_described_in_both_languages() {
    fn walk(at: &str, schema: &Value, faults: &mut Vec<String>) {
        let fields = schema["fields"].as_array().into_iter().flatten();
        let columns = fields.map(|field| (field["name"].as_str().unwrap_or("?"), field));
        let keys = schema["properties"].as_object().into_iter().flatten();
        for (key, inner) in keys.map(|(key, inner)| (key.as_str(), inner)).chain(columns) {
            let meaning = Meaning::of(inner);
            if [&meaning.zh, &meaning.en].iter().any(|text| text.is_empty()) {
                faults.push(format!("{at}.{key}"));
            }
            let default = |mark| inner["description"].as_str().is_some_and(|d| d.contains(mark));
            if default("默认：") != default("Default: ") {
                faults.push(format!("{at}.{key}: a default in one language"));
            }
            walk(&format!("{at}.{key}"), inner, faults);
        }
        if schema["items"].is_object() {
            walk(at, &schema["items"], faults);
        }
        for inner in schema["oneOf"].as_array().into_iter().flatten() {
            walk(at, inner, faults);
        }
    }
    let mut faults = Vec::new();
    for (name, text) in SCHEMAS {
        walk(name, &serde_json::from_str(text).expect("JSON"), &mut faults);
    }
    assert_eq!(faults, Vec::<String>::new());
}
