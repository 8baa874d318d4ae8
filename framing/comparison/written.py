"""Words as written: the form of a variant, or of a concept, that a side wrote most."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["Forms", "Written", "forms_of", "labelled"]

IntArray = npt.NDArray[np.int64]
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"'s?$")


class Forms(NamedTuple):
    """For each mention the places of its form (lower case) and of its wording; the forms."""

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


def _lower(text: str) -> str:
    plain = _SPACE.sub(" ", text.lower().replace("’", "'").replace("‑", "-")).strip()
    return _POSSESSIVE.sub("", plain)


def forms_of(mentions: pd.DataFrame) -> Forms:
    """Read the forms of some mentions off their columns `text` and `wording`."""
    codes, texts = pd.factorize(mentions["text"].fillna(""))
    lowered = [_lower(str(text)) for text in texts]
    listed = sorted(set(lowered))
    place = {form: at for at, form in enumerate(listed)}
    form = np.array([place[one] for one in lowered], dtype=np.int64)[codes]
    wording = pd.factorize(mentions["wording"].fillna(""), sort=True)[0]
    return Forms(form, np.asarray(wording, np.int64), tuple(listed))


def most_written(group: IntArray, forms: Forms, chosen: npt.NDArray[np.bool_]) -> pd.DataFrame:
    """Find for each group of mentions the form that it has most.

    Returns
    -------
    DataFrame
        Indexed by `group`: `form` and `others`, the number of other wordings in the group. Of
        forms equally frequent the first in alphabetical order is taken.
    """
    found = pd.DataFrame(
        {"group": group[chosen], "wording": forms.wording[chosen], "form": forms.form[chosen]}
    )
    counts = found.groupby(["group", "wording", "form"], sort=True).size().rename("n").reset_index()
    whole = counts.groupby(["group", "wording"], sort=False)["n"].transform("sum")
    ranked = counts.assign(whole=-whole, n=-counts["n"]).sort_values(
        ["group", "whole", "n", "form"], kind="stable"
    )
    first = ranked.drop_duplicates("group").set_index("group")
    others = counts.groupby("group", sort=False)["wording"].nunique() - 1
    listed = np.array(forms.listed, dtype=object)
    return pd.DataFrame(
        {"form": listed[first["form"].to_numpy()], "others": others.reindex(first.index)}
    )
