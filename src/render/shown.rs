//! How a plan is shown on a day: what was found of it, and what pages ask of it again and again.
//!
//! What a list holds is found once for each state of a plan and kept here: the rows of regions and
//! departments, small drawings, whether there is a calendar. A page of a long list takes its five
//! hundred rows and nothing else.

use std::sync::{Arc, OnceLock};

use crate::assess::assessment::Assessment;
use crate::assess::scoring::PeriodScores;
use crate::model::department::Role;
use crate::model::edition::Edition;
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::plan::Plan;
use crate::model::snapshot::Snapshot;
use crate::model::status::Standing;

use super::sums::Sums;

/// A plan as it is shown on a day, together with its editions up to then.
#[derive(Debug)]
pub struct ShownPlan {
    /// The plan as it read on the day, where it read otherwise than today.
    pub plan_then: Option<Arc<Plan>>,
    /// How it stands on the day that is shown, by today's rules.
    pub assessment: Arc<Assessment>,
    /// What readers are told, to be compared with editions; nothing where there is none to compare
    /// with. Of a frozen edition it is what was published.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The edition that is shown, unless another day was asked for.
    pub edition: Option<Edition>,
    /// How regions are evaluated, by period; nothing where it is off, and of editions.
    pub evaluation: Vec<PeriodScores>,
    /// Whether this is not what was published.
    pub is_preview: bool,
    /// Its editions up to the day, the oldest knowledge first. An edition has none itself.
    pub editions: Vec<ShownPlan>,
    /// The checksums of its files.
    pub(super) sums: Sums,
    /// Which figures stand in the lists of regions, found when an address first asks for it.
    pub(super) region_rows: OnceLock<RegionRows>,
    /// What belongs to each department, found when a page first asks for it.
    pub(super) department_rows: OnceLock<DepartmentRows>,
    /// The small drawings of each indicator, drawn when a table first has its row.
    pub(super) minis: OnceLock<Box<[OnceLock<Minis>]>>,
    /// Whether anything has a day, found when a page first asks for it.
    pub(super) has_calendar: OnceLock<bool>,
}

impl ShownPlan {
    /// Shows how a plan stands; what belongs to an edition is added by whoever knows it.
    #[must_use]
    pub fn new(plan_then: Option<Arc<Plan>>, assessment: Arc<Assessment>) -> Self {
        Self {
            plan_then,
            assessment,
            snapshot: None,
            edition: None,
            evaluation: Vec::new(),
            is_preview: false,
            editions: Vec::new(),
            sums: Sums::default(),
            region_rows: OnceLock::new(),
            department_rows: OnceLock::new(),
            minis: OnceLock::new(),
            has_calendar: OnceLock::new(),
        }
    }

    /// Returns the edition before this one, or before the day that is shown.
    #[must_use]
    pub fn edition_before(&self) -> Option<&ShownPlan> {
        self.editions.iter().rfind(|edition| edition.assessment.as_of() < self.assessment.as_of())
    }

    /// Returns whether another state of the same texts is shown on the same days, so that pages may
    /// differ in figures only.
    #[must_use]
    pub fn is_shown_like(&self, other: &Self) -> bool {
        let on =
            |shown: &Self| (shown.assessment.as_of(), shown.assessment.has_begun, shown.is_preview);
        on(self) == on(other)
            && self.edition == other.edition
            && self.editions.len() == other.editions.len()
            && self
                .editions
                .iter()
                .zip(&other.editions)
                .all(|(a, b)| on(a) == on(b) && a.edition == b.edition)
    }

    /// Returns the plan as it read on the day.
    #[must_use]
    pub fn plan<'p>(&'p self, today: &'p Plan) -> &'p Plan {
        self.plan_then.as_deref().unwrap_or(today)
    }
}

/// What stands in the lists of regions, found once for every state of a plan.
#[derive(Debug)]
pub(in crate::render) struct RegionRows {
    pub(super) by_region: Vec<RegionList>,
    /// The indicators that are judged in any region.
    pub(super) judged: Vec<IndicatorIx>,
}

/// What stands in the list of one region.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::render) struct RegionList {
    /// The indicators that have a figure or a target of the region: those that are judged there
    /// first, each kind in the order of the plan.
    pub figures: Vec<IndicatorIx>,
    /// How many of them are judged.
    pub(super) judged: usize,
    /// How those stand.
    pub(super) standings: Vec<Standing>,
}

/// What belongs to each department, found once for every state of a plan.
#[derive(Debug)]
pub(in crate::render) struct DepartmentRows(pub(super) Vec<Own>);

/// What belongs to one department, in the order of the plan.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Own {
    pub items: Vec<(ItemIx, Role)>,
    /// The indicators it reports.
    pub reported: Vec<IndicatorIx>,
}

/// The small drawings in a row of a table: finished markup, or nothing. They have no words, so that
/// all languages share them.
#[derive(Debug)]
pub(super) struct Minis {
    /// The figure against its target.
    pub bar: Box<str>,
    /// The figures of the year.
    pub spark: Box<str>,
}
