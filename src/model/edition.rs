//! Editions: the states of knowledge that were signed off and published; and changes of the plan
//! itself.

use crate::date::Date;
use crate::language::Text;
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::indicator::Target;
use crate::model::period::Period;
use crate::source::Location;
use crate::words::words;

/// How far an edition has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditionState {
    /// Being prepared.
    Draft,
    /// Signed off.
    Approved,
    /// Out.
    Published,
}

words! {
    /// The words of the content files.
    EditionState { Draft = "draft", Approved = "approved", Published = "published" }
}

/// A signed document that an edition belongs to. Only with one may a page be called a bulletin
/// (通报).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// Its title.
    pub title: String,
    /// Its number.
    pub document_number: Option<String>,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

/// One edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its id, the period where nothing else is said.
    pub id: String,
    /// The period it is about.
    pub period: Period,
    /// The last day of knowledge in it.
    pub as_of: Date,
    /// Its title, where it has one of its own.
    pub title: Option<Text>,
    /// How far it has come.
    pub state: EditionState,
    /// The day it was signed off.
    pub approved_on: Option<Date>,
    /// The office that signed it off.
    pub approved_by: Option<String>,
    /// The reference of the sign-off.
    pub reference: Option<String>,
    /// The day its publication was announced for.
    pub planned: Option<Date>,
    /// When it was published, as `2023-07-28 09:30`.
    pub published_at: Option<String>,
    /// Why it came later than planned.
    pub delay_reason: Option<Text>,
    /// The document it belongs to.
    pub bulletin: Option<Bulletin>,
    /// Where it is written.
    pub location: Location,
}

/// A change of the plan: told, never silent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRevision {
    /// The day of the change.
    pub date: Date,
    /// The number of the item.
    pub item: Option<u32>,
    /// What was changed.
    pub field: String,
    /// How it read.
    pub old: String,
    /// How it reads.
    pub new: String,
    /// Why.
    pub reason: Text,
    /// By which document.
    pub source: String,
    /// What it changes in the texts this program prints; nothing = it is told and changes nothing
    /// here.
    pub revised: Option<RevisedText>,
    /// Where it is written.
    pub location: Location,
}

/// A text of the plan, and how it read before a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisedText {
    /// The title of an item.
    Title(ItemIx, String),
    /// The name of an indicator.
    Name(IndicatorIx, String),
    /// The target of an indicator.
    Target(IndicatorIx, Box<Target>),
}
