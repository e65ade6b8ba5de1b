#!/usr/bin/env python3
"""Plants one fault for each situation of README's list in what a site says, and tells which are not noticed.

Each is the fault a reader once found. What is published is set right first, by the recomputation, so that a fault is
noticed for itself and not for another one beside it.
"""

import csv
import json
import re
import shutil
from fractions import Fraction
from pathlib import Path

import elsewhere
import met
import reasons
import rederive
import scores
import sentences
import together


def in_plan_json(site, plan, scratch, situation, plant):
    """Plants a wrong value in a copy of plan.json where an indicator is in a situation.

    `plant` is given what is right, {(region, what): value}, and gives ((region, what), wrong value), or nothing.
    """
    data = Path(site) / plan / "data"
    published = rederive.Published(data)
    for indicator in published.indicators.values():
        if situation not in met.of_indicator(published, indicator):
            continue
        right = rederive.recomputed(published, indicator)
        planted = plant(published, indicator, right)
        if planted is None:
            continue
        key, wrong = planted
        found = []
        for value in (right[key], wrong):
            copy = Path(scratch) / f"{plan}-{len(list(Path(scratch).iterdir()))}"
            shutil.copytree(data, copy)
            change_entry(copy / "plan.json", indicator.id, key, value)
            told = rederive.compare(copy).differences
            found.append(any(one[:3] == (indicator.id, *key) for one in told))
        return found == [False, True]
    return None


def change_entry(path, id, key, value):
    plan = json.loads(path.read_text(encoding="utf-8"))
    entry = next(entry for item in plan["items"] for entry in item["indicators"] if entry["id"] == id)
    region, what = key
    if isinstance(value, Fraction):
        value = int(value) if value.denominator == 1 else float(rederive.printed(value, 6))
    if region:
        entry = next(one for one in entry["regions"] if one["id"] == region)
        entry[what] = value
    elif what == "status":
        entry["status"]["code"] = value
    elif what == "value":
        entry["latest"] = {**(entry["latest"] or {"period": "2023-01"}), "value": value} if value is not None else None
    elif what == "period":
        period = value if value is None else f"{value // 12}-{value % 12 + 1:02}"
        entry["latest"] = None if value is None else {**(entry["latest"] or {"value": None}), "period": period}
    else:
        entry[what] = value
    path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")


def as_if_reached(published, indicator, right, is_wanted):
    """Gives a region that is below the word of one that is not."""
    for region in indicator.counted:
        code = right.get((region, "status"))
        series = rederive.region_series(published, indicator, region)
        if code in rederive.BELOW and is_wanted(region, max(series.values(), key=lambda figure: figure.cut).value):
            return (region, "status"), "nearly_met" if code.startswith("missed") else "on_track"
    return None


def the_wider_tolerance(published, indicator, right):
    def is_wanted(region, value):
        question = rederive.question_of_region(published, indicator, region)
        short = rederive.advantage(question, question.asked, value)
        return question.tolerance < short <= max(indicator.tolerance, rederive.tolerance_of(indicator, question.asked))

    return as_if_reached(published, indicator, right, is_wanted)


def covered_in_part(published, indicator, right):
    return as_if_reached(published, indicator, right, lambda _, value: 1 < value < 100)


def lead_the_wrong_way(published, indicator, right):
    gap = right["", "gap_points"]
    return (("", "gap_points"), -gap) if gap else None


def share_of_the_printed_number(published, indicator, right):
    """N/T of the number as printed, where N/(T+1) is due."""
    if right["", "schedule"] is None or indicator.scope == "each-region":
        return None
    question = rederive.whole_question(indicator)
    return ("", "schedule"), rederive.printed(right["", "schedule"] * question.target / question.asked, 6)


def the_partial_figure(published, indicator, right):
    series = rederive.whole_series(published, indicator)
    partial, _ = rederive.partial_sum(published, indicator, rederive.whole_question(indicator), series)
    return (("", "value"), partial.value) if right["", "value"] is not None else None


def the_word_by_hand(published, indicator, right):
    return None if right["", "status"] == indicator.override else (("", "status"), indicator.override)


def the_better_word(published, indicator, right):
    codes = [rederive.judge_region(published, indicator, region).code for region in indicator.counted]
    best, worst = rederive.best_and_worst_of_regions(indicator, codes)
    return (("", "status"), best) if right["", "status"] == worst else None


def the_hidden_part_kept(published, indicator, right):
    kept = right["", "completion"]
    return None if kept is None else (("", "completion"), rederive.printed(kept + Fraction(1, 12), 6))


def a_region_of(codes, wrong):
    """Gives one region whose word is one of these another word."""

    def plant(published, indicator, right):
        for region in indicator.regions:
            if right.get((region, "status")) in codes:
                return (region, "status"), wrong
        return None

    return plant


def what_may_be_lost_as_a_goal(published, indicator, right):
    """Less of it is said to be better, so who lost nothing is below."""
    for region in indicator.regions:
        share = published.shares.get((indicator.id, region))
        if share is not None and share < 0 and right.get((region, "status")) in ("on_track", "ahead"):
            return (region, "status"), "far_behind"
    return None


def no_net_loss_as_no_target(published, indicator, right):
    for region in indicator.regions:
        if published.shares.get((indicator.id, region)) == 0 and right.get((region, "status")):
            return (region, "status"), "not_applicable"
    return None


def the_rest_of_the_sum(published, indicator, right):
    """What the other regions make, where one withholds its figure."""
    cut = right["", "period"]
    figures = [rederive.region_series(published, indicator, region).get(cut) for region in indicator.counted]
    rest = sum(figure.value for figure in figures if figure and figure.kind == "value")
    return (("", "value"), rest) if right["", "value"] is None else None


def a_strict_nothing(published, indicator, right):
    for region in indicator.regions:
        if published.shares.get((indicator.id, region)) == 0 and right.get((region, "status")) in rederive.GOOD:
            return (region, "status"), "behind"
    return None


def the_old_count(published, indicator, right):
    series = rederive.whole_series(published, indicator)
    counts = [figure.value for figure in series.values() if figure.kind == "value"]
    return (("", "value"), counts[-1]) if counts else None


IN_PLAN_JSON = (
    (1, "b", "a lead below zero the wrong way round", lead_the_wrong_way),
    (2, "c", "a node as a share of the printed number", share_of_the_printed_number),
    (6, "d", "a ceiling of nothing is not due", lambda *_: (("", "status"), "not_due")),
    (7, "e", "a tolerance wider than was written", the_wider_tolerance),
    (8, "e", "a tolerance wider than is usual", the_wider_tolerance),
    (9, "f", "a sum of some regions as the latest figure", the_partial_figure),
    (12, "g", "a status by hand beside a later figure", the_word_by_hand),
    (18, "i", "the better of two words that are below", the_better_word),
    (21, "j", "a part of a region covered", covered_in_part),
    (23, "k", "a part kept that cannot be told", the_hidden_part_kept),
    (0, "a", "a share judged where nobody stated its start", a_region_of(("not_due",), "on_track")),
    (29, "j", "a region that is not covered is a little below", a_region_of(("behind",), "slightly_behind")),
    (30, "p", "what may be lost as a goal", what_may_be_lost_as_a_goal),
    (31, "p", "no net loss as no target", no_net_loss_as_no_target),
    (33, "q", "the rest of a sum that is withheld", the_rest_of_the_sum),
    (34, "q", "nothing told where all withhold", lambda *_: (("", "period"), None)),
    (37, "r", "undone by an incomplete period", lambda *_: (("", "status"), "on_track")),
    (39, "s", "silent parts as if nothing were known", lambda *_: (("", "status"), "pending")),
    (41, "t", "nothing of a strict limit exceeded", a_strict_nothing),
    (45, "r", "late where some regions decided at the end", lambda *_: (("", "status"), "overdue_report")),
    (46, "r", "withheld where some regions decided later", lambda *_: (("", "status"), "not_assessed")),
    (49, "n", "nothing to divide by called missing", a_region_of(("not_applicable",), "not_reported")),
    (44, "i", "a count that outlived a silent region", the_old_count),
)


def in_lists(site, plan, published):
    """n. The table of regions says 暂缺 of one whose only row is withheld or does not apply."""
    for page in sorted((Path(site) / plan).glob("items/*/index.html")):
        for article in re.findall(r'<article class="indicator".*?</article>', page.read_text(encoding="utf-8"), re.S):
            indicator = published.indicators[re.search(r'id="([^"]+)"', article).group(1)]
            for region, _ in elsewhere.said_of_regions(article):
                if not elsewhere.may_be_missing(published, indicator, region):
                    row = re.search(rf'<tr><th scope="row"><a href="[^"]*regions/{region}/">.*?</tr>', article, re.S).group(0)
                    cells = re.findall(r"<td[^>]*>.*?</td>", row, re.S)
                    wrong = article.replace(row, row.replace(cells[0] + cells[1], cells[0] + '<td class="num">暂缺</td>'))
                    return bool(list(elsewhere.called_missing(published, indicator, wrong)))
    return None


def in_diff(published, before):
    """l. A count of regions in the indicator's own unit."""
    for indicator in published.indicators.values():
        _, shown = rederive.judge_whole(published, indicator)
        if indicator.scope == "each-region" and indicator.op and shown:
            told = lambda unit: ("-", f"{rederive.text_of(shown.value)}{unit}")
            right, wrong = (list(elsewhere.compare_change(before, published, indicator, told(unit), set())) for unit in ("个县区、园区", indicator.unit))
            return not right and bool(wrong)
    return None


def in_explained(published, cuts, newest):
    """h. A share that was changed after the period."""
    for cut in cuts:
        past = elsewhere.stand_at(published, cut, newest)
        for (id, region), share in published.shares.items():
            own = past.shares.get((id, region))
            verdict = rederive.judge_region(past, past.indicators[id], region)
            if cut == newest or own in (None, share) or verdict is None:
                continue
            numbers = {"schedule": verdict.schedule, "completion": verdict.completion, "gap_points": verdict.gap}
            digits = {"gap_points": 4}
            entry = {name: rederive.printed(value, digits.get(name, 6)) for name, value in numbers.items()}
            entry = {name: None if value is None else float(value) for name, value in entry.items()}
            entry = {**entry, "id": id, "status": verdict.code, "finding": "", "reasons": []}
            entries = [{**entry, "target": float(target)} for target in (own, share)]
            found = [list(elsewhere.check_explained(published, [one], cut, region, newest, sentences.Reader())) for one in entries]
            return not found[0] and bool(found[1])
    return None


def in_sentences(reader):
    """m and o. A projection that reads 0, and a withheld figure with another period."""
    for sentence, facts, table in reader.examples.get(("zh", "leads-to"), []):
        wrong = re.sub(r"约(净增|净减)?[\d.]+", r"约\g<1>0", sentence)
        is_right = not sentences.Reader().read_all(sentence, facts, table)
        if is_right and wrong != sentence and facts.values[-1][1] > 0:
            yield "m", "a projection of nothing", bool(sentences.Reader().read_all(wrong, facts, table))
            break
    else:
        yield "m", "a projection of nothing", None
    for sentence, facts, table in reader.examples.get(("zh", "plain"), []):
        found = re.search(r"(\d+)月(末)?的结果不予公布", sentence)
        if found and not sentences.Reader().read_all(sentence, facts, table):
            wrong = sentence.replace(found.group(0), found.group(0).replace(found.group(1), str(int(found.group(1)) % 12 + 1), 1))
            yield "o", "another period of a withheld figure", bool(sentences.Reader().read_all(wrong, facts, table))
            break
    else:
        yield "o", "another period of a withheld figure", None


def in_reasons(reader):
    """Lines under a status, changed in a word or left out."""
    changes = (
        ("i", "how gaps are taken is left out", lambda text: text.replace(reasons.GAPS, "")),
        ("i", "another number of silent regions", lambda text: re.sub(r"前报来，\d+个县区", "前报来，99个县区", text)),
        ("c", "a small number as a limit", lambda text: text.replace("应有", "应不超过") if text.startswith("目标不足") else text),
        ("a", "another edge", lambda text: re.sub(r"不低于[−\d.]+", "不低于77", text, count=1) if text.startswith("差值") else text),
        ("b", "another difference", lambda text: text.replace("完成率减序时进度", "序时进度减已用比例") if text.startswith("差值") else text),
        ("c", "another amount of a node", lambda text: re.sub(r"应为(?=\d)", "应为9", text)),
        ("i", "how gaps are taken is left out in English", lambda text: text.replace(reasons.GAPS_EN, "")),
        ("c", "another day of delivery in English", lambda text: re.sub(r"was due by \d+ ", "was due by 1 ", text)),
        ("d", "a limit that is asked for in English", lambda text: re.sub(r" allowed( by then)?(?=\.| \()", " expected", text)),
        ("q", "withheld as provisional", lambda text: text.replace("数据不予公布，本期不作评价。", "这是初步数，不据以判定完成或超过。")),
    )
    for letter, what, change in changes:
        noticed = None
        for lines, facts in reader.reasons:
            wrong = [changed for line in lines if (changed := change(line))]
            is_right = not reasons.read(lines, facts) and facts.figure is not None
            if wrong != lines and is_right:
                noticed = bool(reasons.read(wrong, facts))
                break
        yield letter, what, noticed


def in_sums(site, plan):
    """The sum of the shares of the regions, one more; and the word that compares it the other way."""
    published = rederive.Published(Path(site) / plan / "data")
    for page in sorted((Path(site) / plan).glob("items/*/index.html")):
        for article in re.findall(r'<article class="indicator".*?</article>', page.read_text(encoding="utf-8"), re.S):
            indicator = published.indicators[re.search(r'id="([^"]+)"', article).group(1)]
            for name, text, found in together.said_in(article, "zh"):
                if name != "shares" or not found or "way" not in found.groupdict() or found["way"] is None:
                    continue
                wrong = [text.replace("合计", "合计1", 1), text.replace("多", "少") if "多" in text else text.replace("少", "多")]
                read = [together.FORMS[name][0].match(one) for one in (text, *wrong)]
                faults = [list(together.check(name, one, published, indicator, 1)) for one in read]
                return not faults[0] and all(faults[1:])
    return None


WRONG_SCORES = (
    ("the points of a part", "part_score", lambda row: row["state"] == "scored", lambda row: str(Fraction(row["part_score"]) + 1)),
    ("a weight that was used", "weight_used", lambda row: row["total"] and row["state"] == "scored", lambda row: "0"),
    ("a total", "total", lambda row: row["total"], lambda row: "1"),
    ("a place", "place", lambda row: row["place"], lambda row: "9"),
    ("a missing figure as nothing", "state", lambda row: row["state"] == "missing", lambda row: "scored"),
    ("no target as a missing figure", "state", lambda row: row["state"] == "no_target", lambda row: "missing"),
    ("a target that came later", "target", lambda row: row["target"] and row["state"] == "scored", lambda row: str(Fraction(row["target"]) + 4)),
)


def in_scores(site, content, copied):
    """(what, whether it was noticed) of wrong cells of an evaluation."""
    for what, column, is_wanted, wrong in WRONG_SCORES:
        yield what, next(wrong_cells(site, content, copied, column, is_wanted, wrong), None)


def wrong_cells(site, content, copied, column, is_wanted, wrong):
    """Whether one wrong cell of a plan's evaluation is noticed, plan by plan; a plan that is wrong already shows nothing."""
    for table in sorted(Path(site).glob("*/data/evaluation.csv")):
        plan, rows = table.parent.parent.name, rederive.read_table(table)
        row = next(filter(is_wanted, rows), None)
        if row is None or scores.read(site, content, plan)[1]:
            continue
        row[column] = wrong(row)
        shutil.rmtree(copied, ignore_errors=True)
        shutil.copytree(table.parent, Path(copied) / plan / "data")
        with open(Path(copied) / plan / "data/evaluation.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, row.keys())
            writer.writeheader()
            writer.writerows(rows)
        yield bool(scores.read(copied, content, plan)[1])


def in_changes(reader_of_changes):
    """A word that stayed the same, in a list of changes and in what `diff` prints."""
    pill = '<span class="pill"><span>达到序时进度</span></span>'
    page = f'<section id="x"><h3>状态有变化的事项</h3> <ul class="changes"><li>{pill}{pill}</li></ul></section>'
    return bool(list(reader_of_changes(page)))


def all_kinds(site, content, plans, scratch, reader):
    """(letter, what was planted, whether it was noticed; None where no plan has the situation)."""
    scratch.mkdir()
    for at, letter, what, plant in IN_PLAN_JSON:
        results = (in_plan_json(site, plan.name, scratch, met.NAMES[at], plant) for plan in plans)
        yield letter, what, next((one for one in results if one is not None), None)
    rest = {}
    for plan in plans:
        data = Path(site) / plan.name / "data"
        history = Path(content) / "plans" / plan.name / "data" / "allocations.csv"
        published = elsewhere.with_history(rederive.Published(data), history)
        before, _ = elsewhere.known_on(published, data, plan.first_day)
        newest = elsewhere.newest_period(site, plan.name)
        for key, find in (
            (("h", "a share that was changed after the period"), lambda: in_explained(published, plan.cuts(), newest)),
            (("l", "a count of regions in another unit"), lambda: in_diff(published, before)),
            (("n", "a withheld region called missing"), lambda: in_lists(site, plan.name, published)),
            (("h", "a sum of shares, and the word beside it"), lambda: in_sums(site, plan.name)),
            (("l", "a word that stayed the same"), lambda: in_changes(lambda page: elsewhere.check_counts(site, plan.name, page))),
        ):
            if rest.get(key) is None:
                rest[key] = find()
    yield from ((*key, noticed) for key, noticed in rest.items())
    yield from in_sentences(reader)
    yield from in_reasons(reader)
