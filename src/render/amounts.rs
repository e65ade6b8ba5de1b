//! Says amounts of one indicator: differences, gains and losses, changes and rates, with their
//! units.
//!
//! Comes in: what is told of an indicator and a number. Goes out: the words of that number in a
//! sentence.
//!
//! A share below zero is not said: a net loss of 6 is no −24 % of a target. Reasons keep it, since
//! the difference beside it is worked out from it; of a planned change it is said in words (against
//! the planned direction).

use crate::assess::yardstick::Kind;
use crate::model::indicator::{Indicator, Measure, Scope, Target};
use crate::model::plan::Plan;
use crate::model::snapshot::IndicatorFact;
use crate::number::Number;
use crate::phrase::{Op, names_a_title};
use crate::render::kinds::{made, word, yes_or_no};
use crate::render::period_words::target_noun;
use crate::render::sentences::IndicatorProse;
use crate::render::terms::{number, places_against};
use crate::render::text_id::{TextId, text};
use crate::render::units::{amount, is_countable, is_rate, points, rate_of_change};
use crate::render::words::{Slot, Words};

/// Says a figure of an indicator as readers see it wherever it stands by itself: done or not, a
/// place in an order, a gain or a loss, a fall or a rise, or an amount with its unit.
pub(super) fn figure(words: &Words, indicator: &Indicator, value: Number) -> String {
    let unit = indicator.unit.in_language(words.language());
    // Readers never see a bare negative rate, nor a rise that reads as the fall that is asked for.
    if indicator.measure == Measure::Growth && (value.is_negative() || asks_for_fall(indicator)) {
        return change(words, indicator, value);
    }
    peculiar(words, indicator, value, |value| amount(words, value, unit))
        .unwrap_or_else(|| amount(words, value, unit))
}

/// Says a figure that a snapshot holds, of the indicator as it is now.
#[must_use]
pub fn figure_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact, value: Number) -> String {
    let Some(indicator) = plan.indicators.iter().find(|one| one.id == fact.id) else {
        return amount(words, value, &fact.unit);
    };
    if indicator.counts_regions() {
        let count = value.to_whole().and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
        return words.message(text!("amount-regions"), &[("value", Slot::Count(count))]);
    }
    // A quotient is published with more digits than are read.
    let is_quotient = indicator.numerator.is_some() && !value.fits_places(2);
    let value = if is_quotient { value.rounded(places_against(value, 2, &[])) } else { value };
    figure(words, indicator, value)
}

/// Says a figure for a cell of a table that names the unit elsewhere.
pub(super) fn figure_in_cell(words: &Words, indicator: &Indicator, value: Number) -> String {
    word_in_cell(words, indicator, value).unwrap_or_else(|| number(value))
}

fn word_in_cell(words: &Words, indicator: &Indicator, value: Number) -> Option<String> {
    // A gain is a plain number; only a loss has a word. Every cell asks, so the phrase comes last.
    let is_number = !matches!(indicator.measure, Measure::Flag) && !is_rank(indicator);
    (!is_number || value.is_negative()).then(|| peculiar(words, indicator, value, number)).flatten()
}

fn is_rank(indicator: &Indicator) -> bool {
    indicator.target.as_ref().is_some_and(|target| target.op == Op::Rank)
}

/// Says a figure that is no plain amount.
fn peculiar(
    words: &Words,
    indicator: &Indicator,
    value: Number,
    format_value: impl Fn(Number) -> String,
) -> Option<String> {
    if indicator.measure == Measure::Flag {
        return Some(words.message(
            text!("figure-flag"),
            &[word("reached", yes_or_no(value >= Number::ONE)), deed_of(indicator)],
        ));
    }
    if is_rank(indicator) {
        return Some(words.message(text!("figure-rank"), &[made("value", number(value))]));
    }
    let is_loss = is_net_loss(indicator);
    indicator.is_net_change().then(|| net(words, is_loss, value, format_value(value.abs()), false))
}

/// Returns the slot that says whether a flag is a title one is given, or a deed one does.
pub(super) fn deed_of(indicator: &Indicator) -> (&'static str, Slot<'static>) {
    let phrase = indicator.target.as_ref().map_or("", |target| target.phrase.as_str());
    let is_title = names_a_title(phrase, indicator.name.first());
    word("what", if is_title { "title" } else { "deed" })
}

/// Returns whether it is the net loss that is counted: a figure above nothing is one.
fn is_net_loss(indicator: &Indicator) -> bool {
    indicator.target.as_ref().is_some_and(Target::is_net_loss)
}

/// Says a net change as a gain or a loss, never with a bare minus.
fn net(
    words: &Words,
    counts_losses: bool,
    value: Number,
    amount: String,
    is_inside: bool,
) -> String {
    let is_loss = value.is_negative() != counts_losses;
    let way = word("way", if is_loss { "loss" } else { "gain" });
    let inside = word("inside", yes_or_no(is_inside));
    words.message(text!("amount-net"), &[way, inside, made("amount", amount)])
}

/// Says a rate of change of an indicator with its word and without a sign.
pub(super) fn change(words: &Words, indicator: &Indicator, value: Number) -> String {
    let unit = indicator.unit.in_language(words.language());
    rate_of_change(words, value, unit, asks_for_fall(indicator))
}

fn asks_for_fall(indicator: &Indicator) -> bool {
    indicator.target.as_ref().is_some_and(Target::asks_for_fall)
}

impl IndicatorProse<'_> {
    /// Says the difference of two figures: points for a rate, else with the unit.
    pub(super) fn difference(&self, value: Number) -> String {
        let value = value.abs();
        // A difference that is there is never printed as none.
        let value = if value.fits_places(8) {
            value
        } else {
            value.rounded(places_against(value, 2, &[Number::ZERO]))
        };
        if self.yardstick().is_some_and(|one| one.kind() == Kind::Rank) {
            let one = word("one", yes_or_no(value == Number::ONE));
            return self.words.message(text!("places"), &[made("value", number(value)), one]);
        }
        let in_points = (self.scope == Scope::Plan)
            .then(|| points(self.words, value, self.indicator.unit.first()))
            .flatten();
        in_points.unwrap_or_else(|| self.amount(value))
    }

    /// Returns whether what is counted may shrink: entries less exits.
    pub(super) fn is_net_change(&self) -> bool {
        self.indicator.is_net_change() && self.scope == Scope::Plan
    }

    /// Says a figure of the indicator; a net change as a gain or a loss, never with a bare minus.
    pub(super) fn gained(&self, value: Number) -> String {
        if !self.is_net_change() {
            return self.amount(value);
        }
        self.net(value, false)
    }

    fn net(&self, value: Number, is_inside: bool) -> String {
        net(self.words, self.counts_losses(), value, self.amount(value.abs()), is_inside)
    }

    /// Returns whether it is the net loss that is counted: a figure above nothing is one.
    pub(super) fn counts_losses(&self) -> bool {
        is_net_loss(self.indicator)
    }

    /// Says the level that is asked for; a rate of change with its word.
    pub(super) fn asked_level(&self, asked: Number) -> String {
        match self.yardstick().is_some_and(|one| one.kind() == Kind::Growth) {
            true => self.change_of(asked),
            false => self.amount(asked),
        }
    }

    /// Says the number that is asked for; a part of a net change that is a loss as one.
    pub(super) fn asked_amount(&self, asked: Number) -> String {
        if asked.is_negative() { self.gained(asked) } else { self.amount(asked) }
    }

    /// Says the same inside a sentence: add up to a net loss of 4 firms.
    pub(super) fn gained_inside(&self, value: Number) -> String {
        match self.is_net_change() {
            true => self.net(value, true),
            false => self.figure(value),
        }
    }

    /// Says a figure for a cell that names the unit elsewhere, where more than the number is said.
    pub(super) fn number_word(&self, value: Number) -> Option<String> {
        let is_plain = self.scope == Scope::EachRegion || self.indicator.measure == Measure::Flag;
        (!is_plain).then(|| word_in_cell(self.words, self.indicator, value)).flatten()
    }

    /// Says whether what is done or not is done.
    pub(super) fn flag_sentence(&self, is_reached: bool) -> String {
        let reached = word("reached", yes_or_no(is_reached));
        self.words.message(text!("finding-flag"), &[reached, deed_of(self.indicator)])
    }

    /// Says a figure that stands by itself; where regions are counted, how many they are.
    pub(super) fn figure(&self, value: Number) -> String {
        match self.scope {
            Scope::EachRegion => self.amount(value),
            Scope::Plan => figure(self.words, self.indicator, value),
        }
    }

    pub(super) fn noun(&self, key: TextId) -> String {
        let span = if self.plan.is_calendar_year() { "year" } else { "plan" };
        self.words.message(key, &[word("span", span)])
    }

    /// Says what is held against the figure: the target of the year or of the plan, or the share of
    /// it that a region was given.
    pub(super) fn target_noun(&self) -> String {
        match self.yardstick().is_some_and(|one| one.is_allocation()) {
            true => self.words.plain(text!("target-noun-share")),
            false => target_noun(self.words, self.plan),
        }
    }

    /// Says a target with the number that it asks for as a strict one of whole things.
    pub(super) fn noun_asking(&self, noun: String, asked: Number) -> String {
        let is_lower = self.yardstick().is_some_and(|one| one.is_lower_better());
        let lower = word("lower", yes_or_no(is_lower));
        let slots = [made("noun", noun), lower, made("amount", self.asked_amount(asked))];
        self.words.message(text!("noun-asking"), &slots)
    }

    /// Says a computed amount with so many digits that it stands on its side of the figure beside
    /// it.
    pub(super) fn amount_beside(&self, computed: Number, figure: Number) -> String {
        if computed.fits_places(8) {
            return self.asked_amount(computed);
        }
        self.asked_amount(computed.rounded(places_against(computed, 2, &[figure])))
    }

    /// Says the same of a net change, inside a sentence.
    pub(super) fn amount_beside_inside(&self, computed: Number, figure: Number) -> String {
        let is_short = computed.fits_places(8);
        let places = if is_short { 8 } else { places_against(computed, 2, &[figure]) };
        self.gained_inside(computed.rounded(places))
    }

    /// Says a level, or what is expected, as readers see it: a rate of change or a loss with its
    /// word, never a bare minus.
    pub(super) fn signed_amount(&self, value: Number) -> String {
        if self.indicator.measure == Measure::Growth {
            self.change_of(value)
        } else {
            self.asked_amount(value)
        }
    }

    /// Says the rate that is asked for; one that is a mean over years says so.
    pub(super) fn asked_change(&self, asked: Number) -> String {
        let change = self.change_of(asked);
        if self.indicator.target.as_ref().is_some_and(Target::is_yearly_mean) {
            self.kind_message(text!("rate-a-year"), vec![made("rate", change)])
        } else {
            change
        }
    }

    pub(super) fn change_of(&self, value: Number) -> String {
        change(self.words, self.indicator, value)
    }

    /// Returns whether it is an amount, of which there is more or less; a rate or a concentration
    /// is higher or lower.
    pub(super) fn is_amount(&self) -> bool {
        let (measure, unit) = (self.indicator.measure, self.indicator.unit.first());
        self.scope == Scope::EachRegion
            || measure.is_cumulative()
            || (!measure.is_rate() && !is_rate(unit) && !unit.contains('/'))
    }

    /// Returns whether it is an amount of things one counts, of which there are fewer and not less.
    pub(super) fn is_countable(&self) -> bool {
        self.scope == Scope::EachRegion
            || (self.is_amount() && is_countable(self.indicator.unit.first()))
    }
}
