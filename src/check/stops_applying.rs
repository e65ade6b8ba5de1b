//! a figure marked z (not applicable) after earlier figures, without a reason.
//!
//! Why: what applied before and applies no more is news; without a word it reads like a figure that
//! was hidden. Remedy: a reason in `note`.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::observation::{AsOf, Observation, ObservationStatus};

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("stops-applying"),
    is_settable: true,
    what: bilingual(
        "A figure is not applicable after earlier figures, without a reason",
        "此前有数，之后标为不适用而未说明理由",
    ),
    why: bilingual(
        "What applied before and applies no more has to be explained",
        "原先适用、后来不适用的，应当说明",
    ),
    example: "2023-Q1,plots,,12,,2023-04-12,,\n2023-Q2,plots,,,z,2023-07-12,,",
    remedy: bilingual(
        "Say in `note` why it applies no more; a figure that did not come is x",
        "在note中说明不再适用的理由；未报的数用x",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let known = AsOf::on(context.assessment.as_of());
    let mut figure: Option<&Observation> = None;
    for row in
        context.plan.ledger.in_force(ix, known).filter(|row| row.period.end() >= context.plan.first)
    {
        let before = figure.filter(|before| before.region == row.region);
        if row.value().is_some() {
            figure = Some(row);
        }
        let Some(before) = before.filter(|_| row.flag == Some(ObservationStatus::NotApplicable))
        else {
            continue;
        };
        if !context.plan.ledger.note(row).trim().is_empty() {
            continue;
        }
        let id = &context.plan.indicator(ix).id;
        let message = message!(
            "`{id}` does not apply for {}, and nothing says why",
            "`{id}` {}标为不适用，未说明理由",
            row.period
        );
        found.push(
            RULE.at(row.location, message)
                .label(before.location, message!("the last figure before it", "此前的数"))
                .help(message!(
                    "say in `note` why it applies no more; a figure that did not come is x",
                    "在note中说明不再适用的理由；未报的数用x"
                )),
        );
    }
}
