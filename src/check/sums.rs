//! a figure of the whole area beside a complete sum of its regions, and the two are not the same.
//!
//! Why: readers can add. Remedy: correct one of them, or say in `note` what lies outside the
//! regions. The figure of the whole area is the one shown.

use crate::assess::sums::sum_of_regions;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::observation::AsOf;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("sum-differs"),
    is_settable: true,
    what: bilingual(
        "The figure of the whole area differs from the sum of its regions",
        "全域数与各地区合计不一致",
    ),
    why: bilingual("Readers add up themselves", "读者会自己相加"),
    example: "2023-06,firms,,20,,2023-07-10,,   # its regions add up to 19",
    remedy: bilingual(
        "Correct one of them, or leave the row of the whole area out",
        "更正其一，或删去全域一行",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let known = AsOf::on(context.assessment.as_of());
    for whole in context.plan.ledger.in_force(ix, known).filter(|row| row.region.is_none()) {
        let Some(value) = whole.value() else { continue };
        let sum =
            sum_of_regions(context.plan, &context.site.regions, ix, whole.period.end(), known);
        let Some(sum) = sum.filter(|sum| *sum != value) else { continue };
        let id = &context.plan.indicator(ix).id;
        found.push(
            RULE.at(
                whole.location,
                message!(
                    "`{id}` for {} is {value}, its regions add up to {sum}",
                    "`{id}` {}为{value}，各地区合计为{sum}",
                    whole.period
                ),
            )
            .help(message!(
                "correct one of them, or leave the row of the whole area out so that the sum is \
                    shown",
                "更正其一；或删去全域一行，改为显示合计"
            )),
        );
    }
}
