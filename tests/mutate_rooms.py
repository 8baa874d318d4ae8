"""Makes small faults in four rooms one at a time, and counts those that a named test tells.

Run from the checkout as ``python tests/mutate_rooms.py``, or in parts as ``--only 1..15``. The
faults stand in ``room_mutants.toml``, made by hand: where, what stands there, what a colleague
could have written in its place, and the tests that should tell. Each is made in a copy of the
library; it is caught where one of its tests fails.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_COPIED = ("framing", "lexicons", "examples", "tests")
_LONGEST = 600  # seconds; a fault may make a loop endless, which its tests then tell


@dataclass(frozen=True, slots=True)
class RoomMutant:
    """One fault: its number from 1, where it is made, how, and the tests that should tell."""

    number: int
    file: str
    fault: str
    old: str
    new: str
    tests: tuple[str, ...]

    def applied(self, source: str) -> str:
        """Return the source with the fault in it.

        Raises
        ------
        ValueError
            Where what it replaces does not stand there, or more than once.
        """
        if source.count(self.old) != 1:
            raise ValueError(
                f"mutant {self.number} ({self.fault}): its old text stands "
                f"{source.count(self.old)} times in {self.file}; write it anew"
            )
        return source.replace(self.old, self.new)


def room_mutants(path: Path = ROOT / "tests/room_mutants.toml") -> list[RoomMutant]:
    """Read the list."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["mutant"]
    return [
        RoomMutant(number, **{**row, "tests": tuple(row["tests"])})
        for number, row in enumerate(rows, 1)
    ]


def copied(folder: Path) -> None:
    """Copy what the tests of the rooms need."""
    leave = shutil.ignore_patterns("__pycache__", "benchmarks")
    for name in _COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder / name)


def failing(folder: Path, tests: Iterable[str]) -> str | None:
    """Return the first of some tests that fails in `folder`; None where all pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
    corpora = os.environ.get("FRAMING_CORPORA") or str(ROOT.parent / "shared/corpora")
    environment = {**os.environ, "PYTHONPATH": str(folder), "FRAMING_CORPORA": corpora}
    try:
        done = subprocess.run(
            [*command, *tests], cwd=folder, env=environment, capture_output=True, text=True,
            timeout=_LONGEST,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"nothing within {_LONGEST} seconds"
    if done.returncode in (0, 5):
        return None
    told = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return told[0] if told else done.stdout[-500:]


def _chosen(mutants: list[RoomMutant], asked: str | None) -> list[RoomMutant]:
    """Return the mutants of ``N..M``, both included, or of one number; all without."""
    if asked is None:
        return mutants
    first, _, last = asked.partition("..")
    return [one for one in mutants if int(first) <= one.number <= int(last or first)]


def main() -> int:
    """Make each fault, and say which are caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="N..M", help="these alone, both included")
    parser.add_argument("--least", type=float, default=0.9, help="share that must be caught (.9)")
    asked = parser.parse_args()
    mutants = _chosen(room_mutants(), asked.only)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(folder)
        named = dict.fromkeys(test for one in mutants for test in one.tests)
        if (wrong := failing(folder, named)) is not None:
            print(f"the tests fail before any fault: {wrong}")
            return 2
        held = 0
        for one in mutants:
            path = folder / one.file
            source, then = path.read_text(encoding="utf-8"), path.stat()
            path.write_text(one.applied(source), encoding="utf-8")
            told = failing(folder, one.tests)
            path.write_text(source, encoding="utf-8")
            os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))  # no compiled fault stays
            held += told is not None
            said = "survived" if told is None else f"caught by {told}"
            print(f"{one.number:2} {one.file}: {one.fault}: {said}", flush=True)
    share = held / len(mutants)
    print(f"{held} of {len(mutants)} mutants caught ({share:.0%})")
    return 0 if share >= asked.least else 1


if __name__ == "__main__":
    sys.exit(main())
