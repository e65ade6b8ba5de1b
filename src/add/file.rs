//! The texts of new files and blocks. Comments say what may be written; they are in Chinese, as the
//! editors are.

use crate::csv_table::{CsvText, RowEnd};
use crate::date::Date;
use crate::forms::{Form, forms_of};
use crate::model::index::IndicatorIx;
use crate::model::ledger_row::{Figure, LedgerColumn, LedgerRow};
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::site::Site;
use crate::phrase::{MeasureHint, Op, Reading, parse_phrase};

/// Puts a text into quotation marks as TOML wants it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What the words of some keys mean, as a comment beside them tells the editor.
const ROLES: &str = "sole 单独负责 · lead 牵头 · joint 按职责分工 · support 配合";
const MEASURES: &str = "count 自年初累计 · stock 期末数 · growth 同比增速 · \
                        share 占比 · event 次数 · flag 做没做";
const SCHEDULES: &str = "linear 按月 · batch 看名单 · level 直接与目标比 · none，\
                         或 { expected = [[\"2023-06\", 8], [\"2023-12\", 20]] }";

/// Writes an item.
#[must_use]
pub fn item_file(number: u32, title: &str, section: &str, department: &str) -> String {
    let (title, section, department) = (quoted(title), quoted(section), quoted(department));
    format!(
        r#"+++
#:schema ../../../.schemas/item.json
number = {number}
title = {title}
section = {section}
departments = [{{ id = {department}, role = "joint" }}]   # 请核对 · {ROLES}
regions = "all"           # 或 "none"，或地区标识的列表
# 每个要计数的承诺写一个 [[indicators]]：taizhang add indicator {number} --id … --name …
# [[milestones]]
# id = "plan-issued"
# title = "印发实施方案"
# due = 2023-06-30
+++

用平常话说清楚：这项工作指什么，为什么重要，怎么算。
"#
    )
}

/// Writes an indicator as a block of an item's front matter. Unit and measure follow from the words
/// of the target, where they say them.
#[must_use]
pub fn indicator_block(
    id: &str,
    name: &str,
    unit: Option<&str>,
    target: Option<&str>,
    reporter: &str,
) -> String {
    let reading = target.and_then(|target| parse_phrase(target).into_iter().next());
    let read_unit = reading.as_ref().and_then(|reading| reading.unit.as_deref());
    let unit = unit.or(read_unit).unwrap_or("家");
    let measure = reading.as_ref().map_or("count", |reading| measure_of(reading, unit));
    let schedule = if ["growth", "share", "stock"].contains(&measure) {
        "schedule = \"level\""
    } else {
        "# schedule = \"linear\""
    };
    let target = match target {
        Some(target) => format!("target = {}", quoted(target)),
        None => "# target = \"力争15家以上\"".to_string(),
    };
    let (id, name, unit, reporter) = (quoted(id), quoted(name), quoted(unit), quoted(reporter));
    format!(
        r#"
[[indicators]]
id = {id}                 # 全计划唯一；数据表用它指称
name = {name}
unit = {unit}
{target}      # 照抄计划里的短语；taizhang phrase 可以试读；不写则只展示、不评判
measure = "{measure}"         # {MEASURES}
# aggregate = "sum"       # 全域数由各地区相加
{schedule}     # {SCHEDULES}
reporter = {reporter}     # 部门标识，或 "regions"（各地区自报）
report = {{ every = "quarter", within_days = 20 }}
# method = "怎么算、算什么、不算什么。"
"#
    )
}

/// Writes an update.
#[must_use]
pub fn update_file(title: &str, date: Date, kind: &str, items: &[u32]) -> String {
    let title = quoted(title);
    let items: Vec<String> = items.iter().map(u32::to_string).collect();
    format!(
        r#"+++
#:schema ../../../.schemas/update.json
title = {title}
date = {date}
# recorded = {date}       # 什么时候知道的；不写同 date
kind = "{kind}"             # news 动态 · review 调度 · document 文件
items = [{}]              # 与哪些事项有关
# regions = ["…"]
# evidence = [{{ title = "…", url = "https://…" }}]
+++

写一小段：发生了什么，依据是什么。
"#,
        items.join(", ")
    )
}

/// Writes the table of a period: a row for every figure that is asked for, marked as missing until
/// it is filled in.
#[must_use]
pub fn period_table(plan: &Plan, site: &Site, period: Period, recorded: Date) -> String {
    let forms: Vec<Form> = forms_of(plan, site, period);
    let mut rows: Vec<(u32, IndicatorIx, Option<RegionIx>)> = Vec::new();
    for row in forms.iter().flat_map(|form| &form.rows) {
        rows.push((row.item, row.indicator, row.region));
    }
    rows.sort_unstable();
    let mut table = CsvText::behind(format!("{}\n", LedgerColumn::header()), RowEnd::Lf);
    for (_, indicator, region) in rows {
        let figure = Figure { value: None, flag: Some(ObservationStatus::Missing) };
        let row = LedgerRow {
            period,
            indicator,
            region,
            figure,
            recorded,
            source: "",
            note: "",
            revision: None,
        };
        table.row(row.cells(plan, site));
    }
    table.finish()
}

/// Writes a draft of the edition of a period, as a block of the plan's front matter.
#[must_use]
pub fn edition_block(period: Period, as_of: Date) -> String {
    format!(
        r#"
[[editions]]
period = "{period}"
as_of = {as_of}           # 截至这一天（含）知道的数据
state = "draft"           # draft 草稿 · approved 已签发 · published 已发布
# planned = {as_of}         # 计划发布日
# published_at = "{as_of} 09:30"
"#
    )
}

/// Returns the measure a reading speaks of.
fn measure_of(reading: &Reading, unit: &str) -> &'static str {
    match reading.measure_hint {
        _ if reading.op == Op::Rank => "stock",
        Some(MeasureHint::Growth | MeasureHint::Decline | MeasureHint::AnnualMean)
            if unit == "%" =>
        {
            "growth"
        }
        Some(MeasureHint::Share | MeasureHint::Points) => "share",
        Some(MeasureHint::Event) => "event",
        Some(MeasureHint::Stock | MeasureHint::Multiple) => "stock",
        _ if unit == "%" => "share",
        _ => "count",
    }
}
