//! SARIF 2.1.0, which code hosts and editors read: one document with every rule that was broken and
//! every fault.
//!
//! Paths are relative to where the program was run, as these readers expect. A cell of a workbook
//! is a logical location.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::check::rule;
use crate::diag::{Diagnostic, Severity};
use crate::message::Locale;
use crate::source::{Location, Sources};

use super::help::help_of;

pub(super) fn text(diagnostics: &[&Diagnostic], sources: &Sources, locale: Locale) -> String {
    let codes: BTreeSet<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let rules: Vec<Value> = codes
        .into_iter()
        .map(|code| match rule(code) {
            Some(rule) => json!({
                "id": code,
                "shortDescription": { "text": rule.what.in_locale(locale) },
                "fullDescription": { "text": rule.why.in_locale(locale) },
                "help": { "text": rule.remedy.in_locale(locale) },
            }),
            None => json!({ "id": code }),
        })
        .collect();
    let results: Vec<Value> =
        diagnostics.iter().map(|diagnostic| result(diagnostic, sources, locale)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "taizhang", "version": env!("CARGO_PKG_VERSION"),
                "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{document:#}\n")
}

fn result(diagnostic: &Diagnostic, sources: &Sources, locale: Locale) -> Value {
    let message = diagnostic.message.in_locale(locale);
    let text = match help_of(diagnostic) {
        Some(help) => format!("{message}\n{}", help.in_locale(locale)),
        None => message.to_string(),
    };
    let level = match diagnostic.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let related = diagnostic.labels.iter().map(|(at, words)| {
        let mut location = location(*at, sources);
        location["message"] = json!({ "text": words.in_locale(locale) });
        location
    });
    json!({
        "ruleId": diagnostic.code,
        "level": level,
        "message": { "text": text },
        "locations": diagnostic.location.map(|at| location(at, sources)).into_iter()
            .collect::<Vec<_>>(),
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn location(at: Location, sources: &Sources) -> Value {
    let file = json!({ "uri": uri(&sources.path(at.file)) });
    match sources.sheet(at.file) {
        Some(sheet) => json!({
            "physicalLocation": { "artifactLocation": file },
            "logicalLocations": [{ "fullyQualifiedName": format!("{sheet}!{}", at.cell()),
                "kind": "cell" }],
        }),
        None => json!({
            "physicalLocation": {
                "artifactLocation": file,
                "region": { "startLine": at.line, "startColumn": at.column },
            },
        }),
    }
}

/// Writes a path as part of an address: everything but plain letters, digits and a few signs is
/// escaped.
fn uri(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.replace('\\', "/")
        .bytes()
        .map(
            |byte| {
                if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(uri("content/plans/2023/表 1.csv"), "content/plans/2023/%E8%A1%A8%201.csv");
    }
}
