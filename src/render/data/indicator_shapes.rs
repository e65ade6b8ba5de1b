//! The shapes of an indicator in `plan.json`: its target, its figures, how it stands and why.
//!
//! As in [`shapes`](super::shapes), the comments are what the published schema says.

use serde::Serialize;

#[cfg(test)]
use crate::model::indicator::{Aggregate, Measure, Nature, Scope};
#[cfg(test)]
use crate::model::observation::ObservationStatus;
#[cfg(test)]
use crate::model::period::Cadence;
#[cfg(test)]
use crate::model::status::{Family, StatusCode};
#[cfg(test)]
use crate::phrase::{Ambition, Direction, Op};

use super::values::{Exact, Translations};
#[cfg(test)]
use super::values::{name_and_unit, words, words_or_null};

/// An indicator: what was promised, what was reached, and what follows.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct IndicatorPart {
    /// Its id, unique in the plan.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its unit; every value below is in it, but counts of regions where each of them has the
    /// target.
    pub unit: String,
    /// The kind of figure: added up, a level, a rate of growth, a share, times held, or done and
    /// not done.
    #[cfg_attr(test, schemars(extend("enum" = words(&Measure::WORDS))))]
    pub measure: &'static str,
    /// Whether the target is of the whole area or asked of each region.
    #[cfg_attr(test, schemars(extend("enum" = words(&Scope::WORDS))))]
    pub scope: &'static str,
    /// How figures of regions make one of the whole.
    #[cfg_attr(test, schemars(extend("enum" = words(&Aggregate::WORDS))))]
    pub aggregate: &'static str,
    /// How progress is compared: in equal steps by month, by a node plan, by lists, with the target
    /// at any time, or only at the end.
    #[cfg_attr(test, schemars(extend("enum" = ["linear", "expected", "batch", "level", "none"])))]
    pub schedule_kind: &'static str,
    /// The figure before the plan.
    pub baseline: Option<Exact>,
    /// Who reports: the id of a department, or `regions`.
    pub reporter: Option<String>,
    /// Who certifies the figure.
    pub authority: Option<String>,
    /// The kind of source.
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&Nature::WORDS))))]
    pub nature: Option<&'static str>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// The rule of counting in words.
    pub method: Option<String>,
    /// What was promised; null for what is only shown.
    pub target: Option<TargetPart>,
    /// The newest figure of the whole area.
    pub latest: Option<LatestPart>,
    /// The figure the status is about, only where it is not the newest one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<JudgedPart>,
    /// How much of `basis` is reached, as a ratio of six digits; below the baseline it is negative.
    pub completion: Option<Exact>,
    /// How much should be reached by now, as a ratio of six digits.
    pub schedule: Option<Exact>,
    /// Completion less schedule in percentage points, four digits; only where the gap is in points.
    /// Positive is good.
    pub gap_points: Option<Exact>,
    /// How far the newest figure is from what is asked.
    pub gap: Option<GapPart>,
    /// Which way is better.
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&Direction::WORDS))))]
    pub direction: Option<&'static str>,
    /// What completion is a part of: the target, the planned change from the baseline, or the
    /// ceiling that is used up.
    #[cfg_attr(test, schemars(extend("enum" = ["target", "change", "ceiling", null])))]
    pub basis: Option<&'static str>,
    /// How it stands and why.
    pub status: StatusPart,
    /// Its figures in force: of the whole area first, then of each region, in the order of time.
    pub series: Vec<SeriesPart>,
    /// How its regions stand, as far as the plan publishes it.
    pub regions: Vec<RegionStatusPart>,
    #[serde(flatten)]
    #[cfg_attr(test, schemars(schema_with = "name_and_unit"))]
    pub translations: Translations,
}

/// How far the newest figure is from what is asked.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct GapPart {
    /// The figure less the target.
    pub value: Exact,
    /// Its unit: that of the indicator, `points` or `regions`.
    pub unit: String,
    /// Whether the target is attained.
    pub is_good: bool,
}

/// What was promised.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct TargetPart {
    /// The plan's own words.
    pub phrase: String,
    /// How a figure is compared.
    #[cfg_attr(test, schemars(extend("enum" = words(&Op::WORDS))))]
    pub op: &'static str,
    /// The number; null where there is none (done or not).
    pub value: Option<Exact>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Exact>,
    /// How much less is still 左右 (about).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Exact>,
    /// The part of the year each of which the number is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&Cadence::WORDS))))]
    pub per: Option<&'static str>,
    /// Whether it binds, is expected, or is only strived for.
    #[cfg_attr(test, schemars(extend("enum" = words(&Ambition::WORDS))))]
    pub ambition: &'static str,
}

/// The newest figure.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct LatestPart {
    /// The period it is about.
    pub period: String,
    /// The figure; null where a flag stands for it.
    pub value: Option<Exact>,
    /// Its mark.
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&ObservationStatus::LETTERS))))]
    pub flag: Option<&'static str>,
    /// The day it was known.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub recorded: String,
    /// Where it comes from.
    pub source: String,
}

/// The figure the status is about, where it is not the newest one of the whole: what only some
/// regions make, how many regions attain by their own newest figures, or what exceeded a ceiling
/// before figures were withheld.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct JudgedPart {
    /// The period it is about.
    pub period: String,
    /// The figure.
    pub value: Exact,
    /// How many regions make it, only where it is not the whole area's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<u16>,
    /// How many regions make the whole, only beside `reported`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<u16>,
}

/// How an indicator stands and why.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct StatusPart {
    /// The status.
    #[cfg_attr(test, schemars(extend("enum" = words(&StatusCode::WORDS))))]
    pub code: &'static str,
    /// Which words the status has.
    #[cfg_attr(test, schemars(extend("enum" = words(&Family::WORDS))))]
    pub family: &'static str,
    /// The rule that decided; the method page explains each.
    pub rule: &'static str,
    /// Why, in a sentence.
    pub reason: String,
    /// The rows it rests on.
    pub inputs: Vec<InputPart>,
    /// The edges between statuses, where they decide.
    pub thresholds: Option<ThresholdsPart>,
    /// How far it is from what is on schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<MarginPart>,
    /// Present where the status was set by hand.
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<OverridePart>,
}

/// A row of the ledger.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct InputPart {
    /// The period it is about.
    pub period: String,
    /// The id of the region; null = the whole area.
    pub region: Option<String>,
    /// The figure; null where a flag stands for it.
    pub value: Option<Exact>,
    /// Its mark.
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&ObservationStatus::LETTERS))))]
    pub flag: Option<&'static str>,
    /// The day it was known.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub recorded: String,
    /// Where it stands in the content: file and line, or sheet and cell.
    pub place: String,
}

/// The lower edges of the statuses, each included: in percentage points, of the level of a stock in
/// percent of the target.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ThresholdsPart {
    /// From here on ahead.
    pub ahead: Exact,
    /// From here on on track.
    pub on_track: Exact,
    /// From here on slightly behind.
    pub slightly_behind: Exact,
    /// From here on behind; below it far behind.
    pub behind: Exact,
}

/// How far the figure is from what is on schedule; positive is good.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct MarginPart {
    /// How much more, or with a minus how much less, than is asked by now.
    pub value: Exact,
    /// Its unit: that of the indicator, `points`, `parts` or `regions`.
    pub unit: String,
    /// The day by which it is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub by: Option<String>,
}

/// A status that was set by hand.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OverridePart {
    /// The office that answers for it.
    pub author: String,
    /// The day it was set.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub date: String,
    /// Why.
    pub reason: String,
    /// The status the rules give.
    #[cfg_attr(test, schemars(extend("enum" = words(&StatusCode::WORDS))))]
    pub computed: &'static str,
}

/// One figure in force.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct SeriesPart {
    /// The period it is about.
    pub period: String,
    /// The id of the region; null = the whole area.
    pub region: Option<String>,
    /// The figure; null where a flag stands for it.
    pub value: Option<Exact>,
    /// Its mark.
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&ObservationStatus::LETTERS))))]
    pub flag: Option<&'static str>,
    /// The day it was known.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub recorded: String,
    /// How it was made of other figures, where it was: their sum, the largest, the number of
    /// regions that attained, or a ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("enum" = ["sum", "max", "attained", "ratio", null])))]
    pub derived: Option<&'static str>,
}

/// How one region stands.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RegionStatusPart {
    /// The id of the region.
    pub id: String,
    /// Its target or its share.
    pub target: Option<Exact>,
    /// Its newest figure; null where the plan does not publish it.
    pub value: Option<Exact>,
    /// How much of its target is reached, as a ratio of six digits.
    pub completion: Option<Exact>,
    /// Its status, where it has a target of its own.
    #[cfg_attr(test, schemars(extend("enum" = words_or_null(&StatusCode::WORDS))))]
    pub status: Option<&'static str>,
    #[serde(flatten)]
    pub why: Option<RegionWhy>,
}

/// Why a region stands as it does, where its figures are public.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RegionWhy {
    /// The rule that decided.
    pub rule: &'static str,
    /// The period its newest figure is about.
    pub period: Option<String>,
    /// How much should be reached by now, as a ratio of six digits.
    pub schedule: Option<Exact>,
    /// Completion less schedule in percentage points, four digits.
    pub gap_points: Option<Exact>,
    /// Why, in a sentence.
    pub reason: String,
}
