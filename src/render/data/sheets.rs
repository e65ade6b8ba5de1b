//! CSV tables: UTF-8 without a mark, CRLF, quoted only where needed.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are
//! written as they are.

use std::fmt::Display;

use crate::assess::yardstick::{Demand, Yardstick};
use crate::csv_table::{CsvText, RowEnd};
use crate::date::Date;
use crate::language::LanguageIx;
use crate::model::index::{IndicatorIx, ItemIx, PlanIx};
use crate::model::indicator::{Indicator, Reporter, Schedule};
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::model::plan::{Plan, RegionsPublic};
use crate::model::region::{Region, RegionIx};
use crate::number::Number;
use crate::render::context::{Renderer, sample_mark};
use crate::render::sentences;

use super::columns::{self, Column};

/// Collects rows, cell by cell.
pub(super) struct CsvSheet(CsvText);

impl CsvSheet {
    pub(super) fn new(columns: &[Column]) -> Self {
        Self::behind(String::new(), columns)
    }

    /// Begins behind a mark, in a text that may have room for the rows already.
    fn behind(mark: String, columns: &[Column]) -> Self {
        let mut text = CsvText::behind(mark, RowEnd::CrLf);
        text.row(columns.iter().map(|column| column.name));
        Self(text)
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        for cell in cells {
            self.cell(cell);
        }
        self.end();
    }

    /// Writes a text.
    fn cell(&mut self, cell: &str) -> &mut Self {
        let is_formula =
            cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && Number::parse(cell).is_err();
        if is_formula {
            self.0.cell_of(format_args!("'{cell}"));
        } else {
            self.0.cell(cell);
        }
        self
    }

    /// Writes a number, a date or a period, which need no guard; nothing leaves the cell empty.
    fn plain(&mut self, value: Option<impl Display>) -> &mut Self {
        match value {
            Some(value) => self.0.cell_of(value),
            None => self.0.cell(""),
        }
        self
    }

    fn end(&mut self) {
        self.0.end_row();
    }

    pub(super) fn finish(self) -> String {
        self.0.finish()
    }
}

pub(super) fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// About how long a row is.
const BYTES_OF_ROW: usize = 96;

/// Writes the rows in force, of a plan or of one item.
pub(super) fn render_observations(
    renderer: &Renderer<'_>,
    at: PlanIx,
    item: Option<ItemIx>,
) -> String {
    write_observations(renderer, at, item, "")
}

/// Writes the rows in force of a plan behind the mark by which Excel knows what the letters are.
pub(super) fn render_for_excel(renderer: &Renderer<'_>, at: PlanIx) -> String {
    write_observations(renderer, at, None, "\u{FEFF}")
}

fn write_observations(
    renderer: &Renderer<'_>,
    at: PlanIx,
    item: Option<ItemIx>,
    mark: &str,
) -> String {
    let plan = renderer.plan(at);
    let known = AsOf::on(renderer.assessment(at).as_of());
    let wanted: Vec<IndicatorIx> = match item {
        Some(item) => plan.item(item).indicators.clone(),
        None => plan.numbered_indicators().map(|(ix, _)| ix).collect(),
    };
    let rows = wanted.iter().map(|ix| plan.ledger.of(*ix).len()).sum::<usize>();
    let mut text = String::with_capacity(mark.len() + BYTES_OF_ROW * (rows + 1));
    text.push_str(mark);
    let mut sheet = CsvSheet::behind(text, &columns::OBSERVATIONS);
    for ix in wanted {
        for row in plan.ledger.in_force(ix, known).filter(|row| is_public(plan, row)) {
            write_figure(&mut sheet, renderer, plan, row, plan.ledger.note(row));
            sheet.end();
        }
    }
    sheet.finish()
}

/// Writes the cells that say a figure.
fn write_figure(
    sheet: &mut CsvSheet,
    renderer: &Renderer<'_>,
    plan: &Plan,
    row: &Observation,
    note: &str,
) {
    let indicator = plan.indicator(row.indicator);
    sheet.plain(Some(plan.item(indicator.item).number)).cell(&indicator.id);
    sheet.cell(row.region.map_or("", |region| &renderer.site.region(region).id));
    sheet.plain(Some(row.period)).plain(row.value()).cell(indicator.unit.first());
    sheet.cell(row.flag.map_or("", ObservationStatus::letter)).plain(Some(row.recorded));
    sheet.cell(plan.ledger.source(row)).cell(note).cell(sample_mark(renderer).unwrap_or_default());
}

fn is_public(plan: &Plan, row: &Observation) -> bool {
    row.region.is_none() || plan.regions_public == RegionsPublic::Values
}

/// Writes the rows that were replaced, each with what replaced it.
pub(super) fn render_revisions(renderer: &Renderer<'_>, at: PlanIx) -> String {
    let plan = renderer.plan(at);
    let as_of = renderer.assessment(at).as_of();
    let mut sheet = CsvSheet::new(&columns::REVISIONS);
    for (ix, _) in plan.numbered_indicators() {
        for (old, new) in plan.ledger.revisions(ix, as_of).filter(|(old, _)| is_public(plan, old)) {
            write_figure(&mut sheet, renderer, plan, old, plan.ledger.note(new));
            sheet
                .plain(new.value())
                .plain(Some(new.recorded))
                .cell(new.revision.map_or("", |kind| kind.word()));
            sheet.end();
        }
    }
    sheet.finish()
}

/// Writes the shares of the regions that are in force.
pub(super) fn render_allocations(renderer: &Renderer<'_>, at: PlanIx) -> String {
    let plan = renderer.plan(at);
    let as_of = renderer.assessment(at).as_of();
    let mut sheet = CsvSheet::new(&columns::ALLOCATIONS);
    for (ix, indicator) in plan.numbered_indicators() {
        for (region, shown) in renderer.site.numbered_regions() {
            let Some(row) = plan.allocation(ix, region, AsOf::on(as_of)) else { continue };
            sheet.row(&[
                indicator.id.clone(),
                shown.id.clone(),
                row.target.to_string(),
                row.recorded.to_string(),
                row.source.clone(),
                row.note.clone(),
                text(sample_mark(renderer)),
            ]);
        }
    }
    sheet.finish()
}

/// Writes what is counted and how it is judged: enough to recompute every status.
pub(super) fn render_indicators(renderer: &Renderer<'_>, at: PlanIx) -> String {
    let plan = renderer.plan(at);
    let as_of = renderer.assessment(at).as_of();
    let mut sheet = CsvSheet::new(&columns::INDICATORS);
    for (_, indicator) in plan.numbered_indicators() {
        sheet.row(&indicator_cells(renderer, plan, indicator, as_of));
    }
    sheet.finish()
}

fn indicator_cells(
    renderer: &Renderer<'_>,
    plan: &Plan,
    indicator: &Indicator,
    as_of: Date,
) -> Vec<String> {
    let target = indicator.target.as_ref();
    let yardstick = Yardstick::new(plan, indicator, Demand::Target);
    let bands = yardstick.map_or(&plan.bands, |yardstick| yardstick.bands());
    let region_bands = bands;
    let report = indicator.report.as_ref();
    let by_hand = indicator.override_by_hand.as_ref().filter(|by_hand| by_hand.date <= as_of);
    let joined = |parts: Vec<String>| parts.join(" ");
    let id_of = |ix: Option<IndicatorIx>| text(ix.map(|ix| plan.indicator(ix).id.clone()));
    vec![
        plan.item(indicator.item).number.to_string(),
        indicator.id.clone(),
        indicator.name.first().to_string(),
        indicator.unit.first().to_string(),
        indicator.measure.word().to_string(),
        indicator.aggregate.word().to_string(),
        indicator.scope.word().to_string(),
        joined(region_ids(renderer, &indicator.regions, |_| true)),
        joined(region_ids(renderer, &indicator.regions, |region| !region.is_included)),
        indicator.schedule.word().to_string(),
        match &indicator.schedule {
            Schedule::Expected(points) => joined(
                points.iter().map(|point| format!("{}={}", point.period, point.value)).collect(),
            ),
            _ => String::new(),
        },
        match &indicator.schedule {
            Schedule::Batch(batches) => joined(
                batches
                    .iter()
                    .map(|b| format!("{}/{}", text(b.expected), text(b.published)))
                    .collect(),
            ),
            _ => String::new(),
        },
        text(indicator.baseline),
        text(target.map(|t| t.phrase.clone())),
        text(target.map(|t| t.op.as_str())),
        text(target.and_then(|t| t.value)),
        text(target.and_then(|t| t.upper)),
        text(target.and_then(|t| t.tolerance)),
        text(target.map(|t| t.ambition.as_str())),
        text(target.and_then(|t| t.per).map(|per| per.word())),
        bands.ahead.to_string(),
        bands.on_track.to_string(),
        bands.slightly_behind.to_string(),
        bands.behind.to_string(),
        region_bands.ahead.to_string(),
        region_bands.on_track.to_string(),
        region_bands.slightly_behind.to_string(),
        region_bands.behind.to_string(),
        text(report.map(|rule| rule.every.word())),
        text(report.and_then(|rule| rule.grace.days())),
        text(report.and_then(|rule| rule.grace.workdays())),
        joined(
            report
                .map_or_else(Vec::new, |rule| rule.skip.iter().map(ToString::to_string).collect()),
        ),
        reporter_id(renderer, indicator),
        text(indicator.authority.as_ref().map(|authority| authority.first().to_string())),
        text(indicator.nature.map(|nature| nature.word())),
        yes_or_no(indicator.exemption.is_none()),
        id_of(indicator.numerator),
        id_of(indicator.denominator),
        text(target.map(|t| t.direction.as_str())),
        text(by_hand.map(|by_hand| by_hand.status.word())),
        text(by_hand.map(|by_hand| by_hand.date)),
        text(by_hand.map(|by_hand| by_hand.period)),
        plan.region_bands.slightly_behind.to_string(),
        plan.region_bands.behind.to_string(),
        plan.first.to_string(),
        plan.last.to_string(),
        as_of.to_string(),
        yes_or_no(plan.has_begun_reporting(as_of)),
        yes_or_no(plan.publishes_overdue),
        text(indicator.source.as_ref().map(|source| source.first().to_string())),
        text(sample_mark(renderer)),
    ]
}

fn yes_or_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_string()
}

fn region_ids(
    renderer: &Renderer<'_>,
    regions: &[RegionIx],
    is_wanted: fn(&Region) -> bool,
) -> Vec<String> {
    regions
        .iter()
        .map(|ix| renderer.site.region(*ix))
        .filter(|region| is_wanted(region))
        .map(|region| region.id.clone())
        .collect()
}

/// Returns the id of the department that reports, `regions`, or nothing.
pub(super) fn reporter_id(renderer: &Renderer<'_>, indicator: &Indicator) -> String {
    match indicator.reporter {
        Some(Reporter::Department(ix)) => renderer.site.department(ix).id.clone(),
        Some(Reporter::Regions) => "regions".to_string(),
        None => String::new(),
    }
}

/// Writes the items and how they stand.
pub(super) fn render_items(renderer: &Renderer<'_>, at: PlanIx) -> String {
    let plan = renderer.plan(at);
    let words = renderer.words(LanguageIx::FIRST);
    let mut sheet = CsvSheet::new(&columns::ITEMS);
    for (ix, item) in plan.numbered_items() {
        let assessed = renderer.assessment(at).item(ix);
        let departments: Vec<String> = item
            .departments
            .iter()
            .map(|one| {
                format!("{}:{}", renderer.site.department(one.department).id, one.role.word())
            })
            .collect();
        let regions: Vec<String> =
            item.regions.iter().map(|region| renderer.site.region(*region).id.clone()).collect();
        sheet.row(&[
            item.number.to_string(),
            item.title.first().to_string(),
            plan.sections[usize::from(item.section.0)].id.clone(),
            departments.join(" "),
            regions.join(" "),
            crate::assess::indicator::public_code(plan, assessed.code).word().to_string(),
            sentences::item_reason(words, assessed),
            text(sample_mark(renderer)),
        ]);
    }
    sheet.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let mut sheet = CsvSheet::new(&columns::ITEMS[..5]);
        sheet.row(&["=1+1".into(), "-5".into(), "a,b".into(), "say \"x\"".into(), "@x".into()]);
        assert_eq!(
            sheet.finish(),
            "number,title,section,departments,regions\r\n'=1+1,-5,\"a,b\",\"say \"\"x\"\"\",'@x\r\n"
        );
    }
}
