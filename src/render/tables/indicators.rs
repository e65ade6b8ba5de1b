//! Indicators down, what is said of each across.

use serde::Serialize;

use crate::render::text_id::{TextId, text};
use crate::render::views::IndicatorRow;

use super::markup_writer::{
    CELL, HEAD, HEAD_OF_NUMBERS, HEAD_OF_STATUS, MarkupWriter, NUMBER_CELL, STATUS_CELL, Table,
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

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(self.caption);
        writer
            .markup("\"><table class=\"indicators\"><caption><span class=\"said\">")
            .text(self.caption)
            .markup("</span>");
        writer.sample_mark(self.is_sample).markup("</caption>\n");
        writer.head(&[
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
        writer.markup("\n<tbody>");
        for row in self.rows {
            writer.markup("<tr data-is=\"").markup(row.standing).markup("\">");
            write_name(writer, row);
            writer.cell(CELL, &row.unit).cell("<td lang=\"zh-CN\">", &row.phrase);
            writer
                .cell(NUMBER_CELL, &row.actual)
                .cell(NUMBER_CELL, &row.completion)
                .cell(NUMBER_CELL, &row.schedule);
            writer.cell(NUMBER_CELL, &row.gap).markup(STATUS_CELL).pill(&row.pill).markup("</td>");
            writer.cell(CELL, &row.period).cell(CELL, &row.nature);
            writer.markup("<td class=\"words\">").text_or_dash(&row.note).markup("</td></tr>");
        }
        writer.markup("</tbody></table></div>");
    }
}

/// Writes the name of an indicator with its small drawings and its status.
pub(super) fn write_name(writer: &mut MarkupWriter<'_>, row: &IndicatorRow<'_>) {
    writer.markup("<th scope=\"row\">").link(&row.url, row.name).markup("<span class=\"minis\">");
    writer
        .markup(row.bar)
        .markup(row.spark)
        .markup("</span>")
        .status_word(&row.pill, &row.amount)
        .markup("</th>");
}
