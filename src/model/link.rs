//! What texts of the content link to, for the check of links.

use crate::source::Location;

/// What a text links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// A link in a text.
    Text,
    /// A picture; whether anything is said of it for who cannot see it.
    Image {
        /// Whether it has a text.
        has_text: bool,
    },
    /// Evidence of an update: an address below its plan.
    Evidence,
}

/// One link of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as it is written.
    pub target: String,
    /// What it is.
    pub kind: LinkKind,
    /// Where it is written.
    pub location: Location,
}
