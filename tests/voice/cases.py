"""Sentences written for these tests, each with the voice, speaker and rule of one span.

They stand in ``cases.txt``, one a line.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["CASES", "Case"]


class Case(NamedTuple):
    """A sentence, where its span begins and ends, and what is right for that span.

    `speaker` is the source as written, empty where there is none; with ``=`` before it, the
    linked name.
    """

    construction: str
    voice: str
    speaker: str
    rule: str
    text: str
    start: int
    end: int


def _read(line: str) -> Case:
    construction, voice, speaker, rule, marked = line.split(" | ")
    marked = marked.replace("\\n", "\n")
    text = marked.replace("⟦", "").replace("⟧", "")
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return Case(construction, voice, "" if speaker == "-" else speaker, rule, text, start, end)


CASES: list[Case] = [
    _read(line)
    for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
