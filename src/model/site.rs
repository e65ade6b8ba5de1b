//! The site: everything the content says, resolved and in order.

use std::sync::Arc;

use crate::language::Text;
use crate::model::calendar::Calendar;
use crate::model::department::{Department, DepartmentIx};
use crate::model::index::{FreePageIx, PlanIx};
use crate::model::link::Link;
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::source::Location;

/// A page that belongs to no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreePage {
    /// Its address under the root.
    pub slug: String,
    /// Its title.
    pub title: Text,
    /// Its position among the free pages.
    pub order: u32,
    /// What it says (Markdown).
    pub body: Text,
    /// Where it is written.
    pub location: Location,
}

/// A file that is copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path under the root of the site.
    pub path: String,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// Its first character.
    pub location: Location,
}

/// Everything the content says.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The departments, in the order of their file.
    pub departments: Vec<Department>,
    /// The regions, in official order.
    pub regions: Vec<Region>,
    /// The working calendar; every plan holds it too.
    pub calendar: Arc<Calendar>,
    /// The plans, the newest last.
    pub plans: Vec<Plan>,
    /// The free pages, in order.
    pub pages: Vec<FreePage>,
    /// The files copied as they are.
    pub static_files: Vec<StaticFile>,
    /// What its texts link to.
    pub links: Vec<Link>,
}

impl Site {
    /// Returns whether anything in its texts or updates links anywhere.
    #[must_use]
    pub fn has_links(&self) -> bool {
        let has_evidence =
            |plan: &Plan| plan.updates.iter().any(|update| !update.evidence.is_empty());
        !self.links.is_empty() || self.plans.iter().any(has_evidence)
    }

    /// Returns a plan.
    #[must_use]
    pub fn plan(&self, ix: PlanIx) -> &Plan {
        &self.plans[ix.row()]
    }

    /// Lists the positions of the plans, the newest last.
    pub fn plan_positions(&self) -> impl DoubleEndedIterator<Item = PlanIx> + use<> {
        (0..self.plans.len()).map(PlanIx::of_row)
    }

    /// Returns the newest plan, if there is any.
    #[must_use]
    pub fn newest_plan(&self) -> Option<PlanIx> {
        self.plan_positions().next_back()
    }

    /// Lists the plans with their positions, the newest last.
    pub fn numbered_plans(&self) -> impl Iterator<Item = (PlanIx, &Plan)> {
        self.plan_positions().zip(&self.plans)
    }

    /// Lists the positions of the free pages, in order.
    pub fn page_positions(&self) -> impl Iterator<Item = FreePageIx> + use<> {
        (0..self.pages.len()).map(FreePageIx::of_row)
    }

    /// Returns a free page.
    #[must_use]
    pub fn page(&self, ix: FreePageIx) -> &FreePage {
        &self.pages[ix.row()]
    }

    /// Returns a department.
    #[must_use]
    pub fn department(&self, ix: DepartmentIx) -> &Department {
        &self.departments[usize::from(ix.0)]
    }

    /// Returns a region.
    #[must_use]
    pub fn region(&self, ix: RegionIx) -> &Region {
        &self.regions[ix.row()]
    }

    /// Lists the departments with their indexes.
    pub fn numbered_departments(&self) -> impl Iterator<Item = (DepartmentIx, &Department)> {
        (0..).map(DepartmentIx).zip(&self.departments)
    }

    /// Lists the regions with their indexes.
    pub fn numbered_regions(&self) -> impl Iterator<Item = (RegionIx, &Region)> {
        (0..).map_while(RegionIx::of_row).zip(&self.regions)
    }
}
