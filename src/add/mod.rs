//! New parts of a site, as commented texts for editors to go on with: an item, an update, an
//! indicator, a period, the plan of another year.
//!
//! Comes in: what is there. Goes out: texts; the command finds their places and writes them.
//! Nothing that is there is changed but by adding.

mod file;
mod insert;
mod year;

pub use file::{edition_block, indicator_block, item_file, period_table, update_file};
pub use insert::insert_into_front_matter;
pub use year::{next_item, next_plan};
