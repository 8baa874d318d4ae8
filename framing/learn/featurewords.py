"""Words as the supervised estimators see them: tokens, classes, polarity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from framing.language import WORD
from framing.lexicon import word_classes
from framing.stance.sentiment import word_polarities

__all__ = [
    "TOKEN",
    "WORD",
    "base_form",
    "classes_of",
    "fold_word",
    "lemmas_of",
    "polarity_of",
    "tokens",
]

TOKEN = re.compile(rf"{WORD.pattern}|[^\w\s]|_")
"""A word, or one mark."""

_LEXICONS = ("stance-cues", "harm-verbs", "persons", "reporting-verbs")


def fold_word(word: str) -> str:
    """Return a word in lower case with straight apostrophes.

    Examples
    --------
    >>> fold_word("Don’t")
    "don't"
    """
    return word.lower().replace("’", "'")


def tokens(text: str) -> list[str]:
    """Return the words and marks of a text, folded.

    Examples
    --------
    >>> tokens("“Don’t,” she said.")
    ['“', "don't", ',', '”', 'she', 'said', '.']
    """
    return [fold_word(token) for token in TOKEN.findall(text)]


@lru_cache(maxsize=1 << 16)
def classes_of(word: str) -> tuple[str, ...]:
    """Return the cue classes of one folded word, as ``lexicon:class``.

    Examples
    --------
    >>> classes_of("allegedly"), classes_of("slammed")
    ((), ('reporting-verbs:opposition',))
    """
    return tuple(
        f"{lexicon}:{name}"
        for lexicon, classes in _cue_classes()
        for name in classes.get(word, ())
        if not name.endswith("-except")
    )


@lru_cache(maxsize=1)
def _cue_classes() -> tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...]:
    """Look the cue lexicons up once: finding their files costs more than reading a word."""
    return tuple((lexicon, word_classes(lexicon)) for lexicon in _LEXICONS)


@lru_cache(maxsize=1 << 16)
def lemmas_of(word: str) -> tuple[tuple[str, str], ...]:
    """Return what one folded word may be, as (part of speech, lemma); nothing when unknown.

    Examples
    --------
    >>> lemmas_of("slammed"), lemmas_of("zorg")
    ((('VERB', 'slam'),), ())
    """
    from lemminflect import getAllLemmas

    return tuple(sorted((part, found[0]) for part, found in getAllLemmas(word).items() if found))


@lru_cache(maxsize=1 << 16)
def base_form(word: str) -> str:
    """Return the lemma of one folded word: of a verb first, then of a noun or an adjective.

    Examples
    --------
    >>> base_form("slammed"), base_form("critics"), base_form("zorg")
    ('slam', 'critic', 'zorg')
    """
    lemmas = dict(lemmas_of(word))
    return next((lemmas[part] for part in ("VERB", "NOUN", "ADJ") if part in lemmas), word)


def polarity_of(word: str) -> tuple[float, float] | None:
    """Return TextBlob's polarity and subjectivity of one folded word, or None.

    Examples
    --------
    >>> polarity_of("excellent")
    (1.0, 1.0)
    """
    return word_polarities().get(word)
