//! One target of each kind, with a figure in every position a figure can be in.
//!
//! Comes in: a plan, for its span and its bands. Goes out: made-up indicators, assessed by the same
//! rules as real ones. The method page prints their sentences, so that a reader sees what each kind
//! of target can be told, and tests hold line, projection and verdict to one another over all of
//! them.

use crate::model::indicator::{ExpectedPoint, Indicator, Measure, Schedule, Scope, Target};
use crate::model::period::{Cadence, PeriodEnd};
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::status::StatusCode;
use crate::number::Number;
use crate::phrase::{Direction, Op, tolerance_of};

use super::each::judge_each;
use super::indicator::IndicatorAssessment;
use super::regions::RegionAssessment;
use super::specimen_parts::{
    assessed, is_reached, month, number, point, region_of, target, with_verdict,
};
use super::yardstick::{Demand, Yardstick};

/// Where a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    /// During the plan, better than asked by then.
    Above,
    /// During the plan, exactly as asked.
    On,
    /// During the plan, worse than asked.
    Below,
    /// At the end, attained.
    Attained,
    /// At the end, not attained.
    Missed,
}

impl Position {
    /// All of them, in the order of a table.
    pub const ALL: [Self; 5] = [Self::Above, Self::On, Self::Below, Self::Attained, Self::Missed];
}

/// A made-up target of one kind and how figures of it are judged.
#[derive(Clone, Debug)]
pub struct Specimen {
    /// The name of its kind, for messages.
    pub name: &'static str,
    /// What is counted, with its target.
    pub indicator: Indicator,
    /// What is said of a figure in each position it can be in.
    pub cases: Vec<(Position, IndicatorAssessment)>,
}

/// What a specimen is made of.
#[derive(Clone)]
struct Sort {
    name: &'static str,
    phrase: &'static str,
    op: Op,
    value: &'static str,
    unit: &'static str,
    measure: Measure,
    schedule: Schedule,
    direction: Direction,
    baseline: Option<&'static str>,
    /// Figures of the five positions; nothing where they are worked out from the schedule.
    figures: [&'static str; 5],
}

const FROM_SCHEDULE: [&str; 5] = ["+", "=", "-", "+", "-"];
/// The kind cannot stand there.
const NEVER: &str = "";

/// Makes a specimen of each kind, for the span of a plan.
#[must_use]
pub fn specimens(plan: &Plan) -> Vec<Specimen> {
    use Direction::{Higher, Lower};
    use Measure::{Count, Growth, Share, Stock};
    use Schedule::{Level, Linear};
    let nodes = |half: &str, end: &str| {
        let point = |period_end: PeriodEnd, value: &str| ExpectedPoint {
            period: month(period_end),
            value: number(value),
        };
        let half_way = plan.first.plus_months(plan.months() / 2 - 1);
        Schedule::Expected(vec![point(half_way, half), point(plan.last, end)])
    };
    let sum = Sort {
        name: "sum",
        phrase: "1200台",
        op: Op::AtLeast,
        value: "1200",
        unit: "台",
        measure: Count,
        schedule: Linear,
        direction: Higher,
        baseline: None,
        figures: FROM_SCHEDULE,
    };
    // The others say what they have unlike a sum to reach.
    let sorts = [
        sum.clone(),
        Sort { name: "sum-small", phrase: "12个", value: "12", unit: "个", ..sum.clone() },
        Sort {
            name: "sum-strict",
            phrase: "突破35个",
            op: Op::MoreThan,
            value: "35",
            unit: "个",
            ..sum.clone()
        },
        Sort {
            name: "sum-range",
            phrase: "30—50家",
            op: Op::Range,
            value: "30",
            unit: "家",
            ..sum.clone()
        },
        Sort {
            name: "sum-ceiling",
            phrase: "控制在40人以内",
            op: Op::AtMost,
            value: "40",
            unit: "人",
            direction: Lower,
            ..sum.clone()
        },
        Sort {
            name: "sum-ceiling-zero",
            phrase: "不发生",
            op: Op::AtMost,
            value: "0",
            unit: "起",
            direction: Lower,
            figures: [NEVER, "0", "1", "0", "1"],
            ..sum.clone()
        },
        Sort {
            name: "sum-nodes",
            phrase: "1200台",
            value: "1200",
            unit: "台",
            schedule: nodes("500", "1200"),
            ..sum.clone()
        },
        Sort {
            name: "level",
            phrase: "65%以上",
            value: "65",
            unit: "%",
            measure: Share,
            schedule: Level,
            figures: ["68", "65", "64", "66", "63.5"],
            ..sum.clone()
        },
        Sort {
            name: "stock",
            phrase: "达到400家",
            value: "400",
            unit: "家",
            measure: Stock,
            baseline: Some("330"),
            ..sum.clone()
        },
        Sort {
            name: "stock-falling",
            phrase: "降到300套",
            op: Op::AtMost,
            value: "300",
            unit: "套",
            measure: Stock,
            direction: Lower,
            baseline: Some("600"),
            ..sum.clone()
        },
        Sort {
            name: "level-nodes",
            phrase: "35微克/立方米以下",
            op: Op::AtMost,
            value: "35",
            unit: "微克/立方米",
            measure: Share,
            schedule: nodes("38", "35"),
            direction: Lower,
            figures: ["36", "38", "41", "34", "36"],
            ..sum.clone()
        },
        Sort {
            name: "level-ceiling",
            phrase: "5.5%以内",
            op: Op::AtMost,
            value: "5.5",
            unit: "%",
            measure: Share,
            schedule: Level,
            direction: Lower,
            figures: ["3.2", "5.5", "5.6", "5.4", "5.8"],
            ..sum.clone()
        },
        Sort {
            name: "level-strict",
            phrase: "低于3%",
            op: Op::LessThan,
            value: "3",
            unit: "%",
            measure: Share,
            schedule: Level,
            direction: Lower,
            figures: ["0.8", "2.9", "3", "2.8", "3.1"],
            ..sum.clone()
        },
        Sort {
            name: "about",
            phrase: "8%左右",
            op: Op::Approx,
            value: "8",
            unit: "%",
            measure: Share,
            schedule: Level,
            figures: ["10.2", "8", "7.2", "8.1", "7.4"],
            ..sum.clone()
        },
        Sort {
            name: "growth",
            phrase: "增长18%",
            value: "18",
            unit: "%",
            measure: Growth,
            schedule: Level,
            figures: ["21", "18", "12.3", "18.5", "17"],
            ..sum.clone()
        },
        Sort {
            name: "decline",
            phrase: "下降3%",
            op: Op::AtMost,
            value: "-3",
            unit: "%",
            measure: Growth,
            schedule: Level,
            direction: Lower,
            figures: ["-5.5", "-3", "-2.4", "-3.2", "1"],
            ..sum.clone()
        },
        Sort {
            name: "rank",
            phrase: "前5位",
            op: Op::Rank,
            value: "5",
            unit: "位",
            measure: Stock,
            schedule: Level,
            direction: Lower,
            figures: ["3", "5", "6", "4", "7"],
            ..sum.clone()
        },
    ];
    let mut specimens: Vec<Specimen> =
        sorts.into_iter().filter_map(|sort| specimen(plan, &sort)).collect();
    specimens.extend(cadence(plan));
    specimens.extend(flag(plan));
    specimens.extend(each_region(plan, "each-region", Op::AtLeast));
    specimens.extend(each_region(plan, "coverage", Op::Coverage));
    specimens
}

/// Returns the month at which figures during the plan stand: three quarters of it are gone.
#[must_use]
pub fn middle_of(plan: &Plan) -> PeriodEnd {
    plan.first.plus_months((plan.months() * 3 / 4 - 1).max(0))
}

fn specimen(plan: &Plan, sort: &Sort) -> Option<Specimen> {
    let value = number(sort.value);
    let target = Target {
        upper: (sort.op == Op::Range).then(|| value + number("20")),
        tolerance: (sort.op == Op::Approx)
            .then(|| tolerance_of(value, Some(sort.unit), sort.measure.is_rate())),
        direction: sort.direction,
        ..target(sort.phrase, sort.op, Some(value))
    };
    let mut indicator = Indicator::new(sort.name, sort.unit, sort.measure, Some(target));
    indicator.schedule = sort.schedule.clone();
    indicator.baseline = sort.baseline.map(number);
    let yardstick = Yardstick::new(plan, &indicator, Demand::Target)?;
    let mut cases = Vec::new();
    for (position, figure) in Position::ALL.into_iter().zip(sort.figures) {
        let period_end = if matches!(position, Position::Attained | Position::Missed) {
            plan.last
        } else {
            middle_of(plan)
        };
        let value = match figure {
            NEVER => continue,
            "+" | "=" | "-" => aimed(&yardstick, period_end, figure)?,
            _ => number(figure),
        };
        cases.push((position, assessed(plan, &yardstick, vec![point(period_end, value)])));
    }
    Some(Specimen { name: sort.name, indicator, cases })
}

/// Returns a figure better than, equal to or worse than what is expected by a month.
fn aimed(yardstick: &Yardstick<'_>, period_end: PeriodEnd, way: &str) -> Option<Number> {
    let expected = yardstick.expected_at(period_end)?;
    let start = yardstick.baseline().unwrap_or(Number::ZERO);
    // More of a change is better whichever way it goes; of what is used up it is worse.
    let is_more = (way == "+") != (yardstick.is_lower_better() && yardstick.baseline().is_none());
    let share =
        |percent: i64| ((expected - start) * Number::from(percent)).divided_by(Number::HUNDRED);
    Some(match way {
        "=" => expected,
        _ if is_more => start + share(120)?.ceil(),
        _ => start + share(80)?.floor(),
    })
}

fn cadence(plan: &Plan) -> Option<Specimen> {
    let once = target("每月1次", Op::AtLeast, Some(Number::ONE));
    let target = Target { per: Some(Cadence::Month), ..once };
    let indicator = Indicator::new("cadence", "次", Measure::Event, Some(target));
    let yardstick = Yardstick::new(plan, &indicator, Demand::Target)?;
    // Once a month, but for one month that is skipped.
    let held = |until: PeriodEnd, skipped: Option<i32>| {
        let months = 0..=plan.first.months_until(until);
        let count = |month: i32| {
            Number::from(i64::from(
                month + 1 - i32::from(skipped.is_some_and(|skipped| month >= skipped)),
            ))
        };
        assessed(
            plan,
            &yardstick,
            months.map(|month| point(plan.first.plus_months(month), count(month))).collect(),
        )
    };
    let middle = middle_of(plan);
    let cases = vec![
        (Position::On, held(middle, None)),
        (Position::Below, held(middle, Some(1))),
        (Position::Attained, held(plan.last, None)),
        (Position::Missed, held(plan.last, Some(1))),
    ];
    Some(Specimen { name: "cadence", indicator, cases })
}

fn flag(plan: &Plan) -> Option<Specimen> {
    let target = target("争创示范", Op::Flag, None);
    let indicator = Indicator::new("flag", "项", Measure::Flag, Some(target));
    let yardstick = Yardstick::new(plan, &indicator, Demand::Target)?;
    let with_verdict = |period_end: PeriodEnd, value: Number| {
        assessed(plan, &yardstick, vec![point(period_end, value)])
    };
    let cases = vec![
        (Position::Above, with_verdict(middle_of(plan), Number::ONE)),
        (Position::Attained, with_verdict(plan.last, Number::ONE)),
        (Position::Missed, with_verdict(plan.last, Number::ZERO)),
    ];
    Some(Specimen { name: "flag", indicator, cases })
}

/// Eight regions, each with its own target; the codes say how they stand.
fn each_region(plan: &Plan, name: &'static str, op: Op) -> Option<Specimen> {
    const REGIONS: usize = 8;
    let is_coverage = op == Op::Coverage;
    let target = match is_coverage {
        true => target("全覆盖", op, Some(Number::HUNDRED)),
        false => target("每个县1个", op, Some(Number::ONE)),
    };
    let measure = if is_coverage { Measure::Share } else { Measure::Count };
    let mut indicator = Indicator::new(name, "个", measure, Some(target));
    indicator.scope = Scope::EachRegion;
    indicator.regions = (0..REGIONS).filter_map(RegionIx::of_row).collect();
    let yardstick = Yardstick::new(plan, &indicator, Demand::Regions(Number::from(REGIONS)))?;
    let regions = |good: usize, code: StatusCode, other: StatusCode, period_end: PeriodEnd| {
        let code_of = |row: usize| if row < good { code } else { other };
        let each: Vec<RegionAssessment> = (0..REGIONS)
            .filter_map(|row| Some(region_of(RegionIx::of_row(row)?, code_of(row))))
            .collect();
        let mut verdict = judge_each(&yardstick, each.iter());
        verdict.period = Some(month(period_end));
        let attained = each
            .iter()
            .filter(|one| one.status.as_ref().is_some_and(|status| is_reached(status.code)))
            .count();
        let value = if is_coverage { Number::from(good) } else { Number::from(attained) };
        verdict.comparison.completion = yardstick.completion(value);
        with_verdict(plan, &yardstick, vec![point(period_end, value)], verdict)
    };
    use StatusCode::{Ahead, Behind, Met, Missed, OnTrack};
    let (middle, last) = (middle_of(plan), plan.last);
    let mut cases = vec![
        (Position::On, regions(8, OnTrack, Behind, middle)),
        (Position::Below, regions(6, OnTrack, Behind, middle)),
        (Position::Attained, regions(8, Met, Missed, last)),
        (Position::Missed, regions(6, Met, Missed, last)),
    ];
    if !is_coverage {
        cases.insert(0, (Position::Above, regions(8, Ahead, Behind, middle)));
    }
    Some(Specimen { name, indicator, cases })
}
