//! Which rows stand in the long lists: found once for every state of a plan.

use crate::assess::indicator::public_code;
use crate::assess::regions::RegionAssessment;
use crate::model::department::DepartmentIx;
use crate::model::index::{ItemIx, PlanIx};
use crate::model::indicator::Reporter;
use crate::model::plan::{Plan, RegionsPublic};
use crate::model::region::RegionIx;

use super::context::Renderer;
use super::shown::{DepartmentRows, Own, RegionList, RegionRows, ShownPlan};

/// Finds what stands in the lists of all regions; nothing does where regions are not public.
pub(super) fn rows_of_regions<'r>(renderer: &Renderer<'r>, at: PlanIx) -> &'r RegionRows {
    let shown: &'r ShownPlan = renderer.shown(at);
    shown.region_rows.get_or_init(|| {
        let plan = renderer.plan(at);
        let mut rows = RegionRows {
            by_region: vec![RegionList::default(); renderer.site.regions.len()],
            judged: Vec::new(),
        };
        if plan.regions_public == RegionsPublic::None {
            return rows;
        }
        let is_shown = |one: &RegionAssessment| one.latest.is_some() || one.target.is_some();
        let each = || {
            plan.numbered_indicators().map(|(ix, _)| (ix, &shown.assessment.indicator(ix).regions))
        };
        for (ix, regions) in each() {
            for (one, status) in regions
                .iter()
                .filter(|one| is_shown(one) && one.has_own_target())
                .filter_map(|one| Some((one, one.status.as_ref()?)))
            {
                let list = &mut rows.by_region[one.region.row()];
                list.figures.push(ix);
                list.judged += 1;
                list.standings.push(public_code(plan, status.code).standing());
            }
            if regions.iter().any(RegionAssessment::has_own_target) {
                rows.judged.push(ix);
            }
        }
        for (ix, regions) in each() {
            for one in regions.iter().filter(|one| is_shown(one) && !one.has_own_target()) {
                rows.by_region[one.region.row()].figures.push(ix);
            }
        }
        rows
    })
}

/// Returns what stands in the list of a region.
pub(in crate::render) fn rows_of<'r>(
    renderer: &Renderer<'r>,
    at: PlanIx,
    ix: RegionIx,
) -> &'r RegionList {
    &rows_of_regions(renderer, at).by_region[ix.row()]
}

/// Returns what belongs to a department.
pub(in crate::render) fn own_of<'r>(
    renderer: &Renderer<'r>,
    at: PlanIx,
    ix: DepartmentIx,
) -> &'r Own {
    let shown: &'r ShownPlan = renderer.shown(at);
    let rows = shown.department_rows.get_or_init(|| {
        let plan = renderer.plan(at);
        let mut rows = vec![Own::default(); renderer.site.departments.len()];
        for (ix, item) in plan.numbered_items() {
            for one in &item.departments {
                let items = &mut rows[usize::from(one.department.0)].items;
                // It may be named twice; the first role is the one that counts.
                if items.last().is_none_or(|(last, _)| *last != ix) {
                    items.push((ix, one.role));
                }
            }
        }
        for (ix, indicator) in plan.numbered_indicators() {
            if let Some(Reporter::Department(department)) = indicator.reporter {
                rows[usize::from(department.0)].reported.push(ix);
            }
        }
        DepartmentRows(rows)
    });
    &rows.0[usize::from(ix.0)]
}

/// Counts the rows of a department's page.
pub(super) fn count_rows(renderer: &Renderer<'_>, at: PlanIx, ix: DepartmentIx) -> usize {
    let own = own_of(renderer, at, ix);
    own.items.len() + own.reported.len()
}

/// Lists the items by section, in the order of the plan.
pub(in crate::render) fn items_by_section(plan: &Plan) -> Vec<ItemIx> {
    let mut all: Vec<ItemIx> = plan.numbered_items().map(|(ix, _)| ix).collect();
    all.sort_by_key(|ix| plan.item(*ix).section);
    all
}
