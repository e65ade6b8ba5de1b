//! What is promised of an indicator: a number, its comparator, and the plan's own words.

use crate::model::period::{Cadence, PeriodEnd};
use crate::number::Number;
use crate::phrase::{Ambition, Direction, Op, RateSpan, rate_span};
use crate::source::Location;

/// Words that promise a net change, from which exits, or entries, are taken.
const NET_GAINS: [&str; 2] = ["净增", "净流入"];
const NET_LOSSES: [&str; 3] = ["净减", "净流出", "净压减"];

/// The target: the plan's phrase, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The plan's own words.
    pub phrase: String,
    /// How the figure is compared.
    pub op: Op,
    /// The number, in the indicator's unit; absent for a flag.
    pub value: Option<Number>,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// How much less is still 左右.
    pub tolerance: Option<Number>,
    /// Whether it binds, is expected, or is strived for.
    pub ambition: Ambition,
    /// Whether the number holds for each month, quarter, … of the year.
    pub per: Option<Cadence>,
    /// Whether it is a rate over the whole plan of several years, by the years it names
    /// (比2020年下降18%).
    pub is_of_plan: bool,
    /// Which way a figure is better.
    pub direction: Direction,
    /// Where it is written.
    pub location: Location,
}

impl Target {
    /// Makes a target of which more is better and which nobody only strives for.
    #[must_use]
    pub fn new(phrase: &str, op: Op, value: Option<Number>, location: Location) -> Self {
        Self {
            phrase: phrase.to_string(),
            op,
            value,
            upper: None,
            tolerance: None,
            ambition: Ambition::Expected,
            per: None,
            is_of_plan: false,
            direction: Direction::Higher,
            location,
        }
    }

    /// Returns whether this is one number for the whole year: what a headline counts.
    /// A cadence (每月), a coverage (全覆盖) and a flag are told beside it.
    #[must_use]
    pub fn is_quantified(&self) -> bool {
        self.value.is_some() && self.per.is_none() && !matches!(self.op, Op::Coverage | Op::Flag)
    }

    /// Returns the number a figure is held against, for a flag and a coverage by region one.
    #[must_use]
    pub fn threshold(&self) -> Number {
        match self.upper {
            Some(upper) if self.op == Op::Range && self.direction == Direction::Lower => upper,
            _ => self.value.unwrap_or(Number::ONE),
        }
    }

    /// Returns whether a rate is one over the whole plan, summed up (累计) or by the years it names,
    /// and not one of each year.
    #[must_use]
    pub fn is_summed_up(&self) -> bool {
        self.is_of_plan || self.phrase.contains("累计")
    }

    /// Returns whether nothing says of what span a rate is: of the whole plan, or of each year.
    #[must_use]
    pub fn names_no_span(&self, first: PeriodEnd, last: PeriodEnd) -> bool {
        self.per.is_none() && rate_span(&self.phrase, first.years_until(last)) == RateSpan::Unsaid
    }

    /// Returns whether a rate is a mean over the years of a plan.
    #[must_use]
    pub fn is_yearly_mean(&self) -> bool {
        self.phrase.contains("年均")
    }

    /// Returns whether a net change is promised: what was gained may be lost again.
    #[must_use]
    pub fn is_net(&self) -> bool {
        self.speaks_of_net()
            && NET_GAINS.iter().chain(&NET_LOSSES).any(|word| self.phrase.contains(word))
    }

    /// Asked of every figure: most phrases lack the one sign that all these words have.
    fn speaks_of_net(&self) -> bool {
        self.phrase.contains('净')
    }

    /// Returns whether it is a net loss that is promised (净减30家): its figures count the loss.
    #[must_use]
    pub fn is_net_loss(&self) -> bool {
        self.speaks_of_net() && NET_LOSSES.iter().any(|word| self.phrase.contains(word))
    }

    /// Returns whether smaller figures are better.
    #[must_use]
    pub fn is_lower_better(&self) -> bool {
        self.direction == Direction::Lower
    }

    /// Returns whether a fall is promised (下降3%), not only a rise limited (涨幅3%以内).
    #[must_use]
    pub fn asks_for_fall(&self) -> bool {
        self.is_lower_better() && self.threshold().is_negative()
    }

    /// Returns whether a figure attains a threshold: the test of the comparator, unrounded. The
    /// yardstick asks it, and nobody else.
    #[must_use]
    pub fn is_attained_at(&self, actual: Number, threshold: Number) -> bool {
        match self.op {
            Op::MoreThan => actual > threshold,
            Op::LessThan => actual < threshold,
            Op::AtMost | Op::Rank => actual <= threshold,
            Op::Range | Op::Approx if self.is_lower_better() => actual <= threshold,
            Op::AtLeast | Op::Range | Op::Approx | Op::Coverage | Op::Flag => actual >= threshold,
        }
    }
}
