"""Measures one build, one writing of bytes, one folder, and says on what machine.

In come a command or a folder; out come seconds, MiB, and what went wrong.
"""

import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import namedtuple
from pathlib import Path

FLOOR = Path(__file__).resolve().parent / "floor.py"
# Seconds, seconds of all threads (none where not known), MiB (likewise), and a sentence if it did not succeed.
Build = namedtuple("Build", "wall cpu peak trouble")


def build(command, folder, limit):
    """Runs a command in a folder, at most so many seconds. What it and its threads used is the system's own account."""
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        alarm = threading.Timer(limit, os.kill, (process.pid, signal.SIGKILL))
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        trouble = None
        if wall >= limit:
            trouble = f"over {limit:g} s"
        elif process.returncode != 0:
            said.seek(0)
            trouble = f"exit code {process.returncode}: {said.read().decode(errors='replace').strip()[-2000:]}"
    per_mib = 1024**2 if sys.platform == "darwin" else 1024
    return Build(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / per_mib, trouble)


def floor(source, folder):
    """Writes the files of `source` from memory into a new folder.

    That is a process of its own: a child begins with the most memory its parent ever held, and that would show as a build's.
    """
    shutil.rmtree(folder, ignore_errors=True)
    done = subprocess.run([sys.executable, FLOOR, source, folder], capture_output=True, text=True)
    shutil.rmtree(folder, ignore_errors=True)
    if done.returncode != 0:
        return Build(0, None, None, f"exit code {done.returncode}: {done.stderr.strip()[-2000:]}")
    wall, cpu = map(float, done.stdout.split())
    return Build(wall, cpu, None, None)


def size_of(folder):
    """Returns the number of files below a folder and their bytes."""
    sizes = [os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def version_of(generator, binary):
    arguments = ["version"] if generator == "hugo" else ["--version"]
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    return " ".join(done.stdout.split()[:2]) or f"{binary} tells no version"


def machine():
    """Returns the model of the processor and how many of its cores this process may use."""
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), model)
    except OSError:
        pass
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {cores} cores, {platform.system()} {platform.release()}"
