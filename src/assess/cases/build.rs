//! Makes plans, indicators and figures of the lines of the tables.

use crate::date::{Date, days_after, parse_date};
use crate::language::Text;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use crate::model::indicator::{
    Aggregate, Batch, Exemption, ExpectedPoint, Grace, Indicator, Measure, Override, ReportRule,
    Reporter, Schedule, Scope, Target,
};
use crate::model::item::Item;
use crate::model::ledger::{Ledger, Table};
use crate::model::milestone::{Milestone, MilestoneEvent};
use crate::model::observation::{Allocation, AsOf, Observation, ObservationStatus};
use crate::model::period::{Cadence, Period, PeriodEnd};
use crate::model::plan::{Plan, PlanText};
use crate::model::provenance::ProvenanceIx;
use crate::model::region::{Region, RegionIx};
use crate::model::status::StatusCode;
use crate::number::Number;
use crate::phrase::{Ambition, Direction, Op, parse_phrase, tolerance_of};
use crate::source::{FileId, Location};
use std::sync::Arc;

/// One line of a table.
pub(super) struct Case<'t> {
    pub name: &'t str,
    pub target: &'t str,
    pub how: &'t str,
    pub figures: &'t str,
    pub as_of: &'t str,
    pub verdict: &'t str,
}

/// The indicator in question, then the parts of a share, then something else that was reported.
pub(super) const QUESTION: IndicatorIx = IndicatorIx(0);

pub(super) const NUMERATOR: IndicatorIx = IndicatorIx(1);

pub(super) const DENOMINATOR: IndicatorIx = IndicatorIx(2);

pub(super) const OTHER: IndicatorIx = IndicatorIx(3);

impl Case<'_> {
    pub fn known(&self) -> AsOf {
        match self.as_of.split_once('/') {
            Some((as_of, until)) => AsOf { as_of: day(as_of), until: Some(period(until).end()) },
            None => AsOf::on(day(self.as_of)),
        }
    }

    pub fn plan(&self) -> Plan {
        let (measure, options) = self.how.split_once(' ').unwrap_or((self.how, ""));
        let measure = meaning(&Measure::WORDS, measure);
        let mut plan = empty_plan();
        let mut indicator = indicator(measure, target_of(self.target, measure));
        let mut rows: Vec<Observation> = Vec::new();
        for option in options.split_whitespace() {
            let (word, value) = match option.split_once(['=', '(']) {
                Some((word, value)) => (word, value.trim_end_matches(')')),
                None => (option, ""),
            };
            match word {
                "linear" => indicator.schedule = Schedule::Linear,
                "level" => indicator.schedule = Schedule::Level,
                "none" => indicator.schedule = Schedule::None,
                "batch" => {
                    indicator.schedule = Schedule::Batch(
                        value.split(',').filter(|v| !v.is_empty()).map(batch).collect(),
                    )
                }
                "expected" => {
                    indicator.schedule = Schedule::Expected(value.split(',').map(node).collect())
                }
                "base" => indicator.baseline = Some(number(value)),
                "regions" => {
                    indicator.regions = letters(value).map(|letter| region_named(&letter)).collect()
                }
                "each" => indicator.scope = Scope::EachRegion,
                "alone" => indicator.aggregate = Aggregate::None,
                "max" => indicator.aggregate = Aggregate::Max,
                "ratio" => {
                    (indicator.numerator, indicator.denominator) =
                        (Some(NUMERATOR), Some(DENOMINATOR))
                }
                "share" => plan.allocations.extend(value.split(',').map(allocation)),
                "report" => indicator.report = Some(report_rule(value)),
                "by-regions" => indicator.reporter = Some(Reporter::Regions),
                "override" => indicator.override_by_hand = Some(by_hand(value)),
                "exempt" => indicator.exemption = Some(Exemption::default()),
                "begun" => rows.push(Observation {
                    indicator: OTHER,
                    ..observation("2022-12 1 @2023-01-05", 0)
                }),
                "year" => {
                    let (first, last) = value.split_once("..").expect("a first and a last month");
                    (plan.first, plan.last) = (period(first).end(), period(last).end());
                }
                _ => panic!("{option} is no option"),
            }
        }
        plan.allocations.sort_by_key(|row| (row.region, row.recorded));
        let written = self.figures.split(';').filter(|figure| !figure.trim().is_empty());
        rows.extend((1..).zip(written).flat_map(|(line, figures)| observations(figures, line)));
        plan.ledger = Ledger::new(vec![Table::new(FileId(0), &rows, Arc::default())]);
        let part = Indicator {
            regions: indicator.regions.clone(),
            ..self::indicator(Measure::Count, None)
        };
        plan.indicators = vec![indicator, part.clone(), part.clone(), part];
        plan.items[0].indicators = (0..4).map(IndicatorIx).collect();
        plan
    }
}

/// Reads `2023-09 a 12, b 7`, `2023-01.. 1 2 4` and `2023-01.. N a 1 2 4`.
pub(super) fn observations(text: &str, line: u32) -> Vec<Observation> {
    let (when, figures) = text.trim().split_once(' ').expect("a period and a figure");
    match when.strip_suffix("..") {
        Some(first) => {
            let (of, figures) = figures.split_at(
                figures.find(|c: char| c.is_ascii_digit() || c == '[').expect("a figure"),
            );
            (0..)
                .zip(figures.split_whitespace())
                .filter_map(|(months, figure)| {
                    Some((
                        Cadence::Month.period_ending(period(first).end().plus_months(months))?,
                        figure,
                    ))
                })
                .map(|(month, figure)| observation(&format!("{month} {of}{figure}"), line))
                .collect()
        }
        None => figures
            .split(',')
            .map(|figure| observation(&format!("{when} {figure}"), line))
            .collect(),
    }
}

/// Reads `2023-09 a 12[p] @2023-10-15`.
pub(super) fn observation(text: &str, line: u32) -> Observation {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let recorded = words.pop_if(|word| word.starts_with('@')).map(|word| day(&word[1..]));
    let figure = words.pop().expect("a value or a flag");
    let period = period(words.remove(0));
    let (mut indicator, mut region) = (QUESTION, None);
    for word in words {
        match word {
            "N" => indicator = NUMERATOR,
            "D" => indicator = DENOMINATOR,
            letter => region = Some(region_named(letter)),
        }
    }
    let (value, flag) = figure.split_once('[').unwrap_or((figure, ""));
    Observation {
        figure: (!value.is_empty()).then(|| number(value)).into(),
        indicator,
        region,
        period,
        recorded: recorded.unwrap_or_else(|| days_after(period.end().last_day(), 10)),
        flag: (!flag.is_empty())
            .then(|| meaning(&ObservationStatus::LETTERS, flag.trim_end_matches(']'))),
        revision: None,
        provenance: ProvenanceIx::default(),
        location: location(line),
    }
}

/// Reads a phrase as the loader does, without its faults.
pub(super) fn target_of(phrase: &str, measure: Measure) -> Option<Target> {
    let (op, value, upper, ambition, per, unit) = match phrase {
        "none" => return None,
        "flag" => (Op::Flag, None, None, Ambition::Expected, None, None),
        "力争flag" => (Op::Flag, None, None, Ambition::Stretch, None, None),
        _ => {
            let readings = parse_phrase(phrase);
            assert_eq!(readings.len(), 1, "{phrase} is one target");
            let reading = &readings[0];
            (
                reading.op,
                reading.value,
                reading.upper,
                reading.ambition,
                reading.per,
                reading.unit.clone(),
            )
        }
    };
    let tolerance = (op == Op::Approx)
        .then(|| tolerance_of(value.unwrap_or_default(), unit.as_deref(), measure.is_rate()));
    Some(Target {
        upper,
        tolerance,
        ambition,
        per,
        direction: op.own_direction().unwrap_or(Direction::Higher),
        ..Target::new(phrase, op, value, location(0))
    })
}

pub(super) fn indicator(measure: Measure, target: Option<Target>) -> Indicator {
    let unit = target.as_ref().and_then(|target| {
        parse_phrase(&target.phrase).first().and_then(|reading| reading.unit.clone())
    });
    Indicator::new("question", unit.as_deref().unwrap_or("个"), measure, target)
}

/// Makes an item whose targets were set by hand to these statuses.
pub(super) fn plan_of_parts(parts: &str, milestones: &str) -> Plan {
    let mut plan = empty_plan();
    for part in parts.split_whitespace() {
        let (phrase, word) = match part.split_at(1) {
            ("~", word) => ("力争150家", word),
            ("!", word) => ("确保150家", word),
            _ => ("150家", part),
        };
        let mut one = indicator(
            Measure::Count,
            target_of(if word == "context" { "none" } else { phrase }, Measure::Count),
        );
        if word != "context" {
            one.override_by_hand = Some(by_hand(&format!("{word}@{ROLL_UP_DAY}")));
        }
        plan.indicators.push(one);
    }
    for (ix, word) in (0..).zip(milestones.split_whitespace()) {
        let (due, done) = match word {
            "on_time" => ("2023-06-30", Some("2023-06-20")),
            "late" => ("2023-06-30", Some("2023-07-10")),
            "overdue" => ("2023-06-30", None),
            _ => ("2023-12-31", None),
        };
        let (id, title) = (word.to_string(), Text::new("节点"));
        plan.milestones.push(Milestone {
            id,
            item: ItemIx(0),
            title,
            due: day(due),
            location: location(0),
        });
        plan.milestone_events.push(event(ix, None, done, "2023-07-15"));
    }
    plan.items[0].indicators = (0..).map(IndicatorIx).take(plan.indicators.len()).collect();
    plan.items[0].milestones = (0..).map(MilestoneIx).take(plan.milestones.len()).collect();
    plan
}

pub(super) fn event(
    milestone: u32,
    due: Option<&str>,
    done: Option<&str>,
    recorded: &str,
) -> MilestoneEvent {
    MilestoneEvent {
        milestone: MilestoneIx(milestone),
        due: due.map(day),
        done: done.map(day),
        recorded: day(recorded),
        source: String::new(),
        note: String::new(),
        location: location(0),
    }
}

pub(super) fn empty_plan() -> Plan {
    let text = PlanText::new("2023", PeriodEnd::new(2023, 1), PeriodEnd::new(2023, 12));
    PlanText { items: vec![Item::new(1, "事项")], ..text }.into()
}

/// The regions a to i; i lies in h.
pub(super) fn regions() -> Vec<Region> {
    letters("abcdefghi")
        .map(|id| Region {
            name: id.clone(),
            short_name: id.clone(),
            kind: "county".into(),
            group: "county".into(),
            parent: (id == "i").then_some(region_named("h")),
            is_included: id == "i",
            location: location(0),
            id,
        })
        .collect()
}

pub(super) fn letters(text: &str) -> impl Iterator<Item = String> + '_ {
    text.chars().map(String::from)
}

pub(super) fn region_named(letter: &str) -> RegionIx {
    "abcdefghi".find(letter).and_then(RegionIx::of_row).expect("a letter from a to i")
}

pub(super) fn batch(published: &str) -> Batch {
    Batch { expected: None, published: parse_date(published), notice: None }
}

pub(super) fn node(text: &str) -> ExpectedPoint {
    let (when, value) = text.split_once(':').expect("a node is period:value");
    ExpectedPoint { period: period(when), value: number(value) }
}

pub(super) fn allocation(text: &str) -> Allocation {
    let (what, recorded) = text.split_once('@').unwrap_or((text, "2023-02-10"));
    let (region, target) = what.split_once(':').expect("a share is region:value");
    Allocation {
        indicator: QUESTION,
        region: region_named(region),
        target: number(target),
        recorded: day(recorded),
        source: String::new(),
        note: String::new(),
        location: location(0),
    }
}

pub(super) fn report_rule(text: &str) -> ReportRule {
    let mut parts = text.split('/');
    let every = meaning(&Cadence::WORDS, parts.next().unwrap_or(""));
    let grace =
        Grace::Days(parts.next().and_then(|days| days.parse().ok()).expect("days of grace"));
    ReportRule { every, grace, skip: parts.map(period).collect() }
}

pub(super) fn by_hand(text: &str) -> Override {
    let (word, date) = text.split_once('@').expect("an override is status@day");
    Override {
        period: period("2023-09"),
        status: meaning(&StatusCode::WORDS, word),
        author: "办公室".into(),
        date: day(date),
        reason: Text::new("原因"),
        location: location(0),
    }
}

pub(super) fn meaning<T: Copy>(words: &[(&str, T)], text: &str) -> T {
    words
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, meaning)| *meaning)
        .unwrap_or_else(|| panic!("`{text}` is no word"))
}

pub(super) fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|fault| panic!("`{text}` {fault}"))
}

/// The day on which roll-ups are looked at.
pub(super) const ROLL_UP_DAY: &str = "2023-07-25";

pub(super) fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or_else(|| panic!("`{text}` is no period"))
}

pub(super) fn day(text: &str) -> Date {
    parse_date(text).unwrap_or_else(|| panic!("`{text}` is no day"))
}

pub(super) fn location(line: u32) -> Location {
    Location { file: FileId(0), line, column: 1 }
}
