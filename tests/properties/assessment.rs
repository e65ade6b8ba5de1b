//! Assessment: bands, edges, order and what was known.

use std::sync::Arc;

use proptest::prelude::*;

use taizhang::assess::{assess_incremental, assess_plan, with_dependents};
use taizhang::model::index::IndicatorIx;
use taizhang::model::indicator::{Measure, Schedule};
use taizhang::model::ledger::{Ledger, Table};
use taizhang::model::observation::{AsOf, Observation};
use taizhang::model::period::{Period, PeriodEnd, Span};
use taizhang::model::status::StatusCode;
use taizhang::number::Number;
use taizhang::source::{FileId, Location};

// Periods.
use super::histories::*;
use super::numbers::decimal_text;

/// Says where a pace stands without a single division: everything is multiplied by twelve times the
/// target.
fn pace_in_whole_numbers(actual: i64, target: i64, month: i64) -> StatusCode {
    let gap = i128::from(actual) * 1200 - i128::from(target) * i128::from(month) * 100;
    let points = |edge: i128| edge * i128::from(target) * 12;
    if actual >= target {
        StatusCode::Done
    } else if gap >= points(5) {
        StatusCode::Ahead
    } else if gap >= points(0) {
        StatusCode::OnTrack
    } else if gap >= points(-10) {
        StatusCode::SlightlyBehind
    } else if gap >= points(-30) {
        StatusCode::Behind
    } else {
        StatusCode::FarBehind
    }
}

/// From worst to best, as far as one figure of the year can go.
fn goodness(code: StatusCode) -> usize {
    let order = [
        StatusCode::FarBehind,
        StatusCode::Behind,
        StatusCode::SlightlyBehind,
        StatusCode::OnTrack,
        StatusCode::Ahead,
        StatusCode::Done,
    ];
    order.iter().position(|known| *known == code).expect("a pace before the year is over")
}

fn code_of_count(actual: Number, target: Number, month: u8) -> StatusCode {
    let mut plan = empty_plan();
    plan.indicators = vec![indicator(Measure::Count, target)];
    let period = Period { year: 2023, span: Span::Month(month) };
    plan.ledger = ledger(&[row(None, period, Some(actual), None, period.end().last_day())]);
    assess_plan(&plan, &[], AsOf::on(day("2024-12-31"))).indicators[0].status.code
}

proptest! {
    #[test]
    fn a_pace_is_the_same_in_whole_numbers(target in 20_i64..2000, month in 1_u8..=11,
        actual in 0_i64..2200) {
        let expected = pace_in_whole_numbers(actual, target, i64::from(month));
        prop_assert_eq!(code_of_count(actual.into(), target.into(), month), expected);
    }

    #[test]
    fn an_edge_of_a_band_is_met_exactly(
        sixties in 1_i64..2000,
        month in 1_u8..=11,
        edge in prop::sample::select(vec![5_i64, 0, -10, -30]),
    ) {
        // A target that sixty divides has whole numbers on its edges.
        let target = sixties * 60;
        let at_edge = target * i64::from(month) / 12 + target / 20 * (edge / 5);
        for actual in [at_edge - 1, at_edge, at_edge + 1].into_iter()
            .filter(|actual| *actual >= 0) {
            let expected = pace_in_whole_numbers(actual, target, i64::from(month));
            prop_assert_eq!(code_of_count(actual.into(), target.into(), month), expected, "{} of \
                {}", actual, target);
        }
    }

    #[test]
    fn more_is_never_worse(target in 1_i64..300, month in 1_u8..=11, actual in 0_i64..320) {
        let [less, more] = [actual, actual + 1].map(|actual| goodness(code_of_count(actual.into(),
            target.into(), month)));
        prop_assert!(less <= more);
    }

    #[test]
    fn figures_of_any_size_are_judged(
        (figure, _) in decimal_text(),
        (target, _) in decimal_text(),
        (base, _) in decimal_text(),
        kind in 0_usize..6,
        level in any::<bool>(),
        month in 1_u8..=12,
    ) {
        let read = |text: &str| Number::parse(text).expect("a plain decimal");
        let mut plan = empty_plan();
        let mut one = indicator(Measure::WORDS[kind].1, read(&target));
        one.schedule = if level { Schedule::Level } else { Schedule::Linear };
        one.baseline = (kind % 2 == 0).then(|| read(&base));
        plan.indicators = vec![one];
        let period = Period { year: 2023, span: Span::Month(month) };
        plan.ledger = ledger(&[row(None, period, Some(read(&figure)), None, period.end()
            .last_day())]);
        prop_assert_eq!(assess_plan(&plan, &[], AsOf::on(day("2024-12-31")))
            .indicators.len(), 1);
    }

    #[test]
    fn what_is_learnt_later_changes_nothing_before(
        known in history(1..30, true),
        later in history(0..30, false),
        kind in kind(),
        with_regions in any::<bool>(),
    ) {
        let as_of = day(AS_OF);
        let before = plan_of(kind, with_regions, &known, &[]);
        let after = plan_of(kind, with_regions, &known, &later);
        for known in [AsOf::on(as_of), AsOf { as_of, until: Some(PeriodEnd::new(2023,
            4)) }] {
            let [before, after] = [&before, &after].map(|plan| assess_plan(plan, &regions(),
                known));
            prop_assert_eq!(&before.indicators, &after.indicators);
            prop_assert_eq!(&before.milestones, &after.milestones);
            prop_assert_eq!(&before.items, &after.items);
            prop_assert_eq!(&before.counts, &after.counts);
            prop_assert_eq!(before.latest, after.latest);
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        known in history(1..30, true),
        kind in kind(),
        with_regions in any::<bool>(),
        turn in 0_usize..30,
    ) {
        let mut turned = known.clone();
        turned.rotate_left(turn % known.len());
        let [a, b] = [&known, &turned].map(|events| {
            let plan = plan_of(kind, with_regions, events, &[]);
            assess_plan(&plan, &regions(), AsOf::on(day(AS_OF)))
        });
        prop_assert_eq!(a.indicators, b.indicators);
        prop_assert_eq!(a.milestones, b.milestones);
    }

    #[test]
    fn the_headline_counts_each_target_once(known in history(1..30, true), kind in kind(),
        with_regions in any::<bool>()) {
        let plan = plan_of(kind, with_regions, &known, &[]);
        let assessment = assess_plan(&plan, &regions(), AsOf::on(day(AS_OF)));
        let counts = &assessment.counts.indicators;
        prop_assert_eq!(counts.total() + counts.others.values().sum::<usize>(), 1);
        prop_assert_eq!(assessment.items[0].targets(), 1);
    }

    /// Of three indicators one is the share of the two others; one of two tables comes to read
    /// otherwise.
    #[test]
    fn a_plan_assessed_again_is_assessed_in_whole(
        stays in prop::collection::vec(figure_of_three(), 0..12),
        before in prop::collection::vec(figure_of_three(), 0..12),
        after in prop::collection::vec(figure_of_three(), 0..12),
        is_level in any::<bool>(),
    ) {
        let table = |file: u32, rows: &[Observation]| {
            let rows: Vec<_> = (1..).zip(rows).map(|(line,
                row)| Observation { location: Location { file: FileId(file), line, column: 1 },
                    ..*row })
                    .collect();
            Table::new(FileId(file), &rows, Arc::default())
        };
        let mut plan = plan_of(if is_level { 4 } else { 0 }, true, &[], &[]);
        plan.indicators = vec![plan.indicators[0].clone(); 3];
        (plan.indicators[0].numerator, plan.indicators[0].denominator) = (Some(IndicatorIx(1)),
            Some(IndicatorIx(2)));
        plan.items[0].indicators = (0..3).map(IndicatorIx).collect();
        plan.ledger = Ledger::new(vec![table(0, &stays), table(1, &before)]);
        let known = AsOf::on(day(AS_OF));
        let first = assess_plan(&plan, &regions(), known);
        let before = plan.clone();
        plan.ledger = plan.ledger.with_table(&table(1, &after));
        let touched = plan.differences(&before).expect("only figures differ");
        let incremental =
            assess_incremental(&plan, &regions(), &first, &with_dependents(&plan, &touched));
        let whole = assess_plan(&plan, &regions(), known);
        prop_assert_eq!(incremental.has_begun, whole.has_begun);
        prop_assert_eq!(incremental.latest, whole.latest);
        prop_assert_eq!(incremental.counts, whole.counts);
        prop_assert_eq!(incremental.indicators, whole.indicators);
        prop_assert_eq!(incremental.items, whole.items);
        prop_assert_eq!(incremental.milestones, whole.milestones);
    }
}
