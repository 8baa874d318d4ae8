"""Why two articles were taken to cover one event: the names, numbers and dates they share."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence

from framing.language.calendar import DAYS, MONTHS
from framing.language.closed import FUNCTION_WORDS
from framing.values import Article

__all__ = ["SharedNames", "event_names", "reasons"]

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


class SharedNames:
    """The names and numbers of texts that are read one by one, and how many texts hold each.

    Held as numbers: a set of words a text would take more memory than the text.
    """

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._held = array("i")  # how many texts hold each
        self._of: list[tuple[array[int], array[int]]] = []

    def add(self, text: str) -> None:
        """Take one more text."""
        self._of.append((self._numbered(_names(text)), self._numbered(_numbers(text))))

    def _numbered(self, items: set[str]) -> array[int]:
        found = array("i")
        for item in sorted(items):
            number = self._number.setdefault(item, len(self._number))
            if number == len(self._held):
                self._held.append(0)
            self._held[number] += 1
            found.append(number)
        return found

    def shared(self, groups: Sequence[Sequence[int]]) -> list[tuple[list[str], list[str]]]:
        """Return for each group the names and the numbers that its texts share, best first.

        What most of them hold comes first; a name is better the smaller the share of all texts
        outside the group that hold it.
        """
        items = list(self._number)
        return [
            (
                self._best([self._of[i][0] for i in group], items),
                self._best([self._of[i][1] for i in group], items),
            )
            for group in groups
        ]

    def _best(self, held: Sequence[array[int]], items: Sequence[str]) -> list[str]:
        counts = Counter(number for numbers in held for number in numbers)
        shared = [number for number, count in counts.items() if count > 1]
        shared.sort(key=lambda n: (self._held[n] / counts[n], -counts[n], items[n]))
        return [items[number] for number in shared]


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
