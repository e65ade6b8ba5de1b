//! One indicator of an item, told in full: its figure and what it means, where it is from, its
//! charts, its regions, its figures.

use serde::Serialize;

use crate::assess::regions::RegionAssessment;
use crate::assess::reports::next_report;
use crate::assess::sums::{sum_of_allocations, sum_of_regions};
use crate::config::OutputKind;
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Reporter, Schedule};
use crate::model::observation::AsOf;
use crate::model::period::Period;
use crate::model::plan::RegionsPublic;
use crate::number::Number;
use crate::render::address::{Chart, Page};
use crate::render::amounts::{figure, figure_in_cell};
use crate::render::context::{PageContext, RenderError};
use crate::render::figures::figures_table;
use crate::render::notes::note_of;
use crate::render::period_words;
use crate::render::pills::{Pill, pill_of};
use crate::render::sentences::IndicatorProse;
use crate::render::tables::{RegionFigures, RegionRow, RegionRows, write_table};
use crate::render::terms;
use crate::render::text_id::{text, text_of};
use crate::render::units::amount;
use crate::render::views::{IndicatorRow, unit_of_regions};
use crate::render::words::Slot;

use super::charts::{Caption, drawn};

/// One indicator, told in full.
#[derive(Serialize)]
pub(super) struct Block {
    row: IndicatorHead,
    has_target: bool,
    ambition: String,
    head: String,
    partial: String,
    /// The public remark of the newest figure, or nothing.
    note: String,
    reasons: Vec<String>,
    facts: Vec<String>,
    batches: Vec<String>,
    method: String,
    /// Finished markup, or nothing; the other charts too.
    bullet: String,
    trend: String,
    region_chart: String,
    parts: String,
    /// Finished markup, or nothing.
    region_rows: String,
    /// What the regions add up to, in sentences.
    region_sums: Vec<String>,
    /// Finished markup.
    figures: String,
}

/// What of an indicator's row is told in its block again.
#[derive(Serialize)]
struct IndicatorHead {
    id: String,
    name: String,
    phrase: String,
    amount: String,
    pill: Pill,
    finding: String,
    margin: String,
}

impl IndicatorHead {
    fn new(row: &IndicatorRow<'_>, prose: &IndicatorProse<'_>) -> Self {
        Self {
            id: row.id.to_string(),
            name: row.name.to_string(),
            phrase: row.phrase.to_string(),
            amount: row.amount.clone(),
            pill: row.pill.clone(),
            finding: prose.finding(),
            margin: prose.margin().unwrap_or_default(),
        }
    }
}

pub(super) fn block(
    context: PageContext<'_>,
    ix: IndicatorIx,
    row: &IndicatorRow<'_>,
) -> Result<Block, RenderError> {
    let prose = context.prose(ix);
    let (words, indicator, assessed) = (prose.words, prose.indicator, prose.assessed);
    let (latest, judged) = (assessed.latest(), prose.judged_figure().map(|(point, _)| point));
    let known = AsOf::on(context.as_of());
    let region_rows = region_rows(context, ix, &prose);
    let region_table = RegionRows {
        name: row.name,
        unit: unit_of_regions(indicator).map_or("", |unit| unit.in_language(words.language())),
        rows: &region_rows,
        is_sample: context.config().is_sample,
    };
    Ok(Block {
        has_target: indicator.target.is_some(),
        ambition: indicator
            .target
            .as_ref()
            .map_or_else(String::new, |target| terms::ambition_word(words, target.ambition)),
        head: judged
            .as_ref()
            .or(latest)
            .map_or_else(String::new, |point| head_of(&prose, point.period)),
        partial: prose.partial().unwrap_or_default(),
        note: terms::note(words, note_of(prose.plan, ix, None, latest, known)),
        reasons: prose.reasons(),
        facts: facts(context, &prose),
        batches: batches(&prose, context.as_of()),
        method: indicator
            .method
            .as_ref()
            .map_or_else(String::new, |method| method.in_language(words.language()).to_string()),
        bullet: drawn(context, Chart::Bullet(ix), Caption::Bare)?,
        trend: drawn(context, Chart::Trend(ix), Caption::Finding)?,
        region_chart: drawn(context, Chart::Regions(ix), Caption::Finding)?,
        parts: drawn(context, Chart::Parts(ix), Caption::Finding)?,
        region_rows: if region_rows.is_empty() {
            String::new()
        } else {
            write_table(context, &region_table)?
        },
        region_sums: region_sums(context, ix, &prose),
        figures: figures_table(context, &prose, ix),
        row: IndicatorHead::new(row, &prose),
    })
}

/// Says what span the figure is about; of one that counts regions also what it counts.
fn head_of(prose: &IndicatorProse<'_>, period: Period) -> String {
    let (words, indicator) = (prose.words, prose.indicator);
    let head = prose.head_of(period);
    if indicator.counts_regions() {
        let kind = ("kind", Slot::Text(prose.counted_kind()));
        return words.message(text!("head-regions"), &[("head", Slot::Made(head)), kind]);
    }
    head
}

/// Where the figure is from, who reports it, who makes it true, and when the next one is due.
fn facts(context: PageContext<'_>, prose: &IndicatorProse<'_>) -> Vec<String> {
    let (words, plan, indicator) = (prose.words, prose.plan, prose.indicator);
    let mut facts = Vec::new();
    let judged = prose.judged_figure().map(|(point, _)| point);
    if let Some(point) = judged.as_ref().or(prose.assessed.latest()) {
        let nature = indicator
            .nature
            .map_or_else(String::new, |nature| words.plain(text_of!("nature-", nature.word())));
        facts.push(words.message(
            text!("provenance"),
            &[
                (
                    "period",
                    Slot::Made(period_words::period_of_figure(
                        words,
                        plan,
                        point.period,
                        indicator,
                    )),
                ),
                ("recorded", Slot::Made(terms::date(words, point.recorded))),
                ("source", Slot::Made(prose.sources())),
                ("nature", Slot::Made(nature)),
            ],
        ));
        if let Some(derived) = point.derived {
            facts.push(terms::derived_word(words, derived, prose.counted_kind()));
        }
    }
    if let Some(baseline) = indicator.baseline {
        let amount = figure(words, indicator, baseline);
        facts.push(words.message(text!("baseline-label"), &[("amount", Slot::Made(amount))]));
    }
    let reporter = indicator.reporter.map(|reporter| match reporter {
        Reporter::Department(ix) => context.site().department(ix).name.clone(),
        Reporter::Regions => words.plain(text!("regions-reporter")),
    });
    if let Some(name) = reporter {
        facts.push(words.message(text!("provenance-reporter"), &[("name", Slot::Made(name))]));
    }
    if let Some(authority) = &indicator.authority {
        facts.push(words.message(
            text!("provenance-authority"),
            &[("name", Slot::Text(authority.in_language(words.language())))],
        ));
    }
    if let Some((period, day)) = indicator
        .report
        .as_ref()
        .and_then(|rule| next_report(plan, rule, context.as_of(), prose.assessed.answered()))
    {
        facts.push(words.message(
            text!("next-report"),
            &[
                (
                    "period",
                    Slot::Made(period_words::period_of_figure(words, plan, period, indicator)),
                ),
                ("date", Slot::Made(terms::date(words, day))),
            ],
        ));
    }
    facts
}

fn batches(prose: &IndicatorProse<'_>, as_of: Date) -> Vec<String> {
    let words = prose.words;
    let Schedule::Batch(batches) = &prose.indicator.schedule else { return Vec::new() };
    batches
        .iter()
        .map(|batch| match (batch.published.filter(|day| *day <= as_of), batch.expected) {
            (Some(day), _) => {
                // A list that no figure covers yet is out all the same.
                let key = match prose.is_list_uncovered(day) {
                    true => text!("batch-published-next"),
                    false => text!("batch-published"),
                };
                words.message(key, &prose.slots_of_list(day))
            }
            (None, Some(period)) => words.message(
                text!("batch-awaited"),
                &[("period", Slot::Made(period_words::standalone_period(words, period)))],
            ),
            (None, None) => words.plain(text!("batch-awaited-plain")),
        })
        .collect()
}

/// States what the shares add up to against the target, and the figures against the one of the
/// whole area.
fn region_sums(
    context: PageContext<'_>,
    ix: IndicatorIx,
    prose: &IndicatorProse<'_>,
) -> Vec<String> {
    let (words, plan, regions) = (prose.words, prose.plan, &context.site().regions);
    if plan.regions_public == RegionsPublic::None {
        return Vec::new();
    }
    let as_of = context.as_of();
    let formatted = |value: Number| {
        Slot::Made(amount(words, value, prose.indicator.unit.in_language(words.language())))
    };
    let mut sentences = Vec::new();
    if let Some(shares) = sum_of_allocations(plan, regions, ix, as_of) {
        let difference = (shares.sum - shares.target).abs();
        let noun = period_words::target_noun(words, plan);
        let noun = if shares.is_strict { prose.noun_asking(noun, shares.target) } else { noun };
        sentences.push(words.message(
            text!("region-shares-sum"),
            &[
                ("sum", Slot::Made(prose.gained_inside(shares.sum))),
                ("way", Slot::Text(shares.word())),
                ("noun", Slot::Made(noun)),
                ("fewer", Slot::Text(if prose.is_countable() { "yes" } else { "no" })),
                ("difference", formatted(difference)),
            ],
        ));
    }
    let whole = prose
        .assessed
        .latest()
        .filter(|point| point.derived.is_none() && plan.regions_public == RegionsPublic::Values);
    let pair = whole.and_then(|point| {
        Some((
            point.value?,
            sum_of_regions(plan, regions, ix, point.period.end(), AsOf::on(as_of))?,
        ))
    });
    if let Some((value, sum)) = pair {
        sentences.push(words.message(
            text!("region-figures-sum"),
            &[
                ("sum", Slot::Made(prose.gained_inside(sum))),
                ("same", Slot::Text(if sum == value { "yes" } else { "no" })),
                ("whole", Slot::Made(prose.gained_inside(value))),
                ("difference", formatted((sum - value).abs())),
            ],
        ));
    }
    sentences
}

/// The regions of an indicator in official order. Statuses stand only where a region has a target
/// of its own.
fn region_rows<'r>(
    context: PageContext<'r>,
    ix: IndicatorIx,
    prose: &IndicatorProse<'_>,
) -> Vec<RegionRow<'r>> {
    let plan = prose.plan;
    let has_any = prose
        .assessed
        .regions
        .iter()
        .any(|region| region.latest.is_some() || region.target.is_some());
    if plan.regions_public == RegionsPublic::None || !has_any {
        return Vec::new();
    }
    let has_page = context.config().wants(OutputKind::Lists);
    let known = AsOf::on(context.as_of());
    let row = |region: &RegionAssessment| RegionRow {
        name: &context.site().region(region.region).name,
        url: has_page.then(|| context.link(Page::Region(context.at, region.region))),
        figures: region_figures(prose, ix, region, known),
    };
    prose.assessed.regions.iter().map(row).collect()
}

/// Says how a region stands.
pub(in crate::render::pages) fn region_figures(
    prose: &IndicatorProse<'_>,
    ix: IndicatorIx,
    region: &RegionAssessment,
    known: AsOf,
) -> RegionFigures {
    let words = prose.words;
    let dash = || words.plain(text!("dash"));
    let shows_values = prose.plan.regions_public == RegionsPublic::Values;
    let value = region.latest.and_then(|point| point.value).filter(|_| shows_values);
    let period_end_of = |one: &RegionAssessment| one.latest.map(|point| point.period.end());
    // Beside a whole of figures they have its period, beside each other the newest.
    let of_whole = match prose.yardstick().is_some_and(|one| one.counts_regions()) {
        true => None,
        false => prose.judged_figure().map(|(point, _)| point.period.end()),
    };
    let newest = of_whole.or_else(|| prose.assessed.regions.iter().filter_map(period_end_of).max());
    let other = region
        .latest
        .filter(|point| shows_values && newest.is_some_and(|newest| point.period.end() != newest));
    let other = other.map(|point| {
        period_words::short_of_figure(words, prose.plan, point.period, prose.indicator)
    });
    RegionFigures {
        // A coverage asks of a region to be covered, not for a number.
        target: region
            .target
            .filter(|target| prose.covered_word(*target).is_none())
            .map_or_else(dash, |target| figure_in_cell(words, prose.indicator, target)),
        actual: value.map_or_else(
            || if shows_values { prose.word_without_figure(region) } else { dash() },
            |value| {
                let formatted = prose.covered_word(value);
                formatted.unwrap_or_else(|| figure_in_cell(words, prose.indicator, value))
            },
        ),
        other_period: other.unwrap_or_default(),
        completion: region
            .verdict_on_figure()
            .filter(|_| shows_values)
            .and_then(|verdict| verdict.comparison.completion)
            .filter(|share| prose.is_percent_shown(*share))
            .map_or_else(dash, |completion| prose.share_cell(terms::percent(completion))),
        pill: region.status.as_ref().map(|status| pill_of(words, prose.plan, status)),
        note: terms::note(
            words,
            note_of(prose.plan, ix, Some(region.region), region.latest.as_ref(), known),
        ),
    }
}
