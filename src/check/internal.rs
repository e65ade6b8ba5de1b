//! Words that were meant for the office stand where readers see them: marks of internal use,
//! telephone and identity numbers.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::source::Location;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("internal-words"),
    is_settable: true,
    what: bilingual(
        "A text that readers see speaks of internals, or names a person's number",
        "公开文字含内部用语或个人号码",
    ),
    why: bilingual(
        "Notes and sources are published with the figures",
        "备注和来源会与数据一同公开",
    ),
    example: "2023-06,firms,,12,,2023-07-10,,内部掌握，联系人13800000000",
    remedy: bilingual(
        "Take it out, or put it into a column whose name begins with _",
        "删去，或移到名称以_开头的列",
    ),
};

/// What an office writes for itself.
const MARKS: [&str; 7] = ["内部", "不公开", "勿公开", "勿外传", "保密", "待核实", "请核对"];

/// Looks at the rows of an indicator.
pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let ledger = &context.plan.ledger;
    let mut last = None;
    for row in ledger.of(ix) {
        // Most often a row has the words of the row before it.
        let words = Some((row.location.file, row.provenance));
        if std::mem::replace(&mut last, words) != words {
            report(ledger.source(row), row.location, found);
            report(ledger.note(row), row.location, found);
        }
    }
}

/// Looks at what belongs to no indicator.
pub(super) fn check_plan(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    for allocation in &context.plan.allocations {
        report(&allocation.source, allocation.location, found);
        report(&allocation.note, allocation.location, found);
    }
    for event in &context.plan.milestone_events {
        report(&event.source, event.location, found);
        report(&event.note, event.location, found);
    }
}

fn report(text: &str, location: Location, found: &mut Vec<Diagnostic>) {
    if let Some(mark) = mark_in(text) {
        let message =
            message!("readers would see `{mark}` here: {text}", "读者会在此看到`{mark}`：{text}");
        found.push(RULE.at(location, message));
    }
}

/// Finds what should not be published: a mark, or the digits of a telephone or an identity card.
fn mark_in(text: &str) -> Option<&str> {
    if let Some(mark) = MARKS.iter().find(|mark| text.contains(**mark)) {
        return Some(mark);
    }
    let is_digit = |letter: char| letter.is_ascii_digit() || letter == 'X';
    text.split(|letter: char| !is_digit(letter)).find(|digits| {
        let is_mobile =
            digits.len() == 11 && digits.starts_with('1') && digits.as_bytes()[1] >= b'3';
        let is_identity =
            digits.len() == 18 && (digits[6..].starts_with("19") || digits[6..].starts_with("20"));
        is_mobile || is_identity
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_numbers_of_people_are_found() {
        assert_eq!(mark_in("内部掌握"), Some("内部"));
        assert_eq!(mark_in("电话13812345678转"), Some("13812345678"));
        assert_eq!(mark_in("341302199001011234"), Some("341302199001011234"));
        assert_eq!(mark_in("按2023年口径，共12345678901234家"), None);
        assert_eq!(mark_in("10012345678"), None);
    }
}
