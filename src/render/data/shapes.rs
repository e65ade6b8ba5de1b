//! The shapes of `plan.json`, key by key. Keys may be added, never renamed.
//!
//! Numbers are JSON numbers with exact digits. What is absent is `null`, so that readers find every
//! key. The comments are what the published schema says (a test holds it to these
//! types), so they are written for people who read the data.

use std::collections::BTreeMap;

use serde::Serialize;

#[cfg(test)]
use crate::model::department::Role;
#[cfg(test)]
use crate::model::status::{Family, StatusCode};

use super::indicator_shapes::IndicatorPart;
use super::values::Translations;
#[cfg(test)]
use super::values::{title, title_and_issuer, words};

/// One plan: how every item and every indicator stands, and why.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PlanFile<I> {
    /// The name of this shape. Keys may be added to it, never renamed.
    pub schema: &'static str,
    /// The program and its version.
    pub generator: String,
    /// `示例数据` where the figures are made up; null where they are real.
    pub sample: Option<&'static str>,
    /// The last day of knowledge: what was recorded up to it.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub as_of: String,
    /// The id of the edition, where this is what one published.
    pub edition: Option<String>,
    /// The latest period with a figure.
    pub period: Option<String>,
    /// The plan itself.
    pub plan: PlanPart,
    /// How many items and indicators have each status.
    pub counts: CountsPart,
    /// The parts of the plan, in its order.
    pub sections: Vec<SectionPart>,
    /// The departments, in the order of departments.csv.
    pub departments: Vec<DepartmentPart>,
    /// The regions, in their official order.
    pub regions: Vec<RegionPart>,
    /// The items, by number.
    pub items: I,
}

/// One item of a plan, as in the file of the whole plan.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ItemFile {
    /// The name of this shape. Keys may be added to it, never renamed.
    pub schema: &'static str,
    /// The program and its version.
    pub generator: String,
    /// `示例数据` where the figures are made up; null where they are real.
    pub sample: Option<&'static str>,
    /// The last day of knowledge: what was recorded up to it.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub as_of: String,
    /// The id of the edition, where this is what one published.
    pub edition: Option<String>,
    /// The plan it belongs to.
    pub plan: PlanPart,
    /// The item.
    pub item: ItemPart,
}

/// What the plan is. Texts are in the first language of the site; translations stand beside them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PlanPart {
    /// Its id, part of its address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The office that issued it.
    pub issuer: String,
    /// The number of its document.
    pub document_number: Option<String>,
    /// The day it was issued.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub issued: Option<String>,
    /// Where it was published.
    pub source: Option<SourcePart>,
    #[serde(flatten)]
    #[cfg_attr(test, schemars(schema_with = "title_and_issuer"))]
    pub translations: Translations,
}

/// The document of the plan.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct SourcePart {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// Its SHA-256 checksum.
    pub sha256: Option<String>,
}

/// How many have each status. A status nobody has is left out.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct CountsPart {
    /// Items, by status.
    pub items: BTreeMap<&'static str, usize>,
    /// Indicators, by status.
    pub indicators: IndicatorCountsPart,
}

/// How many indicators have each status.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct IndicatorCountsPart {
    /// Those the headline counts: one number for the whole plan.
    pub all: BTreeMap<&'static str, usize>,
    /// Those of `all` that are only strived for.
    pub stretch: BTreeMap<&'static str, usize>,
    /// Those it does not count: frequencies, coverages and what is done or not.
    pub others: BTreeMap<&'static str, usize>,
}

/// A part of the plan.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct SectionPart {
    /// Its id, part of its address.
    pub id: String,
    /// Its title.
    pub title: String,
    #[serde(flatten)]
    #[cfg_attr(test, schemars(schema_with = "title"))]
    pub translations: Translations,
}

/// A department.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DepartmentPart {
    /// Its id, part of its address.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its kind, such as bureau; empty where none is given.
    pub kind: String,
}

/// A region.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RegionPart {
    /// Its id, part of its address.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its kind, such as county; city holds what belongs to no region.
    pub kind: String,
    /// The group it is compared in; empty where none is given.
    pub group: String,
}

/// An item.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ItemPart {
    /// Its number in the plan.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The id of its section.
    pub section: String,
    /// The address of its page, from the root of the site.
    pub url: String,
    /// How it stands.
    pub status: ItemStatus,
    /// The responsible departments.
    pub departments: Vec<ResponsibilityPart>,
    /// The ids of its regions, in official order.
    pub regions: Vec<String>,
    /// What is counted.
    pub indicators: Vec<IndicatorPart>,
    /// Its dated steps.
    pub milestones: Vec<MilestonePart>,
    #[serde(flatten)]
    #[cfg_attr(test, schemars(schema_with = "title"))]
    pub translations: Translations,
}

/// How an item stands.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ItemStatus {
    /// The status.
    #[cfg_attr(test, schemars(extend("enum" = words(&StatusCode::WORDS))))]
    pub code: &'static str,
    /// Which words the status has: those of a pace, a level, a limit, lists or steps.
    #[cfg_attr(test, schemars(extend("enum" = words(&Family::WORDS))))]
    pub family: &'static str,
    /// Why, in a sentence.
    pub reason: String,
}

/// A department in its role.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ResponsibilityPart {
    /// The id of the department.
    pub id: String,
    /// Alone, lead, jointly within its duties, or in support.
    #[cfg_attr(test, schemars(extend("enum" = words(&Role::WORDS))))]
    pub role: &'static str,
}

/// A dated step of an item.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct MilestonePart {
    /// Its id, unique in the plan.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The day it is due, as it was last moved.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub due: String,
    /// The day it was done.
    #[cfg_attr(test, schemars(extend("format" = "date")))]
    pub done: Option<String>,
    /// Done in time, done late, overdue, or not yet due.
    #[cfg_attr(test, schemars(extend("enum" = ["on_time", "late", "overdue", "not_due"])))]
    pub status: &'static str,
    #[serde(flatten)]
    #[cfg_attr(test, schemars(schema_with = "title"))]
    pub translations: Translations,
}
