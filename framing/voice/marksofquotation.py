"""Which signs of a text may be quotation marks; apostrophes inside words are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from framing.language.languages import ENGLISH

__all__ = ["SPLIT_WORD", "Mark", "possible_marks"]

Mark: TypeAlias = tuple[int, int, str]

# The space in "it’ s", "can’ t", as some sets of articles have it; a literal first is fast.
_BEHIND = "|".join(ENGLISH.apostrophes.split_off)
SPLIT_WORD = re.compile(rf"’ (?<=[^\W_]’ )(?=(?:{_BEHIND})\b)")
_SPLIT_OFF = re.compile(rf"[’'](?:{_BEHIND})(?= )")
_LONGEST_ATTRIBUTE = 300  # characters of an attribute that was left of a page's markup


def possible_marks(text: str, places: Iterable[int]) -> list[Mark]:
    """Every mark that may be one of quotation: start, end, mark; apostrophes in words left out."""
    marks: list[Mark] = []
    size, done = len(text), 0
    doubled = "”" if "`" in text and "``" in text else '"'  # what '' stands for
    for at in places:
        if at < done:
            continue
        mark = text[at]
        stop = at + 1
        if mark in "’'`":
            after = text[stop] if stop < size else " "
            if after == mark != "’":
                mark, stop = doubled if mark == "'" else '"', stop + 1
            elif at and text[at - 1].isalnum() and (after.isalnum() or SPLIT_WORD.match(text, at)):
                continue
            elif _SPLIT_OFF.match(text, at) and at and text[at - 1] == " ":
                continue  # "the president 's office", as some sets of articles have it
            done = stop
        elif mark == '"' and at and text[at - 1] == "=":
            done = text.find('"', stop, at + _LONGEST_ATTRIBUTE) + 1  # <tweet id="12">
            continue
        marks.append((at, stop, mark))
    return marks
