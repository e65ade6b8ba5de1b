//! reports that are due after workdays, in a year of which the calendar knows no holiday.
//!
//! Why: without the year's holidays the last day comes too early, and a report is called late that
//! is not. Remedy: add them to `holidays.csv`.

use std::collections::BTreeSet;

use crate::assess::reports::asked_reports;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::indicator::{Grace, ReportRule};

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("no-holidays"),
    is_settable: true,
    what: bilingual(
        "Workdays are counted in a year without holidays",
        "按工作日计算期限，而当年没有节假日数据",
    ),
    why: bilingual(
        "Only weekends are left out, so the last day comes too early",
        "只扣除了周末，截止日会偏早",
    ),
    example: "report = { every = \"month\", within_workdays = 5 }   # and no holidays.csv",
    remedy: bilingual(
        "Add the year's holidays and worked weekends to holidays.csv: date,kind,name",
        "在holidays.csv中补充当年的放假日和调休上班日：date,kind,name",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let counts_workdays = |rule: &&ReportRule| matches!(rule.grace, Grace::Workdays(_));
    let rules = plan
        .indicators
        .iter()
        .filter_map(|indicator| indicator.report.as_ref())
        .filter(counts_workdays);
    let years: BTreeSet<i16> =
        rules.flat_map(|rule| asked_reports(plan, rule)).map(|(_, day)| day.year()).collect();
    let unknown: Vec<String> = years
        .into_iter()
        .filter(|year| !plan.calendar.knows_year(*year))
        .map(|year| year.to_string())
        .collect();
    if unknown.is_empty() {
        return;
    }
    let message = message!(
        "reports are due after workdays, but no holidays of {} are known",
        "按工作日报送，但没有{}年的节假日数据",
        unknown.join(", ")
    );
    found.push(RULE.at(plan.location, message).help(message!(
        "add them to holidays.csv (date,kind,name; kind: holiday, or workday for a weekend that is \
            worked)",
        "在holidays.csv中补充（date,kind,name；kind为holiday放假，或workday调休上班）"
    )));
}
