#!/usr/bin/env python3
"""Reads what a page says of regions together, in both languages, and adds it up again.

The shares of a target, the regions' figures beside that of the whole area, and the parts that make a total: each sum is
worked out from the published tables, and so is every word that compares it.
"""

import html
import re
from fractions import Fraction

import rederive
import sentences

AMOUNT = r"(?:(?:a )?net (?:gain|loss) of |净[增减])?-?[\d.]+[^，。;,]*?"
FORMS = {
    "shares": (
        rf"分解目标合计(?P<sum>{AMOUNT})，(?:比(?:年度目标|计划目标|全年控制数|控制数)(?:（至[多少][^）]*）)?(?P<way>少|多)(?P<difference>{AMOUNT})|与\S+?(?P<equal>相等)|在\S+?(?P<within>范围以内))。$",
        rf"The allocations add up to (?P<sum>{AMOUNT}), (?:(?P<difference>{AMOUNT}) (?P<way>fewer|less|more) than .+|(?P<equal>equal) to .+|(?P<within>within) .+)\.$",
    ),
    "figures": (
        rf"各县区、园区合计(?P<sum>{AMOUNT})，(?:与全市数(?P<equal>一致)|全市数为(?P<whole>{AMOUNT})，相差(?P<difference>{AMOUNT})，评价用全市数)。$",
        rf"Counties and parks add up to (?P<sum>{AMOUNT}); (?:the same as (?P<equal>the figure) of the whole area|the figure of the whole area is "
        rf"(?P<whole>{AMOUNT}), a difference of (?P<difference>{AMOUNT}); the figure of the whole area is assessed)\.$",
    ),
    "parts": (
        rf"(?P<head>[^。]{{2,30}}?)，(?P<n>\d+)个县区、园区合计(?P<sum>{AMOUNT})(?:，为\S+?的(?P<percent>-?[\d.]+)%)?。",
        rf"(?P<head>[A-Z][^:]*?): (?P<n>\d+) regions add up to (?P<sum>{AMOUNT})(?:, (?P<percent>-?[\d.]+)% of .+?)?\.",
    ),
}
FORMS = {name: [re.compile(pattern) for pattern in patterns] for name, patterns in FORMS.items()}
PLACES = {
    "shares": r'<p class="note">(.*?)</p>',
    "figures": r'<p class="note">(.*?)</p>',
    "parts": r'<desc id="p-[^"]*">(.*?)</desc>',
}

STARTS = {
    "shares": re.compile("^(?:分解目标合计|The allocations add up)"),
    "figures": re.compile("^(?:各县区、园区合计|Counties and parks add up)"),
    "parts": re.compile(""),
}


def said_in(article, language):
    """(which, the text, what was found) of every sentence about regions together; nothing is found where none reads it."""
    for name, patterns in FORMS.items():
        for text in re.findall(PLACES[name], article, re.S):
            text = html.unescape(re.sub(r"<[^>]+>", "", text)).strip()
            if STARTS[name].search(text):
                yield name, text, patterns[language == "en"].match(text)


def value_of(text, indicator, times):
    """A printed amount as it was recorded; a net loss is below zero where a gain is wanted."""
    value = sentences.signed_number(text) / times
    is_loss = bool(re.search("净减|net loss", text))
    is_net = bool(re.search("净|net ", text))
    return -value if is_net and is_loss != sentences.is_wanted_loss(indicator) else value


def sums_of(published, indicator):
    """Of each period of which every region has a figure: the sum, or the greatest."""
    return {cut: one.value for cut, one in rederive.sums_of_regions(published, indicator).items() if one.kind == "value"}


def check(name, found, published, indicator, times):
    """What is wrong with one sentence."""
    told = {key: value for key, value in found.groupdict().items() if value is not None}
    amount = lambda key: value_of(told[key], indicator, times)
    sums = sums_of(published, indicator)
    if name == "shares":
        mine = sum(published.shares.get((indicator.id, region), Fraction(0)) for region in indicator.counted)
        other = rederive.beside(rederive.whole_question(indicator), mine).target  # More than 35 asks for 36.
    elif name == "figures":
        rows = published.reported.get((indicator.id, ""), {})
        both = [cut for cut in sums if cut in rows and rows[cut].kind == "value"]
        if not both:
            yield "the whole area and its regions have no period in common"
            return
        mine, other = sums[max(both)], rows[max(both)].value
    else:
        yield from check_parts(told, sums, published, indicator, amount)
        return
    if amount("sum") != mine:
        yield f"the sum is {rederive.text_of(mine)}"
    if ("equal" in told) != (mine == other):
        yield f"it is beside {rederive.text_of(other)}"
    if "way" in told and (told["way"] in ("多", "more")) != (mine > other):
        yield f"{told['way']} than {rederive.text_of(other)}"
    if "whole" in told and amount("whole") != other:
        yield f"the whole is {rederive.text_of(other)}"
    if "difference" in told and abs(amount("difference")) != abs(mine - other):
        yield f"the difference is {rederive.text_of(abs(mine - other))}"


def check_parts(told, sums, published, indicator, amount):
    month = sentences.month_of_head(told["head"], "zh" if re.search("[月年度]", told["head"]) else "en")
    cuts = [cut for cut, value in sums.items() if cut % 12 + 1 == month and value == amount("sum")]
    if not cuts:
        yield "no period of which all have a figure has this sum"
        return
    figures = [rederive.region_series(published, indicator, region).get(max(cuts)) for region in indicator.counted]
    added = sum(figure.kind == "value" for figure in figures)
    if int(told["n"]) != added:
        yield f"{added} regions are added up"
    if "percent" in told:
        share = rederive.completion_of(rederive.whole_question(indicator), sums[max(cuts)])
        places = len(told["percent"].partition(".")[2])
        if share is None or rederive.printed(share * 100, places) != Fraction(told["percent"]):
            yield f"the share is {rederive.text_of(share and share * 100)}"


def read(site, plan):
    """How many sentences of regions together were read on a plan's pages of items, and what is wrong."""
    data = site / plan / "data"
    published = rederive.published_in(data)
    units = sentences.english_units(data)
    problems, count = [], 0
    for language, folder in (("zh", site / plan), ("en", site / "en" / plan)):
        for page in sorted(folder.glob("items/*/index.html")):
            for article in re.findall(r'<article class="indicator".*?</article>', page.read_text(encoding="utf-8"), re.S):
                indicator = published.indicators[re.search(r'id="([^"]+)"', article).group(1)]
                times = sentences.multiple_of(units.get(indicator.id) or indicator.unit)[0] if language == "en" else 1
                for name, text, found in said_in(article, language):
                    count += 1
                    wrong = check(name, found, published, indicator, times) if found else ["nobody can read"]
                    problems += [f"{page}: {indicator.id}: {one}: {text}" for one in wrong]
    return count, problems
