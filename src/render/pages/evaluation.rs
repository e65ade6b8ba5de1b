//! The evaluation of regions, where the plan turns it on: by which document, by which formula, and
//! every number it is made of.
//!
//! One table for each period and group. Rows are regions in official order, whatever their place:
//! the place is a column. Nothing is computed here; the points come from
//! [`assess::scoring`](crate::assess::scoring).

use serde::Serialize;

use crate::assess::scoring::{Column, GroupScores, Part, PartState, RegionScore};
use crate::config::OutputKind;
use crate::model::indicator::Target;
use crate::model::observation::ObservationStatus;
use crate::model::scoring::{Basis, MissingRule, Scoring, ScoringGroup, ScoringMethod};
use crate::number::Number;
use crate::render::address::{DataFile, Page, data_path};
use crate::render::context::{PageContext, RenderError};
use crate::render::frame::Link;
use crate::render::period_words;
use crate::render::terms;
use crate::render::text_id::{TextId, text, text_of};
use crate::render::words::{Slot, Words};

#[derive(Serialize)]
struct EvaluationPage {
    title: String,
    basis: BasisView,
    method: String,
    /// The formula and the rules, a sentence or two each.
    rules: Vec<String>,
    caution: String,
    has_baselines: bool,
    weights: Vec<WeightRow>,
    periods: Vec<PeriodView>,
    csv: Option<Link>,
}

#[derive(Serialize)]
struct BasisView {
    title: String,
    url: Option<String>,
    /// Its number and its date, as far as they are known.
    details: String,
}

#[derive(Serialize)]
struct WeightRow {
    name: String,
    url: String,
    unit: String,
    better: String,
    baseline: String,
    weight: String,
}

#[derive(Serialize)]
struct PeriodView {
    id: String,
    title: String,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    title: String,
    caption: String,
    heads: Vec<Head>,
    rows: Vec<RowView>,
}

/// The head of a column; `part` names its part to those who do not see where it stands.
#[derive(Serialize)]
struct Head {
    part: String,
    text: String,
    is_first: bool,
}

#[derive(Serialize)]
struct RowView {
    name: String,
    url: Option<String>,
    cells: Vec<Cell>,
    total: String,
    place: String,
    note: String,
}

#[derive(Serialize)]
struct Cell {
    text: String,
    /// A mark of the figure in words.
    mark: String,
    is_first: bool,
}

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let title = words.plain(text!("evaluation-title"));
    // Only a plan that turned it on lists this page.
    let Some(scoring) = &plan.scoring else {
        return super::texts::render_not_found(context.renderer, context.address);
    };
    let csv = context.config().wants(OutputKind::Data).then(|| {
        let path = data_path(context.site(), DataFile::Evaluation(context.at));
        Link {
            title: words.plain(text!("evaluation-download")),
            url: context.link_to(&path),
            is_current: false,
        }
    });
    let view = EvaluationPage {
        basis: basis_view(words, &scoring.basis),
        method: words.plain(text_of!("evaluation-method-", scoring.method.word())),
        rules: rules(words, scoring),
        caution: words.plain(match scoring.method {
            ScoringMethod::Completion => text!("evaluation-caution-completion"),
            ScoringMethod::Efficacy | ScoringMethod::Rank => text!("evaluation-caution-relative"),
        }),
        has_baselines: scoring.method == ScoringMethod::Completion
            && scoring
                .weights
                .iter()
                .any(|weight| plan.indicator(weight.indicator).baseline.is_some()),
        weights: weight_rows(context, scoring),
        periods: context
            .shown()
            .evaluation
            .iter()
            .map(|scores| {
                let period = period_words::period_label(words, plan, scores.period);
                let groups = scoring.groups.iter().zip(&scores.groups).map(|(group, table)| {
                    let title = group_title(words, scoring, group);
                    GroupView {
                        caption: words.message(
                            text!("evaluation-caption"),
                            &[("period", Slot::Text(&period)), ("group", Slot::Text(&title))],
                        ),
                        title,
                        heads: heads(context, scoring, table),
                        rows: table
                            .rows
                            .iter()
                            .map(|row| row_view(context, scoring, table, row))
                            .collect(),
                    }
                });
                PeriodView {
                    id: scores.period.to_string(),
                    groups: groups.collect(),
                    title: period,
                }
            })
            .collect(),
        csv,
        title: title.clone(),
    };
    context.fill("evaluation.html", context.frame("evaluation", &title, &[]), view)
}

fn basis_view(words: &Words, basis: &Basis) -> BasisView {
    let issued = basis.issued.map(|date| terms::date(words, date));
    BasisView {
        title: basis.title.clone(),
        url: basis.url.clone(),
        details: basis
            .document_number
            .clone()
            .into_iter()
            .chain(issued)
            .collect::<Vec<_>>()
            .join(&words.plain(text!("list-comma"))),
    }
}

/// Says the formula and every rule in words, in the order a reader asks: how points come about,
/// what they add up to, what moves weights.
fn rules(words: &Words, scoring: &Scoring) -> Vec<String> {
    let cap = (scoring.cap * Number::HUNDRED).shown(2);
    let capped = [("cap", Slot::Text(&cap))];
    let full = [(
        "points",
        Slot::Text(if scoring.method == ScoringMethod::Completion { &cap } else { "100" }),
    )];
    vec![
        words.message(text_of!("evaluation-formula-", scoring.method.word()), &capped),
        words.message(text!("evaluation-total"), &full),
        words.plain(match scoring.missing {
            MissingRule::Unscored => text!("evaluation-missing-unscored"),
            MissingRule::Reweight => text!("evaluation-missing-reweight"),
        }),
        words.plain(text!("evaluation-not-applicable")),
        words.plain(text!("evaluation-unfinished")),
        words.plain(text!("evaluation-places")),
        words.plain(text!("evaluation-groups")),
    ]
}

fn weight_rows(context: PageContext<'_>, scoring: &Scoring) -> Vec<WeightRow> {
    let words = context.words();
    let plan = context.plan();
    scoring
        .weights
        .iter()
        .map(|weight| {
            let indicator = plan.indicator(weight.indicator);
            let is_lower_better = indicator.target.as_ref().is_some_and(Target::is_lower_better);
            WeightRow {
                name: indicator.name.in_language(words.language()).to_string(),
                url: format!(
                    "{}#{}",
                    context.link(Page::Item(context.at, indicator.item)),
                    indicator.id
                ),
                unit: indicator.unit.in_language(words.language()).to_string(),
                better: words.plain(if is_lower_better {
                    text!("evaluation-lower")
                } else {
                    text!("evaluation-higher")
                }),
                baseline: indicator
                    .baseline
                    .map_or_else(|| words.plain(text!("dash")), terms::number),
                weight: weight.weight.normalized().to_string(),
            }
        })
        .collect()
}

/// A group of the `group` column has the title the theme gives its word, or the word itself.
fn group_title(words: &Words, scoring: &Scoring, group: &ScoringGroup) -> String {
    match &group.title {
        Some(title) => title.in_language(words.language()).to_string(),
        None if !group.id.is_empty() => {
            words.try_message(text_of!("group-", group.id), &[]).unwrap_or_else(|| group.id.clone())
        }
        None => words.plain(if scoring.groups.len() == 1 {
            text!("evaluation-group-all")
        } else {
            text!("evaluation-group-others")
        }),
    }
}

fn heads(context: PageContext<'_>, scoring: &Scoring, table: &GroupScores) -> Vec<Head> {
    let words = context.words();
    let against = match scoring.method {
        ScoringMethod::Completion => text!("evaluation-th-target"),
        ScoringMethod::Efficacy => text!("evaluation-th-best-worst"),
        ScoringMethod::Rank => text!("evaluation-th-rank"),
    };
    table
        .columns
        .iter()
        .flat_map(|column| {
            let indicator = context.plan().indicator(column.indicator);
            let name = indicator.name.in_language(words.language()).to_string();
            let unit = indicator.unit.in_language(words.language());
            let figure = words.message(
                text!("evaluation-th-figure"),
                &[("name", Slot::Text(&name)), ("unit", Slot::Text(unit))],
            );
            let of_part =
                |key: TextId| Head { part: name.clone(), text: words.plain(key), is_first: false };
            let rest =
                [against.clone(), text!("evaluation-th-score"), text!("evaluation-th-weight")]
                    .map(of_part);
            std::iter::once(Head { part: String::new(), text: figure, is_first: true }).chain(rest)
        })
        .collect()
}

fn row_view(
    context: PageContext<'_>,
    scoring: &Scoring,
    table: &GroupScores,
    row: &RegionScore,
) -> RowView {
    let words = context.words();
    let region = context.site().region(row.region);
    let has_page = context.config().wants(OutputKind::Lists);
    RowView {
        name: region.name.clone(),
        url: has_page.then(|| context.link(Page::Region(context.at, row.region))),
        cells: table
            .columns
            .iter()
            .zip(&row.parts)
            .flat_map(|(column, part)| {
                part_cells(words, scoring, column, part, row.total.is_some())
            })
            .collect(),
        total: match row.total {
            // A total is worked out; what was recorded of its parts says nothing of its places.
            Some(total) => terms::number(total.rounded(2)),
            None => words.plain(if row.is_incomplete {
                text!("evaluation-missing")
            } else {
                text!("flag-z")
            }),
        },
        place: row.rank.map_or_else(
            || words.plain(text!("dash")),
            |rank| {
                let key = if rank.is_shared {
                    text!("evaluation-place-shared")
                } else {
                    text!("evaluation-place")
                };
                words.message(key, &[("n", Slot::Made(rank.number.to_string()))])
            },
        ),
        note: note(words, scoring, row),
    }
}

/// No cell is ever blank: without a figure it holds the word for why, without points a dash.
fn part_cells(
    words: &Words,
    scoring: &Scoring,
    column: &Column,
    part: &Part,
    has_total: bool,
) -> [Cell; 4] {
    let cell = |text: String| Cell { text, mark: String::new(), is_first: false };
    let dash = || words.plain(text!("dash"));
    let flag = part.entry.flag.map(|flag| terms::flag_word(words, flag));
    let figure = match (part.entry.value, part.state) {
        (Some(value), _) => {
            Cell { text: terms::number(value), mark: flag.unwrap_or_default(), is_first: true }
        }
        (None, PartState::NotApplicable) => Cell {
            is_first: true,
            ..cell(terms::flag_word(words, ObservationStatus::NotApplicable))
        },
        (None, _) => Cell {
            is_first: true,
            ..cell(flag.unwrap_or_else(|| terms::flag_word(words, ObservationStatus::Missing)))
        },
    };
    let against = match scoring.method {
        ScoringMethod::Completion => match (part.entry.target, part.state) {
            (Some(target), _) => terms::number(target),
            (None, PartState::NoTarget) => words.plain(text!("evaluation-no-target")),
            (None, _) => dash(),
        },
        ScoringMethod::Efficacy => match column.best.zip(column.worst) {
            Some((best, worst)) => format!("{} / {}", terms::number(best), terms::number(worst)),
            None => dash(),
        },
        ScoringMethod::Rank => match part.rank {
            Some(rank) => format!("{} / {}", terms::number(rank), column.compared),
            None => dash(),
        },
    };
    // Where there is no total, a part with points still shows what it would count.
    let weight =
        part.weight_used.or_else(|| part.points.filter(|_| !has_total).map(|_| column.weight));
    [
        figure,
        cell(against),
        cell(part.points.map_or_else(dash, terms::number)),
        cell(weight.map_or_else(dash, terms::number)),
    ]
}

fn note(words: &Words, scoring: &Scoring, row: &RegionScore) -> String {
    let mut notes = Vec::new();
    if row.is_incomplete {
        let is_reweighted = scoring.missing == MissingRule::Reweight && row.total.is_some();
        notes.push(words.plain(if is_reweighted {
            text!("evaluation-note-reweighted")
        } else {
            text!("evaluation-note-unscored")
        }));
    }
    if row.is_redistributed {
        let has_parts = row.parts.iter().any(|part| part.points.is_some());
        notes.push(words.plain(if has_parts {
            text!("evaluation-note-redistributed")
        } else {
            text!("evaluation-note-nothing")
        }));
    }
    if row.is_unfinished {
        notes.push(words.plain(text!("evaluation-note-unfinished")));
    }
    if notes.is_empty() {
        words.plain(text!("dash"))
    } else {
        notes.join(&words.plain(text!("evaluation-note-gap")))
    }
}
