//! Says how a target stands that is counted in parts: regions that are covered or have a target
//! each, and the months or quarters of a frequency.
//!
//! Comes in: what is told of an indicator, with the tally of its verdict. Goes out: a sentence
//! whose numbers add up.

use crate::assess::points::Point;
use crate::assess::verdict::{Rule, Verdict};
use crate::assess::yardstick::{Demand, Kind, Yardstick};
use crate::model::indicator::{Measure, Schedule, Target};
use crate::model::period::{Cadence, PeriodEnd};
use crate::model::status::{Family, Standing, StatusCode};
use crate::number::Number;
use crate::render::cells::sureness_of;
use crate::render::kinds::{made, word, yes_or_no};
use crate::render::period_words::{months_between, standalone_inside};
use crate::render::sentences::IndicatorProse;
use crate::render::terms::number;
use crate::render::text_id::text;

impl IndicatorProse<'_> {
    pub(super) fn of_coverage(&self, yardstick: &Yardstick<'_>, value: Number) -> String {
        let is_batch = matches!(self.indicator.schedule, Schedule::Batch(_));
        let verb = word("verb", if is_batch { "batch" } else { "other" });
        if !yardstick.counts_regions() {
            let is_attained = yardstick.is_attained(value);
            let slots = vec![word("attained", yes_or_no(is_attained)), verb];
            return self.kind_message(text!("finding-covered"), slots);
        }
        let tally = self.assessed.verdict_on_figure().tally;
        let withheld = tally.map_or(0, |tally| tally.withheld);
        let left = yardstick.asked() - value - Number::from(withheld);
        let slots = vec![
            made("all", number(yardstick.asked())),
            made("value", number(value)),
            made("left", number(left)),
            made("withheld", withheld.to_string()),
            word("held", if withheld == 0 { "none" } else { "some" }),
            verb,
        ];
        self.with_older(self.kind_message(text!("finding-coverage"), slots))
    }

    /// Adds how many regions are counted by a figure of an earlier period than the newest of all.
    fn with_older(&self, sentence: String) -> String {
        match self.older_sentence() {
            Some(older) => format!("{sentence}{}{older}", self.words.plain(text!("sentence-gap"))),
            None => sentence,
        }
    }

    /// Says of a single region under a coverage whether it is covered; its figure is no percentage.
    pub(super) fn covered_word(&self, value: Number) -> Option<String> {
        if self.yardstick()?.kind() != Kind::Coverage {
            return None;
        }
        let yardstick = Yardstick::new(self.plan, self.indicator, Demand::Target)?;
        let is_batch = matches!(self.indicator.schedule, Schedule::Batch(_));
        let verb = word("verb", if is_batch { "batch" } else { "other" });
        let attained = word("attained", yes_or_no(yardstick.is_attained(value)));
        Some(self.kind_message(text!("figure-covered"), vec![attained, verb]))
    }

    /// Says how the regions stand, each by its own target; nothing where there is nothing to count.
    pub(super) fn of_each_region(&self) -> String {
        let (status, yardstick) = (self.assessed.verdict_on_figure(), self.yardstick());
        let Some(tally) = status.tally else {
            // A level of a plan of several years waits for the last one; how they stand is known.
            let known = yardstick.zip(status.figure);
            return match known.filter(|_| status.family != Family::Batch) {
                Some((yardstick, (_, reached))) => self.with_older(self.kind_message(
                    text!("finding-each-waiting"),
                    vec![
                        made("all", number(yardstick.asked())),
                        made("reached", number(reached)),
                        word("kind", self.counted_kind()),
                    ],
                )),
                None if status.code == StatusCode::NotApplicable => {
                    self.words.plain(text!("finding-not-applicable"))
                }
                None => self.words.plain(self.not_due_key()),
            };
        };
        // Some may still stand at an earlier month: they are on schedule, and have reached nothing
        // yet.
        let is_end = self.are_regions_over(status) && tally.good == tally.reached;
        let is_coverage = yardstick.is_some_and(|one| one.kind() == Kind::Coverage);
        let family = match status.family {
            _ if is_coverage => "covered",
            Family::Ceiling if is_end => "ceiling-end",
            Family::Ceiling => "ceiling",
            _ if is_end => "end",
            Family::Level | Family::LevelLower => "level",
            _ => "pace",
        };
        let some = |count: usize| if count == 0 { "none" } else { "some" };
        let all = tally.good + tally.below + tally.missing + tally.awaiting + tally.withheld;
        if all == tally.withheld {
            let withheld = made("withheld", tally.withheld.to_string());
            return self.kind_message(text!("finding-each-withheld"), vec![withheld]);
        }
        // At the end all that is good has attained its target; it need not be said twice.
        let finished = if is_end { 0 } else { tally.done };
        // What exceeded its limit for good is not only ahead of its schedule.
        let over = if family == "ceiling" { tally.missed } else { 0 };
        let below = tally.below - over;
        let slots = vec![
            made("all", all.to_string()),
            made("good", tally.good.to_string()),
            made("finished", finished.to_string()),
            word("done", some(finished)),
            made("below", below.to_string()),
            word("falls", if below == 0 && over > 0 { "none" } else { "some" }),
            made("over", over.to_string()),
            word("exceeds", some(over)),
            word("held", some(tally.withheld)),
            made("withheld", tally.withheld.to_string()),
            made("missing", tally.missing.to_string()),
            word("absent", some(tally.missing)),
            made("awaiting", (tally.awaiting - tally.pending).to_string()),
            word(
                "waiting",
                match status.family {
                    _ if tally.awaiting == tally.pending => "none",
                    Family::Batch => "batch",
                    _ => "some",
                },
            ),
            made("pending", tally.pending.to_string()),
            word("unsettled", some(tally.pending)),
            word("family", family),
        ];
        self.with_older(self.kind_message(text!("finding-each"), slots))
    }

    /// Returns whether the regions of a target that each of them has are judged by the end of the
    /// plan, no longer by their schedule.
    pub(super) fn are_regions_over(&self, status: &Verdict) -> bool {
        matches!(status.code, StatusCode::Met | StatusCode::NearlyMet | StatusCode::Pending)
            || status.tally.is_some_and(|tally| tally.ended > 0)
            || self
                .yardstick()
                .zip(status.period)
                .is_some_and(|(one, period)| one.is_last(period.end()))
    }

    /// Returns what is counted where regions are: those that reached the target, or those that did
    /// not exceed a limit, which is kept only in the end.
    pub(super) fn counted_kind(&self) -> &'static str {
        if self.indicator.is_sum_ceiling() { "ceiling" } else { "target" }
    }

    pub(super) fn of_cadence(&self, point: &Point) -> String {
        let verdict = self.assessed.verdict_on_figure();
        let Some(parts) = verdict.cadences.as_deref() else {
            // Of a report that is missing nothing more can be told.
            let is_missing = self.assessed.status.code.standing() == Standing::Missing;
            // A row that says that none is due speaks of itself; the parts before it were due.
            let is_of_parts = self.assessed.status.rule == Rule::Cadence;
            return match self.judged_figure().filter(|_| !is_missing) {
                None => String::new(),
                Some((point, value)) if !is_of_parts => self.context(&point, value),
                Some((_, value)) => self.kind_message(
                    text!("finding-cadence-none"),
                    vec![self.head(point), made("amount", self.signed_amount(value))],
                ),
            };
        };
        let per = self.indicator.target.as_ref().and_then(|target| target.per);
        let pause = self.words.plain(text!("list-pause"));
        let year = point.period.year;
        let names = |ends: &[PeriodEnd]| {
            let name =
                |end: &PeriodEnd| self.name_of_part(*end, per.unwrap_or(Cadence::Year), year);
            ends.iter().map(name).collect::<Vec<_>>().join(&pause)
        };
        let some = |ends: &[PeriodEnd]| if ends.is_empty() { "none" } else { "some" };
        let target = self.indicator.target.as_ref();
        let is_once = self.yardstick().is_some_and(|one| one.asked() == Number::ONE);
        let verb = match self.indicator.measure {
            _ if target.is_some_and(Target::is_lower_better) => "within",
            Measure::Event if is_once => "event",
            _ => "other",
        };
        self.kind_message(
            text!("finding-cadence"),
            vec![
                made("due", parts.due().to_string()),
                made("kept", parts.least_kept().to_string()),
                word("sure", sureness_of(parts)),
                word("per", per.map_or("", |per| per.word())),
                word("verb", verb),
                made("skipped", names(&parts.skipped)),
                word("skips", some(&parts.skipped)),
                made("unknown", names(&parts.unknown)),
                word("gaps", some(&parts.unknown)),
                made("lost", parts.lost.to_string()),
                word("loses", if parts.lost == 0 { "none" } else { "some" }),
                word("exact", yes_or_no(parts.is_known())),
            ],
        )
    }

    /// Says a part of the span, without its year where that is the year spoken of.
    fn name_of_part(&self, end: PeriodEnd, per: Cadence, year: i16) -> String {
        match per.period_ending(end) {
            Some(period) if period.year == year && self.plan.is_calendar_year() => {
                standalone_inside(self.words, period, false)
            }
            Some(period) => standalone_inside(self.words, period, true),
            // A half-year of a plan from April is none of the calendar's.
            None => months_between(self.words, end.plus_months(1 - i32::from(per.months())), end),
        }
    }
}
