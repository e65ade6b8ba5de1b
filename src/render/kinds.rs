//! Says what the newest figure means, in the words of its kind of target.
//!
//! Comes in: what is told of an indicator, its newest figure, and the yardstick it is held against.
//! Goes out: one or two sentences. Every kind has its own; no sentence has an empty slot, and every
//! number in it comes from the yardstick or the verdict.

use crate::assess::points::Point;
use crate::assess::verdict::Rule;
use crate::assess::yardstick::{Kind, Yardstick};
use crate::model::indicator::{Measure, Schedule};
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;
use crate::phrase::Op;
use crate::render::text_id::{TextId, text};

use super::period_words::period_end_label;
use super::sentences::IndicatorProse;
use super::terms::{number, percent, places_against};
use super::units::number_before;
use super::words::Slot;

/// Units of what happens to people: deaths, accidents, cases.
const OCCURRENCES: [&str; 4] = ["人", "起", "例", "宗"];

pub(super) type Named = (&'static str, Slot<'static>);

pub(super) fn made(name: &'static str, text: String) -> Named {
    (name, Slot::Made(text))
}

pub(super) fn word(name: &'static str, text: &'static str) -> Named {
    (name, Slot::Text(text))
}

/// Returns the word for a figure against what is asked: short of it, equal, or beyond it.
pub(super) fn way_of(advantage: Number) -> &'static str {
    match advantage.cmp(&Number::ZERO) {
        std::cmp::Ordering::Less => "short",
        std::cmp::Ordering::Equal => "even",
        std::cmp::Ordering::Greater => "over",
    }
}

impl IndicatorProse<'_> {
    /// Says what a figure means.
    pub(super) fn sentence_of(&self, point: &Point, value: Number) -> String {
        let Some(yardstick) = self.yardstick() else { return String::new() };
        let is_batch = matches!(self.indicator.schedule, Schedule::Batch(_));
        let mut sentences = vec![match yardstick.kind() {
            Kind::Coverage => self.of_coverage(&yardstick, value),
            Kind::EachRegion => self.of_each_region(),
            Kind::Flag => self.flag_sentence(yardstick.is_attained(value)),
            Kind::Cadence => self.of_cadence(point),
            Kind::Rank => self.of_rank(&yardstick, point, value),
            _ if is_batch && self.assessed.verdict_on_figure().code == StatusCode::NearlyMet => {
                self.of_about(&yardstick, point, value)
            }
            _ if is_batch && !yardstick.is_lower_better() => self.of_batch(&yardstick, value),
            Kind::Sum => self.of_sum(&yardstick, point, value),
            Kind::SumCeiling => self.of_ceiling(&yardstick, point, value),
            Kind::Level | Kind::LevelCeiling | Kind::Growth => {
                self.of_level(&yardstick, point, value)
            }
        }];
        sentences.extend(self.range_of(&yardstick, value));
        sentences.extend(self.strictness_of(&yardstick, value));
        sentences.join(&self.words.plain(text!("sentence-gap")))
    }

    pub(super) fn kind_message(&self, key: TextId, slots: Vec<Named>) -> String {
        self.words.message(key, &slots)
    }

    fn of_sum(&self, yardstick: &Yardstick<'_>, point: &Point, value: Number) -> String {
        let verdict = self.assessed.verdict_on_figure();
        let comparison = &verdict.comparison;
        let period_end = point.period.end();
        let mut slots = vec![
            self.head(point),
            made("amount", self.gained(value)),
            word("verb", if self.is_net_change() { "net" } else { self.indicator.measure.word() }),
            made("noun", self.target_noun()),
            made("target", self.asked_amount(yardstick.threshold())),
            made("left", self.difference(yardstick.gap(value))),
            word("units", way_of(yardstick.advantage(value))),
        ];
        if self.is_about(yardstick, point, value) {
            return self.of_about(yardstick, point, value);
        }
        if yardstick.is_loss_to_shrink() {
            return self.of_loss(yardstick, point, value);
        }
        if yardstick.is_attained(value) {
            return self.kind_message(text!("finding-reached"), slots);
        }
        slots.push(word("edge", yes_or_no(self.is_edge(yardstick, value))));
        let is_judged = matches!(verdict.rule, Rule::Linear | Rule::Expected | Rule::SmallNumber);
        let known =
            yardstick.expected_at(period_end).zip(yardstick.advantage_at(value, period_end));
        let (Some((expected, advantage)), true) = (known, is_judged) else {
            return self.kind_message(text!("finding-to-go"), slots);
        };
        slots.extend([
            made("by", period_end_label(self.words, self.plan, period_end)),
            made("expected", self.amount_beside(expected, value)),
            made("difference", self.difference(advantage)),
            made("percent", comparison.completion.map_or_else(|| "0".into(), percent)),
            // A share below zero states nothing of a target.
            word("share", yes_or_no(!value.is_negative())),
        ]);
        if verdict.rule == Rule::SmallNumber {
            slots.retain(|(name, _)| *name != "units");
            slots.push(word("units", self.way_of_units(yardstick, value, advantage)));
            return self.kind_message(text!("finding-small"), slots);
        }
        let Some(gap) = comparison.gap else {
            return self.kind_message(text!("finding-to-go"), slots);
        };
        slots.retain(|(name, _)| *name != "percent");
        let (gap_text, percent_text) = self.gap_with_share(gap, comparison.completion);
        let is_short = if advantage.is_negative() { "yes" } else { "no" };
        slots.extend([
            made("lead", self.lead(gap, gap_text)),
            made("percent", percent_text),
            word("short", is_short),
        ]);
        self.kind_message(text!("finding-sum"), slots)
    }

    /// Says how a region stands whose part of a net change is a loss, or nothing: how much may be
    /// lost, and by now.
    fn of_loss(&self, yardstick: &Yardstick<'_>, point: &Point, value: Number) -> String {
        let (period_end, limit) = (point.period.end(), yardstick.threshold());
        let gained = yardstick.indicator.is_net_change() && !value.is_negative();
        let turn = if self.counts_losses() { "gain" } else { "loss" };
        let mut slots = vec![
            word("turn", turn),
            self.head(point),
            made("amount", self.gained(value)),
            made("noun", self.target_noun()),
            made("limit", self.gained_inside(limit)),
        ];
        if limit == Number::ZERO || gained {
            let key = if limit == Number::ZERO {
                text!("finding-loss-none")
            } else {
                text!("finding-loss-gain")
            };
            slots.push(word("units", way_of(yardstick.advantage(value))));
            return self.kind_message(key, slots);
        }
        let known =
            yardstick.expected_at(period_end).zip(yardstick.advantage_at(value, period_end));
        let is_fewer = word("fewer", yes_or_no(self.is_countable()));
        let Some((expected, advantage)) = known.filter(|_| !yardstick.is_last(period_end)) else {
            slots.extend([
                is_fewer,
                made("difference", self.difference(yardstick.gap(value))),
                word("units", way_of(yardstick.advantage(value))),
            ]);
            return self.kind_message(text!("finding-loss-end"), slots);
        };
        slots.extend([
            is_fewer,
            made("by", period_end_label(self.words, self.plan, period_end)),
            made("expected", self.amount_beside_inside(expected, value)),
            made("difference", self.difference(advantage)),
            word("units", way_of(advantage)),
        ]);
        self.kind_message(text!("finding-loss"), slots)
    }

    /// Says where a figure stands to its schedule, in points, and that a plan's own bands allow
    /// less or demand more than the schedule itself.
    pub(super) fn lead(&self, gap: Number, shown: String) -> String {
        let verdict = self.assessed.verdict_on_figure();
        let is_good = verdict.code.standing() == Standing::AtOrAbove;
        let edge = match verdict.rule {
            Rule::Linear | Rule::Expected if gap.is_negative() && is_good => "allowed",
            Rule::Linear | Rule::Expected if !gap.is_negative() && !is_good => "demanded",
            _ => "none",
        };
        self.kind_message(
            text!("lead"),
            vec![
                word("one", yes_or_no(shown == "1")),
                made("gap", shown),
                word("side", side_of(gap)),
                word("edge", edge),
            ],
        )
    }

    /// Says a gap in points and the share beside it with as many digits as the gap needs: no edge
    /// of a band seems to be reached that is not.
    pub(super) fn gap_with_share(&self, gap: Number, share: Option<Number>) -> (String, String) {
        let verdict = self.assessed.verdict_on_figure();
        let share = share.unwrap_or(Number::ZERO) * Number::HUNDRED;
        let schedule = verdict
            .comparison
            .schedule
            .map_or(Number::HUNDRED, |schedule| schedule * Number::HUNDRED);
        let places = places_against(gap, 1, &self.edges());
        // Neither seems to reach what it does not; exactly on schedule there is nothing to keep
        // apart.
        let edges = if gap == Number::ZERO {
            [Number::ZERO; 3]
        } else {
            [Number::ZERO, schedule, Number::HUNDRED]
        };
        let places = places_against(share, places.min(6), &edges);
        (gap.abs().shown(places), share.shown(places))
    }

    fn of_ceiling(&self, yardstick: &Yardstick<'_>, point: &Point, value: Number) -> String {
        let period_end = point.period.end();
        let verb = match self.indicator.measure {
            Measure::Event => "event",
            _ if !yardstick.counts_whole_things() => "use",
            _ if OCCURRENCES.contains(&self.indicator.unit.first()) => "occur",
            _ => "plain",
        };
        if self.is_about(yardstick, point, value) {
            return self.of_about(yardstick, point, value);
        }
        let is_edge = self.is_edge(yardstick, value);
        let mut slots = vec![
            self.head(point),
            made("amount", self.amount(value)),
            word("verb", verb),
            made("noun", self.noun(text!("noun-ceiling"))),
            made("target", self.amount(yardstick.threshold())),
            made("left", self.difference(yardstick.gap(value))),
            word("edge", yes_or_no(is_edge)),
        ];
        let is_past = yardstick.is_exceeded(value)
            || (yardstick.is_last(period_end) && !yardstick.is_attained(value));
        if is_past {
            return self.kind_message(text!("finding-ceiling-over"), slots);
        }
        if value == Number::ZERO {
            return self.kind_message(text!("finding-ceiling-none"), slots);
        }
        let is_over = yardstick.is_last(period_end);
        let known =
            yardstick.expected_at(period_end).zip(yardstick.advantage_at(value, period_end));
        let Some((expected, advantage)) = known.filter(|_| !is_over) else {
            if yardstick.is_nearly_attained(value) {
                return self.of_about(yardstick, point, value);
            }
            return self.kind_message(text!("finding-ceiling-within"), slots);
        };
        slots.extend([
            made("expected", self.amount_beside(expected, value)),
            made("difference", self.difference(advantage)),
            word("units", way_of(advantage)),
            word("fewer", yes_or_no(self.is_countable())),
        ]);
        self.kind_message(text!("finding-ceiling-pace"), slots)
    }

    /// Returns whether the tolerance of 左右 decides: of a level at any time, of all else at the end.
    pub(super) fn is_about(&self, yardstick: &Yardstick<'_>, point: &Point, value: Number) -> bool {
        let is_decided = yardstick.is_last(point.period.end())
            || self.assessed.status.code == StatusCode::NearlyMet;
        yardstick.is_nearly_attained(value) && (yardstick.is_level() || is_decided)
    }

    pub(super) fn of_about(
        &self,
        yardstick: &Yardstick<'_>,
        point: &Point,
        value: Number,
    ) -> String {
        let is_growth = yardstick.kind() == Kind::Growth;
        let format_value = |value: Number| {
            if is_growth { self.change_of(value) } else { self.asked_amount(value) }
        };
        let tolerance = yardstick.tolerance().unwrap_or(Number::ZERO);
        self.kind_message(
            text!("finding-about"),
            vec![
                self.head(point),
                made("amount", format_value(value)),
                made("target", format_value(yardstick.asked())),
                made("left", self.difference(value - yardstick.asked())),
                word("way", self.way_about(yardstick, value)),
                made("tolerance", self.difference(tolerance)),
            ],
        )
    }

    /// Returns the word between a figure and the number it misses by what 左右 allows.
    fn way_about(&self, yardstick: &Yardstick<'_>, value: Number) -> &'static str {
        let is_lower = yardstick.is_lower_better();
        let is_growth = yardstick.kind() == Kind::Growth;
        if is_growth && yardstick.asked().is_negative() && value.is_negative() {
            return "falls-less";
        }
        if yardstick.is_loss_to_shrink() && value.is_negative() {
            return if self.counts_losses() { "gains-more" } else { "loses-more" };
        }
        match (self.is_amount(), is_lower) {
            (true, true) => "more",
            (true, false) if self.is_countable() => "fewer",
            (true, false) => "less",
            (false, true) => "higher",
            (false, false) => "lower",
        }
    }

    fn of_rank(&self, yardstick: &Yardstick<'_>, point: &Point, value: Number) -> String {
        let advantage = yardstick.advantage(value);
        let units = if advantage.is_negative() { "short" } else { "over" };
        self.kind_message(
            text!("finding-rank"),
            vec![
                self.head(point),
                made("value", number(value)),
                (
                    "all",
                    Slot::Count(
                        yardstick
                            .asked()
                            .to_whole()
                            .and_then(|all| usize::try_from(all).ok())
                            .unwrap_or(0),
                    ),
                ),
                made("left", number(advantage.abs())),
                word("units", units),
            ],
        )
    }

    fn of_batch(&self, yardstick: &Yardstick<'_>, value: Number) -> String {
        if let Some(day) = self.list_after_figure() {
            let mut slots = self.slots_of_list(day);
            slots.push(made("amount", self.amount(value)));
            return self.kind_message(text!("finding-list-newer"), slots);
        }
        self.kind_message(
            text!("finding-batch"),
            vec![
                made("amount", self.amount(value)),
                made("target", self.amount(yardstick.threshold())),
                made("left", self.difference(yardstick.gap(value))),
                word(
                    "units",
                    if self.is_edge(yardstick, value) {
                        "edge"
                    } else {
                        way_of(yardstick.advantage(value))
                    },
                ),
            ],
        )
    }

    /// Returns whether a figure stands exactly at a number that a strict target asks to leave
    /// behind.
    pub(super) fn is_edge(&self, yardstick: &Yardstick<'_>, value: Number) -> bool {
        yardstick.gap(value) == Number::ZERO && !yardstick.is_attained(value)
    }

    /// Says which end of a range is reached.
    fn range_of(&self, yardstick: &Yardstick<'_>, value: Number) -> Option<String> {
        let target = self.indicator.target.as_ref().filter(|target| target.op == Op::Range)?;
        let is_whole = target.value == Some(yardstick.asked()) && !yardstick.is_lower_better();
        let (lower, upper) = (target.value?, target.upper?);
        if !is_whole || !yardstick.is_attained(value) || yardstick.counts_regions() {
            return None;
        }
        let end = match value.cmp(&upper) {
            // The regions that are missing may lead beyond the upper end.
            std::cmp::Ordering::Less if self.assessed.deciding_part().is_some() => "lower",
            std::cmp::Ordering::Greater => "beyond",
            std::cmp::Ordering::Equal => "upper",
            std::cmp::Ordering::Less if value > lower => "between",
            std::cmp::Ordering::Less => "lower",
        };
        let range = format!("{}—{}", number_before(lower, self.unit()), self.amount(upper));
        Some(
            self.kind_message(text!("finding-range"), vec![made("range", range), word("end", end)]),
        )
    }

    /// Says that a strict target asks for more (or less) than its number, where that decides.
    fn strictness_of(&self, yardstick: &Yardstick<'_>, value: Number) -> Option<String> {
        if !yardstick.is_strict() || yardstick.is_attained(value) {
            return None;
        }
        let lower = word("lower", yes_or_no(yardstick.is_lower_better()));
        if yardstick.counts_whole_things() && !yardstick.is_allocation() {
            let phrase =
                self.indicator.target.as_ref().map_or_else(String::new, |t| t.phrase.clone());
            let target = made("target", self.amount(yardstick.threshold()));
            return Some(self.kind_message(
                text!("finding-strict-whole"),
                vec![made("phrase", phrase), target, lower],
            ));
        }
        let is_equal = value == yardstick.asked();
        let target = made("target", self.amount(yardstick.asked()));
        is_equal.then(|| self.kind_message(text!("finding-strict"), vec![target, lower]))
    }
}

pub(super) fn side_of(gap: Number) -> &'static str {
    match way_of(gap) {
        "short" => "below",
        "even" => "equal",
        _ => "above",
    }
}

pub(super) fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
