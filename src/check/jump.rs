//! A figure jumps beyond ten times: a slip of a digit, until somebody says otherwise. Small numbers
//! and rates are left alone.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Measure;
use crate::model::observation::Observation;
use crate::number::Number;

use super::context::CheckContext;
use super::magnitude::slip_between;
use super::neighbours::Neighbours;
use super::rule::{Rule, bilingual};

/// Counts below it may well grow tenfold.
const SMALL: i64 = 5;

pub(super) const RULE: Rule = Rule {
    code: Code::warning("jump"),
    is_settable: true,
    what: bilingual(
        "A figure is more than ten times what the one before it lets expect",
        "数据超过按上一期推算的十倍",
    ),
    why: bilingual(
        "Most often a digit was typed twice, or figures of two indicators were swapped",
        "多半是多打了一位数，或把两个指标填反了",
    ),
    example: "2023-05,firms,,12,,2023-06-10,,\n2023-06,firms,,150,,2023-07-10,,",
    remedy: bilingual(
        "Correct the figure; if it is right, mark it with the flag b and say why in `note`",
        "更正数据；如属实，请标记b并在`note`列说明",
    ),
};

pub(super) fn check(
    context: CheckContext<'_>,
    ix: IndicatorIx,
    pairs: &[Neighbours<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let indicator = context.plan.indicator(ix);
    if !matches!(indicator.measure, Measure::Count | Measure::Event | Measure::Stock) {
        return;
    }
    let ten = Number::from(10_i64);
    for pair in pairs {
        // Nearly all pairs are done with here; with more months only more is let pass.
        if pair.from < Number::from(SMALL) || pair.to.cmp_times(10, pair.from).is_le() {
            continue;
        }
        // What adds up over the year may grow with its months.
        let growth = if indicator.measure.is_cumulative() {
            let months =
                |row: &Observation| Number::from(context.plan.months_gone(row.period.end()).0);
            months(pair.later).divided_by(months(pair.earlier)).unwrap_or(Number::ONE)
        } else {
            Number::ONE
        };
        let is_jump = pair.to > pair.from * ten * growth;
        if !is_jump || slip_between(pair.from, pair.to).is_some() || pair.later.revision.is_some() {
            continue;
        }
        let (id, from, to, since, now) =
            (&indicator.id, pair.from, pair.to, pair.earlier.period, pair.later.period);
        found.push(
            RULE.at(
                pair.later.location,
                message!(
                    "`{id}` jumps from {from} ({since}) to {to} ({now})",
                    "`{id}`由{from}（{since}）猛增至{to}（{now}）"
                ),
            )
            .label(pair.earlier.location, message!("the earlier figure", "前一期")),
        );
    }
}
