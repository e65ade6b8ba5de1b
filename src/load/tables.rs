//! Reads CSV tables with a known header, row by row, with the place of every cell.
//!
//! Comes in: a text and the columns it may have. Goes out: [`Row`]s, whose cells are asked by
//! column; a header that lacks a column, an unknown column and a row of the wrong length are
//! reported. A column that begins with `_` is internal and never read.

use crate::codes;
use crate::csv_table::{Position, StringRecord, read_csv};
use crate::front_matter::Diagnostics;
use crate::message::message;
use crate::source::{LineIndex, Location};

use super::header::{match_header, no_header, offset_of_cell, report_length};
use super::plain::{is_plain, read_plain_rows};
use super::row::{Column, Row, TakeRow};

/// One row of a table.
pub(super) struct CsvRow<'r, 't> {
    index: &'r LineIndex<'t>,
    record: &'r StringRecord,
    /// For each known column its position in the row.
    positions: &'r [Option<usize>],
    faults: &'r Diagnostics,
}

impl Row for CsvRow<'_, '_> {
    fn cell(&self, column: usize) -> &str {
        self.positions[column].and_then(|at| self.record.get(at)).unwrap_or("")
    }

    fn location(&self) -> Location {
        let line = self.record.position().map_or(1, Position::line)
            + self.skipped().matches('\n').count() as u64;
        Location {
            file: self.index.file(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: 1,
        }
    }

    fn location_of(&self, column: usize) -> Location {
        let start = self.offset() + self.skipped().len();
        let at = self.positions[column].unwrap_or(0);
        self.index.location(start + offset_of_cell(&self.index.text()[start..], at))
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

impl CsvRow<'_, '_> {
    /// Returns the byte the reader says the row begins at.
    fn offset(&self) -> usize {
        self.record
            .position()
            .map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0))
            .min(self.index.text().len())
    }

    /// The reader counts the line ends before a row (blank lines, the second half of CRLF) as part
    /// of it; these are they.
    fn skipped(&self) -> &str {
        let rest = &self.index.text()[self.offset()..];
        &rest[..rest.len() - rest.trim_start_matches(['\r', '\n']).len()]
    }
}

/// Reads every row of a table and hands it to `taker`. Gives whether the header was good.
pub(super) fn read_rows(
    index: &LineIndex<'_>,
    columns: &[Column],
    faults: &Diagnostics,
    taker: &mut impl TakeRow,
) -> bool {
    if is_plain(index.text()) {
        read_plain_rows(index, columns, faults, taker)
    } else {
        read_quoted_rows(index, columns, faults, taker)
    }
}

/// Reads a table with quotation marks in it.
fn read_quoted_rows(
    index: &LineIndex<'_>,
    columns: &[Column],
    faults: &Diagnostics,
    taker: &mut impl TakeRow,
) -> bool {
    let mut reader = read_csv(index.text());
    let mut record = StringRecord::new();
    let header = match reader.read_record(&mut record) {
        Ok(true) => record.clone(),
        _ => {
            faults.push(no_header(index, columns));
            return false;
        }
    };
    let header: Vec<&str> = header.iter().collect();
    let Some(positions) = match_header(index, &header, columns, faults) else { return false };
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return true,
            Ok(true) => {
                let row = CsvRow { index, record: &record, positions: &positions, faults };
                if record.len() == header.len() {
                    taker.take(&row);
                } else if record.len() != 1
                    || record.get(0).is_some_and(|only| !only.trim().is_empty())
                {
                    report_length(&row, record.len(), header.len());
                }
            }
            Err(error) => {
                // The text is UTF-8 already, so this is a fault of the reader itself; tell it all
                // the same.
                faults.push(codes::CSV.at(
                    index.location(0),
                    message!("this table cannot be read: {error}", "无法读取本表：{error}"),
                ));
                return false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::row::{optional, required};
    use crate::source::FileId;

    const COLUMNS: [Column; 3] = [required("id"), required("name"), optional("kind")];

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        read_by(text, is_plain(text))
    }

    fn read_by(text: &str, plainly: bool) -> (Vec<String>, Vec<String>) {
        let index = LineIndex::new(FileId(0), text);
        let faults = Diagnostics::default();
        let mut rows = Vec::new();
        let mut take = |row: &dyn Row| {
            rows.push(format!(
                "{} {}={}@{}",
                row.location().line,
                row.cell(0),
                row.cell(1),
                row.location_of(1)
            ))
        };
        if plainly {
            read_plain_rows(&index, &COLUMNS, &faults, &mut take);
        } else {
            read_quoted_rows(&index, &COLUMNS, &faults, &mut take);
        }
        (
            rows,
            faults
                .into_vec()
                .into_iter()
                .map(|d| {
                    format!(
                        "{} {}",
                        d.location.map_or(String::new(), |p| p.to_string()),
                        d.message.en
                    )
                })
                .collect(),
        )
    }

    #[test]
    fn cells_have_places_behind_quotes_line_ends_and_wide_characters() {
        let (rows, faults) =
            read("id,name,_secret\r\n县,一,x\r\n\r\n\"a,b\",\"two\nlines\",y\r\nc,三,z\r\n");
        assert_eq!(rows, ["2 县=一@2:3", "4 a,b=two\nlines@4:8", "6 c=三@6:3"]);
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn a_table_without_quotation_marks_reads_the_same_both_ways() {
        let texts = [
            "id,name,kind\n1,2,3\n",
            "id,name\r\n县,一\r\n\r\n二,\r\n,\r\n",
            "\n\nid,name\n\n1,2",
            "id,name\n1\n \n1,2,3\n,,\n\n",
            "id,name,knd\n1,2,3\n",
            "",
            "\n",
            "\r\n",
            "id,name,",
            "1,2\n3,4",
        ];
        for text in texts {
            assert!(is_plain(text), "{text:?}");
            assert_eq!(read_by(text, true), read_by(text, false), "{text:?}");
        }
        assert!(
            !is_plain("id,name\n\"1\",2\n") && !is_plain("id,name\r1,2\r") && !is_plain("id\n1\r")
        );
    }

    #[test]
    fn headers_and_lengths_are_checked() {
        assert_eq!(read("").1, ["1:1 this table has no header"]);
        assert_eq!(read("1,2\n3,4\n").1, ["1:1 this table has no header"]);
        assert_eq!(read("id,kind\n1,2\n").1, ["1:1 the column `name` is missing"]);
        assert_eq!(read("id,name,knd\n1,2,3\n").1, ["1:9 `knd` is not a column of this table"]);
        assert_eq!(
            read("id,name\n1\n1,2,3\n").1,
            [
                "2:1 this row has 1 cells, the header has 2",
                "3:1 this row has 3 cells, the header has 2"
            ]
        );
    }
}
