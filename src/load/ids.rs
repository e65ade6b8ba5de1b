//! Ids: what may be part of an address.

use crate::codes;
use crate::front_matter::Keys;
use crate::message::message;
use crate::source::Located;

/// Returns whether a text can be an id: part of an address on every system.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

/// Sees to it that an id can be part of an address.
pub(super) fn plain_id(keys: &Keys<'_, '_>, id: Located<String>) -> Option<Located<String>> {
    if is_id(&id.value) {
        return Some(id);
    }
    keys.fault(
        codes::ID
            .at(id.location, message!("`{}` cannot be an id", "`{}`不能作标识", id.value))
            .help(message!(
                "use letters a-z, digits and hyphens; it becomes part of an address",
                "用小写字母a-z、数字和连字符；它会成为网址的一部分"
            )),
    );
    None
}
