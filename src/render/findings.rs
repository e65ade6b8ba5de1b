//! Says in one sentence what a chart shows beyond the newest figure: where a trend goes, how regions stand, what parts add up to.
//!
//! The words are the theme's; here is only which sentence is said, and with which numbers. None of these judges anything.

use crate::assess::indicator::public_code;
use crate::assess::projection::project;
use crate::assess::series::Point;
use crate::model::indicator::{Measure, Scope};
use crate::model::status::Standing;
use crate::number::Number;

use super::sentences::Telling;
use super::terms;
use super::words::Slot;

/// Says how the newest figure of a trend compares with the one before, and where the mean pace leads.
pub(super) fn finding_of_trend(telling: &Telling<'_>) -> String {
    let words = telling.words;
    let mut with_value = telling.assessed.series.points.iter().rev().filter(|point| point.value.is_some());
    let (Some(last), Some(before)) = (with_value.next(), with_value.next()) else { return String::new() };
    let mut sentences = vec![compared(telling, last, before)];
    if let Some(led_to) = project(telling.plan, telling.indicator, telling.assessed) {
        let is_enough = telling.yardstick().is_some_and(|yardstick| yardstick.is_attained(led_to));
        sentences.push(words.say(
            "trend-leads-to",
            &[
                ("head", Slot::Made(terms::period_of_figure(words, telling.plan, last.period, telling.indicator.measure))),
                ("amount", Slot::Made(amount(telling, led_to))),
                ("enough", Slot::Text(if is_enough { "yes" } else { "no" })),
            ],
        ));
    }
    sentences.join(&words.plain("sentence-gap"))
}

fn compared(telling: &Telling<'_>, last: &Point, before: &Point) -> String {
    let words = telling.words;
    let change = last.value.unwrap_or(Number::ZERO) - before.value.unwrap_or(Number::ZERO);
    let is_rate = telling.indicator.measure.is_rate();
    let difference = if is_rate { terms::number(change.abs().rounded(2)) } else { amount(telling, change.abs()) };
    words.say(
        "trend-compared",
        &[
            ("period", Slot::Made(terms::period_of_figure(words, telling.plan, before.period, telling.indicator.measure))),
            ("kind", Slot::Text(if is_rate { "rate" } else { "amount" })),
            (
                "way",
                Slot::Text(match change {
                    change if change == Number::ZERO => "equal",
                    change if change.is_negative() => "less",
                    _ => "more",
                }),
            ),
            ("difference", Slot::Made(difference)),
        ],
    )
}

/// Says how regions stand by their own targets, or how many have a figure. It names none: that would be a ranking.
pub(super) fn finding_of_regions(telling: &Telling<'_>) -> String {
    let words = telling.words;
    let regions = &telling.assessed.regions;
    let standings: Vec<Standing> = regions
        .iter()
        .filter_map(|one| one.status.as_ref())
        .map(|status| public_code(telling.plan, status.code).standing())
        .collect();
    let count = |wanted: Standing| standings.iter().filter(|one| **one == wanted).count();
    if count(Standing::AtOrAbove) + count(Standing::Below) == 0 {
        let reported = regions.iter().filter(|one| one.latest.is_some()).count();
        return words.say("regions-reported", &[("n", Slot::Count(regions.len())), ("reported", Slot::Count(reported))]);
    }
    words.say(
        "regions-stand",
        &[
            ("n", Slot::Count(standings.len())),
            ("above", Slot::Count(count(Standing::AtOrAbove))),
            ("below", Slot::Count(count(Standing::Below))),
        ],
    )
}

/// Says what the regions add up to, and how much of the target that is.
pub(super) fn finding_of_parts(telling: &Telling<'_>, parts: usize, total: Number) -> String {
    let share = telling.assessed.threshold.filter(|_| telling.indicator.target.is_some()).and_then(|all| total.divided_by(all));
    telling.words.say(
        "parts-add-up",
        &[
            ("n", Slot::Count(parts)),
            ("amount", Slot::Made(amount(telling, total))),
            ("percent", Slot::Made(share.map(terms::percent).unwrap_or_default())),
            ("has_target", Slot::Text(if share.is_some() { "yes" } else { "no" })),
        ],
    )
}

/// Says an amount in the unit of the indicator; one that counts regions says so.
pub(super) fn amount(telling: &Telling<'_>, value: Number) -> String {
    if telling.indicator.scope == Scope::EachRegion && telling.indicator.target.is_some() {
        return telling.words.say("amount-regions", &[("value", Slot::Made(terms::number(value)))]);
    }
    let value = if telling.indicator.measure == Measure::Count { value.rounded(0) } else { value };
    terms::amount(telling.words, value, telling.indicator.unit.in_language(telling.words.language()))
}
