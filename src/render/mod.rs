//! Turns an assessed site into pages and files.
//!
//! Comes in: the settings, the site, how each plan stands, and the texts of a theme. Goes out: a
//! list of tasks, and for each task one file. A page is a pure function of these and of its
//! address, so that a build may render all of them at once and a preview only the one asked for.
//! Nothing here touches the disk.

pub mod text_id;
pub mod words;

pub mod address;

pub mod period_words;
pub mod terms;

pub mod units;

pub mod facts;
pub mod sentences;

pub mod amounts;
mod cells;
mod kinds;
mod levels;
mod list_words;
mod parts_text;
mod reasons;
mod regions_text;

mod markup;
mod notes;

mod context;
mod crawlers;
mod frame;
mod government;
mod inventory;
mod rows;
mod shown;
mod sums;
mod theme;
mod theme_text;

mod pills;

mod calendar;
mod calendar_words;
mod drawings;
mod feeds;
mod figures;
mod findings;

mod views;

mod pages;

pub mod unchanged;

mod data;

mod tables;

mod edition_words;

mod tasks;

mod address_faults;

mod templates;

mod theme_doubts;

pub use address_faults::address_faults;
pub use context::{RenderError, RenderOptions, Renderer};
pub use shown::ShownPlan;
pub use tasks::Task;
pub use theme::{CompiledTheme, ThemeTexts};
pub use theme_doubts::doubts_of_theme;
pub use theme_text::{ThemeFault, ThemeText};
