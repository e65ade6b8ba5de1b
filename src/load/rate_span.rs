//! Settles of what span a rate of change is, in a plan of several years.

use crate::codes;
use crate::front_matter::Keys;
use crate::message::message;
use crate::model::indicator::{Measure, Target};
use crate::phrase::{RateSpan, rate_span};

use super::shared::PlanFrame;

/// Marks a rate of the whole plan (比2020年下降18%), and refuses one of other years: the figures of the
/// plan say nothing of it. A rate that names no span is one of each year; a rule of `check` tells.
pub(super) fn settle_rate_span(
    keys: &Keys<'_, '_>,
    target: Target,
    measure: Measure,
    frame: PlanFrame<'_>,
) -> Target {
    let (first, last) = (frame.first, frame.last);
    if measure != Measure::Growth || target.per.is_some() || first.months_until(last) < 12 {
        return target;
    }
    match rate_span(&target.phrase, first.years_until(last)) {
        RateSpan::Plan => Target { is_of_plan: true, ..target },
        RateSpan::Year | RateSpan::Unsaid => target,
        RateSpan::Other(words) => {
            let fault = codes::TARGET_PHRASE.at(
                target.location,
                message!(
                    "the target `{}` speaks of `{words}`, which are not the years of the plan \
                        ({first} to {last})",
                    "目标`{}`写有`{words}`，与计划期（{first}至{last}）的起止年份、年数不符",
                    target.phrase
                ),
            );
            keys.fault(fault.help(message!(
                "compare with the year before the plan, or name its last year or its number of \
                    years; write 累计 for a rate of the whole plan, 每年 or 年均 for one of each year",
                "比较的年份应是计划期前一年，截止年份应是计划期最后一年，年数应等于计划期年数；全计划期的\
                    增速写“累计”，逐年的写“每年”或“年均”"
            )));
            target
        }
    }
}
