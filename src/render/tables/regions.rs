//! The figures of regions: of one indicator in all regions, and of one region in all indicators.

use serde::Serialize;

use crate::render::frame::Link;
use crate::render::pills::Pill;
use crate::render::text_id::text;

use super::sheet::{
    CELL, HEAD, HEAD_OF_NUMBERS, HEAD_OF_STATUS, NUMBER_CELL, STATUS_CELL, Sheet, Table,
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
    pub rows: &'r [RegionRow<'r>],
    pub is_sample: bool,
}

impl Table for RegionRows<'_> {
    const TEMPLATE: &'static str = "region-rows.html";

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(self.name)
            .markup(" ");
        sheet
            .say(text!("regions-fold"))
            .markup("\"><table><caption>")
            .text(self.name)
            .sample_mark(self.is_sample)
            .markup("</caption>");
        sheet.head(&[
            (HEAD, text!("th-region")),
            (HEAD_OF_NUMBERS, text!("th-allocation")),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_NUMBERS, text!("th-completion")),
            (HEAD, text!("th-status")),
        ]);
        sheet.markup("<tbody>");
        for row in self.rows {
            sheet.markup("<tr><th scope=\"row\">");
            match &row.url {
                Some(url) => sheet.link(url, row.name),
                None => sheet.text(row.name),
            };
            let figures = &row.figures;
            sheet.small_line(&figures.note);
            sheet
                .markup("</th>")
                .cell(NUMBER_CELL, &figures.target)
                .markup(NUMBER_CELL)
                .text(&figures.actual);
            sheet.small_line(&figures.other_period).markup("</td>");
            sheet
                .cell(NUMBER_CELL, &figures.completion)
                .markup(CELL)
                .pill_or_dash(figures.pill.as_ref())
                .markup("</td></tr>");
        }
        sheet.markup("</tbody></table></div>");
    }
}

/// One indicator in the table of a region.
#[derive(Serialize)]
pub(in crate::render) struct RegionIndicator<'r> {
    pub indicator: Link,
    pub item: u32,
    pub unit: &'r str,
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

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet
            .markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(self.title)
            .markup(" ");
        sheet
            .count(self.index)
            .markup("\"><table class=\"region-table\"><caption><span class=\"said\">")
            .text(self.title);
        sheet
            .markup(" ")
            .count(self.index)
            .markup("</span>")
            .sample_mark(self.is_sample)
            .markup("</caption>");
        sheet.head(&[
            (HEAD_OF_NUMBERS, text!("th-item")),
            (HEAD, text!("th-indicator")),
            (HEAD, text!("th-unit")),
            (HEAD_OF_NUMBERS, text!("th-allocation")),
            (HEAD_OF_NUMBERS, text!("th-actual")),
            (HEAD_OF_NUMBERS, text!("th-completion")),
            (HEAD_OF_STATUS, text!("th-status")),
            (HEAD, text!("th-period")),
        ]);
        sheet.markup("<tbody>");
        for one in self.rows {
            let figures = &one.figures;
            sheet
                .markup("<tr><td class=\"num\">")
                .count(one.item)
                .markup("</td><th scope=\"row\">");
            sheet.link(&one.indicator.url, &one.indicator.title);
            if let Some(pill) = &figures.pill {
                sheet.status_word(pill, "");
            }
            sheet.small_line(&one.finding).small_line(&figures.note);
            sheet
                .markup("</th>")
                .cell(CELL, one.unit)
                .cell(NUMBER_CELL, &figures.target)
                .cell(NUMBER_CELL, &figures.actual);
            sheet
                .cell(NUMBER_CELL, &figures.completion)
                .markup(STATUS_CELL)
                .pill_or_dash(figures.pill.as_ref())
                .markup("</td>");
            sheet.cell(CELL, &one.period).markup("</tr>");
        }
        sheet.markup("</tbody></table></div>");
    }
}
