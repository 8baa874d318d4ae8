"""Whether the words that a finding sets against each other stand mostly in one article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from framing.comparison.lines import places_of
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence, join
from framing.comparison.wroteclauses import PreferredWord, preferred

__all__ = ["one_article_clause"]

Row = Mapping[Any, Any]
_SEVERAL: Final = 2
_LEAST: Final = 3
"""Namings by a word, of which most may stand in one article and that says something."""


def one_article_clause(material: Material, row: Row, query: Query) -> Sentence:
    """Say how many namings by a side's word stand in one article, where most of them do.

    A word that one text repeats is that text's habit: a reader who is told "11 of 58" takes it for
    the side's. Nothing is said of a side whose namings of the thing stand in one article all: that
    all of them do is no news.
    """
    words = preferred(material, row, query)
    if words[0].query.variant == words[1].query.variant:
        return Sentence()
    said = [part for at in (0, 1) if (part := _mostly(material, words[at], at)) is not None]
    if not said:
        return Sentence()
    each = " each" if len(said) > 1 else ""
    return Sentence.of(" ", join(said).capital(), f" stand in one article{each}.")


def _mostly(material: Material, word: PreferredWord, at: int) -> Sentence | None:
    """Say of the side that prefers a word how many of its namings stand in one article."""
    n = word.n[at]
    if n < _LEAST:
        return None
    asked = word.query.but(side="b" if at else "a", of=None)
    everything = places_of(material, asked.but(variant=None, n=None))
    if len(np.unique(material.namings.article[everything])) < _SEVERAL:
        return None
    rows = places_of(material, asked)
    articles = material.namings.article[rows]
    codes, counts = np.unique(articles, return_counts=True)
    most = int(counts.max(initial=0))
    if 2 * most <= n:
        return None
    here = rows[articles == codes[counts.argmax()]][0]
    article = str(material.mentions["article_id"].iloc[here])
    part = Part(str(most), asked.but(article=article, n=most))
    if most == n:
        return Sentence.of("all ", part, f" times that {word.names[at]} wrote {word.form}")
    return Sentence.of(part, f" of the {n} times that {word.names[at]} wrote {word.form}")
