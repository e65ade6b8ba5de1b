//! Reads the files of `items/`: one item each, with its indicators, milestones and tasks.
//!
//! An item is read by itself, so that many are read at once; what names other items' indicators is
//! kept as text until all are there.

use crate::codes;
use crate::front_matter::{Diagnostics, Keys, read_toml};
use crate::language::Text;
use crate::message::message;
use crate::model::department::{Responsibility, Role};
use crate::model::index::ItemIx;
use crate::model::item::Item;
use crate::model::milestone::Milestone;
use crate::source::{LineIndex, Located};

use super::documents::split_document;
use super::ids::plain_id;
use super::indicator::{IndicatorDraft, read_indicator};
use super::nouns;
use super::shared::{PlanFrame, Shared};

/// One item as its file tells it.
pub(super) struct ItemDraft {
    pub item: Item,
    pub number: Located<u32>,
    pub indicators: Vec<IndicatorDraft>,
    pub milestones: Vec<(Milestone, Located<String>)>,
    /// Whether every indicator and milestone of the file could be read.
    pub is_complete: bool,
    /// Whether the item or one of its indicators names a region that could not be found.
    pub has_lost_regions: bool,
    pub body: String,
    pub file_name: String,
}

/// Reads one item. Faults go to `faults`; an item without number, title or section gives nothing.
pub(super) fn read_item(
    file_name: &str,
    index: &LineIndex<'_>,
    faults: &Diagnostics,
    frame: PlanFrame<'_>,
) -> Option<ItemDraft> {
    let (toml, body) = split_document(index, faults)?;
    let mut draft =
        read_toml(index, toml, frame.shared.languages(), faults, |keys| read_keys(keys, frame))??;
    draft.body = body.trim().to_string();
    draft.file_name = file_name.to_string();
    Some(draft)
}

fn read_keys(keys: &mut Keys<'_, '_>, frame: PlanFrame<'_>) -> Option<ItemDraft> {
    let PlanFrame { shared, sections, .. } = frame;
    if !keys.has("number") {
        keys.missing("number");
    }
    let number = keys.whole("number", 1, 999_999);
    let title = keys.required_translated("title");
    let section = keys.required_text("section");
    let section = section
        .and_then(|name| sections.resolve(keys, codes::UNKNOWN_SECTION, nouns::SECTION, &name));
    let departments = read_departments(keys, shared);
    let regions = shared.read_regions(keys, "regions").unwrap_or_default();
    let item_ix = ItemIx(0);
    let mut written = 0;
    let mut indicators = Vec::new();
    for mut table in keys.tables("indicators") {
        written += 1;
        indicators.extend(read_indicator(&mut table, frame, &regions.regions));
        table.finish();
    }
    let mut milestones = Vec::new();
    for mut table in keys.tables("milestones") {
        written += 1;
        milestones.extend(read_milestone(&mut table, item_ix));
        table.finish();
    }
    let mut tasks = Vec::new();
    for mut table in keys.tables("tasks") {
        tasks.extend(table.required_translated("title"));
        table.finish();
    }
    let has_lost_regions =
        regions.has_lost_any || indicators.iter().any(|one: &IndicatorDraft| one.has_lost_regions);
    let is_complete = written == indicators.len() + milestones.len();
    let number = number?;
    let item = Item {
        number: number.value,
        title: title?,
        section: section?,
        departments,
        regions: regions.regions,
        indicators: Vec::new(),
        milestones: Vec::new(),
        tasks,
        body: Text::default(),
        location: number.location,
    };
    Some(ItemDraft {
        item,
        number,
        indicators,
        milestones,
        is_complete,
        has_lost_regions,
        body: String::new(),
        file_name: String::new(),
    })
}

fn read_departments(keys: &mut Keys<'_, '_>, shared: &Shared) -> Vec<Responsibility> {
    let mut departments: Vec<Responsibility> = Vec::new();
    for mut table in keys.tables("departments") {
        let id = table.required_text("id");
        let role = table.one_of("role", &Role::WORDS).map_or(Role::Joint, |role| role.value);
        let department = id.as_ref().and_then(|name| {
            shared.departments.resolve(&table, codes::UNKNOWN_DEPARTMENT, nouns::DEPARTMENT, name)
        });
        if let (Some(id), Some(department)) = (id, department) {
            if departments.iter().any(|known| known.department == department) {
                table.fault(codes::DUPLICATE_ID.at(
                    id.location,
                    message!(
                        "`{}` is named twice in this item",
                        "`{}`在本事项中出现两次",
                        id.value
                    ),
                ));
            } else {
                departments.push(Responsibility { department, role });
            }
        }
        table.finish();
    }
    departments
}

fn read_milestone(keys: &mut Keys<'_, '_>, item: ItemIx) -> Option<(Milestone, Located<String>)> {
    let id = keys.required_text("id");
    let title = keys.required_translated("title");
    if !keys.has("due") {
        keys.missing("due");
    }
    let due = keys.date("due");
    let id = plain_id(keys, id?)?;
    Some((
        Milestone {
            id: id.value.clone(),
            item,
            title: title?,
            due: due?.value,
            location: id.location,
        },
        id,
    ))
}
