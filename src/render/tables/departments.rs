//! What belongs to a department: its items with who else has a hand in them, and the indicators it
//! reports.

use serde::Serialize;

use crate::render::frame::Link;
use crate::render::text_id::{TextId, text};
use crate::render::views::{IndicatorRow, ItemRow};

use super::indicators::write_name;
use super::markup_writer::{
    CELL, HEAD, HEAD_OF_NUMBERS, HEAD_OF_STATUS, MarkupWriter, NUMBER_CELL, STATUS_CELL, Table,
};

/// One item of a department.
#[derive(Serialize)]
pub(in crate::render) struct DepartmentItem<'r> {
    pub row: ItemRow<'r>,
    pub role: String,
    pub others: Vec<Link>,
}

/// The items of a department.
#[derive(Serialize)]
pub(in crate::render) struct DepartmentItems<'r> {
    pub items: &'r [DepartmentItem<'r>],
}

impl Table for DepartmentItems<'_> {
    const TEMPLATE: &'static str = "department-items.html";

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer.markup("<ol class=\"item-rows\">");
        for DepartmentItem { row, others, .. } in self.items {
            writer
                .markup("<li class=\"item-row told-row\"><span class=\"item-number\">")
                .count(row.number);
            writer
                .markup("</span><a class=\"item-title\" href=\"")
                .text(&row.url)
                .markup("\">")
                .text(row.title);
            writer.markup("</a><span class=\"item-status\">").pill(&row.pill);
            writer
                .markup("</span><span class=\"item-detail\"><span>")
                .text(&row.reason)
                .markup("</span></span>");
            if !others.is_empty() {
                writer
                    .markup("<span class=\"item-others\">")
                    .message(text!("department-with"))
                    .message(text!("colon"));
                for (at, other) in others.iter().enumerate() {
                    if at > 0 {
                        writer.message(text!("list-pause"));
                    }
                    writer.link(&other.url, &other.title);
                }
                writer.markup("</span>");
            }
            writer.markup("</li>");
        }
        writer.markup("</ol>");
    }
}

/// One indicator a department reports.
#[derive(Serialize)]
pub(in crate::render) struct ReportRow<'r> {
    pub row: IndicatorRow<'r>,
    pub next: String,
}

/// The indicators a department reports.
#[derive(Serialize)]
pub(in crate::render) struct DepartmentReports<'r> {
    pub reports: &'r [ReportRow<'r>],
    /// The text over the targets.
    pub target_head: TextId,
    pub is_sample: bool,
}

impl Table for DepartmentReports<'_> {
    const TEMPLATE: &'static str = "department-reports.html";

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .message(text!("department-reports"));
        writer
            .markup("\"><table class=\"reports\"><caption><span class=\"said\">")
            .message(text!("department-reports"))
            .markup("</span>");
        writer.sample_mark(self.is_sample).markup("</caption>");
        writer.head(&[
            (HEAD, text!("th-indicator")),
            (HEAD, self.target_head.clone()),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_STATUS, text!("th-status")),
            (HEAD, text!("th-period")),
            (HEAD, text!("th-due-report")),
        ]);
        writer.markup("<tbody>");
        for ReportRow { row, next } in self.reports {
            writer.markup("<tr>");
            write_name(writer, row);
            writer.cell("<td lang=\"zh-CN\">", &row.phrase).cell(NUMBER_CELL, &row.actual);
            writer
                .markup(STATUS_CELL)
                .pill(&row.pill)
                .markup("</td>")
                .cell(CELL, &row.period)
                .cell(CELL, next)
                .markup("</tr>");
        }
        writer.markup("</tbody></table></div>");
    }
}
