#!/usr/bin/env python3
"""Builds sites with a `taizhang` binary and holds every published verdict against its recomputation.

    run.py BINARY [--plans 300] [--seed 1] [--keep]
    run.py BINARY --self-test

The shipped content is built for several days, then random plans are written, checked and built. Every completion,
schedule, gap and status is worked out again by rederive.py from the published tables. Exit code 1 means that
something differs, that a plan was refused, or that too few situations were met for the run to mean anything;
the folder is then kept and named. --self-test plants changes in a copy of a built site and expects each to be found.
"""

import argparse
import collections
import csv
import gc
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True  # The tests leave nothing behind in the repository.

import elsewhere  # noqa: E402
import generate  # noqa: E402
import met  # noqa: E402
import planted  # noqa: E402
import rederive  # noqa: E402
import scores  # noqa: E402
import sentences  # noqa: E402
import situations  # noqa: E402
import together  # noqa: E402

REPOSITORY = Path(__file__).resolve().parents[2]
PLANS_PER_SITE = 30
# So many of them are made of hard situations alone, in a folder of their own.
HARD_PER_SITE = 4
# Of so many plans one is read in the terminal as well.
TERMINAL_EVERY = 10
# Fewer plans than this may by chance leave a situation out.
ENOUGH_PLANS = 150
SHIPPED_DAYS = ("2023-02-01", "2023-05-31", "2023-08-20", "2023-10-25", "2024-01-25")
# A region is judged by figures alone: nobody sets its status by hand, and one without a target has none.
NEVER_OF_REGIONS = {"qualitative", "not_assessed"}
SHOWN = 30


class Total:
    """What all sites together came to."""

    def __init__(self):
        self.plans = self.indicators = self.regions = self.differences = 0
        self.situations, self.region_situations = set(), set()
        self.kinds = collections.Counter()
        self.failures = []
        self.reader = sentences.Reader()
        self.read = self.printed = self.elsewhere = self.scored = 0
        self.met = collections.Counter()

    def add(self, folder, origin):
        """Recomputes one plan and counts it."""
        result = rederive.compare(folder)
        self.plans += 1
        self.indicators += result.indicators
        self.regions += result.regions
        self.situations |= result.situations
        self.region_situations |= result.region_situations
        for indicator, region, what, mine, theirs in result.differences:
            self.differences += 1
            where = f"{indicator} {region}".strip()
            change = f"{mine} → {theirs}" if what == "status" else ""
            self.kinds["a region's" if region else "an indicator's", what, change] += 1
            self.failures.append(f"{folder}: {where}: {what}: recomputed {mine}, published {theirs} ({origin})")
        self.met.update(met.of_plan(rederive.published_in(Path(folder))))

    def read_elsewhere(self, read, origin):
        """Counts what was read of pages of periods, changes and lists, and what the commands print."""
        count, problems = read
        self.elsewhere += count
        self.failures += [f"{problem} ({origin})" for problem in problems]

    def read_pages(self, site, plan, origin):
        """Reads the sentences of one plan's pages back."""
        for read in (sentences.read_plan, sentences.read_regions):
            count, problems = read(site, plan, self.reader)
            self.read += count
            self.failures += [f"{problem} ({origin})" for problem in problems]
        self.read_elsewhere(together.read(Path(site), plan), origin)

    def read_terminal(self, plan, output, origin):
        """Holds what a command printed to what the pages say."""
        count, problems = sentences.check_terminal(plan, output, self.reader)
        self.printed += count
        self.failures += [f"{problem} ({origin})" for problem in problems]


def run(binary, folder, *args):
    """Runs a command in a folder and gives its output; None if it failed, which is told."""
    done = subprocess.run([binary, *args], cwd=folder, capture_output=True, text=True)
    if done.returncode == 0:
        return done.stdout
    print(f"`{' '.join(args)}` failed in {folder}:\n{(done.stdout + done.stderr)[-2000:]}")
    return None


def shipped(binary, folder, total):
    """Builds the shipped content as its edition shows it and for other days."""
    for day in (None, *SHIPPED_DAYS):
        output = Path(folder) / f"shipped-{day or 'edition'}"
        args = ["build", "--content", str(REPOSITORY / "content"), "--output", str(output)]
        if run(binary, folder, *args, *(["--as-of", day] if day else [])) is None:
            total.failures.append(f"the shipped content as of {day} does not build")
            continue
        for table in sorted(output.glob("*/data/indicators.csv")):
            origin = f"shipped content as of {day}" if day else "shipped content"
            total.add(table.parent, origin)
            total.read_pages(output, table.parent.parent.name, origin)


def random_site(binary, folder, seed, plans, total):
    """Writes, checks, builds and compares one folder of random plans."""
    origin = f"generate.py FOLDER --seed {seed} --plans {plans}"
    folder.mkdir()
    generate.write_site(folder / "content", seed, [f"p{number:03}" for number in range(plans)])
    if run(binary, folder, "check", "--format", "short") is None or run(binary, folder, "build", "--output", "site") is None:
        total.failures.append(f"{folder}: a generated plan is refused ({origin})")
        return
    for number in range(plans):
        total.add(folder / "site" / f"p{number:03}" / "data", origin)
        total.read_pages(folder / "site", f"p{number:03}", origin)
        # Every command reads the whole folder; a few plans of it are enough.
        for command in (["status"], ["explain", "1"]) if number % TERMINAL_EVERY == 0 else ():
            output = run(binary, folder, *command, "--plan", f"p{number:03}")
            total.read_terminal(f"p{number:03}", output or "", origin)


def hard_site(binary, folder, seed, plans, total):
    """The same of a folder of hard situations; every page of periods and changes, and two commands, are read as well."""
    origin = f"situations.py FOLDER --seed {seed} --plans {plans}"
    folder.mkdir()
    names = [f"q{number:03}" for number in range(plans)]
    written = situations.write_site(folder / "content", seed, names)
    if run(binary, folder, "check", "--format", "short") is None or run(binary, folder, "build", "--output", "site") is None:
        total.failures.append(f"{folder}: a generated plan is refused ({origin})")
        return
    site = folder / "site"
    for plan in written:
        data = site / plan.name / "data"
        total.add(data, origin)
        total.read_pages(site, plan.name, origin)
        published = elsewhere.with_history(rederive.published_in(data), folder / f"content/plans/{plan.name}/data/allocations.csv")
        total.read_elsewhere(elsewhere.read_periods(site, plan.name, published), origin)
        total.read_elsewhere(elsewhere.read_lists(site, plan.name, published), origin)
        total.read_elsewhere(elsewhere.read_changes(site, plan.name, published, plan.first_day), origin)
        editions = [generate.month_text(at) for at in (plan.before, plan.now)]
        output = run(binary, folder, "diff", "--language", "zh", "--plan", plan.name, *editions)
        count, problems = elsewhere.check_diff(data, published, output or "", plan.first_day)
        total.read_elsewhere((count, problems), origin)
        total.met[met.CHANGE] += count
        if plan is written[0]:
            total.read_terminal(plan.name, run(binary, folder, "status", "--plan", plan.name) or "", origin)
        total.met.update(met.shares_of_plan(published))
        newest = elsewhere.newest_period(site, plan.name)
        for indicator, region, cut in plan.to_explain():
            args = ["--plan", plan.name, "--period", generate.month_text(cut), "--format", "json"]
            output = run(binary, folder, "explain", indicator, *args, *(["--region", region] if region else []))
            entries = json.loads(output or "[]")
            problems = list(elsewhere.check_explained(published, entries, cut, region, newest, total.reader))
            total.read_elsewhere((1, problems), origin)
    return written


def scored_site(binary, folder, seed, plans, total):
    """Scores the regions of a folder of plans that are evaluated."""
    origin = f"scores.py FOLDER --seed {seed} --plans {plans}"
    folder.mkdir()
    names = [f"s{number:03}" for number in range(plans)]
    scores.write_site(folder / "content", seed, names)
    if run(binary, folder, "build", "--output", "site") is None:
        total.failures.append(f"{folder}: a generated plan is refused ({origin})")
        return
    for name in names:
        count, problems = scores.read(folder / "site", folder / "content", name)
        total.scored += count
        total.failures += [f"{problem} ({origin})" for problem in problems]


def must_be_refused(binary, folder, total):
    """A coverage with a share written in it is refused, or at least not covered."""
    folder.mkdir()
    situations.write_site(folder / "content", 1, ["q000"], ["written_shares"])
    done = subprocess.run([binary, "build", "--output", "site"], cwd=folder, capture_output=True, text=True)
    if done.returncode == 0:
        total.add(folder / "site/q000/data", "a share written where a coverage asks for 1 or 0")


def situations_never_met(total):
    """Codes and pairs of measure and schedule that no plan came to."""
    codes = {situation[-1] for situation in total.situations}
    region_codes = {situation[-1] for situation in total.region_situations}
    pairs = {situation[:2] for situation in total.situations}
    never = [f"no indicator is {code}" for code in generate.CODES if code not in codes]
    never += [f"no region is {code}" for code in generate.CODES if code not in region_codes | NEVER_OF_REGIONS]
    total.met[met.PROJECTION] += total.reader.small_projections
    never += [f"only {total.met[name]} times {name}" for name in met.NAMES if total.met[name] < met.OFTEN]
    never += [f"no {measure} is {schedule}" for measure, schedule in generate.PAIRS if (measure, schedule) not in pairs]
    return never


def compare_all(binary, folder, plans, seed):
    """The whole run; gives whether all is well."""
    started = time.monotonic()
    total = Total()
    shipped(binary, folder, total)
    for at, first in enumerate(range(0, plans, PLANS_PER_SITE)):
        number = min(PLANS_PER_SITE, plans - first)
        hard = number * HARD_PER_SITE // PLANS_PER_SITE
        random_site(binary, folder / f"site-{at}", seed * 1000 + at, number - hard, total)
        if hard:
            hard_site(binary, folder / f"hard-{at}", seed * 1000 + at, hard, total)
            scored_site(binary, folder / f"scored-{at}", seed * 1000 + at, hard, total)
    must_be_refused(binary, folder / "refused", total)
    never = situations_never_met(total) + [f"no sentence is `{form}`" for form in total.reader.never_met()]
    if plans >= ENOUGH_PLANS:
        total.failures = never + total.failures
    elif never:
        print(f"with so few plans not met: {'; '.join(never)}")
    for line in total.failures[:SHOWN]:
        print(line)
    if len(total.failures) > SHOWN:
        print(f"and {len(total.failures) - SHOWN} more")
    for (whose, what, change), count in total.kinds.most_common(SHOWN):
        print(f"{count:6} times {whose} {what} {change}")
    print(
        f"{total.plans} plans, {total.indicators} indicators, {total.regions} regions with a target of their own; "
        f"{len(total.situations)} situations of indicators and {len(total.region_situations)} of regions "
        f"(measure, schedule, scope, status); {total.differences} differences; {time.monotonic() - started:.0f} s"
    )
    print(
        f"{total.read} indicators and regions in two languages, {total.reader.read} sentences read back, "
        f"{total.elsewhere} rows of periods, changes and lists, {total.scored} rows of evaluations, "
        f"{total.reader.rules} statuses found again by the printed rule, {total.printed} lines of status and explain held to the pages"
    )
    return not total.failures


# --------------------------------------------------------------------------------------------
# Is a change found?


def change_plan(folder, change):
    """Lets a function change the indicators of a copied plan.json until it has changed one."""
    path = folder / "plan.json"
    plan = json.loads(path.read_text(encoding="utf-8"))
    entries = (entry for item in plan["items"] for entry in item["indicators"])
    if not any(change(entry) for entry in entries):
        raise SystemExit("self-test: there is nothing to change in plan.json")
    path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")


def change_key(key, new):
    """Changes a number that is there."""

    def change(entry):
        if entry[key] is None:
            return False
        entry[key] = new(entry[key])
        return True

    return lambda folder: change_plan(folder, change)


def change_status(entry):
    if entry["status"]["code"] != "on_track":
        return False
    entry["status"]["code"] = "ahead"
    return True


def change_region(entry):
    for region in entry["regions"]:
        if region["status"] == "on_track":
            region["status"] = "slightly_behind"
            return True
    return False


def change_table(name, column, new, wanted):
    """Changes a column of a published table in the rows that are wanted."""

    def change(folder):
        path = folder / name
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in filter(wanted, rows):
            row[column] = new(row[column])
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)

    return change


def is_linear(row):
    return row["schedule"] == "linear" and row["value"] and not row["per"]


def planted_changes(folder):
    """(what, how) of each planted change."""
    with open(folder / "indicators.csv", encoding="utf-8", newline="") as file:
        linear = next(row["indicator"] for row in csv.DictReader(file) if is_linear(row))
    with open(folder / "observations.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["indicator"] == linear and row["value"]]
    newest = max(rows, key=lambda row: rederive.cut_of(row["period"]))
    return [
        ("a completion in plan.json", change_key("completion", lambda value: round(value + 0.000001, 6))),
        ("a schedule in plan.json", change_key("schedule", lambda value: value / 2)),
        ("a gap in plan.json", change_key("gap_points", lambda value: -value - 1)),
        ("a status in plan.json", lambda copy: change_plan(copy, change_status)),
        ("a status of a region in plan.json", lambda copy: change_plan(copy, change_region)),
        ("a figure", change_table("observations.csv", "value", lambda value: f"{value}1", lambda row: row == newest)),
        ("a target", change_table("indicators.csv", "value", lambda value: f"{value}0", is_linear)),
        ("an edge of the bands", change_table("indicators.csv", "on_track", lambda value: "99", is_linear)),
        ("a share of a region", change_table("allocations.csv", "target", lambda value: f"{value}0", lambda row: row["indicator"] == linear)),
        ("an indicator left out", change_table("indicators.csv", "indicator", lambda value: "another", lambda row: row["indicator"] == linear)),
    ]


def self_test(binary, folder):
    """Plants changes in copies of the shipped site's data and tells which are not noticed."""
    output = folder / "shipped"
    if run(binary, folder, "build", "--content", str(REPOSITORY / "content"), "--output", str(output)) is None:
        return False
    data = next(iter(sorted(output.glob("*/data/indicators.csv")))).parent
    before = set(rederive.compare(data).differences)
    is_well = True
    total = Total()
    random_site(binary, folder / "random", 1, PLANS_PER_SITE, total)
    plans = hard_site(binary, folder / "hard", 4, 4 * HARD_PER_SITE, total)
    missed = sentences.not_noticed(total.reader)
    print(*missed, f"{len(sentences.PLANTED) - len(missed)} of {len(sentences.PLANTED)} wrong sentences noticed", sep="\n")
    is_well = is_well and not missed
    for letter, what, noticed in planted.all_kinds(folder / "hard/site", folder / "hard/content", plans or [], folder / "planted", total.reader):
        print(f"{letter}: {what}: {'noticed' if noticed else 'NO SUCH SITUATION' if noticed is None else 'NOT NOTICED'}")
        is_well &= bool(noticed)
    scored_site(binary, folder / "scored", 1, 6 * HARD_PER_SITE, total)
    for what, noticed in planted.in_scores(folder / "scored/site", folder / "scored/content", folder / "scored/copy"):
        print(f"evaluation: {what}: {'noticed' if noticed else 'NO SUCH ROW' if noticed is None else 'NOT NOTICED'}")
        is_well &= bool(noticed)
    for number, (what, change) in zip(itertools.count(), planted_changes(data)):
        copy = folder / f"copy-{number}"
        shutil.copytree(data, copy)
        change(copy)
        found = set(rederive.compare(copy).differences) - before
        print(f"{what}: {len(found)} differences" if found else f"{what}: NOT NOTICED")
        is_well &= bool(found)
    return is_well


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--plans", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--keep", action="store_true", help="keep the folder also when all is well")
    args = parser.parse_args()
    gc.set_threshold(200_000)  # What is made here is many and lives long.
    folder = Path(tempfile.mkdtemp(prefix="taizhang-rederive-"))
    binary = str(Path(args.binary).resolve())
    is_well = self_test(binary, folder) if args.self_test else compare_all(binary, folder, args.plans, args.seed)
    if is_well and not args.keep:
        shutil.rmtree(folder)
    else:
        print(f"see {folder}")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
