"""Measure what a report costs in processor time, and print it.

    python tests/benchmarks/report.py [ARTICLES…]

A line an input: the README's first command as a whole, in a process of its own, then
`write_report` alone on the sample articles and on articles of SEESAW (113 events, 24 outlets), as
many as are asked for (by default all of them, and 1,000: the corpus over again with other
ids and events). Before 2026-11-28 the page's charts were drawn by Matplotlib: 3.2 to 3.5 s on
twelve sample articles, 67 s on 1,000 articles of many outlets (shared/review/speed.md, 1c).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import framing
from framing.values import Article

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")


def children() -> float:
    """Return the processor time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def first_command(folder: Path) -> float:
    """Run the README's first command once to fill its caches, and measure it again."""
    command = [sys.executable, "-m", "framing.cli", "compare", str(ROOT / "examples")]
    command += ["-o", str(folder / "report.html")]
    spent = 0.0
    for _ in range(2):
        before = children()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        spent = children() - before
    return spent


def repeated(articles: list[Article], count: int) -> list[Article]:
    """Return `count` articles, those given again and again under other ids and events."""
    rounds = -(-count // len(articles))
    many = [
        replace(one, id=f"{one.id}-{turn}", event=one.event and f"{one.event} {turn}")
        for turn in range(rounds)
        for one in articles
    ]
    return many[:count]


def report_on(articles: list[Article], folder: Path) -> str:
    """Write a report, and say what it took and how large it is."""
    comparison = framing.compare(framing.analyze(articles, sentiment=False), copies="all")
    before = time.process_time()
    path = framing.write_report(comparison, folder / "report.html")
    spent = time.process_time() - before
    outlets = len(comparison.outlets)
    return (
        f"{len(articles):>6} articles, {outlets:>3} outlets: {spent:5.1f} s, "
        f"{path.stat().st_size / 1e6:4.1f} MB"
    )


def main() -> None:
    """Print a line an input."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"README's first command, caches filled: {first_command(folder):.1f} s")
        print("write_report,", report_on(list(framing.read_articles(ROOT / "examples")), folder))
        seesaw = list(framing.read_articles(CORPORA / "seesaw" / "articles.jsonl"))
        for count in [int(word) for word in sys.argv[1:]] or [len(seesaw), 1000]:
            print("write_report,", report_on(repeated(seesaw, count), folder), flush=True)


if __name__ == "__main__":
    main()
