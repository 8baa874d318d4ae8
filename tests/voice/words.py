"""The sentences of ``words.txt``, each with whose word the marked one is.

They were written by construction and decided by the codebook before the reader was asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from framing.articles.layout import documents
from framing.values import Article
from framing.voice import decide, read_voice

__all__ = ["SENTENCES", "Sentence", "told"]


class Sentence(NamedTuple):
    """A sentence, where its marked words stand, and whose they are; `source` is "" if not asked."""

    construction: str
    voice: str
    source: str
    text: str
    start: int
    end: int


def _read(line: str) -> Sentence:
    construction, voice, source, marked = line.split(" | ", 3)
    for written, meant in (("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t")):
        marked = marked.replace(written, meant)
    text = marked.replace("⟦", "").replace("⟧", "")
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return Sentence(construction, voice, "" if source == "-" else source, text, start, end)


SENTENCES: list[Sentence] = [
    _read(line)
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(sentence: Sentence) -> tuple[str, str]:
    """Return the voice of the marked words, and their source as written where it is asked for."""
    headline = sentence.construction == "headline"
    article = Article(
        id="sentence",
        title=sentence.text if headline else None,
        text="The port was quiet on Monday." if headline else sentence.text,
    )
    field = "title" if headline else "text"
    document = next(one for one in documents(article) if one.field == field)
    reading = read_voice(document)
    decision = decide(reading, [(sentence.start, sentence.end)])[0]
    if decision.attribution is None or not sentence.source:
        return decision.voice, ""
    return decision.voice, reading.attributions[decision.attribution].speaker or ""
