//! One indicator by itself: against its target and its schedule, and through the months of its
//! plan.

use crate::assess::projection::project;
use crate::assess::series::Point;
use crate::assess::yardstick::Kind;
use crate::charts::{
    Bullet, Caption, PointMark, Projection, Spark, Trend, TrendPoint, draw_bullet_mini, draw_spark,
};
use crate::model::indicator::{Measure, Scope};
use crate::model::observation::Flag;
use crate::model::period::Cut;
use crate::model::plan::Plan;
use crate::number::Number;
use crate::phrase::Op;
use crate::render::amounts::figure;
use crate::render::findings::{amount_led_to, finding_of_trend};
use crate::render::period_words;
use crate::render::sentences::Telling;
use crate::render::terms;
use crate::render::text_id::text;
use crate::render::units::{amount, number_before};
use crate::render::words::Slot;

use super::ready::{Input, Ready, tone};

fn bullet(telling: &Telling<'_>) -> Option<Bullet> {
    let target = telling.indicator.target.as_ref()?;
    // A bar from zero says nothing of a rate of change, and the wrong thing of a place in an order.
    let has_bar = |kind| !matches!(kind, Kind::Flag | Kind::Cadence | Kind::Rank | Kind::Growth);
    if telling.indicator.exemption.is_some() || !has_bar(telling.yardstick()?.kind()) {
        return None;
    }
    let yardstick = telling.yardstick()?;
    let threshold = yardstick.threshold();
    let latest = telling.assessed.latest();
    let actual = telling.judged_figure().map(|(_, value)| value);
    let comparison = &telling.assessed.verdict_on_figure().comparison;
    let words = telling.words;
    let unit = telling.indicator.unit.in_language(words.language());
    let is_each = telling.indicator.scope == Scope::EachRegion;
    let say = |value: Number| {
        if is_each { terms::number(value) } else { amount(words, value, unit) }
    };
    let share = telling.completion_share().filter(|_| !telling.is_level_without_way());
    // A share of the target below zero is no statement, and neither is its bar.
    let is_told = comparison.completion.is_some_and(|share| telling.is_share_told(share));
    let label = match (actual, share.filter(|_| is_told)) {
        (None, _) => telling.status(),
        (Some(value), Some(share)) => words.say(
            text!("chart-bullet-label"),
            &[
                (
                    "value",
                    Slot::Made(if is_each { say(value) } else { number_before(value, unit) }),
                ),
                ("amount", Slot::Made(say(threshold))),
                ("percent", Slot::Made(share)),
                ("basis", Slot::Text(yardstick.basis().word())),
            ],
        ),
        // What is asked stands beside it in the plan's own words.
        (Some(value), None) if !is_each => figure(words, telling.indicator, value),
        (Some(value), None) => say(value),
    };
    Some(Bullet {
        actual,
        target: threshold,
        target_label: words.say(text!("chart-target"), &[("phrase", Slot::Text(&target.phrase))]),
        schedule: comparison.expected,
        schedule_label: comparison.expected.map(|expected| {
            words.say(text!("chart-schedule-now"), &[("amount", Slot::Made(say(expected)))])
        }),
        tone: tone(telling),
        label,
        is_provisional: latest.is_some_and(|point| point.flag.is_some_and(Flag::is_unfinished)),
    })
}

/// Draws the small bar for a row of a table; nothing where there is no number to hold against
/// another.
pub(super) fn draw_mini(telling: &Telling<'_>) -> String {
    match bullet(telling) {
        Some(bullet) if bullet.actual.is_some() => draw_bullet_mini(&bullet),
        _ => String::new(),
    }
}

/// Prepares the bar of an indicator.
pub(super) fn ready_bullet(telling: &Telling<'_>) -> Option<Ready> {
    let bullet = bullet(telling)?;
    let finding = telling.finding();
    let name = telling.indicator.name.in_language(telling.words.language());
    let caption = Caption {
        id: format!("b-{}", telling.indicator.id),
        title: telling.words.say(
            text!("chart-bullet-title"),
            &[("name", Slot::Text(name)), ("status", Slot::Made(telling.status()))],
        ),
        description: telling
            .words
            .say(text!("chart-bullet-desc"), &[("finding", Slot::Text(&finding))]),
    };
    Some(Ready { input: Input::Bullet(bullet), caption, finding })
}

/// The months of a plan as places on an axis: its first is 1.
#[derive(Clone, Copy)]
struct Months {
    first: Cut,
    last: Cut,
}

impl Months {
    fn of(plan: &Plan) -> Self {
        Self { first: plan.first, last: plan.last }
    }

    fn holds(self, cut: Cut) -> bool {
        (self.first..=self.last).contains(&cut)
    }

    /// Returns the place of a month; one before the plan begins stands at 0.
    fn place(self, cut: Cut) -> u16 {
        u16::try_from((self.first.months_until(cut) + 1).max(0)).unwrap_or(u16::MAX)
    }

    fn last(self) -> u16 {
        self.place(self.last)
    }
}

/// Draws the figures of the plan in a line small enough for a row of a table; nothing with fewer
/// than two figures.
pub(super) fn draw_sparkline(telling: &Telling<'_>) -> String {
    let series = &telling.assessed.series;
    let Some(last) = series.last_with_value() else { return String::new() };
    if telling.indicator.measure == Measure::Flag {
        return String::new();
    }
    let axis = Months::of(telling.plan);
    let points = series
        .points
        .iter()
        .filter(|point| axis.holds(point.period.cut()) && point.flag != Some(Flag::NotDue));
    draw_spark(&Spark {
        points: points.map(|point| (axis.place(point.period.cut()), point.value)).collect(),
        last_month: axis.last(),
        target: telling.yardstick().map(|one| one.threshold()),
        from_zero: is_from_zero(telling),
        is_last_provisional: last.flag.is_some_and(Flag::is_unfinished),
        tone: tone(telling),
    })
}

/// A level that moves little may do without the zero line; a bar or a sum never.
fn is_from_zero(telling: &Telling<'_>) -> bool {
    !matches!(telling.indicator.measure, Measure::Growth | Measure::Share)
        || telling.yardstick().is_some_and(|one| !one.is_level())
}

/// Prepares the figures of the plan; nothing with fewer than two.
pub(super) fn ready_trend(telling: &Telling<'_>) -> Option<Ready> {
    let (words, plan, indicator) = (telling.words, telling.plan, telling.indicator);
    let axis = Months::of(plan);
    let is_each = indicator.scope == Scope::EachRegion;
    let revised: Vec<(Cut, Number)> = revisions_of(telling);
    let figures = &telling.assessed.series.points;
    let on_axis = || {
        figures
            .iter()
            .filter(|point| axis.holds(point.period.cut()) && point.flag != Some(Flag::NotDue))
    };
    // What is withheld, or does not apply, is not missing.
    let is_missing = |point: &&Point| {
        point.value.is_none() && !matches!(point.flag, Some(Flag::Withheld | Flag::NotApplicable))
    };
    let points: Vec<TrendPoint> = on_axis()
        .map(|point| TrendPoint {
            month: axis.place(point.period.cut()),
            value: point.value,
            mark: match point.flag {
                Some(Flag::Provisional) => PointMark::Provisional,
                Some(Flag::Estimated) => PointMark::Estimated,
                _ => PointMark::Final,
            },
            revised_from: revised
                .iter()
                .rfind(|(cut, _)| *cut == point.period.cut())
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
    let threshold = telling.yardstick().map(|one| one.threshold()).filter(|_| target.is_some());
    let curve =
        telling.yardstick().filter(|_| threshold.is_some()).and_then(|yardstick| yardstick.curve());
    let is_stepped = curve.as_ref().is_some_and(|curve| curve.is_stepped);
    let pace: Vec<_> = curve
        .into_iter()
        .flat_map(|curve| curve.corners)
        .map(|(cut, expected)| (axis.place(cut), expected))
        .collect();
    let caption = Caption {
        id: format!("t-{}", indicator.id),
        title: words.say(
            text!("chart-trend-title"),
            &[("name", Slot::Text(indicator.name.in_language(words.language())))],
        ),
        description: words.say(
            text!("chart-trend-desc"),
            &[
                ("finding", Slot::Made(finding_of_trend(telling))),
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
            .map(|point| axis.place(point.period.cut()))
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
            words.say(text!("chart-target"), &[("phrase", Slot::Text(&t.phrase))])
        }),
        last_month: axis.last(),
        month_labels: period_words::axis_ticks(words, plan)
            .into_iter()
            .map(|(cut, word)| (axis.place(cut), word))
            .collect(),
        missing_label: words.plain(text!("chart-missing")),
        tone: tone(telling),
        projection: project(plan, indicator, telling.assessed).map(|value| Projection {
            value,
            label: words.say(
                text!("chart-leads-to"),
                &[("amount", Slot::Made(amount_led_to(telling, value)))],
            ),
        }),
        from_zero: is_from_zero(telling),
    };
    Some(Ready { input: Input::Trend(trend), caption, finding: finding_of_trend(telling) })
}

/// Lists the cuts whose plan-level figure was revised, with what it was.
fn revisions_of(telling: &Telling<'_>) -> Vec<(Cut, Number)> {
    let Some(input) = telling.assessed.inputs.first().filter(|row| row.region.is_none()) else {
        return Vec::new();
    };
    let as_of = telling.assessed.series.points.iter().map(|point| point.recorded).max();
    let Some(as_of) = as_of else { return Vec::new() };
    telling
        .plan
        .ledger
        .revisions(input.indicator, as_of)
        .filter(|(old, _)| old.region.is_none())
        .filter_map(|(old, _)| Some((old.period.cut(), old.value()?)))
        .collect()
}
