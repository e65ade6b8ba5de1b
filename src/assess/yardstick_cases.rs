//! Holds line, projection and share to the verdict, over every kind of target and several spans.
//!
//! Nothing here knows a rule: a figure on the schedule line must be good, the next worse one must
//! not be; what leads to the target from now on must be on schedule now.

use crate::assess::points::{Point, Series};
use crate::assess::progress::judge;
use crate::assess::question::Question;
use crate::assess::specimens::{Position, Specimen, specimens};
use crate::assess::verdict::Verdict;
use crate::assess::yardstick::{Demand, Yardstick};
use crate::date::days_after;
use crate::model::indicator::Scope;
use crate::model::observation::AsOf;
use crate::model::period::{Period, PeriodEnd, Span};
use crate::model::plan::Plan;
use crate::model::status::Standing;
use crate::number::Number;

use super::cases::plan_between;

fn spans() -> Vec<Plan> {
    [
        ((2023, 1), (2023, 12)),
        ((2023, 4), (2024, 3)),
        ((2023, 7), (2023, 12)),
        ((2021, 1), (2025, 12)),
    ]
    .into_iter()
    .map(|(first, last)| {
        plan_between(PeriodEnd::new(first.0, first.1), PeriodEnd::new(last.0, last.1))
    })
    .collect()
}

fn verdict_of(
    plan: &Plan,
    yardstick: Yardstick<'_>,
    period_end: PeriodEnd,
    value: Number,
) -> Verdict {
    let period = Period { year: period_end.year(), span: Span::Month(period_end.month()) };
    let recorded = days_after(period_end.last_day(), 10);
    let point =
        Point { period, value: Some(value), flag: None, recorded, derived: None, regions: None };
    let series = Series::of(vec![point]);
    judge(&Question { plan, yardstick, series: &series, known: AsOf::on(recorded) })
}

fn with_line<'s>(plan: &'s Plan, specimen: &'s Specimen) -> Option<Yardstick<'s>> {
    let indicator = &specimen.indicator;
    let is_paced = indicator.scope == Scope::Plan && indicator.target.as_ref()?.per.is_none();
    Yardstick::new(plan, indicator, Demand::Target).filter(|one| is_paced && one.curve().is_some())
}

#[test]
fn a_figure_on_the_line_is_good_and_the_next_worse_one_is_not() {
    let mut checked = 0;
    for plan in &spans() {
        for specimen in &specimens(plan) {
            let Some(yardstick) = with_line(plan, specimen) else { continue };
            for month in 0..plan.months() - 1 {
                let period_end = plan.first.plus_months(month);
                let Some(expected) = yardstick.expected_at(period_end) else { continue };
                let on = verdict_of(plan, yardstick, period_end, expected);
                let is_idle =
                    yardstick.is_small() && !yardstick.is_sum_ceiling() && expected == Number::ZERO;
                assert!(
                    is_idle || on.code.standing() == Standing::AtOrAbove,
                    "{} {period_end}: {expected} is {on:?}",
                    specimen.name
                );
                let worse = if yardstick.is_lower_better() {
                    expected + Number::ONE
                } else {
                    expected - Number::ONE
                };
                let under = verdict_of(plan, yardstick, period_end, worse);
                assert_eq!(
                    under.code.standing(),
                    Standing::Below,
                    "{} {period_end}: {worse} is {under:?}",
                    specimen.name
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 300, "only {checked} months were held");
}

#[test]
fn the_drawn_line_ends_at_the_target_and_passes_through_what_is_expected() {
    for plan in &spans() {
        for specimen in &specimens(plan) {
            let Some(yardstick) = with_line(plan, specimen) else { continue };
            let corners = yardstick.curve().map(|curve| curve.corners).unwrap_or_default();
            let last = corners.last().copied();
            assert_eq!(last, Some((plan.last, yardstick.threshold())), "{}", specimen.name);
            for month in 0..plan.months() {
                let period_end = plan.first.plus_months(month);
                let Some(line) = yardstick.line_at(period_end) else { continue };
                let drawn = drawn_at(&corners, period_end);
                let is_on = |value: &Number| (*value - line).abs() < Number::from(1_i64);
                assert!(
                    drawn.iter().any(is_on),
                    "{} {period_end}: drawn at {drawn:?}, expected {line}",
                    specimen.name
                );
            }
        }
    }
}

/// Returns where a polyline stands at a month: on both ends of a step.
fn drawn_at(corners: &[(PeriodEnd, Number)], period_end: PeriodEnd) -> Vec<Number> {
    let mut found = Vec::new();
    for pair in corners.windows(2) {
        let ((from, low), (to, high)) = (pair[0], pair[1]);
        if !(from..=to).contains(&period_end) {
            continue;
        }
        let (gone, all) = (from.months_until(period_end), from.months_until(to));
        let share = Number::from(i64::from(gone)).divided_by(Number::from(i64::from(all)));
        match share {
            Some(share) => found.push(low + (high - low) * share),
            None => found.extend([low, high]),
        }
    }
    // The last step holds on.
    found.extend(corners.last().filter(|(last, _)| *last <= period_end).map(|(_, value)| *value));
    found
}

#[test]
fn a_pace_that_leads_to_the_target_is_on_schedule() {
    let mut checked = 0;
    for plan in &spans() {
        for specimen in &specimens(plan) {
            let Some(yardstick) = with_line(plan, specimen).filter(|one| !one.is_small()) else {
                continue;
            };
            let base = yardstick.baseline().unwrap_or(Number::ZERO);
            for month in 2..plan.months() - 1 {
                let period_end = plan.first.plus_months(month);
                for percent in [60, 90, 99, 100, 101, 120_i64] {
                    let way = (yardstick.threshold() - base)
                        * Number::from(percent)
                        * Number::from(i64::from(month + 1));
                    let share = way
                        .divided_by(Number::from(i64::from(plan.months()) * 100))
                        .unwrap_or(Number::ZERO);
                    let value = (base + share).rounded(0);
                    let Some(led_to) = yardstick.project(value, period_end) else { continue };
                    let is_good = verdict_of(plan, yardstick, period_end, value).code.standing()
                        == Standing::AtOrAbove;
                    // What may be used by now is rounded up, so that a limit may be kept and be led
                    // over.
                    let is_rounded = yardstick.is_sum_ceiling() && is_good;
                    assert!(
                        yardstick.is_attained(led_to) == is_good || is_rounded,
                        "{} {period_end}: {value} leads to {led_to} and is {is_good}",
                        specimen.name
                    );
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 1000, "only {checked} paces were held");
}

#[test]
fn every_kind_has_a_figure_in_its_positions_and_each_stands_where_it_should() {
    for plan in &spans() {
        for specimen in specimens(plan) {
            for (position, assessed) in &specimen.cases {
                let standing = assessed.status.code.standing();
                // A level of a plan of several years waits for its last year.
                let is_waiting = standing == Standing::Awaiting && plan.months() > 12;
                let wanted = match position {
                    Position::Above | Position::On | Position::Attained => Standing::AtOrAbove,
                    Position::Below | Position::Missed => Standing::Below,
                };
                assert!(
                    standing == wanted || is_waiting,
                    "{} {position:?}: {:?}",
                    specimen.name,
                    assessed.status
                );
            }
        }
    }
}
