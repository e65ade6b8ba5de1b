//! The page of changes: every edition, and what moved from one to the next, with the reason.

use serde::Serialize;

use crate::assess::causes::{Cause, Causes};
use crate::assess::changes::{Changes, IndicatorChange, compare};
use crate::model::edition::{Edition, EditionState};
use crate::model::index::EditionIx;
use crate::model::plan::Plan;
use crate::model::snapshot::{ItemFact, MilestoneFact};
use crate::render::address::Page;
use crate::render::context::{PageContext, RenderError};
use crate::render::facts::{
    figure_with_period, has_another_item_word, has_another_word, marked_break,
};
use crate::render::inventory::editions_of;
use crate::render::period_words;
use crate::render::pills::{Pill, pill, pill_of_fact};
use crate::render::shown::ShownPlan;
use crate::render::terms;
use crate::render::text_id::{text, text_of};
use crate::render::words::{Slot, Words};

use super::revisions::{RevisionRow, revision_rows};

#[derive(Serialize)]
struct ChangesPage {
    title: String,
    editions: Vec<EditionRow>,
    sets: Vec<ChangeSet>,
}

#[derive(Serialize)]
struct EditionRow {
    period: String,
    url: String,
    as_of: String,
    published: String,
    is_frozen: bool,
    is_draft: bool,
}

/// What moved from one edition to the next.
#[derive(Serialize)]
struct ChangeSet {
    id: String,
    heading: String,
    known: String,
    plan_revisions: Vec<PlanRevisionRow>,
    items: Vec<Moved>,
    statuses: Vec<StatusRow>,
    figures: Vec<FigureRow>,
    milestones: Vec<MilestoneRow>,
    regions: Vec<RegionMoved>,
    revisions: Vec<RevisionRow>,
}

#[derive(Serialize)]
struct PlanRevisionRow {
    date: String,
    what: String,
    old: String,
    new: String,
    reason: String,
    source: String,
}

#[derive(Serialize)]
struct Moved {
    name: String,
    url: String,
    before: Pill,
    after: Pill,
}

#[derive(Serialize)]
struct StatusRow {
    moved: Moved,
    /// Nothing where the figure is what it was.
    figure_before: String,
    figure_after: String,
    cause: String,
}

#[derive(Serialize)]
struct FigureRow {
    name: String,
    url: String,
    before: String,
    after: String,
    pill: Pill,
}

#[derive(Serialize)]
struct MilestoneRow {
    title: String,
    before: String,
    after: String,
    due: String,
    done: String,
}

#[derive(Serialize)]
struct RegionMoved {
    name: String,
    region: String,
    before: String,
    after: String,
}

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let (plan, shown) = (context.plan(), context.shown());
    let title = words.plain(text!("editions-title"));
    let mut states: Vec<&ShownPlan> = shown.editions.iter().collect();
    if states.last().is_some_and(|last| last.assessment.as_of() < shown.assessment.as_of()) {
        states.push(shown);
    }
    let sets = states
        .windows(2)
        .rev()
        .filter_map(|pair| {
            let (before, after) = (pair[0].snapshot.as_ref()?, pair[1].snapshot.as_ref()?);
            let changes = compare(context.site(), plan, before, after);
            let causes = Causes::new(context.site(), plan, before, after);
            Some(change_set(context, [pair[0], pair[1]], &changes, &causes))
        })
        .collect();
    let editions = editions_of(context.renderer, context.at)
        .rev()
        .map(|ix| edition_row(context, ix))
        .collect();
    let view = ChangesPage { title: title.clone(), editions, sets };
    context.fill("changes.html", context.frame("changes", &title, &[]), view)
}

fn edition_row(context: PageContext<'_>, ix: EditionIx) -> EditionRow {
    let words = context.words();
    let plan = context.site().plan(context.at);
    let edition = plan.edition(ix);
    EditionRow {
        period: period_words::period_label(words, plan, edition.period),
        url: context.link(Page::Edition(context.at, ix)),
        as_of: terms::date(words, edition.as_of),
        published: edition.published_at.clone().unwrap_or_else(|| words.plain(text!("dash"))),
        is_frozen: plan.release(&edition.id).is_some(),
        is_draft: edition.state != EditionState::Published,
    }
}

fn change_set(
    context: PageContext<'_>,
    [from, to]: [&ShownPlan; 2],
    changes: &Changes<'_>,
    causes: &Causes<'_>,
) -> ChangeSet {
    let words = context.words();
    let plan = context.plan();
    let label = |shown: &ShownPlan| match &shown.edition {
        Some(Edition { period, .. }) => period_words::period_label(words, plan, *period),
        None => words.plain(text!("changes-now")),
    };
    let label_inside = |shown: &ShownPlan| match &shown.edition {
        Some(Edition { period, .. }) => period_words::label_inside(words, plan, *period),
        None => words.plain(text!("changes-now")),
    };
    let day = |shown: &ShownPlan| Slot::Made(terms::date(words, shown.assessment.as_of()));
    let after = |change: &IndicatorChange<'_>| {
        marked_break(words, change, figure_with_period(words, plan, change.after))
    };
    let with_target = |change: &&IndicatorChange<'_>| change.after.target.is_some();
    ChangeSet {
        id: to.edition.as_ref().map_or_else(|| "now".to_string(), |edition| edition.id.clone()),
        heading: words.message(
            text!("changes-heading"),
            &[("to", Slot::Made(label(to))), ("from", Slot::Made(label_inside(from)))],
        ),
        known: words.message(text!("changes-known"), &[("from", day(from)), ("to", day(to))]),
        plan_revisions: plan_revisions(words, changes),
        items: changes
            .items
            .iter()
            .filter(|(before, after)| has_another_item_word(words, plan, before, after))
            .map(|(before, after)| Moved {
                name: format!("{} {}", after.number, title_of(words, plan, after)),
                url: item_url(context, after.number),
                before: pill(words, plan, before.code, before.family),
                after: pill(words, plan, after.code, after.family),
            })
            .collect(),
        statuses: changes
            .indicators
            .iter()
            .filter(with_target)
            .filter(|change| has_another_word(words, plan, change.before, change.after))
            .filter(|change| change.has_moved())
            .map(|change| {
                let cause = causes.of(change);
                StatusRow {
                    moved: Moved {
                        name: name_of(context, &change.after.id),
                        url: indicator_url(context, &change.after.id),
                        before: pill_of_fact(words, plan, change.before),
                        after: pill_of_fact(words, plan, change.after),
                    },
                    figure_before: if change.is_same_figure() {
                        String::new()
                    } else {
                        figure_with_period(words, plan, change.before)
                    },
                    figure_after: after(change),
                    cause: if cause == Cause::NewFigure
                        && change.has_newer_figure()
                        && change.is_same_figure()
                    {
                        words.plain(text!("cause-same-figure"))
                    } else {
                        words.plain(text_of!("cause-", cause.word()))
                    },
                }
            })
            .collect(),
        figures: changes
            .indicators
            .iter()
            .filter(|change| change.is_figure_news())
            .map(|change| FigureRow {
                name: name_of(context, &change.after.id),
                url: indicator_url(context, &change.after.id),
                before: figure_with_period(words, plan, change.before),
                after: after(change),
                pill: pill_of_fact(words, plan, change.after),
            })
            .collect(),
        milestones: changes
            .milestones
            .iter()
            .map(|(before, after)| milestone_row(context, before, after))
            .collect(),
        regions: regions(context, changes),
        revisions: revision_rows(context, changes.revisions.iter().copied()),
    }
}

fn plan_revisions(words: &Words, changes: &Changes<'_>) -> Vec<PlanRevisionRow> {
    changes
        .plan_revisions
        .iter()
        .map(|revision| PlanRevisionRow {
            date: terms::date(words, revision.date),
            what: match revision.item {
                Some(number) => {
                    let item = words
                        .message(text!("item-number"), &[("n", Slot::Made(number.to_string()))]);
                    format!("{item} {}", revision.field)
                }
                None => revision.field.clone(),
            },
            old: revision.old.clone(),
            new: revision.new.clone(),
            reason: revision.reason.in_language(words.language()).to_string(),
            source: revision.source.clone(),
        })
        .collect()
}

fn milestone_row(
    context: PageContext<'_>,
    before: &MilestoneFact,
    after: &MilestoneFact,
) -> MilestoneRow {
    let words = context.words();
    let known = context.plan().milestones.iter().find(|milestone| milestone.id == after.id);
    let word = |status: &str| words.plain(text_of!("milestone-", status));
    MilestoneRow {
        title: known.map_or_else(
            || after.title.clone(),
            |known| known.title.in_language(words.language()).to_string(),
        ),
        before: word(&before.status),
        after: word(&after.status),
        due: match before.due == after.due {
            true => terms::date(words, after.due),
            false => words.message(
                text!("milestone-moved"),
                &[
                    ("before", Slot::Made(terms::date(words, before.due))),
                    ("after", Slot::Made(terms::date(words, after.due))),
                ],
            ),
        },
        done: after.done.map_or_else(|| words.plain(text!("dash")), |day| terms::date(words, day)),
    }
}

fn regions(context: PageContext<'_>, changes: &Changes<'_>) -> Vec<RegionMoved> {
    let words = context.words();
    let plan = context.plan();
    let name_of_region = |id: &str| {
        let found = context.site().regions.iter().find(|region| region.id == id);
        found.map_or_else(|| id.to_string(), |region| region.short_name.clone())
    };
    let mut rows = Vec::new();
    for change in &changes.indicators {
        for (before, after) in &change.regions {
            let word = |code: Option<crate::model::status::StatusCode>| {
                code.map_or_else(
                    || words.plain(text!("dash")),
                    |code| terms::status_word(words, plan, code, change.after.family),
                )
            };
            let (before, now) = (word(before.code), word(after.code));
            // Within a limit there is one word for ahead and on track.
            if before != now {
                rows.push(RegionMoved {
                    name: name_of(context, &change.after.id),
                    region: name_of_region(&after.id),
                    before,
                    after: now,
                });
            }
        }
    }
    rows
}

/// Returns the title of an item in the page's language, as it reads now.
fn title_of<'f>(words: &Words, plan: &'f Plan, fact: &'f ItemFact) -> &'f str {
    let found = plan.items.iter().find(|item| item.number == fact.number);
    found.map_or(&fact.title, |item| item.title.in_language(words.language()))
}

/// Returns the name of an indicator in the page's language, as it reads now.
pub(super) fn name_of(context: PageContext<'_>, id: &str) -> String {
    let words = context.words();
    let found = context.plan().indicators.iter().find(|indicator| indicator.id == id);
    found.map_or_else(
        || id.to_string(),
        |indicator| indicator.name.in_language(words.language()).to_string(),
    )
}

/// Returns the link to an indicator on the page of its item.
pub(super) fn indicator_url(context: PageContext<'_>, id: &str) -> String {
    let found = context.plan().indicators.iter().find(|indicator| indicator.id == id);
    found.map_or_else(String::new, |indicator| {
        format!("{}#{id}", context.link(Page::Item(context.at, indicator.item)))
    })
}

fn item_url(context: PageContext<'_>, number: u32) -> String {
    let found = context.plan().numbered_items().find(|(_, item)| item.number == number);
    found.map_or_else(String::new, |(ix, _)| context.link(Page::Item(context.at, ix)))
}
