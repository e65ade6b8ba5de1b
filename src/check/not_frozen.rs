//! A published edition is not frozen: its page would follow every later change of the content.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::edition::EditionState;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("not-frozen"),
    is_settable: true,
    what: bilingual("A published edition is not frozen", "已发布的期次没有固化"),
    why: bilingual(
        "Its page follows every later change of the content",
        "其页面会随以后的改动而变",
    ),
    example: "state = \"published\"   # and no releases/2023-H1.json",
    remedy: bilingual("Freeze it: taizhang release 2023-H1", "固化：taizhang release 2023-H1"),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    for edition in
        context.plan.editions.iter().filter(|edition| edition.state == EditionState::Published)
    {
        if context.plan.release(&edition.id).is_none() {
            found.push(
                RULE.at(
                    edition.location,
                    message!(
                        "the edition `{}` is published and not frozen",
                        "期次`{}`已发布但未固化",
                        edition.id
                    ),
                )
                .help(message!(
                    "freeze it, so that its page stays what was published: taizhang release {}",
                    "请固化，使该期页面保持发布时的样子：taizhang release {}",
                    edition.id
                )),
            );
        }
    }
}
