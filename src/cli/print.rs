//! Prints on the two streams of a terminal. A reader who went away is no fault.

use std::fmt::Display;
use std::io::Write;

use crate::number::Number;

/// Writes a number in JSON with its exact digits.
pub(super) fn exact(number: Option<Number>) -> Option<serde_json::Number> {
    number.and_then(|number| number.to_string().parse().ok())
}

/// Prints a line to stdout. A reader who went away is no fault.
pub(super) fn print_line(line: impl Display) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Prints a text to stdout, if there is any.
pub(super) fn print_text(text: impl AsRef<str>) {
    let _ = std::io::stdout().lock().write_all(text.as_ref().as_bytes());
}

/// Prints a text to stderr, if there is any.
pub(super) fn complain_text(text: impl AsRef<str>) {
    let _ = std::io::stderr().lock().write_all(text.as_ref().as_bytes());
}

/// Prints a line to stderr.
pub(super) fn complain(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
