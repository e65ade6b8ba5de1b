//! Says why a status stands: the rule that decided, its numbers, and the edges between the words.
//!
//! Comes in: what is told of an indicator. Goes out: sentences for who wants to check. Every edge
//! is said with the word it leads to, in the words of the target's own kind.

use crate::assess::verdict::{Cadences, Rule, Verdict};
use crate::assess::yardstick::{Kind, Scale};
use crate::model::indicator::Schedule;
use crate::model::plan::Bands;
use crate::model::status::{Family, StatusCode};
use crate::number::Number;
use crate::phrase::Op;
use crate::render::amounts::deed_of;
use crate::render::period_words::standalone_inside;
use crate::render::sentences::{IndicatorProse, signed};
use crate::render::terms::{date, number, percent, places_against, status_word};
use crate::render::text_id::{text, text_of};
use crate::render::units::is_per_mille;
use crate::render::words::Slot;

impl IndicatorProse<'_> {
    /// Says the rule that decided, with its numbers and thresholds, one sentence each.
    #[must_use]
    pub fn reasons(&self) -> Vec<String> {
        let mut reasons = Vec::new();
        if let (Some(by_hand), Rule::Override) =
            (&self.indicator.override_by_hand, self.assessed.status.rule)
        {
            let computed =
                self.assessed.computed.as_ref().map_or(String::new(), |v| {
                    status_word(self.words, self.plan, v.code, v.family)
                });
            reasons.push(self.words.message(
                text!("reason-override"),
                &[
                    ("author", Slot::Text(&by_hand.author)),
                    ("date", Slot::Made(date(self.words, by_hand.date))),
                    (
                        "reason",
                        Slot::Text(without_stop(by_hand.reason.in_language(self.words.language()))),
                    ),
                    ("computed", Slot::Made(computed)),
                ],
            ));
        }
        if let Some(overdue) = self.assessed.status.overdue.filter(|_| self.plan.publishes_overdue)
        {
            // Before anything was judged there is no older verdict to tell of.
            let verdict = self.assessed.verdict_on_figure();
            let is_older =
                verdict.figure.is_some_and(|(period, _)| period.end() < overdue.period.end());
            let is_known = is_older && verdict.code != StatusCode::NotDue;
            let late = verdict
                .tally
                .map(|tally| tally.missing)
                .filter(|missing| *missing > 0 && verdict.rule == Rule::EveryRegion);
            let slots = [
                ("period", Slot::Made(self.period_inside(overdue.period))),
                ("date", Slot::Made(date(self.words, overdue.deadline))),
                ("known", Slot::Text(if is_known { "yes" } else { "no" })),
                // Of a target of each region only those that are silent are late.
                ("some", Slot::Text(if late.is_some() { "yes" } else { "no" })),
                ("n", Slot::Count(late.unwrap_or(0))),
            ];
            reasons.push(self.words.message(text!("reason-overdue"), &slots));
        }
        let verdict = self.assessed.verdict_on_figure();
        reasons.push(self.reason_of_rule(verdict));
        reasons.extend(self.reason_provisional(verdict));
        reasons.extend(self.thresholds(verdict));
        reasons
    }

    fn reason_of_rule(&self, verdict: &Verdict) -> String {
        let comparison = &verdict.comparison;
        if self.indicator.target.as_ref().is_some_and(|target| target.op == Op::Flag)
            && verdict.rule == Rule::Expected
        {
            return self.words.message(text!("reason-flag"), &[deed_of(self.indicator)]);
        }
        let yardstick = self.yardstick();
        let is_spared = verdict.rule == Rule::NotApplicable
            && verdict.period.is_none()
            && yardstick.is_some_and(|one| one.asks_for_nothing());
        if is_spared {
            return self.words.plain(text!("reason-no-share"));
        }
        let is_zero =
            yardstick.is_some_and(|one| one.is_sum_ceiling() && one.threshold() == Number::ZERO);
        let is_compared = matches!(verdict.rule, Rule::Linear | Rule::Expected | Rule::SmallNumber);
        if is_zero && is_compared {
            return self.words.message(text!("reason-ceiling-zero"), &self.words_of_bands(verdict));
        }
        if comparison.schedule.is_none() && matches!(verdict.rule, Rule::Expected | Rule::Cadence) {
            return self.reason_before_first_node();
        }
        // Where edges are said by themselves, the rule needs none of their words.
        let mut slots = match verdict.rule {
            Rule::Cadence | Rule::EveryRegion | Rule::YearEnd => self.words_of_bands(verdict),
            _ => Vec::new(),
        };
        if matches!(verdict.rule, Rule::Cadence | Rule::EveryRegion) {
            slots.extend(self.slots_of_end(verdict));
        }
        // The node plan is told as it stands, whatever edge the bands have.
        let node = verdict.period.filter(|_| verdict.rule == Rule::Expected).and_then(|period| {
            let line = yardstick?.line_at(period.end())?;
            (!yardstick?.counts_whole_things() || line.to_whole().is_some()).then_some(line)
        });
        // A row may say that nothing is due; without any the plan is over without a figure.
        let is_never_reported = verdict.code == StatusCode::NotDue
            && verdict.period.is_none()
            && self.is_after_the_end();
        let made = |value: Option<Number>, format_value: &dyn Fn(Number) -> String| {
            Slot::Made(value.map(format_value).unwrap_or_default())
        };
        // Of a loss that is to shrink no completion is told, but what the schedule is held against.
        let part = comparison
            .completion
            .or_else(|| yardstick?.progress(self.judged_figure()?.1))
            .filter(|_| comparison.completion.is_some() || comparison.gap.is_some());
        let (gap, share) = match comparison.gap.filter(|_| part.is_some()) {
            Some(gap) => {
                let (shown, share) = self.gap_with_share(gap, part);
                (signed(gap, shown), share)
            }
            None => (String::new(), part.map(percent).unwrap_or_default()),
        };
        slots.extend([
            (
                "period",
                Slot::Made(
                    verdict.period.map(|period| self.period_of_figure(period)).unwrap_or_default(),
                ),
            ),
            ("percent", Slot::Made(share)),
            ("schedule", made(comparison.schedule, &percent)),
            ("has_gap", Slot::Text(if comparison.gap.is_some() { "yes" } else { "no" })),
            ("gap", Slot::Made(gap)),
            ("code", Slot::Text(if is_never_reported { "over" } else { verdict.code.word() })),
            (
                "long",
                Slot::Text(if yardstick.is_some_and(|one| !one.is_level_due(self.plan.first)) {
                    "yes"
                } else {
                    "no"
                }),
            ),
            (
                "expected",
                made(node.or(comparison.expected), &|value| {
                    self.covered_word(value).unwrap_or_else(|| {
                        self.signed_amount(value.rounded(places_against(value, 2, &[])))
                    })
                }),
            ),
            ("parts", made(comparison.expected, &number)),
            (
                "basis",
                Slot::Text(if self.is_level_without_way() {
                    "nodes"
                } else if yardstick.is_some_and(|one| one.is_loss_to_shrink()) {
                    "loss"
                } else {
                    yardstick.map_or("target", |one| one.basis().word())
                }),
            ),
            (
                "lower",
                Slot::Text(if yardstick.is_some_and(|one| one.is_lower_better()) {
                    "yes"
                } else {
                    "no"
                }),
            ),
            ("done", Slot::Text(self.way_of_lists(verdict.code))),
            ("when", Slot::Text(self.when_decided(verdict))),
            (
                "phrase",
                Slot::Made(
                    self.indicator.target.as_ref().map_or_else(String::new, |t| t.phrase.clone()),
                ),
            ),
            ("noun", Slot::Made(self.target_noun())),
        ]);
        let reason = self.words.message(text_of!("reason-", verdict.rule.word()), &slots);
        if !self.has_gaps(verdict) {
            return reason;
        }
        format!(
            "{reason}{}{}",
            self.words.plain(text!("sentence-gap")),
            self.words.plain(text!("reason-gaps"))
        )
    }

    /// Says whether the end of the plan decides, or lists do, and the words of that.
    fn slots_of_end(&self, verdict: &Verdict) -> Vec<(&'static str, Slot<'static>)> {
        let is_over = match verdict.rule {
            Rule::EveryRegion => self.are_regions_over(verdict),
            _ => self
                .yardstick()
                .zip(verdict.period)
                .is_some_and(|(one, period)| one.is_last(period.end())),
        };
        let is_batch = verdict.family == Family::Batch;
        let about = self.indicator.target.as_ref().is_some_and(|target| target.op == Op::Approx);
        let is_open = is_batch && verdict.code != StatusCode::Pending;
        let (met, open) = (
            if is_batch { StatusCode::Done } else { StatusCode::Met },
            if is_open { StatusCode::NotDue } else { StatusCode::Pending },
        );
        let decider = match (is_batch, is_over) {
            (true, _) => "lists",
            (false, true) => "end",
            (false, false) => "schedule",
        };
        vec![
            ("decider", Slot::Text(decider)),
            ("about", Slot::Text(if about { "yes" } else { "no" })),
            ("w_met", Slot::Made(self.word_of(verdict, met))),
            ("w_nearly", Slot::Made(self.word_of(verdict, StatusCode::NearlyMet))),
            ("w_open", Slot::Made(self.word_of(verdict, open))),
        ]
    }

    /// Returns whether figures are missing among the parts that are counted.
    fn has_gaps(&self, verdict: &Verdict) -> bool {
        let has_missing = verdict.tally.is_some_and(|tally| tally.missing > 0);
        let is_open = |parts: &Cadences| !parts.is_known();
        has_missing || verdict.cadences.as_deref().is_some_and(is_open)
    }

    /// Returns when a target that is only attained or not is decided: at the end, or before it in
    /// one way.
    fn when_decided(&self, verdict: &Verdict) -> &'static str {
        let Some(yardstick) = self.yardstick() else { return "end" };
        match verdict.period {
            Some(period) if yardstick.is_last(period.end()) => "over",
            _ if yardstick.waits_for_the_end() => "no-start",
            _ if yardstick.is_irreversible() => "once-reached",
            _ if yardstick.is_sum_ceiling() => "once-exceeded",
            _ => "end",
        }
    }

    fn reason_before_first_node(&self) -> String {
        let Schedule::Expected(points) = &self.indicator.schedule else {
            return self.words.plain(text!("reason-no-part"));
        };
        let first = points.first().map(|point| standalone_inside(self.words, point.period, true));
        let is_done = self.yardstick().is_some_and(|one| one.is_irreversible());
        let done = Slot::Text(if is_done { "yes" } else { "no" });
        self.words.message(
            text!("reason-before-node"),
            &[("first", Slot::Made(first.unwrap_or_default())), ("done", done)],
        )
    }

    /// Says that a figure which may still be revised settles nothing.
    fn reason_provisional(&self, verdict: &Verdict) -> Option<String> {
        let (yardstick, (point, value)) = (self.yardstick()?, self.judged_figure()?);
        let flag = point.flag.filter(|flag| flag.is_unfinished())?;
        let is_open = !matches!(
            verdict.code,
            StatusCode::Done | StatusCode::Missed | StatusCode::MissedStretch
        );
        let flag = ("flag", Slot::Text(flag.letter()));
        (yardstick.settles(value) && is_open)
            .then(|| self.words.message(text!("reason-provisional"), &[flag]))
    }

    /// Says from which difference on which word stands.
    fn thresholds(&self, verdict: &Verdict) -> Option<String> {
        // Where nothing was compared no edge applies.
        verdict.comparison.gap.or(verdict.comparison.expected)?;
        let yardstick = self.yardstick()?;
        if !matches!(verdict.rule, Rule::Linear | Rule::Expected | Rule::Level | Rule::SmallNumber)
        {
            return None;
        }
        if yardstick.is_sum_ceiling() && yardstick.threshold() == Number::ZERO {
            return None;
        }
        let key = match yardstick.scale() {
            _ if yardstick.kind() == Kind::Coverage => text!("thresholds-covered"),
            Scale::Points => text!("thresholds-points"),
            Scale::PercentOfTarget => text!("thresholds-percent"),
            Scale::Units if yardstick.is_sum_ceiling() => text!("thresholds-units-ceiling"),
            Scale::Units => text!("thresholds-units"),
            Scale::Places => text!("thresholds-places"),
            Scale::Attainment => text!("thresholds-attainment"),
        };
        let (is_level, is_lower) = (yardstick.is_level(), yardstick.is_lower_better());
        let difference = match (is_level, yardstick.basis()) {
            (true, _) if is_lower => "level-lower",
            (true, _) => "level",
            (false, _) if self.is_level_without_way() && yardstick.is_less_of_it_better() => {
                "nodes-lower"
            }
            (false, _) if self.is_level_without_way() => "nodes",
            (false, _) if yardstick.is_loss_to_shrink() => "loss",
            (false, basis) => basis.word(),
        };
        // The column of gaps has the figure less the target: where less is better edges are turned.
        let is_turned = difference == "level-lower"
            && matches!(yardstick.scale(), Scale::Points | Scale::PercentOfTarget);
        let mut slots = self.words_of_edges(verdict, is_turned);
        let tail = match yardstick.tolerance() {
            Some(_) if is_level => "about",
            _ if is_level => "attained",
            _ if yardstick.is_sum_ceiling() && yardstick.counts_whole_things() => "rounded",
            _ => "none",
        };
        let is_one_word =
            self.word_of(verdict, StatusCode::Ahead) == self.word_of(verdict, StatusCode::OnTrack);
        slots.extend([
            ("difference", Slot::Text(difference)),
            ("turned", Slot::Text(if is_turned { "yes" } else { "no" })),
            ("tail", Slot::Text(tail)),
            ("idle", Slot::Text(if is_level || !yardstick.must_grow() { "no" } else { "yes" })),
            ("one", Slot::Made(self.amount(Number::ONE))),
            // Of a level the lead is a share of the target, of all else points of the schedule.
            ("lead", Slot::Text(if is_level { "level" } else { "pace" })),
            ("side", Slot::Text(if is_lower { "over" } else { "short" })),
            (
                "points",
                Slot::Text(if is_level && is_per_mille(self.indicator.unit.first()) {
                    "mille"
                } else {
                    "cent"
                }),
            ),
            ("same", Slot::Text(if is_one_word { "yes" } else { "no" })),
        ]);
        Some(self.words.message(key, &slots))
    }

    /// Returns the edges that apply, and the words between them.
    fn words_of_bands(&self, verdict: &Verdict) -> Vec<(&'static str, Slot<'static>)> {
        self.words_of_edges(verdict, false)
    }

    /// Returns the same of a difference that is the better the lower it is.
    fn words_of_edges(
        &self,
        verdict: &Verdict,
        is_turned: bool,
    ) -> Vec<(&'static str, Slot<'static>)> {
        let bands = self.bands();
        let regions = self.plan.region_bands;
        let edge = |value: Number| {
            let value = if is_turned { -value } else { value };
            Slot::Made(if value.is_negative() {
                signed(value, number(value.abs()))
            } else {
                number(value)
            })
        };
        let mut slots = vec![
            ("ahead", edge(bands.ahead)),
            ("on_track", edge(bands.on_track)),
            ("slightly", edge(bands.slightly_behind)),
            ("behind", edge(bands.behind)),
            ("most_regions", Slot::Made(number(regions.slightly_behind))),
            ("half_of_regions", Slot::Made(number(regions.behind))),
            ("family", Slot::Text(verdict.family.word())),
        ];
        let missed = self.yardstick().map_or(StatusCode::Missed, |one| one.missed_code());
        for (name, code) in [
            ("w_ahead", StatusCode::Ahead),
            ("w_on_track", StatusCode::OnTrack),
            ("w_slightly", StatusCode::SlightlyBehind),
            ("w_behind", StatusCode::Behind),
            ("w_far", StatusCode::FarBehind),
            ("w_missed", missed),
        ] {
            slots.push((name, Slot::Made(self.word_of(verdict, code))));
        }
        slots
    }

    fn word_of(&self, verdict: &Verdict, code: StatusCode) -> String {
        status_word(self.words, self.plan, code, verdict.family)
    }

    /// Lists the edges a gap must not seem to be on the other side of.
    pub(super) fn edges(&self) -> [Number; 5] {
        let bands = self.bands();
        let zero = Number::ZERO;
        [zero, bands.ahead, bands.on_track, bands.slightly_behind, bands.behind]
    }

    pub(super) fn bands(&self) -> &Bands {
        self.yardstick().map_or(&self.plan.bands, |yardstick| yardstick.bands())
    }
}

/// Returns a text of the author's without the stop at its end: the sentence around it has one.
fn without_stop(text: &str) -> &str {
    text.trim_end().trim_end_matches(['。', '.', '；', ';'])
}
