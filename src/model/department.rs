//! Departments: who is responsible, and in which role.

use crate::source::Location;
use crate::words::words;

/// Names a department by its row in `departments.csv`, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DepartmentIx(pub u16);

/// One responsible office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Stable id, part of its address.
    pub id: String,
    /// Its name when the plan was issued.
    pub name: String,
    /// A name short enough for a table.
    pub short_name: String,
    /// Later and other names.
    pub aliases: Vec<String>,
    /// bureau, branch, collective, …
    pub kind: String,
    /// Its row.
    pub location: Location,
}

/// How a department stands to an item. The order of joint departments carries no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Alone responsible (负责).
    Sole,
    /// Lead (牵头), only where the plan says so.
    Lead,
    /// Each within its duties (按职责分工).
    Joint,
    /// Supporting (配合).
    Support,
}

words! {
    /// The words of the content files.
    Role {
        Sole = "sole",
        Lead = "lead",
        Joint = "joint",
        Support = "support",
    }
}

/// A department in its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Responsibility {
    /// Who.
    pub department: DepartmentIx,
    /// As what.
    pub role: Role,
}
