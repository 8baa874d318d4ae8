"""What README's first command costs after the installation: processor time, first run and later.

    python tests/benchmarks/start.py [--rounds 3] [--framing .venv/bin/framing]

The command is `framing compare examples -o report.html`, each time in a process of its own; the
first run has no cache of lexicons, later ones have. Beside it stands a loop of plain Python, since
the same work takes up to twice the processor time on a machine whose cores are shared.
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


def seconds_of(command: list[str], cache: str) -> float:
    """Run a command and return its processor time."""
    environment = {key: value for key, value in os.environ.items() if "PYTHON" not in key}
    environment |= {"XDG_CACHE_HOME": cache, "OPENBLAS_NUM_THREADS": "1"}
    if command[0] == sys.executable:
        environment["PYTHONPATH"] = str(ROOT)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
    options = parser.parse_args()
    run = [options.framing] if options.framing else [sys.executable, "-m", "framing.cli"]
    with tempfile.TemporaryDirectory() as folder:
        command = [*run, "compare", "examples", "-o", f"{folder}/report.html"]
        first = seconds_of(command, folder)
        later = [seconds_of(command, folder) for _ in range(options.rounds)]
        loops = [loop() for _ in range(3)]
    print(
        f"first run {first:.1f} s, later {statistics.median(later):.1f} s; ten million additions "
        f"{statistics.median(loops):.2f} s"
    )


if __name__ == "__main__":
    main()
