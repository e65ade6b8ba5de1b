//! Rows of CSV, in and out. Home of csv.
//!
//! Cells are quoted only where they must be. What a table has for columns, and where a cell stands,
//! is the business of its reader.

use std::fmt::{Display, Write};

pub use csv::{Position, StringRecord};
use csv::{QuoteStyle, Reader, ReaderBuilder, Terminator, Writer, WriterBuilder};

/// Reads a text row by row, its first line too; rows may differ in length.
#[must_use]
pub fn read_csv(text: &str) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// How a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowEnd {
    /// As the format has it (RFC 4180): what readers load down.
    CrLf,
    /// As the content folder has it, so that a comparison of versions shows whole lines.
    Lf,
}

/// Writes rows behind a text, cell by cell.
pub struct CsvText {
    rows: Writer<Vec<u8>>,
    scratch: String,
}

impl CsvText {
    /// Begins behind a text: nothing, a mark, or a table that ends with a whole row.
    #[must_use]
    pub fn behind(text: String, end: RowEnd) -> Self {
        let terminator = match end {
            RowEnd::CrLf => Terminator::CRLF,
            RowEnd::Lf => Terminator::Any(b'\n'),
        };
        let rows = WriterBuilder::new()
            .quote_style(QuoteStyle::Necessary)
            .terminator(terminator)
            .from_writer(text.into_bytes());
        Self { rows, scratch: String::new() }
    }

    /// Writes a cell.
    pub fn cell(&mut self, text: &str) {
        self.rows.write_field(text).expect("memory takes every cell");
    }

    /// Writes a cell of what prints as a text.
    pub fn cell_of(&mut self, value: impl Display) {
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        write!(text, "{value}").expect("memory takes every text");
        self.cell(&text);
        self.scratch = text;
    }

    /// Ends a row. All rows have as many cells as the first.
    pub fn end_row(&mut self) {
        self.rows.write_record(None::<&[u8]>).expect("rows of one table are equally long");
    }

    /// Writes a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        for cell in cells {
            self.cell(cell.as_ref());
        }
        self.end_row();
    }

    /// Returns the whole text.
    #[must_use]
    pub fn finish(self) -> String {
        let bytes = self.rows.into_inner().expect("memory takes every row");
        String::from_utf8(bytes).expect("only text was written")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_must_be_is_quoted_and_read_back() {
        let cells = ["", "甲, 乙", "\"6\"", "two\nlines", " a ", "示例", "a\rb"];
        for (end, line) in [(RowEnd::CrLf, "\r\n"), (RowEnd::Lf, "\n")] {
            let mut text = CsvText::behind(format!("a,b{line}"), end);
            text.row(cells);
            text.cell_of(12);
            for cell in &cells[1..] {
                text.cell(cell);
            }
            text.end_row();
            let rest = "\"甲, 乙\",\"\"\"6\"\"\",\"two\nlines\", a ,示例,\"a\rb\"";
            let text = text.finish();
            assert_eq!(text, format!("a,b{line},{rest}{line}12,{rest}{line}"));
            let rows: Vec<StringRecord> =
                read_csv(&text).into_records().map(|row| row.expect("a row")).collect();
            assert_eq!(rows[1], StringRecord::from(cells.to_vec()));
        }
    }
}
