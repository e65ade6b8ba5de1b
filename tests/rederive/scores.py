#!/usr/bin/env python3
"""Scores regions again by the rules on the page of the evaluation, and holds evaluation.csv to it.

    scores.py FOLDER --seed 1 --plans 12    a content folder of plans that are evaluated
    scores.py SITE CONTENT PLAN...          what evaluation.csv says differently

Points are made of a region's own figure of the period itself; no earlier one stands in for it. Its target is its share as
it was on the last day of the period. A share of a net change that is a loss, or nothing, is no target to be completed.
"""

import argparse
import random
import sys
from fractions import Fraction
from pathlib import Path

import elsewhere
import generate
import rederive
from generate import DAY, decimal, last_day, month_text

METHODS = ("completion", "completion", "efficacy", "rank")
# Phrase, unit, measure, aggregate, scope, more lines; and what figures are about.
SHARED = [
    ('"120家以上"', "家", "count", "sum", "plan", (), 120),
    ('"净增40家"', "家", "count", "sum", "plan", (), 40),
    ('"净减40家"', "家", "count", "sum", "plan", (), 40),
    ('"净增1000人左右"', "人", "count", "sum", "plan", (), 1000),
    ('"12家以上"', "家", "count", "none", "each-region", (), 12),
    ('"突破30家"', "家", "count", "none", "each-region", (), 30),
    ('"60%以上"', "%", "share", "none", "each-region", (), 60),
    ('"达到80户"', "户", "stock", "none", "each-region", ('baseline = "30"',), 80),
    ('"降到20户"', "户", "stock", "none", "each-region", ('baseline = "50"', 'better = "lower"'), 20),
]
# A growth or a limit has no completion.
OTHERS = [
    ('"增长8%以上"', "%", "growth", "none", "plan", (), 8),
    ('"不超过50起"', "起", "count", "none", "plan", (), 50),
    ('"低于20户"', "户", "stock", "none", "each-region", (), 20),
    ('"净流出控制在30人以内"', "人", "count", "sum", "plan", (), 30),
]
WEIGHTS = {1: [100], 2: [60, 40], 3: [Fraction(333, 10), Fraction(333, 10), Fraction(334, 10)], 4: [40, 30, 20, 10]}


def write_plan(site, name, rng):
    method = rng.choice(METHODS)
    first, last = generate.cut("2023-01"), generate.cut("2023-12")
    half = generate.cut("2023-06")
    is_over = rng.random() < 0.5
    day = (last_day(last) if is_over else last_day(half)) + 40 * DAY
    kinds = rng.sample(SHARED + (OTHERS if method != "completion" else []), rng.choice([1, 2, 3, 4]))
    rows, shares, texts, weights = [], [], [], []
    for number, (phrase, unit, measure, aggregate, scope, more, about) in enumerate(kinds, 1):
        id = f"e{number}"
        schedule = "level" if measure in ("growth", "share") else "linear" if more or measure == "count" else "level"
        lines = ["[[indicators]]", f'id = "{id}"', f'name = "指标{id}"', f"target = {phrase}", f'unit = "{unit}"', f'measure = "{measure}"']
        lines += [f'aggregate = "{aggregate}"', f'scope = "{scope}"', f'schedule = "{schedule}"', *more]
        own = [*site.counted]
        if rng.random() < 0.25 and len(own) > 1:
            own = own[:-1]
            lines.append("regions = [" + ", ".join(f'"{one}"' for one in own) + "]")
        lines += ['reporter = "office"', 'nature = "administrative"', 'source = "示例"']
        texts.append("\n".join(lines))
        weights.append((id, WEIGHTS[len(kinds)][number - 1]))
        is_net, has_shares = "净" in phrase, scope == "plan" or rng.random() < 0.4
        for region in own:
            if has_shares and measure != "growth" and rng.random() < 0.85:
                part = Fraction(about // len(own) if scope == "plan" else about + rng.choice([0, 3, 5]))
                part = rng.choice([part, part, Fraction(0) if scope == "plan" else part, -part if is_net else part])
                since = rng.choice([last_day(first), last_day(first), last_day(half + 1)])
                shares.append((id, region, decimal(part), str(since), "示例", ""))
                if rng.random() < 0.4 and since < last_day(half):
                    later = rng.choice([last_day(half), last_day(half) + DAY, last_day(half) + 30 * DAY])
                    shares.append((id, region, decimal(part + rng.choice([4, 7]) * (-1 if part < 0 else 1)), str(later), "示例", "调整"))
            base = about // len(own) if scope == "plan" else about
            for at in (first + 2, half, *([last] if is_over else [])):
                flag = rng.choice([*" " * 14, "p", "e", "c", "n", "x", "z", "none"]).strip()
                value = rng.choice([0, base, base // 2, base * 2, base - 1, base + 1, *([-base, -1] if is_net or measure == "growth" else [])])
                if flag == "none" or (flag == "n" and at == last):
                    continue
                text = "" if flag in ("c", "n", "x", "z") else decimal(Fraction(value))
                rows.append((month_text(at), id, region, text, flag, str(last_day(at) + 5 * DAY), "示例", "空" if flag in ("c", "n", "x", "z") else "", ""))
    head = ["+++", "number = 1", 'title = "事项"', 'section = "all"', 'departments = [{ id = "office", role = "sole" }]', f"regions = {[*site.counted]}".replace("'", '"')]
    site.write(f"plans/{name}/items/01.md", "\n\n".join(["\n".join(head), *texts, "+++", "示例。\n"]))
    at = rng.randint(1, len(site.counted))
    groups = [part for part in (site.counted[:at], site.counted[at:]) if part]
    told = [f'{{ id = "g{n}", title = "组{n}", regions = {part} }}'.replace("'", '"') for n, part in enumerate(groups, 1)]
    parts = ", ".join(f'{{ indicator = "{id}", weight = "{decimal(Fraction(weight))}" }}' for id, weight in weights)
    lines = ["+++", f'title = "计划{name}"', 'issuer = "办公室"', "issued = 2022-12-31", "start = 2023-01-01", "end = 2023-12-31", f"as_of = {day}"]
    lines += ['regions_public = "values"', 'sections = [{ id = "all", title = "全部" }]', "[scoring]", 'basis = { title = "示例" }', f'method = "{method}"']
    lines += [f'cap = "{rng.choice(["1", "1.2"])}"'] if method == "completion" else []
    lines += [f'missing = "{rng.choice(["unscored", "reweight"])}"', f"weights = [{parts}]", f'groups = [{", ".join(told)}]', "+++", "", "示例。", ""]
    site.write(f"plans/{name}/plan.md", "\n".join(lines))
    head = "period,indicator,region,value,flag,recorded,source,note,revision\n"
    site.write(f"plans/{name}/data/figures.csv", head + "".join(",".join(row) + "\n" for row in rows))
    head = "indicator,region,target,recorded,source,note\n"
    site.write(f"plans/{name}/data/allocations.csv", head + "".join(",".join(row) + "\n" for row in shares))


def write_site(folder, seed, names):
    rng = random.Random(seed)
    site = generate.Site(rng, folder, ("data", "lists"))
    for name in names:
        write_plan(site, name, rng)


# --------------------------------------------------------------------------------------------
# Points, totals and places


def part_of(stand, indicator, region, cut, method):
    """(state, figure, target) of one part of a region."""
    if region not in indicator.regions:
        return "not_applicable", None, None
    figure = rederive.region_series(stand, indicator, region).get(cut)
    if figure is not None and figure.kind == "z":
        return "not_applicable", None, None
    value = figure.value if figure is not None and figure.kind == "value" else None
    target = None
    if method == "completion":
        question = rederive.question_of_region(stand, indicator, region, value)
        is_asked = question.is_share or indicator.scope == "each-region"
        # A loss that is allowed, or nothing, cannot be completed; nor can a share from nobody knows where.
        if is_asked and not question.is_loss and not question.has_no_start and rederive.completion_of(question, value or Fraction(0)) is not None:
            target = question
    if method == "completion" and target is None:
        return "no_target", value, None  # Nothing is asked of it, so that nothing of it is missing.
    if value is None:
        return "missing", None, target
    return "scored", value, target


def points(method, cap, value, question, others, lower):
    """The points of a part, beside the figures of the group."""
    if method == "completion":
        share = rederive.completion_of(question, value)
        return min(max(share, Fraction(0)), cap) * 100
    if method == "efficacy":
        best, worst = (min(others), max(others)) if lower else (max(others), min(others))
        return Fraction(100) if best == worst else (value - worst) / (best - worst) * 40 + 60
    return (len(others) - rank_of(value, others, lower) + 1) / Fraction(len(others)) * 100


def rank_of(value, others, lower):
    """Equal figures share the mean of their ranks."""
    better = sum(one < value if lower else one > value for one in others)
    return better + Fraction(others.count(value) + 1, 2)


def total_of(parts, weights, missing):
    """The total of a region and the weights that were used; none where what is missing leaves it unscored."""
    scored = {id: score for id, (state, score) in parts.items() if state == "scored"}
    is_missing = any(state == "missing" for state, _ in parts.values())
    if not scored or (is_missing and missing == "unscored"):
        return None, {}
    whole = sum(weights[id] for id in scored)
    used = {id: weights[id] * 100 / whole for id in scored}
    return sum(used[id] * score for id, score in scored.items()) / 100, used


def check_group(published, rows):
    """What is wrong with one group in one period."""
    cut, method = rederive.cut_of(rows[0]["period"]), rows[0]["method"]
    cap, missing = rederive.number(rows[0]["cap"]), rows[0]["missing"]
    stand = rederive.at_end_of(published, cut)
    regions = list(dict.fromkeys(row["region"] for row in rows))
    weights = {row["indicator"]: Fraction(row["weight"]) for row in rows}
    parts = {(id, region): part_of(stand, stand.indicators[id], region, cut, method) for id in weights for region in regions}
    totals = {}
    mine = {}
    for id in weights:
        others = [parts[id, region][1] for region in regions if parts[id, region][1] is not None]
        lower = stand.indicators[id].direction == "lower"
        for region in regions:
            state, value, question = parts[id, region]
            score = points(method, cap, value, question, others, lower) if state == "scored" else None
            mine[id, region] = state, score, value, question, others, lower
    for region in regions:
        total, used = total_of({id: mine[id, region][:2] for id in weights}, weights, missing)
        totals[region] = rederive.printed(total, 9), used
    for row in rows:
        id, region = row["indicator"], row["region"]
        state, score, value, question, others, lower = mine[id, region]
        total, used = totals[region]
        place = None if total is None else 1 + sum(one is not None and one > total for one, _ in totals.values())
        wanted = {"state": state, "value": value, "part_score": rederive.printed(score, 9), "total": total, "place": place}
        if total is not None and state == "scored":
            wanted["weight_used"] = rederive.printed(used[id], 9)
        if state == "scored" and method == "completion":
            wanted["target"] = question.asked
            wanted["completion"] = rederive.printed(rederive.completion_of(question, value), 9)
        if state == "scored" and method == "rank":
            wanted |= {"rank": rank_of(value, others, lower), "compared": len(others)}
        if state == "scored" and method == "efficacy":
            ends = (min(others), max(others))
            wanted |= {"best": ends[not lower], "worst": ends[lower], "compared": len(others)}
        for name, right in wanted.items():
            told = row[name] if name == "state" else rederive.number(row[name])
            if told != right:
                yield f"{row['period']} {row['group']} {region} {id}: {name} is {row[name] or '–'}, not {rederive.text_of(right)}"


def read(site, content, plan):
    """How many rows of a plan's evaluation were scored again, and what is wrong."""
    data = Path(site) / plan / "data"
    history = Path(content) / "plans" / plan / "data" / "allocations.csv"
    published = elsewhere.with_history(rederive.Published(data), history)
    groups = {}
    for row in rederive.read_table(data / "evaluation.csv"):
        groups.setdefault((row["period"], row["group"]), []).append(row)
    problems = [f"{data}: {one}" for rows in groups.values() for one in check_group(published, rows)]
    return sum(map(len, groups.values())), problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("content", nargs="?")
    parser.add_argument("plan", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plans", type=int, default=12)
    args = parser.parse_args()
    if not args.content:
        write_site(args.folder, args.seed, [f"s{n:03}" for n in range(args.plans)])
        return 0
    total, problems = 0, []
    for plan in args.plan:
        count, found = read(args.folder, args.content, plan)
        total += count
        problems += found
    print(*problems, f"{total} rows of evaluations, {len(problems)} contradictions", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
