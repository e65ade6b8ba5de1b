//! Departments: the list of them, and for each a working page of what it has to do, what is below,
//! and with whom.
//!
//! The page of a department tells everything below that it has a hand in: what it reports and what
//! its items promise, with the reporter beside it. Dates to come are on it as well; overdue reports
//! are named only where the plan says so.

use std::ops::Range;

use serde::Serialize;

use crate::assess::indicator::public_code;
use crate::assess::reports::next_report;
use crate::date::Date;
use crate::model::department::{DepartmentIx, Role};
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::period::Period;
use crate::render::address::Page;
use crate::render::context::{PageContext, RenderError};
use crate::render::frame::Link;
use crate::render::inventory::window;
use crate::render::period_words;
use crate::render::rows::own_of;
use crate::render::shown::Own;
use crate::render::tables::{
    DepartmentItem, DepartmentItems, DepartmentReports, ReportRow, write_table,
};
use crate::render::terms;
use crate::render::text_id::{text, text_of};
use crate::render::views::{indicator_row, item_row};
use crate::render::words::Slot;

use super::pager::Pager;
use super::worklist::{BEHIND_ROWS, Worklist, answered_whole, behind, counted, due, overdue_steps};

#[derive(Serialize)]
struct DepartmentsPage {
    title: String,
    intro: String,
    rows: Vec<DepartmentRow>,
}

#[derive(Serialize)]
struct DepartmentRow {
    name: String,
    url: String,
    kind: String,
    items: Vec<Link>,
    /// How many more items it has than are named.
    more: usize,
    reports: usize,
}

/// How many items of a department are named in the list of all departments.
const NAMED_ITEMS: usize = 60;

pub(super) fn render_departments(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let title = words.plain(text!("departments-title"));
    let rows = context
        .site()
        .numbered_departments()
        .map(|(ix, department)| (ix, department, own_of(context.renderer, context.at, ix)))
        .map(|(ix, department, own)| DepartmentRow {
            name: department.name.clone(),
            url: context.link(Page::Department(context.at, ix)),
            kind: words
                .try_message(text_of!("kind-", department.kind), &[])
                .unwrap_or_else(|| department.kind.clone()),
            more: own.items.len().saturating_sub(NAMED_ITEMS),
            items: own
                .items
                .iter()
                .take(NAMED_ITEMS)
                .map(|(item, _)| Link {
                    title: context.plan().item(*item).number.to_string(),
                    url: context.link(Page::Item(context.at, *item)),
                    is_current: false,
                })
                .collect(),
            reports: own.reported.len(),
        })
        .collect();
    let view = DepartmentsPage {
        intro: words.plain(text!("departments-intro")),
        rows,
        title: title.clone(),
    };
    context.fill("departments.html", context.frame("departments", &title, &[]), view)
}

#[derive(Serialize)]
struct DepartmentPage {
    title: String,
    aliases: String,
    summary: String,
    /// Only on the first page.
    agenda: Option<Worklist>,
    /// Finished markup, or nothing.
    items: String,
    /// Finished markup, or nothing.
    reports: String,
    turning: Option<Pager>,
}

pub(super) fn render_department(
    context: PageContext<'_>,
    ix: DepartmentIx,
) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let department = context.site().department(ix);
    let Own { items, reported } = own_of(context.renderer, context.at, ix);
    let title = department.name.clone();
    // Its items come first, what it reports goes on behind them.
    let on_page = window(context.address, items.len() + reported.len());
    let shown: Vec<DepartmentItem<'_>> = items
        [on_page.start.min(items.len())..on_page.end.min(items.len())]
        .iter()
        .map(|(item, role)| item_of(context, ix, *item, *role))
        .collect();
    let reports = reports(context, reported, after(&on_page, items.len()));
    let reports_table = DepartmentReports {
        reports: &reports,
        target_head: period_words::target_head(context.plan()),
        is_sample: context.config().is_sample,
    };
    let view = DepartmentPage {
        aliases: department.aliases.join(&words.plain(text!("list-pause"))),
        summary: summary(context, items, reported),
        agenda: (context.address.page_index == 0).then(|| {
            // Its hand is in what it reports and in what its items promise.
            let own: Vec<ItemIx> = items.iter().map(|(item, _)| *item).collect();
            let promised = own.iter().flat_map(|item| plan.item(*item).indicators.clone());
            let mut concerned: Vec<IndicatorIx> =
                promised.chain(reported.iter().copied()).collect();
            concerned.sort_unstable();
            concerned.dedup();
            let steps: Vec<_> =
                own.iter().flat_map(|item| plan.item(*item).milestones.clone()).collect();
            let (behind, more) = behind(context, &concerned, BEHIND_ROWS);
            let assessment = context.assessment();
            let answered = answered_whole(assessment, reported);
            Worklist {
                due: due(context, assessment, &answered, &steps),
                none: words.plain(text!("due-none")),
                behind,
                more,
                overdue: overdue_steps(context, assessment, &own),
            }
        }),
        items: if shown.is_empty() {
            String::new()
        } else {
            write_table(context, &DepartmentItems { items: &shown })?
        },
        reports: if reports.is_empty() {
            String::new()
        } else {
            write_table(context, &reports_table)?
        },
        turning: Pager::new(context),
        title: title.clone(),
    };
    let crumbs = [(Page::Departments(context.at), words.plain(text!("departments-title")))];
    context.fill("department.html", context.frame("department", &title, &crumbs), view)
}

/// Returns the part of a window behind so many rows of another list.
fn after(window: &Range<usize>, rows: usize) -> Range<usize> {
    window.start.saturating_sub(rows)..window.end.saturating_sub(rows)
}

/// Says in a sentence or two what is its own: how many items, how many indicators it reports, and
/// how those stand.
fn summary(context: PageContext<'_>, items: &[(ItemIx, Role)], reported: &[IndicatorIx]) -> String {
    let words = context.words();
    let (plan, assessment) = (context.plan(), context.assessment());
    let leads = items.iter().filter(|(_, role)| *role == Role::Lead).count();
    let mut sentences = Vec::new();
    if !items.is_empty() {
        sentences.push(words.message(
            text!("department-has"),
            &[("n", Slot::Count(items.len())), ("leads", Slot::Count(leads))],
        ));
    }
    let standings = reported
        .iter()
        .filter(|ix| plan.indicator(**ix).target.is_some())
        .map(|ix| public_code(plan, assessment.indicator(*ix).status.code).standing());
    if !reported.is_empty() {
        let list = counted(words, standings);
        sentences.push(words.message(
            text!("department-reports-n"),
            &[("n", Slot::Count(reported.len())), ("list", Slot::Made(list))],
        ));
    }
    sentences.join(&words.plain(text!("sentence-gap")))
}

fn item_of<'r>(
    context: PageContext<'r>,
    department: DepartmentIx,
    item: ItemIx,
    role: Role,
) -> DepartmentItem<'r> {
    DepartmentItem {
        row: item_row(context, item),
        role: context.words().plain(text_of!("responsible-", role.word())),
        others: context
            .plan()
            .item(item)
            .departments
            .iter()
            .filter(|one| one.department != department)
            .map(|one| Link {
                title: context.site().department(one.department).short_name.clone(),
                url: context.link(Page::Department(context.at, one.department)),
                is_current: false,
            })
            .collect(),
    }
}

/// The indicators it reports, those due first at the top; as many as stand on the page.
fn reports<'r>(
    context: PageContext<'r>,
    reported: &[IndicatorIx],
    on_page: Range<usize>,
) -> Vec<ReportRow<'r>> {
    let words = context.words();
    let (plan, as_of) = (context.plan(), context.as_of());
    let next = |ix: &IndicatorIx| {
        let answered = context.assessment().indicator(*ix).answered();
        plan.indicator(*ix)
            .report
            .as_ref()
            .and_then(|rule| next_report(plan, rule, as_of, answered))
    };
    let mut reports: Vec<(IndicatorIx, Option<(Period, Date)>)> =
        reported.iter().map(|ix| (*ix, next(ix))).collect();
    reports.sort_by_key(|(_, next)| next.map_or(Date::MAX, |(_, day)| day));
    reports[on_page]
        .iter()
        .map(|(ix, next)| {
            let deadline = next.map(|(period, day)| {
                words.message(
                    text!("next-report-cell"),
                    &[
                        (
                            "period",
                            Slot::Made(period_words::period_of_figure(
                                words,
                                plan,
                                period,
                                plan.indicator(*ix),
                            )),
                        ),
                        ("date", Slot::Made(terms::date(words, day))),
                    ],
                )
            });
            ReportRow {
                row: indicator_row(context, *ix),
                next: deadline.unwrap_or_else(|| words.plain(text!("dash"))),
            }
        })
        .collect()
}
