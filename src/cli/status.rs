//! `taizhang status`: how the plan stands, for the office: overdue reports are named here, with who
//! owes them.

use serde_json::json;

use crate::assess::overdue_reports::overdue_report;
use crate::diag::Severity;
use crate::language::LanguageIx;
use crate::model::index::PlanIx;
use crate::model::indicator::Reporter;
use crate::model::plan::Plan;
use crate::pipeline::{Prepared, prepare};
use crate::render::text_id::text;
use crate::render::words::{Slot, Words};
use crate::render::{sentences, terms};

use super::args::{AnswerFormat, StatusOptions};
use super::ending::{Ending, Failure};
use super::print::{complain, complain_text, print_line};
use super::report;
use super::report::{Reader, ReportFormat};

pub(super) fn run(options: &StatusOptions) -> Result<Ending, Failure> {
    let prepared = prepare(&options.content.request())?;
    let at = match chosen_plan(&prepared, options.content.reader(), options.plan.as_deref()) {
        Ok(at) => at,
        Err(ending) => return Ok(ending),
    };
    match options.format {
        AnswerFormat::Human => human(&prepared, at),
        AnswerFormat::Json => print_line(serde_json::to_string_pretty(&as_json(&prepared, at))?),
    }
    Ok(Ending::Fine)
}

/// Finds the plan that is asked for, or the newest; content with errors is reported instead of
/// answered.
pub(super) fn chosen_plan(
    prepared: &Prepared,
    reader: Reader<'_>,
    id: Option<&str>,
) -> Result<PlanIx, Ending> {
    if prepared.has_errors() {
        complain_text(report::text(prepared, reader, ReportFormat::Human, Severity::Error));
        return Err(Ending::Faulty);
    }
    let site = &prepared.content.site;
    let found = match id {
        Some(id) => site.numbered_plans().find(|(_, plan)| plan.id == id).map(|(ix, _)| ix),
        None => site.newest_plan(),
    };
    if found.is_none() {
        let known: Vec<&str> = site.plans.iter().map(|plan| plan.id.as_str()).collect();
        complain(format_args!(
            "error: there is no plan `{}`; known: {}",
            id.unwrap_or(""),
            known.join(", ")
        ));
    }
    found.ok_or(Ending::Failed)
}

/// The status as the office sees it: nothing is softened for the public.
pub(super) fn office_view(plan: &Plan) -> Plan {
    let mut office = plan.clone();
    office.publishes_overdue = true;
    office
}

fn human(prepared: &Prepared, at: PlanIx) {
    let Some(renderer) = prepared.renderer() else { return };
    let words = renderer.words(LanguageIx::FIRST);
    let shown = &prepared.shown[at.row()];
    let (plan, assessment) =
        (&office_view(shown.plan(prepared.content.site.plan(at))), &shown.assessment);
    print_line(plan.title.first());
    print_line(words.message(
        text!("updated-to"),
        &[("date", Slot::Made(terms::date(words, assessment.as_of())))],
    ));
    print_line(sentences::headline(words, &assessment.counts.indicators));
    for (ix, item) in plan.numbered_items() {
        let assessed = assessment.item(ix);
        let status = terms::status_word(words, plan, assessed.code, assessed.family);
        print_line(format_args!(
            "\n{:>2} {}  [{status}] {}",
            item.number,
            item.title.first(),
            sentences::item_reason(words, assessed)
        ));
        for indicator in &item.indicators {
            let (shown, found) = (plan.indicator(*indicator), assessment.indicator(*indicator));
            let prose = sentences::IndicatorProse::new(words, plan, shown, found);
            print_line(format_args!(
                "   {}  [{}] {}",
                shown.name.first(),
                prose.status(),
                prose.finding()
            ));
            if let Some(debt) = debt(words, prepared, plan, *indicator, at) {
                print_line(format_args!("      {debt}"));
            }
        }
    }
}

/// Names who owes a report, for which period and for how many days.
fn debt(
    words: &Words,
    prepared: &Prepared,
    plan: &Plan,
    ix: crate::model::index::IndicatorIx,
    at: PlanIx,
) -> Option<String> {
    let indicator = plan.indicator(ix);
    let overdue_report =
        overdue_report(indicator, prepared.shown[at.row()].assessment.indicator(ix))?;
    let regions: Vec<&str> = overdue_report
        .regions
        .iter()
        .map(|region| prepared.content.site.region(*region).name.as_str())
        .collect();
    let who = match indicator.reporter {
        Some(Reporter::Department(department)) if regions.is_empty() => {
            prepared.content.site.department(department).name.clone()
        }
        Some(Reporter::Department(department)) => {
            format!(
                "{}（{}）",
                prepared.content.site.department(department).name,
                regions.join("、")
            )
        }
        _ => regions.join("、"),
    };
    let overdue = overdue_report.overdue;
    let days = usize::try_from(overdue.days).unwrap_or(0);
    let late = words.message(text!("days-late"), &[("n", Slot::Count(days))]);
    Some(format!("{who} {} {}{late}", overdue.period, overdue.deadline))
}

fn as_json(prepared: &Prepared, at: PlanIx) -> serde_json::Value {
    let (plan, assessment) = (prepared.content.site.plan(at), &prepared.shown[at.row()].assessment);
    let items: Vec<_> = plan
        .numbered_items()
        .map(|(ix, item)| {
            let indicators: Vec<_> = item
                .indicators
                .iter()
                .map(|ix| {
                    let status = &assessment.indicator(*ix).status;
                    let overdue_report =
                        overdue_report(plan.indicator(*ix), assessment.indicator(*ix));
                    json!({
                        "id": plan.indicator(*ix).id,
                        "status": status.code.word(),
                        "rule": status.rule.word(),
                        "period": status.period.map(|period| period.to_string()),
                        "overdue": overdue_report.map(|overdue_report| json!({
                            "period": overdue_report.overdue.period.to_string(),
                            "deadline": overdue_report.overdue.deadline.to_string(),
                            "days": overdue_report.overdue.days,
                            "reporter": match plan.indicator(*ix).reporter {
                                Some(Reporter::Department(ix)) =>
                                    Some(prepared.content.site.department(ix).id.as_str()),
                                Some(Reporter::Regions) => Some("regions"),
                                None => None,
                            },
                            "regions": overdue_report.regions.iter()
                                .map(|region| &prepared.content.site.region(*region).id)
                                    .collect::<Vec<_>>(),
                        })),
                    })
                })
                .collect();
            json!({ "number": item.number, "title": item.title.first(),
                "status": assessment.item(ix).code.word(), "indicators": indicators })
        })
        .collect();
    json!({ "plan": plan.id, "as_of": assessment.as_of().to_string(), "items": items })
}
