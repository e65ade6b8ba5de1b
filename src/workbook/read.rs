//! Reads `.xlsx`, `.xls` and `.ods` into cells, each with what its author saw.
//!
//! A number is given in decimal digits: what Excel stores in binary is rounded to 15 significant
//! digits, as Excel itself shows it. A formula counts as the value that was stored with it.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};

use crate::date::{Date, date_of};

/// The digits a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// A sheet of figures has far fewer; what has more would only fill the memory.
const MOST_CELLS: u64 = 20_000_000;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or nothing but spaces.
    Empty,
    /// What somebody typed.
    Text(String),
    /// A number in plain decimal digits.
    Number {
        /// Its digits.
        digits: String,
        /// Whether it is shown as a percentage: 0.18 as 18 %.
        is_percent: bool,
    },
    /// A day; a time of day is left out.
    Day(Date),
    /// A formula that gives an error, as the sheet shows it.
    Error(String),
    /// A formula that nobody has worked out.
    NotWorkedOut,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells, from column A on.
    pub cells: Vec<Cell>,
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookSheet {
    /// Its name.
    pub name: String,
    /// Whether somebody who opens the workbook sees it.
    pub is_visible: bool,
    /// Its rows that are not empty.
    pub rows: Vec<SheetRow>,
}

/// One workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets, in their order.
    pub sheets: Vec<WorkbookSheet>,
    /// Whether it tells which numbers are shown as percentages: only `.xlsx` does.
    pub knows_percent: bool,
}

/// Returns whether a file is a workbook by its name.
#[must_use]
pub fn is_workbook(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xlsx", ".xls", ".ods"].iter().any(|ending| name.ends_with(ending))
}

/// Reads a workbook.
///
/// **Errors**: a sentence when the bytes are no workbook, or one that asks for a password.
pub fn read_workbook(bytes: &[u8]) -> Result<Workbook, String> {
    let mut book =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let listed = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for one in listed {
        let values = book.worksheet_range(&one.name).map_err(|error| error.to_string())?;
        let formulas = book.worksheet_formula(&one.name).map_err(|error| error.to_string())?;
        let styles = book.worksheet_style(&one.name).map_err(|error| error.to_string())?;
        let is_percent = |at: (u32, u32)| {
            let format = styles.get(at).and_then(|style| style.number_format.as_ref());
            format.is_some_and(|format| format.format_code.contains('%'))
        };
        let mut rows = Vec::new();
        let ends = [values.end(), formulas.end()].into_iter().flatten();
        let (last_row, last_column) =
            ends.fold((0, 0), |most: (u32, u32), end| (most.0.max(end.0), most.1.max(end.1)));
        if u64::from(last_row) * u64::from(last_column) > MOST_CELLS {
            return Err(format!("the sheet {} has too many cells", one.name));
        }
        let is_blank = values.is_empty() && formulas.is_empty();
        for row in 0..=last_row {
            let cell = |column: u32| {
                let at = (row, column);
                let has_formula = formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
                cell_of(values.get_value(at).unwrap_or(&Data::Empty), has_formula, || {
                    is_percent(at)
                })
            };
            let cells: Vec<Cell> = (0..=last_column).map(cell).collect();
            if !is_blank && cells.iter().any(|cell| *cell != Cell::Empty) {
                rows.push(SheetRow { number: row + 1, cells });
            }
        }
        sheets.push(WorkbookSheet {
            name: one.name,
            is_visible: one.visible == SheetVisible::Visible,
            rows,
        });
    }
    Ok(Workbook { sheets, knows_percent: matches!(book, Sheets::Xlsx(_)) })
}

fn cell_of(value: &Data, has_formula: bool, is_percent: impl Fn() -> bool) -> Cell {
    match value {
        Data::Empty if has_formula => Cell::NotWorkedOut,
        Data::Empty => Cell::Empty,
        Data::String(text) if text.trim().is_empty() => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Int(whole) => Cell::Number { digits: whole.to_string(), is_percent: is_percent() },
        Data::Float(number) => {
            Cell::Number { digits: plain_digits(*number), is_percent: is_percent() }
        }
        Data::Bool(answer) => Cell::Text(if *answer { "TRUE" } else { "FALSE" }.to_string()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            date_of(year, month, day)
                .map_or_else(|| Cell::Text(plain_digits(moment.as_f64())), Cell::Day)
        }
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(crate::date::parse_date);
            day.map_or_else(|| Cell::Text(text.clone()), Cell::Day)
        }
        Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// Writes a number as a spreadsheet shows it: 15 significant digits, no exponent, no zeros at the
/// end.
fn plain_digits(number: f64) -> String {
    if number == 0.0 {
        return "0".into();
    }
    let scientific = format!("{number:.*e}", DIGITS - 1);
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let digits = digits.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let whole_length = exponent + 1;
    let text = if whole_length <= 0 {
        let zeros = "0".repeat(usize::try_from(-whole_length).unwrap_or(0));
        format!("0.{zeros}{digits}")
    } else {
        let whole_length = usize::try_from(whole_length).unwrap_or(0);
        if digits.len() <= whole_length {
            format!("{digits}{}", "0".repeat(whole_length - digits.len()))
        } else {
            format!("{}.{}", &digits[..whole_length], &digits[whole_length..])
        }
    };
    format!("{sign}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_a_spreadsheet_shows_them() {
        for (number, digits) in [
            (0.1 + 0.2, "0.3"),
            (185.3, "185.3"),
            (-12.0, "-12"),
            (1_850_000.0, "1850000"),
            (0.000_012, "0.000012"),
            (1e20, "100000000000000000000"),
            (123_456_789_012_345.6, "123456789012346"),
            (0.0, "0"),
            (4.35 * 100.0, "435"),
        ] {
            assert_eq!(plain_digits(number), digits);
        }
    }
}
