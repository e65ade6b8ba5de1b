//! For programs and for grep: a line each, as text or as JSON.

use serde_json::{Value, json};

use crate::diag::Diagnostic;
use crate::message::Locale;
use crate::source::{Location, Sources};

use super::help::help_of;

/// `file:line:column: error[code]: message`
pub(super) fn short(diagnostics: &[&Diagnostic], sources: &Sources, locale: Locale) -> String {
    let line = |diagnostic: &&Diagnostic| {
        let location = diagnostic
            .location
            .map_or(String::new(), |location| format!("{}: ", sources.describe(location)));
        let (severity, message) =
            (diagnostic.severity.message(), diagnostic.message.in_locale(locale));
        format!("{location}{}[{}]: {message}\n", severity.in_locale(locale), diagnostic.code)
    };
    diagnostics.iter().map(line).collect()
}

/// One JSON object a line.
pub(super) fn json(diagnostics: &[&Diagnostic], sources: &Sources, locale: Locale) -> String {
    let line = |diagnostic: &&Diagnostic| {
        let labels = diagnostic.labels.iter();
        let object = json!({
            "code": diagnostic.code,
            "severity": diagnostic.severity.word(),
            "message": diagnostic.message.in_locale(locale),
            "place": diagnostic.location.map(|location| location_of(location, sources)),
            "labels": labels
                .map(|(location, words)| json!({ "place": location_of(*location, sources),
                    "words": words.in_locale(locale) }))
                .collect::<Vec<_>>(),
            "help": help_of(diagnostic).map(|help| help.in_locale(locale).to_string()),
        });
        format!("{object}\n")
    };
    diagnostics.iter().map(line).collect()
}

fn location_of(location: Location, sources: &Sources) -> Value {
    let mut object = json!({ "file": sources.path(location.file), "line": location.line,
            "column": location.column });
    if let Some(sheet) = sources.sheet(location.file) {
        object["sheet"] = json!(sheet);
        object["cell"] = json!(location.cell());
    }
    object
}
