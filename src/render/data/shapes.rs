//! The shapes of `plan.json`, key by key. Keys may be added, never renamed.
//!
//! Numbers are JSON numbers with exact digits. What is absent is `null`, so that readers find every
//! key.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::language::Text;
use crate::number::Number;

/// A decimal that keeps its digits in JSON.
pub(super) struct Exact(pub Number);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_string().parse::<serde_json::Number>() {
            Ok(number) => number.serialize(serializer),
            // A decimal in plain digits always is a JSON number.
            Err(error) => Err(serde::ser::Error::custom(error)),
        }
    }
}

pub(super) fn exact(value: Option<Number>) -> Option<Exact> {
    value.map(Exact)
}

pub(super) fn rounded(value: Option<Number>, places: u32) -> Option<Exact> {
    value.map(|value| Exact(value.rounded(places).normalized()))
}

/// Translations of a text, by key (`title_en`).
pub(super) type Translations = BTreeMap<String, String>;

pub(super) fn translations(fields: &[(&str, &Text)]) -> Translations {
    fields
        .iter()
        .flat_map(|(name, text)| {
            text.translations()
                .map(move |(language, text)| (format!("{name}_{language}"), text.to_string()))
        })
        .collect()
}

#[derive(Serialize)]
pub(super) struct PlanFile<I> {
    pub schema: &'static str,
    pub generator: String,
    pub sample: Option<&'static str>,
    pub as_of: String,
    pub edition: Option<String>,
    pub period: Option<String>,
    pub plan: PlanPart,
    pub counts: CountsPart,
    pub sections: Vec<SectionPart>,
    pub departments: Vec<DepartmentPart>,
    pub regions: Vec<RegionPart>,
    pub items: I,
}

#[derive(Serialize)]
pub(super) struct ItemFile {
    pub schema: &'static str,
    pub generator: String,
    pub sample: Option<&'static str>,
    pub as_of: String,
    pub edition: Option<String>,
    pub plan: PlanPart,
    pub item: ItemPart,
}

#[derive(Serialize)]
pub(super) struct PlanPart {
    pub id: String,
    pub title: String,
    pub issuer: String,
    pub document_number: Option<String>,
    pub issued: Option<String>,
    pub source: Option<SourcePart>,
    #[serde(flatten)]
    pub translations: Translations,
}

#[derive(Serialize)]
pub(super) struct SourcePart {
    pub title: String,
    pub url: Option<String>,
    pub sha256: Option<String>,
}

#[derive(Serialize)]
pub(super) struct CountsPart {
    pub items: BTreeMap<&'static str, usize>,
    pub indicators: IndicatorCountsPart,
}

#[derive(Serialize)]
pub(super) struct IndicatorCountsPart {
    pub all: BTreeMap<&'static str, usize>,
    pub stretch: BTreeMap<&'static str, usize>,
    pub others: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
pub(super) struct SectionPart {
    pub id: String,
    pub title: String,
    #[serde(flatten)]
    pub translations: Translations,
}

#[derive(Serialize)]
pub(super) struct DepartmentPart {
    pub id: String,
    pub name: String,
    pub kind: String,
}

#[derive(Serialize)]
pub(super) struct RegionPart {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub group: String,
}

#[derive(Serialize)]
pub(super) struct ItemPart {
    pub number: u32,
    pub title: String,
    pub section: String,
    pub url: String,
    pub status: ItemStatus,
    pub departments: Vec<ResponsibilityPart>,
    pub regions: Vec<String>,
    pub indicators: Vec<IndicatorPart>,
    pub milestones: Vec<MilestonePart>,
    #[serde(flatten)]
    pub translations: Translations,
}

#[derive(Serialize)]
pub(super) struct ItemStatus {
    pub code: &'static str,
    pub family: &'static str,
    pub reason: String,
}

#[derive(Serialize)]
pub(super) struct ResponsibilityPart {
    pub id: String,
    pub role: &'static str,
}

#[derive(Serialize)]
pub(super) struct IndicatorPart {
    pub id: String,
    pub name: String,
    pub unit: String,
    pub measure: &'static str,
    pub scope: &'static str,
    pub aggregate: &'static str,
    pub schedule_kind: &'static str,
    pub baseline: Option<Exact>,
    pub reporter: Option<String>,
    pub authority: Option<String>,
    pub nature: Option<&'static str>,
    pub source: Option<String>,
    pub method: Option<String>,
    pub target: Option<TargetPart>,
    pub latest: Option<LatestPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<JudgedPart>,
    pub completion: Option<Exact>,
    pub schedule: Option<Exact>,
    pub gap_points: Option<Exact>,
    pub gap: Option<GapPart>,
    pub direction: Option<&'static str>,
    pub basis: Option<&'static str>,
    pub status: StatusPart,
    pub series: Vec<SeriesPart>,
    pub regions: Vec<RegionStatusPart>,
    #[serde(flatten)]
    pub translations: Translations,
}

/// How far the newest figure is from what is asked.
#[derive(Serialize)]
pub(super) struct GapPart {
    /// A − T.
    pub value: Exact,
    pub unit: String,
    /// Whether the target is attained.
    pub is_good: bool,
}

#[derive(Serialize)]
pub(super) struct TargetPart {
    pub phrase: String,
    pub op: &'static str,
    pub value: Option<Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<&'static str>,
    pub ambition: &'static str,
}

#[derive(Serialize)]
pub(super) struct LatestPart {
    pub period: String,
    pub value: Option<Exact>,
    pub flag: Option<&'static str>,
    pub recorded: String,
    pub source: String,
}

/// The figure the status is about, where it is not the newest one of the whole: what only some
/// regions make, or how many regions attain by their own newest figures.
#[derive(Serialize)]
pub(super) struct JudgedPart {
    pub period: String,
    pub value: Exact,
}

#[derive(Serialize)]
pub(super) struct StatusPart {
    pub code: &'static str,
    pub family: &'static str,
    pub rule: &'static str,
    pub reason: String,
    pub inputs: Vec<InputPart>,
    pub thresholds: Option<ThresholdsPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<MarginPart>,
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<OverridePart>,
}

#[derive(Serialize)]
pub(super) struct InputPart {
    pub period: String,
    pub region: Option<String>,
    pub value: Option<Exact>,
    pub flag: Option<&'static str>,
    pub recorded: String,
    pub place: String,
}

#[derive(Serialize)]
pub(super) struct ThresholdsPart {
    pub ahead: Exact,
    pub on_track: Exact,
    pub slightly_behind: Exact,
    pub behind: Exact,
}

#[derive(Serialize)]
pub(super) struct MarginPart {
    pub value: Exact,
    pub unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

#[derive(Serialize)]
pub(super) struct OverridePart {
    pub author: String,
    pub date: String,
    pub reason: String,
    pub computed: &'static str,
}

#[derive(Serialize)]
pub(super) struct SeriesPart {
    pub period: String,
    pub region: Option<String>,
    pub value: Option<Exact>,
    pub flag: Option<&'static str>,
    pub recorded: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct RegionStatusPart {
    pub id: String,
    pub target: Option<Exact>,
    pub value: Option<Exact>,
    pub completion: Option<Exact>,
    pub status: Option<&'static str>,
    #[serde(flatten)]
    pub why: Option<RegionWhy>,
}

/// Why a region stands as it does, where its figures are public.
#[derive(Serialize)]
pub(super) struct RegionWhy {
    pub rule: &'static str,
    pub period: Option<String>,
    pub schedule: Option<Exact>,
    pub gap_points: Option<Exact>,
    pub reason: String,
}

#[derive(Serialize)]
pub(super) struct MilestonePart {
    pub id: String,
    pub title: String,
    pub due: String,
    pub done: Option<String>,
    pub status: &'static str,
    #[serde(flatten)]
    pub translations: Translations,
}
