//! A text of the plan reads otherwise than it was published, and no revision says so.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::snapshot::{Snapshot, TargetFact};
use crate::source::Location;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::error("silent-edit"),
    is_settable: true,
    what: bilingual(
        "A text of the plan reads otherwise than it was published, and no revision says so",
        "计划文字与发布时不同，且没有修订说明",
    ),
    why: bilingual(
        "Edits of targets and titles hide delay; a change is told, never silent",
        "悄悄修改目标和标题会掩盖拖延；更改必须说明",
    ),
    example: "target = \"力争10家\"   # published as 力争15家",
    remedy: bilingual(
        "Restore it, or tell the change in [[plan_revisions]]",
        "恢复原文，或在[[plan_revisions]]中说明",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((release, today)) =
        context.recomputed.iter().max_by_key(|(release, _)| release.as_of)
    {
        report_silent_edits(context.plan, release, today, found);
    }
}

fn report_silent_edits(
    plan: &Plan,
    release: &Release,
    today: &Snapshot,
    found: &mut Vec<Diagnostic>,
) {
    let mut report = |item: u32, field: &str, location: Location, old: &str, new: &str| {
        let is_announced = plan.revisions.iter().any(|one| {
            one.date > release.as_of
                && one.field == field
                && one.item.is_none_or(|number| number == item)
        });
        if old == new || is_announced {
            return;
        }
        let message = message!(
            "`{field}` of item {item} was published as `{old}` and now reads `{new}`, with no \
                revision of the plan",
            "事项{item}的`{field}`发布时为`{old}`，现为`{new}`，没有相应的计划修订"
        );
        found.push(
            RULE.at(location, message)
                .label(
                    release.location,
                    message!(
                        "the edition {} that published \
                    it",
                        "发布该内容的期次{}",
                        release.edition
                    ),
                )
                .help(message!(
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
        let location = plan
            .items
            .iter()
            .find(|item| item.number == old.number)
            .map_or(plan.location, |item| item.location);
        match today.item(old.number) {
            Some(new) => {
                report(old.number, "title", location, &old.title, &new.title);
                report(
                    old.number,
                    "departments",
                    location,
                    &old.departments.join(" "),
                    &new.departments.join(" "),
                );
            }
            None => report(old.number, "title", location, &old.title, GONE),
        }
    }
    for old in &release.snapshot.indicators {
        let location = location_of(plan, &old.id).unwrap_or(plan.location);
        let Some(new) = today.indicator(&old.id) else {
            report(old.item, &old.id, location, &old.name, GONE);
            continue;
        };
        report(old.item, &format!("{}.name", old.id), location, &old.name, &new.name);
        report(old.item, &format!("{}.unit", old.id), location, &old.unit, &new.unit);
        report(
            old.item,
            &format!("{}.target", old.id),
            location,
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

fn location_of(plan: &Plan, id: &str) -> Option<Location> {
    plan.indicators.iter().find(|indicator| indicator.id == id).map(|indicator| indicator.location)
}
