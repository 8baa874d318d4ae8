"""Draw excerpts for a reader to mark namings of contested things, and count which are found.

    python tests/benchmarks/marked.py draw --seed 606 --excerpts 60 [--fresh]
    python tests/benchmarks/marked.py count

``draw`` prints excerpts of some 500 letters of articles of five corpora (``FRAMING_CORPORA``), half
of them of ``abp``, to be marked before the tool is asked; with ``--fresh`` of six, a third of
``abp``, and of articles that bear no mark yet (so that such a draw comes out the same only with
the marks that were there before it). The rule: mark a noun phrase, or a label
set before a noun, that names a person, group, act, event, law, policy, place or state of affairs
for which another name is in public use that some side prefers or a style guide discusses; the
plain member of such a pair too. No verbs, no proper names, offices and terms of procedure, no
judgements as predicates; each form once an excerpt. ``count`` tells how many of the marks of
``tests/lexicon_content/marked_by_hand.jsonl`` (draw, corpus, article, start, end; no text)
a naming touches today.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

from attestation import batches

import framing
from framing.statistics.shares import wilson

ROOT = Path(__file__).resolve().parents[2]
MARKED = ROOT / "tests" / "lexicon_content" / "marked_by_hand.jsonl"
PARTS = {"abp": 2, "seesaw": 6, "ptc": 6, "newswcl50": 12, "basil": 12}
"""One part in so many of a draw is of each corpus."""
FRESH_PARTS = {"abp": 3, "polnear": 4, "seesaw": 6, "ptc": 12, "basil": 12, "newswcl50": 12}
"""The same for articles that no draw has marked."""
LETTERS, MOST = 420, 700


def main() -> int:
    """Draw or count."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw", help="print excerpts to be marked")
    draw.add_argument("--seed", type=int, default=606)
    draw.add_argument("--excerpts", type=int, default=60)
    draw.add_argument("--fresh", action="store_true", help="of articles that bear no mark yet")
    commands.add_parser("count", help="tell how many marks a naming touches")
    asked = parser.parse_args()
    if asked.command == "draw":
        chosen = random.Random(asked.seed)  # noqa: S311 - drawing lines, not secrets
        if asked.fresh:
            _draw(chosen, asked.excerpts, FRESH_PARTS, frozenset(_marks()))
        else:
            _draw(chosen, asked.excerpts, PARTS, frozenset())
    else:
        _count()
    return 0


def _draw(
    chosen: random.Random, excerpts: int, parts: dict[str, int], without: frozenset[str]
) -> None:
    for corpus, part in parts.items():
        articles = [
            article for batch in batches(corpus) for article in batch if article.id not in without
        ]
        for article in chosen.sample(articles, min(len(articles), excerpts // part)):
            text = article.text
            after = chosen.randrange(max(1, len(text) - MOST))
            first = text.find(". ", after) + 2
            last = text.find(". ", first + LETTERS) + 1 or len(text)
            said = " ".join(text[first : min(last, first + MOST)].split())
            sys.stdout.write(f"{article.id} {first}: {said}\n\n")


def _marks() -> dict[str, list[tuple[str, int, int]]]:
    """Return the marks of each article: draw, start, end."""
    marks: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for line in MARKED.read_text("utf-8").splitlines():
        draw, corpus, number, start, end = json.loads(line)
        marks[f"{corpus} {number}"].append((draw, start, end))
    return marks


def _count() -> None:
    marks = _marks()
    found: dict[str, list[bool]] = defaultdict(list)
    for corpus in FRESH_PARTS:
        for batch in batches(corpus):
            chosen = [article for article in batch if article.id in marks]
            if not chosen:
                continue
            table = framing.analyze(chosen, sentiment=False).mentions
            table = table[table["field"].eq("text")]
            places = zip(table["article_id"], table["start"], table["end"], strict=True)
            spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for article_id, start, end in places:
                spans[article_id].append((start, end))
            for article in chosen:
                for draw, start, end in marks[article.id]:
                    touched = any(a < end and start < b for a, b in spans[article.id])
                    found[draw].append(touched)
    found["all"] = [each for verdicts in found.values() for each in verdicts]
    for draw, verdicts in found.items():
        n, hit = len(verdicts), sum(verdicts)
        if n:
            low, high = wilson(hit, n)
            sys.stdout.write(f"{draw}: {hit} of {n} ({hit / n:.3f} [{low:.2f}, {high:.2f}])\n")


if __name__ == "__main__":
    sys.exit(main())
