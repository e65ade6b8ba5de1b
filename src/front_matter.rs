//! TOML with places: the front matter of Markdown files, and `site.toml`.
//!
//! Comes in: a text. Goes out: [`Keys`], a table that is asked key by key, reports every wrong type
//! with its place, and at the end reports each key nobody asked for with the nearest known one.
//! Numbers keep their text. This is the home of `toml`; it knows nothing of plans.

mod diagnostics;
mod keys;
mod split;

pub use diagnostics::Diagnostics;
pub use keys::{Keys, read_toml};
pub use split::{Split, split_front_matter};
