//! Reads one `[[indicators]]` table: what is counted, what was promised, how it is compared.

use toml::de::DeValue;

use crate::diag::Diagnostic;
use crate::front_matter::Keys;
use crate::language::Text;
use crate::model::index::ItemIx;
use crate::model::indicator::{
    Aggregate, Batch, Exemption, ExpectedPoint, Indicator, Measure, Nature, Override, ReportRule, Reporter, Schedule, Scope,
    Target,
};
use crate::model::period::{Cadence, Period};
use crate::model::region::RegionIx;
use crate::model::status::StatusCode;
use crate::number::Number;
use crate::phrase::{Ambition, Op, Reading, parse_phrase, tolerance_of};
use crate::source::Located;

use super::shared::{Shared, plain_id, read_period};

/// One indicator as its file tells it; the share's parts are still names.
pub(super) struct IndicatorDraft {
    pub indicator: Indicator,
    pub numerator: Option<Located<String>>,
    pub denominator: Option<Located<String>>,
}

/// Reads one indicator. Without id, name, unit or measure it gives nothing.
pub(super) fn read_indicator(keys: &mut Keys<'_, '_>, shared: &Shared<'_>, item_regions: &[RegionIx]) -> Option<IndicatorDraft> {
    let id = keys.required_text("id");
    let name = keys.required_translated("name");
    let unit = keys.required_translated("unit");
    if !keys.has("measure") {
        keys.missing("measure");
    }
    let measure = keys.one_of("measure", &Measure::WORDS).map(|m| m.value);
    let (known_measure, known_unit) = (measure.unwrap_or(Measure::Count), unit.clone().unwrap_or_default());
    let target = read_target(keys, known_measure, known_unit.first());
    let schedule = read_schedule(keys, known_measure);
    let baseline = keys.number("baseline").map(|n| n.value);
    if schedule == Schedule::Linear && known_measure == Measure::Stock && baseline.is_none() {
        keys.fault(
            Diagnostic::error("baseline", keys.place_of("schedule"), "a stock can follow a linear schedule only from a baseline")
                .help("add `baseline = \"…\"`, the level before the plan, or use schedule = \"level\""),
        );
    }
    let default_aggregate =
        if matches!(known_measure, Measure::Count | Measure::Event) { Aggregate::Sum } else { Aggregate::None };
    let regions = shared.read_regions(keys, "regions").unwrap_or_else(|| item_regions.to_vec());
    read_better(keys, target.as_ref());
    let indicator = Indicator {
        id: String::new(),
        item: ItemIx(0),
        aggregate: keys.one_of("aggregate", &Aggregate::WORDS).map_or(default_aggregate, |a| a.value),
        scope: keys.one_of("scope", &Scope::WORDS).map_or(Scope::Plan, |s| s.value),
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
        override_by_hand: read_override(keys),
        place: id.as_ref().map_or(keys.place(), |id| id.place),
        target,
        schedule,
        name: Text::default(),
        unit: Text::default(),
        measure: known_measure,
    };
    let (numerator, denominator) = (keys.text("numerator"), keys.text("denominator"));
    let id = plain_id(keys, id?)?;
    measure?;
    Some(IndicatorDraft { indicator: Indicator { id: id.value, name: name?, unit: unit?, ..indicator }, numerator, denominator })
}

/// Reads the target: a phrase, or a table that spells the reading out.
fn read_target(keys: &mut Keys<'_, '_>, measure: Measure, unit: &str) -> Option<Target> {
    if !keys.has("target") {
        return None;
    }
    if matches!(keys.value("target")?.value, DeValue::String(_)) {
        let phrase = keys.text("target")?;
        let reading = read_phrase(keys, &phrase)?;
        return target_of(keys, &phrase, Some(reading), Spelled::default(), measure, unit);
    }
    let mut table = keys.table("target")?;
    let phrase = table.required_text("phrase");
    let spelled = Spelled {
        op: table.one_of("op", &Op::WORDS).map(|op| op.value),
        value: table.number("value").map(|n| n.value),
        upper: table.number("upper").map(|n| n.value),
        tolerance: table.number("tolerance").map(|n| n.value),
        ambition: table.one_of("ambition", &Ambition::WORDS).map(|a| a.value),
        per: table.one_of("per", &Cadence::WORDS).map(|per| per.value),
    };
    let phrase = phrase?;
    // A spelled-out reading stands by itself; otherwise the phrase must say the rest.
    let reading =
        if spelled.op.is_some() { parse_phrase(&phrase.value).into_iter().next() } else { Some(read_phrase(&table, &phrase)?) };
    let target = target_of(&table, &phrase, reading, spelled, measure, unit);
    table.finish();
    target
}

/// What an author spelled out beside the phrase.
#[derive(Default)]
struct Spelled {
    op: Option<Op>,
    value: Option<Number>,
    upper: Option<Number>,
    tolerance: Option<Number>,
    ambition: Option<Ambition>,
    per: Option<Cadence>,
}

fn read_phrase(keys: &Keys<'_, '_>, phrase: &Located<String>) -> Option<Reading> {
    let mut readings = parse_phrase(&phrase.value);
    let problem = match readings.len() {
        1 => return readings.pop(),
        0 => "no target can be read from this phrase".to_string(),
        n => format!("{n} targets can be read from this phrase"),
    };
    keys.fault(
        Diagnostic::error("target-phrase", phrase.place, format!("{problem}: `{}`", phrase.value))
            .help("keep one short phrase such as \"力争15家以上\", or spell it out: target = { phrase = \"…\", op = \">=\", value = \"15\" }"),
    );
    None
}

fn target_of(
    keys: &Keys<'_, '_>,
    phrase: &Located<String>,
    reading: Option<Reading>,
    spelled: Spelled,
    measure: Measure,
    unit: &str,
) -> Option<Target> {
    let op = spelled.op.or(reading.as_ref().map(|r| r.op))?;
    let is_flag = op == Op::Flag;
    let scale = match reading.as_ref().filter(|_| !is_flag && spelled.value.is_none()) {
        Some(read) => unit_scale(keys, phrase, read, unit)?,
        None => Number::ONE,
    };
    let scaled = |number: Number| number.divided_by(scale).unwrap_or(number);
    let read = |pick: fn(&Reading) -> Option<Number>| reading.as_ref().and_then(pick).map(scaled);
    let value = match op {
        Op::Flag => None,
        Op::Coverage => spelled.value.or(Some(Number::HUNDRED)),
        _ => spelled.value.or(read(|r| r.value)),
    };
    if value.is_none() && !is_flag {
        keys.fault(
            Diagnostic::error("target-phrase", phrase.place, format!("the target `{}` has no number", phrase.value))
                .help("add `value = \"…\"`, or remove the target if the plan names no number"),
        );
        return None;
    }
    let tolerance = match (op, value) {
        (Op::Approx, Some(value)) => spelled.tolerance.or_else(|| Some(tolerance_of(value, Some(unit), measure.is_rate()))),
        _ => spelled.tolerance,
    };
    Some(Target {
        phrase: phrase.value.clone(),
        op,
        value,
        upper: spelled.upper.or(read(|r| r.upper)),
        tolerance,
        ambition: spelled.ambition.or(reading.as_ref().map(|r| r.ambition)).unwrap_or(Ambition::Expected),
        per: spelled.per.or(reading.as_ref().and_then(|r| r.per)),
        place: phrase.place,
    })
}

/// Compares the phrase's unit with the indicator's and returns by how much the phrase's number is to be divided (5000万元 in a unit of 万元).
fn unit_scale(keys: &Keys<'_, '_>, phrase: &Located<String>, reading: &Reading, unit: &str) -> Option<Number> {
    let Some(read) = reading.unit.as_deref() else { return Some(Number::ONE) };
    if read == unit {
        return Some(Number::ONE);
    }
    if unit.strip_prefix('万') == Some(read) {
        return Some(Number::from(10_000_i64));
    }
    if unit.strip_prefix('亿') == Some(read) {
        return Some(Number::from(100_000_000_i64));
    }
    keys.fault(
        Diagnostic::error(
            "target-unit",
            phrase.place,
            format!("the target `{}` is in {read}, the indicator is in {unit}", phrase.value),
        )
        .label(keys.place_of("unit"), "the unit")
        .help("give the indicator the unit of the plan's phrase"),
    );
    None
}

/// `better` says which way is good; the phrase says it already, so it may only agree.
fn read_better(keys: &mut Keys<'_, '_>, target: Option<&Target>) {
    let Some(is_lower) = keys.one_of("better", &[("higher", false), ("lower", true)]) else { return };
    if let Some(target) = target
        && target.is_ceiling() != is_lower.value
    {
        keys.fault(
            Diagnostic::error("better", is_lower.place, format!("`better` contradicts the target `{}`", target.phrase))
                .label(target.place, "the target")
                .help("a ceiling (以内, 不高于) is better lower, every other target better higher"),
        );
    }
}

fn read_schedule(keys: &mut Keys<'_, '_>, measure: Measure) -> Schedule {
    let default = match measure {
        Measure::Count | Measure::Event => Schedule::Linear,
        Measure::Growth | Measure::Share | Measure::Stock => Schedule::Level,
        Measure::Flag => Schedule::None,
    };
    let batches = read_batches(keys);
    if !keys.has("schedule") {
        return if batches.is_empty() { default } else { Schedule::Batch(batches) };
    }
    if keys.value("schedule").is_some_and(|found| matches!(found.value, DeValue::Table(_))) {
        return Schedule::Expected(read_expected(keys));
    }
    let words = [("linear", 'l'), ("batch", 'b'), ("level", 'v'), ("none", 'n')];
    let word = keys.one_of("schedule", &words);
    if !batches.is_empty() && word.as_ref().is_some_and(|w| w.value != 'b') {
        keys.fault(
            Diagnostic::error("batches", keys.place_of("batches"), "only a batch schedule has lists")
                .label(keys.place_of("schedule"), "the schedule")
                .help("remove `batches`, or use schedule = \"batch\""),
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

fn read_expected(keys: &mut Keys<'_, '_>) -> Vec<ExpectedPoint> {
    let Some(mut table) = keys.table("schedule") else { return Vec::new() };
    if !table.has("expected") {
        table.missing("expected");
    }
    let mut points: Vec<ExpectedPoint> = Vec::new();
    for entry in table.list("expected") {
        let shape = || {
            Diagnostic::error("expected", entry.place, "a point is a period and a number").help("write it as [\"2023-06\", 40]")
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
                Diagnostic::error("period", entry.place, "this point has no period we can read")
                    .help("write 2023-06, 2023-Q2, 2023-H1 or 2023"),
            );
        }
        let value = table.number_in("expected", Located::new(value.get_ref(), entry.place));
        let (Some(period), Some(value)) = (parsed, value) else { continue };
        if let Some(last) = points.last()
            && (period.cut() <= last.period.cut() || value.value < last.value)
        {
            table.fault(
                Diagnostic::error("expected", entry.place, format!("the node plan goes back: {} at {period}", value.value))
                    .help("list the points in the order of time; an expected amount never falls"),
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

fn read_reporter(keys: &mut Keys<'_, '_>, shared: &Shared<'_>) -> Option<Reporter> {
    let name = keys.text("reporter")?;
    if name.value == "regions" {
        return Some(Reporter::Regions);
    }
    shared.departments.resolve(keys, "unknown-department", "department", &name).map(Reporter::Department)
}

fn read_report(keys: &mut Keys<'_, '_>) -> Option<ReportRule> {
    let mut table = keys.table("report")?;
    if !table.has("every") {
        table.missing("every");
    }
    let every = table.one_of("every", &Cadence::WORDS);
    let within_days = table.whole("within_days", 0, 366).map_or(20, |days| days.value);
    let mut skip = Vec::new();
    for text in table.texts("skip") {
        match Period::parse(&text.value) {
            Some(period) => skip.push(period),
            None => table.fault(
                Diagnostic::error("period", text.place, format!("`{}` is not a period", text.value))
                    .help("write 2023-06, 2023-Q2, 2023-H1 or 2023"),
            ),
        }
    }
    table.finish();
    Some(ReportRule { every: every?.value, within_days, skip })
}

fn read_exemption(keys: &mut Keys<'_, '_>) -> Option<Exemption> {
    let is_assessed = keys.boolean("assess").unwrap_or(true);
    let reason = keys.translated("assess_reason");
    if is_assessed {
        return None;
    }
    if reason.is_none() {
        keys.fault(
            Diagnostic::error("missing-key", keys.place_of("assess"), "`assess = false` needs a reason for readers")
                .help("add `assess_reason = \"…\"`"),
        );
    }
    Some(Exemption { reason: reason.unwrap_or_default() })
}

fn read_override(keys: &mut Keys<'_, '_>) -> Option<Override> {
    let mut table = keys.table("override")?;
    if !table.has("status") {
        table.missing("status");
    }
    let status = table.one_of("status", &StatusCode::WORDS);
    let author = table.required_text("author");
    if !table.has("date") {
        table.missing("date");
    }
    let date = table.date("date");
    let reason = table.required_translated("reason");
    let place = table.place();
    table.finish();
    Some(Override { status: status?.value, author: author?.value, date: date?.value, reason: reason?, place })
}
