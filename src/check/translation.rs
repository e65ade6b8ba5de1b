//! A text has no translation, on a site in more than one language: readers of the other one see the
//! first.

use crate::diag::{Code, Diagnostic};
use crate::language::Text;
use crate::message::message;
use crate::source::Location;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("missing-translation"),
    is_settable: true,
    what: bilingual("A text has no translation", "某处文字没有译文"),
    why: bilingual(
        "Readers of that language see the first one instead",
        "该语言的读者会看到第一语言的文字",
    ),
    example: "title = \"强化优质企业培育\"   # and no title_en",
    remedy: bilingual(
        "Add the key with the language; a body stands beside its file, as NAME.en.md",
        "补充带语言的键；正文写在同名的NAME.en.md里",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut report = |location: Location, what: &str, text: Option<&Text>| {
        for language in context.config.languages.iter().skip(1) {
            if text.is_some_and(|text| !text.is_empty() && !text.is_translated(language.key())) {
                let message = message!(
                    "`{what}` has no translation into {language}",
                    "`{what}`没有{language}译文"
                );
                found.push(RULE.at(location, message));
            }
        }
    };
    for item in &plan.items {
        report(item.location, "title", Some(&item.title));
        report(item.location, "body", Some(&item.body));
    }
    for indicator in &plan.indicators {
        report(indicator.location, "name", Some(&indicator.name));
        report(indicator.location, "unit", Some(&indicator.unit));
    }
    for milestone in &plan.milestones {
        report(milestone.location, "title", Some(&milestone.title));
    }
    for update in &plan.updates {
        report(update.location, "title", Some(&update.title));
        report(update.location, "body", Some(&update.body));
    }
}
