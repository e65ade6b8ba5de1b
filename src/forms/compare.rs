//! Holds what was filled in against the ledger: what is new, what changes a figure, what is known
//! already, and what cannot be taken.

use crate::date::Date;
use crate::message::{Message, message};
use crate::model::department::DepartmentIx;
use crate::model::index::IndicatorIx;
use crate::model::ledger_row::{Figure, FigureFault, LedgerRow, read_word};
use crate::model::observation::{Observation, ObservationStatus, RevisionKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::site::Site;
use crate::workbook::Cell;

use super::filled::{Answer, Filled, Refusal};
use super::form::{FormReporter, in_force};

/// What becomes of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The ledger has no such figure yet.
    New,
    /// It replaces the figure that is told.
    Changed(String),
    /// The ledger says the same.
    Unchanged,
    /// Nothing was filled in.
    Empty,
    /// It cannot be taken.
    Refused(Message),
}

/// One answer held against the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Where it stands: `file!cell`.
    pub location: String,
    /// What it is about: the name of the indicator and of the region.
    pub what: String,
    /// The figure as it will be read.
    pub figure: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The cells of its row in the ledger: period to revision.
    pub cells: Vec<String>,
    /// A remark for the office.
    pub internal_note: String,
}

/// Holds the answers of a form against the ledger. `recorded` is the day they came.
///
/// **Errors**: why the form is refused as a whole: another plan, a reporter that is not there, or a
/// period that is not over.
pub fn compare(
    filled: &Filled,
    plan: &Plan,
    site: &Site,
    is_sample: bool,
    recorded: Date,
) -> Result<Vec<Compared>, Refusal> {
    let refuse = |why: Message| Refusal { location: filled.file.clone(), why };
    if filled.plan != plan.id {
        let (made, asked) = (&filled.plan, &plan.id);
        return Err(refuse(message!(
            "it is a form of the plan `{made}`, not of `{asked}`",
            "这是计划`{made}`的填报表，不是`{asked}`的"
        )));
    }
    let reporter = reporter_of(filled, site).ok_or_else(|| {
        refuse(message!(
            "its reporter `{}` is not there any more",
            "报送单位`{}`已不存在",
            filled.reporter
        ))
    })?;
    let last_day = filled.period.end().last_day();
    if recorded < last_day {
        let period = filled.period;
        return Err(refuse(message!(
            "its period {period} is over on {last_day}, it is taken in on {recorded}",
            "时期{period}于{last_day}结束，而收表日期为{recorded}"
        )));
    }
    let taking = Taking {
        plan,
        site,
        reporter,
        period: filled.period,
        recorded,
        is_sample,
        file: &filled.file,
    };
    Ok(filled.answers.iter().map(|answer| taking.take(answer)).collect())
}

fn reporter_of(filled: &Filled, site: &Site) -> Option<FormReporter> {
    let (kind, id) = filled.reporter.split_once('/')?;
    match kind {
        "department" => site
            .numbered_departments()
            .find(|(_, one)| one.id == id)
            .map(|(ix, _): (DepartmentIx, _)| FormReporter::Department(ix)),
        "region" => site
            .numbered_regions()
            .find(|(_, one)| one.id == id)
            .map(|(ix, _)| FormReporter::Region(ix)),
        _ => None,
    }
}

/// What every answer of a form is held against.
struct Taking<'t> {
    plan: &'t Plan,
    site: &'t Site,
    reporter: FormReporter,
    period: Period,
    recorded: Date,
    is_sample: bool,
    file: &'t str,
}

impl Taking<'_> {
    fn take(&self, answer: &Answer) -> Compared {
        let location = format!("{}!{}", self.file, answer.cell);
        let mut compared = Compared {
            location,
            what: answer.indicator.clone(),
            figure: String::new(),
            outcome: Outcome::Empty,
            cells: Vec::new(),
            internal_note: answer.internal_note.clone(),
        };
        let (indicator, region) = match self.subject(answer) {
            Ok(subject) => subject,
            Err(why) => return Compared { outcome: Outcome::Refused(why), ..compared },
        };
        let known = self.plan.indicator(indicator);
        let region_name = region.map_or("", |region| self.site.region(region).short_name.as_str());
        compared.what = format!("{} {region_name}", known.name.first()).trim().to_string();
        if answer.value == Cell::Empty && answer.flag.is_empty() {
            return compared;
        }
        let (figure, revision) = match self.figure(answer, indicator) {
            Ok(read) => read,
            Err(why) => return Compared { outcome: Outcome::Refused(why), ..compared },
        };
        let sample = if self.is_sample { "示例 " } else { "" };
        let row = LedgerRow {
            period: self.period,
            indicator,
            region,
            figure,
            recorded: self.recorded,
            source: &format!("{sample}{}", compared.location),
            note: &answer.note,
            revision,
        };
        compared.figure = shown(figure);
        compared.outcome = self.outcome(&row, in_force(self.plan, indicator, region, self.period));
        compared.cells = row.cells(self.plan, self.site).into();
        compared
    }

    /// Finds what an answer is about, and sees to it that it comes from who reports it.
    fn subject(&self, answer: &Answer) -> Result<(IndicatorIx, Option<RegionIx>), Message> {
        let found = self.plan.numbered_indicators().find(|(_, one)| one.id == answer.indicator);
        let (ix, indicator) = found.ok_or_else(|| {
            message!("there is no indicator `{}`", "没有指标`{}`", answer.indicator)
        })?;
        let region = match answer.region.as_str() {
            "" => None,
            id => {
                let found = self.site.numbered_regions().find(|(_, one)| one.id == id);
                Some(
                    found.ok_or_else(|| message!("there is no region `{id}`", "没有地区`{id}`"))?.0,
                )
            }
        };
        if !self.reporter.reports(indicator, region) {
            let name = self.reporter.name(self.site);
            return Err(message!(
                "{name} does not report this indicator",
                "{name}不是该指标的报送单位"
            ));
        }
        Ok((ix, region))
    }

    fn figure(
        &self,
        answer: &Answer,
        indicator: IndicatorIx,
    ) -> Result<(Figure, Option<RevisionKind>), Message> {
        let word = &answer.flag;
        let flag = read_word(word, ObservationStatus::from_letter)
            .ok_or_else(|| message!("`{word}` is no flag", "`{word}`不是可用的标记"))?;
        let word = &answer.revision;
        let revision = read_word(word, RevisionKind::from_word).ok_or_else(|| {
            message!("`{word}` is no kind of revision", "`{word}`不是可用的修订类型")
        })?;
        let (value, is_percent) = value_of(&answer.value)?;
        let figure = Figure::read(value, flag).map_err(|fault| why_not(fault, value, flag))?;
        Ok((figure.as_shown(self.plan.indicator(indicator).unit.first(), is_percent), revision))
    }

    fn outcome(&self, row: &LedgerRow<'_>, known: Option<&Observation>) -> Outcome {
        let Some(known) = known else { return Outcome::New };
        let recorded_figure = Figure { value: known.value(), flag: known.flag };
        if recorded_figure == row.figure {
            return Outcome::Unchanged;
        }
        let before = shown(recorded_figure);
        let on = known.recorded;
        if on >= row.recorded {
            return Outcome::Refused(message!(
                "the ledger has {before}, recorded on {on}: what replaces it needs a later day",
                "台账已有{before}（记录于{on}）：更改须晚于该日"
            ));
        }
        // What was missing is filled, not revised.
        let fills_gap = recorded_figure.value.is_none() && row.figure.value.is_some();
        if !fills_gap && (row.revision.is_none() || row.note.is_empty()) {
            return Outcome::Refused(message!(
                "it changes {before}: choose a kind of revision and give the reason in the public \
                    note",
                "更改了已报的{before}：请选择修订类型，并在公开备注中写明原因"
            ));
        }
        Outcome::Changed(before)
    }
}

/// Returns what is typed in the cell of a figure, and whether it is shown as a percentage.
fn value_of(cell: &Cell) -> Result<(&str, bool), Message> {
    match cell {
        Cell::Empty => Ok(("", false)),
        Cell::Number { digits, is_percent } => Ok((digits, *is_percent)),
        Cell::Text(text) => Ok((text.trim(), false)),
        Cell::Day(day) => Err(message!("`{day}` is a day, not a figure", "`{day}`是日期，不是数")),
        Cell::Error(error) => Err(message!("its formula gives {error}", "公式结果为{error}")),
        Cell::NotWorkedOut => {
            Err(message!("its formula was never worked out", "公式没有存下计算结果"))
        }
    }
}

/// Says to whoever filled in a form why a figure cannot be taken.
fn why_not(fault: FigureFault, value: &str, flag: Option<ObservationStatus>) -> Message {
    match fault {
        FigureFault::Missing => {
            let letter = flag.map_or("", ObservationStatus::letter);
            message!("the flag `{letter}` needs a figure", "标记`{letter}`须有数")
        }
        FigureFault::NotANumber(fault) => {
            let (message, remedy) = (fault.message(), fault.remedy());
            Message::new(
                format!("`{value}` {}: {}", message.en, remedy.en),
                format!("`{value}`{}：{}", message.zh, remedy.zh),
            )
        }
        FigureFault::BesideFlag(flag) => message!(
            "the flag `{}` says that there is no figure, but one is filled in",
            "标记`{}`表示没有数，但填了数",
            flag.letter()
        ),
    }
}

fn shown(figure: Figure) -> String {
    let mark = figure.flag.map(|flag| format!("[{}]", flag.letter())).unwrap_or_default();
    format!("{}{mark}", figure.value.map(|value| value.to_string()).unwrap_or_default())
}
