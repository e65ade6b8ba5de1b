"""Which of the situations that are hard to tell a plan meets, by the letters of README's list.

Found in the published tables, not by what the generator meant to write. `run.py` fails where one is never met.
"""

import rederive

# Every name that must be met, and how often in a whole run.
OFTEN = 5
NAMES = (
    "a: a region's share of what starts from a baseline, before the end",
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
    "a: a region's share of what starts from a baseline, at the end",
    "j: a region that is not covered, under nodes",
    "p: a share that may be lost, before the end",
    "p: a share of no net loss",
    "p: a net loss that is wanted",
    "q: a sum of which some regions withhold their figure",
    "q: all regions withhold their figure",
    "q: a count of regions of which some withhold their figure",
    "q: withheld, and the next report is late",
    "r: some regions decided, and a later period is incomplete",
    "r: some regions decide, and all others withhold their figure",
    "s: silent parts decided by what was counted over them",
    "t: a share of a limit, told with its own number",
    "t: a strict limit that allots nothing",
    "v: a baseline with decimals",
    "s: a frequency of which no part is due",
    "i: regions owe figures, and there is an older count of them",
    "r: some regions decide at the end, and the others are late",
    "r: some regions decide after a period that is withheld",
    "p: a net loss that is wanted, of which a region may gain",
    "s: parts of a frequency are told, and the newest row is not due",
    "n: nothing came for a share of two figures that has nothing to divide by",
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
        figure = figures[-1]
        is_open = figure.cut < indicator.last
        if question.has_no_start:
            yield NAMES[0] if is_open else NAMES[28]
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
        if figures and figures[-1].value == 0 and indicator.schedule == "expected" and figures[-1].cut < indicator.last:
            yield NAMES[29]
        if figures:
            yield NAMES[21] if 1 < figures[-1].value < 100 else NAMES[22]


def losses(published, indicator):
    if not rederive.is_net(indicator):
        return
    for region, question, figures in questions(published, indicator):
        if question.is_loss and figures and figures[-1].cut < indicator.last and indicator.schedule in ("linear", "expected"):
            yield NAMES[30] if question.asked < 0 else NAMES[31]
        is_wanted = any(word in indicator.phrase for word in rederive.LOSSES)
        if is_wanted and question.is_loss and question.asked < 0 and figures:
            yield NAMES[47]
    if any(word in indicator.phrase for word in rederive.LOSSES):
        yield NAMES[32]


def withheld_sums(published, indicator):
    series = rederive.whole_series(published, indicator)
    newest = max(series, default=None)
    if newest is not None and indicator.scope == "each-region" and indicator.op:
        kinds = [rederive.region_series(published, indicator, region).get(newest) for region in indicator.counted]
        kinds = {figure.kind for figure in kinds if figure}
        if {"c", "value"} <= kinds:
            yield NAMES[35]
    if newest is None or series[newest].kind != "c" or newest in published.reported.get((indicator.id, ""), {}):
        return
    figures = [rederive.region_series(published, indicator, region).get(newest) for region in indicator.counted]
    withheld = [figure for figure in figures if figure and figure.kind == "c"]
    if not withheld or indicator.numerator:
        return
    is_count = indicator.scope == "each-region" and indicator.op
    if len(withheld) == len(figures):
        yield NAMES[34]
    else:
        yield NAMES[33]
    if not is_count and rederive.is_past_due(indicator, newest):
        yield NAMES[36]


def decided(published, indicator):
    if indicator.scope == "each-region" or not indicator.op or not indicator.is_assessed:
        return
    series = rederive.whole_series(published, indicator)
    partial, newest = rederive.partial_sum(published, indicator, rederive.whole_question(indicator), series)
    if partial and newest > partial.cut:
        yield NAMES[37]
    if partial and partial.cut in series:
        yield NAMES[38]
    told = max(series, default=rederive.NOTHING_TOLD)
    if partial and partial.cut >= indicator.last and rederive.is_past_due(indicator, told):
        yield NAMES[45]
    if partial and told < partial.cut and told in series and series[told].kind == "c":
        yield NAMES[46]


def silent_parts(published, indicator):
    """Without what was counted over them the parts would not be known."""
    if not indicator.per or not indicator.op or not indicator.is_assessed:
        return
    series = rederive.whole_series(published, indicator)
    values = values_of(series)
    if not values:
        return
    ends = [end for end in rederive.parts_of(indicator) if end <= values[-1].cut and end not in indicator.report_skip]
    counts = rederive.count_parts(rederive.whole_question(indicator), values[-1], series, rederive.parts_of(indicator))
    if ends and series[max(series)].kind == "n":
        yield NAMES[48]
    silent = [end for end in ends if end not in series]
    if silent and counts[2] == 0:
        yield NAMES[39]
    if not ends:
        yield NAMES[43]


def limits(published, indicator):
    for region, question, figures in questions(published, indicator):
        if question.is_share and question.is_lower and figures and not question.is_ceiling_of_sum:
            yield NAMES[40]
            if question.is_strict_nothing and figures[-1].value == 0:
                yield NAMES[41]


def baselines(published, indicator):
    if indicator.op and indicator.baseline is not None and indicator.baseline.denominator != 1:
        if indicator.measure == "stock" and rederive.is_counted(indicator.unit):
            yield NAMES[42]


def old_counts(published, indicator):
    is_owed = indicator.op and indicator.has_begun and rederive.owes_figure(published, indicator)
    if is_owed and values_of(rederive.whole_series(published, indicator)):
        yield NAMES[44]


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


def silent_ratios(published, indicator):
    if not indicator.numerator or not indicator.op:
        return
    for region in indicator.counted:
        said = published.said_missing.get((indicator.id, region))
        figure = rederive.region_series(published, indicator, region).get(said)
        if figure is not None and figure.kind == "z":
            yield NAMES[49]


FINDERS = (paces, ceilings_of_nothing, tolerances, partial_sums, overrides, gaps, coverages, excused_parts, flagged, losses, withheld_sums)
FINDERS += (decided, silent_parts, limits, baselines, old_counts, silent_ratios)
