"""Words that rules look for by themselves: a letter a token, beside its tag, tells their kind.

So a rule finds its words among a thousand tokens in the time of one comparison of strings, where a
regular expression reads all letters of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from framing.language.joiningwords import GOING, PER
from framing.language.letterwords import ANNOUNCES, FULL, SALUTATION, SIR
from framing.language.verdictwords import (
    CHARGED,
    CLASSES,
    JUDGED,
    LAYS_WITH,
    MISTAKES,
    NAMES,
    SEES,
    STRIKES,
    TAKING,
)

__all__ = ["Sought", "kind_of"]


class Sought:
    """The letter of each kind of words."""

    NONE: Final = "."
    ANNOUNCES: Final = "a"  # "*Below* is the text of"
    CHARGED: Final = "c"  # nouns before which a charge stands: "fraud *allegations*"
    DEAR: Final = "d"  # what opens a letter: "Dear", "Sir"
    FULL: Final = "f"  # "the letter in *full*"
    GOES: Final = "g"  # "the story *goes* that C"
    PER: Final = "p"
    SEES: Final = "e"  # "they *see* in the vote a purge"
    TAKES: Final = "s"  # "the visit was *read* as a snub", "put it *down* to greed"


_KINDS: tuple[tuple[str, Iterable[str]], ...] = (
    (Sought.ANNOUNCES, ANNOUNCES),
    (Sought.CHARGED, CHARGED),
    (Sought.DEAR, {SALUTATION.lower(), *map(str.lower, SIR)}),
    (Sought.FULL, FULL),
    (Sought.GOES, GOING),
    (Sought.PER, PER),
    (Sought.SEES, SEES),
    (Sought.TAKES, JUDGED | TAKING | CLASSES | NAMES | MISTAKES | LAYS_WITH | {*STRIKES}),
)
_SOUGHT = {word: kind for kind, words in _KINDS for word in words}
if len(_SOUGHT) != sum(len(set(words)) for _, words in _KINDS):
    raise ValueError("a word that rules look for by itself is of one kind only")


def kind_of(word: str) -> str:
    """Return the letter of a word in lower case.

    Examples
    --------
    >>> kind_of("per"), kind_of("log")
    ('p', '.')
    """
    return _SOUGHT.get(word, Sought.NONE)
