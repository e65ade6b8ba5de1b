#!/usr/bin/env python3
"""Recomputes every completion, schedule, gap and status of a published plan, and compares.

What comes in is only what the site publishes for everybody: the folder `<plan>/data/` with
`indicators.csv`, `observations.csv` and `allocations.csv`. The statuses are worked out again from the
written rules, one function a rule, in exact fractions. What comes out is a table of everything
that `plan.json` in the same folder says differently. Nothing here was taken from the program.

    rederive.py FOLDER...        exit code 0: all the same, 1: something differs

Words: a *cut* is the month with which a period ends, so 2023-06, 2023-Q2 and 2023-H1 are one cut.
The *day* is the day up to which the site knows (`as_of`). A *figure* is what is known about one cut.
"""

import calendar
import copy
import csv
import datetime
import functools
import json
import re
import sys
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Optional

# --------------------------------------------------------------------------------------------
# Time


def cut_of(period):
    """The month with which a period ends, as a number that can be compared and subtracted."""
    year, _, part = period.partition("-")
    if not part:
        month = 12
    elif part[0] == "Q":
        month = int(part[1:]) * 3
    elif part[0] == "H":
        month = int(part[1:]) * 6
    else:
        month = int(part)
    return int(year) * 12 + month - 1


def last_day(cut):
    """The last day of a cut."""
    year, month = divmod(cut, 12)
    return datetime.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def ends_of_parts(cadence, first, last):
    """The cuts with which the months, quarters, half-years or years between two cuts end."""
    return [cut for cut in range(first, last + 1) if (cut + 1) % MONTHS[cadence] == 0]


# --------------------------------------------------------------------------------------------
# What is published


@dataclass
class Indicator:
    """One row of indicators.csv."""

    id: str
    name: str
    unit: str
    measure: str  # count, event, flag: reached for good. stock, growth, share: may fall back.
    aggregate: str
    scope: str
    regions: list
    counted: list  # the regions that are not part of another one
    schedule: str
    points: list  # of a node plan: (cut, expected amount)
    lists: list  # of a batch: the day each was published, or None
    baseline: Optional[Fraction]
    op: str  # "" without a target
    target: Optional[Fraction]
    tolerance: Fraction
    ambition: str
    per: str
    bands: tuple
    region_bands: tuple
    report_every: str
    report_within: int
    report_skip: set
    reporter: str
    is_assessed: bool
    numerator: str
    denominator: str
    override: str
    override_date: Optional[datetime.date]
    override_cut: Optional[int]  # the period an override speaks of
    direction: str  # "lower" where less is better
    upper: Optional[Fraction]
    phrase: str
    each_edges: tuple  # shares of regions on schedule, in percent: slightly behind, behind
    first: int
    last: int
    day: datetime.date  # up to which the site knows; on a page of a period that one's end
    known: datetime.date  # up to which the site knows, on every page
    until: int  # the newest cut that is shown
    has_begun: bool
    publishes_overdue: bool


@dataclass(frozen=True)
class Figure:
    """What is known about one cut: a value, or why there is none (`z` not applicable, `c` withheld, `n` not due yet)."""

    cut: int
    kind: str  # "value", "z", "c", "n"
    value: Optional[Fraction]
    is_provisional: bool  # p or e: it may still change
    recorded: datetime.date
    is_broken: bool = False  # b: what is counted changed with it
    threshold: Optional[int] = None  # of a count of regions: how many were asked


def number(text):
    return Fraction(text) if text else None


def day_of(text):
    return datetime.date.fromisoformat(text) if text else None


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_indicator(row):
    """Reads one row of indicators.csv."""
    points = [point.split("=") for point in row["schedule_points"].split()]
    return Indicator(
        id=row["indicator"],
        unit=row["unit"],
        measure=row["measure"],
        aggregate=row["aggregate"],
        scope=row["scope"],
        regions=row["regions"].split(),
        counted=row["counted_regions"].split(),
        schedule=row["schedule"],
        points=[(cut_of(period), Fraction(amount)) for period, amount in points],
        lists=[day_of(one.partition("/")[2]) for one in row["batches"].split()],
        # What is counted from the start of the year starts from nothing.
        baseline=None if row["measure"] in ("count", "event", "flag") else number(row["baseline"]),
        op=row["op"],
        target=number(row["value"]),
        tolerance=number(row["tolerance"]) or Fraction(0),
        ambition=row["ambition"],
        per=row["per"],
        bands=tuple(Fraction(row[edge]) for edge in ("ahead", "on_track", "slightly_behind", "behind")),
        region_bands=tuple(Fraction(row["region_" + edge]) for edge in ("ahead", "on_track", "slightly_behind", "behind")),
        report_every=row["report_every"],
        report_within=int(row["report_within_days"] or 0),
        report_skip={cut_of(period) for period in row["report_skip"].split()},
        reporter=row["reporter"],
        is_assessed=row["assessed"] == "yes",
        numerator=row["numerator"],
        denominator=row["denominator"],
        override=row["override"],
        override_date=day_of(row["override_date"]),
        override_cut=cut_of(row["override_period"]) if row["override_period"] else None,
        direction=row["direction"],
        upper=number(row["upper"]),
        phrase=row["phrase"],
        name=row["name"],
        each_edges=(Fraction(row["each_slightly_behind"]), Fraction(row["each_behind"])),
        first=cut_of(row["plan_first"]),
        last=cut_of(row["plan_last"]),
        day=day_of(row["as_of"]),
        known=day_of(row["as_of"]),
        until=cut_of(row["plan_last"]),
        has_begun=row["has_begun"] == "yes",
        publishes_overdue=row["publish_overdue"] == "yes",
    )


def read_observation(row):
    """Reads one row of observations.csv. A row flagged `x` says that nothing came: it is no figure at all."""
    if row["flag"] == "x":
        return None
    kind = row["flag"] if row["flag"] in ("z", "c", "n") else "value"
    recorded = day_of(row["recorded"])
    return Figure(cut_of(row["period"]), kind, number(row["value"]), row["flag"] in ("p", "e"), recorded, row["flag"] == "b")


class Published:
    """The published tables of one plan."""

    def __init__(self, folder):
        folder = Path(folder)
        self.indicators = {row["indicator"]: read_indicator(row) for row in read_table(folder / "indicators.csv")}
        self.reported = {}
        self.missing_rows = {}  # the rows that say that nothing came (`x`): cut and day
        self.recorded = {}  # of each indicator: every row's cut and day
        for row in read_table(folder / "observations.csv"):
            cut, key = cut_of(row["period"]), (row["indicator"], row["region"])
            self.recorded.setdefault(row["indicator"], []).append((cut, day_of(row["recorded"])))
            if row["flag"] == "x":
                self.missing_rows.setdefault(key, []).append((cut, day_of(row["recorded"])))
            figure = read_observation(row)
            if figure is not None:
                self.reported.setdefault((row["indicator"], row["region"]), {})[figure.cut] = figure
        self.said_missing = newest_rows(self.missing_rows)
        self.allotted = {}  # every share of a region with the day it became known, oldest first
        for row in sorted(read_table(folder / "allocations.csv"), key=lambda row: row["recorded"]):
            known = (day_of(row["recorded"]), Fraction(row["target"]))
            self.allotted.setdefault((row["indicator"], row["region"]), []).append(known)
        self.shares = shares_on(self.allotted, None)
        self.kept = {}  # series and verdicts that were worked out already
        self.stands = {}  # the same tables at the ends of periods


@functools.lru_cache(maxsize=4)
def published_in(folder):
    """The tables of a folder, read once however often they are asked for."""
    return Published(folder)


def shares_on(allotted, day):
    """The shares in force on a day: the newest known by then, and where none was, the first that was given at all.

    Without a day the newest of all.
    """
    found = {}
    for key, known in allotted.items():
        by_then = [share for since, share in known if day is None or since <= day]
        found[key] = by_then[-1] if by_then else known[0][1]
    return found


def up_to(published, is_wanted):
    """The same tables with fewer figures, those whose period and day are wanted."""
    past = copy.copy(published)
    past.kept = {}
    past.reported = {
        key: {cut: one for cut, one in series.items() if is_wanted(cut, one.recorded)}
        for key, series in published.reported.items()
    }
    past.recorded = {key: [row for row in rows if is_wanted(*row)] for key, rows in published.recorded.items()}
    past.missing_rows = {key: [row for row in rows if is_wanted(*row)] for key, rows in published.missing_rows.items()}
    past.said_missing = newest_rows(past.missing_rows)
    return past


def at_end_of(published, cut, is_newest=False):
    """The tables as a page of a period reads them: figures of periods up to it, as they are known today.

    What was due, which lists were out and what the shares were is asked of the period's last day, but for the newest
    period, which is where the plan stands.
    """
    past = up_to(published, lambda at, _: at <= cut)
    day = min(last_day(cut), next(iter(published.indicators.values())).day)
    past.indicators = {key: replace(one, until=cut) for key, one in published.indicators.items()}
    if not is_newest:
        past.indicators = {key: replace(one, day=day) for key, one in past.indicators.items()}
        past.shares = shares_on(published.allotted, day)
    return past


def known_on(published, day):
    """The tables as they were known on an earlier day, where no row has been replaced since."""
    past = up_to(published, lambda _, recorded: recorded <= day)
    begun = any(past.recorded.values())
    past.indicators = {
        key: replace(one, day=day, known=day, has_begun=begun) for key, one in published.indicators.items()
    }
    known = {key: [one for one in shares if one[0] <= day] for key, shares in published.allotted.items()}
    past.allotted = {key: shares for key, shares in known.items() if shares}
    past.shares = shares_on(past.allotted, None)
    return past


def newest_rows(rows):
    """The newest cut of which `x` says that nothing came, of each region that said so."""
    return {key: max(cut for cut, _ in found) for key, found in rows.items() if found}


# --------------------------------------------------------------------------------------------
# From rows to one series of figures


def region_series(published, indicator, region):
    """A region's figures: what it reported, and for a share otherwise the ratio of its own two figures."""
    key = ("region", indicator.id, region)
    if key not in published.kept:
        published.kept[key] = region_series_anew(published, indicator, region)
    return published.kept[key]


def region_series_anew(published, indicator, region):
    series = dict(published.reported.get((indicator.id, region), {}))
    if indicator.numerator and indicator.denominator:
        parts = [
            region_series(published, published.indicators[part], region)
            for part in (indicator.numerator, indicator.denominator)
        ]
        series = filled(series, ratios(indicator, *parts))
    return series


def whole_series(published, indicator):
    """The figures of the whole area, cut by cut.

    A reported figure of the whole area stands, also when it is withheld or not applicable. Without one, or
    where it is said not to be due, a complete sum of regions is taken, or the ratio of the two parts of a
    share. An each-region target is held against a count of regions instead.
    """
    key = ("whole", indicator.id)
    if key not in published.kept:
        published.kept[key] = whole_series_anew(published, indicator)
    return published.kept[key]


def whole_series_anew(published, indicator):
    if indicator.scope == "each-region" and indicator.op:
        return counts_of_regions(published, indicator)
    series = dict(published.reported.get((indicator.id, ""), {}))
    if indicator.numerator and indicator.denominator:
        parts = [
            whole_series(published, published.indicators[part]) for part in (indicator.numerator, indicator.denominator)
        ]
        derived = ratios(indicator, *parts)
    else:
        derived = sums_of_regions(published, indicator)
        # "Not due yet" for the whole area is no answer where regions have begun to report what is summed.
        summed = indicator.counted if may_be_summed(indicator) else []
        begun = {cut for region in summed for cut in region_series(published, indicator, region)}
        series = {cut: figure for cut, figure in series.items() if figure.kind != "n" or cut not in begun}
    return filled(series, derived)


def filled(series, derived):
    """Reported figures, and derived ones where none was reported."""
    return derived | {cut: figure for cut, figure in series.items() if figure.kind != "n" or cut not in derived}


def complete_cuts(series_of_regions):
    """The cuts for which each region has a figure or has none to give (`z`); and those figures."""
    cuts = {cut for series in series_of_regions for cut in series}
    for cut in sorted(cuts):
        figures = [series.get(cut) for series in series_of_regions]
        if all(figure is not None and figure.kind in ("value", "z") for figure in figures):
            yield cut, figures


def put_together(cut, value, figures, threshold=None):
    """A figure made of others: provisional if one of them is, and known when the last of them was."""
    return Figure(
        cut,
        "z" if value is None else "value",
        value,
        any(figure.is_provisional for figure in figures),
        max(figure.recorded for figure in figures),
        any(figure.is_broken for figure in figures),
        threshold,
    )


def may_be_summed(indicator):
    """Growth rates and shares are never added up."""
    return indicator.aggregate != "none" and indicator.measure not in ("growth", "share") and bool(indicator.counted)


def sums_of_regions(published, indicator):
    """Sums (or the greatest) of the counted regions."""
    if not may_be_summed(indicator):
        return {}
    sums = {}
    for cut, figures in complete_cuts([region_series(published, indicator, region) for region in indicator.counted]):
        values = [figure.value for figure in figures if figure.kind == "value"]
        combine = max if indicator.aggregate == "max" else sum
        sums[cut] = put_together(cut, combine(values) if values else None, figures)
    return sums | withheld_cuts([region_series(published, indicator, region) for region in indicator.counted])


def broken_cuts(published, indicator, region=""):
    """The cuts with which the definition changed, of the figures themselves or of what they are made of.

    A figure that was reported says itself whether its definition changed.
    """
    counts_regions = indicator.scope == "each-region" and indicator.op and not region
    reported = {} if counts_regions else published.reported.get((indicator.id, region), {})
    own = {cut for cut, one in reported.items() if one.kind == "value"}
    found = {cut for cut, one in reported.items() if one.is_broken}
    if indicator.numerator and indicator.denominator and not counts_regions:
        parts = [(published.indicators[part], region) for part in (indicator.numerator, indicator.denominator)]
    elif not region and (counts_regions or may_be_summed(indicator)):
        spared = lambda one: counts_regions and is_spared(published, indicator, one)
        parts = [(indicator, one) for one in indicator.counted if not spared(one)]
    else:
        parts = []
    return found | {cut for part, where in parts for cut in broken_cuts(published, part, where)} - own


def withheld_cuts(series_of_regions):
    """Where all have answered and one of them or more withholds it: what they make together is withheld."""
    found = {}
    for cut in {cut for series in series_of_regions for cut in series}:
        figures = [series.get(cut) for series in series_of_regions]
        kinds = {figure.kind if figure else None for figure in figures}
        if "c" in kinds and kinds <= {"value", "z", "c"}:
            found[cut] = replace(put_together(cut, None, figures), kind="c")
    return found


def ratios(indicator, numerators, denominators):
    """Numerator over denominator, times 100 for a percentage. Nothing to divide by: not applicable.

    A part that is withheld or not due yet makes the share so.
    """
    found = {}
    for cut in sorted(numerators.keys() & denominators.keys()):
        above, below = numerators[cut], denominators[cut]
        answers = [kind for kind in ("c", "n") if kind in (above.kind, below.kind)]
        if answers:
            found[cut] = replace(put_together(cut, None, [above, below]), kind=answers[0])
            continue
        value = None
        if above.kind == below.kind == "value" and below.value != 0:
            value = above.value / below.value * (100 if indicator.unit == "%" else 1)
        found[cut] = put_together(cut, value, [above, below])
    return found


def counts_of_regions(published, indicator):
    """How many of the counted regions attained what was asked of each; a region to which it does not apply is not asked."""
    counts = {}
    counted = [region for region in indicator.counted if not is_spared(published, indicator, region)]
    series = [region_series(published, indicator, region) for region in counted]
    # A region that withholds has answered; how many of the others attained is known.
    for cut in sorted({cut for one in series for cut in one}):
        figures = [one.get(cut) for one in series]
        kinds = {figure.kind if figure else None for figure in figures}
        if not kinds <= {"value", "z", "c"} or ("c" in kinds and "value" not in kinds):
            continue
        attained = asked = 0
        for region, figure in zip(counted, figures):
            if figure.kind == "value":
                asked += 1
                own = question_of_region(published, indicator, region, figure.value)
                attained += is_attained(own, figure.value) or is_nearly(own, figure.value)
        counts[cut] = put_together(cut, Fraction(attained) if asked else None, figures, asked)
    return withheld_cuts(series) | counts


# --------------------------------------------------------------------------------------------
# What is asked


AMOUNTS = ("元", "亩", "公顷", "平方米", "平方公里", "公里", "吨", "吨标准煤", "千瓦", "千瓦时", "立方米")
CUMULATIVE = ("count", "event", "flag")
RATES = ("growth", "share")
SMALL = 20


def is_spared(published, indicator, region):
    """A region to which nothing was allotted is asked for nothing; of a ceiling, nothing is what it may use.

    Of a net change nothing is a number like any other, no net loss; of growth it is no fall.
    """
    is_level = is_net(indicator) or indicator.measure == "growth"
    return published.shares.get((indicator.id, region)) == 0 and indicator.direction != "lower" and not is_level


GAINS, LOSSES = ("净增", "净流入"), ("净减", "净流出", "净压减")


def is_net(indicator):
    """A net change: what comes in less what goes out; of a wanted loss, what goes out less what comes in."""
    return indicator.measure in CUMULATIVE and any(word in indicator.phrase for word in (*GAINS, *LOSSES))


def is_counted(unit):
    """Tells whether a unit counts whole things: not money, weight, area, length, time, an age, a rate or a ratio."""
    is_measured = unit.lstrip("万亿") in AMOUNTS or unit[:1] in "万亿" or unit in ("%", "百分点", "倍") or unit in TIMES
    return not is_measured and "/" not in unit


TIMES = "个工作日 工作日 个小时 小时 分钟 个月 天 个自然日 自然日 日 周 星期 年 秒 周岁 岁".split()


def is_mean(indicator):
    """A mean, or so many among others: what is worked out of many need not be whole."""
    texts = (indicator.phrase, indicator.name)
    return any(re.search("平均|[人户亩年月日周次床车校班师生]均|中位|每[一二两三四五六七八九十百千万亿\\d]*[百千万亿0](?![百千万亿\\d天日周月季年个次]|小时|分钟)|每(?:人|名|位|户|平方|公里|公顷|亩|辆)", text) for text in texts)


def beside(question, value):
    """The question as a figure is held against it: of 300.5 nobody asks for 301."""
    return replace(question, is_beside_part=value.denominator != 1 and not question.is_count_of_regions)


@dataclass
class Question:
    """What a series of figures is held against: a target of the whole area, a count of regions, or a region's share."""

    indicator: Indicator
    op: str
    asked: Fraction  # as it is written
    tolerance: Fraction
    own_baseline: Optional[Fraction]
    is_whole: bool  # the whole area, not one region
    is_count_of_regions: bool
    is_share: bool = False  # a region's own part of the target
    is_beside_part: bool = False  # the figure that is held against it is itself no whole number

    @property
    def is_stretch(self):
        return self.indicator.ambition == "stretch"

    @property
    def bands(self):
        """The edges of the whole area, or of a single region."""
        return self.indicator.bands if self.is_whole else self.indicator.region_bands

    @property
    def is_lower(self):
        """Less is better. More regions are always better."""
        return self.indicator.direction == "lower" and not self.is_count_of_regions

    @property
    def counts_things(self):
        """Whole things are counted, one by one."""
        if self.is_count_of_regions:
            return True
        base = self.indicator.baseline
        is_whole_number = self.asked.denominator == 1 and (base is None or base.denominator == 1)
        is_thing = is_counted(self.indicator.unit) and not is_mean(self.indicator)
        return is_whole_number and self.indicator.measure not in RATES and is_thing and not self.is_beside_part

    @property
    def target(self):
        """The number to reach or not to exceed: of whole things, more than 35 asks for 36."""
        if self.counts_things and not self.is_count_of_regions and not self.is_strict_nothing:
            return self.asked + {">": 1, "<": -1}.get(self.op, 0)
        return self.asked

    @property
    def is_strict_nothing(self):
        """A strict limit that allots nothing to a region is kept at nothing; there is no less."""
        return self.is_share and self.op == "<" and self.asked == 0

    @property
    def is_small(self):
        return self.counts_things and abs(self.target) < SMALL

    @property
    def is_cumulative(self):
        return self.indicator.measure in CUMULATIVE

    @property
    def is_ceiling_of_sum(self):
        """What adds up must not exceed it: it is used up over the plan's span."""
        return self.is_lower and self.is_cumulative and self.indicator.schedule != "level"

    @property
    def is_level_under_nodes(self):
        """A level that is to stay under the values of its nodes, with no baseline it falls from."""
        return self.is_lower and not self.is_cumulative and self.baseline is None and self.target > 0

    @property
    def is_below_zero_under_nodes(self):
        """More is better, and still less than nothing: a smaller loss, a smaller fall, with no baseline it starts from."""
        is_lead = self.indicator.schedule == "expected" and self.baseline is None and not self.is_count_of_regions
        return is_lead and not self.is_lower and not self.is_cumulative and self.target < 0

    @property
    def is_used_up(self):
        """The less of it there is, the better: the lead is schedule less share."""
        return self.is_ceiling_of_sum or self.is_level_under_nodes or self.is_below_zero_under_nodes or self.is_loss

    @property
    def is_loss(self):
        """A region's share of a net change that is below zero, or nothing: so much may be lost, and no more."""
        return self.is_share and not self.is_lower and is_net(self.indicator) and self.asked <= 0

    @property
    def has_no_start(self):
        """A share of what starts from a baseline: where the region began nobody has stated."""
        indicator = self.indicator
        return self.is_share and indicator.baseline is not None and self.op != "rank" and indicator.schedule in ("linear", "expected")

    @property
    def is_coverage_of_region(self):
        """Covered or not, nothing between."""
        return self.indicator.op == "coverage" and not self.is_whole

    @property
    def baseline(self):
        """Where progress starts; nothing where the baseline attains the target already."""
        base = self.own_baseline
        if base is None or self.is_count_of_regions or self.is_cumulative:
            return None
        return None if base == self.target or is_attained(self, base) else base

    @property
    def is_level(self):
        """Held against the target itself: by its schedule, or since its baseline leaves no way to go."""
        schedule = self.indicator.schedule
        if self.op == "rank" and schedule in ("linear", "expected"):
            return True  # A place is held against the target itself.
        has_no_way = self.own_baseline is not None and self.baseline is None and not self.is_cumulative
        return schedule == "level" or (
            schedule in ("linear", "expected") and has_no_way and not self.is_count_of_regions
        )

    @property
    def is_irreversible(self):
        """What adds up cannot be lost again; of a net change exits are taken away. What a list names stays certified."""
        if self.is_coverage_of_region and self.indicator.scope == "each-region" and self.indicator.schedule == "batch":
            return True
        return not self.is_lower and self.is_cumulative and self.indicator.schedule != "level" and not is_net(self.indicator)


def whole_target(indicator):
    """The number promised; something that is only done or not is done once; a falling range ends at its upper end."""
    if indicator.op == "flag":
        return Fraction(1)
    is_upper = indicator.op == "range" and indicator.direction == "lower" and indicator.upper is not None
    return indicator.upper if is_upper else indicator.target


def whole_question(indicator):
    """What is asked of the whole area."""
    target = whole_target(indicator)
    return Question(indicator, indicator.op, target, indicator.tolerance, indicator.baseline, True, False)


def question_of_region(published, indicator, region, value=None):
    """What is asked of one region: its share of the target, else the target itself.

    Where a share starts from nobody has stated: it has no baseline. Under a coverage a region is covered (1) or not (0);
    where its figure is a percentage, only the whole of it is covered.
    """
    share = published.shares.get((indicator.id, region))
    target, tolerance = share, indicator.tolerance
    base = indicator.baseline if share is None else None
    if share is None:
        target = Fraction(1) if indicator.op in ("flag", "coverage") else whole_target(indicator)
        if indicator.op == "coverage" and indicator.numerator:
            target = Fraction(100)
    if share is not None:
        tolerance = tolerance_of_share(indicator, target)
    op = ">=" if indicator.op == "coverage" else indicator.op
    is_part = share is not None and indicator.scope != "each-region" and indicator.measure not in ("growth", "share")
    if is_part:
        op = {">": ">=", "<": "<="}.get(op, op)  # More than the whole asks no more of a part than its share.
    return Question(indicator, op, target, tolerance, base, False, False, share is not None)


def has_own_question(published, indicator, region):
    """A region is judged only by a target of its own: a share, or one that each region has."""
    has_target = indicator.scope == "each-region" or (indicator.id, region) in published.shares
    return has_target and indicator.is_assessed and indicator.op != ""


def tolerance_of(indicator, target):
    """By how much 左右 may be missed: rates 0.5 points, amounts 5 %, counts 5 % in whole units but at least one, below 5 nothing."""
    if indicator.op != "approx":
        return Fraction(0)
    if indicator.measure in ("growth", "share") or indicator.unit in ("%", "百分点"):
        return Fraction(1, 2)
    if indicator.unit.lstrip("万亿") in AMOUNTS or indicator.unit[:1] in "万亿":
        return abs(target) / 20
    return Fraction(0) if abs(target) < 5 else Fraction(max(1, abs(target) / 20 // 1))


def tolerance_of_share(indicator, share):
    """Never more than is usual for the share's own number, nor more than the whole has."""
    return min(tolerance_of(indicator, share), indicator.tolerance)


def is_attained(question, value):
    """The attain test of the phrase, on the figure as it was reported."""
    if question.op == ">":
        return value > question.asked
    if question.op == "<" and not question.is_strict_nothing:
        return value < question.asked
    return value <= question.asked if question.is_lower else value >= question.asked


def is_nearly(question, value):
    """Misses 左右 by no more than its tolerance, on the failing side."""
    short = value - question.asked if question.is_lower else question.asked - value
    is_about = question.op == "approx" and not question.is_count_of_regions
    return is_about and not is_attained(question, value) and short <= question.tolerance


def is_exceeded(question, value):
    """A ceiling that was used up and more cannot be kept any more."""
    return question.is_ceiling_of_sum and not is_attained(question, value) and not is_nearly(question, value)


# --------------------------------------------------------------------------------------------
# Completion and schedule


def completion_of(question, value):
    """A/T; from a baseline on the share of the planned change, (A−B)/(T−B)."""
    if question.op == "rank" or question.is_below_zero_under_nodes or question.is_loss or question.has_no_start:
        return None  # A place is no share of anything, of a fall or a loss more is not more.
    is_level = question.indicator.measure not in CUMULATIVE and not question.is_count_of_regions
    if question.is_lower and is_level and question.baseline is None and question.target > 0:
        return None  # Of a level that is kept under a limit more is worse.
    return share_of(question, value)


def share_of(question, value):
    """What a figure is of the target, or of the way to it; also where that is never printed."""
    question = beside(question, value)
    base = question.baseline or Fraction(0)
    return None if question.target == base else (value - base) / (question.target - base)


def schedule_of(question, cut):
    """How much should be there at a cut, as a share of the whole; None before the first node or without a schedule.

    Of a ceiling the next node's value may be used, also before the first.
    """
    indicator = question.indicator
    if question.is_level or question.has_no_start:
        return None
    if indicator.schedule == "linear":
        return Fraction(cut - indicator.first + 1, indicator.last - indicator.first + 1)
    if indicator.schedule != "expected":
        return None
    passed = [amount for at, amount in indicator.points if at <= cut]
    coming = [amount for at, amount in indicator.points if at >= cut]
    if question.is_ceiling_of_sum:
        amount = coming[0] if coming else indicator.points[-1][1]
    elif passed:
        amount = passed[-1]
    else:
        return None
    whole = question.target
    if question.is_share:
        # A share of the target is a share of every node.
        whole = indicator.points[-1][1] if indicator.scope == "each-region" else whole_target(indicator)
    elif question.is_ceiling_of_sum:
        amount = min(amount, question.target)  # No node allows more than the limit itself.
    elif amount == question.asked and cut >= indicator.last:
        amount = question.target  # Nodes stand as filed, but the end asks for what the target asks for.
    base = Fraction(0) if question.baseline is None else indicator.baseline
    return None if whole == base else (amount - base) / (whole - base)


def lead_of(question, value, schedule):
    """Share less schedule, in points; of what is used up the other way round."""
    share = None if question.op == "rank" else share_of(question, value)
    if share is None or schedule is None:
        return None
    return (schedule - share if question.is_used_up else share - schedule) * 100


def advantage(question, value, than):
    """How much better a figure is than another one."""
    return than - value if question.is_lower else value - than


# --------------------------------------------------------------------------------------------
# Bands


CODES = ("ahead", "on_track", "slightly_behind", "behind")


def band_of(bands, gap):
    """The band a gap falls into; each includes its lower edge."""
    for code, edge in zip(CODES, bands):
        if gap >= edge:
            return code
    return "far_behind"


ORDER = ("far_behind", "behind", "slightly_behind", "on_track", "ahead")


def pace_status(question, value, schedule, lead):
    """Completion against schedule: by the bands, or of a small number by whole things."""
    base = question.baseline or Fraction(0)
    line = base + schedule * (question.target - base)
    is_ceiling = question.is_ceiling_of_sum
    if question.counts_things and is_ceiling:
        line = Fraction(-(-line // 1))  # What may be used is rounded up.
    elif question.is_small:
        line = Fraction(-(-line // 1)) if question.is_lower else Fraction(line // 1)
    better = advantage(question, value, line)
    if question.is_small:
        code = unit_status(question.bands, better, lead if lead is not None else Fraction(0))
    elif lead is None:
        code = "on_track" if better >= 0 else "behind"  # Of nothing there is no share.
    else:
        code = band_of(question.bands, lead)
    if question.counts_things and is_ceiling and better >= 0:
        code = max(code, "on_track", key=ORDER.index)
    is_idle = value <= base and schedule * 2 >= 1 and not question.is_loss
    if question.is_small and not question.is_lower and is_idle:
        code = min(code, "slightly_behind", key=ORDER.index)
    if question.is_coverage_of_region and code in BELOW:
        return "behind"  # Between covered and not covered there is nothing.
    return code


def unit_status(bands, better, lead):
    """Whole things: one short is slightly behind, more is behind, never far behind."""
    if better < 0:
        return "behind" if better < -1 else "slightly_behind"
    return "ahead" if lead >= bands[0] else "on_track"


def rank_status(better):
    """Places of an order: one short, two or three, more."""
    if better >= 0:
        return "ahead" if better >= 1 else "on_track"
    return "slightly_behind" if better >= -1 else "behind" if better >= -3 else "far_behind"


def level_status(question, value):
    """A level against its target: bands on the gap, of what is no rate in percent of the target."""
    better = advantage(question, value, question.target)
    if question.is_coverage_of_region:
        return "on_track" if is_attained(question, value) else "behind"
    if is_nearly(question, value):
        return "on_track"
    if question.op == "rank":
        return rank_status(better)
    share = better
    if question.indicator.measure not in RATES and question.indicator.unit != "%":
        if question.target == 0:
            return "on_track" if is_attained(question, value) else "behind"
        share = better / abs(question.target) * 100
    if question.is_small:
        return unit_status(question.bands, better, share)
    code = band_of(question.bands, share)
    # What is not attained is below, however near; what is attained never is.
    if is_attained(question, value):
        return max(code, "on_track", key=ORDER.index)
    return min(code, "slightly_behind", key=ORDER.index)


def final_status(question, figure):
    """The verdict at the end. A provisional figure settles nothing."""
    if figure.is_provisional:
        return "pending"
    if is_attained(question, figure.value):
        return "met"
    return "nearly_met" if is_nearly(question, figure.value) else missed(question)


def missed(question):
    return "missed_stretch" if question.is_stretch else "missed"


# --------------------------------------------------------------------------------------------
# Verdicts


@dataclass
class Verdict:
    """How something stands."""

    code: str
    completion: Optional[Fraction] = None
    schedule: Optional[Fraction] = None
    gap: Optional[Fraction] = None
    is_final: bool = False  # no later figure can change it


def no_figure(question, told, others_have_told):
    """Nothing to be seen yet: not due until a period to report has ended, then not reported, then overdue.

    A region for which an office reports is never late, only missing: once its report is due, or anybody has told anything.
    """
    indicator = question.indicator
    if indicator.schedule == "batch" and is_long_over(indicator):
        return "pending"
    if is_overdue(question, told):
        return "overdue_report"
    has_ended = any(last_day(cut) < indicator.day for cut in asked_cuts(indicator)) and told == NOTHING_TOLD
    if can_be_late(question):
        is_missing = has_ended
    elif indicator.schedule == "batch":
        return "not_due"  # Awaiting a list.
    else:
        is_missing = has_ended or is_past_due(indicator, told)
    if not question.is_whole:
        is_missing = is_missing or (others_have_told and told == NOTHING_TOLD and indicator.schedule != "batch")
    is_never_asked = not indicator.report_every and told == NOTHING_TOLD
    if is_never_asked and indicator.has_begun and indicator.schedule != "batch":
        is_missing = is_missing or is_long_over(indicator)
    return "not_reported" if is_missing else "not_due"


def can_be_late(question):
    """Only regions that report themselves can be late as regions; a whole they do not make is asked of nobody."""
    indicator = question.indicator
    makes_no_whole = indicator.reporter == "regions" and indicator.aggregate == "none" and not indicator.numerator
    return not makes_no_whole if question.is_whole else indicator.reporter == "regions"


def asked_cuts(indicator):
    """The cuts for which a figure is to be reported."""
    if not indicator.has_begun or not indicator.report_every:
        return []
    step, months = MONTHS[indicator.report_every], indicator.last - indicator.first + 1
    if step > 3 and months % step == 0:  # Half-years and years are the plan's own.
        ends = set(range(indicator.first + step - 1, indicator.last + 1, step))
    else:
        ends = set(ends_of_parts(indicator.report_every, indicator.first, indicator.last))
    return sorted((ends | {indicator.last}) - indicator.report_skip)


def deadline_of(indicator, cut):
    """The last day the report of a cut is in time."""
    return last_day(cut) + datetime.timedelta(indicator.report_within)


def is_past_due(indicator, told):
    """The last period whose day of delivery is past is later than the last one anything was told about."""
    due = [cut for cut in asked_cuts(indicator) if deadline_of(indicator, cut) < indicator.day]
    return bool(due) and told < due[-1]


def is_overdue(question, told):
    """Somebody who can be late is."""
    return can_be_late(question) and is_past_due(question.indicator, told)


NOTHING_TOLD = -1


ANSWERS = {"z": "not_applicable", "c": "not_assessed", "n": "not_due"}


def judge(question, series, others_have_told=False, said_missing=NOTHING_TOLD, partial=None):
    """Holds the newest figure against what is asked, then asks whether a newer one should be there.

    A row that says "withheld", "not due yet" or "not applicable" answers the report, and no older verdict stands for
    its period; but what was exceeded stays so, whatever is withheld later. `partial` is what only some regions make of a
    newer period, where that decides alone.
    """
    told = max(series, default=NOTHING_TOLD)
    is_decided = partial is not None or stays_exceeded(question, series, told)
    if told != NOTHING_TOLD and series[told].kind in ANSWERS and not is_decided:
        if is_said_missing(question, said_missing, told):
            return Verdict("not_reported")
        late = is_past_due(question.indicator, told)
        missing = "overdue_report" if can_be_late(question) else "not_reported"
        return Verdict(missing if late else ANSWERS[series[told].kind])
    seen = [figure for figure in series.values() if figure.kind == "value"]
    if not seen and partial is None:
        code = no_figure(question, told, others_have_told)
        if code == "not_due" and is_said_missing(question, said_missing, told):
            code = "not_reported"
        return Verdict(code)
    newest = partial or max(seen, key=lambda figure: figure.cut)
    verdict = judge_figure(question, newest, series)
    if verdict.is_final or partial is not None:
        return verdict  # What some regions decided no other region can change, neither before the end nor at it.
    if is_past_due(question.indicator, told):
        # A region for which an office reports is never late, only missing.
        verdict.code = "overdue_report" if can_be_late(question) else "not_reported"
    elif is_said_missing(question, said_missing, told):
        verdict.code = "not_reported"
    return verdict


def stays_exceeded(question, series, told):
    """The newest figure has exceeded a ceiling for good, and what came after it is withheld, or said not to be due."""
    seen = [figure for figure in series.values() if figure.kind == "value"]
    is_awaited = question.indicator.schedule == "batch"  # A list alone says what it comes to.
    is_each_part = question.indicator.per and not question.is_count_of_regions  # A limit of each month is held month by month.
    if not seen or is_awaited or is_each_part or told == NOTHING_TOLD or series[told].kind not in ("c", "n"):
        return False
    newest = max(seen, key=lambda figure: figure.cut)
    is_early = newest.cut < question.indicator.last
    return is_early and is_exceeded(question, newest.value) and not newest.is_provisional


def is_said_missing(question, said_missing, told):
    """A newer row says that nothing came (x). Where a rule says when a report is due the rule decides; a list is awaited."""
    indicator = question.indicator
    return said_missing > told and not indicator.report_every and indicator.schedule != "batch"


def judge_figure(question, figure, series):
    """The verdict on one figure by the rule of its schedule."""
    question = beside(question, figure.value)
    if question.indicator.per and not question.is_count_of_regions:
        return judge_parts(question, figure, series)
    schedule = question.indicator.schedule
    if question.has_no_start:
        is_over = figure.cut >= question.indicator.last
        return Verdict(final_status(question, figure) if is_over else "not_due")
    if schedule == "batch":
        return judge_batch(question, figure)
    if question.is_level:
        return judge_level(question, figure)
    return judge_none(question, figure) if schedule == "none" else judge_pace(question, figure)


def is_reached_for_good(question, figure):
    """Attained by a figure that will not change, of something that cannot be lost."""
    return is_attained(question, figure.value) and not figure.is_provisional and question.is_irreversible


def judge_pace(question, figure):
    """linear and expected: completion against the share of time gone or the node plan."""
    verdict = Verdict("", completion_of(question, figure.value), schedule_of(question, figure.cut))
    lead = lead_of(question, figure.value, verdict.schedule)
    # Points say nothing of small numbers.
    verdict.gap = None if question.is_small else lead
    if figure.cut >= question.indicator.last:
        verdict.code = final_status(question, figure)
    elif is_reached_for_good(question, figure):
        verdict.code, verdict.is_final = "done", True
    elif is_exceeded(question, figure.value) and not figure.is_provisional:
        verdict.code, verdict.is_final = missed(question), True
    elif verdict.schedule is None and question.is_ceiling_of_sum and question.target == 0:
        verdict.code = pace_status(question, figure.value, Fraction(0), None)  # Of nothing, nothing may be used.
    elif verdict.schedule is None:
        verdict.code = "not_due"  # Before the first node.
    else:
        verdict.code = pace_status(question, figure.value, verdict.schedule, lead)
    return verdict


def is_over_plan(indicator):
    """A rate of the whole plan: summed up, or with the years of a plan of several (others are refused)."""
    names_years = re.search(r"(?:\d|[一二三四五六七八九十])年(?!均)", indicator.phrase) and "每年" not in indicator.phrase
    return "累计" in indicator.phrase or bool(names_years and indicator.last - indicator.first >= 12)


def judge_level(question, figure):
    """level: the figure against the target itself; a level is never done before the end.

    In a plan of several years it is due in the last one, but for a yearly growth.
    """
    indicator = question.indicator
    is_points = indicator.measure in RATES or indicator.unit == "%"
    gap = advantage(question, figure.value, question.target) if is_points else None
    is_yearly = indicator.measure == "growth" and not is_over_plan(indicator)
    is_long = indicator.last - indicator.first + 1 > 12 and not is_yearly
    if figure.cut >= indicator.last:
        return Verdict(final_status(question, figure), gap=gap)
    if is_long and figure.cut <= indicator.last - 12:
        return Verdict("not_due", gap=gap)
    return Verdict(level_status(question, figure.value), gap=gap)


def judge_none(question, figure):
    """none: judged at the end; what is reached for good, or exceeded, is said before."""
    verdict = Verdict("not_due", completion_of(question, figure.value))
    if figure.cut >= question.indicator.last:
        verdict.code = final_status(question, figure)
    elif is_reached_for_good(question, figure):
        verdict.code, verdict.is_final = "done", True
    elif is_exceeded(question, figure.value) and not figure.is_provisional:
        verdict.code, verdict.is_final = missed(question), True
    return verdict


def last_list(indicator):
    """The day of the last list, once all are out."""
    days = [day for day in indicator.lists if day is not None and day <= indicator.day]
    return max(days) if days and len(days) == len(indicator.lists) else None


def is_long_over(indicator):
    """Three months after the plan's end nothing more is waited for: no list, and no figure nobody asked for by a day."""
    return indicator.day > last_day(indicator.last + 3)


def is_covered(indicator, figure, day):
    """A figure knows a list of a day: its period ends no earlier, or it is the last one, recorded since."""
    is_late_list = day > last_day(indicator.last)
    return last_day(figure.cut) >= day or (is_late_list and figure.cut >= indicator.last and figure.recorded >= day)


def judge_batch(question, figure):
    """batch: decided by published lists. Final with the first figure that covers the last one."""
    indicator = question.indicator
    verdict = Verdict("not_due", completion_of(question, figure.value))
    day = last_list(indicator)
    if is_reached_for_good(question, figure):
        verdict.code = "done"
    elif day is not None and is_covered(indicator, figure, day):
        verdict.code = final_status(question, figure)
        if verdict.code == "met":
            verdict.code = "done"
    elif is_long_over(indicator):
        verdict.code = "pending"
    verdict.is_final = verdict.code != "not_due"
    return verdict


def is_kept(question, own):
    """A part of a frequency, with the tolerance of 左右."""
    return is_attained(question, own) or is_nearly(question, own)


def code_of_parts(question, figure, short):
    """The word of a frequency of which so many parts were skipped."""
    if figure.cut >= question.indicator.last:
        return "met" if short == 0 else missed(question)
    return ("on_track", "slightly_behind", "behind")[min(short, 2)]


def parts_of(indicator):
    """The cuts with which the parts of a frequency end, counted from the first month of the plan."""
    step = MONTHS[indicator.per]
    return list(range(indicator.first + step - 1, indicator.last + 1, step))


def best_and_worst_of_parts(question, figure, series):
    """The words of a frequency if as few parts were missed as can be, and if as many were."""
    least, most = missed_parts(question, figure, series, parts_of(question.indicator))
    return tuple(code_of_parts(question, figure, short) for short in (least, most))


def missed_parts(question, figure, series, parts):
    """How many parts were missed at least and at most: what was counted over silent parts leaves only some splits."""
    gaps = []
    _, skipped, unknown = count_parts(question, figure, series, parts, gaps)
    least, most = skipped, skipped + unknown
    for total, silent in gaps:
        failing = [count for count in range(silent + 1) if can_fail(question, total, silent, count)]
        least += min(failing, default=0)
        most -= silent - max(failing, default=silent)
    return least, most


def can_fail(question, total, silent, failing):
    """Whether a total can be split so that just so many of the parts fail."""
    question = beside(question, total)
    asked, step = question.target, 1 if question.counts_things else 0
    if question.op == "approx":
        asked = asked + question.tolerance if question.is_lower else asked - question.tolerance
    kept = silent - failing
    if question.is_lower:
        return total <= kept * asked if failing == 0 else (step == 0 or failing * (asked + step) <= total)
    return kept * asked <= total and (kept > 0 or step == 0 or total <= failing * (asked - step))


def count_parts(question, figure, series, parts, gaps=None):
    """How many parts up to a figure were kept, were skipped, and are not known.

    What came in an excused part without a figure of its own comes in with the next part: that one has it to its credit.
    It is not held against it: a limit that both together exceed leaves the part unknown. What was counted over silent
    parts decides each of them where it can: less than one asks for is less in each, no more than one may have is no
    more in any.
    """
    indicator = question.indicator
    adds_up = indicator.measure in CUMULATIVE
    kept = skipped = unknown = 0
    known = Fraction(0)  # the last figure
    silent, has_excused = 0, False  # the parts without a figure since it
    for end in parts:
        if end > figure.cut:
            break
        found = series.get(end)
        now = found.value if found and found.kind == "value" else None
        if end in indicator.report_skip or (found and found.kind == "z"):
            if now is None:
                has_excused = True
                continue
            # Nothing is asked of it, but its figure closes what was silent before.
            kept, skipped, unknown = (one + more for one, more in zip((kept, skipped, unknown), gap_of(question, now - known, silent)))
        elif now is None:
            silent += 1
            continue
        elif adds_up:
            asked = silent + 1
            passes = is_kept(question, now - known)
            is_open = silent > 0 and passes != question.is_lower or has_excused and question.is_lower and not passes
            if is_open:
                unknown += asked
                if gaps is not None and silent > 0:
                    gaps.append((now - known, asked))
            elif passes:
                kept += asked
            else:
                skipped += asked
        else:
            unknown += silent
            kept += is_kept(question, now)
            skipped += not is_kept(question, now)
        known, silent, has_excused = now, 0, False
    return kept, skipped, unknown + silent


def gap_of(question, total, silent):
    """What was counted over silent parts and an excused one: nothing for one of them is nothing for each."""
    if silent == 0:
        return 0, 0, 0
    passes = is_kept(question, total) and question.indicator.measure in CUMULATIVE
    if question.is_lower and passes:
        return silent, 0, 0
    if not question.is_lower and not passes:
        return 0, silent, 0
    return 0, 0, silent


def judge_parts(question, figure, series):
    """A number for each month, quarter or half-year. A part that was skipped stays skipped.

    Figures are cumulative, so a part's own is the difference from the end of the part before. Where that is not known
    the part is taken at its worst and at its best.
    """
    indicator = question.indicator
    parts = parts_of(indicator)
    kept, skipped, unknown = count_parts(question, figure, series, parts)
    due = kept + skipped + unknown
    if due == 0:
        return Verdict("not_due")
    is_last = figure.cut >= indicator.last
    least, most = missed_parts(question, figure, series, parts)
    # How many were kept is no number while unknown parts may add to it.
    # What is not asked for: parts that are left out, or to which the question did not apply.
    ahead = sum(end > figure.cut and end in indicator.report_skip for end in parts)
    asked = len(parts) - (sum(end <= figure.cut for end in parts) - due) - ahead
    completion = Fraction(due - least, asked) if least == most else None
    verdict = Verdict("", completion, Fraction(due, asked))
    best, worst = best_and_worst_of_parts(question, figure, series)
    below = ("slightly_behind", "behind", "missed", "missed_stretch")
    if is_last and figure.is_provisional:
        verdict.code = "pending"
    elif best == worst or (best in below and worst in below):
        verdict.code = worst
    else:
        verdict.code = "pending" if is_last else "not_reported"
    return verdict


GOOD = ("done", "ahead", "on_track", "met", "nearly_met")
BELOW = ("slightly_behind", "behind", "far_behind", "missed", "missed_stretch")
MISSING = ("not_reported", "overdue_report")


def best_and_worst_of_regions(indicator, codes):
    """The words of a target of each region if every region that owes a figure is on schedule, and if none is."""
    good = sum(code in GOOD for code in codes)
    missing = sum(code in MISSING for code in codes)
    total = good + missing + sum(code in BELOW for code in codes)
    return tuple(code_of_regions(indicator, codes, count, total, missing) for count in (good + missing, good))


def code_of_regions(indicator, codes, good, total, missing):
    """The word where so many of the regions are on schedule."""
    if good == total:
        on = [code for code in codes if code in GOOD]
        if missing == 0 and all(code == "done" for code in on):
            return "done"
        if missing == 0 and all(code in ("done", "ahead") for code in on):
            return "ahead"
        return "on_track"
    share = Fraction(good * 100, total)
    slightly, behind = indicator.each_edges
    return "slightly_behind" if share >= slightly else "behind" if share >= behind else "far_behind"


def judge_each(indicator, codes):
    """The word of a target of each region: by the share of regions that are on schedule."""
    good = sum(code in GOOD for code in codes)
    below = sum(code in BELOW for code in codes)
    missing = sum(code in MISSING for code in codes)
    if good + below + missing == 0 and "pending" not in codes:
        return next((code for code in ("not_due", "not_applicable", "not_assessed") if code in codes), "not_due")
    if "missed" in codes or "missed_stretch" in codes:
        return "missed_stretch" if indicator.ambition == "stretch" else "missed"
    if any(code in ("met", "nearly_met", "pending") for code in codes):
        left = [code for code in codes if code != "not_applicable"]
        if all(code in ("done", "met", "nearly_met") for code in left):
            return "nearly_met" if "nearly_met" in left else "met"
        return "pending"
    best, worst = best_and_worst_of_regions(indicator, codes)
    # Missing regions are taken at their best and at their worst; where both are below, the worse is said.
    code = worst if missing == 0 or best == worst or (best in BELOW and worst in BELOW) else "not_reported"
    # Lists that are still awaited, and what is withheld, keep the whole from being done.
    if "not_due" in codes and code in ("done", "ahead"):
        return "not_due" if indicator.schedule == "batch" else "on_track"
    return "on_track" if "not_assessed" in codes and code in ("done", "ahead") else code


def parts_of_sums(published, indicator, question, series):
    """What only some regions make of a period that has no sum: {cut: (figure, whether more of them can change nothing)}.

    A period of which all have answered and some withhold their figure has no sum either.
    """
    if not may_be_summed(indicator) or indicator.measure not in CUMULATIVE or indicator.numerator:
        return {}
    own = {region: region_series(published, indicator, region) for region in indicator.counted}
    told = {region: {cut: one for cut, one in all.items() if one.kind in ("value", "z")} for region, all in own.items()}
    rows = published.reported.get((indicator.id, ""), {})
    complete = {cut for cut, figure in series.items() if figure.kind != "c" or (cut in rows and rows[cut].kind == "c")}
    found = {}
    for cut in {cut for all in told.values() for cut in all} - complete:
        figures = [all[cut] for all in told.values() if cut in all]
        values = [figure.value for figure in figures if figure.kind == "value"]
        combine = max if indicator.aggregate == "max" else sum
        figure = put_together(cut, combine(values) if values else Fraction(0), figures)
        is_reached = question.is_irreversible and is_attained(question, figure.value)
        found[cut] = figure, not figure.is_provisional and (is_reached or is_exceeded(question, figure.value))
    return found


def partial_sum(published, indicator, question, series):
    """What some regions decided, where nothing newer has a figure or decides; and the newest period some have told.

    It stays decided while a later period is incomplete, and where another region withholds its figure. What is withheld or
    does not apply speaks of its own period, and of none that some regions decide after it; what was exceeded stays so.
    """
    parts = parts_of_sums(published, indicator, question, series)
    whole = max(series, default=NOTHING_TOLD)
    counted = max((cut for cut, one in series.items() if one.kind == "value"), default=NOTHING_TOLD)
    is_withheld = whole != NOTHING_TOLD and series[whole].kind in ("c", "n")
    stands = lambda cut: cut >= whole or (is_withheld and cut > counted and is_exceeded(question, parts[cut][0].value))
    decisive = [cut for cut, (_, decides) in parts.items() if decides and stands(cut)]
    newest = max((cut for cut in parts if cut > whole), default=NOTHING_TOLD)
    return (parts[max(decisive)][0] if decisive else None), newest


def judge_whole(published, indicator):
    """The verdict on an indicator, and the figure shown with it."""
    series = whole_series(published, indicator)
    shown = max((figure for figure in series.values() if figure.kind == "value"), key=lambda figure: figure.cut, default=None)
    if not indicator.is_assessed or not indicator.op:
        verdict = Verdict("not_assessed")
    elif indicator.scope == "each-region":
        regions = [judge_region(published, indicator, region) for region in indicator.counted]
        codes = [one.code for one in regions if one]
        verdict = Verdict(judge_each(indicator, codes) if indicator.has_begun else "not_due")
        nobody = not any(code in GOOD + BELOW for code in codes)
        if verdict.code == "not_reported" and nobody and is_past_due(indicator, newest_told(published, indicator)):
            verdict.code = "overdue_report"
        stand = stand_of_regions(published, indicator)
        # Where one withholds its figure more of them may attain it; no share of them is told.
        by_list = indicator.schedule == "batch"
        # Where the count is of some, and others have nothing due or are to be confirmed, no share of all is told.
        is_mixed = any(code in ("not_due", "pending") for code in codes) and any(code in (*GOOD, *BELOW, *MISSING) for code in codes)
        is_open = "not_assessed" in codes or (not by_list and is_mixed)
        if stand and not is_open and not is_open_limit(published, indicator):
            verdict.completion = Fraction(*stand)
    else:
        question = whole_question(indicator)
        partial, newest_partial = partial_sum(published, indicator, question, series)
        missing = published.said_missing.get((indicator.id, ""), NOTHING_TOLD)
        missing = missing if missing > newest_partial else NOTHING_TOLD
        verdict = judge(question, series, said_missing=missing, partial=partial)
    if indicator.op == "flag" and indicator.scope == "plan":
        verdict = Verdict(verdict.code)  # Done or not: there is no share of it to print.
    if is_set_by_hand(published, indicator):
        verdict.code = indicator.override
    return verdict, shown


def stand_of_regions(published, indicator):
    """How many regions are where the target asks them to be, by the newest figure of each, and how many are asked.

    Nothing where a region owes a figure, or none has one.
    """
    if not indicator.is_assessed or not indicator.op or not indicator.has_begun:
        return None
    attained = asked = told = 0
    for region in indicator.counted:
        code = judge_region(published, indicator, region).code
        if code in MISSING:
            return None
        if code == "not_applicable":
            continue
        asked += 1
        values = [figure for _, figure in sorted(region_series(published, indicator, region).items()) if figure.kind == "value"]
        if values and code not in ("not_assessed",):
            told += 1
            own = question_of_region(published, indicator, region, values[-1].value)
            attained += is_attained(own, values[-1].value) or is_nearly(own, values[-1].value)
    return (attained, asked) if told else None


def is_open_limit(published, indicator):
    """A limit on what adds up, of each region, before all of them have told of the plan's last month: none has kept it."""
    if not whole_question(indicator).is_ceiling_of_sum:
        return False
    return any(cut < indicator.last for cut in newest_figures_of_regions(published, indicator))


def owes_figure(published, indicator):
    """One of the regions of which each has a target owes its figure: no count of them is told."""
    if indicator.scope != "each-region" or not indicator.op or not indicator.is_assessed:
        return False
    return any(judge_region(published, indicator, region).code in MISSING for region in indicator.counted)


def is_set_by_hand(published, indicator):
    """What an office decided by hand stands from the day it did, until a newer figure of that period or any of a later one.

    On a page of a period it is known as figures are, and no later period is seen.
    """
    if not indicator.override or indicator.override_date > indicator.known or indicator.override_cut > indicator.until:
        return False
    rows = published.recorded.get(indicator.id, [])
    of = indicator.override_cut
    return not any(cut > of or (cut == of and day > indicator.override_date) for cut, day in rows)


def newest_told(published, indicator):
    """The newest cut any of the counted regions answered for."""
    told = [cut for region in indicator.counted for cut in region_series(published, indicator, region)]
    return max(told, default=NOTHING_TOLD)


def judge_region(published, indicator, region):
    """The verdict on a region's share, if something is asked of it."""
    key = ("verdict", indicator.id, region)
    if key not in published.kept:
        published.kept[key] = judge_region_anew(published, indicator, region)
    return published.kept[key]


def judge_region_anew(published, indicator, region):
    if not has_own_question(published, indicator, region):
        return None
    series = region_series(published, indicator, region)
    told = [figure for _, figure in sorted(series.items()) if figure.kind == "value"]
    question = question_of_region(published, indicator, region, told[-1].value if told else None)
    if question.asked == 0 and not question.is_lower and not question.is_loss and indicator.measure != "growth":
        return Verdict("not_applicable")
    if not indicator.has_begun:
        return Verdict("not_due")
    others_have_told = any(
        figure.kind == "value"
        for (of, _), series in published.reported.items()
        if of == indicator.id
        for figure in series.values()
    )
    missing = published.said_missing.get((indicator.id, region), NOTHING_TOLD)
    return judge(question, series, others_have_told, missing)


# --------------------------------------------------------------------------------------------
# As it is printed


def printed(value, digits):
    """Rounded half up (away from zero), as a fraction again."""
    if value is None:
        return None
    scaled = abs(value) * 10**digits
    whole = (scaled * 2 + 1) // 2
    return Fraction(whole, 10**digits) * (1 if value >= 0 else -1)


def public_code(indicator, code):
    """An overdue report is named only where the plan says so."""
    return "not_reported" if code == "overdue_report" and not indicator.publishes_overdue else code


def recomputed(published, indicator):
    """All that is compared of one indicator: {(region or "", what): value}."""
    verdict, shown = judge_whole(published, indicator)
    # What is withheld or does not apply is the latest of its period, without a value; no older figure speaks for it.
    latest = latest_of(published, indicator)
    judged_cut, judged_value = judged_of(published, indicator, latest)
    found = {
        ("", "judged"): judged_value,
        ("", "judged period"): judged_cut,
        ("", "value"): latest and latest.value,
        ("", "period"): latest and latest.cut,
        ("", "completion"): printed(verdict.completion, 6),
        ("", "schedule"): printed(verdict.schedule, 6),
        ("", "gap_points"): printed(verdict.gap, 4),
        ("", "status"): public_code(indicator, verdict.code),
        **distance(published, indicator, latest, verdict.completion),
    }
    for region in indicator.regions:
        verdict = judge_region(published, indicator, region)
        if verdict and indicator.op == "flag":
            verdict = Verdict(verdict.code)
        found[region, "completion"] = verdict and printed(verdict.completion, 6)
        found[region, "status"] = verdict and public_code(indicator, verdict.code)
    return found


def latest_of(published, indicator):
    """The newest figure of the whole area, or what its newest row says in place of one.

    No count of regions is told while one of them owes its figure.
    """
    series = {cut: figure for cut, figure in whole_series(published, indicator).items() if figure.kind != "n"}
    if not series or owes_figure(published, indicator):
        return None
    return series[max(series)]


def judged_of(published, indicator, latest):
    """The period and the value the verdict is about: what some regions decided, how many attain by their newest figures."""
    if indicator.op and indicator.is_assessed:
        if indicator.scope == "each-region":
            stand = stand_of_regions(published, indicator)
            if stand:
                return newest_figure_of_regions(published, indicator), Fraction(stand[0])
        else:
            standing = standing_figure(published, indicator, whole_question(indicator))
            if standing:
                return standing.cut, standing.value
    return (latest.cut, latest.value) if latest else (None, None)


def standing_figure(published, indicator, question):
    """The figure the verdict is about where that is not the newest: what some regions make, or what exceeded a limit."""
    series = whole_series(published, indicator)
    partial, _ = partial_sum(published, indicator, question, series)
    if partial:
        return partial
    if stays_exceeded(question, series, max(series, default=NOTHING_TOLD)):
        return max((figure for figure in series.values() if figure.kind == "value"), key=lambda figure: figure.cut)
    return None


def newest_figure_of_regions(published, indicator):
    """The newest period of which one of the regions that are asked has a figure."""
    return max(newest_figures_of_regions(published, indicator))


def newest_figures_of_regions(published, indicator):
    """The newest period of each of the regions that are asked and have a figure."""
    cuts = []
    for region in indicator.counted:
        if judge_region(published, indicator, region).code not in ("not_applicable", "not_assessed"):
            series = region_series(published, indicator, region)
            cuts += [max(cut for cut, figure in series.items() if figure.kind == "value")] if any(figure.kind == "value" for figure in series.values()) else []
    return cuts


def distance(published, indicator, shown, completion):
    """The way a figure is better, what a completion is a share of, and how far the newest figure is from the target."""
    found = {("", what): None for what in ("direction", "basis", "gap", "gap_unit", "is_good")}
    if not indicator.op:
        return found
    question = whole_question(indicator)
    counts_regions = question.is_count_of_regions = indicator.scope == "each-region"
    found["", "direction"] = "lower" if question.is_lower else "higher"
    if completion is not None:
        found["", "basis"] = "ceiling" if question.is_ceiling_of_sum else "target" if question.baseline is None else "change"
    standing = standing_figure(published, indicator, question)
    if standing and not counts_regions and indicator.is_assessed:
        shown = standing
    if counts_regions:
        value, target = stand_of_regions(published, indicator) or (None, None)
    else:
        value, target = shown and shown.value, question.target
    is_uncounted = counts_regions and completion is None  # One withholds its figure, or owes it.
    if value is None or indicator.per or is_uncounted:
        return found
    found["", "gap"] = value - target
    found["", "gap_unit"] = "regions" if counts_regions else "points" if indicator.unit == "%" else indicator.unit
    found["", "is_good"] = value >= target if counts_regions else is_kept(question, value)
    return found


def told(entry):
    """The same of what plan.json says."""
    latest, gap = entry["latest"], entry["gap"]
    judged = entry.get("judged") or latest
    found = {
        ("", "value"): latest and latest["value"],
        ("", "period"): latest and cut_of(latest["period"]),
        ("", "judged"): judged and judged["value"],
        ("", "judged period"): judged and cut_of(judged["period"]),
        ("", "completion"): entry["completion"],
        ("", "schedule"): entry["schedule"],
        ("", "gap_points"): entry["gap_points"],
        ("", "status"): entry["status"]["code"],
        ("", "direction"): entry["direction"],
        ("", "basis"): entry["basis"],
        ("", "gap"): gap and gap["value"],
        ("", "gap_unit"): gap and gap["unit"],
        ("", "is_good"): gap and gap["is_good"],
    }
    for region in entry["regions"]:
        found[region["id"], "completion"] = region["completion"]
        found[region["id"], "status"] = region["status"]
    return found


def text_of(value):
    """A value as the table of differences prints it."""
    if value is None:
        return "–"
    return str(float(value)) if isinstance(value, Fraction) and value.denominator != 1 else str(value)


@dataclass
class Comparison:
    """What was compared and what differs."""

    indicators: int = 0
    regions: int = 0
    situations: set = field(default_factory=set)  # (measure, schedule, scope, status)
    region_situations: set = field(default_factory=set)
    differences: list = field(default_factory=list)  # (indicator, region, what, recomputed, told)


def is_same(what, mine, theirs):
    """Exactly the same, but for a value that is a ratio without an end, which is printed with 6 digits."""
    is_ratio = what in ("value", "gap", "judged") and mine is not None and not has_end(mine)
    return (printed(mine, 6) if is_ratio else mine) == theirs


def has_end(value):
    """Says whether a fraction can be written as a decimal."""
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def compare(folder):
    """Recomputes a plan and compares it with its plan.json."""
    published = published_in(Path(folder))
    with open(Path(folder) / "plan.json", encoding="utf-8") as file:
        plan = json.load(file, parse_float=Fraction, parse_int=Fraction)
    entries = {entry["id"]: entry for item in plan["items"] for entry in item["indicators"]}
    result = Comparison()
    for missing in entries.keys() ^ published.indicators.keys():
        result.differences.append((missing, "", "in one file only", "", ""))
    for indicator in published.indicators.values():
        if indicator.id not in entries:
            continue
        mine, theirs = recomputed(published, indicator), told(entries[indicator.id])
        for key in mine.keys() | theirs.keys():
            if not is_same(key[1], mine.get(key), theirs.get(key)):
                result.differences.append((indicator.id, *key, text_of(mine.get(key)), text_of(theirs.get(key))))
        result.indicators += 1
        situation = (indicator.measure, indicator.schedule, indicator.scope)
        result.situations.add((*situation, mine["", "status"]))
        for (region, what), code in mine.items():
            if region and what == "status":
                result.regions += code is not None
                result.region_situations.add((*situation, code))
    result.differences.sort()
    return result


def main(folders):
    has_difference = False
    for folder in folders:
        result = compare(folder)
        print(f"{folder}: {result.indicators} indicators, {result.regions} regions, {len(result.differences)} differences")
        for indicator, region, what, mine, theirs in result.differences:
            print(f"  {indicator:40} {region:10} {what:12} recomputed {mine:16} published {theirs}")
        has_difference |= bool(result.differences)
    return 1 if has_difference else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
