//! Regions in official order: which indicators are judged where, and for each region a working page
//! of its own.

use std::ops::Range;

use serde::Serialize;

use crate::assess::regions::RegionAssessment;
use crate::assess::single_region::single_region_newest;
use crate::assess::verdict::Verdict;
use crate::charts::Tone;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Reporter;
use crate::model::observation::AsOf;
use crate::model::plan::RegionsPublic;
use crate::model::region::RegionIx;
use crate::model::status::Standing;
use crate::render::address::Page;
use crate::render::context::{PageContext, RenderError};
use crate::render::frame::Link;
use crate::render::inventory::window;
use crate::render::period_words;
use crate::render::pills::{Pill, pill_of};
use crate::render::rows::{rows_of, rows_of_regions};
use crate::render::sentences::IndicatorProse;
use crate::render::shown::RegionList;
use crate::render::tables::{RegionIndicator, RegionTable, write_table};
use crate::render::text_id::{text, text_of};
use crate::render::views::{indicator_link, unit_of_regions};
use crate::render::words::{Slot, Words};

use super::item::region_figures;
use super::pager::Pager;
use super::worklist::{BEHIND_ROWS, Behind, Worklist, counted, due, responsible_line};

#[derive(Serialize)]
struct RegionsPage {
    title: String,
    intro: String,
    rows: Vec<RegionListRow>,
    matrix: Option<Matrix>,
    turning: Option<Pager>,
}

/// Indicators down, regions across: a status wherever a region has a target of its own.
#[derive(Serialize)]
struct Matrix {
    regions: Vec<Link>,
    rows: Vec<MatrixRow>,
    legend: Vec<Shape>,
}

/// A shape and the words it may stand for.
#[derive(Serialize)]
struct Shape {
    mark: &'static str,
    tone: &'static str,
    words: String,
}

#[derive(Serialize)]
struct MatrixRow {
    item: u32,
    indicator: Link,
    cells: Vec<Option<Pill>>,
}

#[derive(Serialize)]
struct RegionListRow {
    name: String,
    url: String,
    kind: String,
    words: String,
}

pub(super) fn render_regions(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let title = words.plain(text!("regions-title"));
    let rows = context
        .site()
        .numbered_regions()
        .map(|(ix, region)| {
            let rows = rows_of(context.renderer, context.at, ix);
            RegionListRow {
                name: region.name.clone(),
                url: context.link(Page::Region(context.at, ix)),
                kind: words
                    .try_message(text_of!("kind-", region.kind), &[])
                    .unwrap_or_else(|| region.kind.clone()),
                words: words.message(
                    text!("region-intro"),
                    &[("n", Slot::Count(rows.figures.len())), ("judged", Slot::Count(rows.judged))],
                ),
            }
        })
        .collect();
    let intro = words.plain(if context.config().is_sample {
        text!("regions-intro")
    } else {
        text!("regions-intro-plain")
    });
    let view = RegionsPage {
        intro,
        rows,
        matrix: matrix(context),
        turning: Pager::new(context),
        title: title.clone(),
    };
    context.fill("regions.html", context.frame("regions", &title, &[]), view)
}

fn matrix(context: PageContext<'_>) -> Option<Matrix> {
    let words = context.words();
    let plan = context.plan();
    if plan.regions_public == RegionsPublic::None {
        return None;
    }
    let judged = &rows_of_regions(context.renderer, context.at).judged;
    let columns: Vec<RegionIx> = context
        .site()
        .numbered_regions()
        .map(|(ix, _)| ix)
        .filter(|region| rows_of(context.renderer, context.at, *region).judged > 0)
        .collect();
    let pill_of = |one: &RegionAssessment| {
        let own = one.status.as_ref().filter(|_| one.has_own_target());
        own.map(|status| pill_of(words, plan, status))
    };
    let rows: Vec<MatrixRow> = judged[window(context.address, judged.len())]
        .iter()
        .map(|ix| MatrixRow {
            item: plan.item(plan.indicator(*ix).item).number,
            indicator: indicator_link(context, *ix),
            cells: columns
                .iter()
                .map(|region| found_in(context, *ix, *region).and_then(pill_of))
                .collect(),
        })
        .collect();
    (!rows.is_empty()).then(|| Matrix {
        legend: legend(words, rows.iter().flat_map(|row| &row.cells).flatten()),
        regions: columns
            .into_iter()
            .map(|ix| Link {
                title: context.site().region(ix).short_name.clone(),
                url: context.link(Page::Region(context.at, ix)),
                is_current: false,
            })
            .collect(),
        rows,
    })
}

/// Explains every shape once, the best first, with all the words it stands for.
fn legend<'p>(words: &Words, pills: impl Iterator<Item = &'p Pill>) -> Vec<Shape> {
    let pills: Vec<&Pill> = pills.collect();
    Tone::ALL
        .into_iter()
        .filter_map(|tone| {
            let of_tone = || pills.iter().filter(|pill| pill.tone == tone.class());
            let mark = of_tone().next()?.mark;
            let mut listed: Vec<&str> = Vec::new();
            for pill in of_tone() {
                if !listed.contains(&pill.word.as_str()) {
                    listed.push(&pill.word);
                }
            }
            Some(Shape {
                mark,
                tone: tone.class(),
                words: listed.join(&words.plain(text!("list-pause"))),
            })
        })
        .collect()
}

#[derive(Serialize)]
struct RegionPage {
    title: String,
    summary: String,
    /// Only on the first page.
    agenda: Option<Worklist>,
    /// Finished markup, or nothing.
    judged: String,
    /// Finished markup, or nothing.
    shown: String,
    hides_figures: bool,
    turning: Option<Pager>,
}

pub(super) fn render_region(
    context: PageContext<'_>,
    ix: RegionIx,
) -> Result<Vec<u8>, RenderError> {
    let words = context.words();
    let plan = context.plan();
    let region = context.site().region(ix);
    let list = rows_of(context.renderer, context.at, ix);
    let on_page = window(context.address, list.figures.len());
    let judged_on_page = list.judged.clamp(on_page.start, on_page.end);
    let title = region.name.clone();
    let table = |index: usize, range: Range<usize>| {
        let on_page = list.figures[range].iter();
        let rows: Vec<_> =
            on_page.filter_map(|indicator| indicator_of(context, *indicator, ix)).collect();
        if rows.is_empty() {
            return Ok(String::new());
        }
        write_table(
            context,
            &RegionTable {
                title: &title,
                index,
                rows: &rows,
                is_sample: context.config().is_sample,
            },
        )
    };
    let view = RegionPage {
        summary: summary(context, list),
        agenda: (context.address.page_index == 0).then(|| {
            let is_asked = |indicator: &IndicatorIx| {
                plan.indicator(*indicator).reporter == Some(Reporter::Regions)
            };
            let mut reported: Vec<IndicatorIx> =
                list.figures.iter().copied().filter(is_asked).collect();
            reported.sort_unstable();
            let (behind, more) = behind_in(context, ix, &list.figures[..list.judged]);
            let assessment = context.assessment();
            // What it answered itself; others may still owe their figure of the same month.
            let own = |one: &IndicatorIx| assessment.indicator(*one).region(ix)?.answered;
            let answered: Vec<_> = reported.iter().map(|one| (*one, own(one))).collect();
            Worklist {
                due: due(context, assessment, &answered, &[]),
                // Offices may report for it; it has nothing to report itself.
                none: words.plain(match reported.is_empty() {
                    true => text!("due-none-region"),
                    false => text!("due-none"),
                }),
                behind,
                more,
                overdue: Vec::new(),
            }
        }),
        turning: Pager::new(context),
        judged: table(1, on_page.start..judged_on_page)?,
        shown: table(2, judged_on_page..on_page.end)?,
        hides_figures: plan.regions_public == RegionsPublic::Status,
        title: title.clone(),
    };
    let crumbs = [(Page::Regions(context.at), words.plain(text!("regions-title")))];
    context.fill("region.html", context.frame("region", &title, &crumbs), view)
}

/// Says how many indicators have figures of the region, and how those with a target of its own
/// stand.
fn summary(context: PageContext<'_>, list: &RegionList) -> String {
    let words = context.words();
    if context.plan().regions_public == RegionsPublic::None {
        return words.plain(text!("region-none"));
    }
    let counts = [("n", Slot::Count(list.figures.len())), ("judged", Slot::Count(list.judged))];
    let mut sentences = vec![words.message(text!("region-intro"), &counts)];
    if list.judged > 0 {
        sentences.push(words.message(
            text!("region-stands"),
            &[("list", Slot::Made(counted(words, list.standings.iter().copied())))],
        ));
    }
    sentences.join(&words.plain(text!("sentence-gap")))
}

fn found_in<'r>(
    context: PageContext<'r>,
    ix: IndicatorIx,
    region: RegionIx,
) -> Option<&'r RegionAssessment> {
    context.assessment().indicator(ix).region(region)
}

/// Says of an indicator what it means for the region alone; nothing where figures of regions are
/// not public.
fn finding_of(context: PageContext<'_>, ix: IndicatorIx, one: &RegionAssessment) -> Vec<String> {
    let plan = context.plan();
    if one.status.is_none() || plan.regions_public != RegionsPublic::Values {
        return Vec::new();
    }
    let single =
        single_region_newest(plan.indicator(ix), one, context.assessment().known.last_day());
    let prose = IndicatorProse::of_region(context.words(), plan, plan.indicator(ix), &single);
    [Some(prose.finding()), prose.margin()].into_iter().flatten().collect()
}

/// Lists what is below in the region, the worst first, with the departments that answer for the
/// item, and counts what there is no room for.
fn behind_in(
    context: PageContext<'_>,
    region: RegionIx,
    judged: &[IndicatorIx],
) -> (Vec<Behind>, usize) {
    let words = context.words();
    let plan = context.plan();
    let mut found: Vec<(IndicatorIx, &RegionAssessment, &Verdict)> = judged
        .iter()
        .filter_map(|ix| {
            let one = found_in(context, *ix, region)?;
            Some((*ix, one, one.status.as_deref()?))
        })
        .filter(|(_, _, status)| status.code.standing() == Standing::Below)
        .collect();
    found.sort_by_key(|(ix, _, status)| (status.code.severity_rank(), *ix));
    let more = found.len().saturating_sub(BEHIND_ROWS);
    let rows = found
        .into_iter()
        .take(BEHIND_ROWS)
        .map(|(ix, one, status)| {
            let link = indicator_link(context, ix);
            Behind {
                pill: pill_of(words, plan, status),
                name: link.title,
                url: link.url,
                why: finding_of(context, ix, one).join(&words.plain(text!("sentence-gap"))),
                who: responsible_line(context, plan.indicator(ix).item),
            }
        })
        .collect();
    (rows, more)
}

fn indicator_of<'r>(
    context: PageContext<'r>,
    indicator: IndicatorIx,
    region: RegionIx,
) -> Option<RegionIndicator<'r>> {
    let words = context.words();
    let prose = context.prose(indicator);
    let one = found_in(context, indicator, region)?;
    Some(RegionIndicator {
        indicator: indicator_link(context, indicator),
        item: context.plan().item(prose.indicator.item).number,
        unit: unit_of_regions(prose.indicator).map_or_else(
            || words.plain(text!("dash")).into(),
            |unit| unit.in_language(words.language()).into(),
        ),
        period: one.latest.map_or_else(
            || words.plain(text!("dash")),
            |point| {
                period_words::period_of_figure(words, context.plan(), point.period, prose.indicator)
            },
        ),
        finding: finding_of(context, indicator, one).into_iter().next().unwrap_or_default(),
        figures: region_figures(&prose, indicator, one, AsOf::on(context.as_of())),
    })
}
