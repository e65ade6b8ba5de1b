//! Says what a figure means that is a level or a rate of change: against its target, its node and
//! its baseline.

use crate::assess::points::Point;
use crate::assess::verdict::Rule;
use crate::assess::yardstick::{Kind, Yardstick};
use crate::model::indicator::Schedule;
use crate::model::status::StatusCode;
use crate::number::Number;
use crate::render::text_id::text;

use super::kinds::{made, way_of, word, yes_or_no};
use super::period_words::period_end_label;
use super::sentences::IndicatorProse;
use super::terms::percent;

impl IndicatorProse<'_> {
    pub(super) fn of_level(
        &self,
        yardstick: &Yardstick<'_>,
        point: &Point,
        value: Number,
    ) -> String {
        let is_growth = yardstick.kind() == Kind::Growth;
        if self.is_about(yardstick, point, value) {
            return self.of_about(yardstick, point, value);
        }
        let is_plain_growth = is_growth && !yardstick.limits_a_rise();
        if is_plain_growth {
            return self.of_growth(yardstick, point, value);
        }
        let amount = if is_growth { self.change_of(value) } else { self.amount(value) };
        // A share of a limit has a number of its own; the phrase is of the whole.
        let phrase = match yardstick.is_allocation() {
            true => self.asked_level(yardstick.threshold()),
            false => self.indicator.target.as_ref().map_or_else(String::new, |t| t.phrase.clone()),
        };
        let slots = vec![
            self.head(point),
            made("amount", amount),
            made("target", self.amount(yardstick.threshold())),
            made("phrase", phrase),
            word("own", yes_or_no(yardstick.is_allocation())),
            made("left", self.difference(yardstick.gap(value))),
            word("units", way_of(yardstick.advantage(value))),
        ];
        let is_lower = yardstick.is_lower_better();
        let key = if is_lower { text!("finding-level-lower") } else { text!("finding-level") };
        let mut slots = slots;
        slots.push(word("counted", yes_or_no(self.is_amount())));
        if self.is_edge(yardstick, value) {
            slots.retain(|(name, _)| *name != "units");
            slots.push(word("units", "edge"));
        }
        let mut sentence = self.kind_message(key, slots);
        if let Some(node) = self.at_node(yardstick, point, value) {
            sentence.push_str(&self.words.plain(text!("sentence-gap")));
            sentence.push_str(&node);
        }
        if let Some(change) = self.change_since_baseline(yardstick, value) {
            sentence.push_str(&self.words.plain(text!("sentence-gap")));
            sentence.push_str(&change);
        }
        sentence
    }

    /// Says what the node plan of a level without a baseline expects by now.
    pub(super) fn at_node(
        &self,
        yardstick: &Yardstick<'_>,
        point: &Point,
        value: Number,
    ) -> Option<String> {
        let rule = self.assessed.verdict_on_figure().rule;
        // Where points are said they say it; of a few whole things there are none.
        let is_shown =
            (rule == Rule::Expected && yardstick.baseline().is_none()) || rule == Rule::SmallNumber;
        if !is_shown {
            return None;
        }
        let is_by_node = matches!(self.indicator.schedule, Schedule::Expected(_));
        let period_end = point.period.end();
        let expected = yardstick.expected_at(period_end)?;
        let advantage = yardstick.advantage_at(value, period_end)?;
        // With an edge of the bands it is not the node's own number.
        let how = match is_by_node {
            true if yardstick.bands().on_track != Number::ZERO => "edge",
            true => "node",
            false => "pace",
        };
        Some(self.kind_message(
            text!("finding-node"),
            vec![
                word("how", how),
                made("by", period_end_label(self.words, self.plan, period_end)),
                made("expected", self.signed_amount(expected)),
                made("difference", self.difference(advantage)),
                word("units", self.way_of_units(yardstick, value, advantage)),
                word("lower", yes_or_no(yardstick.is_lower_better())),
            ],
        ))
    }

    /// Says on which side of the schedule a few whole things are. Nothing done is never on schedule
    /// once half of the time is gone.
    pub(super) fn way_of_units(
        &self,
        yardstick: &Yardstick<'_>,
        value: Number,
        advantage: Number,
    ) -> &'static str {
        let verdict = self.assessed.verdict_on_figure();
        let is_held_back = advantage == Number::ZERO && verdict.code == StatusCode::SlightlyBehind;
        let is_idle =
            verdict.rule == Rule::SmallNumber && is_held_back && yardstick.is_nothing_done(value);
        if is_idle { "idle" } else { way_of(advantage) }
    }

    /// Says how much of the planned change from the baseline is made.
    pub(super) fn change_since_baseline(
        &self,
        yardstick: &Yardstick<'_>,
        value: Number,
    ) -> Option<String> {
        let base = yardstick.baseline()?;
        let share = yardstick.progress(value)?;
        let change = value - base;
        let gap =
            self.assessed.verdict_on_figure().comparison.gap.filter(|_| !yardstick.is_level());
        // At the end there is no schedule left to be ahead of or behind.
        let is_over = self
            .assessed
            .verdict_on_figure()
            .period
            .is_some_and(|period| yardstick.is_last(period.end()));
        let gap = gap.filter(|_| !is_over && yardstick.schedule_at(self.plan.last).is_some());
        let way = match way_of(change) {
            "short" => "less",
            "even" => "equal",
            _ => "more",
        };
        Some(self.kind_message(
            text!("finding-change"),
            vec![
                made("baseline", self.amount(base)),
                made("change", self.difference(change)),
                word("way", way),
                word("fewer", yes_or_no(self.is_countable())),
                made(
                    "percent",
                    gap.map_or_else(
                        || percent(share),
                        |gap| self.gap_with_share(gap, Some(share)).1,
                    ),
                ),
                word("away", yes_or_no(share.is_negative())),
                word("paced", yes_or_no(gap.is_some())),
                made(
                    "lead",
                    gap.map_or_else(String::new, |gap| {
                        self.lead(gap, self.gap_with_share(gap, Some(share)).0)
                    }),
                ),
            ],
        ))
    }

    pub(super) fn of_growth(
        &self,
        yardstick: &Yardstick<'_>,
        point: &Point,
        value: Number,
    ) -> String {
        let (asked, gap) = (yardstick.threshold(), yardstick.gap(value));
        let (falls, is_fall_asked) = (value.is_negative(), asked.is_negative());
        let way = if gap == Number::ZERO {
            "equal"
        } else if is_fall_asked && falls {
            if gap.is_negative() { "falls-more" } else { "falls-less" }
        } else if is_fall_asked != falls {
            "opposite"
        } else if gap.is_negative() {
            "less"
        } else {
            "more"
        };
        let sentence = self.kind_message(
            text!("finding-growth"),
            vec![
                self.head(point),
                made("amount", self.change_of(value)),
                made("target", self.asked_change(asked)),
                made("left", self.difference(gap)),
                word("way", way),
            ],
        );
        match self.at_node(yardstick, point, value) {
            Some(node) => format!("{sentence}{}{node}", self.words.plain(text!("sentence-gap"))),
            None => sentence,
        }
    }
}
