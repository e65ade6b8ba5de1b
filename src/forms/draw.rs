//! Draws a form as a workbook: questions, signatures, instructions, and the seal.

use crate::model::observation::{ObservationStatus, RevisionKind};
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::workbook::{Allowed, Entry, Look, Question, SheetDraft, write_workbook};

use super::form::{Form, FormRow, basis_of, first_day};
use super::seal::{HELP, QUESTIONS, SEAL, SIGNATURES, Seal, digest_of_drawn};

/// The heads of the columns, each with its width in characters.
const COLUMNS: [(&str, f64); 14] = [
    ("事项", 6.0),
    ("指标", 36.0),
    ("标识", 36.0),
    ("地区", 12.0),
    ("地区标识", 10.0),
    ("单位", 7.0),
    ("口径", 16.0),
    ("目标", 18.0),
    ("本期应达", 14.0),
    ("上期", 14.0),
    ("本期数", 12.0),
    ("标记", 12.0),
    ("修订类型", 16.0),
    ("公开备注", 26.0),
];
/// The last column, kept from readers.
const INTERNAL: (&str, f64) = ("内部备注（不公开）", 26.0);

/// Columns that are read back, from 0.
pub(super) const ID: usize = 2;
pub(super) const REGION_ID: usize = 4;
pub(super) const VALUE: usize = 10;
pub(super) const FLAG: usize = 11;
pub(super) const REVISION: usize = 12;
pub(super) const NOTE: usize = 13;
pub(super) const INTERNAL_NOTE: usize = 14;
/// The row of the heads, from 0.
pub(super) const HEAD_ROW: u32 = 4;

/// What is asked on the sheet of signatures, each with the row it stands in.
pub(super) const SIGNERS: [(&str, u32); 4] =
    [("填报人", 2), ("审核人", 3), ("负责人", 4), ("联系电话", 5)];
/// Where the answer to each stands.
pub(super) const SIGNER_COLUMN: u32 = 1;

/// Returns whether a cell is one that people fill in. `rows` = how many questions there are.
pub(super) fn is_input(sheet: &str, row: u32, column: u32, rows: usize) -> bool {
    match sheet {
        QUESTIONS => {
            let is_question = row > HEAD_ROW && (row - HEAD_ROW) as usize <= rows;
            is_question && column as usize >= VALUE && column as usize <= INTERNAL_NOTE
        }
        SIGNATURES => column == SIGNER_COLUMN && SIGNERS.iter().any(|(_, asked)| *asked == row),
        _ => false,
    }
}

/// Draws a form. The same content gives the same bytes.
///
/// **Errors**: a sentence when a text does not fit into a workbook.
pub fn draw_form(form: &Form, plan: &Plan, site: &Site) -> Result<Vec<u8>, String> {
    let mut sheets = vec![questions(form, plan, site), signatures(form, site), help(plan)];
    let (reporter, period) = (form.reporter.sealed(site), form.period.to_string());
    let entries = sheets
        .iter()
        .flat_map(|sheet| sheet.entries.iter().map(|entry| (sheet.name.as_str(), entry)));
    let digest = digest_of_drawn([&plan.id, &period, &reporter], entries);
    sheets.push(seal(&Seal { plan: plan.id.clone(), period, reporter, digest }));
    write_workbook(&sheets, form.period.end().last_day())
}

fn entry(row: u32, column: usize, text: impl Into<String>, look: Look) -> Entry {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    Entry { row, column, until: column, text: text.into(), look }
}

fn wide(row: u32, until: usize, text: impl Into<String>, look: Look) -> Entry {
    Entry { until: u16::try_from(until).unwrap_or(u16::MAX), ..entry(row, 0, text, look) }
}

fn questions(form: &Form, plan: &Plan, site: &Site) -> SheetDraft {
    let mut entries = vec![
        wide(0, INTERNAL_NOTE, format!("{}　进展填报表", plan.title.first()), Look::Title),
        wide(
            1,
            INTERNAL_NOTE,
            format!("报送单位：{}　　时期：{}", form.reporter.name(site), form.period),
            Look::Plain,
        ),
        wide(
            2,
            INTERNAL_NOTE,
            "只在浅黄色格内填写；灰字供参考，不可修改。没有数时数值留空，并选择标记。",
            Look::Plain,
        ),
    ];
    for (column, (head, _)) in COLUMNS.iter().chain([&INTERNAL]).enumerate() {
        entries.push(entry(HEAD_ROW, column, *head, Look::Head));
    }
    let mut asked = Vec::new();
    for (row, one) in (HEAD_ROW + 1..).zip(&form.rows) {
        for (column, text) in locked_texts(one, plan, site).into_iter().enumerate() {
            entries.push(entry(row, column, text, Look::Locked));
        }
        for column in VALUE..=INTERNAL_NOTE {
            entries.push(entry(row, column, "", Look::Input));
        }
        asked.extend(asked_in(row));
    }
    let widths = COLUMNS.iter().chain([&INTERNAL]).map(|(_, width)| *width).collect();
    SheetDraft {
        name: QUESTIONS.into(),
        widths,
        entries,
        questions: asked,
        frozen_rows: HEAD_ROW + 1,
        is_secret: false,
    }
}

fn locked_texts(row: &FormRow, plan: &Plan, site: &Site) -> [String; VALUE] {
    let indicator = plan.indicator(row.indicator);
    let region = row.region.map(|region| site.region(region));
    [
        row.item.to_string(),
        indicator.name.first().to_string(),
        indicator.id.clone(),
        region.map_or("全域".to_string(), |region| region.short_name.clone()),
        region.map_or(String::new(), |region| region.id.clone()),
        indicator.unit.first().to_string(),
        basis_of(plan, indicator),
        row.target.clone(),
        row.due.clone(),
        row.last.clone(),
    ]
}

/// Returns what a mark says, as it stands behind its letter.
fn meaning_of_flag(flag: ObservationStatus) -> &'static str {
    match flag {
        ObservationStatus::Provisional => "初步数",
        ObservationStatus::Revised => "修订数",
        ObservationStatus::Estimated => "估算",
        ObservationStatus::Break => "口径变化",
        ObservationStatus::Missing => "暂缺",
        ObservationStatus::NotApplicable => "不适用",
        ObservationStatus::Withheld => "不予公布",
        ObservationStatus::NotDue => "未到节点",
    }
}

/// Returns why a figure was changed, as it stands behind the word of the ledger.
fn reason_of(kind: RevisionKind) -> &'static str {
    match kind {
        RevisionKind::Source => "来源修订",
        RevisionKind::Correction => "更正",
        RevisionKind::Definition => "口径调整",
        RevisionKind::Withdrawn => "撤回",
    }
}

fn asked_in(row: u32) -> [Question; 4] {
    let question = |column: usize, allowed: Allowed, prompt: &str| Question {
        row,
        column: u16::try_from(column).unwrap_or(u16::MAX),
        allowed,
        prompt: prompt.into(),
    };
    let flags = ObservationStatus::LETTERS
        .map(|(letter, flag)| format!("{letter} {}", meaning_of_flag(flag)));
    let revisions = RevisionKind::WORDS.map(|(word, kind)| format!("{word} {}", reason_of(kind)));
    [
        question(
            VALUE,
            Allowed::Number,
            "请填写数字，按“单位”列的单位，不带逗号和文字。没有数请留空并选择标记。",
        ),
        question(FLAG, Allowed::OneOf(flags.into()), "请从下拉列表选择；有正式数值时不必选择。"),
        question(
            REVISION,
            Allowed::OneOf(revisions.into()),
            "仅在更改已报过的本期数时选择，并在公开备注中写明原因。",
        ),
        question(NOTE, Allowed::Text, "公开备注会与数据一同发布，请勿填写姓名、电话等内容。"),
    ]
}

fn signatures(form: &Form, site: &Site) -> SheetDraft {
    let mut entries = vec![wide(
        0,
        2,
        format!("{}　填报责任（仅供内部留存，不公开）", form.reporter.name(site)),
        Look::Title,
    )];
    let mut questions = Vec::new();
    for (label, row) in SIGNERS {
        entries.push(entry(row, 0, label, Look::Head));
        entries.push(entry(row, SIGNER_COLUMN as usize, "", Look::Input));
        questions.push(Question {
            row,
            column: 1,
            allowed: Allowed::Text,
            prompt: format!("请填写{label}。"),
        });
    }
    SheetDraft {
        name: SIGNATURES.into(),
        widths: vec![14.0, 30.0, 30.0],
        entries,
        questions,
        frozen_rows: 0,
        is_secret: false,
    }
}

fn help(plan: &Plan) -> SheetDraft {
    let counted =
        format!("二、“本期数”按“口径”列填写。累计数从{}算起，不是当月数。", first_day(plan));
    let lines = [
        "一、本表由程序生成，也由程序读取。请不要增删行列、改动表名、标识和灰字内容；改动过的表会被退回。",
        &counted,
        "三、没有数时“本期数”留空，并选择标记：x 暂缺、z 不适用、c 不予公布、n 未到节点。空格不等于零。",
        "四、初步数选 p，估算选 e；统计口径变化选 b，并在公开备注中说明。",
        "五、更改已经报过的本期数，须选择修订类型，并在公开备注中写明原因；原来的数仍会留存。",
        "六、“公开备注”会与数据一同发布；“内部备注”和“责任”表不会发布。",
        "七、公式须能算出结果；最好直接填写数字。填好后保存为.xlsx，原样发回。",
    ];
    let mut entries = vec![entry(0, 0, format!("{}　填报说明", plan.title.first()), Look::Title)];
    entries.extend((2..).zip(lines).map(|(row, line)| entry(row, 0, line, Look::Plain)));
    SheetDraft {
        name: HELP.into(),
        widths: vec![100.0],
        entries,
        questions: Vec::new(),
        frozen_rows: 0,
        is_secret: false,
    }
}

fn seal(seal: &Seal) -> SheetDraft {
    let entries =
        (0..).zip(seal.lines()).map(|(row, line)| entry(row, 0, line, Look::Plain)).collect();
    SheetDraft {
        name: SEAL.into(),
        widths: vec![80.0],
        entries,
        questions: Vec::new(),
        frozen_rows: 0,
        is_secret: true,
    }
}
