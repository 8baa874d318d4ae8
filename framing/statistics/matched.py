"""Events that two outlets both cover: the unit every test and interval here counts in.

Namings within one article are not independent, so a test that counts namings (χ², Fisher,
CMH) rejects far too often. Here one event is one observation.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from framing.errors import ComparisonError
from framing.statistics.exchange import MIN_EVENTS, exchange_tests
from framing.statistics.exchanges import names_of

__all__ = [
    "MIN_EVENTS",
    "SignFlip",
    "event_scores",
    "sign_flip_test",
]

_COLUMNS = ("event", "outlet", "loaded", "total")


class SignFlip(NamedTuple):
    """Result of `sign_flip_test`.

    Attributes
    ----------
    statistic : float
        T = abs(Σ s_e).
    p_value : float
        Two-sided; exact up to 14 events that differ, otherwise sampled.
    n_events : int
        Matched events: both outlets named the thing at least once.
    nonzero_events : int
        Matched events in which the outlets differed at all.
    difference : float
        Σ s_e / Σ w_e, first outlet (in alphabetical order) minus second.
    smallest_p : float
        The smallest p-value these events could have given.
    exact : bool
        Whether all flips were counted.
    """

    statistic: float
    p_value: float
    n_events: int
    nonzero_events: int
    difference: float
    smallest_p: float
    exact: bool


def event_scores(table: pd.DataFrame) -> pd.DataFrame:
    """Score and weight of every matched event: s_e = w_e (p₁ − p₀), w_e = n₁n₀/(n₁+n₀).

    With a `concept` column, both are summed over the concepts that both outlets name in the
    event, so that a concept is only ever compared with itself.

    Parameters
    ----------
    table : DataFrame
        One row per event and outlet (and concept, if there is such a column): `event`,
        `outlet`, `loaded` (loaded namings), `total` (all namings). Exactly two outlets; the
        first in alphabetical order is 1, the other 0.

    Returns
    -------
    DataFrame
        Indexed by `event`, sorted: `score`, `weight`. Only events where both outlets have
        ``total >= 1`` in a common concept.

    Raises
    ------
    ComparisonError
        If a column is missing, outlets are not two, a row stands twice, or counts are
        impossible.

    Examples
    --------
    >>> table = pd.DataFrame({"event": ["e", "e"], "outlet": ["A", "B"],
    ...                       "loaded": [3, 0], "total": [4, 4]})
    >>> event_scores(table).loc["e"].tolist()
    [1.5, 2.0]
    """
    outlets = _checked(table)
    keys = ["event", "concept"] if "concept" in table.columns else ["event"]
    named = table.loc[table["total"] > 0]
    halves = [named.loc[named["outlet"] == o, [*keys, "loaded", "total"]] for o in outlets]
    both = halves[0].merge(halves[1], on=keys, suffixes=("_1", "_0"))
    n1, n0 = both["total_1"].to_numpy(float), both["total_0"].to_numpy(float)
    x1, x0 = both["loaded_1"].to_numpy(float), both["loaded_0"].to_numpy(float)
    both["score"] = (x1 * n0 - x0 * n1) / (n1 + n0)
    both["weight"] = n1 * n0 / (n1 + n0)
    summed: pd.DataFrame = both.groupby("event", sort=True)[["score", "weight"]].sum()
    return summed


def _checked(table: pd.DataFrame) -> list[Any]:
    """Return the two outlets, sorted by name; refuse a table no comparison can be made of."""
    missing = [c for c in _COLUMNS if c not in table.columns]
    if missing:
        raise ComparisonError(
            f"the table has no column {missing[0]!r}; it needs one row per event and outlet with "
            f"the columns {', '.join(_COLUMNS)}"
        )
    outlets = sorted(table["outlet"].dropna().unique(), key=str)
    if len(outlets) != 2:
        raise ComparisonError(
            f"this test compares two outlets and the table names {len(outlets)}"
            f"{': ' + ', '.join(map(str, outlets[:5])) if outlets else ''}; keep the rows of two"
        )
    keys = ["event", "outlet", *(["concept"] if "concept" in table.columns else [])]
    twice = table.duplicated(keys)
    if twice.any():
        row = table.loc[twice].iloc[0]
        raise ComparisonError(
            f"event {row['event']!r} has two rows for outlet {row['outlet']!r}; "
            "sum them, so that each event and outlet has one"
        )
    _check_counts(table)
    return outlets


def _check_counts(table: pd.DataFrame) -> None:
    """Refuse negative or missing counts, and more loaded namings than namings."""
    counts = table[["loaded", "total"]].to_numpy(dtype=float, na_value=np.nan)
    bad = np.isnan(counts).any(axis=1) | (counts < 0).any(axis=1) | (counts[:, 0] > counts[:, 1])
    if bad.any():
        row = table.iloc[int(np.argmax(bad))]
        raise ComparisonError(
            f"event {row['event']!r}, outlet {row['outlet']!r}: loaded {row['loaded']} of "
            f"{row['total']} can't be; loaded counts lie between 0 and the total"
        )


def _refused(scores: pd.DataFrame) -> str:
    """Say why there is no test, and what it would need."""
    from framing.statistics.eventsneeded import events_for_power

    message = (
        f"not enough matched events: {len(scores)} of the {MIN_EVENTS} needed. An event is "
        "matched when both outlets name the thing at least once in it; add articles of more "
        "events that both cover"
    )
    score, weight = scores["score"].to_numpy(float), scores["weight"].to_numpy(float)
    needed = events_for_power(score, weight, difference=0.2)
    if needed is None:
        return message
    return f"{message} (at this spread about {needed} for 80% power at a difference of .2)"


def sign_flip_test(table: pd.DataFrame, *, seed: int = 0) -> SignFlip:
    """Test whether two outlets differ on the events both cover, by flipping signs of events.

    s_e = [n₁n₀/(n₁+n₀)](p₁ − p₀) for each matched event, T = abs(Σ s_e). If the outlets did not
    differ, each s_e could as well have had the other sign: the p-value is the share of sign
    patterns with a T at least as large (`exchange_tests`). All 2^E patterns are counted up to 14
    differing events, otherwise 9,999 are drawn, p = (b + 1)/(B + 1), and 99,999 where none of
    them reached T.

    Parameters
    ----------
    table : DataFrame
        As in `event_scores`: one row per event and outlet, `event, outlet, loaded, total`.
    seed : int
        Of the draws; not used when all patterns are counted.

    Returns
    -------
    SignFlip
        `statistic, p_value, n_events`, and how the p-value came about.

    Raises
    ------
    ComparisonError
        Under 6 matched events: the smallest possible p-value would be 2/2⁵ = .0625.

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, §21. Oliver & Boyd.
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> rows = [(f"e{i}", o, x, 4) for i in range(6) for o, x in (("A", 3), ("B", 0))]
    >>> table = pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])
    >>> result = sign_flip_test(table)
    >>> result.n_events, result.p_value == 2 / 64, result.difference
    (6, True, 0.75)
    """
    scores = event_scores(table)
    if len(scores) < MIN_EVENTS:
        raise ComparisonError(_refused(scores))
    score = scores["score"].to_numpy(float)
    found = exchange_tests(
        csr_matrix(score[:, None]),
        csr_matrix([[1.0]]),
        units=names_of(len(scores), list(scores.index)),
        matched=np.array([len(score)]),
        least_p=1.0,
        seed=seed,
    )
    return SignFlip(
        statistic=abs(float(score.sum())),
        p_value=float(found.p_value[0]),
        n_events=len(score),
        nonzero_events=int(found.live[0]),
        difference=float(score.sum() / scores["weight"].sum()),
        smallest_p=float(found.smallest_p[0]),
        exact=bool(found.exact[0]),
    )
