//! Says why a status moved between two editions.
//!
//! Comes in: the plan with all its records, the days of the two editions, and what each told of an
//! indicator. Goes out: a [`Cause`] that can have made this very move. To find it the plan is
//! assessed as it would stand on the later day had only some of the news come: with none at all it
//! is the passing of time (a report that did not come, a list that was given up); else what alone
//! makes the later status, or without which the earlier one would still stand, or, where several
//! do so only together, the last one it takes of them in their order. That a rule or its
//! settings changed is said only of an edition that tells otherwise than its records do today.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::assess::changes::IndicatorChange;
use crate::assess::indicator::{assess_indicator, public_code};
use crate::assess::snapshot::indicator_fact;
use crate::assess::verdict::Rule;
use crate::date::Date;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Indicator, Schedule, Scope};
use crate::model::observation::{AsOf, Observation, ObservationStatus};
use crate::model::plan::Plan;
use crate::model::site::Site;
use crate::model::snapshot::{IndicatorFact, RegionFact, Snapshot};
use crate::model::status::StatusCode;

/// Why a status moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The plan's target was changed.
    Target,
    /// An office decided by hand, or took that back.
    ByHand,
    /// A list of the authority came out.
    List,
    /// Regions were given other shares of the target.
    Allocation,
    /// A new figure is withheld, or does not apply.
    NoFigure,
    /// A figure of a later period came in.
    NewFigure,
    /// The figure of the same period was changed.
    Revised,
    /// A report did not come, or it was told of one that it is missing.
    Report,
    /// Three months are over since the plan's end, and the result is still awaited.
    Elapsed,
    /// Nothing that is recorded: the rule or its settings are others.
    Rule,
}

impl Cause {
    /// Returns the word in JSON and in message names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::ByHand => "by-hand",
            Self::List => "list",
            Self::Allocation => "allocation",
            Self::NoFigure => "no-figure",
            Self::NewFigure => "new-figure",
            Self::Revised => "revised",
            Self::Report => "report",
            Self::Elapsed => "elapsed",
            Self::Rule => "rule",
        }
    }
}

/// The kinds of news that can come between two days. Of several that each make the later status the
/// first is said.
const NEWS: [Cause; 8] = [
    Cause::Target,
    Cause::ByHand,
    Cause::List,
    Cause::Allocation,
    Cause::NoFigure,
    Cause::NewFigure,
    Cause::Revised,
    Cause::Report,
];

/// Some of the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Selection(u16);

impl Selection {
    const NONE: Self = Self(0);
    const ALL: Self = Self(u16::MAX);

    fn with(self, cause: Cause) -> Self {
        Self(self.0 | 1 << cause as u16)
    }

    fn without(self, cause: Cause) -> Self {
        Self(self.0 & !(1 << cause as u16))
    }

    fn has(self, cause: Cause) -> bool {
        self.with(cause) == self
    }

    /// Returns those that are in another selection too.
    fn within(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Finds the causes of what moved between two editions.
pub struct Causes<'c> {
    site: &'c Site,
    plan: &'c Plan,
    from: Date,
    to: Date,
    /// What kinds of news came at all.
    came: Selection,
    /// The plan with some of the news, as far as it was asked for.
    plans: RefCell<HashMap<Selection, Rc<Plan>>>,
}

impl<'c> Causes<'c> {
    /// Takes the plan and what two editions of it told, the earlier one first.
    #[must_use]
    pub fn new(site: &'c Site, plan: &'c Plan, before: &Snapshot, after: &Snapshot) -> Self {
        let (from, to) = (before.as_of, after.as_of);
        Self { site, plan, from, to, came: news_after(plan, from), plans: RefCell::default() }
    }

    /// Returns why the status of an indicator moved.
    #[must_use]
    pub fn of(&self, change: &IndicatorChange<'_>) -> Cause {
        let mut all = self.plan.numbered_indicators();
        let Some((ix, _)) = all.find(|(_, one)| one.id == change.after.id) else {
            return Cause::Rule;
        };
        let then = self.plan.as_it_read_on(self.from);
        let stood = self.fact(then.as_ref().unwrap_or(self.plan), ix, self.from);
        let stands = self.fact(&self.plan_with(Selection::ALL), ix, self.to);
        if stood.code == stands.code {
            let told_otherwise = || told_otherwise(change.before, &stood);
            return told_otherwise()
                .or_else(|| told_otherwise_later(change.after, &stands))
                .unwrap_or(Cause::Rule);
        }
        let cause = self.cause_of_move(ix, stood.code, stands.code);
        let is_of_rows = matches!(cause, Cause::NoFigure | Cause::NewFigure | Cause::Revised);
        if is_of_rows && !self.has_own_news(ix) {
            // The first report on the plan makes the others due.
            return Cause::Report;
        }
        let is_of_each = self.plan.indicator(ix).scope == Scope::EachRegion;
        let is_another = change.before.value.is_some() && change.is_figure_revised();
        match cause {
            // A figure of the whole may take the place of the sum of its regions.
            Cause::NewFigure if is_another && !is_of_each => Cause::Revised,
            _ => cause,
        }
    }

    fn cause_of_move(&self, ix: IndicatorIx, stood: StatusCode, stands: StatusCode) -> Cause {
        let told = RefCell::new(HashMap::new());
        let code = |news: Selection| {
            let news = news.within(self.came);
            *told.borrow_mut().entry(news).or_insert_with(|| self.code(ix, news))
        };
        if code(Selection::NONE) == stands {
            return if stands == StatusCode::Pending { Cause::Elapsed } else { Cause::Report };
        }
        let is_enough = |cause: &Cause| code(Selection::NONE.with(*cause)) == stands;
        let is_needed = |cause: &Cause| code(Selection::ALL.without(*cause)) == stood;
        let mut so_far = Selection::NONE;
        let mut makes_it = |cause: &Cause| {
            so_far = so_far.with(*cause);
            code(so_far) == stands
        };
        let mut news = NEWS.into_iter();
        let found = news.find(is_enough).or_else(|| NEWS.into_iter().find(is_needed));
        found.or_else(|| NEWS.into_iter().find(|one| makes_it(one))).unwrap_or(Cause::Rule)
    }

    /// Returns the status on the later day, had only some of the news come.
    fn code(&self, ix: IndicatorIx, news: Selection) -> StatusCode {
        let plan = self.plan_with(news);
        let assessed = assess_indicator(&plan, &self.site.regions, ix, AsOf::on(self.to));
        public_code(&plan, assessed.status.code)
    }

    fn fact(&self, plan: &Plan, ix: IndicatorIx, day: Date) -> IndicatorFact {
        let assessed = assess_indicator(plan, &self.site.regions, ix, AsOf::on(day));
        indicator_fact(self.site, plan, ix, &assessed)
    }

    fn plan_with(&self, news: Selection) -> Rc<Plan> {
        let news = news.within(self.came);
        let mut plans = self.plans.borrow_mut();
        Rc::clone(plans.entry(news).or_insert_with(|| Rc::new(self.make_plan(news))))
    }

    /// Makes the plan as it would be had only some of the news come after the earlier day.
    fn make_plan(&self, news: Selection) -> Plan {
        let day = if news.has(Cause::Target) { self.to } else { self.from };
        let mut plan = self.plan.as_it_read_on(day).unwrap_or_else(|| self.plan.clone());
        let left_out = |cause: Cause| self.came.has(cause) && !news.has(cause);
        if left_out(Cause::ByHand) {
            let later = plan.indicators.iter_mut().filter(|one| is_by_hand_after(one, self.from));
            later.for_each(|one| one.override_by_hand = None);
        }
        if left_out(Cause::List) {
            for one in &mut plan.indicators {
                let Schedule::Batch(batches) = &mut one.schedule else { continue };
                for batch in batches {
                    batch.published = batch.published.filter(|day| *day <= self.from);
                }
            }
        }
        if left_out(Cause::Allocation) {
            plan.allocations.retain(|row| row.recorded <= self.from);
        }
        plan.ledger = plan
            .ledger
            .without_later(self.from, |same, row| news.has(kind_of_row(same, row, self.from)));
        plan
    }

    /// Returns whether anything was recorded between the days of an indicator or what makes it.
    fn has_own_news(&self, ix: IndicatorIx) -> bool {
        let mut parts = vec![ix];
        let mut at = 0;
        while let Some(part) = parts.get(at).map(|part| self.plan.indicator(*part)) {
            for more in [part.numerator, part.denominator].into_iter().flatten() {
                if !parts.contains(&more) {
                    parts.push(more);
                }
            }
            at += 1;
        }
        let is_news = |row: &Observation| row.recorded > self.from && row.recorded <= self.to;
        parts.iter().any(|part| self.plan.ledger.of(*part).iter().any(is_news))
    }
}

/// Lists the kinds of news a plan has after a day, as far as they show before any row is held
/// against those about the same place and period end.
fn news_after(plan: &Plan, day: Date) -> Selection {
    let is_of_list = |one: &Indicator| match &one.schedule {
        Schedule::Batch(batches) => {
            batches.iter().any(|batch| batch.published.is_some_and(|out| out > day))
        }
        _ => false,
    };
    let has_list = plan.indicators.iter().any(is_of_list);
    let has_override = plan.indicators.iter().any(|one| is_by_hand_after(one, day));
    let has_shares = plan.allocations.iter().any(|row| row.recorded > day);
    let has_target = plan.revisions.iter().any(|one| one.date > day);
    let has_rows = plan.ledger.rows().any(|row| row.recorded > day);
    [
        (Cause::List, has_list),
        (Cause::ByHand, has_override),
        (Cause::Allocation, has_shares),
        (Cause::Target, has_target),
        (Cause::NoFigure, has_rows),
        (Cause::NewFigure, has_rows),
        (Cause::Revised, has_rows),
        (Cause::Report, has_rows),
    ]
    .into_iter()
    .filter(|(_, came)| *came)
    .fold(Selection::NONE, |all, (cause, _)| all.with(cause))
}

fn is_by_hand_after(indicator: &Indicator, day: Date) -> bool {
    indicator.override_by_hand.as_ref().is_some_and(|by_hand| by_hand.date > day)
}

/// Returns what kind of news a row is that was recorded after a day, among all rows about the same
/// place and period end.
fn kind_of_row(same: &[Observation], row: &Observation, day: Date) -> Cause {
    let is_answer = |row: &Observation| row.flag != Some(ObservationStatus::Missing);
    if same.iter().any(|old| old.recorded <= day && is_answer(old)) {
        return Cause::Revised;
    }
    match row.flag {
        _ if row.value().is_some() => Cause::NewFigure,
        Some(flag) if flag.withholds_value() => Cause::NoFigure,
        _ => Cause::Report,
    }
}

/// Returns in which record an edition differs from what is recorded of its day: one that was
/// changed later without a row or a revision that says so.
fn told_otherwise(told: &IndicatorFact, recorded: &IndicatorFact) -> Option<Cause> {
    let is_by_hand = |fact: &IndicatorFact| fact.rule == Rule::Override.word();
    let period_end = |fact: &IndicatorFact| fact.period.map(|period| period.end());
    let shares = |fact: &IndicatorFact| -> Vec<_> {
        fact.regions.iter().map(|one: &RegionFact| (one.id.clone(), one.target)).collect()
    };
    if told.target != recorded.target {
        Some(Cause::Target)
    } else if is_by_hand(told) != is_by_hand(recorded) {
        Some(Cause::ByHand)
    } else if shares(told) != shares(recorded) {
        Some(Cause::Allocation)
    } else if period_end(told) < period_end(recorded) {
        Some(Cause::NewFigure)
    } else if told.value != recorded.value || period_end(told) != period_end(recorded) {
        Some(Cause::Revised)
    } else {
        None
    }
}

/// The same of the later edition: what it alone knew is what moved it.
fn told_otherwise_later(told: &IndicatorFact, recorded: &IndicatorFact) -> Option<Cause> {
    told_otherwise(recorded, told)
}
