//! The page of one item: its status and why, its indicators in a table and one by one, milestones, updates, revisions, downloads.

use serde::Serialize;

use crate::assess::reports::next_report;
use crate::assess::sums::{sum_of_regions, sum_of_shares};
use crate::config::OutputKind;
use crate::model::department::Role;
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::indicator::{Reporter, Schedule, Scope};
use crate::model::item::Item;
use crate::model::observation::Knowledge;
use crate::model::plan::RegionsPublic;
use crate::model::status::Standing;
use crate::number::Number;
use crate::render::address::{Address, DataFile, Page, data_path};
use crate::render::drawings::{draw_indicator_bullet, draw_indicator_regions, draw_indicator_trend};
use crate::render::figures::figures_table;
use crate::render::frame::{Link, frame};
use crate::render::markdown::render_markdown;
use crate::render::pills::{Pill, milestone_pill, pill};
use crate::render::sentences::{self, Telling};
use crate::render::terms;
use crate::render::views::{IndicatorRow, indicator_row, telling};
use crate::render::words::Slot;
use crate::render::{RenderError, Renderer};

use super::revisions::{RevisionRow, revisions};

#[derive(Serialize)]
struct ItemView {
    number: u32,
    title: String,
    pill: Pill,
    reason: String,
    section: Option<Link>,
    section_title: String,
    responsible: Vec<Responsible>,
    regions: Vec<Link>,
    rows: Vec<IndicatorRow>,
    context: Vec<IndicatorRow>,
    /// Finished markup.
    body: String,
    is_translated: bool,
    blocks: Vec<Block>,
    milestones: Vec<MilestoneRow>,
    tasks: Vec<String>,
    updates: Vec<UpdateLink>,
    revisions: Vec<RevisionRow>,
    json_url: Option<String>,
    csv_url: Option<String>,
    method_url: String,
    previous: Option<Link>,
    next: Option<Link>,
}

#[derive(Serialize)]
struct Responsible {
    role: String,
    departments: Vec<Link>,
}

#[derive(Serialize)]
struct Block {
    row: IndicatorRow,
    has_target: bool,
    ambition: String,
    amount: String,
    head: String,
    partial: String,
    reasons: Vec<String>,
    facts: Vec<String>,
    batches: Vec<String>,
    method: String,
    /// Finished drawings and tables.
    bullet: String,
    trend: String,
    region_chart: String,
    region_rows: Vec<RegionRow>,
    /// What the regions add up to, in sentences.
    region_sums: Vec<String>,
    figures: String,
}

/// One region in the table beside its chart.
#[derive(Serialize)]
pub(super) struct RegionRow {
    pub name: String,
    pub url: Option<String>,
    pub target: String,
    pub actual: String,
    pub completion: String,
    pub pill: Option<Pill>,
}

#[derive(Serialize)]
struct MilestoneRow {
    title: String,
    due: String,
    moved_from: String,
    done: String,
    pill: Pill,
    note: String,
}

#[derive(Serialize)]
struct UpdateLink {
    title: String,
    date: String,
    kind: String,
    url: String,
}

pub(super) fn render(renderer: &Renderer<'_>, address: Address, at: usize, ix: ItemIx) -> Result<String, RenderError> {
    let words = renderer.words(address.language);
    let (plan, assessment) = (renderer.plan(at), renderer.assessment(at));
    let item = plan.item(ix);
    let assessed = assessment.item(ix);
    let title = item.title.in_language(words.language()).to_string();
    let wants_data = renderer.config.wants(OutputKind::Data);
    let wants_lists = renderer.config.wants(OutputKind::Lists);
    let (with_target, context): (Vec<IndicatorIx>, Vec<IndicatorIx>) =
        item.indicators.iter().copied().partition(|ix| plan.indicator(*ix).target.is_some());
    let section_title = plan.sections[usize::from(item.section.0)].title.in_language(words.language()).to_string();
    let neighbour = |step: i64, key: &str| {
        let at_item = u32::try_from(i64::from(ix.0) + step).ok().filter(|n| (*n as usize) < plan.items.len())?;
        let other = plan.item(ItemIx(at_item));
        Some(Link {
            title: format!(
                "{}{}{} {}",
                words.plain(key),
                words.plain("colon"),
                other.number,
                other.title.in_language(words.language())
            ),
            url: renderer.link(address, Page::Item(at, ItemIx(at_item))),
            is_current: false,
        })
    };
    let view = ItemView {
        number: item.number,
        pill: pill(words, plan, assessed.code, assessed.family),
        reason: sentences::item_reason(words, assessed),
        section: wants_lists.then(|| Link {
            title: section_title.clone(),
            url: renderer.link(address, Page::Section(at, item.section)),
            is_current: false,
        }),
        section_title: section_title.clone(),
        responsible: responsible(renderer, address, at, item),
        regions: item
            .regions
            .iter()
            .map(|region| Link {
                title: renderer.site.region(*region).short_name.clone(),
                url: if wants_lists { renderer.link(address, Page::Region(at, *region)) } else { String::new() },
                is_current: false,
            })
            .collect(),
        rows: with_target.iter().map(|ix| indicator_row(renderer, address, at, *ix)).collect(),
        context: context.iter().map(|ix| indicator_row(renderer, address, at, *ix)).collect(),
        body: render_markdown(item.body.in_language(words.language()), 3),
        is_translated: address.language == 0 || item.body.is_translated(words.language().key()),
        blocks: with_target.iter().chain(&context).map(|ix| block(renderer, address, at, *ix)).collect(),
        milestones: milestones(renderer, address, at, item),
        tasks: item.tasks.iter().map(|task| task.in_language(words.language()).to_string()).collect(),
        updates: updates(renderer, address, at, ix),
        revisions: revisions(renderer, words, at, &item.indicators),
        json_url: wants_data.then(|| renderer.link_to(address, &data_path(renderer.site, DataFile::ItemJson(at, ix)))),
        csv_url: wants_data.then(|| renderer.link_to(address, &data_path(renderer.site, DataFile::ItemCsv(at, ix)))),
        method_url: renderer.link(address, Page::Method(at)),
        previous: neighbour(-1, "previous"),
        next: neighbour(1, "next"),
        title: title.clone(),
    };
    let crumbs: Vec<(Page, String)> =
        if wants_lists { vec![(Page::Section(at, item.section), section_title)] } else { Vec::new() };
    let page_title = format!("{} {title}", item.number);
    super::fill(renderer, address, "item.html", frame(renderer, address, "item", &page_title, &crumbs), view)
}

/// Groups departments by role, in the order of the plan.
fn responsible(renderer: &Renderer<'_>, address: Address, at: usize, item: &Item) -> Vec<Responsible> {
    let words = renderer.words(address.language);
    let mut groups: Vec<(Role, Vec<Link>)> = Vec::new();
    for one in &item.departments {
        let department = renderer.site.department(one.department);
        let url = if renderer.config.wants(OutputKind::Lists) {
            renderer.link(address, Page::Department(at, one.department))
        } else {
            String::new()
        };
        let link = Link { title: department.name.clone(), url, is_current: false };
        match groups.iter_mut().find(|(role, _)| *role == one.role) {
            Some((_, links)) => links.push(link),
            None => groups.push((one.role, vec![link])),
        }
    }
    groups
        .into_iter()
        .map(|(role, departments)| Responsible { role: words.plain(&format!("responsible-{}", role.word())), departments })
        .collect()
}

fn block(renderer: &Renderer<'_>, address: Address, at: usize, ix: IndicatorIx) -> Block {
    let telling = telling(renderer, address.language, at, ix);
    let (words, indicator, assessed) = (telling.words, telling.indicator, telling.assessed);
    let latest = assessed.latest();
    let unit = indicator.unit.in_language(words.language());
    let row = indicator_row(renderer, address, at, ix);
    let amount = latest.and_then(|point| point.value).map_or_else(String::new, |value| match indicator.scope {
        Scope::EachRegion => row.actual.clone(),
        Scope::Plan if indicator.measure == crate::model::indicator::Measure::Flag => row.actual.clone(),
        Scope::Plan => terms::amount(words, value, unit),
    });
    Block {
        has_target: indicator.target.is_some(),
        ambition: indicator.target.as_ref().map_or_else(String::new, |target| terms::ambition_word(words, target.ambition)),
        amount,
        head: latest.map_or_else(String::new, |point| terms::period_head(words, point.period, indicator.measure)),
        partial: telling.partial().unwrap_or_default(),
        reasons: telling.reasons(),
        facts: facts(renderer, &telling, at),
        batches: batches(&telling, renderer.assessment(at).as_of),
        method: indicator.method.as_ref().map_or_else(String::new, |method| method.in_language(words.language()).to_string()),
        bullet: draw_indicator_bullet(&telling).unwrap_or_default(),
        trend: draw_indicator_trend(&telling).unwrap_or_default(),
        region_chart: draw_indicator_regions(renderer, &telling).unwrap_or_default(),
        region_rows: region_rows(renderer, address, at, &telling),
        region_sums: region_sums(renderer, at, ix, &telling),
        figures: figures_table(renderer, &telling, ix, renderer.assessment(at).as_of),
        row,
    }
}

/// Where the figure is from, who reports it, who makes it true, and when the next one is due.
fn facts(renderer: &Renderer<'_>, telling: &Telling<'_>, at: usize) -> Vec<String> {
    let (words, plan, indicator) = (telling.words, telling.plan, telling.indicator);
    let mut facts = Vec::new();
    if let Some(point) = telling.assessed.latest() {
        let sources: std::collections::BTreeSet<&str> =
            telling.assessed.inputs.iter().map(|row| plan.ledger.words(row.source)).filter(|source| !source.is_empty()).collect();
        let nature = indicator.nature.map_or_else(String::new, |nature| words.plain(&format!("nature-{}", nature.word())));
        facts.push(words.say(
            "provenance",
            &[
                ("period", Slot::Made(terms::period_of_figure(words, point.period, indicator.measure))),
                ("recorded", Slot::Made(terms::date(words, point.recorded))),
                ("source", Slot::Made(sources.into_iter().collect::<Vec<_>>().join(&words.plain("list-pause")))),
                ("nature", Slot::Made(nature)),
            ],
        ));
        if let Some(derived) = point.derived {
            facts.push(terms::derived_word(words, derived));
        }
    }
    if let Some(baseline) = indicator.baseline {
        let amount = terms::amount(words, baseline, indicator.unit.in_language(words.language()));
        facts.push(words.say("baseline-label", &[("amount", Slot::Made(amount))]));
    }
    let reporter = indicator.reporter.map(|reporter| match reporter {
        Reporter::Department(ix) => renderer.site.department(ix).name.clone(),
        Reporter::Regions => words.plain("regions-reporter"),
    });
    if let Some(name) = reporter {
        facts.push(words.say("provenance-reporter", &[("name", Slot::Made(name))]));
    }
    if let Some(authority) = &indicator.authority {
        facts.push(words.say("provenance-authority", &[("name", Slot::Text(authority.in_language(words.language())))]));
    }
    if let Some((period, day)) = indicator.report.as_ref().and_then(|rule| next_report(plan, rule, renderer.assessment(at).as_of))
    {
        facts.push(words.say(
            "next-report",
            &[("period", Slot::Made(terms::period_label(words, period))), ("date", Slot::Made(terms::date(words, day)))],
        ));
    }
    facts
}

fn batches(telling: &Telling<'_>, as_of: crate::date::Date) -> Vec<String> {
    let words = telling.words;
    let Schedule::Batch(batches) = &telling.indicator.schedule else { return Vec::new() };
    batches
        .iter()
        .map(|batch| match (batch.published.filter(|day| *day <= as_of), batch.expected) {
            (Some(day), _) => words.say("batch-published", &[("date", Slot::Made(terms::date(words, day)))]),
            (None, Some(period)) => words.say("batch-awaited", &[("period", Slot::Made(terms::period_alone(words, period)))]),
            (None, None) => words.plain("batch-awaited-plain"),
        })
        .collect()
}

/// States what the shares add up to against the target, and the figures against the one of the whole area.
fn region_sums(renderer: &Renderer<'_>, at: usize, ix: IndicatorIx, telling: &Telling<'_>) -> Vec<String> {
    let (words, plan, regions) = (telling.words, telling.plan, &renderer.site.regions);
    if plan.regions_public == RegionsPublic::None {
        return Vec::new();
    }
    let as_of = renderer.assessment(at).as_of;
    let amount = |value: Number| Slot::Made(terms::amount(words, value, telling.indicator.unit.in_language(words.language())));
    let mut sentences = Vec::new();
    if let Some(shares) = sum_of_shares(plan, regions, ix, as_of) {
        let difference = (shares.sum - shares.target).abs();
        sentences.push(words.say(
            "region-shares-sum",
            &[("sum", amount(shares.sum)), ("way", Slot::Text(shares.word())), ("difference", amount(difference))],
        ));
    }
    let whole = telling.assessed.latest().filter(|point| point.derived.is_none() && plan.regions_public == RegionsPublic::Values);
    let pair = whole
        .and_then(|point| Some((point.value?, sum_of_regions(plan, regions, ix, point.period.cut(), Knowledge::on(as_of))?)));
    if let Some((value, sum)) = pair {
        sentences.push(words.say(
            "region-figures-sum",
            &[
                ("sum", amount(sum)),
                ("same", Slot::Text(if sum == value { "yes" } else { "no" })),
                ("whole", amount(value)),
                ("difference", amount((sum - value).abs())),
            ],
        ));
    }
    sentences
}

/// The regions of an indicator in official order. Statuses stand only where a region has a target of its own.
fn region_rows(renderer: &Renderer<'_>, address: Address, at: usize, telling: &Telling<'_>) -> Vec<RegionRow> {
    let plan = telling.plan;
    let has_any = telling.assessed.regions.iter().any(|region| region.latest.is_some() || region.target.is_some());
    if plan.regions_public == RegionsPublic::None || !has_any {
        return Vec::new();
    }
    telling.assessed.regions.iter().map(|region| region_row(renderer, address, at, telling, region)).collect()
}

pub(super) fn region_row(
    renderer: &Renderer<'_>,
    address: Address,
    at: usize,
    telling: &Telling<'_>,
    region: &crate::assess::regions::RegionAssessment,
) -> RegionRow {
    let words = telling.words;
    let dash = || words.plain("dash");
    let shows_values = telling.plan.regions_public == RegionsPublic::Values;
    let value = region.latest.and_then(|point| point.value).filter(|_| shows_values);
    let is_awaited = region.status.as_ref().is_some_and(|status| status.code.standing() == Standing::Awaiting);
    RegionRow {
        name: renderer.site.region(region.region).name.clone(),
        url: renderer.config.wants(OutputKind::Lists).then(|| renderer.link(address, Page::Region(at, region.region))),
        target: region.target.map_or_else(dash, terms::number),
        // A figure that is not due is not missing.
        actual: value.map_or_else(|| if shows_values && !is_awaited { words.plain("flag-x") } else { dash() }, terms::number),
        completion: region
            .verdict_on_figure()
            .filter(|_| shows_values)
            .and_then(|verdict| verdict.comparison.completion)
            .map_or_else(dash, terms::percent),
        pill: region.status.as_ref().map(|status| pill(words, telling.plan, status.code, status.family)),
    }
}

fn milestones(renderer: &Renderer<'_>, address: Address, at: usize, item: &Item) -> Vec<MilestoneRow> {
    let words = renderer.words(address.language);
    item.milestones
        .iter()
        .map(|ix| {
            let (milestone, assessed) = (renderer.plan(at).milestone(*ix), renderer.assessment(at).milestone(*ix));
            MilestoneRow {
                title: milestone.title.in_language(words.language()).to_string(),
                due: terms::date(words, assessed.due),
                moved_from: assessed.moved_from.map_or_else(String::new, |day| terms::date(words, day)),
                done: assessed.done.map_or_else(|| words.plain("dash"), |day| terms::date(words, day)),
                pill: milestone_pill(words, assessed.status),
                note: assessed.note.clone(),
            }
        })
        .collect()
}

fn updates(renderer: &Renderer<'_>, address: Address, at: usize, ix: ItemIx) -> Vec<UpdateLink> {
    let words = renderer.words(address.language);
    let as_of = renderer.assessment(at).as_of;
    renderer
        .plan(at)
        .updates
        .iter()
        .filter(|update| update.items.contains(&ix) && update.recorded <= as_of)
        .map(|update| UpdateLink {
            title: update.title.in_language(words.language()).to_string(),
            date: terms::date(words, update.date),
            kind: words.plain(&format!("update-{}", update.kind.word())),
            url: if renderer.config.wants(OutputKind::Lists) {
                format!("{}#{}", renderer.link(address, Page::Updates(at)), update.id)
            } else {
                String::new()
            },
        })
        .collect()
}
