//! **not-frozen**, **release-differs**, **silent-edit**: what was published, held against what the content says today.
//!
//! - not-frozen: a published edition without a file in `releases/`. Why: its page would follow every later change. Remedy: `taizhang release`.
//! - release-differs: today's rows and rules give another answer for a frozen edition. Why: rows were dated back, or rules changed; the page
//!   keeps what was published, and whoever recomputes it must be told. Remedy: give a row the day it really became known.
//! - silent-edit: a title, name, unit, target or department reads otherwise than it was published, and no revision of the plan says so.
//!   Why: a changed target hides a miss. Remedy: restore the text, or write a `[[plan_revisions]]` entry with date, old, new and reason.

use crate::diag::{Diagnostic, Severity};
use crate::model::edition::EditionState;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::snapshot::{IndicatorFact, Snapshot, TargetFact};
use crate::source::Place;

use super::Reach;

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    for edition in reach.plan.editions.iter().filter(|edition| edition.state == EditionState::Published) {
        if reach.plan.release(&edition.id).is_none() {
            found.push(
                Diagnostic::note(
                    "not-frozen",
                    edition.place,
                    format!("the edition `{}` is published and not frozen", edition.id),
                )
                .help(format!("freeze it, so that its page stays what was published: taizhang release {}", edition.id)),
            );
        }
    }
    for (release, today) in reach.recomputed {
        tell_differences(reach.plan, release, today, found);
    }
    if let Some((release, today)) = reach.recomputed.iter().max_by_key(|(release, _)| release.as_of) {
        tell_silent_edits(reach.plan, release, today, found);
    }
}

fn tell_differences(plan: &Plan, release: &Release, today: &Snapshot, found: &mut Vec<Diagnostic>) {
    for published in &release.snapshot.indicators {
        let Some(now) = today.indicator(&published.id) else { continue };
        let moved_regions: Vec<&str> = published
            .regions
            .iter()
            .filter(|old| now.regions.iter().any(|new| new.id == old.id && (new.code, new.value) != (old.code, old.value)))
            .map(|region| region.id.as_str())
            .collect();
        let is_same = (published.code, published.value, published.completion) == (now.code, now.value, now.completion);
        if is_same && moved_regions.is_empty() {
            continue;
        }
        let regions =
            if moved_regions.is_empty() { String::new() } else { format!("; regions that differ: {}", moved_regions.join(", ")) };
        found.push(
            Diagnostic::warning(
                "release-differs",
                place_of(plan, &published.id).unwrap_or(release.place),
                format!(
                    "the edition `{}` published `{}` as {}; recomputed today it is {}{regions}",
                    release.edition,
                    published.id,
                    said(published),
                    said(now)
                ),
            )
            .help(format!(
                "the published page stays as it was; a row that came later than {} must carry the day it came",
                release.as_of
            )),
        );
    }
}

fn said(fact: &IndicatorFact) -> String {
    match (fact.period, fact.value) {
        (Some(period), Some(value)) => format!("{} ({period}: {value})", fact.code.word()),
        _ => fact.code.word().to_string(),
    }
}

fn place_of(plan: &Plan, id: &str) -> Option<Place> {
    plan.indicators.iter().find(|indicator| indicator.id == id).map(|indicator| indicator.place)
}

fn tell_silent_edits(plan: &Plan, release: &Release, today: &Snapshot, found: &mut Vec<Diagnostic>) {
    let mut tell = |item: u32, field: &str, place: Place, old: &str, new: &str| {
        let is_told = plan
            .revisions
            .iter()
            .any(|one| one.date > release.as_of && one.field == field && one.item.is_none_or(|number| number == item));
        if old == new || is_told {
            return;
        }
        let message =
            format!("`{field}` of item {item} was published as `{old}` and now reads `{new}`, with no revision of the plan");
        found.push(
            Diagnostic::new("silent-edit", Severity::Error, Some(place), message)
                .label(release.place, format!("the edition {} that published it", release.edition))
                .help(format!("restore it, or tell it in plan.md: [[plan_revisions]] with date, item = {item}, field = \"{field}\", old, new and reason")),
        );
    };
    const GONE: &str = "";
    for old in &release.snapshot.items {
        let place = plan.items.iter().find(|item| item.number == old.number).map_or(plan.place, |item| item.place);
        match today.item(old.number) {
            Some(new) => {
                tell(old.number, "title", place, &old.title, &new.title);
                tell(old.number, "departments", place, &old.departments.join(" "), &new.departments.join(" "));
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
        tell(old.item, &format!("{}.target", old.id), place, &promise(old.target.as_ref()), &promise(new.target.as_ref()));
    }
}

/// Says a target with its reading, since both may be edited.
fn promise(target: Option<&TargetFact>) -> String {
    target.map_or_else(String::new, |target| {
        let value = target.value.map(|value| format!(" {value}")).unwrap_or_default();
        format!("{} ({}{value}, {})", target.phrase, target.op, target.ambition)
    })
}
