"""The analysis's tables under the sides and events that are compared."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.analysis.counting import wording_of
from framing.comparison.capitals import spellings_of
from framing.values import TELLING_ACTS

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.comparison.rowindex import RowIndex

__all__ = ["NO_OUTLET", "Beside", "placed_rows", "readable"]

NO_OUTLET = "(no outlet)"
"""Stands for articles whose outlet is not known; they enter no comparison."""


class Beside:
    """The analysis's other tables under the sides and events compared, cut when asked for."""

    def __init__(self, analysis: Analysis, articles: pd.DataFrame) -> None:
        self._analysis, self._articles = analysis, articles
        self.indexed: dict[str, RowIndex] = {}  # by what a query shows, once asked for

    @cached_property
    def categories(self) -> pd.DataFrame:
        """The entries of category lexicons."""
        mentions = readable(self._analysis.counted("mentions"))
        return placed_rows(mentions, self._articles, mentions["loaded"].isna().to_numpy(bool))

    @cached_property
    def attributions(self) -> pd.DataFrame:
        """The reports of speech and thought: a will or a deed has no source of words."""
        table = self._analysis.counted("attributions")
        telling = table["act"].isin(TELLING_ACTS) | table["act"].isna()
        return placed_rows(table, self._articles, telling.to_numpy(bool))

    @cached_property
    def cues(self) -> pd.DataFrame:
        """The cues of stance."""
        return placed_rows(self._analysis.counted("cues"), self._articles)

    @cached_property
    def scores(self) -> pd.DataFrame:
        """One row an article."""
        return placed_rows(self._analysis.counted("scores"), self._articles)

    def completed(self, name: str, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows of one of these tables with all its columns."""
        return self._analysis.completed(name, rows)

    @cached_property
    def spelled(self) -> dict[str, str]:
        """The forms of namings that hold a name, by the form in lower case."""
        return spellings_of(self._analysis.counted("mentions"))

    @cached_property
    def covered(self) -> dict[str, frozenset[str]]:
        """The events that each side has an article of."""
        placed = self._articles.loc[self._articles["event"].notna()]
        placed = placed.loc[placed["outlet"] != NO_OUTLET]
        events: dict[str, frozenset[str]] = dict(placed.groupby("outlet")["event"].agg(frozenset))
        return dict.fromkeys(set(self._articles["outlet"]) - {NO_OUTLET}, frozenset()) | dict(
            events
        )


def readable(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add what tables made elsewhere may lack: the wording, and that every row counts."""
    if "wording" not in mentions.columns:
        texts = {text: wording_of(str(text)) for text in mentions["text"].dropna().unique()}
        mentions = mentions.assign(wording=mentions["text"].map(texts).astype("string"))
    if "counted" not in mentions.columns:
        mentions = mentions.assign(counted=True)
    return mentions


def placed_rows(
    table: pd.DataFrame, articles: pd.DataFrame, among: npt.NDArray[np.bool_] | None = None
) -> pd.DataFrame:
    """Keep the rows of `articles`, of those `among` which, under the side and event compared."""
    codes, ids = pd.factorize(table["article_id"])
    known = articles.index.get_indexer(pd.Index(ids, dtype=object))
    place = np.append(known, -1)[codes]
    kept = place >= 0 if among is None else (place >= 0) & among
    placed, place = table.loc[kept].copy(deep=False), place[kept]
    for column in ("outlet", "event", "unit"):
        placed[column] = articles[column].to_numpy(object)[place]
    return placed
