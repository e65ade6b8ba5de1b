//! The words a verdict can be: status codes and the families of rules they are read in.
//!
//! They stand with the model, not with assessment, because an author may set one by hand (an
//! override).

use crate::words::words;

/// Says how something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusCode {
    /// The target of the year is reached and cannot be lost again.
    Done,
    /// Above schedule, or above the target level.
    Ahead,
    /// On schedule, or at the target level.
    OnTrack,
    /// A little below.
    SlightlyBehind,
    /// Below.
    Behind,
    /// Far below.
    FarBehind,
    /// Nothing is due yet: no node, no list, no report.
    NotDue,
    /// A period has ended and its figure is not there yet.
    NotReported,
    /// A report is past its day. In public it reads as not reported, unless the plan publishes it.
    OverdueReport,
    /// The question does not arise (no land was sold, say).
    NotApplicable,
    /// Shown, never judged; or there is nothing to judge it by.
    NotAssessed,
    /// Carried on without a number.
    Qualitative,
    /// The year is over and the target was reached.
    Met,
    /// The year is over and 左右 was kept within its tolerance.
    NearlyMet,
    /// The year is over and the target was missed.
    Missed,
    /// The year is over and a target that was only strived for was missed.
    MissedStretch,
    /// The year is over and the figure is not final.
    Pending,
}

words! {
    /// All codes with their words in files and JSON, from good to neutral to final.
    StatusCode {
        Done = "done",
        Ahead = "ahead",
        OnTrack = "on_track",
        SlightlyBehind = "slightly_behind",
        Behind = "behind",
        FarBehind = "far_behind",
        NotDue = "not_due",
        NotReported = "not_reported",
        OverdueReport = "overdue_report",
        NotApplicable = "not_applicable",
        NotAssessed = "not_assessed",
        Qualitative = "qualitative",
        Met = "met",
        NearlyMet = "nearly_met",
        Missed = "missed",
        MissedStretch = "missed_stretch",
        Pending = "pending",
    }
}

impl StatusCode {
    /// Returns the group a headline counts it in.
    #[must_use]
    pub fn standing(self) -> Standing {
        match self {
            Self::Done | Self::Ahead | Self::OnTrack | Self::Met | Self::NearlyMet => {
                Standing::AtOrAbove
            }
            Self::SlightlyBehind
            | Self::Behind
            | Self::FarBehind
            | Self::Missed
            | Self::MissedStretch => Standing::Below,
            Self::NotDue | Self::Pending => Standing::Awaiting,
            Self::NotReported | Self::OverdueReport => Standing::Missing,
            Self::NotApplicable | Self::NotAssessed | Self::Qualitative => Standing::NotAssessed,
        }
    }

    /// Returns its place in a roll-up, the worst first; nothing for what is not assessed.
    #[must_use]
    pub fn severity_rank(self) -> Option<u8> {
        match self {
            Self::FarBehind | Self::Missed => Some(0),
            Self::Behind | Self::MissedStretch => Some(1),
            Self::SlightlyBehind => Some(2),
            Self::OnTrack | Self::NearlyMet => Some(3),
            Self::Ahead => Some(4),
            Self::Done | Self::Met => Some(5),
            _ => None,
        }
    }
}

/// The five groups of a headline; they add up to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Reached, on or above schedule.
    AtOrAbove,
    /// Below schedule, or missed.
    Below,
    /// A list, a node or a confirmation is awaited.
    Awaiting,
    /// A figure is missing.
    Missing,
    /// Kept and shown, not judged.
    NotAssessed,
}

words! {
    /// Every group with the word of message names and of addresses within a page, in the order a
    /// headline tells them.
    Standing {
        AtOrAbove = "above",
        Below = "below",
        Awaiting = "awaiting",
        Missing = "missing",
        NotAssessed = "other",
    }
}

/// The families of rules; the same code reads differently in each (序时 for a pace, 目标水平 for a
/// level).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Compared with a schedule.
    Pace,
    /// Compared with the target itself.
    Level,
    /// The same, where less is better.
    LevelLower,
    /// A ceiling that is used up over the plan's span.
    Ceiling,
    /// Decided by lists of a certifying authority.
    Batch,
    /// Decided by dated steps (of an item only).
    Milestone,
    /// Some parts are finished or lost and others are not (of an item only).
    Partial,
}

words! {
    /// The words of message names and of JSON.
    Family {
        Pace = "pace",
        Level = "level",
        LevelLower = "level-lower",
        Ceiling = "ceiling",
        Batch = "batch",
        Milestone = "milestone",
        Partial = "partial",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_judged_has_a_rank() {
        for (_, code) in StatusCode::WORDS {
            let is_judged = matches!(code.standing(), Standing::AtOrAbove | Standing::Below);
            assert_eq!(code.severity_rank().is_some(), is_judged, "{code:?}");
        }
    }
}
