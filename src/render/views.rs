//! Typed views: what templates see of the model. Small, finished, in one language.
//!
//! A field that holds finished markup says so; templates print it with `| safe`. Everything else is
//! plain text and gets escaped.

use std::borrow::Cow;

use serde::Serialize;

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::yardstick::Demand;
use crate::language::Text;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx};
use crate::model::indicator::{Indicator, Scope, Target};
use crate::model::observation::AsOf;
use crate::number::Number;
use crate::phrase::{Ambition, Op};
use crate::render::text_id::{text, text_of};

use super::address::Page;
use super::amounts::{figure, figure_in_cell};
use super::context::PageContext;
use super::drawings::minis;
use super::frame::Link;
use super::notes::note_of;
use super::period_words;
use super::pills::{Pill, Shape, pill, pill_of, shape};
use super::sentences;
use super::terms;
use super::words::{Slot, Words};

/// One row of a table of indicators.
#[derive(Clone, Debug, Serialize)]
pub(super) struct IndicatorRow<'r> {
    pub id: &'r str,
    pub name: &'r str,
    pub unit: Cow<'r, str>,
    pub phrase: Cow<'r, str>,
    pub is_stretch: bool,
    pub actual: String,
    /// The newest figure with its unit, or nothing.
    pub amount: String,
    pub completion: String,
    pub schedule: String,
    pub gap: String,
    pub pill: Pill,
    pub period: String,
    pub nature: String,
    /// Finished markup of a small bar, or nothing.
    pub bar: &'r str,
    /// Finished markup of a small line, or nothing.
    pub spark: &'r str,
    pub url: String,
    pub item_number: u32,
    pub item_title: &'r str,
    pub item_url: String,
    pub note: String,
    /// The group a headline would count it in.
    pub standing: &'static str,
}

/// Makes the row of an indicator on a page.
pub(super) fn indicator_row<'r>(context: PageContext<'r>, ix: IndicatorIx) -> IndicatorRow<'r> {
    let prose = context.prose(ix);
    let (words, plan, indicator, assessed) =
        (prose.words, prose.plan, prose.indicator, prose.assessed);
    let item = plan.item(indicator.item);
    let item_page = Page::Item(context.at, indicator.item);
    let item_url = context.link(item_page);
    let anchor = if context.address.page == item_page {
        format!("#{}", indicator.id)
    } else {
        format!("{item_url}#{}", indicator.id)
    };
    let dash = || words.plain(text!("dash"));
    let judged = prose.judged_figure();
    let latest = judged.as_ref().map(|(point, _)| point).or(assessed.latest());
    let judged = judged.as_ref().map(|(_, value)| *value);
    // How many regions attain stands where no figure of the whole does: no mark is meant for it.
    let flag = latest.filter(|point| judged.is_none() || point.value.is_some());
    let flag = flag.and_then(|point| point.flag).map(|flag| terms::flag_word(words, flag));
    let of_some = prose.of_some_mark();
    let minis = minis(context.renderer, context.at, ix);
    let note = note_of(plan, ix, None, latest, AsOf::on(context.as_of()));
    let by_hand = assessed.computed.is_some().then(|| words.plain(text!("override-mark")));
    IndicatorRow {
        id: &indicator.id,
        name: indicator.name.in_language(words.language()),
        unit: unit_of(words, indicator),
        phrase: indicator
            .target
            .as_ref()
            .map_or_else(|| dash().into(), |target| target.phrase.as_str().into()),
        is_stretch: indicator
            .target
            .as_ref()
            .is_some_and(|target| target.ambition == Ambition::Stretch),
        actual: judged.map_or_else(dash, |value| actual_of(words, indicator, assessed, value)),
        amount: judged
            .map_or_else(String::new, |value| amount_of(words, indicator, assessed, value)),
        completion: prose.completion_cell().unwrap_or_else(dash),
        schedule: prose.schedule_cell().unwrap_or_else(dash),
        gap: prose.gap_cell().unwrap_or_else(dash),
        pill: pill_of(words, plan, &assessed.status),
        period: latest.map_or_else(dash, |point| {
            period_words::period_of_figure(words, plan, point.period, indicator)
        }),
        nature: indicator
            .nature
            .map_or_else(dash, |nature| words.plain(text_of!("nature-", nature.word()))),
        bar: &minis.bar,
        spark: &minis.spark,
        url: anchor,
        item_number: item.number,
        item_title: item.title.in_language(words.language()),
        item_url,
        standing: public_code(plan, assessed.status.code).standing().word(),
        note: note_with_marks(
            words,
            &flag
                .into_iter()
                .chain(of_some)
                .chain(by_hand)
                .collect::<Vec<_>>()
                .join(&words.plain(text!("list-pause"))),
            note,
        ),
    }
}

/// Puts the marks of a figure before its public remark.
pub(super) fn note_with_marks(words: &Words, marks: &str, note: &str) -> String {
    match (marks.is_empty(), note.is_empty()) {
        (false, false) => words.message(
            text!("note-after-mark"),
            &[("mark", Slot::Text(marks)), ("text", Slot::Text(note))],
        ),
        _ => format!("{marks}{note}"),
    }
}

/// Says the unit of a figure of the whole; where each region has the target it counts regions.
pub(super) fn unit_of<'w>(words: &Words, indicator: &'w Indicator) -> Cow<'w, str> {
    if indicator.counts_regions() {
        return words.plain(text!("unit-regions")).into();
    }
    indicator.unit.in_language(words.language()).into()
}

/// Returns the unit of the figure of a region; of a coverage, which is one or not, there is none.
pub(super) fn unit_of_regions(indicator: &Indicator) -> Option<&Text> {
    let is_coverage = |target: &Target| {
        target.op == Op::Coverage
            && indicator.scope == Scope::EachRegion
            && indicator.numerator.is_none()
    };
    (!indicator.target.as_ref().is_some_and(is_coverage)).then_some(&indicator.unit)
}

/// Says the newest figure, for an each-region target as "5 / 8".
pub(super) fn actual_of(
    words: &Words,
    indicator: &Indicator,
    assessed: &IndicatorAssessment,
    value: Number,
) -> String {
    match assessed.asked {
        Some(Demand::Regions(all)) => {
            format!("{} / {}", terms::number(value), terms::number(all))
        }
        _ => figure_in_cell(words, indicator, value),
    }
}

/// Says the newest figure with its unit, where it has one.
pub(super) fn amount_of(
    words: &Words,
    indicator: &Indicator,
    assessed: &IndicatorAssessment,
    value: Number,
) -> String {
    match assessed.asked {
        Some(Demand::Regions(_)) => actual_of(words, indicator, assessed, value),
        _ => figure(words, indicator, value),
    }
}

/// One row of a list of items.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ItemRow<'r> {
    pub number: u32,
    pub title: &'r str,
    pub url: String,
    pub pill: Pill,
    pub reason: String,
    pub short: String,
    /// Finished markup of a small bar, or nothing.
    pub bar: &'r str,
    /// Shapes of its targets, in order.
    pub marks: Vec<Shape>,
    pub departments: Vec<&'r str>,
    /// The group the headline would count it in.
    pub standing: &'static str,
}

/// Makes the row of an item on a page.
pub(super) fn item_row<'r>(context: PageContext<'r>, ix: ItemIx) -> ItemRow<'r> {
    let words = context.words();
    let plan = context.plan();
    let item = plan.item(ix);
    let assessed = context.assessment().item(ix);
    let url = context.link(Page::Item(context.at, ix));
    let targets: Vec<IndicatorIx> =
        item.indicators.iter().copied().filter(|ix| plan.indicator(*ix).target.is_some()).collect();
    let marks = targets
        .iter()
        .map(|target| shape(plan, context.assessment().indicator(*target).status.code))
        .collect();
    let mut short = match (targets.len(), assessed.below.len()) {
        (0, _) => String::new(),
        (n, 0) => words.message(text!("of-all-fine"), &[("n", Slot::Count(n))]),
        (n, below) => words
            .message(text!("of-below"), &[("n", Slot::Count(n)), ("below", Slot::Count(below))]),
    };
    let aside = sentences::item_aside(words, assessed);
    if !aside.is_empty() {
        let gap = if short.is_empty() { "" } else { " · " };
        short = format!("{short}{gap}{aside}");
    }
    ItemRow {
        number: item.number,
        title: item.title.in_language(words.language()),
        pill: pill(words, plan, assessed.code, assessed.family),
        reason: sentences::item_reason(words, assessed),
        short,
        bar: if let [only] = targets[..] {
            &minis(context.renderer, context.at, only).bar
        } else {
            ""
        },
        marks,
        departments: item
            .departments
            .iter()
            .map(|one| context.site().department(one.department).id.as_str())
            .collect(),
        standing: public_code(plan, assessed.code).standing().word(),
        url,
    }
}

/// Makes a link to an indicator's place on its item's page.
pub(in crate::render) fn indicator_link(context: PageContext<'_>, ix: IndicatorIx) -> Link {
    let indicator = context.plan().indicator(ix);
    let mut url = context.link(Page::Item(context.at, indicator.item));
    url.push('#');
    url.push_str(&indicator.id);
    Link {
        title: indicator.name.in_language(context.words().language()).to_string(),
        url,
        is_current: false,
    }
}

/// Makes a link to a dated step on its item's page.
pub(in crate::render) fn milestone_link(context: PageContext<'_>, ix: MilestoneIx) -> Link {
    let milestone = context.plan().milestone(ix);
    Link {
        title: milestone.title.in_language(context.words().language()).to_string(),
        url: format!("{}#milestones-title", context.link(Page::Item(context.at, milestone.item))),
        is_current: false,
    }
}
