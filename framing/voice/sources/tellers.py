"""Phrases that say who tells: "per the log", "to quote her", "as he has it"."""

from __future__ import annotations

from framing.language.reportwords import (
    LORE,
    RIGHT,
    RULED,
    TELLING,
    TRUSTED,
    WRITERS,
)
from framing.language.smallwords import WAY
from framing.language.verdictwords import WAYS_TO_TELL
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
_THE_WAY = pattern("(?<! <in> ) <the> <noun> (?: <he> | <det>? <noun|name>{1,4} ) $")
_LONGEST_TELLER = 8  # tokens, with "the way"
_AS_HAS_IT = pattern("<will>? <have> (?= <it> <comma|stop>) <it>")


def telling(page: Page) -> list[tuple[int, int, int]]:
    """Return where "per X", "if X is to be believed", "to hear X tell it" begins.

    "As X has it" and "the way X tells it", too; with it comes where X ends, or "per" stands, and
    where the phrase ends.
    """
    mask, lowered, text = page.mask, page.tokens.lowered, page.tokens.text
    told: list[tuple[int, int, int]] = []
    starts = page.tokens.starts
    for at in page.tokens.seek(Sought.PER):
        if mask[at] == Tag.IN and (mask[at - 1] in _BEFORE_PER or page.tokens.word(at).istitle()):
            told.append((at, at, at + 1))
        elif mask[at - 1] == Tag.TO and (
            mask[at - 2] in _BEFORE_PER or page.tokens.word(at - 1).istitle()
        ):  # "To quote Venn, C"
            told.append((at - 1, at - 1, at + 1))
    tagged: list[tuple[str, int, int]] = []
    for match in _TO_BE_TRUSTED.finditer(mask):
        begin, after = match.start() - 1, match.end()
        if mask[begin] == Tag.BE and lowered[after - 1] in TRUSTED:
            tagged.append((Tag.IF, begin, after))
    for match in _IS_RIGHT.finditer(mask):
        begin = match.start()
        if text.startswith(RIGHT, starts[begin] - 1):
            tagged.append((Tag.IF, begin, begin + 2))
    for match in _TELL_IT.finditer(mask):
        begin, after = match.start() - 1, match.end()
        way = _THE_WAY.search(mask, max(0, begin - _LONGEST_TELLER), begin)
        if way is not None and lowered[way.start() + 1] == WAY and lowered[begin] in WAYS_TO_TELL:
            told.append((way.start(), begin, after))
        elif lowered[begin] in TELLING:
            tagged.append((Tag.TO, begin, after))
    has = [(Tag.AS, *match.span()) for match in _AS_HAS_IT.finditer(mask)]
    tagged += has if has and (" it," in text or " it." in text) else []
    told += [(_opener(page, tag, begin), begin, after) for tag, begin, after in tagged]
    return told


def _opener(page: Page, tag: str, begin: int) -> int:
    """Return the last token with a tag before another in its sentence, or -1."""
    number = page.unit_of(begin)
    return -1 if number < 0 else page.mask.rfind(tag, page.units[number].start, begin)


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
