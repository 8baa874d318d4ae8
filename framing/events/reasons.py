"""Why two articles were taken to cover one event: the names, numbers and dates they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from framing.language.calendar import DAYS, MONTHS
from framing.language.closed import FUNCTION_WORDS
from framing.values import Article

__all__ = ["event_names", "reasons", "shared_names"]

_NAME = re.compile(r"(?<![.!?“\"‘'\n] )(?<![^\W_])[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?:%| percent| million| billion)?(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LENGTH = 20_000
_SHOWN = 5
_NO_NAMES = frozenset(
    word.capitalize()
    for word in {*FUNCTION_WORDS, *DAYS, *MONTHS, "mr", "mrs", "ms", "dr"} - {"will"}  # a name, too
)


def _names(text: str) -> set[str]:
    found = set()
    for match in _NAME.finditer(text, 0, _LENGTH):
        words = match.group().removesuffix("’s").removesuffix("'s").split(" ")
        while words and words[0] in _NO_NAMES:
            del words[0]
        name = " ".join(words)
        if len(name) > 2:
            found.add(name)
    return found


def _numbers(text: str) -> set[str]:
    found = {match.group() for match in _NUMBER.finditer(text, 0, _LENGTH)}
    return {number for number in found if len(number) > 1 and not _YEAR.fullmatch(number)}


def _shared(sets: Sequence[set[str]], rare: Counter[str]) -> list[str]:
    """Return what at least two of the sets hold: in most of them first, then the rarest."""
    held: Counter[str] = Counter()
    for one in sets:
        held.update(one)
    shared = [item for item, count in held.items() if count > 1]
    return sorted(shared, key=lambda item: (rare[item] / held[item], -held[item], item))


def shared_names(
    groups: Sequence[Sequence[int]], texts: Sequence[str]
) -> list[tuple[list[str], list[str]]]:
    """Return for each group the names and the numbers that its articles share, best first.

    A name is better the smaller the share of all articles outside the group that hold it.
    """
    names = [_names(text) for text in texts]
    numbers = [_numbers(text) for text in texts]
    rare: Counter[str] = Counter()
    for one in (*names, *numbers):
        rare.update(one)
    return [
        (
            _shared([names[i] for i in group], rare),
            _shared([numbers[i] for i in group], rare),
        )
        for group in groups
    ]


def reasons(shared: tuple[list[str], list[str]], articles: Sequence[Article]) -> str:
    """Say in a phrase what the articles of a group share.

    Examples
    --------
    >>> both = [Article("a", date="2020-01-03"), Article("b", date="2020-01-03")]
    >>> reasons((["Harbour Bridge"], ["12"]), both)
    'names: Harbour Bridge; numbers: 12; date: 2020-01-03'
    """
    parts = []
    for label, items in (("names", shared[0]), ("numbers", shared[1])):
        if items:
            parts.append(f"{label}: {', '.join(items[:_SHOWN])}")
    dates = sorted({article.date[:10] for article in articles if article.date})
    if len(dates) == 1:
        parts.append(f"date: {dates[0]}")
    elif dates:
        parts.append(f"dates: {dates[0]} to {dates[-1]}")
    return "; ".join(parts)


def event_names(
    groups: Sequence[Sequence[Article]], shared: Sequence[tuple[list[str], list[str]]]
) -> list[str]:
    """Give each group a readable name that no other has: its first date and its best names."""
    given: Counter[str] = Counter()
    result = []
    for articles, (names, _) in zip(groups, shared, strict=True):
        dates = sorted(article.date[:10] for article in articles if article.date)
        words = [re.sub(r"\W+", "-", name).strip("-").lower() for name in names[:2]]
        name = "-".join([*dates[:1], *words]) or f"event-{articles[0].id}"
        given[name] += 1
        result.append(name if given[name] == 1 else f"{name}-{given[name]}")
    return result
