//! Holds what was filled in against the ledger: what is new, what changes a figure, what is known
//! already, and what cannot be taken.

use crate::date::Date;
use crate::model::department::DepartmentIx;
use crate::model::index::IndicatorIx;
use crate::model::observation::{Flag, Observation, RevisionKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::site::Site;
use crate::number::Number;
use crate::said::{Said, say};
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
    Refused(Said),
}

/// One answer held against the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Where it stands: `file!cell`.
    pub place: String,
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
    let refuse = |why: Said| Refusal { place: filled.file.clone(), why };
    if filled.plan != plan.id {
        let (made, asked) = (&filled.plan, &plan.id);
        return Err(refuse(say!(
            "it is a form of the plan `{made}`, not of `{asked}`",
            "这是计划`{made}`的填报表，不是`{asked}`的"
        )));
    }
    let reporter = reporter_of(filled, site).ok_or_else(|| {
        refuse(say!(
            "its reporter `{}` is not there any more",
            "报送单位`{}`已不存在",
            filled.reporter
        ))
    })?;
    let last_day = filled.period.cut().last_day();
    if recorded < last_day {
        let period = filled.period;
        return Err(refuse(say!(
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

/// A figure as it was meant.
struct Figure {
    value: Option<Number>,
    flag: Option<Flag>,
    revision: Option<RevisionKind>,
}

impl Taking<'_> {
    fn take(&self, answer: &Answer) -> Compared {
        let place = format!("{}!{}", self.file, answer.cell);
        let mut compared = Compared {
            place,
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
        let figure = match self.figure(answer, indicator) {
            Ok(figure) => figure,
            Err(why) => return Compared { outcome: Outcome::Refused(why), ..compared },
        };
        compared.figure = shown(figure.value, figure.flag);
        compared.outcome =
            self.outcome(&figure, answer, in_force(self.plan, indicator, region, self.period));
        let word = |word: Option<&'static str>| word.unwrap_or("").to_string();
        let sample = if self.is_sample { "示例 " } else { "" };
        compared.cells = vec![
            self.period.to_string(),
            known.id.clone(),
            region.map_or(String::new(), |region| self.site.region(region).id.clone()),
            figure.value.map_or(String::new(), |value| value.to_string()),
            word(figure.flag.map(Flag::letter)),
            self.recorded.to_string(),
            format!("{sample}{}", compared.place),
            answer.note.clone(),
            word(figure.revision.map(RevisionKind::word)),
        ];
        compared
    }

    /// Finds what an answer is about, and sees to it that it comes from who reports it.
    fn subject(&self, answer: &Answer) -> Result<(IndicatorIx, Option<RegionIx>), Said> {
        let found = self.plan.numbered_indicators().find(|(_, one)| one.id == answer.indicator);
        let (ix, indicator) = found
            .ok_or_else(|| say!("there is no indicator `{}`", "没有指标`{}`", answer.indicator))?;
        let region = match answer.region.as_str() {
            "" => None,
            id => {
                let found = self.site.numbered_regions().find(|(_, one)| one.id == id);
                Some(found.ok_or_else(|| say!("there is no region `{id}`", "没有地区`{id}`"))?.0)
            }
        };
        if !self.reporter.reports(indicator, region) {
            let name = self.reporter.name(self.site);
            return Err(say!(
                "{name} does not report this indicator",
                "{name}不是该指标的报送单位"
            ));
        }
        Ok((ix, region))
    }

    fn figure(&self, answer: &Answer, indicator: IndicatorIx) -> Result<Figure, Said> {
        let flag = word_of(&answer.flag, &Flag::LETTERS)
            .map_err(|word| say!("`{word}` is no flag", "`{word}`不是可用的标记"))?;
        let revision = word_of(&answer.revision, &RevisionKind::WORDS).map_err(|word| {
            say!("`{word}` is no kind of revision", "`{word}`不是可用的修订类型")
        })?;
        let value = self.value(&answer.value, indicator)?;
        match (value, flag) {
            (Some(_), Some(flag)) if flag.replaces_value() => Err(say!(
                "the flag `{}` says that there is no figure, but one is filled in",
                "标记`{}`表示没有数，但填了数",
                flag.letter()
            )),
            (None, Some(flag)) if !flag.replaces_value() => {
                Err(say!("the flag `{}` needs a figure", "标记`{}`须有数", flag.letter()))
            }
            _ => Ok(Figure { value, flag, revision }),
        }
    }

    fn value(&self, cell: &Cell, indicator: IndicatorIx) -> Result<Option<Number>, Said> {
        let (digits, is_percent) = match cell {
            Cell::Empty => return Ok(None),
            Cell::Number { digits, is_percent } => (digits.as_str(), *is_percent),
            Cell::Text(text) => (text.trim(), false),
            Cell::Day(day) => {
                return Err(say!("`{day}` is a day, not a figure", "`{day}`是日期，不是数"));
            }
            Cell::Error(error) => {
                return Err(say!("its formula gives {error}", "公式结果为{error}"));
            }
            Cell::NotWorkedOut => {
                return Err(say!("its formula was never worked out", "公式没有存下计算结果"));
            }
        };
        let value = Number::parse(digits).map_err(|fault| {
            let (said, remedy) = (fault.said(), fault.remedy());
            Said::new(
                format!("`{digits}` {}: {}", said.en, remedy.en),
                format!("`{digits}`{}：{}", said.zh, remedy.zh),
            )
        })?;
        let is_in_percent = self.plan.indicator(indicator).unit.first() == "%";
        Ok(Some(if is_percent && is_in_percent {
            (value * Number::HUNDRED).normalized()
        } else {
            value
        }))
    }

    fn outcome(&self, figure: &Figure, answer: &Answer, known: Option<&Observation>) -> Outcome {
        let Some(known) = known else { return Outcome::New };
        if (known.value(), known.flag) == (figure.value, figure.flag) {
            return Outcome::Unchanged;
        }
        let before = shown(known.value(), known.flag);
        let on = known.recorded;
        if on >= self.recorded {
            return Outcome::Refused(say!(
                "the ledger has {before}, recorded on {on}: what replaces it needs a later day",
                "台账已有{before}（记录于{on}）：更改须晚于该日"
            ));
        }
        // What was missing is filled, not revised.
        let fills_gap = known.value().is_none() && figure.value.is_some();
        if !fills_gap && (figure.revision.is_none() || answer.note.is_empty()) {
            return Outcome::Refused(say!(
                "it changes {before}: choose a kind of revision and give the reason in the public \
                    note",
                "更改了已报的{before}：请选择修订类型，并在公开备注中写明原因"
            ));
        }
        Outcome::Changed(before)
    }
}

fn word_of<T: Copy>(word: &str, words: &[(&'static str, T)]) -> Result<Option<T>, String> {
    if word.is_empty() {
        return Ok(None);
    }
    words
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| Some(*value))
        .ok_or_else(|| word.to_string())
}

fn shown(value: Option<Number>, flag: Option<Flag>) -> String {
    let mark = flag.map(|flag| format!("[{}]", flag.letter())).unwrap_or_default();
    format!("{}{mark}", value.map(|value| value.to_string()).unwrap_or_default())
}
