//! The page of method: every rule in words, from the same settings and constants that decide, with
//! the figures of one worked example.
//!
//! What a plan does not use is not told: a rule stands here with how many of the plan's targets
//! follow it. Only the table of kinds shows them all, so that a reader can compare.

use serde::Serialize;

use crate::assess::progress::family_of;
use crate::assess::specimens::{Position, Specimen, specimens};
use crate::assess::verdict::Rule;
use crate::assess::yardstick::{Basis, Demand, SMALL_TARGET, Yardstick};
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Measure, Schedule, Scope, Target};
use crate::model::plan::{Bands, Plan};
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::{Ambition, Op};
use crate::render::address::Page;
use crate::render::amounts::change;
use crate::render::context::{PageContext, RenderError};
use crate::render::frame::Link;
use crate::render::period_words;
use crate::render::pills::{Pill, pill, pill_of};
use crate::render::sentences::IndicatorProse;
use crate::render::terms;
use crate::render::text_id::{text, text_of};
use crate::render::units::amount;
use crate::render::words::{Slot, Words};

#[derive(Serialize)]
struct MethodPage {
    title: String,
    schedules: Vec<RuleRow>,
    formulas: Vec<String>,
    bands: Vec<BandRow>,
    level_bands: Vec<BandRow>,
    lower_bands: Vec<BandRow>,
    ceiling_bands: Vec<BandRow>,
    /// What each kind of target can be told.
    kinds: Vec<KindRow>,
    small: String,
    phrases: Vec<RuleRow>,
    tolerances: Vec<ToleranceRow>,
    stretch: String,
    /// What stands over the targets.
    target_head: String,
    regions: Vec<String>,
    editions_text: String,
    worked: Option<Worked>,
    codes: Vec<CodeRow>,
}

/// A rule, how many targets follow it, and one of them.
#[derive(Serialize)]
struct RuleRow {
    name: String,
    text: String,
    count: usize,
    example: Option<Link>,
}

/// A kind of target with a made-up phrase, and what is said of a figure in each position.
#[derive(Serialize)]
struct KindRow {
    name: String,
    phrase: String,
    cells: Vec<Option<KindCell>>,
}

#[derive(Serialize)]
struct KindCell {
    pill: Pill,
    sentence: String,
}

#[derive(Serialize)]
struct BandRow {
    pill: Pill,
    rule: String,
}

#[derive(Serialize)]
struct ToleranceRow {
    link: Link,
    phrase: String,
    tolerance: String,
    /// The last figure that still passes.
    edge: String,
}

#[derive(Serialize)]
struct CodeRow {
    pill: Pill,
    level: String,
    lower: String,
    ceiling: String,
    batch: String,
}

#[derive(Serialize)]
struct Worked {
    name: String,
    url: String,
    lines: Vec<String>,
}

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let title = words.plain(text!("method-title"));
    let view = MethodPage {
        schedules: schedules(context),
        formulas: formulas(words, plan),
        bands: bands(words, plan, Family::Pace, &plan.bands),
        level_bands: bands(words, plan, Family::Level, &plan.level_bands),
        lower_bands: if has_family(plan, Family::LevelLower) {
            bands(words, plan, Family::LevelLower, &plan.level_bands)
        } else {
            Vec::new()
        },
        ceiling_bands: if has_family(plan, Family::Ceiling) {
            bands(words, plan, Family::Ceiling, &plan.bands)
        } else {
            Vec::new()
        },
        kinds: kinds(words, plan),
        small: words.message(
            text!("method-small-text"),
            &[("limit", Slot::Made(SMALL_TARGET.to_string()))],
        ),
        phrases: phrases(context),
        tolerances: tolerances(context),
        stretch: stretch(words, plan),
        target_head: words.plain(period_words::target_head(plan)),
        regions: regions(context),
        editions_text: words.message(
            text!("method-editions-text"),
            &[("date", Slot::Made(terms::date(words, context.as_of())))],
        ),
        worked: worked(context),
        codes: codes(words, plan),
        title: title.clone(),
    };
    context.fill("method.html", context.frame("method", &title, &[]), view)
}

/// Counts the targets only strived for, as the headline does: those with a number for the year, and
/// the others beside them.
fn stretch(words: &Words, plan: &Plan) -> String {
    let count = |is_quantified: bool| {
        let targets = plan.indicators.iter().filter_map(|one| one.target.as_ref());
        targets
            .filter(|target| {
                target.ambition == Ambition::Stretch && target.is_quantified() == is_quantified
            })
            .count()
    };
    words.message(
        text!("method-stretch"),
        &[("n", Slot::Count(count(true))), ("others", Slot::Count(count(false)))],
    )
}

/// Returns a row for each rule that any target follows, with the first that does.
fn rule_rows(
    context: PageContext<'_>,
    names: &[&str],
    name_of: impl Fn(&Indicator, &Target) -> &'static str,
) -> Vec<RuleRow> {
    let words = context.words();
    let plan = context.plan();
    let judged: Vec<(&Indicator, &'static str)> = plan
        .indicators
        .iter()
        .filter(|one| one.exemption.is_none())
        .filter_map(|one| Some((one, name_of(one, one.target.as_ref()?))))
        .collect();
    names
        .iter()
        .filter_map(|name| {
            let mut those =
                judged.iter().filter(|(_, own)| own == name).map(|(indicator, _)| *indicator);
            let first = those.next()?;
            Some(RuleRow {
                name: words.plain(text_of!("method-name-", name)),
                text: words.plain(text_of!("method-", name)),
                count: 1 + those.count(),
                example: Some(link(context, first)),
            })
        })
        .collect()
}

fn link(context: PageContext<'_>, indicator: &Indicator) -> Link {
    Link {
        title: indicator.name.in_language(context.words().language()).to_string(),
        url: format!("{}#{}", context.link(Page::Item(context.at, indicator.item)), indicator.id),
        is_current: false,
    }
}

fn schedules(context: PageContext<'_>) -> Vec<RuleRow> {
    rule_rows(
        context,
        &["linear", "expected", "batch", "level", "cadence", "none"],
        |indicator, target| {
            if target.per.is_some() { "cadence" } else { indicator.schedule.word() }
        },
    )
}

fn yardsticks(plan: &Plan) -> impl Iterator<Item = Yardstick<'_>> {
    plan.indicators.iter().filter_map(|one| Yardstick::new(plan, one, Demand::Target))
}

fn has_family(plan: &Plan, family: Family) -> bool {
    yardsticks(plan).any(|one| one.family() == family)
}

fn has(plan: &Plan, is_meant: fn(&Indicator, &Target) -> bool) -> bool {
    plan.indicators
        .iter()
        .any(|one| one.target.as_ref().is_some_and(|target| is_meant(one, target)))
}

/// Returns a row for each kind of target, with the sentences the program itself makes of made-up
/// figures.
fn kinds(words: &Words, plan: &Plan) -> Vec<KindRow> {
    let row = |specimen: Specimen| {
        let cell = |position: Position| {
            let (_, assessed) = specimen.cases.iter().find(|(own, _)| *own == position)?;
            let prose = IndicatorProse::new(words, plan, &specimen.indicator, assessed);
            let sentences = [Some(prose.finding()), prose.margin()];
            Some(KindCell {
                pill: pill_of(words, plan, &assessed.status),
                sentence: sentences
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(&words.plain(text!("sentence-gap"))),
            })
        };
        KindRow {
            name: words.plain(text_of!("kind-name-", specimen.name)),
            phrase: specimen
                .indicator
                .target
                .as_ref()
                .map_or_else(String::new, |target| target.phrase.clone()),
            cells: Position::ALL.into_iter().map(cell).collect(),
        }
    };
    specimens(plan).into_iter().map(row).collect()
}

/// The forms of completion that the plan uses.
fn formulas(words: &Words, plan: &Plan) -> Vec<String> {
    let has = |is_meant: fn(&Indicator, &Target) -> bool| has(plan, is_meant);
    let mut keys = vec![text!("method-completion")];
    let has_basis = |basis: Basis, is_lower: bool| {
        yardsticks(plan).any(|one| one.basis() == basis && one.is_lower_better() == is_lower)
    };
    if has_basis(Basis::Change, false) {
        keys.push(text!("method-completion-baseline"));
    }
    if has_basis(Basis::Change, true) {
        keys.push(text!("method-completion-falling"));
    }
    if has_basis(Basis::Ceiling, true) {
        keys.push(text!("method-completion-ceiling"));
    }
    if has(|one, _| one.scope == Scope::EachRegion) {
        keys.push(text!("method-completion-each"));
    }
    keys.extend([text!("method-gap"), text!("method-exact")]);
    let regions = &plan.region_bands;
    let slots = [
        ("most_regions", Slot::Made(terms::number(regions.slightly_behind))),
        ("half_of_regions", Slot::Made(terms::number(regions.behind))),
    ];
    keys.into_iter().map(|key| words.message(key, &slots)).collect()
}

fn bands(words: &Words, plan: &Plan, family: Family, bands: &Bands) -> Vec<BandRow> {
    // Of a level the gap is the figure less the target, also where less is better.
    let is_turned = family == Family::LevelLower;
    let turned = |edge: Number| terms::number(if is_turned { -edge } else { edge });
    let (within, beyond) = if is_turned { ("≤", ">") } else { ("≥", "<") };
    let from = |edge: Number| format!("{within} {}", turned(edge));
    let edges = [
        (StatusCode::Ahead, from(bands.ahead)),
        (StatusCode::OnTrack, from(bands.on_track)),
        (StatusCode::SlightlyBehind, from(bands.slightly_behind)),
        (StatusCode::Behind, from(bands.behind)),
        (StatusCode::FarBehind, format!("{beyond} {}", turned(bands.behind))),
    ];
    let word = |code: StatusCode| terms::status_word(words, plan, code, family);
    // A limit has one word for all that is within it.
    let is_repeated =
        |code: StatusCode| code == StatusCode::Ahead && word(code) == word(StatusCode::OnTrack);
    edges
        .into_iter()
        .filter(|(code, _)| !is_repeated(*code))
        .map(|(code, rule)| BandRow {
            pill: pill(words, plan, code, family),
            rule: rule.replace('-', "−"),
        })
        .collect()
}

fn phrases(context: PageContext<'_>) -> Vec<RuleRow> {
    let names = [
        "at-least",
        "more-than",
        "at-most",
        "less-than",
        "range",
        "approx",
        "coverage",
        "rank",
        "flag",
    ];
    rule_rows(context, &names, |_, target| match target.op {
        Op::AtLeast => "at-least",
        Op::MoreThan => "more-than",
        Op::AtMost => "at-most",
        Op::LessThan => "less-than",
        Op::Range => "range",
        Op::Approx => "approx",
        Op::Coverage => "coverage",
        Op::Rank => "rank",
        Op::Flag => "flag",
    })
}

/// Every target with 左右, and how much less the year's end lets pass.
fn tolerances(context: PageContext<'_>) -> Vec<ToleranceRow> {
    let plan = context.plan();
    plan.indicators
        .iter()
        .filter_map(|indicator| {
            let target = indicator.target.as_ref().filter(|target| target.op == Op::Approx)?;
            let tolerance = target.tolerance?;
            let words = context.words();
            let edge = Yardstick::new(plan, indicator, Demand::Target)?.last_within()?;
            let unit = indicator.unit.in_language(words.language());
            let edge = match indicator.measure {
                Measure::Growth => change(words, indicator, edge),
                _ => amount(words, edge, unit),
            };
            let way = Slot::Text(if target.is_lower_better() { "lower" } else { "higher" });
            Some(ToleranceRow {
                link: link(context, indicator),
                phrase: target.phrase.clone(),
                tolerance: terms::number(tolerance),
                edge: words
                    .message(text!("tolerance-edge"), &[("way", way), ("edge", Slot::Made(edge))]),
            })
        })
        .collect()
}

/// What is said of regions, as far as the plan has any.
fn regions(context: PageContext<'_>) -> Vec<String> {
    let words = context.words();
    let plan = context.plan();
    if plan.indicators.iter().all(|one| one.regions.is_empty()) {
        return Vec::new();
    }
    let mut keys = vec![text!("method-regions-sum"), text!("method-regions-rates")];
    if context.site().regions.iter().any(|region| region.is_included) {
        keys.push(text!("method-regions-included"));
    }
    if plan.indicators.iter().any(|one| one.scope == Scope::EachRegion) {
        keys.push(text!("method-regions-each"));
    }
    if !plan.allocations.is_empty() {
        keys.push(text!("method-regions-shares"));
    }
    keys.push(text!("method-regions-order"));
    keys.into_iter().map(|key| words.plain(key)).collect()
}

fn codes(words: &Words, plan: &Plan) -> Vec<CodeRow> {
    StatusCode::WORDS
        .iter()
        .filter(|(_, code)| *code != StatusCode::OverdueReport || plan.publishes_overdue)
        .map(|(_, code)| CodeRow {
            pill: pill(words, plan, *code, Family::Pace),
            level: terms::status_word(words, plan, *code, Family::Level),
            lower: terms::status_word(words, plan, *code, Family::LevelLower),
            ceiling: terms::status_word(words, plan, *code, Family::Ceiling),
            batch: terms::status_word(words, plan, *code, Family::Batch),
        })
        .collect()
}

/// Works out the first target that follows its schedule in plain figures, step by step, as a reader
/// would with a pencil.
fn worked(context: PageContext<'_>) -> Option<Worked> {
    let plan = context.plan();
    let is_plain = |(ix, indicator): &(IndicatorIx, &Indicator)| {
        let assessed = context.assessment().indicator(*ix);
        let is_lower = indicator.target.as_ref().is_some_and(Target::is_lower_better);
        let is_even = !is_lower
            && indicator.schedule == Schedule::Linear
            && indicator.baseline.is_none()
            && indicator.scope == Scope::Plan;
        is_even
            && family_of(indicator) == Family::Pace
            && assessed.computed.is_none()
            && assessed.status.rule == Rule::Linear
    };
    let (ix, indicator) = plan.numbered_indicators().find(is_plain)?;
    let prose = context.prose(ix);
    let words = prose.words;
    let status = &prose.assessed.status;
    let comparison = status.comparison;
    let yardstick = prose.yardstick()?;
    let (actual, target) = (prose.assessed.latest()?.value?, yardstick.threshold());
    let period_end = status.period?.end();
    let (gone, months) = plan.months_gone(period_end);
    let (line, needed) = (yardstick.line_at(period_end)?, yardstick.expected_to_write(period_end)?);
    let slot = |value: Option<Number>, format_value: fn(Number) -> String| {
        Slot::Made(value.map(format_value).unwrap_or_default())
    };
    let slots = [
        ("actual", Slot::Made(terms::number(actual))),
        ("target", Slot::Made(terms::number(target))),
        ("percent", slot(comparison.completion, terms::percent)),
        ("gone", Slot::Made(gone.to_string())),
        ("months", Slot::Made(months.to_string())),
        ("schedule", slot(comparison.schedule, terms::percent)),
        ("gap", slot(comparison.gap, |gap| gap.shown(1).replace('-', "−"))),
        ("status", Slot::Made(prose.status())),
        ("needed", Slot::Made(terms::number(needed))),
        ("whole", Slot::Text(if needed == line { "no" } else { "yes" })),
    ];
    let mut lines: Vec<String> =
        [text!("worked-completion"), text!("worked-schedule"), text!("worked-gap")]
            .into_iter()
            .map(|key| words.message(key, &slots))
            .collect();
    lines.extend(prose.reasons().into_iter().skip(1));
    lines.push(words.message(text!("worked-status"), &slots));
    lines.extend(prose.margin());
    Some(Worked {
        name: indicator.name.in_language(words.language()).to_string(),
        url: link(context, indicator).url,
        lines,
    })
}
