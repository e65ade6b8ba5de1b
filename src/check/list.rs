//! Every rule, with what it does; every code this program can tell.

use std::sync::LazyLock;

use crate::diag::Diagnostic;
use crate::model::index::IndicatorIx;

use super::context::CheckContext;
use super::neighbours::Neighbours;
use super::rule::Rule;
use super::{
    allocations, baseline_attained, below_zero, contradiction, coverage_figure, duplicate, early,
    expected, falls, gain_under_net_loss, government, internal, jump, links, magnitude,
    no_holidays, not_due_at_end, not_frozen, overdue, override_lapsed, rate_span, reading,
    release_differs, release_due, release_late, revision, rise_under_decline, row_before_list,
    sample, scoring_left_out, scoring_target, share_units, silent_edit, stale, stops_applying,
    sums, translation, uncovered_list,
};

/// The rules about single indicators, each with what it does.
pub(super) type OfIndicator = fn(CheckContext<'_>, IndicatorIx, &mut Vec<Diagnostic>);

pub(super) const OF_INDICATORS: [(Rule, OfIndicator); 22] = [
    (contradiction::RULE, contradiction::check),
    (duplicate::RULE, duplicate::check),
    (revision::RULE, revision::check),
    (early::RULE, early::check),
    (sums::RULE, sums::check),
    (below_zero::RULE, below_zero::check),
    (internal::RULE, internal::check),
    (sample::RULE, sample::check),
    (allocations::RULE, allocations::check),
    (overdue::RULE, overdue::check),
    (expected::RULE, expected::check),
    (baseline_attained::RULE, baseline_attained::check),
    (rise_under_decline::RULE, rise_under_decline::check),
    (rate_span::RULE, rate_span::check),
    (gain_under_net_loss::RULE, gain_under_net_loss::check),
    (not_due_at_end::RULE, not_due_at_end::check),
    (override_lapsed::RULE, override_lapsed::check),
    (stops_applying::RULE, stops_applying::check),
    (coverage_figure::RULE, coverage_figure::check),
    (share_units::RULE, share_units::check),
    (uncovered_list::RULE, uncovered_list::check),
    (row_before_list::RULE, row_before_list::check),
];

/// The rules about the figures of an indicator that follow each other, which are found once for all
/// of them.
pub(super) type OfNeighbours =
    fn(CheckContext<'_>, IndicatorIx, &[Neighbours<'_>], &mut Vec<Diagnostic>);

pub(super) const OF_NEIGHBOURS: [(Rule, OfNeighbours); 3] =
    [(falls::RULE, falls::check), (jump::RULE, jump::check), (magnitude::RULE, magnitude::check)];

/// The rules about a plan as a whole.
pub(super) type OfPlan = fn(CheckContext<'_>, &mut Vec<Diagnostic>);

pub(super) const OF_PLANS: [(Rule, OfPlan); 13] = [
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
    let of_figures = OF_INDICATORS
        .iter()
        .map(|(rule, _)| *rule)
        .chain(OF_NEIGHBOURS.iter().map(|(rule, _)| *rule));
    let of_plans = OF_PLANS.iter().map(|(rule, _)| *rule);
    let of_links = [links::RULE, links::IMAGE_RULE];
    let mut rules: Vec<Rule> =
        of_figures.chain(of_plans).chain(of_links).chain(reading::rules().copied()).collect();
    rules.sort_by_key(|rule| rule.code.name());
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
    RULES.iter().find(|rule| rule.code.name() == code)
}
