//! The yardstick: the one home of the rule a target is held against.
//!
//! Comes in: an indicator, its target, the number that is asked for, and the plan's span. Goes out:
//! an answer to everything anybody asks of a target: what is expected by a month, how much of it is
//! done, whether it is attained, how far it is, where the pace leads. Verdicts of the whole and of
//! regions, projections, evaluations, sentences, charts, tables and `plan.json` ask it; nobody
//! works any of it out again. Everything is exact and compared unrounded.

pub use crate::assess::sorts::{Basis, Curve, Demand, Kind, Scale};
use crate::assess::whole_things::counts_one_by_one;
use crate::model::indicator::{Indicator, Measure, Schedule, Scope, Target};
use crate::model::period::PeriodEnd;
use crate::model::plan::{Bands, Plan, RegionBands};
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::{Ambition, Op, tolerance_of};

mod line;
mod whole;

/// Below this target whole things are compared instead of percentages.
pub const SMALL_TARGET: i64 = 20;

/// With fewer months than these a mean pace says nothing.
const LEAST_MONTHS: i64 = 3;

/// One target, ready to be held against figures.
#[derive(Clone, Copy, Debug)]
pub struct Yardstick<'y> {
    plan: &'y Plan,
    /// What is counted.
    pub indicator: &'y Indicator,
    /// What was promised.
    pub target: &'y Target,
    of: Demand,
    asked: Number,
    /// Asked again and again, and found by looking the unit up.
    counts_whole_things: bool,
}

impl<'y> Yardstick<'y> {
    /// Takes an indicator with what is asked. Nothing without a target.
    #[must_use]
    pub fn new(plan: &'y Plan, indicator: &'y Indicator, of: Demand) -> Option<Self> {
        let target = indicator.target.as_ref()?;
        let asked = of.number(indicator, target);
        let counts_whole_things = counts_one_by_one(indicator, of, asked);
        Some(Self { plan, indicator, target, of, asked, counts_whole_things })
    }

    /// Returns the kind of the target.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let is_coverage =
            self.target.op == Op::Coverage && self.indicator.scope == Scope::EachRegion;
        match self.target.op {
            _ if is_coverage => Kind::Coverage,
            _ if self.counts_regions() => Kind::EachRegion,
            Op::Flag => Kind::Flag,
            _ if self.target.per.is_some() => Kind::Cadence,
            Op::Rank => Kind::Rank,
            _ if self.indicator.measure == Measure::Growth => Kind::Growth,
            _ if self.is_sum_ceiling() => Kind::SumCeiling,
            _ if self.indicator.measure.is_cumulative()
                && self.indicator.schedule != Schedule::Level =>
            {
                Kind::Sum
            }
            _ if self.is_lower_better() => Kind::LevelCeiling,
            _ => Kind::Level,
        }
    }

    /// Returns the words a status is read in.
    #[must_use]
    pub fn family(&self) -> Family {
        match self.indicator.schedule {
            _ if self.is_level() && self.target.is_lower_better() => Family::LevelLower,
            _ if self.is_level() => Family::Level,
            Schedule::Batch(_) => Family::Batch,
            _ if self.target.is_lower_better() && self.indicator.measure.is_cumulative() => {
                Family::Ceiling
            }
            _ => Family::Pace,
        }
    }

    /// Returns whether smaller figures are better. More regions are always better.
    #[must_use]
    pub fn is_lower_better(&self) -> bool {
        !self.counts_regions() && self.target.is_lower_better()
    }

    /// Returns whether the figure counts the regions that attained.
    #[must_use]
    pub fn counts_regions(&self) -> bool {
        matches!(self.of, Demand::Regions(_))
    }

    /// Returns whether it is a ceiling of what adds up, which is used up over the span.
    #[must_use]
    pub fn is_sum_ceiling(&self) -> bool {
        !self.counts_regions() && self.indicator.is_sum_ceiling()
    }

    /// Returns whether the number asked for is a region's share of the target. The whole's
    /// strictness, tolerance and baseline are not simply a share's.
    #[must_use]
    pub fn is_allocation(&self) -> bool {
        matches!(self.of, Demand::Allocation(_))
    }

    /// Returns whether a level is kept under the values of a node plan, with no baseline it falls
    /// from.
    fn is_level_under_nodes(&self) -> bool {
        self.is_lower_better()
            && !self.indicator.measure.is_cumulative()
            && self.baseline().is_none()
            && self.threshold() > Number::ZERO
    }

    /// Returns what is asked, and of whom.
    #[must_use]
    pub fn of(&self) -> Demand {
        self.of
    }

    /// Returns the number as the plan, or the allocation, writes it.
    #[must_use]
    pub fn asked(&self) -> Number {
        self.asked
    }

    /// Returns whether to stand exactly at the number is not enough. That more than the whole is
    /// asked for asks no more of a part of it.
    ///
    /// The share of a sum 超100家 is attained at the share itself. Of a rate, and where each region
    /// has a target, the share is a target of its own and as strict as the whole.
    #[must_use]
    pub fn is_strict(&self) -> bool {
        !self.counts_regions()
            && !self.is_part()
            && matches!(self.target.op, Op::MoreThan | Op::LessThan)
    }

    /// Returns the comparator as it applies: a part of a strict target is not strict.
    #[must_use]
    pub fn op(&self) -> Op {
        match self.target.op {
            Op::MoreThan if !self.is_strict() => Op::AtLeast,
            Op::LessThan if !self.is_strict() => Op::AtMost,
            op => op,
        }
    }

    /// Returns whether a region's share is a part of the whole. Of a rate, and where each region
    /// has a target, it is a target of its own, as strict as the whole; of nothing there is no
    /// less.
    fn is_part(&self) -> bool {
        let is_added = self.indicator.scope == Scope::Plan && !self.indicator.measure.is_rate();
        self.is_allocation() && (is_added || self.asked == Number::ZERO)
    }

    /// Returns whether a figure attains the target: the comparator itself, unrounded.
    #[must_use]
    pub fn is_attained(&self, actual: Number) -> bool {
        match self.counts_regions() {
            true => actual >= self.asked,
            false if self.is_part() && actual == self.asked => true,
            false => self.target.is_attained_at(actual, self.asked),
        }
    }

    /// Returns whether a figure attains the target, or misses it by no more than 左右 allows.
    #[must_use]
    pub fn passes(&self, actual: Number) -> bool {
        self.is_attained(actual) || self.is_nearly_attained(actual)
    }

    /// Returns whether a figure misses the target by no more than 左右 allows.
    #[must_use]
    pub fn is_nearly_attained(&self, actual: Number) -> bool {
        let short = if self.is_lower_better() { actual - self.asked } else { self.asked - actual };
        !self.is_attained(actual) && self.tolerance().is_some_and(|tolerance| short <= tolerance)
    }

    /// Returns how far on the failing side is still 左右. A region's share is a smaller number and
    /// has its own tolerance, no larger than that of the whole.
    #[must_use]
    pub fn tolerance(&self) -> Option<Number> {
        if self.target.op != Op::Approx || self.counts_regions() {
            return None;
        }
        if !self.is_allocation() {
            return self.target.tolerance;
        }
        let (unit, is_rate) = (self.indicator.unit.first(), self.indicator.measure.is_rate());
        let usual = tolerance_of(self.asked, Some(unit), is_rate);
        Some(self.target.tolerance.map_or(usual, |written| written.min(usual)))
    }

    /// Returns the last figure that still passes as 左右.
    #[must_use]
    pub fn last_within(&self) -> Option<Number> {
        let tolerance = self.tolerance()?;
        Some(if self.is_lower_better() { self.asked + tolerance } else { self.asked - tolerance })
    }

    /// Returns whether the target, once reached, is reached for good: only what adds up is, and of
    /// that not a net change, from which exits are taken.
    #[must_use]
    pub fn is_irreversible(&self) -> bool {
        self.indicator.is_irreversible()
    }

    /// Returns whether a figure of a month is the last one of the plan: its schedule is over.
    #[must_use]
    pub fn is_last(&self, period_end: PeriodEnd) -> bool {
        period_end >= self.plan.last
    }

    /// Returns whether a figure, once it is final, decides for good before the end.
    #[must_use]
    pub fn settles(&self, actual: Number) -> bool {
        self.is_exceeded(actual) || (self.is_irreversible() && self.is_attained(actual))
    }

    /// Returns whether it is a limit of what may rise, and no fall that is promised.
    #[must_use]
    pub fn limits_a_rise(&self) -> bool {
        self.is_lower_better() && !self.target.asks_for_fall()
    }

    /// Returns whether a level is held against its nodes without a baseline: a share of the target
    /// says nothing of it.
    #[must_use]
    pub fn is_level_by_nodes(&self) -> bool {
        matches!(self.kind(), Kind::Level | Kind::LevelCeiling | Kind::Growth)
            && self.baseline().is_none()
            && matches!(self.indicator.schedule, Schedule::Expected(_))
    }

    /// Returns the word for a target that was missed.
    #[must_use]
    pub fn missed_code(&self) -> StatusCode {
        match self.target.ambition {
            Ambition::Stretch => StatusCode::MissedStretch,
            Ambition::Binding | Ambition::Expected => StatusCode::Missed,
        }
    }

    /// Returns whether a figure has broken a ceiling beyond repair: what was used cannot be given
    /// back.
    #[must_use]
    pub fn is_exceeded(&self, actual: Number) -> bool {
        self.is_sum_ceiling() && !self.passes(actual)
    }

    /// Returns the level progress starts from. What is counted starts from nothing, a count of
    /// regions too. A baseline that attains the target already leaves no way to go and gives none.
    /// Where a region began nobody has stated, and no share of the whole's baseline says it.
    #[must_use]
    pub fn baseline(&self) -> Option<Number> {
        if self.counts_regions() || self.is_allocation() || self.indicator.measure.is_cumulative() {
            return None;
        }
        let base = self.indicator.baseline?;
        (base != self.threshold() && !self.is_attained(base)).then_some(base)
    }

    /// Returns whether it is a region's share of what starts from a baseline: where the region
    /// began is not known, so that it is held against its share only in the end.
    ///
    /// A baseline counts for stocks, shares and growth of the whole; what is counted starts from
    /// nothing with the year.
    #[must_use]
    pub fn waits_for_the_end(&self) -> bool {
        self.is_allocation()
            && !self.indicator.measure.is_cumulative()
            && self.indicator.baseline.is_some()
            && matches!(self.indicator.schedule, Schedule::Linear | Schedule::Expected(_))
            && self.kind() != Kind::Rank
    }

    /// Returns whether figures are compared with the target itself, whatever time has gone.
    #[must_use]
    pub fn is_level(&self) -> bool {
        match self.indicator.schedule {
            Schedule::Level => true,
            // A place in an order is held against the target itself.
            Schedule::Linear | Schedule::Expected(_) if self.kind() == Kind::Rank => true,
            // Without a way to go there is no progress to compare with time.
            Schedule::Linear | Schedule::Expected(_) => {
                !self.indicator.measure.is_cumulative()
                    && !self.counts_regions()
                    && !self.waits_for_the_end()
                    && self.indicator.baseline.is_some()
                    && self.baseline().is_none()
            }
            Schedule::Batch(_) | Schedule::None => false,
        }
    }

    /// Returns what a completion is a share of.
    #[must_use]
    pub fn basis(&self) -> Basis {
        match self.baseline() {
            _ if self.is_sum_ceiling() => Basis::Ceiling,
            Some(_) => Basis::Change,
            None => Basis::Target,
        }
    }

    /// Returns what the distance from what is asked is counted in.
    #[must_use]
    pub fn scale(&self) -> Scale {
        let is_rate = self.indicator.measure.is_rate()
            || matches!(self.indicator.unit.first(), "%" | "百分点");
        match self.kind() {
            Kind::Rank => Scale::Places,
            Kind::Coverage => Scale::Attainment,
            _ if self.is_level() && is_rate => Scale::Points,
            _ if self.is_level() && self.threshold() == Number::ZERO => Scale::Attainment,
            _ if self.is_small() => Scale::Units,
            _ if self.is_level() => Scale::PercentOfTarget,
            _ => Scale::Points,
        }
    }

    /// Returns how much of the target a figure is: A/T, with a baseline (A−B)/(T−B). Nothing where
    /// nothing was to be done, for what is only done or not, and for a loss that is to shrink.
    ///
    /// A fall that is to shrink (降幅2%以内) has none: −4 of −2 is no 200 %; nor has a level that is
    /// kept under a limit, of which more is worse.
    #[must_use]
    pub fn completion(&self, actual: Number) -> Option<Number> {
        let is_only_done = matches!(self.target.op, Op::Flag | Op::Rank) && !self.counts_regions();
        if is_only_done || self.is_loss_to_shrink() || self.is_level_under_nodes() {
            return None;
        }
        self.progress(actual)
    }

    /// Returns the completion an evaluation counts: nothing of a loss that is to shrink, of which
    /// the larger would count more.
    #[must_use]
    pub fn scored_completion(&self, actual: Number) -> Option<Number> {
        if self.is_loss_to_shrink() { None } else { self.progress(actual) }
    }

    /// Returns the same for a flag too, which is one unit.
    #[must_use]
    pub fn progress(&self, actual: Number) -> Option<Number> {
        let threshold = self.beside(actual).threshold();
        match self.baseline() {
            Some(base) => (actual - base).divided_by(threshold - base),
            None if self.waits_for_the_end() => None,
            None => actual.divided_by(threshold),
        }
    }

    /// Returns whether nothing is done of what must grow, from the baseline on. Of a loss that is
    /// to shrink nothing lost is the best there is.
    #[must_use]
    pub fn is_nothing_done(&self, actual: Number) -> bool {
        self.must_grow() && actual <= self.baseline().unwrap_or(Number::ZERO)
    }

    /// Returns whether nothing is allotted, so that the target does not apply. Of a limit nothing
    /// is what may be used, of a net change that nothing may be lost, of growth that nothing may
    /// fall.
    #[must_use]
    pub fn asks_for_nothing(&self) -> bool {
        let is_growth = self.indicator.measure == Measure::Growth;
        self.asked == Number::ZERO && self.must_grow() && !is_growth
    }

    /// Returns whether something is to be done that grows, so that nothing of it is too little.
    #[must_use]
    pub fn must_grow(&self) -> bool {
        !self.is_lower_better() && !self.is_loss_to_shrink()
    }

    /// Returns whether a smaller part of the target is better: of what is used up, of a level that
    /// is kept under its nodes, and of a loss that is to shrink.
    pub fn is_less_of_it_better(&self) -> bool {
        self.is_sum_ceiling() || self.is_level_under_nodes() || self.is_loss_to_shrink()
    }

    /// Returns whether it is a number below nothing that is to rise, with no baseline it rises
    /// from: a fall of 2 % at most, or a region's part of a net change that is a loss, or none.
    #[must_use]
    pub fn is_loss_to_shrink(&self) -> bool {
        let threshold = self.threshold();
        let is_loss = threshold.is_negative()
            || (threshold == Number::ZERO && self.indicator.is_net_change());
        is_loss && !self.is_lower_better() && !self.counts_regions() && self.baseline().is_none()
    }

    /// Returns how far a figure is from what is asked: A − T, in the indicator's unit.
    #[must_use]
    pub fn gap(&self, actual: Number) -> Number {
        actual - self.beside(actual).threshold()
    }

    /// Returns the same turned so that more is better.
    #[must_use]
    pub fn advantage(&self, actual: Number) -> Number {
        if self.is_lower_better() { -self.gap(actual) } else { self.gap(actual) }
    }

    /// Returns how far a figure is from what is expected by the end of a month, turned so that more
    /// is better.
    #[must_use]
    pub fn advantage_at(&self, actual: Number, period_end: PeriodEnd) -> Option<Number> {
        let expected = self.beside(actual).expected_at(period_end)?;
        Some(if self.is_lower_better() { expected - actual } else { actual - expected })
    }

    /// Returns how much is still missing; nothing where the target is attained.
    #[must_use]
    pub fn still_to_go(&self, actual: Number) -> Option<Number> {
        (!self.is_attained(actual)).then(|| self.advantage(actual).abs())
    }

    /// Returns the lead over the schedule in percentage points, positive where it is good: p − τ,
    /// and τ − p for what is used up.
    #[must_use]
    pub fn lead_points(&self, actual: Number, period_end: PeriodEnd) -> Option<Number> {
        let progress = self.progress(actual)?;
        let schedule = self.beside(actual).schedule_at(period_end)?;
        let lead =
            if self.is_less_of_it_better() { schedule - progress } else { progress - schedule };
        Some(lead * Number::HUNDRED)
    }

    /// Returns the edges of the bands that apply.
    #[must_use]
    pub fn bands(&self) -> &'y Bands {
        match &self.indicator.bands {
            Some(own) => &own.edges,
            None if self.is_level() => &self.plan.level_bands,
            None => &self.plan.bands,
        }
    }

    /// Returns the shares of regions on schedule from which on a target of each region is below by
    /// how much.
    #[must_use]
    pub fn region_bands(&self) -> &'y RegionBands {
        &self.plan.region_bands
    }

    /// Returns whether a figure of a month is about the last part of the plan, for which levels are
    /// promised: in a plan of several years only its last year.
    #[must_use]
    pub fn is_level_due(&self, period_end: PeriodEnd) -> bool {
        let is_yearly = self.indicator.measure == Measure::Growth && !self.target.is_summed_up();
        is_yearly || self.plan.months() <= 12 || period_end > self.plan.last.plus_months(-12)
    }
}
