//! Markup while it is written: what every table is made of.

use serde::Serialize;

use crate::render::markup::escape_into;
use crate::render::pills::Pill;
use crate::render::text_id::{TextId, text};
use crate::render::words::Words;

/// A table that is ready to be written.
pub(in crate::render) trait Table: Serialize {
    /// The template that may write it in the place of [`write`](Self::write).
    const TEMPLATE: &'static str;

    /// Writes it.
    fn write(&self, writer: &mut MarkupWriter<'_>);

    /// Returns about how many bytes that takes.
    fn size(&self) -> usize {
        4096
    }
}

/// Markup while it is written, in a language.
pub(in crate::render) struct MarkupWriter<'w> {
    pub words: &'w Words,
    pub markup: String,
}

impl MarkupWriter<'_> {
    /// Writes finished markup.
    pub fn markup(&mut self, markup: &str) -> &mut Self {
        self.markup.push_str(markup);
        self
    }

    /// Writes words as they are.
    pub fn text(&mut self, text: &str) -> &mut Self {
        escape_into(&mut self.markup, text);
        self
    }

    /// Writes a number.
    pub fn count(&mut self, count: impl std::fmt::Display) -> &mut Self {
        use std::fmt::Write;
        // Writing into a string cannot fail.
        let _ = write!(self.markup, "{count}");
        self
    }

    /// Writes a text of the theme.
    pub fn message(&mut self, key: TextId) -> &mut Self {
        match self.words.fixed(&key) {
            Some(text) => escape_into(&mut self.markup, text),
            None => escape_into(&mut self.markup, &self.words.plain(key)),
        }
        self
    }

    /// Writes a sentence in small type below a name; nothing where there is none.
    pub fn small_line(&mut self, text: &str) -> &mut Self {
        if text.is_empty() {
            return self;
        }
        self.markup("<small class=\"finding\">").text(text).markup("</small>")
    }

    /// Writes a text, or a dash where there is none.
    pub fn text_or_dash(&mut self, text: &str) -> &mut Self {
        if text.is_empty() { self.message(text!("dash")) } else { self.text(text) }
    }

    /// Writes a cell with one text in it.
    pub fn cell(&mut self, opening: &str, text: &str) -> &mut Self {
        self.markup(opening).text(text).markup("</td>")
    }

    /// Writes the head of a table: the opening of each cell with the text it holds.
    pub fn head(&mut self, cells: &[(&str, TextId)]) -> &mut Self {
        self.markup("<thead><tr>");
        for (opening, key) in cells {
            self.markup(opening).message(key.clone()).markup("</th>");
        }
        self.markup("</tr></thead>")
    }

    /// Writes the mark of a sample, where this is one.
    pub fn sample_mark(&mut self, is_sample: bool) -> &mut Self {
        if is_sample {
            self.markup(" <span class=\"sample\">").message(text!("sample-mark")).markup("</span>");
        }
        self
    }

    /// Writes a link.
    pub fn link(&mut self, url: &str, title: &str) -> &mut Self {
        self.markup("<a href=\"").text(url).markup("\">").text(title).markup("</a>")
    }

    /// Writes a status: what the component `pill` writes in templates.
    pub fn pill(&mut self, pill: &Pill) -> &mut Self {
        self.markup("<span class=\"pill ")
            .markup(pill.tone)
            .markup("\" data-status=\"")
            .markup(pill.code);
        self.markup("\">")
            .markup(pill.mark)
            .markup("<span>")
            .text(&pill.word)
            .markup("</span></span>")
    }

    /// Writes a status below a name, for narrow screens: what the component `status_word` writes in
    /// templates.
    pub fn status_word(&mut self, pill: &Pill, amount: &str) -> &mut Self {
        self.markup("<span class=\"status-word ")
            .markup(pill.tone)
            .markup("\">")
            .markup(pill.mark)
            .markup(" ");
        if !amount.is_empty() {
            self.markup("<span aria-hidden=\"true\">").text(amount).markup(" · </span>");
        }
        self.text(&pill.word).markup("</span>")
    }

    /// Writes a status, or a dash where there is none.
    pub fn pill_or_dash(&mut self, pill: Option<&Pill>) -> &mut Self {
        match pill {
            Some(pill) => self.pill(pill),
            None => self.message(text!("dash")),
        }
    }
}

/// A cell of a head.
pub(super) const HEAD: &str = "<th scope=\"col\">";

/// One over numbers.
pub(super) const HEAD_OF_NUMBERS: &str = "<th scope=\"col\" class=\"num\">";

/// One over statuses.
pub(super) const HEAD_OF_STATUS: &str = "<th scope=\"col\" class=\"status\">";

pub(super) const CELL: &str = "<td>";

pub(super) const NUMBER_CELL: &str = "<td class=\"num\">";

pub(super) const STATUS_CELL: &str = "<td class=\"status\">";
