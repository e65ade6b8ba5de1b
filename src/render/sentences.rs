//! Says in words what assessment found: status words, findings, reasons, periods and amounts.
//!
//! Pages, `plan.json`, `status` and `explain` all take their sentences from here, so that they print one value.
//! The words themselves are in the theme; here is only which text is said, and with which numbers.

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::rollup::{IndicatorCounts, ItemAssessment};
use crate::assess::series::Point;
use crate::assess::verdict::{Rule, Verdict};
use crate::model::indicator::{Indicator, Schedule, Scope, Target};
use crate::model::plan::{Bands, Plan};
use crate::model::status::{Family, Standing, StatusCode};
use crate::number::Number;
use crate::phrase::Op;
use crate::render::terms::{
    amount, cut_label, date, number, percent, period_alone, period_head, period_label, points, status_word,
};
use crate::render::words::{Slot, Words};

/// Everything said about one indicator.
pub struct Telling<'t> {
    /// The language.
    pub words: &'t Words,
    /// The plan.
    pub plan: &'t Plan,
    /// What is counted.
    pub indicator: &'t Indicator,
    /// What was found.
    pub assessed: &'t IndicatorAssessment,
    /// Whether the figure counts regions that attained; that of a single region never does.
    scope: Scope,
}

impl<'t> Telling<'t> {
    /// Speaks of the plan area.
    #[must_use]
    pub fn new(words: &'t Words, plan: &'t Plan, indicator: &'t Indicator, assessed: &'t IndicatorAssessment) -> Self {
        let scope = if indicator.target.is_some() { indicator.scope } else { Scope::Plan };
        Self { words, plan, indicator, assessed, scope }
    }

    /// Speaks of a single region, found by [`region_alone`](crate::assess::alone::region_alone) and the like.
    #[must_use]
    pub fn of_region(words: &'t Words, plan: &'t Plan, indicator: &'t Indicator, assessed: &'t IndicatorAssessment) -> Self {
        Self { words, plan, indicator, assessed, scope: Scope::Plan }
    }

    fn unit(&self) -> &str {
        self.indicator.unit.in_language(self.words.language())
    }

    fn amount(&self, value: Number) -> String {
        if self.scope == Scope::EachRegion {
            return self.words.say("amount-regions", &[("value", Slot::Made(number(value)))]);
        }
        amount(self.words, value, self.unit())
    }

    /// Says the status.
    #[must_use]
    pub fn status(&self) -> String {
        status_word(self.words, self.plan, self.assessed.status.code, self.assessed.status.family)
    }

    /// Says in one sentence what the newest figure means.
    #[must_use]
    pub fn finding(&self) -> String {
        let status = &self.assessed.status;
        match status.rule {
            Rule::NotBegun => return self.words.plain("finding-not-begun"),
            Rule::Exempt => return self.finding_exempt(),
            Rule::NotApplicable => return self.words.plain("finding-not-applicable"),
            _ => {}
        }
        let Some((point, value)) = self.assessed.latest().and_then(|point| point.value.map(|value| (point, value))) else {
            return self.finding_without_figure();
        };
        // A region without a share of its own has no target to be held against.
        if self.indicator.target.is_none() || self.assessed.threshold.is_none() {
            return self.words.say("finding-context", &[self.head(point), ("amount", Slot::Made(self.amount(value)))]);
        }
        let sentence = self.finding_of(point, value);
        if public_code(self.plan, status.code).standing() == Standing::Missing {
            let missing = self
                .words
                .say("finding-missing-since", &[("period", Slot::Made(period_label(self.words, self.plan, point.period)))]);
            return format!("{missing}{}{sentence}", self.words.plain("sentence-gap"));
        }
        sentence
    }

    fn finding_exempt(&self) -> String {
        let reason = self.indicator.exemption.as_ref().map_or("", |e| e.reason.in_language(self.words.language()));
        let mut sentence = self.words.say("finding-exempt", &[("reason", Slot::Text(reason))]);
        if let Some((point, value)) = self.assessed.latest().and_then(|p| p.value.map(|v| (p, v))) {
            let figure = self.words.say("finding-context", &[self.head(point), ("amount", Slot::Made(self.amount(value)))]);
            sentence = format!("{figure}{}{sentence}", self.words.plain("sentence-gap"));
        }
        sentence
    }

    fn finding_without_figure(&self) -> String {
        let key = match public_code(self.plan, self.assessed.status.code) {
            StatusCode::NotReported | StatusCode::OverdueReport => "finding-missing",
            _ if self.assessed.status.family == Family::Batch => "finding-batch-waiting",
            _ => "finding-not-due",
        };
        self.words.plain(key)
    }

    fn head(&self, point: &Point) -> (&'static str, Slot<'static>) {
        ("head", Slot::Made(period_head(self.words, self.plan, point.period, self.indicator.measure)))
    }

    fn finding_of(&self, point: &Point, value: Number) -> String {
        let verdict = self.assessed.verdict_on_figure();
        let threshold = self.assessed.threshold.unwrap_or(Number::ONE);
        let left = threshold - value;
        let target = self.indicator.target.as_ref();
        let is_attained = match self.scope {
            Scope::EachRegion => value >= threshold,
            Scope::Plan => target.is_some_and(|target| target.is_attained_at(value, threshold)),
        };
        let comparison = &verdict.comparison;
        let gap = comparison.gap.unwrap_or(Number::ZERO);
        let side = if gap.is_negative() {
            "below"
        } else if gap == Number::ZERO {
            "equal"
        } else {
            "above"
        };
        let slots = vec![
            self.head(point),
            ("amount", Slot::Made(self.amount(value))),
            ("value", Slot::Made(number(value))),
            ("target", Slot::Made(self.amount(threshold))),
            ("all", Slot::Made(number(threshold))),
            ("left", Slot::Made(self.amount(left.abs()))),
            ("percent", Slot::Made(comparison.completion.map(percent).unwrap_or_default())),
            ("schedule", Slot::Made(comparison.schedule.map(percent).unwrap_or_default())),
            ("gap", Slot::Made(points(gap))),
            ("side", Slot::Text(side)),
            ("verb", Slot::Text(self.indicator.measure.word())),
            ("reached", Slot::Text(if is_attained || left == Number::ZERO { "yes" } else { "no" })),
            ("attained", Slot::Text(if is_attained { "yes" } else { "no" })),
            ("phrase", Slot::Text(target.map_or("", |t| t.phrase.as_str()))),
        ];
        // 突破, 超: to stand exactly at the number is not enough, and a reader must be told.
        let is_short_by_nothing = left == Number::ZERO && !is_attained;
        let key = if self.scope == Scope::EachRegion {
            "finding-each"
        } else if target.is_some_and(|t| t.op == Op::Flag) {
            "finding-flag"
        } else {
            match verdict.rule {
                Rule::Cadence => "finding-cadence",
                Rule::SmallNumber => "finding-small",
                Rule::Batch => "finding-batch",
                Rule::Level if self.indicator.measure.is_rate() => "finding-rate",
                Rule::Level if target.is_some_and(Target::is_lower_better) => "finding-ceiling",
                Rule::Level => "finding-stock",
                Rule::YearEnd if verdict.code != StatusCode::NotDue => "finding-year-end",
                _ if comparison.gap.is_some() => "finding-pace",
                _ => "finding-to-go",
            }
        };
        let mut slots = slots;
        if let (Rule::SmallNumber, Some(expected)) = (verdict.rule, comparison.expected) {
            // Whole units decide here; a gap in points would seem to contradict them.
            let floor = expected.floor();
            slots.push(("floor", Slot::Made(self.amount(floor))));
            slots.push(("units", Slot::Text(way_of(value, floor))));
            slots.push(("difference", Slot::Made(self.amount((value - floor).abs()))));
        }
        if verdict.rule == Rule::Cadence {
            slots.push((
                "kept",
                Slot::Made(
                    comparison
                        .expected
                        .map(|due| number(due - verdict.margin.map_or(Number::ZERO, |m| m.value)))
                        .unwrap_or_default(),
                ),
            ));
            slots.push(("due", Slot::Made(comparison.expected.map(number).unwrap_or_default())));
            slots.push(("per", Slot::Text(target.and_then(|t| t.per).map_or("", |per| per.word()))));
        }
        let mut sentence = self.words.say(key, &slots);
        if is_short_by_nothing {
            sentence.push_str(&self.words.plain("sentence-gap"));
            sentence.push_str(&self.words.say("finding-strict", &[("target", Slot::Made(self.amount(threshold)))]));
        }
        sentence
    }

    /// Says which periods only some regions reported, if that is news.
    #[must_use]
    pub fn partial(&self) -> Option<String> {
        let (period, count) = self.assessed.partial?;
        Some(self.words.say(
            "finding-partial",
            &[
                ("head", Slot::Made(period_head(self.words, self.plan, period, self.indicator.measure))),
                ("reported", Slot::Count(count.reported.into())),
                ("asked", Slot::Count(count.asked.into())),
                ("amount", Slot::Made(self.amount(count.so_far))),
            ],
        ))
    }

    /// Says how far it is to the next better standing.
    #[must_use]
    pub fn margin(&self) -> Option<String> {
        let verdict = self.assessed.verdict_on_figure();
        let margin = verdict.margin?;
        if matches!(
            verdict.code,
            StatusCode::Done | StatusCode::Met | StatusCode::Missed | StatusCode::MissedStretch | StatusCode::NearlyMet
        ) {
            return None;
        }
        // Levels, lists, small numbers and year-end targets have their distance in the finding already.
        let is_short = margin.value > Number::ZERO;
        let key = match verdict.rule {
            Rule::Linear | Rule::Expected | Rule::SmallNumber if verdict.comparison.gap.is_none() => return None,
            Rule::SmallNumber if self.scope == Scope::Plan => return None,
            Rule::Linear | Rule::Expected | Rule::SmallNumber if is_short => "margin-pace-short",
            Rule::Linear | Rule::Expected | Rule::SmallNumber if margin.value.is_negative() => "margin-pace-over",
            Rule::Cadence if is_short => "margin-cadence",
            _ => return None,
        };
        let value = margin.value.abs();
        let by = margin.by.map(|cut| cut_label(self.words, self.plan, cut)).unwrap_or_default();
        Some(self.words.say(
            key,
            &[("amount", Slot::Made(self.amount(value))), ("value", Slot::Made(number(value))), ("by", Slot::Made(by))],
        ))
    }

    /// Says the rule that decided, with its numbers and thresholds, one sentence each.
    #[must_use]
    pub fn reasons(&self) -> Vec<String> {
        let mut reasons = Vec::new();
        if let (Some(by_hand), Rule::Override) = (&self.indicator.override_by_hand, self.assessed.status.rule) {
            let computed =
                self.assessed.computed.as_ref().map_or(String::new(), |v| status_word(self.words, self.plan, v.code, v.family));
            reasons.push(self.words.say(
                "reason-override",
                &[
                    ("author", Slot::Text(&by_hand.author)),
                    ("date", Slot::Made(date(self.words, by_hand.date))),
                    ("reason", Slot::Text(by_hand.reason.in_language(self.words.language()))),
                    ("computed", Slot::Made(computed)),
                ],
            ));
        }
        let verdict = self.assessed.verdict_on_figure();
        reasons.push(self.reason_of_rule(verdict));
        reasons.extend(self.thresholds(verdict));
        reasons
    }

    fn reason_of_rule(&self, verdict: &Verdict) -> String {
        let comparison = &verdict.comparison;
        if comparison.schedule.is_none() && matches!(verdict.rule, Rule::Expected | Rule::Cadence) {
            return self.reason_before_first_node();
        }
        let slot = |value: Option<Number>, say: fn(Number) -> String| Slot::Made(value.map(say).unwrap_or_default());
        let signed = |gap: Number| gap.shown(1);
        self.words.say(
            &format!("reason-{}", verdict.rule.word()),
            &[
                ("period", Slot::Made(verdict.period.map(|p| period_label(self.words, self.plan, p)).unwrap_or_default())),
                ("percent", slot(comparison.completion, percent)),
                ("schedule", slot(comparison.schedule, percent)),
                ("gap", slot(comparison.gap, signed)),
                ("expected", slot(comparison.expected, number)),
                ("floor", slot(comparison.expected.map(Number::floor), number)),
                ("target", Slot::Made(self.assessed.threshold.map(|t| self.amount(t)).unwrap_or_default())),
                ("unit", Slot::Text(self.unit())),
            ],
        )
    }

    fn reason_before_first_node(&self) -> String {
        let Schedule::Expected(points) = &self.indicator.schedule else { return self.words.plain("reason-no-part") };
        let first = points.first().map(|point| period_alone(self.words, point.period)).unwrap_or_default();
        self.words.say("reason-before-node", &[("first", Slot::Made(first))])
    }

    fn thresholds(&self, verdict: &Verdict) -> Option<String> {
        // Where nothing was compared no edge applies.
        verdict.comparison.gap?;
        let key = match verdict.rule {
            Rule::Linear | Rule::Expected | Rule::EveryRegion => "thresholds-pace",
            Rule::Level if self.indicator.measure.is_rate() => "thresholds-level",
            Rule::Level => "thresholds-level-stock",
            Rule::SmallNumber | Rule::Cadence => "thresholds-small",
            _ => return None,
        };
        Some(self.words.say(key, &band_slots(self.bands(verdict))))
    }

    fn bands(&self, verdict: &Verdict) -> &Bands {
        if verdict.rule == Rule::Level { &self.plan.level_bands } else { &self.plan.bands }
    }
}

/// Returns the word for a figure against what is expected of it.
fn way_of(value: Number, expected: Number) -> &'static str {
    match value.cmp(&expected) {
        std::cmp::Ordering::Less => "short",
        std::cmp::Ordering::Equal => "even",
        std::cmp::Ordering::Greater => "over",
    }
}

/// Returns the edges of bands as slots.
#[must_use]
pub fn band_slots(bands: &Bands) -> [(&'static str, Slot<'static>); 4] {
    [
        ("ahead", Slot::Made(number(bands.ahead))),
        ("on_track", Slot::Made(number(bands.on_track))),
        ("slightly", Slot::Made(number(bands.slightly_behind))),
        ("behind", Slot::Made(number(bands.behind))),
    ]
}

/// Says why an item stands as it does, in numbers of its targets and milestones.
#[must_use]
pub fn item_reason(words: &Words, item: &ItemAssessment) -> String {
    let mut parts = Vec::new();
    for (standing, key) in [
        (Standing::Below, "item-below"),
        (Standing::AtOrAbove, "item-at-or-above"),
        (Standing::Awaiting, "item-awaiting"),
        (Standing::Missing, "item-missing"),
        (Standing::NotAssessed, "item-not-assessed"),
    ] {
        let n = item.count(standing);
        if n > 0 {
            parts.push(words.say(key, &[("n", Slot::Count(n))]));
        }
    }
    let mut sentences = Vec::new();
    if !parts.is_empty() {
        let list = parts.join(&words.plain("list-comma"));
        sentences.push(words.say("item-targets", &[("n", Slot::Count(item.targets())), ("list", Slot::Made(list))]));
    }
    sentences.extend(milestones_reason(words, item));
    if sentences.is_empty() {
        return words.plain("item-qualitative");
    }
    sentences.join(&words.plain("sentence-gap"))
}

/// Says how the dated steps of an item stand; nothing where it has none.
#[must_use]
pub fn milestones_reason(words: &Words, item: &ItemAssessment) -> Option<String> {
    let milestones = item.milestones;
    (milestones.all > 0).then(|| {
        words.say(
            "item-milestones",
            &[
                ("n", Slot::Count(milestones.all)),
                ("done", Slot::Count(milestones.done)),
                ("overdue", Slot::Count(milestones.overdue)),
            ],
        )
    })
}

/// Says the headline over all quantified targets; its groups add up.
#[must_use]
pub fn headline(words: &Words, counts: &IndicatorCounts) -> String {
    let (above, below) = (counts.standing(Standing::AtOrAbove), counts.standing(Standing::Below));
    words.say(
        "headline",
        &[
            ("all", Slot::Count(counts.total())),
            ("assessed", Slot::Count(above + below)),
            ("above", Slot::Count(above)),
            ("below", Slot::Count(below)),
            ("awaiting", Slot::Count(counts.standing(Standing::Awaiting))),
            ("missing", Slot::Count(counts.standing(Standing::Missing))),
            ("other", Slot::Count(counts.standing(Standing::NotAssessed))),
            ("stretch", Slot::Count(counts.stretch.values().sum())),
        ],
    )
}
