//! Evaluates regions every half-year, where a plan has turned it on: points for each part, a total,
//! and a place within the group.
//!
//! Comes in: a plan with its [`Scoring`], and what is known. Goes out: for each period and group
//! one table. Pure functions, exact decimals.
//!
//! **Figures**: a part is the region's own figure of the period's end, as known on the day; an
//! earlier figure never stands in for it.
//!
//! **Points of a part**, on a scale of 100:
//! - completion: 100 · min(max(p, 0), cap), p = A/T or (A−B)/(T−B) of the region's own target.
//!   Below the baseline is 0, never less.
//! - efficacy: (x − x_s)/(x_h − x_s) · 40 + 60, with x_h the best and x_s the worst figure of the
//!   group; where lower is better the best is the smallest. All equal, or only one: 100 for each.
//! - rank: 100 · (n − r + 1)/n, with n the regions of the group that have a figure. Equal figures
//!   share the mean of their ranks, so that r can be x.5: the points handed out are the same with
//!   ties and without. The only one has 100.
//!
//! **Total**: Σ w·points / Σ w over the parts that count. With every part that is Σ w·points/100,
//! since weights add up to 100. A part that is not applicable to a region (flag z, a region the
//! indicator does not have, no target of its own) leaves its weight to the region's other parts,
//! whatever the rule for missing figures. A missing figure (no row, x, c, n) is never zero: by
//! [`MissingRule::Unscored`] the region has no total and no place, by [`MissingRule::Reweight`] its
//! total is made of what is there. Never both. Without any part that counts there is no total.
//!
//! **Place**: one more than the regions of the group with a higher total; equal totals share it (1,
//! 2, 2, 4). Totals are compared, and given out, rounded half up to [`TOTAL_PLACES`] digits: three
//! thirds are one, though no finite decimal is a third.
//!
//! Groups are apart: what one region reports moves nobody in another group. Rows stay in the
//! official order, never in that of the result.
//!
//! **Source**: the improved efficacy coefficient and the rank score as they are used for evaluating
//! counties; the rules for ties, for equal figures and for what is missing are ours and stand on
//! the page.

use crate::assess::points::AllSeries;
use crate::assess::series::{asked_of_region, make_series};
use crate::assess::yardstick::Yardstick;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Target;
use crate::model::observation::{AsOf, ObservationStatus};
use crate::model::period::{Period, PeriodEnd};
use crate::model::plan::Plan;
use crate::model::region::{Region, RegionIx};
use crate::model::scoring::{MissingRule, Scoring, ScoringMethod, evaluated_period};
use crate::number::Number;

/// How many digits behind the point a total has: as many as a figure can have.
pub const TOTAL_PLACES: u32 = 9;

/// How the regions of a plan are evaluated at the end of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodScores {
    /// The half-year, or the year.
    pub period: Period,
    /// One table for each group, in the order of the settings.
    pub groups: Vec<GroupScores>,
}

/// The table of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupScores {
    /// The parts, in the order of the weights.
    pub columns: Vec<Column>,
    /// The regions, in official order.
    pub rows: Vec<RegionScore>,
}

/// What the regions of a group have in common in one part.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which indicator.
    pub indicator: IndicatorIx,
    /// Its weight.
    pub weight: Number,
    /// Whether smaller figures are better.
    pub is_lower_better: bool,
    /// The best figure of the group; nothing where nobody has one.
    pub best: Option<Number>,
    /// The worst figure of the group.
    pub worst: Option<Number>,
    /// How many regions of the group have a figure.
    pub compared: usize,
}

/// How one region is evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionScore {
    /// Which region.
    pub region: RegionIx,
    /// Its parts, in the order of the columns.
    pub parts: Vec<Part>,
    /// Its total, of 100 points times the cap.
    pub total: Option<Number>,
    /// Its place in the group; only with a total.
    pub rank: Option<Rank>,
    /// Whether parts that are not applicable left their weight to others.
    pub is_redistributed: bool,
    /// Whether a figure is missing.
    pub is_incomplete: bool,
    /// Whether a figure that counts may still change.
    pub is_unfinished: bool,
}

/// A rank, and whether others share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// From 1.
    pub number: usize,
    /// Whether another region has the same total.
    pub is_shared: bool,
}

/// Whether a part counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartState {
    /// It has points.
    Scored,
    /// Its figure is missing.
    Missing,
    /// There is nothing to count here.
    NotApplicable,
    /// There is a figure, but no target of the region's own to hold it against.
    NoTarget,
}

impl PartState {
    /// Returns the word of the open data.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Scored => "scored",
            Self::Missing => "missing",
            Self::NotApplicable => "not_applicable",
            Self::NoTarget => "no_target",
        }
    }
}

/// One part of a region's total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What is known of it.
    pub entry: Entry,
    /// Whether it counts.
    pub state: PartState,
    /// The rank of its figure in the group, by the method of ranks; x.5 where figures are equal.
    pub rank: Option<Number>,
    /// Its points.
    pub points: Option<Number>,
    /// The weight it has in the region's total, of 100; nothing where it does not count or there is
    /// no total.
    pub weight_used: Option<Number>,
}

/// One figure that is evaluated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Entry {
    /// The figure.
    pub value: Option<Number>,
    /// Its mark.
    pub flag: Option<ObservationStatus>,
    /// The region's own target.
    pub target: Option<Number>,
    /// Completion of it, neither cut off nor capped; only by the method of completion.
    pub completion: Option<Number>,
    /// Whether the method has what it holds a figure against: by the method of completion a target
    /// that is not where the region began.
    pub is_measurable: bool,
    /// Whether the region is one of the indicator's.
    pub is_asked: bool,
}

/// One part of the settings, as the arithmetic needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartRule {
    /// Which indicator.
    pub indicator: IndicatorIx,
    /// Its weight.
    pub weight: Number,
    /// Whether smaller figures are better.
    pub is_lower_better: bool,
}

/// How points are given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoringRule {
    /// How figures become points.
    pub method: ScoringMethod,
    /// How much completion counts at most.
    pub cap: Number,
    /// What becomes of missing figures.
    pub missing: MissingRule,
}

/// Evaluates the regions of a plan for each of its periods, the oldest first; nothing where
/// evaluation is off.
#[must_use]
pub fn score_plan(plan: &Plan, regions: &[Region], known: AsOf) -> Vec<PeriodScores> {
    let Some(scoring) = &plan.scoring else { return Vec::new() };
    let rule = ScoringRule { method: scoring.method, cap: scoring.cap, missing: scoring.missing };
    let parts: Vec<(PartRule, AllSeries)> = scoring
        .weights
        .iter()
        .map(|weight| {
            let is_lower_better = plan
                .indicator(weight.indicator)
                .target
                .as_ref()
                .is_some_and(Target::is_lower_better);
            let part =
                PartRule { indicator: weight.indicator, weight: weight.weight, is_lower_better };
            (part, make_series(plan, regions, weight.indicator, known))
        })
        .collect();
    let rules: Vec<PartRule> = parts.iter().map(|(part, _)| *part).collect();
    periods(plan, scoring, &parts, known)
        .into_iter()
        .map(|period| PeriodScores {
            period,
            groups: scoring
                .groups
                .iter()
                .map(|group| {
                    let entries = group
                        .regions
                        .iter()
                        .map(|region| {
                            let entry = |(part, series): &(PartRule, AllSeries)| {
                                entry_of(
                                    plan,
                                    scoring,
                                    part.indicator,
                                    series,
                                    *region,
                                    period.end(),
                                    known,
                                )
                            };
                            (*region, parts.iter().map(entry).collect())
                        })
                        .collect();
                    score_group(rule, &rules, entries)
                })
                .collect(),
        })
        .collect()
}

/// Lists the periods that are evaluated: those of the settings, else each half-year of the plan,
/// and its end, with any figure. A period that has not ended by the day of knowledge is left out.
fn periods(
    plan: &Plan,
    scoring: &Scoring,
    parts: &[(PartRule, AllSeries)],
    known: AsOf,
) -> Vec<Period> {
    let has_ended = |period: &Period| period.end().last_day() <= known.as_of;
    if let Some(periods) = &scoring.periods {
        return periods.iter().copied().filter(has_ended).collect();
    }
    let has_figure = |period_end: PeriodEnd| {
        let is_evaluated =
            |region: &RegionIx| scoring.groups.iter().any(|group| group.regions.contains(region));
        let of_regions = parts.iter().flat_map(|(_, series)| &series.regions);
        of_regions
            .filter(|one| is_evaluated(&one.region))
            .any(|one| one.series.value_at(period_end).is_some())
    };
    (0..plan.months())
        .filter_map(|months| evaluated_period(plan.first.plus_months(months), plan.last))
        .filter(|period| has_ended(period) && has_figure(period.end()))
        .collect()
}

fn entry_of(
    plan: &Plan,
    scoring: &Scoring,
    ix: IndicatorIx,
    series: &AllSeries,
    region: RegionIx,
    period_end: PeriodEnd,
    known: AsOf,
) -> Entry {
    let indicator = plan.indicator(ix);
    let Some(own) = series.regions.iter().find(|one| one.region == region) else {
        return Entry::default();
    };
    let point = own.series.at(period_end);
    let value = point.and_then(|point| point.value);
    // A share holds as it stood at the end of the period.
    let then = AsOf { until: Some(period_end), ..known };
    let asked = asked_of_region(plan, indicator, ix, region, then);
    let yardstick = asked.and_then(|asked| Yardstick::new(plan, indicator, asked));
    let completion = |value: Number| yardstick?.scored_completion(value);
    let is_by_completion = scoring.method == ScoringMethod::Completion;
    Entry {
        value,
        flag: point.and_then(|point| point.flag),
        target: yardstick.map(|yardstick| yardstick.asked()),
        completion: value.filter(|_| is_by_completion).and_then(completion),
        is_measurable: !is_by_completion || completion(Number::ZERO).is_some(),
        is_asked: true,
    }
}

/// Evaluates one group: `entries` holds for each region, in official order, one entry for each
/// part.
#[must_use]
pub fn score_group(
    rule: ScoringRule,
    parts: &[PartRule],
    entries: Vec<(RegionIx, Vec<Entry>)>,
) -> GroupScores {
    let figures: Vec<Vec<Number>> = (0..parts.len())
        .map(|at| {
            entries
                .iter()
                .filter_map(|(_, own)| own[at].value.filter(|_| own[at].is_asked))
                .collect()
        })
        .collect();
    let columns: Vec<Column> =
        parts.iter().zip(&figures).map(|(part, figures)| column(part, figures)).collect();
    let mut rows: Vec<RegionScore> = entries
        .into_iter()
        .map(|(region, own)| {
            let scored = own.into_iter().zip(columns.iter().zip(&figures));
            score_region(
                rule,
                &columns,
                region,
                scored.map(|(entry, (column, all))| score_part(rule, column, all, entry)).collect(),
            )
        })
        .collect();
    let totals: Vec<Number> = rows.iter().filter_map(|row| row.total).collect();
    for row in &mut rows {
        row.rank = row.total.map(|total| Rank {
            number: 1 + totals.iter().filter(|other| **other > total).count(),
            is_shared: totals.iter().filter(|other| **other == total).count() > 1,
        });
    }
    GroupScores { columns, rows }
}

fn column(part: &PartRule, figures: &[Number]) -> Column {
    let (least, most) = (figures.iter().min().copied(), figures.iter().max().copied());
    let (best, worst) = if part.is_lower_better { (least, most) } else { (most, least) };
    Column {
        indicator: part.indicator,
        weight: part.weight,
        is_lower_better: part.is_lower_better,
        best,
        worst,
        compared: figures.len(),
    }
}

fn score_part(rule: ScoringRule, column: &Column, figures: &[Number], entry: Entry) -> Part {
    let mut part =
        Part { entry, state: PartState::Scored, rank: None, points: None, weight_used: None };
    let value = match (entry.is_asked, entry.value, entry.flag) {
        (false, ..) | (true, None, Some(ObservationStatus::NotApplicable)) => {
            part.state = PartState::NotApplicable;
            return part;
        }
        // Where nothing was promised nothing is missing.
        _ if !entry.is_measurable => {
            part.state = PartState::NoTarget;
            return part;
        }
        (true, None, _) => {
            part.state = PartState::Missing;
            return part;
        }
        (true, Some(value), _) => value,
    };
    match rule.method {
        ScoringMethod::Completion => {
            part.points =
                entry.completion.map(|completion| points_of_completion(completion, rule.cap))
        }
        ScoringMethod::Efficacy => {
            part.points = column
                .best
                .zip(column.worst)
                .map(|(best, worst)| points_of_efficacy(value, best, worst))
        }
        ScoringMethod::Rank => {
            let rank = rank_of(value, figures, column.is_lower_better);
            part.rank = Some(rank);
            part.points = points_of_rank(rank, figures.len());
        }
    }
    part
}

/// Returns the points of a completion: not below zero, not above the cap.
#[must_use]
pub fn points_of_completion(completion: Number, cap: Number) -> Number {
    completion.max(Number::ZERO).min(cap) * Number::HUNDRED
}

/// Returns the points of a figure between the worst (60) and the best (100) of its group; 100 where
/// these are the same.
#[must_use]
pub fn points_of_efficacy(value: Number, best: Number, worst: Number) -> Number {
    let (reach, floor) = (Number::from(40_i64), Number::from(60_i64));
    ((value - worst) * reach)
        .divided_by(best - worst)
        .map_or(Number::HUNDRED, |points| points + floor)
}

/// Returns the rank of a figure among those of its group, itself included: 1 for the best, the mean
/// of the ranks for equal ones.
#[must_use]
pub fn rank_of(value: Number, figures: &[Number], is_lower_better: bool) -> Number {
    let is_better =
        |other: &&Number| if is_lower_better { **other < value } else { **other > value };
    let better = Number::from(figures.iter().filter(is_better).count());
    let equal = Number::from(figures.iter().filter(|other| **other == value).count());
    let two = Number::from(2_i64);
    better + (equal + Number::ONE).divided_by(two).unwrap_or(Number::ONE)
}

/// Returns the points of a rank among so many; nothing where there is nobody.
#[must_use]
pub fn points_of_rank(rank: Number, compared: usize) -> Option<Number> {
    let all = Number::from(compared);
    ((all - rank + Number::ONE) * Number::HUNDRED).divided_by(all)
}

fn score_region(
    rule: ScoringRule,
    columns: &[Column],
    region: RegionIx,
    mut parts: Vec<Part>,
) -> RegionScore {
    let has = |state: PartState| parts.iter().any(|part| part.state == state);
    let is_incomplete = has(PartState::Missing);
    let is_redistributed = has(PartState::NotApplicable) || has(PartState::NoTarget);
    let is_unfinished = parts.iter().any(|part| {
        part.points.is_some() && part.entry.flag.is_some_and(ObservationStatus::is_unfinished)
    });
    let counted = || {
        columns.iter().zip(&parts).filter_map(|(column, part)| Some((column.weight, part.points?)))
    };
    let weights: Number = counted().map(|(weight, _)| weight).sum();
    let points: Number = counted().map(|(weight, points)| weight * points).sum();
    let is_scored = !is_incomplete || rule.missing == MissingRule::Reweight;
    let total = points
        .divided_by(weights)
        .filter(|_| is_scored)
        .map(|total| total.rounded(TOTAL_PLACES).normalized());
    if total.is_some() {
        for (column, part) in
            columns.iter().zip(&mut parts).filter(|(_, part)| part.points.is_some())
        {
            part.weight_used = (column.weight * Number::HUNDRED).divided_by(weights);
        }
    }
    RegionScore { region, parts, total, rank: None, is_redistributed, is_incomplete, is_unfinished }
}
