//! Reads CSV tables without quotation marks: nearly all of them, and all of the large ones.
//!
//! Where nothing is quoted a comma ends a cell and a line end a row, and cells are parts of the
//! text as it stands. A table that quotes anything goes to the CSV reader in
//! [`tables`](super::tables); a test there reads the same tables both ways. This is the home of
//! `memchr`.

use crate::front_matter::Diagnostics;
use crate::source::{LineIndex, Location};

use super::header::{match_header, no_header, report_length};
use super::row::{Column, Row, TakeRow};

/// Returns whether a text can be read here: nothing is quoted, and lines end as they do on Unix or
/// Windows.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends_line = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
    memchr::memchr2_iter(b'"', b'\r', bytes).all(ends_line)
}

/// Reads every row of a table and hands it to `taker`. Gives whether the header was good.
pub(super) fn read_plain_rows(
    index: &LineIndex<'_>,
    columns: &[Column],
    faults: &Diagnostics,
    taker: &mut impl TakeRow,
) -> bool {
    let mut lines = Lines { text: index.text(), start: 0, line: 0 };
    let mut cells = Vec::new();
    if lines.read(&mut cells).is_none() {
        faults.push(no_header(index, columns));
        return false;
    }
    let asked = cells.len();
    let Some(positions) = match_header(index, &cells, columns, faults) else { return false };
    while let Some((line, start)) = lines.read(&mut cells) {
        let row = PlainRow { index, cells: &cells, positions: &positions, line, start, faults };
        if cells.len() == asked {
            taker.take(&row);
        } else if cells.len() != 1 || !cells[0].trim().is_empty() {
            report_length(&row, cells.len(), asked);
        }
    }
    true
}

/// The lines of a text.
struct Lines<'t> {
    text: &'t str,
    /// The byte the next line begins at.
    start: usize,
    /// How many lines were read.
    line: u32,
}

impl<'t> Lines<'t> {
    /// Reads the cells of the next line that is not empty; gives its number and the byte it begins
    /// at.
    fn read(&mut self, cells: &mut Vec<&'t str>) -> Option<(u32, usize)> {
        let bytes = self.text.as_bytes();
        while self.start < bytes.len() {
            let start = self.start;
            let (mut cell, mut at) = (start, start);
            cells.clear();
            while at < bytes.len() && bytes[at] != b'\n' {
                if bytes[at] == b',' {
                    cells.push(&self.text[cell..at]);
                    cell = at + 1;
                }
                at += 1;
            }
            let end = if at > cell && bytes[at - 1] == b'\r' { at - 1 } else { at };
            self.start = at + 1;
            self.line = self.line.saturating_add(1);
            if !cells.is_empty() || end > start {
                cells.push(&self.text[cell..end]);
                return Some((self.line, start));
            }
        }
        None
    }
}

/// One row of a table.
struct PlainRow<'r, 't> {
    index: &'r LineIndex<'t>,
    cells: &'r [&'t str],
    /// For each known column its position in the row.
    positions: &'r [Option<usize>],
    line: u32,
    /// The byte it begins at.
    start: usize,
    faults: &'r Diagnostics,
}

impl Row for PlainRow<'_, '_> {
    fn cell(&self, column: usize) -> &str {
        self.positions[column].and_then(|at| self.cells.get(at)).copied().unwrap_or("")
    }

    fn location(&self) -> Location {
        Location { file: self.index.file(), line: self.line, column: 1 }
    }

    fn location_of(&self, column: usize) -> Location {
        let before = self.cells.iter().take(self.positions[column].unwrap_or(0));
        self.index.location(self.start + before.map(|cell| cell.len() + 1).sum::<usize>())
    }

    fn is_percent(&self, _: usize) -> bool {
        false
    }

    fn may_be_percent(&self, _: usize) -> bool {
        false
    }

    fn is_by_hand(&self) -> bool {
        false
    }

    fn faults(&self) -> &Diagnostics {
        self.faults
    }
}
