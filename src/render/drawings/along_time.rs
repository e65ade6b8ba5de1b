//! An item through time: its dated steps, and how it and its targets stood in every edition.

use crate::assess::milestones::MilestoneStatus;
use crate::charts::{Caption, MilestoneState, Strip, StripCell, StripRow, Timeline, TimelineRow};
use crate::date::{Date, days_between};
use crate::language::LanguageIx;
use crate::model::index::{ItemIx, PlanIx};
use crate::model::plan::Plan;
use crate::model::snapshot::Snapshot;
use crate::model::status::{Family, StatusCode};
use crate::render::context::Renderer;
use crate::render::pills::{Pill, pill, tone_of};
use crate::render::text_id::text;
use crate::render::words::{Slot, Words};
use crate::render::{period_words, sentences, terms};

use super::ready::{Input, Ready};

/// Prepares the dated steps of an item; nothing where it has none.
pub(super) fn ready_milestones(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    ix: ItemIx,
) -> Option<Ready> {
    let words = renderer.words(language);
    let (plan, assessment) = (renderer.plan(at), renderer.assessment(at));
    let item = plan.item(ix);
    if item.milestones.is_empty() {
        return None;
    }
    let axis = Axis::of(words, plan);
    let rows = item
        .milestones
        .iter()
        .map(|ix| {
            let assessed = assessment.milestone(*ix);
            let title = plan.milestone(*ix).title.in_language(words.language()).to_string();
            let word = terms::milestone_word(words, assessed.status);
            let label =
                format!("{word} {}", terms::date(words, assessed.done.unwrap_or(assessed.due)));
            TimelineRow {
                tooltip: format!("{title}{}{label}", words.plain(text!("colon"))),
                title,
                due: axis.position(assessed.due),
                moved_from: assessed.moved_from.map(|day| axis.position(day)),
                done: assessed.done.map(|day| axis.position(day)),
                state: match assessed.status {
                    MilestoneStatus::OnTime => MilestoneState::OnTime,
                    MilestoneStatus::Late => MilestoneState::Late,
                    MilestoneStatus::Overdue | MilestoneStatus::Missed => MilestoneState::Overdue,
                    MilestoneStatus::NotDue => MilestoneState::NotDue,
                },
                label,
            }
        })
        .collect();
    let today = (axis.contains(assessment.as_of()))
        .then(|| (axis.position(assessment.as_of()), words.plain(text!("footer-as-of"))));
    let finding = sentences::milestones_reason(words, assessment.item(ix)).unwrap_or_default();
    let title = format!(
        "{}{}{}",
        item.title.in_language(words.language()),
        words.plain(text!("colon")),
        words.plain(text!("milestones-title"))
    );
    let caption = Caption { id: "milestones".into(), title, description: finding.clone() };
    Some(Ready {
        input: Input::Milestones(Timeline { rows, ticks: axis.ticks(), today }),
        caption,
        finding,
    })
}

/// The days of a plan from its first to its last.
struct Axis {
    from: Date,
    days: f64,
    ticks: Vec<(Date, String)>,
}

impl Axis {
    fn of(words: &Words, plan: &Plan) -> Self {
        let from = plan.first.plus_months(-1).last_day();
        let ticks = period_words::axis_ticks(words, plan)
            .into_iter()
            .map(|(period_end, word)| (period_end.last_day(), word))
            .collect();
        Self { from, days: f64::from(days_between(from, plan.last.last_day()).max(1)), ticks }
    }

    fn position(&self, day: Date) -> f64 {
        f64::from(days_between(self.from, day)) / self.days
    }

    fn contains(&self, day: Date) -> bool {
        (0.0..=1.0).contains(&self.position(day))
    }

    fn ticks(&self) -> Vec<(f64, String)> {
        self.ticks.iter().map(|(day, word)| (self.position(*day), word.clone())).collect()
    }
}

/// An edition, or today where more is known than the newest one told, with what it said.
pub(in crate::render) struct EditionColumn<'r> {
    /// The period it is about, or the word for now.
    pub name: String,
    /// The same for the head of a narrow column.
    pub head: String,
    /// Its day of knowledge.
    pub as_of: Date,
    pub snapshot: &'r Snapshot,
}

/// Lists what readers were told over time, the oldest first, the last being what they are told now.
///
/// Of more than 24 editions the newest 24 are shown: smaller marks could not be told apart.
pub(in crate::render) fn edition_columns<'r>(
    renderer: &'r Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
) -> Vec<EditionColumn<'r>> {
    let words = renderer.words(language);
    let shown = renderer.shown(at);
    let mut columns: Vec<EditionColumn<'r>> = shown
        .editions
        .iter()
        .filter_map(|one| {
            let period = one.edition.as_ref()?.period;
            let (name, head) = (
                period_words::period_label(words, renderer.plan(at), period),
                period_words::period_short(words, renderer.plan(at), period),
            );
            Some(EditionColumn {
                name,
                head,
                as_of: one.assessment.as_of(),
                snapshot: one.snapshot.as_ref()?,
            })
        })
        .collect();
    if let Some(snapshot) = &shown.snapshot
        && columns.last().is_none_or(|last| last.as_of < shown.assessment.as_of())
    {
        let name = words.plain(text!("changes-now"));
        columns.push(EditionColumn {
            head: name.clone(),
            name,
            as_of: shown.assessment.as_of(),
            snapshot,
        });
    }
    columns
}

/// Prepares how an item and its targets stood in every edition; nothing with fewer than two.
pub(super) fn ready_editions(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    ix: ItemIx,
) -> Option<Ready> {
    let words = renderer.words(language);
    let plan = renderer.plan(at);
    let item = plan.item(ix);
    let columns = edition_columns(renderer, language, at);
    if columns.len() < 2 {
        return None;
    }
    let cell = |column: &EditionColumn<'_>, name: &str, status: Option<(StatusCode, Family)>| {
        status.map(|(code, family)| StripCell {
            tone: tone_of(code),
            tooltip: format!(
                "{}{}{name} {}",
                column.name,
                words.plain(text!("colon")),
                terms::status_word(words, plan, code, family)
            ),
        })
    };
    let own = words.plain(text!("editions-whole-item"));
    let mut rows = vec![StripRow {
        cells: columns
            .iter()
            .map(|column| {
                cell(
                    column,
                    &own,
                    column.snapshot.item(item.number).map(|fact| (fact.code, fact.family)),
                )
            })
            .collect(),
        name: own,
        is_strong: true,
    }];
    for indicator in
        item.indicators.iter().map(|ix| plan.indicator(*ix)).filter(|one| one.target.is_some())
    {
        let name = indicator.name.in_language(words.language()).to_string();
        rows.push(StripRow {
            cells: columns
                .iter()
                .map(|column| {
                    cell(
                        column,
                        &name,
                        column
                            .snapshot
                            .indicator(&indicator.id)
                            .map(|fact| (fact.code, fact.family)),
                    )
                })
                .collect(),
            name,
            is_strong: false,
        });
    }
    let finding =
        since_before(renderer, language, at, ix).map(|since| since.sentence).unwrap_or_default();
    let title = format!(
        "{}{}{}",
        item.title.in_language(words.language()),
        words.plain(text!("colon")),
        words.plain(text!("editions-strip"))
    );
    let caption = Caption { id: "editions".into(), title, description: finding.clone() };
    let columns = columns.into_iter().map(|column| column.head).collect();
    Some(Ready { input: Input::Editions(Strip { columns, rows }), caption, finding })
}

/// How an item stood before and stands now.
pub(in crate::render) struct Since {
    pub before: Pill,
    pub after: Pill,
    pub sentence: String,
}

/// Compares how an item stands with what the edition before told; nothing where there was none.
pub(in crate::render) fn since_before(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    ix: ItemIx,
) -> Option<Since> {
    let words = renderer.words(language);
    let plan = renderer.plan(at);
    let columns = edition_columns(renderer, language, at);
    let [.., before, after] = &columns[..] else { return None };
    let number = plan.item(ix).number;
    let (was, is) = (before.snapshot.item(number)?, after.snapshot.item(number)?);
    let (was, is) =
        (pill(words, plan, was.code, was.family), pill(words, plan, is.code, is.family));
    let sentence = words.message(
        text!("since-edition"),
        &[
            ("period", Slot::Made(before.name.clone())),
            ("date", Slot::Made(terms::date(words, before.as_of))),
            ("before", Slot::Made(was.word.clone())),
            ("after", Slot::Made(is.word.clone())),
            ("same", Slot::Text(if was.word == is.word { "yes" } else { "no" })),
        ],
    );
    Some(Since { before: was, after: is, sentence })
}
