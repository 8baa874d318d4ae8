"""What README's first command costs after the installation: processor time, first run and later.

    python tests/benchmarks/start.py [--rounds 3] [--framing .venv/bin/framing] [--beside OTHER]

The command is `framing compare examples -o report.html`, each time in a process of its own; a
first run has no cache of lexicons, a later one has. Another checkout (OTHER) takes turns with this
one. Beside them stands a loop of plain Python, since the same work takes up to twice the processor
time on a machine whose cores are shared.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seconds_of(command: list[str], cache: str, checkout: Path) -> float:
    """Run a command of a checkout and return its processor time."""
    environment = {key: value for key, value in os.environ.items() if "PYTHON" not in key}
    environment |= {"FRAMING_CACHE": cache, "OPENBLAS_NUM_THREADS": "1"}
    if command[0] == sys.executable:
        environment["PYTHONPATH"] = str(checkout)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, cwd=checkout, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def first_and_later(run: list[str], checkout: Path) -> tuple[float, float]:
    """Return the processor time of the command without a cache and of the same with one."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*run, "compare", "examples", "-o", f"{folder}/report.html"]
        cache = f"{folder}/cache"
        return seconds_of(command, cache, checkout), seconds_of(command, cache, checkout)


def loop() -> float:
    """Return the processor time of ten million additions."""
    begun, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - begun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--framing", help="an installed command; by default this checkout")
    parser.add_argument("--beside", type=Path, help="another checkout, which takes turns")
    options = parser.parse_args()
    module = [sys.executable, "-m", "framing.cli"]
    sides = {ROOT: [options.framing] if options.framing else module}
    if options.beside:
        sides[options.beside.resolve()] = module
    for checkout, run in sides.items():
        first_and_later(run, checkout)  # modules are compiled, files read from the disk
    taken: dict[Path, list[tuple[float, float]]] = {checkout: [] for checkout in sides}
    for _ in range(options.rounds):
        for checkout, run in sides.items():
            taken[checkout].append(first_and_later(run, checkout))
    medians = {
        checkout: [statistics.median(each) for each in zip(*rounds, strict=True)]
        for checkout, rounds in taken.items()
    }
    for checkout, (first, later) in medians.items():
        ratio = first / later
        print(f"{checkout.name}: first run {first:.2f} s, later {later:.2f} s, {ratio:.2f} times")
    if options.beside:
        here, there = medians.values()
        print(f"of the other: first {here[0] / there[0]:.2f}, later {here[1] / there[1]:.2f}")
    print(f"ten million additions {statistics.median(loop() for _ in range(3)):.2f} s")


if __name__ == "__main__":
    main()
