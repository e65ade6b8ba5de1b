//! Narrowing a list by status and department: links that work alone, and choices for the script to
//! put together.
//!
//! Lists are narrowed by addresses (`#only-below`): links and one rule of the stylesheet do it
//! without a script, and the rows stay in the order of the plan. The script adds the one thing
//! links cannot do, two questions at a time. Nothing can be sorted by result; that would be a
//! ranking.

use serde::Serialize;

use crate::assess::indicator::public_code;
use crate::config::OutputKind;
use crate::model::status::{Standing, StatusCode};
use crate::render::address::Page;
use crate::render::context::PageContext;
use crate::render::text_id::text_of;

/// By what a list can be narrowed.
#[derive(Serialize)]
pub(super) struct Filter {
    all: usize,
    standings: Vec<StandingChoice>,
    departments: Vec<DepartmentChoice>,
    departments_url: Option<String>,
}

#[derive(Serialize)]
struct StandingChoice {
    id: &'static str,
    word: String,
    count: usize,
}

#[derive(Serialize)]
struct DepartmentChoice {
    id: String,
    name: String,
}

impl Filter {
    /// Makes the choices for a list whose rows stand as `codes` say: only those that leave
    /// something to see.
    pub(super) fn new(context: PageContext<'_>, codes: impl Iterator<Item = StatusCode>) -> Self {
        let words = context.words();
        let plan = context.plan();
        let standings: Vec<Standing> =
            codes.map(|code| public_code(plan, code).standing()).collect();
        let has_department = |ix| {
            plan.items.iter().any(|item| item.departments.iter().any(|one| one.department == ix))
        };
        Self {
            all: standings.len(),
            standings: Standing::WORDS
                .into_iter()
                .map(|(id, standing)| StandingChoice {
                    id,
                    word: words.plain(text_of!("standing-", id)),
                    count: standings.iter().filter(|one| **one == standing).count(),
                })
                .filter(|choice| choice.count > 0)
                .collect(),
            departments: context
                .site()
                .numbered_departments()
                .filter(|(ix, _)| has_department(*ix))
                .map(|(_, department)| DepartmentChoice {
                    id: department.id.clone(),
                    name: department.name.clone(),
                })
                .collect(),
            departments_url: context
                .config()
                .wants(OutputKind::Lists)
                .then(|| context.link(Page::Departments(context.at))),
        }
    }
}

/// The groups the rows of a part of the list belong to: a part without a row that is asked for goes
/// with them.
pub(super) fn standings_of(rows: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    rows.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}
