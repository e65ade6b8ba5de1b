//! Tables and lists with a row for each indicator, item or region, and charts with their captions, written straight into markup: they are
//! most of a page's bytes.
//!
//! A page's template gets each finished. A theme that brings a template of the table's name gets the rows instead and writes them itself.

mod departments;
mod figure;
mod indicators;
mod items;
mod regions;

use serde::Serialize;

use super::address::Address;
use super::markup::escape_into;
use super::pills::Pill;
use super::words::Words;
use super::{RenderError, Renderer};

pub(super) use departments::{DepartmentItem, DepartmentItems, DepartmentReports, ReportRow};
pub(super) use figure::FigureWithCaption;
pub(super) use indicators::IndicatorTable;
pub(super) use items::ItemRows;
pub(super) use regions::{RegionFigures, RegionIndicator, RegionRow, RegionRows, RegionTable};

/// A table that is ready to be written.
pub(super) trait Table: Serialize {
    /// The template that may write it in the place of [`write`](Self::write).
    const TEMPLATE: &'static str;

    /// Writes it.
    fn write(&self, sheet: &mut Sheet<'_>);

    /// Returns about how many bytes that takes.
    fn size(&self) -> usize {
        4096
    }
}

/// Writes a table: the theme's way, if the theme has one.
pub(super) fn write_table<T: Table>(renderer: &Renderer<'_>, address: Address, table: &T) -> Result<String, RenderError> {
    if renderer.templates.has(T::TEMPLATE) {
        let rendered = renderer.templates.render(address.language, T::TEMPLATE, table);
        let markup = rendered.map(|markup| String::from_utf8_lossy(&markup).trim_end().to_string());
        return markup.map_err(|reason| RenderError::Template {
            template: T::TEMPLATE.to_string(),
            page: renderer.path_of(address),
            reason,
        });
    }
    let mut sheet = Sheet { words: renderer.words(address.language), markup: String::with_capacity(table.size()) };
    table.write(&mut sheet);
    Ok(sheet.markup)
}

/// Markup while it is written, in a language.
pub(super) struct Sheet<'w> {
    words: &'w Words,
    markup: String,
}

impl Sheet<'_> {
    /// Writes finished markup.
    fn markup(&mut self, markup: &str) -> &mut Self {
        self.markup.push_str(markup);
        self
    }

    /// Writes words as they are.
    fn text(&mut self, text: &str) -> &mut Self {
        escape_into(&mut self.markup, text);
        self
    }

    /// Writes a number.
    fn count(&mut self, count: impl std::fmt::Display) -> &mut Self {
        use std::fmt::Write;
        // Writing into a string cannot fail.
        let _ = write!(self.markup, "{count}");
        self
    }

    /// Writes a text of the theme.
    fn say(&mut self, key: &str) -> &mut Self {
        match self.words.fixed(key) {
            Some(text) => escape_into(&mut self.markup, text),
            None => escape_into(&mut self.markup, &self.words.plain(key)),
        }
        self
    }

    /// Writes a sentence in small type below a name; nothing where there is none.
    fn small_line(&mut self, text: &str) -> &mut Self {
        if text.is_empty() {
            return self;
        }
        self.markup("<small class=\"finding\">").text(text).markup("</small>")
    }

    /// Writes a text, or a dash where there is none.
    fn text_or_dash(&mut self, text: &str) -> &mut Self {
        if text.is_empty() { self.say("dash") } else { self.text(text) }
    }

    /// Writes a cell with one text in it.
    fn cell(&mut self, opening: &str, text: &str) -> &mut Self {
        self.markup(opening).text(text).markup("</td>")
    }

    /// Writes the head of a table: the opening of each cell with the text it holds.
    fn head(&mut self, cells: &[(&str, &str)]) -> &mut Self {
        self.markup("<thead><tr>");
        for (opening, key) in cells {
            self.markup(opening).say(key).markup("</th>");
        }
        self.markup("</tr></thead>")
    }

    /// Writes the mark of a sample, where this is one.
    fn sample_mark(&mut self, is_sample: bool) -> &mut Self {
        if is_sample {
            self.markup(" <span class=\"sample\">").say("sample-mark").markup("</span>");
        }
        self
    }

    /// Writes a link.
    fn link(&mut self, url: &str, title: &str) -> &mut Self {
        self.markup("<a href=\"").text(url).markup("\">").text(title).markup("</a>")
    }

    /// Writes a status: what the component `pill` writes in templates.
    fn pill(&mut self, pill: &Pill) -> &mut Self {
        self.markup("<span class=\"pill ").markup(pill.tone).markup("\" data-status=\"").markup(pill.code);
        self.markup("\">").markup(pill.mark).markup("<span>").text(&pill.word).markup("</span></span>")
    }

    /// Writes a status below a name, for narrow screens: what the component `status_word` writes in templates.
    fn status_word(&mut self, pill: &Pill, amount: &str) -> &mut Self {
        self.markup("<span class=\"status-word ").markup(pill.tone).markup("\">").markup(pill.mark).markup(" ");
        if !amount.is_empty() {
            self.markup("<span aria-hidden=\"true\">").text(amount).markup(" · </span>");
        }
        self.text(&pill.word).markup("</span>")
    }

    /// Writes a status, or a dash where there is none.
    fn pill_or_dash(&mut self, pill: Option<&Pill>) -> &mut Self {
        match pill {
            Some(pill) => self.pill(pill),
            None => self.say("dash"),
        }
    }
}

/// A cell of a head.
const HEAD: &str = "<th scope=\"col\">";
/// One over numbers.
const HEAD_OF_NUMBERS: &str = "<th scope=\"col\" class=\"num\">";
/// One over statuses.
const HEAD_OF_STATUS: &str = "<th scope=\"col\" class=\"status\">";
const CELL: &str = "<td>";
const NUMBER_CELL: &str = "<td class=\"num\">";
const STATUS_CELL: &str = "<td class=\"status\">";
