//! Reads the `[[plan_revisions]]` of plan.md: changes of the plan itself, told and never silent.
//!
//! A revision of an item's `title`, of an indicator's name (`ID.name`) or of its target
//! (`ID.target`) is held against the content: what it says is new must be what stands there, or
//! what the next revision calls old. So an earlier edition can be shown as the plan read then. Any
//! other `field` is told to readers in the author's words.

use std::collections::BTreeMap;

use crate::codes;
use crate::diag::{Diagnostic, nearest};
use crate::front_matter::Keys;
use crate::message::message;
use crate::model::edition::{PlanRevision, RevisedText};
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::plan::Plan;
use crate::source::Located;

use super::direction::Counted;
use super::loaded::Loaded;
use super::target::target_of_phrase;

/// Reads every revision of the plan as it is written.
pub(super) fn read_revisions(keys: &mut Keys<'_, '_>) -> Vec<PlanRevision> {
    let mut revisions = Vec::new();
    for mut table in keys.tables("plan_revisions") {
        if !table.has("date") {
            table.missing("date");
        }
        let date = table.date("date");
        let item = table.whole("item", 1, 999_999).map(|n| n.value);
        let texts = ["field", "old", "new"].map(|key| table.required_text(key).map(|t| t.value));
        let reason = table.required_translated("reason");
        let source = table.text("source").map(|t| t.value).unwrap_or_default();
        let location = table.location();
        if let (Some(date), [Some(field), Some(old), Some(new)], Some(reason)) =
            (date, texts, reason)
        {
            revisions.push(PlanRevision {
                date: date.value,
                item,
                field,
                old,
                new,
                reason,
                source,
                revised: None,
                location,
            });
        }
        table.finish();
    }
    revisions.sort_by_key(|revision| (revision.date, revision.location));
    revisions
}

/// Which text of the plan a revision is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title(ItemIx),
    Name(IndicatorIx),
    Target(IndicatorIx),
}

/// Finds out what each revision changes, and sees to it that the revisions of one text follow from
/// each other up to what stands there now.
pub(super) fn resolve_revisions(plan: &mut Plan, has_all_items: bool, loaded: &mut Loaded) {
    let mut chains: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
    for (at, revision) in plan.revisions.iter().enumerate() {
        match field_of(plan, revision) {
            Ok(Some(field)) => chains.entry(field).or_default().push(at),
            Ok(None) => {}
            Err(fault) if has_all_items => loaded.diagnostics.push(fault),
            Err(_) => {}
        }
    }
    for (field, chain) in chains {
        for (position, at) in chain.iter().enumerate() {
            let later = chain.get(position + 1).map(|next| plan.revisions[*next].old.clone());
            let stands = later.unwrap_or_else(|| text_now(plan, field));
            let revision = &plan.revisions[*at];
            if revision.new != stands {
                loaded.diagnostics.push(
                    codes::PLAN_REVISION.at(revision.location,
                        message!(
                            "the revision of `{}` says it now reads `{}`, but `{stands}` stands \
                            there",
                            "`{}`的修订称现为`{}`，而该处实为`{stands}`",
                            revision.field,
                            revision.new
                        ),
                    )
                    .help(message!(
                        "a change of the plan is written twice: in the item, and here with \
                        its date and reason; let both say the \
                        same",
                        "计划的更改须写两处：事项中，以及此处（附日期和原因）；两处应一致"
                    )),
                );
            }
            match revised_text(plan, field, revision) {
                Ok(revised) => plan.revisions[*at].revised = Some(revised),
                Err(fault) => loaded.diagnostics.push(fault),
            }
        }
    }
}

fn field_of(plan: &Plan, revision: &PlanRevision) -> Result<Option<Field>, Diagnostic> {
    if revision.field == "title" {
        let found = plan.numbered_items().find(|(_, item)| Some(item.number) == revision.item);
        return match (found, revision.item) {
            (Some((ix, _)), _) => Ok(Some(Field::Title(ix))),
            (None, Some(number)) => Err(codes::UNKNOWN_ITEM
                .at(revision.location, message!("there is no item {number}", "没有事项{number}"))
                .help(message!(
                    "give the number of the item whose title was changed",
                    "填写标题被更改的事项的编号"
                ))),
            (None, None) => Ok(None),
        };
    }
    let Some((id, part)) = revision.field.split_once('.') else { return Ok(None) };
    let field: fn(IndicatorIx) -> Field = match part {
        "name" => Field::Name,
        "target" => Field::Target,
        _ => return Ok(None),
    };
    let found = plan.numbered_indicators().find(|(_, indicator)| indicator.id == id);
    found.map(|(ix, _)| Some(field(ix))).ok_or_else(|| {
        let near = nearest(id, plan.indicators.iter().map(|indicator| indicator.id.as_str()));
        let help = near.map_or(
            message!("write the id of an indicator before the dot", "点号前写指标标识"),
            |near| message!("did you mean `{near}`?", "是否应为`{near}`？"),
        );
        codes::UNKNOWN_INDICATOR
            .at(revision.location, message!("there is no indicator `{id}`", "没有指标`{id}`"))
            .help(help)
    })
}

fn text_now(plan: &Plan, field: Field) -> String {
    match field {
        Field::Title(ix) => plan.item(ix).title.first().to_string(),
        Field::Name(ix) => plan.indicator(ix).name.first().to_string(),
        Field::Target(ix) => plan
            .indicator(ix)
            .target
            .as_ref()
            .map(|target| target.phrase.clone())
            .unwrap_or_default(),
    }
}

fn revised_text(
    plan: &Plan,
    field: Field,
    revision: &PlanRevision,
) -> Result<RevisedText, Diagnostic> {
    Ok(match field {
        Field::Title(ix) => RevisedText::Title(ix, revision.old.clone()),
        Field::Name(ix) => RevisedText::Name(ix, revision.old.clone()),
        Field::Target(ix) => {
            let indicator = plan.indicator(ix);
            let counted = Counted {
                measure: indicator.measure,
                unit: indicator.unit.first(),
                baseline: indicator.baseline,
            };
            let phrase = Located::new(revision.old.clone(), revision.location);
            RevisedText::Target(
                ix,
                Box::new(target_of_phrase(&phrase, counted, indicator.location)?),
            )
        }
    })
}
