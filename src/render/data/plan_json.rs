//! `plan.json`: everything about a plan for programs, in the shape `taizhang/plan/1`.
//!
//! Keys may be added, never renamed. Numbers are JSON numbers with exact digits; completion and
//! schedule are ratios rounded half up to 6 digits, gaps to 4. Texts are in the first language,
//! translations beside them as `title_en`.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::points::Point;
use crate::assess::rollup::StatusCounts;
use crate::assess::series::make_series;
use crate::assess::single_region::single_region_newest;
use crate::assess::snapshot::{GAP_PLACES, RATIO_PLACES, published_value};
use crate::assess::verdict::{Rule, Verdict};
use crate::assess::yardstick::{Kind, Scale};
use crate::date::Date;
use crate::language::{LanguageIx, Text};
use crate::model::index::{IndicatorIx, ItemIx, PlanIx};
use crate::model::indicator::Indicator;
use crate::model::item::Item;
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::model::plan::{Plan, PlanSource, RegionsPublic};
use crate::number::Number;
use crate::phrase::Direction;
use crate::render::address::{Page, page_path};
use crate::render::context::{Renderer, sample_mark};
use crate::render::sentences::{self, IndicatorProse};
use crate::render::units::is_per_mille;

use super::indicator_shapes::{
    GapPart, IndicatorPart, InputPart, JudgedPart, LatestPart, MarginPart, OverridePart,
    RegionStatusPart, RegionWhy, SeriesPart, StatusPart, TargetPart, ThresholdsPart,
};
use super::shapes::{
    CountsPart, DepartmentPart, IndicatorCountsPart, ItemFile, ItemPart, ItemStatus, MilestonePart,
    PlanFile, PlanPart, RegionPart, ResponsibilityPart, SectionPart, SourcePart,
};
use super::sheets::reporter_id;
use super::values::{Exact, exact, rounded, translations};

/// About how much room a figure takes, and what is said besides.
const BYTES_OF_FIGURE: usize = 320;
const BYTES_BESIDES: usize = 16 * 1024;

/// Writes a plan.
pub(super) fn render_plan(renderer: &Renderer<'_>, at: PlanIx) -> Vec<u8> {
    let (plan, shown) = (renderer.plan(at), renderer.shown(at));
    let assessment = &shown.assessment;
    let counts = |counts: &StatusCounts| {
        let mut words = BTreeMap::new();
        for (code, n) in counts {
            *words.entry(public_code(plan, *code).word()).or_insert(0) += n;
        }
        words
    };
    let latest = plan
        .ledger
        .rows()
        .filter(|row| row.recorded <= assessment.as_of() && row.value().is_some());
    let period = latest.max_by_key(|row| row.period.end()).map(|row| row.period.to_string());
    let file = PlanFile {
        schema: "taizhang/plan/1",
        generator: generator(),
        sample: sample_mark(renderer),
        as_of: assessment.as_of().to_string(),
        edition: shown.edition.as_ref().map(|edition| edition.id.clone()),
        period,
        plan: plan_part(plan),
        counts: CountsPart {
            items: counts(&assessment.counts.items),
            indicators: IndicatorCountsPart {
                all: counts(&assessment.counts.indicators.all),
                stretch: counts(&assessment.counts.indicators.stretch),
                others: counts(&assessment.counts.indicators.others),
            },
        },
        sections: plan
            .sections
            .iter()
            .map(|section| SectionPart {
                id: section.id.clone(),
                title: section.title.first().to_string(),
                translations: translations(&[("title", &section.title)]),
            })
            .collect(),
        departments: renderer
            .site
            .departments
            .iter()
            .map(|one| DepartmentPart {
                id: one.id.clone(),
                name: one.name.clone(),
                kind: one.kind.clone(),
            })
            .collect(),
        regions: renderer
            .site
            .regions
            .iter()
            .map(|one| RegionPart {
                id: one.id.clone(),
                name: one.name.clone(),
                kind: one.kind.clone(),
                group: one.group.clone(),
            })
            .collect(),
        items: Items { renderer, at },
    };
    write(&file, plan.ledger.rows().count())
}

/// Writes one item.
pub(super) fn render_item(renderer: &Renderer<'_>, at: PlanIx, ix: ItemIx) -> Vec<u8> {
    let (plan, shown) = (renderer.plan(at), renderer.shown(at));
    let file = ItemFile {
        schema: "taizhang/item/1",
        generator: generator(),
        sample: sample_mark(renderer),
        as_of: shown.assessment.as_of().to_string(),
        edition: shown.edition.as_ref().map(|edition| edition.id.clone()),
        plan: plan_part(plan),
        item: item_part(renderer, at, ix, plan.item(ix)),
    };
    write(&file, plan.item(ix).indicators.iter().map(|ix| plan.ledger.of(*ix).len()).sum())
}

/// The items of a plan, each made when it is written: all at once they would be many times the
/// file.
struct Items<'r> {
    renderer: &'r Renderer<'r>,
    at: PlanIx,
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.renderer.plan(self.at).numbered_items();
        serializer.collect_seq(items.map(|(ix, item)| item_part(self.renderer, self.at, ix, item)))
    }
}

/// The shapes above have text keys and finite numbers only, so writing them cannot fail; an empty
/// file would show a fault of ours.
fn write<T: Serialize>(value: &T, figures: usize) -> Vec<u8> {
    // Growing by doubling, a file of hundreds of megabytes would be held one and a half times; room
    // that is not written to costs nothing.
    let mut bytes = Vec::with_capacity(BYTES_BESIDES + figures * BYTES_OF_FIGURE);
    serde_json::to_writer_pretty(&mut bytes, value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn generator() -> String {
    format!("taizhang {}", env!("CARGO_PKG_VERSION"))
}

fn plan_part(plan: &Plan) -> PlanPart {
    PlanPart {
        id: plan.id.clone(),
        title: plan.title.first().to_string(),
        issuer: plan.issuer.first().to_string(),
        document_number: plan.document_number.clone(),
        issued: plan.issued.map(|date| date.to_string()),
        source: plan.source.as_ref().map(|source: &PlanSource| SourcePart {
            title: source.title.clone(),
            url: source.url.clone(),
            sha256: source.sha256.clone(),
        }),
        translations: translations(&[("title", &plan.title), ("issuer", &plan.issuer)]),
    }
}

fn item_part(renderer: &Renderer<'_>, at: PlanIx, ix: ItemIx, item: &Item) -> ItemPart {
    let (plan, assessment) = (renderer.plan(at), renderer.assessment(at));
    let assessed = assessment.item(ix);
    let url = page_path(renderer.site, Page::Item(at, ix));
    ItemPart {
        number: item.number,
        title: item.title.first().to_string(),
        section: plan.sections[usize::from(item.section.0)].id.clone(),
        url: url.strip_suffix("index.html").unwrap_or(&url).to_string(),
        status: ItemStatus {
            code: public_code(plan, assessed.code).word(),
            family: assessed.family.word(),
            reason: sentences::item_reason(renderer.words(LanguageIx::FIRST), assessed),
        },
        departments: item
            .departments
            .iter()
            .map(|one| ResponsibilityPart {
                id: renderer.site.department(one.department).id.clone(),
                role: one.role.word(),
            })
            .collect(),
        regions: item
            .regions
            .iter()
            .map(|region| renderer.site.region(*region).id.clone())
            .collect(),
        indicators: item.indicators.iter().map(|ix| indicator_part(renderer, at, *ix)).collect(),
        milestones: item
            .milestones
            .iter()
            .map(|ix| {
                let (milestone, assessed) = (plan.milestone(*ix), assessment.milestone(*ix));
                MilestonePart {
                    id: milestone.id.clone(),
                    title: milestone.title.first().to_string(),
                    due: assessed.due.to_string(),
                    done: assessed.done.map(|date| date.to_string()),
                    status: assessed.status.word(),
                    translations: translations(&[("title", &milestone.title)]),
                }
            })
            .collect(),
        translations: translations(&[("title", &item.title)]),
    }
}

fn indicator_part(renderer: &Renderer<'_>, at: PlanIx, ix: IndicatorIx) -> IndicatorPart {
    let (plan, assessment) = (renderer.plan(at), renderer.assessment(at));
    let (indicator, assessed) = (plan.indicator(ix), assessment.indicator(ix));
    let prose = IndicatorProse::new(renderer.words(LanguageIx::FIRST), plan, indicator, assessed);
    let comparison = &assessed.verdict_on_figure().comparison;
    let shows_values = plan.regions_public == RegionsPublic::Values;
    let first = |text: &Option<Text>| text.as_ref().map(|text| text.first().to_string());
    IndicatorPart {
        id: indicator.id.clone(),
        name: indicator.name.first().to_string(),
        unit: indicator.unit.first().to_string(),
        measure: indicator.measure.word(),
        scope: indicator.scope.word(),
        aggregate: indicator.aggregate.word(),
        schedule_kind: indicator.schedule.word(),
        baseline: exact(indicator.baseline),
        reporter: Some(reporter_id(renderer, indicator)).filter(|id| !id.is_empty()),
        authority: first(&indicator.authority),
        nature: indicator.nature.map(|nature| nature.word()),
        source: first(&indicator.source),
        method: first(&indicator.method),
        target: indicator.target.as_ref().map(|target| TargetPart {
            phrase: target.phrase.clone(),
            op: target.op.as_str(),
            value: exact(target.value),
            upper: exact(target.upper),
            tolerance: exact(target.tolerance),
            per: target.per.map(|per| per.word()),
            ambition: target.ambition.as_str(),
        }),
        latest: assessed.latest().map(|point| LatestPart {
            period: point.period.to_string(),
            value: exact(published_value(point)),
            flag: point.flag.map(ObservationStatus::letter),
            recorded: point.recorded.to_string(),
            source: sources(plan, &assessed.inputs),
        }),
        judged: assessed.judged_beside().map(|(period, value)| {
            let count = assessed.deciding_part().map(|(_, count)| count);
            JudgedPart {
                period: period.to_string(),
                value: Exact(value.normalized()),
                reported: count.map(|count| count.reported),
                asked: count.map(|count| count.asked),
            }
        }),
        completion: rounded(comparison.completion, RATIO_PLACES),
        schedule: rounded(comparison.schedule, RATIO_PLACES),
        gap_points: rounded(prose.gap_points(), GAP_PLACES),
        // A frequency has a number for each part and none for the whole.
        gap: prose
            .yardstick()
            .filter(|yardstick| yardstick.kind() != Kind::Cadence)
            .zip(prose.judged_figure().map(|(_, value)| value))
            // While one region owes its figure, or withholds it, it is not known how many attain.
            .filter(|(yardstick, _)| !yardstick.counts_regions() || comparison.completion.is_some())
            .map(|(yardstick, value)| GapPart {
                value: Exact(without_end(yardstick.gap(value)).normalized()),
                unit: gap_unit(&prose),
                is_good: yardstick.passes(value),
            }),
        direction: prose.yardstick().map(|yardstick| {
            let is_lower = yardstick.is_lower_better();
            if is_lower { Direction::Lower.as_str() } else { Direction::Higher.as_str() }
        }),
        basis: prose
            .yardstick()
            .filter(|_| comparison.completion.is_some())
            .map(|yardstick| yardstick.basis().word()),
        status: status_part(renderer, &prose, shows_values),
        series: series_parts(renderer, plan, ix, assessment.as_of(), shows_values),
        regions: if plan.regions_public == RegionsPublic::None {
            Vec::new()
        } else {
            region_parts(renderer, plan, indicator, assessed, shows_values)
        },
        translations: translations(&[("name", &indicator.name), ("unit", &indicator.unit)]),
    }
}

/// The sources of a figure, each once, in the order of the rows.
fn sources(plan: &Plan, inputs: &[Observation]) -> String {
    let mut sources: Vec<&str> = Vec::new();
    for row in inputs {
        let source = plan.ledger.source(row);
        if !source.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources.join("；")
}

fn status_part(
    renderer: &Renderer<'_>,
    prose: &IndicatorProse<'_>,
    shows_values: bool,
) -> StatusPart {
    let (plan, indicator, assessed) = (prose.plan, prose.indicator, prose.assessed);
    let verdict = assessed.verdict_on_figure();
    StatusPart {
        code: public_code(plan, assessed.status.code).word(),
        family: assessed.status.family.word(),
        rule: assessed.status.rule.word(),
        reason: prose.finding(),
        inputs: assessed
            .inputs
            .iter()
            .filter(|row| shows_values || row.region.is_none())
            .map(|row| InputPart {
                period: row.period.to_string(),
                region: row.region.map(|region| renderer.site.region(region).id.clone()),
                value: exact(row.value()),
                flag: row.flag.map(ObservationStatus::letter),
                recorded: row.recorded.to_string(),
                place: renderer.sources.cite(row.location),
            })
            .collect(),
        thresholds: thresholds(prose, verdict),
        margin: verdict.margin.map(|margin| MarginPart {
            // Published so that more is better; a verdict keeps what is still to go.
            value: Exact((-margin.value).normalized()),
            unit: match verdict.cadences.is_some() {
                // Of a frequency the parts are counted, not what happened in them.
                true => "parts".into(),
                false if indicator.measure.is_rate() && !is_per_mille(indicator.unit.first()) => {
                    "points".into()
                }
                false => gap_unit(prose),
            },
            by: margin.by.map(|period_end| period_end.last_day().to_string()),
        }),
        by_hand: by_hand(indicator, assessed),
    }
}

fn thresholds(prose: &IndicatorProse<'_>, verdict: &Verdict) -> Option<ThresholdsPart> {
    let yardstick = prose.yardstick()?;
    // Units and places have rules of their own, which no edge in points or percent states.
    let is_banded = matches!(yardstick.scale(), Scale::Points | Scale::PercentOfTarget);
    if !is_banded || !matches!(verdict.rule, Rule::Level | Rule::Linear | Rule::Expected) {
        return None;
    }
    let bands = yardstick.bands();
    Some(ThresholdsPart {
        ahead: Exact(bands.ahead),
        on_track: Exact(bands.on_track),
        slightly_behind: Exact(bands.slightly_behind),
        behind: Exact(bands.behind),
    })
}

fn by_hand(indicator: &Indicator, assessed: &IndicatorAssessment) -> Option<OverridePart> {
    let (by_hand, computed) = (indicator.override_by_hand.as_ref()?, assessed.computed.as_ref()?);
    Some(OverridePart {
        author: by_hand.author.clone(),
        date: by_hand.date.to_string(),
        reason: by_hand.reason.first().to_string(),
        computed: computed.code.word(),
    })
}

fn series_parts(
    renderer: &Renderer<'_>,
    plan: &Plan,
    ix: IndicatorIx,
    as_of: Date,
    shows_values: bool,
) -> Vec<SeriesPart> {
    let series = make_series(plan, &renderer.site.regions, ix, AsOf::on(as_of));
    let part = |point: &Point, region: Option<String>| SeriesPart {
        period: point.period.to_string(),
        region,
        value: exact(published_value(point)),
        flag: point.flag.map(ObservationStatus::letter),
        recorded: point.recorded.to_string(),
        derived: point.derived.map(|derived| derived.word()),
    };
    let mut parts: Vec<SeriesPart> =
        series.whole.points.iter().map(|point| part(point, None)).collect();
    if shows_values {
        for one in &series.regions {
            let id = &renderer.site.region(one.region).id;
            parts.extend(one.series.points.iter().map(|point| part(point, Some(id.clone()))));
        }
    }
    parts
}

fn region_parts(
    renderer: &Renderer<'_>,
    plan: &Plan,
    indicator: &Indicator,
    assessed: &IndicatorAssessment,
    shows_values: bool,
) -> Vec<RegionStatusPart> {
    let looked_at = assessed.looked_at;
    assessed
        .regions
        .iter()
        .filter(|region| region.latest.is_some() || region.target.is_some())
        .map(|region| RegionStatusPart {
            id: renderer.site.region(region.region).id.clone(),
            target: exact(region.target),
            value: exact(region.latest.as_ref().and_then(published_value).filter(|_| shows_values)),
            completion: rounded(
                region
                    .verdict_on_figure()
                    .and_then(|verdict| verdict.comparison.completion)
                    .filter(|_| shows_values),
                RATIO_PLACES,
            ),
            status: region.status.as_ref().map(|status| public_code(plan, status.code).word()),
            why: region.status.as_ref().filter(|_| shows_values).map(|status| RegionWhy {
                rule: status.rule.word(),
                period: region.latest.map(|point| point.period.to_string()),
                schedule: rounded(
                    region.verdict_on_figure().and_then(|verdict| verdict.comparison.schedule),
                    RATIO_PLACES,
                ),
                gap_points: {
                    let single = single_region_newest(indicator, region, looked_at);
                    let prose = IndicatorProse::of_region(
                        renderer.words(LanguageIx::FIRST),
                        plan,
                        indicator,
                        &single,
                    );
                    rounded(prose.gap_points(), GAP_PLACES)
                },
                reason: {
                    let single = single_region_newest(indicator, region, looked_at);
                    IndicatorProse::of_region(
                        renderer.words(LanguageIx::FIRST),
                        plan,
                        indicator,
                        &single,
                    )
                    .finding()
                },
            }),
        })
        .collect()
}

/// Returns a difference from a quotient without an end with as many digits as the quotient is
/// published with.
fn without_end(gap: Number) -> Number {
    if gap.fits_places(RATIO_PLACES) { gap } else { gap.rounded(RATIO_PLACES) }
}

/// Says the unit of a difference: points for a percentage, regions for a count of them.
fn gap_unit(prose: &IndicatorProse<'_>) -> String {
    let counts_regions = prose.yardstick().is_some_and(|yardstick| yardstick.counts_regions());
    match prose.indicator.unit.first() {
        _ if counts_regions => "regions".to_string(),
        "%" => "points".to_string(),
        unit => unit.to_string(),
    }
}
