//! Reporting forms: a workbook for each reporter, and the way of its figures back into the ledger.
//!
//! The office sends out what it needs ([`forms_of`], [`draw_form`]); a reporter fills it in;
//! [`read_filled`] takes the figures back and [`compare`] says of each whether it is new, changed,
//! unchanged or refused. Nothing here touches the disk: the command reads and writes.
//!
//! The day on which figures come in is given (`forms collect --recorded`), since nothing but a
//! preview asks what day it is.

mod draw;
mod form;
mod seal;

mod compare;
mod filled;

mod rows;

pub use compare::{Compared, Outcome, compare};
pub use draw::draw_form;
pub use filled::{Answer, Filled, Refusal, Signed, read_filled};
pub use form::{Form, FormReporter, FormRow, forms_of};
pub use rows::{append_rows, receipt};
