"""What is known of a language that framing reads, as one value; and which languages those are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from framing.language import abbreviations, clitics, letterwords
from framing.language.inflection import inflect
from framing.language.quotemarks import QUOTATION_MARKS

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Apostrophes",
    "Boundaries",
    "Language",
    "Letters",
    "known_language",
]


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
    saying, tagging
        Verbs of saying that go on with a quotation before them, after a name with its words and
        after a name alone.
    """

    titles: frozenset[str]
    abbreviations: frozenset[str]
    clocks: frozenset[str]
    clock_followers: frozenset[str]
    exclaimed: frozenset[str]
    web_endings: frozenset[str]
    starters: frozenset[str]
    saying: tuple[str, ...]
    tagging: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apostrophes:
    """Words by which an apostrophe is told from a single quotation mark.

    Parameters
    ----------
    clitics
        What is a token of its own behind a word.
    split_off
        What belongs to the word before it, though a tokeniser put a space beside the apostrophe.
    elided
        What an apostrophe begins.
    """

    clitics: tuple[str, ...]
    split_off: tuple[str, ...]
    elided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """Words that frame what is given in full: letters, statements, posts.

    Parameters
    ----------
    salutation, to_anybody
        What a letter opens with, to somebody and to whom it may concern.
    closings, closings_with
        What it closes with, and what after "with".
    signed, signed_by
        What stands before a name under it, alone and among other words.
    titles
        Short titles in the label of a speaker's turn, without the stop.
    passed_on
        What a post begins with that passes another's on.
    texts, in_full, full_texts
        What is given in full, how that is said, and what is called full.
    following
        Patterns of words that announce it.
    announcing, given
        What announces the text of another, and patterns of what it is then.
    posts
        What is done under a handle.
    sir, to_editor
        The salutation of a letter that a paper prints, and all that such letters open with.
    post_shown, post_shared, verified
        What stands above a post that a page shows, below it, and beside a name that was checked.
    """

    salutation: str
    to_anybody: str
    closings: tuple[str, ...]
    closings_with: tuple[str, ...]
    signed: str
    signed_by: tuple[str, ...]
    titles: tuple[str, ...]
    passed_on: tuple[str, ...]
    texts: tuple[str, ...]
    in_full: tuple[str, ...]
    full_texts: tuple[str, ...]
    following: tuple[str, ...]
    announcing: tuple[str, ...]
    given: tuple[str, ...]
    posts: tuple[str, ...]
    sir: tuple[str, ...]
    to_editor: tuple[str, ...]
    post_shown: str
    post_shared: tuple[str, ...]
    verified: tuple[str, ...]


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
    apostrophes
        What tells an apostrophe from such a mark.
    shortened
        Words whose stop belongs to them, for whoever cuts a text into tokens; each as a pattern.
    letters
        What frames letters, posts and statements given in full.
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
    apostrophes: Apostrophes
    shortened: tuple[str, ...]
    letters: Letters
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
        saying=abbreviations.SAYING,
        tagging=abbreviations.TAGGING,
    ),
    quotation_marks=QUOTATION_MARKS,
    apostrophes=Apostrophes(
        clitics=clitics.CLITICS,
        split_off=clitics.SPLIT_OFF,
        elided=clitics.ELIDED,
    ),
    shortened=abbreviations.SHORTENED,
    letters=Letters(
        salutation=letterwords.SALUTATION,
        to_anybody=letterwords.TO_ANYBODY,
        closings=letterwords.CLOSINGS,
        closings_with=letterwords.CLOSINGS_WITH,
        signed=letterwords.SIGNED,
        signed_by=letterwords.SIGNED_BY,
        titles=abbreviations.LABEL_TITLES,
        passed_on=letterwords.PASSED_ON,
        texts=letterwords.TEXTS,
        in_full=letterwords.IN_FULL,
        full_texts=letterwords.FULL_TEXTS,
        following=letterwords.FOLLOWING,
        announcing=letterwords.ANNOUNCING,
        given=letterwords.GIVEN,
        posts=letterwords.POSTS,
        sir=letterwords.SIR,
        to_editor=letterwords.TO_EDITOR,
        post_shown=letterwords.POST_SHOWN,
        post_shared=letterwords.POST_SHARED,
        verified=letterwords.VERIFIED,
    ),
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
