//! Takes the snapshot of an assessed plan: what its `plan.json` tells readers, and nothing more.

use crate::assess::assessment::Assessment;
use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::points::{Derived, Point};
use crate::model::index::{IndicatorIx, MilestoneIx};
use crate::model::item::Item;
use crate::model::plan::{Plan, RegionsPublic};
use crate::model::site::Site;
use crate::model::snapshot::{
    IndicatorFact, ItemFact, MilestoneFact, RegionFact, Snapshot, TargetFact,
};
use crate::number::Number;

/// Ratios are published with so many digits.
pub const RATIO_PLACES: u32 = 6;

/// Gaps are published with so many digits.
pub const GAP_PLACES: u32 = 4;

/// Returns a figure as it is published: as it was reported, and a quotient, which may have no end,
/// rounded like other ratios.
///
/// A share made of its parts has six digits, as completion has; both are compared unrounded.
#[must_use]
pub fn published_value(point: &Point) -> Option<Number> {
    match point.derived {
        Some(Derived::Ratio) => point.value.map(|value| value.rounded(RATIO_PLACES).normalized()),
        _ => point.value,
    }
}

/// Takes the snapshot of a plan as it was assessed.
#[must_use]
pub fn take_snapshot(site: &Site, plan: &Plan, assessment: &Assessment) -> Snapshot {
    Snapshot {
        as_of: assessment.as_of(),
        items: plan
            .numbered_items()
            .map(|(ix, item)| ItemFact {
                number: item.number,
                title: item.title.first().to_string(),
                code: public_code(plan, assessment.item(ix).code),
                family: assessment.item(ix).family,
                departments: departments_of(site, item),
            })
            .collect(),
        indicators: plan
            .numbered_indicators()
            .map(|(ix, _)| indicator_fact(site, plan, ix, assessment.indicator(ix)))
            .collect(),
        milestones: (0..)
            .map(MilestoneIx)
            .zip(&plan.milestones)
            .map(|(ix, milestone)| {
                let assessed = assessment.milestone(ix);
                MilestoneFact {
                    id: milestone.id.clone(),
                    item: plan.item(milestone.item).number,
                    title: milestone.title.first().to_string(),
                    due: assessed.due,
                    done: assessed.done,
                    status: assessed.status.word().to_string(),
                }
            })
            .collect(),
    }
}

fn departments_of(site: &Site, item: &Item) -> Vec<String> {
    item.departments
        .iter()
        .map(|one| format!("{}:{}", site.department(one.department).id, one.role.word()))
        .collect()
}

/// Returns what is told of one indicator.
pub(super) fn indicator_fact(
    site: &Site,
    plan: &Plan,
    ix: IndicatorIx,
    assessed: &IndicatorAssessment,
) -> IndicatorFact {
    let indicator = plan.indicator(ix);
    let comparison = &assessed.verdict_on_figure().comparison;
    let (latest, judged) = (assessed.latest(), assessed.judged_beside());
    let rounded =
        |value: Option<Number>, places: u32| value.map(|value| value.rounded(places).normalized());
    IndicatorFact {
        id: indicator.id.clone(),
        item: plan.item(indicator.item).number,
        name: indicator.name.first().to_string(),
        unit: indicator.unit.first().to_string(),
        target: indicator.target.as_ref().map(|target| TargetFact {
            phrase: target.phrase.clone(),
            op: target.op.as_str().to_string(),
            value: target.value,
            ambition: target.ambition.as_str().to_string(),
        }),
        code: public_code(plan, assessed.status.code),
        family: assessed.status.family,
        rule: assessed.status.rule.word().to_string(),
        period: judged.map(|(period, _)| period).or(latest.map(|point| point.period)),
        value: judged.map(|(_, value)| value).or(latest.and_then(published_value)),
        is_of_some: assessed.deciding_part().is_some(),
        flag: latest.and_then(|point| point.flag),
        completion: rounded(comparison.completion, RATIO_PLACES),
        gap: rounded(comparison.gap, GAP_PLACES),
        regions: region_facts(site, plan, assessed),
    }
}

fn region_facts(site: &Site, plan: &Plan, assessed: &IndicatorAssessment) -> Vec<RegionFact> {
    let shows_values = plan.regions_public == RegionsPublic::Values;
    assessed
        .regions
        .iter()
        .filter(|_| plan.regions_public != RegionsPublic::None)
        .filter(|region| region.latest.is_some() || region.target.is_some())
        .map(|region| RegionFact {
            id: site.region(region.region).id.clone(),
            target: region.target,
            value: region.latest.as_ref().and_then(published_value).filter(|_| shows_values),
            code: region.status.as_ref().map(|status| public_code(plan, status.code)),
        })
        .collect()
}
