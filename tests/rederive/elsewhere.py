#!/usr/bin/env python3
"""Holds what stands elsewhere to the recomputation: pages of periods and of changes, `diff`, `explain` and lists of regions.

    elsewhere.py SITE PLAN...

A page of a period shows the figures up to its end as they are known today; what was due and what the shares were is
asked of its last day. A change is told with two figures, each in its own unit: of a target of each region it is a
count of regions. And a region is called missing only where it owes a row or said that nothing came.
"""

import copy
import html
import re
import sys
from fractions import Fraction
from pathlib import Path

import reasons
import rederive
import sentences

COUNT_OF_REGIONS = re.compile(r"^(-?[\d.]+) ?(?:个县区(?:、园区)?|counties(?: and parks)?|county(?: or park)?|regions?)$")
MISSING_WORDS = re.compile("暂缺|逾期|missing|overdue|not (yet )?available|no figure", re.I)


def plain(text):
    return html.unescape(re.sub(r"<[^>]+>", "", text)).strip()


def main_of(path):
    text = re.search(r"<main.*?</main>", path.read_text(encoding="utf-8"), re.S).group(0)
    return re.sub(r'<svg class="mark.*?</svg>', "", text, flags=re.S)


# --------------------------------------------------------------------------------------------
# Pages of periods


def with_history(published, path):
    """The tables with every share that was ever given; the published ones hold those in force."""
    known = next(iter(published.indicators.values())).known
    rows = sorted(rederive.read_table(path), key=lambda row: row["recorded"]) if Path(path).exists() else []
    whole = copy.copy(published)
    whole.allotted, whole.stands = {}, {}
    for row in rows:
        day = rederive.day_of(row["recorded"])
        if day <= known:
            whole.allotted.setdefault((row["indicator"], row["region"]), []).append((day, Fraction(row["target"])))
    return whole


def stand_at(published, cut, newest):
    """The plan as a page of a period shows it; the newest page is where the plan stands."""
    if cut not in published.stands:
        published.stands[cut] = rederive.at_end_of(published, cut, cut == newest)
    return published.stands[cut]


def newest_period(site, plan):
    return max(rederive.cut_of(page.parent.name) for page in (Path(site) / plan / "periods").glob("2*/index.html"))


def verdicts_of_regions(published, region):
    for indicator in published.indicators.values():
        if region in indicator.regions:
            verdict = rederive.judge_region(published, indicator, region)
            if verdict:
                yield verdict.code


def read_periods(site, plan, published):
    """Compares every page of a period; gives how many rows were read, and what is wrong."""
    problems, count = [], 0
    pages = {rederive.cut_of(page.parent.name): page for page in (Path(site) / plan / "periods").glob("2*/index.html")}
    for cut, page in sorted(pages.items()):
        past = stand_at(published, cut, max(pages))
        text = main_of(page)
        for table in re.findall(r'<table class="indicators">.*?</table>', text, re.S):
            for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)[1:]:
                problems += [f"{page}: {one}" for one in check_row(past, row)]
                count += 1
        part = re.search(r"<h2>三、.*?</section>", text, re.S)
        for row in re.findall(r"<tr>(.*?)</tr>", part.group(0), re.S)[1:] if part else ():
            region = re.search(r'regions/([^/"]+)/', row).group(1)
            shown = [int(plain(cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]
            codes = list(verdicts_of_regions(past, region))
            sets = (rederive.GOOD, rederive.BELOW, rederive.MISSING)
            mine = [sum(code in one for code in codes) for one in sets]
            if shown != mine:
                problems.append(f"{page}: {region}: {mine} reach it, are below, are missing; the page says {shown}")
            count += 1
    return count, problems


def check_row(published, row):
    """Status, completion and period of one indicator."""
    id = re.search(r"#([^\"#]+)\"", row).group(1)
    indicator = published.indicators[id]
    verdict, shown = rederive.judge_whole(published, indicator)
    cells = [plain(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)]
    badge = re.search(r'data-status="([^"]+)"', row).group(1)
    code = rederive.public_code(indicator, verdict.code)
    if badge != code:
        yield f"{id}: the badge is {badge}, not {code}"
    if not is_completion(cells[5], indicator, verdict):
        yield f"{id}: the completion is {cells[5]}, not {rederive.text_of(verdict.completion)}"
    yield from (f"{id}: {one}" for one in wrong_unit_or_gap(published, indicator, cells))


def wrong_unit_or_gap(published, indicator, cells):
    """Regions are counted in regions; a gap in units is the figure less what it is held against, and says what that is."""
    unit, gap = cells[2], cells[7]
    if indicator.scope == "each-region" and indicator.op:
        if unit != "个县区、园区":
            yield f"regions are counted in {unit}"
        return
    if unit != indicator.unit:
        yield f"the unit is {unit}, not {indicator.unit}"
    amount = re.fullmatch(rf"(序时)?([+−]?[\d.]+) ?(?:{re.escape(indicator.unit)}|个百分点|个千分点|位)", gap)
    if not amount and gap != "与序时持平":
        return
    question, value = rederive.whole_question(indicator), told_value(published, indicator)
    if gap == "与序时持平" or amount[1]:
        cut = newest_cut(published, indicator)
        against = sentences.expected_of(question, cut)
    else:
        against = question.target
    if against is None or not sentences.is_rounding(str(amount[2]) if amount else "0", value - against):
        yield f"the gap is {gap}, not {rederive.text_of(value)} less {rederive.text_of(against)}"


def newest_cut(published, indicator):
    """The period of the figure the status rests on."""
    series = rederive.whole_series(published, indicator)
    partial, _ = rederive.partial_sum(published, indicator, rederive.whole_question(indicator), series)
    return (partial or rederive.judge_whole(published, indicator)[1]).cut


def is_completion(text, indicator, verdict):
    """A share in percent; of a frequency the parts kept of those due; of a level that is to fall none is printed."""
    mine = verdict.completion
    parts = re.match(r"(至少|确知)?(\d+)/(\d+)", text)
    if indicator.per and mine is not None:
        return bool(parts) and not parts[1] and int(parts[2]) * verdict.schedule == int(parts[3]) * mine
    if indicator.per and parts:
        return bool(parts[1]) and (int(parts[2]) > 0) == (parts[1] == "至少")
    if text == "—":
        hides_share = indicator.op and rederive.whole_question(indicator).is_level_under_nodes
        return mine is None or hides_share or mine < 0  # A share below zero is not said.
    shown = re.search(r"-?[\d.]+", text.replace("−", "-")).group(0)
    return mine is not None and rederive.printed(mine * 100, len(shown.partition(".")[2])) == Fraction(shown)


# --------------------------------------------------------------------------------------------
# Changes


def known_on(published, data, day):
    """The tables as they were known on an earlier day; indicators with revised rows are left out."""
    revised = {row["indicator"] for row in rederive.read_table(Path(data) / "revisions.csv")}
    return rederive.known_on(published, day), revised


def parts_of(published, id):
    """An indicator, with what a share is made of."""
    indicator = published.indicators[id]
    return {id, indicator.numerator, indicator.denominator} - {""}


def check_amount(text, indicator, value):
    """A figure told of an indicator: its own number in its own unit."""
    if indicator.scope == "each-region" and indicator.op:
        found = COUNT_OF_REGIONS.match(text)
        if not found:
            return f"{text} is no count of regions"
    else:
        unit = re.escape(indicator.unit)
        is_rate = indicator.measure == "growth"
        words = "(增长|下降)?" if is_rate else "净[增减]" if rederive.is_net(indicator) else ""
        if not re.match(rf"^{words}(-?[\d.]+) ?{unit}$|^第\d+位$|^持平$", text):
            return f"{text} is not in {indicator.unit}"
    shown = sentences.signed_number(text)
    if text.startswith("净"):
        shown *= -1 if text.startswith("净增") == sentences.is_wanted_loss(indicator) else 1
    places = len((re.search(r"\.(\d+)", text) or ("", ""))[1])
    if value is None or (shown != value and rederive.printed(value, places) != shown):
        return f"{text}, not {rederive.text_of(value)}"
    return None


ANSWERS = {"c": "不予公布", "z": "不适用"}


def answer_of(published, indicator):
    """What the newest row says in place of a figure: withheld, or not applicable."""
    series = {cut: one for cut, one in rederive.whole_series(published, indicator).items() if one.kind != "n"}
    is_counted = indicator.scope == "each-region" and indicator.op and indicator.is_assessed
    if not series:
        return None
    if is_counted and (rederive.stand_of_regions(published, indicator) or rederive.owes_figure(published, indicator)):
        return None  # How many stand where they are asked to is told, or nothing.
    if indicator.op and indicator.scope != "each-region" and indicator.is_assessed:
        question = rederive.whole_question(indicator)
        partial, _ = rederive.partial_sum(published, indicator, question, series)
        if partial or rederive.stays_exceeded(question, series, max(series)):
            return None  # What some regions decided is told, and what was exceeded.
    return ANSWERS.get(series[max(series)].kind)


SOME = re.compile("（未齐）$| \\(not all have reported\\)$")
BREAK = re.compile("（口径有变化）$")


def is_of_some(published, indicator):
    """What some regions make decides; the figure is not of all."""
    if not indicator.op or indicator.scope == "each-region" or not indicator.is_assessed:
        return False
    series = rederive.whole_series(published, indicator)
    return rederive.partial_sum(published, indicator, rederive.whole_question(indicator), series)[0] is not None


def told_value(published, indicator):
    """The figure the status rests on: how many regions stand where they are asked to, or what some regions make
    where that decides; else the newest complete one."""
    stand = rederive.stand_of_regions(published, indicator) if indicator.scope == "each-region" else None
    if stand:
        return stand[0]
    _, shown = rederive.judge_whole(published, indicator)
    if indicator.op and indicator.scope != "each-region" and indicator.is_assessed:
        shown = rederive.standing_figure(published, indicator, rederive.whole_question(indicator)) or shown
    return shown and shown.value


def has_figures(told):
    """Neither of the two is a dash or a word in place of a figure."""
    return not any(text in ("-", "—") or BREAK.sub("", text) in ANSWERS.values() for text in told)


def crosses_break(before, after, indicator):
    """The definition changed after the period of the earlier figure, up to the later one."""
    cut = lambda published, own: rederive.judged_of(published, own, rederive.latest_of(published, own))[0]
    then, now = cut(before, before.indicators[indicator.id]), cut(after, indicator)
    broken = rederive.broken_cuts(after, indicator)
    if then is None or now is None:
        return False
    return any(then < one <= now for one in broken) if then < now else now in broken - rederive.broken_cuts(before, indicator)


def compare_change(before, after, indicator, told, revised):
    """Two figures of a change: what the earlier edition showed, and the later one."""
    if has_figures(told) and bool(BREAK.search(told[1])) != crosses_break(before, after, indicator):
        yield f"{indicator.id}: {told[1]}: a change of definition that is none, or is not told"
    told = [told[0], BREAK.sub("", told[1])]
    for which, published, text in (("from", before, told[0]), ("to", after, told[1])):
        if text in ("-", "—") or (which == "from" and indicator.id in revised):
            continue
        own = published.indicators[indicator.id]
        answer = answer_of(published, own)
        if answer or text in ANSWERS.values():
            if text != answer:
                yield f"{indicator.id}: {which}: {text}, where the row says {answer or 'a figure'}"
            continue
        problem = check_amount(SOME.sub("", text), own, told_value(published, own))
        if bool(SOME.search(text)) != is_of_some(published, own):
            problem = f"{text}: whether all regions make it"
        if problem:
            yield f"{indicator.id}: {which}: {problem}"


def check_diff(data, published, output, day):
    """Every figure and word `diff` prints between the edition of a day and the one that is shown."""
    problems, count = [], 0
    before, revised = known_on(published, data, day)
    id = None
    for line in output.splitlines():
        head = re.match(r"  \S.*? \(([\w-]+)\): (.*)$", line)
        if head:
            id = head.group(1)
            words = re.match(r"(\D\S*) → (\S+)  \((.+)\)$", head.group(2))
            if words and words[1] == words[2]:
                problems.append(f"diff: {id}: the word stayed the same: {line.strip()}")
            if words and id in published.indicators and not revised & parts_of(published, id):
                problems += [f"diff: {id}: {one}: {line.strip()}" for one in wrong_cause(before, published, id, words[3])]
        found = re.search(r"(?:^ +|: )(-|\d{4}\S* \S.*?) → (-|\d{4}\S* \S.*)$", line)
        if not found or id not in published.indicators:
            continue
        told = [text if text == "-" else text.split(" ", 1)[1] for text in found.groups()]
        if found.group(1) == found.group(2) != "-":
            problems.append(f"diff: {id}: the figure stayed the same: {line.strip()}")
        problems += [f"diff: {one}: {line.strip()}" for one in compare_change(before, published, published.indicators[id], told, revised)]
        count += 1
    return count, problems


CAUSES = {
    "计划目标作了修改": "target",
    "人工核定": "by-hand",
    "认定名单公布": "list",
    "分解目标作了修改": "allocation",
    "本期数不予公布或不适用": "no-figure",
    "有新一期数据": "new-figure",
    "新一期数据与上一期相同": "new-figure",
    "数据修订": "new-figure",  # of rows that were not revised: a figure of the whole in place of the sum of its regions
    "填报情况变化": "report",
    "计划结束已满三个月，结果仍未认定": "elapsed",
}
NEWS = ("by-hand", "list", "allocation", "no-figure", "new-figure", "report")


def with_news(after, day, news):
    """The tables as they are known, but of all that came after an earlier day only some news."""
    kinds = {"value": "new-figure", "c": "no-figure", "z": "no-figure", "n": "report"}
    is_early = lambda recorded: recorded <= day
    past = copy.copy(after)
    past.kept, past.stands = {}, {}
    past.reported = {
        key: {cut: one for cut, one in series.items() if is_early(one.recorded) or kinds[one.kind] in news}
        for key, series in after.reported.items()
    }
    has_rows = bool({"no-figure", "new-figure", "report"} & set(news))
    past.recorded = {key: [row for row in rows if is_early(row[1]) or has_rows] for key, rows in after.recorded.items()}
    past.missing_rows = {
        key: [row for row in rows if is_early(row[1]) or "report" in news] for key, rows in after.missing_rows.items()
    }
    past.said_missing = rederive.newest_rows(past.missing_rows)
    if "allocation" not in news:
        # What was known by then holds; where nothing was, nothing was shared out.
        known = {key: [one for one in shares if is_early(one[0])] for key, shares in after.allotted.items()}
        past.allotted = {key: shares for key, shares in known.items() if shares}
        past.shares = rederive.shares_on(past.allotted, None)
    begun = any(past.recorded.values())
    past.indicators = {key: of_news(one, day, news, begun) for key, one in after.indicators.items()}
    return past


def of_news(indicator, day, news, begun):
    changed = {"has_begun": indicator.has_begun and begun}
    if "list" not in news:
        changed["lists"] = [out if out is not None and out <= day else None for out in indicator.lists]
    if "by-hand" not in news and indicator.override and indicator.override_date > day:
        changed["override"] = ""
    return rederive.replace(indicator, **changed)


def code_with(after, day, news, id):
    tables = with_news(after, day, news)
    indicator = tables.indicators[id]
    return rederive.public_code(indicator, rederive.judge_whole(tables, indicator)[0].code)


def wrong_cause(before, after, id, told):
    """A cause must be able to have made this very move.

    What would be so on the later day had nothing come is the passing of time. Else the news that is named makes the later
    status alone; where none does, the status would not be what it is without it. That a rule changed is never so between
    two editions of one program. Of a target only the newest is published: that it changed is the cause where the older
    rows alone make the status under it, and more than that a report is missing.
    """
    if told.startswith("规则"):
        yield "no rule changed"
        return
    cause = CAUSES.get(told)
    if cause is None:
        return
    day = before.indicators[id].known
    earlier = code_with(after, day, (), id)
    stood, stands = (code_with(one, one.indicators[id].known, NEWS, id) for one in (before, after))
    enough = [one for one in NEWS if code_with(after, day, (one,), id) == stands]
    if cause == "target":
        if earlier == stands and stands in (*rederive.MISSING, "pending"):
            yield f"it would be {stands} under any target"
        elif earlier != stands and enough:
            yield f"the target alone does not make it {stands}, {', '.join(enough)} does"
        return
    if stood == stands:
        return
    if earlier == stands:
        expected = "elapsed" if stands == "pending" else "report"
        if cause != expected:
            yield f"it would be {stands} had nothing come"
        return
    if cause == "elapsed":
        yield f"the passing of time does not make it {stands}"
        return
    came = [row for one in parts_of(after, id) for row in after.recorded.get(one, []) if row[1] > day]
    if cause == "report" and not came:
        return  # Others began to report.
    without = [one for one in NEWS if one != cause]
    if cause not in enough and (enough or code_with(after, day, without, id) == stands):
        yield f"{cause} does not make it {stands}" + (f", {', '.join(enough)} does" if enough else "")


def check_counts(site, plan, text):
    """The overview counts as many changes as the page of changes lists, and no list has a word that stayed the same."""
    newest = text.partition('<section id="')[2].partition("</section>")[0]
    lists = re.findall(r"<h3>(.*?)</h3>\s*<ul class=\"changes[^\"]*\">(.*?)</ul>", newest, re.S)
    for title, rows in lists:
        for row in re.findall(r"<li>.*?</li>", rows, re.S):
            words = [plain(word) for word in re.findall(r'<span class="pill[^>]*>(.*?)</span></span>', row, re.S)]
            if len(words) == 2 and words[0] == words[1]:
                yield f"{plain(title)}: the word stayed the same: {plain(row)}"
    listed = sum(len(re.findall("<li>", rows)) for title, rows in lists if plain(title) == "状态有变化的目标")
    home = (Path(site) / plan / "index.html").read_text(encoding="utf-8")
    told = re.search(r"状态有变化的目标(\d+)个", home)
    if told and int(told.group(1)) != listed:
        yield f"the overview counts {told.group(1)} changes, the page of changes lists {listed}"


def read_changes(site, plan, published, day):
    """The same of the page of changes."""
    problems, count = [], 0
    data = Path(site) / plan / "data"
    before, revised = known_on(published, data, day)
    page = Path(site) / plan / "changes" / "index.html"
    problems += [f"{page}: {one}" for one in check_counts(site, plan, main_of(page))]
    for row in re.findall(r"<li><a href=\"\.\./items/[^\"]*#[^\"]+\">.*?</li>", main_of(page), re.S):
        id = re.search(r"#([^\"]+)\"", row).group(1)
        finding = re.search(r'<small class="finding">(.*?)</small>', row, re.S)
        if finding and id in published.indicators and not revised & parts_of(published, id):
            wrong = wrong_cause(before, published, id, plain(finding.group(1)).partition("：")[0])
            problems += [f"{page}: {id}: {one}: {plain(finding.group(1))}" for one in wrong]
        found = re.search(r"：(.*?) → (.*)$", plain(finding.group(1))) if finding else None
        if not found or id not in published.indicators:
            continue
        told = [text.rpartition("：")[2] for text in found.groups()]
        problems += [f"{page}: {one}: {plain(finding.group(1))}" for one in compare_change(before, published, published.indicators[id], told, revised)]
        count += 1
    return count, problems


# --------------------------------------------------------------------------------------------
# Explained


def check_explained(published, entries, cut, region, newest, reader):
    """Target, numbers, status and sentence that `explain --format json` gives of a period."""
    past = stand_at(published, cut, newest)
    for entry in entries:
        indicator = past.indicators[entry["id"]]
        where = f"explain {entry['id']} {region or ''} {cut // 12}-{cut % 12 + 1:02}"
        if region:
            verdict = rederive.judge_region(past, indicator, region)
            if verdict is None:
                continue
            target = past.shares.get((indicator.id, region))
            told = number(entry["target"])
            if target is not None and told != target:
                yield f"{where}: held against {told}, not {rederive.text_of(target)}"
        else:
            verdict, _ = rederive.judge_whole(past, indicator)
        facts = sentences.facts_of(past, indicator, "zh", indicator.unit)
        if region:
            facts = sentences.facts_of_region(past, indicator, region, "zh", indicator.unit)
        for problem in reader.read_all(entry["finding"], facts):
            yield f"{where}: {problem}"
        for problem in reasons.read(entry["reasons"], facts):
            yield f"{where}: {problem}"
        if indicator.op == "flag":
            continue
        if entry["status"] != verdict.code:
            yield f"{where}: {entry['status']}, not {verdict.code}"
        for name, mine, digits in (("completion", verdict.completion, 6), ("schedule", verdict.schedule, 6), ("gap_points", verdict.gap, 4)):
            if number(entry[name]) != rederive.printed(mine, digits):
                yield f"{where}: {name} is {entry[name]}, not {rederive.text_of(mine)}"


def number(value):
    return None if value is None else Fraction(str(value))


# --------------------------------------------------------------------------------------------
# Lists of regions


def may_be_missing(published, indicator, region):
    """A region is called missing where it owes a row of a period, or its newest row says that nothing came."""
    series = rederive.region_series(published, indicator, region)
    newest = max(series, default=rederive.NOTHING_TOLD)
    said = published.said_missing.get((indicator.id, region), rederive.NOTHING_TOLD)
    is_answered = newest != rederive.NOTHING_TOLD and series[newest].kind in rederive.ANSWERS
    if said > newest:
        return True
    if is_answered:
        return rederive.is_past_due(indicator, newest)
    return True


def read_lists(site, plan, published):
    """No table or chart calls a region missing whose newest row says c, z or n."""
    problems, count = [], 0
    for folder in (Path(site) / plan, Path(site) / "en" / plan):
        for page in sorted(folder.glob("items/*/index.html")):
            for article in re.findall(r'<article class="indicator".*?</article>', page.read_text(encoding="utf-8"), re.S):
                indicator = published.indicators[re.search(r'id="([^"]+)"', article).group(1)]
                problems += [f"{page}: {one}" for one in called_missing(published, indicator, article)]
                count += len(list(said_of_regions(article)))
        for page in sorted(folder.glob("regions/*/index.html")):
            region = page.parent.name
            for row in re.findall(r"<tr>.*?</tr>", main_of(page), re.S):
                link = re.search(r'items/[^"#]*#([^"]+)"', row)
                if not link:
                    continue
                indicator = published.indicators[link.group(1)]
                count += 1
                said = " ".join(plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S))
                if MISSING_WORDS.search(said) and not may_be_missing(published, indicator, region):
                    problems.append(f"{page}: {indicator.id}: {region} is called missing: {said}")
    return count, problems


def called_missing(published, indicator, article):
    for region, said in said_of_regions(article):
        if MISSING_WORDS.search(said) and not may_be_missing(published, indicator, region):
            yield f"{indicator.id}: {region} is called missing: {said}"


def said_of_regions(article):
    """What an article says of each region: the row of its table, the name beside its mark and its text in the chart."""
    fold = re.search(r'<details class="regions">.*?</details>', article, re.S)
    for row in re.findall(r"<tr>.*?</tr>", fold.group(0), re.S) if fold else ():
        link = re.search(r'regions/([^/"]+)/', row)
        if link:
            yield link.group(1), " ".join(plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S))
    for chart in re.findall(r'<svg class="chart[^>]* aria-labelledby="[rp]-.*?</svg>', article, re.S):
        texts = [(int(y), int(x), plain(text)) for x, y, text in re.findall(r'<text x="(\d+)" y="(\d+)"[^>]*>(.*?)</text>', chart, re.S)]
        # A region's row in a chart has its name at the left and what it says somewhere to the right of it.
        rows = {y: text for y, x, text in texts if x <= 130}
        for y, x, text in texts:
            near = [at for at in rows if abs(at - y) <= 20]
            if x > 130 and near:
                yield rows[near[0]], text
        for title in re.findall(r"<title>(.*?)</title>", chart, re.S):
            name, _, said = plain(title).partition(" ")
            yield name, said


def main(arguments):
    problems, total = [], 0
    for plan in arguments[1:]:
        data = Path(arguments[0]) / plan / "data"
        published = with_history(rederive.published_in(data), data / "allocations.csv")
        for count, found in (read_periods(arguments[0], plan, published), read_lists(arguments[0], plan, published)):
            total += count
            problems += found
    print(*problems, f"{total} rows, {len(problems)} contradictions", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
