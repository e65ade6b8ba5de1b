//! The doorbell: hands the arguments to the library and returns its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    taizhang::cli::run(std::env::args_os()).into()
}
