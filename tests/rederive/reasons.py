#!/usr/bin/env python3
"""Reads the lines under a status, its reasons, and holds each to what is so.

Every line must be one that is known here. Each says something of the plan: that a figure is provisional, that a report is
late and from how many regions, how many parts of a frequency are due, that nobody stated where a region began. What is
so and is not said is a fault as well, where a rule asks for the line.
"""

import re

import rederive
import sentences

GAPS = "数据暂缺的按未达到计；补齐后可能达到要求的，暂不评价。"
NO_START = "没有本地区的基数，计划期内不评价；期满按目标判定。"


def is_over(facts):
    return facts.figure is not None and facts.figure.cut >= facts.indicator.last


def parts_counted(facts):
    """Kept, skipped and unknown parts of a frequency."""
    series = {cut: rederive.Figure(cut, "value", value, False, facts.indicator.day) for cut, value in facts.values}
    for cut, kind in facts.answers.items():
        series[cut] = rederive.Figure(cut, kind, None, False, facts.indicator.day)
    return rederive.count_parts(facts.question, facts.figure, series, rederive.parts_of(facts.indicator))


def has_gaps(facts):
    """Figures are missing among the parts or the regions that are counted."""
    indicator, question = facts.indicator, facts.question
    if question is None:
        return False
    if indicator.scope == "each-region" and question.is_whole:
        return any(code in rederive.MISSING for code in facts.regions)
    return bool(indicator.per) and facts.figure is not None and parts_counted(facts)[2] > 0


def late_cut(facts):
    """The last period whose day of delivery is past."""
    indicator = facts.indicator
    days = {cut: (rederive.last_day(cut) - indicator.day).days + indicator.report_within for cut in rederive.asked_cuts(indicator)}
    return max((cut for cut, left in days.items() if left < 0), default=None)


def check_late(found, facts):
    cut = late_cut(facts)
    if cut is None:
        yield "no report is late"
        return
    day = rederive.last_day(cut).toordinal() + facts.indicator.report_within
    said = [int(number) for number in re.findall(r"\d+", found["day"])]
    own = rederive.datetime.date.fromordinal(day)
    if said != [own.year, own.month, own.day]:
        yield f"it was due by {own}"
    if sentences.month_of_head(found["period"], "zh") not in (cut % 12 + 1, None):
        yield f"the late period is {cut // 12}-{cut % 12 + 1:02}"
    if found["n"] and facts.owing is not None and int(found["n"]) != facts.owing(cut):
        yield f"{facts.owing(cut)} regions owe it"
    if bool(found["known"]) and facts.figure is None:
        yield "there is no latest figure"


def check_small(found, facts):
    question = facts.question
    word = "按序时折算为" if question.is_ceiling_of_sum else "应不超过" if question.is_lower else "应有"
    if found["word"] != word:
        yield f"{found['word']}, not {word}"
    if not question.is_small:
        yield "the target is no small number"
    elif facts.figure is not None:
        value = sentences.expected_of(question, facts.figure.cut)
        shown = sentences.signed_number(found["amount"])
        # A net loss of 3 is said without a sign.
        if value is None or shown != (abs(value) if "净" in found["amount"] else value):
            yield f"{found['amount']}, not {sentences.text_of(value)}"


def check_year_end(found, facts):
    question = facts.question
    no_start, reached, exceeded = (bool(found[name]) for name in ("start", "reached", "exceeded"))
    if no_start != question.has_no_start:
        yield "where it began is stated, or is not"
    if not no_start and reached != question.is_irreversible:
        yield "it is reached for good, or is not"
    if not no_start and exceeded != question.is_ceiling_of_sum:
        yield "it is exceeded for good, or is not"


def check_parts(found, facts):
    if facts.figure is not None and sum(parts_counted(facts)) != int(found["due"]):
        yield f"{sum(parts_counted(facts))} parts are due"


def check_regions(found, facts):
    slightly, behind = facts.indicator.each_edges
    if (int(found["slightly"]), int(found["behind"])) != (slightly, behind):
        yield f"the edges are {slightly} and {behind}"
    if (found["family"] == "在控制进度以内") == bool(found["better"]):
        yield "all better, of what is kept or not"


def must(holds):
    """A check of a line that is simply so or not."""
    return lambda found, facts: () if holds(facts) else ("it is not so",)


def nothing(found, facts):
    return ()


CODES_OF_FIGURES = rederive.GOOD + rederive.BELOW
REASONS = [
    ("背景数据，没有目标。", must(lambda facts: facts.question is None)),
    ("只列数据，不作评价。", must(lambda facts: not facts.indicator.is_assessed)),
    ("还没有任何填报数。", must(lambda facts: not facts.values and not facts.indicator.has_begun)),
    (
        "按(?P<family>.{4,8})的县区、园区所占比例判断：全部达到为“[^”]+”(?P<better>（全部更好为“[^”]+”）)?，不低于(?P<slightly>\\d+)%为“[^”]+”，"
        "不低于(?P<behind>\\d+)%为“[^”]+”，再低为“[^”]+”；有一个最终未达到，全市即为“[^”]+”；未到节点、不作评价和不适用的不计入。",
        check_regions,
    ),
    (re.escape(GAPS), must(has_gaps)),
    ("计划期满，按目标本身判定。", must(lambda facts: facts.figure is None or is_over(facts))),
    ("由主管部门的名单认定：[^。]+。", must(lambda facts: facts.indicator.schedule == "batch")),
    ("已认定的数达到目标，即为完成，不再等其余名单。", must(lambda facts: facts.code in ("done", None))),
    ("这一期还不需要报送，不作评价。", must(lambda facts: facts.code not in CODES_OF_FIGURES)),
    ("应报而未见的数据不作零处理，也不评价。", must(lambda facts: facts.code in (*rederive.MISSING, None))),
    ("数据不予公布，本期不作评价。", must(lambda facts: facts.withheld is not None)),
    ("本期没有可以计算的对象，不是零。", must(lambda facts: facts.code in ("not_applicable", None))),
    ("(?P<start>没有本地区的基数，)?计划期内不评价(?P<reached>，达到即为完成)?(?P<exceeded>，超过控制数即为“[^”]+”)?；期满按目标判定。", check_year_end),
    ("这是初步数，不据以判定完成或超过。", must(lambda facts: facts.figure is None or facts.figure.is_provisional)),
    ("按期逐一判断：到[^。]+?应有(?P<due>\\d+)期，漏1期为“[^”]+”，漏得更多为“[^”]+”；漏掉的一期不能由其他期补上。", check_parts),
    ("还没有到期的一期。", must(lambda facts: facts.indicator.per != "")),
    (
        "(?P<period>[^。]{2,24}?)的数据应在(?P<day>\\d+年\\d+月\\d+日)前报来，(?:(?P<n>\\d+)个县区、园区的)?尚未收到(?P<known>；以下是最近一期的判断)?。",
        check_late,
    ),
    ("节点计划的第一个节点在[^。]+?，在此之前不与进度比较(?:，达到目标即为完成)?。", must(lambda facts: facts.figure is None or facts.figure.cut < facts.indicator.points[0][0])),
    ("控制数按累计判断：已超过，计划期内不能回到控制数以内。", must(lambda facts: rederive.is_exceeded(facts.question, facts.figure.value))),
    ("控制数为零：没有发生为“[^”]+”，一旦发生即为“[^”]+”。", must(lambda facts: facts.question.target == 0)),
    ("(?:做到|取得)即为完成；节点计划要求到期(?:做到|取得)。", must(lambda facts: facts.indicator.op == "flag")),
    ("目标不足20，按整数比较：[^。]{2,24}?(?P<word>按序时折算为|应不超过|应有)(?P<amount>[^。]+)。", check_small),
    ("水平类指标直接与[^（]+（[^）]*）比较，不套用序时进度(?:；多年计划的水平在最后一年评价)?。", must(lambda facts: facts.question.is_level)),
    ("目标为零，不按百分比分档，只看是否达到。", must(lambda facts: facts.question.target == 0)),
    ("差1位为[^。]+。", must(lambda facts: facts.question.op == "rank")),
    ("[差超]1[^。，]*?为“[^。]+。", must(lambda facts: facts.question.is_small)),
    ("不超过折算数为[^。]+。", must(lambda facts: facts.question.is_small and facts.question.is_ceiling_of_sum)),
    ("差值（(?:[^。]|(?<=\\d)\\.(?=\\d))+。", nothing),  # the edges, read elsewhere
    ("序时进度按月均匀计算，[^。]+。", must(lambda facts: facts.indicator.schedule == "linear")),
    ("按节点计划，[^。]+。", must(lambda facts: facts.indicator.schedule == "expected")),
    (".+?于\\d+年\\d+月\\d+日人工核定，理由：[^。]+。按规则计算的结果是：[^。]+。", must(lambda facts: facts.is_overridden)),
]
REASONS = [(re.compile(pattern), check) for pattern, check in REASONS]


def read(reasons, facts):
    """What is wrong with the lines under a status."""
    problems = []
    for text in reasons:
        rest = text.strip()
        while rest:
            tried = [(pattern.match(rest), check) for pattern, check in REASONS]
            tried = [(found, check) for found, check in tried if found]
            if not tried:
                problems.append(f"a reason nobody can read: {rest}")
                break
            found, check = tried[0]
            problems += [f"a reason: {one}: {found.group(0)}" for one in check(found, facts)]
            rest = rest[found.end() :].lstrip()
    return problems + list(left_out(" ".join(reasons), facts))


def left_out(text, facts):
    """What a rule asks for and is not said."""
    indicator, question = facts.indicator, facts.question
    if not text or question is None or facts.is_overridden:
        return
    # What the newest row says in place of a figure is no part that is counted.
    is_answered = facts.figure is not None and any(cut > facts.figure.cut for cut in facts.answers)
    if has_gaps(facts) and not (indicator.per and is_answered) and facts.code in (*CODES_OF_FIGURES, *rederive.MISSING) and GAPS not in text:
        yield f"a reason: how gaps are taken is not said: {text}"
    if question.has_no_start and facts.code == "not_due" and facts.figure is not None and NO_START not in text:
        yield f"a reason: that nobody stated where it began is not said: {text}"
