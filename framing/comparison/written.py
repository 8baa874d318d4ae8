"""Words as written: the form of a variant, or of a concept, that a side wrote most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.analysis.counting import plain_form

__all__ = ["Forms", "Written", "forms_of", "labelled", "most_written"]

IntArray = npt.NDArray[np.int64]


class Forms(NamedTuple):
    """For each mention the places of its form and of its wording; the forms as they are spelled."""

    form: IntArray
    wording: IntArray
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
    codes, texts = pd.factorize(mentions["text"].fillna(""))
    lowered = [plain_form(str(text)) for text in texts]
    listed = sorted(set(lowered))
    place = {form: at for at, form in enumerate(listed)}
    form = np.array([place[word] for word in lowered], dtype=np.int64)[codes]
    wording = pd.factorize(mentions["wording"].fillna(""), sort=True)[0]
    names = tuple(spelled.get(word, word) for word in listed)
    return Forms(form, np.asarray(wording, np.int64), names)


def most_written(group: IntArray, forms: Forms, chosen: npt.NDArray[np.bool_]) -> pd.DataFrame:
    """Find for each group of mentions the form that it has most.

    Returns
    -------
    DataFrame
        Indexed by `group`: `form` and `others`, the number of other wordings in the group. Of
        forms equally frequent the first in alphabetical order is taken.
    """
    wordings, listed = int(forms.wording.max(initial=0)) + 1, max(len(forms.listed), 1)
    pair = group[chosen] * wordings + forms.wording[chosen]
    # One key a group, wording and form, in this order; the counts of wordings are sums over forms.
    key, n = np.unique(pair * listed + forms.form[chosen], return_counts=True)
    pair, form = np.divmod(key, listed)
    pairs, place, whole = _summed(pair, n)
    order = np.lexsort((form, -n, -whole[place], pair // wordings))
    groups, first = np.unique((pair // wordings)[order], return_index=True)
    others = np.unique(pairs // wordings, return_counts=True)[1] - 1
    words = np.array(forms.listed, dtype=object)[form[order[first]]]
    return pd.DataFrame({"form": words, "others": others}, index=pd.Index(groups, name="group"))


def _summed(keys: IntArray, n: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Return the keys that differ, the place of each key among them, and their sums of `n`."""
    found, place = np.unique(keys, return_inverse=True)
    return found, place, np.bincount(place, weights=n, minlength=len(found)).astype(np.int64)
