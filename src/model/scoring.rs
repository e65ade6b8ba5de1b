//! Scoring: by which document, with which weights and in which groups regions are evaluated every
//! half-year.
//!
//! A plan has none unless its plan.md turns it on and names the document it is based on. These are
//! only the settings; [`assess::scoring`](crate::assess::scoring) computes with them.
//!
//! Evaluation is off unless a document orders it. Rows stay in official order; the place is a
//! column and appears nowhere else.

use crate::date::Date;
use crate::language::Text;
use crate::model::index::IndicatorIx;
use crate::model::period::{Cadence, Period, PeriodEnd};
use crate::model::region::RegionIx;
use crate::number::Number;
use crate::source::Location;
use crate::words::words;

/// How a figure becomes points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScoringMethod {
    /// By completion of the region's own target, from 0 up to a cap.
    Completion,
    /// By the efficacy coefficient: 60 for the worst of the group, 100 for the best.
    Efficacy,
    /// By rank in the group.
    Rank,
}

words! {
    /// The words of the content files.
    ScoringMethod { Completion = "completion", Efficacy = "efficacy", Rank = "rank" }
}

/// What becomes of a region that lacks a figure. It is never taken for zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissingRule {
    /// Its parts are shown; it has no total and no place.
    Unscored,
    /// Its total is made of the parts that are there, scaled up to their weights, and marked.
    Reweight,
}

words! {
    /// The words of the content files.
    MissingRule { Unscored = "unscored", Reweight = "reweight" }
}

/// The document that orders the evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Its title.
    pub title: String,
    /// Its number.
    pub document_number: Option<String>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Where it is named.
    pub location: Location,
}

/// How much one indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Which indicator.
    pub indicator: IndicatorIx,
    /// Its share of 100, above zero.
    pub weight: Number,
    /// Where it is written.
    pub location: Location,
}

/// Regions that are compared with each other, and with nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoringGroup {
    /// Its id, or the word of the `group` column.
    pub id: String,
    /// Its title; a group of the `group` column has none of its own.
    pub title: Option<Text>,
    /// Its regions, in official order.
    pub regions: Vec<RegionIx>,
}

/// The settings of an evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoring {
    /// The document it follows.
    pub basis: Basis,
    /// How figures become points.
    pub method: ScoringMethod,
    /// The parts, in the order they are written. They add up to exactly 100.
    pub weights: Vec<Weight>,
    /// The groups, each scored apart.
    pub groups: Vec<ScoringGroup>,
    /// How much completion counts at most; one where nothing is said.
    pub cap: Number,
    /// What becomes of missing figures.
    pub missing: MissingRule,
    /// The periods that are evaluated; nothing = every half-year of the plan.
    pub periods: Option<Vec<Period>>,
    /// Where it is written.
    pub location: Location,
}

/// Returns the half-year, the year or the end of a plan that a month ends, if it ends one: what may
/// be evaluated.
#[must_use]
pub fn evaluated_period(period_end: PeriodEnd, last: PeriodEnd) -> Option<Period> {
    let cadences: &[Cadence] = if period_end == last {
        &[Cadence::Year, Cadence::HalfYear, Cadence::Quarter, Cadence::Month]
    } else {
        &[Cadence::Year, Cadence::HalfYear]
    };
    cadences.iter().find_map(|cadence| cadence.period_ending(period_end))
}
