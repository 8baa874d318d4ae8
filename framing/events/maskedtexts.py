"""What of an article makes it alike to others: its text without the words that are measured.

Whatever the lexicons name, and the outlets' own names, are left out of the similarity:
otherwise articles would be paired because they use the same loaded word, and the comparison of
words within an event would be decided before it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from framing.articles import documents
from framing.values import Article, Document

if TYPE_CHECKING:
    from framing.matching import Matcher

__all__ = ["OutletNames", "masked_text"]

_TITLE_WEIGHT = 3


def masked_text(article: Article, matcher: Matcher | None, outlets: OutletNames) -> str:
    """Return an article's scored text, title thrice, without lexicon forms and outlet names."""
    parts = []
    for document in documents(article):
        text = _without_namings(document, matcher)
        headline = document.field == "title"
        parts.append(" \n ".join([text] * (_TITLE_WEIGHT if headline else 1)))
        if not headline and "headline" in document.zones:
            start, end = document.sentences[document.zones.index("headline")]
            parts.append(" \n ".join([document.text[start:end]] * (_TITLE_WEIGHT - 1)))
    return outlets.masked(" \n ".join(parts))


def _without_namings(document: Document, matcher: Matcher | None) -> str:
    """Cut what the lexicons name, and the website's own lines, out of a document."""
    text = document.text
    cuts = [span for number, span in enumerate(document.sentences) if not document.counts(number)]
    if matcher is not None:
        cuts += [(hit.start, hit.end) for hit in matcher.find(document)]
    kept, at = [], 0
    for start, end in sorted(cuts):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    kept.append(text[at:])
    return " | ".join(kept)


class OutletNames:
    """The outlets' names, which stand in texts and must not make them alike.

    Examples
    --------
    >>> names = OutletNames(["Fox News", "Sun", "Sun Herald"])
    >>> names.masked("told FOX News, foxes and the Sun Herald")
    'told  | , foxes and the  | '
    """

    def __init__(self, outlets: Iterable[str | None]) -> None:
        names = {name for name in outlets if name and len(name) > 1}
        self._names = sorted((name.casefold(), name) for name in names)
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}

    def masked(self, text: str) -> str:
        """Put a bar in place of each name, as whole words in any case, the longest first."""
        low = text.casefold()
        there = tuple(name for folded, name in self._names if folded in low)
        if not there:
            return text
        pattern = self._patterns.get(there)
        if pattern is None:  # a search for all names at once would take longer than all the rest
            listed = "|".join(re.escape(name) for name in sorted(there, key=len, reverse=True))
            pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
            self._patterns[there] = pattern
        return pattern.sub(" | ", text)
