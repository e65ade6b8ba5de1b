//! `taizhang phrase`: how a target phrase is read.

use serde_json::{Value, json};

use crate::phrase::{Reading, parse_phrase};

use super::args::{AnswerFormat, PhraseOptions};
use super::ending::{Ending, Failure};
use super::print::{exact, print_line};

pub(super) fn run(options: &PhraseOptions) -> Result<Ending, Failure> {
    let text = options.text.join(" ");
    let readings = parse_phrase(&text);
    match options.format {
        AnswerFormat::Json => print_line(serde_json::to_string_pretty(
            &readings.iter().map(as_json).collect::<Vec<_>>(),
        )?),
        AnswerFormat::Human if readings.is_empty() => print_line("no target can be read from this"),
        AnswerFormat::Human => {
            readings.iter().for_each(|reading| print_line(as_line(&text, reading)))
        }
    }
    Ok(Ending::Fine)
}

fn as_json(reading: &Reading) -> Value {
    json!({
        "op": reading.op.as_str(),
        "value": exact(reading.value),
        "upper": exact(reading.upper),
        "unit": reading.unit,
        "tolerance": exact(reading.tolerance),
        "ambition": reading.ambition.as_str(),
        "per": reading.per.map(|per| per.word()),
        "measure_hint": reading.measure_hint.map(|hint| hint.as_str()),
        "direction": reading.direction.map(|direction| direction.as_str()),
        "scope_hint": reading.is_each_region.then_some("each-region"),
        "span": [reading.span.start, reading.span.end],
    })
}

fn as_line(text: &str, reading: &Reading) -> String {
    let mut line =
        format!("{}  {}", text.get(reading.span.clone()).unwrap_or(text), reading.op.as_str());
    if let Some(value) = reading.value {
        line.push_str(&format!(" {value}"));
    }
    if let Some(upper) = reading.upper {
        line.push_str(&format!(" to {upper}"));
    }
    if let Some(unit) = &reading.unit {
        line.push_str(&format!(" {unit}"));
    }
    if let Some(tolerance) = reading.tolerance {
        line.push_str(&format!(", tolerance {tolerance}"));
    }
    line.push_str(&format!(", {}", reading.ambition.as_str()));
    if let Some(per) = reading.per {
        line.push_str(&format!(", per {}", per.word()));
    }
    if let Some(hint) = reading.measure_hint {
        line.push_str(&format!(", {}", hint.as_str()));
    }
    if let Some(direction) = reading.direction {
        line.push_str(&format!(", better {}", direction.as_str()));
    }
    if reading.is_each_region {
        line.push_str(", each region");
    }
    line
}
