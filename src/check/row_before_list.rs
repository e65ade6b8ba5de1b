//! a figure that was recorded after a list came out, for a period that ended before it.
//!
//! Why: the list counts only in a figure whose period ends on or after its day. The row was likely
//! meant to hold what the list certified. Remedy: file it in the period the list came in.

use crate::assess::lists::covers;
use crate::date::Date;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;
use crate::model::observation::AsOf;
use crate::model::period::PeriodEnd;
use crate::model::status::{Standing, StatusCode};

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("row-before-list"),
    is_settable: true,
    what: bilingual(
        "A figure recorded after a list is filed in a period that ended before it",
        "名单公布以后填报的数，所属期却在名单公布以前",
    ),
    why: bilingual(
        "The list does not count in it; most often it was meant to",
        "名单不计入这个数；多半是本想计入",
    ),
    example: "2023-06,firms,,5,,2023-07-18,,   # batches = [{ published = 2023-07-10 }]",
    remedy: bilingual(
        "If it holds what the list certified, file it in the period the list came in",
        "数中如已包括名单认定的，改填为名单公布所在的一期",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let Some(list) = lists_without_figure(context, ix).into_iter().max() else { return };
    let indicator = context.plan.indicator(ix);
    let rows = context.plan.ledger.in_force(ix, AsOf::on(context.assessment.as_of()));
    for row in rows.filter(|row| row.value().is_some() && row.recorded >= list) {
        let message = message!(
            "`{}` for {} was recorded on {}, after the list of {}, but its period ended before it",
            "`{}` {}的数填报于{}，在{}公布名单以后，但这一期在名单公布以前已结束",
            indicator.id,
            row.period,
            row.recorded,
            list
        );
        found.push(RULE.at(row.location, message).help(message!(
            "the list does not count in it; if it was meant to, file the figure in the period the \
                list came in",
            "名单不计入这个数；如已包括在内，请改填为名单公布所在的一期"
        )));
    }
}

/// Lists the days of the lists that are out and in no figure, where they are still waited for.
pub(super) fn lists_without_figure(context: CheckContext<'_>, ix: IndicatorIx) -> Vec<Date> {
    let indicator = context.plan.indicator(ix);
    let verdict = context.assessment.indicator(ix).verdict_on_figure();
    let is_open = matches!(verdict.code, StatusCode::NotDue | StatusCode::Pending)
        || verdict.code.standing() == Standing::Missing;
    let Schedule::Batch(batches) = &indicator.schedule else { return Vec::new() };
    if !is_open || indicator.exemption.is_some() {
        return Vec::new();
    }
    let today = context.assessment.as_of();
    let rows = || {
        let rows = context.plan.ledger.in_force(ix, AsOf::on(today));
        rows.filter(|row| row.value().is_some())
    };
    let is_covered =
        |list: Date| rows().any(|row| covers(context.plan, row.period, row.recorded, list));
    let out = batches.iter().filter_map(|batch| batch.published).filter(|list| *list <= today);
    out.filter(|list| !is_covered(*list)).collect()
}

/// Returns the month a day is in.
pub(super) fn month_of(day: Date) -> PeriodEnd {
    PeriodEnd::new(day.year(), day.month().unsigned_abs())
}
