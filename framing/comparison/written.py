"""Words as written: the form that a side wrote most, and how it is spelled."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.analysis.counting import cased_form, plain_form
from framing.lexicon import party_words

__all__ = [
    "SPELLED",
    "Forms",
    "Written",
    "forms_of",
    "labelled",
    "most_written",
    "spellings_of",
]

IntArray = npt.NDArray[np.int64]


class Forms(NamedTuple):
    """For each mention the places of its form and of its wording; the forms as they are spelled."""

    form: npt.NDArray[np.int32]
    wording: npt.NDArray[np.int32]
    listed: tuple[str, ...]


class Written(NamedTuple):
    """The form written most, and how many other wordings there are."""

    form: str
    others: int

    def __str__(self) -> str:
        return labelled(self.form, self.others)


def labelled(form: str, others: int) -> str:
    """Write a form with how many more a side wrote.

    Examples
    --------
    >>> labelled("illegal immigrants", 0), labelled("rebels", 2)
    ('illegal immigrants', 'rebels and 2 like it')
    """
    return f"{form} and {others} like it" if others else form


def forms_of(mentions: pd.DataFrame, spelled: Mapping[str, str]) -> Forms:
    """Read the forms of some mentions off their columns `text` and `wording`.

    `spelled` gives a form's spelling where it is not all lower case (`spellings_of`).
    """
    codes, texts = _places_of_words(mentions["text"])
    lowered = [plain_form(text) for text in texts]
    listed = sorted(set(lowered))
    place = {form: at for at, form in enumerate(listed)}
    form = np.array([place[word] for word in lowered], dtype=np.int32)[codes]
    wording = _places_of_words(mentions["wording"])[0]
    names = tuple(spelled.get(word, word) for word in listed)
    return Forms(form, wording.astype(np.int32), names)


def _places_of_words(column: pd.Series) -> tuple[IntArray, list[str]]:
    """Return each cell's place among the listed words of a column; a missing one is empty."""
    codes, words = pd.factorize(column)
    listed = [*(str(word) for word in words), ""]
    codes[codes < 0] = listed.index("")
    return np.asarray(codes, dtype=np.int64), listed


def most_written(
    group: npt.NDArray[Any], forms: Forms, chosen: npt.NDArray[np.bool_]
) -> pd.DataFrame:
    """Find for each group of mentions the form that it has most.

    Returns
    -------
    DataFrame
        Indexed by `group`: `form` and `others`, the number of other wordings in the group. Of
        forms equally frequent that of the fewest words is taken, so that a count of many forms is
        not headed by the one with a name in it; of these the first in alphabetical order.
    """
    wordings, listed = int(forms.wording.max(initial=0)) + 1, max(len(forms.listed), 1)
    pair = group[chosen].astype(np.int64) * wordings + forms.wording[chosen]
    # One key per group, wording and form, in this order; counts of wordings are sums over forms.
    key, n = np.unique(pair * listed + forms.form[chosen], return_counts=True)
    pair, form = np.divmod(key, listed)
    pairs, place, whole = _summed(pair, n)
    long = np.array([name.count(" ") for name in forms.listed] or [0], dtype=np.int64)
    order = np.lexsort((form, long[form], -n, -whole[place], pair // wordings))
    groups, first = np.unique((pair // wordings)[order], return_index=True)
    others = np.unique(pairs // wordings, return_counts=True)[1] - 1
    words = np.array(forms.listed, dtype=object)[form[order[first]]]
    return pd.DataFrame({"form": words, "others": others}, index=pd.Index(groups, name="group"))


def _summed(keys: IntArray, n: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Return the keys that differ, the place of each key among them, and their sums of `n`."""
    found, place = np.unique(keys, return_inverse=True)
    return found, place, np.bincount(place, weights=n, minlength=len(found)).astype(np.int64)


SPELLED = ("article_id", "text", "zone", "start", "sentence_start")
"""Columns of the mentions that spellings are read off."""

_OPENING = 2
"""Characters from a sentence's start, for its mark, within which a capital says nothing."""

_POSSESSIVE = re.compile(r"['’]s?$")

_TWICE = 2
"""Times that a form's first word must be seen for the form to tell how it is spelled."""


def spellings_of(mentions: pd.DataFrame) -> dict[str, str]:
    """Tell for each form in lower case how it is spelled, where that is not in lower case.

    Each word is spelled as it is most, and in lower case where two ways come as often. Capitals of
    headlines and of a sentence's first word say nothing. Of a form's first word those of the form
    count where they are two or more, or the next word has a capital, else those of the word in all
    forms; where nothing tells, a word that names a state, its people or another shipped party has
    its capital.

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
    >>> seen = pd.DataFrame({"text": ["Brisca's cabinet", "cabinet in Brisca", "cabinet in Brisca"],
    ...     "zone": "body", "start": [0, 9, 9], "sentence_start": 0})
    >>> spellings_of(seen)["brisca's cabinet"]
    "Brisca's cabinet"
    >>> alone = {"text": ["Iranian rebels"], "zone": "body", "start": 0, "sentence_start": 0}
    >>> spellings_of(pd.DataFrame(alone))
    {'iranian rebels': 'Iranian rebels'}
    """
    of_form, of_word = _counted(mentions)
    found = {}
    for form, places in of_form.items():
        words = form.split(" ")
        spelled = [
            _most(seen, word) if seen.total() >= (1 if at else _TWICE) else _spelled(word, of_word)
            for at, (word, seen) in enumerate(zip(words, places, strict=True))
        ]
        if (
            spelled[1:2] != words[1:2] and places[0]
        ):  # "Middle" before "East", seen once, is a name's
            spelled[0] = _most(places[0], words[0])
        if spelled != words:
            found[form] = " ".join(spelled)
    return found


def _spelled(word: str, of_word: Mapping[str, Counter[str]]) -> str:
    """Spell a word as it is in all forms; a possessive that tells nothing as its noun."""
    seen = of_word.get(word, Counter())
    bare = _POSSESSIVE.sub("", word)
    if seen or bare == word:
        return _most(seen, word)
    return _most(of_word.get(bare, Counter()), bare) + word[len(bare) :]


def _most(seen: Counter[str], word: str) -> str:
    """Return the commonest spelling of a word."""
    if not seen:
        return party_words().get(word, word)
    best = max(seen.values())
    return word if seen[word] == best else min(s for s, n in seen.items() if n == best)


def _counted(
    mentions: pd.DataFrame,
) -> tuple[dict[str, list[Counter[str]]], defaultdict[str, Counter[str]]]:
    """Count the spellings of each word of each form, and of each word in all forms."""
    codes, texts = _places_of_words(mentions["text"])
    silent = _silence(mentions)
    kinds, n = np.unique(codes * 3 + silent, return_counts=True)
    of_form: dict[str, list[Counter[str]]] = {}
    of_word: defaultdict[str, Counter[str]] = defaultdict(Counter)
    before, words, form = -1, [""], ""
    for (code, kind), times in zip(zip(*np.divmod(kinds, 3), strict=True), n, strict=True):
        if code != before:
            before, words = code, cased_form(texts[code]).split(" ")
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
