//! Splits a file into its front matter and its text.

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::message;
use crate::source::LineIndex;

/// Shows where the front matter of a Markdown file lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split<'t> {
    /// The TOML between the two `+++` lines, if there is any.
    pub toml: Option<&'t str>,
    /// What follows.
    pub body: &'t str,
}

/// Separates the front matter between `+++` lines from the body.
///
/// **Errors**: a diagnostic when the first `+++` has no second one.
pub fn split_front_matter<'t>(index: &LineIndex<'t>) -> Result<Split<'t>, Diagnostic> {
    let text = index.text();
    let Some(after) = text.strip_prefix("+++").map(|rest| rest.strip_prefix('\r').unwrap_or(rest))
    else {
        return Ok(Split { toml: None, body: text });
    };
    let Some(inner) = after.strip_prefix('\n') else { return Ok(Split { toml: None, body: text }) };
    let mut offset = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Ok(Split { toml: Some(&inner[..offset]), body: &inner[offset + line.len()..] });
        }
        offset += line.len();
    }
    Err(codes::FRONT_MATTER
        .at(index.location(0), message!("the front matter is not closed", "文件头没有结束"))
        .help(message!("end it with a line that holds only +++", "在文件头末尾加一行，只写+++")))
}
