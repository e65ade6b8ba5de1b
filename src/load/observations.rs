//! Reads rows of the ledger, of CSV files and of sheets alike. Every cell that cannot be taken is
//! told with its place.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::codes;
use crate::date::{Date, parse_date};
use crate::diag::Code;
use crate::front_matter::Diagnostics;
use crate::message::{Message, StaticMessage, message};
use crate::model::index::IndicatorIx;
use crate::model::ledger::Table;
use crate::model::ledger_row::{self, Figure, FigureFault, LedgerColumn, LedgerRow};
use crate::model::observation::{Observation, ObservationStatus, RevisionKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::provenance::{ProvenanceIx, ProvenanceTable, TextIx};
use crate::model::region::RegionIx;
use crate::number::Number;
use crate::source::{FileId, LineIndex};

use super::nouns;
use super::row::{Column, Row, TakeRow, optional, required};
use super::shared::{Names, PlanNames, Shared};
use super::tables::read_rows;

/// The columns of the ledger.
pub(super) const OBSERVATION_COLUMNS: [Column; LedgerColumn::NAMES.len()] = [
    required(LedgerColumn::Period.name()),
    required(LedgerColumn::Indicator.name()),
    required(LedgerColumn::Region.name()),
    required(LedgerColumn::Value.name()),
    required(LedgerColumn::Flag.name()),
    required(LedgerColumn::Recorded.name()),
    required(LedgerColumn::Source.name()),
    required(LedgerColumn::Note.name()),
    optional(LedgerColumn::Revision.name()),
];
pub(super) const PERIOD: usize = LedgerColumn::Period as usize;
const INDICATOR: usize = LedgerColumn::Indicator as usize;
const REGION: usize = LedgerColumn::Region as usize;
pub(super) const VALUE: usize = LedgerColumn::Value as usize;
const FLAG: usize = LedgerColumn::Flag as usize;
pub(super) const RECORDED: usize = LedgerColumn::Recorded as usize;
const SOURCE: usize = LedgerColumn::Source as usize;
const NOTE: usize = LedgerColumn::Note as usize;
const REVISION: usize = LedgerColumn::Revision as usize;

/// What the rows of a plan's tables may name.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub plan: &'a Plan,
    pub names: &'a PlanNames,
    pub shared: &'a Shared,
}

impl<'a> Reading<'a> {
    /// Begins a table.
    pub fn begin(self, file: FileId) -> TableDraft<'a> {
        TableDraft {
            reading: self,
            file,
            rows: Vec::new(),
            provenances: ProvenanceTable::default(),
            known_texts: FxHashMap::default(),
            known_provenances: FxHashMap::default(),
            periods: Last::default(),
            indicators: FxHashMap::default(),
            days: Last::default(),
            sources: Last::default(),
            notes: Last::default(),
        }
    }

    /// Reads one CSV file of the ledger.
    pub fn read_table(self, index: &LineIndex<'_>, faults: &Diagnostics) -> Table {
        let mut table = self.begin(index.file());
        read_rows(index, &OBSERVATION_COLUMNS, faults, &mut table);
        table.finish()
    }
}

/// A table while its rows are read.
pub(super) struct TableDraft<'a> {
    reading: Reading<'a>,
    file: FileId,
    rows: Vec<Observation>,
    provenances: ProvenanceTable,
    known_texts: FxHashMap<String, TextIx>,
    known_provenances: FxHashMap<(TextIx, TextIx), ProvenanceIx>,
    // What was read before is not read again: the rows of a table have few periods, days and
    // sources, and they stand together.
    periods: Last<Period>,
    indicators: FxHashMap<String, IndicatorIx>,
    days: Last<Date>,
    sources: Last<TextIx>,
    notes: Last<TextIx>,
}

/// The newest cell of a column that could be read.
struct Last<T> {
    text: String,
    value: Option<T>,
}

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self { text: String::new(), value: None }
    }
}

impl<T: Copy> Last<T> {
    /// Returns what a cell says, reading it only where it is another one than before.
    fn get_or_read(&mut self, text: &str, read: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.value.is_none() || self.text != text {
            self.value = read();
            self.text.clear();
            self.text.push_str(text);
        }
        self.value
    }

    /// Returns what stands for a cell, making it only where it is another one than before.
    fn get_or_make(&mut self, text: &str, make: impl FnOnce(&str) -> T) -> T {
        match self.value {
            // Most notes are empty, and nothing is slow to compare with nothing.
            Some(value) if (text.is_empty() && self.text.is_empty()) || self.text == text => value,
            _ => {
                let value = make(text);
                (self.text, self.value) = (text.to_string(), Some(value));
                value
            }
        }
    }
}

impl TakeRow for TableDraft<'_> {
    /// Takes a row, if all of it can be read.
    fn take<R: Row>(&mut self, row: &R) {
        let Some(read) = self.read(row) else { return };
        let provenance = self.provenance(read.source, read.note);
        self.rows.push(Observation {
            figure: read.figure.value.into(),
            indicator: read.indicator,
            region: read.region,
            period: read.period,
            recorded: read.recorded,
            flag: read.figure.flag,
            revision: read.revision,
            provenance,
            location: row.location(),
        });
    }
}

impl TableDraft<'_> {
    fn read<'r>(&mut self, row: &'r impl Row) -> Option<LedgerRow<'r>> {
        let Reading { plan, names, shared } = self.reading;
        // Every cell is looked at before the row is given up, so that all its faults are told.
        let read = || read_period(row, PERIOD).filter(|period| is_in_plan(row, plan, *period));
        let period = self.periods.get_or_read(row.cell(PERIOD), read);
        let indicator = self.indicator(row);
        let region = match row.cell(REGION) {
            "" => Some(None),
            _ => resolve(row, REGION, &shared.regions, codes::UNKNOWN_REGION, nouns::REGION)
                .map(Some),
        };
        match (indicator, region) {
            (Some(indicator), Some(Some(region))) if names.has_all_regions => {
                check_region(row, plan, indicator, region)
            }
            (Some(indicator), Some(None)) => check_whole(row, plan, indicator),
            _ => {}
        }
        let figure = read_figure(row).and_then(|figure| in_unit(row, plan, indicator?, figure));
        let recorded = self.days.get_or_read(row.cell(RECORDED), || read_date(row, RECORDED));
        let words = &RevisionKind::WORDS;
        let revision = read_word(row, REVISION, RevisionKind::from_word, words, nouns::REVISION);
        Some(LedgerRow {
            period: period?,
            indicator: indicator?,
            region: region?,
            figure: figure?,
            recorded: recorded?,
            source: row.cell(SOURCE),
            note: row.cell(NOTE),
            revision: revision?,
        })
    }

    fn indicator(&mut self, row: &impl Row) -> Option<IndicatorIx> {
        let id = row.cell(INDICATOR);
        if let Some(known) = self.indicators.get(id) {
            return Some(*known);
        }
        let found = resolve(
            row,
            INDICATOR,
            &self.reading.names.indicators,
            codes::UNKNOWN_INDICATOR,
            nouns::INDICATOR,
        )?;
        self.indicators.insert(id.to_string(), found);
        Some(found)
    }

    fn provenance(&mut self, source: &str, note: &str) -> ProvenanceIx {
        let Self { provenances, known_texts, known_provenances, sources, notes, .. } = self;
        let mut keep = |text: &str| match known_texts.get(text) {
            Some(known) => *known,
            None => {
                let ix = provenances.add_text(text);
                known_texts.insert(text.to_string(), ix);
                ix
            }
        };
        let pair = (sources.get_or_make(source, &mut keep), notes.get_or_make(note, &mut keep));
        *known_provenances.entry(pair).or_insert_with(|| provenances.add(pair.0, pair.1))
    }

    /// Gives the table.
    pub fn finish(self) -> Table {
        Table::new(self.file, &self.rows, Arc::new(self.provenances))
    }
}

/// Takes a figure as its author saw it. Where the file does not say how it is shown, that is told.
fn in_unit(row: &impl Row, plan: &Plan, indicator: IndicatorIx, figure: Figure) -> Option<Figure> {
    let indicator = plan.indicator(indicator);
    let is_percent = row.is_percent(VALUE);
    if let Some(value) = figure.value
        && indicator.unit.first() == "%"
        && !is_percent
        && row.may_be_percent(VALUE)
        && value.abs() > Number::ZERO
        && value.abs() < Number::ONE
    {
        let message = message!(
            "`{}` is in %, this cell holds {value}, and this kind of file does not tell whether it \
                is shown as a percentage",
            "`{}`的单位是%，该格存的是{value}，而此类文件看不出是否以百分比显示",
            indicator.id
        );
        row.faults().push(codes::WORKBOOK_PERCENT.at(row.location_of(VALUE), message));
    }
    Some(figure.as_shown(indicator.unit.first(), is_percent))
}

/// A figure of a later year would end this one. Earlier ones are kept: they may be compared with.
fn is_in_plan(row: &impl Row, plan: &Plan, period: Period) -> bool {
    let is_in = period.end() <= plan.last;
    if !is_in {
        let (year, month) = (plan.last.year(), plan.last.month());
        row.fault(
            codes::PERIOD_OUTSIDE,
            PERIOD,
            message!(
                "`{period}` is after the end of the plan ({year}-{month:02})",
                "`{period}`晚于计划期末（{year}-{month:02}）"
            ),
            message!(
                "correct the period, or put the row into the plan of that year",
                "更正时期，或把该行放入相应年度的计划"
            ),
        );
    }
    is_in
}

/// A figure of a region that the indicator does not have would silently count nowhere.
fn check_region(row: &impl Row, plan: &Plan, indicator: IndicatorIx, region: RegionIx) {
    let known = plan.indicator(indicator);
    if known.regions.binary_search(&region).is_err() {
        row.fault(
            codes::REGION_NOT_NAMED,
            REGION,
            message!(
                "`{}` has no figures of the region `{}`",
                "`{}`不含地区`{}`的数",
                known.id,
                row.cell(REGION)
            ),
            message!(
                "name the region in `regions` of the item or the indicator, or correct the row",
                "在事项或指标的`regions`中列出该地区，或更正该行"
            ),
        );
    }
}

/// How many regions attained a target of each region is counted, never reported.
fn check_whole(row: &impl Row, plan: &Plan, indicator: IndicatorIx) {
    let known = plan.indicator(indicator);
    if known.counts_regions() {
        row.fault(
            codes::REGION_NEEDED,
            REGION,
            message!(
                "`{}` is asked of each region; this row names none",
                "`{}`要求每个地区分别报送；本行未填地区",
                known.id
            ),
            message!(
                "write one row for each region; how many attained it is counted from them",
                "每个地区写一行；达到的个数由此统计"
            ),
        );
    }
}

/// Reads value and flag together, since each decides what the other may be.
fn read_figure(row: &impl Row) -> Option<Figure> {
    let flag = read_word(
        row,
        FLAG,
        ObservationStatus::from_letter,
        &ObservationStatus::LETTERS,
        nouns::FLAG,
    )?;
    let text = row.cell(VALUE);
    let fault = match Figure::read(text, flag) {
        Ok(figure) => return Some(figure),
        Err(fault) => fault,
    };
    match fault {
        FigureFault::Missing => row.fault(
            codes::VALUE_MISSING,
            VALUE,
            message!("this figure is empty", "数值为空"),
            message!(
                "give the number, or one of the flags x (missing), z (not applicable), c (not \
                    published), n (not due)",
                "填写数值，或填标记x（暂缺）、z（不适用）、c（不予公布）、n（未到节点）"
            ),
        ),
        FigureFault::NotANumber(fault) => row.fault(
            codes::VALUE,
            VALUE,
            Message::new(
                format!("the value `{text}` {}", fault.message().en),
                format!("数值`{text}`{}", fault.message().zh),
            ),
            fault.remedy(),
        ),
        FigureFault::BesideFlag(flag) => row.fault(
            codes::VALUE_WITH_FLAG,
            FLAG,
            message!(
                "the flag `{}` says that there is no figure, but the value is `{text}`",
                "标记`{}`表示没有数，但数值为`{text}`",
                flag.letter()
            ),
            message!(
                "remove the value, or use one of the flags p, r, e, b",
                "删去数值，或改用标记p、r、e、b"
            ),
        ),
    }
    None
}

fn read_period(row: &impl Row, column: usize) -> Option<Period> {
    let period = Period::parse(row.cell(column));
    if period.is_none() {
        row.fault(
            codes::PERIOD,
            column,
            message!("`{}` is not a period", "`{}`不是时期", row.cell(column)),
            message!(
                "write 2023-06, 2023-Q2, 2023-H1 or 2023",
                "写作2023-06、2023-Q2、2023-H1或2023"
            ),
        );
    }
    period
}

pub(super) fn read_date(row: &(impl Row + ?Sized), column: usize) -> Option<Date> {
    let date = parse_date(row.cell(column));
    if date.is_none() {
        row.fault(
            codes::DATE,
            column,
            message!("`{}` is not a date", "`{}`不是日期", row.cell(column)),
            message!("write it as 2023-07-20", "写作2023-07-20"),
        );
    }
    date
}

/// Reads one of several words, or nothing from an empty cell.
fn read_word<T>(
    row: &impl Row,
    column: usize,
    from_word: fn(&str) -> Option<T>,
    words: &[(&'static str, T)],
    what: StaticMessage,
) -> Option<Option<T>> {
    let text = row.cell(column);
    let found = ledger_row::read_word(text, from_word);
    if found.is_none() {
        let known = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        row.fault(
            codes::UNKNOWN_WORD,
            column,
            Message::new(
                format!("`{text}` is no {}", what.en),
                format!("`{text}`不是可用的{}", what.zh),
            ),
            message!("known: {known}", "可用：{known}"),
        );
    }
    found
}

pub(super) fn resolve<T: Copy>(
    row: &(impl Row + ?Sized),
    column: usize,
    names: &Names<T>,
    code: Code,
    what: StaticMessage,
) -> Option<T> {
    let name = row.cell(column);
    let found =
        names.get(name).or_else(|| if row.is_by_hand() { names.get_called(name) } else { None });
    if found.is_none()
        && let Some((message, help)) = names.unknown(what, name)
    {
        row.fault(code, column, message, help);
    }
    found
}
