//! One page per period: how the plan stood at its end, as known now, in the order offices are used
//! to.
//!
//! A page shows figures up to the end of its period, as known on the day of the site; lists that
//! were published later do not count in it.
//!
//! The printed sheet names the checksum of `observations.csv`, the figures everything on it rests
//! on, beside its period, day, moment of publication and address.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::assess::assess_plan;
use crate::assess::assessment::Assessment;
use crate::assess::indicator::public_code;
use crate::config::OutputKind;
use crate::model::index::IndicatorIx;
use crate::model::observation::AsOf;
use crate::model::period::Period;
use crate::model::status::{Standing, StatusCode};
use crate::render::address::{DataFile, Page};
use crate::render::context::{PageContext, RenderError};
use crate::render::data::checksum;
use crate::render::frame::Link;
use crate::render::inventory::periods_of;
use crate::render::markup::with_strong_numbers;
use crate::render::notes::note_of;
use crate::render::period_words;
use crate::render::pills::{Pill, pill_of};
use crate::render::rows::items_by_section;
use crate::render::sentences::{self, IndicatorProse};
use crate::render::terms;
use crate::render::text_id::{TextId, text, text_of};
use crate::render::views::{actual_of, amount_of, note_with_marks, unit_of};
use crate::render::words::Slot;

use super::overview::Fact;
use super::revisions::{RevisionRow, revisions};
use super::worklist::{Due, Step, answered_whole, counted, due, overdue_steps, responsible_line};

/// How many days with something due a period page lists.
const NEXT_STEPS: usize = 4;

#[derive(Serialize)]
struct PeriodsPage {
    title: String,
    intro: String,
    periods: Vec<Link>,
}

pub(super) fn render_periods(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let title = words.plain(text!("periods-title"));
    let periods = periods_of(context.renderer, context.at)
        .into_iter()
        .rev()
        .map(|period| Link {
            title: period_words::period_label(words, context.plan(), period),
            url: context.link(Page::Period(context.at, period)),
            is_current: false,
        })
        .collect();
    let view =
        PeriodsPage { intro: words.plain(text!("periods-intro")), periods, title: title.clone() };
    context.fill("periods.html", context.frame("periods", &title, &[]), view)
}

#[derive(Serialize)]
struct PeriodPage {
    title: String,
    known: String,
    headline: String,
    sections: Vec<PeriodSection>,
    /// What stands over the targets.
    target_head: String,
    regions: Vec<RegionLine>,
    problems: Vec<Problem>,
    /// Dated steps whose day is past.
    overdue: Vec<Step>,
    /// What stands over what is due.
    next_text: String,
    due: Vec<Due>,
    revisions: Vec<RevisionRow>,
    /// What a printed sheet must say of itself.
    sheet: Vec<Fact>,
    data_url: Option<String>,
    method_url: String,
}

#[derive(Serialize)]
struct PeriodSection {
    title: String,
    /// How its targets stand, in a line.
    stands: String,
    rows: Vec<PeriodRow>,
}

#[derive(Serialize)]
struct PeriodRow {
    number: u32,
    name: String,
    url: String,
    unit: String,
    phrase: String,
    actual: String,
    /// The figure with its unit, or nothing.
    amount: String,
    completion: String,
    schedule: String,
    gap: String,
    pill: Pill,
    period: String,
    nature: String,
    /// Which report is late, or the public remark of the figure, or nothing.
    note: String,
}

#[derive(Serialize)]
struct RegionLine {
    name: String,
    url: Option<String>,
    at_or_above: usize,
    below: usize,
    missing: usize,
}

#[derive(Serialize)]
struct Problem {
    name: String,
    url: String,
    pill: Pill,
    finding: String,
    margin: String,
    who: String,
}

pub(super) fn render_period(
    context: PageContext<'_>,
    period: Period,
) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let as_of = context.as_of();
    // The period as known now: today's knowledge of figures up to its end, what was due by then,
    // and the targets as they read then. The newest one is where the plan stands.
    let known = AsOf::of_period(as_of, period.end(), context.assessment().latest);
    let is_newest = known.until.is_none();
    let then = context.plan().as_it_read_on(known.last_day());
    let plan = then.as_ref().unwrap_or(context.plan());
    let assessment = assess_plan(plan, &context.site().regions, known);
    let key = period_words::title_key(plan, period);
    let title = words.message(
        key,
        &[
            ("title", Slot::Made(format!("《{}》", plan.title.in_language(words.language())))),
            ("period", Slot::Made(period_words::period_label(words, context.plan(), period))),
        ],
    );
    let prose = |ix: IndicatorIx| {
        IndicatorProse::new(words, plan, plan.indicator(ix), assessment.indicator(ix))
    };
    let all: Vec<IndicatorIx> = plan
        .numbered_indicators()
        .filter(|(_, one)| one.target.is_some())
        .map(|(ix, _)| ix)
        .collect();
    let url = |ix: IndicatorIx| {
        format!(
            "{}#{}",
            context.link(Page::Item(context.at, plan.indicator(ix).item)),
            plan.indicator(ix).id
        )
    };
    let due = next_steps(context, &assessment);
    let view = PeriodPage {
        known: words.message(
            text!("period-known"),
            &[
                ("date", Slot::Made(terms::date(words, as_of))),
                ("newest", Slot::Text(if is_newest { "yes" } else { "no" })),
            ],
        ),
        headline: with_strong_numbers(&sentences::headline(words, &assessment.counts.indicators)),
        sections: plan
            .sections
            .iter()
            .enumerate()
            .map(|(section, shown)| {
                let own = || {
                    all.iter().filter(move |ix| {
                        usize::from(plan.item(plan.indicator(**ix).item).section.0) == section
                    })
                };
                let standing = |ix: &IndicatorIx| {
                    public_code(plan, assessment.indicator(*ix).status.code).standing()
                };
                PeriodSection {
                    title: shown.title.in_language(words.language()).to_string(),
                    stands: words.message(
                        text!("period-section-stands"),
                        &[
                            ("n", Slot::Count(own().count())),
                            ("list", Slot::Made(counted(words, own().map(standing)))),
                        ],
                    ),
                    rows: own().map(|ix| row(&prose(*ix), *ix, known, url(*ix))).collect(),
                }
            })
            .filter(|section| !section.rows.is_empty())
            .collect(),
        target_head: words.plain(period_words::target_head(plan)),
        regions: regions(context, &assessment),
        problems: all
            .iter()
            .filter(|ix| assessment.indicator(**ix).status.code.standing() == Standing::Below)
            .map(|ix| {
                let prose = prose(*ix);
                let status = &prose.assessed.status;
                Problem {
                    name: prose.indicator.name.in_language(words.language()).to_string(),
                    url: url(*ix),
                    pill: pill_of(words, plan, status),
                    finding: prose.finding(),
                    margin: prose.margin().unwrap_or_default(),
                    who: responsible_line(context, prose.indicator.item),
                }
            })
            .collect(),
        overdue: overdue_steps(context, &assessment, &items_by_section(plan)),
        next_text: words.message(
            text!("period-next-text"),
            &[
                (
                    "newest",
                    Slot::Text(match is_newest {
                        true => "yes",
                        false if due.is_empty() => "none",
                        false => "no",
                    }),
                ),
                ("date", Slot::Made(terms::date(words, known.last_day()))),
            ],
        ),
        due,
        sheet: sheet(context, period),
        revisions: revisions_in(context, period),
        data_url: context
            .config()
            .wants(OutputKind::Data)
            .then(|| context.link(Page::Data(context.at))),
        method_url: context.link(Page::Method(context.at)),
        title: title.clone(),
    };
    let crumbs = [(Page::Periods(context.at), words.plain(text!("periods-title")))];
    context.fill(
        "period.html",
        context.frame(
            "period",
            &period_words::period_label(words, context.plan(), period),
            &crumbs,
        ),
        view,
    )
}

/// Lists what is due on the next few days something is due.
fn next_steps(context: PageContext<'_>, assessment: &Assessment) -> Vec<Due> {
    let plan = context.plan();
    let indicators: Vec<IndicatorIx> = plan.numbered_indicators().map(|(ix, _)| ix).collect();
    let milestones: Vec<_> = plan.items.iter().flat_map(|item| item.milestones.clone()).collect();
    let answered = answered_whole(assessment, &indicators);
    let mut due = due(context, assessment, &answered, &milestones);
    due.truncate(NEXT_STEPS);
    due
}

/// Says of a printed sheet what it is, when it was known and published, which data it rests on, and
/// where it is found.
fn sheet(context: PageContext<'_>, period: Period) -> Vec<Fact> {
    let words = context.words();
    let shown = context.shown();
    let mut facts = Vec::new();
    let mut add = |key: TextId, value: String| {
        facts.push(Fact { term: words.plain(key), value, url: String::new() })
    };
    add(text!("fact-period"), period_words::period_label(words, context.plan(), period));
    add(text!("footer-as-of"), terms::date(words, shown.assessment.as_of()));
    if let Some(published) = shown.edition.as_ref().and_then(|edition| edition.published_at.clone())
    {
        add(text!("fact-published"), published);
    }
    if context.config().wants(OutputKind::Data) {
        // The figures everything else rests on.
        let sum = checksum(context.renderer, context.at, DataFile::Observations(context.at));
        add(text!("fact-checksum"), format!("SHA-256 {sum}"));
    }
    let path = context.renderer.path_of(context.address);
    let folder = path.strip_suffix("index.html").unwrap_or(&path);
    add(
        text!("fact-address"),
        format!("{}{folder}", context.config().base_url.as_deref().unwrap_or("/")),
    );
    facts
}

fn row(prose: &IndicatorProse<'_>, ix: IndicatorIx, known: AsOf, url: String) -> PeriodRow {
    let (words, plan, indicator, assessed) =
        (prose.words, prose.plan, prose.indicator, prose.assessed);
    let dash = || words.plain(text!("dash"));
    let judged = prose.judged_figure();
    let latest = judged.as_ref().map(|(point, _)| point).or(assessed.latest());
    let value = judged.as_ref().map(|(_, value)| *value);
    PeriodRow {
        number: plan.item(indicator.item).number,
        name: indicator.name.in_language(words.language()).to_string(),
        url,
        unit: unit_of(words, indicator).into_owned(),
        phrase: indicator.target.as_ref().map_or_else(dash, |target| target.phrase.clone()),
        actual: value.map_or_else(dash, |value| actual_of(words, indicator, assessed, value)),
        amount: value
            .map_or_else(String::new, |value| amount_of(words, indicator, assessed, value)),
        completion: prose.completion_cell().unwrap_or_else(dash),
        schedule: prose.schedule_cell().unwrap_or_else(dash),
        gap: prose.gap_cell().unwrap_or_else(dash),
        pill: pill_of(words, plan, &assessed.status),
        period: latest.map_or_else(dash, |point| {
            period_words::period_of_figure(words, plan, point.period, indicator)
        }),
        nature: indicator
            .nature
            .map_or_else(dash, |nature| words.plain(text_of!("nature-", nature.word()))),
        note: late_report(prose).unwrap_or_else(|| {
            let marks = prose.of_some_mark().unwrap_or_default();
            let note = note_of(plan, ix, None, latest, known);
            terms::note(words, &note_with_marks(words, &marks, note))
        }),
    }
}

/// Names the report that is late: of a past period it is not the one about that period, whose day
/// came after its end.
fn late_report(prose: &IndicatorProse<'_>) -> Option<String> {
    let (words, plan, status) = (prose.words, prose.plan, &prose.assessed.status);
    let overdue = status.overdue.filter(|_| status.code == StatusCode::OverdueReport)?;
    let period = period_words::period_inside(words, plan, overdue.period, prose.indicator).1;
    let slots = [
        ("period", Slot::Made(period)),
        ("published", Slot::Text(if plan.publishes_overdue { "yes" } else { "no" })),
        ("date", Slot::Made(terms::date(words, overdue.deadline))),
    ];
    Some(words.message(text!("period-row-overdue"), &slots))
}

fn regions(context: PageContext<'_>, assessment: &Assessment) -> Vec<RegionLine> {
    if context.plan().regions_public == crate::model::plan::RegionsPublic::None {
        return Vec::new();
    }
    context
        .site()
        .numbered_regions()
        .filter_map(|(ix, region)| {
            let statuses: Vec<Standing> = assessment
                .indicators
                .iter()
                .filter_map(|one| one.region(ix)?.status.as_ref())
                .map(|status| status.code.standing())
                .collect();
            let count =
                |wanted: Standing| statuses.iter().filter(|standing| **standing == wanted).count();
            (!statuses.is_empty()).then(|| RegionLine {
                name: region.name.clone(),
                url: context
                    .config()
                    .wants(OutputKind::Lists)
                    .then(|| context.link(Page::Region(context.at, ix))),
                at_or_above: count(Standing::AtOrAbove),
                below: count(Standing::Below),
                missing: count(Standing::Missing),
            })
        })
        .collect()
}

fn revisions_in(context: PageContext<'_>, period: Period) -> Vec<RevisionRow> {
    let words = context.words();
    let plan = context.plan();
    let all: Vec<IndicatorIx> = plan.numbered_indicators().map(|(ix, _)| ix).collect();
    let label = period_words::period_label(words, context.plan(), period);
    let same_period_end: BTreeSet<String> = plan
        .ledger
        .rows()
        .filter(|row| row.period.end() == period.end())
        .map(|row| period_words::period_label(words, context.plan(), row.period))
        .chain([label])
        .collect();
    revisions(context, &all)
        .into_iter()
        .filter(|row| same_period_end.contains(&row.period))
        .collect()
}
