//! Where things came from: the texts that were read, and locations in them.
//!
//! A [`Location`] is a file, a line and a column, all counted from 1 from the top of the file,
//! columns in characters. A sheet of a workbook counts as a file of its own, whose rows are lines:
//! its locations read `file:sheet!C14`. [`Sources`] remembers the name of every file, and its text
//! as long as a message may still want to quote it.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Names one file of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Points at one character of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// Keeps a value together with the location it was written at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub location: Location,
}

impl<T> Located<T> {
    /// Puts the two together.
    pub fn new(value: T, location: Location) -> Self {
        Self { value, location }
    }

    /// Changes the value, keeps the location.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), location: self.location }
    }
}

/// Lists every file of a run, in the order of their names.
///
/// Names are relative to the content folder. At a terminal they are shown with the folder as it was
/// given ([`Sources::describe`]); on pages and in data they always begin with `content/`
/// ([`Sources::cite`]), so that no byte depends on the machine.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    folder: String,
    names: Arc<Vec<String>>,
    /// The sheets of workbooks among the files.
    sheets: Arc<BTreeMap<FileId, String>>,
    texts: BTreeMap<FileId, Arc<str>>,
    /// The files of the theme; their ids begin where no content reaches.
    theme: Arc<ThemeSources>,
}

/// Lists the files of a theme that are not built in, with their texts: they lie outside of the
/// content folder, and stay the same while content is read again.
#[derive(Clone, Debug, Default)]
pub struct ThemeSources {
    folder: String,
    files: Vec<(String, Arc<str>)>,
}

/// The first id of a theme's file.
const FIRST_OF_THEME: u32 = 1 << 31;

impl ThemeSources {
    /// Begins a list of files of one theme's folder, named as the user named it.
    #[must_use]
    pub fn of_folder(folder: impl Into<String>) -> Self {
        Self { folder: folder.into(), files: Vec::new() }
    }

    /// Adds a file under its name relative to the theme's folder, with its text as far as it has
    /// one.
    pub fn add(&mut self, name: impl Into<String>, text: &str) -> FileId {
        let at = u32::try_from(self.files.len()).unwrap_or(u32::MAX >> 1);
        self.files.push((name.into(), Arc::from(text)));
        FileId(FIRST_OF_THEME + at)
    }

    fn file(&self, file: FileId) -> Option<&(String, Arc<str>)> {
        self.files.get(file.0.checked_sub(FIRST_OF_THEME)? as usize)
    }
}

impl Sources {
    /// Begins a list of files of one content folder, named as the user named it.
    #[must_use]
    pub fn of_folder(folder: impl Into<String>) -> Self {
        Self { folder: folder.into(), ..Self::default() }
    }

    /// Takes the files of a theme along, in the place of those of another one.
    pub fn set_theme(&mut self, theme: Arc<ThemeSources>) {
        self.theme = theme;
    }

    /// Adds a file under its name relative to the content folder.
    pub fn add(&mut self, name: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        Arc::make_mut(&mut self.names).push(name.into());
        id
    }

    /// Adds a sheet of a workbook, under the name of its file.
    pub fn add_sheet(&mut self, name: impl Into<String>, sheet: impl Into<String>) -> FileId {
        let id = self.add(name);
        Arc::make_mut(&mut self.sheets).insert(id, sheet.into());
        id
    }

    /// Returns the name of a sheet, if the file is one.
    #[must_use]
    pub fn sheet(&self, file: FileId) -> Option<&str> {
        self.sheets.get(&file).map(String::as_str)
    }

    /// Keeps the text of a file, because a message may quote it; nothing of it where there is no
    /// need any more.
    pub fn keep_text(&mut self, file: FileId, text: Option<Arc<str>>) {
        match text {
            Some(text) => self.texts.insert(file, text),
            None => self.texts.remove(&file),
        };
    }

    /// Returns the text of a file, if it is still there.
    #[must_use]
    pub fn text(&self, file: FileId) -> Option<Arc<str>> {
        self.text_of(file).cloned()
    }

    fn text_of(&self, file: FileId) -> Option<&Arc<str>> {
        self.theme.file(file).map(|(_, text)| text).or_else(|| self.texts.get(&file))
    }

    /// Returns the name of a file.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        let of_theme = self.theme.file(file).map(|(name, _)| name);
        of_theme.or_else(|| self.names.get(file.0 as usize)).map_or("", String::as_str)
    }

    /// Returns the text of a file to quote from, if it is still there.
    #[must_use]
    pub fn quoted(&self, file: FileId) -> Option<&str> {
        self.text_of(file).map(AsRef::as_ref)
    }

    /// Returns one line of a file without its line end, if the text is still there.
    #[must_use]
    pub fn line(&self, location: Location) -> Option<&str> {
        self.text_of(location.file)?.lines().nth(location.line.checked_sub(1)? as usize)
    }

    /// Returns the location as people and their editors read it at a terminal:
    /// `folder/file:line:column`.
    #[must_use]
    pub fn describe(&self, location: Location) -> String {
        match self.sheet(location.file) {
            Some(sheet) => format!("{}:{sheet}!{}", self.path(location.file), location.cell()),
            None => format!("{}:{}:{}", self.path(location.file), location.line, location.column),
        }
    }

    /// Returns the location without its column: `folder/file:line`.
    #[must_use]
    pub fn describe_line(&self, location: Location) -> String {
        match self.sheet(location.file) {
            Some(_) => self.describe(location),
            None => format!("{}:{}", self.path(location.file), location.line),
        }
    }

    /// Returns the path of a file as the user can open it.
    #[must_use]
    pub fn path(&self, file: FileId) -> String {
        let name = self.name(file);
        let folder =
            if self.theme.file(file).is_some() { &self.theme.folder } else { &self.folder };
        if name.is_empty() { folder.clone() } else { format!("{folder}/{name}") }
    }

    /// Returns the location as a published figure cites it: `content/file:line`, the same on every
    /// machine.
    #[must_use]
    pub fn cite(&self, location: Location) -> String {
        match self.sheet(location.file) {
            Some(sheet) => {
                format!("content/{}:{sheet}!{}", self.name(location.file), location.cell())
            }
            None => format!("content/{}:{}", self.name(location.file), location.line),
        }
    }
}

impl Location {
    /// Returns the first character of a file.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self { file, line: 1, column: 1 }
    }

    /// Returns the location as a workbook names it: `C14`.
    #[must_use]
    pub fn cell(&self) -> String {
        let (mut letters, mut column) = (String::new(), self.column);
        while column > 0 {
            let digit = u8::try_from((column - 1) % 26).unwrap_or(0);
            letters.insert(0, char::from(b'A' + digit));
            column = (column - 1) / 26;
        }
        format!("{letters}{}", self.line)
    }
}

/// Finds locations in one text quickly, by remembering where its lines begin. A text nobody asks
/// about is not looked through.
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    file: FileId,
    text: &'t str,
    starts: OnceCell<Vec<usize>>,
}

impl<'t> LineIndex<'t> {
    /// Takes the text of a file.
    #[must_use]
    pub fn new(file: FileId, text: &'t str) -> Self {
        Self { file, text, starts: OnceCell::new() }
    }

    fn starts(&self) -> &[usize] {
        let behind_each_line =
            || self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
        self.starts.get_or_init(|| std::iter::once(0).chain(behind_each_line()).collect())
    }

    /// Returns the location of a byte offset. An offset past the end is the end.
    #[must_use]
    pub fn location(&self, offset: usize) -> Location {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.starts().partition_point(|start| *start <= end);
        let column = self.text[self.starts()[line - 1]..end].chars().count() + 1;
        Location {
            file: self.file,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// Returns the text this is an index of.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the file this is an index of.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.file
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let location = LineIndex::new(FileId(0), "一二\n三四五").location("一二\n三四".len());
        assert_eq!((location.line, location.column), (2, 3));
    }

    #[test]
    fn files_of_a_theme_stand_beside_those_of_the_content() {
        let mut theme = ThemeSources::of_folder("themes/ours");
        let file = theme.add("templates/item.html", "one\ntwo");
        let mut sources = Sources::of_folder("content");
        let own = sources.add("site.toml");
        sources.set_theme(Arc::new(theme));
        let location = Location { file, line: 2, column: 1 };
        assert_eq!(sources.describe(location), "themes/ours/templates/item.html:2:1");
        assert_eq!(sources.line(location), Some("two"));
        assert_eq!(sources.describe(Location::start_of(own)), "content/site.toml:1:1");
    }

    #[test]
    fn cells_are_named_as_in_a_workbook() {
        let cell = |line, column| Location { file: FileId(0), line, column }.cell();
        assert_eq!(
            [cell(14, 3), cell(1, 26), cell(2, 27), cell(9, 703)],
            ["C14", "Z1", "AA2", "AAA9"]
        );
        let mut sources = Sources::of_folder("content");
        let sheet = sources.add_sheet("plans/2023/data/a.xlsx", "填报");
        let location = Location { file: sheet, line: 14, column: 3 };
        assert_eq!(sources.describe(location), "content/plans/2023/data/a.xlsx:填报!C14");
        assert_eq!(sources.cite(location), "content/plans/2023/data/a.xlsx:填报!C14");
    }

    #[test]
    fn an_offset_past_the_end_or_inside_a_character_is_still_a_place() {
        assert_eq!(LineIndex::new(FileId(0), "ab").location(99).column, 3);
        assert_eq!(LineIndex::new(FileId(0), "一").location(1).column, 1);
    }
}
