#!/usr/bin/env python3
"""Reads every sentence of a site's pages of items and regions back and holds it to the figures.

    sentences.py SITE PLAN...        every finding, chart text and reason of SITE/PLAN and SITE/en/PLAN

It knows the forms of the sentences, in both languages, and the rules of `rederive.py`; it knows nothing of the program.
A form names the numbers it holds and the words that choose between them. Each number is worked out again, each 高于, 低于,
多, 少, 还差, 超过 must be what the two numbers say, and the whole must not speak against the status beside it. What no form
reads is a fault as well: no sentence goes by unread.
"""

import functools
import html
import json
import re
import sys
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import reasons
import rederive

REGIONS = "regions"  # the unit of what counts regions
GOOD = ("done", "ahead", "on_track", "met")
BAD = ("slightly_behind", "behind", "far_behind", "missed", "missed_stretch")
FINAL = ("done", "met")

# --------------------------------------------------------------------------------------------
# Forms. {name:N} is a number, A an amount with the unit, D a difference (points of a rate), R a rate of change in words,
# S a level in words (R of a growth, else A), T any words; [name:key=words|…] is a choice.

LEAD = {
    "zh": "[side:below=比序时进度低{gap:N}个百分点|equal=与序时进度持平|above=比序时进度高{gap2:N}个百分点]"
    "[edge:allowed=，在允许的差值以内|demanded=，未达到分档要求的差值|none=]",
    "en": "[side:below={gap:N} percentage points behind schedule|equal=exactly on schedule|"
    "above={gap2:N} percentage points ahead of schedule]"
    "[edge:allowed=, within the difference that is allowed|demanded=, less than the lead that is asked for|none=]",
}
VERB = {"zh": "[verb:event=举办|count=完成|none=]", "en": "[verb:event= held|none=]"}
NET = {"zh": "[net:loss=净减|gain=净增|none=]", "en": "[net:loss=net loss of |gain=net gain of |none=]"}
USED = {
    "zh": "[verb:occur=发生|event=举办|use=已用|plain=]",
    "en": "[verb:event= held|use= used|plain=]",
}
NOUN = {"zh": "[noun:year=年度目标|plan=计划目标|share=分解目标]", "en": "[noun:year=the year's target|plan=the plan's target|share=its share of the target]"}
# Whole things are fewer; amounts are less.
FEWER = "[few:fewer=fewer|less=less] than"
SURE = {"zh": "[sure:least=至少|none=确知|known=]", "en": "[sure:least=at least |none=for certain |known=]"}
LIMIT = {"zh": "[noun:year=全年控制数|plan=控制数]", "en": "[noun:year=limit for the year|plan=limit]"}

FORMS = {
    "sum": (
        "{head:T}VERBNET{amount:A}[share:yes=，为NOUN的{percent:N}%|no=]，LEAD[short:yes=（到{by:T}应有{expected:A}，还差{difference:D}）|no=]。",
        "{head:T}: NET{amount:A}VERB[share:yes=, {percent:N}% of NOUN|no=], LEAD[short:yes= ({expected:A} due by {by:T}, {difference:D} short)|no=].",
    ),
    "small": (
        "{head:T}VERBNET{amount:A}[share:yes=，为NOUN的{percent:N}%|no=]；到{by:T}应有{expected:A}，"
        "[units:short=还差{difference:D}|even=与序时进度持平|idle=但序时进度已过半，尚无进展|over=多{difference2:D}]。",
        "{head:T}: NET{amount:A}VERB[share:yes=, {percent:N}% of NOUN|no=]; {expected:A} due by {by:T}, "
        "[units:short={difference:D} short|even=exactly on schedule|idle=but half of the schedule is due and nothing is done|"
        "over={difference2:D} more].",
    ),
    "reached": (
        "{head:T}VERBNET{amount:A}，达到NOUN{target:A}[over:yes=，多{left:D}|no=]。",
        "{head:T}: NET{amount:A}VERB, NOUN of {target:A} reached[over:yes=, {left:D} more|no=].",
    ),
    "to-go": (
        "{head:T}VERBNET{amount:A}，[edge:yes=正好是{target2:A}|no=距NOUN{target:A}还差{left:D}]。",
        "{head:T}: NET{amount:A}VERB, [edge:yes=exactly {target2:A}|no={left:D} short of NOUN of {target:A}].",
    ),
    "loss": (
        "{head:T}NET{amount:A}；到{by:T}按序时可NET2{expected:A}，"
        "[units:short=[turn:gain=多增|loss=多减]{difference:D}|even=正好持平|over=[turn2:gain=少增|loss=少减]{difference2:D}]（NOUN允许NET3{limit:A}）。",
        "{head:T}: NET{amount:A}; by {by:T} [art:a=a |none=]NET2{expected:A} would be on schedule: [units:short={difference:D} more than that|"
        "even=exactly that|over={difference2:D} [kind:fewer=fewer|less=less] than that] \\(NOUN allows [art2:a=a |none=]NET3{limit:A}\\).",
    ),
    "loss-end": (
        "{head:T}NET{amount:A}，[units:short=超过NOUN允许的NET2{limit:A}，[turn:gain=多增|loss=多减]{difference:D}|"
        "even=正好是NOUN2允许的NET3{limit2:A}|over=在NOUN3允许的NET4{limit3:A}以内，[turn2:gain=少增|loss=少减]{difference2:D}]。",
        "{head:T}: NET{amount:A}, [units:short=more than [art:a=a |none=]NET2{limit:A}, which NOUN allows, by {difference:D}|"
        "even=exactly [art2:a=a |none=]NET3{limit2:A}, which NOUN2 allows|over=within [art3:a=a |none=]NET4{limit3:A}, which NOUN3 allows; "
        "{difference2:D} [kind:fewer=fewer|less=less]].",
    ),
    "loss-gain": (
        "{head:T}NET{amount:A}，没有[turn:gain=净增|loss=净减]（NOUN允许NET2{limit:A}）。",
        "{head:T}: NET{amount:A}, no net [turn:gain=gain|loss=loss] \\(NOUN allows [art:a=a |none=]NET2{limit:A}\\).",
    ),
    "loss-none": (
        "{head:T}NET{amount:A}，[units:short=而NOUN是|over=符合NOUN2：][turn:gain=不净增|loss=不净减]。",
        "{head:T}: NET{amount:A}; NOUN is no net [turn:gain=gain|loss=loss][units:short=, which is not kept|over=, which is kept].",
    ),
    "change": (
        "比基数{baseline:A}[way:less=减少{change:D}|equal=没有变化|more=增加{change2:D}]，"
        "[away:yes=与计划方向相反|no=为计划变化量的{percent:N}%][paced:yes=，LEAD|no=]。",
        "[way:less={change:D} [kind:fewer=fewer|less=less] than|equal=No change from|more={change2:D} more than] the baseline of {baseline:A}, "
        "[away:yes=against the planned direction|no={percent:N}% of the planned change]"
        "[paced:yes=, LEAD|no=].",
    ),
    "ceiling-over": (
        "{head:T}USED{amount:A}，[edge:yes=正好是LIMIT{target:A}|no=超过LIMIT2{target2:A}，多{left:D}]。",
        "{head:T}: {amount:A}USED, [edge:yes=exactly the LIMIT of {target:A}|no=over the LIMIT2 of {target2:A} by {left:D}].",
    ),
    "ceiling-pace": (
        "{head:T}USED{amount:A}，LIMIT{target:A}按序时折算为{expected:A}，[units:short=多{difference:D}|even=正好持平|"
        "over=少{difference2:D}]。",
        "{head:T}: {amount:A}USED; the LIMIT of {target:A} allows {expected:A} by then, "
        "[units:short={difference:D} more than that|even=exactly that|over={difference2:D} [kind:fewer=fewer|less=less] than that].",
    ),
    "ceiling-none": (
        "{head:T}[verb:occur=未发生|event=未举办|use=未使用|plain=为零]，LIMIT为{target:A}。",
        "{head:T}: none; the LIMIT is {target:A}.",
    ),
    "ceiling-within": (
        "{head:T}USED{amount:A}，没有超过LIMIT{target:A}。",
        "{head:T}: {amount:A}USED, within the LIMIT of {target:A}.",
    ),
    "level": (
        "{head:T}{amount:A}，[units:short=距目标{target:A}还差{left:D}|even=达到目标{target2:A}|edge=正好是{target3:A}|"
        "over=达到目标{target4:A}，[more:yes=多|no=高]{left2:D}]。",
        "{head:T}: {amount:A}, [units:short={left:D} short of the target of {target:A}|even=target of {target2:A} reached|"
        "edge=exactly {target3:A}|over=target of {target4:A} reached, {left2:D} above it].",
    ),
    "level-lower": (
        "{head:T}{amount:S}，[units:short=[more:yes=超过|no=高于]控制目标（{phrase:T}）{left:D}|even=达到控制目标（{phrase2:T}）|"
        "edge=正好是{target:A}|over=在控制目标以内（{phrase3:T}），[fewer:yes=少|no=低]{left2:D}]。",
        "{head:T}: {amount:S}, [units:short={left:D} above the limit of {target:A}[own:yes=|no= ({phrase:T})]|even=exactly at the limit of "
        "{target2:A}[own2:yes=|no= ({phrase2:T})]|edge=exactly {target3:A}|over=within the limit of {target4:A}[own3:yes=|no= ({phrase3:T})], "
        "{left2:D} below it].",
    ),
    "node": (
        "[how:node=按节点计划|edge=按节点计划与分档，|pace=按序时]到{by:T}为{expected:S}，[units:short=差{difference:D}|even=正好持平|"
        "idle=但序时进度已过半，尚无进展|over=好{difference2:D}]。",
        "[how:node=The dated step for|edge=The dated step and the bands for|pace=The schedule for] {by:T} is {expected:S}: [units:short={difference:D} worse than that|even=exactly that|"
        "idle=but half of the schedule is due and nothing is done|over={difference2:D} better than that].",
    ),
    "growth": (
        "{head:T}{amount:R}，[way:opposite=目标是{target:R}|equal=与目标（{target2:R}）持平|more=比目标（{target3:R}）高{left:D}|"
        "less=比目标（{target4:R}）低{left2:D}|falls-more=比目标（{target5:R}）多降{left3:D}|"
        "falls-less=比目标（{target6:R}）少降{left4:D}]。",
        "{head:T}: {amount:R}, [way:opposite=the target is {target:R}|equal=equal to the target \\({target2:R}\\)|"
        "more={left:D} above the target \\({target3:R}\\)|less={left2:D} below the target \\({target4:R}\\)|"
        "falls-more=a larger fall than the target \\({target5:R}\\) by {left3:D}|"
        "falls-less=a smaller fall than the target \\({target6:R}\\) by {left4:D}].",
    ),
    "about": (
        "{head:T}NET{amount:S}，比NET2{target:S}[way:higher=高|more=多|fewer=少|loses-more=多减|gains-more=多增|falls-less=少降|lower=低]{left:D}，"
        "在“左右”的容差（{tolerance:D}）以内。",
        "{head:T}: NET{amount:S}, [way:higher={left:D} above the target \\({target:S}\\)|more={left2:D} more than the target "
        "\\(NET2{target2:S}\\)|fewer={left3:D} fewer than the target \\(NET3{target3:S}\\)|"
        "less={left6:D} less than the target \\(NET4{target6:S}\\)|"
        "loses-more=a larger loss than the target \\(NET5{target7:S}\\) by {left7:D}|"
        "gains-more=a larger gain than the target \\(NET6{target8:S}\\) by {left8:D}|falls-less=a smaller fall than the target "
        "\\({target4:S}\\) by {left4:D}|lower={left5:D} below the target \\({target5:S}\\)], within the tolerance of “about” "
        "\\({tolerance:D}\\).",
    ),
    "rank": (
        "{head:T}第{amount:N}位，[units:short=距[one:yes=第1位|no=前{target:N}位]差{left:N}位|over=[first:yes=居第1位|"
        "no=在前{target2:N}位以内]]。",
        "{head:T}: rank {amount:N}, [units:short={left:N} short of [one:yes=rank 1|no=the top {target:N}]|over=[first:yes=first|"
        "no=within the top {target2:N}]].",
    ),
    "batch": (
        "已认定{amount:A}，[units:short=距目标{target:A}还差{left:D}|even=达到目标{target2:A}|edge=正好是{target4:A}|over=达到目标{target3:A}，多{left2:D}]。",
        "Certified: {amount:A}, [units:short={left:D} short of the target of {target:A}|over=target of {target3:A} reached, "
        "{left2:D} more|even=target of {target2:A} reached|edge=exactly {target4:A}].",
    ),
    "list-newer": (
        "名单{day:T}公布，[in:none=尚无涵盖该名单的数据；此前|next=计入下一期；上一期|period=计入{period:T}；上一期]已认定{amount:A}。",
        "The list of {day:T} [in:none=is out, but no figure covers it yet; certified before it|next=counts in the next period; certified in the last one|"
        "period=counts in the figure for {period:T}; certified in the last one]: {amount:A}.",
    ),
    "range": (
        "[end:beyond=超过{lower:N}—{upper:A}的上限|upper=达到{lower2:N}—{upper2:A}的上限|"
        "between=达到{lower3:N}—{upper3:A}的下限，在上限以内|lower=达到{lower4:N}—{upper4:A}的下限]。",
        "[end:beyond=The upper end of {lower:N}—{upper:A} is exceeded|upper=The upper end of {lower2:N}—{upper2:A} is reached|"
        "between=The lower end of {lower3:N}—{upper3:A} is reached, the upper is not|"
        "lower=The lower end of {lower4:N}—{upper4:A} is reached].",
    ),
    "strict": (
        "目标要求[way:less=低于|more=超过]{target:S}，持平不算达到。",
        "The target asks for [way:less=less|more=more] than {target:S}; exactly that does not reach it.",
    ),
    "strict-whole": (
        "目标为“{phrase:T}”，即[way:less=至多|more=至少]{target:A}。",
        "The target “{phrase:T}” asks for [way:less=at most|more=at least] {target:A}.",
    ),
    "each": (
        "{all:N}个县区、园区中{good:N}个[family:level=达到目标水平|end=达到目标|covered=已达到|ceiling=在控制进度以内|"
        "ceiling-end=在控制数以内|pace=达到序时进度][done:yes=（其中{finished:N}个已完成）|no=][falls:yes=，{below:N}个"
        "[word:not=尚未达到|faster=超出控制进度|over=超过|below=未达到]|no=][exceeds:yes=，{over:N}个已超过控制数|no=][absent:yes=，{missing:N}个数据暂缺|no=]"
        "[waiting:batch=，{awaiting:N}个待认定|some=，{awaiting2:N}个未到节点|none=][unsettled:yes=，{pending:N}个待核定|no=]"
        "[held:yes=，{withheld:N}个的结果不予公布|no=]。",
        "{good:N} of {all:N} counties and parks [family:level=at their target|end=reached their target|covered=there|"
        "ceiling=within their limit so far|ceiling-end=within their limit|pace=on schedule][done:yes= \\({finished:N} of them finished\\)|no=]"
        "[falls:yes=, {below:N} [word:not=not yet|off=not|faster=faster than that|over=over|below=below]|no=]"
        "[exceeds:yes=, {over:N} over the limit for good|no=][absent:yes=, {missing:N} without a figure|no=]"
        "[waiting:batch=, {awaiting:N} awaiting certification|some=, {awaiting2:N} not due|none=]"
        "[unsettled:yes=, {pending:N} to be confirmed|no=]"
        "[held:yes=, {withheld:N} not published|no=].",
    ),
    "each-early": (
        "{all:N}个县区、园区中{good:N}个[counted:ceiling=没有超过控制数|target=达到目标要求]，尚未到评价时点。",
        "{good:N} of {all:N} counties and parks [counted:ceiling=have not exceeded their limit|target=are where the target asks them to be]; nothing is due yet.",
    ),
    "coverage": (
        "{all:N}个县区、园区中{amount:N}个已[verb:batch=认定|other=达到]，{left:N}个尚未[verb2:batch=认定|other=达到]"
        "[held:yes=，{withheld:N}个的结果不予公布|no=]。",
        "{amount:N} of {all:N} counties and parks [verb:batch=certified|other=there], {left:N} not yet[held:yes=, {withheld:N} not published|no=].",
    ),
    "covered": (
        "[is:yes=已|no=尚未][verb:batch=认定|other=达到]。",
        "[is:yes=Certified|no=Not yet certified|yes2=Attained|no2=Not yet attained].",
    ),
    "cadence": (
        "{due:N}[per:month=个月中SURE{kept:N}个月|quarter=个季度中SURE2{kept2:N}个季度|half-year=个半年中SURE3{kept3:N}个半年|"
        "year=年中SURE4{kept4:N}年][verb:event=已举办|within=没有超过|other=已达到]"
        "[skips:yes=，{skipped:T}[verb2:event=未举办|within=超过|other=未达到]|no=][gaps:yes=，{unknown:T}数据不全[loses:yes=（其中[exact:yes=有|no=至少有]{lost:N}期[verb3:event=未举办|within=超过|other=未达到]）|no=]|no=]。",
        "[verb:event=Held|within=Not exceeded|other=Reached] in SURE{kept:N} of {due:N} [per:month=months|quarter=quarters|"
        "half-year=half-years|year=years][skips:yes=, [verb2:within=exceeded|other=not] in {skipped:T}|no=]"
        "[gaps:yes=; figures incomplete for {unknown:T}[loses:yes= \\([exact:yes=|no=at least ]{lost:N} of these [verb3:within=exceeded|other=missed]\\)|no=]|no=].",
    ),
    "cadence-none": (
        "{head:T}{amount:A}，还没有到期的一期。",
        "{head:T}: {amount:A}; no part is due yet.",
    ),
    "withheld-part": (
        "{head:T}不公布[how:max=最大值|sum=合计]：{count:N}个县区、园区的数据不予公布。",
        "{head:T}: no [how:max=largest value|sum=total] is published, since the [many:one=figure of {count:N} county or park is|other=figures of {count2:N} "
        "counties and parks are] withheld.",
    ),
    "older": (
        "其中{count:N}个县区、园区的最近数据早于{period:T}。",
        "[many:one=The latest figure of {count:N} of them is|other=The latest figures of {count2:N} of them are] older than {period:T}.",
    ),
    "flag": (
        "[is:yes=已|no=尚未][what:deed=完成|title=取得]。",
        "[is:yes=[what:deed=Done|title=Obtained]|no=Not yet [what2:deed=done|title=obtained]].",
    ),
    "partial": (
        "{head:T}有{reported:N}个县区、园区填报[held:yes=（其中{withheld:N}个不予公布）|no=]，应报{asked:N}个，[how:max=目前最大|sum=目前合计]NET{amount:A}，[decides:yes=仅此已可判定|no=未齐不评价]。",
        "{head:T}: {reported:N} of {asked:N} counties and parks [has:one=has|other=have] reported[held:yes= \\({withheld:N} withheld\\)|no=], [how:max=NET{amount:A} at most|sum=NET2{amount2:A}] so far; "
        "[decides:yes=that alone decides|no=not assessed until all have reported].",
    ),
    "part-withheld": (
        "其中不含{count:N}个县区、园区不予公布的数据，仅此已可判定。",
        "Without [many:one={count:N} county or park whose figure is|other={count2:N} counties and parks whose figures are] withheld; "
        "the rest alone decides.",
    ),
    "margin": ("比{by:T}的序时要求多{amount:A}。", "{amount:A} more than the schedule for {by:T} asks."),
    "missing-since": (
        "本期数据暂缺，最近一期为{period:T}。",
        "The figure for this period is not yet available; latest period with a figure: {period:T}.",
    ),
    "missing": ("本期数据暂缺。", "The figure for this period is not yet available."),
    "context": ("{head:T}NET{amount:S}。", "{head:T}: NET{amount:S}."),
    "context-rank": ("{head:T}第{amount:N}位。", "{head:T}: rank {amount:N}."),
}
COUNTED = ("家", "个", "人", "场", "起", "户", "宗")
# Of a single region; the pages read here speak of the whole.
SELDOM = ("covered", "context-rank", "each-early")

# Sentences that hold no number and no comparison.
PLAIN = {
    "zh": [
        ("not_due", "未到节点，暂无数据。"),
        ("not_due", "认定名单尚未公布，暂不评价。"),
        ("not_due", "名单{day}公布，{entry}。"),
        ("not_due", "计划期已结束，尚无数据。"),
        ("not_due", "本计划尚未开始填报。"),
        ("not_applicable", "本期不适用。"),
        ("not_applicable", "没有分解到本地区的任务，不适用。"),
        ("not_assessed", "{count}个县区、园区的结果不予公布。"),
        ("not_assessed", "{head}的结果不予公布。"),
        ("not_assessed", "暂无数据。"),
        ("not_assessed", "不作评价：{reason}。"),
        ("not_assessed", "不作评价：示例"),
    ],
    "en": [
        ("not_due", "Not due; no figure yet."),
        ("not_due", "The certification list has not been published; not assessed until then."),
        ("not_due", "The list of {day} {entry}."),
        ("not_due", "The time of the plan is over, and there is no figure yet."),
        ("not_due", "Reporting on this plan has not begun."),
        ("not_applicable", "Not applicable in this period."),
        ("not_applicable", "Not applicable; nothing of the target is allotted here."),
        ("not_assessed", "Counties and parks whose result is not published: {count}."),
        ("not_assessed", "{head}: the result is not published."),
        ("not_assessed", "No figure yet."),
        ("not_assessed", "Not assessed: {all}"),
    ],
}
# What follows from a ceiling that was exceeded, whatever is withheld later.
EXCEEDED = ("missed", "missed_stretch")
# Of the whole area or one region; its row is of one period.
WITHHELD = ("{head}的结果不予公布。", "{head}: the result is not published.")
CHARTS = {
    "break": (
        "口径有变化，与{period:T}不可比。",
        "The definition changed; not comparable with the figure [at:end=at|span=for] {period:T}.",
    ),
    "compared": (
        "[way:equal=与{period:T}持平|fewer=比{period2:T}少{difference:D}|more=比{period3:T}多{difference2:D}|"
        "lower=比{period4:T}低{difference3:D}|falls-more=比{period5:T}多降{difference4:D}|falls-less=比{period6:T}少降{difference5:D}|"
        "places-up=比{period7:T}前进{difference6:D}|places-down=比{period8:T}后退{difference7:D}|higher=比{period9:T}高{difference8:D}]。",
        "[way:equal=Unchanged from {period:T}|fewer={difference:D} fewer than {period2:T}|less={difference9:D} less than {period10:T}|more={difference2:D} more than {period3:T}|"
        "lower={difference3:D} lower than {period4:T}|falls-more=A larger fall than {period5:T} by {difference4:D}|"
        "falls-less=A smaller fall than {period6:T} by {difference5:D}|places-up=Up {difference6:N} [up:one=place|more=places] from {period7:T}|"
        "places-down=Down {difference7:N} [down:one=place|more=places] from {period8:T}|higher={difference8:D} higher than {period9:T}].",
    ),
    "compared-withheld": (
        "有的县区、园区的结果不予公布，与{period:T}不可比。",
        "Some results are not published; not comparable with the figure [at:end=at|span=for] {period:T}.",
    ),
    "compared-flag": (
        "[way:done={period:T}尚未完成，现已完成|undone={period2:T}已完成，现为尚未完成|same=与{period3:T}相同]。",
        "[way:done=Not done [at:end=at|span=in] {period:T}; done now|undone=Done [at2:end=at|span=in] {period2:T}; not done now|"
        "same=As [at3:end=at|span=in] {period3:T}].",
    ),
    "compared-net": (
        "[way:larger=[turn:loss=净减数|gain=净增数]比{period:T}多{difference:D}|smaller=[turn2:loss=净减数|gain=净增数]比{period2:T}少{difference2:D}|"
        "then={period3:T}为NET{before:A}]。",
        "[way:larger=The net [turn:loss=loss|gain=gain] is larger than [at:end=at|span=in] {period:T} by {difference:D}|"
        "smaller=The net [turn2:loss=loss|gain=gain] is smaller than [at2:end=at|span=in] {period2:T} by {difference2:D}|"
        "then=It was a NET{before:A} [at3:end=at|span=in] {period3:T}].",
    ),
    "leads-to": (
        "按到{by:T}的平均速度推算，[span:year=全年|plan=到计划期末]约NET{amount:A}，[end:enough=够得上目标|near=在“左右”的容差以内|"
        "within=不会超过控制数|over=将超过控制数|short=够不上目标]；推算不参与评价。",
        "Kept up, the mean pace until {by:T} would lead to [net:loss=a net loss of |gain=a net gain of |none=]about {amount:A} by the end of the [span:year=year|plan=plan], "
        "[end:enough=enough for the target|near=within the tolerance of “about”|within=within the limit|over=over the limit|"
        "short=not enough for the target]; this plays no part in the status.",
    ),
}


# Plurals that lose more than an s.
SINGULARS = {"businesses": "business", "people": "person", "boxes": "box", "series": "series", "classes": "class"}


def multiple_of(unit):
    """How many of what a unit is: 100 of million yuan, 1 of firms."""
    found = re.fullmatch(r"(10+) (\D.*)", unit)
    return (int(found.group(1)), found.group(2)) if found else (1, unit)


def compile_form(text, language, unit):
    """Makes an expression of a form, for an indicator of one unit."""
    for word, parts in (("LEAD", LEAD), ("VERB", VERB), ("NET", NET), ("USED", USED), ("NOUN", NOUN), ("LIMIT", LIMIT), ("SURE", SURE)):
        text = re.sub(rf"{word}(\d?)", lambda found: parts[language].replace(":", found.group(1) + ":", 1), text)
    text = text.replace("FEWER", FEWER)
    number = r"-?\d+(?:\.\d+)?"
    unit = multiple_of(unit)[1]
    gap = "" if language == "zh" or unit in ("%", "‰") else " "
    one = re.escape(SINGULARS.get(unit) or (re.sub("ies$", "y", unit) if unit.endswith("ies") else re.sub("(?<!s)s$", "", unit)))
    amount = rf"{number}{gap}{re.escape(unit)}" if language == "zh" else rf"(?:1{gap}{one}(?!\w)|{number}{gap}{re.escape(unit)})"
    if unit == REGIONS:
        amount = rf"{number}个县区、园区" if language == "zh" else rf"(?:1 county or park|{number} counties and parks)"
    points = rf"{number}{'个百分点' if language == 'zh' else ' percentage points?'}"
    rate = rf"(?:(?:增长|上升|下降){amount}|持平)" if language == "zh" else rf"(?:(?:up|down) {amount}|no change)"
    kinds = {"N": number, "A": amount, "D": points if unit == "%" else rf"(?:{amount}|{number} places?)", "R": rate, "S": rf"(?:{rate}|{amount})", "T": r"[^。]*?" if language == "zh" else r"(?:(?!\. )[^。])*?"}
    out, at = "", 0
    token = re.compile(r"\{(\w+):([NADRST])\}|\[(\w+):|\]|\|")
    stack = []  # (name, keys so far)
    while found := token.search(text, at):
        out += literal(text[at : found.start()])
        at = found.end()
        whole = found.group(0)
        if whole.startswith("{"):
            out += f"(?P<{found.group(1)}>{kinds[found.group(2)]})"
        elif whole.startswith("["):
            stack.append([found.group(3), 0, False])
            out += "(?:"
            out, at = open_choice(text, at, out, stack)
        elif whole == "|" and stack:
            out += ")|"
            out, at = open_choice(text, at, out, stack)
        elif whole == "]" and stack:
            stack.pop()
            out += "))"
        else:
            out += re.escape(whole)
    out += literal(text[at:])
    return re.compile(out.replace(re.escape(" percentage points"), " percentage points?"))


def open_choice(text, at, out, stack):
    """Begins one way of a choice: its key becomes the name of a group."""
    end = text.index("=", at)
    key = text[at:end]
    name = re.sub(r"\W", "_", f"{stack[-1][0]}__{key}") if key.isascii() else f"{stack[-1][0]}__w{abs(hash(key)) % 10**8}"
    return out + f"(?P<{name}>", end + 1


def literal(text):
    return re.escape(text.replace("\\(", "(").replace("\\)", ")"))


# --------------------------------------------------------------------------------------------
# What a sentence says, and what is so


@dataclass
class Facts:
    """What is known of an indicator, worked out without the program."""

    indicator: object
    question: object
    figure: object  # the figure the sentence is about
    verdict: object
    regions: list  # the codes of the counted regions
    is_overridden: bool
    values: list  # (cut, value), in order
    some: object  # what only some regions make of the newest period, and how many they are
    language: str
    unit: str  # in that language
    stand: object = None  # of how many regions how many are where the target asks them to be
    withheld: object = None  # the cut of the newest row, where it is withheld
    answers: dict = None  # the cuts whose row has no figure, and what it says
    owing: object = None  # how many regions owe the report of a cut
    is_ratio_of_sums: bool = False  # made of two figures that add up since the plan's start
    is_of_some: bool = False  # the figure is what only some regions make
    held: dict = None  # of each period all regions have answered: how many withhold their figure, if any does
    newest_of_regions: list = None  # the cuts of the figures regions are counted by, where they are
    withheld_parts: int = 0  # and how many regions withhold it, where the whole area has no row of its own
    hidden: set = frozenset()  # the cuts of which a count of regions is without those that withhold
    counts_regions: bool = False  # the figure of the whole counts regions
    is_net: bool = False  # a net change

    broken: set = frozenset()  # the cuts with which the definition changed
    is_unfinished: bool = False  # of regions that are counted: the newest figure of one is preliminary

    @property
    def code(self):
        return None if self.is_overridden else self.verdict.code

    @property
    def is_calendar_year(self):
        first, last = self.indicator.first, self.indicator.last
        return first % 12 == 0 and last == first + 11


class Said:
    """A sentence that a form has read: its numbers and its choices."""

    def __init__(self, name, found, facts):
        self.name, self.facts = name, facts
        self.groups = {key: value for key, value in found.groupdict().items() if value is not None}
        self.problems = []
        self.is_small_projection = False

    def choice(self, name):
        """Which way of a choice was taken."""
        start = name + "__"
        return next((key[len(start) :].replace("_", "-") for key in self.groups if key.startswith(start)), None)

    def number(self, name):
        """The number under a name, in whichever way of a choice it stands."""
        text = self.text(name)
        if text is None:
            return None
        value = signed_number(text) / (self.times if self.is_multiplied(name, text) else 1)
        return -value if self.is_against(name) else value

    def is_against(self, name):
        """A net loss where a gain is wanted, or a net gain where a loss is."""
        word = self.net_before(name)
        return word is not None and word == ("gain" if is_wanted_loss(self.facts.indicator) else "loss")

    def net_before(self, name):
        """The word for a net change before a number: loss, gain, or nothing."""
        if name in ("amount", "before"):
            return self.choice("net")
        others = ("net2", "net3", "net4", "net5", "net6")
        at = {"expected": ("net2",), "limit": ("net3",) if self.name == "loss" else others, "target": others}.get(name, ())
        return next((word for word in map(self.choice, at) if word), None)

    @property
    def times(self):
        return multiple_of(self.facts.unit)[0]

    def is_multiplied(self, name, text):
        """Whether a number is printed in the bare unit of a multiple: 650 million for 6.5 times 100 million."""
        return self.times > 1 and (text.endswith(multiple_of(self.facts.unit)[1]) or name == "lower")

    def text(self, name):
        """The words under a name, in whichever way of a choice they stand."""
        return next((text for key, text in self.groups.items() if key.rstrip("0123456789") == name), None)

    def fail(self, what):
        self.problems.append(f"{self.name}: {what}")

    def equal(self, name, value):
        """A number is exactly what was recorded, or a rounding of it."""
        shown = self.number(name)
        if shown is None:
            return
        text = re.search(r"\d+(?:\.(\d+))?", self.text(name))
        places = len(text.group(1) or "") if text else 0
        if self.is_multiplied(name, self.text(name)):
            places += len(str(self.times)) - 1
        exact = value is not None and shown == value
        has_end = value is not None and rederive.has_end(value) and (value * 10**9).denominator == 1
        rounded = value is not None and rederive.printed(value, places) == shown
        if not exact and (not rounded or (has_end and name in ("amount", "target", "left"))):
            self.fail(f"{name} is {text_of(shown)}, not {text_of(value)}")

    def must(self, holds, what):
        if not holds:
            self.fail(what)

    def sides_with(self, polarity):
        """The sentence does not speak against the status beside it."""
        code = self.facts.code
        if code in GOOD and polarity == "bad":
            self.fail(f"it reads as below, the status is {code}")
        if code in BAD and polarity == "good":
            self.fail(f"it reads as attained, the status is {code}")
        if code == "nearly_met" and polarity in ("good", "bad"):
            self.fail(f"it reads as {polarity}, the status is {code}")


def is_wanted_loss(indicator):
    """A positive figure is a net loss."""
    return rederive.is_net(indicator) and any(word in indicator.phrase for word in rederive.LOSSES)


@functools.lru_cache(maxsize=100_000)
def signed_number(text):
    found = re.search(r"-?\d+(?:\.\d+)?", text)
    if found is None:
        return Fraction(0)  # 持平
    value = Fraction(found.group(0))
    return -value if text.startswith(("下降", "down")) else value


def text_of(value):
    return rederive.text_of(value)


def expected_of(question, cut):
    """What must be there by a cut to be accepted, or what may be used: whole things are whole."""
    schedule = rederive.schedule_of(question, cut)
    if schedule is None:
        return None
    base = question.baseline or Fraction(0)
    line = base + schedule * (question.target - base)
    edge = (question.target - base) * question.bands[1] / 100
    with_edge = line - edge if question.is_used_up else line + edge
    up, down = (lambda value: Fraction(-(-value // 1))), (lambda value: Fraction(value // 1))
    if not question.counts_things:
        return with_edge
    if question.is_ceiling_of_sum:
        return up(line) if question.is_small else max(up(line), down(with_edge))
    if question.is_small:
        return up(line) if question.is_lower else down(line)
    return down(with_edge) if question.is_lower else up(with_edge)


def check_head(said):
    """The span before a figure ends with its month; a bare month never stands before what adds up."""
    head, cut = said.text("head"), said.facts.figure and said.facts.figure.cut
    if head is None or cut is None:
        return
    last = month_of_head(head, said.facts.language)
    if last is not None and last != cut % 12 + 1:
        said.fail(f"the span {head} does not end with the figure's month {cut % 12 + 1}")
    years = [int(year) for year in re.findall(r"20\d\d", head)]
    if years and years[-1] != cut // 12:
        said.fail(f"the span {head} does not end in {cut // 12}")
    first = said.facts.indicator.first
    adds_up = said.facts.indicator.measure in rederive.CUMULATIVE
    if said.facts.indicator.measure == "flag":
        said.must(not re.search("累计|cumulative", head), f"{head} of what is done once, and adds nothing up")
    if said.facts.is_ratio_of_sums and first % 12:
        start = first_month_of_head(head, said.facts.language)
        is_same_year = cut // 12 == first // 12
        is_first = cut % 12 == first % 12 and is_same_year
        said.must(start == first % 12 + 1 or is_first, f"{head} does not begin with the plan, in month {first % 12 + 1}")
    whole_year = re.search(r"全年|Full year|Whole year", head)
    if adds_up and whole_year and not said.facts.is_calendar_year and (first % 12 or first // 12 != cut // 12):
        said.fail(f"{head} of a plan that is no calendar year")


def first_month_of_head(head, language):
    """The month with which a span begins."""
    if language == "zh":
        found = re.search(r"(\d+)月?—", head)
        return int(found.group(1)) if found else None
    named = [name[:3] for name in re.findall(r"[A-Z][a-z]+", head)]
    short = [name[:3] for name in MONTHS_EN]
    return next((short.index(name) + 1 for name in named if name in short), None)


MONTHS_EN = "January February March April May June July August September October November December".split()


def month_of_head(head, language):
    if language == "zh":
        for word, month in (("前三季度", 9), ("一季度", 3), ("上半年", 6), ("全年", 12)):
            if word in head:
                return month
        months = re.findall(r"(\d+)月", head)
        return int(months[-1]) if months else None
    short = [name[:3] for name in MONTHS_EN]
    named = [name[:3] for name in re.findall(r"[A-Z][a-z]+", head) if name in MONTHS_EN or name in short or name == "Sept"]
    if named:
        return short.index(named[-1]) + 1
    lower = head.lower()
    for word, month in (("third quarter", 9), ("three quarters", 9), ("first quarter", 3), ("first half", 6), ("full year", 12), ("whole year", 12)):
        if word in lower:
            return month
    return None


def check_lead(said, verdict):
    """高 and 低 to the schedule, the points between, and whether the bands let it pass."""
    question, lead = said.facts.question, None
    side = said.choice("side")
    if side is None:
        return None
    lead = rederive.lead_of(question, said.facts.figure.value, rederive.schedule_of(question, said.facts.figure.cut))
    if lead is None:
        said.fail("there is no schedule to be ahead of or behind")
        return None
    said.must({"below": lead < 0, "equal": lead == 0, "above": lead > 0}[side], f"{side}, but the lead is {text_of(lead)} points")
    if side != "equal":
        said.equal("gap", abs(lead))
        said.must(said.number("gap") != 0, "a gap of nothing")
    edge, on_track = said.choice("edge"), question.bands[1]
    is_decided = said.facts.figure.cut >= said.facts.indicator.last or said.facts.code in FINAL
    if not is_decided:
        said.must((edge == "allowed") == (lead < 0 and lead >= on_track), f"`{edge}` with a lead of {text_of(lead)}")
        said.must((edge == "demanded") == (lead >= 0 and lead < on_track), f"`{edge}` with a lead of {text_of(lead)}")
    return "bad" if lead < on_track else "good"


def check_share(said):
    """为…%: of the target, or of the change; never on the wrong side of 100 %."""
    share = rederive.completion_of(said.facts.question, said.facts.figure.value)
    shown = said.number("percent")
    if shown is None:
        return
    value = Fraction(0) if share is None else share * 100
    said.equal("percent", value)
    said.must((shown >= 100) == (value >= 100), f"{text_of(shown)}% of a share of {text_of(value)}")


def check_noun(said):
    noun = said.choice("noun") or said.choice("noun2")
    is_share = said.facts.question is not None and not said.facts.question.is_whole and said.facts.question.is_share
    is_share = is_share and not said.name.startswith("ceiling")  # A region's limit is its limit.
    if noun:
        said.must((noun == "share") == is_share, f"the target of a {noun}")
        said.must(is_share or (noun == "year") == said.facts.is_calendar_year, f"the target of a {noun}")


def check_fewer(said):
    """Things that are counted are fewer, never less."""
    word = said.choice("few")
    counts_regions = said.facts.indicator.scope == "each-region" and said.facts.question and said.facts.question.is_whole
    if word and (counts_regions or said.facts.unit in COUNTED):
        said.must(word == "fewer", f"{word} of {said.facts.unit}")


def check_form(said):
    """Everything one sentence claims."""
    check_fewer(said)
    facts, question = said.facts, said.facts.question
    indicator, figure = facts.indicator, facts.figure
    if said.name not in ("partial", "part-withheld", "withheld-part", "older"):
        check_head(said)
    check_noun(said)
    value = figure.value if figure else None
    if said.name not in ("range", "strict", "strict-whole", "node", "change", "partial", "part-withheld", "margin", "coverage", "withheld-part", "older"):
        said.equal("amount", value)
    verb = said.choice("verb")
    if said.name in ("sum", "small", "reached", "to-go"):
        said.must((verb == "event") == (indicator.measure == "event"), f"{verb} of a {indicator.measure}")
    if said.name in ("sum", "small"):
        said.must((said.choice("share") == "no") == (value < 0), "a share of the target below zero, or none of one above")
    check_kind(said)
    if said.name in ("sum", "small", "reached", "to-go"):
        is_net = rederive.is_net(indicator)
        net = said.choice("net")
        said.must((net in ("loss", "gain")) == is_net, f"{net} of {indicator.phrase}")
        said.must(said.is_against("amount") or said.number("amount") >= 0, "a loss that reads as a gain, or a gain that reads as a loss")
    if said.name == "context" and rederive.is_net(indicator):
        said.must(said.choice("net") in ("loss", "gain"), f"no word of a net change beside {indicator.phrase}")
    is_of_silence = bool(indicator.per) and said.facts.code == "not_due"  # A row that says that none is due.
    if said.name.startswith("context") and question is not None and indicator.is_assessed and not is_of_silence:
        said.fail("a figure with a target and no word on it")
    checker = CHECKS.get(said.name)
    is_target_said = question is not None and (figure is not None or said.name in ("each", "each-early", "coverage", "older"))
    # What some regions reported is said of what has no target, too.
    if checker and (is_target_said or said.name in ("partial", "flag", "withheld-part")):
        said.sides_with(checker(said, question, value))
    elif checker:
        said.fail("there is no figure it could speak of")


def check_kind(said):
    """Fewer of what one counts, less of what one measures."""
    kind = said.choice("kind")
    indicator, question = said.facts.indicator, said.facts.question
    counts_regions = indicator.scope == "each-region" and question is not None and question.is_whole
    is_counted = rederive.is_counted(indicator.unit) or counts_regions
    if kind or said.choice("way") in ("fewer", "less") and said.facts.language == "en" and said.name in ("about", "compared"):
        said.must(((kind or said.choice("way")) == "fewer") == is_counted, f"{kind or said.choice('way')} of {indicator.unit}")


def check_sum(said, question, value):
    check_share(said)
    way = check_lead(said, said.facts.verdict)
    expected = expected_of(question, said.facts.figure.cut)
    is_short = said.choice("short") == "yes"
    said.must(is_short == (value < expected), f"short: {is_short}, {text_of(value)} of {text_of(expected)} expected")
    if is_short:
        said.equal("expected", expected)
        said.equal("difference", expected - value)
        said.must(said.number("expected") > value, "what is expected is no more than what is there")
    return way


def check_small(said, question, value):
    check_share(said)
    expected = expected_of(question, said.facts.figure.cut)
    said.equal("expected", expected)
    units, lower = said.choice("units"), question.is_lower
    better = (expected - value) if lower else (value - expected)
    said.must({"short": better < 0, "even": better == 0, "idle": better == 0 and value <= (question.baseline or 0), "over": better > 0}[units], f"{units} at {text_of(better)}")
    if said.number("difference") is not None:
        said.equal("difference", abs(better))
    return "bad" if units in ("short", "idle") else "good"


def check_reached(said, question, value):
    said.must(rederive.is_attained(question, value), "reached, but the comparator fails")
    said.equal("target", question.target)
    said.must((said.choice("over") == "yes") == (value > question.target), "more or not")
    said.equal("left", value - question.target)
    return "good"


def check_to_go(said, question, value):
    said.must(not rederive.is_attained(question, value), "still to go, but the comparator holds")
    said.equal("target", question.target)
    said.equal("left", question.target - value)
    said.must((said.choice("edge") == "yes") == (value == question.target), "exactly or short of it")
    said.must(said.facts.code not in FINAL, f"still to go, but {said.facts.code}")
    return None


def check_change(said, question, value):
    base = question.baseline
    if base is None:
        said.fail("there is no baseline")
        return None
    said.equal("baseline", base)
    way = said.choice("way")
    said.must({"less": value < base, "equal": value == base, "more": value > base}[way], f"{way} than the baseline")
    if way != "equal":
        said.equal("change", abs(value - base))
    share = rederive.completion_of(question, value)
    said.must((said.choice("away") == "yes") == (share < 0), f"away with a share of {text_of(share)}")
    check_share(said)
    lead = check_lead(said, said.facts.verdict)
    return lead if said.facts.figure.cut < said.facts.indicator.last and not question.is_small else None


def check_over(said, question, value):
    said.must(not rederive.is_attained(question, value), "over, but the comparator holds")
    said.equal("target", question.target)
    said.equal("left", value - question.target)
    said.must((said.choice("edge") == "yes") == (value == question.target), "exactly or over")
    return "bad"


def check_pace_of_ceiling(said, question, value):
    said.equal("target", question.target)
    expected = expected_of(question, said.facts.figure.cut)
    said.equal("expected", expected)
    units = said.choice("units")
    said.must({"short": value > expected, "even": value == expected, "over": value < expected}[units], f"{units}: {text_of(value)} of {text_of(expected)}")
    if units != "even":
        said.equal("difference", abs(value - expected))
        said.must(said.number("difference") != 0, "a difference of nothing")
    return "bad" if units == "short" else "good"


def check_none(said, question, value):
    said.must(value == 0, f"none, but {text_of(value)}")
    said.equal("target", question.target)
    return "good"


def check_within(said, question, value):
    said.must(rederive.is_attained(question, value), "within, but the comparator fails")
    said.equal("target", question.target)
    return "good"


def check_level(said, question, value):
    units = said.choice("units")
    better = rederive.advantage(question, value, question.target)
    attained = rederive.is_attained(question, value)
    holds = {"short": better < 0, "even": better == 0 and attained, "edge": better == 0 and not attained, "over": better > 0}[units]
    said.must(holds, f"{units} at {text_of(better)} from the target")
    if said.number("target") is not None:
        said.equal("target", question.target)
    phrase, own = said.text("phrase"), said.choice("own") or said.choice("own2") or said.choice("own3")
    if own is not None:
        said.must((own == "yes") == question.is_share, "the phrase of the whole beside a share of it, or none beside the whole")
    if phrase is not None and question.is_share:
        said.must(not re.search("以内|低于|以上|左右|超", phrase), "the phrase of the whole beside a share of it")
        said.equal("phrase", question.target)
    elif phrase is not None:
        said.must(phrase == said.facts.indicator.phrase, f"the phrase is {said.facts.indicator.phrase}")
    if units in ("short", "over"):
        said.equal("left", abs(better))
        said.must(said.number("left") != 0, "a difference of nothing")
    for name in ("more", "fewer"):
        if said.choice(name):
            is_amount = question.is_cumulative or (
                question.indicator.measure not in rederive.RATES and question.indicator.unit != "%" and "/" not in question.indicator.unit
            )
            said.must((said.choice(name) == "yes") == is_amount, "多 or 高 of the other kind")
    if not question.is_level and not (question.indicator.schedule in ("none", "batch")):
        return None  # The schedule decides; the next sentence speaks of it.
    return "good" if units in ("even", "over") else "bad"


def check_node(said, question, value):
    expected = expected_of(question, said.facts.figure.cut)
    if expected is None:
        said.fail("there is no node yet")
        return None
    how = "pace" if question.indicator.schedule != "expected" else "edge" if question.bands[1] != 0 else "node"
    said.must(said.choice("how") == how, f"{said.choice('how')} where it is by {how}")
    said.equal("expected", expected)
    better = rederive.advantage(question, value, expected)
    units = said.choice("units")
    is_idle = better == 0 and question.is_small and value <= (question.baseline or 0)
    said.must({"short": better < 0, "even": better == 0, "idle": is_idle, "over": better > 0}[units], f"{units} at {text_of(better)}")
    if units not in ("even", "idle"):
        said.equal("difference", abs(better))
    return "bad" if units in ("short", "idle") else "good"


def check_growth(said, question, value):
    target, way = question.target, said.choice("way")
    said.equal("target", target)
    gap = value - target
    falls, asked = value < 0, target < 0
    expected = "equal" if gap == 0 else ("falls-more" if gap < 0 else "falls-less") if asked and falls else "opposite" if asked != falls else "less" if gap < 0 else "more"
    said.must(way == expected, f"{way}, but {text_of(value)} against {text_of(target)}")
    if said.number("left") is not None:
        said.equal("left", abs(gap))
        said.must(said.number("left") != 0, "a difference of nothing")
    if not question.is_level and question.indicator.schedule not in ("none", "batch"):
        return None
    return "good" if rederive.is_attained(question, value) else "bad"


def check_about(said, question, value):
    said.must(rederive.is_nearly(question, value), "within the tolerance, but it is not")
    said.equal("target", question.asked)
    said.equal("left", abs(value - question.asked))
    said.equal("tolerance", question.tolerance)
    way = said.choice("way")
    said.must((way in ("higher", "more", "falls-less")) == question.is_lower, f"{way} where {'less' if question.is_lower else 'more'} is better")
    is_loss = question.is_loss and value < 0
    more = "gains-more" if is_wanted_loss(question.indicator) else "loses-more"
    said.must((way == more) == is_loss and (is_loss or not way.endswith("s-more")), f"{way} of {text_of(value)}")
    said.must(said.facts.code not in BAD + FINAL, f"within the tolerance, but {said.facts.code}")
    return None


def check_rank(said, question, value):
    better = question.target - value
    units = said.choice("units")
    said.must((units == "short") == (better < 0), f"{units} at {text_of(better)} places")
    if said.number("target") is not None:
        said.equal("target", question.target)
    if units == "short":
        said.equal("left", -better)
    return "bad" if better < 0 else "good"


def check_batch(said, question, value):
    units, better = said.choice("units"), value - question.target
    attained = rederive.is_attained(question, value)
    holds = {"short": better < 0, "even": better == 0 and attained, "edge": better == 0 and not attained, "over": better > 0}
    said.must(holds[units], f"{units} at {text_of(better)}")
    said.equal("target", question.target)
    if units not in ("even", "edge"):
        said.equal("left", abs(better))
    return "good" if units in ("even", "over") else None


# Where nothing is due and there is no figure: before the plan's end, and after it.
NOT_DUE = (
    "未到节点，暂无数据。",
    "Not due; no figure yet.",
    "计划期已结束，尚无数据。",
    "The time of the plan is over, and there is no figure yet.",
)


def entry_of_list(indicator, day):
    """Where a list that no figure covers is counted: the report that is asked for, the next figure, or none."""
    if indicator.report_every:
        able = [cut for cut in rederive.asked_cuts(indicator) if rederive.last_day(cut) >= day]
        is_open = able and indicator.day <= rederive.deadline_of(indicator, able[0])
        return ("period", able[0]) if is_open else ("none", None)
    return ("next" if indicator.day <= rederive.last_day(indicator.last) else "none", None)


def wrong_list(facts, entry, period):
    """What is wrong with where the newest list that is out is said to be counted."""
    indicator = facts.indicator
    out = [day for day in indicator.lists if day is not None and day <= indicator.day]
    if not out:
        return ["no list is out"]
    way, cut = entry_of_list(indicator, max(out))
    if way != entry:
        return [f"a list is counted {entry}, not {way}"]
    if cut is not None and month_of_head(period, facts.language) not in (None, cut % 12 + 1):
        return [f"a list is counted in {period}, not {cut // 12}-{cut % 12 + 1:02}"]
    if facts.figure is not None and rederive.is_covered(indicator, facts.figure, max(out)):
        return ["a figure covers the list"]
    return []


def check_list_newer(said, question, value):
    """The newest list is in no figure yet; where it is counted follows from what can still be awaited."""
    for problem in wrong_list(said.facts, said.choice("in"), said.text("period")):
        said.fail(problem)
    said.equal("amount", value)
    return None


def check_range(said, question, value):
    low, high = said.facts.indicator.target, said.facts.indicator.upper
    said.equal("lower", low)
    said.equal("upper", high)
    end = said.choice("end")
    # Of what only some regions make nobody knows whether the whole is beyond the upper end.
    is_lower = low <= value < high if said.facts.is_of_some else value == low
    is_between = low < value < high and not said.facts.is_of_some
    said.must({"beyond": value > high, "upper": value == high, "between": is_between, "lower": is_lower}[end], f"{end} at {text_of(value)}")
    return None


def check_strict(said, question, value):
    said.equal("target", question.asked if said.name == "strict" else question.target)
    said.must((said.choice("way") == "less") == question.is_lower, "less or more")
    said.must(not rederive.is_attained(question, value), "said of what is attained")
    return None


def check_each(said, question, value):
    codes = said.facts.regions
    good = sum(code in GOOD + ("nearly_met",) for code in codes)
    counts = {
        "good": good,
        "finished": sum(code in FINAL for code in codes),
        "missing": sum(code in rederive.MISSING for code in codes),
        "awaiting": codes.count("not_due"),
        "pending": codes.count("pending"),
        "withheld": codes.count("not_assessed"),
    }
    if said.choice("family") in ("end", "ceiling-end"):
        said.must(good == sum(code in FINAL + ("nearly_met",) for code in codes), "some have reached nothing yet")
    below = sum(code in BAD for code in codes)
    # What exceeded its limit for good before the end is not only ahead of its schedule.
    over = sum(code in EXCEEDED for code in codes) if said.choice("family") == "ceiling" else 0
    counts["below"], counts["over"] = below - over, over
    counts["all"] = below + sum(counts[name] for name in ("good", "missing", "awaiting", "pending", "withheld"))
    for name, count in counts.items():
        shown = said.number(name)
        if shown is not None:
            said.must(shown == count, f"{name} is {text_of(shown)}, not {count}")
        elif name in ("missing", "withheld", "awaiting", "pending", "below", "over"):
            said.must(count == 0, f"{count} {name} are not said")
    if below and said.facts.code in ("done", "ahead", "met"):
        said.fail(f"some are below, the status is {said.facts.code}")
    if not below and not counts["missing"] and said.facts.code in BAD:
        said.fail(f"none is below, the status is {said.facts.code}")
    return None


def check_each_early(said, question, value):
    """Before anything is due: how many stand where the target asks them to."""
    stand = said.facts.stand
    said.must(stand is not None and (said.number("good"), said.number("all")) == stand, f"{stand} stand there")
    said.must((said.choice("counted") == "ceiling") == rederive.whole_question(said.facts.indicator).is_ceiling_of_sum, "a limit or not")
    said.must(said.facts.code in ("not_due", "pending", None), f"nothing is due, but {said.facts.code}")
    return None


def check_coverage(said, question, value):
    """Where every region has told, each by its newest figure."""
    stand = said.facts.stand or (value, None)
    said.must(said.number("amount") == stand[0], f"amount is {text_of(said.number('amount'))}, not {text_of(stand[0])}")
    withheld = said.facts.regions.count("not_assessed")
    said.must((said.number("withheld") or 0) == withheld, f"{withheld} are withheld")
    said.must(said.number("amount") + said.number("left") + withheld == said.number("all"), "the parts are not the whole")
    return None


def check_older(said, question, value):
    """How many of the counted regions stand by a figure of an earlier period than the newest of all."""
    cuts = said.facts.newest_of_regions or []
    said.must(bool(cuts), "no count of regions is told")
    older = sum(cut < max(cuts) for cut in cuts)
    said.must(said.number("count") == older, f"{older} are older")
    month = month_of_head(said.text("period"), said.facts.language)
    said.must(not cuts or month == max(cuts) % 12 + 1, "not the newest period")
    return None


def check_withheld_part(said, question, value):
    """A sum, or a count, of which some regions withhold their figure: how many, and of what period."""
    facts = said.facts
    if not facts.withheld_parts:
        said.fail("the whole has a row of its own, or no region withholds its figure")
        return None
    said.must(said.number("count") == facts.withheld_parts, f"{facts.withheld_parts} are withheld")
    for problem in wrong_head_of_withheld(said.text("head"), facts):
        said.fail(problem)
    said.must(facts.code in ("not_assessed", *EXCEEDED, None), f"withheld, but {facts.code}")
    return None


def check_no_part(said, question, value):
    """Nothing is due of a frequency yet; the figure is told."""
    said.must(said.facts.code in ("not_due", "overdue_report", "not_reported", None), f"no part is due, but {said.facts.code}")
    said.must(question.indicator.per != "" and not any(end <= said.facts.figure.cut for end in due_parts(question)), "a part is due")
    return None


def due_parts(question):
    """The ends of the parts of a frequency of which something is asked."""
    return [end for end in rederive.parts_of(question.indicator) if end not in question.indicator.report_skip]


def check_turn(said):
    """Of a wanted loss it is a gain that may be, and the words turn with it."""
    turn = said.choice("turn") or said.choice("turn2")
    if turn:
        wanted = "gain" if is_wanted_loss(said.facts.indicator) else "loss"
        said.must(turn == wanted, f"words of a {turn} where a {wanted} is what may be")


def check_loss(said, question, value):
    """What was lost against what may be lost by then; the words say on which side it is."""
    said.must(question.is_loss and question.asked < 0, "no share that may be lost")
    expected = expected_of(question, said.facts.figure.cut)
    said.equal("expected", expected)
    said.equal("limit", question.asked)
    units = said.choice("units")
    holds = {"short": value < expected, "even": value == expected, "over": value > expected}[units]
    said.must(holds, f"{units}: {text_of(value)} of {text_of(expected)}")
    if units != "even":
        said.equal("difference", abs(value - expected))
    check_turn(said)
    return "bad" if units == "short" else "good"


def check_loss_at_end(said, question, value):
    said.must(question.is_loss and question.asked < 0, "no share that may be lost")
    said.equal("limit", question.asked)
    units, asked = said.choice("units"), question.asked
    said.must({"short": value < asked, "even": value == asked, "over": asked < value}[units], f"{units}: {text_of(value)} of {text_of(asked)}")
    if units != "even":
        said.equal("difference", abs(value - asked))
    check_turn(said)
    return "bad" if units == "short" else "good"


def check_no_loss(said, question, value):
    said.must(question.is_loss, "no share that may be lost")
    check_turn(said)
    if said.name == "loss-gain":
        said.must(value >= 0 and question.asked < 0, f"no net loss at {text_of(value)}")
        said.equal("limit", question.asked)
        return "good"
    said.must(question.asked == 0, f"asked is {text_of(question.asked)}, not nothing")
    said.must((said.choice("units") == "short") == (value < 0), f"{said.choice('units')} at {text_of(value)}")
    return "bad" if value < 0 else "good"


def check_cadence(said, question, value):
    verdict = said.facts.verdict
    kept, due = said.number("kept"), said.number("due")
    names = lambda name: len(re.split("、|, ", said.text(name))) if said.text(name) else 0
    skipped, unknown = names("skipped"), names("unknown")
    parts = reasons.parts_counted(said.facts)
    said.must((skipped, unknown, sum(parts)) == (*parts[1:], due), f"{parts[1]} are skipped, {parts[2]} unknown, {sum(parts)} due")
    least, most = reasons.missed(said.facts)
    said.must(kept == due - most, f"{text_of(due - most)} were kept for certain")
    sure = "known" if least == most else "least" if kept else "none"
    words = [said.choice("sure" + at) for at in ("", "2", "3", "4")]
    said.must(next((word for word in words if word), "known") == sure, f"how many were kept is {sure}")
    if verdict.completion is not None and verdict.schedule:
        said.must(kept * verdict.schedule == due * verdict.completion, "kept of due")
    said.must(said.choice("per") == said.facts.indicator.per, f"parts of a {said.choice('per')}")
    said.must((said.choice("verb") == "within") == question.is_lower, "kept or exceeded")
    if skipped == 0 and unknown == 0 and said.facts.code in BAD:
        said.fail(f"none is skipped, the status is {said.facts.code}")
    if skipped and said.facts.code in GOOD:
        said.fail(f"some are skipped, the status is {said.facts.code}")
    return None


def check_flag(said, question, value):
    said.must((said.choice("is") == "yes") == (value >= 1), "obtained or not")
    # A phrase that says no more than 争创 strives for a title; one that names a deed is done.
    # Without a target it is only what came about.
    is_title = "创" in said.facts.indicator.phrase or said.facts.indicator.phrase in ("争取", "力争")
    what = said.choice("what") or said.choice("what2")
    said.must(what in ("title", "deed") and (what == "deed" or is_title), f"{what} of {said.facts.indicator.phrase}")
    return "good" if value >= 1 else None


def check_margin(said, question, value):
    """What is more than the schedule asks."""
    said.must(question.bands[1] == 0, "the bands move the edge")
    said.equal("amount", value - expected_of(question, said.facts.figure.cut))
    return "good"


def check_partial(said, question, value):
    """How many of how many regions reported, what they make, and whether that decides."""
    facts = said.facts
    month = month_of_head(said.text("head"), facts.language)
    years = [int(year) for year in re.findall(r"20\d\d", said.text("head"))]
    cuts = [cut for cut in facts.some if cut % 12 + 1 == month and (not years or years[-1] == cut // 12)]
    if not cuts:
        said.fail("every region has reported by then, or none has a figure")
        return None
    reported, asked, total = facts.some[max(cuts)]
    withheld = said.number("withheld") or 0
    for name, count in (("reported", reported + withheld), ("asked", asked)):
        said.must(said.number(name) == count, f"{name} is {text_of(said.number(name))}, not {count}")
    said.must((said.choice("how") == "max") == (facts.indicator.aggregate == "max"), "a sum or the largest")
    said.equal("amount", total)
    decides = facts.figure is not None and facts.figure.cut == max(cuts)
    said.must((said.choice("decides") == "yes") == decides, f"it decides: {said.choice('decides')}")
    said.must(decides or max(cuts) == max(facts.some), "an older period that decides nothing")
    return None


def check_part_withheld(said, question, value):
    """What decides without the regions that withhold their figure of that period: how many they are."""
    facts = said.facts
    held = facts.held.get(facts.figure.cut) if facts.is_of_some else None
    said.must(held is not None, "no region withholds its figure of what was decided, or one has not answered")
    said.must(said.number("count") == held, f"{held} are withheld")
    return None


CHECKS = {
    "older": check_older,
    "withheld-part": check_withheld_part,
    "cadence-none": check_no_part,
    "loss": check_loss,
    "loss-end": check_loss_at_end,
    "loss-gain": check_no_loss,
    "loss-none": check_no_loss,
    "partial": check_partial,
    "part-withheld": check_part_withheld,
    "margin": check_margin,
    "sum": check_sum,
    "small": check_small,
    "reached": check_reached,
    "to-go": check_to_go,
    "change": check_change,
    "ceiling-over": check_over,
    "ceiling-pace": check_pace_of_ceiling,
    "ceiling-none": check_none,
    "ceiling-within": check_within,
    "level": check_level,
    "level-lower": check_level,
    "node": check_node,
    "growth": check_growth,
    "about": check_about,
    "rank": check_rank,
    "batch": check_batch,
    "list-newer": check_list_newer,
    "range": check_range,
    "strict": check_strict,
    "strict-whole": check_strict,
    "each": check_each,
    "each-early": check_each_early,
    "coverage": check_coverage,
    "cadence": check_cadence,
    "flag": check_flag,
}


def check_chart(said):
    """The sentence under a trend: against the figure before, and where the pace leads."""
    facts, question = said.facts, said.facts.question
    is_broken = lambda after, cut: any(after < one <= cut for one in facts.broken)
    if said.name in ("compared", "break"):
        between = is_broken(facts.values[-2][0], facts.values[-1][0])
        said.must(between == (said.name == "break"), "compared across a change of definition, or called so without one")
    if said.name in ("compared", "compared-net", "compared-flag", "compared-withheld"):
        hidden = any(facts.values[at][0] in facts.hidden for at in (-1, -2))
        said.must(hidden == (said.name == "compared-withheld"), "compared with a count of which some is withheld, or called so without one")
    if said.name in ("break", "compared-withheld"):
        return
    if said.name == "compared-flag":
        now, before = (facts.values[at][1] >= 1 for at in (-1, -2))
        said.must(facts.indicator.measure == "flag" and not facts.counts_regions, "of what is more than done or not")
        said.must(said.choice("way") == ("same" if now == before else "done" if now else "undone"), f"{before} → {now}")
        return
    if said.name == "compared-net":
        now, before = facts.values[-1][1], facts.values[-2][1]
        has_turned = (now < 0) != (before < 0) or not now or not before
        way = "then" if has_turned else "larger" if abs(now) > abs(before) else "smaller"
        said.must(said.choice("way") == way, f"{said.choice('way')}, but {text_of(before)} → {text_of(now)}")
        if way == "then":
            said.equal("before", before)
        else:
            is_loss = (now < 0) != is_wanted_loss(facts.indicator)
            turn = said.choice("turn") or said.choice("turn2")
            said.must((turn == "loss") == is_loss, "a loss for a gain, or a gain for a loss")
            said.equal("difference", abs(abs(now) - abs(before)))
        return
    if said.name == "compared":
        said.must(facts.counts_regions or facts.indicator.measure != "flag", "more or less of what is done or not")
        said.must(facts.counts_regions or not facts.is_net or facts.values[-1][1] == facts.values[-2][1], "a net change that is more or less")
        now, before = facts.values[-1][1], facts.values[-2][1]
        change, way = now - before, said.choice("way")
        lower = ("fewer", "less", "lower", "falls-more", "places-up")
        check_kind(said)
        sign = 0 if way == "equal" else -1 if way in lower else 1
        said.must((change > 0) - (change < 0) == sign, f"{way}, but {text_of(before)} → {text_of(now)}")
        said.must(not way.startswith("falls") or (now < 0 and before < 0), "a fall of what rose")
        if way != "equal":
            said.equal("difference", abs(change))
            said.must(said.number("difference") != 0, "a difference of nothing")
        return
    cut, value = facts.values[-1]
    said.must(not is_broken(facts.values[0][0] if question.baseline is None else facts.indicator.first - 1, cut), "a pace over two definitions")
    base = question.baseline or Fraction(0)
    gone, months = cut - facts.indicator.first + 1, facts.indicator.last - facts.indicator.first + 1
    led = base + (value - base) * months / gone
    if question.counts_things:
        led = Fraction(-(-led // 1)) if question.is_lower else Fraction(led // 1)
    said.is_small_projection = 0 < led < Fraction(1, 20)
    shown = said.number("amount")
    digits = re.search(r"\d+(?:\.(\d+))?", said.text("amount")).group(1) or ""
    places = len(digits) + len(str(said.times)) - 1
    said.must(is_about(shown, led, places), f"{said.text('amount')}, not {text_of(led)}")
    said.must((shown == 0) == (led == 0), f"{said.text('amount')} is nothing, {text_of(led)} is not")
    adds_up = question.indicator.measure in rederive.CUMULATIVE and value > 0
    said.must(shown >= value or not adds_up, f"{said.text('amount')} is less than the {text_of(value)} that are there")
    end = said.choice("end")
    attained, near = rederive.is_attained(question, led), rederive.is_nearly(question, led)
    wanted = "near" if near else ("within" if attained else "over") if question.is_lower else "enough" if attained else "short"
    said.must(end == wanted, f"{end}, but {text_of(led)} of {text_of(question.asked)}")
    said.must(rederive.is_attained(question, shown) == attained, f"{text_of(shown)} reads otherwise than {text_of(led)}")
    said.must((said.choice("span") == "year") == facts.is_calendar_year, "the end of a year")


def is_about(shown, value, places):
    """A number that is called about: within one of its last digits, or within a hundredth."""
    return abs(shown - value) < Fraction(1, 10**places) or abs(shown - value) * 100 <= abs(value)


# --------------------------------------------------------------------------------------------
# Pages


@dataclass
class Page:
    """What one indicator's article of an item page says."""

    id: str
    status: str
    finding: str
    told: list  # findings elsewhere: the bar's description
    trend: list
    reasons: list
    word: str  # the badge
    name: str


def articles(text):
    for body in re.findall(r'<article class="indicator".*?</article>', text, re.S):
        plain = lambda found: html.unescape(re.sub(r"<[^>]+>", "", found)).strip()
        first = lambda pattern: next((plain(found) for found in re.findall(pattern, body, re.S)), "")
        yield Page(
            id=re.search(r'id="([^"]+)"', body).group(1),
            status=re.search(r'data-status="([^"]+)"', body).group(1),
            finding=first(r'<p class="finding">(.*?)</p>'),
            told=[plain(found) for found in re.findall(r'<desc id="b-[^"]*">(.*?)</desc>', body, re.S)],
            trend=[plain(found) for found in re.findall(r'<div class="trend"><figure>.*?<figcaption>(.*?)(?:<span class="sample">|<a )', body, re.S)],
            reasons=[plain(found) for found in re.findall(r"<li>(.*?)</li>", next(iter(re.findall(r'<details class="why">(.*?)</details>', body, re.S)), ""), re.S)],
            name=first(r"<h3[^>]*>(.*?)</h3>"),
            word=first(r'<span class="pill [^"]*"[^>]*>.*?<span>(.*?)</span></span>'),
        )


# How a sentence begins of which a figure may still be revised.
UNFINISHED = {"zh": re.compile("含?(?:初步数|估算数)："), "en": re.compile("(?:Preliminary figure|Estimate|With preliminary figures|With estimates): ")}
# What tells nothing of the figure that is judged.
ASIDE = {"plain", "partial", "part-withheld", "margin", "withheld-part", "older", "cadence-none", "missing"}

# So many sentences of a form are kept, to be changed by a self-test.
EXAMPLES = 200


class Reader:
    """Reads sentences, one after the other, and counts which forms were met."""

    def __init__(self):
        self.compiled = {}
        self.met = {}
        self.read = self.rules = self.small_projections = 0
        self.examples = {}
        self.reasons = []  # the lines under some statuses, and what is so
        self.said = {}  # (plan, name of the indicator): its badge and finding in Chinese

    def never_met(self):
        """The forms that no page used, in one of the languages."""
        names = [name for name in (*FORMS, *CHARTS) if name not in SELDOM]
        return [f"{name} ({language})" for name in names for language in ("zh", "en") if (language, name) not in self.met]

    def forms(self, language, unit, table):
        key = (language, unit, id(table))
        if key not in self.compiled:
            at = 0 if language == "zh" else 1
            self.compiled[key] = {name: compile_form(texts[at], language, unit) for name, texts in table.items()}
        return self.compiled[key]

    def read_all(self, text, facts, table=FORMS):
        """Takes sentence by sentence off the front; gives what is wrong."""
        problems, rest, names = [], text, set()
        is_one_region = facts.question is not None and not facts.question.is_whole
        counts_regions = facts.indicator.scope == "each-region" and facts.indicator.op and not is_one_region
        forms = self.forms(facts.language, REGIONS if counts_regions else facts.unit, table)
        marks = 0
        while rest:
            rest = rest.lstrip()
            mark = UNFINISHED[facts.language].match(rest)
            if mark:
                marks, rest = marks + 1, rest[mark.end() :]
            best = self.first(rest, facts, forms, table)
            if best is None:
                return [*problems, f"nobody can read: {rest}"]
            name, length, faults = best
            self.met[facts.language, name] = self.met.get((facts.language, name), 0) + 1
            names.add(name)
            examples = self.examples.setdefault((facts.language, name), [])
            if len(examples) < EXAMPLES:
                examples.append((rest[:length], facts, table))
            self.read += 1
            problems += [f"{fault}: {rest[:length]}" for fault in faults]
            rest = rest[length:]
        tells_figure = table is FORMS and bool(names - ASIDE)
        tells_whole = bool(names & {"context", "flag"})  # A figure of the whole, whatever its regions are held against.
        is_unfinished = facts.is_unfinished if counts_regions and not tells_whole else facts.figure is not None and facts.figure.is_provisional
        if tells_figure and (marks == 1) != is_unfinished:
            problems.append(f"a preliminary figure is not called one, or another is: {text}")
        cuts = facts.newest_of_regions or []
        if names & {"each", "each-early", "coverage"} and any(cut < max(cuts) for cut in cuts) and "older" not in names:
            problems.append(f"some regions stand by an older figure, which is not said: {text}")
        return problems

    def first(self, rest, facts, forms, table):
        """The form that reads what stands first: of several the one that finds nothing wrong."""
        found = []
        for name, form in forms.items():
            match = form.match(rest)
            if match:
                said = Said(name, match, facts)
                check_chart(said) if table is CHARTS else check_form(said)
                self.small_projections += said.is_small_projection
                found.append((name, match.end(), said.problems))
        if found:
            # `context` is what is left of a longer sentence; it is read only of what has no target.
            longer = [one for one in found if one[0] != "context"] or found
            return min(longer, key=lambda one: (len(one[2]), -one[1]))
        for code, text in PLAIN[facts.language]:
            slot = {"all": "(?P<all>.+)", "count": r"(?P<count>\d+)"}
            pattern = re.sub(r"\\\{(\w+)\\\}", lambda found: slot.get(found[1], f"(?P<{found[1]}>[^。]+?)"), re.escape(text))
            match = re.match(pattern, rest)
            if match:
                is_list = "名单" in text or "list" in text
                may_be = ("pending", "overdue_report", "not_reported") if is_list else ("pending",)
                if is_list and facts.question is None:
                    may_be = (*may_be, "not_assessed")
                if code == "not_applicable" and facts.question is None:
                    may_be = (*may_be, "not_assessed")  # What has no target is never judged.
                if text in WITHHELD and facts.question is not None and rederive.is_exceeded(facts.question, facts.figure.value if facts.figure else 0):
                    may_be = (*may_be, *EXCEEDED)  # What was exceeded before stays so.
                if "{count}" in text:
                    may_be = (*may_be, "not_applicable")  # Others have none to give.
                wrong = facts.code not in (code, None, *may_be)
                problems = [f"it reads as {code}, the status is {facts.code}"] if wrong else []
                if text in WITHHELD:
                    problems += wrong_head_of_withheld(match.group("head"), facts)
                if "{entry}" in text:
                    told = match.group("entry")
                    words = (("none", "尚无|no figure"), ("next", "下一期|next period"), ("period", "计入|counts in"))
                    found = [(way, re.search(word, told)) for way, word in words]
                    way, at = next(((way, match) for way, match in found if match), (told, None))
                    problems += wrong_list(facts, way, told[at.end() :] if at else told)
                is_over = facts.indicator.day > rederive.last_day(facts.indicator.last)
                if text in NOT_DUE and is_over != (text in NOT_DUE[2:]):
                    problems.append(f"the plan is {'' if is_over else 'not '}over")
                if "{count}" in text and int(match.group("count")) != facts.regions.count("not_assessed"):
                    problems.append(f"{facts.regions.count('not_assessed')} are withheld")
                return "plain", match.end(), problems
        return None


def wrong_head_of_withheld(head, facts):
    """A withheld figure is told with the period of its own row."""
    month = month_of_head(head, facts.language)
    if facts.withheld is None:
        return [f"{head} is withheld, but no row says so"]
    years = [int(year) for year in re.findall(r"20\d\d", head)]
    if month != facts.withheld % 12 + 1 or (years and years[-1] != facts.withheld // 12):
        return [f"{head} is not the period of the withheld row, {facts.withheld // 12}-{facts.withheld % 12 + 1:02}"]
    return []


def some_regions(published, indicator):
    """Of each period that only some regions reported: how many did, of how many, and what they make."""
    own = [rederive.region_series(published, indicator, region) for region in indicator.counted]
    told = [{cut: one for cut, one in all.items() if one.kind in ("value", "z")} for all in own]
    found = {}
    for cut in {cut for all in told for cut in all}:
        answers = [all[cut].kind if cut in all else None for all in own]
        figures = [all[cut] for all in told if cut in all]
        if len(figures) < len(own) and None in answers or "n" in answers:
            values = [figure.value for figure in figures if figure.kind == "value"]
            combine = max if indicator.aggregate == "max" else sum
            if values:  # Of a period for which nobody gave a figure nothing is said.
                found[cut] = len(figures), len(own), combine(values)
    return found


def facts_of(published, indicator, language, unit):
    verdict, shown = rederive.judge_whole(published, indicator)
    question, figure, codes, partial = None, shown, [], None
    series = rederive.whole_series(published, indicator)
    if indicator.op:
        question = rederive.whole_question(indicator)
        if indicator.scope == "each-region":
            codes = [one.code for one in (rederive.judge_region(published, indicator, region) for region in indicator.counted) if one]
        else:
            partial, _ = rederive.partial_sum(published, indicator, question, series)
            figure = partial if partial and indicator.is_assessed else shown
        question = rederive.beside(question, figure.value) if figure and figure.value is not None else question
    values = [(cut, one.value) for cut, one in sorted(series.items()) if one.kind == "value"]
    is_overridden = bool(indicator.override) and verdict.code == indicator.override
    some = some_regions(published, indicator)
    stand = rederive.stand_of_regions(published, indicator) if codes else None
    withheld = withheld_cut(series)
    parts = withheld_parts(published, indicator, withheld)
    is_of_some = bool(partial) and indicator.is_assessed
    answers = {cut: one.kind for cut, one in series.items() if one.kind != "value"}
    owing = lambda cut: owing_regions(published, indicator, cut)
    told = (stand, withheld, answers, owing, is_ratio_of_sums(published, indicator), is_of_some, held_cuts(published, indicator), newest_of_regions(published, indicator, stand), parts)
    broken = rederive.broken_cuts(published, indicator)
    facts = Facts(indicator, question, figure, verdict, codes, is_overridden, values, some, language, unit, *told)
    counts_regions = indicator.scope == "each-region" and bool(indicator.op)
    hidden = hidden_cuts(published, indicator) if counts_regions else frozenset()
    is_net = rederive.is_net(indicator) and not counts_regions
    facts = replace(facts, hidden=hidden, counts_regions=counts_regions, is_net=is_net)
    return replace(facts, broken=broken, is_unfinished=has_unfinished_region(published, indicator))


def facts_of_region(published, indicator, region, language, unit):
    """The same of one region; nothing where it has no target of its own."""
    verdict = rederive.judge_region(published, indicator, region)
    if verdict is None:
        return None
    series = rederive.region_series(published, indicator, region)
    values = [one for _, one in sorted(series.items()) if one.kind == "value"]
    question = rederive.question_of_region(published, indicator, region, values[-1].value if values else None)
    question = rederive.beside(question, values[-1].value) if values else question
    figures = [(one.cut, one.value) for one in values]
    newest = values[-1] if values else None
    answers = {cut: one.kind for cut, one in series.items() if one.kind != "value"}
    told = (None, withheld_cut(series), answers, None, is_ratio_of_sums(published, indicator))
    return Facts(indicator, question, newest, verdict, [], False, figures, None, language, unit, *told)


def is_ratio_of_sums(published, indicator):
    parts = [published.indicators[part] for part in (indicator.numerator, indicator.denominator) if part]
    return len(parts) == 2 and all(part.measure in rederive.CUMULATIVE for part in parts)


def hidden_cuts(published, indicator):
    """The cuts at which a region that is counted withholds its figure."""
    counted = [region for region in indicator.counted if not rederive.is_spared(published, indicator, region)]
    own = [rederive.region_series(published, indicator, region) for region in counted]
    return {cut for all in own for cut, one in all.items() if one.kind == "c"}


def has_unfinished_region(published, indicator):
    """The newest figure of a region that is counted may still be revised."""
    if indicator.scope != "each-region" or not indicator.op:
        return False
    for region in indicator.counted:
        series = rederive.region_series(published, indicator, region)
        verdict = rederive.judge_region(published, indicator, region)
        newest = max(series, default=None)
        if newest is not None and verdict and verdict.code != "not_applicable" and series[newest].is_provisional:
            return True
    return False


def newest_of_regions(published, indicator, stand):
    """The cut of the newest figure of each region that is counted; nothing where no count is told."""
    if not stand:
        return None
    cuts = []
    for region in indicator.counted:
        code = rederive.judge_region(published, indicator, region).code
        series = rederive.region_series(published, indicator, region)
        # What was exceeded stands by its own figure, whatever is withheld later.
        kinds = ("value",) if code in EXCEEDED else ("value", "c", "z")
        newest = max((cut for cut, one in series.items() if one.kind in kinds), default=None)
        if newest is not None and series[newest].kind == "value" and code != "not_applicable":
            cuts.append(newest)
    return cuts


def owing_regions(published, indicator, cut):
    """How many of the counted regions have told nothing of a period, nor of a later one; of a target of each region, how
    many are missing for it: what is final stands.
    """
    if indicator.scope == "each-region" and indicator.op and indicator.is_assessed:
        return sum(rederive.judge_region(published, indicator, region).code in rederive.MISSING for region in indicator.counted)
    series = [rederive.region_series(published, indicator, region) for region in indicator.counted]
    return sum(max(one, default=rederive.NOTHING_TOLD) < cut for one in series)


def withheld_parts(published, indicator, cut):
    """How many regions withhold their figure of a period of which the whole area has no row of its own."""
    own = published.reported.get((indicator.id, ""), {}).get(cut)
    if cut is None or (own and own.kind == "c") or (indicator.numerator and indicator.denominator):
        return 0
    figures = [rederive.region_series(published, indicator, region).get(cut) for region in indicator.counted]
    return sum(figure is not None and figure.kind == "c" for figure in figures)


def held_cuts(published, indicator):
    """Of each period for which all of the counted regions have answered: how many withhold their figure, if any does."""
    own = [rederive.region_series(published, indicator, region) for region in indicator.counted]
    held = {cut: sum(all[cut].kind == "c" for all in own) for cut in rederive.withheld_cuts(own)}
    return held


def withheld_cut(series):
    newest = max(series, default=None)
    return newest if newest is not None and series[newest].kind == "c" else None


def region_rows(text):
    """Every indicator a region's page speaks of: its id, the badge beside it, and what is said of it."""
    plain = lambda found: html.unescape(re.sub(r"<[^>]+>", "", found)).strip()
    rows = re.findall(r"<tr>.*?</tr>", text, re.S) + re.findall(r"<li><p class=\"attention-head\">.*?</li>", text, re.S)
    for row in rows:
        link = re.search(r'href="[^"]*/items/[^"#]*#([^"]+)"', row)
        said = re.search(r'<small class="finding">(.*?)</small>|<p class="attention-why">(.*?)(?:<span class="note">|</p>)', row, re.S)
        badge = re.search(r'data-status="([^"]+)"', row)
        if link and badge:
            yield link.group(1), badge.group(1), plain(said.group(1) or said.group(2) or "") if said else ""


def read_regions(site, plan, reader):
    """Reads the pages of a plan's regions in both languages; gives how many rows were read, and what is wrong."""
    data = Path(site) / plan / "data"
    published = rederive.published_in(data)
    units = english_units(data)
    problems, count = [], 0
    for language, folder in (("zh", Path(site) / plan), ("en", Path(site) / "en" / plan)):
        for page in sorted(folder.glob("regions/*/**/index.html")):
            region = page.relative_to(folder / "regions").parts[0]
            for id, badge, said in region_rows(page.read_text(encoding="utf-8")):
                indicator = published.indicators[id]
                unit = units.get(id) if language == "en" else None
                facts = facts_of_region(published, indicator, region, language, unit or indicator.unit)
                if facts is None:
                    found = ["a badge without a target of its own"]
                else:
                    found = reader.read_all(said, facts)
                    if badge != rederive.public_code(indicator, facts.verdict.code):
                        found.append(f"the badge is {badge}, not {facts.verdict.code}")
                problems += [f"{page}: {id} [{badge}]: {one}" for one in found]
                count += 1
    return count, problems


DECIDED = re.compile("仅此已可判定|that alone decides|the rest alone decides")
OPEN = re.compile("未齐不评价|not assessed until all have reported")


def told_as_whole(text, facts):
    """What only some regions make is never told as if it were the sum of all; a newer period they began is told after it."""
    if not facts.is_of_some or facts.is_overridden:
        return []
    decided = [found.start() for found in DECIDED.finditer(text)]
    if not decided:
        return [f"what some regions make is told as the whole: {text}"]
    if len(decided) > 1:
        return [f"it is decided twice: {text}"]
    newer = any(cut > facts.figure.cut for cut in facts.some)
    told = [found.start() for found in OPEN.finditer(text)]
    if newer != bool(told) or any(at < decided[0] for at in told):
        return [f"a newer period is {'not told' if newer else 'told'}, or stands before the one that decides: {text}"]
    return []


def english_units(data):
    with open(data / "plan.json", encoding="utf-8") as file:
        plan = json.load(file)
    return {entry["id"]: entry.get("unit_en") for item in plan["items"] for entry in item["indicators"]}


def read_plan(site, plan, reader):
    """Reads the item pages of a plan in both languages; gives how many indicators were read, and what is wrong."""
    data = Path(site) / plan / "data"
    published = rederive.published_in(data)
    with open(data / "plan.json", encoding="utf-8") as file:
        told = {entry["id"]: entry for item in json.load(file)["items"] for entry in item["indicators"]}
    problems, count = [], 0
    for language, folder in (("zh", Path(site) / plan), ("en", Path(site) / "en" / plan)):
        for page in sorted(folder.glob("items/*/index.html")):
            for article in articles(page.read_text(encoding="utf-8")):
                indicator = published.indicators[article.id]
                unit = told[article.id].get("unit_en") if language == "en" else None
                facts = facts_of(published, indicator, language, unit or indicator.unit)
                found = reader.read_all(article.finding, facts)
                found += told_as_whole(article.finding, facts)
                for text in article.told:
                    if not article.finding.startswith(text):
                        found.append(f"the bar says otherwise: {text}")
                for text in article.trend:
                    if facts.question is not None and text:
                        found += reader.read_all(text, facts, CHARTS)
                if language == "zh":
                    reader.said[plan, article.name] = (article.word, article.finding)
                    found += check_reasons(article, facts, reader)
                reader.reasons += [(article.reasons, facts)] if len(reader.reasons) < 10 * EXAMPLES else []
                found += reasons.read(article.reasons, facts)
                if is_wanted_loss(indicator) and indicator.op == "approx" and indicator.direction == "lower":
                    found.append(f"a net loss that is wanted is held as a limit: {indicator.phrase}")
                if article.status != rederive.public_code(indicator, facts.verdict.code):
                    found.append(f"the badge is {article.status}, not {facts.verdict.code}")
                if language == "zh" and not article.finding.startswith(told[article.id]["status"]["reason"]):
                    found.append(f"plan.json says otherwise: {told[article.id]['status']['reason']}")
                problems += [f"{page}: {article.id} [{article.status}]: {one}" for one in found]
                count += 1
    return count, problems


# --------------------------------------------------------------------------------------------
# The printed rule gives the printed word


def minus(text):
    return Fraction(text.replace("−", "-").replace("+", ""))


def difference_of(question, figure):
    """What the edges are held against: points of the lead, of a level the distance to the target."""
    if question.is_level:
        better = rederive.advantage(question, figure.value, question.target)
        if question.indicator.measure in rederive.RATES or question.indicator.unit == "%":
            return better
        return better / abs(question.target) * 100
    return rederive.lead_of(question, figure.value, rederive.schedule_of(question, figure.cut))


def word_by_rule(rule, question, figure):
    """Applies the sentence that states the edges, as a reader would."""
    edges = re.findall(r"不[低高]于([−\d.]+)(?:个百分点)?为“([^”]+)”", rule)
    words = [word for _, word in edges]
    value, difference = figure.value, difference_of(question, figure)
    last = re.search("再[低高]为“([^”]+)”", rule).group(1)
    # Less is better: the difference is the figure less the target, and the edges stand above it.
    turn = -1 if "不高于" in rule else 1
    word = next((word for edge, word in edges if difference >= turn * minus(edge)), last)
    order = [*words, last]
    tail = re.search("容差以内为“([^”]+)”|没有达到目标的，至多为“([^”]+)”|向上取整）为“([^”]+)”", rule)
    attained = rederive.is_attained(question, value)
    if tail and tail.group(1) and rederive.is_nearly(question, value):
        return tail.group(1)
    if question.is_level:
        # What the target as worded attains is never below; what it does not is never at it.
        if attained:
            return word if order.index(word) <= len(order) - 4 else order[len(order) - 4]
        return word if order.index(word) >= len(order) - 3 else order[len(order) - 3]
    if tail and tail.group(3) and value <= expected_of(question, figure.cut):
        return word if order.index(word) <= order.index(tail.group(3)) else tail.group(3)
    return word


def check_reasons(article, facts, reader):
    """Every number of the reasons, and whether the stated edges give the badge."""
    problems, question, figure = [], facts.question, facts.figure
    for text in article.reasons:
        found = re.match(r"序时进度按月均匀计算，.+?为([\d.]+)%；.*?(-?[\d.]+)%(?:，差值([+−]?[\d.]+)个百分点)?。$", text)
        found = found or re.match(r"按节点计划，.+?（(?:相当于目标的)?(-?[\d.]+)%）；.*?(-?[\d.]+)%(?:，差值([+−]?[\d.]+)个百分点)?。$", text)
        if found and question is not None and figure is not None:
            schedule = rederive.schedule_of(question, figure.cut)
            completion = rederive.share_of(question, figure.value)
            lead = rederive.lead_of(question, figure.value, schedule)
            percent = lambda share: None if share is None else share * 100
            for shown, value in ((found.group(1), percent(schedule)), (found.group(2), percent(completion)), (found.group(3), lead)):
                if shown is not None and (value is None or not is_rounding(shown, value)):
                    problems.append(f"{shown} is not {text_of(value)}: {text}")
        if text.startswith("差值（") and facts.code in GOOD[1:3] + BAD[:3] and figure is not None:
            word = word_by_rule(text, question, figure)
            reader.rules += 1
            if word != article.word:
                problems.append(f"the rule gives {word}, the badge says {article.word}: {text}")
        if re.search(r"为%|相差个|差值个|[（，。；：]%|“”", text):
            problems.append(f"an empty slot: {text}")
    return problems


def is_rounding(shown, value):
    places = len(shown.partition(".")[2])
    return rederive.printed(value, places) == minus(shown)


# --------------------------------------------------------------------------------------------
# The terminal says what the page says


def check_terminal(plan, output, reader):
    """Holds every line `NAME  [BADGE] SENTENCE` of `status` or `explain` to the page; gives how many there were."""
    problems, count = [], 0
    lines = output.splitlines()
    for at, line in enumerate(lines):
        found = re.match(r"\s*(\S+?)(?: \(\S+\))?  \[(.+?)\] ?(.*)$", line)
        if not found or (plan, found.group(1)) not in reader.said:
            continue
        word, finding = reader.said[plan, found.group(1)]
        sentence = found.group(3)
        if not sentence:  # `explain` says it some lines below, after the plan's own words
            below = [one.strip() for one in lines[at + 1 : at + 4]]
            sentence = next((one for one in below if one and finding.startswith(one)), "")
            if finding and not sentence:
                problems.append(f"{plan} {found.group(1)}: nothing of {finding} in {below}")
        # To the office a report may be late where readers are told that a figure is missing.
        is_same = finding.startswith(sentence)
        if not is_same or (found.group(2) != word and word != "本期数据暂缺"):
            problems.append(f"{plan} {found.group(1)}: the page says [{word}] {finding}, the terminal {line.strip()}")
        count += 1
    return count, problems


# --------------------------------------------------------------------------------------------
# Is a wrong sentence noticed?

# For each form what is changed in one of its sentences: the first of these pairs whose words stand in it.
PLANTED = {
    "sum": [("比序时进度低", "比序时进度高"), ("比序时进度高", "比序时进度低")],
    "small": [("还差", "多"), ("多", "还差")],
    "reached": [("目标", "目标9")],
    "to-go": [("还差", "还差1")],
    "change": [("增加", "减少"), ("减少", "增加")],
    "loss": [("多减", "少减"), ("少减", "多减"), ("多增", "多减"), ("少增", "少减")],
    "loss-end": [("多减", "少减"), ("少减", "多减"), ("多增", "多减"), ("少增", "少减"), ("以内", "以内1")],
    "loss-gain": [("允许净减", "允许净减9")],
    "loss-none": [("符合", "而"), ("，而", "，符合")],
    "withheld-part": [("合计：", "合计：1")],
    "cadence-none": [("，还没有", "1，还没有")],
    "coverage": [("中", "中1")],
    "older": [("其中", "其中1")],
    "ceiling-over": [("多", "多1")],
    "ceiling-pace": [("，多", "，少"), ("，少", "，多")],
    "ceiling-none": [("控制数为", "控制数为9")],
    "level": [("还差", "还差9"), ("，高", "，高9")],
    "level-lower": [("高于控制目标", "低于控制目标"), ("，低", "，高"), ("，少", "，多")],
    "node": [("差", "好"), ("好", "差")],
    "growth": [("）低", "）高"), ("）高", "）低"), ("多降", "少降")],
    "about": [("，比", "，比9")],
    "rank": [("差", "差1"), ("第", "第1")],
    "range": [("下限", "上限"), ("上限", "下限")],
    "strict-whole": [("至少", "至多"), ("至多", "至少")],
    "each": [("中", "中1")],
    "cadence": [("，", "，1月、")],
    "batch": [("还差", "多"), ("多", "还差")],
    "compared": [("多", "少"), ("少", "多"), ("高", "低"), ("低", "高")],
    "compared-net": [("净减数", "净增数"), ("净增数", "净减数"), ("多", "少"), ("少", "多")],
    "compared-flag": [("尚未完成，现已完成", "已完成，现为尚未完成")],
    "partial": [("应报", "应报1"), ("合计", "合计9")],
    "part-withheld": [("不含", "不含1")],
    "leads-to": [("够得上", "够不上"), ("够不上", "够得上"), ("不会超过", "将超过"), ("将超过", "不会超过")],
}


def not_noticed(reader):
    """Changes one sentence of every form in one word or digit, and lists the changes nobody notices."""
    missed = []
    for name, changes in PLANTED.items():
        for sentence, facts, table in reader.examples.get(("zh", name), []):
            if facts.code is None:
                continue  # What an office set by hand speaks for itself.
            change = next((change for change in changes if change[0] in sentence), None)
            if change is None:
                continue
            wrong = sentence.replace(*change, 1)
            if not Reader().read_all(wrong, facts, table):
                missed.append(f"{name}: not noticed: {wrong} (for {sentence})")
            break
        else:
            missed.append(f"{name}: no sentence to change")
    return missed


def main(arguments):
    reader, total, problems = Reader(), 0, []
    for plan in arguments[1:]:
        for read in (read_plan, read_regions):
            count, found = read(arguments[0], plan, reader)
            total += count
            problems += found
    for line in problems[:60]:
        print(line)
    print(f"{total} indicators, {reader.read} sentences, {reader.rules} rules applied, {len(problems)} contradictions")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
