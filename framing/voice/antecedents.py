"""What a relative pronoun stands for: the noun phrase before it."""

from __future__ import annotations

import re

from framing.voice.tags import Tag, any_of
from framing.voice.units import Page

__all__ = ["TRAILING", "antecedent_of"]

TRAILING = any_of("comma|aside")
_NOUN_PHRASE = any_of("noun-like|det|of|adv|possessive|number|name|stop")
_NO_START = any_of("of|adv|possessive|stop")
_LONGEST = 24  # tokens of what a relative pronoun stands for
_PARTY = re.compile("[A-Z]-[A-Z]")


def antecedent_of(page: Page, at: int, low: int) -> str | None:
    """Return the noun phrase before a relative pronoun."""
    mask = page.mask
    stop = at
    while stop > low and mask[stop - 1] in TRAILING:
        stop -= 1
    start = stop
    while start > low and mask[start - 1] in _NOUN_PHRASE and stop - start < _LONGEST:
        start -= 1
        if mask[start] in Tag.THE:
            break
    while start < stop and mask[start] in _NO_START:
        start += 1
    if start >= stop:
        return None
    if start > low + 1 and mask[start - 1] == Tag.COMMA and _PARTY.match(page.tokens.word(start)):
        return antecedent_of(page, start, low)  # "John Venn, R-Osk., who"
    return page.tokens.text[page.tokens.starts[start] : page.tokens.end(stop - 1)]
