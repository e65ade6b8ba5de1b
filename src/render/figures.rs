//! Writes the large table of an indicator's figures straight into markup: periods down, the whole
//! area and the regions across.
//!
//! It is written natively because it is most of a page's bytes; a template gets it finished.

use std::collections::BTreeMap;

use crate::assess::points::Derived;
use crate::assess::series::{distinct_periods, make_series};
use crate::model::index::IndicatorIx;
use crate::model::observation::{AsOf, ObservationStatus};
use crate::model::period::PeriodEnd;
use crate::model::plan::RegionsPublic;
use crate::number::Number;
use crate::render::text_id::text;

use super::context::PageContext;
use super::markup::escape_into;
use super::notes::notes_of;
use super::period_words;
use super::sentences::IndicatorProse;
use super::terms;
use super::views::{unit_of, unit_of_regions};
use super::words::{Slot, Words};

/// Writes the figures of an indicator as a table, as known on a day; nothing where there is none.
pub(super) fn figures_table(
    context: PageContext<'_>,
    prose: &IndicatorProse<'_>,
    ix: IndicatorIx,
) -> String {
    let as_of = context.as_of();
    let (words, plan) = (prose.words, prose.plan);
    let series = make_series(plan, &context.site().regions, ix, AsOf::on(as_of));
    let shows_regions = plan.regions_public == RegionsPublic::Values;
    let regions: Vec<_> = series
        .regions
        .iter()
        .filter(|one| shows_regions && !one.series.points.is_empty())
        .collect();
    let periods = distinct_periods(
        std::iter::once(&series.whole).chain(regions.iter().map(|one| &one.series)),
    );
    if periods.is_empty() {
        return String::new();
    }
    let mut notes: BTreeMap<PeriodEnd, Vec<String>> = BTreeMap::new();
    for note in notes_of(plan, ix, AsOf::on(as_of)) {
        let text = match note.region {
            Some(region) => {
                format!(
                    "{}{}{}",
                    context.site().region(region).short_name,
                    words.plain(text!("colon")),
                    note.text
                )
            }
            None => note.text.to_string(),
        };
        notes.entry(note.period_end).or_default().push(text);
    }
    let has_whole = !series.whole.points.is_empty();
    let mut out = String::with_capacity(400 + periods.len() * (60 + regions.len() * 24));
    out.push_str("<table class=figures><caption>");
    escape_into(&mut out, prose.indicator.name.in_language(words.language()));
    out.push_str(" <span class=unit>");
    escape_into(&mut out, &unit_line(prose, has_whole, !regions.is_empty()));
    out.push_str("</span>");
    if context.config().is_sample {
        out.push_str(" <span class=sample>");
        escape_into(&mut out, &words.plain(text!("sample-mark")));
        out.push_str("</span>");
    }
    out.push_str("</caption><thead><tr><th scope=col>");
    escape_into(&mut out, &words.plain(text!("th-period")));
    if has_whole {
        out.push_str("<th scope=col>");
        escape_into(
            &mut out,
            &if prose.counts_regions() {
                terms::derived_word(words, Derived::Attained, prose.counted_kind())
            } else {
                words.plain(text!("th-whole"))
            },
        );
    }
    for one in &regions {
        out.push_str("<th scope=col>");
        escape_into(&mut out, &context.site().region(one.region).short_name);
    }
    if !notes.is_empty() {
        out.push_str("<th scope=col class=words>");
        escape_into(&mut out, &words.plain(text!("th-note")));
    }
    out.push_str("</thead><tbody>");
    for period in periods {
        out.push_str("<tr><th scope=row>");
        escape_into(
            &mut out,
            &period_words::period_of_figure(words, plan, period, prose.indicator),
        );
        if has_whole {
            match series.whole.at(period.end()) {
                Some(point) => {
                    let is_missing = point.flag == Some(ObservationStatus::Missing)
                        && point.derived != Some(Derived::Attained);
                    match point.regions.filter(|count| is_missing && !count.is_complete()) {
                        Some(count) => {
                            out.push_str("<td class=none>");
                            escape_into(&mut out, &words.plain(text!("cell-incomplete")));
                            let (reported, asked) = (count.reported + count.withheld, count.asked);
                            out.push_str(&format!(" <small>{reported}/{asked}</small>"));
                        }
                        None => write_cell(prose, &mut out, Whose::Whole, point.value, point.flag),
                    }
                }
                None => write_missing(prose, &mut out),
            }
        }
        for one in &regions {
            match one.series.at(period.end()) {
                Some(point) => {
                    write_cell(prose, &mut out, Whose::Region, point.value, point.flag);
                }
                None => write_missing(prose, &mut out),
            }
        }
        if !notes.is_empty() {
            write_notes(words, &mut out, notes.get(&period.end()));
        }
    }
    out.push_str("</tbody></table>");
    out
}

/// Says what the numbers of the table are counted in: where regions are counted, the whole in
/// regions, and those of each region in the indicator's own unit.
fn unit_line(prose: &IndicatorProse<'_>, has_whole: bool, has_regions: bool) -> String {
    let (words, indicator) = (prose.words, prose.indicator);
    let of_whole = unit_of(words, indicator);
    let of_regions = unit_of_regions(indicator).map(|unit| unit.in_language(words.language()));
    let parts = [
        Some(of_whole.as_ref()).filter(|_| has_whole),
        of_regions.filter(|unit| has_regions && !(has_whole && *unit == of_whole)),
    ];
    let [first, second] = parts;
    let (Some(unit), rest) = (first.or(second), first.and(second)) else { return String::new() };
    words.message(
        text!("figures-unit"),
        &[
            ("unit", Slot::Text(unit)),
            ("both", Slot::Text(if rest.is_some() { "yes" } else { "no" })),
            ("regions", Slot::Text(rest.unwrap_or_default())),
        ],
    )
}

/// Writes the remarks on the figures of a period, one below the other.
fn write_notes(words: &Words, out: &mut String, notes: Option<&Vec<String>>) {
    out.push_str("<td class=words>");
    let Some(notes) = notes else { return escape_into(out, &words.plain(text!("dash"))) };
    for (at, note) in notes.iter().enumerate() {
        if at > 0 {
            out.push_str("<br>");
        }
        escape_into(out, note);
    }
}

/// Whose figure a cell holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Whole,
    Region,
}

fn write_missing(prose: &IndicatorProse<'_>, out: &mut String) {
    write_cell(prose, out, Whose::Whole, None, Some(ObservationStatus::Missing));
}

/// Writes a cell. No cell is ever blank: without a figure it holds the word for why.
fn write_cell(
    prose: &IndicatorProse<'_>,
    out: &mut String,
    whose: Whose,
    value: Option<Number>,
    flag: Option<ObservationStatus>,
) {
    let words = prose.words;
    let word = flag.map(|flag| terms::flag_word(words, flag));
    let Some(value) = value else {
        out.push_str("<td class=none>");
        return escape_into(out, word.as_deref().unwrap_or("—"));
    };
    out.push_str("<td>");
    // A coverage has no number of a region: it is covered or not.
    let has_word = whose == Whose::Region && unit_of_regions(prose.indicator).is_none();
    let covered = has_word.then(|| prose.covered_word(value)).flatten();
    match covered.or_else(|| prose.number_word(value)) {
        Some(word) => escape_into(out, &word),
        None => terms::write_number(out, value),
    }
    if let Some(word) = word {
        out.push_str(" <small>");
        escape_into(out, &word);
        out.push_str("</small>");
    }
}
