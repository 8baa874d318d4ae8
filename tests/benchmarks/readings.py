"""Draw namings to be read by hand, and count what readers said of them.

    python tests/benchmarks/readings.py draw neutral --part 1 --seed 1130 -o drawn.jsonl
    python tests/benchmarks/readings.py draw loaded --part 1 --seed 1130 --rows 150
    python tests/benchmarks/readings.py draw targets --part 1 --seed 1130 --rows 120
    python tests/benchmarks/readings.py count

``draw neutral`` takes twenty counted neutral namings of each of the thirty concepts that have most
of them, ``draw loaded`` loaded ones, ``draw targets`` those of them of which the text says toward
whom, with the slot, who fills it, and the rule; at most one an article and concept. Articles of six
corpora (``FRAMING_CORPORA``) are parted in three by their ids, so that what is mended after the
reading of one part can be read anew on another. Each naming is printed with the words around it.
With ``-o`` a file is written with a line a naming, whose last value, null, is the reader's to fill
in. ``count`` tells what ``tests/lexicon_content/read_by_hand.jsonl`` says: places and verdicts, no
text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from attestation import TITLES, batches

import framing
from framing.statistics.shares import wilson

ROOT = Path(__file__).resolve().parents[2]
READ = ROOT / "tests" / "lexicon_content" / "read_by_hand.jsonl"
PARTS = 3
MOST_FREQUENT = 30
BEFORE, AFTER = 140, 100
COLUMNS = ["article_id", "field", "start", "end", "concept", "variant", "loaded", "counted",
           "bindings"]  # fmt: skip


def main() -> int:
    """Draw or count."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw", help="print namings to be read")
    draw.add_argument("kind", choices=("neutral", "loaded", "targets"))
    draw.add_argument("--part", type=int, default=1, choices=range(PARTS))
    draw.add_argument("--seed", type=int, default=1130)
    draw.add_argument("--each", type=int, default=20, help="neutral namings of each concept")
    draw.add_argument("--rows", type=int, default=150, help="loaded namings or targets in all")
    draw.add_argument("--concepts", nargs="*", help="these concepts only")
    draw.add_argument("-o", "--output", type=Path, help="a line a naming, for the verdicts")
    commands.add_parser("count", help="tell what was read")
    asked = parser.parse_args()
    if asked.command == "count":
        _count()
        return 0
    texts, rows = _namings(asked.part, loaded=asked.kind != "neutral")
    if not rows:
        sys.stdout.write("no corpora; set FRAMING_CORPORA\n")
        return 1
    if asked.kind == "targets":
        rows = [row | slot for row in rows for slot in row["bindings"] if slot["direction"]]
        rows = [row for row in rows if row["target"]]
    chosen = random.Random(asked.seed)  # noqa: S311 - drawing lines, not secrets
    chosen.shuffle(rows)
    rows = _one_an_article(rows)
    if asked.kind == "neutral":
        rows = _of_each_concept(rows, asked.each, asked.concepts)
    else:
        rows = [row for row in rows if not asked.concepts or row["concept"] in asked.concepts]
        rows = rows[: asked.rows]
    _show(rows, texts, before=BEFORE * 2 if asked.kind == "targets" else BEFORE)
    if asked.output:
        draw = f"{asked.kind} {asked.seed}"
        lines = [json.dumps([draw, *_place(row), None]) for row in rows]
        asked.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _place(row: dict[str, Any]) -> list[Any]:
    """Return where a naming stands: corpus, article, field, start, end, concept, slot if any."""
    place = [row["corpus"], int(row["article"]), row["field"], *row["naming"], row["concept"]]
    return [*place, row["slot"]] if "slot" in row else place


def part_of(article: str) -> int:
    """Return the part that an article's id puts it in."""
    return int(hashlib.sha256(article.encode()).hexdigest()[:8], 16) % PARTS


def _namings(part: int, *, loaded: bool) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the articles of a part and the counted namings in them, loaded or neutral."""
    texts: dict[str, Any] = {}
    rows: list[dict[str, Any]] = []
    for corpus in TITLES:
        for batch in batches(corpus):
            chosen = [article for article in batch if part_of(article.id) == part]
            if not chosen:
                continue
            texts.update({article.id: article for article in chosen})
            table = framing.analyze(chosen, sentiment=False).mentions[COLUMNS]
            table = table[table["counted"] & table["loaded"].eq(loaded)]
            for row in table.to_dict("records"):
                number = row.pop("article_id").split(" ")[1]
                place = (row["start"], row["end"])
                rows.append({"corpus": corpus, "article": number, "naming": place, **row})
    return texts, rows


def _one_an_article(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep the first naming of each concept in each article."""
    first = {(row["corpus"], row["article"], row["concept"]): row for row in reversed(rows)}
    return [row for row in rows if first[row["corpus"], row["article"], row["concept"]] is row]


def _of_each_concept(
    rows: list[dict[str, Any]], each: int, only: list[str] | None
) -> list[dict[str, Any]]:
    """Return some namings of each of the concepts that most articles name."""
    by_concept: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_concept[row["concept"]].append(row)
    most = sorted(by_concept, key=lambda name: (-len(by_concept[name]), name))
    names = only or most[:MOST_FREQUENT]
    return [row for name in names for row in by_concept[name][:each]]


def _show(rows: list[dict[str, Any]], texts: dict[str, Any], *, before: int) -> None:
    """Print namings with the words around them."""
    for number, row in enumerate(rows):
        article = texts[f"{row['corpus']} {row['article']}"]
        text = article.title if row["field"] == "title" else article.text
        start, end = row["naming"]
        line = (
            f"{text[max(0, start - before) : start]}[[{text[start:end]}]]{text[end : end + AFTER]}"
        )
        name = f"{row['concept']}/{row['variant']}"
        if "slot" in row:
            name += f" {row['slot']} = {row['target']} by {row['rule']}"
        sys.stdout.write(f"{number} {name} ({row['corpus']}): {' '.join(line.split())}\n")


class Reading(NamedTuple):
    """What a reader said of one naming: `number` counts the articles of a corpus's file."""

    draw: str
    corpus: str
    number: int
    field: str
    start: int
    end: int
    concept: str
    right: bool


def read_by_hand() -> Iterator[Reading]:
    """Yield what was read: the place of each naming, its draw, and whether it is right."""
    for line in READ.read_text("utf-8").splitlines():
        *place, right = json.loads(line)
        yield Reading(*place[:7], right)


def shares(readings: Iterable[Reading], by: str) -> dict[str, tuple[int, int]]:
    """Return how many of the readings of each draw or concept are right, and how many there are."""
    found: dict[str, tuple[int, int]] = {}
    for reading in readings:
        right, read = found.get(getattr(reading, by), (0, 0))
        found[getattr(reading, by)] = (right + reading.right, read + 1)
    return found


def _count() -> None:
    """Print the share that is right by draw, and for neutral namings by concept."""
    readings = list(read_by_hand())
    for draw, (right, read) in shares(readings, "draw").items():
        low, high = wilson(right, read)
        share = f"{right / read:.3f} [{low:.2f}, {high:.2f}]"
        sys.stdout.write(f"{draw}: {right} of {read} right ({share})\n")
        if draw.startswith("neutral"):
            of_draw = shares((each for each in readings if each.draw == draw), "concept")
            for name, (good, all_of_it) in sorted(of_draw.items(), key=lambda each: each[1][0]):
                sys.stdout.write(f"    {name} {good} of {all_of_it}\n")


if __name__ == "__main__":
    sys.exit(main())
