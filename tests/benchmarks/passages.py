"""Draw 100 aligned pairs of BASIL for judging by hand, and print them.

    python tests/benchmarks/passages.py

The verdicts on the sample of 2026-11-22 (seed 7) stand in tests/passages/judged.json, as article
ids and offsets: 87 of the 100 pairs tell the same fact or quote the same words; the 13 others
share a person and a subject but not the fact, at a cosine under 0.45. Since 2026-11-28 nothing
under 0.45 is aligned: all of the 46 judged pairs that are left are right, and so were 60 of 60
drawn from SEESAW and read by one of us. On a further 100, 50 of NewsWCL50 and 50 of SEESAW drawn
with seed 1129 and judged by another of us (tests/passages/judged_fresh.json), 95 tell the same
thing. Three of the five others shared little but names, so since then words that are no names must
add .2 to the cosine: 85 of the 87 that are left are right, and of 79 drawn after that (seed 424)
77 (Wilson interval .91 to .99).
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import framing
from framing.passages import align_passages

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")


def sample(count: int = 100, seed: int = 7) -> list[dict[str, object]]:
    """Return `count` pairs drawn from all events of BASIL."""
    articles = framing.read_articles(CORPORA / "basil" / "articles.jsonl")
    analysis = framing.analyze(articles, sentiment=False)
    rows: list[dict[str, object]] = []
    for event in sorted({str(a.event) for a in articles}):
        for row in align_passages(analysis, event).pairs.to_dict("records"):
            rows.append({str(key): value for key, value in row.items()})
    random.Random(seed).shuffle(rows)  # noqa: S311  (a sample, not a secret)
    return rows[:count]


def main() -> None:
    """Print the sample."""
    for number, row in enumerate(sample()):
        print(number, row["similarity"], row["shared"], row["agent_left_out"])
        print("  A", row["left_text"])
        print("  B", row["right_text"])


if __name__ == "__main__":
    main()
