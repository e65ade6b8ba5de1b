//! The head of a table: which column is which, and what is told where the head or the length of a
//! row is wrong.

use crate::codes;
use crate::diag::{Diagnostic, nearest};
use crate::front_matter::Diagnostics;
use crate::message::{Message, StaticMessage, message};
use crate::source::LineIndex;

use super::row::{Column, Row};

/// Finds the byte at which a cell begins, its quotation mark left out.
pub(super) fn offset_of_cell(row: &str, cell: usize) -> usize {
    let (mut seen, mut is_quoted, mut start) = (0, false, 0);
    for (at, byte) in row.bytes().enumerate() {
        if seen == cell {
            break;
        }
        match byte {
            b'"' => is_quoted = !is_quoted,
            b',' if !is_quoted => {
                seen += 1;
                start = at + 1;
            }
            b'\n' if !is_quoted => break,
            _ => {}
        }
    }
    if row[start..].starts_with('"') { start + 1 } else { start }
}

/// Tells that a row is shorter or longer than the header.
pub(super) fn report_length(row: &dyn Row, cells: usize, asked: usize) {
    let word = if cells < asked {
        StaticMessage::new("short", "短")
    } else {
        StaticMessage::new("long", "长")
    };
    let message = message!(
        "this row has {cells} cells, the header has {asked}",
        "本行有{cells}格，表头有{asked}格"
    );
    row.faults().push(codes::ROW_LENGTH.at(row.location(), message).help(Message::new(
        format!(
            "the row is too {}: put each cell under its column, with empty cells written as ,,",
            word.en
        ),
        format!("本行太{}：各格应与列对应，空格写作,,", word.zh),
    )));
}

pub(super) fn no_header(index: &LineIndex<'_>, columns: &[Column]) -> Diagnostic {
    let names: Vec<&str> =
        columns.iter().filter(|column| column.is_required).map(|column| column.name).collect();
    codes::TABLE_HEADER
        .at(index.location(0), message!("this table has no header", "本表没有表头"))
        .help(message!("its first line must be: {}", "首行应为：{}", names.join(",")))
}

pub(super) fn match_header(
    index: &LineIndex<'_>,
    header: &[&str],
    columns: &[Column],
    faults: &Diagnostics,
) -> Option<Vec<Option<usize>>> {
    let is_header = header.iter().any(|name| columns.iter().any(|column| column.name == *name));
    if !is_header {
        faults.push(no_header(index, columns));
        return None;
    }
    let mut positions = vec![None; columns.len()];
    for (at, name) in header.iter().copied().enumerate() {
        let location = || index.location(offset_of_cell(index.text(), at));
        match columns.iter().position(|column| column.name == name) {
            Some(column) if positions[column].is_none() => positions[column] = Some(at),
            Some(_) => faults.push(codes::TABLE_COLUMN.at(
                location(),
                message!("the column `{name}` stands here twice", "列`{name}`出现两次"),
            )),
            None if name.starts_with('_') => {}
            None => {
                let help = match nearest(name, columns.iter().map(|column| column.name)) {
                    Some(near) => message!(
                        "did you mean `{near}`? Begin its name with _ if it is internal",
                        "是否应为`{near}`？内部列请以_开头"
                    ),
                    None => message!(
                        "begin its name with _ if it is internal and never to be published",
                        "如为内部列、不予公开，列名请以_开头"
                    ),
                };
                faults.push(
                    codes::TABLE_COLUMN
                        .at(
                            location(),
                            message!(
                                "`{name}` is not a column of this table",
                                "`{name}`不是本表的列"
                            ),
                        )
                        .help(help),
                );
            }
        }
    }
    let mut is_complete = true;
    for (column, position) in columns.iter().zip(&positions) {
        if column.is_required && position.is_none() {
            is_complete = false;
            faults.push(
                codes::TABLE_HEADER
                    .at(
                        index.location(0),
                        message!("the column `{}` is missing", "缺少列`{}`", column.name),
                    )
                    .help(message!("add it to the header and to every row", "在表头和每一行补上")),
            );
        }
    }
    is_complete.then_some(positions)
}
