//! Writes what a schema says as tables of Markdown: one for each table of a file, with a row for
//! each key.

use serde_json::{Map, Value};

/// A description in both languages, and what stands where a key is left out, if it says so.
pub struct Meaning {
    pub zh: String,
    pub en: String,
    pub default_en: Option<String>,
}

impl Meaning {
    /// Reads `中文。默认：… / English. Default: …`.
    pub fn of(schema: &Value) -> Self {
        let text = schema["description"].as_str().unwrap_or_default();
        let (zh, en) = text.split_once(" / ").unwrap_or(("", text));
        let zh = zh.split_once("。默认：").map_or(zh, |(zh, _)| zh);
        let (en, default) = match en.split_once(". Default: ") {
            Some((en, default)) => (en, Some(default.to_string())),
            None => (en, None),
        };
        Self { zh: zh.to_string(), en: en.to_string(), default_en: default }
    }
}

/// Writes the tables of a JSON Schema of content, the outermost first.
pub fn keys_of(schema: &Value) -> String {
    let mut out = String::new();
    write_table(schema, &[], &mut out);
    out
}

/// One step on the way to a table: its key, and whether there is a list of them.
type Step<'s> = (&'s str, bool);

fn write_table(schema: &Value, path: &[Step<'_>], out: &mut String) {
    let Some(properties) = schema["properties"].as_object() else { return };
    if !path.is_empty() {
        out.push_str(&format!("\n### {}\n\n", name_of(path)));
    }
    out.push_str("| key | type | required | default | meaning | 含义 |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- |\n");
    for (key, inner) in properties {
        let meaning = Meaning::of(inner);
        let default = match inner.get("default") {
            Some(value) => format!("`{value}`"),
            None => meaning.default_en.unwrap_or_default(),
        };
        let cells = [
            format!("`{key}`"),
            type_of(inner),
            required(schema, key),
            default,
            meaning.en,
            meaning.zh,
        ];
        out.push_str(&row(&cells));
    }
    if let Some(keys) = translated(schema) {
        out.push_str(&format!("\nCan be translated: {keys}.\n"));
    }
    for (key, inner) in properties {
        let (table, is_list) = match inner["items"].is_object() {
            true => (&inner["items"], true),
            false => (inner, false),
        };
        let shapes = table["oneOf"].as_array();
        for one in shapes.into_iter().flatten().chain([table]) {
            write_table(one, &[path, &[(key.as_str(), is_list)]].concat(), out);
        }
    }
}

/// Names a table as TOML does: `[a.b]`, or `[[a.b]]` where there is a list of them.
fn name_of(path: &[Step<'_>]) -> String {
    let names: Vec<&str> = path.iter().map(|(key, _)| *key).collect();
    let is_list = path.last().is_some_and(|(_, is_list)| *is_list);
    let name = names.join(".");
    if is_list { format!("`[[{name}]]`") } else { format!("`[{name}]`") }
}

fn required(schema: &Value, key: &str) -> String {
    let names = |list: &Value| -> Vec<String> {
        list.as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_string)
            .collect()
    };
    if names(&schema["required"]).iter().any(|name| name == key) {
        return "yes".into();
    }
    let ways: Vec<Vec<String>> = schema["anyOf"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|way| names(&way["required"]))
        .collect();
    if !ways.iter().flatten().any(|name| name == key) {
        return String::new();
    }
    let ways: Vec<String> = ways.iter().map(|way| way.join(" and ")).collect();
    ways.join(", or ")
}

/// Lists the keys that can have a translation beside them.
fn translated(schema: &Value) -> Option<String> {
    let pattern = schema["patternProperties"].as_object()?.keys().next()?;
    let keys = pattern.strip_prefix("^(")?.split_once(')')?.0;
    Some(keys.split('|').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", "))
}

/// Says what a value is, in the words of the head of the document.
fn type_of(schema: &Value) -> String {
    if let Some(shapes) = schema["oneOf"].as_array() {
        return shapes.iter().map(type_of).collect::<Vec<_>>().join(", or ");
    }
    if let Some(words) = schema["enum"].as_array() {
        return words
            .iter()
            .filter_map(Value::as_str)
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(" ");
    }
    if let Some(rules) = schema["additionalProperties"].as_object() {
        return format!("table of {}", type_of(&Value::Object(rules.clone())));
    }
    let pattern = schema["pattern"].as_str().unwrap_or_default();
    let bounds = match (&schema["minimum"], &schema["maximum"]) {
        (Value::Number(least), Value::Number(most)) => format!(" {least}–{most}"),
        _ => String::new(),
    };
    match &schema["type"] {
        Value::Array(_) => "number".into(),
        Value::String(word) => match word.as_str() {
            "string" if schema["format"] == "date" => "date".into(),
            "string" if pattern.contains("Q[1-4]") => "period".into(),
            "string" if pattern.starts_with("^[a-z0-9_-]") => "id".into(),
            "string" => "text".into(),
            "integer" => format!("whole number{bounds}"),
            "boolean" => "true or false".into(),
            "object" => "table".into(),
            "array" => match schema["items"]["prefixItems"].as_array() {
                Some(pair) => {
                    let parts: Vec<String> = pair.iter().map(type_of).collect();
                    format!("list of [{}]", parts.join(", "))
                }
                None => format!("list of {}", type_of(&schema["items"])),
            },
            other => other.into(),
        },
        _ => String::new(),
    }
}

/// Writes the table of a Table Schema of content: a row for each column.
pub fn columns_of(schema: &Value) -> String {
    let mut out = String::from(
        "| column | type | column must be there | cell must be filled | default | meaning | 含义 |\n",
    );
    out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for field in schema["fields"].as_array().into_iter().flatten() {
        let (meaning, constraints) = (Meaning::of(field), &field["constraints"]);
        let yes = |value: &Value| if value == true { "yes" } else { "" }.to_string();
        let cells = [
            format!("`{}`", field["name"].as_str().unwrap_or_default()),
            cell_type(field["type"].as_str().unwrap_or_default(), constraints),
            yes(&field["columnRequired"]),
            yes(&constraints["required"]),
            meaning.default_en.unwrap_or_default(),
            meaning.en,
            meaning.zh,
        ];
        out.push_str(&row(&cells));
    }
    out
}

fn cell_type(word: &str, constraints: &Value) -> String {
    let mut as_json = Map::new();
    if let Some(constraints) = constraints.as_object() {
        as_json.extend(constraints.clone());
    }
    if word == "date" {
        as_json.insert("format".into(), "date".into());
    }
    let kind = if word == "date" { "string" } else { word };
    as_json.insert("type".into(), kind.into());
    type_of(&Value::Object(as_json))
}

/// Writes a row; a bar within a cell would end it.
pub fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}
