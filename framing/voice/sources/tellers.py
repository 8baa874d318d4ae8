"""Phrases that say who tells: "per the log", "if she is to be believed", "as he has it"."""

from __future__ import annotations

from framing.language.reportwords import (
    LORE,
    RIGHT,
    RULED,
    TELLING,
    TRUSTED,
    WRITERS,
)
from framing.voice.sources.whospeaks import NAMED_OR_DESCRIBED, profile_at
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.units import Page

__all__ = ["may_tell", "telling"]

_IS_RIGHT = pattern("<be> (?= <noun|adv>)")
_BEFORE_PER = any_of("set-off|left")
_TO_BE_TRUSTED = pattern("<to> <be> <done>")
_TELL_IT = pattern("<it> (?<= <say|says> <it> )")
_AS_HAS_IT = pattern("<have> (?= <it> <comma|stop>) <it>")


def telling(page: Page) -> list[tuple[str, int, int]]:
    """Return the tag that opens "per X", "if X is to be believed", "to hear X tell it".

    "As X has it" too; with it comes where X ends, or "per" stands, and where the phrase ends.
    """
    mask, lowered, text = page.mask, page.tokens.lowered, page.tokens.text
    told: list[tuple[str, int, int]] = []
    starts = page.tokens.starts
    for at in page.tokens.seek(Sought.PER):
        if mask[at] == Tag.IN and (mask[at - 1] in _BEFORE_PER or page.tokens.word(at).istitle()):
            told.append((Tag.IN, at, at + 1))
    for match in _TO_BE_TRUSTED.finditer(mask):
        begin, after = match.start() - 1, match.end()
        if mask[begin] == Tag.BE and lowered[after - 1] in TRUSTED:
            told.append((Tag.IF, begin, after))
    for match in _IS_RIGHT.finditer(mask):
        begin = match.start()
        if text.startswith(RIGHT, starts[begin] - 1):
            told.append((Tag.IF, begin, begin + 2))
    for match in _TELL_IT.finditer(mask):
        at = match.start() - 1
        if lowered[at] in TELLING:
            told.append((Tag.TO, at, match.end()))
    has = [(Tag.AS, *match.span()) for match in _AS_HAS_IT.finditer(mask)]
    return told + has if has and (" it," in text or " it." in text) else told


def may_tell(page: Page, source: tuple[int, int]) -> bool:
    """Whether a source is one who tells something, and no rule or measure: "per the rules"."""
    lowered = page.tokens.lowered
    if lowered[source[0]] in WRITERS or _is_rule(page, source):
        return False
    if lowered[source[1] - 1] in LORE:
        return True
    return profile_at(page, source).kind in NAMED_OR_DESCRIBED


def _is_rule(page: Page, source: tuple[int, int]) -> bool:
    """Whether a source is a rule or a measure, "of" some treaty or not: "the terms of the deal"."""
    first, stop = source
    of = page.mask.find(Tag.OF, first, stop)
    return page.tokens.lowered[(stop if of < 0 else of) - 1] in RULED
