//! The doorbell: hands the arguments to the library and returns its exit code.

use std::process::ExitCode;

/// A build makes many small texts on several threads; the system's allocator spends a quarter of
/// its time on them.
///
/// With the system's allocator the same build takes twice the time. Huge pages are off, for the
/// sake of memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    taizhang::cli::run(std::env::args_os()).into()
}
