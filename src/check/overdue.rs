//! a figure that should be there by now, with who was to send it and for how many days it is late.
//!
//! Why: the office has to ask for it. A note: late reports are a fact about the figures, not a
//! fault of the content. Public pages say 本期数据暂缺.

use crate::assess::owed::owed;
use crate::diag::{Code, Diagnostic};
use crate::model::index::IndicatorIx;
use crate::model::indicator::Reporter;
use crate::said::{Said, say};

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::note("overdue-report"),
    is_settable: true,
    what: both("A figure is past the day it was due", "数据已过报送期限"),
    why: both(
        "The office has to ask for it; readers see 本期数据暂缺",
        "需要催报；读者看到“本期数据暂缺”",
    ),
    example: "report = { every = \"month\", within_days = 20 }   # and no row for last month",
    remedy: both(
        "Ask the reporter; a row with the flag x and a note says why it is missing, and it stays \
            overdue",
        "向报送单位催报；填一行标记x并写明备注，可以说明原因，但仍为逾期",
    ),
};

pub(super) fn check(reach: Reach<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = reach.plan.indicator(ix);
    let Some(owed) = owed(indicator, reach.assessment.indicator(ix)) else { return };
    let missing: Vec<&str> =
        owed.regions.iter().map(|region| reach.site.region(*region).name.as_str()).collect();
    let who = match indicator.reporter {
        Some(Reporter::Department(department)) => {
            Said::same(&reach.site.department(department).name)
        }
        Some(Reporter::Regions) => say!("the regions", "各地区"),
        None => say!("its reporter", "报送单位"),
    };
    let regions = match missing.join("、") {
        none if none.is_empty() => Said::default(),
        names => say!(" (missing: {names})", "（缺：{names}）"),
    };
    let overdue = owed.overdue;
    let (id, period, days, deadline) =
        (&indicator.id, overdue.period, overdue.days, overdue.deadline);
    let message = Said::new(
        format!(
            "`{id}` for {period} is {days} days late; due from {} by {deadline}{}",
            who.en, regions.en
        ),
        format!(
            "`{id}` {period}的数已逾期{days}天；应由{}于{deadline}前报送{}",
            who.zh, regions.zh
        ),
    );
    found.push(RULE.at(indicator.place, message));
}
