//! What a run gives out: files of the site under addresses that nobody can misuse.
//!
//! A [`SitePath`] is relative, uses `/`, and never leaves the root. [`Addresses`] refuses two
//! writers of one path.

use std::collections::HashSet;
use std::fmt;

use thiserror::Error;

/// Names one file of the site: `2023/items/01/index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

/// Says why a text cannot be a path of the site, or why it cannot be taken twice.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PathFault {
    /// Absolute, empty, with `.`, `..`, a backslash, a colon or a control character.
    #[error("`{0}` is not a plain relative path")]
    NotPlain(String),
    /// Somebody writes it already, perhaps in other letter case.
    #[error("`{0}` is written twice")]
    Taken(String),
}

impl SitePath {
    /// Takes a relative path with `/` between its parts.
    ///
    /// **Errors**: [`PathFault::NotPlain`] for whatever could mean another place on some system.
    pub fn new(path: impl Into<String>) -> Result<Self, PathFault> {
        let path = path.into();
        let is_plain_part = |part: &str| {
            !part.is_empty()
                && part != "."
                && part != ".."
                && !part.ends_with(['.', ' '])
                && !part.starts_with(' ')
                && !part.chars().any(|c| {
                    c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
                })
        };
        if path.split('/').all(is_plain_part) {
            Ok(Self(path))
        } else {
            Err(PathFault::NotPlain(path))
        }
    }

    /// Returns the path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Holds one finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it goes.
    pub path: SitePath,
    /// What it says.
    pub bytes: Vec<u8>,
}

/// Remembers which paths are taken. Letter case does not tell two paths apart, since some disks
/// cannot.
#[derive(Debug, Default)]
pub struct Addresses {
    taken: HashSet<String>,
}

impl Addresses {
    /// Takes a path.
    ///
    /// **Errors**: [`PathFault::Taken`] when it is taken already.
    pub fn take(&mut self, path: &SitePath) -> Result<(), PathFault> {
        // Most paths have no capital letter and no other script.
        let is_lower = !path.0.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii());
        let key = if is_lower { path.0.clone() } else { path.0.to_lowercase() };
        if self.taken.insert(key) { Ok(()) } else { Err(PathFault::Taken(path.0.clone())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_root() {
        for bad in [
            "", "/a", "a//b", "../a", "a/../b", "a/.", "c:/x", ".. /x", " a", "a\\b", "a\0b",
            "a/b.", "a/",
        ] {
            assert!(SitePath::new(bad).is_err(), "{bad:?}");
        }
        for good in ["index.html", "2023/items/01/index.html", "页面/关于.html", ".taizhang.json"]
        {
            assert!(SitePath::new(good).is_ok(), "{good:?}");
        }
    }

    #[test]
    fn one_path_has_one_writer() {
        let mut addresses = Addresses::default();
        let path = SitePath::new("A/index.html").expect("plain");
        let same = SitePath::new("a/index.html").expect("plain");
        assert_eq!(addresses.take(&path), Ok(()));
        assert_eq!(addresses.take(&same), Err(PathFault::Taken("a/index.html".into())));
    }
}
