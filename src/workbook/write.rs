//! Writes workbooks that are to be filled in: sheets with cells that are locked and cells that take
//! an answer of one kind.
//!
//! The same sheets give the same bytes on every day: the day of making is given, never taken from a
//! clock.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::date::Date;

/// How a cell looks, and whether people write into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The heading of a sheet.
    Title,
    /// A plain line of text.
    Plain,
    /// The head of a column.
    Head,
    /// What stands there for reference.
    Locked,
    /// What people fill in.
    Input,
}

/// What a cell that is filled in may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A number.
    Number,
    /// One of several words, which drop down.
    OneOf(Vec<String>),
    /// Any text.
    Text,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u16,
    /// The last column it stretches to.
    pub until: u16,
    /// Its text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// A question to whoever fills the cell in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u16,
    /// What it may hold.
    pub allowed: Allowed,
    /// What is told when the cell is chosen, and when something else is typed.
    pub prompt: String,
}

/// A sheet to write.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetDraft {
    /// Its name.
    pub name: String,
    /// The width of each column in characters.
    pub widths: Vec<f64>,
    /// Its cells.
    pub entries: Vec<Entry>,
    /// The cells that are filled in.
    pub questions: Vec<Question>,
    /// The rows that stay in sight.
    pub frozen_rows: u32,
    /// Whether nobody but a program sees it.
    pub is_secret: bool,
}

/// Writes a workbook as of a day.
///
/// **Errors**: a sentence when a name or a text does not fit into a workbook.
pub fn write_workbook(sheets: &[SheetDraft], made_on: Date) -> Result<Vec<u8>, String> {
    write(sheets, made_on).map_err(|error| error.to_string())
}

fn write(sheets: &[SheetDraft], made_on: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = (
        made_on.year().unsigned_abs(),
        made_on.month().unsigned_abs(),
        made_on.day().unsigned_abs(),
    );
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?),
    );
    for draft in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&draft.name)?;
        for (column, width) in (0..).zip(&draft.widths) {
            sheet.set_column_width(column, *width)?;
        }
        for entry in &draft.entries {
            write_entry(sheet, entry)?;
        }
        for question in &draft.questions {
            let validation = validation_of(question)?;
            sheet.add_data_validation(
                question.row,
                question.column,
                question.row,
                question.column,
                &validation,
            )?;
        }
        if draft.frozen_rows > 0 {
            sheet.set_freeze_panes(draft.frozen_rows, 0)?;
        }
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        sheet.protect();
        sheet.set_very_hidden(draft.is_secret);
    }
    book.save_to_buffer()
}

fn write_entry(sheet: &mut Worksheet, entry: &Entry) -> Result<(), XlsxError> {
    let format = format_of(entry.look);
    if entry.until > entry.column {
        sheet.merge_range(entry.row, entry.column, entry.row, entry.until, &entry.text, &format)?;
    } else if entry.text.is_empty() {
        sheet.write_blank(entry.row, entry.column, &format)?;
    } else {
        sheet.write_string_with_format(entry.row, entry.column, &entry.text, &format)?;
    }
    Ok(())
}

fn format_of(look: Look) -> Format {
    let boxed = || {
        Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00B0_B0B0))
            .set_text_wrap()
            .set_align(FormatAlign::Top)
    };
    match look {
        Look::Title => Format::new().set_bold().set_font_size(14),
        Look::Plain => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        Look::Head => boxed().set_bold().set_background_color(Color::RGB(0x00E8_EEF4)),
        Look::Locked => boxed().set_font_color(Color::RGB(0x0040_4040)),
        Look::Input => boxed().set_background_color(Color::RGB(0x00FF_F9E0)).set_unlocked(),
    }
}

fn validation_of(question: &Question) -> Result<DataValidation, XlsxError> {
    const MOST: f64 = 1e15;
    let validation = match &question.allowed {
        Allowed::Number => {
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(-MOST, MOST))
        }
        Allowed::OneOf(words) => DataValidation::new().allow_list_strings(words)?,
        Allowed::Text => DataValidation::new().allow_any_value(),
    };
    validation
        .set_input_message(&question.prompt)?
        .set_error_title("填写有误")?
        .set_error_message(&question.prompt)
        .map(|validation| validation.set_error_style(DataValidationErrorStyle::Stop))
}
