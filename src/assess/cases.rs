//! The cases of assessment as tables: what was promised, what was reported, what was known, and
//! what must be said of it.
//!
//! Comes in: one line of a table. Goes out: a plan in memory with one item, its assessment, and a
//! comparison with what the line says. The verdicts were worked out by hand from the rules, not
//! copied from a run; all lines that differ are told at once. Dates are fixed. Only the builder
//! below the tables knows the types of the model.
//!
//! ```text
//! case | target | how | figures | as of | status rule completion gap | also
//! ```
//! - **target**: the plan's phrase, as the loader reads it; `flag` is done or not; `none` is
//!   context.
//! - **how**: the measure, then the schedule (the measure's own where nothing is said) and options:
//!   `base=330`, `regions=abc`, `each`, `alone` (regions do not make one figure), `max`, `ratio`
//!   (of the figures N and D), `share(a:60@DAY)`, `report=month/20/SKIPPED`, `by-regions`,
//!   `override(CODE@DAY)`, `exempt`, `begun` (something else was reported), `year(FIRST..LAST)`.
//! - **figures**: `PERIOD [REGION] VALUE[FLAG] [@RECORDED]`, recorded on the tenth day after the
//!   period's end where nothing is said. A comma goes on with the same period, `MONTH.. [REGION]
//!   VALUE VALUE` with the months that follow. Regions are a to i; i lies in h and is not added.
//! - **as of**: the day of knowledge; `DAY/PERIOD` looks at nothing after that period.
//! - **completion** is a ratio, **gap** is in points (of a stock in units), both rounded to six
//!   digits here and nowhere before; `-` is none.
//! - **also**: further facts, each `name=value`; a single letter is the status of that region.

mod build;

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::overdue_reports::overdue_report;
use crate::assess::projection::project;
use crate::assess::verdict::Comparison;
use crate::assess::{Assessment, assess_plan};
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Measure};
use crate::model::observation::AsOf;
use crate::model::period::PeriodEnd;
use crate::model::plan::Plan;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;
use build::*;

/// Completion against time gone: counts, events, stocks with a baseline.
const PACE: &str = include_str!("cases/pace.txt");

/// Node plans, lists, parts of the year, yes or no.
const STEPS: &str = include_str!("cases/steps.txt");

/// The figure against the target itself: growth, shares, stocks without a baseline.
const LEVELS: &str = include_str!("cases/levels.txt");

/// What regions make, and how each of them stands.
const REGIONS: &str = include_str!("cases/regions.txt");

/// Reports, knowledge, and what is not judged.
const AS_OF: &str = include_str!("cases/knowledge.txt");

/// Statuses of one item's parts, and the item's word. `~` is strived for, `!` is binding, `context`
/// has no target. Milestones are named by how they stand.
const ROLL_UPS: &str = include_str!("cases/roll_ups.txt");

#[test]
fn a_pace_is_judged_by_its_gap() {
    check(PACE);
}

#[test]
fn nodes_lists_and_parts_are_judged_when_they_are_due() {
    check(STEPS);
}

#[test]
fn a_level_is_judged_by_its_target() {
    check(LEVELS);
}

#[test]
fn regions_make_one_figure_and_stand_for_themselves() {
    check(REGIONS);
}

#[test]
fn only_what_was_known_counts() {
    check(AS_OF);
}

#[test]
fn an_item_is_as_good_as_its_worst_part() {
    let mut faults = Vec::new();
    for line in lines(ROLL_UPS) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [parts, milestones, expected] = cells[..] else {
            panic!("three cells are wanted: {line}")
        };
        let plan = plan_of_parts(parts, milestones);
        let assessment = assess_plan(&plan, &regions(), AsOf::on(day(ROLL_UP_DAY)));
        let item = &assessment.items[0];
        if item.code.word() != expected {
            faults.push(format!(
                "{parts} | {milestones} -> {} instead of {expected}",
                item.code.word()
            ));
        }
        let with_target = parts.split_whitespace().filter(|part| *part != "context").count();
        let below: Vec<IndicatorIx> = (0..)
            .map(IndicatorIx)
            .zip(parts.split_whitespace())
            .filter(|(_, part)| {
                StatusCode::WORDS
                    .iter()
                    .any(|(word, code)| part.ends_with(word) && code.standing() == Standing::Below)
            })
            .map(|(ix, _)| ix)
            .collect();
        assert_eq!((item.targets(), &item.below), (with_target, &below), "{line}");
        assert_eq!(item.milestones.all, milestones.split_whitespace().count(), "{line}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_headline_adds_up() {
    let all: Vec<&str> = StatusCode::WORDS.iter().map(|(word, _)| *word).collect();
    let stretch: Vec<String> = all.iter().map(|word| format!("~{word}")).collect();
    let mut plan = plan_of_parts(&format!("{} {} context", all.join(" "), stretch.join(" ")), "");
    // A cadence, a coverage and a flag have no one number for the year and are told beside the
    // headline.
    for (ix, phrase) in (0..).zip(["一月一次", "全覆盖", "flag"]) {
        let indicator: &mut Indicator = &mut plan.indicators[ix];
        indicator.target = target_of(phrase, Measure::Count);
    }
    let counts = assess_plan(&plan, &regions(), AsOf::on(day(ROLL_UP_DAY))).counts;
    let standings = [
        Standing::AtOrAbove,
        Standing::Below,
        Standing::Awaiting,
        Standing::Missing,
        Standing::NotAssessed,
    ];
    let groups = standings.map(|standing| counts.indicators.standing(standing));
    // Of the seventeen codes the first three (done, ahead, on_track) stand once only, as stretch;
    // the others twice.
    assert_eq!(groups, [5 * 2 - 3, 5 * 2, 2 * 2, 2 * 2, 3 * 2]);
    assert_eq!(counts.indicators.total(), groups.iter().sum::<usize>());
    assert_eq!(counts.indicators.total(), 17 * 2 - 3);
    assert_eq!(counts.indicators.stretch.values().sum::<usize>(), 17);
    assert!(counts.indicators.stretch.iter().all(|(code, n)| counts.indicators.all[code] >= *n));
    assert_eq!(counts.indicators.others.values().sum::<usize>(), 3);
    assert_eq!(counts.items.values().sum::<usize>(), 1);
}

#[test]
fn an_overdue_report_is_named_in_public_only_where_the_plan_says_so() {
    let mut plan = plan_of_parts("on_track", "");
    assert_eq!(public_code(&plan, StatusCode::OverdueReport), StatusCode::NotReported);
    plan.publishes_overdue = true;
    assert_eq!(public_code(&plan, StatusCode::OverdueReport), StatusCode::OverdueReport);
}

#[test]
fn a_milestone_is_what_was_known_of_it() {
    // (due, rows of moved / done / recorded, as of) -> word
    type Row = (Option<&'static str>, Option<&'static str>, &'static str);
    let cases: [(&str, &[Row], &str, &str); 8] = [
        ("2023-06-30", &[], "2023-09-01", "not_due"),
        ("2023-06-30", &[(None, None, "2023-05-01")], "2023-06-30", "not_due"),
        ("2023-06-30", &[(None, None, "2023-05-01")], "2023-07-01", "overdue"),
        (
            "2023-06-30",
            &[(None, None, "2023-05-01"), (None, Some("2023-06-30"), "2023-07-05")],
            "2023-07-04",
            "overdue",
        ),
        ("2023-06-30", &[(None, Some("2023-06-30"), "2023-07-05")], "2023-07-05", "on_time"),
        ("2023-06-30", &[(None, Some("2023-07-01"), "2023-07-05")], "2023-07-05", "late"),
        ("2023-06-30", &[(Some("2023-09-30"), None, "2023-06-01")], "2023-07-25", "not_due"),
        (
            "2023-06-30",
            &[(Some("2023-09-30"), None, "2023-06-01"), (None, Some("2023-09-01"), "2023-09-10")],
            "2023-09-10",
            "on_time",
        ),
    ];
    for (due, rows, as_of, expected) in cases {
        let mut plan = plan_of_parts("", "not_due");
        plan.milestones[0].due = day(due);
        plan.milestone_events =
            rows.iter().map(|(due, done, recorded)| event(0, *due, *done, recorded)).collect();
        let assessment = assess_plan(&plan, &regions(), AsOf::on(day(as_of)));
        assert_eq!(
            assessment.milestones[0].status.word(),
            expected,
            "{due} {rows:?} as of {as_of}"
        );
    }
}

/// Assesses every line of a table and tells all that differ.
#[track_caller]
fn check(table: &str) {
    let mut faults = Vec::new();
    for line in lines(table) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (case, also) = match cells[..] {
            [name, target, how, figures, as_of, verdict] => {
                (Case { name, target, how, figures, as_of, verdict }, "")
            }
            [name, target, how, figures, as_of, verdict, also] => {
                (Case { name, target, how, figures, as_of, verdict }, also)
            }
            _ => panic!("six or seven cells are wanted: {line}"),
        };
        let plan = case.plan();
        let assessment = assess_plan(&plan, &regions(), case.known());
        let assessed = assessment.indicator(IndicatorIx(0));
        let found = describe(assessed);
        if found != case.verdict {
            faults.push(format!(
                "{} ({}): {found} instead of {}",
                case.name, case.target, case.verdict
            ));
        }
        for fact in also.split_whitespace() {
            let (name, wanted) = fact.split_once('=').expect("a fact is name=value");
            let found = fact_of(&plan, assessed, name);
            if found != wanted {
                faults.push(format!(
                    "{} ({}): {name} is {found} instead of {wanted}",
                    case.name, case.target
                ));
            }
        }
        check_always(&assessment, line);
    }
    assert!(faults.is_empty(), "{} differ:\n{}", faults.len(), faults.join("\n"));
}

/// What holds whatever the case: the item of one target stands as this target does, and the
/// headline counts it once.
fn check_always(assessment: &Assessment, line: &str) {
    let status = &assessment.indicator(IndicatorIx(0)).status;
    let is_context = line.split('|').nth(1).is_some_and(|target| target.trim() == "none");
    let expected = if is_context { StatusCode::Qualitative } else { status.code };
    assert_eq!(assessment.items[0].code, expected, "{line}");
    let counted = assessment.counts.indicators.total()
        + assessment.counts.indicators.others.values().sum::<usize>();
    assert_eq!(counted, usize::from(!is_context), "{line}");
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

fn describe(assessed: &IndicatorAssessment) -> String {
    let status = &assessed.status;
    let Comparison { completion, gap, .. } = status.comparison;
    format!("{} {} {} {}", status.code.word(), status.rule.word(), shown(completion), shown(gap))
}

fn shown(number: Option<Number>) -> String {
    number.map_or("-".into(), |number| number.shown(6))
}

fn fact_of(plan: &Plan, assessed: &IndicatorAssessment, name: &str) -> String {
    let word =
        |found: Option<StatusCode>| found.map_or("-".to_string(), |code| code.word().to_string());
    let text = |found: Option<String>| found.unwrap_or("-".into());
    let region = |letter: &str| {
        let ix = region_named(letter);
        assessed.regions.iter().find(|region| region.region == ix).expect("a region of the case")
    };
    let status = &assessed.status;
    match name {
        "tau" => shown(status.comparison.schedule),
        "value" => shown(assessed.latest().and_then(|point| point.value)),
        "period" => text(assessed.latest().map(|point| point.period.to_string())),
        "derived" => text(
            assessed
                .latest()
                .and_then(|point| point.derived)
                .map(|derived| derived.word().to_string()),
        ),
        "partial" => text(
            assessed
                .partial
                .map(|(period, n)| format!("{period}:{}/{}:{}", n.reported, n.asked, n.so_far)),
        ),
        "margin" => shown(status.margin.map(|margin| margin.value)),
        "leads-to" => shown(project(plan, plan.indicator(QUESTION), assessed)),
        "last" => word(assessed.last_known.as_ref().map(|verdict| verdict.code)),
        "computed" => word(assessed.computed.as_ref().map(|verdict| verdict.code)),
        "public" => public_code(plan, status.code).word().to_string(),
        // The regions that owe a report, as letters.
        "owed" => text(overdue_report(plan.indicator(QUESTION), assessed).map(|overdue_report| {
            overdue_report
                .regions
                .iter()
                .filter_map(|region| "abcdefghi".chars().nth(region.row()))
                .collect()
        })),
        "days" => text(status.overdue.map(|overdue| overdue.days.to_string())),
        "since" => text(status.overdue.map(|overdue| overdue.period.to_string())),
        _ => match name.split_once('.') {
            Some((letter, "target")) => shown(region(letter).target),
            Some(_) => panic!("{name} is no fact"),
            None => word(region(name).status.as_ref().map(|verdict| verdict.code)),
        },
    }
}

/// Makes a plan of nothing, between two months.
pub(super) fn plan_between(first: PeriodEnd, last: PeriodEnd) -> Plan {
    let mut plan = empty_plan();
    (plan.first, plan.last) = (first, last);
    plan
}
