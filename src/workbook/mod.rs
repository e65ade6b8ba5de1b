//! Workbooks as sheets of cells: what staff fill in, and what they are sent.
//!
//! Nothing here knows a plan. This is the home of `calamine`, which reads, and of
//! `rust_xlsxwriter`, which writes.

mod read;
mod write;

pub use read::{Cell, SheetRow, Workbook, WorkbookSheet, is_workbook, read_workbook};
pub use write::{Allowed, Entry, Look, Question, SheetDraft, write_workbook};
