//! Reads the target of an indicator: the plan's phrase, and what an author spelled out beside it.
//!
//! Comes in: the `target` of an `[[indicators]]` table and the indicator's unit, measure and
//! baseline. Goes out: a [`Target`] in that unit. The phrase decides: no phrase, two readings,
//! another unit, or a spelled-out number that contradicts it are faults with their place.

use std::ops::Range;

use toml::de::DeValue;

use crate::codes;
use crate::diag::{Code, Diagnostic};
use crate::front_matter::Keys;
use crate::message::{Message, message};
use crate::model::indicator::{Measure, Target};
use crate::model::period::Cadence;
use crate::number::Number;
use crate::phrase::{
    Ambition, Direction, MeasureHint, Op, Reading, parse_phrase, tolerance_of, unread_numbers,
};
use crate::source::{Located, Location};

use super::direction::{Counted, doubt_of_measure, settle_direction};

/// Reads the target: a phrase, or a table that spells the reading out.
pub(super) fn read_target(keys: &mut Keys<'_, '_>, counted: Counted<'_>) -> Option<Target> {
    if !keys.has("target") {
        return None;
    }
    if matches!(keys.value("target")?.value, DeValue::String(_)) {
        let phrase = keys.text("target")?;
        let location = keys.location_of("unit");
        let target =
            target_of_phrase(&phrase, counted, location).map_err(|fault| keys.fault(fault)).ok()?;
        if let Some(warning) = doubt_of_measure(&target, counted) {
            keys.fault(warning);
        }
        return Some(settle_direction(keys, target, false));
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
    let (phrase, is_op_spelled) = (phrase?, spelled.op.is_some());
    // A spelled-out reading stands by itself; otherwise the phrase must say the rest.
    let reading = match spelled.op {
        Some(_) => Ok(parse_phrase(&phrase.value).into_iter().next()),
        None => read_phrase(&phrase).map(Some),
    };
    let target =
        reading.and_then(|reading| target_of(&phrase, reading, spelled, counted, table.location()));
    let target = target.and_then(|target| check_size(target, counted));
    let target = target.map_err(|fault| table.fault(fault)).ok();
    if let Some(warning) =
        target.as_ref().and_then(|target| contradiction(table.location(), &phrase, target, counted))
    {
        table.fault(warning);
    }
    table.finish();
    target.map(|target| settle_direction(keys, target, is_op_spelled))
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

/// Reads a target from its phrase alone. `unit_location` is where the unit is written.
pub(super) fn target_of_phrase(
    phrase: &Located<String>,
    counted: Counted<'_>,
    unit_location: Location,
) -> Result<Target, Diagnostic> {
    let target =
        target_of(phrase, Some(read_phrase(phrase)?), Spelled::default(), counted, unit_location)?;
    check_size(target, counted)
}

/// Refuses a target that says nothing: a sum of nothing to reach, a place before the first, less
/// than no things.
fn check_size(target: Target, counted: Counted<'_>) -> Result<Target, Diagnostic> {
    let Some(value) = target.value else { return Ok(target) };
    if target.op == Op::Range && target.upper.is_some_and(|upper| upper < value) {
        let upside_down = message!(
            "the range of `{}` ends before it begins",
            "目标`{}`的上限小于下限",
            target.phrase
        );
        return Err(codes::TARGET_PHRASE.at(target.location, upside_down).help(message!(
            "give `value` the lower end and `upper` the upper one, in the indicator's unit",
            "`value`写下限，`upper`写上限，单位与指标一致"
        )));
    }
    let is_sum = matches!(counted.measure, Measure::Count | Measure::Event);
    let fault = |message, help| Err(codes::TARGET_PHRASE.at(target.location, message).help(help));
    if target.op == Op::Rank {
        if value < Number::ONE {
            return fault(
                message!(
                    "the target `{}` is a place before the first",
                    "目标`{}`的位次小于1",
                    target.phrase
                ),
                message!(
                    "write the place the plan names, 1 or more",
                    "请写计划所定的位次（不小于1）"
                ),
            );
        }
        if counted.measure != Measure::Stock || !["位", "名"].contains(&counted.unit) {
            return fault(
                message!("the target `{}` is a place in an order", "目标`{}`是位次", target.phrase),
                message!(
                    "use measure = \"stock\" and unit = \"位\"",
                    "请写 measure = \"stock\"、unit = \"位\""
                ),
            );
        }
        return Ok(target);
    }
    if is_sum && !target.is_net() && target.op != Op::Coverage {
        if value < Number::ZERO {
            return fault(
                message!(
                    "the target `{}` counts less than nothing ({value})",
                    "目标`{}`的数为负（{value}）",
                    target.phrase
                ),
                message!(
                    "a fall of so many percent is a published rate: measure = \"growth\"",
                    "下降百分之几是公布的增长率：请写 measure = \"growth\""
                ),
            );
        }
        if value == Number::ZERO && !target.is_lower_better() {
            return fault(
                message!(
                    "the target `{}` is reached with nothing done",
                    "目标`{}`什么都不做也算达到",
                    target.phrase
                ),
                message!(
                    "for a thing that must not happen write op = \"<=\", else the number the plan \
                        names",
                    "不得发生的事请写 op = \"<=\"；否则请写计划所定的数"
                ),
            );
        }
    }
    Ok(target)
}

fn read_phrase(phrase: &Located<String>) -> Result<Reading, Diagnostic> {
    let mut readings = parse_phrase(&phrase.value);
    let text = &phrase.value;
    let listed = |spans: &[Range<usize>]| {
        let parts: Vec<&str> =
            spans.iter().filter_map(|span| text.get(span.clone())).map(str::trim).collect();
        parts.join("`, `")
    };
    let unread = unread_numbers(text);
    let (problem, understood) = match readings.len() {
        1 => return Ok(readings.remove(0)),
        0 if unread.is_empty() => (
            message!("no target can be read from this phrase", "从此表述读不出目标"),
            message!("it names no number that was recognised", "没有认出数"),
        ),
        0 => (
            message!("no target can be read from this phrase", "从此表述读不出目标"),
            message!(
                "the number `{}` was seen, the words around it were not understood",
                "认出了数`{}`，但没有认出它前后的用语",
                listed(&unread)
            ),
        ),
        n => {
            let spans: Vec<Range<usize>> =
                readings.iter().map(|reading| reading.span.clone()).collect();
            (
                message!("{n} targets can be read from this phrase", "从此表述可读出{n}个目标"),
                message!("understood as `{}`", "读作`{}`", listed(&spans)),
            )
        }
    };
    let message = Message::new(
        format!("{}: `{text}`: {}", problem.en, understood.en),
        format!("{}：`{text}`：{}", problem.zh, understood.zh),
    );
    Err(codes::TARGET_PHRASE.at(phrase.location, message).help(message!(
        "keep one short phrase such as \"力争15家以上\", or spell it out: target = {{ phrase = \"…\", \
            op = \">=\", value = \"15\" }}; a limit has op = \"<=\", what must not happen value \
            = \"0\"",
        "只留一个短语，如\"力争15家以上\"；或逐项写明：target = {{ phrase = \"…\", op = \">=\", value = \"15\" \
            }}；控制数写op = \"<=\"，不得发生的写value = \"0\""
    )))
}

fn target_of(
    phrase: &Located<String>,
    reading: Option<Reading>,
    spelled: Spelled,
    counted: Counted<'_>,
    unit_location: Location,
) -> Result<Target, Diagnostic> {
    let without_number = || {
        codes::TARGET_PHRASE
            .at(
                phrase.location,
                message!("the target `{}` has no number", "目标`{}`没有数", phrase.value),
            )
            .help(message!(
                "add `value = \"…\"`, or remove the target if the plan names no number",
                "补充`value = \"…\"`；计划未写数的，请删去目标"
            ))
    };
    let op = spelled.op.or(reading.as_ref().map(|r| r.op)).ok_or_else(without_number)?;
    let is_flag = op == Op::Flag;
    let scale = match reading.as_ref().filter(|_| !is_flag && spelled.value.is_none()) {
        Some(read) => scale_of(phrase, read, counted, unit_location)?,
        None => Scale::SAME,
    };
    let read = |pick: fn(&Reading) -> Option<Number>| {
        reading.as_ref().and_then(pick).map(|number| scale.of(number))
    };
    let value = match op {
        Op::Flag => None,
        Op::Coverage => spelled.value.or(Some(Number::HUNDRED)),
        _ => Some(spelled.value.or(read(|r| r.value)).ok_or_else(without_number)?),
    };
    let tolerance = match (op, value) {
        (Op::Approx, Some(value)) => spelled
            .tolerance
            .or_else(|| Some(tolerance_of(value, Some(counted.unit), counted.measure.is_rate()))),
        _ => spelled.tolerance,
    };
    Ok(Target {
        phrase: phrase.value.clone(),
        op,
        value,
        upper: spelled.upper.or_else(|| {
            let reading = reading.as_ref()?;
            Some(Scale::between(reading, counted)?.of(reading.upper?))
        }),
        tolerance,
        ambition: spelled
            .ambition
            .or(reading.as_ref().map(|r| r.ambition))
            .unwrap_or(Ambition::Expected),
        per: spelled.per.or(reading.as_ref().and_then(|r| r.per)),
        is_of_plan: false,
        direction: op
            .own_direction()
            .or(reading.as_ref().and_then(|r| r.direction))
            .unwrap_or(Direction::Higher),
        location: phrase.location,
    })
}

/// How a phrase's number becomes one in the indicator's unit.
#[derive(Clone, Copy)]
struct Scale {
    times: Number,
    by: Number,
    plus: Number,
}

impl Scale {
    const SAME: Self = Self { times: Number::ONE, by: Number::ONE, plus: Number::ZERO };

    fn of(self, number: Number) -> Number {
        (number * self.times).divided_by(self.by).unwrap_or(number) + self.plus
    }

    /// Finds it: 翻一番 is a multiple of the baseline, 5000万元 in a unit of 万元 is divided by 10000.
    fn between(reading: &Reading, counted: Counted<'_>) -> Option<Self> {
        if is_multiple(reading, counted) {
            let base = counted.baseline.filter(|base| *base > Number::ZERO)?;
            return Some(Self { times: base, ..Self::SAME });
        }
        let plus = if is_change(reading, counted) { counted.baseline? } else { Number::ZERO };
        let read = reading.unit.as_deref().unwrap_or(counted.unit);
        let times = Self { times: Number::ONE, by: Number::ONE, plus };
        let is_ratio = read == "比" && ["比", "倍", ":1", "：1"].contains(&counted.unit);
        let is_place = [read, counted.unit].iter().all(|unit| ["位", "名"].contains(unit));
        let by = if read == counted.unit || is_ratio || is_place || is_points(reading, counted) {
            Number::ONE
        } else {
            let ((of_read, read), (of_unit, unit)) = (of_ones(read), of_ones(counted.unit));
            // 10亿 of an amount in 亿元 leaves out the yuan.
            let is_same = read == unit || (read.is_empty() && unit == "元");
            return is_same.then(|| Self {
                times: Number::from(of_read),
                by: Number::from(of_unit),
                plus,
            });
        };
        Some(Self { by, ..times })
    }
}

/// Returns how many of the bare unit one of a unit in 万 or 亿 is, and the bare unit: 亿元 is
/// 100,000,000 元.
fn of_ones(unit: &str) -> (i64, &str) {
    const STEPS: [(&str, i64); 5] = [
        ("万亿", 1_000_000_000_000),
        ("千万", 10_000_000),
        ("百万", 1_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
    ];
    STEPS
        .into_iter()
        .find_map(|(step, ones)| Some((ones, unit.strip_prefix(step)?)))
        .unwrap_or((1, unit))
}

/// Returns how the phrase's number becomes one in the indicator's unit, or says why it cannot.
fn scale_of(
    phrase: &Located<String>,
    reading: &Reading,
    counted: Counted<'_>,
    unit_location: Location,
) -> Result<Scale, Diagnostic> {
    if let Some(scale) = Scale::between(reading, counted) {
        return Ok(scale);
    }
    let fault = |code: Code, message: Message| code.at(phrase.location, message);
    if is_multiple(reading, counted) {
        let which = counted
            .baseline
            .map_or(message!("a baseline that is not there", "基数（未提供）"), |base| {
                message!("a baseline of {base}", "基数{base}")
            });
        return Err(fault(
            codes::BASELINE,
            Message::new(
                format!("the target `{}` is a multiple of {}", phrase.value, which.en),
                format!("目标`{}`是{}的倍数", phrase.value, which.zh),
            ),
        )
        .help(message!(
            "add `baseline = \"…\"`, the figure of the year the plan compares with; it must be \
                above zero",
            "补充`baseline = \"…\"`（计划所比年份的数）；须大于零"
        )));
    }
    if is_change(reading, counted) && counted.baseline.is_none() {
        return Err(fault(
            codes::BASELINE,
            message!(
                "the target `{}` is a change from a baseline that is not there",
                "目标`{}`是相对基数的变化，基数未提供",
                phrase.value
            ),
        )
        .help(message!(
            "add `baseline = \"…\"`, the figure of the year the plan compares with",
            "补充`baseline = \"…\"`（计划所比年份的数）"
        )));
    }
    let (read, unit) = (reading.unit.as_deref().unwrap_or_default(), counted.unit);
    Err(fault(
        codes::TARGET_UNIT,
        message!(
            "the target `{}` is in {read}, the indicator is in {unit}",
            "目标`{}`的单位是{read}，指标的单位是{unit}",
            phrase.value
        ),
    )
    .label(unit_location, message!("the unit", "单位"))
    .help(message!(
        "give the indicator the unit of the plan's phrase",
        "指标的单位应与计划表述一致"
    )))
}

/// 翻一番 of an amount is held against twice the baseline; an indicator that is itself a multiple (倍)
/// is not.
fn is_multiple(reading: &Reading, counted: Counted<'_>) -> bool {
    reading.measure_hint == Some(MeasureHint::Multiple) && counted.unit != "倍"
}

/// 提高2个百分点 of a rate in %, which is held against the baseline and two points.
fn is_points(reading: &Reading, counted: Counted<'_>) -> bool {
    reading.unit.as_deref() == Some("百分点")
        && counted.unit == "%"
        && !counted.measure.is_cumulative()
}

/// 净增100家 of a stock and 提高2个百分点 of a rate name a change, not where the figure arrives.
fn is_change(reading: &Reading, counted: Counted<'_>) -> bool {
    let is_net =
        reading.measure_hint == Some(MeasureHint::NetIncrease) && counted.measure == Measure::Stock;
    let is_moved = matches!(reading.measure_hint, Some(MeasureHint::Points | MeasureHint::Decline));
    is_net || (is_moved && is_points(reading, counted))
}

/// What is spelled out wins over the reading of the phrase, and both are shown where they differ.
fn contradiction(
    location: Location,
    phrase: &Located<String>,
    target: &Target,
    counted: Counted<'_>,
) -> Option<Diagnostic> {
    let readings = parse_phrase(&phrase.value);
    let agrees = |reading: &Reading| {
        // A unit that cannot be converted is the author's reading; it cannot be compared.
        let Some(scale) = Scale::between(reading, counted) else { return true };
        let in_unit = |number: Option<Number>| number.map(|number| scale.of(number));
        let is_value_same = reading.op == Op::Coverage || in_unit(reading.value) == target.value;
        reading.op == target.op
            && is_value_same
            && in_unit(reading.upper) == target.upper
            && reading.per == target.per
    };
    if readings.is_empty() || readings.iter().any(agrees) {
        return None;
    }
    let signature = |op: Op, value: Option<Number>, upper: Option<Number>, per: Option<Cadence>| {
        let upper = upper.map(|upper| format!("–{upper}")).unwrap_or_default();
        let per = per.map(|per| format!(" per {}", per.word())).unwrap_or_default();
        format!(
            "{} {}{upper}{per}",
            op.as_str(),
            value.map(|value| value.to_string()).unwrap_or_default()
        )
    };
    let of_phrase: Vec<String> =
        readings.iter().map(|r| signature(r.op, r.value, r.upper, r.per)).collect();
    let of_table = signature(target.op, target.value, target.upper, target.per);
    let warning = codes::TARGET_CONTRADICTS
        .at(
            location,
            message!("the target is spelled out as `{}`", "目标被写明为`{}`", of_table.trim()),
        )
        .label(
            phrase.location,
            message!("the phrase says `{}`", "表述为`{}`", of_phrase.join("`, `")),
        )
        .help(message!(
            "what is spelled out holds: see that it is what the plan means, or correct it",
            "以写明的内容为准：请核对是否合乎计划原意，或更正"
        ));
    Some(warning)
}

#[cfg(test)]
mod tests;
