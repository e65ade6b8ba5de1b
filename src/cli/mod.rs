//! The command line: arguments in, exit code out. One file per command; only `report.rs` prints
//! diagnostics.
//!
//! Exit codes: 0 fine, 1 the content has errors (or warnings under `--strict`), 2 it could not run.

mod add;
mod args;
mod build;
mod check;
mod diff;
mod ending;
mod explain;
mod forms;
mod new;
mod phrase;
mod print;
mod release;
mod report;
mod serve;
mod status;
mod watch;

use std::ffi::OsString;

use clap::Parser;

use args::{Arguments, Command};
pub use ending::Ending;
use print::complain;

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
