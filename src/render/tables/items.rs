//! Items one below the other, each with its status and how its targets stand.

use serde::Serialize;

use crate::render::views::ItemRow;

use super::sheet::{Sheet, Table};

/// A list of items.
#[derive(Serialize)]
pub(in crate::render) struct ItemRows<'r> {
    pub items: &'r [ItemRow<'r>],
}

impl Table for ItemRows<'_> {
    const TEMPLATE: &'static str = "item-rows.html";

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet.markup("<ol class=\"item-rows\">");
        for item in self.items {
            sheet
                .markup("<li class=\"item-row\" data-is=\"")
                .markup(item.standing)
                .markup("\" data-departments=\"");
            for (at, department) in item.departments.iter().enumerate() {
                sheet.markup(if at == 0 { "" } else { " " }).text(department);
            }
            sheet
                .markup("\">\n<span class=\"item-number\">")
                .count(item.number)
                .markup("</span>\n<a class=\"item-title\" href=\"");
            sheet
                .text(&item.url)
                .markup("\">")
                .text(item.title)
                .markup("</a>\n<span class=\"item-status\">")
                .pill(&item.pill);
            sheet.markup("</span>\n<span class=\"item-detail\">");
            if !item.bar.is_empty() {
                sheet.markup(item.bar);
            } else if !item.marks.is_empty() {
                sheet.markup("<span class=\"marks\" aria-hidden=\"true\">");
                for mark in &item.marks {
                    sheet
                        .markup("<span class=\"")
                        .markup(mark.tone)
                        .markup("\">")
                        .markup(mark.mark)
                        .markup("</span>");
                }
                sheet.markup("</span>");
            }
            if !item.short.is_empty() {
                sheet.markup("<span class=\"item-short\">").text(&item.short).markup("</span>");
            }
            sheet.markup("</span>\n</li>");
        }
        sheet.markup("</ol>");
    }
}
