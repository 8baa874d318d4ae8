"""Fuzz of the whole way, in parts that can be stopped and gone on with.

    python tests/fuzz/run.py --articles 1000000 --state fuzz.json   (goes on where it was)
    python tests/fuzz/run.py --part 17                              (one part again)
    python tests/fuzz/run.py --flips 5000 --first 5000              (files of every format)

A part is 200 made-up articles, most of them mutated: read from a file of rows or from a folder of
texts or pages in several encodings (`layouts.py`), analysed, compared and reported, with every
invariant of `invariants.py` checked. What broke is written to the state file with the part's
number, so that it can be made again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import flips
import invariants
import layouts
import newsroom

import framing

PART = 200


def articles_of(part: int, size: int = PART) -> list[dict[str, Any]]:
    """Return the rows of one part: events of four outlets, a quarter of the texts left whole."""
    rows = []
    for number in range(size):
        chance = random.Random(f"{part}/{number}")  # noqa: S311  (no secret is made)
        title, text = newsroom.article_of(chance.randrange(10**9))
        if number % 4:
            text = newsroom.mutated(text, chance)
        if number % 8 == 1:
            title = newsroom.mutated(title, chance)
        rows.append(
            {"id": f"{part}-{number}", "event": f"event {number // 5}", "title": title,
             "outlet": newsroom.OUTLETS[number % 5], "text": text}
        )  # fmt: skip
    return rows


def broken_in(part: int, folder: Path, size: int) -> Iterator[str]:
    """Read, analyse, compare and report one part; yield what broke."""
    rows = articles_of(part, size)
    source = layouts.laid_out(part, rows, folder)
    articles = framing.read_articles(source)
    exact = layouts.layout_of(part) is layouts.EXACT
    given = {row["id"]: row["text"] for row in rows}
    if exact and len(articles) + len(articles.skipped) != len(rows):
        yield f"{len(rows)} rows, {len(articles)} articles, {len(articles.skipped)} skipped"
    if not articles.skipped and len(articles) < len(rows[:60]):
        yield f"of {len(rows)} rows {len(articles)} are articles, and nothing is said"
    for article in articles:
        if exact and article.text != given[article.id]:
            yield f"the text of {article.id} is not the one given"
        yield from invariants.broken_by_article(article)
    analysis = framing.analyze(articles, sentiment=part % 10 == 0)
    for line in analysis.articles.skipped[len(articles.skipped) :]:
        yield line.reason
    yield from invariants.broken_by_analysis(analysis)
    comparison = framing.compare(analysis)
    yield from invariants.broken_by_comparison(comparison)
    if part % 5 == 0:
        page = framing.write_report(comparison, folder / "report.html").read_text("utf-8")
        yield from invariants.broken_by_page(page)


def faults_of(part: int, size: int = PART) -> list[str]:
    """Return what broke in one part, an exception among it."""
    with tempfile.TemporaryDirectory() as folder:
        found = []
        try:
            for fault in broken_in(part, Path(folder), size):
                found.append(fault)
        except Exception:
            found.append(traceback.format_exc(limit=-4))
    return found


def run(articles: int, state: Path | None) -> int:
    """Go through the parts that are not done yet; return how many faults there are in all."""
    about: dict[str, Any] = {"done": 0, "faults": {}, "seconds": 0.0}
    if state is not None and state.is_file():
        about = json.loads(state.read_text("utf-8"))
    for part in range(about["done"], -(-articles // PART)):
        begun = time.process_time()
        faults = faults_of(part)
        about["done"], about["seconds"] = part + 1, about["seconds"] + time.process_time() - begun
        if faults:
            about["faults"][str(part)] = [fault[:1500] for fault in faults[:5]]
        if state is not None:
            state.write_text(json.dumps(about, indent=1), encoding="utf-8")
    kinds = Counter(fault.split(":")[0][:60] for few in about["faults"].values() for fault in few)
    sys.stdout.write(
        f"{about['done'] * PART} articles in {about['done']} parts, {about['seconds']:.0f} s of "
        f"processor time, {len(about['faults'])} parts with faults: {dict(kinds)}\n"
    )
    return len(about["faults"])


def main() -> int:
    """Run; return 0 where nothing broke."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--state", type=Path)
    parser.add_argument("--part", type=int)
    parser.add_argument("--flips", type=int)
    parser.add_argument("--first", type=int, default=0, help="number of the first flip")
    options = parser.parse_args()
    if options.part is not None:
        faults = faults_of(options.part)
        sys.stdout.write("\n".join(faults) + f"\n{len(faults)} faults\n")
        return min(1, len(faults))
    if options.flips is not None:
        faults = list(flips.broken_by_flips(options.flips, options.first))
        sys.stdout.write(
            "\n".join(faults[:20]) + f"\n{options.flips} files, {len(faults)} faults\n"
        )
        return min(1, len(faults))
    return min(1, run(options.articles, options.state))


if __name__ == "__main__":
    sys.exit(main())
