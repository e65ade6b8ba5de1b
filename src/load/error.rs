//! Why nothing could be read at all.

use thiserror::Error;

/// Says why nothing could be read at all.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The content folder is not there.
    #[error("there is no folder `{folder}`: {reason}")]
    NoContent {
        /// The folder as it was given.
        folder: String,
        /// What the system says.
        reason: String,
    },
    /// The theme that was asked for is not there.
    #[error(
        "there is no theme folder `{folder}`; remove `theme` from site.toml to use the built-in one"
    )]
    NoTheme {
        /// Where it was looked for.
        folder: String,
    },
    /// A file of the theme cannot be read.
    #[error("the theme in `{folder}` cannot be read: {reason}")]
    Theme {
        /// The theme's folder.
        folder: String,
        /// What the system says.
        reason: String,
    },
}
