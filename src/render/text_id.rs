//! Names of the theme's messages, so that a wrong one does not compile.
//!
//! `text!("dash")` names a message, `text_of!("status-", word)` one of a family. The build lists
//! the ids of the built-in Chinese texts; a name that is none of them, and a family that has no
//! member, is an error of the compiler. `tests/tidy.rs` finds messages nobody names.

use std::borrow::Cow;
use std::fmt::{self, Display};

use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/text_ids.rs"));

/// Names a message of the theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TextId(Cow<'static, str>);

impl TextId {
    /// Names a message. Called while compiling, by `text!`.
    ///
    /// **Panics** when the built-in theme has no such message.
    #[must_use]
    pub const fn known(id: &'static str) -> Self {
        let at = first_not_before(id);
        assert!(at < TEXT_IDS.len() && is_same(TEXT_IDS[at], id), "the theme has no such message");
        Self(Cow::Borrowed(id))
    }

    /// Names a member of a family, which the theme may lack. Called by `text_of!`.
    #[must_use]
    pub fn of_family(family: &'static str, word: &dyn Display) -> Self {
        Self(Cow::Owned(format!("{family}{word}")))
    }

    /// Returns the name as it stands in the theme.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for TextId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns whether any message of the built-in theme begins so.
#[must_use]
pub const fn is_family(prefix: &str) -> bool {
    let at = first_not_before(prefix);
    at < TEXT_IDS.len() && begins_with(TEXT_IDS[at].as_bytes(), prefix.as_bytes())
}

/// Returns the first id that does not stand before a text.
const fn first_not_before(text: &str) -> usize {
    let (mut low, mut high) = (0, TEXT_IDS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_before(TEXT_IDS[middle].as_bytes(), text.as_bytes()) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

const fn is_before(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

const fn begins_with(text: &[u8], prefix: &[u8]) -> bool {
    let mut at = 0;
    while at < prefix.len() {
        if at >= text.len() || text[at] != prefix[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && begins_with(a.as_bytes(), b.as_bytes())
}

/// Names a message; a name the built-in theme does not have is an error of the compiler.
macro_rules! text {
    ($id:literal) => {
        const { $crate::render::text_id::TextId::known($id) }
    };
}

/// Names a message by the beginning of its name, which is looked up while compiling, and a word.
macro_rules! text_of {
    ($family:literal, $word:expr) => {{
        const { assert!($crate::render::text_id::is_family($family), "no message begins so") };
        $crate::render::text_id::TextId::of_family($family, &$word)
    }};
}

pub(crate) use text;
pub(crate) use text_of;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_families_are_found() {
        assert_eq!(text!("dash").as_str(), "dash");
        assert_eq!(text_of!("status-", "done").as_str(), "status-done");
        for id in TEXT_IDS {
            assert_eq!(TEXT_IDS[first_not_before(id)], id);
            assert!(is_family(id));
        }
        for none in ["", "zzz", "das", "status-none-"] {
            let at = first_not_before(none);
            assert!(at == TEXT_IDS.len() || TEXT_IDS[at] != none, "{none}");
        }
        assert!(!is_family("statux-") && !is_family("zzz"));
    }
}
