//! `taizhang diff EDITION EDITION`: what moved between two editions, and why; the same as the page
//! of changes tells.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::assess::causes::Causes;
use crate::assess::changes::{Changes, IndicatorChange, compare};
use crate::language::LanguageIx;
use crate::model::index::PlanIx;
use crate::model::plan::Plan;
use crate::model::snapshot::{IndicatorFact, Snapshot};
use crate::number::Number;
use crate::pipeline::{Prepared, prepare, show_edition};
use crate::render::facts::{amount_of_fact, has_another_item_word, has_another_word, marked_break};
use crate::render::terms;
use crate::render::text_id::{TextId, text, text_of};
use crate::render::words::Words;

use super::args::{AnswerFormat, DiffOptions};
use super::ending::{Ending, Failure};
use super::print::{complain, exact, print_line};
use super::status::chosen_plan;

pub(super) fn run(options: &DiffOptions) -> Result<Ending, Failure> {
    let prepared = prepare(&options.content.request())?;
    let at = match chosen_plan(&prepared, options.content.reader(), options.plan.as_deref()) {
        Ok(at) => at,
        Err(ending) => return Ok(ending),
    };
    let [Some(from), Some(to)] =
        [&options.from, &options.to].map(|id| snapshot_of(&prepared, at, id))
    else {
        return Ok(Ending::Failed);
    };
    if from.as_of > to.as_of {
        complain(format_args!(
            "error: `{}` is later than `{}`; name the earlier edition first",
            options.from, options.to
        ));
        return Ok(Ending::Failed);
    }
    let Some(renderer) = prepared.renderer() else { return Ok(Ending::Faulty) };
    let plan = prepared.content.site.plan(at);
    let site = &prepared.content.site;
    let changes = compare(site, plan, &from, &to);
    let causes = Causes::new(site, plan, &from, &to);
    match options.format {
        AnswerFormat::Human => {
            human(&prepared, renderer.words(LanguageIx::FIRST), at, &changes, &causes)
        }
        AnswerFormat::Json => {
            let answer = as_json(
                &prepared,
                at,
                [&options.from, &options.to],
                [&from, &to],
                &changes,
                &causes,
            );
            print_line(serde_json::to_string_pretty(&answer)?);
        }
    }
    Ok(Ending::Fine)
}

/// Returns what an edition said, or complains that there is none.
fn snapshot_of(prepared: &Prepared, at: PlanIx, id: &str) -> Option<Arc<Snapshot>> {
    let plan = prepared.content.site.plan(at);
    let Some(edition) = plan.editions.iter().find(|edition| edition.id == id) else {
        let known: Vec<&str> = plan.editions.iter().map(|edition| edition.id.as_str()).collect();
        complain(format_args!("error: there is no edition `{id}`; known: {}", known.join(", ")));
        return None;
    };
    show_edition(plan, &prepared.content.site, edition).snapshot
}

fn human(
    prepared: &Prepared,
    words: &Words,
    at: PlanIx,
    changes: &Changes<'_>,
    causes: &Causes<'_>,
) {
    let plan = prepared.content.site.plan(at);
    let mut has_printed = false;
    let mut head = |key: TextId, is_empty: bool| {
        if !is_empty {
            print_line(format_args!("{}{}", if has_printed { "\n" } else { "" }, words.plain(key)));
            has_printed = true;
        }
    };
    head(text!("changes-plan"), changes.plan_revisions.is_empty());
    for one in &changes.plan_revisions {
        let item = one.item.map(|number| format!("{number} ")).unwrap_or_default();
        print_line(format_args!(
            "  {} {item}{}: {} → {}  ({})",
            one.date,
            one.field,
            one.old,
            one.new,
            one.reason.first()
        ));
    }
    let word = |fact: &IndicatorFact| terms::word_of_fact(words, plan, fact);
    let after = |change: &IndicatorChange<'_>| {
        marked_break(words, change, figure(words, plan, change.after))
    };
    let moved = || {
        changes
            .indicators
            .iter()
            .filter(|change| change.after.target.is_some() && change.has_moved())
            .filter(|change| has_another_word(words, plan, change.before, change.after))
    };
    head(text!("changes-statuses"), moved().next().is_none());
    for change in moved() {
        let cause = words.plain(text_of!("cause-", causes.of(change).word()));
        print_line(format_args!(
            "  {} ({}): {} → {}  ({cause})",
            change.after.name,
            change.after.id,
            word(change.before),
            word(change.after)
        ));
        let (old, new) = (figure(words, plan, change.before), after(change));
        if old != new {
            print_line(format_args!("      {old} → {new}"));
        }
    }
    let items = || {
        let moved = changes.items.iter();
        moved.filter(|(before, after)| has_another_item_word(words, plan, before, after))
    };
    head(text!("changes-items"), items().next().is_none());
    for (before, after) in items() {
        let old = terms::status_word(words, plan, before.code, before.family);
        print_line(format_args!(
            "  {} {}: {old} → {}",
            after.number,
            after.title,
            terms::status_word(words, plan, after.code, after.family)
        ));
    }
    let figures = || changes.indicators.iter().filter(|change| change.is_figure_news());
    head(text!("changes-figures"), figures().next().is_none());
    for change in figures() {
        print_line(format_args!(
            "  {} ({}): {} → {}",
            change.after.name,
            change.after.id,
            figure(words, plan, change.before),
            after(change)
        ));
    }
    head(text!("milestones-title"), changes.milestones.is_empty());
    for (before, after) in &changes.milestones {
        let word = |status: &str| words.plain(text_of!("milestone-", status));
        let moved = if before.due == after.due {
            String::new()
        } else {
            format!("  ({} → {})", before.due, after.due)
        };
        print_line(format_args!(
            "  {} ({}): {} → {}{moved}",
            after.title,
            after.id,
            word(&before.status),
            word(&after.status)
        ));
    }
    head(text!("revisions-title"), changes.revisions.is_empty());
    for (old, new) in &changes.revisions {
        let indicator = plan.indicator(new.indicator);
        let region = new.region.map_or(String::new(), |region| {
            format!(" {}", prepared.content.site.region(region).short_name)
        });
        let value = |value: Option<Number>| {
            value.map_or_else(|| "-".to_string(), |value| value.to_string())
        };
        print_line(format_args!(
            "  {}{region} {}: {} → {}  ({}, {})",
            indicator.id,
            new.period,
            value(old.value()),
            value(new.value()),
            new.recorded,
            plan.ledger.note(new)
        ));
    }
    if !has_printed {
        print_line(words.plain(text!("changes-none")));
    }
}

fn figure(words: &Words, plan: &Plan, fact: &IndicatorFact) -> String {
    match (fact.period, amount_of_fact(words, plan, fact)) {
        (Some(period), Some(amount)) => format!("{period} {amount}"),
        _ => "-".to_string(),
    }
}

fn as_json(
    prepared: &Prepared,
    at: PlanIx,
    ids: [&String; 2],
    days: [&Snapshot; 2],
    changes: &Changes<'_>,
    causes: &Causes<'_>,
) -> Value {
    let plan = prepared.content.site.plan(at);
    let edition = |at: usize| json!({ "edition": ids[at], "as_of": days[at].as_of.to_string() });
    let side = |fact: &IndicatorFact| {
        json!({
            "status": fact.code.word(),
            "period": fact.period.map(|period| period.to_string()),
            "value": exact(fact.value),
            "completion": exact(fact.completion),
            "target": fact.target.as_ref().map(|target| target.phrase.clone()),
        })
    };
    json!({
        "plan": plan.id,
        "from": edition(0),
        "to": edition(1),
        "plan_revisions": changes.plan_revisions.iter().map(|one| json!({
            "date": one.date.to_string(), "item": one.item, "field": one.field, "old": one.old,
            "new": one.new,
            "reason": one.reason.first(), "source": one.source,
        })).collect::<Vec<_>>(),
        "items": changes.items.iter().map(|(before, after)| json!({
            "number": after.number, "from": before.code.word(), "to": after.code.word(),
        })).collect::<Vec<_>>(),
        "indicators": changes.indicators.iter().map(|change| json!({
            "id": change.after.id, "item": change.after.item,
            "cause": change.has_moved().then(|| causes.of(change).word()),
            "from": side(change.before), "to": side(change.after),
            "regions": change.regions.iter().map(|(before, after)| json!({
                "id": after.id, "from": before.code.map(|code| code.word()),
                "to": after.code.map(|code| code.word()),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "milestones": changes.milestones.iter().map(|(before, after)| json!({
            "id": after.id, "from": before.status, "to": after.status,
            "due_before": before.due.to_string(), "due": after.due.to_string(),
            "done": after.done.map(|day| day.to_string()),
        })).collect::<Vec<_>>(),
        "revisions": changes.revisions.iter().map(|(old, new)| json!({
            "indicator": plan.indicator(new.indicator).id,
            "region": new.region.map(|region| prepared.content.site.region(region).id.clone()),
            "period": new.period.to_string(),
            "from": exact(old.value()), "to": exact(new.value()),
            "revision": new.revision.map(|kind| kind.word()),
            "recorded": new.recorded.to_string(),
            "reason": plan.ledger.note(new),
        })).collect::<Vec<_>>(),
    })
}
