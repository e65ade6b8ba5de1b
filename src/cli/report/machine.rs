//! For programs and for grep: a line each, as text or as JSON.

use serde_json::{Value, json};

use crate::diag::Diagnostic;
use crate::said::Tongue;
use crate::source::{Place, Sources};

use super::help::help_of;

/// `file:line:column: error[code]: message`
pub(super) fn short(told: &[&Diagnostic], sources: &Sources, tongue: Tongue) -> String {
    let line = |diagnostic: &&Diagnostic| {
        let place = diagnostic
            .place
            .map_or(String::new(), |place| format!("{}: ", sources.describe(place)));
        let (severity, message) =
            (diagnostic.severity.said(), diagnostic.message.in_tongue(tongue));
        format!("{place}{}[{}]: {message}\n", severity.in_tongue(tongue), diagnostic.code)
    };
    told.iter().map(line).collect()
}

/// One JSON object a line.
pub(super) fn json(told: &[&Diagnostic], sources: &Sources, tongue: Tongue) -> String {
    let line = |diagnostic: &&Diagnostic| {
        let labels = diagnostic.labels.iter();
        let told = json!({
            "code": diagnostic.code,
            "severity": diagnostic.severity.word(),
            "message": diagnostic.message.in_tongue(tongue),
            "place": diagnostic.place.map(|place| place_of(place, sources)),
            "labels": labels
                .map(|(place, words)| json!({ "place": place_of(*place, sources),
                    "words": words.in_tongue(tongue) }))
                .collect::<Vec<_>>(),
            "help": help_of(diagnostic).map(|help| help.in_tongue(tongue).to_string()),
        });
        format!("{told}\n")
    };
    told.iter().map(line).collect()
}

fn place_of(place: Place, sources: &Sources) -> Value {
    let mut told =
        json!({ "file": sources.path(place.file), "line": place.line, "column": place.column });
    if let Some(sheet) = sources.sheet(place.file) {
        told["sheet"] = json!(sheet);
        told["cell"] = json!(place.cell());
    }
    told
}
