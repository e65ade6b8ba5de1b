//! Holds what a plan says about its evaluation against its indicators and regions: which groups,
//! weights and periods are meant.

use std::collections::BTreeMap;

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::{Message, StaticMessage, message};
use crate::model::indicator::{Indicator, Measure, Scope};
use crate::model::period::{Period, Span};
use crate::model::plan::{Plan, RegionsPublic};
use crate::model::region::{CITY_KIND, Region, RegionIx};
use crate::model::scoring::{Scoring, ScoringGroup, ScoringMethod, Weight};
use crate::number::Number;
use crate::phrase::Op;
use crate::source::{Located, Location};

use super::loaded::Loaded;
use super::nouns;
use super::scoring::{GroupDraft, ScoringDraft};
use super::shared::PlanNames;

/// Says what the table means in its plan: indicators and regions in place of names. Without basis
/// or method it gives nothing, but its other faults are told all the same.
pub(super) fn resolve_scoring(
    draft: ScoringDraft,
    plan: &Plan,
    names: &PlanNames,
    loaded: &mut Loaded,
) -> Option<Scoring> {
    let mut faults = Vec::new();
    if plan.regions_public != RegionsPublic::Values {
        faults.push(
            codes::SCORING_REGIONS.at(draft.location,
                message!(
                    "an evaluation shows figures of regions, and this plan keeps them from readers",
                    "评价会显示各地区数据，而本计划不公开"
                ),
            )
            .help(message!(
                "write `regions_public = \"values\"` in plan.md, or take [scoring] out",
                "在plan.md中写`regions_public = \"values\"`，或删去[scoring]"
            )),
        );
    }
    let groups = meant_groups(draft.groups, &loaded.site.regions, draft.location, &mut faults);
    let weights = meant_weights(
        &draft.weights,
        draft.method,
        draft.location,
        plan,
        names,
        &groups,
        &mut faults,
    );
    let periods = draft.periods.map(|periods| meant_periods(&periods, plan, &mut faults));
    loaded.diagnostics.append(&mut faults);
    Some(Scoring {
        basis: draft.basis?,
        method: draft.method?,
        weights,
        groups,
        cap: draft.cap.map_or(Number::ONE, |cap| cap.value),
        missing: draft.missing,
        periods,
        location: draft.location,
    })
}

/// Takes the groups that are written, or makes them of the `group` column: in the order of their
/// first region; regions without one stand together.
fn meant_groups(
    drafts: Option<Vec<GroupDraft>>,
    regions: &[Region],
    location: Location,
    faults: &mut Vec<Diagnostic>,
) -> Vec<ScoringGroup> {
    let numbered = || (0..).map_while(RegionIx::of_row).zip(regions);
    let Some(drafts) = drafts else {
        let mut groups: Vec<ScoringGroup> = Vec::new();
        for (ix, region) in numbered().filter(|(_, region)| reason_against_region(region).is_none())
        {
            match groups.iter_mut().find(|group| group.id == region.group) {
                Some(group) => group.regions.push(ix),
                None => groups.push(ScoringGroup {
                    id: region.group.clone(),
                    title: None,
                    regions: vec![ix],
                }),
            }
        }
        if groups.is_empty() {
            faults.push(
                codes::SCORING_GROUPS
                    .at(location, message!("there is no region to evaluate", "没有可评价的地区"))
                    .help(message!(
                        "add the regions to regions.csv, or take [scoring] out",
                        "在regions.csv中补充地区，或删去[scoring]"
                    )),
            );
        }
        return groups;
    };
    let mut groups = Vec::new();
    for draft in drafts {
        let mut members = Vec::new();
        for region in draft.regions {
            let row = &regions[region.value.row()];
            match reason_against_region(row) {
                Some(reason) => faults.push(
                    codes::SCORING_GROUPS
                        .at(
                            region.location,
                            Message::new(
                                format!("`{}` cannot be evaluated: {}", row.id, reason.en),
                                format!("`{}`不能参加评价：{}", row.id, reason.zh),
                            ),
                        )
                        .help(message!("take it out of the group", "从组中删去")),
                ),
                None => members.push(region.value),
            }
        }
        members.sort_unstable();
        groups.push(ScoringGroup { id: draft.id, title: Some(draft.title), regions: members });
    }
    groups
}

fn reason_against_region(region: &Region) -> Option<StaticMessage> {
    if region.kind == CITY_KIND {
        Some(StaticMessage::new("it holds what belongs to no region", "其中是不属于任何地区的部分"))
    } else if region.is_included {
        Some(StaticMessage::new("its figures are part of another region's", "其数已计入另一地区"))
    } else {
        None
    }
}

fn meant_weights(
    drafts: &[(Located<String>, Option<Located<Number>>)],
    method: Option<ScoringMethod>,
    location: Location,
    plan: &Plan,
    names: &PlanNames,
    groups: &[ScoringGroup],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Weight> {
    let mut weights: Vec<Weight> = Vec::new();
    let mut first_named: BTreeMap<&str, Location> = BTreeMap::new();
    for (name, weight) in drafts {
        if let Some(weight) = weight.as_ref().filter(|weight| weight.value <= Number::ZERO) {
            faults.push(
                codes::SCORING_WEIGHTS
                    .at(
                        weight.location,
                        message!(
                            "the weight of `{}` is {}",
                            "`{}`的权重为{}",
                            name.value,
                            weight.value
                        ),
                    )
                    .help(message!(
                        "each weight is above zero; leave an indicator out that shall not count",
                        "权重应大于零；不计分的指标不要列出"
                    )),
            );
        }
        let first = *first_named.entry(&name.value).or_insert(name.location);
        if first != name.location {
            faults.push(
                codes::SCORING_WEIGHTS
                    .at(
                        name.location,
                        message!("`{}` has a weight already", "`{}`已有权重", name.value),
                    )
                    .label(first, message!("here", "此处"))
                    .help(message!("give each indicator one weight", "每个指标只给一个权重")),
            );
            continue;
        }
        let Some(ix) = names.indicators.get(&name.value) else {
            if let Some((message, help)) = names.indicators.unknown(nouns::INDICATOR, &name.value) {
                faults.push(codes::UNKNOWN_INDICATOR.at(name.location, message).help(help));
            }
            continue;
        };
        if let Some((reason, help)) = reason_against(plan.indicator(ix), method, groups) {
            faults.push(
                codes::SCORING_INDICATOR
                    .at(
                        name.location,
                        Message::new(
                            format!("`{}` cannot be scored: {}", name.value, reason.en),
                            format!("`{}`不能计分：{}", name.value, reason.zh),
                        ),
                    )
                    .help(Message::new(help.en, help.zh)),
            );
        }
        if let Some(weight) = weight {
            weights.push(Weight { indicator: ix, weight: weight.value, location: name.location });
        }
    }
    // A weight that could not be read is told already; the sum would only repeat it.
    let all: Option<Vec<Number>> =
        drafts.iter().map(|(_, weight)| weight.as_ref().map(|weight| weight.value)).collect();
    if let Some(sum) = all.filter(|all| !all.is_empty()).map(|all| all.into_iter().sum::<Number>())
        && sum != Number::HUNDRED
    {
        faults.push(
            codes::SCORING_WEIGHTS
                .at(
                    drafts.first().map_or(location, |(name, _)| name.location),
                    message!("the weights add up to {sum}, not to 100", "权重合计{sum}，不是100"),
                )
                .help(message!(
                    "weights are exact: thirds can be written as 33.3, 33.3 and 33.4",
                    "权重按精确值计：三等分可写33.3、33.3、33.4"
                )),
        );
    }
    weights
}

/// Says why an indicator cannot be a part of an evaluation, and what to do.
///
/// Completion is not scored where it would mislead: of growth, cadences, ceilings without a
/// baseline, and a baseline that no region has.
fn reason_against(
    indicator: &Indicator,
    method: Option<ScoringMethod>,
    groups: &[ScoringGroup],
) -> Option<(StaticMessage, StaticMessage)> {
    let other =
        StaticMessage::new("leave it out, or take another indicator", "不列入，或改用其他指标");
    if indicator.exemption.is_some() {
        return Some((
            StaticMessage::new("it is shown and never judged", "该指标只展示、不评判"),
            other,
        ));
    }
    if indicator.measure == Measure::Flag {
        return Some((
            StaticMessage::new("it is only done or not done", "该指标只有完成与否"),
            other,
        ));
    }
    let Some(target) = &indicator.target else {
        return Some((
            StaticMessage::new(
                "it has no target, so that nobody can say which way is better",
                "没有目标，无从判断高低优劣",
            ),
            other,
        ));
    };
    if !groups
        .iter()
        .flat_map(|group| &group.regions)
        .any(|region| indicator.regions.contains(region))
    {
        return Some((
            StaticMessage::new("it has figures of no region that is evaluated", "没有参评地区的数"),
            StaticMessage::new("name its `regions`, or leave it out", "写明其`regions`，或不列入"),
        ));
    }
    if method != Some(ScoringMethod::Completion) {
        return None;
    }
    let by_others = StaticMessage::new(
        "leave it out, or use the method efficacy or rank",
        "不列入，或改用efficacy、rank方法",
    );
    if indicator.measure == Measure::Growth {
        Some((
            StaticMessage::new(
                "a growth rate has no completion: 4 % is not half of 8 %",
                "增速没有完成率：4%不是8%的一半",
            ),
            by_others,
        ))
    } else if target.per.is_some() {
        Some((
            StaticMessage::new(
                "a number for each month or quarter is kept or not kept, and has no completion of \
                    the year",
                "按月或按季的要求只有做到与否，没有全年完成率",
            ),
            by_others,
        ))
    } else if target.op == Op::Flag {
        Some((StaticMessage::new("its target is no number", "目标不是数"), by_others))
    } else if indicator.baseline.is_some() && indicator.scope == Scope::Plan {
        Some((
            StaticMessage::new(
                "its baseline is the whole area's, and no region has one of its own",
                "基数是全域的，各地区没有自己的基数",
            ),
            by_others,
        ))
    } else if target.is_lower_better() && indicator.baseline.is_none() {
        Some((
            StaticMessage::new(
                "it is a ceiling without a baseline: whoever used up more of it would get more",
                "上限类而无基数：用得越多反而得分越高",
            ),
            by_others,
        ))
    } else {
        None
    }
}

fn meant_periods(
    drafts: &[Located<Period>],
    plan: &Plan,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Period> {
    let mut periods = Vec::new();
    for period in drafts {
        let period_end = period.value.end();
        let fault = if period_end < plan.first || period_end > plan.last {
            Some((
                message!("`{}` is not a period of this plan", "`{}`不是本计划的时期", period.value),
                message!("the plan runs from {} to {}", "计划期为{}至{}", plan.first, plan.last),
            ))
        } else if period_end != plan.last
            && !matches!(period.value.span, Span::Half(_) | Span::Year)
        {
            Some((
                message!("`{}` is no half-year", "`{}`不是半年", period.value),
                message!(
                    "only half-years and years are evaluated: 2023-H1 or 2023",
                    "只评价半年和全年：2023-H1或2023"
                ),
            ))
        } else {
            None
        };
        match fault {
            Some((message, help)) => {
                faults.push(codes::SCORING_PERIOD.at(period.location, message).help(help))
            }
            None => periods.push(period.value),
        }
    }
    periods.sort_by_key(|period| period.end());
    periods
}
