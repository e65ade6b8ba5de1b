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
import csv
import datetime
import json
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
    first: int
    last: int
    day: datetime.date
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
        first=cut_of(row["plan_first"]),
        last=cut_of(row["plan_last"]),
        day=day_of(row["as_of"]),
        has_begun=row["has_begun"] == "yes",
        publishes_overdue=row["publish_overdue"] == "yes",
    )


def read_observation(row):
    """Reads one row of observations.csv. A row flagged `x` says that nothing came: it is no figure at all."""
    if row["flag"] == "x":
        return None
    kind = row["flag"] if row["flag"] in ("z", "c", "n") else "value"
    recorded = day_of(row["recorded"])
    return Figure(cut_of(row["period"]), kind, number(row["value"]), row["flag"] in ("p", "e"), recorded)


class Published:
    """The published tables of one plan."""

    def __init__(self, folder):
        folder = Path(folder)
        self.indicators = {row["indicator"]: read_indicator(row) for row in read_table(folder / "indicators.csv")}
        self.reported = {}
        for row in read_table(folder / "observations.csv"):
            figure = read_observation(row)
            if figure is not None:
                self.reported.setdefault((row["indicator"], row["region"]), {})[figure.cut] = figure
        # The share in force is the newest one known on the day.
        self.shares = {}
        for row in sorted(read_table(folder / "allocations.csv"), key=lambda row: row["recorded"]):
            self.shares[row["indicator"], row["region"]] = Fraction(row["target"])


# --------------------------------------------------------------------------------------------
# From rows to one series of figures


def region_series(published, indicator, region):
    """A region's figures: what it reported, and for a share otherwise the ratio of its own two figures."""
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
    return sums


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
    for cut, figures in complete_cuts([region_series(published, indicator, region) for region in indicator.counted]):
        attained = asked = 0
        for region, figure in zip(indicator.counted, figures):
            if figure.kind == "value":
                asked += 1
                attained += is_attained(question_of_region(published, indicator, region), figure.value)
        counts[cut] = put_together(cut, Fraction(attained) if asked else None, figures, asked)
    return counts


# --------------------------------------------------------------------------------------------
# What is asked


CEILINGS = ("<=", "rank")


@dataclass
class Question:
    """What a series of figures is held against: a target of the whole area, a count of regions, or a region's share."""

    indicator: Indicator
    op: str
    target: Fraction
    tolerance: Fraction
    baseline: Optional[Fraction]
    is_whole: bool  # the whole area, not one region
    is_count_of_regions: bool
    is_stretch: bool = field(init=False)

    def __post_init__(self):
        self.is_stretch = self.indicator.ambition == "stretch"

    @property
    def bands(self):
        """The edges of the whole area, or of a single region."""
        return self.indicator.bands if self.is_whole else self.indicator.region_bands

    @property
    def is_ceiling(self):
        """Lower is better."""
        return self.op in CEILINGS

    @property
    def can_be_lost(self):
        """A level may fall back and a ceiling may yet be broken; what was counted, held or done stays."""
        return self.indicator.measure in ("stock", "growth", "share") or self.indicator.op in CEILINGS

    @property
    def is_small(self):
        """Fewer than 20 whole units to be reached are compared by the piece."""
        is_counted = self.is_count_of_regions or self.indicator.measure in ("count", "event", "flag")
        return is_counted and self.target < 20 and self.target.denominator == 1 and not self.is_ceiling


def whole_question(indicator, figure):
    """What is asked of the whole area."""
    if indicator.scope == "each-region":
        asked = figure.threshold if figure and figure.threshold else len(indicator.counted)
        return Question(indicator, ">=", Fraction(asked), Fraction(0), None, True, True)
    target = whole_target(indicator)
    return Question(indicator, indicator.op, target, indicator.tolerance, indicator.baseline, True, False)


def whole_target(indicator):
    """The number promised; something that is only done or not is done once."""
    return Fraction(1) if indicator.op == "flag" else indicator.target


def question_of_region(published, indicator, region):
    """What is asked of one region: its share of the target, else the target itself; under a coverage, 1.

    A share starts from the same share of the baseline, so that it follows the proportions of the whole area.
    """
    share = published.shares.get((indicator.id, region))
    target, base = share, indicator.baseline
    if share is None:
        target = Fraction(1) if indicator.op in ("flag", "coverage") else indicator.target
    elif base is not None and indicator.target:
        base = base * share / indicator.target
    op = ">=" if indicator.op == "coverage" else indicator.op
    return Question(indicator, op, target, tolerance_of(indicator, target), base, False, False)


def has_own_question(published, indicator, region):
    """A region is judged only by a target of its own: a share, or one that each region has."""
    has_target = indicator.scope == "each-region" or (indicator.id, region) in published.shares
    return has_target and indicator.is_assessed and indicator.op != ""


AMOUNTS = ("元", "亩", "公顷", "平方米", "平方公里", "公里", "吨", "吨标准煤", "千瓦", "千瓦时", "立方米")


def tolerance_of(indicator, target):
    """By how much 左右 may be missed: rates 0.5 points, amounts 5 %, counts 5 % in whole units but at least one, below 5 nothing."""
    if indicator.op != "approx":
        return Fraction(0)
    if indicator.measure in ("growth", "share") or indicator.unit in ("%", "百分点"):
        return Fraction(1, 2)
    if indicator.unit.lstrip("万亿") in AMOUNTS or indicator.unit[:1] in "万亿":
        return target / 20
    return Fraction(0) if target < 5 else Fraction(max(1, target / 20 // 1))


def is_attained(question, value):
    """The attain test of the phrase, on the figure as it was reported."""
    if question.op == ">":
        return value > question.target
    if question.is_ceiling:
        return value <= question.target
    return value >= question.target  # >=, the lower end of a range, 左右, a coverage, a flag


# --------------------------------------------------------------------------------------------
# Completion and schedule


def completion_of(question, value):
    """A/T; from a baseline on (A−B)/(T−B), which for a falling target is the same as (B−A)/(B−T)."""
    base = question.baseline or Fraction(0)
    return None if question.target == base else (value - base) / (question.target - base)


def schedule_of(question, cut):
    """How much should be there at a cut, as a share of the whole; None before the first node or without a schedule."""
    indicator = question.indicator
    if indicator.schedule == "linear":
        return Fraction(cut - indicator.first + 1, indicator.last - indicator.first + 1)
    if indicator.schedule == "level":
        return Fraction(1) if question.is_count_of_regions else None
    if indicator.schedule != "expected":
        return None
    passed = [amount for at, amount in indicator.points if at <= cut]
    if not passed:
        return None
    # Under each-region the plan of nodes is each region's own; a count of regions has no baseline.
    whole = indicator.points[-1][1] if indicator.scope == "each-region" else whole_target(indicator)
    base = Fraction(0) if question.is_count_of_regions else indicator.baseline or Fraction(0)
    return None if whole == base else (passed[-1] - base) / (whole - base)


def gap_of(question, completion, schedule):
    """Completion less schedule, in points. Of a ceiling without a baseline completion is what is used up: the other way round."""
    if completion is None or schedule is None:
        return None
    is_used_up = question.is_ceiling and question.baseline is None
    return (schedule - completion if is_used_up else completion - schedule) * 100


# --------------------------------------------------------------------------------------------
# Bands


CODES = ("ahead", "on_track", "slightly_behind", "behind")


def band_of(bands, gap):
    """The band a gap falls into; each includes its lower edge."""
    for code, edge in zip(CODES, bands):
        if gap >= edge:
            return code
    return "far_behind"


def pace_status(question, value, schedule, gap):
    """Completion against schedule: by the bands, or of a small number by whole units."""
    if question.is_small:
        return unit_status(question.bands, question.target * schedule // 1 - value, gap)
    return band_of(question.bands, gap)


def unit_status(bands, short, gap):
    """Whole units short of the schedule: one is slightly behind, more is behind, never far behind."""
    if short > 0:
        return "behind" if short > 1 else "slightly_behind"
    return "ahead" if gap >= bands[0] else "on_track"


def level_status(question, value, gap):
    """A level against its target: bands on the gap, of what is no rate in percent of the target.

    What is not attained is below, however near.
    """
    if question.indicator.measure not in ("growth", "share") and question.target != 0:
        gap = gap / abs(question.target) * 100
    code = band_of(question.bands, gap)
    if code in ("ahead", "on_track") and not is_attained(question, value):
        return "slightly_behind"
    return code


def final_status(question, figure):
    """The verdict at the end. A provisional figure settles nothing."""
    if figure.is_provisional:
        return "pending"
    if is_attained(question, figure.value):
        return "met"
    if question.op == "approx" and figure.value >= question.target - question.tolerance:
        return "nearly_met"
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


def no_figure(question, told, others_have_told):
    """Nothing to be seen yet: not due until a period to report has ended, then not reported, then overdue.

    A region for which an office reports is never late, only missing: once its report is due, or anybody has told anything.
    """
    if is_overdue(question, told):
        return "overdue_report"
    indicator = question.indicator
    has_ended = any(last_day(cut) < indicator.day for cut in asked_cuts(indicator)) and told == NOTHING_TOLD
    if can_be_late(question):
        is_missing = has_ended
    elif indicator.schedule == "batch":
        return "not_due"  # Awaiting a list.
    else:
        is_missing = has_ended or is_past_due(indicator, told)
    if not question.is_whole:
        is_missing = is_missing or (others_have_told and told == NOTHING_TOLD and indicator.schedule != "batch")
    return "not_reported" if is_missing else "not_due"


def can_be_late(question):
    """Only regions that report themselves can be late as regions."""
    return question.is_whole or question.indicator.reporter == "regions"


def asked_cuts(indicator):
    """The cuts for which a figure is to be reported."""
    if not indicator.has_begun or not indicator.report_every:
        return []
    ends = ends_of_parts(indicator.report_every, indicator.first, indicator.last)
    return [cut for cut in ends if cut not in indicator.report_skip]


def is_past_due(indicator, told):
    """The last period whose day of delivery is past is later than the last one anything was told about."""
    within = datetime.timedelta(indicator.report_within)
    due = [cut for cut in asked_cuts(indicator) if last_day(cut) + within < indicator.day]
    return bool(due) and told < due[-1]


def is_overdue(question, told):
    """Somebody who can be late is."""
    return can_be_late(question) and is_past_due(question.indicator, told)


NOTHING_TOLD = -1


def judge(question, series, others_have_told=False):
    """Holds the newest figure against what is asked, then asks whether a newer one should be there.

    A row that says "withheld" or "not due yet" answers the report, but the newest figure that can be seen is judged.
    """
    told = max(series, default=NOTHING_TOLD)
    seen = [figure for figure in series.values() if figure.kind == "value"]
    if told != NOTHING_TOLD and series[told].kind == "z":
        verdict = Verdict("not_applicable")
    elif not seen:
        return Verdict(no_figure(question, told, others_have_told))
    else:
        verdict = judge_figure(question, max(seen, key=lambda figure: figure.cut), series)
    # What is reached for good stays reached while a report is missing.
    if verdict.code != "done" and is_overdue(question, told):
        verdict.code = "overdue_report"
    return verdict


def judge_figure(question, figure, series):
    """The verdict on one figure by the rule of its schedule."""
    if question.indicator.per:
        return judge_parts(question, figure, series)
    rule = {"batch": judge_batch, "none": judge_none, "level": judge_level}.get(question.indicator.schedule, judge_pace)
    if question.is_count_of_regions and rule is judge_level:
        rule = judge_pace
    return rule(question, figure)


def is_reached_for_good(question, figure):
    """Attained by a figure that will not change, of something that cannot be lost."""
    return is_attained(question, figure.value) and not figure.is_provisional and not question.can_be_lost


def judge_pace(question, figure):
    """linear and expected: completion against the share of time gone or the node plan."""
    verdict = Verdict("", completion_of(question, figure.value), schedule_of(question, figure.cut))
    verdict.gap = gap_of(question, verdict.completion, verdict.schedule)
    if figure.cut >= question.indicator.last:
        verdict.code = final_status(question, figure)
    elif is_reached_for_good(question, figure) and question.indicator.schedule != "level":
        verdict.code = "done"
    elif verdict.gap is None:
        # Before the first node nothing is due; but what is counted up cannot come down below a ceiling again.
        is_counted_up = question.indicator.measure in ("count", "event")
        is_broken = question.is_ceiling and is_counted_up and not is_attained(question, figure.value)
        verdict.code = "far_behind" if is_broken else "not_due"
    else:
        verdict.code = pace_status(question, figure.value, verdict.schedule, verdict.gap)
    return verdict


def judge_level(question, figure):
    """level: the figure against the target itself, with no completion; a level is never done before the year's end."""
    gap = question.target - figure.value if question.is_ceiling else figure.value - question.target
    if figure.cut >= question.indicator.last:
        return Verdict(final_status(question, figure), gap=gap)
    return Verdict(level_status(question, figure.value, gap), gap=gap)


def judge_none(question, figure):
    """none: judged at the year's end; what is reached for good before counts as reached."""
    if figure.cut >= question.indicator.last:
        code = final_status(question, figure)
    else:
        code = "done" if is_reached_for_good(question, figure) else "not_due"
    return Verdict(code, completion_of(question, figure.value))


def judge_batch(question, figure):
    """batch: decided by published lists. Final once the last list is out and the figure knows it."""
    indicator = question.indicator
    out = [day for day in indicator.lists if day is not None and day <= indicator.day]
    verdict = Verdict("not_due", completion_of(question, figure.value))
    if not out or figure.recorded < min(out):
        return verdict
    if len(out) == len(indicator.lists) and figure.recorded >= max(out):
        verdict.code = final_status(question, figure)
        if verdict.code == "met":
            verdict.code = "done"
    elif is_reached_for_good(question, figure):
        verdict.code = "done"
    return verdict


def judge_parts(question, figure, series):
    """A number for each month, quarter or half-year: parts kept of all parts, against parts judged of all parts.

    Figures are cumulative, so a part's own is the difference from the end of the part before. The parts are
    judged up to the first one that was not reported.
    """
    indicator = question.indicator
    parts = ends_of_parts(indicator.per, indicator.first, indicator.last)
    kept = judged = 0
    before = Fraction(0)
    for end in parts:
        found = series.get(end)
        if found is None or found.kind != "value":
            break
        kept += is_attained(question, found.value - before)
        judged += 1
        before = found.value
    if judged == 0:
        return Verdict("not_due")
    of_parts = Question(indicator, ">=", Fraction(len(parts)), Fraction(0), None, question.is_whole, True)
    verdict = Verdict("", Fraction(kept, len(parts)), Fraction(judged, len(parts)))
    verdict.gap = (verdict.completion - verdict.schedule) * 100
    if figure.cut >= indicator.last:
        final = replace(figure, value=Fraction(kept), is_provisional=figure.is_provisional or judged < len(parts))
        verdict.code = final_status(of_parts, final)
    else:
        verdict.code = unit_status(indicator.bands, judged - kept, verdict.gap)
    return verdict


def judge_whole(published, indicator):
    """The verdict on an indicator, and the figure shown with it."""
    series = whole_series(published, indicator)
    shown = max((figure for figure in series.values() if figure.kind == "value"), key=lambda figure: figure.cut, default=None)
    if not indicator.is_assessed or not indicator.op:
        verdict = Verdict("not_assessed")
    else:
        verdict = judge(whole_question(indicator, shown), series)
    if indicator.op == "flag" and indicator.scope == "plan":
        verdict = Verdict(verdict.code)  # Done or not: there is no share of it to print.
    # What an office decided by hand stands, from the day it did.
    if indicator.override and indicator.override_date <= indicator.day:
        verdict.code = indicator.override
    return verdict, shown


def judge_region(published, indicator, region):
    """The verdict on a region's share, if something is asked of it."""
    if not has_own_question(published, indicator, region):
        return None
    others_have_told = any(
        figure.kind == "value"
        for (of, _), series in published.reported.items()
        if of == indicator.id
        for figure in series.values()
    )
    return judge(
        question_of_region(published, indicator, region), region_series(published, indicator, region), others_have_told
    )


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
    found = {
        ("", "value"): shown and shown.value,
        ("", "period"): shown and shown.cut,
        ("", "completion"): printed(verdict.completion, 6),
        ("", "schedule"): printed(verdict.schedule, 6),
        ("", "gap_points"): printed(verdict.gap, 4),
        ("", "status"): public_code(indicator, verdict.code),
    }
    for region in indicator.regions:
        verdict = judge_region(published, indicator, region)
        if verdict and indicator.op == "flag":
            verdict = Verdict(verdict.code)
        found[region, "completion"] = verdict and printed(verdict.completion, 6)
        found[region, "status"] = verdict and public_code(indicator, verdict.code)
    return found


def told(entry):
    """The same of what plan.json says."""
    latest = entry["latest"]
    found = {
        ("", "value"): latest and latest["value"],
        ("", "period"): latest and cut_of(latest["period"]),
        ("", "completion"): entry["completion"],
        ("", "schedule"): entry["schedule"],
        ("", "gap_points"): entry["gap_points"],
        ("", "status"): entry["status"]["code"],
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
    is_ratio = what == "value" and mine is not None and not has_end(mine)
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
    published = Published(folder)
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
