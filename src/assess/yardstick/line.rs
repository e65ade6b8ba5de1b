//! The schedule line of a yardstick: what time asks for, and where a pace leads.

use super::{LEAST_MONTHS, Yardstick};
use crate::assess::sorts::Curve;
use crate::model::indicator::{ExpectedPoint, Schedule, Scope};
use crate::model::period::PeriodEnd;
use crate::number::Number;

impl Yardstick<'_> {
    /// Returns the share that is expected by the end of a month; nothing before a node plan begins,
    /// and for what is not compared with time.
    ///
    /// A level that is to fall follows its node plan downwards: the nodes of a target where less is
    /// better fall, and a figure above its node is behind; nodes that rise are refused when they
    /// are read. Without a baseline the lead is schedule minus share, as for a limit.
    ///
    /// The node plan of a stock with a baseline is compared from the baseline on: τ = (E−B)/(T−B),
    /// as completion is (A−B)/(T−B). E/T beside it would mix two scales.
    #[must_use]
    pub fn schedule_at(&self, period_end: PeriodEnd) -> Option<Number> {
        match &self.indicator.schedule {
            _ if !self.has_line() => None,
            Schedule::Expected(points) => {
                let whole =
                    if self.is_allocation() { self.nodes_whole(points)? } else { self.threshold() };
                let base = self.baseline().unwrap_or(Number::ZERO);
                (self.node_at(points, period_end)? - base).divided_by(whole - base)
            }
            _ => {
                let (gone, months) = self.plan.months_gone(period_end);
                Number::from(gone).divided_by(Number::from(months))
            }
        }
    }

    /// Returns the amount of the schedule line at the end of a month, divided only once.
    ///
    /// Shares of a target are divided last (T·months/12), so that a third of three is one.
    #[must_use]
    pub fn line_at(&self, period_end: PeriodEnd) -> Option<Number> {
        match &self.indicator.schedule {
            _ if !self.has_line() => None,
            Schedule::Expected(points) => {
                let node = self.node_at(points, period_end)?;
                match self.is_allocation() {
                    true => (node * self.threshold()).divided_by(self.nodes_whole(points)?),
                    false => Some(node),
                }
            }
            _ => {
                let (gone, months) = self.plan.months_gone(period_end);
                let (gone, months) = (Number::from(gone), Number::from(months));
                let base = self.baseline().unwrap_or(Number::ZERO);
                (base * months + (self.threshold() - base) * gone).divided_by(months)
            }
        }
    }

    /// Returns whether time asks for something of it: levels, lists, counts of regions and what is
    /// only looked at in the end have no schedule line.
    fn has_line(&self) -> bool {
        let is_paced = matches!(self.indicator.schedule, Schedule::Linear | Schedule::Expected(_));
        is_paced && !self.is_level() && !self.counts_regions() && !self.waits_for_the_end()
    }

    /// Returns the node that holds at the end of a month: the last one passed; of a ceiling the
    /// next one, whose value may be used up to it, as far as the limit itself. At the end of the
    /// plan a strict target asks for more than its own number.
    ///
    /// Nodes of a strict target stand as they were filed; only the end of the plan asks for one
    /// more. Of a limit no node allows more than the limit itself.
    fn node_at(&self, points: &[ExpectedPoint], period_end: PeriodEnd) -> Option<Number> {
        let next =
            || points.iter().find(|point| point.period.end() >= period_end).or(points.last());
        let passed = || points.iter().rfind(|point| point.period.end() <= period_end);
        if self.is_sum_ceiling() {
            let limit =
                if self.is_allocation() { self.nodes_whole(points)? } else { self.threshold() };
            return Some(next()?.value.min(limit));
        }
        let node = passed()?.value;
        let is_target_itself = self.is_last(period_end) && node == self.asked;
        Some(if is_target_itself { self.threshold() } else { node })
    }

    /// Returns the number the nodes lead to: a region's share keeps their proportions.
    fn nodes_whole(&self, points: &[ExpectedPoint]) -> Option<Number> {
        match self.indicator.scope {
            Scope::EachRegion => points.last().map(|point| point.value),
            Scope::Plan => Some(self.target.threshold()),
        }
    }

    /// Returns the schedule line as it is drawn. Nothing for what is not compared with time.
    #[must_use]
    pub fn curve(&self) -> Option<Curve> {
        let Schedule::Expected(points) = &self.indicator.schedule else {
            let ends = [self.plan.first, self.plan.last];
            let corners: Option<Vec<_>> = ends
                .into_iter()
                .map(|period_end| Some((period_end, self.line_at(period_end)?)))
                .collect();
            return corners.map(|corners| Curve { corners, is_stepped: false });
        };
        // A step stands at the node's month: what must be there holds from it on, what may be used
        // up to it.
        let months = points.iter().map(|point| point.period.end());
        let steps: Vec<(PeriodEnd, Number)> =
            months.filter_map(|period_end| Some((period_end, self.line_at(period_end)?))).collect();
        let mut corners = Vec::with_capacity(steps.len() * 2);
        let mut held = None;
        let mut from = self.plan.first;
        for (period_end, value) in steps {
            if self.is_sum_ceiling() {
                corners.extend([(from, value), (period_end, value)]);
                from = period_end;
            } else {
                corners.extend(held.map(|held| (period_end, held)));
                corners.push((period_end, value));
                held = Some(value);
            }
        }
        corners.dedup();
        (!corners.is_empty()).then_some(Curve { corners, is_stepped: true })
    }

    /// Returns what must be there by the end of a month to stand on schedule, or what of a ceiling
    /// may be used: for whole things a whole number. A figure attains it exactly when its status is
    /// good.
    #[must_use]
    pub fn expected_at(&self, period_end: PeriodEnd) -> Option<Number> {
        let line = self.line_at(period_end)?;
        let (is_ceiling, is_lower) = (self.is_sum_ceiling(), self.is_lower_better());
        Some(match self.counts_whole_things() {
            // What may be used is a whole number, rounded up.
            true if is_ceiling && self.is_small() => line.ceil(),
            true if is_ceiling => line.ceil().max(self.with_edge(line).floor()),
            true if self.is_small() && is_lower => line.ceil(),
            true if self.is_small() => line.floor(),
            true if is_lower => self.with_edge(line).floor(),
            true => self.with_edge(line).ceil(),
            false => self.with_edge(line),
        })
    }

    /// Adds the edge of on track to the schedule line; it is 0 where the plan says nothing.
    fn with_edge(&self, line: Number) -> Number {
        let base = self.baseline().unwrap_or(Number::ZERO);
        let edge = (self.threshold() - base) * self.bands().on_track;
        let edge = edge.divided_by(Number::HUNDRED).unwrap_or(Number::ZERO);
        if self.is_less_of_it_better() { line - edge } else { line + edge }
    }

    /// Returns the same to be written down: with two digits behind the point, or as many as say it
    /// to a hundredth, and rounded so that to stand at it is enough.
    #[must_use]
    pub fn expected_to_write(&self, period_end: PeriodEnd) -> Option<Number> {
        const RECORDED_PLACES: u32 = 6;
        let expected = self.expected_at(period_end)?;
        if expected.fits_places(RECORDED_PLACES) {
            return Some(expected);
        }
        let rounded = |places: u32| match self.is_lower_better() {
            true => expected.rounded_down(places),
            false => expected.rounded_up(places),
        };
        let is_close =
            |places: &u32| (rounded(*places) - expected).abs() * Number::HUNDRED <= expected.abs();
        let places = (2..RECORDED_PLACES).find(is_close).unwrap_or(RECORDED_PLACES);
        Some(rounded(places))
    }

    /// Returns where the mean pace up to a figure leads by the end of the plan. Only what is
    /// expected evenly has a pace to keep: steps, lists, levels, cadences and counts of regions
    /// have none.
    #[must_use]
    pub fn project(&self, actual: Number, period_end: PeriodEnd) -> Option<Number> {
        let has_pace = self.indicator.schedule == Schedule::Linear && self.has_line();
        let whole = self.beside(actual).counts_whole_things();
        // Where nothing may happen a pace leads nowhere.
        let is_nothing_asked = self.threshold() == Number::ZERO;
        if !has_pace || self.target.per.is_some() || is_nothing_asked {
            return None;
        }
        let (gone, months) = self.plan.months_gone(period_end);
        if gone < LEAST_MONTHS || gone >= months {
            return None;
        }
        let base = self.baseline().unwrap_or(Number::ZERO);
        let led_to =
            base + ((actual - base) * Number::from(months)).divided_by(Number::from(gone))?;
        if led_to.is_negative() && !self.indicator.measure.is_rate() {
            return None;
        }
        // Of whole things whole ones come about, and never so that more seems attained than is.
        Some(match whole {
            true if self.is_lower_better() => led_to.ceil(),
            true => led_to.floor(),
            false => led_to,
        })
    }
}
