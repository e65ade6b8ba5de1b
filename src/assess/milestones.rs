//! Says how a milestone stands on a day: by its due day and the day it was done.

use crate::date::Date;
use crate::model::index::MilestoneIx;
use crate::model::observation::AsOf;
use crate::model::plan::Plan;
use crate::model::status::StatusCode;

/// How a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MilestoneStatus {
    /// Done by its day (按期完成).
    OnTime,
    /// Done after its day (逾期完成).
    Late,
    /// Its day is past (到期未完成).
    Overdue,
    /// The plan is over without it (到期未完成).
    Missed,
    /// Its day is still to come (未到节点).
    NotDue,
}

impl MilestoneStatus {
    /// Returns the word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Overdue | Self::Missed => "overdue",
            Self::NotDue => "not_due",
        }
    }

    /// Returns the status it adds to its item's roll-up. A step that is done keeps the item on
    /// track; it does not finish it.
    #[must_use]
    pub fn code(self) -> StatusCode {
        match self {
            Self::OnTime | Self::Late => StatusCode::Done,
            Self::Overdue => StatusCode::Behind,
            Self::Missed => StatusCode::Missed,
            Self::NotDue => StatusCode::NotDue,
        }
    }
}

/// What is said of a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneAssessment {
    /// The day it is due, as known.
    pub due: Date,
    /// The day it was due before it was moved.
    pub moved_from: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// How it stands.
    pub status: MilestoneStatus,
    /// The remark of the newest row.
    pub note: String,
}

/// Assesses a milestone as known on a day. In a plan that has not begun reporting nothing is
/// overdue.
#[must_use]
pub fn assess_milestone(plan: &Plan, ix: MilestoneIx, known: AsOf) -> MilestoneAssessment {
    let milestone = plan.milestone(ix);
    // The newest row that says something wins.
    let (as_of, last_day) = (known.as_of, known.last_day());
    let known = || plan.events_of(ix).iter().rev().filter(|event| event.recorded <= as_of);
    let due = known().find_map(|event| event.due).unwrap_or(milestone.due);
    let done = known().find_map(|event| event.done).filter(|done| *done <= last_day);
    let status = match done {
        Some(done) if done <= due => MilestoneStatus::OnTime,
        Some(_) => MilestoneStatus::Late,
        None if due < last_day
            && last_day > plan.last.last_day()
            && plan.has_begun_reporting(as_of) =>
        {
            MilestoneStatus::Missed
        }
        None if due < last_day && plan.has_begun_reporting(as_of) => MilestoneStatus::Overdue,
        None => MilestoneStatus::NotDue,
    };
    MilestoneAssessment {
        due,
        moved_from: (due != milestone.due).then_some(milestone.due),
        done,
        status,
        note: known().next().map(|event| event.note.clone()).unwrap_or_default(),
    }
}
