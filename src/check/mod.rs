//! The rules content must keep, beyond being readable.
//!
//! Comes in: the model and how it was assessed. Goes out: [`Findings`], of each indicator by itself and of the plan as a whole. One rule, one file; [`RULES`] lists every code this program can tell,
//! those of reading included, so that `check --list` and a page of help come from one place.
//! Errors stop a build, warnings under `--strict` too; facts about the figures are notes and never fail anything.

mod allocations;
mod contradiction;
mod early;
mod expected;
mod frozen;
mod overdue;
mod revision;
mod sample;
mod scoring;
mod sums;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::assess::Assessment;
use crate::config::Config;
use crate::date::Date;
use crate::diag::{Diagnostic, Severity, nearest};
use crate::model::index::IndicatorIx;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;

/// One thing that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable code.
    pub code: &'static str,
    /// How severe it is where a site says nothing else.
    pub severity: Severity,
    /// Whether `[check]` in site.toml may change that. What makes content unreadable may not be silenced.
    pub is_settable: bool,
    /// What it means, in a sentence.
    pub summary: &'static str,
}

const fn fault(code: &'static str, summary: &'static str) -> Rule {
    Rule { code, severity: Severity::Error, is_settable: false, summary }
}

const fn rule(code: &'static str, severity: Severity, summary: &'static str) -> Rule {
    Rule { code, severity, is_settable: true, summary }
}

/// Every code this program can tell, in alphabetical order.
pub const RULES: [Rule; 66] = [
    rule("allocation-sum", Severity::Note, "the shares of the regions do not add up to the target"),
    fault("bands", "the edges of the bands are not in falling order"),
    fault("base-url", "base_url is not an absolute address"),
    fault("baseline", "a target needs a baseline that is not there, or the baseline leaves no way to go"),
    fault("batches", "lists are given for a schedule that has none"),
    fault("better", "`better` contradicts the target's phrase"),
    fault("contradiction", "two rows recorded on one day say different things about the same figure"),
    fault("csv", "a table cannot be read"),
    fault("date", "a date does not exist or is written in another form"),
    fault("duplicate-id", "an id is given twice"),
    fault("duplicate-number", "two items have one number"),
    rule("duplicate-row", Severity::Warning, "a row of the ledger is there twice"),
    fault("empty-text", "a text that readers need is empty"),
    fault("encoding", "a file is not UTF-8"),
    fault("expected", "a node plan is not written in the order of time, or falls"),
    rule("expected-end", Severity::Warning, "a node plan ends at another number than the target, or outside the plan"),
    fault("front-matter", "a file has no front matter, or it is not closed"),
    fault("id", "an id cannot be part of an address"),
    fault("language", "a language tag is not one, or is given twice"),
    fault("missing-key", "a key that must be there is not"),
    rule("missing-message", Severity::Warning, "a theme lacks a text of its first language in another one"),
    rule("no-data", Severity::Note, "a plan has no figures yet"),
    fault("no-plan", "there is no plan, or a folder without plan.md"),
    fault("no-site", "there is no site.toml"),
    rule("not-frozen", Severity::Note, "a published edition is not frozen"),
    fault("nul-byte", "a file holds a NUL byte"),
    fault("number", "a number in front matter cannot be read"),
    fault("out-of-range", "a number is too small or too large"),
    rule("overdue-report", Severity::Note, "a figure is past the day it was due"),
    fault("period", "a period does not exist or is written in another form"),
    fault("period-outside", "a figure is about a period after the end of the plan"),
    fault("plan-revision", "a revision of the plan does not agree with what stands in the item"),
    rule("recorded-early", Severity::Error, "a figure was recorded before its period ended"),
    fault("region-needed", "a row about a target of each region names no region"),
    fault("region-not-named", "a row is about a region the indicator does not have"),
    fault("release", "a frozen edition cannot be read, was changed, or belongs to no edition"),
    rule("release-differs", Severity::Warning, "today's content and rules give another answer for a frozen edition"),
    fault("revision", "a later row replaces a figure without saying why"),
    fault("row-length", "a row has more or fewer cells than the header"),
    rule("sample-source", Severity::Error, "a sample site names a real source or notice"),
    fault("schedule", "a schedule does not fit the kind of figure"),
    fault("scoring-basis", "an evaluation names no document it is based on, or not its address"),
    fault("scoring-cap", "cap of an evaluation is below one, or belongs to another method"),
    fault("scoring-groups", "a group of an evaluation is empty, or a region cannot be in it"),
    fault("scoring-indicator", "an indicator cannot be scored by the method of the evaluation"),
    rule("scoring-left-out", Severity::Note, "a region takes no part in the evaluation, or not in all parts of it"),
    fault("scoring-period", "a period of an evaluation is no half-year of the plan, or is named twice"),
    fault("scoring-regions", "an evaluation needs figures that the plan keeps from readers"),
    rule("scoring-target", Severity::Warning, "a region has no target of its own to be scored by"),
    fault("scoring-weights", "weights are not above zero, are given twice, or do not add up to 100"),
    rule("silent-edit", Severity::Error, "a text of the plan reads otherwise than it was published, and no revision says so"),
    rule("sum-differs", Severity::Warning, "the figure of the plan area differs from the sum of its regions"),
    fault("table-column", "a table has a column we do not know"),
    fault("table-header", "a table lacks its header or a column"),
    fault("target-contradicts", "a spelled-out target says something else than its phrase"),
    fault("target-per", "a number for each part of the year is asked of each region"),
    fault("target-phrase", "a target cannot be read from its phrase"),
    fault("target-unit", "target and indicator have different units"),
    fault("theme", "a template or a file of texts cannot be used"),
    fault("theme-name", "theme is not the name of a folder under themes/"),
    fault("toml", "TOML cannot be read"),
    fault("unknown", "a name, key or word is not known (codes begin with unknown-)"),
    fault("unreadable", "a file cannot be read"),
    fault("utc-offset", "utc_offset is not an offset from UTC"),
    fault("value", "a figure is empty without a flag, has one with a flag, or is not a plain number (codes begin with value)"),
    fault("wrong-type", "a value is of another type"),
];

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
        let mut of_plan = Vec::new();
        sample::check_plan(reach, &mut of_plan);
        frozen::check(reach, &mut of_plan);
        scoring::check(reach, &mut of_plan);
        Self { rests_on, indicators, plan: of_plan }
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
    for rule in [
        contradiction::check,
        revision::check,
        early::check,
        sums::check,
        sample::check,
        allocations::check,
        overdue::check,
        expected::check,
    ] {
        rule(reach, ix, &mut found);
    }
    found
}

/// Changes severities as `[check]` in site.toml says, drops what is off, and reports rules that do not exist.
pub fn apply_settings(config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let settable = |code: &str| RULES.iter().any(|rule| rule.is_settable && rule.code == code);
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
            || format!("rules that can be set: {}", known.collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        diagnostics.push(
            Diagnostic::error("unknown-key", setting.place, format!("there is no rule `{code}` that can be set")).help(help),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_in_order_and_once() {
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
