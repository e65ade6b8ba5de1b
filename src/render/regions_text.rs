//! Says what only some regions make: of a sum that is incomplete, withheld, or decided by a part.

use crate::assess::points::{Point, RegionCount};
use crate::model::indicator::{Aggregate, Scope};
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;

use super::sentences::IndicatorProse;
use super::text_id::text;
use super::words::Slot;

impl IndicatorProse<'_> {
    /// Says which periods only some regions reported, if that is news.
    #[must_use]
    pub fn partial(&self) -> Option<String> {
        // Where each region has its own target, who is missing is told with how the others stand.
        if self.scope == Scope::EachRegion || self.judged_figure().is_none() {
            return None;
        }
        let deciding = self.assessed.deciding_part();
        let is_older =
            |(period, _): &(Period, RegionCount)| deciding.is_none_or(|(of, _)| of != *period);
        let (period, count) = self.assessed.partial.filter(is_older)?;
        self.part_sentence(period, count, "no")
    }

    /// Says that only some regions make the figure that decides.
    pub(super) fn deciding_sentence(&self) -> Option<String> {
        let (period, count) = self.assessed.deciding_part()?;
        let point = self.assessed.series.at(period.end())?;
        if point.flag != Some(ObservationStatus::Withheld) {
            return self.part_sentence(period, count, "yes");
        }
        let withheld = usize::from(count.withheld);
        Some(self.words.message(text!("finding-part-withheld"), &[("n", Slot::Count(withheld))]))
    }

    /// Marks a figure in a table that only some regions make.
    pub(super) fn of_some_mark(&self) -> Option<String> {
        self.assessed.deciding_part().map(|_| self.words.plain(text!("cell-incomplete")))
    }

    pub(super) fn partial_sentence(&self) -> Option<String> {
        let (period, count) = self.assessed.partial?;
        self.part_sentence(period, count, "no")
    }

    fn part_sentence(
        &self,
        period: Period,
        count: RegionCount,
        decides: &'static str,
    ) -> Option<String> {
        // One for which the question does not arise has no figure.
        if count.reported == count.not_applicable {
            return None;
        }
        Some(self.words.message(
            text!("finding-partial"),
            &[
                ("head", Slot::Made(self.head_of(period))),
                ("reported", Slot::Count((count.reported + count.withheld).into())),
                ("held", Slot::Text(if count.withheld == 0 { "none" } else { "some" })),
                ("withheld", Slot::Made(count.withheld.to_string())),
                ("how", self.how_put_together()),
                ("asked", Slot::Count(count.asked.into())),
                ("amount", Slot::Made(self.gained(count.so_far))),
                ("decides", Slot::Text(decides)),
            ],
        ))
    }

    /// Returns the word for how the regions make the whole: a sum, or the largest of them.
    fn how_put_together(&self) -> Slot<'static> {
        let is_max = self.indicator.aggregate == Aggregate::Max;
        Slot::Text(if is_max { "max" } else { "sum" })
    }

    /// Says that what came after the figure that decided is withheld.
    pub(super) fn withheld_since(&self, point: &Point) -> Option<String> {
        let newest = self.assessed.series.latest()?;
        let is_later = newest.period.end() > point.period.end();
        (is_later && newest.flag == Some(ObservationStatus::Withheld))
            .then(|| self.without_value(newest))
    }

    /// Says which regions are counted by a figure of an earlier period than the newest of all.
    pub(super) fn older_sentence(&self) -> Option<String> {
        let verdict = self.assessed.verdict_on_figure();
        let (period, _) = verdict.figure.filter(|_| verdict.older > 0)?;
        let slots = [
            ("n", Slot::Count(verdict.older)),
            ("period", Slot::Made(self.period_of_figure(period))),
        ];
        Some(self.words.message(text!("finding-older"), &slots))
    }

    /// Says that the newest figure is withheld, or does not apply; of a sum how many regions
    /// withhold theirs.
    pub(super) fn without_value(&self, point: &Point) -> String {
        if point.flag == Some(ObservationStatus::NotApplicable) {
            return self.words.plain(text!("finding-not-applicable"));
        }
        let head = ("head", Slot::Made(self.period_of_figure(point.period)));
        match point.regions.map(|count| usize::from(count.withheld)) {
            Some(withheld) => {
                let slots = [head, ("how", self.how_put_together()), ("n", Slot::Count(withheld))];
                self.words.message(text!("finding-withheld-part"), &slots)
            }
            None => self.words.message(text!("finding-withheld"), &[head]),
        }
    }
}
