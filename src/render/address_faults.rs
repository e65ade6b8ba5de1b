//! Finds files of a site that want an address which is none, or which is another file's.
//!
//! Files of the program's own never want the same address; it takes a file of `static/`, a free
//! page, or the name of a plan. The fault is told at the file an editor can move.

use std::collections::BTreeMap;

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::{Message, message};
use crate::output::SitePath;
use crate::source::Location;

use super::address::Page;
use super::context::Renderer;
use super::tasks::TaskKind;

/// Looks at the address of every file. Where they were told apart already, only files that lie
/// where others have a folder are left to be found.
#[must_use]
pub fn address_faults(renderer: &Renderer<'_>, are_distinct: bool) -> Vec<Diagnostic> {
    if are_distinct && renderer.site.static_files.is_empty() {
        return Vec::new();
    }
    let Ok(files) = renderer.possible_files() else { return Vec::new() };
    let mut found = Vec::new();
    let mut taken: BTreeMap<String, TaskKind> = BTreeMap::new();
    for (path, kind) in files {
        if !renderer.has_kind(&kind) {
            continue;
        }
        if SitePath::new(path.clone()).is_err() {
            found.push(not_plain(renderer, &path, &kind));
        } else if let Some(other) = taken.get(&path.to_lowercase()) {
            found.push(taken_by(renderer, &path, &kind, other));
        } else {
            taken.insert(path.to_lowercase(), kind);
        }
    }
    for file in &renderer.site.static_files {
        let path = file.path.to_lowercase();
        let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        let of_file = folders.filter_map(|folder| taken.get_key_value(folder));
        let inside = format!("{path}/");
        let of_folder = taken.range(inside.clone()..).next();
        let of_folder = of_folder.filter(|(other, _)| other.starts_with(&inside));
        for (other, kind) in of_file.chain(of_folder) {
            let name = describe(renderer, kind);
            found.push(diagnostic_at(
                file.location,
                message!(
                    "`{}` is a file and a folder of the site at once: {} is `{other}`",
                    "`{}`在站点中既是文件又是文件夹：{}在`{other}`",
                    file.path,
                    name.en
                ),
            ));
        }
    }
    found
}

fn not_plain(renderer: &Renderer<'_>, path: &str, kind: &TaskKind) -> Diagnostic {
    diagnostic_at(
        location_of(renderer, kind).unwrap_or(renderer.config.location),
        message!(
            "`{path}` cannot be an address: some systems read it as another place",
            "`{path}`不能作网址：有的系统会把它理解为别的位置"
        ),
    )
}

fn taken_by(renderer: &Renderer<'_>, path: &str, kind: &TaskKind, other: &TaskKind) -> Diagnostic {
    let (movable, fixed) = match (location_of(renderer, kind), location_of(renderer, other)) {
        (None, Some(location)) => (Some(location), kind),
        (location, _) => (location, other),
    };
    let name = describe(renderer, fixed);
    let message = Message::new(
        format!("`{path}` is the address of {} already", name.en),
        format!("`{path}`已是{}的网址", name.zh),
    );
    diagnostic_at(movable.unwrap_or(renderer.config.location), message)
}

fn diagnostic_at(location: Location, message: Message) -> Diagnostic {
    codes::ADDRESS.at(location, message).help(message!(
        "give it another name or folder; letter case does not tell two addresses apart",
        "改用其他名称或文件夹；大小写不同仍视为同一网址"
    ))
}

/// Returns where an editor can move a file.
fn location_of(renderer: &Renderer<'_>, kind: &TaskKind) -> Option<Location> {
    match kind {
        TaskKind::Static(at) => Some(renderer.site.static_files[*at].location),
        TaskKind::Page(address) => match address.page {
            Page::Free(ix) => Some(renderer.site.page(ix).location),
            _ => None,
        },
        _ => None,
    }
}

/// Names what has an address.
fn describe(renderer: &Renderer<'_>, kind: &TaskKind) -> Message {
    if let Some(location) = location_of(renderer, kind) {
        let name = renderer.sources.name(location.file);
        return message!("the file `{name}`", "文件`{name}`");
    }
    match kind {
        TaskKind::Page(address) => match address.page {
            Page::Item(at, ix) => {
                let number = renderer.plan(at).item(ix).number;
                message!("the page of item {number}", "第{number}项的页面")
            }
            _ => message!("a page of the site", "站点页面"),
        },
        TaskKind::Chart(..) => message!("a chart", "图表文件"),
        TaskKind::Data(_) => message!("a data file", "数据文件"),
        _ => message!("a file that the program writes", "程序写出的文件"),
    }
}
