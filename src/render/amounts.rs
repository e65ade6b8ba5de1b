//! Says amounts of one indicator: differences, gains and losses, changes and rates, with their
//! units.
//!
//! Comes in: what is told of an indicator and a number. Goes out: the words of that number in a
//! sentence.

use crate::model::indicator::{Measure, Scope, Target};
use crate::number::Number;
use crate::render::kinds::{made, word, yes_or_no};
use crate::render::sentences::Telling;
use crate::render::terms::{number, places_against, rate_of_change};

impl Telling<'_> {
    /// Says the difference of two figures: points for a rate, else with the unit.
    pub(super) fn difference(&self, value: Number) -> String {
        let value = value.abs();
        // A difference that is there is never printed as none.
        let value = if value.fits_places(8) {
            value
        } else {
            value.rounded(places_against(value, 2, &[Number::ZERO]))
        };
        if self.unit() == "%" && self.scope == Scope::Plan {
            let one = word("one", yes_or_no(value == Number::ONE));
            return self.words.say("points", &[made("value", number(value)), one]);
        }
        self.amount(value)
    }

    /// Tells whether what is counted may shrink: entries less exits.
    pub(super) fn is_net_change(&self) -> bool {
        let is_net = self.indicator.target.as_ref().is_some_and(Target::is_net);
        is_net && self.indicator.measure.is_cumulative() && self.scope == Scope::Plan
    }

    /// Says a figure of the indicator; a net change as a gain or a loss, never with a bare minus.
    pub(super) fn gained(&self, value: Number) -> String {
        if !self.is_net_change() {
            return self.amount(value);
        }
        let way = if value.is_negative() { "loss" } else { "gain" };
        self.say_kind(
            "amount-net",
            vec![word("way", way), made("amount", self.amount(value.abs()))],
        )
    }

    pub(super) fn noun(&self, key: &str) -> String {
        let span = if self.plan.is_calendar_year() { "year" } else { "plan" };
        self.words.say(key, &[word("span", span)])
    }

    /// Says a computed amount with so many digits that it stands on its side of the figure beside
    /// it.
    pub(super) fn amount_beside(&self, computed: Number, figure: Number) -> String {
        if computed.fits_places(8) {
            return self.amount(computed);
        }
        self.amount(computed.rounded(places_against(computed, 2, &[figure])))
    }

    /// Says a level as readers see it: a rate of change with its word, never a bare minus.
    pub(super) fn signed_amount(&self, value: Number) -> String {
        if self.indicator.measure == Measure::Growth {
            self.change_of(value)
        } else {
            self.amount(value)
        }
    }

    /// Says the rate that is asked for; one that is a mean over years says so.
    pub(super) fn asked_change(&self, asked: Number) -> String {
        let change = self.change_of(asked);
        if self.indicator.target.as_ref().is_some_and(Target::is_yearly_mean) {
            self.say_kind("rate-a-year", vec![made("rate", change)])
        } else {
            change
        }
    }

    pub(super) fn change_of(&self, value: Number) -> String {
        rate_of_change(self.words, value, self.unit())
    }

    /// Tells whether it is an amount, of which there is more or less; a rate or a concentration is
    /// higher or lower.
    pub(super) fn is_amount(&self) -> bool {
        let measure = self.indicator.measure;
        measure.is_cumulative()
            || (!measure.is_rate() && self.unit() != "%" && !self.unit().contains('/'))
    }
}
