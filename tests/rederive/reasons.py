#!/usr/bin/env python3
"""Reads the lines under a status, its reasons, and holds each to what is so.

Every line must be one that is known here. Each says something of the plan: that a figure is provisional, that a report is
late and from how many regions, how many parts of a frequency are due, that nobody stated where a region began. What is
so and is not said is a fault as well, where a rule asks for the line.
"""

import re
from fractions import Fraction

import rederive
import sentences

GAPS_EN = "A missing figure counts as not attained; where the answer could turn good with it, nothing is judged yet."
NO_START_EN = (
    "Where this region started from is not known, so nothing is assessed before the end; then the figure is judged against the target."
)
GAPS = "数据暂缺的按未达到计；补齐后可能达到要求的，暂不评价。"
NO_START = "没有本地区的基数，计划期内不评价；期满按目标判定。"


def is_over(facts):
    return facts.figure is not None and facts.figure.cut >= facts.indicator.last


def missed(facts):
    """How many parts of a frequency were missed at least and at most."""
    return rederive.missed_parts(facts.question, facts.figure, series_of(facts), rederive.parts_of(facts.indicator))


def parts_counted(facts):
    """Kept, skipped and unknown parts of a frequency."""
    return rederive.count_parts(facts.question, facts.figure, series_of(facts), rederive.parts_of(facts.indicator))


def series_of(facts):
    """The figures and answers of a frequency by their cuts."""
    series = {cut: rederive.Figure(cut, "value", value, False, facts.indicator.day) for cut, value in facts.values}
    for cut, kind in facts.answers.items():
        series[cut] = rederive.Figure(cut, kind, None, False, facts.indicator.day)
    return series


def has_gaps(facts):
    """Figures are missing among the parts or the regions that are counted."""
    indicator, question = facts.indicator, facts.question
    if question is None:
        return False
    if indicator.scope == "each-region" and question.is_whole:
        return any(code in rederive.MISSING for code in facts.regions)
    if not indicator.per or facts.figure is None:
        return False
    least, most = missed(facts)
    return least != most


def late_cut(facts):
    """The last period whose day of delivery is past."""
    indicator = facts.indicator
    days = {cut: (rederive.last_day(cut) - indicator.day).days + indicator.report_within for cut in rederive.asked_cuts(indicator)}
    return max((cut for cut, left in days.items() if left < 0), default=None)


def day_said(text):
    """2023年7月5日, or 5 July 2023."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    named = re.search("[A-Z][a-z]+", text)
    if named:
        return rederive.datetime.date(numbers[1], sentences.MONTHS_EN.index(named.group(0)) + 1, numbers[0])
    return rederive.datetime.date(*numbers)


def amount_said(text, facts):
    """A printed amount as it was recorded: a rate may fall, a net change is lost or gained, a multiple is written out."""
    times, unit = sentences.multiple_of(facts.unit)
    value = sentences.signed_number(text) / (times if times > 1 and text.strip().endswith(unit) else 1)
    word = re.search("净增|净减|net gain|net loss", text)
    is_gain = bool(word) and word.group(0) in ("净增", "net gain")
    return -value if word and is_gain == sentences.is_wanted_loss(facts.indicator) else value


def check_nodes(found, facts):
    """The amount and the share beside it are of one node; each word fits what is asked."""
    if facts.indicator.schedule != "expected":
        yield "there is no plan of nodes"
    question, figure = facts.question, facts.figure
    if figure is None:
        return
    schedule = rederive.schedule_of(question, figure.cut)
    if schedule is None:
        yield "there is no node yet"
        return
    base = question.baseline or 0
    node = base + schedule * (question.target - base)
    shown = amount_said(found["expected"], facts)
    places = len((re.search(r"\d\.(\d+)", found["expected"]) or ("", ""))[1])
    whole = (node, -(-node // 1), node // 1) if question.counts_things else (node,)
    if shown not in whole and rederive.printed(node, places) != shown:
        yield f"{found['expected']} beside {sentences.text_of(schedule * 100)}%, which is {sentences.text_of(node)}"
    may_be = question.is_ceiling_of_sum or question.is_loss
    if may_be != (found["word"] in ("可到", "可", "allowed")):
        yield f"{found['word']} of what {'may be used or lost' if may_be else 'is asked for'}"


def check_late(found, facts):
    cut = late_cut(facts)
    if cut is None:
        yield "no report is late"
        return
    day = rederive.last_day(cut).toordinal() + facts.indicator.report_within
    own = rederive.datetime.date.fromordinal(day)
    if day_said(found["day"]) != own:
        yield f"it was due by {own}"
    if sentences.month_of_head(found["period"], facts.language) not in (cut % 12 + 1, None):
        yield f"the late period is {cut // 12}-{cut % 12 + 1:02}"
    if found["n"] and facts.owing is not None and int(found["n"]) != facts.owing(cut):
        yield f"{facts.owing(cut)} regions owe it"
    if bool(found["known"]) and facts.figure is None:
        yield "there is no latest figure"


def check_small(found, facts):
    question = facts.question
    at = 0 if question.is_ceiling_of_sum else 1 if question.is_lower else 2
    words = (("按序时折算为", "allowed by then"), ("应不超过", "at most"), ("应有", "expected"))
    if found["word"] not in words[at]:
        yield f"{found['word']}, not {words[at][0]}"
    if not question.is_small:
        yield "the target is no small number"
    elif facts.figure is not None:
        value = sentences.expected_of(question, facts.figure.cut)
        if value is None or amount_said(found["amount"], facts) != value:
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


def check_parts_so_far(found, facts):
    if is_over(facts):
        yield "the plan is over"
    yield from check_parts(found, facts)


def check_parts(found, facts):
    if facts.figure is not None and sum(parts_counted(facts)) != int(found["due"]):
        yield f"{sum(parts_counted(facts))} parts are due"


def is_of_parts_over(found, facts):
    """Once the plan is over a frequency is kept or missed."""
    if not is_over(facts):
        yield "the plan is not over"
    yield from check_parts(found, facts)


def are_regions_over(facts):
    """A region was judged by the end, or told of the plan's last month."""
    by_end = any(code in facts.regions for code in ("met", "nearly_met", "pending"))
    told = [*(facts.newest_of_regions or []), *(facts.answers or {})]
    return by_end or any(cut >= facts.indicator.last for cut in told)


def check_end_of_regions(found, facts):
    if not are_regions_over(facts):
        yield "the plan is not over"
    if facts.indicator.schedule == "batch":
        yield "lists decide"
    yield from check_words_of_end(found, facts)


def check_lists_of_regions(found, facts):
    if facts.indicator.schedule != "batch":
        yield "there are no lists"
    yield from check_words_of_end(found, facts)


def check_words_of_end(found, facts):
    if bool(found["about"]) != (facts.indicator.op == "approx"):
        yield "within the tolerance, of what has one or not"


def check_regions(found, facts):
    if facts.indicator.schedule == "batch" or any(code in facts.regions for code in ("met", "nearly_met", "pending")):
        yield "no schedule decides"
    slightly, behind = facts.indicator.each_edges
    if (int(found["slightly"]), int(found["behind"])) != (slightly, behind):
        yield f"the edges are {slightly} and {behind}"
    if (found["family"] in ("在控制进度以内", "within their limit so far")) == bool(found["better"]):
        yield "all better, of what is kept or not"


DIFFERENCES = {
    "change": ("计划变化量完成率减序时进度", "share of the planned change minus schedule"),
    "ceiling": ("序时进度减已用比例", "schedule minus share used"),
    "level": ("实际减目标", "figure minus target"),
    "level-lower": ("实际减目标", "figure minus target"),
    "nodes": ("实际相当于目标的比例减节点相当于目标的比例", "the figure's share of the target minus the step's"),
    "nodes-lower": ("节点相当于目标的比例减实际相当于目标的比例", "the step's share of the target minus the figure's"),
    "loss": ("序时进度减实际相当于目标的比例", "schedule minus the figure's share of the target"),
    "target": ("完成率减序时进度", "completion minus schedule"),
}


def difference_of(question):
    """What the edges are held against."""
    if question.is_level:
        return "level-lower" if question.is_lower else "level"
    if question.is_ceiling_of_sum:
        return "ceiling"
    if question.is_loss:
        return "loss"
    if question.is_used_up:
        return "nodes-lower"
    if question.baseline is not None:
        return "change"
    is_node_of_level = question.indicator.schedule == "expected" and not question.is_cumulative
    return "nodes" if is_node_of_level and not question.is_count_of_regions else "target"


def check_edges(found, facts):
    """The difference is the one that is meant, and the edges are those of the whole or of a region."""
    words = DIFFERENCES[difference_of(facts.question)]
    if found["difference"] not in words:
        yield f"{found['difference']}, where it is {words[facts.language == 'en']}"
    is_turned = difference_of(facts.question) == "level-lower"  # The lower the difference, the better.
    if is_turned != bool(re.search("不高于|or less", found["rest"])):
        yield "the edges are turned round, or are not"
    shown = [Fraction(edge.replace("−", "-")) for edge in re.findall(r"不[低高]于([−\d.]+)|([−\d.]+) or (?:more|less)", found["rest"]) for edge in edge if edge]
    bands = [-edge if is_turned else edge for edge in facts.question.bands]
    if shown != bands and shown != bands[1:]:
        yield f"the edges are {', '.join(map(sentences.text_of, bands))}"


def lacks_figure_of_list(facts):
    """All lists are out, and no figure covers the last one; what was reached for good needs none."""
    last = rederive.last_list(facts.indicator)
    if last is None or facts.indicator.schedule != "batch" or facts.code == "done":
        return False
    return facts.figure is None or not rederive.is_covered(facts.indicator, facts.figure, last)


def is_over_without_figure(facts):
    """The plan is over, nothing was ever reported, and no row says that nothing is due."""
    is_over = facts.indicator.day > rederive.last_day(facts.indicator.last)
    return is_over and facts.figure is None and not facts.answers


def must(holds):
    """A check of a line that is simply so or not."""
    return lambda found, facts: () if holds(facts) else ("it is not so",)


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
    (
        "计划期满，按各县区、园区的目标本身判定：全部达到为“[^”]+”(?P<about>（有在“左右”的容差以内的为“[^”]+”）)?，有一个未达到，全市即为“[^”]+”，"
        "结果未齐的为“[^”]+”；不适用的不计入。",
        check_end_of_regions,
    ),
    (
        "按各县区、园区的认定结果判断：全部达到为“[^”]+”(?P<about>（有在“左右”的容差以内的为“[^”]+”）)?，有一个最终未达到，全市即为“[^”]+”，"
        "结果未齐的为“[^”]+”；不适用的不计入。",
        check_lists_of_regions,
    ),
    ("计划期满，按目标本身判定：应有(?P<due>\\d+)期，漏1期即为“[^”]+”；漏掉的一期不能由其他期补上。", is_of_parts_over),
    (re.escape(GAPS), must(has_gaps)),
    ("计划期满，按目标本身判定。", must(lambda facts: facts.figure is None or is_over(facts))),
    ("由主管部门的名单认定：[^。]+。", must(lambda facts: facts.indicator.schedule == "batch" and not lacks_figure_of_list(facts))),
    ("名单已全部公布，尚无涵盖最后一批名单的数据；有了即下结论，此前为“待认定”。", must(lambda facts: lacks_figure_of_list(facts) and facts.code != "pending")),
    ("名单已全部公布，计划期满三个月仍无涵盖最后一批名单的数据，为“待核定”。", must(lambda facts: lacks_figure_of_list(facts) and facts.code in ("pending", None))),
    ("计划期已结束，尚无数据，不作评价；满三个月仍无数据的，为“本期数据暂缺”。", must(is_over_without_figure)),
    ("已认定的数达到目标，即为完成，不再等其余名单。", must(lambda facts: facts.code in ("done", None))),
    ("这一期还不需要报送，不作评价。", must(lambda facts: facts.code not in CODES_OF_FIGURES and not is_over_without_figure(facts))),
    ("应报而未见的数据不作零处理，也不评价。", must(lambda facts: facts.code in (*rederive.MISSING, None))),
    ("数据不予公布，本期不作评价。", must(lambda facts: facts.withheld is not None)),
    ("分解目标为零，不作评价。", must(lambda facts: facts.code in ("not_applicable", None))),
    ("只看是否达到，不分档。", must(lambda facts: facts.indicator.op == "coverage")),
    ("本期没有可以计算的对象，不是零。", must(lambda facts: facts.code in ("not_applicable", None))),
    ("(?P<start>没有本地区的基数，)?计划期内不评价(?P<reached>，达到即为完成)?(?P<exceeded>，超过控制数即为“[^”]+”)?；期满按目标判定。", check_year_end),
    ("这是(?:初步数|估算数)，不据以判定完成或超过。", must(lambda facts: facts.figure is None or facts.figure.is_provisional)),
    ("按期逐一判断：到[^。]+?应有(?P<due>\\d+)期，漏1期为“[^”]+”，漏得更多为“[^”]+”；漏掉的一期不能由其他期补上。", check_parts_so_far),
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
    ("差值（(?P<difference>[^）]+)）(?P<rest>[^。]+)。", check_edges),  # the word they give is read elsewhere
    ("序时进度按月均匀计算，[^。]+。", must(lambda facts: facts.indicator.schedule == "linear")),
    ("按节点计划，.+?(?<!\\d)(?P<word>可到|应为|可)(?P<expected>[^（。]+?)（[^）]*?-?[\\d.]+%）；(?:[^。]|(?<=\\d)\\.(?=\\d))+。", check_nodes),
    (".+?于\\d+年\\d+月\\d+日人工核定，理由：[^。]+。按规则计算的结果是：[^。]+。", must(lambda facts: facts.is_overridden)),
]
IN_ENGLISH = [
    ("Context figure without a target\\.", "背景数据，没有目标。"),
    ("The figure is shown but not assessed\\.", "只列数据，不作评价。"),
    ("No figures have been reported yet\\.", "还没有任何填报数。"),
    (
        "Judged by the share of counties and parks that are (?P<family>.+?): all of them is “[^”]+”(?P<better> \\(all of them better: “[^”]+”\\))?, "
        "at least (?P<slightly>\\d+)% is “[^”]+”, at least (?P<behind>\\d+)% “[^”]+”, fewer “[^”]+”; one that missed its target for good makes the "
        "whole “[^”]+”\\. Those for which nothing is due, assessed or applicable are left out\\.",
        check_regions,
    ),
    (
        "The plan's time is over; every county and park is judged against the target itself: all of them there is “[^”]+”"
        "(?P<about> \\(some within the tolerance of “about”: “[^”]+”\\))?, one that missed it makes the whole “[^”]+”, and it is “[^”]+” while results "
        "are open\\. Those to which it does not apply are left out\\.",
        check_end_of_regions,
    ),
    (
        "Judged by what the lists certify of every county and park: all of them there is “[^”]+”"
        "(?P<about> \\(some within the tolerance of “about”: “[^”]+”\\))?, one that missed its target for good makes the whole “[^”]+”, and it is “[^”]+” "
        "while results are open\\. Those to which it does not apply are left out\\.",
        check_lists_of_regions,
    ),
    (
        "The plan's time is over; the target itself decides\\. Periods due, (?P<due>\\d+); one missed is “[^”]+”; a missed period cannot be made up by "
        "another\\.",
        is_of_parts_over,
    ),
    (re.escape(GAPS_EN), must(has_gaps)),
    ("The plan's time is over; the figure is judged against the target itself\\.", "计划期满，按目标本身判定。"),
    ("Decided by the lists of the competent authority: [^.]+\\.", "由主管部门的名单认定：[^。]+。"),
    (
        "All lists are out, but no figure covers the last one yet; the first that does decides, and until then it is “awaiting certification”\\.",
        "名单已全部公布，尚无涵盖最后一批名单的数据；有了即下结论，此前为“待认定”。",
    ),
    (
        "All lists are out, but three months after the end of the plan no figure covers the last one, so it is “to be confirmed”\\.",
        "名单已全部公布，计划期满三个月仍无涵盖最后一批名单的数据，为“待核定”。",
    ),
    (
        "The time of the plan is over and there is no figure yet, so nothing is assessed; after three months without one it is “Figure not yet available”\\.",
        "计划期已结束，尚无数据，不作评价；满三个月仍无数据的，为“本期数据暂缺”。",
    ),
    ("What is certified reaches the target, which completes it, whatever lists are still to come\\.", "已认定的数达到目标，即为完成，不再等其余名单。"),
    ("No report is due for this period, so it is not assessed\\.", "这一期还不需要报送，不作评价。"),
    ("A figure that is due but has not arrived is not treated as zero and is not assessed\\.", "应报而未见的数据不作零处理，也不评价。"),
    ("The figure is not published; this period is not assessed\\.", "数据不予公布，本期不作评价。"),
    ("The allocation is zero, so nothing is assessed\\.", "分解目标为零，不作评价。"),
    ("Only whether it is attained counts; there are no bands\\.", "只看是否达到，不分档。"),
    ("There is nothing to calculate from in this period; this is not a zero\\.", "本期没有可以计算的对象，不是零。"),
    (
        "(?P<start>Where this region started from is not known, so nothing is assessed before the end; then)?(?:Not assessed before the end"
        "(?P<reached>, except that a target once reached counts as reached)?(?P<exceeded>, except that a limit once exceeded is “[^”]+”)?; "
        "(?:at the end|then))? the figure is judged against the target\\.",
        check_year_end,
    ),
    ("The figure is (?:preliminary|an estimate); it decides neither that the target is reached nor that a limit is exceeded\\.", "这是(?:初步数|估算数)，不据以判定完成或超过。"),
    (
        "Each period is judged by itself\\. .+?: periods due so far, (?P<due>\\d+); one missed is “[^”]+”, more “[^”]+”; a missed period cannot be made "
        "up by another\\.",
        check_parts_so_far,
    ),
    ("No part is due yet\\.", "还没有到期的一期。"),
    (
        "The figure for (?P<period>.{4,40}?) was due by (?P<day>\\d+ [A-Z][a-z]+ \\d+) and has not arrived(?: from (?P<n>\\d+) (?:county or park|counties "
        "and parks))?(?P<known>; what follows is said of the latest one)?\\.",
        check_late,
    ),
    (
        "The first node of the schedule is .+?; until then nothing is compared(?:, and reaching the target completes it)?\\.",
        must(lambda facts: facts.figure is None or facts.figure.cut < facts.indicator.points[0][0]),
    ),
    ("A limit on what adds up is judged at any time: once exceeded, it cannot be kept any more\\.", "控制数按累计判断：已超过，计划期内不能回到控制数以内。"),
    ("The limit is zero: nothing happened is “[^”]+”, anything at all is “[^”]+”\\.", must(lambda facts: facts.question.target == 0)),
    ("(?:Done|Obtained) is completed; the dated steps say until when it should be\\.", must(lambda facts: facts.indicator.op == "flag")),
    (
        "The target is below 20, so whole numbers are compared\\. .+?: (?:(?P<most>at most) )?(?P<amount>(?:a )?(?:net (?:loss|gain) of )?-?[\\d.]+ ?.*?)"
        " ?(?P<word>allowed by then|expected|(?<=at most)|(?=\\.))\\.",
        lambda found, facts: check_small({**found.groupdict(), "word": found["word"] or "at most"}, facts),
    ),
    ("Indicators of level are compared directly with .+? \\(.*?\\), not with the schedule(?:; in a plan of several years a level is assessed in the last one)?\\.", must(lambda facts: facts.question.is_level)),
    ("The target is zero, so there are no bands in percent: it is reached or not\\.", must(lambda facts: facts.question.target == 0)),
    ("One place short is “.+?”\\.", must(lambda facts: facts.question.op == "rank")),
    ("1 .+? (?:short|over) is “[^”]+”, more than that “.+?”(?:; with half of the schedule due and nothing done it is “[^”]+” at best)?\\.(?= |$)", must(lambda facts: facts.question.is_small)),
    ("No more than that is “.+?”\\.", must(lambda facts: facts.question.is_small and facts.question.is_ceiling_of_sum)),
    ("The difference \\((?P<difference>[^)]+)\\)(?P<rest>.+?(?:at best|at least|”))\\.(?= |$)", check_edges),
    ("The schedule is spread evenly over the months\\. .+?points\\.|The schedule is spread evenly over the months\\. .+?%\\.(?= |$)", must(lambda facts: facts.indicator.schedule == "linear")),
    (
        "The schedule follows dated steps\\. .+?: (?P<expected>(?:no change|(?:up |down )?(?:a )?(?:net (?:loss|gain) of )?-?[\\d.]+.*?)) (?P<word>allowed|expected) "
        "\\(-?[\\d.]+%(?: of the target)?\\), .+?%(?:, difference [+−]?[\\d.]+ points)?\\.(?= |$)",
        check_nodes,
    ),
    ("Set by hand by .+? Result under the rules: .+?\\.(?= |$)", must(lambda facts: facts.is_overridden)),
]
same = dict(REASONS)
IN_ENGLISH = [(pattern, same[check] if isinstance(check, str) else check) for pattern, check in IN_ENGLISH]
COMPILED = {
    language: [(re.compile(pattern), check) for pattern, check in table] for language, table in (("zh", REASONS), ("en", IN_ENGLISH))
}


def read(reasons, facts):
    """What is wrong with the lines under a status."""
    problems = []
    for text in reasons:
        rest = text.strip()
        while rest:
            tried = [(pattern.match(rest), check) for pattern, check in COMPILED[facts.language]]
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
    if has_gaps(facts) and not (indicator.per and is_answered) and facts.code in (*CODES_OF_FIGURES, *rederive.MISSING) and (GAPS, GAPS_EN)[facts.language == "en"] not in text:
        yield f"a reason: how gaps are taken is not said: {text}"
    if question.has_no_start and facts.code == "not_due" and facts.figure is not None and (NO_START, NO_START_EN)[facts.language == "en"] not in text:
        yield f"a reason: that nobody stated where it began is not said: {text}"
