//! What a plan is: the words of the field as types.
//!
//! Comes in: nothing. These are values that [`load`](crate::load) makes and everybody after it
//! reads. Nothing here knows files, HTML, diagnostics or today's date. Who names an item, an
//! indicator or a region does so by its index, so that a million observations stay small.

pub mod index;

pub mod bands;
pub mod calendar;
pub mod period;

pub mod status;

pub mod department;
pub mod region;

pub mod target;

pub mod indicator;
pub mod milestone;
pub mod observation;
pub mod provenance;

pub mod ledger;

pub mod item;
pub mod link;
pub mod update;

pub mod edition;

pub mod snapshot;

pub mod release;

pub mod scoring;

pub mod plan;

pub mod site;

pub mod ledger_row;
