//! A release that missed the day it was announced for, and does not say why.

use crate::date::parse_date;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::edition::EditionState;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("release-late"),
    is_settable: true,
    what: bilingual(
        "An edition came out after its announced day and gives no reason",
        "期次晚于预告日发布而没有说明原因",
    ),
    why: bilingual("Whoever waited for it is owed an explanation", "应当向等候的人说明"),
    example: "planned = 2023-07-25\npublished_at = \"2023-08-28 09:30\"",
    remedy: bilingual("Add `delay_reason`", "补充`delay_reason`"),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    for edition in
        context.plan.editions.iter().filter(|edition| edition.state == EditionState::Published)
    {
        let published = edition
            .published_at
            .as_ref()
            .and_then(|moment| parse_date(moment.split(' ').next().unwrap_or("")));
        let (Some(planned), Some(published)) = (edition.planned, published) else { continue };
        if published > planned && edition.delay_reason.is_none() {
            let message = message!(
                "the edition `{}` was announced for {planned} and came out on {published}, without \
                    a reason",
                "期次`{}`预告{planned}发布，实际{published}发布，没有说明原因",
                edition.id
            );
            found.push(RULE.at(edition.location, message));
        }
    }
}
