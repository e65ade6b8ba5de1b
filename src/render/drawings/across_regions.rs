//! One indicator in all regions: side by side, and as parts that make the whole. Always in official
//! order.
//!
//! What regions add to a total is drawn only where the parts make it: every region has a figure (or
//! z) and the sum is the figure of the whole area. What is said of regions names none of them.

use crate::assess::regions::RegionAssessment;
use crate::assess::sums::parts_of_whole;
use crate::charts::{Caption, Part, Parts, RegionBar, RegionBars};
use crate::model::index::{IndicatorIx, PlanIx};
use crate::model::observation::AsOf;
use crate::model::plan::RegionsPublic;
use crate::number::Number;
use crate::render::amounts::figure;
use crate::render::context::Renderer;
use crate::render::findings::{finding_of_parts, finding_of_regions};
use crate::render::pills::tone_of;
use crate::render::sentences::IndicatorProse;
use crate::render::terms;
use crate::render::text_id::text;
use crate::render::words::Slot;

use super::ready::{Input, Ready};

/// Prepares the regions of an indicator in official order; nothing where none has a figure or the
/// plan keeps figures back.
pub(super) fn ready_regions(renderer: &Renderer<'_>, prose: &IndicatorProse<'_>) -> Option<Ready> {
    if prose.plan.regions_public != RegionsPublic::Values {
        return None;
    }
    let (words, indicator) = (prose.words, prose.indicator);
    let regions = &prose.assessed.regions;
    let has_figure =
        |region: &&RegionAssessment| region.latest.is_some_and(|one| one.value.is_some());
    let reported = regions.iter().filter(has_figure).count();
    if reported < 2 {
        return None;
    }
    let rows = regions
        .iter()
        .map(|region| {
            let name = renderer.site.region(region.region).short_name.clone();
            let value = region.latest.and_then(|point| point.value);
            let label = value.map_or_else(
                || prose.word_without_figure(region),
                |value| {
                    prose.covered_word(value).unwrap_or_else(|| figure(words, indicator, value))
                },
            );
            let status = region
                .status
                .as_ref()
                .map(|s| terms::status_word(words, prose.plan, s.code, s.family));
            RegionBar {
                tooltip: [Some(name.clone()), Some(label.clone()), status]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" "),
                name,
                value,
                allocation: region.target,
                schedule: None,
                tone: region.status.as_ref().map(|status| tone_of(status.code)),
                label,
            }
        })
        .collect::<Vec<_>>();
    let caption = Caption {
        id: format!("r-{}", indicator.id),
        title: words.message(
            text!("chart-regions-title"),
            &[("name", Slot::Text(indicator.name.in_language(words.language())))],
        ),
        description: finding_of_regions(prose),
    };
    let bars = RegionBars {
        rows,
        allocation_label: words.plain(text!("chart-allocation")),
        schedule_label: None,
    };
    Some(Ready { input: Input::Regions(bars), finding: caption.description.clone(), caption })
}

/// Prepares what each region adds to the whole; nothing unless all parts of the newest figure are
/// there and make it.
pub(super) fn ready_parts(
    renderer: &Renderer<'_>,
    at: PlanIx,
    ix: IndicatorIx,
    prose: &IndicatorProse<'_>,
) -> Option<Ready> {
    if prose.plan.regions_public != RegionsPublic::Values {
        return None;
    }
    let (words, indicator) = (prose.words, prose.indicator);
    let point = prose.assessed.latest()?;
    let total = point.value?;
    let known = AsOf::on(renderer.assessment(at).as_of());
    let parts = parts_of_whole(prose.plan, &renderer.site.regions, ix, point.period.end(), known)?;
    let with_value = parts.iter().filter(|(_, value)| value.is_some()).count();
    let sum: Number = parts.iter().filter_map(|(_, value)| *value).sum();
    if with_value < 2 || sum != total {
        return None;
    }
    let amount = |value: Number| figure(words, indicator, value);
    let rows = parts
        .iter()
        .map(|(region, value)| {
            let name = renderer.site.region(*region).short_name.clone();
            let label = value.map_or_else(|| words.plain(text!("flag-z")), amount);
            Part { tooltip: format!("{name} {label}"), name, value: *value, label }
        })
        .collect();
    let finding = finding_of_parts(prose, point, with_value, total);
    let caption = Caption {
        id: format!("p-{}", indicator.id),
        title: words.message(
            text!("chart-parts-title"),
            &[("name", Slot::Text(indicator.name.in_language(words.language())))],
        ),
        description: finding.clone(),
    };
    let target = indicator.target.as_ref().filter(|target| target.is_quantified());
    let parts = Parts {
        rows,
        total,
        total_name: words.plain(text!("chart-total")),
        total_label: amount(total),
        target: prose.yardstick().map(|one| one.threshold()).filter(|_| target.is_some()),
        target_label: target.map_or_else(String::new, |t| {
            words.message(text!("chart-target"), &[("phrase", Slot::Text(&t.phrase))])
        }),
        missing_label: words.plain(text!("flag-z")),
    };
    Some(Ready { input: Input::Parts(parts), caption, finding })
}
