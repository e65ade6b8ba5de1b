//! `taizhang explain ITEM|INDICATOR`: why something stands as it does, down to the rows of the ledger.

use serde_json::{Value, json};

use crate::diag::nearest;
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::observation::Flag;
use crate::pipeline::{Prepared, prepare};
use crate::render::sentences::{self, Telling};
use crate::render::terms;
use crate::render::words::Words;

use super::args::{AnswerFormat, ExplainOptions};
use super::status::{chosen_plan, office_view};
use super::{Ending, Failure, complain, say};

/// What a user asked about.
enum Subject {
    Item(ItemIx),
    Indicator(IndicatorIx),
}

pub(super) fn run(options: &ExplainOptions) -> Result<Ending, Failure> {
    let prepared = prepare(&options.content.request())?;
    let at = match chosen_plan(&prepared, options.plan.as_deref()) {
        Ok(at) => at,
        Err(ending) => return Ok(ending),
    };
    let Some(subject) = find(&prepared, at, &options.what) else {
        complain(unknown(&prepared, at, &options.what));
        return Ok(Ending::Failed);
    };
    let Ok(renderer) = prepared.renderer() else { return Ok(Ending::Faulty) };
    let words = renderer.words(0);
    let indicators = match subject {
        Subject::Item(ix) => prepared.site.plans[at].item(ix).indicators.clone(),
        Subject::Indicator(ix) => vec![ix],
    };
    match options.format {
        AnswerFormat::Json => {
            let answers: Vec<Value> = indicators.iter().map(|ix| as_json(&prepared, words, at, *ix)).collect();
            say(serde_json::to_string_pretty(&answers)?);
        }
        AnswerFormat::Human => {
            if let Subject::Item(ix) = subject {
                explain_item(&prepared, words, at, ix);
            }
            for ix in indicators {
                explain_indicator(&prepared, words, at, ix);
            }
        }
    }
    Ok(Ending::Fine)
}

fn find(prepared: &Prepared, at: usize, what: &str) -> Option<Subject> {
    let plan = &prepared.site.plans[at];
    if let Ok(number) = what.parse::<u32>() {
        return plan.numbered_items().find(|(_, item)| item.number == number).map(|(ix, _)| Subject::Item(ix));
    }
    plan.numbered_indicators().find(|(_, indicator)| indicator.id == what).map(|(ix, _)| Subject::Indicator(ix))
}

fn unknown(prepared: &Prepared, at: usize, what: &str) -> String {
    let plan = &prepared.site.plans[at];
    match nearest(what, plan.indicators.iter().map(|indicator| indicator.id.as_str())) {
        Some(near) => format!("error: there is no item or indicator `{what}`; did you mean `{near}`?"),
        None => format!(
            "error: there is no item or indicator `{what}`; give an item's number (1 to {}) or an indicator's id",
            plan.items.len()
        ),
    }
}

fn explain_item(prepared: &Prepared, words: &Words, at: usize, ix: ItemIx) {
    let (plan, assessment) = (&office_view(&prepared.site.plans[at]), &prepared.shown[at].assessment);
    let (item, assessed) = (plan.item(ix), assessment.item(ix));
    say(format_args!(
        "{} {}  [{}]",
        item.number,
        item.title.first(),
        terms::status_word(words, plan, assessed.code, assessed.family)
    ));
    say(sentences::item_reason(words, assessed));
    for milestone in &item.milestones {
        let (shown, found) = (plan.milestone(*milestone), assessment.milestone(*milestone));
        say(format_args!("  {} {}  [{}]", found.due, shown.title.first(), terms::milestone_word(words, found.status)));
    }
}

fn explain_indicator(prepared: &Prepared, words: &Words, at: usize, ix: IndicatorIx) {
    let (plan, assessment) = (&office_view(&prepared.site.plans[at]), &prepared.shown[at].assessment);
    let telling = Telling { words, plan, indicator: plan.indicator(ix), assessed: assessment.indicator(ix) };
    say(format_args!("\n{} ({})  [{}]", telling.indicator.name.first(), telling.indicator.id, telling.status()));
    if let Some(target) = &telling.indicator.target {
        say(format_args!(
            "  {}: {}  ({} {})",
            words.plain("phrase-label"),
            target.phrase,
            target.op.as_str(),
            target.value.map(|v| v.to_string()).unwrap_or_default()
        ));
    }
    say(format_args!("  {}", telling.finding()));
    for line in telling.partial().into_iter().chain(telling.margin()).chain(telling.reasons()) {
        say(format_args!("  {line}"));
    }
    for row in &telling.assessed.inputs {
        let region = row.region.map_or("", |region| prepared.site.region(region).short_name.as_str());
        let value = row.value.map_or_else(|| row.flag.map_or("", Flag::letter).to_string(), |value| value.to_string());
        let flag = row.flag.filter(|_| row.value.is_some()).map_or(String::new(), |flag| format!(" [{}]", flag.letter()));
        say(format_args!(
            "    {} {region} {value}{flag}  {}  {}",
            row.period,
            row.recorded,
            prepared.sources.describe_line(row.place)
        ));
    }
}

fn as_json(prepared: &Prepared, words: &Words, at: usize, ix: IndicatorIx) -> Value {
    let (plan, assessment) = (&prepared.site.plans[at], &prepared.shown[at].assessment);
    let (indicator, assessed) = (plan.indicator(ix), assessment.indicator(ix));
    let telling = Telling { words, plan, indicator, assessed };
    let comparison = &assessed.verdict_on_figure().comparison;
    let exact =
        |number: Option<crate::number::Number>| number.and_then(|number| number.to_string().parse::<serde_json::Number>().ok());
    json!({
        "id": indicator.id,
        "status": assessed.status.code.word(),
        "rule": assessed.status.rule.word(),
        "computed": assessed.computed.as_ref().map(|verdict| verdict.code.word()),
        "period": assessed.latest().map(|point| point.period.to_string()),
        "value": exact(assessed.latest().and_then(|point| point.value)),
        "completion": exact(comparison.completion.map(|p| p.rounded(6).normalized())),
        "schedule": exact(comparison.schedule.map(|tau| tau.rounded(6).normalized())),
        "gap_points": exact(comparison.gap.map(|gap| gap.rounded(4).normalized())),
        "finding": telling.finding(),
        "reasons": telling.reasons(),
        "margin": telling.margin(),
        "inputs": assessed.inputs.iter().map(|row| json!({
            "period": row.period.to_string(),
            "region": row.region.map(|region| prepared.site.region(region).id.clone()),
            "value": exact(row.value),
            "flag": row.flag.map(Flag::letter),
            "recorded": row.recorded.to_string(),
            "place": prepared.sources.cite(row.place),
        })).collect::<Vec<_>>(),
    })
}
