//! Puts diagnostics into words, one file for each form. A check answers with them on stdout; every
//! other command complains on stderr.

mod format;
mod help;
mod human;
mod machine;
mod sarif;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::diag::{Diagnostic, Severity};
use crate::load::keep_quoted;
use crate::message::{Message, message};
use crate::pipeline::Prepared;

pub(in crate::cli) use format::{Reader, ReportFormat};

/// Puts the errors into words, and the first few warnings of each rule: who builds wants to know
/// what stands in the way.
pub(super) fn text_of_build(prepared: &Prepared, reader: Reader<'_>) -> String {
    const MOST: usize = 5;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut left_out = 0_usize;
    let few: Vec<&Diagnostic> = prepared
        .diagnostics
        .iter()
        .filter(|diagnostic| match diagnostic.severity {
            Severity::Error => true,
            Severity::Note => false,
            Severity::Warning => {
                let n = counts.entry(diagnostic.code).or_default();
                *n += 1;
                left_out += usize::from(*n > MOST);
                *n <= MOST
            }
        })
        .collect();
    let mut text = words(&few, prepared, reader, ReportFormat::Human);
    if left_out > 0 {
        let more = message!(
            "{left_out} more warnings like these are left out here\n\n",
            "另有{left_out}个同类警告未在此列出\n\n"
        );
        text.push_str(more.in_locale(reader.locale));
    }
    text
}

/// Puts some of it into words for people.
pub(super) fn text_of(found: &[Diagnostic], prepared: &Prepared, reader: Reader<'_>) -> String {
    words(&found.iter().collect::<Vec<_>>(), prepared, reader, ReportFormat::Human)
}

/// Puts what was found into words, leaving out what matters less than `least`.
pub(super) fn text(
    prepared: &Prepared,
    reader: Reader<'_>,
    format: ReportFormat,
    least: Severity,
) -> String {
    let diagnostics: Vec<&Diagnostic> =
        prepared.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= least).collect();
    words(&diagnostics, prepared, reader, format)
}

/// Files are read again where a line of them is quoted.
fn words(
    diagnostics: &[&Diagnostic],
    prepared: &Prepared,
    reader: Reader<'_>,
    format: ReportFormat,
) -> String {
    let sources = &prepared.content.sources;
    match format {
        ReportFormat::Human => {
            let mut sources = sources.clone();
            keep_quoted(reader.content, &mut sources, diagnostics.iter().copied());
            human::text(diagnostics, &sources, reader.locale)
        }
        ReportFormat::Short => machine::short(diagnostics, sources, reader.locale),
        ReportFormat::Json => machine::json(diagnostics, sources, reader.locale),
        ReportFormat::Sarif => sarif::text(diagnostics, sources, reader.locale),
    }
}

/// Says how many of each kind there are, or nothing if there are none.
pub(super) fn summary(diagnostics: &[Diagnostic]) -> Option<Message> {
    let mut parts: Vec<Message> = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let n = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        if n > 0 {
            let word = severity.message();
            let many = if n == 1 { "" } else { "s" };
            parts.push(Message::new(format!("{n} {}{many}", word.en), format!("{n}个{}", word.zh)));
        }
    }
    let join = |pick: fn(&Message) -> &str, with: &str| {
        parts.iter().map(pick).collect::<Vec<_>>().join(with)
    };
    (!parts.is_empty())
        .then(|| Message::new(join(|part| &part.en, ", "), join(|part| &part.zh, "，")))
}

/// Names a few changed files and counts the rest.
pub(super) fn paths(paths: &[PathBuf]) -> String {
    const NAMED: usize = 3;
    let named = paths
        .iter()
        .take(NAMED)
        .map(|path| path.display().to_string())
        .collect::<Vec<_>>()
        .join(", ");
    match paths.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// Says that there is nothing to tell.
pub(super) fn nothing() -> Message {
    message!("nothing to tell", "没有问题")
}
