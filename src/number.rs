//! Exact decimal numbers.
//!
//! A figure enters as text, is kept as the decimal it says, is compared unrounded and is rounded
//! only when shown. Comes in: the text of a cell or of a TOML value. Goes out: a [`Number`], or a
//! [`NumberFault`] that says what is wrong with the text. The sizes are limited on purpose (15
//! digits before the point, 9 behind), so that no sum or ratio of sensible figures can overflow; an
//! absurd product stays at the largest number there is and never panics. This is the home of
//! `rust_decimal`; nobody else names it.

mod compact;
mod decimal;
mod digits;
mod fault;
mod order;

pub use compact::Compact;
pub use decimal::Number;
pub use digits::write_digits;
pub use fault::NumberFault;
