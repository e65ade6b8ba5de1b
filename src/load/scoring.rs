//! Reads `[scoring]` of plan.md: how regions are evaluated. Without this table there is no
//! evaluation.
//!
//! It is read in two steps: as it is written, while the file is open, and as it is meant, when
//! items and their indicators are known. Both tell every fault they find. A setting that cannot be
//! meant (a growth rate scored by completion, a region in two groups) is refused with its reason;
//! nothing is left out or guessed.

use std::collections::HashMap;

use crate::codes;
use crate::front_matter::Keys;
use crate::language::Text;
use crate::message::message;
use crate::model::period::Period;
use crate::model::region::RegionIx;
use crate::model::scoring::{Basis, MissingRule, ScoringMethod};
use crate::number::Number;
use crate::source::{Located, Location};

use super::ids::plain_id;
use super::nouns;
use super::shared::Shared;

/// The table as it is written. What could not be read is told already and absent here.
pub(super) struct ScoringDraft {
    pub basis: Option<Basis>,
    pub method: Option<ScoringMethod>,
    pub weights: Vec<(Located<String>, Option<Located<Number>>)>,
    pub groups: Option<Vec<GroupDraft>>,
    pub cap: Option<Located<Number>>,
    pub missing: MissingRule,
    pub periods: Option<Vec<Located<Period>>>,
    pub location: Location,
}

pub(super) struct GroupDraft {
    pub id: String,
    pub title: Text,
    pub regions: Vec<Located<RegionIx>>,
}

/// Reads the table, if there is one.
pub(super) fn read_scoring(keys: &mut Keys<'_, '_>, shared: &Shared) -> Option<ScoringDraft> {
    let mut table = keys.table("scoring")?;
    for key in ["method", "weights"] {
        if !table.has(key) {
            table.missing(key);
        }
    }
    let draft = ScoringDraft {
        basis: read_basis(&mut table),
        method: table.one_of("method", &ScoringMethod::WORDS).map(|method| method.value),
        weights: read_weights(&mut table),
        groups: read_groups(&mut table, shared),
        cap: table.number("cap"),
        missing: table
            .one_of("missing", &MissingRule::WORDS)
            .map_or(MissingRule::Unscored, |rule| rule.value),
        periods: read_periods(&mut table),
        location: table.location(),
    };
    if let (Some(cap), Some(method)) = (&draft.cap, draft.method)
        && method != ScoringMethod::Completion
    {
        table.fault(
            codes::SCORING_CAP
                .at(
                    cap.location,
                    message!(
                        "`cap` means nothing where points are given by {}",
                        "按{}计分时`cap`没有意义",
                        method.word()
                    ),
                )
                .help(message!(
                    "take it out; only completion can be above one",
                    "请删去；只有完成率可以大于一"
                )),
        );
    }
    if let Some(cap) = draft.cap.as_ref().filter(|cap| cap.value < Number::ONE) {
        table.fault(
            codes::SCORING_CAP
                .at(
                    cap.location,
                    message!(
                        "`cap` is {}, less than the whole target",
                        "`cap`为{}，低于目标本身",
                        cap.value
                    ),
                )
                .help(message!(
                    "write 1 or more: 1.2 counts a completion of 130 % as 120 %",
                    "写1或更大：1.2表示完成率130%按120%计"
                )),
        );
    }
    table.finish();
    Some(draft)
}

fn read_basis(table: &mut Keys<'_, '_>) -> Option<Basis> {
    if !table.has("basis") {
        table.fault(
            codes::SCORING_BASIS
                .at(
                    table.location(),
                    message!(
                        "evaluation needs the document \
                it is based on",
                        "评价须注明所依据的文件"
                    ),
                )
                .help(message!(
                    "add `basis = {{ title = \"…\", document_number = \"…\", issued = \
                    2023-02-08, url = \"https://…\" }}`, or take [scoring] out",
                    "补充`basis = {{ \
                        title = \"…\", document_number = \"…\", issued = 2023-02-08, url \
                        = \"https://…\" }}`，或删去[scoring]"
                )),
        );
        return None;
    }
    let mut table = table.table("basis")?;
    let title = table.required_text("title");
    let url = table.text("url");
    if let Some(url) = url
        .as_ref()
        .filter(|url| !(url.value.starts_with("https://") || url.value.starts_with("http://")))
    {
        table.fault(
            codes::SCORING_BASIS
                .at(
                    url.location,
                    message!(
                        "`{}` is not the address of a document",
                        "`{}`不是文件的网址",
                        url.value
                    ),
                )
                .help(message!(
                    "write it from https:// on, or leave it out",
                    "从https://写起，或不写"
                )),
        );
    }
    let basis = Basis {
        title: title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        document_number: table.text("document_number").map(|number| number.value),
        issued: table.date("issued").map(|date| date.value),
        url: url.map(|url| url.value),
        location: title.as_ref().map_or(table.location(), |title| title.location),
    };
    table.finish();
    title.map(|_| basis)
}

fn read_weights(table: &mut Keys<'_, '_>) -> Vec<(Located<String>, Option<Located<Number>>)> {
    let mut weights = Vec::new();
    let entries = table.tables("weights");
    if entries.is_empty() && table.has("weights") {
        table.fault(
            codes::SCORING_WEIGHTS
                .at(
                    table.location_of("weights"),
                    message!("there is no weight, so nothing to score", "没有权重，无从计分"),
                )
                .help(message!(
                    "add `{{ indicator = \"…\", weight = \"100\" }}`, or take [scoring] out",
                    "补充`{{ indicator = \"…\", weight = \"100\" }}`，或删去[scoring]"
                )),
        );
    }
    for mut entry in entries {
        let indicator = entry.required_text("indicator");
        if !entry.has("weight") {
            entry.missing("weight");
        }
        let weight = entry.number("weight");
        if let Some(indicator) = indicator {
            weights.push((indicator, weight));
        }
        entry.finish();
    }
    weights
}

fn read_groups(table: &mut Keys<'_, '_>, shared: &Shared) -> Option<Vec<GroupDraft>> {
    if !table.has("groups") {
        return None;
    }
    let mut groups: Vec<GroupDraft> = Vec::new();
    let mut taken: HashMap<RegionIx, Location> = HashMap::new();
    let entries = table.tables("groups");
    if entries.is_empty() {
        table.fault(
            codes::SCORING_GROUPS
                .at(
                    table.location_of("groups"),
                    message!("there is no group, so nobody to score", "没有分组，无从计分"),
                )
                .help(message!(
                    "take `groups` out to use the column `group` of regions.csv",
                    "删去`groups`，即按regions.csv的`group`列分组"
                )),
        );
        return None;
    }
    for mut entry in entries {
        let id = entry.required_text("id").and_then(|id| plain_id(&entry, id));
        let title = entry.required_translated("title");
        let mut regions = Vec::new();
        for name in entry.texts("regions") {
            let Some(region) =
                shared.regions.resolve(&entry, codes::UNKNOWN_REGION, nouns::REGION, &name)
            else {
                continue;
            };
            let first = *taken.entry(region).or_insert(name.location);
            if first != name.location {
                entry.fault(
                    codes::SCORING_GROUPS
                        .at(
                            name.location,
                            message!("`{}` is in a group already", "`{}`已在某组中", name.value),
                        )
                        .label(first, message!("here", "此处"))
                        .help(message!(
                            "a region is compared within one group only; name it once",
                            "一个地区只在一个组内比较；只写一次"
                        )),
                );
            } else {
                regions.push(Located::new(region, name.location));
            }
        }
        if entry.list("regions").is_empty() {
            entry.fault(
                codes::SCORING_GROUPS
                    .at(entry.location(), message!("this group has no regions", "该组没有地区"))
                    .help(message!(
                        "add `regions = [\"…\"]` with ids of regions.csv, or remove the group",
                        "用regions.csv中的标识补充`regions = [\"…\"]`，或删去该组"
                    )),
            );
        }
        if let (Some(id), Some(title)) = (id, title) {
            if groups.iter().any(|known| known.id == id.value) {
                entry.fault(
                    codes::DUPLICATE_ID
                        .at(
                            id.location,
                            message!("a group `{}` is there already", "已有组`{}`", id.value),
                        )
                        .help(message!("give this one another id", "为此处另取标识")),
                );
            } else {
                groups.push(GroupDraft { id: id.value, title, regions });
            }
        }
        entry.finish();
    }
    Some(groups)
}

fn read_periods(table: &mut Keys<'_, '_>) -> Option<Vec<Located<Period>>> {
    if !table.has("periods") {
        return None;
    }
    let mut periods: Vec<Located<Period>> = Vec::new();
    for text in table.texts("periods") {
        let Some(period) = Period::parse(&text.value) else {
            table.fault(
                codes::PERIOD
                    .at(text.location, message!("`{}` is not a period", "`{}`不是时期", text.value))
                    .help(message!(
                        "write a half-year or a year: 2023-H1 or 2023",
                        "写半年或全年：2023-H1或2023"
                    )),
            );
            continue;
        };
        if let Some(first) = periods.iter().find(|known| known.value.end() == period.end()) {
            table.fault(
                codes::SCORING_PERIOD
                    .at(
                        text.location,
                        message!("`{}` is evaluated already", "`{}`已列入评价", text.value),
                    )
                    .label(first.location, message!("here", "此处"))
                    .help(message!(
                        "name each half-year once; the year ends with its second half",
                        "每个半年只写一次；全年即下半年末"
                    )),
            );
            continue;
        }
        periods.push(Located::new(period, text.location));
    }
    Some(periods)
}
