//! The columns of the CSV tables: name, type and meaning. Headers are written from them, and so are
//! the Table Schemas that are published beside the tables.
//!
//! Columns may be added at the end, never renamed.

/// What stands in the cells of a column.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// A decimal with its exact digits.
    Number,
    /// A whole number.
    Whole,
    /// A day.
    Date,
    /// yes or no.
    YesNo,
}

/// One column.
pub(super) struct Column {
    pub name: &'static str,
    /// For the published schema, which a test holds to this table.
    #[cfg_attr(not(test), expect(dead_code, reason = "read where the schema is made"))]
    pub kind: Kind,
    #[cfg_attr(not(test), expect(dead_code, reason = "read where the schema is made"))]
    pub meaning: &'static str,
}

const fn column(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, meaning }
}

const fn text(name: &'static str, meaning: &'static str) -> Column {
    column(name, Kind::Text, meaning)
}

const fn number(name: &'static str, meaning: &'static str) -> Column {
    column(name, Kind::Number, meaning)
}

const fn whole(name: &'static str, meaning: &'static str) -> Column {
    column(name, Kind::Whole, meaning)
}

const fn date(name: &'static str, meaning: &'static str) -> Column {
    column(name, Kind::Date, meaning)
}

const fn yes_no(name: &'static str, meaning: &'static str) -> Column {
    column(name, Kind::YesNo, meaning)
}

const ITEM: Column = whole("item", "Number of the item.");
const INDICATOR: Column = text("indicator", "Id of the indicator.");
const PERIOD: Column =
    text("period", "Period the figure is about: 2023-06, 2023-Q2, 2023-H1 or 2023.");
const UNIT: Column = text("unit", "Unit of the indicator.");
const FLAG: Column = text(
    "flag",
    "Mark: p preliminary, r revised, e estimated, b break in series; without a figure x missing, \
     z not applicable, c not published, n not due.",
);
const RECORDED: Column = date("recorded", "Day it was known.");
const SOURCE: Column = text("source", "Where it comes from.");
const NOTE: Column = text("note", "Public remark.");
const SAMPLE: Column = text("sample", "示例数据 where the figures are made up, else empty.");

/// `observations.csv`, `observations-excel.csv` and the table of an item: rows in force.
pub(super) const OBSERVATIONS: [Column; 11] = [
    ITEM,
    INDICATOR,
    text("region", "Id of the region; empty = the whole area."),
    PERIOD,
    number("value", "The figure; empty where a flag stands for it."),
    UNIT,
    FLAG,
    RECORDED,
    SOURCE,
    NOTE,
    SAMPLE,
];

/// `revisions.csv`: rows that were replaced, each with what replaced it.
pub(super) const REVISIONS: [Column; 14] = [
    ITEM,
    INDICATOR,
    text("region", "Id of the region; empty = the whole area."),
    PERIOD,
    number("value", "The figure that was replaced."),
    UNIT,
    FLAG,
    RECORDED,
    SOURCE,
    text("note", "Why it was replaced: the remark of the row that replaced it."),
    SAMPLE,
    number("superseded_by_value", "The figure that replaced it; empty where it was withdrawn."),
    date("superseded_on", "Day the new one was known."),
    text("revision", "source (revised by its source), correction, definition or withdrawn."),
];

/// `allocations.csv`: the shares of regions that are in force.
pub(super) const ALLOCATIONS: [Column; 7] = [
    INDICATOR,
    text("region", "Id of the region."),
    number("target", "Its share of the target."),
    RECORDED,
    SOURCE,
    NOTE,
    SAMPLE,
];

/// `items.csv`: the items and how they stand.
pub(super) const ITEMS: [Column; 8] = [
    whole("number", "Number of the item."),
    text("title", "Title in the first language."),
    text("section", "Id of the section."),
    text("departments", "Departments as id:role, separated by spaces."),
    text("regions", "Ids of regions, separated by spaces."),
    text("status", "The status."),
    text("reason", "Why, in a sentence."),
    SAMPLE,
];

/// `indicators.csv`: what is counted and how it is judged.
pub(super) const INDICATORS: [Column; 51] = [
    ITEM,
    INDICATOR,
    text("name", "Name in the first language."),
    UNIT,
    text("measure", "count, stock, growth, share, event or flag."),
    text("aggregate", "How figures of regions make one of the whole: sum, max or none."),
    text("scope", "plan (the target is of the whole area) or each-region."),
    text("regions", "Ids of its regions, separated by spaces."),
    text("counted_regions", "Those of them whose figures are not part of another region's."),
    text("schedule", "linear, expected, batch, level or none."),
    text("schedule_points", "Node plan as period=number, separated by spaces."),
    text("batches", "Lists as expected period/day published, separated by spaces."),
    number("baseline", "The figure before the plan."),
    text("phrase", "The plan's own words for the target; empty where there is none."),
    text("op", "How a figure is compared: >=, >, <=, <, range, approx, coverage, rank or flag."),
    number("value", "The number of the target."),
    number("upper", "The upper end of a range."),
    number("tolerance", "How much less is still 左右 (about)."),
    text("ambition", "binding, expected or stretch."),
    text("per", "The part of the year each of which the number is asked for."),
    number("ahead", "Lower edge of the status ahead."),
    number("on_track", "Lower edge of on_track."),
    number("slightly_behind", "Lower edge of slightly_behind."),
    number("behind", "Lower edge of behind; below it far_behind."),
    number("region_ahead", "Lower edge of ahead for a region with a target of its own."),
    number("region_on_track", "The same for on_track."),
    number("region_slightly_behind", "The same for slightly_behind."),
    number("region_behind", "The same for behind."),
    text("report_every", "How often a figure is due: month, quarter, half-year or year."),
    whole("report_within_days", "Days after the end of the period."),
    whole("report_within_workdays", "Workdays after the end of the period."),
    text("report_skip", "Periods for which nothing is due, separated by spaces."),
    text("reporter", "Id of the department that reports, or regions."),
    text("authority", "Who certifies the figure."),
    text("nature", "statistics, certified, administrative or self-reported."),
    yes_no("assessed", "Whether it is judged."),
    text("numerator", "Of a share: id of the indicator above the line."),
    text("denominator", "Of a share: id of the indicator below the line."),
    text("direction", "Which way is better: higher or lower."),
    text("override", "The status that was set by hand."),
    date("override_date", "Day it was set."),
    text("override_period", "Period it speaks of."),
    number(
        "each_slightly_behind",
        "Lower edge of slightly_behind for a target of each region, in percent of the regions on \
         schedule.",
    ),
    number("each_behind", "The same for behind."),
    text("plan_first", "First month of the plan."),
    text("plan_last", "Last month of the plan."),
    date("as_of", "Last day of knowledge."),
    yes_no("has_begun", "Whether anything of the plan was recorded by that day."),
    yes_no("publish_overdue", "Whether public pages name overdue reports."),
    text("source", "Where its figures come from."),
    SAMPLE,
];

/// `evaluation.csv`: every number an evaluation is made of.
pub(super) const EVALUATION: [Column; 25] = [
    text("period", "Period that is evaluated."),
    text("group", "Id of the group."),
    text("region", "Id of the region."),
    INDICATOR,
    UNIT,
    number("value", "Its figure."),
    FLAG,
    number("baseline", "Of completion: the figure before the plan."),
    number("target", "Of completion: the region's own target."),
    text("better", "Which way is better: higher or lower."),
    number("completion", "How much of the target is reached, as a ratio."),
    number("best", "Of efficacy: the best figure of the group."),
    number("worst", "Of efficacy: the worst figure of the group."),
    whole("compared", "Of efficacy and rank: how many regions of the group have a figure."),
    number("rank", "Of rank: its rank in the group; equal figures share the mean of theirs."),
    number("weight", "Weight of the indicator, of 100."),
    text("state", "scored, or why there are no points: missing, not_applicable or no_target."),
    number("part_score", "Points of this part, of 100."),
    number("weight_used", "Weight with which they count in the total."),
    number("total", "Total of the region; the same in all its rows."),
    whole("place", "Its place in the group by total."),
    text("method", "completion, efficacy or rank."),
    number("cap", "Of completion: how much of it counts at most."),
    text("missing", "What becomes of a region that lacks a figure: unscored or reweight."),
    SAMPLE,
];
