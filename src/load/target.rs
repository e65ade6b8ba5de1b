//! Reads the target of an indicator: the plan's phrase, and what an author spelled out beside it.
//!
//! Comes in: the `target` of an `[[indicators]]` table and the indicator's unit, measure and baseline. Goes out: a [`Target`] in that unit.
//! The phrase decides: no phrase, two readings, another unit, or a spelled-out number that contradicts it are faults with their place.

use toml::de::DeValue;

use crate::diag::Diagnostic;
use crate::front_matter::Keys;
use crate::model::indicator::{Measure, Target};
use crate::model::period::Cadence;
use crate::number::Number;
use crate::phrase::{Ambition, Direction, MeasureHint, Op, Reading, parse_phrase, tolerance_of};
use crate::said::{Said, say};
use crate::source::{Located, Place};

/// What is counted, as far as its target must fit it.
#[derive(Clone, Copy)]
pub(super) struct Counted<'t> {
    /// What kind of quantity it is.
    pub measure: Measure,
    /// Its unit.
    pub unit: &'t str,
    /// The level before the plan.
    pub baseline: Option<Number>,
}

/// Reads the target: a phrase, or a table that spells the reading out.
pub(super) fn read_target(keys: &mut Keys<'_, '_>, counted: Counted<'_>) -> Option<Target> {
    if !keys.has("target") {
        return None;
    }
    if matches!(keys.value("target")?.value, DeValue::String(_)) {
        let phrase = keys.text("target")?;
        let place = keys.place_of("unit");
        return target_of_phrase(&phrase, counted, place).map_err(|fault| keys.fault(fault)).ok();
    }
    let mut table = keys.table("target")?;
    let phrase = table.required_text("phrase");
    let spelled = Spelled {
        op: table.one_of("op", &Op::WORDS).map(|op| op.value),
        value: table.number("value").map(|n| n.value),
        upper: table.number("upper").map(|n| n.value),
        tolerance: table.number("tolerance").map(|n| n.value),
        ambition: table.one_of("ambition", &Ambition::WORDS).map(|a| a.value),
        per: table.one_of("per", &Cadence::WORDS).map(|per| per.value),
    };
    let phrase = phrase?;
    // A spelled-out reading stands by itself; otherwise the phrase must say the rest.
    let reading = match spelled.op {
        Some(_) => Ok(parse_phrase(&phrase.value).into_iter().next()),
        None => read_phrase(&phrase).map(Some),
    };
    let target = reading.and_then(|reading| target_of(&phrase, reading, spelled, counted, table.place()));
    let target = target.and_then(|target| check_spelled(table.place(), &phrase, target, counted));
    let target = target.map_err(|fault| table.fault(fault)).ok();
    table.finish();
    target
}

/// What an author spelled out beside the phrase.
#[derive(Default)]
struct Spelled {
    op: Option<Op>,
    value: Option<Number>,
    upper: Option<Number>,
    tolerance: Option<Number>,
    ambition: Option<Ambition>,
    per: Option<Cadence>,
}

/// Reads a target from its phrase alone. `unit_place` is where the unit is written.
pub(super) fn target_of_phrase(phrase: &Located<String>, counted: Counted<'_>, unit_place: Place) -> Result<Target, Diagnostic> {
    target_of(phrase, Some(read_phrase(phrase)?), Spelled::default(), counted, unit_place)
}

fn read_phrase(phrase: &Located<String>) -> Result<Reading, Diagnostic> {
    let mut readings = parse_phrase(&phrase.value);
    let problem = match readings.len() {
        1 => return Ok(readings.remove(0)),
        0 => say!("no target can be read from this phrase", "从此表述读不出目标"),
        n => say!("{n} targets can be read from this phrase", "从此表述可读出{n}个目标"),
    };
    Err(Diagnostic::error("target-phrase", phrase.place, Said::new(format!("{}: `{}`", problem.en, phrase.value), format!("{}：`{}`", problem.zh, phrase.value))).help(
        say!("keep one short phrase such as \"力争15家以上\", or spell it out: target = {{ phrase = \"…\", op = \">=\", value = \"15\" }}", "只留一个短语，如\"力争15家以上\"；或逐项写明：target = {{ phrase = \"…\", op = \">=\", value = \"15\" }}"),
    ))
}

fn target_of(
    phrase: &Located<String>,
    reading: Option<Reading>,
    spelled: Spelled,
    counted: Counted<'_>,
    unit_place: Place,
) -> Result<Target, Diagnostic> {
    let without_number = || {
        Diagnostic::error("target-phrase", phrase.place, say!("the target `{}` has no number", "目标`{}`没有数", phrase.value))
            .help(say!(
                "add `value = \"…\"`, or remove the target if the plan names no number",
                "补充`value = \"…\"`；计划未写数的，请删去目标"
            ))
    };
    let op = spelled.op.or(reading.as_ref().map(|r| r.op)).ok_or_else(without_number)?;
    let is_flag = op == Op::Flag;
    let scale = match reading.as_ref().filter(|_| !is_flag && spelled.value.is_none()) {
        Some(read) => scale_of(phrase, read, counted, unit_place)?,
        None => Scale::SAME,
    };
    let read = |pick: fn(&Reading) -> Option<Number>| reading.as_ref().and_then(pick).map(|number| scale.of(number));
    let value = match op {
        Op::Flag => None,
        Op::Coverage => spelled.value.or(Some(Number::HUNDRED)),
        _ => Some(spelled.value.or(read(|r| r.value)).ok_or_else(without_number)?),
    };
    let tolerance = match (op, value) {
        (Op::Approx, Some(value)) => {
            spelled.tolerance.or_else(|| Some(tolerance_of(value, Some(counted.unit), counted.measure.is_rate())))
        }
        _ => spelled.tolerance,
    };
    Ok(Target {
        phrase: phrase.value.clone(),
        op,
        value,
        upper: spelled.upper.or(read(|r| r.upper)),
        tolerance,
        ambition: spelled.ambition.or(reading.as_ref().map(|r| r.ambition)).unwrap_or(Ambition::Expected),
        per: spelled.per.or(reading.as_ref().and_then(|r| r.per)),
        direction: op.own_direction().or(reading.as_ref().and_then(|r| r.direction)).unwrap_or(Direction::Higher),
        place: phrase.place,
    })
}

/// How a phrase's number becomes one in the indicator's unit.
#[derive(Clone, Copy)]
struct Scale {
    times: Number,
    by: Number,
}

impl Scale {
    const SAME: Self = Self { times: Number::ONE, by: Number::ONE };

    fn of(self, number: Number) -> Number {
        (number * self.times).divided_by(self.by).unwrap_or(number)
    }

    /// Finds it: 翻一番 is a multiple of the baseline, 5000万元 in a unit of 万元 is divided by 10000.
    fn between(reading: &Reading, counted: Counted<'_>) -> Option<Self> {
        if is_multiple(reading, counted) {
            let base = counted.baseline.filter(|base| *base > Number::ZERO)?;
            return Some(Self { times: base, by: Number::ONE });
        }
        let read = reading.unit.as_deref().unwrap_or(counted.unit);
        let by = if read == counted.unit {
            Number::ONE
        } else if counted.unit.strip_prefix('万') == Some(read) {
            Number::from(10_000_i64)
        } else if counted.unit.strip_prefix('亿') == Some(read) {
            Number::from(100_000_000_i64)
        } else {
            return None;
        };
        Some(Self { times: Number::ONE, by })
    }
}

/// Returns how the phrase's number becomes one in the indicator's unit, or says why it cannot.
fn scale_of(phrase: &Located<String>, reading: &Reading, counted: Counted<'_>, unit_place: Place) -> Result<Scale, Diagnostic> {
    if let Some(scale) = Scale::between(reading, counted) {
        return Ok(scale);
    }
    let fault = |code: &'static str, message: Said| Diagnostic::error(code, phrase.place, message);
    if is_multiple(reading, counted) {
        let which = counted.baseline.map_or(say!("a baseline that is not there", "基数（未提供）"), |base| {
            say!("a baseline of {base}", "基数{base}")
        });
        return Err(fault(
            "baseline",
            Said::new(
                format!("the target `{}` is a multiple of {}", phrase.value, which.en),
                format!("目标`{}`是{}的倍数", phrase.value, which.zh),
            ),
        )
        .help(say!(
            "add `baseline = \"…\"`, the figure of the year the plan compares with; it must be above zero",
            "补充`baseline = \"…\"`（计划所比年份的数）；须大于零"
        )));
    }
    let (read, unit) = (reading.unit.as_deref().unwrap_or_default(), counted.unit);
    Err(fault(
        "target-unit",
        say!(
            "the target `{}` is in {read}, the indicator is in {unit}",
            "目标`{}`的单位是{read}，指标的单位是{unit}",
            phrase.value
        ),
    )
    .label(unit_place, say!("the unit", "单位"))
    .help(say!("give the indicator the unit of the plan's phrase", "指标的单位应与计划表述一致")))
}

/// 翻一番 of an amount is held against twice the baseline; an indicator that is itself a multiple (倍) is not.
fn is_multiple(reading: &Reading, counted: Counted<'_>) -> bool {
    reading.measure_hint == Some(MeasureHint::Multiple) && counted.unit != "倍"
}

/// What is spelled out may narrow how firm the phrase is, never change what it asks for.
fn check_spelled(place: Place, phrase: &Located<String>, target: Target, counted: Counted<'_>) -> Result<Target, Diagnostic> {
    let readings = parse_phrase(&phrase.value);
    let agrees = |reading: &Reading| {
        // A unit that cannot be converted is the author's reading; it cannot be compared.
        let Some(scale) = Scale::between(reading, counted) else { return true };
        let in_unit = |number: Option<Number>| number.map(|number| scale.of(number));
        let is_value_same = reading.op == Op::Coverage || in_unit(reading.value) == target.value;
        reading.op == target.op && is_value_same && in_unit(reading.upper) == target.upper && reading.per == target.per
    };
    if readings.is_empty() || readings.iter().any(agrees) {
        return Ok(target);
    }
    let said = |op: Op, value: Option<Number>, upper: Option<Number>, per: Option<Cadence>| {
        let upper = upper.map(|upper| format!("–{upper}")).unwrap_or_default();
        let per = per.map(|per| format!(" per {}", per.word())).unwrap_or_default();
        format!("{} {}{upper}{per}", op.as_str(), value.map(|value| value.to_string()).unwrap_or_default())
    };
    let of_phrase: Vec<String> = readings.iter().map(|r| said(r.op, r.value, r.upper, r.per)).collect();
    let of_table = said(target.op, target.value, target.upper, target.per);
    Err(Diagnostic::error(
        "target-contradicts",
        place,
        say!("the target is spelled out as `{}`", "目标被写明为`{}`", of_table.trim()),
    )
    .label(phrase.place, say!("the phrase says `{}`", "表述为`{}`", of_phrase.join("`, `")))
    .help(say!(
        "the plan's phrase decides: correct what is spelled out, or quote the phrase it belongs to",
        "以计划表述为准：请更正写明的内容，或引用其所属的表述"
    )))
}

/// `better` says which way is good; the phrase says it already, so it may only agree.
pub(super) fn read_better(keys: &mut Keys<'_, '_>, target: Option<&Target>) {
    let Some(is_lower) = keys.one_of("better", &[("higher", false), ("lower", true)]) else { return };
    if let Some(target) = target
        && target.is_lower_better() != is_lower.value
    {
        keys.fault(
            Diagnostic::error(
                "better",
                is_lower.place,
                say!("`better` contradicts the target `{}`", "`better`与目标`{}`矛盾", target.phrase),
            )
            .label(target.place, say!("the target", "目标"))
            .help(say!(
                "a ceiling (以内, 不高于) is better lower, every other target better higher",
                "上限类（以内、不高于）越低越好，其余目标越高越好"
            )),
        );
    }
}
