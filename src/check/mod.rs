//! The rules content must keep, beyond being readable.
//!
//! Comes in: the model and how it was assessed. Goes out: [`Findings`], of each indicator by itself
//! and of the plan as a whole. One rule, one file; [`rules`] lists every code this program can
//! tell, those of reading included, so that `check --list` and a page of help come from one place.
//! Errors stop a build, warnings under `--strict` too; facts about the figures are notes and never
//! fail anything.

mod rule;

mod context;
mod list;

mod explain;
mod reading;

mod neighbours;

mod allocations;
mod baseline_attained;
mod below_zero;
mod contradiction;
mod coverage_figure;
mod duplicate;
mod early;
mod expected;
mod falls;
mod gain_under_net_loss;
mod government;
mod internal;
mod magnitude;
mod no_holidays;
mod not_due_at_end;
mod not_frozen;
mod overdue;
mod override_lapsed;
mod rate_span;
mod release_differs;
mod release_due;
mod release_late;
mod revision;
mod rise_under_decline;
mod row_before_list;
mod sample;
mod scoring_left_out;
mod scoring_target;
mod share_units;
mod silent_edit;
mod stale;
mod stops_applying;
mod sums;
mod translation;
mod uncovered_list;

mod jump;
mod links;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::assess::assessment::Assessment;
use crate::codes;
use crate::config::Config;
use crate::date::Date;
use crate::diag::{Diagnostic, drop_repeats, nearest};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;

use context::CheckContext;
pub use explain::{explain_all, explain_rule};
pub use links::{Pages, check_links};
use list::{OF_INDICATORS, OF_NEIGHBOURS, OF_PLANS};
pub use list::{rule, rules};
use neighbours::neighbours;
pub use rule::Rule;

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

/// What the rules found in one plan.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// What the findings of every indicator rest on: the day of knowledge, and whether anything was
    /// reported by then.
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
        Self::default().updated(config, site, checked, &[])
    }

    /// Runs the rules again where only the figures of some indicators are other than before.
    #[must_use]
    pub fn updated(
        &self,
        config: &Config,
        site: &Site,
        checked: &Checked<'_>,
        touched: &[IndicatorIx],
    ) -> Self {
        let Checked { plan, assessment, recomputed } = *checked;
        let rests_on = Some((assessment.as_of(), assessment.has_begun));
        let every: Vec<IndicatorIx>;
        let (mut indicators, touched) = if self.rests_on == rests_on {
            (self.indicators.clone(), touched)
        } else {
            every = plan.numbered_indicators().map(|(ix, _)| ix).collect();
            (BTreeMap::new(), &every[..])
        };
        let context = CheckContext { config, site, plan, assessment, recomputed };
        let found: Vec<(IndicatorIx, Vec<Diagnostic>)> =
            touched.par_iter().map(|ix| (*ix, check_indicator(context, *ix))).collect();
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
                check(context, &mut found);
                found
            })
            .collect();
        Self { rests_on, indicators, plan: of_plan.into_iter().flatten().collect() }
    }

    /// Lists everything that was found, each thing once.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = self
            .indicators
            .values()
            .flat_map(|found| found.iter())
            .chain(&self.plan)
            .cloned()
            .collect();
        drop_repeats(&mut all);
        all
    }
}

fn check_indicator(context: CheckContext<'_>, ix: IndicatorIx) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, check) in OF_INDICATORS {
        check(context, ix, &mut found);
    }
    let pairs = neighbours(context, ix);
    for (_, check) in OF_NEIGHBOURS {
        check(context, ix, &pairs, &mut found);
    }
    found
}

/// Changes severities as `[check]` in site.toml says, drops what is off, and reports rules that do
/// not exist.
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
        let known = rules().iter().filter(|rule| rule.is_settable).map(|rule| rule.code.name());
        let help = nearest(code, known.clone()).map_or_else(
            || {
                message!(
                    "rules that can be set: {}",
                    "可设置的规则：{}",
                    known.clone().collect::<Vec<_>>().join(", ")
                )
            },
            |near| message!("did you mean `{near}`?", "是否应为`{near}`？"),
        );
        diagnostics.push(
            codes::UNKNOWN_KEY
                .at(
                    setting.location,
                    message!(
                        "there is no rule `{code}` that can be set",
                        "没有可设置的规则`{code}`"
                    ),
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
        assert!(rules().windows(2).all(|pair| pair[0].code.name() < pair[1].code.name()));
    }
}
