//! Reads the tables under `data/`: observations, allocations, milestones.
//!
//! Tables are read by themselves and all at once; their rows meet in the ledger.

use std::collections::HashMap;

use crate::codes;
use crate::date::Date;
use crate::front_matter::Diagnostics;
use crate::message::{Message, message};
use crate::model::index::IndicatorIx;
use crate::model::ledger::Ledger;
use crate::model::milestone::MilestoneEvent;
use crate::model::observation::Allocation;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::number::Number;
use crate::source::{LineIndex, Location};
use crate::workbook::is_workbook;

use super::files::{ALLOCATIONS, Content, ContentFile, is_ledger_table};
use super::kept::Kept;
use super::loaded::Loaded;
use super::nouns;
use super::observations::{Reading, read_date, resolve};
use super::read::read_many;
use super::row::{Column, Row, optional, required};
use super::shared::{PlanNames, Shared};
use super::sheets::read_sheets;
use super::tables::read_rows;

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
    let files: Vec<&ContentFile> =
        content.under(&data).filter(|file| file.name.ends_with(".csv")).collect();
    let workbooks: Vec<&ContentFile> =
        content.under(&data).filter(|file| is_workbook(&file.name)).collect();
    if files.is_empty() && workbooks.is_empty() {
        loaded.diagnostics.push(
            codes::NO_DATA.at(plan.location,
                message!("the plan `{}` has no figures yet; nothing of it is \
                    due", "计划`{}`尚无数据；各项均未到期", plan.id),
            )
            .help(message!(
                "put tables into {folder}data/ with the columns \
                    period,indicator,region,value,flag,recorded,source,note",
                "请在{folder}data/中放置表格，列为period,indicator,region,value,flag,recorded,source,note"
            )),
        );
    }
    for file in files.iter().filter(|file| !is_ledger_table(folder, &file.name)) {
        if file.name.ends_with(ALLOCATIONS) {
            let read = read_many(&[file], loaded, |_, index, faults| {
                Some(read_allocations(index, faults, names, shared))
            });
            plan.allocations = read.into_iter().flatten().collect();
            plan.allocations
                .sort_by_key(|row| (row.indicator, row.region, row.recorded, row.location));
        } else {
            let read = read_many(&[file], loaded, |_, index, faults| {
                Some(read_milestones(index, faults, names))
            });
            plan.milestone_events = read.into_iter().flatten().collect();
            plan.milestone_events.sort_by_key(|row| (row.milestone, row.recorded, row.location));
        }
    }
    let tables: Vec<&ContentFile> =
        files.into_iter().filter(|file| is_ledger_table(folder, &file.name)).collect();
    // What was read of a workbook is not kept: people save these seldom, and they are small.
    let kept = kept.filter(|_| workbooks.is_empty());
    plan.ledger = match kept.and_then(|kept| kept.ledger(&tables, plan, names, shared, loaded)) {
        Some(ledger) => ledger,
        None => {
            let reading = Reading { plan: &*plan, names, shared };
            let mut read = read_many(&tables, loaded, |_, index, faults| {
                Some(reading.read_table(index, faults))
            });
            read.extend(workbooks.iter().flat_map(|file| read_sheets(file, &reading, loaded)));
            Ledger::new(read)
        }
    };
}

const ALLOCATION_COLUMNS: [Column; 6] = [
    required("indicator"),
    required("region"),
    required("target"),
    required("recorded"),
    required("source"),
    optional("note"),
];

fn read_allocations(
    index: &LineIndex<'_>,
    faults: &Diagnostics,
    names: &PlanNames,
    shared: &Shared,
) -> Vec<Allocation> {
    let mut rows = Vec::new();
    let mut taken: HashMap<(IndicatorIx, RegionIx, Date), Location> = HashMap::new();
    read_rows(index, &ALLOCATION_COLUMNS, faults, &mut |row: &dyn Row| {
        let indicator =
            resolve(row, 0, &names.indicators, codes::UNKNOWN_INDICATOR, nouns::INDICATOR);
        let region = resolve(row, 1, &shared.regions, codes::UNKNOWN_REGION, nouns::REGION);
        let target = match Number::parse(row.cell(2)) {
            Ok(target) => Some(target),
            Err(fault) => {
                row.fault(
                    codes::VALUE,
                    2,
                    Message::new(
                        format!("the target `{}` {}", row.cell(2), fault.message().en),
                        format!("目标`{}`{}", row.cell(2), fault.message().zh),
                    ),
                    fault.remedy(),
                );
                None
            }
        };
        let recorded = read_date(row, 3);
        let (Some(indicator), Some(region), Some(target), Some(recorded)) =
            (indicator, region, target, recorded)
        else {
            return;
        };
        let first = *taken.entry((indicator, region, recorded)).or_insert(row.location());
        if first != row.location() {
            faults.push(
                codes::CONTRADICTION
                    .at(
                        row.location_of(2),
                        message!(
                            "this share was recorded on the same day by another row",
                            "同一天另有一行记录了该分解数"
                        ),
                    )
                    .label(first, message!("the other row", "另一行"))
                    .help(message!(
                        "remove one of them, or give the later one its own recorded date",
                        "删去其中一行，或为较晚的一行填写其记录日期"
                    )),
            );
            return;
        }
        let (source, note) = (row.cell(4).to_string(), row.cell(5).to_string());
        rows.push(Allocation {
            indicator,
            region,
            target,
            recorded,
            source,
            note,
            location: row.location(),
        });
    });
    rows
}

const MILESTONE_COLUMNS: [Column; 6] = [
    required("milestone"),
    required("due"),
    required("done"),
    required("recorded"),
    required("source"),
    optional("note"),
];

fn read_milestones(
    index: &LineIndex<'_>,
    faults: &Diagnostics,
    names: &PlanNames,
) -> Vec<MilestoneEvent> {
    let mut rows = Vec::new();
    read_rows(index, &MILESTONE_COLUMNS, faults, &mut |row: &dyn Row| {
        let milestone =
            resolve(row, 0, &names.milestones, codes::UNKNOWN_MILESTONE, nouns::MILESTONE);
        let optional_date = |column: usize| {
            if row.cell(column).is_empty() { Some(None) } else { read_date(row, column).map(Some) }
        };
        let (due, done, recorded) = (optional_date(1), optional_date(2), read_date(row, 3));
        let (Some(milestone), Some(due), Some(done), Some(recorded)) =
            (milestone, due, done, recorded)
        else {
            return;
        };
        let (source, note) = (row.cell(4).to_string(), row.cell(5).to_string());
        rows.push(MilestoneEvent {
            milestone,
            due,
            done,
            recorded,
            source,
            note,
            location: row.location(),
        });
    });
    rows
}
