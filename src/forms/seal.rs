//! The seal of a form: what it was made for, and a digest of everything in it that is not to be
//! filled in.
//!
//! It lies on a sheet nobody sees. A form whose text, ids or sheets are other than when it was sent
//! does not match it.
//!
//! A form is sealed, not signed: a changed header, id or text is refused. Who forges both form and
//! digest is not kept out; the receipt names who answers.

use crate::checksum::sha256;
use crate::workbook::{Cell, Entry, Look, WorkbookSheet};

/// The form of the seal.
pub(super) const SCHEMA: &str = "taizhang/form/1";
/// The sheet with the questions.
pub(super) const QUESTIONS: &str = "填报";
/// The sheet that says who answers for the figures.
pub(super) const SIGNATURES: &str = "责任";
/// The sheet that explains.
pub(super) const HELP: &str = "填报说明";
/// The sheet nobody sees.
pub(super) const SEAL: &str = "_taizhang";
/// All of them, in their order.
pub(super) const SHEETS: [&str; 4] = [QUESTIONS, SIGNATURES, HELP, SEAL];

/// What a form was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    pub plan: String,
    pub period: String,
    pub reporter: String,
    pub digest: String,
}

impl Seal {
    /// Lists its lines as the sheet holds them.
    pub fn lines(&self) -> [&str; 5] {
        [SCHEMA, &self.plan, &self.period, &self.reporter, &self.digest]
    }

    /// Reads it; nothing if the sheet is not one.
    pub fn read(sheet: &WorkbookSheet) -> Option<Self> {
        let text = |row: u32| {
            let row = sheet.rows.iter().find(|one| one.number == row)?;
            match row.cells.first()? {
                Cell::Text(text) => Some(text.clone()),
                Cell::Number { digits, .. } => Some(digits.clone()),
                _ => None,
            }
        };
        (text(1)? == SCHEMA).then_some(())?;
        Some(Self { plan: text(2)?, period: text(3)?, reporter: text(4)?, digest: text(5)? })
    }
}

/// One locked text and where it stands.
type Locked = (String, u32, u32, String);

/// Digests what stands on the sheets as they are drawn.
pub(super) fn digest_of_drawn<'e>(
    made_for: [&str; 3],
    entries: impl Iterator<Item = (&'e str, &'e Entry)>,
) -> String {
    let locked = entries
        .filter(|(_, entry)| entry.look != Look::Input && !entry.text.is_empty())
        .map(|(sheet, entry)| {
            (sheet.to_string(), entry.row, u32::from(entry.column), entry.text.clone())
        });
    digest(made_for, locked.collect())
}

/// Digests what stands on the sheets as they came back. `is_input` tells where people wrote.
pub(super) fn digest_of_read(
    made_for: [&str; 3],
    sheets: &[WorkbookSheet],
    is_input: impl Fn(&str, u32, u32) -> bool,
) -> String {
    let mut locked = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.name != SEAL) {
        for row in &sheet.rows {
            for (column, cell) in (0..).zip(&row.cells) {
                if let (Cell::Text(text), false) =
                    (cell, is_input(&sheet.name, row.number - 1, column))
                {
                    locked.push((sheet.name.clone(), row.number - 1, column, text.clone()));
                } else if *cell != Cell::Empty && !is_input(&sheet.name, row.number - 1, column) {
                    // Whatever stands where nothing was is not what was sent.
                    locked.push((sheet.name.clone(), row.number - 1, column, format!("{cell:?}")));
                }
            }
        }
    }
    digest(made_for, locked)
}

fn digest(made_for: [&str; 3], mut locked: Vec<Locked>) -> String {
    locked.sort();
    let mut text = format!("{SCHEMA}\n{}\n", made_for.join("\n"));
    for (sheet, row, column, words) in locked {
        // Programs write line ends in cells in their own ways.
        let words = words.replace("\r\n", "\n");
        text.push_str(&format!("{sheet}\u{1}{row}\u{1}{column}\u{1}{words}\n"));
    }
    sha256(text.as_bytes())
}
