//! Reads one `[[indicators]]` table: what is counted, what was promised, how it is compared.

use toml::de::DeValue;

use crate::codes;
use crate::front_matter::Keys;
use crate::language::Text;
use crate::message::message;
use crate::model::index::ItemIx;
use crate::model::indicator::{
    Aggregate, Batch, Exemption, ExpectedPoint, Indicator, Measure, Nature, Reporter, Schedule,
    Scope, Target,
};
use crate::model::period::{Cadence, Period};
use crate::model::region::RegionIx;
use crate::number::Number;
use crate::phrase::Op;
use crate::source::Located;

use super::bands::read_own_bands;
use super::by_hand::read_override;
use super::direction::{Counted, read_better};
use super::ids::plain_id;
use super::nouns;
use super::rate_span::settle_rate_span;
use super::reporting::read_report;
use super::shared::{PlanFrame, Shared, read_period};
use super::target::read_target;

/// One indicator as its file tells it; the share's parts are still names.
pub(super) struct IndicatorDraft {
    pub indicator: Indicator,
    pub numerator: Option<Located<String>>,
    pub denominator: Option<Located<String>>,
    /// Whether a region of its own could not be found.
    pub has_lost_regions: bool,
}

/// Reads one indicator. Without id, name, unit or measure it gives nothing.
///
/// An indicator may name its own `regions` where they differ from those of its item: a coverage of
/// counties leaves the parks out. A row about a region that the indicator does not have is an
/// error, since it would count nowhere.
pub(super) fn read_indicator(
    keys: &mut Keys<'_, '_>,
    frame: PlanFrame<'_>,
    item_regions: &[RegionIx],
) -> Option<IndicatorDraft> {
    let shared = frame.shared;
    let id = keys.required_text("id");
    let name = keys.required_translated("name");
    let unit = keys.required_translated("unit");
    if !keys.has("measure") {
        keys.missing("measure");
    }
    let measure = keys.one_of("measure", &Measure::WORDS).map(|m| m.value);
    let (known_measure, known_unit) =
        (measure.unwrap_or(Measure::Count), unit.clone().unwrap_or_default());
    let baseline = keys.number("baseline").map(|n| n.value);
    let target =
        read_target(keys, Counted { measure: known_measure, unit: known_unit.first(), baseline })
            .map(|target| settle_rate_span(keys, target, known_measure, frame));
    let is_lower = target.as_ref().is_some_and(Target::is_lower_better);
    // Nodes without a target lead nowhere, and may go either way.
    let is_falling = target.as_ref().map(|_| is_lower && !known_measure.is_cumulative());
    let schedule = read_schedule(keys, known_measure, is_falling);
    let scope = keys.one_of("scope", &Scope::WORDS).map_or(Scope::Plan, |s| s.value);
    check_schedule(keys, known_measure, &schedule, baseline.is_some());
    if let Some(target) = &target {
        let is_zero = target.value == Some(Number::ZERO) && target.is_quantified();
        if is_zero
            && baseline.is_none()
            && matches!(schedule, Schedule::Expected(_))
            && !known_measure.is_cumulative()
        {
            keys.fault(
                codes::BASELINE
                    .at(
                        target.location,
                        message!(
                            "steps to zero need a level they start from",
                            "按节点降到零，须有起点"
                        ),
                    )
                    .help(message!(
                        "add `baseline = \"…\"`, the figure before the plan",
                        "补充`baseline = \"…\"`（计划开始前的数）"
                    )),
            );
        }
        check_way(keys, target, &schedule, baseline.filter(|_| !known_measure.is_cumulative()));
        check_cadence(keys, target, scope, frame);
        check_years(keys, target, known_measure, frame);
    }
    let own_regions = shared.read_regions(keys, "regions");
    let has_lost_regions = own_regions.as_ref().is_some_and(|own| own.has_lost_any);
    let regions = own_regions.map_or_else(|| item_regions.to_vec(), |own| own.regions);
    read_better(keys, target.as_ref());
    let mut indicator = Indicator {
        id: String::new(),
        item: ItemIx(0),
        aggregate: keys
            .one_of("aggregate", &Aggregate::WORDS)
            .map_or(known_measure.usual_aggregate(), |a| a.value),
        scope,
        regions,
        baseline,
        reporter: read_reporter(keys, shared),
        authority: keys.translated("authority"),
        nature: keys.one_of("nature", &Nature::WORDS).map(|n| n.value),
        report: read_report(keys),
        exemption: read_exemption(keys),
        numerator: None,
        denominator: None,
        source: keys.translated("source"),
        method: keys.translated("method"),
        override_by_hand: None,
        bands: read_own_bands(keys),
        location: id.as_ref().map_or(keys.location(), |id| id.location),
        target,
        schedule,
        name: Text::default(),
        unit: Text::default(),
        measure: known_measure,
    };
    indicator.override_by_hand = read_override(keys, frame, &indicator);
    let (numerator, denominator) = (keys.text("numerator"), keys.text("denominator"));
    let id = plain_id(keys, id?)?;
    measure?;
    Some(IndicatorDraft {
        indicator: Indicator { id: id.value, name: name?, unit: unit?, ..indicator },
        numerator,
        denominator,
        has_lost_regions,
    })
}

/// A linear schedule is for what is added up over the year, or for a level that moves from a known
/// one.
fn check_schedule(keys: &Keys<'_, '_>, measure: Measure, schedule: &Schedule, has_baseline: bool) {
    let location =
        || if keys.has("schedule") { keys.location_of("schedule") } else { keys.location() };
    match (schedule, measure) {
        (Schedule::Linear, Measure::Stock) if !has_baseline => keys.fault(
            codes::BASELINE.at(location(), message!("a stock can follow a linear schedule only \
                from a baseline", "存量指标须有基数才能按月推进"))
                .help(message!("add `baseline = \"…\"`, the level before the plan, or use schedule \
                    = \"level\"", "补充`baseline = \"…\"`（计划前的水平），或改用schedule = \"level\"")),
        ),
        (Schedule::Linear, Measure::Growth | Measure::Share | Measure::Flag) => keys.fault(
            codes::SCHEDULE.at(location(), message!("a {} does not grow with the months of the \
                year", "{}类指标不随月份推进", measure.word()))
                .help(message!(
                    "use schedule = \"level\" for a rate, \"none\" for a flag, or file a \
                    node plan: {{ expected = [[\"2023-06\", 1]] }}", "比率用schedule \
                        = \"level\"，是否类用\"none\"，或编制节点计划：{{ expected = [[\"2023-06\", 1]] }}")),
        ),
        (Schedule::Level, Measure::Flag) => keys.fault(
            codes::SCHEDULE.at(location(), message!("a flag is done or not; it has no \
                level", "是否类指标只有完成与否，没有水平"))
                .help(message!("use schedule = \"none\" or \"batch\"", "改用schedule \
                    = \"none\"或\"batch\"")),
        ),
        _ => {}
    }
}

/// Progress from a baseline needs a way to go, and in the direction the target asks for.
fn check_way(keys: &Keys<'_, '_>, target: &Target, schedule: &Schedule, baseline: Option<Number>) {
    let (Some(base), Some(_)) = (baseline, target.value) else { return };
    let value = target.threshold();
    // From the number itself a strict target still asks for more.
    let has_way = !target.is_attained_at(base, value);
    // A level, and a linear way that is behind us, are held against the target itself; that is a
    // note.
    if has_way
        || matches!(schedule, Schedule::Level | Schedule::Linear)
        || target.op == Op::Coverage
    {
        return;
    }
    let problem = match () {
        () if value == base => {
            message!(
                "the baseline is the target itself ({value}): there is no way to go",
                "基数等于目标（{value}），无进度可言"
            )
        }
        () if target.is_lower_better() => {
            message!(
                "the target asks for a fall to {value}, the baseline is only {base}",
                "目标要求降至{value}，而基数只有{base}"
            )
        }
        () => {
            message!(
                "the target asks for a rise to {value}, the baseline is {base} already",
                "目标要求升至{value}，而基数已是{base}"
            )
        }
    };
    keys.fault(
        codes::BASELINE
            .at(keys.location_of("baseline"), problem)
            .label(target.location, message!("the target", "目标"))
            .help(message!(
                "correct the baseline or the target; a ceiling that only has to be kept is \
                    schedule = \"level\"",
                "更正基数或目标；只需守住的上限用schedule = \"level\""
            )),
    );
}

/// Parts of the year are judged for one figure; regions that keep them would need a figure of each.
fn check_cadence(keys: &Keys<'_, '_>, target: &Target, scope: Scope, frame: PlanFrame<'_>) {
    let Some(per) = target.per else { return };
    let months = frame.first.months_until(frame.last) + 1;
    let has_own_quarters = per == Cadence::Quarter && frame.first.month() % 3 != 1;
    if months % i32::from(per.months()) != 0 || has_own_quarters {
        let fault = codes::TARGET_PER.at(
            target.location,
            message!(
                "the plan ({} to {}) does not consist of whole parts of this length",
                "计划期（{}至{}）不能分成整数个该时段",
                frame.first,
                frame.last
            ),
        );
        keys.fault(fault.help(message!(
            "name another part (month, quarter, half-year, year), or state the number for the \
                whole plan",
            "改用其他时段（month、quarter、half-year、year），或写明全计划期的数"
        )));
    }
    if scope == Scope::EachRegion {
        keys.fault(
            codes::TARGET_PER
                .at(
                    target.location,
                    message!(
                        "a number for each part of the year cannot be asked of each region as well",
                        "按时段下达的数不能同时要求每个地区"
                    ),
                )
                .label(keys.location_of("scope"), message!("the scope", "范围"))
                .help(message!(
                    "write one indicator for each region, or state the number for the whole year",
                    "为每个地区各写一个指标，或写明全年数"
                )),
        );
    }
}

/// A mean of each year is no number of a plan of several years, and the rates of years are
/// published for those of the calendar.
fn check_years(keys: &Keys<'_, '_>, target: &Target, measure: Measure, frame: PlanFrame<'_>) {
    let (first, last) = (frame.first, frame.last);
    let has_years = first.months_until(last) >= 12;
    if has_years && target.is_yearly_mean() && measure.is_cumulative() && target.per.is_none() {
        let fault = codes::TARGET_PER.at(
            target.location,
            message!(
                "`{}` is a mean of each year; the plan ({first} to {last}) has several",
                "`{}`是每年的平均数，而计划期（{first}至{last}）有多年",
                target.phrase
            ),
        );
        keys.fault(fault.help(message!(
            "write what the whole plan asks for, or `per = \"year\"` where each year has to reach \
                it",
            "写明全计划期的数；每年都须达到的，写`per = \"year\"`"
        )));
    }
    let ends_within_a_year = match target.per {
        Some(Cadence::Year) => first.month() != 1,
        Some(Cadence::HalfYear) => first.month() % 6 != 1,
        _ => false,
    };
    if measure == Measure::Growth && ends_within_a_year {
        let fault = codes::TARGET_PER.at(
            target.location,
            message!(
                "the parts of the plan ({first} to {last}) end where no rate of a calendar year \
                    does",
                "计划期（{first}至{last}）各时段的终点与按日历年公布的增速不一致"
            ),
        );
        keys.fault(fault.help(message!(
            "state the rate for the whole plan, or let the plan begin with a calendar year",
            "写明全计划期的增速，或使计划从日历年初开始"
        )));
    }
}

fn read_schedule(keys: &mut Keys<'_, '_>, measure: Measure, is_falling: Option<bool>) -> Schedule {
    let default = measure.usual_schedule();
    let batches = read_batches(keys);
    if !keys.has("schedule") {
        return if batches.is_empty() { default } else { Schedule::Batch(batches) };
    }
    if keys.value("schedule").is_some_and(|found| matches!(found.value, DeValue::Table(_))) {
        return Schedule::Expected(read_expected(keys, is_falling));
    }
    let words = [("linear", 'l'), ("batch", 'b'), ("level", 'v'), ("none", 'n')];
    let word = keys.one_of("schedule", &words);
    if !batches.is_empty() && word.as_ref().is_some_and(|w| w.value != 'b') {
        keys.fault(
            codes::BATCHES
                .at(
                    keys.location_of("batches"),
                    message!("only a batch schedule has lists", "只有按批次的指标才有名单"),
                )
                .label(keys.location_of("schedule"), message!("the schedule", "序时方式"))
                .help(message!(
                    "remove `batches`, or use schedule = \"batch\"",
                    "删去`batches`，或改用schedule = \"batch\""
                )),
        );
    }
    match word.map(|w| w.value) {
        Some('l') => Schedule::Linear,
        Some('b') => Schedule::Batch(batches),
        Some('v') => Schedule::Level,
        Some('n') => Schedule::None,
        _ => default,
    }
}

/// Reads a node plan. What has to fall from a baseline falls from node to node; all else rises.
fn read_expected(keys: &mut Keys<'_, '_>, is_falling: Option<bool>) -> Vec<ExpectedPoint> {
    let Some(mut table) = keys.table("schedule") else { return Vec::new() };
    if !table.has("expected") {
        table.missing("expected");
    }
    let mut points: Vec<ExpectedPoint> = Vec::new();
    for entry in table.list("expected") {
        let shape = || {
            codes::EXPECTED
                .at(
                    entry.location,
                    message!("a point is a period and a number", "节点由时期和数组成"),
                )
                .help(message!("write it as [\"2023-06\", 40]", "写作[\"2023-06\", 40]"))
        };
        let DeValue::Array(pair) = entry.value else {
            table.fault(shape());
            continue;
        };
        let [period, value] = &pair[..] else {
            table.fault(shape());
            continue;
        };
        let parsed = period.get_ref().as_str().and_then(Period::parse);
        if parsed.is_none() {
            table.fault(
                codes::PERIOD
                    .at(
                        entry.location,
                        message!("this point has no period we can read", "该节点没有可读的时期"),
                    )
                    .help(message!(
                        "write 2023-06, 2023-Q2, 2023-H1 or 2023",
                        "写作2023-06、2023-Q2、2023-H1或2023"
                    )),
            );
        }
        let value = table.number_in("expected", Located::new(value.get_ref(), entry.location));
        let (Some(period), Some(value)) = (parsed, value) else { continue };
        if let Some(last) = points.last()
            && (period.end() <= last.period.end()
                || is_falling.is_some_and(|falls| {
                    if falls { value.value > last.value } else { value.value < last.value }
                }))
        {
            table.fault(
                codes::EXPECTED
                    .at(
                        entry.location,
                        message!(
                            "the node plan goes back: {} at {period}",
                            "节点计划倒退：{period}为{}",
                            value.value
                        ),
                    )
                    .help(message!(
                        "list the points in the order of time; an expected amount never goes back",
                        "按时间先后列出节点；预期数不应倒退"
                    )),
            );
        }
        points.push(ExpectedPoint { period, value: value.value });
    }
    table.finish();
    points
}

fn read_batches(keys: &mut Keys<'_, '_>) -> Vec<Batch> {
    let mut batches = Vec::new();
    for mut table in keys.tables("batches") {
        batches.push(Batch {
            expected: read_period(&mut table, "expected"),
            published: table.date("published").map(|d| d.value),
            notice: table.text("notice").map(|t| t.value),
        });
        table.finish();
    }
    batches
}

fn read_reporter(keys: &mut Keys<'_, '_>, shared: &Shared) -> Option<Reporter> {
    let name = keys.text("reporter")?;
    if name.value == "regions" {
        return Some(Reporter::Regions);
    }
    shared
        .departments
        .resolve(keys, codes::UNKNOWN_DEPARTMENT, nouns::DEPARTMENT, &name)
        .map(Reporter::Department)
}

fn read_exemption(keys: &mut Keys<'_, '_>) -> Option<Exemption> {
    let is_assessed = keys.boolean("assess").unwrap_or(true);
    let reason = keys.translated("assess_reason");
    if is_assessed {
        return None;
    }
    if reason.is_none() {
        keys.fault(
            codes::MISSING_KEY
                .at(
                    keys.location_of("assess"),
                    message!(
                        "`assess = false` needs a reason for readers",
                        "`assess = false`须向读者说明理由"
                    ),
                )
                .help(message!("add `assess_reason = \"…\"`", "补充`assess_reason = \"…\"`")),
        );
    }
    Some(Exemption { reason: reason.unwrap_or_default() })
}
