"""What is known of a language that framing reads, as one value; and which languages those are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from framing.language import abbreviations
from framing.language.inflection import inflect
from framing.language.quotemarks import QUOTATION_MARKS

__all__ = ["ENGLISH", "LANGUAGES", "Boundaries", "Language", "known_language"]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Words by which the end of a sentence is told from a stop inside it.

    Parameters
    ----------
    titles
        Abbreviations that a name follows: never the end of a sentence.
    abbreviations
        Those that end one where a word of `starters` follows.
    clocks, clock_followers
        "a.m." and the like, and what goes on after them.
    exclaimed
        Names that end in an exclamation mark.
    web_endings
        What follows the stop of an address.
    starters
        Words that open sentences, with a capital.
    """

    titles: frozenset[str]
    abbreviations: frozenset[str]
    clocks: frozenset[str]
    clock_followers: frozenset[str]
    exclaimed: frozenset[str]
    web_endings: frozenset[str]
    starters: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: how its words inflect, its sentences end and its quotations are marked.

    Parameters
    ----------
    code, name
        ISO 639-1 code and English name.
    inflect
        Entry and word list of a lexicon → every form that may stand in a text.
    boundaries
        What tells the end of a sentence.
    quotation_marks
        Each mark that opens a quotation, and those that may close it.
    nations
        Id of the lexicon with the names of states and peoples.
    cues
        Ids of the lexicons of cues, by what they are cues of.
    """

    code: str
    name: str
    inflect: Callable[[str, str], tuple[str, ...]]
    boundaries: Boundaries
    quotation_marks: Mapping[str, str]
    nations: str
    cues: Mapping[str, str]


ENGLISH = Language(
    code="en",
    name="English",
    inflect=inflect,
    boundaries=Boundaries(
        titles=abbreviations.TITLES,
        abbreviations=abbreviations.ABBREVIATIONS,
        clocks=abbreviations.CLOCKS,
        clock_followers=abbreviations.CLOCK_FOLLOWERS,
        exclaimed=abbreviations.EXCLAIMED,
        web_endings=abbreviations.WEB_ENDINGS,
        starters=abbreviations.STARTERS,
    ),
    quotation_marks=QUOTATION_MARKS,
    nations="nations",
    cues={
        "verbs": "reporting-verbs",
        "frames": "verb-frames",
        "nouns": "noun-cues",
        "sources": "source-nouns",
        "distancing": "distancing",
    },
)

LANGUAGES: Mapping[str, Language] = {ENGLISH.code: ENGLISH}
"""The languages that framing reads, by code."""


def known_language(tag: str) -> Language | None:
    """Return the language of a tag such as ``en-GB``, or None where framing reads it not.

    Examples
    --------
    >>> known_language("en-GB") is ENGLISH, known_language("de")
    (True, None)
    """
    return LANGUAGES.get(tag.replace("_", "-").split("-")[0].lower())
