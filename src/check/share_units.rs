//! a share whose two parts are counted in different multiples of one unit.
//!
//! Why: 万元 over 亿元 is ten thousand times too much, and nobody sees it in the figures. Remedy: the
//! same unit for both parts.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::error("share-units"),
    is_settable: false,
    what: bilingual(
        "The parts of a share are counted in different multiples of one unit",
        "比率的分子、分母单位的数量级不同",
    ),
    why: bilingual(
        "The share is the plain quotient: 万元 over 亿元 is ten thousand times too much",
        "比率直接相除：万元比亿元会大一万倍",
    ),
    example: "numerator = \"spent\"     # 万元\ndenominator = \"budget\"   # 亿元",
    remedy: bilingual("Count both parts in the same unit", "分子、分母改用同一单位"),
};

/// The words a unit is multiplied by, the longest first.
const MULTIPLES: [&str; 9] = ["万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "万", "千"];

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let (Some(numerator), Some(denominator)) = (indicator.numerator, indicator.denominator) else {
        return;
    };
    let (above, below) = (context.plan.indicator(numerator), context.plan.indicator(denominator));
    let (over, under) = (above.unit.first(), below.unit.first());
    if over == under || base_of(over) != base_of(under) {
        return;
    }
    let id = &indicator.id;
    let message = message!(
        "the parts of `{id}` are counted in {over} and {under}",
        "`{id}`的分子以{over}计，分母以{under}计"
    );
    found.push(
        RULE.at(indicator.location, message)
            .label(above.location, message!("the numerator", "分子"))
            .label(below.location, message!("the denominator", "分母"))
            .help(message!(
                "count both in the same unit; the share is the plain quotient",
                "两者改用同一单位；比率直接相除"
            )),
    );
}

/// Returns a unit without the word it is multiplied by.
fn base_of(unit: &str) -> &str {
    let found = MULTIPLES.iter().find_map(|multiple| unit.strip_prefix(multiple));
    found.filter(|base| !base.is_empty()).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_without_its_multiple() {
        for (unit, base) in [
            ("万元", "元"),
            ("亿元", "元"),
            ("百万吨", "吨"),
            ("千瓦时", "瓦时"),
            ("家", "家"),
            ("万", "万"),
        ] {
            assert_eq!(base_of(unit), base, "{unit}");
        }
    }
}
