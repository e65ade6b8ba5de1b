#!/usr/bin/env python3
"""Writes a content folder of plans in which every indicator is in one of the situations where rules are hard to tell.

    situations.py FOLDER --seed 1 --plans 6

`generate.py` meets everything now and then; here each situation of README's list is met in every plan, with figures
that stand exactly on a line, one step beside it, or nowhere near. The same seed gives the same bytes. Plans have two
editions, so that there is a page of changes, and pages of periods.
"""

import argparse
import random
from fractions import Fraction

import generate
from generate import DAY, MONTHS, decimal, last_day, month_text

NODES = "expected"
SPANS = [("2023-01", "2023-12")] * 4 + [("2023-04", "2024-03"), ("2022-07", "2023-12"), ("2022-01", "2023-12")]


def has_short_decimal(value, digits=4):
    """Says whether a number can be reported with so many decimals."""
    return (Fraction(value) * 10**digits).denominator == 1


KINDS = (
    "baselines baselines baselines below_zero strict strict strict ceilings ceilings tolerances tolerances partial_sums partial_sums partial_sums "
    "overrides overrides allocations each_with_gaps each_with_gaps cadence_with_gaps coverages coverages cadence_with_skips "
    "cadence_with_skips counts_of_regions projections projections projections projections flagged_regions flagged_regions withheld withheld "
    "net_changes net_changes net_changes withheld_sums withheld_sums decided_before decided_before silent_parts silent_parts "
    "own_limits own_limits own_limits coverage_nodes broken_baselines no_part_yet not_due_again silent_ratio decided_late"
).split()


class SituationPlan:
    """A plan of about twenty indicators, each made for one situation."""

    def __init__(self, site, name, rng):
        self.site, self.name, self.rng = site, name, rng
        first, last = rng.choice(SPANS)
        self.first, self.last = generate.cut(first), generate.cut(last)
        months = self.last - self.first + 1
        self.is_over = rng.random() < 0.2
        # `now` is the newest period that is over; it ends a quarter, so that every way to cut time meets there.
        ends = [at for at in range(self.first + 5, self.last) if (at + 1) % 3 == 0]
        self.now = self.last if self.is_over else rng.choice(ends)
        self.day = last_day(self.now) + rng.choice([6, 11, 15, 21, 25]) * DAY
        self.before = self.now - 3
        self.first_day = last_day(self.before) + 25 * DAY  # of the first edition
        self.is_long = months > 12
        self.counted = site.counted
        self.rows, self.shares, self.texts = [], [], []
        self.ids = 0

    # ---- pieces

    def month(self, at):
        return month_text(at)

    def elapsed(self, at):
        return Fraction(at - self.first + 1, self.last - self.first + 1)

    def cuts(self, every="quarter", until=None):
        until = self.now if until is None else until
        return [at for at in range(self.first, until + 1) if (at + 1) % MONTHS[every] == 0]

    def new_id(self, letter):
        self.ids += 1
        return f"{letter}{self.ids:02}"

    def row(self, indicator, region, at, value, flag="", recorded=None, note=""):
        recorded = recorded or last_day(at) + self.rng.choice([3, 4, 5]) * DAY
        text = "" if value is None else decimal(value)
        self.rows.append((month_text(at), indicator, region, text, flag, str(recorded), "示例", note, ""))

    def share(self, indicator, region, value, recorded=None):
        recorded = recorded or last_day(self.first)
        self.shares.append((indicator, region, decimal(value), str(recorded), "示例", ""))

    def indicator(self, id, target, unit, measure, schedule, aggregate="none", scope="plan", reporter=None, more=()):
        """The front matter of an indicator. `schedule` is a word, or the nodes."""
        if isinstance(schedule, list):
            points = ", ".join(f'["{month_text(at)}", "{decimal(amount)}"]' for at, amount in schedule)
            schedule = f"{{ expected = [{points}] }}"
        else:
            schedule = f'"{schedule}"'
        lines = ["[[indicators]]", f'id = "{id}"', f'name = "指标{id}"', *([f"target = {target}"] if target else [])]
        lines.append(f'unit = "{unit}"')
        lines += [f'measure = "{measure}"', f'aggregate = "{aggregate}"', f'scope = "{scope}"', f"schedule = {schedule}"]
        reporter = reporter or self.rng.choice(["office", "regions"])
        lines += [f'reporter = "{reporter}"', 'nature = "administrative"', 'source = "示例"', *more]
        self.texts.append("\n".join(lines))

    def parts_of_share(self, ids):
        """The numerator and the denominator of a share."""
        for id in ids:
            lines = ["[[indicators]]", f'id = "{id}"', f'name = "指标{id}"', 'unit = "宗"', 'measure = "count"']
            lines += ['aggregate = "sum"', 'schedule = "none"', 'reporter = "office"', 'source = "示例"']
            self.texts.append("\n".join(lines))

    def report(self, every="quarter", within=20, skip=()):
        skips = f', skip = [{", ".join(f"{chr(34)}{month_text(at)}{chr(34)}" for at in skip)}]' if skip else ""
        return f'report = {{ every = "{every}", within_days = {within}{skips} }}'

    def is_due(self, within):
        return last_day(self.now) + within * DAY < self.day

    def beside(self, line, step, least=None):
        """The line itself, mostly; or a step beside it."""
        value = line + self.rng.choice([0, 0, 0, step, -step, 5 * step, -8 * step])
        return value if least is None else max(least, value)

    def spread(self, total, count):
        """Whole parts that add up to a whole number."""
        cuts = sorted(self.rng.randint(0, total) for _ in range(count - 1))
        return [high - low for low, high in zip([0, *cuts], [*cuts, total])]

    # ---- the situations, by the letters of README's list

    def baselines(self):
        """a. A region's share of what starts from a baseline: where the region began nobody has stated."""
        rng, counted = self.rng, self.counted
        measure = rng.choice(["stock", "stock", "growth", "share"])
        if measure == "stock":
            whole = Fraction(rng.choice([30000, 29970, 6600, 1210, 480, 3500, 900]))
            base = whole - rng.choice([100, 37, 70, 250, 130, 11])
        else:
            whole = Fraction(rng.choice([60, 48, 75, 90, 36]))
            base = whole - rng.choice([5, 7, 13, 20])
        if measure == "stock" and rng.random() < 0.25:
            base = whole + rng.choice([100, 37, 70])  # to be reduced
        is_by_nodes = measure != "stock" or (base < whole and rng.random() < 0.4)
        nodes = base + (whole - base) * Fraction(rng.choice([2, 4, 5, 8]), 10) if is_by_nodes else None
        tau = (nodes - base) / (whole - base) if is_by_nodes else self.elapsed(self.now)
        step = Fraction(1) if measure == "stock" else Fraction(1, 10)
        part = whole / len(counted) if measure == "stock" else whole
        id = self.new_id("a")
        unit = "%" if measure != "stock" else rng.choice(["户", "亩"])
        scope = "each-region" if rng.random() < 0.2 else "plan"
        about = "左右" if rng.random() < 0.2 else ""
        way = {True: f"降到{decimal(whole)}{unit}{about}", False: f"达到{decimal(whole)}{unit}{about}"}[base > whole]
        if measure == "growth":
            way = f"增长{decimal(whole)}%{about}"
        schedule = "linear" if nodes is None else [(self.now, nodes), (self.last, whole)]
        if nodes is not None and self.now == self.last:
            schedule = [(self.last - 3, nodes), (self.last, whole)]
        more = [f'baseline = "{decimal(base)}"']
        if base > whole:
            more.append('better = "lower"')
        aggregate = "sum" if measure == "stock" and scope == "plan" else "none"
        self.indicator(id, f'"{way}"', unit, measure, schedule, aggregate, scope, more=more)
        for region in counted:
            share = Fraction(part // 1) - rng.choice([0, 0, 1, 2, 3, 5, 7, 10])
            self.share(id, region, share)
            line = share * tau if rng.random() < 0.3 else share
            value = self.beside(line if measure != "stock" else line // 1, step, 0)
            self.row(id, region, self.now, value, rng.choice(["", "", "", "", "p"]))
        if measure != "stock" and scope == "plan":
            value = base + (whole - base) * tau
            value = value if has_short_decimal(value, 3) else Fraction(value * 1000 // 1, 1000)
            self.row(id, "", self.now, self.beside(value, step))

    def below_zero(self):
        """b. More is better, below zero, under nodes."""
        rng = self.rng
        id = self.new_id("b")
        target = Fraction(rng.choice([-2, -3, Fraction(-5, 2), -10]))
        if self.now == self.last:
            cuts = [self.last - 6, self.last - 3, self.last]
        else:
            cuts = [self.first + 1, self.now, self.last]
        nodes = [(at, target - worse) for at, worse in zip(cuts, (3, 1, 0))]
        line = target - (1 if self.now != self.last else 0)
        value = line + rng.choice([0, 0, 1, -1, -2, Fraction(1, 10), -line, 1 - line])
        if rng.random() < 0.75:
            self.indicator(id, f'"降幅控制在{decimal(-target)}%以内"', "%", "growth", nodes)
        else:
            phrase = f"{{ phrase = \"不低于-{decimal(-target)}亿元\", op = \">=\", value = \"{decimal(target)}\" }}"
            self.indicator(id, phrase, "亿元", "stock", nodes)
        self.row(id, "", self.now, value)
        if rng.random() < 0.3:
            for region in self.counted:
                self.share(id, region, target - rng.choice([0, 1]))
                self.row(id, region, self.now, line + rng.choice([0, 1, -1]))

    def strict(self):
        """c. 突破 and 低于 of whole things under nodes, of the whole area, of each region, with shares and without."""
        rng = self.rng
        id = self.new_id("c")
        whole = Fraction(rng.choice([100, 40, 12, 300]))
        kind = rng.choice(["more", "more", "fewer", "level", "each", "each-short", "each-shares", "shares"])
        half = Fraction(whole // 2)
        middle = self.now if self.now != self.last else self.last - 3
        nodes = [(middle, half), (self.last, whole)]
        aggregate, scope = "none", "plan"
        measure, target = rng.choice(["count", "event"]), f'"突破{decimal(whole)}个"'
        line = half if self.now != self.last else whole
        least = Fraction(0)
        if kind == "fewer":
            target = f'"低于{decimal(whole)}个"'
            nodes = [(self.first + 1, Fraction(whole // 4)), (self.now, half), (self.last, whole)]
            if self.now >= self.last:
                nodes = [(self.last - 3, half), (self.last, whole)]
        elif kind == "level":
            measure, target = "stock", f'"低于{decimal(whole)}个"'
            nodes = [(middle, whole + half), (self.last, whole)]
            line = whole + half if self.now != self.last else whole
        elif kind == "each-short":
            target = f'"{rng.choice(["", "超"])}{decimal(whole)}个"'
            nodes = [(middle, half), (self.last - 1, Fraction(whole * 3 // 4))]
            if middle >= self.last - 1:
                nodes = nodes[:1]
        if kind.startswith("each"):
            scope = "each-region"
            if kind == "each" and rng.random() < 0.5:
                target = f'"达到{decimal(whole)}个"'
        elif kind == "shares":
            aggregate = "sum"
        self.indicator(id, target, "个", measure, nodes, aggregate, scope)
        counted = self.counted
        if kind.endswith("shares"):
            parts = [whole - rng.choice([0, 0, 2, 10]) for _ in counted] if kind == "each-shares" else self.spread(int(whole), len(counted))
            for region, part in zip(counted, parts):
                if part:
                    self.share(id, region, part)
                self.row(id, region, self.now, self.beside(Fraction(part * half // whole), 1, least))
        elif kind.startswith("each"):
            for region in counted:
                self.row(id, region, self.now, self.beside(line, 1, least))
        else:
            self.row(id, "", self.now, self.beside(line, 1, least))

    def ceilings(self):
        """d. What may be used up to a node is the next node's; and ceilings of nothing."""
        rng = self.rng
        id = self.new_id("d")
        unit, measure = rng.choice([("起", "count"), ("亿元", "count"), ("场", "event")])
        if rng.random() < 0.5:
            nodes = [(at, Fraction(0)) for at in rng.choice([[self.last], [self.first + 2, self.last]])]
            self.indicator(id, f'"控制在0{unit}以内"', unit, measure, nodes)
            self.row(id, "", self.now, Fraction(rng.choice([0, 0, 0, 0, 1, 2])), rng.choice(["", "", "", "p"]))
            return
        whole = Fraction(rng.choice([10, 40, 200]))
        amounts = [Fraction(whole * 3 // 10), Fraction(whole * 6 // 10), whole]
        cuts = sorted(rng.sample(range(self.first, self.last), 2)) + [self.last]
        self.indicator(id, f'"控制在{decimal(whole)}{unit}以内"', unit, measure, list(zip(cuts, amounts)))
        allowed = next(amount for at, amount in zip(cuts, amounts) if at >= self.now)
        self.row(id, "", self.now, self.beside(allowed, 1, 0))

    def tolerances(self):
        """e. 左右 of a share: what was written for the whole, and what is usual for the share's own number."""
        rng = self.rng
        id = self.new_id("e")
        measure, unit, whole = rng.choice([("count", "家", 100), ("count", "家", 300), ("stock", "亩", 240), ("growth", "%", 8), ("share", "%", 60)])
        usual = Fraction(1, 2) if unit == "%" else Fraction(whole, 20)
        written = rng.choice([Fraction(0), usual / 5, usual * 2, usual * 3])
        if unit == "家":
            written = Fraction(written // 1)
        is_each = rng.random() < 0.4
        target = f'{{ phrase = "{whole}{unit}左右", op = "approx", value = "{whole}", tolerance = "{decimal(written)}" }}'
        if measure == "growth":
            target = target.replace('phrase = "', 'phrase = "增长')
        schedule = "level" if measure != "count" else rng.choice(["level", "none", "linear"])
        aggregate = "sum" if measure in ("count", "stock") and not is_each else "none"
        self.indicator(id, target, unit, measure, schedule, aggregate, "each-region" if is_each else "plan")
        for region in self.counted:
            part = Fraction(whole // len(self.counted)) if aggregate == "sum" else Fraction(whole) - rng.choice([0, 1, 2, -2])
            if rng.random() < 0.85 or aggregate == "sum":
                self.share(id, region, part)
            own = Fraction(1, 2) if unit == "%" else part / 20 if unit == "亩" else Fraction(0) if part < 5 else Fraction(max(1, part // 20))
            least = min(own, written)
            step = Fraction(1, 10) if unit != "家" else Fraction(1)
            value = part - rng.choice([least, least + step, own, written, own + step])
            self.row(id, region, self.now, max(Fraction(0), value))
        if aggregate == "none" and not is_each:
            self.row(id, "", self.now, whole - rng.choice([written, usual, written + Fraction(1, 10)]))

    def partial_sums(self):
        """f. Only some regions have reported: what decides alone, and what does not, with and without an older sum."""
        rng, counted = self.rng, self.counted
        id = self.new_id("f")
        whole = 12 * len(counted)
        is_ceiling = rng.random() < 0.4
        target = f'"控制在{whole}家以内"' if is_ceiling else f'"{whole}家以上"'
        has_older = rng.random() < 0.5
        within = rng.choice([5, 20, 30])
        more = [self.report("quarter", within)] if rng.random() < 0.75 else []
        measure = rng.choice(["count", "event", "count", "stock"])
        schedule = rng.choice(["linear", "linear", "none", [(self.before, Fraction(6)), (self.last, Fraction(whole))]])
        if measure == "stock":
            schedule = rng.choice(["none", "level"])
        if is_ceiling and isinstance(schedule, list):
            schedule = "linear"
        aggregate = rng.choice(["sum", "sum", "sum", "max"])
        self.indicator(id, target, "家", measure, schedule, aggregate, more=more)
        told = rng.sample(counted, rng.randint(1, len(counted) - 1))
        if has_older:
            for region in counted:
                self.row(id, region, self.before, Fraction(rng.choice([1, 2, 3])))
        # The first period of all is only partly reported where there is nothing older.
        decides = rng.random() < 0.5
        total = whole + rng.choice([0, 3]) + (1 if is_ceiling else 0) if decides else rng.randint(len(told), whole - 1)
        for region, part in zip(told, self.spread(total, len(told))):
            self.row(id, region, self.now, Fraction(part), rng.choice(["", "", "", "", "", "p"]))
        if rng.random() < 0.3:
            other = rng.choice([region for region in counted if region not in told])
            flag = rng.choice("zcx" if self.now == self.last else "zcxn")
            self.row(id, other, self.now, None, flag, note="空")
        if rng.random() < 0.1 and self.now != self.last:
            self.row(id, "", self.now, None, "n", note="空")

    def overrides(self):
        """g. A status set by hand, and figures of its own period and of later ones, recorded before and after it."""
        rng = self.rng
        if self.before <= self.first:
            return
        id = self.new_id("g")
        period = self.before
        day = last_day(self.now) + rng.choice([-20, 3, 5]) * DAY
        if rng.random() < 0.4:
            day = last_day(period) + 10 * DAY  # It stood in the edition before.
        status = rng.choice(["behind", "slightly_behind", "not_applicable", "ahead"])
        override = f'override = {{ period = "{month_text(period)}", status = "{status}", author = "办公室", date = {day}, reason = "示例" }}'
        schedule = "linear"
        self.indicator(id, '"120家以上"', "家", "count", schedule, more=[override])
        self.row(id, "", period, 120 * self.elapsed(period) // 1 + rng.choice([0, 10]))
        case = rng.choice(["early later figure", "late later figure", "same, after", "same, before", "other flag"])
        if case == "early later figure":
            self.row(id, "", self.now, Fraction(100), "", last_day(self.now) + 2 * DAY)
        elif case == "late later figure":
            self.row(id, "", self.now, Fraction(100), "", max(day, last_day(self.now)) + DAY)
        elif case == "same, after" and day + DAY <= self.day:
            self.rows.pop()
            self.row(id, "", period, Fraction(30), "", day + DAY)
        elif case == "other flag":
            self.row(id, "", self.now, None, rng.choice("zc"), day - DAY if day > last_day(self.now) + DAY else None, "空")

    def allocations(self):
        """h. Shares that were changed, or given only later, held against every period as they stood at its end."""
        rng = self.rng
        id = self.new_id("h")
        whole = Fraction(240)
        is_each = rng.random() < 0.3
        target = f'"{decimal(whole // len(self.counted) if is_each else whole)}家以上"'
        self.indicator(id, target, "家", "count", "linear", "none" if is_each else "sum", "each-region" if is_each else "plan")
        cuts = self.cuts()
        for number, region in enumerate(self.counted):
            part = Fraction(whole // len(self.counted))
            first = rng.choice([last_day(self.first), last_day(self.before) + 10 * DAY, last_day(self.now) - 3 * DAY])
            self.share(id, region, part, first)
            if number % 2 == 0 or rng.random() < 0.5:
                again = rng.choice([last_day(self.before), last_day(self.before) + DAY, last_day(self.now), last_day(self.now) + 2 * DAY])
                if again > first:
                    self.share(id, region, part + rng.choice([12, -12, 24]), again)
            for at in cuts:
                value = part * self.elapsed(at)
                self.row(id, region, at, max(Fraction(0), value // 1 + rng.choice([0, 0, 1, -1, 2])))

    def each_with_gaps(self):
        """i. Some regions owe a figure: their best and their worst."""
        rng, counted = self.rng, self.counted
        id = self.new_id("i")
        self.indicator(id, '"120家以上"', "家", "count", "linear", "none", "each-region", "regions", [self.report("quarter", 5)])
        line = -(-120 * self.elapsed(self.now) // 1)
        owing = rng.sample(counted, rng.randint(1, max(1, len(counted) // 2)))
        good = rng.choice([0, 0, Fraction(1, 3), Fraction(2, 3), 1])
        had_all = rng.random() < 0.4
        for number, region in enumerate(counted):
            if had_all and region not in owing:
                self.row(id, region, self.before, Fraction(120 * self.elapsed(self.before) // 1))
            if region in owing:
                if had_all or rng.random() < 0.5:
                    self.row(id, region, self.before, Fraction(120 * self.elapsed(self.before) // 1))
                continue
            is_good = number < good * len(counted)
            self.row(id, region, self.now, Fraction(line if is_good else max(0, line - 20)))

    def cadence_with_gaps(self):
        """i. Parts of a frequency that are not known."""
        rng = self.rng
        id = self.new_id("i")
        asked = rng.choice([1, 2])
        self.indicator(id, f'"每月至少{asked}场"', "场", "event", "linear", more=[self.report("month", 5)])
        total = Fraction(0)
        for at in range(self.first, self.now + 1):
            if rng.random() < 0.85:
                total += asked
            if at == self.now or rng.random() < 0.75:
                self.row(id, "", at, total)

    def coverages(self):
        """j. Covered or not: 1 and 0, or a share made of two figures of which only the whole counts."""
        rng = self.rng
        id = self.new_id("j")
        is_share = rng.random() < 0.6
        target = '{ phrase = "全覆盖", op = "coverage" }'
        parts = [f"{id}a", f"{id}b"] if is_share else []
        more = [f'numerator = "{parts[0]}"', f'denominator = "{parts[1]}"'] if is_share else []
        self.indicator(id, target, "%", "share", rng.choice(["level", "none"]), "none", "each-region", more=more)
        self.parts_of_share(parts)
        for region in self.counted:
            if is_share:
                self.row(parts[0], region, self.now, Fraction(rng.choice([10, 10, 6, 9, 0])))
                self.row(parts[1], region, self.now, Fraction(10))
            else:
                self.row(id, region, self.now, Fraction(rng.choice([1, 1, 1, 0])))

    def written_shares(self):
        """j. A share written where a coverage asks for 1 or 0: refused, or not covered; never covered."""
        id = self.new_id("j")
        self.indicator(id, '{ phrase = "全覆盖", op = "coverage" }', "%", "share", "level", "none", "each-region")
        for region in self.counted:
            self.row(id, region, self.now, Fraction(60))

    def cadence_with_skips(self):
        """k. A part that is excused and has no row, and the figure after it."""
        rng = self.rng
        id = self.new_id("k")
        is_lower = rng.random() < 0.3
        asked = 2 if is_lower else rng.choice([1, 1, 2])
        every = rng.choice(["month", "month", "quarter"])
        if every == "quarter" and self.first % 3:
            every = "month"
        ends = self.cuts(every, self.last)
        known = [at for at in ends if at <= self.now]
        if len(known) < 3:
            every = "month"
            ends = self.cuts(every, self.last)
            known = [at for at in ends if at <= self.now]
        skipped = rng.sample(known[:-1], rng.choice([1, 1, 2]))
        word = {"month": "每月", "quarter": "每季度"}[every]
        phrase = f"{word}不超过{asked}场" if is_lower else f"{word}至少{asked}场"
        self.indicator(id, f'"{phrase}"', "场", "event", "linear", more=[self.report(every, 5, skipped)])
        total = Fraction(0)
        for at in known:
            total += rng.choice([0, 1]) if at in skipped else asked + rng.choice([0, 0, 0, 0, 1, -1])
            if at not in skipped or rng.random() < 0.3:
                self.row(id, "", at, total)

    def counts_of_regions(self):
        """l. A target of each region, of which the page of changes tells a count of regions."""
        rng = self.rng
        id = self.new_id("l")
        unit, measure = rng.choice([("亿元", "count"), ("家", "count"), ("%", "growth"), ("亩", "stock")])
        target = "增长8%以上" if unit == "%" else f"24{unit}以上"
        schedule = "level" if measure in ("growth", "stock") else "linear"
        self.indicator(id, f'"{target}"', unit, measure, schedule, "none", "each-region", more=[f'name_en = "{id}"'] if False else [])
        asked = Fraction(8 if unit == "%" else 24)
        for at in (self.before, self.now):
            line = asked if schedule == "level" else -(-asked * self.elapsed(at) // 1)
            for region in self.counted:
                self.row(id, region, at, line + rng.choice([0, 1, -1, 3]))

    def projections(self):
        """m. Where a pace leads to: little amounts, and little more than is there."""
        rng = self.rng
        id = self.new_id("m")
        unit, whole = rng.choice([("亿元", Fraction(1, 2)), ("亿元", Fraction(12)), ("亩", Fraction(3)), ("公里", Fraction(1, 10)), ("家", Fraction(40)), ("亿元", Fraction(1205))])
        is_lower = rng.random() < 0.3
        target = f'"控制在{decimal(whole)}{unit}以内"' if is_lower else f'"{decimal(whole)}{unit}以上"'
        self.indicator(id, target, unit, "count", "linear")
        digits = 0 if unit == "家" else rng.choice([1, 2, 3, 3, 4, 4])
        share = rng.choice([Fraction(1, 100), Fraction(1, 7), Fraction(2, 3), Fraction(17, 19), Fraction(1, 3)])
        scale = 10**digits
        for at in self.cuts():
            value = Fraction(whole * self.elapsed(at) * share * scale // 1, scale)
            self.row(id, "", at, value)

    def flagged_regions(self):
        """n. A region whose newest row says c, z or n, beside others that owe a row or say that nothing came."""
        rng = self.rng
        id = self.new_id("n")
        is_each = rng.random() < 0.5
        with_shares = is_each or rng.random() < 0.7
        more = [self.report("quarter", rng.choice([5, 5, 30]))] if rng.random() < 0.8 else []
        self.indicator(id, '"12家以上"', "家", rng.choice(["count", "stock"]), rng.choice(["none", "level"]), "none" if is_each else "sum", "each-region" if is_each else "plan", more=more)
        for region in self.counted:
            if with_shares:
                self.share(id, region, Fraction(12 if is_each else 3))
            if rng.random() < 0.6:
                self.row(id, region, self.before, Fraction(rng.choice([1, 2])))
            flag = rng.choice(["c", "z", "n", "c", "x", "", "absent"])
            if flag == "n" and self.now == self.last:
                flag = "z"
            if flag == "":
                self.row(id, region, self.now, Fraction(3))
            elif flag != "absent":
                self.row(id, region, self.now, None, flag, note="空")

    def withheld(self):
        """o. The newest figure is withheld; an older one is known, and something else is newer."""
        rng, counted = self.rng, self.counted
        id = self.new_id("o")
        more = [self.report("quarter", 30)] if rng.random() < 0.5 else []
        measure, target, unit, schedule = rng.choice(
            [
                ("count", "40家以上", "家", "linear"),
                ("event", "40场以上", "场", "none"),
                ("stock", "40家以上", "家", "level"),
                ("growth", "增长8%以上", "%", "level"),
                ("event", "每季度至少1场", "场", "linear"),
                ("count", "控制在40起以内", "起", "linear"),
                ("count", "40家以上", "家", [(self.before, Fraction(20)), (self.last, Fraction(40))]),
            ]
        )
        if "每季度" in target and (self.first % 3 or (self.last + 1) % 3):
            target = "每月至少1场"
        case = rng.choice(["newest", "newest", "partial", "said missing", "regions", "each", "parts"])
        if case in ("partial", "parts") and (measure in ("growth", "event") or "每" in target):
            case = "newest"
        if case == "each" and "每" in target:
            case = "newest"
        if case == "parts":
            parts = [f"{id}a", f"{id}b"]
            more += [f'numerator = "{parts[0]}"', f'denominator = "{parts[1]}"']
            self.indicator(id, '"50%以上"', "%", "share", "level", more=more)
            self.parts_of_share(parts)
            for part, flagged in zip(parts, rng.choice([(True, False), (False, True), (True, True)])):
                self.row(part, "", self.before, Fraction(10))
                self.row(part, "", self.now, None if flagged else Fraction(20), "c" if flagged else "", note="空")
            return
        aggregate = "sum" if case == "partial" else "none"
        if case in ("newest", "partial") and rng.random() < 0.3:
            more += ["assess = false", 'assess_reason = "示例"']
        self.indicator(id, f'"{target}"' if rng.random() < 0.85 or case == "each" else "", unit, measure, schedule, aggregate, "each-region" if case == "each" else "plan", more=more)
        if case != "each" and rng.random() < 0.8:
            self.row(id, "", self.before - rng.choice([0, 0, 1]), Fraction(10))
        at = rng.choice([self.now, self.now, self.now - 1])
        if case == "partial":
            self.row(id, "", self.now - 1, None, "c", note="空")
            self.row(id, counted[0], self.now, Fraction(rng.choice([3, 45])))
        elif case != "each":
            self.row(id, "", at, None, "c", note="空")
        if case == "said missing" and at != self.now:
            self.row(id, "", self.now, None, "x", note="空")
        if case in ("regions", "each") and "每" not in target:
            for region in counted:
                if case == "regions" or rng.random() < 0.5:
                    self.share(id, region, Fraction(4))
                if rng.random() < 0.5:
                    self.row(id, region, self.before, Fraction(4))
                when = rng.choice([self.now, self.now - 1])
                self.row(id, region, when, None, "c", note="空")

    def net_changes(self):
        """p. Shares of a net change: what may be lost, that nothing may be lost, and what is to be gained."""
        rng, counted = self.rng, self.counted
        id = self.new_id("p")
        word = rng.choice(generate.NET_WORDS)
        unit = rng.choice(["人", "家", "家", "亿元"])
        whole = Fraction(rng.choice([10, 12, 40, 200, 1000]))
        schedule = rng.choice(["linear", "linear", "linear", "none", "level", "nodes"])
        middle = self.now if self.now != self.last else self.last - 3
        if schedule == "nodes":
            schedule = [(middle, Fraction(whole // 2)), (self.last, whole)]
        end = rng.choice(["", "", "以上", "左右"])
        more = [self.report("quarter", rng.choice([5, 30]))] if rng.random() < 0.4 else []
        self.indicator(id, f'"{word}{decimal(whole)}{unit}{end}"', unit, "count", schedule, "sum", more=more)
        parts = [-Fraction(rng.choice([1, 5, 6, 7, 30, 120])) if rng.random() < 0.5 else Fraction(0) for _ in counted]
        parts[-1] = whole - sum(parts[:-1])
        for region, part in zip(counted, parts):
            self.share(id, region, part)
            line = rng.choice([part * self.elapsed(self.now) // 1, part, part // 2])
            value = line + rng.choice([0, 0, 1, -1, 2, -2, -6])
            value = rng.choice([value, value, value, Fraction(0), Fraction(3), -part])
            self.row(id, region, self.now, value, rng.choice(["", "", "", "", "p"]))
            if rng.random() < 0.5:
                self.row(id, region, self.before, rng.choice([Fraction(0), Fraction(-1), Fraction(1), part // 4]))

    def withheld_sums(self):
        """q. All have answered, and some withhold their figure: of a sum, of a count of regions, without a target, and late."""
        rng, counted = self.rng, self.counted
        id = self.new_id("q")
        kind = rng.choice(["sum", "sum", "context", "each", "stock", "max"])
        more = [self.report("quarter", rng.choice([5, 30]))] if rng.random() < 0.6 else []
        measure, schedule = ("stock", "level") if kind == "stock" else ("count", rng.choice(["linear", "none"]))
        aggregate = {"max": "max", "each": "none"}.get(kind, "sum")
        target = "" if kind == "context" else '"40家以上"'
        self.indicator(id, target, "家", measure, schedule, aggregate, "each-region" if kind == "each" else "plan", more=more)
        # Late where the newest that is known is of the period before.
        at = rng.choice([self.now, self.now, self.before])
        withheld = counted if rng.random() < 0.25 else rng.sample(counted, rng.randint(1, len(counted) - 1))
        for region in counted:
            if rng.random() < 0.6:
                self.row(id, region, at - 3, Fraction(rng.choice([1, 2, 3])))
            if region in withheld:
                self.row(id, region, at, None, "c", note="空")
            else:
                self.row(id, region, at, Fraction(rng.choice([1, 12, 50])))
        if at != self.now and rng.random() < 0.4:
            self.row(id, counted[0], self.now, Fraction(rng.choice([3, 60])))

    def decided_before(self):
        """r. Some regions decided; a later period is incomplete and decides nothing, or says that it is withheld."""
        rng, counted = self.rng, self.counted
        id = self.new_id("r")
        whole = 12 * len(counted)
        is_ceiling = rng.random() < 0.4
        more = [self.report("quarter", rng.choice([5, 20, 30]))] if rng.random() < 0.6 else []
        target = f'"控制在{whole}家以内"' if is_ceiling else f'"{whole}家以上"'
        self.indicator(id, target, "家", rng.choice(["count", "event"]), rng.choice(["linear", "none"]), "sum", more=more)
        told = rng.sample(counted, rng.randint(1, len(counted) - 1))
        has_older = rng.random() < 0.5
        for region in counted if has_older else ():
            self.row(id, region, self.before - 3 if self.before - 3 >= self.first else self.before - 1, Fraction(rng.choice([0, 1])))
        decided = self.spread(whole + rng.choice([0, 3]) + (1 if is_ceiling else 0), len(told))
        for region, part in zip(told, decided):
            self.row(id, region, self.before, Fraction(part))
        later = rng.choice(["one", "one", "withheld", "all withheld", "whole withheld", "none", "provisional"])
        if later == "one":
            self.row(id, rng.choice(counted), self.now, Fraction(rng.choice([1, whole // 2])))
        elif later == "provisional":
            self.row(id, told[0], self.now, Fraction(whole + 1), "p")
        elif later == "withheld":
            self.row(id, rng.choice(counted), self.now, None, "c", note="空")
        elif later == "all withheld":
            for region in counted:
                self.row(id, region, self.now, None, "c", note="空")
        elif later == "whole withheld":
            self.row(id, "", self.now, None, "c", note="空")

    def silent_parts(self):
        """s. What was counted over silent parts of a frequency: none at all, enough for one, enough for each."""
        rng = self.rng
        id = self.new_id("s")
        is_lower = rng.random() < 0.4
        asked = rng.choice([1, 2, 3])
        phrase = f"每月不超过{asked}场" if is_lower else f"每月至少{asked}场"
        skipped = [self.now - 2] if rng.random() < 0.25 else []
        self.indicator(id, f'"{phrase}"', "场", "event", "linear", more=[self.report("month", rng.choice([5, 30]), skipped)])
        total = Fraction(0)
        until = self.now - rng.choice([2, 3, 4])
        for at in range(self.first, until):
            total += asked
            self.row(id, "", at, total)
        total += rng.choice([0, 0, asked - 1, asked, asked, asked + 1, 3 * asked])
        if rng.random() < 0.2 and self.now != self.last:
            self.row(id, "", self.now - 1, None, rng.choice("cx"), note="空")
        self.row(id, "", self.now, total)

    def no_part_yet(self):
        """s. A frequency of which no part is due yet has a figure."""
        rng = self.rng
        if self.first % 12 or self.now - self.first >= 11:
            return
        id = self.new_id("s")
        self.indicator(id, '"每年至少2场"', "场", "event", "linear")
        self.row(id, "", self.now, Fraction(rng.choice([0, 1, 3])))

    def not_due_again(self):
        """s. Parts of a frequency were due and told, and the newest row says that nothing is due yet."""
        rng = self.rng
        if self.now == self.last:
            return
        id = self.new_id("s")
        self.indicator(id, '"每月至少2场"', "场", "event", "linear")
        total = Fraction(0)
        for at in range(self.first, self.now):
            total += rng.choice([1, 2, 2, 3])
            self.row(id, "", at, total)
        self.row(id, "", self.now, None, "n", note="空")

    def silent_ratio(self):
        """n. A share of two figures, beside a row of its own that says that nothing came: the two figures speak."""
        rng, counted = self.rng, self.counted
        id = self.new_id("n")
        parts = [f"{id}a", f"{id}b"]
        more = [f'numerator = "{parts[0]}"', f'denominator = "{parts[1]}"', self.report("quarter", 5)]
        self.indicator(id, '"50%以上"', "%", "share", "level", "none", "each-region", more=more)
        self.parts_of_share(parts)
        silent = rng.choice(counted)
        for region in counted:
            whole = rng.choice([0, 8]) if region == silent else rng.choice([8, 20])
            self.row(parts[0], region, self.now, Fraction(rng.choice([0, 5, 8])) if whole else Fraction(0))
            self.row(parts[1], region, self.now, Fraction(whole))
        self.row(id, silent, self.now, None, "x", note="空")

    def decided_late(self):
        """r. Some regions decide: at the plan's end, where the others are late, or after a period that is withheld."""
        rng, counted = self.rng, self.counted
        id = self.new_id("r")
        word = rng.choice(["40家以上", "控制在40家以内"])
        self.indicator(id, f'"{word}"', "家", "count", rng.choice(["linear", "none"]), "sum", more=[self.report("quarter", 5)])
        first = rng.choice(counted)
        if not self.is_over or rng.random() < 0.3:
            for region in counted:
                is_told = region == first
                self.row(id, region, self.before, Fraction(3) if is_told else None, "" if is_told else "c", note="" if is_told else "空")
        self.row(id, first, self.now, Fraction(rng.choice([45, 60])))

    def own_limits(self):
        """t. A share of a limit has a number of its own, which is not the phrase of the whole; and a strict limit of nothing."""
        rng, counted = self.rng, self.counted
        id = self.new_id("t")
        measure, unit, whole = rng.choice([("stock", "家", 60), ("stock", "家", 60), ("share", "%", 8), ("stock", "亩", 120), ("count", "起", 40)])
        word = rng.choice(["低于{}", "低于{}", "控制在{}以内"])
        is_each = measure == "share" or rng.random() < 0.5
        schedule = rng.choice(["level", "level", "none"]) if measure != "count" else rng.choice(["linear", "none"])
        scope = "each-region" if is_each and rng.random() < 0.7 else "plan"
        aggregate = "none" if scope == "each-region" or measure == "share" else "sum"
        self.indicator(id, f'"{word.format(f"{whole}{unit}")}"', unit, measure, schedule, aggregate, scope)
        if aggregate == "none" and scope == "plan":
            self.row(id, "", self.now, Fraction(whole) + rng.choice([0, 1, -1]))
        parts = [Fraction(whole - rng.choice([0, 2, 5])) for _ in counted] if is_each else self.spread(whole, len(counted))
        parts[0] = Fraction(0)
        if not is_each:
            parts[-1] = whole - sum(parts[:-1])
        for number, (region, part) in enumerate(zip(counted, parts)):
            if number and scope == "each-region" and rng.random() < 0.2:
                part = Fraction(whole)  # It has no share, only the target of each region.
            else:
                self.share(id, region, Fraction(part))
            self.row(id, region, self.now, max(Fraction(0), Fraction(part) + rng.choice([0, 0, 1, -1, -2])))

    def coverage_nodes(self):
        """j. Covered or not under nodes, too: nothing is slightly below."""
        rng = self.rng
        id = self.new_id("j")
        nodes = [(self.now if self.now != self.last else self.last - 3, Fraction(rng.choice([0, 1]))), (self.last, Fraction(1))]
        target = '{ phrase = "全覆盖", op = "coverage" }'
        self.indicator(id, target, "%", "share", nodes, "none", "each-region")
        for region in self.counted:
            flag = rng.choice(["", "", "", "", "c"])
            self.row(id, region, self.now, None if flag else Fraction(rng.choice([1, 1, 0])), flag)

    def broken_baselines(self):
        """v. A baseline with decimals: whole things are not counted, however small the number."""
        rng = self.rng
        id = self.new_id("v")
        base, whole, unit = rng.choice([(Fraction(157, 2), 80, "岁"), (Fraction(25, 2), 15, "人"), (Fraction(21, 2), 12, "家")])
        more = [f'baseline = "{decimal(base)}"']
        self.indicator(id, f'"{rng.choice(["超过", "达到"])}{decimal(whole)}{unit}"', unit, "stock", "linear", more=more)
        line = base + (whole - base) * self.elapsed(self.now)
        value = Fraction(line * 100 // 1, 100)
        self.row(id, "", self.now, value + rng.choice([0, 0, Fraction(1, 100), Fraction(-1, 100), 1, -1]))

    def to_explain(self):
        """(what, region, period) of some shares that changed, and of an item, to be asked for one by one."""
        ids = sorted({row[0] for row in self.shares if row[0].startswith("h")})
        cuts = self.cuts()
        chosen = [(id, region, cut) for id in ids for region in self.counted for cut in cuts]
        item = str(self.rng.randint(1, self.items))
        return [*self.rng.sample(chosen, min(len(chosen), 3)), (item, None, self.rng.choice(cuts))]

    # ---- files

    def build(self, kinds):
        groups = []
        for kind in kinds:
            getattr(self, kind)()
            if len(self.texts) >= 7:
                groups.append(self.texts)
                self.texts = []
        groups.append(self.texts)
        for number, texts in enumerate(filter(None, groups), 1):
            self.items = number
            head = ["+++", f"number = {number}", f'title = "事项{number}"', 'section = "all"']
            head += ['departments = [{ id = "office", role = "sole" }]', f"regions = {[*self.counted]}".replace("'", '"')]
            text = "\n\n".join(["\n".join(head), *texts, "+++", "示例。\n"])
            self.site.write(f"plans/{self.name}/items/{number:02}.md", text)
        self.site.write(f"plans/{self.name}/plan.md", self.plan_text())
        head = "period,indicator,region,value,flag,recorded,source,note,revision\n"
        self.site.write(f"plans/{self.name}/data/figures.csv", head + "".join(",".join(row) + "\n" for row in self.rows))
        head = "indicator,region,target,recorded,source,note\n"
        self.site.write(f"plans/{self.name}/data/allocations.csv", head + "".join(",".join(row) + "\n" for row in self.shares))

    def plan_text(self):
        lines = ["+++", f'title = "计划{self.name}"', 'issuer = "办公室"', f"issued = {last_day(self.first - 1)}"]
        lines += [f"start = {month_text(self.first)}-01", f"end = {last_day(self.last)}", 'reviews = ["quarter"]']
        lines += [f"publish_overdue = {self.rng.choice(['true', 'false'])}", 'regions_public = "values"']
        lines.append('sections = [{ id = "all", title = "全部" }]')
        for day, at in ((self.first_day, self.before), (self.day, self.now)):
            lines += ["[[editions]]", f'id = "{month_text(at)}"', f'period = "{month_text(at)}"', f"as_of = {day}"]
            lines += ['state = "published"', f"approved_on = {day}", 'approved_by = "办公室"', f'published_at = "{day + DAY} 09:30"']
        return "\n".join([*lines, "+++", "", "示例。", ""])


def write_site(folder, seed, names, kinds=None):
    """Writes one content folder with a plan for each name; of some kinds of situations alone, if they are given."""
    rng = random.Random(seed)
    site = generate.Site(rng, folder, ("data", "lists", "periods", "editions"))
    plans = [SituationPlan(site, name, rng) for name in names]
    for plan in plans:
        plan.build(kinds or KINDS)
    return plans


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plans", type=int, default=6)
    args = parser.parse_args()
    write_site(args.folder, args.seed, [f"q{n:03}" for n in range(args.plans)])


if __name__ == "__main__":
    main()
