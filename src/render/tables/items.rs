//! Items one below the other, each with its status and how its targets stand.

use serde::Serialize;

use crate::render::views::ItemRow;

use super::markup_writer::{MarkupWriter, Table};

/// A list of items.
#[derive(Serialize)]
pub(in crate::render) struct ItemRows<'r> {
    pub items: &'r [ItemRow<'r>],
}

impl Table for ItemRows<'_> {
    const TEMPLATE: &'static str = "item-rows.html";

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer.markup("<ol class=\"item-rows\">");
        for item in self.items {
            writer
                .markup("<li class=\"item-row\" data-is=\"")
                .markup(item.standing)
                .markup("\" data-departments=\"");
            for (at, department) in item.departments.iter().enumerate() {
                writer.markup(if at == 0 { "" } else { " " }).text(department);
            }
            writer
                .markup("\">\n<span class=\"item-number\">")
                .count(item.number)
                .markup("</span>\n<a class=\"item-title\" href=\"");
            writer
                .text(&item.url)
                .markup("\">")
                .text(item.title)
                .markup("</a>\n<span class=\"item-status\">")
                .pill(&item.pill);
            writer.markup("</span>\n<span class=\"item-detail\">");
            if !item.bar.is_empty() {
                writer.markup(item.bar);
            } else if !item.marks.is_empty() {
                writer.markup("<span class=\"marks\" aria-hidden=\"true\">");
                for mark in &item.marks {
                    writer
                        .markup("<span class=\"")
                        .markup(mark.tone)
                        .markup("\">")
                        .markup(mark.mark)
                        .markup("</span>");
                }
                writer.markup("</span>");
            }
            if !item.short.is_empty() {
                writer.markup("<span class=\"item-short\">").text(&item.short).markup("</span>");
            }
            writer.markup("</span>\n</li>");
        }
        writer.markup("</ol>");
    }
}
