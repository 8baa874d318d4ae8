"""Quotation marks: pairing them in every usual typography, in one pass and linear time.

A quotation never crosses a paragraph; one that runs over paragraphs reopens at each, or runs on
over them and closes once, and has one part in each, *open* until the last. Apostrophes, decades
(’90s), inches and plural possessives are no quotation marks. Two plain single marks (``''``) and
two backticks count as ``"``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.language.quotemarks import ALL_MARKS
from framing.values import Span
from framing.voice.text.apostrophes import (
    CLOSERS,
    OPEN_AFTER,
    Mark,
    closed_by,
    closes_spaced,
    is_apostrophe,
    opens,
    opens_single,
    possible_marks,
    shuts,
    straight_closes,
)
from framing.voice.text.quicktuples import maker

__all__ = ["Quotation", "find_quotations"]

_DOUBLE = frozenset('“”„"«»')
_RUNS_OVER = 12  # paragraphs that one quotation may run on over
_MARKS = re.compile(f"[{ALL_MARKS}]")


class Quotation(NamedTuple):
    """One quotation with its marks, from `start` to before `end` in the text.

    `closed` is false where no closing mark was found in the paragraph; `depth` is 0 for an
    outermost quotation, 1 inside one; `mark` is the opening mark, ``"`` for ``''`` and ````.
    """

    start: int
    end: int
    closed: bool
    depth: int
    mark: str


_quotation = maker(Quotation)


def find_quotations(
    text: str, paragraphs: Sequence[Span], places: Iterable[int] | None = None
) -> list[Quotation]:
    """Pair the quotation marks of each paragraph.

    Parameters
    ----------
    text
        The field's text as given.
    paragraphs
        (start, end) of each paragraph; marks are paired within one.
    places
        Where marks may stand, in order; all places by default.

    Returns
    -------
    list of Quotation
        In order of start; nested ones follow the one they lie in.

    Examples
    --------
    >>> text = "He called it a ‘disaster’ in the ’90s, and “a mess”."
    >>> [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])]
    ['‘disaster’', '“a mess”']
    """
    found: list[Quotation] = []
    if places is None:
        places = (match.start() for match in _MARKS.finditer(text))
    marks = possible_marks(text, places)
    if not marks:
        return found
    marks.append((1 << 60, 0, ""))
    index = 0
    carried = _Carried(text)
    for start, end in paragraphs:
        while marks[index][0] < start:
            index += 1
        if marks[index][0] >= end and carried.open is None:
            continue  # no mark in it, as in most paragraphs
        first, index = index, bisect_left(marks, (end,), index)
        pairs = _plain_pairs(text, start, end, marks[first:index]) if carried.open is None else None
        if pairs is not None:
            found += pairs
            continue
        here = carried.into(start, end, marks[first:index], found)
        before = len(found)
        if here:
            _pair(text, start, end, here, found)
        outer = [report for report in found[before:] if report.depth == 0]
        carried.leave(outer[-1] if outer and not outer[-1].closed else None, bool(here))
    return found


def _plain_pairs(text: str, start: int, end: int, marks: list[Mark]) -> list[Quotation] | None:
    """Quotations of a paragraph that has but plain pairs of marks, as most; None for others."""
    if len(marks) % 2:
        return None
    pairs = []
    for (at, _, opening), (last, stop, closing) in zip(marks[::2], marks[1::2], strict=True):
        if opening == "“":
            plain = closing == "”" and (at == start or text[at - 1] in OPEN_AFTER)
        else:
            plain = text[at] == '"' and opens(text, at, at + 1, start, end)
            if plain and closing != "”":  # a converter left half of them on some pages
                plain = text[last] == '"' and not text[last - 1].isdigit()
                plain = plain and not opens(text, last, stop, start, end)
        if not plain:
            return None
        if stop - at > 2:
            pairs.append(_quotation((at, stop, True, 0, opening)))
    return pairs


class _Carried:
    """A quotation that its paragraph did not close, and the paragraphs it may run on over.

    They are quoted where a closing mark comes before any that opens, as in files that have one
    sentence a line.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: Quotation | None = None
        self.over: list[Quotation] = []

    def into(self, start: int, end: int, marks: list[Mark], found: list[Quotation]) -> list[Mark]:
        """Take in a paragraph; return those of its marks that are not used up."""
        if self.open is None:
            return marks
        double = next((number for number, mark in enumerate(marks) if mark[2] in _DOUBLE), -1)
        if double < 0:
            self.over.append(Quotation(start, _without_space(self.text, end), False, 0, '"'))
            if len(self.over) > _RUNS_OVER:
                self.open = None
            return marks if self.open is None else []
        at, stop, mark = marks[double]
        closes = mark in "”»" or (mark == '"' and shuts(self.text, at, stop, start, end))
        if mark == '"' and opens(self.text, at, stop, start, end):
            closes = False
        elif mark == '"' and not closes:  # with a space on both sides, as a tokeniser leaves it
            closes = sum(mark[2] == '"' for mark in marks) % 2 == 1
            if (
                closes
                and not self.text[start:at].strip()
                and self.text[stop + 1 : stop + 2].isupper()
            ):
                closes = False  # '" The men came .' on a line of its own opens again
        if closes:
            found.extend(
                quotation for quotation in self.over if quotation.end - quotation.start > 2
            )
            found.append(Quotation(start, stop, True, 0, '"'))
            marks = marks[double + 1 :]
        self.open, self.over = None, []
        return marks

    def leave(self, unclosed: Quotation | None, paired: bool) -> None:
        """Note whether the paragraph just paired left a double quotation open."""
        if unclosed is not None or paired:
            self.open, self.over = unclosed, []


def _without_space(text: str, end: int) -> int:
    """Where a paragraph ends without the white space after it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _pair(text: str, start: int, end: int, marks: list[Mark], found: list[Quotation]) -> None:
    """Append the quotations of one paragraph to `found`, in order of start."""
    stack: list[tuple[int, str, int]] = []  # where it opened, its mark, its place in `found`
    first = len(found)
    last_single: int | None = None  # looked for once, where it is first needed
    for number, (at, stop, mark) in enumerate(marks):
        if mark in "‘’'`":
            if mark == "`" or is_apostrophe(text, at, end, mark, stack):
                continue
            if last_single is None:
                last_single = max(text.rfind("’", start, end), text.rfind("'", start, end))
            if mark == "'" and closes_spaced(text, at, stack):
                pass
            elif opens_single(text, at, start, mark) and last_single > at + 1:
                if not (stack and stack[-1][1] in "‘'"):
                    stack.append((at, "‘" if mark != "'" else "'", len(found)))
                    found.append(Quotation(at, at, False, len(stack) - 1, mark))
                continue
        else:
            mark = _as_standing(text, at, stop, start, end, mark, bool(stack))
        closes = closed_by(stack, mark)
        if mark == '"':
            closes = straight_closes(text, at, stop, start, end, stack)
            if closes == -2:
                continue
            if closes == -1 and stack and _ends_badly_spaced(text, at, marks):
                closes = closed_by(stack, mark)
        if closes >= 0:
            _close(stack, found, closes, stop)
        elif mark in CLOSERS and mark not in "‘'":
            nested = bool(stack) and _closes_twice(
                text, start, end, marks[number + 1 : number + 1 + _LATER]
            )
            _open(text, at, mark, stack, found, nested)
    if stack:
        _run_out(text, stack, found, end)
    found[first:] = [q for q in found[first:] if q.end - q.start > 2]


def _ends_badly_spaced(text: str, at: int, marks: list[Mark]) -> bool:
    """Whether a mark closes though it stands like one that opens: 'They left. "Venn agreed'."""
    if text[max(0, at - 2) : at] not in (". ", "! ", "? ", ", "):
        return False
    return sum(mark == '"' for _, _, mark in marks) % 2 == 0


def _as_standing(
    text: str, at: int, stop: int, start: int, end: int, mark: str, inside: bool
) -> str:
    """Return a mark as what it stands for: ” where “ was written and the other way round."""
    if mark == "“" and shuts(text, at, stop, start, end):
        return "”"
    if mark == "”" and not inside:
        after_colon = at > start and text[at - 1] == ":"  # "he said:” We stay.”"
        if at == start or after_colon or opens(text, at, stop, start, end):
            return "“"
    return mark


def _close(
    stack: list[tuple[int, str, int]], found: list[Quotation], index: int, stop: int
) -> None:
    """Close the quotation at `index`; what was still open inside it was none."""
    for _, _, place in stack[index + 1 :]:
        found[place] = found[place]._replace(end=found[place].start)
    at, mark, place = stack[index]
    found[place] = _quotation((at, stop, True, index, mark))
    del stack[index:]


_LATER = 24
"""Marks after one that opens in which two that close are looked for."""


def _closes_twice(text: str, start: int, end: int, later: list[Mark]) -> bool:
    """Whether the next two double marks both close, so that one lies in the other: “a “b” c”."""
    double = [one for one in later if one[2] in _DOUBLE][:2]
    return len(double) == 2 and all(
        mark in "”»" or (mark == '"' and shuts(text, at, stop, start, end))
        for at, stop, mark in double
    )


def _open(
    text: str,
    at: int,
    mark: str,
    stack: list[tuple[int, str, int]],
    found: list[Quotation],
    nested: bool,
) -> None:
    """Open a double quotation; one of the same mark still open ended before it, or holds it."""
    while stack and ((stack[-1][1] == mark and not nested) or len(stack) > 2):
        _, _, place = stack.pop()
        quotation = found[place]
        stop = len(text[quotation.start : at].rstrip()) + quotation.start
        found[place] = quotation._replace(end=stop)
    stack.append((at, mark, len(found)))
    found.append(_quotation((at, at, False, len(stack) - 1, mark)))


def _run_out(
    text: str, stack: list[tuple[int, str, int]], found: list[Quotation], end: int
) -> None:
    """Let an unclosed double quotation run to the paragraph's end; a single one was none."""
    stop = _without_space(text, end)
    outer = True
    for _, mark, place in stack:
        if mark in "‘'" or not outer:
            found[place] = found[place]._replace(end=found[place].start)
        else:
            found[place] = found[place]._replace(end=stop)
            outer = False
