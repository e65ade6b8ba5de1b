//! Reads `releases/*.json`: the editions that were frozen by `taizhang release`.
//!
//! They are never written by hand: the checksums inside must agree, and an edition that plan.md no
//! longer has, or has with another day of knowledge, is an error. What a frozen edition said is
//! read back as a [`Snapshot`], so that it can be held against others.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::checksum::sha256;
use crate::codes;
use crate::date::parse_date;
use crate::message::{Message, message};
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::release::{RELEASE_SCHEMA, Release};
use crate::model::snapshot::{
    IndicatorFact, ItemFact, MilestoneFact, RegionFact, Snapshot, TargetFact,
};
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::source::Location;

use super::files::{Content, ContentFile};
use super::loaded::Loaded;
use super::read::read_with;

/// A frozen edition as its file tells it.
#[derive(Deserialize)]
struct ReleaseFile {
    schema: String,
    plan: String,
    edition: String,
    as_of: String,
    sha256: Checksums,
    pages: BTreeMap<String, Value>,
    plan_json: Value,
}

#[derive(Deserialize)]
struct Checksums {
    #[serde(rename = "plan.json")]
    plan_json: String,
    pages: BTreeMap<String, String>,
}

/// Reads every frozen edition of a plan.
pub(super) fn read_releases(
    content: &Content,
    folder: &str,
    plan: &Plan,
    loaded: &mut Loaded,
) -> Vec<Release> {
    let prefix = format!("{folder}releases/");
    let files: Vec<&ContentFile> =
        content.under(&prefix).filter(|file| file.name.ends_with(".json")).collect();
    let mut releases = Vec::new();
    for file in files {
        let read = read_with(file, loaded, |index, faults| {
            let location = index.location(0);
            read_release(index.text(), file.stem(), plan, location)
                .map_err(|message| {
                    faults.push(codes::RELEASE.at(location, message).help(message!(
                        "a frozen edition is never edited: restore the file as it was \
                            published, or remove it and freeze the edition again",
                        "已固化的期次不得改动：请恢复发布时的文件，或删去后重新固化"
                    )));
                })
                .ok()
        });
        releases.extend(read);
    }
    releases
}

fn read_release(
    text: &str,
    name: &str,
    plan: &Plan,
    location: Location,
) -> Result<Release, Message> {
    let file: ReleaseFile = serde_json::from_str(text).map_err(|error| {
        message!("this frozen edition cannot be read: {error}", "无法读取该固化期次：{error}")
    })?;
    if file.schema != RELEASE_SCHEMA {
        return Err(message!(
            "this file has the schema `{}`, we know `{RELEASE_SCHEMA}`",
            "本文件的格式为`{}`，可读的是`{RELEASE_SCHEMA}`",
            file.schema
        ));
    }
    if file.plan != plan.id || file.edition != name {
        return Err(message!(
            "this file holds the edition `{}` of the plan `{}`, its name says otherwise",
            "本文件内是期次`{}`（计划`{}`），与文件名不符",
            file.edition,
            file.plan
        ));
    }
    let edition = plan.editions.iter().find(|edition| edition.id == file.edition);
    let edition = edition.ok_or_else(|| {
        message!("plan.md has no edition `{}`", "plan.md中没有期次`{}`", file.edition)
    })?;
    let as_of = parse_date(&file.as_of)
        .ok_or_else(|| message!("`{}` is not a day", "`{}`不是日期", file.as_of))?;
    if as_of != edition.as_of {
        return Err(message!(
            "the edition `{}` was frozen as of {as_of}, plan.md now says {}",
            "期次`{}`固化时截至{as_of}，plan.md现写{}",
            file.edition,
            edition.as_of
        ));
    }
    let plan_json = printed(&file.plan_json);
    let pages: BTreeMap<String, String> =
        file.pages.iter().map(|(tag, view)| (tag.clone(), view.to_string())).collect();
    let is_whole = sha256(plan_json.as_bytes()) == file.sha256.plan_json
        && pages.len() == file.sha256.pages.len()
        && pages
            .iter()
            .all(|(tag, view)| file.sha256.pages.get(tag) == Some(&sha256(view.as_bytes())));
    if !is_whole {
        return Err(message!(
            "the checksums do not agree: this frozen edition was changed after it was published",
            "校验值不符：该固化期次在发布后被改动"
        ));
    }
    let json: PlanJson = serde_json::from_value(file.plan_json).map_err(|error| {
        message!("the plan.json inside cannot be read: {error}", "其中的plan.json无法读取：{error}")
    })?;
    let snapshot = snapshot_of(json, as_of).ok_or_else(|| {
        message!(
            "the plan.json inside has a word or a number we do not know",
            "其中的plan.json含有无法识别的词或数"
        )
    })?;
    Ok(Release {
        edition: file.edition,
        as_of,
        plan_json,
        plan_json_sha256: file.sha256.plan_json,
        pages,
        snapshot: snapshot.into(),
        location,
    })
}

/// Prints a plan.json as it is published: the same bytes before and after it is frozen.
fn printed(plan_json: &Value) -> String {
    format!("{plan_json:#}\n")
}

/// What is compared of a plan.json.
#[derive(Deserialize)]
struct PlanJson {
    items: Vec<ItemJson>,
}

#[derive(Deserialize)]
struct ItemJson {
    number: u32,
    title: String,
    status: StatusJson,
    departments: Vec<DepartmentJson>,
    indicators: Vec<IndicatorJson>,
    milestones: Vec<MilestoneJson>,
}

#[derive(Deserialize)]
struct StatusJson {
    code: String,
    family: String,
    #[serde(default)]
    rule: String,
}

#[derive(Deserialize)]
struct DepartmentJson {
    id: String,
    role: String,
}

#[derive(Deserialize)]
struct IndicatorJson {
    id: String,
    name: String,
    unit: String,
    target: Option<TargetJson>,
    latest: Option<LatestJson>,
    judged: Option<JudgedJson>,
    completion: Option<serde_json::Number>,
    gap_points: Option<serde_json::Number>,
    status: StatusJson,
    regions: Vec<RegionJson>,
}

#[derive(Deserialize)]
struct TargetJson {
    phrase: String,
    op: String,
    value: Option<serde_json::Number>,
    ambition: String,
}

#[derive(Deserialize)]
struct LatestJson {
    period: String,
    value: Option<serde_json::Number>,
    flag: Option<String>,
}

#[derive(Deserialize)]
struct JudgedJson {
    period: String,
    value: serde_json::Number,
    /// How many regions make it, where not all do.
    reported: Option<u16>,
}

#[derive(Deserialize)]
struct RegionJson {
    id: String,
    target: Option<serde_json::Number>,
    value: Option<serde_json::Number>,
    status: Option<String>,
}

#[derive(Deserialize)]
struct MilestoneJson {
    id: String,
    title: String,
    due: String,
    done: Option<String>,
    status: String,
}

fn snapshot_of(json: PlanJson, as_of: crate::date::Date) -> Option<Snapshot> {
    let mut snapshot =
        Snapshot { as_of, items: Vec::new(), indicators: Vec::new(), milestones: Vec::new() };
    for item in json.items {
        let number = item.number;
        for indicator in item.indicators {
            snapshot.indicators.push(indicator_fact(number, indicator)?);
        }
        for one in item.milestones {
            let (due, done) = (
                parse_date(&one.due)?,
                one.done.map(|day| parse_date(&day).ok_or(())).transpose().ok()?,
            );
            snapshot.milestones.push(MilestoneFact {
                id: one.id,
                item: number,
                title: one.title,
                due,
                done,
                status: one.status,
            });
        }
        let departments =
            item.departments.into_iter().map(|one| format!("{}:{}", one.id, one.role)).collect();
        snapshot.items.push(ItemFact {
            number,
            title: item.title,
            code: StatusCode::from_word(&item.status.code)?,
            family: Family::from_word(&item.status.family)?,
            departments,
        });
    }
    Some(snapshot)
}

fn indicator_fact(item: u32, json: IndicatorJson) -> Option<IndicatorFact> {
    let mut regions = Vec::new();
    for region in json.regions {
        let code = match region.status {
            Some(word) => Some(StatusCode::from_word(&word)?),
            None => None,
        };
        regions.push(RegionFact {
            id: region.id,
            target: number(region.target)?,
            value: number(region.value)?,
            code,
        });
    }
    let target = match json.target {
        Some(target) => Some(TargetFact {
            phrase: target.phrase,
            op: target.op,
            value: number(target.value)?,
            ambition: target.ambition,
        }),
        None => None,
    };
    let letter = json.latest.as_ref().and_then(|latest| latest.flag.as_deref());
    let flag = letter.and_then(ObservationStatus::from_letter);
    let is_of_some = json.judged.as_ref().is_some_and(|judged| judged.reported.is_some());
    let (period, value) = match (json.judged, json.latest) {
        (Some(judged), _) => (Some(Period::parse(&judged.period)?), number(Some(judged.value))?),
        (None, Some(latest)) => (Some(Period::parse(&latest.period)?), number(latest.value)?),
        (None, None) => (None, None),
    };
    Some(IndicatorFact {
        id: json.id,
        item,
        name: json.name,
        unit: json.unit,
        target,
        code: StatusCode::from_word(&json.status.code)?,
        family: Family::from_word(&json.status.family)?,
        rule: json.status.rule,
        period,
        value,
        is_of_some,
        flag,
        completion: number(json.completion)?,
        gap: number(json.gap_points)?,
        regions,
    })
}

/// Reads a number if there is one. Nothing at all stands for one that cannot be read.
fn number(json: Option<serde_json::Number>) -> Option<Option<Number>> {
    match json {
        Some(json) => Number::parse(&json.to_string()).ok().map(Some),
        None => Some(None),
    }
}
