//! The page of one item: its status and why, its indicators in a table and one by one, milestones,
//! updates, revisions, downloads.

mod block;
mod charts;
mod since;

use serde::Serialize;

use crate::config::OutputKind;
use crate::language::LanguageIx;
use crate::markdown::render_markdown;
use crate::model::department::Role;
use crate::model::index::{IndicatorIx, ItemIx, PlanIx};
use crate::model::item::Item;
use crate::render::address::{Address, Chart, DataFile, Page, data_path};
use crate::render::context::{RenderError, Renderer};
use crate::render::frame::{Link, fill, frame};
use crate::render::pills::{Pill, milestone_pill, pill};
use crate::render::text_id::{TextId, text, text_of};
use crate::render::views::{IndicatorRow, indicator_row};
use crate::render::{sentences, terms};

use super::lists::indicator_table;
use super::revisions::{RevisionRow, revisions};

pub(super) use block::region_figures;
use block::{Block, block};
use charts::{Caption, drawn};
use since::{SinceView, since};

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
    /// Finished markup of the table of targets, or nothing.
    rows: String,
    /// Finished markup.
    body: String,
    is_translated: bool,
    blocks: Vec<Block>,
    since: Option<SinceView>,
    /// Finished markup, or nothing.
    timeline: String,
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

pub(super) fn render(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    ix: ItemIx,
) -> Result<Vec<u8>, RenderError> {
    let words = renderer.words(address.language);
    let (plan, assessment) = (renderer.plan(at), renderer.assessment(at));
    let item = plan.item(ix);
    let assessed = assessment.item(ix);
    let title = item.title.in_language(words.language()).to_string();
    let wants_data = renderer.config.wants(OutputKind::Data);
    let wants_lists = renderer.config.wants(OutputKind::Lists);
    let (with_target, context): (Vec<IndicatorIx>, Vec<IndicatorIx>) =
        item.indicators.iter().copied().partition(|ix| plan.indicator(*ix).target.is_some());
    let targets = with_target.len();
    let indicators: Vec<IndicatorIx> = with_target.into_iter().chain(context).collect();
    let rows: Vec<IndicatorRow<'_>> =
        indicators.iter().map(|ix| indicator_row(renderer, address, at, *ix)).collect();
    let blocks = indicators
        .iter()
        .zip(&rows)
        .map(|(ix, row)| block(renderer, address, at, *ix, row))
        .collect::<Result<_, _>>()?;
    let section_title =
        plan.sections[usize::from(item.section.0)].title.in_language(words.language()).to_string();
    let neighbour = |step: i64, key: TextId| {
        let at_item = u32::try_from(i64::from(ix.0) + step)
            .ok()
            .filter(|n| (*n as usize) < plan.items.len())?;
        let other = plan.item(ItemIx(at_item));
        Some(Link {
            title: format!(
                "{}{}{} {}",
                words.plain(key),
                words.plain(text!("colon")),
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
                url: if wants_lists {
                    renderer.link(address, Page::Region(at, *region))
                } else {
                    String::new()
                },
                is_current: false,
            })
            .collect(),
        rows: indicator_table(renderer, address, at, &title, &rows[..targets])?,
        body: render_markdown(item.body.in_language(words.language()), 3),
        is_translated: address.language == LanguageIx::FIRST
            || item.body.is_translated(words.language().key()),
        blocks,
        since: since(renderer, address, at, ix)?,
        timeline: drawn(renderer, address, at, Chart::Milestones(ix), Caption::Finding)?,
        milestones: milestones(renderer, address, at, item),
        tasks: item
            .tasks
            .iter()
            .map(|task| task.in_language(words.language()).to_string())
            .collect(),
        updates: updates(renderer, address, at, ix),
        revisions: revisions(renderer, words, at, &item.indicators),
        json_url: wants_data.then(|| {
            renderer.link_to(address, &data_path(renderer.site, DataFile::ItemJson(at, ix)))
        }),
        csv_url: wants_data.then(|| {
            renderer.link_to(address, &data_path(renderer.site, DataFile::ItemCsv(at, ix)))
        }),
        method_url: renderer.link(address, Page::Method(at)),
        previous: neighbour(-1, text!("previous")),
        next: neighbour(1, text!("next")),
        title: title.clone(),
    };
    let crumbs: Vec<(Page, String)> = if wants_lists {
        vec![(Page::Section(at, item.section), section_title)]
    } else {
        Vec::new()
    };
    let page_title = format!("{} {title}", item.number);
    fill(
        renderer,
        address,
        "item.html",
        frame(renderer, address, "item", &page_title, &crumbs),
        view,
    )
}

/// Groups departments by role, in the order of the plan.
fn responsible(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    item: &Item,
) -> Vec<Responsible> {
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
        .map(|(role, departments)| Responsible {
            role: words.plain(text_of!("responsible-", role.word())),
            departments,
        })
        .collect()
}

fn milestones(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    item: &Item,
) -> Vec<MilestoneRow> {
    let words = renderer.words(address.language);
    item.milestones
        .iter()
        .map(|ix| {
            let (milestone, assessed) =
                (renderer.plan(at).milestone(*ix), renderer.assessment(at).milestone(*ix));
            MilestoneRow {
                title: milestone.title.in_language(words.language()).to_string(),
                due: terms::date(words, assessed.due),
                moved_from: assessed
                    .moved_from
                    .map_or_else(String::new, |day| terms::date(words, day)),
                done: assessed
                    .done
                    .map_or_else(|| words.plain(text!("dash")), |day| terms::date(words, day)),
                pill: milestone_pill(words, assessed.status),
                note: assessed.note.clone(),
            }
        })
        .collect()
}

fn updates(renderer: &Renderer<'_>, address: Address, at: PlanIx, ix: ItemIx) -> Vec<UpdateLink> {
    let words = renderer.words(address.language);
    let as_of = renderer.assessment(at).as_of();
    renderer
        .plan(at)
        .updates
        .iter()
        .filter(|update| update.items.contains(&ix) && update.recorded <= as_of)
        .map(|update| UpdateLink {
            title: update.title.in_language(words.language()).to_string(),
            date: terms::date(words, update.date),
            kind: words.plain(text_of!("update-", update.kind.word())),
            url: if renderer.config.wants(OutputKind::Lists) {
                format!("{}#{}", renderer.link(address, Page::Updates(at)), update.id)
            } else {
                String::new()
            },
        })
        .collect()
}
