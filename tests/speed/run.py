#!/usr/bin/env python3
"""Guards against getting slower: counts the instructions of three fixed workloads and compares them with those that are kept.

usage: run.py PROGRAM [--write]

PROGRAM is made by `cargo build --config tests/speed/guard.toml`.

An instruction count hardly depends on what else a machine does, so that a margin of a tenth is enough; what is left are
the machine's own ways of copying memory, which once made a twentieth between two machines: compare two commits on one.
The counts belong to the compiler they were taken with: with another one they are shown and not compared. `--write` keeps
new counts, to be committed with the change that explains them.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "benches", "peers"))
from sites import write_site  # noqa: E402

KEPT = os.path.join(HERE, "counts.json")
MARGIN = 0.10
ITEMS = 60


def workloads(program, scratch):
    """What is run, by name: a large plan, the shipped site with everything it publishes, and a check without any page."""
    large = os.path.join(scratch, "large")
    write_site("taizhang", large, ITEMS)
    shipped, themes = os.path.join(ROOT, "content"), os.path.join(scratch, "no-themes")

    def build(content, name):
        output = os.path.join(scratch, name)
        return [program, "build", "--jobs", "1", "--content", content, "--themes", themes, "--output", output]

    return {
        f"build of {ITEMS} items": build(os.path.join(large, "content"), "out-large"),
        "build of the shipped site": build(shipped, "out-shipped"),
        f"check of {ITEMS} items": [program, "check", "--content", os.path.join(large, "content"), "--themes", themes],
    }


def count(command, scratch):
    """Runs a command under callgrind and returns how many instructions it took."""
    out = os.path.join(scratch, "callgrind.out")
    grind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command]
    done = subprocess.run(grind, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    with open(out, encoding="utf-8") as file:
        found = re.search(r"^(?:summary|totals): (\d+)", file.read(), re.MULTILINE)
    os.remove(out)
    return int(found.group(1))


def main():
    program = os.path.abspath(sys.argv[1])
    compiler = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    scratch = tempfile.mkdtemp(prefix="taizhang-speed-")
    try:
        counts = {name: count(command, scratch) for name, command in workloads(program, scratch).items()}
    finally:
        shutil.rmtree(scratch)
    if "--write" in sys.argv[2:]:
        with open(KEPT, "w", encoding="utf-8") as file:
            json.dump({"rustc": compiler, "counts": counts}, file, indent=2)
            file.write("\n")
        return
    with open(KEPT, encoding="utf-8") as file:
        kept = json.load(file)
    is_comparable = kept["rustc"] == compiler
    if not is_comparable:
        print(f"the kept counts are of {kept['rustc']}, this is {compiler}: not compared")
    slower = []
    for name, now in counts.items():
        before = kept["counts"].get(name)
        ratio = now / before if before else float("inf")
        print(f"{name}: {now / 1e6:,.0f} million instructions, {ratio:.3f} of what is kept")
        if ratio > 1 + MARGIN:
            slower.append(name)
    if slower and is_comparable:
        sys.exit(f"slower by more than a tenth: {', '.join(slower)}; find out why, or keep the new counts with --write")


if __name__ == "__main__":
    main()
