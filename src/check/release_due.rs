//! An edition that was to be out by now: something was recorded after the day it was announced for.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::edition::EditionState;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("release-due"),
    is_settable: true,
    what: bilingual(
        "An edition is not out, though its announced day is past",
        "期次已过预告日仍未发布",
    ),
    why: bilingual("The calendar tells readers when to look", "日历告诉读者何时来看"),
    example: "planned = 2023-07-25\nstate = \"approved\"",
    remedy: bilingual(
        "Publish it, or give another day and a `delay_reason`",
        "发布；或另定日期并补充`delay_reason`",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(newest) = context.plan.ledger.newest_recorded() else { return };
    for edition in
        context.plan.editions.iter().filter(|edition| edition.state != EditionState::Published)
    {
        if let Some(planned) = edition.planned.filter(|planned| *planned < newest) {
            let message = message!(
                "the edition `{}` was announced for {planned} and is not out; figures were \
                    recorded until {newest}",
                "期次`{}`预告{planned}发布，至今未发布；数据已记录至{newest}",
                edition.id
            );
            found.push(RULE.at(edition.location, message));
        }
    }
}
