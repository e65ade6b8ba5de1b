//! The table of revisions: figures that were replaced, with the old value, the new one, and the
//! reason.

use serde::Serialize;

use crate::model::index::IndicatorIx;
use crate::model::observation::{Observation, RevisionKind};
use crate::model::plan::RegionsPublic;
use crate::render::amounts::figure_in_cell;
use crate::render::context::PageContext;
use crate::render::period_words;
use crate::render::terms;
use crate::render::text_id::{text, text_of};

/// One figure that was replaced.
#[derive(Serialize)]
pub(super) struct RevisionRow {
    pub indicator: String,
    pub region: String,
    pub period: String,
    pub old: String,
    pub new: String,
    pub kind: String,
    pub reason: String,
    pub date: String,
}

/// Lists the figures of some indicators that were replaced, in their order.
pub(super) fn revisions(context: PageContext<'_>, indicators: &[IndicatorIx]) -> Vec<RevisionRow> {
    let (plan, as_of) = (context.plan(), context.as_of());
    revision_rows(context, indicators.iter().flat_map(|ix| plan.ledger.revisions(*ix, as_of)))
}

/// Makes a row of each pair of an old and a new figure that readers may see. A gap that was filled
/// is no revision.
pub(super) fn revision_rows<'o>(
    context: PageContext<'_>,
    pairs: impl Iterator<Item = (&'o Observation, &'o Observation)>,
) -> Vec<RevisionRow> {
    let words = context.words();
    let plan = context.plan();
    let show = |row: &Observation| match (row.value(), row.flag) {
        (Some(value), _) => figure_in_cell(words, plan.indicator(row.indicator), value),
        (None, Some(flag)) => terms::flag_word(words, flag),
        (None, None) => words.plain(text!("dash")),
    };
    let hides_regions = plan.regions_public != RegionsPublic::Values;
    pairs
        .filter(|(_, new)| new.revision.is_some() && !(hides_regions && new.region.is_some()))
        .map(|(old, new)| RevisionRow {
            indicator: plan.indicator(new.indicator).name.in_language(words.language()).to_string(),
            region: new.region.map_or_else(
                || words.plain(text!("th-whole")),
                |region| context.site().region(region).short_name.clone(),
            ),
            period: period_words::period_of_figure(
                words,
                plan,
                new.period,
                plan.indicator(new.indicator),
            ),
            old: show(old),
            new: show(new),
            kind: new.revision.map_or_else(String::new, |kind: RevisionKind| {
                words.plain(text_of!("revision-", kind.word()))
            }),
            reason: plan.ledger.note(new).to_string(),
            date: terms::date(words, new.recorded),
        })
        .collect()
}
