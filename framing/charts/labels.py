"""Names and counts as charts write them: short enough to draw, whole in the data and alt text."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from framing.errors import SettingsError
from framing.language.numberwords import counted
from framing.page.marking import clean

__all__ = [
    "FORMS_BESIDE",
    "and_forms",
    "as_quoted",
    "begun",
    "in_order",
    "listed",
    "n_of_n",
    "need_most",
    "of_sides",
    "own_between",
    "tidy",
    "wrapped",
    "written",
]


def tidy(name: object) -> str:
    r"""Return a name on one line, with no character a vector file can't hold.

    Examples
    --------
    >>> tidy("Al\tHurriya\x07 News")
    'Al Hurriya� News'
    """
    return " ".join(clean(str(name)).split())


def written(wording: object) -> tuple[str, str]:
    """Return the form that was written and, apart from it, how many more it stands for.

    Examples
    --------
    >>> written("demonstrators and 1 like it"), written("yobs")
    (('demonstrators', 'and 1 like it'), ('yobs', ''))
    """
    whole = tidy(wording)
    more = re.search(r" (and \d+ like it)$", whole)
    return (whole[: more.start()], more[1]) if more else (whole, "")


FORMS_BESIDE = "(+2): with two other words or forms counted as it"
"""What the number behind a word in a chart means, for its subtitle."""


def and_forms(wording: object) -> str:
    """Return the form that was written most and in brackets how many its count holds beside it.

    A count stands for all of them, so none is drawn at a word without it.

    Examples
    --------
    >>> and_forms("demonstrators and 2 like it"), and_forms("yobs")
    ('demonstrators (+2)', 'yobs')
    """
    form, more = written(wording)
    return f"{form} (+{more.split()[1]})" if more else form


def as_quoted(wording: object) -> str:
    """Return a wording in quotation marks, and outside them how many more it stands for.

    Examples
    --------
    >>> as_quoted("demonstrators and 1 like it"), as_quoted("yobs")
    ('“demonstrators” and 1 like it', '“yobs”')
    """
    form, more = written(wording)
    return f"“{form}” {more}".rstrip()


def wrapped(name: object, width: int = 26, lines: int = 3) -> str:
    """Return a name broken into at most `lines` lines of `width` characters; the rest is cut.

    Examples
    --------
    >>> print(wrapped("The Independent Republican Herald and Evening Gazette", 20, 2))
    The Independent
    Republican Herald …
    """
    kept = textwrap.wrap(
        tidy(name), width, max_lines=lines, placeholder=" …", break_on_hyphens=False
    )
    return "\n".join(kept)


def n_of_n(n: int, total: int) -> str:
    """Write a count over its denominator; no denominator is said, not drawn as zero.

    Examples
    --------
    >>> n_of_n(4, 9), n_of_n(0, 0)
    ('4 of 9', 'none')
    """
    return f"{n} of {total}" if total else "none"


def begun(words: str) -> str:
    """Begin words with a capital letter and leave the others as they are.

    Examples
    --------
    >>> begun("government of Tolmark")
    'Government of Tolmark'
    """
    return words[:1].upper() + words[1:]


def of_sides(words: str, side: str, sides: str) -> str:
    """Say of sides of any kind what is written of outlets.

    Examples
    --------
    >>> of_sides("An outlet's words; two outlets", "leaning", "leanings")
    "A leaning's words; two leanings"
    >>> of_sides("Outlets lie toward their words", "leaning", "leanings")
    'Leanings lie toward their words'
    """
    article = "n " if side[0] in "aeiou" else " "

    def said(found: re.Match[str]) -> str:
        a = (found[1] or "")[:1]
        name = sides if found[2].endswith("s") else side
        return (a + article if a else "") + (begun(name) if found[2][0] == "O" else name)

    return re.sub(r"\b([Aa]n )?([Oo]utlets?)\b", said, words)


def need_most(most: int) -> int:
    """Return how many to draw at most; refuse a number that would draw none, or all but some.

    Raises
    ------
    SettingsError
        If it is no whole number from 1.
    """
    if not isinstance(most, int) or most < 1:
        raise SettingsError(f"most={most!r}: how many to draw is a whole number from 1")
    return most


def in_order(found: Iterable[str], wanted: Sequence[str] | None) -> list[str]:
    """Return the names found, those wanted first and in that order, the others as they came.

    Examples
    --------
    >>> in_order(["A", "B", "C"], ["C", "X"])
    ['C', 'A', 'B']
    """
    names = list(dict.fromkeys(found))
    first = [name for name in wanted or () if name in names]
    return first + [name for name in names if name not in first]


def listed(parts: Sequence[str], most: int = 12, rest: str = "rows") -> str:
    """Join sentences' parts, saying how many were left out.

    Examples
    --------
    >>> listed(["A 1", "B 2", "C 3"], most=2)
    'A 1; B 2; and 1 more row in the data'
    """
    shown = list(parts[:most])
    if len(parts) > most:
        left = len(parts) - most
        shown.append(f"and {counted(left, 'more ' + rest.removesuffix('s'))} in the data")
    return "; ".join(shown)


def own_between(row: Mapping[Any, Any]) -> str:
    """Return how many namings are likely own words, as ", own 3–5"; empty where it is not told.

    Examples
    --------
    >>> own_between({"own_low": 3.2, "own_high": 4.9}), own_between({"n": 5})
    (', own 3–5', '')
    """
    if math.isnan(row.get("own_low", math.nan)):
        return ""
    low, high = round(row["own_low"]), round(row["own_high"])
    return f", own {low}–{high}" if low < high else f", own {low}"
