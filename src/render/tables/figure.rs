//! A chart in a page, with what it says and the way to its file.

use crate::render::text_id::text;

use serde::Serialize;

use super::markup_writer::{MarkupWriter, Table};

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

    fn write(&self, writer: &mut MarkupWriter<'_>) {
        writer.markup("<figure>").markup(self.svg);
        if !self.told.is_empty() || !self.url.is_empty() || self.is_sample {
            writer.markup("<figcaption>");
            if !self.told.is_empty() {
                writer.text(self.told).markup(" ");
            }
            if self.is_sample {
                writer
                    .markup("<span class=\"sample\">")
                    .message(text!("sample-mark"))
                    .markup("</span> ");
            }
            if !self.url.is_empty() {
                writer
                    .markup("<a href=\"")
                    .text(self.url)
                    .markup("\">")
                    .message(text!("chart-file"))
                    .markup("</a>");
            }
            writer.markup("</figcaption>");
        }
        writer.markup("</figure>");
    }

    fn size(&self) -> usize {
        self.svg.len() + self.told.len() + self.url.len() + 160
    }
}
