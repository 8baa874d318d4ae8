"""Words that rules look for by themselves: a letter a token, beside its tag, tells their kind.

So a rule finds its words among a thousand tokens in the time of one comparison of strings, where a
regular expression reads all letters of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from framing.language.joiningwords import GOING, PER
from framing.language.letterwords import ANNOUNCES, FULL, SALUTATION
from framing.language.verdictwords import (
    CHARGED,
    JUDGED,
    LAYS_WITH,
    NAMES_OR_MISTAKES,
    SEES,
    STRIKES,
)

__all__ = ["Sought", "kind_of"]


class Sought:
    """The letter of each kind of words."""

    NONE: Final = "."
    ANNOUNCES: Final = "a"  # "*Below* is the text of"
    CHARGED: Final = "c"  # nouns before which a charge stands: "fraud *allegations*"
    DEAR: Final = "d"  # what opens a letter
    FULL: Final = "f"  # "the letter in *full*"
    GOES: Final = "g"  # "the story *goes* that C"
    JUDGED: Final = "j"  # "he is *loathed* as a tyrant"
    LAYS_WITH: Final = "l"  # "put it *down* to greed"
    NAMES_OR_MISTAKES: Final = "n"  # "the report *lists* him as a ringleader"
    PER: Final = "p"
    SEES: Final = "e"  # "they *see* in the vote a purge"
    STRIKES: Final = "s"  # "the offer *struck* her as a bribe"


_KINDS: tuple[tuple[str, Iterable[str]], ...] = (
    (Sought.ANNOUNCES, ANNOUNCES),
    (Sought.CHARGED, CHARGED),
    (Sought.DEAR, (SALUTATION.lower(),)),
    (Sought.FULL, FULL),
    (Sought.GOES, GOING),
    (Sought.JUDGED, JUDGED),
    (Sought.LAYS_WITH, LAYS_WITH),
    (Sought.NAMES_OR_MISTAKES, NAMES_OR_MISTAKES),
    (Sought.PER, PER),
    (Sought.SEES, SEES),
    (Sought.STRIKES, STRIKES),
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
