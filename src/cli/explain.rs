//! `taizhang explain ITEM|INDICATOR`: why something stands as it does, down to the rows of the
//! ledger; for the whole plan area or one region, now or at the end of a period as known now.

use serde_json::{Value, json};

use crate::assess::assess_plan;
use crate::assess::assessment::Assessment;
use crate::assess::indicator::IndicatorAssessment;
use crate::assess::single_region::single_region;
use crate::assess::snapshot::published_value;
use crate::diag::nearest;
use crate::language::LanguageIx;
use crate::model::index::{IndicatorIx, ItemIx, PlanIx};
use crate::model::observation::{AsOf, ObservationStatus};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::pipeline::{Prepared, prepare};
use crate::render::sentences::{self, IndicatorProse};
use crate::render::terms;
use crate::render::text_id::text;
use crate::render::words::Words;

use super::args::{AnswerFormat, ExplainOptions};
use super::ending::{Ending, Failure};
use super::print::{complain, exact, print_line};
use super::status::{chosen_plan, office_view};

/// What a user asked about.
enum Subject {
    Item(ItemIx),
    Indicator(IndicatorIx),
}

/// Where the answers come from.
struct Ground<'g> {
    prepared: &'g Prepared,
    words: &'g Words,
    /// The plan as the office sees it.
    plan: Plan,
    assessment: Assessment,
    known: AsOf,
    region: Option<RegionIx>,
}

pub(super) fn run(options: &ExplainOptions) -> Result<Ending, Failure> {
    let prepared = prepare(&options.content.request())?;
    let at = match chosen_plan(&prepared, options.content.reader(), options.plan.as_deref()) {
        Ok(at) => at,
        Err(ending) => return Ok(ending),
    };
    let Some(subject) = find(&prepared, at, &options.what) else {
        complain(unknown(&prepared, at, &options.what));
        return Ok(Ending::Failed);
    };
    let region = match options.region.as_deref().map(|name| find_region(&prepared, name)) {
        Some(Err(message)) => {
            complain(message);
            return Ok(Ending::Failed);
        }
        Some(Ok(region)) => Some(region),
        None => None,
    };
    let Some(renderer) = prepared.renderer() else { return Ok(Ending::Faulty) };
    let shown = &prepared.shown[at.row()];
    let plan = office_view(shown.plan(prepared.content.site.plan(at)));
    let as_of = shown.assessment.as_of();
    let of_period = |period: Period| AsOf::of_period(as_of, period.end(), shown.assessment.latest);
    let known = options.period.map_or(AsOf::on(as_of), of_period);
    // Targets as they read then.
    let plan = plan.as_it_read_on(known.last_day()).unwrap_or(plan);
    let assessment = assess_plan(&plan, &prepared.content.site.regions, known);
    let ground = Ground {
        prepared: &prepared,
        words: renderer.words(LanguageIx::FIRST),
        plan,
        assessment,
        known,
        region,
    };
    let indicators = match subject {
        Subject::Item(ix) => ground.plan.item(ix).indicators.clone(),
        Subject::Indicator(ix) => vec![ix],
    };
    let (known_here, elsewhere): (Vec<IndicatorIx>, Vec<IndicatorIx>) =
        indicators.into_iter().partition(|ix| {
            region.is_none_or(|region| ground.plan.indicator(*ix).regions.contains(&region))
        });
    if let (Subject::Indicator(_), [missing]) = (&subject, &elsewhere[..]) {
        complain(format_args!(
            "error: `{}` has no figures of this region",
            ground.plan.indicator(*missing).id
        ));
        return Ok(Ending::Failed);
    }
    match options.format {
        AnswerFormat::Json => {
            let answers: Vec<Value> = known_here.iter().map(|ix| ground.as_json(*ix)).collect();
            print_line(serde_json::to_string_pretty(&answers)?);
        }
        AnswerFormat::Human => {
            if let (Subject::Item(ix), None) = (subject, region) {
                ground.explain_item(ix);
            }
            known_here.into_iter().for_each(|ix| ground.explain_indicator(ix));
        }
    }
    Ok(Ending::Fine)
}

fn find(prepared: &Prepared, at: PlanIx, what: &str) -> Option<Subject> {
    let plan = prepared.content.site.plan(at);
    if let Ok(number) = what.parse::<u32>() {
        return plan
            .numbered_items()
            .find(|(_, item)| item.number == number)
            .map(|(ix, _)| Subject::Item(ix));
    }
    plan.numbered_indicators()
        .find(|(_, indicator)| indicator.id == what)
        .map(|(ix, _)| Subject::Indicator(ix))
}

fn find_region(prepared: &Prepared, name: &str) -> Result<RegionIx, String> {
    let mut regions = prepared.content.site.numbered_regions();
    let found = regions.find(|(_, region)| {
        [&region.id, &region.name, &region.short_name].into_iter().any(|known| known == name)
    });
    found.map(|(ix, _)| ix).ok_or_else(|| {
        let ids: Vec<&str> =
            prepared.content.site.regions.iter().map(|region| region.id.as_str()).collect();
        match nearest(name, ids.iter().copied()) {
            Some(near) => format!("error: there is no region `{name}`; did you mean `{near}`?"),
            None => format!("error: there is no region `{name}`; known: {}", ids.join(", ")),
        }
    })
}

fn unknown(prepared: &Prepared, at: PlanIx, what: &str) -> String {
    let plan = prepared.content.site.plan(at);
    match nearest(what, plan.indicators.iter().map(|indicator| indicator.id.as_str())) {
        Some(near) => {
            format!("error: there is no item or indicator `{what}`; did you mean `{near}`?")
        }
        None => format!(
            "error: there is no item or indicator `{what}`; give an item's number (1 to {}) or an \
                indicator's id",
            plan.items.len()
        ),
    }
}

impl Ground<'_> {
    fn explain_item(&self, ix: ItemIx) {
        let (item, assessed) = (self.plan.item(ix), self.assessment.item(ix));
        let status = terms::status_word(self.words, &self.plan, assessed.code, assessed.family);
        print_line(format_args!("{} {}  [{status}]", item.number, item.title.first()));
        print_line(sentences::item_reason(self.words, assessed));
        for milestone in &item.milestones {
            let (shown, found) =
                (self.plan.milestone(*milestone), self.assessment.milestone(*milestone));
            let status = terms::milestone_word(self.words, found.status);
            print_line(format_args!("  {} {}  [{status}]", found.due, shown.title.first()));
        }
    }

    /// Returns what is said of the region that was asked for, if one was.
    fn single(&self, ix: IndicatorIx) -> Option<IndicatorAssessment> {
        single_region(&self.plan, &self.prepared.content.site.regions, ix, self.region?, self.known)
    }

    /// Speaks of an indicator as it is, or of the region.
    fn prose<'t>(
        &'t self,
        ix: IndicatorIx,
        single: Option<&'t IndicatorAssessment>,
    ) -> IndicatorProse<'t> {
        let indicator = self.plan.indicator(ix);
        match single {
            Some(assessed) => {
                IndicatorProse::of_region(self.words, &self.plan, indicator, assessed)
            }
            None => IndicatorProse::new(
                self.words,
                &self.plan,
                indicator,
                self.assessment.indicator(ix),
            ),
        }
    }

    fn explain_indicator(&self, ix: IndicatorIx) {
        let single = self.single(ix);
        let prose = self.prose(ix, single.as_ref());
        let (indicator, assessed) = (prose.indicator, prose.assessed);
        let region = self.region.map_or(String::new(), |region| {
            format!(" · {}", self.prepared.content.site.region(region).name)
        });
        print_line(format_args!(
            "\n{} ({}){region}  [{}]",
            indicator.name.first(),
            indicator.id,
            prose.status()
        ));
        if let Some(target) = &indicator.target {
            let asked = prose.yardstick().filter(|one| !one.counts_regions());
            let held = asked
                .map(|one| format!("  ({} {})", one.op().as_str(), one.asked()))
                .unwrap_or_default();
            print_line(format_args!(
                "  {}: {}{held}",
                self.words.plain(text!("phrase-label")),
                target.phrase
            ));
        }
        print_line(format_args!("  {}", prose.finding()));
        for line in prose.partial().into_iter().chain(prose.margin()).chain(prose.reasons()) {
            print_line(format_args!("  {line}"));
        }
        for row in &assessed.inputs {
            let region = row
                .region
                .map_or("", |region| self.prepared.content.site.region(region).short_name.as_str());
            let value = row.value().map_or_else(
                || row.flag.map_or("", ObservationStatus::letter).to_string(),
                |value| value.to_string(),
            );
            let flag = row
                .flag
                .filter(|_| row.value().is_some())
                .map_or(String::new(), |flag| format!(" [{}]", flag.letter()));
            let location = self.prepared.content.sources.describe_line(row.location);
            print_line(format_args!(
                "    {} {region} {value}{flag}  {}  {location}",
                row.period, row.recorded
            ));
        }
    }

    fn as_json(&self, ix: IndicatorIx) -> Value {
        let single = self.single(ix);
        let prose = self.prose(ix, single.as_ref());
        let (indicator, assessed) = (prose.indicator, prose.assessed);
        let comparison = &assessed.verdict_on_figure().comparison;
        let region_id = |region: RegionIx| self.prepared.content.site.region(region).id.clone();
        json!({
            "id": indicator.id,
            "region": self.region.map(region_id),
            "status": assessed.status.code.word(),
            "rule": assessed.status.rule.word(),
            "computed": assessed.computed.as_ref().map(|verdict| verdict.code.word()),
            "target": exact(prose.yardstick().map(|one| one.asked())),
            "period": assessed.latest().map(|point| point.period.to_string()),
            "value": exact(assessed.latest().and_then(published_value)),
            "completion": exact(comparison.completion.map(|p| p.rounded(6).normalized())),
            "schedule": exact(comparison.schedule.map(|tau| tau.rounded(6).normalized())),
            "gap_points": exact(prose.gap_points().map(|gap| gap.rounded(4).normalized())),
            "finding": prose.finding(),
            "reasons": prose.reasons(),
            "margin": prose.margin(),
            "inputs": assessed.inputs.iter().map(|row| json!({
                "period": row.period.to_string(),
                "region": row.region.map(region_id),
                "value": exact(row.value()),
                "flag": row.flag.map(ObservationStatus::letter),
                "recorded": row.recorded.to_string(),
                "place": self.prepared.content.sources.cite(row.location),
            })).collect::<Vec<_>>(),
        })
    }
}
