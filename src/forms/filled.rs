//! Reads a form that came back. What is not as it was sent is refused as a whole; what was typed is
//! taken as it stands.

use crate::message::{Message, message};
use crate::model::period::Period;
use crate::source::{FileId, Location};
use crate::workbook::{Cell, SheetRow, WorkbookSheet, read_workbook};

use super::draw::{
    FLAG, HEAD_ROW, ID, INTERNAL_NOTE, NOTE, REGION_ID, REVISION, SIGNER_COLUMN, SIGNERS, VALUE,
    is_input,
};
use super::seal::{QUESTIONS, SEAL, SHEETS, SIGNATURES, Seal, digest_of_read};

/// Says what is refused, and where: a file, or a cell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, or `file!cell`.
    pub location: String,
    /// Why, and what to do.
    pub why: Message,
}

/// Who answers for the figures of a form. Kept in the receipt alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// Who filled it in.
    pub filled_by: String,
    /// Who checked it.
    pub checked_by: String,
    /// Who answers for it.
    pub answered_by: String,
    /// How to reach them.
    pub telephone: String,
}

/// What was filled in for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The cell of the figure.
    pub cell: String,
    /// The id of the indicator.
    pub indicator: String,
    /// The id of the region; empty = the whole area.
    pub region: String,
    /// The figure as it stands in its cell.
    pub value: Cell,
    /// The first word of the mark.
    pub flag: String,
    /// The first word of the kind of revision.
    pub revision: String,
    /// A remark for readers.
    pub note: String,
    /// A remark for the office.
    pub internal_note: String,
}

/// A form that came back as it was sent, with its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The name of the file.
    pub file: String,
    /// The plan it was made for.
    pub plan: String,
    /// The period it is about.
    pub period: Period,
    /// Who was to fill it in: `department/id` or `region/id`.
    pub reporter: String,
    /// Who answers for it.
    pub signed: Signed,
    /// What was filled in.
    pub answers: Vec<Answer>,
}

/// Reads a form.
///
/// **Errors**: why it is refused as a whole: no workbook, no form of ours, changed since it was
/// sent, or nobody signed it.
pub fn read_filled(file: &str, bytes: &[u8]) -> Result<Filled, Refusal> {
    let refuse = |why: Message| Refusal { location: file.to_string(), why };
    let book = read_workbook(bytes)
        .map_err(|reason| refuse(message!("it cannot be read: {reason}", "无法读取：{reason}")))?;
    let sheet = |name: &str| book.sheets.iter().find(|sheet| sheet.name == name);
    let seal = sheet(SEAL).and_then(Seal::read);
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let (Some(seal), Some(questions)) = (seal, sheet(QUESTIONS)) else {
        return Err(refuse(message!(
            "it is no reporting form, or one of its sheets was removed or renamed; fill in the \
                form as it was sent",
            "不是填报表，或有工作表被删除、改名；请用发出的原表填报"
        )));
    };
    if names != SHEETS {
        return Err(refuse(message!(
            "its sheets are {}, they were {}; fill in the form as it was sent",
            "现有工作表为{}，发出时为{}；请用发出的原表填报",
            names.join(", "),
            SHEETS.join(", ")
        )));
    }
    let asked: Vec<&SheetRow> = questions.rows.iter().filter(|row| is_question(row)).collect();
    let digest = digest_of_read(
        [&seal.plan, &seal.period, &seal.reporter],
        &book.sheets,
        |sheet, row, column| is_input(sheet, row, column, asked.len()),
    );
    if digest != seal.digest {
        return Err(refuse(message!(
            "its header, ids or texts were changed since it was sent; fill in the form as it was \
                sent",
            "表头、标识或灰字内容与发出时不同；请用发出的原表填报"
        )));
    }
    let period = Period::parse(&seal.period)
        .ok_or_else(|| refuse(message!("its period cannot be read", "时期无法识别")))?;
    let signed = sheet(SIGNATURES).map(read_signed).unwrap_or_default();
    if signed.filled_by.is_empty() || signed.checked_by.is_empty() || signed.answered_by.is_empty()
    {
        return Err(refuse(message!(
            "nobody signed it: who filled it in, checked it and answers for it stands on the sheet \
                {SIGNATURES}",
            "没有签报：请在“{SIGNATURES}”表填写填报人、审核人和负责人"
        )));
    }
    let answers = asked.into_iter().map(read_answer).collect();
    Ok(Filled {
        file: file.to_string(),
        plan: seal.plan,
        period,
        reporter: seal.reporter,
        signed,
        answers,
    })
}

/// Questions stand below the head, each with the id of its indicator.
fn is_question(row: &SheetRow) -> bool {
    row.number > HEAD_ROW + 1 && !text_of(row, ID).is_empty()
}

fn read_answer(row: &SheetRow) -> Answer {
    let first_word =
        |column: usize| text_of(row, column).split_whitespace().next().unwrap_or("").to_string();
    let column = u32::try_from(VALUE + 1).unwrap_or(u32::MAX);
    Answer {
        cell: Location { file: FileId(0), line: row.number, column }.cell(),
        indicator: text_of(row, ID),
        region: text_of(row, REGION_ID),
        value: row.cells.get(VALUE).cloned().unwrap_or(Cell::Empty),
        flag: first_word(FLAG),
        revision: first_word(REVISION),
        note: text_of(row, NOTE),
        internal_note: text_of(row, INTERNAL_NOTE),
    }
}

fn read_signed(sheet: &WorkbookSheet) -> Signed {
    let answer = |at: usize| {
        let (_, asked) = SIGNERS[at];
        let row = sheet.rows.iter().find(|row| row.number == asked + 1);
        row.map_or_else(String::new, |row| text_of(row, SIGNER_COLUMN as usize))
    };
    Signed {
        filled_by: answer(0),
        checked_by: answer(1),
        answered_by: answer(2),
        telephone: answer(3),
    }
}

fn text_of(row: &SheetRow, column: usize) -> String {
    match row.cells.get(column) {
        Some(Cell::Text(text)) => text.trim().to_string(),
        Some(Cell::Number { digits, .. }) => digits.clone(),
        Some(Cell::Day(day)) => day.to_string(),
        _ => String::new(),
    }
}
