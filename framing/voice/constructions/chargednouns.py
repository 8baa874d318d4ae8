"""What is alleged where that stands before the noun: "fraud allegations", "her bribery claims"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.smallwords import ALLEGED_BY
from framing.language.verdictwords import (
    CLAIMS_MADE,
    CLAIMS_OF_RIGHT,
    JUDGING_CLAIMS,
    JUDGING_ENDS,
)
from framing.values import Span
from framing.voice.found import Found, cue_tokens
from framing.voice.grammar.nounsaround import possessor
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_charged"]

RULES: Final = (
    Rule(
        "charged-noun",
        "what is alleged, before the noun that says so (… allegations)",
        "noun",
        act="speech",
        yes=(
            "Brandt faces ⟦fraud⟧ allegations in the port.",
            "Her ⟦bribery⟧ claims went unheard.",
            "The ⟦child abuse⟧ accusations by the dockers go back years.",
            "Brandt denies all ⟦treason⟧ charges.",
            "A ⟦fraud⟧ allegation was dropped.",
        ),
        no=(
            "The ⟦asylum⟧ claims of the men were heard.",
            "Brandt made ⟦baseless⟧ claims in the port.",
            "The ⟦rebel⟧ claims the port is shut.",
            "The ⟦fraud⟧ inquiry was shut.",
            "A ⟦rebel⟧ charges the gate.",
        ),
    ),
)

_HEAD = pattern("<cue-noun|either>")
_GOES_ON = ("", *any_of("end|aux|in|of|to|and|but|adv|who|dash|right|time|if|past|reports|colon"))
_BY_WHOM = pattern("<in> ( {core} )")
_LONGEST = 20  # nouns that say what is alleged: "voter registration fraud claims"
_SHORTEST_END = 6  # letters of a word with the ending of one that judges


def read_charged(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what stands before "allegations", "accusations", "claims" and the like, in order."""
    found: list[Found] = []
    mask, tokens = page.mask, page.tokens
    verbs: set[int] | None = None
    for at in tokens.seek(Sought.CHARGED):
        if not at or mask[at - 1] != Tag.NOUN or _HEAD.match(tokens.tags, at) is None:
            continue
        if verbs is None:
            verbs = cue_tokens(earlier)
        number = -1 if at in verbs else page.unit_of(at)
        report = None if number < 0 else _charged(page, words, number, at)
        if report is not None:
            found.append(report)
    return found


def _charged(page: Page, words: Vocabulary, number: int, at: int) -> Found | None:
    """Read the noun at token `at` with what is alleged before it."""
    mask, lowered, unit = page.mask, page.tokens.lowered, page.units[number]
    after = mask[at + 1 : at + 2] if at + 1 < unit.end else ""
    if after not in _GOES_ON:
        return None  # "The rebel claims the port"
    first = at
    while first > max(unit.start, at - _LONGEST) and mask[first - 1] == Tag.NOUN:
        first -= 1
    while first < at and _judges(lowered[first], alone=first + 1 == at):
        first += 1  # "baseless | fraud claims"
    last = lowered[at - 1]
    if first == at or last in CLAIMS_OF_RIGHT:
        return None
    if mask[at] in Tags.EITHER and _speaks(words, last):
        return None  # "asylum claims", "the mayor claims in a letter that C"
    if lowered[at] in CLAIMS_MADE and first == unit.start:
        return None  # "Rebels claims" is no phrase
    source, begin = possessor(mask, unit.start, first, lowered)
    if mask[at] in Tags.EITHER and not _is_noun(page, begin, unit.start):
        return None
    return Found(
        "charged-noun", "noun", "doubt", source or _by_whom(page, at, unit.end),
        (at, at + 1), [(first, at)], number,
    )  # fmt: skip


def _speaks(words: Vocabulary, word: str) -> bool:
    """Whether a noun may be who claims it: "the *mayor* claims", but "terror *threat* claims"."""
    return not {"rubric", "thing"} & set(words.sources.get(word, ("thing",)))


def _judges(word: str, *, alone: bool) -> bool:
    """Whether a word before the noun says what the claim is like, and not what is claimed."""
    if word in JUDGING_CLAIMS:
        return True
    return alone and len(word) >= _SHORTEST_END and word.endswith(JUDGING_ENDS)


def _is_noun(page: Page, begin: int, low: int) -> bool:
    """Whether a form that may be a verb is a noun after what stands before its modifiers."""
    before = page.mask[begin - 1] if begin > low else Tag.EDGE
    return before not in Tags.NOMINAL + Tag.EDGE


def _by_whom(page: Page, at: int, end: int) -> Span | None:
    """Return who alleges it, where that stands after the noun: "fraud claims by the board"."""
    if at + 1 >= end or page.tokens.lowered[at + 1] not in ALLEGED_BY:
        return None
    match = _BY_WHOM.match(page.mask, at + 1, end)
    return None if match is None else match.span(1)


CONSTRUCTION: Final = Construction(6, read_charged, tags=any_of("cue-noun|either"))
