//! What a yardstick asks of whole things: a strict target one more, or one less.

use super::{SMALL_TARGET, Yardstick};
use crate::number::Number;
use crate::phrase::Op;

impl Yardstick<'_> {
    /// Returns the yardstick as a figure is held against it: one that is itself not whole (300.5家)
    /// counts no whole things, so that 突破300家 asks of it to be above 300, and nothing is rounded.
    #[must_use]
    pub fn beside(self, actual: Number) -> Self {
        let is_whole = self.counts_regions() || actual.to_whole().is_some();
        Self { counts_whole_things: self.counts_whole_things && is_whole, ..self }
    }

    /// Returns whether it counts whole things (家, 项, 人), not money, weight, area, time or a rate.
    ///
    /// Whole things are counted in units that are not measured, so a unit that is not known is
    /// counted. A limit on whole things is kept as long as no more than T·τ rounded up was used,
    /// also where the gap in points is a little below zero.
    #[must_use]
    pub fn counts_whole_things(&self) -> bool {
        self.counts_whole_things
    }

    /// Returns whether whole things are compared one by one instead of in percent.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.counts_whole_things() && self.threshold().abs() < Number::from(SMALL_TARGET)
    }

    /// Returns the number a figure must reach, or not exceed: for whole things 超35个 asks for 36.
    #[must_use]
    pub fn threshold(&self) -> Number {
        match self.target.op {
            _ if self.counts_regions() || !self.counts_whole_things() => self.asked,
            Op::MoreThan if self.is_strict() => self.asked + Number::ONE,
            Op::LessThan if self.is_strict() => self.asked - Number::ONE,
            _ => self.asked,
        }
    }
}
