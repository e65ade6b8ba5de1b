//! Puts figures into the words of the ledger, and who answers for them into a receipt nobody
//! publishes.

use serde_json::json;

use crate::csv_table::{CsvText, RowEnd};
use crate::date::Date;
use crate::model::ledger_row::LedgerColumn;

use super::compare::{Compared, Outcome};
use super::filled::Filled;

/// What a table of figures that came in by forms has behind the columns of the ledger. What begins
/// with `_` is never published.
const OF_THE_OFFICE: [&str; 2] = ["_reporter", "_note"];

/// Appends the new and changed figures of a form to a table of the ledger; `table` is what it says
/// so far, if it is there.
///
/// **Errors**: the first line of the table, if it is not the one forms write.
pub fn append_rows(
    table: Option<&str>,
    filled: &Filled,
    compared: &[Compared],
) -> Result<String, String> {
    let header = format!("{},{}", LedgerColumn::header(), OF_THE_OFFICE.join(","));
    let mut text = table.map_or_else(|| format!("{header}\n"), str::to_string);
    let first = text.trim_start_matches('\u{FEFF}').lines().next().unwrap_or("");
    if first != header {
        return Err(first.to_string());
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let mut rows = CsvText::behind(text, RowEnd::Lf);
    for one in
        compared.iter().filter(|one| matches!(one.outcome, Outcome::New | Outcome::Changed(_)))
    {
        rows.row(one.cells.iter().chain([&filled.reporter, &one.internal_note]));
    }
    Ok(rows.finish())
}

/// Writes down what came in, from whom, and who answers for it.
#[must_use]
pub fn receipt(filled: &Filled, compared: &[Compared], recorded: Date, sha256: &str) -> String {
    let figure = |one: &Compared| {
        let outcome = match &one.outcome {
            Outcome::New => "new",
            Outcome::Changed(_) => "changed",
            Outcome::Unchanged => "unchanged",
            Outcome::Empty => "empty",
            Outcome::Refused(_) => "refused",
        };
        json!({ "place": one.location, "what": one.what, "figure": one.figure, "outcome": outcome,
            "internal_note": one.internal_note })
    };
    let receipt = json!({
        "schema": "taizhang/receipt/1",
        "file": filled.file,
        "sha256": sha256,
        "plan": filled.plan,
        "period": filled.period.to_string(),
        "reporter": filled.reporter,
        "recorded": recorded.to_string(),
        "filled_by": filled.signed.filled_by,
        "checked_by": filled.signed.checked_by,
        "answered_by": filled.signed.answered_by,
        "telephone": filled.signed.telephone,
        "figures": compared.iter().map(figure).collect::<Vec<_>>(),
    });
    format!("{receipt:#}\n")
}
