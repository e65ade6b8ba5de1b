//! A verdict: a status together with the rule that gave it and everything one needs to check it.
//!
//! It holds numbers and codes only; the words for readers are found by whoever shows it, in their
//! language.

use crate::date::Date;
use crate::model::observation::ObservationStatus;
use crate::model::period::{Period, PeriodEnd};
use crate::model::status::{Family, StatusCode};
use crate::number::Number;

/// Which rule decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Completion against the share of time gone.
    Linear,
    /// Completion against a filed node plan.
    Expected,
    /// Lists of a certifying authority.
    Batch,
    /// The figure against the target.
    Level,
    /// Every region has a target of its own: those that are on schedule, against all of them.
    EveryRegion,
    /// Parts attained of parts due.
    Cadence,
    /// Fewer than twenty: whole units against whole units.
    SmallNumber,
    /// Attained or not at the end of the plan, not before.
    YearEnd,
    /// More was used than a ceiling allows; it cannot be given back.
    Exceeded,
    /// A figure was withheld.
    Withheld,
    /// A report is missing.
    Report,
    /// The question does not arise.
    NotApplicable,
    /// It is never judged, for a reason that is told.
    Exempt,
    /// There is no target.
    NoTarget,
    /// Nothing was reported on the whole plan yet.
    NotBegun,
    /// An office decided by hand.
    Override,
}

impl Rule {
    /// Returns the word in JSON and in message names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Expected => "expected",
            Self::Batch => "batch",
            Self::Level => "level",
            Self::EveryRegion => "every-region",
            Self::Cadence => "cadence",
            Self::SmallNumber => "small-number",
            Self::YearEnd => "year-end",
            Self::Exceeded => "exceeded",
            Self::Withheld => "withheld",
            Self::Report => "report",
            Self::NotApplicable => "not-applicable",
            Self::Exempt => "exempt",
            Self::NoTarget => "no-target",
            Self::NotBegun => "not-begun",
            Self::Override => "override",
        }
    }
}

/// How far it is to the schedule or the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// How much, in the indicator's unit (points for a rate). Positive: still to go. Negative: more
    /// than asked.
    pub value: Number,
    /// By the end of which month it is needed.
    pub by: Option<PeriodEnd>,
}

/// The numbers that were compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Completion as a ratio, where there is one.
    pub completion: Option<Number>,
    /// Schedule as a ratio, where there is one.
    pub schedule: Option<Number>,
    /// The gap: percentage points for a pace and a rate, units for a stock.
    pub gap: Option<Number>,
    /// How much was expected by now, in the indicator's unit.
    pub expected: Option<Number>,
}

/// A status and its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The status.
    pub code: StatusCode,
    /// In which words it is read.
    pub family: Family,
    /// What decided.
    pub rule: Rule,
    /// The period it speaks of: of the figure, of what stands in its place, or of a report that is
    /// awaited.
    pub period: Option<Period>,
    /// The figure that was judged, with its period; nothing where none was.
    pub figure: Option<(Period, Number)>,
    /// The numbers compared.
    pub comparison: Comparison,
    /// How far the figure is from what is expected, or from what is asked in the end.
    pub margin: Option<Margin>,
    /// For an overdue report: since which period, and since which day.
    pub overdue: Option<Overdue>,
    /// Of a cadence: which parts were kept.
    pub cadences: Option<Box<Cadences>>,
    /// Of an each-region target: how the regions stand.
    pub tally: Option<RegionTally>,
    /// Of regions that are counted: those whose newest figure is of an earlier period than the
    /// newest of all.
    pub older: usize,
    /// Of regions that are counted: how the newest figure of one may still be revised.
    pub unfinished: Option<ObservationStatus>,
}

/// The parts of a cadence that are over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cadences {
    /// How many were kept.
    pub kept: usize,
    /// The last months of those that were not.
    pub skipped: Vec<PeriodEnd>,
    /// The last months of those nobody reported.
    pub unknown: Vec<PeriodEnd>,
    /// How many of these were not kept for certain, whichever they are.
    pub lost: usize,
    /// How many of these were kept for certain.
    pub saved: usize,
    /// How many parts of the whole plan are not asked for: left out by the plan, or where the
    /// question did not arise.
    pub excused: usize,
}

impl Cadences {
    /// Counts the parts that were missed whatever the unknown ones hold.
    #[must_use]
    pub fn least_missed(&self) -> usize {
        self.skipped.len() + self.lost
    }

    /// Counts the parts that were missed at the most.
    #[must_use]
    pub fn most_missed(&self) -> usize {
        self.skipped.len() + self.unknown.len() - self.saved
    }

    /// Counts the parts that were kept whatever the unknown ones hold.
    #[must_use]
    pub fn least_kept(&self) -> usize {
        self.kept + self.saved
    }

    /// Returns whether it is known how many were kept, whichever they are.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.least_missed() == self.most_missed()
    }

    /// Counts the parts that were due.
    #[must_use]
    pub fn due(&self) -> usize {
        self.kept + self.skipped.len() + self.unknown.len()
    }
}

/// How the regions of an each-region target stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegionTally {
    /// On schedule or better.
    pub good: usize,
    /// Those of them that attained their target for good.
    pub done: usize,
    /// Those whose last figure attained the target, or nearly did.
    pub reached: usize,
    /// Those that were judged by the end of the plan, or wait for its confirmation.
    pub ended: usize,
    /// Below.
    pub below: usize,
    /// Those of them that missed their target for good.
    pub missed: usize,
    /// Those that owe a figure.
    pub missing: usize,
    /// Those whose result is to be confirmed, or whose list is awaited.
    pub awaiting: usize,
    /// Those of them whose result is to be confirmed.
    pub pending: usize,
    /// Those whose result is withheld.
    pub withheld: usize,
}

/// A report that did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The period asked for.
    pub period: Period,
    /// The last day it could have come in time.
    pub deadline: Date,
    /// How many days ago that was.
    pub days: i32,
}

impl Verdict {
    /// Makes a verdict with nothing but its code and rule.
    #[must_use]
    pub fn plain(code: StatusCode, family: Family, rule: Rule) -> Self {
        Self {
            code,
            family,
            rule,
            period: None,
            figure: None,
            comparison: Comparison::default(),
            margin: None,
            overdue: None,
            cadences: None,
            tally: None,
            older: 0,
            unfinished: None,
        }
    }

    /// Returns whether a missing report changes nothing of it: what is reached or exceeded for
    /// good, and what the last list said, or a list that is no longer waited for.
    #[must_use]
    pub fn is_final(&self) -> bool {
        let is_last_list = self.rule == Rule::Batch && self.code != StatusCode::NotDue;
        self.code == StatusCode::Done || self.rule == Rule::Exceeded || is_last_list
    }

    /// Says how it stands once a newer report is overdue. A target reached for good stays reached,
    /// whatever report is missing.
    #[must_use]
    pub fn when_late(&self, overdue: Overdue) -> Self {
        let base = match self.code {
            // A ceiling that was exceeded stays so, and what the last list said stands.
            StatusCode::Done => self.clone(),
            _ if self.is_final() => self.clone(),
            _ => Self::plain(StatusCode::OverdueReport, self.family, Rule::Report),
        };
        Self { overdue: Some(overdue), ..base }
    }
}
