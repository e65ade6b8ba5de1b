//! Prepares the charts: which numbers are drawn, and in which words. A chart stands in its page
//! and, where data are published, in a file of its own.
//!
//! - `figures_of_year`: one indicator against its target and through the year, and the small ones
//!   for rows of tables;
//! - `across_regions`: one indicator in all regions, side by side and as parts of the whole;
//! - `along_time`: an item's dated steps, and its statuses over the editions.

mod across_regions;
mod along_time;
mod figures_of_year;
mod ready;

use std::sync::OnceLock;

use crate::charts::Standalone;
use crate::config::OutputKind;
use crate::language::LanguageIx;
use crate::model::index::{IndicatorIx, PlanIx};
use crate::render::text_id::text;

use super::address::{Chart, chart_path};
use super::context::{PageContext, Renderer, prose};
use super::period_words;
use super::sentences::IndicatorProse;
use super::shown::{Minis, ShownPlan};
use super::terms;
use super::words::Slot;

pub(super) use along_time::{edition_columns, since_before};
use ready::Ready;

/// Returns the small drawings of an indicator, which stand in several tables and are drawn once.
pub(super) fn minis<'r>(renderer: &Renderer<'r>, at: PlanIx, ix: IndicatorIx) -> &'r Minis {
    let shown: &'r ShownPlan = renderer.shown(at);
    let all = shown
        .minis
        .get_or_init(|| (0..renderer.plan(at).indicators.len()).map(|_| OnceLock::new()).collect());
    all[ix.0 as usize].get_or_init(|| {
        let prose = prose(renderer, LanguageIx::FIRST, at, ix);
        Minis {
            bar: figures_of_year::draw_mini(&prose).into(),
            spark: figures_of_year::draw_sparkline(&prose).into(),
        }
    })
}

/// A chart in a page.
#[derive(Debug, Default)]
pub(super) struct Figure {
    /// Finished markup.
    pub svg: String,
    /// What it says, in a sentence.
    pub finding: String,
    /// The same in a file of its own.
    pub url: String,
}

/// Draws a chart for a page; nothing where there is nothing to draw.
pub(super) fn figure(context: PageContext<'_>, chart: Chart) -> Option<Figure> {
    let language = context.address.language;
    let ready = prepare(context.renderer, language, context.at, chart)?;
    let url = if context.config().wants(OutputKind::Data) {
        let path = chart_path(context.site(), context.at, chart);
        context.link_to(&context.renderer.in_language(language, path))
    } else {
        String::new()
    };
    Some(Figure { svg: ready.draw().into_string(), finding: ready.finding, url })
}

/// Lists the charts a plan may have.
pub(super) fn possible_charts(renderer: &Renderer<'_>, at: PlanIx) -> impl Iterator<Item = Chart> {
    let plan = renderer.plan(at);
    let of_indicators = plan.numbered_indicators().flat_map(|(ix, _)| {
        [Chart::Bullet(ix), Chart::Trend(ix), Chart::Regions(ix), Chart::Parts(ix)]
    });
    let of_items =
        plan.numbered_items().flat_map(|(ix, _)| [Chart::Milestones(ix), Chart::Editions(ix)]);
    of_indicators.chain(of_items)
}

/// Returns whether a chart has something to draw; that does not depend on the language.
pub(super) fn has_chart(renderer: &Renderer<'_>, at: PlanIx, chart: Chart) -> bool {
    prepare(renderer, LanguageIx::FIRST, at, chart).is_some()
}

/// Draws a chart into a file that opens by itself: with its heading, its style, its source and its
/// address.
pub(super) fn draw_standalone(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    chart: Chart,
) -> String {
    let Some(ready) = prepare(renderer, language, at, chart) else { return String::new() };
    let words = renderer.words(language);
    let plan = renderer.plan(at);
    let mut notes = vec![ready.finding.clone()];
    if let Chart::Bullet(ix) | Chart::Trend(ix) | Chart::Regions(ix) | Chart::Parts(ix) = chart {
        notes.extend(source_line(&prose(renderer, language, at, ix)));
    }
    let as_of = ("date", Slot::Made(terms::date(words, renderer.assessment(at).as_of())));
    let mut origin = format!(
        "{}{}{}",
        plan.title.in_language(words.language()),
        words.plain(text!("list-comma")),
        words.message(text!("updated-to"), &[as_of])
    );
    if renderer.config.is_sample {
        origin = format!(
            "{}{}{origin}",
            words.plain(text!("sample-short")),
            words.plain(text!("list-comma"))
        );
    }
    notes.push(origin);
    if let Some(base) = &renderer.config.base_url {
        notes.push(base.clone());
    }
    notes.retain(|note| !note.is_empty());
    let sheet = Standalone {
        heading: ready.caption.title.clone(),
        notes,
        lang: words.language().tag().to_string(),
    };
    ready.draw().to_standalone(&renderer.assets.chart_style, &sheet)
}

/// Says where the newest figure is from.
fn source_line(prose: &IndicatorProse<'_>) -> Option<String> {
    let (words, plan) = (prose.words, prose.plan);
    let judged = prose.judged_figure().map(|(point, _)| point);
    let point = judged.as_ref().or(prose.assessed.latest())?;
    Some(words.message(
        text!("chart-source"),
        &[
            ("source", Slot::Made(prose.sources())),
            (
                "period",
                Slot::Made(period_words::period_of_figure(
                    words,
                    plan,
                    point.period,
                    prose.indicator,
                )),
            ),
        ],
    ))
}

/// Decides what a chart is drawn from; nothing where there is nothing to draw.
fn prepare(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    chart: Chart,
) -> Option<Ready> {
    let of = |ix: IndicatorIx| prose(renderer, language, at, ix);
    match chart {
        Chart::Bullet(ix) => figures_of_year::ready_bullet(&of(ix)),
        Chart::Trend(ix) => figures_of_year::ready_trend(&of(ix)),
        Chart::Regions(ix) => across_regions::ready_regions(renderer, &of(ix)),
        Chart::Parts(ix) => across_regions::ready_parts(renderer, at, ix, &of(ix)),
        Chart::Milestones(item) => along_time::ready_milestones(renderer, language, at, item),
        Chart::Editions(item) => along_time::ready_editions(renderer, language, at, item),
    }
}
