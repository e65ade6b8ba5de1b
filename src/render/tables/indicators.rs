//! Indicators down, what is said of each across.

use serde::Serialize;

use crate::render::text_id::{TextId, text};
use crate::render::views::IndicatorRow;

use super::sheet::{
    CELL, HEAD, HEAD_OF_NUMBERS, HEAD_OF_STATUS, NUMBER_CELL, STATUS_CELL, Sheet, Table,
};

/// A table of indicators.
#[derive(Serialize)]
pub(in crate::render) struct IndicatorTable<'r> {
    pub caption: &'r str,
    pub rows: &'r [IndicatorRow<'r>],
    /// The text over the targets.
    pub target_head: TextId,
    pub is_sample: bool,
}

impl Table for IndicatorTable<'_> {
    const TEMPLATE: &'static str = "indicator-table.html";

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(self.caption);
        sheet
            .markup("\"><table class=\"indicators\"><caption><span class=\"said\">")
            .text(self.caption)
            .markup("</span>");
        sheet.sample_mark(self.is_sample).markup("</caption>\n");
        sheet.head(&[
            (HEAD, text!("th-indicator")),
            (HEAD, text!("th-unit")),
            (HEAD, self.target_head.clone()),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_NUMBERS, text!("th-completion")),
            (HEAD_OF_NUMBERS, text!("th-schedule")),
            (HEAD_OF_NUMBERS, text!("th-gap")),
            (HEAD_OF_STATUS, text!("th-status")),
            (HEAD, text!("th-period")),
            (HEAD, text!("th-nature")),
            (HEAD, text!("th-note")),
        ]);
        sheet.markup("\n<tbody>");
        for row in self.rows {
            sheet.markup("<tr data-is=\"").markup(row.standing).markup("\">");
            write_name(sheet, row);
            sheet.cell(CELL, row.unit).cell("<td lang=\"zh-CN\">", &row.phrase);
            sheet
                .cell(NUMBER_CELL, &row.actual)
                .cell(NUMBER_CELL, &row.completion)
                .cell(NUMBER_CELL, &row.schedule);
            sheet.cell(NUMBER_CELL, &row.gap).markup(STATUS_CELL).pill(&row.pill).markup("</td>");
            sheet.cell(CELL, &row.period).cell(CELL, &row.nature);
            sheet.markup("<td class=\"words\">").text_or_dash(&row.note).markup("</td></tr>");
        }
        sheet.markup("</tbody></table></div>");
    }
}

/// Writes the name of an indicator with its small drawings and its status.
pub(super) fn write_name(sheet: &mut Sheet<'_>, row: &IndicatorRow<'_>) {
    sheet.markup("<th scope=\"row\">").link(&row.url, row.name).markup("<span class=\"minis\">");
    sheet
        .markup(row.bar)
        .markup(row.spark)
        .markup("</span>")
        .status_word(&row.pill, &row.amount)
        .markup("</th>");
}
