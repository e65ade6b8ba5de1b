//! A text of the plan reads otherwise than it was published, and no revision says so.

use crate::diag::{Code, Diagnostic};
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::snapshot::{Snapshot, TargetFact};
use crate::said::say;
use crate::source::Place;

use super::reach::Reach;
use super::rule::{Rule, both};

pub(super) const RULE: Rule = Rule {
    code: Code::error("silent-edit"),
    is_settable: true,
    what: both(
        "A text of the plan reads otherwise than it was published, and no revision says so",
        "计划文字与发布时不同，且没有修订说明",
    ),
    why: both(
        "Edits of targets and titles hide delay; a change is told, never silent",
        "悄悄修改目标和标题会掩盖拖延；更改必须说明",
    ),
    example: "target = \"力争10家\"   # published as 力争15家",
    remedy: both(
        "Restore it, or tell the change in [[plan_revisions]]",
        "恢复原文，或在[[plan_revisions]]中说明",
    ),
};

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((release, today)) = reach.recomputed.iter().max_by_key(|(release, _)| release.as_of)
    {
        tell_silent_edits(reach.plan, release, today, found);
    }
}

fn tell_silent_edits(
    plan: &Plan,
    release: &Release,
    today: &Snapshot,
    found: &mut Vec<Diagnostic>,
) {
    let mut tell = |item: u32, field: &str, place: Place, old: &str, new: &str| {
        let is_told = plan.revisions.iter().any(|one| {
            one.date > release.as_of
                && one.field == field
                && one.item.is_none_or(|number| number == item)
        });
        if old == new || is_told {
            return;
        }
        let message = say!(
            "`{field}` of item {item} was published as `{old}` and now reads `{new}`, with no \
                revision of the plan",
            "事项{item}的`{field}`发布时为`{old}`，现为`{new}`，没有相应的计划修订"
        );
        found.push(
            RULE.at(place, message)
                .label(
                    release.place,
                    say!(
                        "the edition {} that published \
                    it",
                        "发布该内容的期次{}",
                        release.edition
                    ),
                )
                .help(say!(
                    "restore it, or tell it in plan.md: [[plan_revisions]] with date, item \
                    = {item}, field = \"{field}\", old, new and \
                    reason",
                    "恢复原文，或在plan.md中用[[plan_revisions]]说明：date、item = {item}、field \
                        = \"{field}\"、old、new、reason"
                )),
        );
    };
    const GONE: &str = "";
    for old in &release.snapshot.items {
        let place = plan
            .items
            .iter()
            .find(|item| item.number == old.number)
            .map_or(plan.place, |item| item.place);
        match today.item(old.number) {
            Some(new) => {
                tell(old.number, "title", place, &old.title, &new.title);
                tell(
                    old.number,
                    "departments",
                    place,
                    &old.departments.join(" "),
                    &new.departments.join(" "),
                );
            }
            None => tell(old.number, "title", place, &old.title, GONE),
        }
    }
    for old in &release.snapshot.indicators {
        let place = place_of(plan, &old.id).unwrap_or(plan.place);
        let Some(new) = today.indicator(&old.id) else {
            tell(old.item, &old.id, place, &old.name, GONE);
            continue;
        };
        tell(old.item, &format!("{}.name", old.id), place, &old.name, &new.name);
        tell(old.item, &format!("{}.unit", old.id), place, &old.unit, &new.unit);
        tell(
            old.item,
            &format!("{}.target", old.id),
            place,
            &promise(old.target.as_ref()),
            &promise(new.target.as_ref()),
        );
    }
}

/// Says a target with its reading, since both may be edited.
fn promise(target: Option<&TargetFact>) -> String {
    target.map_or_else(String::new, |target| {
        let value = target.value.map(|value| format!(" {value}")).unwrap_or_default();
        format!("{} ({}{value}, {})", target.phrase, target.op, target.ambition)
    })
}

fn place_of(plan: &Plan, id: &str) -> Option<Place> {
    plan.indicators.iter().find(|indicator| indicator.id == id).map(|indicator| indicator.place)
}
