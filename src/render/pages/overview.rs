//! The overview: the headline, every target at a glance, the items by section, what needs
//! attention, what changed, what comes next.

use serde::Serialize;

use crate::assess::assessment::Assessment;
use crate::assess::changes::compare;
use crate::assess::indicator::public_code;
use crate::assess::reports::next_report;
use crate::config::OutputKind;
use crate::date::Date;
use crate::markdown::render_markdown;
use crate::model::edition::EditionState;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Indicator;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::status::{Standing, StatusCode};
use crate::render::address::Page;
use crate::render::context::{PageContext, RenderError};
use crate::render::facts::has_another_word;
use crate::render::inventory::{ROWS, page_count, window};
use crate::render::markup::with_strong_numbers;
use crate::render::pills::{Pill, pill_of, pill_of_fact};
use crate::render::rows::items_by_section;
use crate::render::tables::{ItemRows, write_table};
use crate::render::text_id::{TextId, text, text_of};
use crate::render::views::{ItemRow, item_row};
use crate::render::words::{Slot, Words};
use crate::render::{period_words, sentences, terms};

use super::changes::{indicator_url, name_of};
use super::filter::{Filter, standings_of};
use super::pager::Pager;
use super::worklist::{Behind, Step, behind, overdue_steps};

/// How many rows of "needs attention" the overview shows.
const ATTENTION_ROWS: usize = 8;
/// How many statuses that moved the overview shows.
const CHANGE_ROWS: usize = 8;

#[derive(Serialize)]
struct Overview {
    title: String,
    facts: Vec<Fact>,
    /// What document this is about.
    document: Vec<Fact>,
    /// Finished markup.
    headline: String,
    strip: Vec<StripGroup>,
    others: usize,
    item_count: usize,
    filter: Option<Filter>,
    sections: Vec<SectionView>,
    turning: Option<Pager>,
    attention: Vec<Behind>,
    attention_more: usize,
    /// What the list adds up to: the headline's number, and what stands beside it.
    attention_sum: String,
    /// Dated steps whose day is past.
    overdue: Vec<Step>,
    /// Where all that is below is told.
    below_url: Option<String>,
    changes: Option<ChangesView>,
    next: Vec<String>,
    /// Finished markup.
    introduction: String,
}

/// A term and what it is.
#[derive(Serialize)]
pub(super) struct Fact {
    pub term: String,
    pub value: String,
    pub url: String,
}

#[derive(Serialize)]
struct StripGroup {
    word: String,
    count: usize,
    marks: Vec<Mark>,
}

/// A shape with its words.
#[derive(Serialize)]
struct Mark {
    mark: &'static str,
    tone: &'static str,
    words: String,
    url: String,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    url: Option<String>,
    /// The groups its items belong to, for narrowing.
    standings: Vec<&'static str>,
    /// Finished markup.
    items: String,
}

#[derive(Serialize)]
struct ChangesView {
    period: String,
    date: String,
    /// How many statuses moved.
    moved: usize,
    /// Those that moved to or from below, as many as the overview has room for.
    rows: Vec<Change>,
    more: usize,
    /// The page that tells all of it.
    url: Option<String>,
}

#[derive(Serialize)]
struct Change {
    name: String,
    url: String,
    before: Pill,
    after: Pill,
}

/// A further page of the items.
#[derive(Serialize)]
struct MoreItems {
    title: String,
    sections: Vec<SectionView>,
    turning: Option<Pager>,
}

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let (plan, shown) = (context.plan(), context.shown());
    if context.address.page_index > 0 {
        let title = plan.title.in_language(words.language()).to_string();
        let frame = context.frame("overview", &title, &[]);
        let view = MoreItems { title, sections: sections(context)?, turning: Pager::new(context) };
        return context.fill("overview-more.html", frame, view);
    }
    let assessment = &shown.assessment;
    let every: Vec<IndicatorIx> = plan.numbered_indicators().map(|(ix, _)| ix).collect();
    let (attention, attention_more) = behind(context, &every, ATTENTION_ROWS);
    let overdue = overdue_steps(context, assessment, &items_by_section(plan));
    let lists = context.config().wants(OutputKind::Lists);
    let turning = Pager::new(context);
    let view = Overview {
        title: plan.title.in_language(words.language()).to_string(),
        facts: facts(context),
        document: document(context),
        headline: with_strong_numbers(&sentences::headline(words, &assessment.counts.indicators)),
        strip: strip(context),
        others: assessment.counts.indicators.others.values().sum(),
        item_count: plan.items.len(),
        filter: turning
            .is_none()
            .then(|| Filter::new(context, assessment.items.iter().map(|item| item.code))),
        sections: sections(context)?,
        turning,
        attention_sum: attention_sum(words, plan, assessment, overdue.len()),
        overdue,
        attention_more,
        attention,
        below_url: lists.then(|| {
            // A list on several pages cannot be narrowed.
            let narrowed = if page_count(context.renderer, Page::Indicators(context.at)) == 1 {
                "#only-below"
            } else {
                ""
            };
            format!("{}{narrowed}", context.link(Page::Indicators(context.at)))
        }),
        changes: changes(context),
        next: next(context),
        introduction: render_markdown(plan.introduction.in_language(words.language()), 3),
    };
    let title = if context.address.page == Page::Home { String::new() } else { view.title.clone() };
    fill_overview(context, title, view)
}

/// Says how the list of what needs attention comes about: the targets the headline counts as not
/// attained, the others that have no number for the whole plan, and the dated steps.
fn attention_sum(words: &Words, plan: &Plan, assessment: &Assessment, steps: usize) -> String {
    let below = |is_quantified: bool| {
        let is_meant = |(ix, indicator): &(IndicatorIx, &Indicator)| {
            let target = indicator.target.as_ref();
            let is_below = assessment.indicator(*ix).status.code.standing() == Standing::Below;
            is_below && target.is_some_and(|target| target.is_quantified() == is_quantified)
        };
        plan.numbered_indicators().filter(is_meant).count()
    };
    let (quantified, others) = (below(true), below(false));
    if quantified + others + steps == 0 {
        return String::new();
    }
    words.message(
        text!("attention-sum"),
        &[
            ("n", Slot::Count(quantified)),
            ("others", Slot::Count(others)),
            ("steps", Slot::Count(steps)),
        ],
    )
}

/// The items of a page by section.
fn sections(context: PageContext<'_>) -> Result<Vec<SectionView>, RenderError> {
    let plan = context.plan();
    let lists = context.config().wants(OutputKind::Lists);
    let all = items_by_section(plan);
    all[window(context.address, all.len())]
        .chunk_by(|a, b| plan.item(*a).section == plan.item(*b).section)
        .map(|of_section| {
            let ix = plan.item(of_section[0]).section;
            let section = &plan.sections[usize::from(ix.0)];
            let items: Vec<ItemRow> =
                of_section.iter().map(|item| item_row(context, *item)).collect();
            Ok(SectionView {
                title: section.title.in_language(context.words().language()).to_string(),
                url: lists.then(|| context.link(Page::Section(context.at, ix))),
                standings: standings_of(items.iter().map(|item| item.standing)),
                items: write_table(context, &ItemRows { items: &items })?,
            })
        })
        .collect()
}

fn fill_overview(
    context: PageContext<'_>,
    title: String,
    view: Overview,
) -> Result<Vec<u8>, RenderError> {
    context.fill("overview.html", context.frame("overview", &title, &[]), view)
}

/// One line of facts: what period, as of when, when it was published and when the next one is.
fn facts(context: PageContext<'_>) -> Vec<Fact> {
    let words = context.words();
    let (plan, shown) = (context.plan(), context.shown());
    let mut facts = Vec::new();
    let mut add = |key: TextId, value: String| {
        facts.push(Fact { term: words.plain(key), value, url: String::new() })
    };
    if let Some(edition) = &shown.edition {
        add(text!("fact-period"), period_words::period_label(words, plan, edition.period));
    }
    add(text!("footer-as-of"), terms::date(words, shown.assessment.as_of()));
    if let Some(published) =
        shown.edition.as_ref().and_then(|edition| edition.published_at.as_ref())
    {
        add(text!("fact-published"), published.clone());
    }
    if let Some((planned, _)) = planned_releases(plan, shown.assessment.as_of()).first() {
        add(text!("fact-next"), terms::date(words, *planned));
    }
    facts
}

/// What document the plan is.
fn document(context: PageContext<'_>) -> Vec<Fact> {
    let words = context.words();
    let plan = context.plan();
    let mut facts = Vec::new();
    let mut add = |key: TextId, value: String, url: Option<String>| {
        facts.push(Fact { term: words.plain(key), value, url: url.unwrap_or_default() });
    };
    add(text!("fact-issuer"), plan.issuer.in_language(words.language()).to_string(), None);
    if let Some(issued) = plan.issued {
        add(text!("fact-issued"), terms::date(words, issued), None);
    }
    if let Some(number) = &plan.document_number {
        add(text!("fact-number"), number.clone(), None);
    }
    if let Some(source) = &plan.source {
        add(text!("fact-source"), source.title.clone(), source.url.clone());
    }
    facts
}

/// Lists the editions that are announced and not published, the soonest first.
fn planned_releases(plan: &Plan, as_of: Date) -> Vec<(Date, Period)> {
    let mut planned: Vec<(Date, Period)> = plan
        .editions
        .iter()
        .filter(|edition| edition.state != EditionState::Published)
        .filter_map(|edition| {
            Some((edition.planned.filter(|planned| *planned > as_of)?, edition.period))
        })
        .collect();
    planned.sort_by_key(|(day, period)| (*day, period.end()));
    planned
}

/// One mark for every quantified target, grouped by how it stands. The groups add up. So many
/// targets that nobody could count them are told by numbers alone.
fn strip(context: PageContext<'_>) -> Vec<StripGroup> {
    let words = context.words();
    let (plan, assessment) = (context.plan(), context.assessment());
    let quantified: Vec<IndicatorIx> = plan
        .numbered_indicators()
        .filter(|(_, indicator)| {
            indicator.target.as_ref().is_some_and(crate::model::indicator::Target::is_quantified)
        })
        .map(|(ix, _)| ix)
        .collect();
    let code = |ix: &IndicatorIx| assessment.indicator(*ix).status.code;
    Standing::WORDS
        .into_iter()
        .map(|(word, standing)| {
            let mut own: Vec<IndicatorIx> = quantified
                .iter()
                .copied()
                .filter(|ix| public_code(plan, code(ix)).standing() == standing)
                .collect();
            // Like stands by like, so that a group can be counted at a glance; within a status the
            // order of the plan stays.
            own.sort_by_key(code);
            let shown = if quantified.len() > ROWS { &[][..] } else { &own[..] };
            let marks = shown.iter().map(|ix| indicator_mark(context, *ix)).collect();
            StripGroup { word: words.plain(text_of!("standing-", word)), count: own.len(), marks }
        })
        .filter(|group| group.count > 0)
        .collect()
}

fn indicator_mark(context: PageContext<'_>, ix: IndicatorIx) -> Mark {
    let prose = context.prose(ix);
    let status = &prose.assessed.status;
    let shown = pill_of(prose.words, prose.plan, status);
    let item = prose.plan.item(prose.indicator.item);
    let name = prose.indicator.name.in_language(prose.words.language());
    Mark {
        mark: shown.mark,
        tone: shown.tone,
        words: format!("{} {name}{}{}", item.number, prose.words.plain(text!("colon")), shown.word),
        url: format!(
            "{}#{}",
            context.link(Page::Item(context.at, prose.indicator.item)),
            prose.indicator.id
        ),
    }
}

/// Compares every status with what the edition before told readers.
fn changes(context: PageContext<'_>) -> Option<ChangesView> {
    let words = context.words();
    let (plan, shown) = (context.plan(), context.shown());
    let edition_before = shown.edition_before()?;
    let (before, after) = (edition_before.snapshot.as_ref()?, shown.snapshot.as_ref()?);
    let edition = edition_before.edition.as_ref()?;
    let moved = compare(context.site(), plan, before, after);
    let statuses: Vec<_> = moved
        .indicators
        .iter()
        .filter(|change| change.has_moved() && change.after.target.is_some())
        .filter(|change| has_another_word(words, plan, change.before, change.after))
        .collect();
    let is_below = |code: StatusCode| code.standing() == Standing::Below;
    let mut prose: Vec<_> = statuses
        .iter()
        .filter(|change| is_below(change.before.code) != is_below(change.after.code))
        .collect();
    // What fell below is told before what rose; within both the order of the plan stays.
    prose.sort_by_key(|change| !is_below(change.after.code));
    let rows: Vec<Change> = prose
        .into_iter()
        .take(CHANGE_ROWS)
        .map(|change| Change {
            name: name_of(context, &change.after.id),
            url: indicator_url(context, &change.after.id),
            before: pill_of_fact(words, plan, change.before),
            after: pill_of_fact(words, plan, change.after),
        })
        .collect();
    Some(ChangesView {
        period: period_words::period_label(words, plan, edition.period),
        date: terms::date(words, edition.as_of),
        moved: statuses.len(),
        more: statuses.len() - rows.len(),
        rows,
        url: context
            .config()
            .wants(OutputKind::Editions)
            .then(|| context.link(Page::Changes(context.at))),
    })
}

/// Says what comes next: the next edition that is announced, and the next reports due.
fn next(context: PageContext<'_>) -> Vec<String> {
    let words = context.words();
    let (plan, shown) = (context.plan(), context.shown());
    let as_of = shown.assessment.as_of();
    let mut next: Vec<String> = planned_releases(plan, as_of)
        .into_iter()
        .map(|(day, period)| {
            let slots = [
                ("date", Slot::Made(terms::date(words, day))),
                ("period", Slot::Made(period_words::period_label(words, plan, period))),
            ];
            words.message(text!("next-release"), &slots)
        })
        .collect();
    let mut reports: Vec<_> = plan
        .numbered_indicators()
        .filter_map(|(ix, indicator)| {
            let answered = shown.assessment.indicator(ix).answered();
            let (period, day) = next_report(plan, indicator.report.as_ref()?, as_of, answered)?;
            Some((day, period))
        })
        .collect();
    reports.sort_by_key(|(day, period)| (*day, period.end()));
    if let Some((day, period)) = reports.first() {
        next.push(words.message(
            text!("next-report"),
            &[
                ("period", Slot::Made(period_words::period_label(words, plan, *period))),
                ("date", Slot::Made(terms::date(words, *day))),
            ],
        ));
    }
    next
}
