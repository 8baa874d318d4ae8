"""The few function words by which noun groups are told without a parser."""

from __future__ import annotations

from framing.language import calendar, closed
from framing.language.verbforms import NOT_LY

__all__ = ["DETERMINERS", "STOPS", "is_adverb"]

DETERMINERS = closed.DETERMINERS | closed.QUANTIFIERS | {"that", "other"}
# Verbs and adverbs that stand beside what is named and are no part of its name.
_BESIDE = frozenset(
    "said say says told tell tells made make makes took take takes came come comes went go goes "
    "got get gets began begin begins left became become becomes remain remains remained least "
    "during ever".split()
)
STOPS = DETERMINERS | closed.FUNCTION_WORDS | frozenset(calendar.NEAR_DAYS) | _BESIDE


def is_adverb(word: str) -> bool:
    """Tell words in -ly, which end no noun group, from nouns such as "family".

    Examples
    --------
    >>> is_adverb("quickly"), is_adverb("family")
    (True, False)
    """
    low = word.lower()
    return low.endswith("ly") and low not in NOT_LY
