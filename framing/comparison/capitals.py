"""How a form is spelled: names in it keep their capitals, openings of sentences lose theirs."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from framing.analysis.counting import cased_form

__all__ = ["spellings_of"]

_OPENING = 2
"""Characters from a sentence's start, for its mark, within which a capital says nothing."""

_TWICE = 2
"""Times that a form's first word must be seen for the form to tell how it is spelled."""


def spellings_of(mentions: pd.DataFrame) -> dict[str, str]:
    """Tell for each form in lower case how it is spelled, where that is not in lower case.

    Each word is spelled as it is most, and in lower case where two ways come as often. Capitals of
    headlines and of a sentence's first word say nothing. Of a form's first word those of the form
    count where they are two or more, else those of the word in all forms.

    Parameters
    ----------
    mentions : DataFrame
        `text`, and `zone, start, sentence_start` where they are known.

    Examples
    --------
    >>> seen = pd.DataFrame({"text": ["Rebels", "rebels", "Ostish rebels", "Ostish rebels"],
    ...     "zone": "body", "start": [0, 9, 9, 9], "sentence_start": 0})
    >>> spellings_of(seen)
    {'ostish rebels': 'Ostish rebels'}
    """
    of_form, of_word = _counted(mentions)
    found = {}
    for form, places in of_form.items():
        words = form.split(" ")
        spelled = [
            _most(seen if seen.total() >= (1 if at else _TWICE) else of_word[word], word)
            for at, (word, seen) in enumerate(zip(words, places, strict=True))
        ]
        if spelled != words:
            found[form] = " ".join(spelled)
    return found


def _most(seen: Counter[str], word: str) -> str:
    """Return the commonest spelling of a word."""
    best = max(seen.values(), default=0)
    return word if seen[word] == best else min(s for s, n in seen.items() if n == best)


def _counted(
    mentions: pd.DataFrame,
) -> tuple[dict[str, list[Counter[str]]], defaultdict[str, Counter[str]]]:
    """Count the spellings of each word of each form, and of each word in all forms."""
    codes, texts = pd.factorize(mentions["text"].fillna(""))
    silent = _silence(mentions)
    kinds, n = np.unique(codes * 3 + silent, return_counts=True)
    of_form: dict[str, list[Counter[str]]] = {}
    of_word: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (code, kind), times in zip(zip(*np.divmod(kinds, 3), strict=True), n, strict=True):
        words = cased_form(str(texts[code])).split(" ")
        form = " ".join(words).lower()
        places = of_form.setdefault(form, [Counter() for _ in form.split(" ")])
        for at, (word, place) in enumerate(zip(words, places, strict=False)):
            if word.islower() or not (kind == 2 or (kind == 1 and at == 0)):
                place[word] += int(times)
                of_word[word.lower()][word] += int(times)
    return of_form, of_word


def _silence(mentions: pd.DataFrame) -> np.ndarray:
    """Tell where capitals say nothing: 2 in all words (headlines), 1 in the first, 0 nowhere."""
    silent = np.zeros(len(mentions), dtype=np.int64)
    if {"start", "sentence_start"} <= set(mentions.columns):
        before = (mentions["start"] - mentions["sentence_start"]).to_numpy(float, na_value=0.0)
        silent[before <= _OPENING] = 1
    if "zone" in mentions.columns:
        silent[(mentions["zone"] == "headline").fillna(False).to_numpy(bool)] = 2
    return silent
