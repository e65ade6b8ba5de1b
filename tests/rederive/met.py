"""Which of the situations that are hard to tell a plan meets, by the letters of README's list.

Found in the published tables, not by what the generator meant to write. `run.py` fails where one is never met.
"""

import rederive

# Every name that must be met, and how often in a whole run.
OFTEN = 5
NAMES = (
    "a: a region exactly on a line from a share of the baseline without an end",
    "b: more is better, below zero, under nodes",
    "c: a strict target exactly on a node",
    "c: a target of each region under nodes, without a share",
    "c: a target of each region under nodes, with shares",
    "d: a ceiling before a node",
    "d: a ceiling of nothing under nodes, and nothing used",
    "e: a share missed by more than is written, not by more than is usual",
    "e: a share missed by more than is usual, not by more than is written",
    "f: some regions decide, and an older sum is complete",
    "f: some regions decide, and nothing else is known",
    "f: some regions of the first period decide nothing",
    "g: set by hand, and a later figure was known before",
    "g: set by hand, and a later figure came after",
    "g: set by hand, and its own figure was replaced after",
    "g: set by hand, and it stands",
    "h: a share that was changed after a period",
    "h: a share that was given only after a period",
    "i: regions owe figures, and best and worst are both below",
    "i: regions owe figures, and best and worst are on two sides",
    "i: parts of a frequency are unknown, and best and worst are both below",
    "j: a share of a region that is not all of it",
    "j: covered or not",
    "k: an excused part without a row before a figure",
    "l: a change of a count of regions",
    "m: a projection that is next to nothing",
    "n: a region's only row is c, z or n",
    "o: withheld, and an older figure is known",
)


CHANGE, PROJECTION = NAMES[24], NAMES[25]


def shares_of_plan(published):
    """Of shares with their whole history, which the published tables do not hold."""
    for indicator in published.indicators.values():
        yield from set(shares(published, indicator))


def of_plan(published):
    """The names of all situations of a plan's indicators, each once an indicator."""
    for indicator in published.indicators.values():
        yield from of_indicator(published, indicator)


def of_indicator(published, indicator):
    return {name for find in FINDERS for name in find(published, indicator)}


def values_of(series):
    return [figure for _, figure in sorted(series.items()) if figure.kind == "value"]


def questions(published, indicator):
    """Each question that is asked, with its figures: of the whole area, and of every region that has its own."""
    if not indicator.op or not indicator.is_assessed or not indicator.has_begun:
        return
    if indicator.scope != "each-region":
        yield "", rederive.whole_question(indicator), values_of(rederive.whole_series(published, indicator))
    for region in indicator.regions:
        if rederive.has_own_question(published, indicator, region):
            figures = values_of(rederive.region_series(published, indicator, region))
            yield region, rederive.question_of_region(published, indicator, region), figures


def paces(published, indicator):
    for region, question, figures in questions(published, indicator):
        if not figures or not question.target:
            continue
        figure, schedule = figures[-1], None
        if indicator.schedule in ("linear", "expected") and not indicator.per:
            schedule = rederive.schedule_of(question, figure.cut)
        base = question.baseline or 0
        is_open = figure.cut < indicator.last
        if question.baseline is not None and region and schedule is not None and is_open:
            on_line = figure.value == base + schedule * (question.target - base)
            if on_line and question.is_share and not rederive.has_end(base):
                yield NAMES[0]
        if question.is_below_zero_under_nodes:
            yield NAMES[1]
        if indicator.schedule != "expected":
            continue
        nodes = [amount for at, amount in indicator.points if at <= figure.cut]
        if question.target != question.asked and nodes and nodes[-1] == figure.value != question.asked and is_open:
            yield NAMES[2]
        if indicator.scope == "each-region" and indicator.op != "coverage":
            yield NAMES[4] if question.is_share else NAMES[3]
        if question.is_ceiling_of_sum and figure.cut not in [at for at, _ in indicator.points] and is_open:
            yield NAMES[5]


def ceilings_of_nothing(published, indicator):
    for _, question, figures in questions(published, indicator):
        is_nothing = question.is_ceiling_of_sum and question.target == 0 and indicator.schedule == "expected"
        if is_nothing and figures and figures[-1].value == 0 and figures[-1].cut < indicator.last:
            yield NAMES[6]


def tolerances(published, indicator):
    if indicator.op != "approx":
        return
    for region, question, figures in questions(published, indicator):
        if not question.is_share or not figures:
            continue
        short = rederive.advantage(question, question.asked, figures[-1].value)
        usual = rederive.tolerance_of(indicator, question.asked)
        if usual >= short > indicator.tolerance and question.tolerance < usual:
            yield NAMES[7]
        if indicator.tolerance >= short > usual and question.tolerance == usual:
            yield NAMES[8]


def partial_sums(published, indicator):
    if indicator.scope == "each-region" or not indicator.op or not indicator.is_assessed:
        return
    series = rederive.whole_series(published, indicator)
    partial, newest = rederive.partial_sum(published, indicator, rederive.whole_question(indicator), series)
    if partial:
        yield NAMES[9] if values_of(series) else NAMES[10]
    elif newest != rederive.NOTHING_TOLD and not series:
        yield NAMES[11]


def overrides(published, indicator):
    if not indicator.override or indicator.override_date > indicator.day:
        return
    rows = published.recorded.get(indicator.id, [])
    later = [day for cut, day in rows if cut > indicator.override_cut]
    if later and min(later) <= indicator.override_date:
        yield NAMES[12]
    elif later:
        yield NAMES[13]
    elif any(cut == indicator.override_cut and day > indicator.override_date for cut, day in rows):
        yield NAMES[14]
    else:
        yield NAMES[15]


def shares(published, indicator):
    ends = [rederive.last_day(cut) for cut in range(indicator.first + 2, indicator.last, 3)]
    for region in indicator.regions:
        known = published.allotted.get((indicator.id, region), [])
        for end in ends:
            if end < indicator.day and known and known[0][0] > end:
                yield NAMES[17]
            elif end < indicator.day and known and known[-1][0] > end and len(known) > 1:
                yield NAMES[16]


def gaps(published, indicator):
    if indicator.per and indicator.op and indicator.is_assessed:
        series = rederive.whole_series(published, indicator)
        if values_of(series):
            best, worst = rederive.best_and_worst_of_parts(rederive.whole_question(indicator), values_of(series)[-1], series)
            if best != worst and best in rederive.BELOW and worst in rederive.BELOW:
                yield NAMES[20]
    if indicator.scope != "each-region" or not indicator.op or not indicator.has_begun or not indicator.is_assessed:
        return
    codes = [rederive.judge_region(published, indicator, region).code for region in indicator.counted]
    best, worst = rederive.best_and_worst_of_regions(indicator, codes)
    if best != worst:
        yield NAMES[18] if best in rederive.BELOW else NAMES[19]


def coverages(published, indicator):
    if indicator.op != "coverage" or indicator.scope != "each-region":
        return
    for region in indicator.counted:
        figures = values_of(rederive.region_series(published, indicator, region))
        if figures:
            yield NAMES[21] if 1 < figures[-1].value < 100 else NAMES[22]


def excused_parts(published, indicator):
    if not indicator.per or not indicator.report_skip:
        return
    series = rederive.whole_series(published, indicator)
    values = values_of(series)
    for cut in indicator.report_skip:
        if cut not in series and values and cut < values[-1].cut and cut - indicator.first + 1 >= rederive.MONTHS[indicator.per]:
            yield NAMES[23]


def flagged(published, indicator):
    for region in indicator.counted:
        series = rederive.region_series(published, indicator, region)
        if series and not values_of(series) and not published.said_missing.get((indicator.id, region)):
            yield NAMES[26]
    series = rederive.whole_series(published, indicator)
    if series and series[max(series)].kind == "c" and values_of(series):
        yield NAMES[27]


FINDERS = (paces, ceilings_of_nothing, tolerances, partial_sums, overrides, gaps, coverages, excused_parts, flagged)
