#!/usr/bin/env python3
"""Compares cold builds of the same site by Taizhang, Hugo and Zola, in turns.

    compare.py --work DIR [--sizes 20,1000,10000] [--runs 5] [--taizhang BIN] [--hugo BIN] [--zola BIN]
               [--full] [--peer-floors] [--limit 180] [--keep]
    compare.py --work DIR --check --taizhang BIN [--hugo BIN] [--zola BIN]

In come the binaries to compare; out comes a Markdown table of one run, with the machine and the versions. Every round
builds each candidate once, so that a machine that slows down slows all of them. Put DIR on a memory file system: the
sites and what is built from them are written there, and removed unless --keep is given.

--check builds the smallest size and looks whether the same figures stand on the pages of all. Exit code 1: something
failed, differs or took too long.
"""

import argparse
import datetime
import os
import shutil
import statistics
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # Nothing is left behind in the repository.

import check  # noqa: E402
import content  # noqa: E402
import measure  # noqa: E402
import sites  # noqa: E402

NAMES = {"taizhang": "Taizhang", "hugo": "Hugo", "zola": "Zola"}
COMMANDS = {"taizhang": ["build"], "hugo": ["--quiet"], "zola": ["build"]}


class Candidate:
    """A row of the table: something that is measured once a round. `measured` does that and returns a `Build`.

    What works on the output of another candidate `follows` it, and is left out when that one failed.
    """

    def __init__(self, name, measured, output, follows=None, is_peer=False, is_compared=True):
        self.name, self.measured, self.output, self.follows = name, measured, output, follows
        self.is_peer, self.is_compared = is_peer, is_compared
        self.builds, self.trouble, self.size = [], None, None

    def run(self):
        if self.follows and self.follows.trouble:
            self.trouble = "not measured"
        if self.trouble:
            return
        build = self.measured()
        self.trouble = build.trouble
        if build.trouble:
            print(f"{self.name}: {build.trouble}", file=sys.stderr, flush=True)
            return
        self.builds.append(build)
        self.size = self.size or measure.size_of(self.output)

    def median(self, field):
        values = [getattr(build, field) for build in self.builds]
        return None if not values or None in values else statistics.median(values)


def main():
    options = parse_options()
    work = Path(options.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    print_heading(options)
    if options.check:
        return check_figures(options, work)
    print("| candidate | items | wall s | least–most | CPU s | peak MiB | files | MiB out | to the fastest peer |")
    print("| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |", flush=True)
    is_fine = True
    for items in options.sizes:
        candidates = candidates_of(options, work, items)
        for _ in range(options.runs):
            for candidate in candidates:
                candidate.run()
        print_rows(candidates, items)
        is_fine = is_fine and not any(candidate.trouble for candidate in candidates)
        remove_sites(options, work, items)
    return 0 if is_fine else 1


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True, metavar="DIR", help="where sites are written, best in memory")
    parser.add_argument("--sizes", default="20,1000,10000", type=lambda text: [int(size) for size in text.split(",")])
    parser.add_argument("--runs", default=5, type=int)
    parser.add_argument("--limit", default=180, type=float, help="seconds a build may take")
    parser.add_argument("--full", action="store_true", help="also Taizhang with all that it writes as it comes")
    parser.add_argument("--peer-floors", action="store_true", help="also a floor for what each peer writes")
    parser.add_argument("--keep", action="store_true", help="leave the sites where they are")
    parser.add_argument("--check", action="store_true", help="compare figures on pages, measure nothing")
    for generator in NAMES:
        parser.add_argument(f"--{generator}", metavar="BIN", type=binary)
    options = parser.parse_args()
    options.generators = [generator for generator in NAMES if getattr(options, generator)]
    if not options.generators:
        parser.error("name at least one binary")
    if options.full and not options.taizhang:
        parser.error("--full is about Taizhang: name its binary")
    if min(options.sizes) < 1 or options.runs < 1:
        parser.error("sizes and runs begin at 1")
    return options


def binary(text):
    found = shutil.which(text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text} is no program")
    return os.path.abspath(found)


def print_heading(options):
    print(f"{datetime.date.today()}, {measure.machine()}, median of {options.runs} runs", end="\n\n")
    for generator in options.generators:
        print(f"- {NAMES[generator]}: `{measure.version_of(generator, getattr(options, generator))}`")
    print(flush=True)


def site_folder(work, generator, items):
    return work / f"{generator}-{items}-items"


def make_site(work, generator, items, name=None):
    folder = site_folder(work, name or generator, items)
    shutil.rmtree(folder, ignore_errors=True)
    sites.write_site(generator, folder, items)
    return folder


def remove_sites(options, work, items):
    if not options.keep:
        for name in [*NAMES, "full"]:
            shutil.rmtree(site_folder(work, name, items), ignore_errors=True)


def candidates_of(options, work, items):
    """Writes the sites of a size and returns what is measured of it, in the order of a round."""
    candidates = []
    for generator in options.generators:
        folder = make_site(work, generator, items)
        output = folder / "public"
        name, is_peer = NAMES[generator], generator != "taizhang"
        cold = Candidate(name, cold_build(options, generator, folder), output, is_peer=is_peer)
        candidates.append(cold)
        if not is_peer or options.peer_floors:
            whose = f"{name}’s" if is_peer else "our"
            writing = floor_of(output, work / "floor")
            candidates.append(Candidate(f"floor: one thread writing {whose} bytes from memory", writing, output, cold))
        if not is_peer:
            again = rebuild(options, folder)
            candidates.append(Candidate("Taizhang, unchanged", again, output, cold, is_compared=False))
            candidates.append(Candidate("Taizhang, one figure", one_figure(again, folder), output, cold, is_compared=False))
    if options.full and options.taizhang:
        folder = make_site(work, "taizhang", items, "full")
        settings = folder / "content/site.toml"
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        settings.write_text("".join(line for line in lines if not line.startswith("outputs")), encoding="utf-8")
        full = cold_build(options, "taizhang", folder)
        candidates.append(Candidate("Taizhang, all outputs", full, folder / "public", is_compared=False))
    return candidates


def cold_build(options, generator, folder):
    command = [getattr(options, generator), *COMMANDS[generator]]

    def measured():
        shutil.rmtree(folder / "public", ignore_errors=True)
        return measure.build(command, folder, options.limit)

    return measured


def rebuild(options, folder):
    return lambda: measure.build([options.taizhang, *COMMANDS["taizhang"]], folder, options.limit)


def floor_of(output, target):
    return lambda: measure.floor(output, target)


def one_figure(again, folder):
    """Changes the last figure of the first item, builds again, and looks whether the new total is on the item's page."""
    item = content.item(1)
    table = folder / f"content/plans/{content.YEAR}/data/00001.csv"
    page = sites.item_page("taizhang", folder, item)
    before = table.read_text(encoding="utf-8")
    indicator, amount = content.INDICATORS[-1][0], item.figures[-1][-1][-1]
    old = f",{indicator}-1,{content.REGIONS[-1][0]},{amount},,{content.YEAR + 1}-01-20,"

    def measured():
        table.write_text(before.replace(old, old.replace(f",{amount},", f",{amount + 7},")), encoding="utf-8")
        build = again()
        table.write_text(before, encoding="utf-8")
        if not build.trouble and str(item.totals[-1] + 7) not in check.numbers_of(page.read_text(encoding="utf-8")):
            return build._replace(trouble="the new figure is not on the page")
        return build

    return measured


def print_rows(candidates, items):
    peers = [candidate for candidate in candidates if candidate.is_peer and not candidate.trouble]
    fastest = min((peer.median("wall") for peer in peers), default=None)
    for candidate in candidates:
        if candidate.trouble:
            trouble = candidate.trouble.split(":")[0]
            print(f"| {candidate.name} | {items:,} | {trouble} | | | | | | |")
            continue
        walls = [build.wall for build in candidate.builds]
        wall, cpu, peak = (candidate.median(field) for field in ("wall", "cpu", "peak"))
        files, size = candidate.size
        ratio = f"{wall / fastest:.2f}" if fastest and candidate.is_compared else ""
        print(
            f"| {candidate.name} | {items:,} | {wall:.3f} | {min(walls):.3f}–{max(walls):.3f} | {cpu:.2f} | "
            f"{'' if peak is None else f'{peak:.0f}'} | {files:,} | {size / 2**20:.1f} | {ratio} |"
        )
    sys.stdout.flush()


def check_figures(options, work):
    """Builds the smallest site with every generator and compares the figures on some pages."""
    items = min(options.sizes)
    folders = {}
    faults = []
    for generator in options.generators:
        folders[generator] = make_site(work, generator, items)
        build = cold_build(options, generator, folders[generator])()
        faults += [f"{NAMES[generator]}: {build.trouble}"] if build.trouble else []
    faults = faults or check.missing_figures(folders, items)
    for fault in faults:
        print(fault)
    if not faults:
        print(f"The same figures and totals stand on the pages of {', '.join(NAMES[generator] for generator in folders)}.")
    remove_sites(options, work, items)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
