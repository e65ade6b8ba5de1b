//! Reads `departments.csv` and `regions.csv`.

use std::collections::HashMap;

use crate::codes;
use crate::front_matter::Diagnostics;
use crate::message::{StaticMessage, message};
use crate::model::department::Department;
use crate::model::region::{Region, RegionIx};
use crate::source::{LineIndex, Location};

use super::circles::{Link, circle_fault, find_circles};
use super::files::Content;
use super::ids::is_id;
use super::loaded::Loaded;
use super::read::read_with;
use super::row::{Column, Row, optional, required};
use super::shared::ListsRead;
use super::tables::read_rows;

/// Reads both lists into the site. A file that is not there is an empty list.
pub(super) fn read_lists(content: &Content, loaded: &mut Loaded) -> ListsRead {
    let before = loaded.diagnostics.len();
    if let Some(file) = content.file("departments.csv") {
        loaded.site.departments = read_with(file, loaded, read_departments).unwrap_or_default();
    }
    let has_all_departments = loaded.diagnostics.len() == before;
    if let Some(file) = content.file("regions.csv") {
        loaded.site.regions = read_with(file, loaded, read_regions).unwrap_or_default();
    }
    ListsRead {
        has_all_departments,
        has_all_regions: has_all_departments && loaded.diagnostics.len() == before,
    }
}

const DEPARTMENT_COLUMNS: [Column; 5] = [
    required("id"),
    required("name"),
    optional("short_name"),
    optional("aliases"),
    optional("kind"),
];

fn read_departments(index: &LineIndex<'_>, faults: &Diagnostics) -> Option<Vec<Department>> {
    let mut departments = Vec::new();
    let mut ids = HashMap::new();
    read_rows(index, &DEPARTMENT_COLUMNS, faults, &mut |row: &dyn Row| {
        let Some((id, name)) = id_and_name(row, &mut ids, faults) else { return };
        departments.push(Department {
            short_name: non_empty(row.cell(2)).unwrap_or(&name).to_string(),
            aliases: row.cell(3).split('|').filter_map(non_empty).map(String::from).collect(),
            kind: row.cell(4).to_string(),
            location: row.location(),
            id,
            name,
        });
    });
    Some(departments)
}

const REGION_COLUMNS: [Column; 7] = [
    required("id"),
    required("name"),
    optional("short_name"),
    optional("kind"),
    optional("group"),
    optional("parent"),
    optional("counted"),
];

fn read_regions(index: &LineIndex<'_>, faults: &Diagnostics) -> Option<Vec<Region>> {
    let mut regions: Vec<Region> = Vec::new();
    let mut parents: Vec<(usize, String, Location)> = Vec::new();
    let mut ids = HashMap::new();
    read_rows(index, &REGION_COLUMNS, faults, &mut |row: &dyn Row| {
        let Some((id, name)) = id_and_name(row, &mut ids, faults) else { return };
        if let Some(parent) = non_empty(row.cell(5)) {
            parents.push((regions.len(), parent.to_string(), row.location_of(5)));
        }
        let is_included = match row.cell(6) {
            "" | "separate" => false,
            "included" => true,
            other => {
                row.fault(
                    codes::UNKNOWN_WORD,
                    6,
                    message!(
                        "`{other}` is no way to count a region",
                        "`{other}`不是可用的地区计数方式"
                    ),
                    message!("known: separate, included", "可用：separate、included"),
                );
                false
            }
        };
        regions.push(Region {
            short_name: non_empty(row.cell(2)).unwrap_or(&name).to_string(),
            kind: row.cell(3).to_string(),
            group: row.cell(4).to_string(),
            parent: None,
            is_included,
            location: row.location(),
            id,
            name,
        });
    });
    if let Some(first) = regions.get(RegionIx::COUNT) {
        let message = message!("there are more regions than {}", "地区超过{}个", RegionIx::COUNT);
        let help =
            message!("keep a site of its own for each part of the country", "按区域分别建站");
        faults.push(codes::TOO_MANY_REGIONS.at(first.location, message).help(help));
    }
    // Of two with one id the first is meant; the other is a fault of its own.
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for (at, region) in regions.iter().enumerate() {
        by_id.entry(region.id.clone()).or_insert(at);
    }
    let mut links = Vec::new();
    for (at, parent, location) in parents {
        match by_id.get(&parent).copied() {
            Some(found) => {
                regions[at].parent = RegionIx::of_row(found);
                links.push(Link { from: at, to: found, location });
            }
            None => faults.push(
                codes::UNKNOWN_REGION
                    .at(
                        location,
                        message!(
                            "there is no region `{parent}` to lie in",
                            "没有可隶属的地区`{parent}`"
                        ),
                    )
                    .help(message!(
                        "give the id of another row, or leave the cell empty",
                        "填写另一行的标识，或留空"
                    )),
            ),
        }
    }
    for circle in find_circles(&links) {
        let help =
            message!("leave the parent of the outermost one empty", "最外一级地区的隶属留空");
        let what = StaticMessage::new(
            "regions lie in a circle, so none is the outer one",
            "地区隶属成圈，没有最外一级",
        );
        faults.push(circle_fault(&circle, |at| regions[at].id.clone(), what, help));
        for link in circle {
            regions[link.from].parent = None;
        }
    }
    Some(regions)
}

/// Reads what both lists begin with, and sees to it that ids are plain and unique.
fn id_and_name(
    row: &dyn Row,
    ids: &mut HashMap<String, Location>,
    faults: &Diagnostics,
) -> Option<(String, String)> {
    let (id, name) = (row.cell(0), row.cell(1));
    if !is_id(id) {
        row.fault(
            codes::ID,
            0,
            message!("`{id}` cannot be an id", "`{id}`不能作标识"),
            message!(
                "use letters a-z, digits and hyphens; it becomes part of an address",
                "用小写字母a-z、数字和连字符；它会成为网址的一部分"
            ),
        );
        return None;
    }
    if name.trim().is_empty() {
        row.fault(
            codes::EMPTY_TEXT,
            1,
            message!("`{id}` has no name", "`{id}`没有名称"),
            message!("give its full name", "填写全称"),
        );
        return None;
    }
    if let Some(first) = ids.insert(id.to_string(), row.location()) {
        faults.push(
            codes::DUPLICATE_ID
                .at(
                    row.location_of(0),
                    message!("`{id}` is the id of an earlier row", "`{id}`是前面一行的标识"),
                )
                .label(first, message!("the earlier row", "前面的行"))
                .help(message!(
                    "give this one another id, or remove it",
                    "为本行另取标识，或删去本行"
                )),
        );
        return None;
    }
    Some((id.to_string(), name.to_string()))
}

fn non_empty(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}
