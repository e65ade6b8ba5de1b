//! Reads `report`: how often an indicator's figure is asked for, and how long after a period's end
//! it may come.

use crate::codes;
use crate::front_matter::Keys;
use crate::message::message;
use crate::model::indicator::{Grace, ReportRule};
use crate::model::period::{Cadence, Period};

use super::shared::not_a_period;

/// The longest grace: a year, in days and in workdays.
const MOST_DAYS: u32 = 366;
const MOST_WORKDAYS: u32 = 250;

/// Reads the rule; without `every` it gives nothing.
pub(super) fn read_report(keys: &mut Keys<'_, '_>) -> Option<ReportRule> {
    let mut table = keys.table("report")?;
    if !table.has("every") {
        table.missing("every");
    }
    let every = table.one_of("every", &Cadence::WORDS);
    let grace = read_grace(&mut table);
    let skip = read_skip(&mut table);
    table.finish();
    Some(ReportRule { every: every?.value, grace, skip })
}

/// Reads one of the two ways to count; both at once would name two last days.
fn read_grace(table: &mut Keys<'_, '_>) -> Grace {
    let days = table.whole("within_days", 0, MOST_DAYS);
    let workdays = table.whole("within_workdays", 0, MOST_WORKDAYS);
    if table.has("within_days") && table.has("within_workdays") {
        table.fault(
            codes::REPORT.at(table.location_of("within_workdays"),
                message!(
                    "the days of grace are given twice, in days and in \
                    workdays",
                    "报送期限写了两次：日和工作日"
                ),
            )
            .label(table.location_of("within_days"), message!("in days", "按日"))
            .help(message!(
                "keep `within_days` or `within_workdays`, as the document that asks for the figure \
                    has it",
                "按要求报送的文件，保留`within_days`（日）或`within_workdays`（工作日）之一"
            )),
        );
    }
    match (days, workdays) {
        (Some(days), _) => Grace::Days(days.value),
        (None, Some(workdays)) => Grace::Workdays(workdays.value),
        (None, None) => Grace::USUAL,
    }
}

fn read_skip(table: &mut Keys<'_, '_>) -> Vec<Period> {
    let mut skip = Vec::new();
    for text in table.texts("skip") {
        match Period::parse(&text.value) {
            Some(period) => skip.push(period),
            None => table.fault(not_a_period(&text)),
        }
    }
    skip
}
