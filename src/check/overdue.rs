//! a figure that should be there by now, with who was to send it and for how many days it is late.
//!
//! Why: the office has to ask for it. A note: late reports are a fact about the figures, not a
//! fault of the content. Public pages say 本期数据暂缺.

use crate::assess::overdue_reports::overdue_report;
use crate::diag::{Code, Diagnostic};
use crate::message::{Message, message};
use crate::model::index::IndicatorIx;
use crate::model::indicator::Reporter;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("overdue-report"),
    is_settable: true,
    what: bilingual("A figure is past the day it was due", "数据已过报送期限"),
    why: bilingual(
        "The office has to ask for it; readers see 本期数据暂缺",
        "需要催报；读者看到“本期数据暂缺”",
    ),
    example: "report = { every = \"month\", within_days = 20 }   # and no row for last month",
    remedy: bilingual(
        "Ask the reporter; a row with the flag x and a note says why it is missing, and it stays \
            overdue",
        "向报送单位催报；填一行标记x并写明备注，可以说明原因，但仍为逾期",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let Some(overdue_report) = overdue_report(indicator, context.assessment.indicator(ix)) else {
        return;
    };
    let missing: Vec<&str> = overdue_report
        .regions
        .iter()
        .map(|region| context.site.region(*region).name.as_str())
        .collect();
    let who = match indicator.reporter {
        Some(Reporter::Department(department)) => {
            Message::verbatim(&context.site.department(department).name)
        }
        Some(Reporter::Regions) => message!("the regions", "各地区"),
        None => message!("its reporter", "报送单位"),
    };
    let regions = match missing.join("、") {
        none if none.is_empty() => Message::default(),
        names => message!(" (missing: {names})", "（缺：{names}）"),
    };
    let overdue = overdue_report.overdue;
    let (id, period, days, deadline) =
        (&indicator.id, overdue.period, overdue.days, overdue.deadline);
    let message = Message::new(
        format!(
            "`{id}` for {period} is {days} days late; due from {} by {deadline}{}",
            who.en, regions.en
        ),
        format!(
            "`{id}` {period}的数已逾期{days}天；应由{}于{deadline}前报送{}",
            who.zh, regions.zh
        ),
    );
    found.push(RULE.at(indicator.location, message));
}
