//! Says the figures of an indicator as the cells of a table show them.

use crate::assess::regions::RegionAssessment;
use crate::assess::verdict::{Cadences, Rule};
use crate::assess::yardstick::{Basis, Yardstick};
use crate::model::indicator::Scope;
use crate::model::observation::ObservationStatus;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;
use crate::render::text_id::text;

use super::sentences::{IndicatorProse, signed};
use super::terms::{against, flag_word, percent};
use super::units::is_per_mille;
use super::words::Slot;

impl IndicatorProse<'_> {
    /// Returns the gap of the newest figure where it is one of percentage points, positive where
    /// good.
    #[must_use]
    pub fn gap_points(&self) -> Option<Number> {
        let gap = self.assessed.verdict_on_figure().comparison.gap?;
        let is_level = self.yardstick().is_some_and(|yardstick| yardstick.is_level());
        let unit = self.indicator.unit.first();
        let is_rate = self.indicator.measure.is_rate() || unit == "%";
        (!is_level || (is_rate && !is_per_mille(unit))).then_some(gap)
    }

    /// Says the gap as a table shows it: points of the schedule, or units, which are always named.
    ///
    /// In units it is the figure less what it is held against, whichever way is good: less the
    /// target, or less what is due by now, which the cell says.
    #[must_use]
    pub fn gap_cell(&self) -> Option<String> {
        let yardstick = self.yardstick()?;
        let (_, value) = self.judged_figure()?;
        let verdict = self.assessed.verdict_on_figure();
        if (yardstick.is_level() || self.is_level_without_way()) && verdict.comparison.gap.is_some()
        {
            let gap = yardstick.gap(value);
            return Some(signed(gap, self.difference(gap)));
        }
        // Of what is used up more is not better: the cell says it in words.
        let used = |gap: Number, text: String| {
            let way = match gap.cmp(&Number::ZERO) {
                std::cmp::Ordering::Less => "more",
                std::cmp::Ordering::Equal => "equal",
                std::cmp::Ordering::Greater => "less",
            };
            self.words
                .message(text!("gap-used"), &[("way", Slot::Text(way)), ("gap", Slot::Made(text))])
        };
        if verdict.rule == Rule::SmallNumber {
            // Where nothing may happen time allows nothing either.
            if is_limit_of_nothing(yardstick) {
                return None;
            }
            let expected = yardstick.expected_at(verdict.period?.end())?;
            return Some(self.units_to_schedule(value - expected));
        }
        let gap = verdict.comparison.gap?;
        if yardstick.is_sum_ceiling() {
            let shown = against(gap.abs(), 1, &[Number::ZERO]);
            let one = ("one", Slot::Text(if shown == "1" { "yes" } else { "no" }));
            let points = self.words.message(text!("points"), &[("value", Slot::Made(shown)), one]);
            return Some(used(gap, points));
        }
        Some(signed(gap, self.gap_with_share(gap, verdict.comparison.completion).0))
    }

    /// Says a gap in units to what is due by now.
    fn units_to_schedule(&self, gap: Number) -> String {
        let even = Slot::Text(if gap == Number::ZERO { "yes" } else { "no" });
        let gap = signed(gap, self.amount(gap.abs()));
        self.words.message(text!("gap-to-schedule"), &[("even", even), ("gap", Slot::Made(gap))])
    }

    /// Returns whether a share is said: below zero it states nothing of a target, while of a change
    /// it states the direction.
    pub(super) fn is_percent_shown(&self, share: Number) -> bool {
        let is_of_change = || self.yardstick().is_some_and(|one| one.basis() == Basis::Change);
        !share.is_negative() || is_of_change()
    }

    /// Says the completion as a table shows it; of a cadence, which is counted in parts, their
    /// number.
    #[must_use]
    pub fn completion_cell(&self) -> Option<String> {
        let verdict = self.assessed.verdict_on_figure();
        if let Some(parts) = &verdict.cadences {
            return Some(self.parts_cell(parts));
        }
        let completion =
            verdict.comparison.completion.filter(|share| self.is_percent_shown(*share))?;
        // Of how many regions it says nothing of what was used.
        if self.scope == Scope::EachRegion {
            return Some(percent(completion));
        }
        match self.is_level_without_way() {
            true => None,
            false => Some(self.share_cell(self.completion_share()?)),
        }
    }

    /// Says the completion with enough digits that it never seems to reach a schedule it misses.
    pub(super) fn completion_share(&self) -> Option<String> {
        let comparison = self.assessed.verdict_on_figure().comparison;
        let completion = comparison.completion?;
        Some(match comparison.gap {
            Some(gap) => self.gap_with_share(gap, Some(completion)).1,
            None => percent(completion),
        })
    }

    /// Says a share as a table shows it: of a ceiling it is what was used.
    pub(super) fn share_cell(&self, share: String) -> String {
        match self.indicator.is_sum_ceiling() {
            true => self.words.message(text!("cell-used"), &[("percent", Slot::Made(share))]),
            false => share,
        }
    }

    /// Says what stands in the place of a region's figure, and why there is none: what does not
    /// apply or is withheld is not missing, and neither is what is not due.
    pub(super) fn word_without_figure(&self, region: &RegionAssessment) -> String {
        let status = region.status.as_ref().map(|status| status.code);
        let flag = region.latest.and_then(|point| point.flag).filter(|flag| flag.replaces_value());
        match (flag, status) {
            (Some(flag), _) => flag_word(self.words, flag),
            (None, Some(StatusCode::NotApplicable)) => {
                flag_word(self.words, ObservationStatus::NotApplicable)
            }
            (None, Some(code)) if code.standing() == Standing::Awaiting => {
                self.words.plain(text!("dash"))
            }
            // It was said that none is due.
            (None, None) if region.answered.is_some() => self.words.plain(text!("dash")),
            (None, _) => flag_word(self.words, ObservationStatus::Missing),
        }
    }

    /// Says the schedule as a table shows it; a cadence has none beside its parts.
    #[must_use]
    pub fn schedule_cell(&self) -> Option<String> {
        let verdict = self.assessed.verdict_on_figure();
        let is_asked =
            verdict.cadences.is_none() && !self.yardstick().is_some_and(is_limit_of_nothing);
        let schedule = verdict.comparison.schedule.filter(|_| is_asked);
        schedule.filter(|_| !self.is_level_without_way()).map(percent)
    }

    /// Returns whether a share of the target says nothing of it.
    pub(super) fn is_level_without_way(&self) -> bool {
        self.yardstick().is_some_and(|one| one.is_level_by_nodes())
    }

    fn parts_cell(&self, parts: &Cadences) -> String {
        self.words.message(
            text!("cell-parts"),
            &[
                ("sure", Slot::Text(sureness_of(parts))),
                ("kept", Slot::Made(parts.least_kept().to_string())),
                ("due", Slot::Made(parts.due().to_string())),
            ],
        )
    }
}

fn is_limit_of_nothing(yardstick: Yardstick<'_>) -> bool {
    yardstick.is_sum_ceiling() && yardstick.asked() == Number::ZERO
}

/// Says how sure the number of parts is that were kept: it is so many, so many at the least, or
/// none for certain.
pub(super) fn sureness_of(parts: &Cadences) -> &'static str {
    match parts.least_kept() {
        _ if parts.is_known() => "known",
        0 => "none",
        _ => "least",
    }
}
