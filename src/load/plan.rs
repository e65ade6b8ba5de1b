//! Reads one folder under `plans/` and puts the plan together: sections, items by number,
//! indicators, milestones, tables, updates.

use std::collections::HashMap;
use std::fmt::Display;
use std::sync::Arc;

use crate::codes;
use crate::diag::Code;
use crate::front_matter::{Keys, read_toml};
use crate::message::{Message, StaticMessage, message};
use crate::model::calendar::Calendar;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx, SectionIx};
use crate::model::period::{Cadence, PeriodEnd};
use crate::model::plan::{Bands, Plan, PlanSource, PlanText, RegionsPublic, Section};
use crate::source::{Located, Location};

use super::bands::{read_bands, read_region_bands};
use super::circles::{Link, drop_circles_of_shares};
use super::documents::{is_translation, split_document, with_translated_bodies};
use super::editions::read_editions;
use super::files::{Content, ContentFile};
use super::ids::{is_id, plain_id};
use super::item::{ItemDraft, read_item};
use super::kept::Kept;
use super::ledger::read_tables;
use super::loaded::Loaded;
use super::nouns;
use super::read::{read_many, read_with};
use super::releases::read_releases;
use super::revisions::{read_revisions, resolve_revisions};
use super::scoring::read_scoring;
use super::scoring_meant::resolve_scoring;
use super::shared::{Names, PlanFrame, PlanNames, Shared};
use super::updates::read_updates;

/// Reads the plan of a folder. Without a readable plan.md it gives nothing.
pub(super) fn read_plan(
    content: &Content,
    id: &str,
    shared: &Shared,
    kept: Option<&Kept<'_>>,
    loaded: &mut Loaded,
) -> Option<(Plan, PlanNames)> {
    let folder = format!("plans/{id}/");
    let Some(file) = content.file(&format!("{folder}plan.md")) else {
        let any = Location::start_of(loaded.sources.add(format!("{folder}plan.md")));
        loaded.diagnostics.push(
            codes::NO_PLAN
                .at(
                    any,
                    message!(
                        "the folder plans/{id}/ has no plan.md",
                        "文件夹plans/{id}/中没有plan.md"
                    ),
                )
                .help(message!(
                    "add one with title, issuer, year and sections",
                    "添加plan.md，写明title、issuer、year和sections"
                )),
        );
        return None;
    };
    if !is_id(id) {
        loaded.diagnostics.push(
            codes::ID
                .at(
                    Location::start_of(file.id),
                    message!("`{id}` cannot be the folder of a plan", "`{id}`不能作计划的文件夹名"),
                )
                .help(message!(
                    "use letters a-z, digits and hyphens; it becomes part of every address",
                    "用小写字母a-z、数字和连字符；它会成为每个网址的一部分"
                )),
        );
        return None;
    }
    let mut body = String::new();
    let mut scoring = None;
    let calendar = Arc::clone(&loaded.site.calendar);
    let plan = read_with(file, loaded, |index, faults| {
        let (toml, rest) = split_document(index, faults)?;
        body = rest.trim().to_string();
        read_toml(index, toml, shared.languages(), faults, |keys| {
            scoring = read_scoring(keys, shared);
            read_keys(keys, id, &calendar)
        })?
    });
    // A plan.md that cannot be read is told once; its items would only repeat it.
    let mut plan = plan?;
    plan.introduction = with_translated_bodies(content, file, body, shared.languages(), loaded);

    let sections = Names::new(
        (0..).map(SectionIx).zip(&plan.sections).map(|(ix, s)| (s.id.clone(), ix)),
        true,
    );
    let items = format!("{folder}items/");
    let files: Vec<&ContentFile> = content
        .under(&items)
        .filter(|file| file.name.ends_with(".md") && !is_translation(file, shared.languages()))
        .collect();
    let frame = PlanFrame { shared, sections: &sections, first: plan.first, last: plan.last };
    let drafts = read_many(&files, loaded, |file, index, faults| {
        read_item(&file.name, index, faults, frame)
    });
    // Where a name may have been lost, whoever uses it is not blamed.
    let has_all_items = drafts.len() == files.len() && drafts.iter().all(|draft| draft.is_complete);
    let names = put_items_together(content, &mut plan, drafts, has_all_items, shared, loaded);

    resolve_revisions(&mut plan, names.has_all_items, loaded);
    plan.scoring = scoring.and_then(|draft| resolve_scoring(draft, &plan, &names, loaded));
    read_tables(content, &folder, &mut plan, &names, shared, kept, loaded);
    plan.releases = read_releases(content, &folder, &plan, loaded);
    plan.updates = read_updates(content, &folder, &names, shared, loaded);
    Some((plan, names))
}

/// The parts of a share, still by name: they may stand in an item that comes later.
struct ShareParts {
    share: IndicatorIx,
    numerator: Option<Located<String>>,
    denominator: Option<Located<String>>,
}

/// Sorts items by number, gives everything its index, and refuses what is there twice.
fn put_items_together(
    content: &Content,
    plan: &mut Plan,
    mut drafts: Vec<ItemDraft>,
    mut has_all_items: bool,
    shared: &Shared,
    loaded: &mut Loaded,
) -> PlanNames {
    drafts.sort_by_key(|draft| (draft.number.value, draft.number.location));
    let (mut numbers, mut indicator_ids, mut milestone_ids) =
        (Unique::default(), Unique::default(), Unique::default());
    let mut share_parts: Vec<ShareParts> = Vec::new();
    let has_all_regions = !drafts.iter().any(|draft| draft.has_lost_regions);
    for draft in drafts {
        let mut item = draft.item;
        if !numbers.take(
            draft.number.value,
            draft.number.location,
            codes::DUPLICATE_NUMBER,
            nouns::ITEM,
            loaded,
        ) {
            has_all_items = false;
            continue;
        }
        let item_ix = ItemIx(index_of(plan.items.len()));
        for found in draft.indicators {
            let mut indicator = found.indicator;
            if !indicator_ids.take(
                indicator.id.clone(),
                indicator.location,
                codes::DUPLICATE_ID,
                nouns::INDICATOR,
                loaded,
            ) {
                has_all_items = false;
                continue;
            }
            let ix = IndicatorIx(index_of(plan.indicators.len()));
            indicator.item = item_ix;
            item.indicators.push(ix);
            plan.indicators.push(indicator);
            if found.numerator.is_some() || found.denominator.is_some() {
                share_parts.push(ShareParts {
                    share: ix,
                    numerator: found.numerator,
                    denominator: found.denominator,
                });
            }
        }
        for (mut milestone, id) in draft.milestones {
            if !milestone_ids.take(
                id.value,
                id.location,
                codes::DUPLICATE_ID,
                nouns::MILESTONE,
                loaded,
            ) {
                has_all_items = false;
                continue;
            }
            milestone.item = item_ix;
            item.milestones.push(MilestoneIx(index_of(plan.milestones.len())));
            plan.milestones.push(milestone);
        }
        if let Some(file) = content.file(&draft.file_name) {
            item.body =
                with_translated_bodies(content, file, draft.body, shared.languages(), loaded);
        }
        plan.items.push(item);
    }
    let names = PlanNames {
        indicators: Names::new(
            plan.numbered_indicators().map(|(ix, i)| (i.id.clone(), ix)),
            has_all_items,
        )
        .called(plan.indicators.iter().map(|i| (i.name.first(), i.id.as_str()))),
        milestones: Names::new(
            (0..).map(MilestoneIx).zip(&plan.milestones).map(|(ix, m)| (m.id.clone(), ix)),
            has_all_items,
        ),
        items: plan.numbered_items().map(|(ix, item)| (item.number, ix)).collect(),
        has_all_items,
        has_all_regions,
    };
    let mut links = Vec::new();
    for ShareParts { share: ix, numerator, denominator } in share_parts {
        let mut resolve = |name: Option<Located<String>>| {
            let name = name?;
            let found = names.indicators.get(&name.value);
            links.extend(found.map(|part| Link { from: ix, to: part, location: name.location }));
            if found.is_none()
                && let Some((message, help)) =
                    names.indicators.unknown(nouns::INDICATOR, &name.value)
            {
                loaded
                    .diagnostics
                    .push(codes::UNKNOWN_INDICATOR.at(name.location, message).help(help));
            }
            found
        };
        let (numerator, denominator) = (resolve(numerator), resolve(denominator));
        let indicator = &mut plan.indicators[ix.0 as usize];
        indicator.numerator = numerator;
        indicator.denominator = denominator;
    }
    drop_circles_of_shares(plan, &links, &mut loaded.diagnostics);
    names
}

fn index_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Remembers what is taken and by whom.
struct Unique<K>(HashMap<K, Location>);

impl<K> Default for Unique<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: std::hash::Hash + Eq + Display + Clone> Unique<K> {
    fn take(
        &mut self,
        key: K,
        location: Location,
        code: Code,
        what: StaticMessage,
        loaded: &mut Loaded,
    ) -> bool {
        if let Some(first) = self.0.get(&key) {
            loaded.diagnostics.push(
                code.at(
                    location,
                    Message::new(
                        format!("the {} `{key}` is there already", what.en),
                        format!("已有{}`{key}`", what.zh),
                    ),
                )
                .label(*first, message!("the first one", "前一个"))
                .help(message!(
                    "each is named once in a plan; change or remove this one",
                    "在一个计划中只能出现一次；请更改或删去此处"
                )),
            );
            return false;
        }
        self.0.insert(key, location);
        true
    }
}

fn read_keys(keys: &mut Keys<'_, '_>, id: &str, calendar: &Arc<Calendar>) -> Option<Plan> {
    let title = keys.required_translated("title");
    let issuer = keys.required_translated("issuer");
    // Without its span there is no plan, but every key is asked for: else none would be known.
    let span = read_span(keys);
    let (first, last) = span.unwrap_or((PeriodEnd::new(1900, 1), PeriodEnd::new(2999, 12)));
    let sections = read_sections(keys);
    let plan = PlanText {
        title: title.unwrap_or_default(),
        issuer: issuer.unwrap_or_default(),
        issued: keys.date("issued").map(|d| d.value),
        document_number: keys.text("document_number").map(|t| t.value),
        source: read_source(keys),
        reviews: read_reviews(keys),
        as_of: keys.date("as_of").map(|d| d.value),
        publishes_overdue: keys.boolean("publish_overdue").unwrap_or(false),
        regions_public: keys
            .one_of("regions_public", &RegionsPublic::WORDS)
            .map_or(RegionsPublic::Status, |r| r.value),
        sections,
        bands: read_bands(keys, "bands", Bands::default_for_pace()),
        level_bands: read_bands(keys, "level_bands", Bands::default_for_level()),
        region_bands: read_region_bands(keys),
        calendar: Arc::clone(calendar),
        editions: read_editions(keys),
        revisions: read_revisions(keys),
        location: keys.location(),
        ..PlanText::new(id, first, last)
    };
    let is_whole = span.is_some() && !plan.title.is_empty() && !plan.issuer.is_empty();
    is_whole.then(|| plan.into())
}

/// Reads `year`, or `start` and `end`.
fn read_span(keys: &mut Keys<'_, '_>) -> Option<(PeriodEnd, PeriodEnd)> {
    let (start, end) = (keys.date("start"), keys.date("end"));
    let year = keys.whole("year", 1900, 2999);
    match (year, start, end) {
        (Some(year), _, _) => {
            let year = i16::try_from(year.value).unwrap_or(2023);
            Some((PeriodEnd::new(year, 1), PeriodEnd::new(year, 12)))
        }
        (None, Some(start), Some(end)) => {
            let period_end =
                |date: crate::date::Date| PeriodEnd::new(date.year(), date.month().unsigned_abs());
            let (first, last) = (period_end(start.value), period_end(end.value));
            if last < first {
                keys.fault(
                    codes::OUT_OF_RANGE
                        .at(
                            end.location,
                            message!("the plan ends before it starts", "计划结束早于开始"),
                        )
                        .label(start.location, message!("the start", "开始")),
                );
                return None;
            }
            Some((first, last))
        }
        _ => {
            let has_both_ends = keys.has("start") && keys.has("end");
            if !(keys.has("year") || has_both_ends) {
                keys.missing("year");
            }
            None
        }
    }
}

fn read_source(keys: &mut Keys<'_, '_>) -> Option<PlanSource> {
    let mut table = keys.table("source")?;
    let source = PlanSource {
        title: table.required_text("title").map(|t| t.value).unwrap_or_default(),
        url: table.text("url").map(|t| t.value),
        sha256: table.text("sha256").map(|t| t.value),
    };
    table.finish();
    Some(source)
}

fn read_reviews(keys: &mut Keys<'_, '_>) -> Vec<Cadence> {
    let mut reviews = Vec::new();
    for word in keys.texts("reviews") {
        match Cadence::from_word(&word.value) {
            Some(cadence) => reviews.push(cadence),
            None => {
                keys.unknown_word("reviews", &word, Cadence::WORDS.iter().map(|(name, _)| *name))
            }
        }
    }
    reviews
}

fn read_sections(keys: &mut Keys<'_, '_>) -> Vec<Section> {
    if !keys.has("sections") {
        keys.missing("sections");
    }
    let mut sections: Vec<Section> = Vec::new();
    for mut table in keys.tables("sections") {
        let id = table.required_text("id").and_then(|id| plain_id(&table, id));
        let title = table.required_translated("title");
        if let (Some(id), Some(title)) = (id, title) {
            if sections.iter().any(|section| section.id == id.value) {
                table.fault(codes::DUPLICATE_ID.at(
                    id.location,
                    message!("a section `{}` is there already", "已有部分`{}`", id.value),
                ));
            } else {
                sections.push(Section { id: id.value, title });
            }
        }
        table.finish();
    }
    sections
}
