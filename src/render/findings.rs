//! Says in one sentence what a chart shows beyond the newest figure: where a trend goes, how
//! regions stand, what parts add up to.
//!
//! The words are the theme's; here is only which sentence is said, and with which numbers. None of
//! these judges anything.

use crate::assess::indicator::public_code;
use crate::assess::points::Point;
use crate::assess::projection::project;
use crate::assess::regions::RegionAssessment;
use crate::assess::yardstick::{Basis, Kind};
use crate::model::indicator::Measure;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;
use crate::render::text_id::text;

use super::period_words;
use super::sentences::IndicatorProse;
use super::terms;
use super::words::Slot;

/// Says how the newest figure of a trend compares with the one before, and where the mean pace
/// leads.
pub(super) fn finding_of_trend(prose: &IndicatorProse<'_>) -> String {
    let mut with_value =
        prose.assessed.series.points.iter().rev().filter(|point| point.value.is_some());
    let (Some(last), Some(before)) = (with_value.next(), with_value.next()) else {
        return String::new();
    };
    let mut sentences = vec![compared(prose, last, before)];
    if let Some(led_to) = project(prose.plan, prose.indicator, prose.assessed) {
        sentences.extend(leads_to(prose, last, led_to));
    }
    sentences.join(&prose.words.plain(text!("sentence-gap")))
}

/// What the mean pace leads to is a whole number of whole things, rounded to the side that does not
/// flatter, and nothing at all where it would be below zero.
fn leads_to(prose: &IndicatorProse<'_>, last: &Point, led_to: Number) -> Option<String> {
    let (words, plan) = (prose.words, prose.plan);
    let yardstick = prose.yardstick()?;
    let end = match (yardstick.is_attained(led_to), yardstick.is_nearly_attained(led_to)) {
        (_, true) => "near",
        (true, _) if yardstick.is_lower_better() => "within",
        (false, _) if yardstick.is_lower_better() => "over",
        (true, _) => "enough",
        (false, _) => "short",
    };
    let (net, amount) = match prose.is_net_change() {
        true if led_to.is_negative() != prose.counts_losses() => {
            ("loss", rounded_on_its_side(prose, led_to).abs())
        }
        true => ("gain", rounded_on_its_side(prose, led_to).abs()),
        false => ("none", rounded_on_its_side(prose, led_to)),
    };
    let amount = prose.amount(amount);
    Some(words.message(
        text!("trend-leads-to"),
        &[
            ("by", Slot::Made(period_words::period_end_label(words, plan, last.period.end()))),
            ("span", Slot::Text(if plan.is_calendar_year() { "year" } else { "plan" })),
            ("amount", Slot::Made(amount)),
            ("net", Slot::Text(net)),
            ("end", Slot::Text(end)),
        ],
    ))
}

/// Says where a pace leads, with as many digits as keep it on its side of what is asked and of what
/// is there already, and as say it to a hundredth.
pub(super) fn amount_led_to(prose: &IndicatorProse<'_>, led_to: Number) -> String {
    prose.gained_inside(rounded_on_its_side(prose, led_to))
}

fn rounded_on_its_side(prose: &IndicatorProse<'_>, led_to: Number) -> Number {
    let mut edges: Vec<Number> = prose.yardstick().map_or_else(Vec::new, |one| {
        let tolerance = one.tolerance().unwrap_or(Number::ZERO);
        vec![one.asked(), one.threshold(), one.asked() - tolerance, one.asked() + tolerance]
    });
    let hundredth = led_to.divided_by(Number::HUNDRED).unwrap_or(Number::ZERO);
    edges.extend([Number::ZERO, led_to - hundredth, led_to + hundredth]);
    edges.extend(prose.judged_figure().map(|(_, value)| value));
    led_to.rounded(terms::places_against(led_to, 1, &edges))
}

fn compared(prose: &IndicatorProse<'_>, last: &Point, before: &Point) -> String {
    let (words, indicator) = (prose.words, prose.indicator);
    let (at, period) = period_words::period_inside(words, prose.plan, before.period, indicator);
    let (at, period) = (("at", Slot::Text(at)), ("period", Slot::Made(period)));
    if prose.assessed.series.is_broken(before.period.end(), last.period.end()) {
        return words.message(text!("trend-break"), &[at, period]);
    }
    let has_hidden = |point: &Point| point.regions.is_some_and(|count| count.hidden > 0);
    if has_hidden(last) || has_hidden(before) {
        return words.message(text!("trend-withheld"), &[at, period]);
    }
    let (now, then) = (last.value.unwrap_or(Number::ZERO), before.value.unwrap_or(Number::ZERO));
    let change = now - then;
    if indicator.measure == Measure::Flag && !indicator.counts_regions() {
        let way = match (then >= Number::ONE, now >= Number::ONE) {
            (false, true) => "done",
            (true, false) => "undone",
            _ => "same",
        };
        return words.message(text!("trend-flag"), &[at, period, ("way", Slot::Text(way))]);
    }
    if prose.is_net_change() && change != Number::ZERO {
        return compared_net(prose, now, then, [at, period]);
    }
    let are_falls = indicator.measure == Measure::Growth && now.is_negative() && then.is_negative();
    let is_rank = prose.yardstick().is_some_and(|one| one.kind() == Kind::Rank);
    let is_amount = prose.is_amount();
    let way = match change.cmp(&Number::ZERO) {
        std::cmp::Ordering::Equal => "equal",
        std::cmp::Ordering::Less if are_falls => "falls-more",
        std::cmp::Ordering::Greater if are_falls => "falls-less",
        std::cmp::Ordering::Less if is_rank => "places-up",
        std::cmp::Ordering::Greater if is_rank => "places-down",
        std::cmp::Ordering::Less if prose.is_countable() => "fewer",
        std::cmp::Ordering::Less if is_amount => "less",
        std::cmp::Ordering::Greater if is_amount => "more",
        std::cmp::Ordering::Less => "lower",
        std::cmp::Ordering::Greater => "higher",
    };
    words.message(
        text!("trend-compared"),
        &[
            period,
            at,
            ("way", Slot::Text(way)),
            ("difference", Slot::Made(prose.difference(change))),
        ],
    )
}

/// Compares two net changes as what they are, two gains or two losses; of one that turned into the
/// other both are known.
fn compared_net(
    prose: &IndicatorProse<'_>,
    now: Number,
    then: Number,
    [at, period]: [(&'static str, Slot<'static>); 2],
) -> String {
    let has_turned = now.is_negative() != then.is_negative();
    let is_loss = now.is_negative() != prose.counts_losses();
    let way = match now.abs() > then.abs() {
        _ if has_turned || now == Number::ZERO || then == Number::ZERO => "then",
        true => "larger",
        false => "smaller",
    };
    let slots = [
        at,
        period,
        ("way", Slot::Text(way)),
        ("turn", Slot::Text(if is_loss { "loss" } else { "gain" })),
        ("difference", Slot::Made(prose.amount((now.abs() - then.abs()).abs()))),
        ("then", Slot::Made(prose.gained_inside(then))),
    ];
    prose.words.message(text!("trend-net"), &slots)
}

/// Says how regions stand by their own targets, or how many have a figure. It names none: that
/// would be a ranking.
pub(super) fn finding_of_regions(prose: &IndicatorProse<'_>) -> String {
    let words = prose.words;
    let regions = &prose.assessed.regions;
    // Where each region has the target they are counted as the finding counts them.
    if let Some(yardstick) = prose.yardstick().filter(|one| one.counts_regions())
        && prose.assessed.verdict_on_figure().tally.is_some()
    {
        return match prose.judged_figure() {
            Some((_, value)) if yardstick.kind() == Kind::Coverage => {
                prose.of_coverage(&yardstick, value)
            }
            _ => prose.of_each_region(),
        };
    }
    // Of whom nothing is asked has no target of its own.
    let standings: Vec<Standing> = regions
        .iter()
        .filter(|one| one.has_own_target())
        .filter_map(|one| one.status.as_ref())
        .filter(|status| status.code != StatusCode::NotApplicable)
        .map(|status| public_code(prose.plan, status.code).standing())
        .collect();
    let count = |wanted: Standing| standings.iter().filter(|one| **one == wanted).count();
    if count(Standing::AtOrAbove) + count(Standing::Below) == 0 {
        let has_figure =
            |one: &&RegionAssessment| one.latest.is_some_and(|point| point.value.is_some());
        let reported = regions.iter().filter(has_figure).count();
        return words.message(
            text!("regions-reported"),
            &[("n", Slot::Count(regions.len())), ("reported", Slot::Count(reported))],
        );
    }
    words.message(
        text!("regions-stand"),
        &[
            ("n", Slot::Count(standings.len())),
            ("above", Slot::Count(count(Standing::AtOrAbove))),
            ("below", Slot::Count(count(Standing::Below))),
            (
                "rest",
                Slot::Count(standings.len() - count(Standing::AtOrAbove) - count(Standing::Below)),
            ),
        ],
    )
}

/// Says what the regions add up to, and how much of the target, or of a limit, that is. Of a change
/// from a baseline the sum says nothing.
pub(super) fn finding_of_parts(
    prose: &IndicatorProse<'_>,
    point: &Point,
    parts: usize,
    total: Number,
) -> String {
    let yardstick = prose.yardstick();
    let basis = yardstick.map_or(Basis::Change, |one| one.basis());
    let is_shown = prose.judged_figure().is_some_and(|(_, value)| value == total)
        && yardstick
            .and_then(|one| one.completion(total))
            .is_some_and(|share| prose.is_percent_shown(share));
    let share = prose.completion_share().filter(|_| basis != Basis::Change && is_shown);
    let noun = if basis == Basis::Ceiling {
        prose.noun(text!("noun-ceiling"))
    } else {
        period_words::target_noun(prose.words, prose.plan)
    };
    prose.words.message(
        text!("parts-add-up"),
        &[
            prose.head(point),
            ("n", Slot::Count(parts)),
            ("amount", Slot::Made(prose.gained_inside(total))),
            ("basis", Slot::Text(basis.word())),
            ("noun", Slot::Made(noun)),
            ("has_target", Slot::Text(if share.is_some() { "yes" } else { "no" })),
            ("percent", Slot::Made(share.unwrap_or_default())),
        ],
    )
}
