//! Says in words what assessment found: status words, findings, reasons, periods and amounts.
//!
//! Pages, `plan.json`, `status` and `explain` all take their sentences from here, so that they
//! print one value. The words themselves are in the theme; here is only which text is said, and
//! with which numbers.

use std::collections::BTreeSet;

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::points::Point;
use crate::assess::rollup::{IndicatorCounts, ItemAssessment, in_group};
use crate::assess::verdict::Rule;
use crate::assess::yardstick::{Kind, Yardstick};
use crate::model::indicator::{Indicator, Measure, Scope};
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::status::{Family, Standing, StatusCode};
use crate::number::Number;
use crate::render::text_id::{TextId, text};

use super::period_words::{period_end_label, period_head, period_inside, period_of_figure};
use super::terms::{number, word_of_verdict};
use super::units::amount;
use super::words::{Slot, Words};

/// Everything said about one indicator.
pub struct IndicatorProse<'t> {
    /// The language.
    pub words: &'t Words,
    /// The plan.
    pub plan: &'t Plan,
    /// What is counted.
    pub indicator: &'t Indicator,
    /// What was found.
    pub assessed: &'t IndicatorAssessment,
    /// Whether the figure counts regions that attained; that of a single region never does.
    pub(super) scope: Scope,
    /// Every sentence asks it, so that it is made once.
    yardstick: Option<Yardstick<'t>>,
}

impl<'t> IndicatorProse<'t> {
    /// Speaks of the plan area.
    #[must_use]
    pub fn new(
        words: &'t Words,
        plan: &'t Plan,
        indicator: &'t Indicator,
        assessed: &'t IndicatorAssessment,
    ) -> Self {
        let scope = if indicator.target.is_some() { indicator.scope } else { Scope::Plan };
        Self::with_scope(words, plan, indicator, assessed, scope)
    }

    /// Speaks of a single region, found by
    /// [`single_region`](crate::assess::single_region::single_region) and the like.
    #[must_use]
    pub fn of_region(
        words: &'t Words,
        plan: &'t Plan,
        indicator: &'t Indicator,
        assessed: &'t IndicatorAssessment,
    ) -> Self {
        Self::with_scope(words, plan, indicator, assessed, Scope::Plan)
    }

    fn with_scope(
        words: &'t Words,
        plan: &'t Plan,
        indicator: &'t Indicator,
        assessed: &'t IndicatorAssessment,
        scope: Scope,
    ) -> Self {
        let yardstick = assessed.asked.and_then(|asked| Yardstick::new(plan, indicator, asked));
        // The words hold a figure against what its verdict held it against.
        let yardstick = match assessed.judged_figure() {
            Some((_, value)) => yardstick.map(|one| one.beside(value)),
            None => yardstick,
        };
        Self { words, plan, indicator, assessed, scope, yardstick }
    }

    /// Returns what its figures are held against.
    #[must_use]
    pub fn yardstick(&self) -> Option<Yardstick<'t>> {
        self.yardstick
    }

    /// Returns whether the figure of the whole counts regions.
    pub(super) fn counts_regions(&self) -> bool {
        self.scope == Scope::EachRegion
    }

    pub(super) fn unit(&self) -> &str {
        self.indicator.unit.in_language(self.words.language())
    }

    pub(super) fn amount(&self, value: Number) -> String {
        if self.scope == Scope::EachRegion {
            let count = value.to_whole().and_then(|count| usize::try_from(count).ok());
            return self.words.message(
                text!("amount-regions"),
                &[("value", count.map_or(Slot::Made(number(value)), Slot::Count))],
            );
        }
        amount(self.words, value, self.unit())
    }

    /// Names where its figures are from, each source once.
    pub(super) fn sources(&self) -> String {
        let rows = self.assessed.inputs.iter();
        let sources: BTreeSet<&str> = rows
            .map(|row| self.plan.ledger.source(row))
            .filter(|source| !source.is_empty())
            .collect();
        sources.into_iter().collect::<Vec<_>>().join(&self.words.plain(text!("list-pause")))
    }

    /// Says the status.
    #[must_use]
    pub fn status(&self) -> String {
        word_of_verdict(self.words, self.plan, &self.assessed.status)
    }

    /// Says in one sentence what the newest figure means.
    #[must_use]
    pub fn finding(&self) -> String {
        let status = &self.assessed.status;
        match status.rule {
            Rule::NotBegun => return self.words.plain(text!("finding-not-begun")),
            Rule::Exempt => return self.finding_exempt(),
            // What does not apply in one period says in which; nothing allotted is never asked for.
            Rule::NotApplicable
                if status.period.is_none()
                    && self.yardstick.is_some_and(|one| one.asked() == Number::ZERO) =>
            {
                return self.words.plain(text!("finding-no-share"));
            }
            Rule::NotApplicable => return self.words.plain(text!("finding-not-applicable")),
            Rule::Withheld => return self.finding_withheld(),
            _ => {}
        }
        if self.scope == Scope::EachRegion
            && let Some(finding) = self.finding_of_regions()
        {
            return finding;
        }
        let Some((point, value)) = self.judged_figure() else {
            return match self.assessed.latest() {
                // What nothing is held against has no status that says so.
                Some(point) if self.assessed.asked.is_none() => self.without_value(point),
                _ => self.finding_without_figure(),
            };
        };
        let point = &point;
        // A region without a share of its own has no target to be held against.
        if self.assessed.asked.is_none() {
            return self.marked(point.flag, self.context(point, value));
        }
        let flag = match self.yardstick.is_some_and(|one| one.counts_regions()) {
            true => self.assessed.verdict_on_figure().unfinished,
            false => point.flag,
        };
        let mut sentence = self.marked(flag, self.sentence_of(point, value));
        // Wherever a part is told as the figure it is told whose it is.
        if let Some(part) = self.deciding_sentence() {
            sentence = format!("{sentence}{}{part}", self.words.plain(text!("sentence-gap")));
        }
        if let Some(later) = self.withheld_since(point) {
            sentence = format!("{sentence}{}{later}", self.words.plain(text!("sentence-gap")));
        }
        // A frequency is missing single parts; its newest figure is there.
        let is_late = public_code(self.plan, status.code).standing() == Standing::Missing
            && status.rule != Rule::Cadence;
        if is_late {
            let missing = self.words.message(
                text!("finding-missing-since"),
                &[("period", Slot::Made(self.period_of_figure(point.period)))],
            );
            let gap = if sentence.is_empty() {
                String::new()
            } else {
                self.words.plain(text!("sentence-gap"))
            };
            return format!("{missing}{gap}{sentence}");
        }
        sentence
    }

    /// Says how the regions stand, where each has its own target; a coverage is a number of
    /// regions, as long as all of them are known.
    fn finding_of_regions(&self) -> Option<String> {
        let kind = self.yardstick()?.kind();
        let is_known = self.judged_figure().is_some();
        if self.assessed.status.code == StatusCode::NotApplicable {
            return Some(self.words.plain(text!("finding-not-applicable")));
        }
        match kind {
            Kind::EachRegion => {}
            Kind::Coverage if self.is_mixed_coverage(is_known) => {}
            _ => return None,
        }
        let status = &self.assessed.status;
        if status.code.standing() == Standing::Missing && status.rule == Rule::Report {
            return Some(self.words.plain(text!("finding-missing")));
        }
        Some(self.marked(self.assessed.verdict_on_figure().unfinished, self.of_each_region()))
    }

    /// Returns whether a coverage is told as how its regions stand: of one of them it is not known,
    /// or nothing is due yet, without a list that is to name it.
    fn is_mixed_coverage(&self, is_known: bool) -> bool {
        let verdict = self.assessed.verdict_on_figure();
        let is_open = verdict.family != Family::Batch;
        verdict.tally.is_some_and(|tally| !is_known || is_open && tally.awaiting > 0)
    }

    /// Says of a sentence that its figure, or one of those it counts, may still be revised: no kind
    /// of sentence says so by itself, and a reader may quote it alone.
    fn marked(&self, flag: Option<ObservationStatus>, sentence: String) -> String {
        let Some(flag) = flag.filter(|flag| flag.is_unfinished() && !sentence.is_empty()) else {
            return sentence;
        };
        let kind = self.yardstick.map(|one| one.kind());
        let is_of_parts = self.counts_regions() || kind == Some(Kind::Cadence);
        let slots = [
            ("parts", Slot::Text(if is_of_parts { "yes" } else { "no" })),
            ("flag", Slot::Text(flag.letter())),
            ("sentence", Slot::Made(sentence)),
        ];
        self.words.message(text!("finding-unfinished"), &slots)
    }

    /// Returns the figure the verdict is about: the newest one, or what only some regions make
    /// where that decides alone.
    #[must_use]
    pub fn judged_figure(&self) -> Option<(Point, Number)> {
        self.assessed.judged_figure()
    }

    fn finding_exempt(&self) -> String {
        let reason = self
            .indicator
            .exemption
            .as_ref()
            .map_or("", |e| e.reason.in_language(self.words.language()));
        let mut sentence =
            self.words.message(text!("finding-exempt"), &[("reason", Slot::Text(reason))]);
        if let Some((point, value)) = self.assessed.latest().and_then(|p| p.value.map(|v| (p, v))) {
            let figure = self.marked(point.flag, self.context(point, value));
            sentence = format!("{figure}{}{sentence}", self.words.plain(text!("sentence-gap")));
        }
        sentence
    }

    /// Says a figure that nothing is held against.
    pub(super) fn context(&self, point: &Point, value: Number) -> String {
        if self.indicator.measure == Measure::Flag {
            return self.flag_sentence(value >= Number::ONE);
        }
        let amount = ("amount", Slot::Made(self.figure(value)));
        self.words.message(text!("finding-context"), &[self.head(point), amount])
    }

    fn finding_withheld(&self) -> String {
        match self.assessed.latest() {
            Some(point) => self.without_value(point),
            None => self.words.plain(text!("finding-no-figure")),
        }
    }

    fn finding_without_figure(&self) -> String {
        if self.assessed.status.family == Family::Batch
            && let Some(day) = self.last_list_out().filter(|day| !self.is_covered(*day))
        {
            let list = self.words.message(text!("finding-list-first"), &self.slots_of_list(day));
            if self.assessed.status.code.standing() == Standing::Missing {
                return format!(
                    "{}{}{list}",
                    self.words.plain(text!("finding-missing")),
                    self.words.plain(text!("sentence-gap"))
                );
            }
            return list;
        }
        // What some regions reported is told, whatever follows from it.
        let has_part = self.assessed.partial.is_some_and(|(_, count)| count.reported > 0);
        let part = self.partial_sentence().filter(|_| has_part && self.scope == Scope::Plan);
        let key = match public_code(self.plan, self.assessed.status.code) {
            StatusCode::NotReported | StatusCode::OverdueReport => {
                let missing = self.words.plain(text!("finding-missing"));
                let gap = self.words.plain(text!("sentence-gap"));
                return part
                    .map_or_else(|| missing.clone(), |part| format!("{missing}{gap}{part}"));
            }
            _ if self.indicator.target.is_none() => match part {
                Some(part) => return part,
                None => text!("finding-no-figure"),
            },
            _ if self.assessed.status.family == Family::Batch => text!("finding-batch-waiting"),
            _ => match part {
                Some(part) => return part,
                None => self.not_due_key(),
            },
        };
        self.words.plain(key)
    }

    /// Chooses what is said where nothing is due: before the end of the plan, or after it.
    pub(super) fn not_due_key(&self) -> TextId {
        match self.is_after_the_end() {
            true => text!("finding-not-due-over"),
            false => text!("finding-not-due"),
        }
    }

    /// Returns whether the plan is over on the day that is looked at.
    pub(super) fn is_after_the_end(&self) -> bool {
        self.assessed.looked_at > self.plan.last.last_day()
    }

    /// Says the period of a figure as everywhere else: the end of a month for a level, the year to
    /// date for what is published of it, all since the plan began for what adds up.
    pub(super) fn period_of_figure(&self, period: Period) -> String {
        period_of_figure(self.words, self.plan, period, self.indicator)
    }

    /// Says the same inside a sentence.
    pub(super) fn period_inside(&self, period: Period) -> String {
        period_inside(self.words, self.plan, period, self.indicator).1
    }

    pub(super) fn head(&self, point: &Point) -> (&'static str, Slot<'static>) {
        ("head", Slot::Made(self.head_of(point.period)))
    }

    /// Says what span a figure of a period is about.
    #[must_use]
    pub fn head_of(&self, period: Period) -> String {
        period_head(self.words, self.plan, period, self.indicator)
    }

    /// Says how much more there is than the schedule asks, where the finding says it in points.
    #[must_use]
    pub fn margin(&self) -> Option<String> {
        let verdict = self.assessed.verdict_on_figure();
        let margin = verdict.margin.filter(|margin| margin.value.is_negative())?;
        let is_pace = matches!(verdict.rule, Rule::Linear | Rule::Expected);
        // Where the bands move the edge the finding says how it stands.
        let is_sum = self.yardstick().is_some_and(|one| {
            one.kind() == Kind::Sum && one.must_grow() && one.bands().on_track == Number::ZERO
        });
        if !is_pace || !is_sum || verdict.code == StatusCode::Done {
            return None;
        }
        let by = margin
            .by
            .map(|period_end| period_end_label(self.words, self.plan, period_end))
            .unwrap_or_default();
        let amount = self.amount(margin.value.abs());
        let slots = [("amount", Slot::Made(amount)), ("by", Slot::Made(by))];
        Some(self.words.message(text!("margin-pace-over"), &slots))
    }
}

/// Puts a sign before a number in words; a real minus sign stands before what is below.
pub(super) fn signed(gap: Number, text: String) -> String {
    if gap == Number::ZERO {
        return text;
    }
    format!("{}{text}", if gap.is_negative() { "−" } else { "+" })
}

/// Says what stands beside an item's word wherever it is: missing figures, and targets only strived
/// for that are below.
#[must_use]
pub fn item_aside(words: &Words, item: &ItemAssessment) -> String {
    let missing = item.count(Standing::Missing);
    let stretch = if item.code.standing() == Standing::Below { 0 } else { item.stretch_below };
    [(text!("item-missing"), missing), (text!("aside-stretch-below"), stretch)]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| words.message(key, &[("n", Slot::Count(n))]))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Says why an item stands as it does, in numbers of its targets and milestones.
#[must_use]
pub fn item_reason(words: &Words, item: &ItemAssessment) -> String {
    let mut parts = Vec::new();
    for (standing, key) in [
        (Standing::Below, text!("item-below")),
        (Standing::AtOrAbove, text!("item-at-or-above")),
        (Standing::Awaiting, text!("item-awaiting")),
        (Standing::Missing, text!("item-missing")),
        (Standing::NotAssessed, text!("item-not-assessed")),
    ] {
        let n = item.count(standing);
        if n > 0 {
            parts.push(words.message(key, &[("n", Slot::Count(n))]));
        }
    }
    let mut sentences = Vec::new();
    if !parts.is_empty() {
        let list = parts.join(&words.plain(text!("list-comma")));
        sentences.push(words.message(
            text!("item-targets"),
            &[("n", Slot::Count(item.targets())), ("list", Slot::Made(list))],
        ));
    }
    if item.stretch_below > 0 && item.code.standing() != Standing::Below {
        sentences.push(
            words.message(text!("item-stretch-below"), &[("n", Slot::Count(item.stretch_below))]),
        );
    }
    sentences.extend(milestones_reason(words, item));
    if sentences.is_empty() {
        return words.plain(text!("item-qualitative"));
    }
    sentences.join(&words.plain(text!("sentence-gap")))
}

/// Says how the dated steps of an item stand; nothing where it has none.
#[must_use]
pub fn milestones_reason(words: &Words, item: &ItemAssessment) -> Option<String> {
    let milestones = item.milestones;
    (milestones.all > 0).then(|| {
        words.message(
            text!("item-milestones"),
            &[
                ("n", Slot::Count(milestones.all)),
                ("done", Slot::Count(milestones.done)),
                ("overdue", Slot::Count(milestones.overdue)),
            ],
        )
    })
}

/// Says in brackets how many of a group were nearly met, decided by hand, or only strived for;
/// nothing where there are none.
fn which_of(words: &Words, counts: &IndicatorCounts, standing: Standing) -> Slot<'static> {
    let nearly =
        counts.all.get(&StatusCode::NearlyMet).copied().filter(|_| standing == Standing::AtOrAbove);
    let parts: Vec<String> = [
        (text!("headline-nearly"), nearly.unwrap_or(0)),
        (text!("headline-by-hand"), in_group(&counts.by_hand, standing)),
        (text!("headline-stretch"), in_group(&counts.stretch, standing)),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| words.message(key, &[("n", Slot::Count(n))]))
    .collect();
    if parts.is_empty() {
        return Slot::Text("");
    }
    let list = parts.join(&words.plain(text!("list-pause")));
    Slot::Made(words.message(text!("headline-of-which"), &[("list", Slot::Made(list))]))
}

/// Says the headline over all quantified targets; its groups add up.
#[must_use]
pub fn headline(words: &Words, counts: &IndicatorCounts) -> String {
    let (above, below) = (counts.standing(Standing::AtOrAbove), counts.standing(Standing::Below));
    words.message(
        text!("headline"),
        &[
            ("all", Slot::Count(counts.total())),
            ("assessed", Slot::Count(above + below)),
            ("above", Slot::Count(above)),
            ("below", Slot::Count(below)),
            ("awaiting", Slot::Count(counts.standing(Standing::Awaiting))),
            ("missing", Slot::Count(counts.standing(Standing::Missing))),
            ("other", Slot::Count(counts.standing(Standing::NotAssessed))),
            ("which_above", which_of(words, counts, Standing::AtOrAbove)),
            ("which_below", which_of(words, counts, Standing::Below)),
            ("which_awaiting", which_of(words, counts, Standing::Awaiting)),
            ("which_missing", which_of(words, counts, Standing::Missing)),
            ("which_other", which_of(words, counts, Standing::NotAssessed)),
        ],
    )
}
