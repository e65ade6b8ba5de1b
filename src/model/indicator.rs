//! Indicators: what is counted, which number was promised, and how it is honestly compared.

use crate::date::{Date, days_after};
use crate::language::Text;
use crate::model::bands::OwnBands;
use crate::model::calendar::Calendar;
use crate::model::department::DepartmentIx;
use crate::model::index::{IndicatorIx, ItemIx};
use crate::model::period::{Cadence, Period, PeriodEnd};
use crate::model::region::RegionIx;
use crate::model::status::StatusCode;
pub use crate::model::target::Target;
use crate::number::Number;
use crate::phrase::Op;
use crate::source::Location;
use crate::words::words;

/// What kind of quantity it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Gross additions since the start of the plan's year.
    Count,
    /// The level on the last day of the period.
    Stock,
    /// A published year-on-year rate of the year to date.
    Growth,
    /// A ratio of two published numbers.
    Share,
    /// Times held since the start of the year.
    Event,
    /// Done or not, with a document.
    Flag,
}

words! {
    /// The words of the content files.
    Measure {
        Count = "count",
        Stock = "stock",
        Growth = "growth",
        Share = "share",
        Event = "event",
        Flag = "flag",
    }
}

impl Measure {
    /// Returns whether it only grows over the year, so that a target once reached stays reached.
    #[must_use]
    pub fn is_cumulative(self) -> bool {
        matches!(self, Self::Count | Self::Event | Self::Flag)
    }

    /// Returns whether its unit is a percentage, compared in points.
    #[must_use]
    pub fn is_rate(self) -> bool {
        matches!(self, Self::Growth | Self::Share)
    }

    /// Returns how progress is compared where the content does not say.
    #[must_use]
    pub fn usual_schedule(self) -> Schedule {
        match self {
            Self::Count | Self::Event => Schedule::Linear,
            Self::Growth | Self::Share | Self::Stock => Schedule::Level,
            Self::Flag => Schedule::None,
        }
    }

    /// Returns how figures of regions make one of the plan where the content does not say.
    #[must_use]
    pub fn usual_aggregate(self) -> Aggregate {
        match self {
            Self::Count | Self::Event => Aggregate::Sum,
            Self::Growth | Self::Share | Self::Stock | Self::Flag => Aggregate::None,
        }
    }
}

/// How figures of regions make one of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aggregate {
    /// They are added, when every one is there.
    Sum,
    /// The largest counts.
    Max,
    /// They do not make one.
    None,
}

words! {
    /// The words of the content files.
    Aggregate { Sum = "sum", Max = "max", None = "none" }
}

/// Whom the target binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The plan area as a whole.
    Plan,
    /// Every named region by itself.
    EachRegion,
}

words! {
    /// The words of the content files.
    Scope { Plan = "plan", EachRegion = "each-region" }
}

/// One list of a certifying authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// When it is expected.
    pub expected: Option<Period>,
    /// The day it was published.
    pub published: Option<Date>,
    /// Its notice.
    pub notice: Option<String>,
}

/// One point of a filed node plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedPoint {
    /// By the end of which period.
    pub period: Period,
    /// How much.
    pub value: Number,
}

/// How progress is compared over the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// In equal steps by months.
    Linear,
    /// By a filed node plan: a step at each point.
    Expected(Vec<ExpectedPoint>),
    /// By lists of a certifying authority.
    Batch(Vec<Batch>),
    /// With the target itself, at any time.
    Level,
    /// Not before the year's end.
    None,
}

impl Schedule {
    /// Returns the word of the content files and of JSON.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Expected(_) => "expected",
            Self::Batch(_) => "batch",
            Self::Level => "level",
            Self::None => "none",
        }
    }
}

/// Who sends the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reporter {
    /// One department.
    Department(DepartmentIx),
    /// Each region its own.
    Regions,
}

/// What kind of figure it is; printed with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Of a statistics bureau.
    Statistics,
    /// Of a list.
    Certified,
    /// A department's own count.
    Administrative,
    /// Told by firms, unaudited.
    SelfReported,
}

words! {
    /// The words of the content files.
    Nature {
        Statistics = "statistics",
        Certified = "certified",
        Administrative = "administrative",
        SelfReported = "self-reported",
    }
}

/// How long after a period's end its figure may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grace {
    /// So many days of the calendar.
    Days(u32),
    /// So many workdays.
    Workdays(u32),
}

impl Grace {
    /// The grace where a rule names none.
    pub const USUAL: Self = Self::Days(20);

    /// Returns the days of the calendar, where it is counted in them.
    #[must_use]
    pub fn days(self) -> Option<u32> {
        if let Self::Days(days) = self { Some(days) } else { None }
    }

    /// Returns the workdays, where it is counted in them.
    #[must_use]
    pub fn workdays(self) -> Option<u32> {
        if let Self::Workdays(workdays) = self { Some(workdays) } else { None }
    }
}

/// When figures are to be reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRule {
    /// How often.
    pub every: Cadence,
    /// How long after the period's end.
    pub grace: Grace,
    /// Periods for which nothing is asked (January, where January and February come together).
    pub skip: Vec<Period>,
}

impl ReportRule {
    /// Returns the last day on which the figure of a period that ends with a month is in time.
    #[must_use]
    pub fn last_day_for(&self, period_end: PeriodEnd, calendar: &Calendar) -> Date {
        match self.grace {
            Grace::Days(days) => days_after(period_end.last_day(), days),
            Grace::Workdays(workdays) => calendar.workdays_after(period_end.last_day(), workdays),
        }
    }
}

/// A status set by hand. The computed one stays beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The period it speaks of.
    pub period: Period,
    /// The status it is set to.
    pub status: StatusCode,
    /// The office that answers for it.
    pub author: String,
    /// The day it was set.
    pub date: Date,
    /// Why.
    pub reason: Text,
    /// Where it is written.
    pub location: Location,
}

/// Says that an indicator is shown and never judged, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exemption {
    /// The reason shown to readers.
    pub reason: Text,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Unique in the plan.
    pub id: String,
    /// The item it belongs to.
    pub item: ItemIx,
    /// Its name.
    pub name: Text,
    /// Its unit.
    pub unit: Text,
    /// What was promised; nothing for context.
    pub target: Option<Target>,
    /// What kind of quantity it is.
    pub measure: Measure,
    /// How regions make one figure.
    pub aggregate: Aggregate,
    /// Whom the target binds.
    pub scope: Scope,
    /// The regions it has figures of, in official order.
    pub regions: Vec<RegionIx>,
    /// How progress is compared.
    pub schedule: Schedule,
    /// The level before the plan.
    pub baseline: Option<Number>,
    /// Its own bands, where the plan's do not fit.
    pub bands: Option<OwnBands>,
    /// Who reports; nothing where lists speak for themselves.
    pub reporter: Option<Reporter>,
    /// Who makes the number true.
    pub authority: Option<Text>,
    /// What kind of figure it is.
    pub nature: Option<Nature>,
    /// When figures are due.
    pub report: Option<ReportRule>,
    /// Set when it is never judged.
    pub exemption: Option<Exemption>,
    /// For a share: what is counted above the line.
    pub numerator: Option<IndicatorIx>,
    /// For a share: what is counted below it.
    pub denominator: Option<IndicatorIx>,
    /// Where its figures come from.
    pub source: Option<Text>,
    /// The counting rule in words.
    pub method: Option<Text>,
    /// A status set by hand.
    pub override_by_hand: Option<Override>,
    /// Where it is written.
    pub location: Location,
}

impl Indicator {
    /// Makes an indicator of which only the id (also its name), the unit and the target are said.
    #[must_use]
    pub fn new(id: &str, unit: &str, measure: Measure, target: Option<Target>) -> Self {
        Self {
            id: id.to_string(),
            item: ItemIx(0),
            name: Text::new(id),
            unit: Text::new(unit),
            location: target.as_ref().map(|target| target.location).unwrap_or_default(),
            target,
            measure,
            aggregate: measure.usual_aggregate(),
            scope: Scope::Plan,
            regions: Vec::new(),
            schedule: measure.usual_schedule(),
            baseline: None,
            bands: None,
            reporter: None,
            authority: None,
            nature: None,
            report: None,
            exemption: None,
            numerator: None,
            denominator: None,
            source: None,
            method: None,
            override_by_hand: None,
        }
    }

    /// Returns whether its rates are each of the whole plan so far, not of the year to date: what
    /// is summed up (累计下降13.5%), and the mean of several years (年均增长6%).
    ///
    /// A mean of several years (年均) is reported as the mean since the plan began, as it is
    /// published; the growth of a single year is never held against it.
    #[must_use]
    pub fn is_rate_of_span(&self) -> bool {
        let is_meant = |target: &Target| target.is_summed_up() || target.is_yearly_mean();
        self.measure == Measure::Growth && self.target.as_ref().is_some_and(is_meant)
    }

    /// Returns whether its figures add up over the plan: what is counted, held or done, unless each
    /// figure is held against the target itself.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.measure.is_cumulative() && self.schedule != Schedule::Level
    }

    /// Returns whether its target is a ceiling of what adds up: used up over the plan, and what was
    /// used cannot be given back.
    #[must_use]
    pub fn is_sum_ceiling(&self) -> bool {
        self.adds_up() && self.target.as_ref().is_some_and(Target::is_lower_better)
    }

    /// Returns whether its figures are a net change: entries less exits, so that they may fall and
    /// be below zero.
    ///
    /// A net change (净增, 净减) is never reached for good, and some regions alone never decide it: the
    /// missing ones may be negative. A region's part that is a loss is a limit of what may be lost,
    /// and has no completion.
    #[must_use]
    pub fn is_net_change(&self) -> bool {
        self.measure.is_cumulative() && self.target.as_ref().is_some_and(Target::is_net)
    }

    /// Returns whether the figure of the whole area counts the regions that attained the target,
    /// which is one of each of them. Without a target there is nothing to attain.
    #[must_use]
    pub fn counts_regions(&self) -> bool {
        self.scope == Scope::EachRegion && self.target.is_some()
    }

    /// Returns whether its target, once reached, is reached for good: only what adds up is, and of
    /// that not a net change, from which exits are taken, and not what is asked of each part of the
    /// plan.
    ///
    /// A level, a share and a coverage can be lost until the last list or the end of the year; but
    /// a region that a list names is certified, whatever lists are still to come.
    #[must_use]
    pub fn is_irreversible(&self) -> bool {
        let is_kept =
            |target: &Target| !target.is_lower_better() && !target.is_net() && target.per.is_none();
        let is_certified = self.scope == Scope::EachRegion
            && matches!(self.schedule, Schedule::Batch(_))
            && self.target.as_ref().is_some_and(|target| target.op == Op::Coverage);
        is_certified || self.adds_up() && self.target.as_ref().is_some_and(is_kept)
    }
}
