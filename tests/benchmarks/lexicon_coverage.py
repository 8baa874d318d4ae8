"""How many name-callings that annotators marked do the shipped lexicons touch? On PTC.

    python tests/benchmarks/lexicon_coverage.py

A span marked ``Name_Calling,Labeling`` is touched where a naming overlaps it, loaded or not.
Annotators marked by technique, not by concept: many spans name one person once ("Door Boy") and
belong in no lexicon.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path

import framing

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
_TECHNIQUE = "Name_Calling,Labeling"


def main() -> None:
    """Print how many marked spans are touched."""
    spans = defaultdict(list)
    for line in (CORPORA / "ptc" / "technique_spans.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["technique"] == _TECHNIQUE:
            spans[row["article_id"]].append((row["start"], row["end"]))
    texts = [
        json.loads(line) for line in (CORPORA / "ptc" / "articles.jsonl").open(encoding="utf-8")
    ]
    articles = [framing.Article(row["id"], text=row["text"]) for row in texts if row["id"] in spans]
    table = framing.analyze(articles, sentiment=False).mentions
    every, loaded = defaultdict(list), defaultdict(list)
    rows = zip(table["article_id"], table["start"], table["end"], table["loaded"], strict=True)
    for article, start, end, is_loaded in sorted(rows):
        every[article].append((start, end))
        if is_loaded:
            loaded[article].append((start, end))
    total = sum(map(len, spans.values()))
    counts = [
        sum(_touched(span, kind[article]) for article, each in spans.items() for span in each)
        for kind in (every, loaded)
    ]
    print(
        f"{total} spans of name-calling in {len(articles)} articles: {counts[0]} touched "
        f"({counts[0] / total:.3f}), {counts[1]} by a loaded naming ({counts[1] / total:.3f})"
    )


def _touched(span: tuple[int, int], namings: list[tuple[int, int]]) -> bool:
    before = namings[: bisect_left(namings, (span[1],))]
    return any(end > span[0] for _, end in before)


if __name__ == "__main__":
    main()
