//! The command line: arguments in, exit code out. One file per command; only `report.rs` prints diagnostics.
//!
//! Exit codes: 0 fine, 1 the content has errors (or warnings under `--strict`), 2 it could not run.

mod add;
mod args;
mod build;
mod check;
mod diff;
mod explain;
mod forms;
mod new;
mod phrase;
mod release;
mod report;
mod serve;
mod status;
mod watch;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::number::Number;

use args::{Arguments, Command};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything is fine.
    Fine,
    /// The content has errors.
    Faulty,
    /// It could not run.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(match ending {
            Ending::Fine => 0,
            Ending::Faulty => 1,
            Ending::Failed => 2,
        })
    }
}

/// Says why a command could not run.
type Failure = Box<dyn std::error::Error>;

/// Reads the arguments and runs the command.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ending {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // clap prints help to stdout and mistakes to stderr; a closed pipe is nobody's fault.
            let _ = error.print();
            return if error.use_stderr() { Ending::Failed } else { Ending::Fine };
        }
    };
    let ending = match arguments.command {
        None => build::run_bare(),
        Some(Command::Build(options)) => build::run(&options),
        Some(Command::Serve(options)) => serve::run(&options),
        Some(Command::Watch(options)) => watch::run(&options),
        Some(Command::Check(options)) => check::run(&options),
        Some(Command::Status(options)) => status::run(&options),
        Some(Command::Explain(options)) => explain::run(&options),
        Some(Command::Diff(options)) => diff::run(&options),
        Some(Command::Release(options)) => release::run(&options),
        Some(Command::Phrase(options)) => phrase::run(&options),
        Some(Command::New(options)) => new::run(&options),
        Some(Command::Add(options)) => add::run(&options),
        Some(Command::Forms(options)) => forms::run(&options),
    };
    ending.unwrap_or_else(|failure| {
        complain(format_args!("error: {failure}"));
        Ending::Failed
    })
}

/// Writes a number in JSON with its exact digits.
fn exact(number: Option<Number>) -> Option<serde_json::Number> {
    number.and_then(|number| number.to_string().parse().ok())
}

/// Prints a line to stdout. A reader who went away is no fault.
fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Prints a text to stdout, if there is any.
fn say_text(text: impl AsRef<str>) {
    let _ = std::io::stdout().lock().write_all(text.as_ref().as_bytes());
}

/// Prints a text to stderr, if there is any.
fn complain_text(text: impl AsRef<str>) {
    let _ = std::io::stderr().lock().write_all(text.as_ref().as_bytes());
}

/// Prints a line to stderr.
fn complain(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
