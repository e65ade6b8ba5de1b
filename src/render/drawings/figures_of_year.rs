//! One indicator by itself: against its target and its schedule, and through the months of its
//! plan.

use crate::assess::points::Point;
use crate::assess::projection::project;
use crate::assess::yardstick::Kind;
use crate::charts::{
    Bullet, Caption, PointMark, Projection, Spark, Trend, TrendPoint, draw_bullet_mini, draw_spark,
};
use crate::model::indicator::{Measure, Scope};
use crate::model::observation::ObservationStatus;
use crate::model::period::PeriodEnd;
use crate::model::plan::Plan;
use crate::number::Number;
use crate::phrase::Op;
use crate::render::amounts::figure;
use crate::render::findings::{amount_led_to, finding_of_trend};
use crate::render::period_words;
use crate::render::sentences::IndicatorProse;
use crate::render::terms;
use crate::render::text_id::text;
use crate::render::units::{amount, number_before};
use crate::render::words::Slot;

use super::ready::{Input, Ready, tone};

fn bullet(prose: &IndicatorProse<'_>) -> Option<Bullet> {
    let target = prose.indicator.target.as_ref()?;
    // A bar from zero says nothing of a rate of change, and the wrong thing of a place in an order.
    let has_bar = |kind| !matches!(kind, Kind::Flag | Kind::Cadence | Kind::Rank | Kind::Growth);
    if prose.indicator.exemption.is_some() || !has_bar(prose.yardstick()?.kind()) {
        return None;
    }
    let yardstick = prose.yardstick()?;
    let threshold = yardstick.threshold();
    let latest = prose.assessed.latest();
    let actual = prose.judged_figure().map(|(_, value)| value);
    let comparison = &prose.assessed.verdict_on_figure().comparison;
    let words = prose.words;
    let unit = prose.indicator.unit.in_language(words.language());
    let is_each = prose.indicator.scope == Scope::EachRegion;
    let format_value = |value: Number| {
        if is_each { terms::number(value) } else { amount(words, value, unit) }
    };
    let share = prose.completion_share().filter(|_| !prose.is_level_without_way());
    // A share of the target below zero is no statement, and neither is its bar.
    let is_shown = comparison.completion.is_some_and(|share| prose.is_percent_shown(share));
    let label = match (actual, share.filter(|_| is_shown)) {
        (None, _) => prose.status(),
        (Some(value), Some(share)) => words.message(
            text!("chart-bullet-label"),
            &[
                (
                    "value",
                    Slot::Made(if is_each {
                        format_value(value)
                    } else {
                        number_before(value, unit)
                    }),
                ),
                ("amount", Slot::Made(format_value(threshold))),
                ("percent", Slot::Made(share)),
                ("basis", Slot::Text(yardstick.basis().word())),
            ],
        ),
        // What is asked stands beside it in the plan's own words.
        (Some(value), None) if !is_each => figure(words, prose.indicator, value),
        (Some(value), None) => {
            format!("{} / {}", format_value(value), format_value(threshold))
        }
    };
    Some(Bullet {
        actual,
        target: threshold,
        target_label: words
            .message(text!("chart-target"), &[("phrase", Slot::Text(&target.phrase))]),
        schedule: comparison.expected,
        schedule_label: comparison.expected.map(|expected| {
            words.message(
                text!("chart-schedule-now"),
                &[("amount", Slot::Made(format_value(expected)))],
            )
        }),
        tone: tone(prose),
        label,
        is_provisional: latest
            .is_some_and(|point| point.flag.is_some_and(ObservationStatus::is_unfinished)),
    })
}

/// Draws the small bar for a row of a table; nothing where there is no number to hold against
/// another.
pub(super) fn draw_mini(prose: &IndicatorProse<'_>) -> String {
    match bullet(prose) {
        Some(bullet) if bullet.actual.is_some() => draw_bullet_mini(&bullet),
        _ => String::new(),
    }
}

/// Prepares the bar of an indicator.
pub(super) fn ready_bullet(prose: &IndicatorProse<'_>) -> Option<Ready> {
    let bullet = bullet(prose)?;
    let finding = prose.finding();
    let name = prose.indicator.name.in_language(prose.words.language());
    let caption = Caption {
        id: format!("b-{}", prose.indicator.id),
        title: prose.words.message(
            text!("chart-bullet-title"),
            &[("name", Slot::Text(name)), ("status", Slot::Made(prose.status()))],
        ),
        description: prose
            .words
            .message(text!("chart-bullet-desc"), &[("finding", Slot::Text(&finding))]),
    };
    Some(Ready { input: Input::Bullet(bullet), caption, finding })
}

/// The months of a plan as places on an axis: its first is 1.
#[derive(Clone, Copy)]
struct Months {
    first: PeriodEnd,
    last: PeriodEnd,
}

impl Months {
    fn of(plan: &Plan) -> Self {
        Self { first: plan.first, last: plan.last }
    }

    fn contains(self, period_end: PeriodEnd) -> bool {
        (self.first..=self.last).contains(&period_end)
    }

    /// Returns the place of a month; one before the plan begins stands at 0.
    fn position(self, period_end: PeriodEnd) -> u16 {
        u16::try_from((self.first.months_until(period_end) + 1).max(0)).unwrap_or(u16::MAX)
    }

    fn last(self) -> u16 {
        self.position(self.last)
    }
}

/// Draws the figures of the plan in a line small enough for a row of a table; nothing with fewer
/// than two figures.
pub(super) fn draw_sparkline(prose: &IndicatorProse<'_>) -> String {
    let series = &prose.assessed.series;
    let Some(last) = series.last_with_value() else { return String::new() };
    if prose.indicator.measure == Measure::Flag {
        return String::new();
    }
    let axis = Months::of(prose.plan);
    let points = series.points.iter().filter(|point| {
        axis.contains(point.period.end()) && point.flag != Some(ObservationStatus::NotDue)
    });
    draw_spark(&Spark {
        points: points.map(|point| (axis.position(point.period.end()), point.value)).collect(),
        last_month: axis.last(),
        target: prose.yardstick().map(|one| one.threshold()),
        from_zero: is_from_zero(prose),
        is_last_provisional: last.flag.is_some_and(ObservationStatus::is_unfinished),
        tone: tone(prose),
    })
}

/// A level that moves little may do without the zero line; a bar or a sum never.
fn is_from_zero(prose: &IndicatorProse<'_>) -> bool {
    !matches!(prose.indicator.measure, Measure::Growth | Measure::Share)
        || prose.yardstick().is_some_and(|one| !one.is_level())
}

/// Prepares the figures of the plan; nothing with fewer than two.
pub(super) fn ready_trend(prose: &IndicatorProse<'_>) -> Option<Ready> {
    let (words, plan, indicator) = (prose.words, prose.plan, prose.indicator);
    let axis = Months::of(plan);
    let is_each = indicator.scope == Scope::EachRegion;
    let revised: Vec<(PeriodEnd, Number)> = revisions_of(prose);
    let figures = &prose.assessed.series.points;
    let on_axis = || {
        figures.iter().filter(|point| {
            axis.contains(point.period.end()) && point.flag != Some(ObservationStatus::NotDue)
        })
    };
    // What is withheld, or does not apply, is not missing.
    let is_missing = |point: &&Point| {
        point.value.is_none() && !point.flag.is_some_and(ObservationStatus::withholds_value)
    };
    let points: Vec<TrendPoint> = on_axis()
        .map(|point| TrendPoint {
            month: axis.position(point.period.end()),
            value: point.value,
            mark: match point.flag {
                Some(ObservationStatus::Provisional) => PointMark::Provisional,
                Some(ObservationStatus::Estimated) => PointMark::Estimated,
                _ => PointMark::Final,
            },
            revised_from: revised
                .iter()
                .rfind(|(period_end, _)| *period_end == point.period.end())
                .map(|(_, old)| *old)
                .filter(|old| Some(*old) != point.value),
            label: point.value.map_or_else(String::new, |value| {
                if is_each { terms::number(value) } else { figure(words, indicator, value) }
            }),
            period_label: period_words::period_of_figure(words, plan, point.period, indicator),
        })
        .collect();
    let with_value: Vec<&TrendPoint> =
        points.iter().filter(|point| point.value.is_some()).collect();
    if with_value.len() < 2 {
        return None;
    }
    let target = indicator.target.as_ref().filter(|t| t.is_quantified() || t.op == Op::Coverage);
    let threshold = prose.yardstick().map(|one| one.threshold()).filter(|_| target.is_some());
    let curve =
        prose.yardstick().filter(|_| threshold.is_some()).and_then(|yardstick| yardstick.curve());
    let is_stepped = curve.as_ref().is_some_and(|curve| curve.is_stepped);
    let pace: Vec<_> = curve
        .into_iter()
        .flat_map(|curve| curve.corners)
        .map(|(period_end, expected)| (axis.position(period_end), expected))
        .collect();
    let caption = Caption {
        id: format!("t-{}", indicator.id),
        title: words.message(
            text!("chart-trend-title"),
            &[("name", Slot::Text(indicator.name.in_language(words.language())))],
        ),
        description: words.message(
            text!("chart-trend-desc"),
            &[
                ("finding", Slot::Made(finding_of_trend(prose))),
                ("n", Slot::Count(with_value.len())),
                (
                    "first",
                    Slot::Made(
                        with_value.first().map(|p| p.period_label.clone()).unwrap_or_default(),
                    ),
                ),
                (
                    "last",
                    Slot::Made(
                        with_value.last().map(|p| p.period_label.clone()).unwrap_or_default(),
                    ),
                ),
            ],
        ),
    };
    let trend = Trend {
        gap_months: on_axis()
            .filter(is_missing)
            .map(|point| axis.position(point.period.end()))
            .collect(),
        points,
        pace,
        pace_label: words.plain(if is_stepped {
            text!("chart-expected")
        } else {
            text!("chart-pace")
        }),
        target: threshold,
        target_label: target.map_or_else(String::new, |t| {
            words.message(text!("chart-target"), &[("phrase", Slot::Text(&t.phrase))])
        }),
        last_month: axis.last(),
        month_labels: period_words::axis_ticks(words, plan)
            .into_iter()
            .map(|(period_end, word)| (axis.position(period_end), word))
            .collect(),
        missing_label: words.plain(text!("chart-missing")),
        tone: tone(prose),
        projection: project(plan, indicator, prose.assessed).map(|value| Projection {
            value,
            label: words.message(
                text!("chart-leads-to"),
                &[("amount", Slot::Made(amount_led_to(prose, value)))],
            ),
        }),
        from_zero: is_from_zero(prose),
    };
    Some(Ready { input: Input::Trend(trend), caption, finding: finding_of_trend(prose) })
}

/// Lists the period ends whose plan-level figure was revised, with what it was.
fn revisions_of(prose: &IndicatorProse<'_>) -> Vec<(PeriodEnd, Number)> {
    let Some(input) = prose.assessed.inputs.first().filter(|row| row.region.is_none()) else {
        return Vec::new();
    };
    let as_of = prose.assessed.series.points.iter().map(|point| point.recorded).max();
    let Some(as_of) = as_of else { return Vec::new() };
    prose
        .plan
        .ledger
        .revisions(input.indicator, as_of)
        .filter(|(old, _)| old.region.is_none())
        .filter_map(|(old, _)| Some((old.period.end(), old.value()?)))
        .collect()
}
