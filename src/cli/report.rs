//! Puts diagnostics into words, in the form that was asked for. A check answers with them on stdout; every other command complains on stderr.

use std::fmt::Write;
use std::path::PathBuf;

use crate::diag::{Diagnostic, Severity};
use crate::source::{Place, Sources};

use super::args::ReportFormat;

/// Puts diagnostics into words, one text each. `least` leaves out what matters less.
pub(super) fn texts(diagnostics: &[Diagnostic], sources: &Sources, format: ReportFormat, least: Severity) -> Vec<String> {
    let text = |diagnostic: &Diagnostic| match format {
        ReportFormat::Human => human(diagnostic, sources),
        ReportFormat::Short => short(diagnostic, sources),
        ReportFormat::Json => json(diagnostic, sources),
    };
    diagnostics.iter().filter(|diagnostic| diagnostic.severity >= least).map(text).collect()
}

/// Says how many of each kind there are, or nothing if there are none.
pub(super) fn summary(diagnostics: &[Diagnostic]) -> Option<String> {
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let n = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
            (n > 0).then(|| format!("{n} {}{}", severity.word(), if n == 1 { "" } else { "s" }))
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Names a few changed files and counts the rest.
pub(super) fn paths(paths: &[PathBuf]) -> String {
    const NAMED: usize = 3;
    let named = paths.iter().take(NAMED).map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

fn human(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut text = format!("{}[{}]: {}", diagnostic.severity.word(), diagnostic.code, diagnostic.message);
    if let Some(place) = diagnostic.place {
        // Writing into a string cannot fail.
        let _ = write!(text, "\n  --> {}", sources.describe(place));
        if let Some(line) = quoted(sources, place) {
            text.push_str(&line);
        }
    }
    for (place, words) in &diagnostic.labels {
        let _ = write!(text, "\n  see: {}: {words}", sources.describe(*place));
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(text, "\n  help: {help}");
    }
    text.push('\n');
    text
}

/// Quotes the line with a caret under the place. Wide characters take two columns of a terminal.
fn quoted(sources: &Sources, place: Place) -> Option<String> {
    const WIDEST: usize = 160;
    let line = sources.line(place)?;
    let before = line.chars().take(place.column.saturating_sub(1) as usize);
    let width: usize = before.map(|c| if c.is_ascii() || c == '\t' { 1 } else { 2 }).sum();
    if line.chars().count() > WIDEST || line.trim().is_empty() {
        return None;
    }
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    Some(format!("\n {margin} |\n {number} | {}\n {margin} | {}^", line.replace('\t', " "), " ".repeat(width)))
}

fn short(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = diagnostic.place.map_or(String::new(), |place| format!("{}: ", sources.describe(place)));
    format!("{place}{}[{}]: {}", diagnostic.severity.word(), diagnostic.code, diagnostic.message)
}

fn json(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let at = |place: Place| serde_json::json!({ "file": sources.path(place.file), "line": place.line, "column": place.column });
    serde_json::json!({
        "code": diagnostic.code,
        "severity": diagnostic.severity.word(),
        "message": diagnostic.message,
        "place": diagnostic.place.map(at),
        "labels": diagnostic.labels.iter().map(|(place, words)| serde_json::json!({ "place": at(*place), "words": words })).collect::<Vec<_>>(),
        "help": diagnostic.help,
    })
    .to_string()
}
