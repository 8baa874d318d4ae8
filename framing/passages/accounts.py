"""The sentences of an event's articles, and what in them can be recognised elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from framing.articles import documents
from framing.language import WORD
from framing.language.calendar import DAYS, MONTHS
from framing.language.closed import FUNCTION_WORDS
from framing.language.contentwords import SPELLED
from framing.values import Article

__all__ = ["AccountSentence", "anchors", "sentences_of"]

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CONTRACTED = re.compile(r"['’](?:s|m|re|ve|ll|d|t)$")
_LITTLE = 3
_OPENERS = FUNCTION_WORDS | {*DAYS, *MONTHS, "mr", "mrs", "ms", "dr"}


@dataclass(frozen=True, slots=True)
class AccountSentence:
    """One sentence of one article: where it is, and its number within the article's text."""

    article_id: str
    outlet: str | None
    number: int
    start: int
    end: int
    zone: str
    text: str


def sentences_of(articles: Iterable[Article]) -> list[AccountSentence]:
    """Return the sentences of the articles' texts, without captions and boilerplate."""
    found = []
    for article in articles:
        document = documents(article)[0]
        for number, (start, end) in document.counted:
            zone, text = document.zones[number], document.text[start:end]
            if zone != "caption" and len(WORD.findall(text)) >= _LITTLE:
                found.append(
                    AccountSentence(article.id, article.outlet, number, start, end, zone, text)
                )
    return found


def anchors(text: str) -> frozenset[str]:
    """Return what two accounts of one fact are likely to share: numbers, names, dates.

    Numbers under 21 count whether written in figures or words; a capitalised word counts as a
    name unless it merely opens the sentence and is a common opener.

    Examples
    --------
    >>> sorted(anchors("On 3 May twelve men left Tarn Bay, the mayor said."))
    ['12', '3', 'Bay', 'Tarn']
    """
    found = {match.group().rstrip(",").replace(",", "") for match in _NUMBER.finditer(text)}
    for match in WORD.finditer(text):
        word = _CONTRACTED.sub("", match.group())
        low = word.lower()
        if low in SPELLED:
            found.add(SPELLED[low])
        elif word[0].isupper() and low not in _OPENERS:
            found.add(word)
    return frozenset(found)
