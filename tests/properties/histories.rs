//! Plans and histories of figures, made at random.

use std::ops::Range;
use std::sync::Arc;

use proptest::prelude::*;

use taizhang::date::{Date, days_after, parse_date};
use taizhang::language::Text;
use taizhang::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use taizhang::model::indicator::{
    Batch, ExpectedPoint, Grace, Indicator, Measure, Override, ReportRule, Reporter, Schedule,
    Scope, Target,
};
use taizhang::model::item::Item;
use taizhang::model::ledger::{Ledger, Table};
use taizhang::model::milestone::{Milestone, MilestoneEvent};
use taizhang::model::observation::{Allocation, Observation, ObservationStatus};
use taizhang::model::period::{Cadence, Period, PeriodEnd, Span};
use taizhang::model::plan::{Plan, PlanText};
use taizhang::model::provenance::ProvenanceIx;
use taizhang::model::region::{Region, RegionIx};
use taizhang::model::status::StatusCode;
use taizhang::number::Number;
use taizhang::phrase::Op;
use taizhang::source::{FileId, Location};

// Periods.

pub(super) fn figure_of_three() -> impl Strategy<Value = Observation> {
    (0_u32..3, prop::option::weighted(0.6, 0_u16..4), 1_u8..=6, 0_i64..200, 0_u32..300).prop_map(
        |(ix, region, month, value, days)| {
            let period = Period { year: 2023, span: Span::Month(month) };
            let recorded = days_after(day("2023-01-01"), days);
            Observation {
                indicator: IndicatorIx(ix),
                ..row(region.map(nth_region), period, Some(Number::from(value)), None, recorded)
            }
        },
    )
}

/// The day of knowledge of the properties about time.
pub(super) const AS_OF: &str = "2023-07-25";

/// One thing that came to be known.
#[derive(Clone, Debug)]
pub(super) struct Event {
    what: What,
    recorded: Date,
    /// Two rows of one day about one thing contradict each other; the number keeps them apart as
    /// their lines do.
    line: u32,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    Figure { region: Option<u16>, month: u8, value: i64, flag: Option<ObservationStatus> },
    Share { region: u16, value: i64 },
    Step { is_done: bool, days: u32 },
    List,
    Decision(StatusCode),
}

/// What came to be known up to the day of knowledge, or only after it. A plan that has begun
/// reporting has at least one row, so the first event before the day is always a figure.
pub(super) fn history(count: Range<usize>, is_known: bool) -> impl Strategy<Value = Vec<Event>> {
    let flag = prop::option::weighted(
        0.3,
        prop::sample::select(ObservationStatus::LETTERS.map(|(_, flag)| flag).to_vec()),
    );
    let figure = (prop::option::weighted(0.6, 0_u16..4), 1_u8..=12, 0_i64..200, flag)
        .prop_map(|(region, month, value, flag)| What::Figure { region, month, value, flag });
    let what = prop_oneof![
        8 => figure.clone(),
        2 => (0_u16..4, 0_i64..100).prop_map(|(region, value)| What::Share { region, value }),
        1 => (any::<bool>(), 0_u32..365).prop_map(|(is_done, days)| What::Step { is_done, days }),
        1 => Just(What::List),
        1 => prop::sample::select(StatusCode::WORDS.map(|(_, code)| code).to_vec())
            .prop_map(What::Decision),
    ];
    let days = if is_known { 0_u32..206 } else { 206_u32..500 };
    let first_line = if is_known { 1 } else { 1000 };
    (figure, prop::collection::vec((what, days.clone()), count), days).prop_map(
        move |(figure, events, day_of_first)| {
            let first = is_known.then_some((figure, day_of_first));
            let start = day("2023-01-01");
            (first_line..)
                .zip(first.into_iter().chain(events))
                .map(|(line, (what, days))| Event { what, recorded: days_after(start, days), line })
                .collect()
        },
    )
}

/// How the target is compared: enough for every rule.
pub(super) fn kind() -> impl Strategy<Value = usize> {
    0_usize..8
}

pub(super) fn plan_of(kind: usize, with_regions: bool, known: &[Event], later: &[Event]) -> Plan {
    let mut plan = empty_plan();
    let measure = [
        Measure::Count,
        Measure::Count,
        Measure::Count,
        Measure::Growth,
        Measure::Stock,
        Measure::Event,
        Measure::Count,
        Measure::Flag,
    ];
    let mut one = indicator(measure[kind], Number::from(if kind == 1 { 12_i64 } else { 150 }));
    if let Some(target) = one.target.as_mut() {
        match kind {
            2 => target.op = Op::MoreThan,
            5 => (target.per, target.value) = (Some(Cadence::Quarter), Some(Number::ONE)),
            7 => (target.op, target.value) = (Op::Flag, None),
            _ => {}
        }
    }
    one.schedule = match kind {
        2 => Schedule::Expected(vec![node(4, 40), node(12, 150)]),
        3 | 4 => Schedule::Level,
        6 => Schedule::Batch(Vec::new()),
        7 => Schedule::None,
        _ => Schedule::Linear,
    };
    one.scope = if with_regions && kind == 1 { Scope::EachRegion } else { Scope::Plan };
    if with_regions {
        one.regions = (0..4).map(nth_region).collect();
        one.reporter = Some(Reporter::Regions);
    }
    one.report = Some(ReportRule { every: Cadence::Month, grace: Grace::USUAL, skip: Vec::new() });
    plan.milestones = vec![Milestone {
        id: "step".into(),
        item: ItemIx(0),
        title: Text::default(),
        due: day("2023-06-30"),
        location: location(0),
    }];
    plan.items[0].milestones = vec![MilestoneIx(0)];
    let mut rows = Vec::new();
    for event in known.iter().chain(later) {
        let recorded = event.recorded;
        match event.what {
            What::Figure { region, month, value, flag } => {
                let region = region.filter(|_| with_regions).map(nth_region);
                let value = (!flag.is_some_and(ObservationStatus::replaces_value))
                    .then(|| Number::from(value));
                let period = Period { year: 2023, span: Span::Month(month) };
                rows.push(Observation {
                    location: location(event.line),
                    ..row(region, period, value, flag, recorded)
                });
            }
            What::Share { region, value } => plan.allocations.push(Allocation {
                indicator: IndicatorIx(0),
                region: nth_region(region),
                target: Number::from(value),
                recorded,
                source: String::new(),
                note: String::new(),
                location: location(event.line),
            }),
            What::Step { is_done, days } => {
                let when = Some(days_after(day("2023-01-01"), days));
                let (due, done) = if is_done { (None, when) } else { (when, None) };
                plan.milestone_events.push(MilestoneEvent {
                    milestone: MilestoneIx(0),
                    due,
                    done,
                    recorded,
                    source: String::new(),
                    note: String::new(),
                    location: location(event.line),
                });
            }
            What::List | What::Decision(_) => {}
        }
    }
    // The list is planned from the beginning; what comes to be known is the day it was published.
    // An office decides once.
    let first = |wanted: fn(&What) -> bool| {
        let events = known.iter().chain(later).filter(move |event| wanted(&event.what));
        events.min_by_key(|event| (event.recorded, event.line))
    };
    let published = first(|what| matches!(what, What::List)).map(|event| event.recorded);
    if let Some(Event { what: What::Decision(status), recorded, line }) =
        first(|what| matches!(what, What::Decision(_)))
    {
        one.override_by_hand = Some(Override {
            period: Period { year: 2023, span: Span::Month(9) },
            status: *status,
            author: String::new(),
            date: *recorded,
            reason: Text::default(),
            location: location(*line),
        });
    }
    if kind == 6 {
        one.schedule = Schedule::Batch(vec![Batch { expected: None, published, notice: None }]);
    }
    plan.allocations.sort_by_key(|row| (row.indicator, row.region, row.recorded, row.location));
    plan.milestone_events.sort_by_key(|row| (row.milestone, row.recorded, row.location));
    plan.indicators = vec![one];
    plan.ledger = ledger(&rows);
    plan
}

pub(super) fn node(month: u8, value: i64) -> ExpectedPoint {
    ExpectedPoint {
        period: Period { year: 2023, span: Span::Month(month) },
        value: Number::from(value),
    }
}

pub(super) fn nth_region(row: u16) -> RegionIx {
    RegionIx::of_row(row.into()).expect("there are few")
}

pub(super) fn row(
    region: Option<RegionIx>,
    period: Period,
    value: Option<Number>,
    flag: Option<ObservationStatus>,
    recorded: Date,
) -> Observation {
    Observation {
        figure: value.into(),
        indicator: IndicatorIx(0),
        region,
        period,
        recorded,
        flag,
        revision: None,
        provenance: ProvenanceIx::default(),
        location: location(1),
    }
}

pub(super) fn ledger(rows: &[Observation]) -> Ledger {
    Ledger::new(vec![Table::new(FileId(0), rows, Arc::default())])
}

pub(super) fn indicator(measure: Measure, value: Number) -> Indicator {
    let target = Target::new("", Op::AtLeast, Some(value), location(0));
    let indicator = Indicator::new("question", "家", measure, Some(target));
    Indicator { schedule: Schedule::Linear, ..indicator }
}

/// Four regions, the last of them inside the first.
pub(super) fn regions() -> Vec<Region> {
    (0_u16..4)
        .map(|ix| Region {
            id: ix.to_string(),
            name: String::new(),
            short_name: String::new(),
            kind: "county".into(),
            group: String::new(),
            parent: (ix == 3).then_some(nth_region(0)),
            is_included: ix == 3,
            location: location(0),
        })
        .collect()
}

pub(super) fn empty_plan() -> Plan {
    let item = Item { indicators: vec![IndicatorIx(0)], ..Item::new(1, "") };
    let text = PlanText::new("2023", PeriodEnd::new(2023, 1), PeriodEnd::new(2023, 12));
    PlanText { items: vec![item], ..text }.into()
}

pub(super) fn day(text: &str) -> Date {
    parse_date(text).expect("a day")
}

pub(super) fn location(line: u32) -> Location {
    Location { file: FileId(0), line, column: 1 }
}
