"""Names of persons: given names, one person under two names, and what pronouns say of a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.language.clitics import NAME_CLITICS
from framing.language.closed import FEMININE, MASCULINE
from framing.language.givennames import (
    GIVEN_NAMES,
    HE_KIN,
    SHE_KIN,
    SHORT_FOR,
    gender_of_given,
)
from framing.language.languages import ENGLISH
from framing.language.sourcewords import (
    JOINED,
    JUNIORS,
    LOOSE,
    LOOSE_FIRST,
    LOOSE_LAST,
    NO_GIVEN_NAMES,
    PAIRING,
)
from framing.voice.text.tags import any_of
from framing.voice.text.vocabulary import vocabulary

__all__ = [
    "SEARCHED",
    "FullName",
    "gender_of",
    "is_bare",
    "is_first_name",
    "is_given_before",
    "of_gender",
    "one_person",
    "without_loose_words",
]

_PLACES, _NEAR_NAME = 12, 90  # places of a name, and characters after each, read for pronouns
_AGREEING, _AGREEING_TIMES = 2, 3  # pronouns of one gender, and times those of the other
_NO_NAMES_END = ("ing", "ly")
_LIKE_THESE = 6  # letters of a name such as "Irving", "Everly"; what is longer is no name, or known
SEARCHED = 50_000  # characters in which a name is looked for; hardly an article is as long


_CLITICS = frozenset(NAME_CLITICS)


class FullName(NamedTuple):
    """A full name, the word before it where it is met first, and whether kin follows there."""

    name: str
    before: str
    kin_follows: bool

    @property
    def gender(self) -> str:
        """Gender that the given name tells, or the kin: "her husband, Orlo Venn"."""
        kin = "m" if self.before in HE_KIN else "f" if self.before in SHE_KIN else ""
        return kin or gender_of_given(self.name)


def of_gender(names: list[FullName], gender: str) -> list[FullName]:
    """Return the names whose gender is known to be one, or else those of none."""
    agreeing = [name for name in names if name.gender == gender]
    return agreeing or [name for name in names if not name.gender]


def one_person(name: str, other: str) -> bool:
    """Whether two names of one surname can be one person's: a bare one, or alike given names."""
    name, junior = _parted(name)
    other, also = _parted(other)
    given, others = _given(name), _given(other)
    if not given or not others:
        return True
    if junior != also:
        return False
    first, second = _whole(given[0]), _whole(others[0])
    short = min(len(first), len(second))
    return first[:short] == second[:short]


def _whole(given: str) -> str:
    """Return a given name in lower case, for the short form of one the whole: "Jim", "James"."""
    low = given.rstrip(".").lower()
    return SHORT_FOR.get(low, low)


def _given(name: str) -> list[str]:
    """Return what stands before a surname, to which an article of its own belongs: "’t Hart"."""
    words = name.split()[:-1]
    return words if _CLITICS.isdisjoint(words) else [word for word in words if word not in _CLITICS]


def _parted(name: str) -> tuple[str, str]:
    """Return a name without "Jr." at its end, and that."""
    rest, _, last = name.rstrip(".").rpartition(" ")
    return (rest.rstrip(","), last) if last in JUNIORS else (name, "")


def is_bare(name: str) -> bool:
    """Whether a name is a surname alone."""
    rest = _parted(name)[0]
    return " " not in rest or not _given(rest)


_GENDERED = re.compile(
    rf"[.\n]|\b(?:({'|'.join(MASCULINE)})|{'|'.join(FEMININE)})\b", re.IGNORECASE
)


def gender_of(last: str, text: str) -> str:
    """Gender of a last name: that of the pronouns after it in its sentences, if they agree."""
    found = {"m": 0, "f": 0}
    at = text.find(last, 0, SEARCHED)
    for _ in range(_PLACES):
        if at < 0:
            break
        match = _GENDERED.search(text, at + len(last), at + _NEAR_NAME)
        if match is not None and match.group() not in ".\n":
            found["m" if match.group(1) else "f"] += 1
        at = text.find(last, at + len(last), SEARCHED)
    likely = max(found, key=lambda gender: found[gender])
    others = sum(found.values()) - found[likely]
    return likely if found[likely] >= max(_AGREEING, _AGREEING_TIMES * others) else ""


def is_given_before(word: str, middle: str) -> bool:
    """Whether a word is a given name before another or an initial: "Ana Maria", "Orlo B."."""
    initial = len(middle) == 2 and middle.endswith(".")
    return is_first_name(word) if initial else word.lower() in GIVEN_NAMES


def is_first_name(word: str) -> bool:
    """Whether a word before a surname looks like a given name or an initial."""
    return (
        word[:1].isupper()
        and word.rstrip(".").isalpha()
        and not (word.endswith(".") and len(word) > 2)
        and word.lower() not in NO_GIVEN_NAMES
        and (
            len(word) <= _LIKE_THESE
            or not word.endswith(_NO_NAMES_END)
            or word.lower() in GIVEN_NAMES
        )
        and not word.isupper()
        and not _is_known(word.lower())
    ) or (len(word) == 2 and word[0].isupper() and word[1] == ".")


def _is_known(word: str) -> bool:
    """Whether a word is no name: a verb, as in headlines ("Rejects"), or "Although", "Most"."""
    tag = vocabulary(ENGLISH).known.get(word)
    return tag is not None and tag in _NEVER_GIVEN and word not in GIVEN_NAMES


_NEVER_GIVEN = any_of(
    "says|claims|said|saying|wrote|written|past|present|aux|det|pronoun|him|that|who|what|if"
    "|preposition|joins|adv|week|number"
)


def without_loose_words(source: str, first: str, last: str) -> str:
    """Return a source without what is no part of who it is: "both", "last week", "himself".

    Examples
    --------
    >>> without_loose_words("Both Ana Venn and the council", "Both", "council")
    'Ana Venn and the council'
    >>> without_loose_words("both sides", "both", "sides")
    'both sides'
    """
    ends = last in LOOSE_LAST
    if not ends and first.lower() in PAIRING and not JOINED.search(source):
        return source
    return LOOSE.sub("", source) if ends or first in LOOSE_FIRST else source
