//! Periods and dates.

use proptest::prelude::*;

use taizhang::model::period::{Cadence, Period, PeriodEnd, Span};

use super::histories::empty_plan;

// Periods.

fn any_period() -> impl Strategy<Value = Period> {
    let span = prop_oneof![
        (1_u8..=12).prop_map(Span::Month),
        (1_u8..=4).prop_map(Span::Quarter),
        (1_u8..=2).prop_map(Span::Half),
        Just(Span::Year)
    ];
    (1900_i16..=2999, span).prop_map(|(year, span)| Period { year, span })
}

proptest! {
    #[test]
    fn a_period_is_read_back_as_it_is_printed(period in any_period()) {
        prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
    }

    #[test]
    fn what_is_read_as_a_period_is_printed_alike(text in "[0-9]{3,5}(-[0-9QHqh]{0,3})?") {
        if let Some(period) = Period::parse(&text) {
            prop_assert_eq!(period.to_string(), text);
        }
    }

    #[test]
    fn cuts_are_in_the_order_of_their_last_days(a in any_period(), b in any_period()) {
        prop_assert_eq!(a.end().cmp(&b.end()), a.end().last_day().cmp(&b.end().last_day()));
        prop_assert_eq!(a.end().plus_months(a.end().months_until(b.end())), b.end());
        prop_assert_eq!(PeriodEnd::new(a.end().year(), a.end().month()), a.end());
    }

    #[test]
    fn every_cadence_that_ends_with_a_month_ends_with_that_month(year in 1900_i16..=2999,
        month in 1_u8..=12) {
        let period_end = PeriodEnd::new(year, month);
        for (_, cadence) in Cadence::WORDS {
            let period = cadence.period_ending(period_end);
            prop_assert_eq!(period.is_some(), month % cadence.months() == 0);
            prop_assert!(period.is_none_or(|period| period.end() == period_end));
        }
    }

    #[test]
    fn the_time_gone_grows_from_none_to_all(start in 1_u8..=12, months in 1_i32..=36,
        at in -6_i32..=42) {
        let mut plan = empty_plan();
        plan.first = PeriodEnd::new(2022, start);
        plan.last = plan.first.plus_months(months - 1);
        let (gone, all) = plan.months_gone(plan.first.plus_months(at));
        prop_assert!((0..=all).contains(&gone));
        prop_assert!(gone <= plan.months_gone(plan.first.plus_months(at + 1)).0);
        prop_assert_eq!(gone == all, at >= months - 1);
        prop_assert_eq!(gone == 0, at < 0);
    }
}

// Numbers.
