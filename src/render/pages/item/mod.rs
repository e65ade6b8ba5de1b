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
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::item::Item;
use crate::render::address::{Chart, DataFile, Page, data_path};
use crate::render::context::{PageContext, RenderError};
use crate::render::frame::Link;
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

pub(super) fn render(context: PageContext<'_>, ix: ItemIx) -> Result<Vec<u8>, RenderError> {
    let at = context.at;
    let words = context.words();
    let (plan, assessment) = (context.plan(), context.assessment());
    let item = plan.item(ix);
    let assessed = assessment.item(ix);
    let title = item.title.in_language(words.language()).to_string();
    let wants_data = context.config().wants(OutputKind::Data);
    let wants_lists = context.config().wants(OutputKind::Lists);
    let (with_target, others): (Vec<IndicatorIx>, Vec<IndicatorIx>) =
        item.indicators.iter().copied().partition(|ix| plan.indicator(*ix).target.is_some());
    let targets = with_target.len();
    let indicators: Vec<IndicatorIx> = with_target.into_iter().chain(others).collect();
    let rows: Vec<IndicatorRow<'_>> =
        indicators.iter().map(|ix| indicator_row(context, *ix)).collect();
    let blocks = indicators
        .iter()
        .zip(&rows)
        .map(|(ix, row)| block(context, *ix, row))
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
            url: context.link(Page::Item(at, ItemIx(at_item))),
            is_current: false,
        })
    };
    let view = ItemView {
        number: item.number,
        pill: pill(words, plan, assessed.code, assessed.family),
        reason: sentences::item_reason(words, assessed),
        section: wants_lists.then(|| Link {
            title: section_title.clone(),
            url: context.link(Page::Section(at, item.section)),
            is_current: false,
        }),
        section_title: section_title.clone(),
        responsible: responsible(context, item),
        regions: item
            .regions
            .iter()
            .map(|region| Link {
                title: context.site().region(*region).short_name.clone(),
                url: if wants_lists {
                    context.link(Page::Region(at, *region))
                } else {
                    String::new()
                },
                is_current: false,
            })
            .collect(),
        rows: indicator_table(context, &title, &rows[..targets])?,
        body: render_markdown(item.body.in_language(words.language()), 3),
        is_translated: context.address.language == LanguageIx::FIRST
            || item.body.is_translated(words.language().key()),
        blocks,
        since: since(context, ix)?,
        timeline: drawn(context, Chart::Milestones(ix), Caption::Finding)?,
        milestones: milestones(context, item),
        tasks: item
            .tasks
            .iter()
            .map(|task| task.in_language(words.language()).to_string())
            .collect(),
        updates: updates(context, ix),
        revisions: revisions(context, &item.indicators),
        json_url: wants_data
            .then(|| context.link_to(&data_path(context.site(), DataFile::ItemJson(at, ix)))),
        csv_url: wants_data
            .then(|| context.link_to(&data_path(context.site(), DataFile::ItemCsv(at, ix)))),
        method_url: context.link(Page::Method(at)),
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
    context.fill("item.html", context.frame("item", &page_title, &crumbs), view)
}

/// Groups departments by role, in the order of the plan.
fn responsible(context: PageContext<'_>, item: &Item) -> Vec<Responsible> {
    let words = context.words();
    let mut groups: Vec<(Role, Vec<Link>)> = Vec::new();
    for one in &item.departments {
        let department = context.site().department(one.department);
        let url = if context.config().wants(OutputKind::Lists) {
            context.link(Page::Department(context.at, one.department))
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

fn milestones(context: PageContext<'_>, item: &Item) -> Vec<MilestoneRow> {
    let words = context.words();
    item.milestones
        .iter()
        .map(|ix| {
            let (milestone, assessed) =
                (context.plan().milestone(*ix), context.assessment().milestone(*ix));
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

fn updates(context: PageContext<'_>, ix: ItemIx) -> Vec<UpdateLink> {
    let words = context.words();
    let as_of = context.as_of();
    context
        .plan()
        .updates
        .iter()
        .filter(|update| update.items.contains(&ix) && update.recorded <= as_of)
        .map(|update| UpdateLink {
            title: update.title.in_language(words.language()).to_string(),
            date: terms::date(words, update.date),
            kind: words.plain(text_of!("update-", update.kind.word())),
            url: if context.config().wants(OutputKind::Lists) {
                format!("{}#{}", context.link(Page::Updates(context.at)), update.id)
            } else {
                String::new()
            },
        })
        .collect()
}
