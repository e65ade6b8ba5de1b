//! Says of the lists of a batch which are out, and in which figure one will be counted.
//!
//! A list that is out is said to count in a later figure only while that figure can be awaited.

use crate::assess::lists::{ListEntry, covers, entry_of_list, last_list, newest_list};
use crate::date::Date;
use crate::model::indicator::{Batch, Schedule, Scope};
use crate::model::status::{Standing, StatusCode};
use crate::render::sentences::IndicatorProse;
use crate::render::terms::date;
use crate::render::words::Slot;

impl IndicatorProse<'_> {
    fn lists(&self) -> &[Batch] {
        match &self.indicator.schedule {
            Schedule::Batch(batches) => batches,
            _ => &[],
        }
    }

    /// Returns the day of the newest list that is out.
    pub(super) fn last_list_out(&self) -> Option<Date> {
        newest_list(self.lists(), self.assessed.looked_at)
    }

    /// Returns whether a figure of the whole, or of a region, covers a list.
    pub(super) fn is_covered(&self, list: Date) -> bool {
        let is_of_each = self.indicator.scope == Scope::EachRegion;
        let regions = self.assessed.regions.iter().filter(|_| is_of_each);
        let regions = regions.filter_map(|region| region.latest);
        // What is withheld now takes nothing from an older figure that has it.
        let own = self.assessed.series.points.iter().filter(|point| point.value.is_some()).copied();
        let judged = self.assessed.judged_figure().map(|(point, _)| point);
        own.chain(judged)
            .chain(regions.filter(|point| point.value.is_some()))
            .any(|point| covers(self.plan, point.period, point.recorded, list))
    }

    /// Returns the day of the newest list, where it came after the newest figure and nothing is
    /// decided yet.
    pub(super) fn list_after_figure(&self) -> Option<Date> {
        let code = self.assessed.verdict_on_figure().code;
        let is_open = matches!(code, StatusCode::NotDue | StatusCode::Pending);
        self.last_list_out().filter(|list| is_open && !self.is_covered(*list))
    }

    /// Returns whether a list is out, waited for, and in no figure yet.
    pub(super) fn is_list_uncovered(&self, list: Date) -> bool {
        let is_awaited = self.assessed.status.code.standing() == Standing::Awaiting;
        is_awaited && !self.is_covered(list)
    }

    /// Returns the day of a list with where it will be counted, for a message.
    pub(super) fn slots_of_list(&self, list: Date) -> Vec<(&'static str, Slot<'static>)> {
        let entry = entry_of_list(self.plan, self.indicator, list, self.assessed.looked_at);
        let (where_in, period) = match entry {
            ListEntry::Next => ("next", String::new()),
            ListEntry::Of(period) => ("period", self.period_inside(period)),
            ListEntry::Nowhere => ("none", String::new()),
        };
        vec![
            ("date", Slot::Made(date(self.words, list))),
            ("in", Slot::Text(where_in)),
            ("period", Slot::Made(period)),
        ]
    }

    /// Says why a batch stands as it does: reached, all lists out without a figure that covers
    /// them, or by the lists.
    pub(super) fn way_of_lists(&self, code: StatusCode) -> &'static str {
        let last = last_list(self.lists(), self.assessed.looked_at);
        let is_uncovered = last.is_some_and(|list| !self.is_covered(list));
        match code {
            StatusCode::Done => "yes",
            StatusCode::NotDue if is_uncovered => "out",
            StatusCode::Pending if is_uncovered => "over",
            _ => "no",
        }
    }
}
