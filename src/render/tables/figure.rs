//! A chart in a page, with what it says and the way to its file.

use crate::render::text_id::text;

use serde::Serialize;

use super::sheet::{Sheet, Table};

/// A chart with its caption.
#[derive(Serialize)]
pub(in crate::render) struct FigureWithCaption<'r> {
    /// Finished markup.
    pub svg: &'r str,
    /// A sentence, or nothing.
    pub told: &'r str,
    /// The same chart in a file of its own, or nothing.
    pub url: &'r str,
    pub is_sample: bool,
}

impl Table for FigureWithCaption<'_> {
    const TEMPLATE: &'static str = "figure.html";

    fn write(&self, sheet: &mut Sheet<'_>) {
        sheet.markup("<figure>").markup(self.svg);
        if !self.told.is_empty() || !self.url.is_empty() || self.is_sample {
            sheet.markup("<figcaption>");
            if !self.told.is_empty() {
                sheet.text(self.told).markup(" ");
            }
            if self.is_sample {
                sheet
                    .markup("<span class=\"sample\">")
                    .say(text!("sample-mark"))
                    .markup("</span> ");
            }
            if !self.url.is_empty() {
                sheet
                    .markup("<a href=\"")
                    .text(self.url)
                    .markup("\">")
                    .say(text!("chart-file"))
                    .markup("</a>");
            }
            sheet.markup("</figcaption>");
        }
        sheet.markup("</figure>");
    }

    fn size(&self) -> usize {
        self.svg.len() + self.told.len() + self.url.len() + 160
    }
}
