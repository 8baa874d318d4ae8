"""The few function words by which noun groups are told without a parser."""

from __future__ import annotations

__all__ = ["DETERMINERS", "STOPS", "is_adverb"]

DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any no every each all "
    "both several many few such other another".split()
)

STOPS = DETERMINERS | frozenset(
    "of in on at to for from by with about as into over under after before between against "
    "during without within across along among around behind beside beyond despite down inside "
    "near off out outside past since through throughout toward towards until up upon and or but "
    "nor so yet if because while when where who whom whose which what how why than though "
    "although unless whether that is are was were be been being am do does did done has have had "
    "having will would can could should may might must shall not said says say told tells he him "
    "she it they them we us i you also only just even still now then here there too very more most "
    "less least again once ever never always often soon ago later today yesterday tomorrow made "
    "make makes took take takes came come comes went go goes got get gets began begin begins left "
    "became become becomes remain remains remained".split()
)


def is_adverb(word: str) -> bool:
    """Tell words in -ly, which end no noun group, from nouns such as "family".

    Examples
    --------
    >>> is_adverb("quickly"), is_adverb("family")
    (True, False)
    """
    low = word.lower()
    return low.endswith("ly") and low not in _NOUNS_IN_LY


_NOUNS_IN_LY = frozenset(
    "family assembly ally reply supply rally monopoly anomaly bully july".split()
)
