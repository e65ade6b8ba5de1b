//! What a form asks: the indicators one reporter reports, with what is known of each for reference.

use crate::assess::series::asked_of_region;
use crate::assess::yardstick::{Demand, Kind, Yardstick};
use crate::date::Date;
use crate::model::department::DepartmentIx;
use crate::model::index::IndicatorIx;
use crate::model::indicator::{Aggregate, Indicator, Measure, Reporter, Schedule, Target};
use crate::model::observation::{AsOf, Observation};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::site::Site;
use crate::number::Number;

/// Who fills a form in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormReporter {
    /// A department.
    Department(DepartmentIx),
    /// A region, for what regions report themselves.
    Region(RegionIx),
}

impl FormReporter {
    /// Returns its id.
    #[must_use]
    pub fn id(self, site: &Site) -> &str {
        match self {
            Self::Department(ix) => &site.department(ix).id,
            Self::Region(ix) => &site.region(ix).id,
        }
    }

    /// Returns its name.
    #[must_use]
    pub fn name(self, site: &Site) -> &str {
        match self {
            Self::Department(ix) => &site.department(ix).name,
            Self::Region(ix) => &site.region(ix).name,
        }
    }

    /// Returns how the seal names it.
    #[must_use]
    pub fn sealed(self, site: &Site) -> String {
        let kind = match self {
            Self::Department(_) => "department",
            Self::Region(_) => "region",
        };
        format!("{kind}/{}", self.id(site))
    }

    /// Returns whether it reports an indicator, and for that region.
    #[must_use]
    pub fn reports(self, indicator: &Indicator, region: Option<RegionIx>) -> bool {
        match (self, indicator.reporter) {
            (Self::Department(own), Some(Reporter::Department(reporter))) => own == reporter,
            (Self::Region(own), Some(Reporter::Regions)) => region == Some(own),
            _ => false,
        }
    }
}

/// One question of a form: a figure of an indicator, of one region or the whole area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// The number of the item.
    pub item: u32,
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The region; nothing = the whole area.
    pub region: Option<RegionIx>,
    /// What is promised, for reference.
    pub target: String,
    /// What is due by the end of the period, for reference.
    pub due: String,
    /// The figure before, for reference.
    pub last: String,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Who fills it in.
    pub reporter: FormReporter,
    /// The period it is about.
    pub period: Period,
    /// Its questions, in the order of the plan.
    pub rows: Vec<FormRow>,
}

/// Makes the forms of a period: one for each reporter that is asked for anything, departments
/// first, each in the order of its list.
#[must_use]
pub fn forms_of(plan: &Plan, site: &Site, period: Period) -> Vec<Form> {
    let departments = site.numbered_departments().map(|(ix, _)| FormReporter::Department(ix));
    let regions = site.numbered_regions().map(|(ix, _)| FormReporter::Region(ix));
    departments
        .chain(regions)
        .map(|reporter| Form { reporter, period, rows: rows_of(plan, site, reporter, period) })
        .filter(|form| !form.rows.is_empty())
        .collect()
}

fn rows_of(plan: &Plan, site: &Site, reporter: FormReporter, period: Period) -> Vec<FormRow> {
    let mut rows = Vec::new();
    for item in &plan.items {
        for ix in &item.indicators {
            let indicator = plan.indicator(*ix);
            if !is_asked(plan, *ix, period) {
                continue;
            }
            for region in regions_asked(plan, site, *ix)
                .into_iter()
                .filter(|region| reporter.reports(indicator, *region))
            {
                rows.push(FormRow {
                    item: item.number,
                    indicator: *ix,
                    region,
                    target: target_of(plan, indicator, *ix, region),
                    due: due_of(plan, indicator, asked_of(plan, indicator, *ix, region), period),
                    last: last_of(plan, *ix, region, period),
                });
            }
        }
    }
    rows
}

/// A figure is asked for where the indicator's report is due for that period. Without a rule, a
/// list is asked for once it is expected, until it is in the ledger; all else always.
fn is_asked(plan: &Plan, ix: IndicatorIx, period: Period) -> bool {
    let (indicator, period_end) = (plan.indicator(ix), period.end());
    if period_end < plan.first || period_end > plan.last {
        return false;
    }
    if let Some(rule) = &indicator.report {
        return plan.reports(rule).any(|report| report.end() == period_end);
    }
    let Schedule::Batch(batches) = &indicator.schedule else { return true };
    let newest = plan
        .ledger
        .of(ix)
        .iter()
        .filter(|row| row.value().is_some())
        .map(|row| row.period.end())
        .max();
    let expected = batches.iter().filter_map(|batch| batch.expected).map(Period::end);
    batches.is_empty()
        || expected
            .filter(|expected| *expected <= period_end)
            .any(|expected| newest.is_none_or(|newest| newest < expected))
}

/// Lists what an indicator is asked for: each region, or the whole area. Who reports by region goes
/// on doing so.
fn regions_asked(plan: &Plan, site: &Site, ix: IndicatorIx) -> Vec<Option<RegionIx>> {
    let indicator = plan.indicator(ix);
    let rows = plan.ledger.of(ix);
    let was_by_region = rows.iter().any(|row| row.region.is_some());
    let will_be_by_region = rows.is_empty()
        && indicator.aggregate == Aggregate::Sum
        && !plan.allocations_of(ix).is_empty();
    let is_by_region = indicator.reporter == Some(Reporter::Regions)
        || indicator.counts_regions()
        || was_by_region
        || will_be_by_region;
    if !is_by_region {
        return vec![None];
    }
    let counted = |region: &&RegionIx| {
        !site.region(**region).is_included || indicator.reporter == Some(Reporter::Regions)
    };
    indicator.regions.iter().filter(counted).map(|region| Some(*region)).collect()
}

fn target_of(
    plan: &Plan,
    indicator: &Indicator,
    ix: IndicatorIx,
    region: Option<RegionIx>,
) -> String {
    let phrase = indicator.target.as_ref().map_or("—", |target| target.phrase.as_str());
    let allocation = region.and_then(|region| plan.allocation(ix, region, AsOf::on(Date::MAX)));
    let asks_for_nothing = |allocation: Number| {
        let yardstick = Yardstick::new(plan, indicator, Demand::Allocation(allocation));
        yardstick.is_some_and(|one| one.asks_for_nothing())
    };
    match allocation.map(|allocation| allocation.target) {
        Some(allocation) if asks_for_nothing(allocation) => {
            format!("没有分解任务（总目标：{phrase}）")
        }
        Some(allocation) => format!("{}（总目标：{phrase}）", amount_of(indicator, allocation)),
        None => phrase.to_string(),
    }
}

/// Says an amount with its unit; a net loss as one.
fn amount_of(indicator: &Indicator, value: Number) -> String {
    let unit = indicator.unit.first();
    if !indicator.is_net_change() || value > Number::ZERO {
        return format!("{}{unit}", value.shown(6));
    }
    let is_loss_counted = indicator.target.as_ref().is_some_and(Target::is_net_loss);
    if value == Number::ZERO {
        return if is_loss_counted { "不净增" } else { "不净减" }.into();
    }
    format!("{}{}{unit}", if is_loss_counted { "净增" } else { "净减" }, value.abs().shown(6))
}

/// Returns what is asked of a region, or of the whole area.
fn asked_of(
    plan: &Plan,
    indicator: &Indicator,
    ix: IndicatorIx,
    region: Option<RegionIx>,
) -> Option<Demand> {
    match region {
        Some(region) => asked_of_region(plan, indicator, ix, region, AsOf::on(Date::MAX)),
        None => Some(Demand::Target),
    }
}

/// Says what is due by the end of the period, by the indicator's schedule.
fn due_of(plan: &Plan, indicator: &Indicator, asked: Option<Demand>, period: Period) -> String {
    let Some(yardstick) = asked.and_then(|asked| Yardstick::new(plan, indicator, asked)) else {
        return "—".into();
    };
    if yardstick.kind() == Kind::Cadence {
        return "按期逐一".into();
    }
    let expected =
        yardstick.expected_to_write(period.end()).map(|expected| match indicator.measure {
            Measure::Growth if expected.is_negative() => {
                format!("下降{}", amount_of(indicator, -expected))
            }
            Measure::Growth => format!("增长{}", amount_of(indicator, expected)),
            _ => amount_of(indicator, expected),
        });
    // 涨幅3%以内 is a limit; 下降3% is what is to be reached.
    let is_strict_at_end = yardstick.is_strict()
        && !yardstick.counts_whole_things()
        && yardstick.is_last(period.end());
    let by =
        if matches!(indicator.schedule, Schedule::Expected(_)) { "按节点" } else { "按序时" };
    match &indicator.schedule {
        _ if yardstick.is_level() => "按目标水平".into(),
        // Where the region started from is not known.
        _ if yardstick.waits_for_the_end() => "期满按目标".into(),
        _ if yardstick.asks_for_nothing() => "—".into(),
        Schedule::Linear | Schedule::Expected(_) => match expected {
            Some(expected)
                if indicator.measure == Measure::Growth && !yardstick.limits_a_rise() =>
            {
                format!("{by}{expected}")
            }
            // An amount that is asked to be left behind is not reached by standing at it.
            Some(expected) if is_strict_at_end && yardstick.is_lower_better() => {
                format!("低于{expected}")
            }
            Some(expected) if is_strict_at_end => format!("超过{expected}"),
            Some(expected) if yardstick.is_lower_better() => format!("{by}不超过{expected}"),
            Some(expected) => format!("{by}{expected}"),
            None => "未到节点".into(),
        },
        Schedule::Batch(_) => "按批次认定".into(),
        Schedule::Level => "按目标水平".into(),
        Schedule::None => "—".into(),
    }
}

/// Returns the row in force of a period, however the period is written.
pub(super) fn in_force(
    plan: &Plan,
    ix: IndicatorIx,
    region: Option<RegionIx>,
    period: Period,
) -> Option<&Observation> {
    plan.ledger.in_force_at(ix, region, period.end(), AsOf::on(Date::MAX))
}

fn last_of(plan: &Plan, ix: IndicatorIx, region: Option<RegionIx>, period: Period) -> String {
    let known = AsOf::on(Date::MAX);
    let before = plan
        .ledger
        .in_force(ix, known)
        .filter(|row| row.region == region && row.period.end() < period.end());
    before.last().map_or("—".to_string(), |row| match (row.value(), row.flag) {
        (Some(value), _) => format!("{value}（{}）", row.period),
        (None, Some(flag)) => format!("[{}]（{}）", flag.letter(), row.period),
        (None, None) => "—".into(),
    })
}

/// Says how a figure is counted, where staff most often go wrong.
pub(super) fn basis_of(plan: &Plan, indicator: &Indicator) -> String {
    let yardstick = Yardstick::new(plan, indicator, Demand::Target);
    match indicator.measure {
        _ if yardstick.is_some_and(|one| one.kind() == Kind::Coverage) => {
            "1＝已覆盖，0＝未覆盖".into()
        }
        Measure::Count | Measure::Event
            if plan.first.month() == 1 && plan.first.year() == plan.last.year() =>
        {
            "年初至本期末累计".into()
        }
        Measure::Count | Measure::Event => format!("从{}起至本期末累计", first_day(plan)),
        Measure::Stock => "本期末时点数".into(),
        Measure::Growth if indicator.is_rate_of_span() => {
            let is_mean = indicator.target.as_ref().is_some_and(Target::is_yearly_mean);
            format!(
                "从{}起至本期末的{}",
                first_day(plan),
                if is_mean { "年均增速" } else { "累计增速" }
            )
        }
        Measure::Growth => "年初至本期末增速".into(),
        Measure::Share => "本期末占比".into(),
        Measure::Flag => "1＝是，0＝否".into(),
    }
}

/// Says the day a plan begins to count from, with its year where the plan has several.
pub(super) fn first_day(plan: &Plan) -> String {
    let month = plan.first.month();
    if plan.first.year() == plan.last.year() {
        format!("{month}月1日")
    } else {
        format!("{}年{month}月1日", plan.first.year())
    }
}
