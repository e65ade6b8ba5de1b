//! For people: the line at fault with a mark under the place, and what to do. This is the home of
//! miette's printer.
//!
//! Colours are used where a terminal shows them and nobody asked for none. A place in a workbook
//! has no line to quote; it is named.

use std::collections::HashMap;
use std::fmt::{self, Display, Write};
use std::io::IsTerminal;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use crate::diag::{Diagnostic, Severity};
use crate::message::{Locale, Message};
use crate::source::{FileId, Location, Sources};

use super::help::help_of;

/// Where a terminal does not say how wide it is.
const WIDTH: usize = 100;
/// Longer lines are quoted in part.
const WIDEST_LINE: usize = 120;
/// What is shown before the place in a line that is quoted in part.
const BEFORE: usize = 40;

pub(super) fn text(diagnostics: &[&Diagnostic], sources: &Sources, locale: Locale) -> String {
    let has_colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let theme =
        if has_colours { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let printer = GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .with_context_lines(1)
        .with_links(false);
    let mut lines = Lines::default();
    let mut text = String::new();
    for diagnostic in diagnostics {
        let shown = Shown::new(diagnostic, sources, &mut lines, locale);
        let mut one = String::new();
        // Writing into a string cannot fail.
        let _ = printer.render_report(&mut one, &shown);
        if locale == Locale::Chinese {
            one = one.replacen("  help: ", "  办法：", 1);
        }
        text.push_str(&one);
        text.push('\n');
    }
    text
}

/// The lines of the files that are quoted, each split once.
#[derive(Default)]
struct Lines<'s>(HashMap<FileId, Vec<&'s str>>);

impl<'s> Lines<'s> {
    fn line(&mut self, sources: &'s Sources, location: Location) -> Option<&'s str> {
        let text = sources.quoted(location.file)?;
        let lines = self.0.entry(location.file).or_insert_with(|| text.lines().collect());
        lines.get(location.line.checked_sub(1)? as usize).copied()
    }
}

/// A diagnostic as miette wants it.
#[derive(Debug)]
struct Shown {
    severity: Severity,
    code: String,
    message: String,
    help: Option<String>,
    quote: Option<Quote>,
    labels: Vec<LabeledSpan>,
}

impl Shown {
    fn new<'s>(
        diagnostic: &Diagnostic,
        sources: &'s Sources,
        lines: &mut Lines<'s>,
        locale: Locale,
    ) -> Self {
        let localized = |message: &Message| message.in_locale(locale).to_string();
        let quote = diagnostic
            .location
            .and_then(|location| Quote::new(sources, location, lines.line(sources, location)?));
        let mut code =
            format!("{}[{}]", localized(&diagnostic.severity.message()), diagnostic.code);
        if let (None, Some(location)) = (&quote, diagnostic.location) {
            let _ = write!(code, " {}", sources.describe(location));
        }
        let mut help = help_of(diagnostic).map(|help| localized(&help));
        for (location, words) in &diagnostic.labels {
            let line = format!("{}: {}", sources.describe(*location), localized(words));
            help = Some(help.map_or(line.clone(), |help| format!("{help}\n{line}")));
        }
        let labels = quote
            .iter()
            .map(|quote| LabeledSpan::new_primary_with_span(None, quote.mark))
            .collect();
        Self {
            severity: diagnostic.severity,
            code,
            message: localized(&diagnostic.message),
            help,
            quote,
            labels,
        }
    }
}

impl Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl miette::Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Note => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.quote.as_ref().map(|quote| quote as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// One line of a file, or the part of it around the place.
#[derive(Debug)]
struct Quote {
    name: String,
    text: String,
    mark: SourceSpan,
    line: usize,
    column: usize,
}

impl Quote {
    fn new(sources: &Sources, location: Location, line: &str) -> Option<Self> {
        let column = location.column.checked_sub(1)? as usize;
        let letters: Vec<char> = line.chars().collect();
        if letters.iter().all(|letter| letter.is_whitespace()) {
            return None;
        }
        let from = if letters.len() > WIDEST_LINE { column.saturating_sub(BEFORE) } else { 0 };
        let part: &[char] =
            &letters[from.min(letters.len())..letters.len().min(from + WIDEST_LINE)];
        let text: String =
            part.iter().map(|letter| if letter.is_control() { ' ' } else { *letter }).collect();
        let at = (column - from).min(part.len());
        let start: usize = part[..at].iter().map(|letter| letter.len_utf8()).sum();
        let length: usize =
            part[at..].iter().take(word_length(&part[at..])).map(|letter| letter.len_utf8()).sum();
        let name = sources.path(location.file);
        Some(Self {
            name,
            text,
            mark: (start, length).into(),
            line: location.line as usize - 1,
            column,
        })
    }
}

/// Counts the letters of what stands at a place: a text in quotation marks, a cell, a word, a key.
fn word_length(letters: &[char]) -> usize {
    let ends = |letter: &char| {
        letter.is_whitespace() || matches!(letter, ',' | '"' | '=' | ']' | '}' | '|')
    };
    let length = match letters {
        ['"', rest @ ..] => rest.iter().position(|letter| *letter == '"').map_or(1, |at| at + 2),
        _ => letters.iter().position(ends).unwrap_or(letters.len()),
    };
    length.max(1)
}

impl SourceCode for Quote {
    /// Gives the whole quote whatever part of it is asked for. Without lines around it this is the
    /// question where the place is.
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let column = if before == 0 && after == 0 { self.column } else { 0 };
        let whole = (0, self.text.len()).into();
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes(),
            whole,
            self.line,
            column,
            1,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_as_long_as_what_stands_there() {
        let length = |text: &str| word_length(&text.chars().collect::<Vec<_>>());
        assert_eq!(length("2023-13,firms"), 7);
        assert_eq!(length("\"一 二\" # x"), 5);
        assert_eq!(length("\"open"), 1);
        assert_eq!(length("section = 1"), 7);
        assert_eq!(length(",,"), 1);
        assert_eq!(length(""), 1);
    }
}
