//! Tables and lists with a row for each indicator, item or region, and charts with their captions,
//! written straight into markup: they are most of a page's bytes.
//!
//! A page's template gets each finished. A theme that brings a template of the table's name gets
//! the rows instead and writes them itself.
//!
//! Each has the type its rows have. A test writes all of them by template and compares the bytes.
//! Templates are compiled once for each language with the texts set in that need no slots: a page
//! says a hundred of them.

mod departments;
mod figure;
mod indicators;
mod items;
mod markup_writer;
mod regions;

use super::context::{PageContext, RenderError};

pub(super) use departments::{DepartmentItem, DepartmentItems, DepartmentReports, ReportRow};
pub(super) use figure::FigureWithCaption;
pub(super) use indicators::IndicatorTable;
pub(super) use items::ItemRows;
use markup_writer::{MarkupWriter, Table};
pub(super) use regions::{RegionFigures, RegionIndicator, RegionRow, RegionRows, RegionTable};

/// The templates by which a theme may write the tables that are written natively otherwise.
pub(super) const TEMPLATES: [&str; 7] = [
    DepartmentItems::TEMPLATE,
    DepartmentReports::TEMPLATE,
    FigureWithCaption::TEMPLATE,
    IndicatorTable::TEMPLATE,
    ItemRows::TEMPLATE,
    RegionRows::TEMPLATE,
    RegionTable::TEMPLATE,
];

/// Writes a table: the theme's way, if the theme has one.
pub(super) fn write_table<T: Table>(
    context: PageContext<'_>,
    table: &T,
) -> Result<String, RenderError> {
    if context.renderer.templates.has(T::TEMPLATE) {
        let rendered =
            context.renderer.templates.render(context.address.language, T::TEMPLATE, table);
        let markup = rendered.map(|markup| String::from_utf8_lossy(&markup).trim_end().to_string());
        return markup.map_err(|fault| RenderError::Template {
            page: context.renderer.path_of(context.address),
            fault,
        });
    }
    let mut writer =
        MarkupWriter { words: context.words(), markup: String::with_capacity(table.size()) };
    table.write(&mut writer);
    Ok(writer.markup)
}
