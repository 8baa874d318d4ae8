"""Which words tell two bodies of text apart: pure functions on counts of terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import chdtrc

from framing.errors import ComparisonError

__all__ = [
    "Counts",
    "aligned_counts",
    "fightin_words",
    "g2_values",
    "informative_prior",
    "keyness",
    "log_odds_z",
    "log_ratio",
    "log_ratios",
]

Counts = Mapping[str, float] | pd.Series
_ROUNDED = 1e-12  # of a sum: a difference as small is none
FloatArray = npt.NDArray[np.float64]


def aligned_counts(counts_a: Counts, counts_b: Counts) -> pd.DataFrame:
    """Both counts on the union of their terms, in alphabetical order."""
    sides = {"count_a": dict(counts_a), "count_b": dict(counts_b)}
    terms = sorted({str(t) for side in sides.values() for t in side})
    table = pd.DataFrame(index=pd.Index(terms, name="term", dtype=object))
    for name, side in sides.items():
        values = np.array([side.get(t, 0) for t in terms], dtype=float)
        if not np.isfinite(values).all() or (values < 0).any():
            bad = terms[int(np.argmax(~(values >= 0) | ~np.isfinite(values)))]
            raise ComparisonError(f"the count of {bad!r} is {side[bad]!r}; counts are 0 or more")
        table[name] = values.astype(np.int64) if (values == np.floor(values)).all() else values
    return table


def _ranked(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Sort by `column` from high to low, terms in alphabetical order where equal."""
    return table.sort_values(column, ascending=False, kind="stable")


def log_odds_z(
    a: FloatArray, b: FloatArray, prior: FloatArray, n_a: Any, n_b: Any, strength: Any
) -> tuple[FloatArray, FloatArray]:
    """Return δ and its standard error for counts `a` and `b`; all arguments broadcast.

    `n_a`, `n_b` are all counted terms of a side, `strength` the sum of all priors, so that a
    part of the terms can be computed alone. δ is nan where a term is all there is: it has no odds.

    Examples
    --------
    >>> a, b, prior = np.array([7.0, 3.0]), np.array([2.0, 7.0]), np.array([0.01, 0.01])
    >>> log_odds_z(a, b, prior, 10, 9, 0.02)[0].round(4).tolist()
    [2.0946, -2.0946]
    """
    delta = np.log((a + prior) / _others(a + prior, n_a + strength))
    delta = delta - np.log((b + prior) / _others(b + prior, n_b + strength))
    return delta, np.sqrt(1 / (a + prior) + 1 / (b + prior))


def _others(own: FloatArray, whole: FloatArray) -> FloatArray:
    """Return what is not a term's own; nan where nothing is, but for rounding."""
    others: FloatArray = whole - own
    return np.where(others > _ROUNDED * whole, others, np.nan)


def fightin_words(
    counts_a: Counts, counts_b: Counts, *, prior: float | Mapping[str, float] | pd.Series
) -> pd.DataFrame:
    """Log odds of each term in A against B, with an informative Dirichlet prior.

    δ_w = ln[(y₁+α_w)/(n₁+α₀−y₁−α_w)] − ln[(y₂+α_w)/(n₂+α₀−y₂−α_w)]; n are all counted terms of
    a side, α₀ = Σα_w; σ² ≈ 1/(y₁+α_w) + 1/(y₂+α_w); z = δ/σ. z ranks terms; it is not to be read
    against ±1.96, since the words of one article are not independent.

    Parameters
    ----------
    counts_a, counts_b : mapping or Series of term to count
        Terms absent from one side count 0 there.
    prior : float, or mapping or Series of term to float
        α_w: one number for each term, or a number a term (see `informative_prior`).

    Returns
    -------
    DataFrame
        Indexed by `term`, highest z first: `count_a`, `count_b` (raw), `delta`, `se`, `z`.

    Raises
    ------
    ComparisonError
        When the prior lacks a counted term, or is not above 0 for each.

    References
    ----------
    Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' Words. Political Analysis
    16(4), 372–403. doi:10.1093/pan/mpn018

    Examples
    --------
    >>> fightin_words({"fighters": 7, "men": 3}, {"fighters": 2, "men": 7}, prior=0.01).round(4)
              count_a  count_b   delta      se       z
    term
    fighters        7        2  2.0946  0.8001  2.6179
    men             3        7 -2.0946  0.6891 -3.0396
    """
    table = aligned_counts(counts_a, counts_b)
    if isinstance(prior, Mapping | pd.Series):
        given = {str(t): float(v) for t, v in prior.items()}
        lacking = [t for t in table.index if t not in given]
        if lacking:
            raise ComparisonError(
                f"the prior has no value for {len(lacking)} terms, {lacking[0]!r} among them; "
                "informative_prior makes one for every term"
            )
        alpha = np.array([given[t] for t in table.index])
    else:
        alpha = np.full(len(table), float(prior))
    if len(alpha) and not (alpha > 0).all():
        at = int(np.argmin(alpha > 0))
        raise ComparisonError(
            f"the prior of {table.index[at]!r} is {alpha[at]}; it must be above 0 for every term, "
            "or log odds are infinite"
        )
    a, b = table["count_a"].to_numpy(float), table["count_b"].to_numpy(float)
    if len(alpha) < 2:
        table["delta"], table["se"], table["z"] = np.nan, np.nan, np.nan
        return table
    table["delta"], table["se"] = log_odds_z(a, b, alpha, a.sum(), b.sum(), alpha.sum())
    table["z"] = table["delta"] / table["se"]
    return _ranked(table, "z")


def informative_prior(
    reference: Counts, terms: Sequence[str], *, strength: float = 1000.0
) -> pd.Series:
    """α_w = α₀ p_w for each of `terms`, p_w being its share of their reference counts.

    A term the reference lacks is given half a count, so that every α_w is above 0. Σα_w = α₀.

    Parameters
    ----------
    reference : mapping or Series of term to count
        Counts in a larger text; what it holds beside `terms` is left out.
    terms : sequence of str
        Those that are wanted.
    strength : float
        α₀, in occurrences.

    Returns
    -------
    Series
        α_w by term, in the order of `terms`.

    Raises
    ------
    ComparisonError
        When a count is negative, or the strength not above 0.

    Examples
    --------
    >>> informative_prior({"men": 3, "fighters": 1}, ["fighters", "men"], strength=8).tolist()
    [2.0, 6.0]
    """
    known = {str(t): float(v) for t, v in reference.items()}
    counts = np.array([known.get(t, 0.0) or 0.5 for t in terms])
    if (counts < 0).any() or strength <= 0:
        raise ComparisonError(
            f"the reference counts (least {counts.min(initial=0)}) are 0 or more and the strength "
            f"({strength}) is above 0"
        )
    return pd.Series(strength * counts / counts.sum(), index=list(terms), dtype=float)


def keyness(counts_a: Counts, counts_b: Counts) -> pd.DataFrame:
    """Log-likelihood ratio of each term against all others, with its size.

    G² = 2 Σ O ln(O/E) over the four cells (term or other × A or B), E from the margins; p from χ²
    with 1 degree of freedom, which takes words as independent: read G² as a rank. `log_ratio`
    says how large the difference is, see there. Against a side without a word there is nothing
    to compare: all three are missing.

    Parameters
    ----------
    counts_a, counts_b : mapping or Series of term to count
        All terms of each side: their sums are the denominators.

    Returns
    -------
    DataFrame
        Indexed by `term`, highest G² first: `count_a`, `count_b`, `g2`, `p`, `log_ratio`.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence.
    Computational Linguistics 19(1), 61–74. https://aclanthology.org/J93-1003/

    Examples
    --------
    >>> table = keyness({"fighters": 7, "men": 3}, {"fighters": 2, "men": 7})
    >>> table.loc["fighters"].round(4).tolist()
    [7.0, 2.0, 4.5349, 0.0332, 1.433]
    """
    table = aligned_counts(counts_a, counts_b)
    a, b = table["count_a"].to_numpy(float), table["count_b"].to_numpy(float)
    table["g2"] = g2_values(a, b, a.sum(), b.sum())
    table["p"] = chdtrc(1, table["g2"].to_numpy())
    table["log_ratio"] = log_ratios(a, b, a.sum(), b.sum())
    if a.sum() == 0 or b.sum() == 0:
        table[["g2", "p", "log_ratio"]] = np.nan
    return _ranked(table, "g2")


def g2_values(a: FloatArray, b: FloatArray, n_a: Any, n_b: Any) -> FloatArray:
    """Return G² of counts `a`, `b` of sides with `n_a`, `n_b` terms; all broadcast.

    Examples
    --------
    >>> g2_values(np.array([7.0]), np.array([2.0]), 10, 9).round(4).tolist()
    [4.5349]
    """
    share = (a + b) / np.maximum(n_a + n_b, 1)
    total = np.zeros(np.shape(share))
    for seen, expected in (
        (a, n_a * share),
        (b, n_b * share),
        (n_a - a, n_a * (1 - share)),
        (n_b - b, n_b * (1 - share)),
    ):
        live = (seen > 0) & (expected > 0)
        ratio = np.divide(seen, expected, out=np.ones(np.shape(share)), where=live)
        total = total + 2 * np.where(live, seen * np.log(ratio), 0.0)
    return np.maximum(total, 0.0)


def log_ratios(a: FloatArray, b: FloatArray, n_a: Any, n_b: Any) -> FloatArray:
    """Return log₂ of the ratio of relative frequencies, half a count added; all broadcast."""
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.log2((a + 0.5) / n_a) - np.log2((b + 0.5) / n_b)
    return np.where(np.isfinite(values), values, np.nan)


def log_ratio(counts_a: Counts, counts_b: Counts) -> pd.Series:
    """Binary logarithm of how many times more frequent a term is in A than in B.

    log₂ [((y₁ + ½)/n₁) / ((y₂ + ½)/n₂)]; each step of 1 is a doubling. Nan where a side is empty.

    Parameters
    ----------
    counts_a, counts_b : mapping or Series of term to count
        All terms of each side: their sums are the denominators n.

    Returns
    -------
    Series
        Indexed by term in alphabetical order.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus Approaches to
    Social Science, Lancaster. https://cass.lancs.ac.uk/log-ratio-an-informal-introduction/

    Examples
    --------
    >>> log_ratio({"men": 1, "fighters": 9}, {"men": 5, "fighters": 5})["men"].round(3)
    np.float64(-1.874)
    """
    table = aligned_counts(counts_a, counts_b)
    a, b = table["count_a"].to_numpy(float), table["count_b"].to_numpy(float)
    return pd.Series(log_ratios(a, b, a.sum(), b.sum()), index=table.index, name="log_ratio")
