"""Where the reporting verbs of a page may stand, and the units that a participle may open."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from framing.language.reportwords import OPENING_VERBS
from framing.voice.text.tagpatterns import match_start, pattern
from framing.voice.text.tags import Tag, Tags
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import PREDICATE, Head, Heads

__all__ = ["NO_BASE_AFTER", "NO_EITHER_AFTER", "NO_GERUND_AFTER", "NO_PAST_AFTER", "candidates"]

# After these a form of a reporting verb is a noun or an adjective.
NO_PAST_AFTER: Final = "the|as|of|in|possessive"
NO_BASE_AFTER: Final = "the|of|in|possessive"
NO_GERUND_AFTER: Final = "the|of|possessive|number"
NO_EITHER_AFTER: Final = "the|him|as|of|in|if|possessive|number|ing"
# Forms of reporting verbs that may be verbs here, by what stands right before.
_CANDIDATE = pattern(
    f"""
    <reporting|sure> (?:
    (?<= <said|put> ) (?<! <{NO_PAST_AFTER}> <any> )
    | (?<= <says|wrote> ) (?<! <the|possessive> <any> )
    | (?<= <either> ) (?<! <{NO_EITHER_AFTER}> <any> )
    | (?<= <him> <either> ) (?= <him|it|the|name> )
    | (?<= <say> ) (?<! <{NO_BASE_AFTER}> <any> )
    | (?<= <saying> ) (?<! <{NO_GERUND_AFTER}> <any> )
    | (?<= <noun> <of> <saying> )
    | (?<= <adv|have|be> <written> )
    | (?<= <nominal|comma> <written> ) (?= <as|in|to|adv> )
    | (?<= <adv|be> <sure> )
    | (?<= <nominal|some|he|in|comma|reporting|present|past> <sure> )
        (?= (?: <in>? <day> )? <that> )
    | (?<= <comma> <sure> ) (?= <the|he|name> )
    )
    """
)
_OPENERS = pattern("<name|adv|if>")
_DONE = tuple(Tags.DONE)
_place = itemgetter(0)


def _opens_unit(word: str, head: Head, after: str) -> bool:
    """Whether a word, in lower case, may be a participle or adjective that opens its unit."""
    if word[-1] in "dg" or word in OPENING_VERBS:
        return True
    alone = head.alone
    return after == Tag.THAT and alone is not None and bool(alone.frames & PREDICATE)


def candidates(page: Page, heads: Heads) -> list[tuple[int, Head | None]]:
    """Find what may head a reporting verb, in order, and units that a participle may open.

    Such a unit's first token has no head beside it.
    """
    mask, lowered = page.mask, page.tokens.lowered
    found: list[tuple[int, Head | None]] = [
        (at, head)
        for at in map(match_start, _CANDIDATE.finditer(mask))
        if (head := heads[lowered[at]]) is not None
        and (head.alone is not None or mask[at + 1 : at + 2] in head.then)
    ]
    count = len(found)
    for at in map(page.begins.__getitem__, map(match_start, _OPENERS.finditer(page.opens))):
        if mask[at] != Tag.NAME:
            opens = mask[at + 1 : at + 2] in _DONE  # "Long thought to be a fraud, he left"
        else:
            head = heads[lowered[at]]
            opens = head is not None and _opens_unit(lowered[at], head, mask[at + 1 : at + 2])
        if opens:
            found.append((at, None))
    return found if len(found) == count else sorted(found, key=_place)
