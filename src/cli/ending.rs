//! How a run ends.

use std::process::ExitCode;

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

/// Says why a command could not run.
pub(super) type Failure = Box<dyn std::error::Error>;

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(match ending {
            Ending::Fine => 0,
            Ending::Faulty => 1,
            Ending::Failed => 2,
        })
    }
}
