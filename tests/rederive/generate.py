#!/usr/bin/env python3
"""Writes a random but valid content folder with many small plans.

    generate.py FOLDER --seed 1 --plans 30

The same seed gives the same bytes. Every kind of figure meets every schedule, scope and comparator, and figures often
stand exactly on a target, on an edge of a band, or on the day a list came out or a report fell due, since that is where
rules differ. All of it is marked as sample data.
"""

import argparse
import calendar
import datetime
import random
from fractions import Fraction
from pathlib import Path

DAY = datetime.timedelta(1)
PLANS_OF = [
    ("2023-01", "2023-12"),
    ("2023-01", "2023-12"),
    ("2023-01", "2023-12"),
    ("2023-04", "2024-03"),
    ("2022-07", "2023-12"),
    ("2023-03", "2023-11"),
    ("2022-01", "2023-12"),
    ("2021-01", "2025-12"),
]
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
NET_WORDS = ("净增", "净增", "净流入", "净减", "净流出", "净压减")
PER_WORDS = {"month": "每月", "quarter": "每季度", "half-year": "每半年", "year": "每年"}
SCHEDULES = {
    "count": ("linear", "expected", "batch", "level", "none"),
    "event": ("linear", "expected", "batch", "level", "none"),
    "stock": ("linear", "expected", "batch", "level", "none"),
    "growth": ("expected", "batch", "level", "none"),
    "share": ("expected", "batch", "level", "none"),
    "flag": ("expected", "batch", "none"),
}
# Every fitting pair of a measure and a schedule is met about equally often.
PAIRS = [(measure, schedule) for measure, schedules in SCHEDULES.items() for schedule in schedules]
UNITS_EN = {
    "亿元": "100 million yuan", "亩": "mu", "家": "businesses", "个": "boxes", "人": "people", "场": "series", "项": "classes",
    "位": "rank",
}
WHOLE_UNITS = ("家", "个", "人", "场", "项", "位")
# Every word an indicator can have; what has a number is never carried on without one (`qualitative`).
CODES = (
    "done ahead on_track slightly_behind behind far_behind not_due not_reported overdue_report "
    "not_applicable not_assessed met nearly_met missed missed_stretch pending"
).split()
# The words an office may set by hand during the plan, and at its end; `done` only of what does not fall back.
CODES_NEUTRAL = ("not_applicable", "not_assessed")
CODES_DURING = ("ahead", "on_track", "slightly_behind", "behind", "far_behind", "not_due", *CODES_NEUTRAL)
CODES_AT_END = ("met", "nearly_met", "pending", *CODES_NEUTRAL)


def cut(text):
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def last_day(at):
    year, month = divmod(at, 12)
    return datetime.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def month_text(at):
    return f"{at // 12}-{at % 12 + 1:02}"


def decimal(value):
    """A decimal as text; the generator only makes fractions that have one."""
    value = Fraction(value)
    sign, value = ("-", -value) if value < 0 else ("", value)
    whole, rest = divmod(value, 1)
    digits = ""
    while rest:
        rest *= 10
        digits += str(rest // 1)
        rest %= 1
        if len(digits) > 12:
            raise ValueError(f"{value} has no short decimal")
    return f"{sign}{whole}" + (f".{digits}" if digits else "")


class Site:
    """The regions all plans of one folder share."""

    def __init__(self, rng, folder, outputs=("data", "lists")):
        self.rng = rng
        self.folder = Path(folder)
        count = rng.choice([2, 3, 4, 5, 8])
        self.counted = [f"r{n}" for n in range(1, count + 1)]
        self.included = ["inner"] if rng.random() < 0.6 else []
        self.write(
            "site.toml",
            'title = "复算"\nlanguages = ["zh-CN", "en"]\nutc_offset = "+08:00"\nlicence = "CC-BY-4.0"\n'
            f'contact = "示例"\nsample = true\noutputs = {[*outputs]}\n'.replace("'", '"'),
        )
        self.write("departments.csv", "id,name,short_name,aliases,kind\noffice,办公室,办公室,,office\n")
        rows = [f"{region},{region}县,{region},county,,,separate" for region in self.counted]
        rows += [f"{region},{region}园,{region},park,,r1,included" for region in self.included]
        rows.append("city,市本级,市本级,city,,,separate")
        self.write("regions.csv", "id,name,short_name,kind,group,parent,counted\n" + "\n".join(rows) + "\n")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


class Plan:
    """One random plan."""

    def __init__(self, site, name, rng):
        self.site, self.name, self.rng = site, name, rng
        first, last = rng.choice(PLANS_OF)
        self.first, self.last = cut(first), cut(last)
        self.is_year = first.endswith("-01") and last.endswith("-12") and first[:4] == last[:4]
        self.day = self.pick_day()
        self.bands = self.pick_bands((5, 0, -10, -30))
        self.level_bands = self.pick_bands((2, 0, -2, -5))
        self.rows, self.shares, self.item_texts = [], [], []
        self.ids = 0

    # ---- the plan's own settings

    def pick_day(self):
        """Mostly within the plan, often on the very day something ends or falls due."""
        kind = self.rng.random()
        if kind < 0.06:
            return last_day(self.first - 1) + self.rng.randint(1, 50) * DAY
        if kind < 0.34:
            return last_day(self.last) + self.rng.choice([1, 10, 20, 21, 31, 60, 200]) * DAY
        at = self.rng.randint(self.first, self.last)
        return last_day(at) + self.rng.choice([0, 1, 10, 11, 20, 21, 30, 31]) * DAY

    def pick_bands(self, usual):
        rng = self.rng
        if rng.random() < 0.7:
            return usual
        edges = sorted({rng.choice([8, 3, Fraction(5, 2), 1, 0, -1, -4, Fraction(-15, 2), -12, -20, -40]) for _ in range(9)}, reverse=True)
        if len(edges) < 4:
            return usual
        return tuple(sorted(rng.sample(edges, 4), reverse=True))

    def months(self):
        return self.last - self.first + 1

    def ends(self, cadence):
        return [at for at in range(self.first, self.last + 1) if (at + 1) % MONTHS[cadence] == 0]

    def period(self, at):
        """One of the ways to write a period that ends with this month."""
        ways = [month_text(at)] * 2
        month, year = at % 12 + 1, at // 12
        if month % 3 == 0:
            ways.append(f"{year}-Q{month // 3}")
        if month % 6 == 0:
            ways.append(f"{year}-H{month // 6}")
        if month == 12:
            ways.append(f"{year}")
        return self.rng.choice(ways)

    # ---- items

    def build(self):
        total = self.rng.randint(12, 22)
        number = 0
        while self.ids < total:
            number += 1
            self.item(number)
        for number, text in enumerate(self.item_texts, 1):
            self.site.write(f"plans/{self.name}/items/{number:02}.md", text)
        self.site.write(f"plans/{self.name}/plan.md", self.plan_text())
        self.rng.shuffle(self.rows)
        head = "period,indicator,region,value,flag,recorded,source,note,revision\n"
        if self.rows or self.rng.random() < 0.5:
            self.site.write(f"plans/{self.name}/data/figures.csv", head + "".join(",".join(row) + "\n" for row in self.rows))
        if self.shares:
            head = "indicator,region,target,recorded,source,note\n"
            text = head + "".join(",".join(row) + "\n" for row in self.shares)
            self.site.write(f"plans/{self.name}/data/allocations.csv", text)

    def plan_text(self):
        rng = self.rng
        lines = ["+++", f'title = "计划{self.name}"', 'issuer = "办公室"', f"issued = {last_day(self.first - 1)}"]
        if self.is_year and rng.random() < 0.7:
            lines.append(f"year = {self.first // 12}")
        else:
            lines += [f"start = {month_text(self.first)}-01", f"end = {last_day(self.last)}"]
        has_edition = rng.random() < 0.2 and self.day > last_day(self.first)
        if not has_edition:
            lines.append(f"as_of = {self.day}")
        lines += [f"publish_overdue = {rng.choice(['true', 'false'])}", 'regions_public = "values"']
        lines.append('sections = [{ id = "all", title = "全部" }]')
        for name, bands, usual in (("bands", self.bands, (5, 0, -10, -30)), ("level_bands", self.level_bands, (2, 0, -2, -5))):
            if bands != usual:
                edges = zip(("ahead", "on_track", "slightly_behind", "behind"), bands)
                lines += [f"[{name}]"] + [f'{edge} = "{decimal(value)}"' for edge, value in edges]
        if has_edition:
            ended = max(at for at in range(self.first, self.last + 1) if last_day(at) < self.day)
            for state, day, at in (("published", self.day, ended), ("draft", self.day + 90 * DAY, self.last)):
                name = month_text(at)
                lines += ["[[editions]]", f'id = "{state}"', f'period = "{name}"', f"as_of = {day}", f'state = "{state}"']
                if state == "published":
                    lines += [f"approved_on = {day}", 'approved_by = "办公室"', f'published_at = "{day + DAY} 09:30"']
        return "\n".join([*lines, "+++", "", "示例。", ""])

    def item(self, number):
        rng = self.rng
        site = self.site
        choice = rng.random()
        if choice < 0.6:
            words, regions = '"all"', site.counted + site.included
        elif choice < 0.7:
            words, regions = '"none"', []
        else:
            some = rng.sample(site.counted, rng.randint(1, len(site.counted)))
            regions = [region for region in [*site.counted, *site.included, "city"] if region in some or rng.random() < 0.3]
            words = "[" + ", ".join(f'"{region}"' for region in regions) + "]"
        lines = ["+++", f"number = {number}", f'title = "事项{number}"', 'section = "all"']
        lines += ['departments = [{ id = "office", role = "sole" }]', f"regions = {words}"]
        for _ in range(rng.randint(1, 5)):
            for text in Subject(self, regions).texts:
                lines += ["", *text]
        self.item_texts.append("\n".join([*lines, "+++", "", "示例。", ""]))

    def new_id(self):
        self.ids += 1
        return f"i{self.ids:02}"

    # ---- figures

    def row(self, indicator, region, at, value, flag, recorded, note="", revision=""):
        text = "" if value is None else decimal(value)
        self.rows.append((self.period(at), indicator, region, text, flag, str(recorded), "示例", note, revision))

    def report(self, indicator, region, at, value, recorded, before=None):
        """One figure as it comes in: sometimes flagged, missing, replaced by a later row, or never sent.

        `before` is what a replaced row said, where not every number will do.
        """
        rng = self.rng
        chance = rng.random()
        if chance < 0.06:
            return
        if chance < 0.16:
            # At the end of a plan everything is due but what waits for a list; `n` would be refused.
            flag = rng.choice("xxzzcc" if at == self.last else "xxzzccn")
            self.row(indicator, region, at, None, flag, recorded, "空")
            if rng.random() < 0.3:
                self.row(indicator, region, at, value, "", recorded + rng.randint(1, 60) * DAY, "补报")
            return
        flag = rng.choice(["", "", "", "", "", "p", "e", "r", "b"])
        if rng.random() < 0.08:
            revision = rng.choice(["source", "correction", "definition"])
            replaced = value + rng.choice([1, -1, 2] if value >= 1 or value < 0 else [1, 2]) if before is None else before
            self.row(indicator, region, at, replaced, rng.choice(["", "p"]), recorded)
            self.row(indicator, region, at, value, flag, recorded + rng.randint(1, 80) * DAY, "更正", revision)
        elif rng.random() < 0.03:
            self.row(indicator, region, at, value, flag, recorded)
            self.row(indicator, region, at, None, rng.choice("xcz"), recorded + rng.randint(1, 80) * DAY, "撤回", "withdrawn")
        else:
            self.row(indicator, region, at, value, flag, recorded)


class Subject:
    """One indicator, or a share with the two indicators it is made of: its front matter, figures and shares."""

    def __init__(self, plan, item_regions):
        self.plan, self.rng = plan, plan.rng
        rng = self.rng
        self.id = plan.new_id()
        self.regions = item_regions
        self.own_regions = None
        if item_regions and rng.random() < 0.15:
            self.own_regions = self.regions = rng.sample(item_regions, rng.randint(1, len(item_regions)))
        self.counted = [region for region in self.regions if region != "inner"]
        self.measure, self.schedule = rng.choice(PAIRS)
        self.is_each = bool(self.counted) and rng.random() < 0.25
        self.per = ""
        if self.schedule == "linear" and self.measure in ("count", "event") and rng.random() < 0.3:
            self.per = self.pick_per()
            self.is_each = False
        self.is_context = rng.random() < 0.03
        self.pick_target()
        self.points = self.pick_points() if self.schedule == "expected" else []
        self.pick_lists()
        self.parts = self.pick_parts()
        self.texts = [self.text(), *self.texts_of_parts()]
        self.figures()
        self.give_shares()

    # ---- the target

    def pick_per(self):
        plan = self.plan
        # The parts of a plan end where the calendar's do; other rates are refused (`target-per`).
        fitting = [per for per, months in MONTHS.items() if plan.first % months == 0 and plan.months() % months == 0]
        return self.rng.choice(fitting)

    def pick_target(self):
        """A comparator, a number, a phrase that says both, and how firm it is."""
        rng = self.rng
        self.unit, self.baseline, self.upper, self.shown_op = "家", None, None, None
        self.net = ""  # the word for a net change
        self.is_said_lower = False  # `better = "lower"` beside a comparator that leaves it open
        ops = [">=", ">=", ">", "range", "approx", "approx"]
        if self.measure in ("growth", "share"):
            self.unit = "%"
            ops = [">=", ">=", ">", "<=", "<", "approx"]
            if self.measure == "share":
                ops.append("coverage")
            self.target = rng.choice([Fraction(8), Fraction(18), Fraction(50), Fraction(15, 2), Fraction(100), Fraction(1, 2)])
        elif self.measure == "flag":
            self.unit, ops, self.target = "项", ["flag"], Fraction(1)
        else:
            self.unit = {"event": "场"}.get(self.measure, rng.choice(["家", "家", "个", "人", "亿元", "亩"]))
            self.target = Fraction(rng.choice([1, 2, 3, 5, 6, 10, 12, 16, 19, 20, 24, 40, 100, 150, 240, 400, 2000]))
            if self.unit in ("亿元", "亩") and rng.random() < 0.5:
                self.target = rng.choice([Fraction(25, 2), Fraction(96, 10), Fraction(1205, 10)])
            ops.extend(["<=", "<="])
            if self.target > 1:
                ops.append("<")
            if self.measure == "stock" and self.schedule in ("level", "none", "batch"):
                ops.append("rank")
        if self.per:
            self.target = Fraction(rng.choice([1, 1, 2, 3, 30]))
            ops = [">=", ">=", ">", "<=", "approx"]
        self.op = rng.choice(ops)
        if self.op in ("approx", "range") and not self.per and self.schedule != "expected":
            self.is_said_lower = rng.random() < 0.3
        is_free = self.schedule != "expected" and not self.per
        if self.measure == "growth" and is_free and self.op in ("<=", "approx") and rng.random() < 0.5:
            # A fall that is asked for.
            self.target, self.is_said_lower = -self.target, self.op == "approx"
        if self.op == "coverage":
            self.target = Fraction(100)
        if self.op == "<=" and self.measure in ("count", "event") and is_free and rng.random() < 0.2:
            self.target = Fraction(0)  # What must not happen.
        if self.op == ">=" and self.measure == "count" and not self.per and rng.random() < 0.15:
            self.net = rng.choice(NET_WORDS)
        if self.op == "rank":
            self.unit, self.target = "位", Fraction(rng.choice([3, 5, 10]))
        elif self.measure == "stock" and not (self.is_lower() and self.schedule == "expected") and (self.schedule == "linear" or rng.random() < 0.25) and not self.per:
            if rng.random() < 0.3 and self.schedule != "expected":
                self.op = "<="
            base = self.target / 2 if not self.is_lower() else self.target * 2
            self.baseline = base // 1 if base > 1 else base
            if rng.random() < 0.15 and self.baseline + Fraction(1, 2) != self.target:
                self.baseline += Fraction(1, 2)  # What began between two whole numbers does not count whole things.
            if rng.random() < 0.2 and not self.is_lower():
                self.baseline = Fraction(0)
        self.ambition = rng.choice(["", "", "力争", "确保"])
        plan = self.plan
        has_years = plan.months() > 12 and plan.first % 12 == 0 and plan.last % 12 == 11
        of_years = [f"比{plan.first // 12 - 1}年", f"到{plan.last // 12}年", "累计"]
        self.years = rng.choice(["", *of_years]) if self.measure == "growth" and not self.per and has_years else ""
        if self.op == "range":
            self.upper = self.target + rng.choice([1, 2, 5])
            if self.baseline is not None and self.is_lower():
                self.baseline = self.upper * 2  # It falls to the upper end.

    def is_lower(self):
        return self.op in ("<=", "<", "rank") or self.is_said_lower

    def phrase(self):
        value, unit = decimal(self.target), self.unit
        number = f"{value}{unit}"
        way = {
            ">=": f"{number}以上",
            ">": f"超{number}",
            "<=": f"控制在{number}以内",
            "<": f"低于{number}",
            "approx": f"{number}左右",
            "range": f"{value}-{decimal(self.upper or 0)}{unit}",
            "coverage": "全覆盖",
            "rank": f"前{number}",
            "flag": "",
        }[self.op]
        if self.net:
            way = f"{self.net}{number}"
        if self.per:
            way = PER_WORDS[self.per] + {">=": f"至少{number}", ">": f"超过{number}", "<=": f"不超过{number}", "approx": f"{number}左右"}[self.op]
        elif self.measure == "growth" and self.target < 0:
            fall = f"{decimal(-self.target)}{unit}"
            way = f"{self.years}下降{fall}" + ("左右" if self.op == "approx" else "")
        elif self.measure == "growth" and self.op not in ("<=", "<"):
            way = self.years + "增长" + way
        return f"{self.ambition}{way}"

    def target_line(self):
        if self.op == "flag":
            ambition = {"力争": "stretch", "确保": "binding"}.get(self.ambition, "expected")
            return f'target = {{ phrase = "做到", op = "flag", ambition = "{ambition}" }}'
        better = '\nbetter = "lower"' if self.is_said_lower else ""
        return f'target = "{self.phrase()}"' + better

    def tolerance(self):
        if self.op != "approx":
            return Fraction(0)
        if self.unit == "%":
            return Fraction(1, 2)
        if self.unit in ("亿元", "亩"):
            return self.target / 20
        return Fraction(0) if self.target < 5 else Fraction(max(1, self.target // 20))

    # ---- the schedule

    def asked(self):
        """What the node plan goes up to; of a coverage each region's own 1."""
        return Fraction(1) if self.is_each and self.op == "coverage" else self.target

    def pick_points(self):
        rng, plan = self.rng, self.plan
        cuts = sorted(rng.sample(range(plan.first, plan.last), rng.choice([0, 1, 2, 3]))) + [plan.last]
        end = self.asked()
        parts = sorted(rng.choice([0, 1, 2, 4, 5, 6, 8, 9]) for _ in cuts[:-1])
        points = []
        for at, part in zip(cuts, [*parts, 10]):
            amount = end * part / 10
            if self.is_each and self.op == "coverage":
                amount = end if part >= 5 else Fraction(0)  # A region is covered or not.
            if self.unit in WHOLE_UNITS and self.op != "flag":
                amount = Fraction(amount // 1)
            if self.op == "flag":
                amount = Fraction(1) if at == plan.last or rng.random() < 0.7 else Fraction(0)
                if points and points[-1][1] > amount:
                    amount = points[-1][1]
            if self.is_lower() and self.measure not in ("count", "event", "flag") and self.baseline is None:
                amount = end * (20 - part) / 10  # A level that is to fall to its target.
            if self.baseline is not None and not self.is_each:
                amount = self.baseline + (end - self.baseline) * part / 10
                amount = Fraction(amount * 100 // 1, 100) if at != plan.last else end
            points.append((at, amount))
        if len(points) > 1 and points[-2][1] > 0 and rng.random() < 0.1:
            points.pop()  # A node plan may end before the plan does.
        return points

    def pick_lists(self):
        """(expected, published) of each list, in order."""
        self.lists = []
        if self.schedule != "batch":
            return
        rng, plan = self.rng, self.plan
        for at in sorted(rng.sample(range(plan.first, plan.last + 1), rng.choice([1, 1, 2, 3]))):
            published = None
            if not self.lists or self.lists[-1][1] is not None:
                if rng.random() < 0.75:
                    published = last_day(at) + rng.randint(-15, 40) * DAY
                    if self.lists and published <= self.lists[-1][1]:
                        published = self.lists[-1][1] + 7 * DAY
            self.lists.append((at, published))

    def schedule_lines(self):
        if self.schedule == "expected":
            points = ", ".join(f'["{self.plan.period(at)}", "{decimal(amount)}"]' for at, amount in self.points)
            return [f"schedule = {{ expected = [{points}] }}"]
        lines = [f'schedule = "{self.schedule}"']
        if self.lists:
            lists = []
            for at, published in self.lists:
                date = f", published = {published}" if published else ""
                lists.append(f'{{ expected = "{self.plan.period(at)}"{date}, notice = "示例" }}')
            lines.append(f"batches = [{', '.join(lists)}]")
        return lines

    def override_lines(self, day):
        """A status set by hand: of a period that was over, with a word that can be then."""
        rng, plan = self.rng, self.plan
        ended = [at for at in range(plan.first, plan.last + 1) if last_day(at) <= day]
        if not ended:
            return []
        at = ended[-1] if rng.random() < 0.7 else rng.choice(ended)
        codes = list(CODES_AT_END if at == plan.last else CODES_DURING)
        is_last = at == plan.last
        adds_up = self.measure in ("count", "event", "flag") and self.schedule != "level"
        if self.schedule == "batch" or (adds_up and not self.per and not self.is_lower() and not self.net and not is_last):
            codes.append("done")
        if is_last or (adds_up and self.is_lower()):
            codes.append("missed_stretch" if self.ambition == "力争" else "missed")
        period, status = plan.period(at), rng.choice(codes)
        return [
            f'override = {{ period = "{period}", status = "{status}", author = "办公室", date = {day}, reason = "示例" }}'
        ]

    # ---- the text

    def pick_parts(self):
        """The numerator and the denominator of some shares."""
        if self.measure != "share" or self.op == "coverage" or self.rng.random() < 0.5:
            return None
        return (self.plan.new_id(), self.plan.new_id())

    def text(self):
        rng = self.rng
        lines = ["[[indicators]]", f'id = "{self.id}"', f'name = "指标{self.id}"']
        if not self.is_context:
            lines.append(self.target_line())
        lines += [f'unit_en = "{UNITS_EN[self.unit]}"'] if self.unit in UNITS_EN else []
        lines += [f'unit = "{self.unit}"', f'measure = "{self.measure}"']
        self.aggregate = "none"
        if self.measure in ("count", "event", "stock"):
            self.aggregate = rng.choice(["sum", "sum", "sum", "max", "none"]) if self.op != "rank" else "none"
        elif self.measure == "flag":
            self.aggregate = rng.choice(["max", "none"])
        lines += [f'aggregate = "{self.aggregate}"', f'scope = "{"each-region" if self.is_each else "plan"}"']
        lines += self.schedule_lines()
        if self.baseline is not None:
            lines.append(f'baseline = "{decimal(self.baseline)}"')
        if self.own_regions is not None:
            lines.append("regions = [" + ", ".join(f'"{region}"' for region in self.own_regions) + "]")
        lines.append(f'reporter = "{rng.choice(["office", "regions"]) if self.regions else "office"}"')
        lines += ['nature = "administrative"', 'source = "示例"']
        if rng.random() < (0.15 if self.schedule == "batch" else 0.6):
            lines.append(self.report_line())
        is_exempt = rng.random() < 0.04
        if is_exempt:
            lines += ["assess = false", 'assess_reason = "示例"']
        if self.parts:
            lines += [f'numerator = "{self.parts[0]}"', f'denominator = "{self.parts[1]}"']
        # Where nothing is judged, nothing can be decided by hand.
        if rng.random() < 0.05 and not is_exempt and not self.is_context:
            day = self.plan.day + rng.choice([-30, -1, 0, 1, 30]) * DAY
            lines += self.override_lines(day)
        return lines

    def report_line(self):
        rng, plan = self.rng, self.plan
        every = rng.choice(["month", "quarter", "quarter", "half-year", "year"])
        skip = rng.sample(plan.ends(every), min(len(plan.ends(every)), rng.choice([0, 0, 0, 1, 2])))
        skips = f', skip = [{", ".join(chr(34) + plan.period(at) + chr(34) for at in skip)}]' if skip else ""
        return f'report = {{ every = "{every}", within_days = {rng.choice([0, 10, 20, 30])}{skips} }}'

    # ---- figures

    def cuts(self):
        """The cuts that are reported, as a department would: each month or quarter, sometimes with gaps."""
        rng, plan = self.rng, self.plan
        every = self.per or rng.choice(["month", "quarter", "quarter", "half-year"])
        if self.per and plan.first % MONTHS[self.per] != 0:
            every = "month"  # A part of the plan is none of the calendar's.
        cuts = [at for at in plan.ends(every) if rng.random() < 0.95 or at == plan.last]
        if rng.random() < 0.1:
            cuts = cuts[: rng.randint(0, len(cuts))]
        if plan.last not in cuts and rng.random() < 0.5:
            cuts.append(plan.last)
        # What ends after the day cannot be known yet; a little of the time after it is told, to be hidden.
        return [at for at in cuts if last_day(at) < plan.day + 100 * DAY]

    def recorded(self, at):
        """Usually some days after the end of the period, sometimes on the very day of a list or of the site."""
        rng = self.rng
        earliest = last_day(at) + DAY
        days = [earliest + rng.choice([0, 5, 9, 10, 19, 20, 28, 40]) * DAY]
        days += [day + offset * DAY for _, day in self.lists if day for offset in (-1, 0, 1, 10)]
        days += [self.plan.day, self.plan.day + DAY]
        fitting = [day for day in days if day >= earliest]
        return fitting[0] if rng.random() < 0.6 else rng.choice(fitting)

    def schedule_at(self, at):
        """About how much is asked at a cut, to aim figures at."""
        plan = self.plan
        if self.schedule == "expected":
            passed = [amount for cut_, amount in self.points if cut_ <= at]
            return passed[-1] / self.points[-1][1] if passed else Fraction(0)
        if self.schedule == "linear":
            return Fraction(at - plan.first + 1, plan.months())
        return Fraction(1)

    def aim(self, at, target, baseline=None):
        """A value near what is asked: on an edge of a band, on the target, on its tolerance, or anywhere."""
        rng = self.rng
        if self.measure == "flag":
            return Fraction(rng.choice([0, 1]))
        pick = rng.random()
        way = target - (baseline or 0)
        if pick < 0.25:
            value = target + rng.choice([0, 0, 1, -1, Fraction(1, 10), -self.tolerance(), -self.tolerance() - Fraction(1, 10)])
        elif pick < 0.75:
            if self.schedule == "level":
                edge = Fraction(rng.choice(self.plan.level_bands))
                value = target + (edge if self.measure != "stock" else edge * target / 100) * (-1 if self.is_lower() else 1)
            else:
                edge = Fraction(rng.choice(self.plan.bands))
                value = (baseline or 0) + way * (self.schedule_at(at) + edge / 100)
        else:
            value = (baseline or 0) + way * Fraction(rng.randint(0, 130), 100)
        return self.rounded(value)

    def rounded(self, value):
        """In units one can report: whole ones of things, up to four decimals of amounts and rates."""
        if self.net and self.rng.random() < 0.3:
            step = 1 if self.unit in WHOLE_UNITS else Fraction(1, 100)
            return -(value // step * step)  # More went than came.
        if self.unit in WHOLE_UNITS:
            return max(Fraction(0), Fraction(value // 1 if self.rng.random() < 0.7 else -(-value // 1)))
        value = Fraction(value * 10000 // 1, 10000)
        if self.measure in ("growth", "share"):
            return value
        return max(Fraction(0), value)

    def split(self, value, regions):
        """Parts of a value for each region, which add up to it exactly."""
        rng = self.rng
        weights = [rng.randint(1, 5) for _ in regions]
        step = 1 if self.unit in WHOLE_UNITS else Fraction(1, 100)
        parts = [value * weight / sum(weights) // step * step for weight in weights]
        parts[0] += value - sum(parts)
        return parts

    def figures(self):
        rng, plan = self.rng, self.plan
        if rng.random() < 0.05:
            return
        if self.parts:
            self.figures_of_parts()
            if rng.random() < 0.6:
                return
        if self.per:
            self.figures_of_cadence()
            return
        by_regions = bool(self.counted) and (self.is_each or (self.aggregate != "none" and rng.random() < 0.6))
        regions_too = bool(self.counted) and not by_regions and rng.random() < 0.4
        for at in self.cuts():
            recorded = self.recorded(at)
            # How many regions attained is counted, never reported.
            may_be_whole = not self.is_each or self.is_context
            if may_be_whole and (not by_regions or rng.random() < 0.08):
                plan.report(self.id, "", at, self.aim(at, self.target, self.baseline), recorded)
            if by_regions or regions_too:
                self.figures_of_regions(at, recorded)

    def figures_of_regions(self, at, recorded):
        rng, plan = self.rng, self.plan
        if self.is_each or self.measure in ("growth", "share", "flag"):
            target = Fraction(1) if self.op == "coverage" else self.target
            values = [self.aim(at, target) for _ in self.counted]
            if self.op == "coverage":
                values = [Fraction(rng.choice([0, 1, 1])) for _ in self.counted]
        else:
            values = self.split(self.aim(at, self.target, self.baseline), self.counted)
        is_withheld = rng.random() < 0.04
        for region, value in zip(self.counted, values):
            if is_withheld and rng.random() < 0.7:
                plan.row(self.id, region, at, None, "c", recorded, "空")
                continue
            day = recorded if rng.random() < 0.9 else recorded + rng.randint(1, 20) * DAY
            if rng.random() < 0.7:
                plan.row(self.id, region, at, value, rng.choice(["", "", "", "", "", "", "", "p", "e", "r"]), day)
            else:
                plan.report(self.id, region, at, value, day, 1 - value if self.op == "coverage" else None)
        if "inner" in self.regions:
            plan.report(self.id, "inner", at, values[0], recorded, 1 - values[0] if self.op == "coverage" else None)

    def figures_of_cadence(self):
        """Cumulative figures whose steps are about what each part asks for."""
        total = Fraction(0)
        for at in self.cuts():
            total += max(0, self.target + self.rng.choice([0, 0, 0, 0, 1, -1, 2]))
            self.plan.report(self.id, "", at, total, self.recorded(at))

    def texts_of_parts(self):
        """The numerator and the denominator of a share, as indicators of their own."""
        for part in self.parts or ():
            lines = ["[[indicators]]", f'id = "{part}"', f'name = "指标{part}"', 'unit = "宗"', 'measure = "count"']
            if self.own_regions is not None:
                lines.append("regions = [" + ", ".join(f'"{region}"' for region in self.own_regions) + "]")
            yield [*lines, 'aggregate = "sum"', 'schedule = "none"', 'reporter = "office"', 'source = "示例"']

    def figures_of_parts(self):
        """Figures of the numerator and the denominator."""
        rng, plan = self.rng, self.plan
        by_regions = bool(self.counted) and rng.random() < 0.7
        for at in self.cuts():
            recorded = self.recorded(at)
            for region in self.counted if by_regions else [""]:
                below = rng.choice([0, 2, 4, 5, 8, 10, 20, 40])
                share = (self.aim(at, self.target) if rng.random() < 0.5 else Fraction(rng.randint(0, 100))) / 100
                above = min(below, max(0, below * share // 1))
                for part, value in zip(self.parts, (above, below)):
                    if rng.random() < 0.9:
                        plan.row(part, region, at, value, rng.choice(["", "", "", "", "p"]), recorded)
                    else:
                        plan.report(part, region, at, Fraction(value), recorded)

    # ---- shares of the target

    def with_losses(self, shares):
        """One region may lose what another has to gain; nothing is left for a third, perhaps."""
        less = self.rng.choice([0, shares[0], shares[0] + 3, shares[0] * 2])
        shares = [shares[0] - less, *shares[1:-1], shares[-1] + less]
        if len(shares) > 2 and self.rng.random() < 0.4:
            shares[-1] += shares[1]
            shares[1] = Fraction(0)
        return shares

    def give_shares(self):
        rng, plan = self.rng, self.plan
        if self.per or self.measure == "flag" or self.op == "coverage" or not self.regions or self.is_context:
            return
        if rng.random() < 0.55:
            return
        by_sum = not self.is_each and self.measure not in ("growth", "share")
        shares = self.split(self.target, self.counted) if by_sum and self.counted else [self.target for _ in self.counted]
        if self.net and by_sum and len(shares) > 1:
            shares = self.with_losses(shares)
        for region, share in [*zip(self.counted, shares), *(("inner", Fraction(2)) for region in self.regions if region == "inner")]:
            if (share <= 0 and not self.net) or rng.random() < 0.1:
                continue
            if not by_sum:
                share = max(Fraction(1, 2), share + rng.choice([0, 1, 2, -1]))
                if self.unit != "%":
                    share = max(Fraction(1), Fraction(share // 1))
                if self.is_each and rng.random() < 0.1:
                    share = Fraction(0)  # Nothing is asked of it.
            day = last_day(plan.first) + rng.choice([0, 30]) * DAY
            plan.shares.append((self.id, region, decimal(share), str(day), "示例", ""))
            if rng.random() < 0.1:
                day = plan.day + rng.choice([-1, 0, 1, 20]) * DAY
                if str(day) != plan.shares[-1][3]:
                    plan.shares.append((self.id, region, decimal(share + 1), str(day), "示例", "调整"))


def write_site(folder, seed, names):
    """Writes one content folder with a plan for each name."""
    rng = random.Random(seed)
    site = Site(rng, folder)
    for name in names:
        Plan(site, name, rng).build()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plans", type=int, default=30)
    args = parser.parse_args()
    write_site(args.folder, args.seed, [f"p{n:03}" for n in range(args.plans)])


if __name__ == "__main__":
    main()
