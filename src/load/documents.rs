//! Documents of front matter and text, and their translations beside them.

use crate::codes;
use crate::front_matter::{Diagnostics, split_front_matter};
use crate::language::{Language, Text};
use crate::message::message;
use crate::source::LineIndex;

use super::files::{Content, ContentFile};
use super::loaded::Loaded;
use super::read::read_with;

/// Adds the translated bodies that stand beside a Markdown file (`01.en.md`).
pub(super) fn with_translated_bodies(
    content: &Content,
    file: &ContentFile,
    body: String,
    languages: &[Language],
    loaded: &mut Loaded,
) -> Text {
    let mut text = Text::new(body);
    let base = file.name.trim_end_matches(".md");
    for language in languages.iter().skip(1) {
        let Some(translated) = content.file(&format!("{base}.{}.md", language.key())) else {
            continue;
        };
        let body = read_with(translated, loaded, |index, _| Some(index.text().trim().to_string()));
        if let Some(body) = body {
            text.add(language.key(), body);
        }
    }
    text
}

/// Returns whether a Markdown file is a translation of another one.
pub(super) fn is_translation(file: &ContentFile, languages: &[Language]) -> bool {
    let stem = file.stem();
    languages
        .iter()
        .skip(1)
        .any(|language| stem.strip_suffix(language.key()).is_some_and(|rest| rest.ends_with('.')))
}

/// Reads a whole file's front matter and body, for files that have both.
pub(super) fn split_document<'t>(
    index: &LineIndex<'t>,
    faults: &Diagnostics,
) -> Option<(&'t str, &'t str)> {
    match split_front_matter(index) {
        Err(fault) => {
            faults.push(fault);
            None
        }
        Ok(split) => match split.toml {
            Some(toml) => Some((toml, split.body)),
            None => {
                faults.push(
                    codes::FRONT_MATTER
                        .at(
                            index.location(0),
                            message!("this file has no front matter", "本文件没有文件头"),
                        )
                        .help(message!("begin it with a line +++", "在文件首行写+++")),
                );
                None
            }
        },
    }
}
