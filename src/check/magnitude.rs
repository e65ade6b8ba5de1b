//! A slip of unit: 元 instead of 万元, 万元 instead of 亿元, a fraction instead of percent.
//!
//! A figure is held against the one before it, else against the target. What is off by about the
//! factor between two units is told.

use crate::diag::{Code, Diagnostic};
use crate::message::{Message, StaticMessage, message};
use crate::model::index::IndicatorIx;
use crate::model::indicator::Measure;
use crate::model::observation::Observation;
use crate::number::Number;

use super::context::CheckContext;
use super::neighbours::Neighbours;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("magnitude"),
    is_settable: true,
    what: bilingual("A figure looks as if it were in another unit", "数据像是用了另一种单位"),
    why: bilingual(
        "10 000 times too much is 元 where 万元 is meant; a hundredth is a fraction where percent is \
            meant",
        "大一万倍，多半是该用万元而填了元；小一百倍，多半是百分数填成了小数",
    ),
    example: "2023-06,output,,1850000,,2023-07-10,,   # 万元; the target is \
        400\n2023-06,growth,,0.08,,2023-07-10,,       # %; the target is 8",
    remedy: bilingual("Convert the figure to the indicator's unit", "把数据换算成指标的单位"),
};

/// The factors between units, and what one takes for what. A figure may be this many times off
/// around a factor and still be told.
const FACTORS: [(i64, StaticMessage); 2] = [
    (10_000, bilingual("万 (ten thousand)", "万")),
    (100_000_000, bilingual("亿 (a hundred million)", "亿")),
];
const AROUND: i64 = 4;

pub(super) fn check(
    context: CheckContext<'_>,
    ix: IndicatorIx,
    pairs: &[Neighbours<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let indicator = context.plan.indicator(ix);
    let mut report = |location, message: Message| found.push(RULE.at(location, message));
    let (id, unit) = (&indicator.id, indicator.unit.first());
    let target = indicator.target.as_ref().and_then(|target| target.value);
    if indicator.measure.is_rate() || unit == "%" {
        // A rate below one where whole percents are promised.
        let Some(target) = target.filter(|target| *target >= Number::from(2_i64)) else { return };
        for row in context.plan.ledger.of(ix) {
            let Some(value) = row.value().filter(|value| is_fraction(*value)) else { continue };
            // Beside others as small it is no slip: growth around zero is what it is.
            let is_near = |other: &Observation| {
                other.location != row.location
                    && other.value().is_some_and(|other| (other - value).abs() < Number::ONE)
            };
            if context.plan.ledger.of(ix).iter().any(is_near) {
                continue;
            }
            let percent = (value * Number::HUNDRED).normalized();
            if percent <= target * Number::from(AROUND) && percent * Number::from(AROUND) >= target
            {
                let message = message!(
                    "`{id}` is in {unit}, this row says {value}: is {percent} meant?",
                    "`{id}`的单位是{unit}，本行为{value}：是否应为{percent}？"
                );
                report(row.location, message);
            }
        }
        return;
    }
    if !matches!(indicator.measure, Measure::Count | Measure::Event | Measure::Stock) {
        return;
    }
    let mut reported = Vec::new();
    for pair in pairs {
        // The first figure after a slip looks like a slip back; it is the earlier one that was
        // told.
        if reported.contains(&pair.earlier.location) {
            continue;
        }
        if let Some(word) = slip_between(pair.from, pair.to) {
            let (from, to, since) = (pair.from, pair.to, pair.earlier.period);
            let message = Message::new(
                format!(
                    "`{id}` is {to} here and {from} for {since}: is one of them off by {}?",
                    word.en
                ),
                format!("`{id}`此处为{to}，{since}为{from}：是否有一处差了一个“{}”？", word.zh),
            );
            reported.push(pair.later.location);
            report(pair.later.location, message);
        }
    }
    // Of a target only more is told: the first figures of a year are small.
    let Some(target) = target.filter(|target| *target > Number::ZERO) else { return };
    for row in context.plan.ledger.of(ix) {
        let Some(value) =
            row.value().filter(|value| *value > target && !reported.contains(&row.location))
        else {
            continue;
        };
        if let Some(word) = slip_between(target, value) {
            let message = Message::new(
                format!(
                    "`{id}` is {value} here, its target is {target}: is it off by {}?",
                    word.en
                ),
                format!("`{id}`此处为{value}，目标为{target}：是否差了一个“{}”？", word.zh),
            );
            reported.push(row.location);
            report(row.location, message);
        }
    }
}

fn is_fraction(value: Number) -> bool {
    value > Number::ZERO && value < Number::ONE
}

/// Names the unit two figures differ by, if they differ by about the factor between two units.
pub(super) fn slip_between(a: Number, b: Number) -> Option<StaticMessage> {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    // Nearly all pairs are done with here.
    if small <= Number::ZERO || large.cmp_times(FACTORS[0].0 / AROUND, small).is_lt() {
        return None;
    }
    FACTORS.into_iter().find_map(|(factor, word)| {
        let middle = small * Number::from(factor);
        (large * Number::from(AROUND) >= middle && large <= middle * Number::from(AROUND))
            .then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_about_the_factor_between_two_units() {
        let slip =
            |a: i64, b: i64| slip_between(Number::from(a), Number::from(b)).map(|word| word.zh);
        assert_eq!(slip(185, 1_900_000), Some("万"));
        assert_eq!(slip(1_900_000, 185), Some("万"));
        assert_eq!(slip(3, 300_000_000), Some("亿"));
        assert_eq!(slip(12, 150), None);
        assert_eq!(slip(0, 10_000), None);
        assert_eq!(slip(1, 1_000_000), None);
    }
}
