//! A text has no translation, on a site in more than one language: readers of the other one see the
//! first.

use crate::diag::{Code, Diagnostic};
use crate::language::Text;
use crate::said::say;
use crate::source::Place;

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::note("missing-translation"),
    is_settable: true,
    what: both("A text has no translation", "某处文字没有译文"),
    why: both(
        "Readers of that language see the first one instead",
        "该语言的读者会看到第一语言的文字",
    ),
    example: "title = \"强化优质企业培育\"   # and no title_en",
    remedy: both(
        "Add the key with the language; a body stands beside its file, as NAME.en.md",
        "补充带语言的键；正文写在同名的NAME.en.md里",
    ),
};

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    let plan = reach.plan;
    let mut tell = |place: Place, what: &str, text: Option<&Text>| {
        for language in reach.config.languages.iter().skip(1) {
            if text.is_some_and(|text| !text.is_empty() && !text.is_translated(language.key())) {
                let message = say!(
                    "`{what}` has no translation into {language}",
                    "`{what}`没有{language}译文"
                );
                found.push(RULE.at(place, message));
            }
        }
    };
    for item in &plan.items {
        tell(item.place, "title", Some(&item.title));
        tell(item.place, "body", Some(&item.body));
    }
    for indicator in &plan.indicators {
        tell(indicator.place, "name", Some(&indicator.name));
        tell(indicator.place, "unit", Some(&indicator.unit));
    }
    for milestone in &plan.milestones {
        tell(milestone.place, "title", Some(&milestone.title));
    }
    for update in &plan.updates {
        tell(update.place, "title", Some(&update.title));
        tell(update.place, "body", Some(&update.body));
    }
}
