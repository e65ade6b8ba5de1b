//! The figures of regions: of one indicator in all regions, and of one region in all indicators.

use std::borrow::Cow;

use serde::Serialize;

use crate::render::frame::Link;
use crate::render::pills::Pill;
use crate::render::text_id::text;

use super::markup_writer::{
    CELL, HEAD, HEAD_OF_NUMBERS, HEAD_OF_STATUS, MarkupWriter, NUMBER_CELL, STATUS_CELL, Table,
};

/// How a region stands: its share, its figure, and what the one is of the other.
#[derive(Serialize)]
pub(in crate::render) struct RegionFigures {
    pub target: String,
    pub actual: String,
    /// The period of the figure, where that of the whole is another one; or nothing.
    pub other_period: String,
    pub completion: String,
    pub pill: Option<Pill>,
    /// The public remark of the figure, or nothing.
    pub note: String,
}

/// One region in the table beside its chart.
#[derive(Serialize)]
pub(in crate::render) struct RegionRow<'r> {
    pub name: &'r str,
    pub url: Option<String>,
    pub figures: RegionFigures,
}

/// The regions of one indicator.
#[derive(Serialize)]
pub(in crate::render) struct RegionRows<'r> {
    /// The indicator's.
    pub name: &'r str,
    /// What shares and figures are counted in; nothing of a coverage.
    pub unit: &'r str,
    pub rows: &'r [RegionRow<'r>],
    pub is_sample: bool,
}

impl Table for RegionRows<'_> {
    const TEMPLATE: &'static str = "region-rows.html";

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(self.name)
            .markup(" ");
        writer.message(text!("regions-fold")).markup("\"><table><caption>").text(self.name);
        if !self.unit.is_empty() {
            writer.markup(" <span class=\"unit\">").message(text!("th-unit"));
            writer.message(text!("colon")).text(self.unit).markup("</span>");
        }
        writer.sample_mark(self.is_sample).markup("</caption>");
        writer.head(&[
            (HEAD, text!("th-region")),
            (HEAD_OF_NUMBERS, text!("th-allocation")),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_NUMBERS, text!("th-completion")),
            (HEAD, text!("th-status")),
        ]);
        writer.markup("<tbody>");
        for row in self.rows {
            writer.markup("<tr><th scope=\"row\">");
            match &row.url {
                Some(url) => writer.link(url, row.name),
                None => writer.text(row.name),
            };
            let figures = &row.figures;
            writer.small_line(&figures.note);
            writer
                .markup("</th>")
                .cell(NUMBER_CELL, &figures.target)
                .markup(NUMBER_CELL)
                .text(&figures.actual);
            writer.small_line(&figures.other_period).markup("</td>");
            writer
                .cell(NUMBER_CELL, &figures.completion)
                .markup(CELL)
                .pill_or_dash(figures.pill.as_ref())
                .markup("</td></tr>");
        }
        writer.markup("</tbody></table></div>");
    }
}

/// One indicator in the table of a region.
#[derive(Serialize)]
pub(in crate::render) struct RegionIndicator<'r> {
    pub indicator: Link,
    pub item: u32,
    pub unit: Cow<'r, str>,
    pub period: String,
    /// Why it stands as it does.
    pub finding: String,
    pub figures: RegionFigures,
}

/// The indicators of one region.
#[derive(Serialize)]
pub(in crate::render) struct RegionTable<'r> {
    /// The region's name.
    pub title: &'r str,
    /// Which of the page's tables this is.
    pub index: usize,
    pub rows: &'r [RegionIndicator<'r>],
    pub is_sample: bool,
}

impl Table for RegionTable<'_> {
    const TEMPLATE: &'static str = "region-table.html";

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(self.title)
            .markup(" ");
        writer
            .count(self.index)
            .markup("\"><table class=\"region-table\"><caption><span class=\"said\">")
            .text(self.title);
        writer
            .markup(" ")
            .count(self.index)
            .markup("</span>")
            .sample_mark(self.is_sample)
            .markup("</caption>");
        writer.head(&[
            (HEAD_OF_NUMBERS, text!("th-item")),
            (HEAD, text!("th-indicator")),
            (HEAD, text!("th-unit")),
            (HEAD_OF_NUMBERS, text!("th-allocation")),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_NUMBERS, text!("th-completion")),
            (HEAD_OF_STATUS, text!("th-status")),
            (HEAD, text!("th-period")),
        ]);
        writer.markup("<tbody>");
        for one in self.rows {
            let figures = &one.figures;
            writer
                .markup("<tr><td class=\"num\">")
                .count(one.item)
                .markup("</td><th scope=\"row\">");
            writer.link(&one.indicator.url, &one.indicator.title);
            if let Some(pill) = &figures.pill {
                writer.status_word(pill, "");
            }
            writer.small_line(&one.finding).small_line(&figures.note);
            writer
                .markup("</th>")
                .cell(CELL, &one.unit)
                .cell(NUMBER_CELL, &figures.target)
                .cell(NUMBER_CELL, &figures.actual);
            writer
                .cell(NUMBER_CELL, &figures.completion)
                .markup(STATUS_CELL)
                .pill_or_dash(figures.pill.as_ref())
                .markup("</td>");
            writer.cell(CELL, &one.period).markup("</tr>");
        }
        writer.markup("</tbody></table></div>");
    }
}
