//! Where things came from: the texts that were read, and places in them.
//!
//! A [`Place`] is a file, a line and a column, all counted from 1 from the top of the file, columns in characters.
//! [`Sources`] remembers the name of every file, and its text as long as a message may still want to quote it.

use std::fmt;
use std::sync::Arc;

/// Names one file of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Points at one character of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// Keeps a value together with the place it was written at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Located<T> {
    /// Puts the two together.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// Changes the value, keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), place: self.place }
    }
}

/// Holds one file that was read.
#[derive(Clone, Debug)]
struct SourceFile {
    name: String,
    text: Option<Arc<str>>,
}

/// Lists every file of a run, in the order they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file under its name as an author would write it (`content/site.toml`).
    pub fn add(&mut self, name: impl Into<String>, text: Option<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { name: name.into(), text });
        id
    }

    /// Forgets the text of a file that no message will quote.
    pub fn forget_text(&mut self, file: FileId) {
        if let Some(source) = self.files.get_mut(file.0 as usize) {
            source.text = None;
        }
    }

    /// Returns the name of a file.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |source| &source.name)
    }

    /// Returns one line of a file without its line end, if the text is still there.
    #[must_use]
    pub fn line(&self, place: Place) -> Option<&str> {
        let text = self.files.get(place.file.0 as usize)?.text.as_deref()?;
        text.lines().nth(place.line.checked_sub(1)? as usize)
    }

    /// Returns the place as people and editors read it: `file:line:column`.
    #[must_use]
    pub fn describe(&self, place: Place) -> String {
        format!("{}:{}:{}", self.name(place.file), place.line, place.column)
    }

    /// Returns the place without its column: `file:line`, as figures cite it.
    #[must_use]
    pub fn describe_line(&self, place: Place) -> String {
        format!("{}:{}", self.name(place.file), place.line)
    }
}

impl Place {
    /// Returns the first character of a file.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self { file, line: 1, column: 1 }
    }

    /// Finds the place of a byte offset in a text. An offset past the end is the end.
    #[must_use]
    pub fn at_offset(file: FileId, text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        Self { file, line: u32::try_from(line).unwrap_or(u32::MAX), column: u32::try_from(column).unwrap_or(u32::MAX) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let place = Place::at_offset(FileId(0), "一二\n三四五", "一二\n三四".len());
        assert_eq!((place.line, place.column), (2, 3));
    }

    #[test]
    fn an_offset_past_the_end_or_inside_a_character_is_still_a_place() {
        assert_eq!(Place::at_offset(FileId(0), "ab", 99).column, 3);
        assert_eq!(Place::at_offset(FileId(0), "一", 1).column, 1);
    }
}
