"""What the reader finds in the sentences of ``readings.txt``, written so that one can read it.

A line is a sentence; the indented lines after it are what is found in it, in order: rule, source,
cue, act and content, the speaker's own words in ⟦ ⟧. They hold the reader to what it does, right
or not: the crafted cases and the rules' own examples say what is right. After a change that was
meant, ``python tests/voice/readings.py`` writes them anew; read what changed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from framing.articles.layout import documents
from framing.values import Article, Attribution, Document
from framing.voice import read_voice

__all__ = ["READINGS", "found_in", "kept"]

READINGS = Path(__file__).with_name("readings.txt")
INDENT = "    "


def found_in(sentence: str) -> list[str]:
    """Return what is found in a sentence, a line each; a written line end begins a line."""
    lines = []
    for document in documents(Article(id="sentence", text=sentence.replace("\\n", "\n"))):
        reading = read_voice(document)
        lines += [_attribution(document, one) for one in reading.attributions]
        lines += [
            f"{one.rule} | {document.text[one.start : one.end]}" for one in reading.distancings
        ]
    return [line.replace("\n", "\\n") for line in lines]


def _attribution(document: Document, one: Attribution) -> str:
    """Write one attribution as a line."""
    text = document.text
    worded = one.content if one.worded is None else one.worded
    parts = [text[start:end] for start, end in one.content if (start, end) not in worded]
    parts += [f"⟦{text[start:end]}⟧" for start, end in worded]
    said = f"{'not ' if one.negated else ''}{one.cue or '-'}"
    who = f"{one.speaker or '-'} ({one.speaker_name or one.speaker_kind})"
    return " | ".join((one.rule, who, said, one.act, " … ".join(parts)))


def kept() -> dict[str, list[str]]:
    """Return the sentences that are kept, each with what was found in it."""
    found: dict[str, list[str]] = {}
    sentence = ""
    for line in READINGS.read_text(encoding="utf-8").splitlines():
        if line.startswith(INDENT):
            found[sentence].append(line.strip())
        elif line and not line.startswith("#"):
            sentence = line
            found[sentence] = []
    return found


def main(asked: Sequence[str]) -> int:
    """Write what is found now, or with ``--check`` say by the exit status whether that is new."""
    if "--check" in asked:
        return int(any(found_in(sentence) != found for sentence, found in kept().items()))
    head = [line for line in READINGS.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = head
    for sentence in kept():
        lines += [sentence, *(INDENT + found for found in found_in(sentence))]
    READINGS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
