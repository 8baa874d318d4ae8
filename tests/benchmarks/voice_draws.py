"""Draws rows of the voice reader to be read by hand; run as ``voice_draws.py KIND --seed N``.

``namings`` shows namings with whose word they are read as; ``anonymous``, ``named`` and
``reports`` show reports of speech and thought: those without a name, those whose speaker's name
was linked, all; ``distanced`` shows words held at a distance. Articles of the coded decisions are
left out. Nothing is counted here: whoever reads the rows counts. The rows drawn hang on the
reader as well as on the seed: after a change of the rules a seed draws others.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from decisions import CORPORA
from voice import rows, text_document

import framing
from framing.values import Attribution, Document
from framing.voice import decide, read_voice

SETS = ("abp", "seesaw", "basil", "polnear", "newswcl50")
ARTICLES = {"namings": 260, "anonymous": 1500, "named": 1500, "reports": 600, "distanced": 300}


def fresh_articles(draw: random.Random, count: int, sets: Sequence[str]) -> list[Document]:
    """Draw articles that hold no coded decision, as many of each set where it has them."""
    used = {
        (row["corpus"], row["article_id"])
        for row in rows(CORPORA / "decisions" / "decisions.jsonl")
    }
    drawn = []
    for name in sets:
        pool = [
            row for row in articles_in(name) if (name, str(row["id"])) not in used and row["text"]
        ]
        drawn += draw.sample(pool, min(len(pool), count // len(sets)))
    draw.shuffle(drawn)
    return [text_document({"id": str(row["id"]), "text": row["text"]}) for row in drawn]


def articles_in(name: str) -> list[dict[str, Any]]:
    """Return the articles of a set as they lie in its folder."""
    if name == "abp":
        import pyarrow.parquet as pq

        return list(pq.read_table(CORPORA / name / "articles.parquet").to_pylist())
    return rows(CORPORA / name / "articles.jsonl")


def shown(text: str, start: int, end: int, before: int = 250, after: int = 150) -> str:
    """Return a stretch of text with some words in brackets, on one line."""
    line = f"{text[max(0, start - before) : start]}[[{text[start:end]}]]{text[end : end + after]}"
    return line.replace("\n", "¶")


def namings(document: Document) -> Iterator[str]:
    """Show the namings of an article, with whose word each is read as."""
    article = framing.Article(id=document.article_id, text=document.text)
    table = framing.analyze([article], sentiment=False).mentions
    for row in table[table["field"].eq("text")].to_dict("records"):
        told = f"{row['voice']} / {row['rule']} / {row['speaker']}"
        yield f"{told} | {shown(document.text, row['start'], row['end'])}"


def is_wanted(one: Attribution, kind: str) -> bool:
    """Whether a report is of the kind that is read."""
    if one.act not in ("speech", "thought"):
        return False
    if kind == "anonymous":
        return one.speaker_kind == "anonymous"
    if kind == "named":
        name, words = one.speaker_name, one.speaker
        return one.speaker_kind == "named" and bool(name and words) and str(name) not in str(words)
    return True


def reports(document: Document, kind: str) -> Iterator[str]:
    """Show the reports of an article that are of one kind."""
    for one in read_voice(document).attributions:
        if is_wanted(one, kind):
            spans = [*one.content, *(span for span in (one.source_span, one.cue_span) if span)]
            start, end = min(span[0] for span in spans), max(span[1] for span in spans)
            told = f"{one.rule} / {one.speaker} → {one.speaker_name} / {one.cue}"
            yield f"{told} | {shown(document.text, start, min(end, start + 230))}"


def distanced(document: Document) -> Iterator[str]:
    """Show the words of an article that read as held at a distance."""
    reading = read_voice(document)
    middles = [((one.start + one.end) // 2,) * 2 for one in reading.distancings]
    decisions = decide(reading, [(at, stop + 1) for at, stop in middles])
    for one, decision in zip(reading.distancings, decisions, strict=True):
        if decision.voice == "distanced":
            yield f"{one.rule} | {shown(document.text, one.cue_start, one.end)}"


def main() -> int:
    """Draw and show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=tuple(ARTICLES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60, help="rows to show")
    parser.add_argument("--sets", default=",".join(SETS), help=f"corpora ({', '.join(SETS)})")
    asked = parser.parse_args()
    if not (CORPORA / "decisions").is_dir():
        sys.stdout.write(f"no corpora at {CORPORA}; set FRAMING_CORPORA\n")
        return 1
    draw = random.Random(asked.seed)  # noqa: S311  no secret is made
    lines: list[str] = []
    for document in fresh_articles(draw, ARTICLES[asked.kind], asked.sets.split(",")):
        if asked.kind == "namings":
            found = list(namings(document))
            lines += draw.sample(found, min(1, len(found)))
        elif asked.kind == "distanced":
            lines += distanced(document)
        else:
            lines += reports(document, asked.kind)
    draw.shuffle(lines)
    for number, line in enumerate(lines[: asked.count]):
        sys.stdout.write(f"{number} {line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
