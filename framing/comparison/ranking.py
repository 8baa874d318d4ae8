"""In which order the naming choices are told: by evidence, then by size."""

from __future__ import annotations

import pandas as pd

from framing.comparison.material import Material
from framing.comparison.onething import doubted
from framing.values import Scope

__all__ = ["LEAST_NAMINGS", "ranked", "told_apart", "written_once"]

LEAST_NAMINGS = 5
"""Namings of a concept each side must have for it to be ranked, where there are several events."""
_SEVERAL = 2


def ranked(
    differences: pd.DataFrame, scope: Scope = Scope.OWN, material: Material | None = None
) -> pd.DataFrame:
    """Order the naming choices by evidence, then size: as sentences and charts show them.

    By p-value (what could not be tested is no evidence, as p = 1 is none), then by the lower end of
    D* (of what was tested), then by D* itself; what does not differ at all comes last. What could
    not be tested is ordered by what the test would have weighed: by T, which grows with the events
    that agree and with the namings in them and is 1 on average where nothing differs, so that two
    of eleven do not stand before 47 of 54; a contrast that differs in one of several events alone
    comes after those that differ in more, and one of which a side wrote its word once later still:
    these show no preference. Of each concept the contrast that stands highest comes first and its
    others after all concepts, each part in this order, so that one matter does not fill the page.
    Ranked is what each side named five times in the matched events; all that was counted, where
    there is one event alone or nothing that differs was named so often. A side against the rest,
    where one side alone of the rest names the concept, is left to the pair of the two.

    Parameters
    ----------
    differences : DataFrame
        As `difference_table` makes it.
    scope : Scope
        Whose words.
    material : Material, optional
        What is compared. With it, of what could not be tested, what may be words for several things
        comes after the rest (`framing.comparison.onething`).

    Returns
    -------
    DataFrame
        Rows of `differences`.
    """
    rows = differences.loc[
        (differences["measure"] == "naming choice")
        & differences["concept"].notna()
        & (differences["scope"] == str(scope))
        & (differences["events"] > 0)
    ]
    rows = rows.loc[~_told_by_a_pair(rows)]
    often = rows[["total_a", "total_b"]].min(axis=1) >= LEAST_NAMINGS
    differs = rows["raw_difference"] > 0
    if int(rows["events"].max() if len(rows) else 0) > 1 and (often & differs).any():
        rows = rows.loc[often]
    tested = rows["p_value"].notna()
    keys = {
        "p": rows["p_value"].fillna(1.0),
        "low": -rows["low"].where(tested, 0.0).fillna(0.0),
        "doubt": _doubted(material, rows, ~tested).astype("int64"),
        "same": (rows["raw_difference"] == 0).astype("int64"),
        # One event has no D*: what more events show comes before it.
        "alone": (rows["events"] == 1).astype("int64"),
        "once": (~tested & written_once(rows)).astype("int64"),
        "seldom": (~tested & (rows["nonzero_events"] < _SEVERAL)).astype("int64"),
        "weighed": -rows["statistic"].where(~tested, 0.0).fillna(0.0),
        "size": -rows["difference"].fillna(rows["raw_difference"]).fillna(0.0),
        "raw": -rows["raw_difference"].fillna(0.0),
        "n": -(rows["total_a"] + rows["total_b"]).astype("float64"),
    }
    order = rows.assign(**{f"_{name}": values for name, values in keys.items()})
    order = order.sort_values([*(f"_{name}" for name in keys), "lexicon", "concept"], kind="stable")
    again = order.duplicated(["lexicon", "concept"])
    return pd.concat([rows.loc[order.index[~again]], rows.loc[order.index[again]]])


def told_apart(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep of ranked contrasts those that are told a sentence each.

    What both sides called by the same words, too seldom for a test, is named in one sentence for
    all, unless there is nothing else.
    """
    alike = rows["p_value"].isna() & (rows["raw_difference"] == 0)
    return rows if alike.all() else rows.loc[~alike]


def written_once(rows: pd.DataFrame) -> pd.Series:
    """Mark the contrasts of which a side wrote the word that stands out on it once at most.

    Examples
    --------
    >>> written_once(pd.DataFrame({"n_a": [1, 3], "n_b": [4, 2]})).tolist()
    [True, False]
    """
    return rows[["n_a", "n_b"]].min(axis=1) < _SEVERAL


def _doubted(material: Material | None, rows: pd.DataFrame, which: pd.Series) -> pd.Series:
    """Mark of some contrasts those that may be words for several things."""
    nothing = pd.Series(False, index=rows.index)
    if material is None or not which.any():
        return nothing
    return nothing | doubted(material, rows.loc[which]).reindex(rows.index, fill_value=False)


def _told_by_a_pair(rows: pd.DataFrame) -> pd.Series:
    """Mark each contrast with the rest whose rest is one side alone: as many as in their pair."""
    said = ["lexicon", "concept", "events"]
    pairs = rows.loc[rows["kind"] == "pair"]
    counted = set(
        pairs[[*said, "outlet_a", "total_a", "total_b"]].itertuples(index=False, name=None)
    )
    counted |= set(
        pairs[[*said, "outlet_b", "total_b", "total_a"]].itertuples(index=False, name=None)
    )
    keys = rows[[*said, "outlet_a", "total_a", "total_b"]].itertuples(index=False, name=None)
    same = pd.Series([key in counted for key in keys], index=rows.index, dtype=bool)
    return same & (rows["kind"] == "rest")
