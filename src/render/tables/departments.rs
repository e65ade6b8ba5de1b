//! What belongs to a department: its items with who else has a hand in them, and the indicators it
//! reports.

use serde::Serialize;

use crate::render::frame::Link;
use crate::render::text_id::{TextId, text};
use crate::render::views::{IndicatorRow, ItemRow};

use super::indicators::write_name;
use super::sheet::{
    CELL, HEAD, HEAD_OF_NUMBERS, HEAD_OF_STATUS, NUMBER_CELL, STATUS_CELL, Sheet, Table,
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

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet.markup("<ol class=\"item-rows\">");
        for DepartmentItem { row, others, .. } in self.items {
            sheet
                .markup("<li class=\"item-row told-row\"><span class=\"item-number\">")
                .count(row.number);
            sheet
                .markup("</span><a class=\"item-title\" href=\"")
                .text(&row.url)
                .markup("\">")
                .text(row.title);
            sheet.markup("</a><span class=\"item-status\">").pill(&row.pill);
            sheet
                .markup("</span><span class=\"item-detail\"><span>")
                .text(&row.reason)
                .markup("</span></span>");
            if !others.is_empty() {
                sheet
                    .markup("<span class=\"item-others\">")
                    .say(text!("department-with"))
                    .say(text!("colon"));
                for (at, other) in others.iter().enumerate() {
                    if at > 0 {
                        sheet.say(text!("list-pause"));
                    }
                    sheet.link(&other.url, &other.title);
                }
                sheet.markup("</span>");
            }
            sheet.markup("</li>");
        }
        sheet.markup("</ol>");
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

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .say(text!("department-reports"));
        sheet
            .markup("\"><table class=\"reports\"><caption><span class=\"said\">")
            .say(text!("department-reports"))
            .markup("</span>");
        sheet.sample_mark(self.is_sample).markup("</caption>");
        sheet.head(&[
            (HEAD, text!("th-indicator")),
            (HEAD, self.target_head.clone()),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_STATUS, text!("th-status")),
            (HEAD, text!("th-period")),
            (HEAD, text!("th-due-report")),
        ]);
        sheet.markup("<tbody>");
        for ReportRow { row, next } in self.reports {
            sheet.markup("<tr>");
            write_name(sheet, row);
            sheet.cell("<td lang=\"zh-CN\">", &row.phrase).cell(NUMBER_CELL, &row.actual);
            sheet
                .markup(STATUS_CELL)
                .pill(&row.pill)
                .markup("</td>")
                .cell(CELL, &row.period)
                .cell(CELL, next)
                .markup("</tr>");
        }
        sheet.markup("</tbody></table></div>");
    }
}
