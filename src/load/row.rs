//! One row of a table of any kind, asked cell by cell: of a CSV file or of a sheet.

use crate::diag::Code;
use crate::front_matter::Diagnostics;
use crate::message::Message;
use crate::source::Location;

/// A column a table may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub name: &'static str,
    pub is_required: bool,
}

/// A column that must be there.
pub(super) const fn required(name: &'static str) -> Column {
    Column { name, is_required: true }
}

/// A column that may be left out.
pub(super) const fn optional(name: &'static str) -> Column {
    Column { name, is_required: false }
}

/// One row. Columns are asked by their position in the list of known columns.
pub(super) trait Row {
    /// Returns a cell; empty where the column is absent.
    fn cell(&self, column: usize) -> &str;

    /// Returns where the row is cited; cheap.
    fn location(&self) -> Location;

    /// Returns the place of a cell. It may read the row again, so it is for messages only.
    fn location_of(&self, column: usize) -> Location;

    /// Returns whether a number is shown as a percentage, so that 0.18 reads 18 %.
    fn is_percent(&self, column: usize) -> bool;

    /// Returns whether nobody can see if a number is shown as a percentage.
    fn may_be_percent(&self, column: usize) -> bool;

    /// Returns whether people wrote it by hand, who name things as they are called and not by their
    /// ids.
    fn is_by_hand(&self) -> bool;

    /// Returns where faults are told.
    fn faults(&self) -> &Diagnostics;

    /// Reports a fault of a cell.
    fn fault(&self, code: Code, column: usize, message: Message, help: Message) {
        self.faults().push(code.at(self.location_of(column), message).help(help));
    }
}

/// Takes rows of any kind of table. Whoever has millions to take is compiled for each kind; a
/// closure does for all others.
pub(super) trait TakeRow {
    /// Takes a row.
    fn take<R: Row>(&mut self, row: &R);
}

impl<F: FnMut(&dyn Row)> TakeRow for F {
    fn take<R: Row>(&mut self, row: &R) {
        self(row);
    }
}
