//! Reads the sheets of a workbook that hold rows of the ledger.
//!
//! People lay sheets out: titles stand above the header, blank rows between the figures, columns
//! are named in Chinese. Sheets that are hidden or hold something else are passed over, and that is
//! told. A cell is taken as its author saw it.

use crate::codes;
use crate::front_matter::Diagnostics;
use crate::message::message;
use crate::model::ledger::Table;
use crate::model::ledger_row::LedgerColumn;
use crate::number::Number;
use crate::source::{FileId, Location};
use crate::workbook::{Cell, SheetRow, WorkbookSheet, read_workbook};

use super::files::ContentFile;
use super::loaded::Loaded;
use super::observations::{PERIOD, RECORDED, Reading, VALUE};
use super::row::{Row, TakeRow};

/// What the columns are called in Chinese, in the order of the ledger's columns.
const CHINESE: [&[&str]; LedgerColumn::NAMES.len()] = [
    &["时期", "报告期", "所属时期"],
    &["指标", "指标标识", "指标名称"],
    &["地区", "地区标识", "地区名称"],
    &["数值", "填报数", "累计数", "完成数"],
    &["标记"],
    &["记录日期", "填报日期"],
    &["来源", "数据来源"],
    &["备注", "公开备注"],
    &["修订类型"],
];

/// What a sheet may leave out, unlike a CSV file: an empty cell says the same.
const NEEDED: [LedgerColumn; 5] = [
    LedgerColumn::Period,
    LedgerColumn::Indicator,
    LedgerColumn::Value,
    LedgerColumn::Recorded,
    LedgerColumn::Source,
];

/// How far down a header is looked for.
const TITLE_ROWS: usize = 30;

/// Reads every sheet of a workbook that holds rows of the ledger.
pub(super) fn read_sheets(
    file: &ContentFile,
    reading: &Reading<'_>,
    loaded: &mut Loaded,
) -> Vec<Table> {
    let book = match file.read_bytes().map(|bytes| read_workbook(&bytes)) {
        Err(fault) => {
            loaded.diagnostics.push(fault);
            return Vec::new();
        }
        Ok(Err(reason)) => {
            let message =
                message!("this workbook cannot be read: {reason}", "无法读取本工作簿：{reason}");
            loaded.diagnostics.push(codes::WORKBOOK.at(Location::start_of(file.id), message));
            return Vec::new();
        }
        Ok(Ok(book)) => book,
    };
    let mut tables = Vec::new();
    for sheet in &book.sheets {
        let id = loaded.sources.add_sheet(file.name.clone(), sheet.name.clone());
        let faults = Diagnostics::default();
        tables.extend(read_sheet(sheet, id, book.knows_percent, reading, &faults));
        loaded.diagnostics.extend(faults.into_vec());
    }
    tables
}

fn read_sheet(
    sheet: &WorkbookSheet,
    id: FileId,
    knows_percent: bool,
    reading: &Reading<'_>,
    faults: &Diagnostics,
) -> Option<Table> {
    let top = Location::start_of(id);
    if !sheet.is_visible {
        let message = message!(
            "the sheet `{}` is hidden and not read",
            "工作表`{}`已隐藏，不予读取",
            sheet.name
        );
        faults.push(codes::WORKBOOK_HIDDEN.at(top, message));
        return None;
    }
    if sheet.rows.is_empty() {
        return None;
    }
    let Some((at, positions)) = find_header(sheet) else {
        let message = message!(
            "the sheet `{}` has no header of the ledger and is not read",
            "工作表`{}`没有台账表头，不予读取",
            sheet.name
        );
        faults.push(codes::WORKBOOK_SHEET.at(top, message));
        return None;
    };
    report_unknown_columns(&sheet.rows[at], id, faults);
    let header = sheet.rows[at].number;
    let missing: Vec<&str> = NEEDED
        .into_iter()
        .filter(|column| positions[*column as usize].is_none())
        .map(LedgerColumn::name)
        .collect();
    if !missing.is_empty() {
        let message =
            message!("the sheet lacks the column {}", "工作表缺少列{}", missing.join(", "));
        faults.push(codes::TABLE_HEADER.at(Location { line: header, ..top }, message));
        return None;
    }
    let mut table = reading.begin(id);
    for row in &sheet.rows[at + 1..] {
        if positions
            .iter()
            .flatten()
            .all(|column| row.cells.get(*column).is_none_or(|cell| *cell == Cell::Empty))
        {
            continue;
        }
        if let Some(row) = FilledRow::new(row, &positions, id, knows_percent, faults) {
            table.take(&row);
        }
    }
    Some(table.finish())
}

/// Finds the header below whatever titles there are, and where each column of the ledger stands.
fn find_header(sheet: &WorkbookSheet) -> Option<(usize, Vec<Option<usize>>)> {
    sheet.rows.iter().take(TITLE_ROWS).enumerate().find_map(|(at, row)| {
        let mut positions = vec![None; CHINESE.len()];
        for (column, cell) in row.cells.iter().enumerate() {
            if let Cell::Text(name) = cell
                && let Some(known) = column_of(name)
                && positions[known].is_none()
            {
                positions[known] = Some(column);
            }
        }
        let is_header = [LedgerColumn::Period, LedgerColumn::Indicator, LedgerColumn::Value]
            .into_iter()
            .all(|column| positions[column as usize].is_some());
        is_header.then_some((at, positions))
    })
}

/// Finds a column of the ledger by its name in either language.
fn column_of(name: &str) -> Option<usize> {
    let name = name.trim();
    let english =
        LedgerColumn::NAMES.iter().position(|(known, _)| known.eq_ignore_ascii_case(name));
    english.or_else(|| CHINESE.iter().position(|names| names.contains(&name)))
}

fn report_unknown_columns(header: &SheetRow, id: FileId, faults: &Diagnostics) {
    for (column, cell) in (1..).zip(&header.cells) {
        let Cell::Text(name) = cell else { continue };
        if column_of(name).is_none() && !name.starts_with('_') {
            let location = Location { file: id, line: header.number, column };
            let message = message!(
                "the column `{name}` is not of the ledger and is left out",
                "列`{name}`不属于台账，不予读取"
            );
            faults.push(codes::WORKBOOK_COLUMN.at(location, message));
        }
    }
}

/// A row of a sheet with its cells put into words.
struct FilledRow<'r> {
    texts: Vec<String>,
    is_percent: bool,
    knows_percent: bool,
    number: u32,
    positions: &'r [Option<usize>],
    file: FileId,
    faults: &'r Diagnostics,
}

impl<'r> FilledRow<'r> {
    /// Reads a row. One with a formula that gives no value is told and not taken.
    fn new(
        row: &SheetRow,
        positions: &'r [Option<usize>],
        file: FileId,
        knows_percent: bool,
        faults: &'r Diagnostics,
    ) -> Option<Self> {
        let mut filled = Self {
            texts: vec![String::new(); positions.len()],
            is_percent: false,
            knows_percent,
            number: row.number,
            positions,
            file,
            faults,
        };
        let mut is_whole = true;
        for (column, at) in positions.iter().enumerate() {
            let Some(cell) = at.and_then(|at| row.cells.get(at)) else { continue };
            let location = filled.location_of(column);
            filled.texts[column] = match cell {
                Cell::Empty => continue,
                Cell::Text(text) => {
                    if column == VALUE && Number::parse(text.trim()).is_ok() {
                        let message = message!(
                            "the number `{text}` is stored as text",
                            "数`{text}`以文本形式存储"
                        );
                        faults.push(codes::WORKBOOK_TEXT.at(location, message));
                    }
                    text.trim().to_string()
                }
                Cell::Number { digits, is_percent } => {
                    filled.is_percent |= column == VALUE && *is_percent;
                    digits.clone()
                }
                // A spreadsheet makes a day of `2023-06`.
                Cell::Day(day) if column == PERIOD => format!("{}-{:02}", day.year(), day.month()),
                Cell::Day(day) if column == RECORDED => day.to_string(),
                Cell::Day(day) => day.to_string(),
                Cell::Error(error) => {
                    let message = message!(
                        "the formula of this cell gives {error}",
                        "该格公式的结果为{error}"
                    );
                    faults.push(codes::WORKBOOK_FORMULA.at(location, message));
                    is_whole = false;
                    continue;
                }
                Cell::NotWorkedOut => {
                    let message = message!(
                        "the formula of this cell was never worked out",
                        "该格公式没有存下计算结果"
                    );
                    faults.push(codes::WORKBOOK_FORMULA.at(location, message));
                    is_whole = false;
                    continue;
                }
            };
        }
        is_whole.then_some(filled)
    }
}

impl Row for FilledRow<'_> {
    fn cell(&self, column: usize) -> &str {
        &self.texts[column]
    }

    fn location(&self) -> Location {
        self.location_of(VALUE)
    }

    fn location_of(&self, column: usize) -> Location {
        let column = self.positions[column].or(self.positions[VALUE]).unwrap_or(0);
        Location {
            file: self.file,
            line: self.number,
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        }
    }

    fn is_percent(&self, column: usize) -> bool {
        column == VALUE && self.is_percent
    }

    fn may_be_percent(&self, column: usize) -> bool {
        column == VALUE && !self.knows_percent
    }

    fn is_by_hand(&self) -> bool {
        true
    }

    fn faults(&self) -> &Diagnostics {
        self.faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schemas::SCHEMAS;

    #[test]
    fn the_schema_has_every_name_of_a_column() {
        let (_, text) = SCHEMAS
            .iter()
            .find(|(name, _)| *name == "observations.table.json")
            .expect("the schema of the ledger");
        let schema: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let fields = schema["fields"].as_array().expect("fields");
        let names: Vec<Vec<&str>> = fields
            .iter()
            .map(|field| field["sheetNames"].as_array().into_iter().flatten())
            .map(|names| names.filter_map(|name| name.as_str()).collect())
            .collect();
        assert_eq!(names, CHINESE);
    }
}
