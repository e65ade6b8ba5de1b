//! What a department or a region has to do: what is due when, and what is below and why.
//!
//! Of what is below it tells the hundred worst, and how many more there are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::assessment::Assessment;
use crate::assess::milestones::MilestoneStatus;
use crate::assess::reports::next_report;
use crate::date::Date;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use crate::model::indicator::Reporter;
use crate::model::period::PeriodEnd;
use crate::model::status::Standing;
use crate::render::calendar::group_reports;
use crate::render::context::PageContext;
use crate::render::frame::Link;
use crate::render::period_words;
use crate::render::pills::{Pill, milestone_pill, pill_of};
use crate::render::terms;
use crate::render::text_id::{text, text_of};
use crate::render::views::{indicator_link, milestone_link};
use crate::render::words::{Slot, Words};

/// The upper half of a working page.
#[derive(Serialize)]
pub(super) struct Worklist {
    pub due: Vec<Due>,
    /// What is said where nothing is due any more.
    pub none: String,
    pub behind: Vec<Behind>,
    /// How many more are below than there is room for.
    pub more: usize,
    pub overdue: Vec<Step>,
}

/// How much of what is below is told on a working page: the worst first.
pub(super) const BEHIND_ROWS: usize = 100;

/// How many of those due on one day are named.
const DUE_LINKS: usize = 40;

/// What is due on one day.
#[derive(Serialize)]
pub(super) struct Due {
    date: String,
    /// What is asked for, such as the figures of a period.
    what: String,
    links: Vec<Link>,
    /// How many more are due than are named.
    more: usize,
}

/// An indicator with the newest month it was answered for, by whoever is asked.
pub(super) type Answered = (IndicatorIx, Option<PeriodEnd>);

/// Returns up to which month indicators were answered for the whole area.
pub(super) fn answered_whole(assessment: &Assessment, indicators: &[IndicatorIx]) -> Vec<Answered> {
    indicators.iter().map(|ix| (*ix, assessment.indicator(*ix).answered())).collect()
}

/// Lists the reports and steps still to come, the soonest first.
pub(super) fn due(
    context: PageContext<'_>,
    assessment: &Assessment,
    indicators: &[Answered],
    milestones: &[MilestoneIx],
) -> Vec<Due> {
    let words = context.words();
    let plan = context.plan();
    let day = assessment.known.last_day();
    let asked = group_reports(indicators.iter().filter_map(|(ix, answered)| {
        let rule = plan.indicator(*ix).report.as_ref()?;
        let (period, day) = next_report(plan, rule, day, *answered)?;
        Some((*ix, period, day))
    }));
    let mut steps: BTreeMap<Date, Vec<MilestoneIx>> = BTreeMap::new();
    for ix in
        milestones.iter().filter(|ix| assessment.milestone(**ix).status == MilestoneStatus::NotDue)
    {
        steps.entry(assessment.milestone(*ix).due).or_default().push(*ix);
    }
    let reports = asked.into_iter().map(|(day, asked)| {
        let what = words.message(
            text!("due-report"),
            &[("period", Slot::Made(period_words::label_inside(words, plan, asked.period)))],
        );
        let links = named(&asked.indicators, |ix| indicator_link(context, ix));
        (day, what, links, asked.indicators.len())
    });
    let steps = steps.into_iter().map(|(day, steps)| {
        let links = named(&steps, |ix| milestone_link(context, ix));
        (day, words.plain(text!("th-milestone")), links, steps.len())
    });
    let mut days: Vec<_> = reports.chain(steps).collect();
    // A report stands before a step of the same day.
    days.sort_by_key(|(day, ..)| *day);
    let due = |(day, what, links, all): (Date, String, Vec<Link>, usize)| Due {
        more: all - links.len(),
        date: terms::date(words, day),
        what,
        links,
    };
    days.into_iter().map(due).collect()
}

/// Links to as many of those due on a day as are named.
fn named<T: Copy>(due: &[T], link: impl Fn(T) -> Link) -> Vec<Link> {
    due.iter().take(DUE_LINKS).map(|one| link(*one)).collect()
}

/// What is below, why, and who else has a hand in it.
#[derive(Serialize)]
pub(super) struct Behind {
    pub pill: Pill,
    pub name: String,
    pub url: String,
    pub why: String,
    pub who: String,
}

/// Lists those of the given indicators that are below, the worst first and in the order of the
/// plan, and counts those beyond the most there is room for.
pub(super) fn behind(
    context: PageContext<'_>,
    indicators: &[IndicatorIx],
    most: usize,
) -> (Vec<Behind>, usize) {
    let words = context.words();
    let plan = context.plan();
    let code = |ix: &IndicatorIx| context.assessment().indicator(*ix).status.code;
    let mut found: Vec<IndicatorIx> = indicators
        .iter()
        .copied()
        .filter(|ix| plan.indicator(*ix).target.is_some() && code(ix).standing() == Standing::Below)
        .collect();
    found.sort_by_key(|ix| (code(ix).severity_rank(), *ix));
    let more = found.len().saturating_sub(most);
    let rows = found
        .into_iter()
        .take(most)
        .map(|ix| {
            let prose = context.prose(ix);
            let status = &prose.assessed.status;
            let link = indicator_link(context, ix);
            let sentences = [Some(prose.finding()), prose.margin()];
            Behind {
                pill: pill_of(words, plan, status),
                name: link.title,
                url: link.url,
                why: sentences
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(&words.plain(text!("sentence-gap"))),
                who: prose.indicator.reporter.map_or_else(String::new, |reporter| {
                    let name = match reporter {
                        Reporter::Department(ix) => context.site().department(ix).name.clone(),
                        Reporter::Regions => words.plain(text!("regions-reporter")),
                    };
                    words.message(text!("provenance-reporter"), &[("name", Slot::Made(name))])
                }),
            }
        })
        .collect();
    (rows, more)
}

/// Names the departments that answer for an item.
pub(super) fn responsible_line(context: PageContext<'_>, item: ItemIx) -> String {
    let words = context.words();
    let departments: Vec<&str> = context
        .plan()
        .item(item)
        .departments
        .iter()
        .map(|one| context.site().department(one.department).short_name.as_str())
        .collect();
    if departments.is_empty() {
        return String::new();
    }
    format!(
        "{}{}{}",
        words.plain(text!("responsible")),
        words.plain(text!("colon")),
        departments.join(&words.plain(text!("list-pause")))
    )
}

/// Lists the dated steps of the given items whose day is past.
pub(super) fn overdue_steps(
    context: PageContext<'_>,
    assessment: &Assessment,
    items: &[ItemIx],
) -> Vec<Step> {
    let words = context.words();
    let plan = context.plan();
    items
        .iter()
        .flat_map(|item| plan.item(*item).milestones.clone())
        .filter(|ix| {
            matches!(
                assessment.milestone(*ix).status,
                MilestoneStatus::Overdue | MilestoneStatus::Missed
            )
        })
        .map(|ix| {
            let Link { title, url, .. } = milestone_link(context, ix);
            let due = terms::date(words, assessment.milestone(ix).due);
            Step { title, url, due, pill: milestone_pill(words, assessment.milestone(ix).status) }
        })
        .collect()
}

/// A dated step.
#[derive(Serialize)]
pub(super) struct Step {
    title: String,
    url: String,
    due: String,
    pill: Pill,
}

/// Counts indicators with a target by how they stand, in the words of the headline: what is a
/// department's or a region's own.
pub(super) fn counted(words: &Words, standings: impl Iterator<Item = Standing>) -> String {
    let standings: Vec<Standing> = standings.collect();
    Standing::WORDS
        .into_iter()
        .map(|(word, standing)| (word, standings.iter().filter(|one| **one == standing).count()))
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| format!("{} {n}", words.plain(text_of!("standing-", word))))
        .collect::<Vec<_>>()
        .join(&words.plain(text!("list-comma")))
}
