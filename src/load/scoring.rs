//! Reads `[scoring]` of plan.md: how regions are evaluated. Without this table there is no evaluation.
//!
//! It is read in two steps: as it is written, while the file is open, and as it is meant, when items and their indicators are known.
//! Both tell every fault they find. A setting that cannot be meant (a growth rate scored by completion, a region in two groups) is refused
//! with its reason; nothing is left out or guessed.

use std::collections::{BTreeMap, HashMap};

use crate::diag::Diagnostic;
use crate::front_matter::Keys;
use crate::language::Text;
use crate::model::indicator::{Indicator, Measure, Scope};
use crate::model::period::{Period, Span};
use crate::model::plan::{Plan, RegionsPublic};
use crate::model::region::{CITY_KIND, Region, RegionIx};
use crate::model::scoring::{Basis, MissingRule, Scoring, ScoringGroup, ScoringMethod, Weight};
use crate::number::Number;
use crate::phrase::Op;
use crate::source::{Located, Place};

use super::Loaded;
use super::shared::{PlanNames, Shared, plain_id};

/// The table as it is written. What could not be read is told already and absent here.
pub(super) struct ScoringDraft {
    basis: Option<Basis>,
    method: Option<ScoringMethod>,
    weights: Vec<(Located<String>, Option<Located<Number>>)>,
    groups: Option<Vec<GroupDraft>>,
    cap: Option<Located<Number>>,
    missing: MissingRule,
    periods: Option<Vec<Located<Period>>>,
    place: Place,
}

struct GroupDraft {
    id: String,
    title: Text,
    regions: Vec<Located<RegionIx>>,
}

/// Reads the table, if there is one.
pub(super) fn read_scoring(keys: &mut Keys<'_, '_>, shared: &Shared) -> Option<ScoringDraft> {
    let mut table = keys.table("scoring")?;
    for key in ["method", "weights"] {
        if !table.has(key) {
            table.missing(key);
        }
    }
    let draft = ScoringDraft {
        basis: read_basis(&mut table),
        method: table.one_of("method", &ScoringMethod::WORDS).map(|method| method.value),
        weights: read_weights(&mut table),
        groups: read_groups(&mut table, shared),
        cap: table.number("cap"),
        missing: table.one_of("missing", &MissingRule::WORDS).map_or(MissingRule::Unscored, |rule| rule.value),
        periods: read_periods(&mut table),
        place: table.place(),
    };
    if let (Some(cap), Some(method)) = (&draft.cap, draft.method)
        && method != ScoringMethod::Completion
    {
        table.fault(
            Diagnostic::error(
                "scoring-cap",
                cap.place,
                format!("`cap` means nothing where points are given by {}", method.word()),
            )
            .help("take it out; only completion can be above one"),
        );
    }
    if let Some(cap) = draft.cap.as_ref().filter(|cap| cap.value < Number::ONE) {
        table.fault(
            Diagnostic::error("scoring-cap", cap.place, format!("`cap` is {}, less than the whole target", cap.value))
                .help("write 1 or more: 1.2 counts a completion of 130 % as 120 %"),
        );
    }
    table.finish();
    Some(draft)
}

fn read_basis(table: &mut Keys<'_, '_>) -> Option<Basis> {
    if !table.has("basis") {
        table.fault(
            Diagnostic::error("scoring-basis", table.place(), "evaluation needs the document it is based on")
                .help("add `basis = { title = \"…\", document_number = \"…\", issued = 2023-02-08, url = \"https://…\" }`, or take [scoring] out"),
        );
        return None;
    }
    let mut table = table.table("basis")?;
    let title = table.required_text("title");
    let url = table.text("url");
    if let Some(url) = url.as_ref().filter(|url| !(url.value.starts_with("https://") || url.value.starts_with("http://"))) {
        table.fault(
            Diagnostic::error("scoring-basis", url.place, format!("`{}` is not the address of a document", url.value))
                .help("write it from https:// on, or leave it out"),
        );
    }
    let basis = Basis {
        title: title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        document_number: table.text("document_number").map(|number| number.value),
        issued: table.date("issued").map(|date| date.value),
        url: url.map(|url| url.value),
        place: title.as_ref().map_or(table.place(), |title| title.place),
    };
    table.finish();
    title.map(|_| basis)
}

fn read_weights(table: &mut Keys<'_, '_>) -> Vec<(Located<String>, Option<Located<Number>>)> {
    let mut weights = Vec::new();
    let entries = table.tables("weights");
    if entries.is_empty() && table.has("weights") {
        table.fault(
            Diagnostic::error("scoring-weights", table.place_of("weights"), "there is no weight, so nothing to score")
                .help("add `{ indicator = \"…\", weight = \"100\" }`, or take [scoring] out"),
        );
    }
    for mut entry in entries {
        let indicator = entry.required_text("indicator");
        if !entry.has("weight") {
            entry.missing("weight");
        }
        let weight = entry.number("weight");
        if let Some(indicator) = indicator {
            weights.push((indicator, weight));
        }
        entry.finish();
    }
    weights
}

fn read_groups(table: &mut Keys<'_, '_>, shared: &Shared) -> Option<Vec<GroupDraft>> {
    if !table.has("groups") {
        return None;
    }
    let mut groups: Vec<GroupDraft> = Vec::new();
    let mut taken: HashMap<RegionIx, Place> = HashMap::new();
    let entries = table.tables("groups");
    if entries.is_empty() {
        table.fault(
            Diagnostic::error("scoring-groups", table.place_of("groups"), "there is no group, so nobody to score")
                .help("take `groups` out to use the column `group` of regions.csv"),
        );
        return None;
    }
    for mut entry in entries {
        let id = entry.required_text("id").and_then(|id| plain_id(&entry, id));
        let title = entry.required_translated("title");
        let mut regions = Vec::new();
        for name in entry.texts("regions") {
            let Some(region) = shared.regions.resolve(&entry, "unknown-region", "region", &name) else { continue };
            if let Some(first) = taken.insert(region, name.place) {
                entry.fault(
                    Diagnostic::error("scoring-groups", name.place, format!("`{}` is in a group already", name.value))
                        .label(first, "here")
                        .help("a region is compared within one group only; name it once"),
                );
            } else {
                regions.push(Located::new(region, name.place));
            }
        }
        if entry.list("regions").is_empty() {
            entry.fault(
                Diagnostic::error("scoring-groups", entry.place(), "this group has no regions")
                    .help("add `regions = [\"…\"]` with ids of regions.csv, or remove the group"),
            );
        }
        if let (Some(id), Some(title)) = (id, title) {
            if groups.iter().any(|known| known.id == id.value) {
                entry.fault(
                    Diagnostic::error("duplicate-id", id.place, format!("a group `{}` is there already", id.value))
                        .help("give this one another id"),
                );
            } else {
                groups.push(GroupDraft { id: id.value, title, regions });
            }
        }
        entry.finish();
    }
    Some(groups)
}

fn read_periods(table: &mut Keys<'_, '_>) -> Option<Vec<Located<Period>>> {
    if !table.has("periods") {
        return None;
    }
    let mut periods: Vec<Located<Period>> = Vec::new();
    for text in table.texts("periods") {
        let Some(period) = Period::parse(&text.value) else {
            table.fault(
                Diagnostic::error("period", text.place, format!("`{}` is not a period", text.value))
                    .help("write a half-year or a year: 2023-H1 or 2023"),
            );
            continue;
        };
        if let Some(first) = periods.iter().find(|known| known.value.cut() == period.cut()) {
            table.fault(
                Diagnostic::error("scoring-period", text.place, format!("`{}` is evaluated already", text.value))
                    .label(first.place, "here")
                    .help("name each half-year once; the year ends with its second half"),
            );
            continue;
        }
        periods.push(Located::new(period, text.place));
    }
    Some(periods)
}

/// Says what the table means in its plan: indicators and regions in place of names. Without basis or method it gives nothing,
/// but its other faults are told all the same.
pub(super) fn resolve_scoring(draft: ScoringDraft, plan: &Plan, names: &PlanNames, loaded: &mut Loaded) -> Option<Scoring> {
    let mut faults = Vec::new();
    if plan.regions_public != RegionsPublic::Values {
        faults.push(
            Diagnostic::error(
                "scoring-regions",
                draft.place,
                "an evaluation shows figures of regions, and this plan keeps them from readers",
            )
            .help("write `regions_public = \"values\"` in plan.md, or take [scoring] out"),
        );
    }
    let groups = meant_groups(draft.groups, &loaded.site.regions, draft.place, &mut faults);
    let weights = meant_weights(&draft.weights, draft.method, draft.place, plan, names, &groups, &mut faults);
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
        place: draft.place,
    })
}

/// Takes the groups that are written, or makes them of the `group` column: in the order of their first region; regions without one stand together.
fn meant_groups(
    drafts: Option<Vec<GroupDraft>>,
    regions: &[Region],
    place: Place,
    faults: &mut Vec<Diagnostic>,
) -> Vec<ScoringGroup> {
    let numbered = || (0..).map(RegionIx).zip(regions);
    let Some(drafts) = drafts else {
        let mut groups: Vec<ScoringGroup> = Vec::new();
        for (ix, region) in numbered().filter(|(_, region)| reason_against_region(region).is_none()) {
            match groups.iter_mut().find(|group| group.id == region.group) {
                Some(group) => group.regions.push(ix),
                None => groups.push(ScoringGroup { id: region.group.clone(), title: None, regions: vec![ix] }),
            }
        }
        if groups.is_empty() {
            faults.push(
                Diagnostic::error("scoring-groups", place, "there is no region to evaluate")
                    .help("add the regions to regions.csv, or take [scoring] out"),
            );
        }
        return groups;
    };
    let mut groups = Vec::new();
    for draft in drafts {
        let mut members = Vec::new();
        for region in draft.regions {
            let row = &regions[usize::from(region.value.0)];
            match reason_against_region(row) {
                Some(reason) => faults.push(
                    Diagnostic::error("scoring-groups", region.place, format!("`{}` cannot be evaluated: {reason}", row.id))
                        .help("take it out of the group"),
                ),
                None => members.push(region.value),
            }
        }
        members.sort_unstable();
        groups.push(ScoringGroup { id: draft.id, title: Some(draft.title), regions: members });
    }
    groups
}

fn reason_against_region(region: &Region) -> Option<&'static str> {
    if region.kind == CITY_KIND {
        Some("it holds what belongs to no region")
    } else if region.is_included {
        Some("its figures are part of another region's")
    } else {
        None
    }
}

fn meant_weights(
    drafts: &[(Located<String>, Option<Located<Number>>)],
    method: Option<ScoringMethod>,
    place: Place,
    plan: &Plan,
    names: &PlanNames,
    groups: &[ScoringGroup],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Weight> {
    let mut weights: Vec<Weight> = Vec::new();
    let mut told: BTreeMap<&str, Place> = BTreeMap::new();
    for (name, weight) in drafts {
        if let Some(weight) = weight.as_ref().filter(|weight| weight.value <= Number::ZERO) {
            faults.push(
                Diagnostic::error("scoring-weights", weight.place, format!("the weight of `{}` is {}", name.value, weight.value))
                    .help("each weight is above zero; leave an indicator out that shall not count"),
            );
        }
        if let Some(first) = told.insert(&name.value, name.place) {
            faults.push(
                Diagnostic::error("scoring-weights", name.place, format!("`{}` has a weight already", name.value))
                    .label(first, "here")
                    .help("give each indicator one weight"),
            );
            continue;
        }
        let Some(ix) = names.indicators.get(&name.value) else {
            if let Some((message, help)) = names.indicators.unknown("indicator", &name.value) {
                faults.push(Diagnostic::error("unknown-indicator", name.place, message).help(help));
            }
            continue;
        };
        if let Some((reason, help)) = reason_against(plan.indicator(ix), method, groups) {
            faults.push(
                Diagnostic::error("scoring-indicator", name.place, format!("`{}` cannot be scored: {reason}", name.value))
                    .help(help),
            );
        }
        if let Some(weight) = weight {
            weights.push(Weight { indicator: ix, weight: weight.value, place: name.place });
        }
    }
    // A weight that could not be read is told already; the sum would only repeat it.
    let all: Option<Vec<Number>> = drafts.iter().map(|(_, weight)| weight.as_ref().map(|weight| weight.value)).collect();
    if let Some(sum) = all.filter(|all| !all.is_empty()).map(|all| all.into_iter().sum::<Number>())
        && sum != Number::HUNDRED
    {
        faults.push(
            Diagnostic::error(
                "scoring-weights",
                drafts.first().map_or(place, |(name, _)| name.place),
                format!("the weights add up to {sum}, not to 100"),
            )
            .help("weights are exact: thirds can be written as 33.3, 33.3 and 33.4"),
        );
    }
    weights
}

/// Says why an indicator cannot be a part of an evaluation, and what to do.
fn reason_against(
    indicator: &Indicator,
    method: Option<ScoringMethod>,
    groups: &[ScoringGroup],
) -> Option<(&'static str, &'static str)> {
    let other = "leave it out, or take another indicator";
    if indicator.exemption.is_some() {
        return Some(("it is shown and never judged", other));
    }
    if indicator.measure == Measure::Flag {
        return Some(("it is only done or not done", other));
    }
    let Some(target) = &indicator.target else {
        return Some(("it has no target, so that nobody can say which way is better", other));
    };
    if !groups.iter().flat_map(|group| &group.regions).any(|region| indicator.regions.contains(region)) {
        return Some(("it has figures of no region that is evaluated", "name its `regions`, or leave it out"));
    }
    if method != Some(ScoringMethod::Completion) {
        return None;
    }
    let by_others = "leave it out, or use the method efficacy or rank";
    if indicator.measure == Measure::Growth {
        Some(("a growth rate has no completion: 4 % is not half of 8 %", by_others))
    } else if target.per.is_some() {
        Some(("a number for each month or quarter is kept or not kept, and has no completion of the year", by_others))
    } else if target.op == Op::Flag {
        Some(("its target is no number", by_others))
    } else if indicator.baseline.is_some() && indicator.scope == Scope::Plan {
        Some(("its baseline is the whole area's, and no region has one of its own", by_others))
    } else if target.is_ceiling() && indicator.baseline.is_none() {
        Some(("it is a ceiling without a baseline: whoever used up more of it would get more", by_others))
    } else {
        None
    }
}

fn meant_periods(drafts: &[Located<Period>], plan: &Plan, faults: &mut Vec<Diagnostic>) -> Vec<Period> {
    let mut periods = Vec::new();
    for period in drafts {
        let cut = period.value.cut();
        let fault = if cut < plan.first || cut > plan.last {
            Some((
                format!("`{}` is not a period of this plan", period.value),
                format!("the plan runs from {} to {}", plan.first, plan.last),
            ))
        } else if cut != plan.last && !matches!(period.value.span, Span::Half(_) | Span::Year) {
            Some((
                format!("`{}` is no half-year", period.value),
                "only half-years and years are evaluated: 2023-H1 or 2023".to_string(),
            ))
        } else {
            None
        };
        match fault {
            Some((message, help)) => faults.push(Diagnostic::error("scoring-period", period.place, message).help(help)),
            None => periods.push(period.value),
        }
    }
    periods.sort_by_key(|period| period.cut());
    periods
}
