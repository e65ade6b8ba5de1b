//! Updates: news, reviews and documents about the plan.

use crate::date::Date;
use crate::language::Text;
use crate::model::index::ItemIx;
use crate::model::period::Period;
use crate::model::region::RegionIx;
use crate::source::Location;
use crate::words::words;

/// What an update is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UpdateKind {
    /// Something happened (动态).
    News,
    /// A review meeting (调度).
    Review,
    /// A document came out (文件).
    Document,
}

words! {
    /// The words of the content files.
    UpdateKind { News = "news", Review = "review", Document = "document" }
}

/// A link to what proves something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Where the address is written.
    pub location: Location,
}

/// One short text with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The file's name without its ending; its anchor on the page.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The day it is about.
    pub date: Date,
    /// When the office knew; the date where nothing else is said.
    pub recorded: Date,
    /// What it is.
    pub kind: UpdateKind,
    /// The period it belongs to.
    pub period: Option<Period>,
    /// The items it is about.
    pub items: Vec<ItemIx>,
    /// The regions it is about.
    pub regions: Vec<RegionIx>,
    /// The level at which it took place.
    pub level: Option<Text>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// What it says (Markdown).
    pub body: Text,
    /// Where it is written.
    pub location: Location,
}
