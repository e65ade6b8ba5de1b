//! `evaluation.csv`: every number an evaluation is made of, so that a reader can compute each score
//! again.
//!
//! **Shape**: one row for each period, group, region and part, in the order of the page. A column
//! that the method does not use is empty: baseline, target, completion and cap belong to
//! completion, best and worst to efficacy, compared and rank to ranks.
//!
//! **Units**: value, baseline, target, best and worst are in the indicator's unit and exact;
//! completion is a ratio, weights and scores are of
//! 100. Completion, scores, weights used and totals are rounded half up to nine digits behind the
//!      point, and to nothing before.
//!
//! **state** says why a part has no score: missing, not_applicable, no_target. **total** repeats in
//! every row of a region.

use crate::assess::scoring::{Column, GroupScores, Part, RegionScore, TOTAL_PLACES};
use crate::model::index::PlanIx;
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;
use crate::model::scoring::{Scoring, ScoringMethod};
use crate::number::Number;
use crate::render::context::{Renderer, sample_mark};

use super::columns;
use super::sheets::{CsvSheet, text};

/// Writes the evaluation of a plan.
pub(super) fn render_evaluation(renderer: &Renderer<'_>, at: PlanIx) -> String {
    let mut sheet = CsvSheet::new(&columns::EVALUATION);
    let Some(scoring) = &renderer.plan(at).scoring else { return sheet.finish() };
    for scores in &renderer.shown(at).evaluation {
        for (group, table) in scoring.groups.iter().zip(&scores.groups) {
            write_group(&mut sheet, renderer, at, scoring, scores.period, &group.id, table);
        }
    }
    sheet.finish()
}

fn write_group(
    sheet: &mut CsvSheet,
    renderer: &Renderer<'_>,
    at: PlanIx,
    scoring: &Scoring,
    period: Period,
    group: &str,
    table: &GroupScores,
) {
    for row in &table.rows {
        for (column, part) in table.columns.iter().zip(&row.parts) {
            let mut cells = vec![
                period.to_string(),
                group.to_string(),
                renderer.site.region(row.region).id.clone(),
            ];
            cells.extend(part_cells(renderer, at, scoring, column, part));
            cells.extend(total_cells(scoring, row));
            cells.push(text(sample_mark(renderer)));
            sheet.row(&cells);
        }
    }
}

fn part_cells(
    renderer: &Renderer<'_>,
    at: PlanIx,
    scoring: &Scoring,
    column: &Column,
    part: &Part,
) -> [String; 16] {
    let indicator = renderer.plan(at).indicator(column.indicator);
    let by = |method: ScoringMethod, cell: String| {
        if scoring.method == method { cell } else { String::new() }
    };
    let is_relative = scoring.method != ScoringMethod::Completion;
    [
        indicator.id.clone(),
        indicator.unit.first().to_string(),
        text(part.entry.value),
        text(part.entry.flag.map(ObservationStatus::letter)),
        by(ScoringMethod::Completion, text(indicator.baseline)),
        by(ScoringMethod::Completion, text(part.entry.target)),
        if column.is_lower_better { "lower" } else { "higher" }.to_string(),
        nine_digits(part.entry.completion),
        by(ScoringMethod::Efficacy, text(column.best)),
        by(ScoringMethod::Efficacy, text(column.worst)),
        text(is_relative.then_some(column.compared)),
        nine_digits(part.rank),
        column.weight.to_string(),
        part.state.word().to_string(),
        nine_digits(part.points),
        nine_digits(part.weight_used),
    ]
}

fn total_cells(scoring: &Scoring, row: &RegionScore) -> [String; 5] {
    [
        nine_digits(row.total),
        text(row.rank.map(|rank| rank.number)),
        scoring.method.word().to_string(),
        text((scoring.method == ScoringMethod::Completion).then_some(scoring.cap)),
        scoring.missing.word().to_string(),
    ]
}

fn nine_digits(number: Option<Number>) -> String {
    number.map(|number| number.shown(TOTAL_PLACES)).unwrap_or_default()
}
