"""Which signs of a text may be quotation marks: those that open or close, apostrophes, feet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from framing.language.languages import ENGLISH

__all__ = [
    "CLOSERS",
    "OPEN_AFTER",
    "SPLIT_WORD",
    "Mark",
    "closed_by",
    "closes_spaced",
    "is_apostrophe",
    "opens",
    "opens_single",
    "possible_marks",
    "shuts",
    "straight_closes",
]

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
            elif (
                at
                and text[at - 1].isalnum()
                and (after.isalnum() or (after == " " and SPLIT_WORD.match(text, at)))
            ):
                continue
            elif at and text[at - 1] == " " and _SPLIT_OFF.match(text, at):
                continue  # "the president 's office", as some sets of articles have it
            done = stop
        elif mark == '"' and at and text[at - 1] == "=":
            done = text.find('"', stop, at + _LONGEST_ATTRIBUTE) + 1  # <tweet id="12">
            continue
        elif mark == _BULLET and _is_bullet(text, at):
            continue
        marks.append((at, stop, mark))
    return marks


_BULLET = "»"
_BULLET_ENDS = re.compile(rf"[\r\n]{_BULLET}|\n\s*\n")


def _is_bullet(text: str, at: int) -> bool:
    """Whether a mark that opens its line is a bullet: none closes it before the next, or a gap."""
    if at and text[at - 1] not in "\n\r":
        return False
    stop = _BULLET_ENDS.search(text, at + 1)
    inside = text[at + 1 : stop.start() if stop else len(text)]
    return not any(mark in inside for mark in CLOSERS[text[at]])


CLOSERS = ENGLISH.quotation_marks
_ELISION = re.compile(
    rf"[‘’'](?:\d\ds?\b|(?:{'|'.join(ENGLISH.apostrophes.elided)})\b)", re.IGNORECASE
)
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[½¼¾.]\d?)?$")
_FIGURES = 8  # characters before a mark that may be feet and inches: 6' 2"
_NEAR = 300  # characters after a mark in which a better one is looked for
_CLITIC = re.compile(rf"(?:{'|'.join(ENGLISH.apostrophes.split_off)})\b")
_SPACED = 120  # characters in which a single mark with spaces around it closes
OPEN_AFTER = " \t\n\r\u00a0\u2009\u202f([{-–—/“‘\"'«„…|"
_CLOSE_BEFORE = " \t\n\r\u00a0\u2009\u202f.,;:!?)]}-–—/”’\"'»…|"


def closed_by(stack: list[tuple[int, str, int]], mark: str) -> int:
    """Index in the stack of the quotation that `mark` closes, or -1."""
    index = len(stack) - 1
    while index >= 0 and mark not in CLOSERS[stack[index][1]]:
        index -= 1
    return index


def opens_single(text: str, at: int, start: int, mark: str) -> bool:
    """Whether a single mark stands where a quotation opens: after a space, before a word.

    A tokeniser may have put a space between a curly one and its word.
    """
    before = text[at - 1] if at > start else " "
    if at + 1 >= len(text) or text[at + 1].isspace():  # "‘ We stay,’ she said", spaced
        if mark == "'":  # "said : ' We stay . '"
            return _opens_spaced(text, at)
        return mark == "‘" and before.isspace() and text[at + 2 : at + 3].isalpha()
    return mark != "’" and (before in OPEN_AFTER or mark == "‘")


def _stands_apart(text: str, at: int) -> bool:
    """Whether a mark has spaces around it after a stop or a comma, or opens a line."""
    if text[at + 1 : at + 2] not in ("", " ", "\n"):
        return False
    if at == 0 or text[at - 1] == "\n":
        return True
    return text[at - 1] == " " and text[max(0, at - 2) : at - 1] in tuple(",.:;?!")


def closes_spaced(text: str, at: int, stack: list[tuple[int, str, int]]) -> bool:
    """Whether a single mark with spaces around it ends a quotation: "' We stay , ' she said"."""
    spaced = text[at - 1 : at] == " " and text[at + 1 : at + 2] in ("", " ", "\n")
    return bool(stack) and stack[-1][1] == "'" and spaced


def _opens_spaced(text: str, at: int) -> bool:
    """Whether a single mark with spaces around it opens a quotation, and is no possessive.

    "Venn called it a ' sham '", but "the dockers ' gate": another such mark follows nearby.
    """
    if text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].isalpha():
        return False
    if _CLITIC.match(text, at + 2):
        return False  # "Venn ' s gate"
    if _stands_apart(text, at) and text[at + 2].isupper():
        return True
    spaced = text[at - 1 : at] == " " and text[at - 2 : at - 1].isalpha()
    return spaced and text[at - 2] not in "sSzZxX" and " ' " in text[at + 2 : at + _SPACED]


def is_apostrophe(
    text: str, at: int, end: int, mark: str, stack: list[tuple[int, str, int]]
) -> bool:
    """Whether a single mark is an elision, a decade, a possessive, or closes nothing."""
    if _ELISION.match(text, at, end):
        return True
    if mark == "'" and (
        _stands_apart(text, at) or _opens_spaced(text, at) or closes_spaced(text, at, stack)
    ):
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark != "‘" and not after.isalnum():
        if not stack or stack[-1][1] not in "‘'":
            return not (mark == "'" and before in OPEN_AFTER and not after.isspace())
        if before in "sSzZxX" and after == " " and at + 2 < end and text[at + 2].islower():
            return _later_closer(text, at + 1, end)
    return mark == "’" and after.isalnum()


_SINGLE_CLOSER = re.compile(r"[\w.,!?…][’'](?=[\s.,;:!?)\]”\"–—]|$)|[‘]|\s'(?=\w)")


def _later_closer(text: str, at: int, end: int) -> bool:
    """Whether a better closing mark follows nearby, before one opens."""
    match = _SINGLE_CLOSER.search(text, at, min(end, at + _NEAR))
    return match is not None and match.group()[-1] in "’'" and not match.group()[0].isspace()


def straight_closes(
    text: str, at: int, stop: int, start: int, end: int, stack: list[tuple[int, str, int]]
) -> int:
    """Stack index that a straight double mark closes, -1 where it opens, -2 where it is none."""
    before = text[at - 1] if at > start else " "
    index = closed_by(stack, '"')
    if index >= 0 and stack[index][1] != '"' and stack[index][1] != "„":
        plain = [i for i, entry in enumerate(stack) if entry[1] == '"']
        index = plain[-1] if plain else index
    if text[at] == "`":
        return -1
    if before.isdigit() and text[at] == '"':
        if index < 0 or _FEET.search(text, max(start, at - _FIGURES), at):
            return -2
        return index
    if opens(text, at, stop, start, end):
        return -1
    if index < 0 and shuts(text, at, stop, start, end):
        return -2
    return index


def opens(text: str, at: int, stop: int, start: int, end: int) -> bool:
    """Whether a mark stands like an opening one: space before it, a word after it."""
    before = text[at - 1] if at > start else " "
    return before in OPEN_AFTER and (text[stop] if stop < end else " ") not in _CLOSE_BEFORE


def shuts(text: str, at: int, stop: int, start: int, end: int) -> bool:
    """Whether a mark stands like a closing one: a word before it, space or a stop after it."""
    before = text[at - 1] if at > start else " "
    return before not in OPEN_AFTER and (text[stop] if stop < end else " ") in _CLOSE_BEFORE
