//! Reads the tables under `data/`: observations, allocations, milestones.
//!
//! Tables are read by themselves and all at once; their rows meet in the ledger. Every cell that cannot be taken is told with its place.

use std::collections::HashMap;

use crate::date::{Date, parse_date};
use crate::diag::Diagnostic;
use crate::front_matter::Faults;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Scope;
use crate::model::ledger::{Ledger, Table};
use crate::model::milestone::MilestoneEvent;
use crate::model::observation::{Allocation, Flag, Observation, RevisionKind, WordsIx};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::number::{Number, NumberFault};
use crate::said::{Both, Said, say};
use crate::source::{LineIndex, Place};

use super::again::Kept;
use super::files::{Content, ContentFile};
use super::nouns;
use super::shared::PlanNames;
use super::shared::{Names, Shared};
use super::tables::{Column, Row, optional, read_rows, required};
use super::{Loaded, read_many};

/// Reads every table of a plan into it.
pub(super) fn read_tables(
    content: &Content,
    folder: &str,
    plan: &mut Plan,
    names: &PlanNames,
    shared: &Shared,
    kept: Option<&Kept<'_>>,
    loaded: &mut Loaded,
) {
    let data = format!("{folder}data/");
    let files: Vec<&ContentFile> = content.under(&data).filter(|file| file.name.ends_with(".csv")).collect();
    if files.is_empty() {
        loaded.diagnostics.push(
            Diagnostic::note(
                "no-data",
                plan.place,
                say!("the plan `{}` has no figures yet; nothing of it is due", "计划`{}`尚无数据；各项均未到期", plan.id),
            )
            .help(say!(
                "put tables into {folder}data/ with the columns period,indicator,region,value,flag,recorded,source,note",
                "请在{folder}data/中放置表格，列为period,indicator,region,value,flag,recorded,source,note"
            )),
        );
    }
    for file in files.iter().filter(|file| !is_ledger_table(folder, &file.name)) {
        if file.name.ends_with(ALLOCATIONS) {
            let read = read_many(&[file], loaded, |_, index, faults| Some(read_allocations(index, faults, names, shared)));
            plan.allocations = read.into_iter().flatten().collect();
            plan.allocations.sort_by_key(|row| (row.indicator, row.region, row.recorded, row.place));
        } else {
            let read = read_many(&[file], loaded, |_, index, faults| Some(read_milestones(index, faults, names)));
            plan.milestone_events = read.into_iter().flatten().collect();
            plan.milestone_events.sort_by_key(|row| (row.milestone, row.recorded, row.place));
        }
    }
    let tables: Vec<&ContentFile> = files.into_iter().filter(|file| is_ledger_table(folder, &file.name)).collect();
    plan.ledger = match kept.and_then(|kept| kept.ledger(&tables, plan, names, shared, loaded)) {
        Some(ledger) => ledger,
        None => {
            let plan = &*plan;
            Ledger::new(read_many(&tables, loaded, |_, index, faults| Some(read_table(index, faults, plan, names, shared))))
        }
    };
}

/// The tables of a plan that are not part of its ledger.
const ALLOCATIONS: &str = "data/allocations.csv";
const MILESTONES: &str = "data/milestones.csv";

/// Tells whether a file of the plan in a folder holds rows of its ledger.
pub(super) fn is_ledger_table(folder: &str, name: &str) -> bool {
    let inside = name.strip_prefix(folder).filter(|inside| inside.starts_with("data/") && inside.ends_with(".csv"));
    inside.is_some_and(|inside| inside != ALLOCATIONS && inside != MILESTONES)
}

const OBSERVATION_COLUMNS: [Column; 9] = [
    required("period"),
    required("indicator"),
    required("region"),
    required("value"),
    required("flag"),
    required("recorded"),
    required("source"),
    required("note"),
    optional("revision"),
];
const PERIOD: usize = 0;
const INDICATOR: usize = 1;
const REGION: usize = 2;
const VALUE: usize = 3;
const FLAG: usize = 4;
const RECORDED: usize = 5;
const SOURCE: usize = 6;
const NOTE: usize = 7;
const REVISION: usize = 8;

/// Reads one table of the ledger.
pub(super) fn read_table(index: &LineIndex<'_>, faults: &Faults, plan: &Plan, names: &PlanNames, shared: &Shared) -> Table {
    let mut rows = Vec::new();
    let mut texts = vec![String::new()];
    let mut known_words: HashMap<String, WordsIx> = HashMap::from([(String::new(), WordsIx(0))]);
    read_rows(index, &OBSERVATION_COLUMNS, faults, |row| {
        // Every cell is looked at before the row is given up, so that all its faults are told.
        let period = read_period(row, PERIOD).filter(|period| is_in_plan(row, plan, *period));
        let indicator = resolve(row, INDICATOR, &names.indicators, "unknown-indicator", nouns::INDICATOR);
        let region = match row.cell(REGION) {
            "" => Some(None),
            _ => resolve(row, REGION, &shared.regions, "unknown-region", nouns::REGION).map(Some),
        };
        match (indicator, region) {
            (Some(indicator), Some(Some(region))) if names.has_all_regions => check_region(row, plan, indicator, region),
            (Some(indicator), Some(None)) => check_whole(row, plan, indicator),
            _ => {}
        }
        let figure = read_figure(row);
        let recorded = read_date(row, RECORDED);
        let revision = read_word(row, REVISION, &RevisionKind::WORDS, nouns::REVISION);
        let (Some(period), Some(indicator), Some(region), Some((value, flag)), Some(recorded), Some(revision)) =
            (period, indicator, region, figure, recorded, revision)
        else {
            return;
        };
        let mut words = |column: usize| -> WordsIx {
            let text = row.cell(column);
            if let Some(ix) = known_words.get(text) {
                return *ix;
            }
            let ix = WordsIx(u32::try_from(texts.len()).unwrap_or(u32::MAX));
            texts.push(text.to_string());
            known_words.insert(text.to_string(), ix);
            ix
        };
        let (source, note) = (words(SOURCE), words(NOTE));
        rows.push(Observation { value, indicator, region, period, recorded, flag, revision, source, note, place: row.place() });
    });
    Table { file: index.file(), rows, words: texts.into() }
}

/// A figure of a later year would end this one. Earlier ones are kept: they may be compared with.
fn is_in_plan(row: &Row<'_, '_>, plan: &Plan, period: Period) -> bool {
    let is_in = period.cut() <= plan.last;
    if !is_in {
        let (year, month) = (plan.last.year(), plan.last.month());
        row.fault(
            "period-outside",
            PERIOD,
            say!("`{period}` is after the end of the plan ({year}-{month:02})", "`{period}`晚于计划期末（{year}-{month:02}）"),
            say!("correct the period, or put the row into the plan of that year", "更正时期，或把该行放入相应年度的计划"),
        );
    }
    is_in
}

/// A figure of a region that the indicator does not have would silently count nowhere.
fn check_region(row: &Row<'_, '_>, plan: &Plan, indicator: IndicatorIx, region: RegionIx) {
    let known = plan.indicator(indicator);
    if !known.regions.contains(&region) {
        row.fault(
            "region-not-named",
            REGION,
            say!("`{}` has no figures of the region `{}`", "`{}`不含地区`{}`的数", known.id, row.cell(REGION)),
            say!(
                "name the region in `regions` of the item or the indicator, or correct the row",
                "在事项或指标的`regions`中列出该地区，或更正该行"
            ),
        );
    }
}

/// How many regions attained a target of each region is counted, never reported.
fn check_whole(row: &Row<'_, '_>, plan: &Plan, indicator: IndicatorIx) {
    let known = plan.indicator(indicator);
    if known.scope == Scope::EachRegion && known.target.is_some() {
        row.fault(
            "region-needed",
            REGION,
            say!("`{}` is asked of each region; this row names none", "`{}`要求每个地区分别报送；本行未填地区", known.id),
            say!(
                "write one row for each region; how many attained it is counted from them",
                "每个地区写一行；达到的个数由此统计"
            ),
        );
    }
}

/// Reads value and flag together, since each decides what the other may be.
fn read_figure(row: &Row<'_, '_>) -> Option<(Option<Number>, Option<Flag>)> {
    let flag = read_word(row, FLAG, &Flag::LETTERS, nouns::FLAG)?;
    let text = row.cell(VALUE);
    match (Number::parse(text), flag) {
        (Err(NumberFault::Empty), Some(flag)) if flag.replaces_value() && text.is_empty() => Some((None, Some(flag))),
        (Err(NumberFault::Empty), _) => {
            row.fault(
                "value-missing",
                VALUE,
                say!("this figure is empty", "数值为空"),
                say!(
                    "give the number, or one of the flags x (missing), z (not applicable), c (not published), n (not due)",
                    "填写数值，或填标记x（暂缺）、z（不适用）、c（不予公布）、n（未到节点）"
                ),
            );
            None
        }
        (Err(fault), _) => {
            row.fault(
                "value",
                VALUE,
                Said::new(format!("the value `{text}` {}", fault.said().en), format!("数值`{text}`{}", fault.said().zh)),
                fault.remedy(),
            );
            None
        }
        (Ok(_), Some(flag)) if flag.replaces_value() => {
            row.fault(
                "value-with-flag",
                FLAG,
                say!(
                    "the flag `{}` says that there is no figure, but the value is `{text}`",
                    "标记`{}`表示没有数，但数值为`{text}`",
                    flag.letter()
                ),
                say!("remove the value, or use one of the flags p, r, e, b", "删去数值，或改用标记p、r、e、b"),
            );
            None
        }
        (Ok(value), flag) => Some((Some(value), flag)),
    }
}

fn read_period(row: &Row<'_, '_>, column: usize) -> Option<Period> {
    let period = Period::parse(row.cell(column));
    if period.is_none() {
        row.fault(
            "period",
            column,
            say!("`{}` is not a period", "`{}`不是时期", row.cell(column)),
            say!("write 2023-06, 2023-Q2, 2023-H1 or 2023", "写作2023-06、2023-Q2、2023-H1或2023"),
        );
    }
    period
}

fn read_date(row: &Row<'_, '_>, column: usize) -> Option<Date> {
    let date = parse_date(row.cell(column));
    if date.is_none() {
        row.fault(
            "date",
            column,
            say!("`{}` is not a date", "`{}`不是日期", row.cell(column)),
            say!("write it as 2023-07-20", "写作2023-07-20"),
        );
    }
    date
}

/// Reads one of several words, or nothing from an empty cell.
fn read_word<T: Copy>(row: &Row<'_, '_>, column: usize, words: &[(&str, T)], what: Both) -> Option<Option<T>> {
    let text = row.cell(column);
    if text.is_empty() {
        return Some(None);
    }
    let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    if found.is_none() {
        let known = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        row.fault(
            "unknown-word",
            column,
            Said::new(format!("`{text}` is no {}", what.en), format!("`{text}`不是可用的{}", what.zh)),
            say!("known: {known}", "可用：{known}"),
        );
    }
    found.map(Some)
}

fn resolve<T: Copy>(row: &Row<'_, '_>, column: usize, names: &Names<T>, code: &'static str, what: Both) -> Option<T> {
    let name = row.cell(column);
    let found = names.get(name);
    if found.is_none()
        && let Some((message, help)) = names.unknown(what, name)
    {
        row.fault(code, column, message, help);
    }
    found
}

const ALLOCATION_COLUMNS: [Column; 6] =
    [required("indicator"), required("region"), required("target"), required("recorded"), required("source"), optional("note")];

fn read_allocations(index: &LineIndex<'_>, faults: &Faults, names: &PlanNames, shared: &Shared) -> Vec<Allocation> {
    let mut rows = Vec::new();
    let mut taken: HashMap<(IndicatorIx, RegionIx, Date), Place> = HashMap::new();
    read_rows(index, &ALLOCATION_COLUMNS, faults, |row| {
        let indicator = resolve(row, 0, &names.indicators, "unknown-indicator", nouns::INDICATOR);
        let region = resolve(row, 1, &shared.regions, "unknown-region", nouns::REGION);
        let target = match Number::parse(row.cell(2)) {
            Ok(target) => Some(target),
            Err(fault) => {
                row.fault(
                    "value",
                    2,
                    Said::new(
                        format!("the target `{}` {}", row.cell(2), fault.said().en),
                        format!("目标`{}`{}", row.cell(2), fault.said().zh),
                    ),
                    fault.remedy(),
                );
                None
            }
        };
        let recorded = read_date(row, 3);
        let (Some(indicator), Some(region), Some(target), Some(recorded)) = (indicator, region, target, recorded) else { return };
        if let Some(first) = taken.insert((indicator, region, recorded), row.place()) {
            faults.push(
                Diagnostic::error(
                    "contradiction",
                    row.place_of(2),
                    say!("this share was recorded on the same day by another row", "同一天另有一行记录了该分解数"),
                )
                .label(first, say!("the other row", "另一行"))
                .help(say!(
                    "remove one of them, or give the later one its own recorded date",
                    "删去其中一行，或为较晚的一行填写其记录日期"
                )),
            );
            return;
        }
        let (source, note) = (row.cell(4).to_string(), row.cell(5).to_string());
        rows.push(Allocation { indicator, region, target, recorded, source, note, place: row.place() });
    });
    rows
}

const MILESTONE_COLUMNS: [Column; 6] =
    [required("milestone"), required("due"), required("done"), required("recorded"), required("source"), optional("note")];

fn read_milestones(index: &LineIndex<'_>, faults: &Faults, names: &PlanNames) -> Vec<MilestoneEvent> {
    let mut rows = Vec::new();
    read_rows(index, &MILESTONE_COLUMNS, faults, |row| {
        let milestone = resolve(row, 0, &names.milestones, "unknown-milestone", nouns::MILESTONE);
        let optional_date =
            |column: usize| if row.cell(column).is_empty() { Some(None) } else { read_date(row, column).map(Some) };
        let (due, done, recorded) = (optional_date(1), optional_date(2), read_date(row, 3));
        let (Some(milestone), Some(due), Some(done), Some(recorded)) = (milestone, due, done, recorded) else { return };
        let (source, note) = (row.cell(4).to_string(), row.cell(5).to_string());
        rows.push(MilestoneEvent { milestone, due, done, recorded, source, note, place: row.place() });
    });
    rows
}
