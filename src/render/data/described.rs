//! Holds the published schemas of the data files to the types and the columns they are written
//! from.
//!
//! This is the home of `schemars`, which only tests use: a site gets the schemas as they are kept.
//! `INSTA_UPDATE=always cargo test --lib described` writes them anew.

use std::path::PathBuf;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::schemas::OUTPUT_SCHEMAS;

use super::columns::{self, Column, Kind};
use super::shapes::{ItemFile, ItemPart, PlanFile};

/// Keys of an indicator that came after the first release. An edition that was frozen before them
/// keeps the bytes it was frozen with, so the schema does not require them.
const ADDED_LATER: [&str; 3] = ["gap", "direction", "basis"];

/// Makes the schema of a type as it is written.
fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    schema["title"] = title.into();
    if let Some(keys) = schema["$defs"]["IndicatorPart"]["required"].as_array_mut() {
        keys.retain(|key| !key.as_str().is_some_and(|key| ADDED_LATER.contains(&key)));
    }
    one_line(&mut schema);
    schema
}

/// Lets the parts of one schema be those that stand in another file.
fn refer_to(file: &str, schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.remove("$defs");
            if let Some(Value::String(part)) = map.get_mut("$ref") {
                *part = format!("{file}{part}");
            }
            map.values_mut().for_each(|inner| refer_to(file, inner));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| refer_to(file, inner)),
        _ => {}
    }
}

/// Makes one line of each description: its line ends are those of the source.
fn one_line(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            map.values_mut().for_each(one_line);
        }
        Value::Array(list) => list.iter_mut().for_each(one_line),
        _ => {}
    }
}

/// Makes the Table Schema of a CSV file.
fn table_of(title: &str, meaning: &str, columns: &[Column]) -> Value {
    let field = |column: &Column| {
        let kind = match column.kind {
            Kind::Text => "string",
            Kind::Number => "number",
            Kind::Whole => "integer",
            Kind::Date => "date",
            Kind::YesNo => "boolean",
        };
        let mut field = json!({ "name": column.name, "type": kind, "description": column.meaning });
        if matches!(column.kind, Kind::YesNo) {
            field["trueValues"] = json!(["yes"]);
            field["falseValues"] = json!(["no"]);
        }
        field
    };
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": title,
        "description": meaning,
        "fields": columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    })
}

/// Compares a kept schema with what is made, or writes it anew where insta would.
fn assert_current(name: &str, made: &Value) {
    let made = format!("{made:#}\n");
    let kept = OUTPUT_SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
    if kept == Some(made.as_str()) {
        return;
    }
    if is_renewing() {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/schemas").join(name);
        std::fs::write(path, made).expect("the schema is written");
        return;
    }
    let lines = kept.unwrap_or_default().lines().chain(std::iter::repeat("")).zip(made.lines());
    let first = lines.into_iter().find(|(kept, made)| kept != made);
    panic!(
        "src/schemas/{name} is not what the code writes: {first:?}. Renew it with\n\
         INSTA_UPDATE=always cargo test --lib described"
    );
}

#[test]
fn the_schemas_of_json_files_are_those_of_their_types() {
    assert_current(
        "plan-output.json",
        &schema_of::<PlanFile<Vec<ItemPart>>>("<plan>/data/plan.json"),
    );
    let mut item = schema_of::<ItemFile>("<plan>/items/<number>/data.json");
    refer_to("plan-output.json", &mut item);
    assert_current("item-output.json", &item);
}

#[test]
fn the_schemas_of_tables_are_those_of_their_columns() {
    let tables: [(&str, &str, &str, &[Column]); 6] = [
        (
            "observations",
            "<plan>/data/observations.csv",
            "The figures in force. observations-excel.csv is the same behind a byte order mark, \
             <plan>/items/<number>/data.csv the same of one item.",
            &columns::OBSERVATIONS,
        ),
        (
            "revisions",
            "<plan>/data/revisions.csv",
            "The figures that were replaced, each with what replaced it.",
            &columns::REVISIONS,
        ),
        (
            "allocations",
            "<plan>/data/allocations.csv",
            "The shares of the regions that are in force.",
            &columns::ALLOCATIONS,
        ),
        ("items", "<plan>/data/items.csv", "The items and how they stand.", &columns::ITEMS),
        (
            "indicators",
            "<plan>/data/indicators.csv",
            "What is counted and how it is judged: enough to compute every status again.",
            &columns::INDICATORS,
        ),
        (
            "evaluation",
            "<plan>/data/evaluation.csv",
            "Every number an evaluation is made of, a row for each period, group, region and \
             indicator. There only where the plan has an evaluation.",
            &columns::EVALUATION,
        ),
    ];
    for (name, title, meaning, columns) in tables {
        assert_current(&format!("{name}-output.table.json"), &table_of(title, meaning, columns));
    }
}

/// Returns whether what is kept is to be written anew.
#[expect(clippy::disallowed_methods, reason = "insta is told the same way")]
fn is_renewing() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|word| word == "always")
}
