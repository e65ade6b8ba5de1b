//! The rules content must keep, beyond being readable.
//!
//! Comes in: the model and how it was assessed. Goes out: [`Findings`], of each indicator by itself and of the plan as a whole. One rule, one file; [`rules`] lists every code this program can tell,
//! those of reading included, so that `check --list` and a page of help come from one place.
//! Errors stop a build, warnings under `--strict` too; facts about the figures are notes and never fail anything.

mod rule;

mod explain;
mod reading;

mod neighbours;

mod allocations;
mod baseline_attained;
mod contradiction;
mod duplicate;
mod early;
mod expected;
mod falls;
mod government;
mod internal;
mod magnitude;
mod no_holidays;
mod not_due_at_end;
mod not_frozen;
mod overdue;
mod override_lapsed;
mod release_differs;
mod release_due;
mod release_late;
mod revision;
mod rise_under_decline;
mod sample;
mod scoring_left_out;
mod scoring_target;
mod silent_edit;
mod stale;
mod stops_applying;
mod sums;
mod translation;

mod jump;
mod links;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use crate::assess::Assessment;
use crate::config::Config;
use crate::date::Date;
use crate::diag::{Diagnostic, nearest};
use crate::model::index::IndicatorIx;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;
use crate::said::say;

pub use explain::{explain_all, explain_rule};
pub use links::{Pages, check_links};
use neighbours::{Neighbours, neighbours};
pub use rule::Rule;

/// The rules about single indicators, each with what it does.
type OfIndicator = fn(Reach<'_>, IndicatorIx, &mut Vec<Diagnostic>);
const OF_INDICATORS: [(Rule, OfIndicator); 15] = [
    (contradiction::RULE, contradiction::check),
    (duplicate::RULE, duplicate::check),
    (revision::RULE, revision::check),
    (early::RULE, early::check),
    (sums::RULE, sums::check),
    (internal::RULE, internal::check),
    (sample::RULE, sample::check),
    (allocations::RULE, allocations::check),
    (overdue::RULE, overdue::check),
    (expected::RULE, expected::check),
    (baseline_attained::RULE, baseline_attained::check),
    (rise_under_decline::RULE, rise_under_decline::check),
    (not_due_at_end::RULE, not_due_at_end::check),
    (override_lapsed::RULE, override_lapsed::check),
    (stops_applying::RULE, stops_applying::check),
];

/// The rules about the figures of an indicator that follow each other, which are found once for all of them.
type OfNeighbours = fn(Reach<'_>, IndicatorIx, &[Neighbours<'_>], &mut Vec<Diagnostic>);
const OF_NEIGHBOURS: [(Rule, OfNeighbours); 3] =
    [(falls::RULE, falls::check), (jump::RULE, jump::check), (magnitude::RULE, magnitude::check)];

/// The rules about a plan as a whole.
type OfPlan = fn(Reach<'_>, &mut Vec<Diagnostic>);
const OF_PLANS: [(Rule, OfPlan); 13] = [
    (sample::RULE, sample::check_plan),
    (internal::RULE, internal::check_plan),
    (not_frozen::RULE, not_frozen::check),
    (release_differs::RULE, release_differs::check),
    (silent_edit::RULE, silent_edit::check),
    (release_late::RULE, release_late::check),
    (release_due::RULE, release_due::check),
    (stale::RULE, stale::check),
    (translation::RULE, translation::check),
    (government::RULE, government::check),
    (scoring_left_out::RULE, scoring_left_out::check),
    (scoring_target::RULE, scoring_target::check),
    (no_holidays::RULE, no_holidays::check),
];

/// Every code this program can tell, in alphabetical order.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let of_figures = OF_INDICATORS.iter().map(|(rule, _)| *rule).chain(OF_NEIGHBOURS.iter().map(|(rule, _)| *rule));
    let of_plans = OF_PLANS.iter().map(|(rule, _)| *rule);
    let of_links = [links::RULE, links::IMAGE_RULE];
    let mut rules: Vec<Rule> = of_figures.chain(of_plans).chain(of_links).chain(reading::rules().copied()).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    rules
});

/// Lists every code this program can tell, in alphabetical order.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// Finds the rule of a code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// A plan together with how it stands on the day that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'c> {
    /// The plan.
    pub plan: &'c Plan,
    /// How it stands.
    pub assessment: &'c Assessment,
    /// The editions that were frozen, each with what today's content and rules make of its day.
    pub recomputed: &'c [(&'c Release, Snapshot)],
}

/// What a rule may look at.
#[derive(Clone, Copy)]
struct Reach<'c> {
    config: &'c Config,
    site: &'c Site,
    plan: &'c Plan,
    assessment: &'c Assessment,
    recomputed: &'c [(&'c Release, Snapshot)],
}

/// What the rules found in one plan.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// What the findings of every indicator rest on: the day of knowledge, and whether anything was reported by then.
    rests_on: Option<(Date, bool)>,
    /// Of single indicators, where there is anything to tell.
    indicators: BTreeMap<IndicatorIx, Arc<[Diagnostic]>>,
    /// Of the plan as a whole.
    plan: Vec<Diagnostic>,
}

impl Findings {
    /// Runs every rule over a plan.
    #[must_use]
    pub fn of(config: &Config, site: &Site, checked: &Checked<'_>) -> Self {
        Self::default().again(config, site, checked, &[])
    }

    /// Runs the rules again where only the figures of some indicators are other than before.
    #[must_use]
    pub fn again(&self, config: &Config, site: &Site, checked: &Checked<'_>, touched: &[IndicatorIx]) -> Self {
        let Checked { plan, assessment, recomputed } = *checked;
        let rests_on = Some((assessment.as_of(), assessment.has_begun));
        let every: Vec<IndicatorIx>;
        let (mut indicators, touched) = if self.rests_on == rests_on {
            (self.indicators.clone(), touched)
        } else {
            every = plan.numbered_indicators().map(|(ix, _)| ix).collect();
            (BTreeMap::new(), &every[..])
        };
        let reach = Reach { config, site, plan, assessment, recomputed };
        let found: Vec<(IndicatorIx, Vec<Diagnostic>)> =
            touched.par_iter().map(|ix| (*ix, check_indicator(reach, *ix))).collect();
        for (ix, found) in found {
            if found.is_empty() {
                indicators.remove(&ix);
            } else {
                indicators.insert(ix, found.into());
            }
        }
        let of_plan: Vec<Vec<Diagnostic>> = OF_PLANS
            .par_iter()
            .map(|(_, check)| {
                let mut found = Vec::new();
                check(reach, &mut found);
                found
            })
            .collect();
        Self { rests_on, indicators, plan: of_plan.into_iter().flatten().collect() }
    }

    /// Lists everything that was found, each thing once.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> =
            self.indicators.values().flat_map(|found| found.iter()).chain(&self.plan).cloned().collect();
        sample::tell_once(&mut all);
        all
    }
}

fn check_indicator(reach: Reach<'_>, ix: IndicatorIx) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, check) in OF_INDICATORS {
        check(reach, ix, &mut found);
    }
    let pairs = neighbours(reach, ix);
    for (_, check) in OF_NEIGHBOURS {
        check(reach, ix, &pairs, &mut found);
    }
    found
}

/// Changes severities as `[check]` in site.toml says, drops what is off, and reports rules that do not exist.
pub fn apply_settings(config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let settable = |code: &str| rule(code).is_some_and(|rule| rule.is_settable);
    diagnostics.retain_mut(|diagnostic| {
        if !settable(diagnostic.code) {
            return true;
        }
        match config.check.get(diagnostic.code).map(|setting| setting.value) {
            Some(Some(severity)) => {
                diagnostic.severity = severity;
                true
            }
            Some(None) => false,
            None => true,
        }
    });
    for (code, setting) in config.check.iter().filter(|(code, _)| !settable(code)) {
        let known = RULES.iter().filter(|rule| rule.is_settable).map(|rule| rule.code);
        let help = nearest(code, known.clone()).map_or_else(
            || say!("rules that can be set: {}", "可设置的规则：{}", known.clone().collect::<Vec<_>>().join(", ")),
            |near| say!("did you mean `{near}`?", "是否应为`{near}`？"),
        );
        diagnostics.push(
            Diagnostic::error(
                "unknown-key",
                setting.place,
                say!("there is no rule `{code}` that can be set", "没有可设置的规则`{code}`"),
            )
            .help(help),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_in_order_and_once() {
        assert!(rules().windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
