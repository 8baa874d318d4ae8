"""Which word, not how many loaded ones: the naming choice of two sides over their events.

Every variant of a concept is a choice among its names. Two sides are compared event by event, and
the difference is how many namings would have to be reworded for one to read as the other, with
what chance alone makes taken off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.errors import ComparisonError
from framing.statistics.exchange import LEAST_P, MIN_EVENTS, exchange_tests
from framing.statistics.exchanges import names_of
from framing.statistics.rewording import reworded, reworded_interval

__all__ = [
    "CORRELATION",
    "NamingChoice",
    "effective_counts",
    "naming_choice",
    "naming_weights",
    "refusal",
]

CORRELATION = 0.4
"""ρ: how alike the namings of one concept within one article are, for effective counts.

Any value from .1 to .7 serves nearly as well; none at all (ρ = 0) lets one long article speak for
a whole outlet.
"""

Array = npt.NDArray[Any]
FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class NamingChoice:
    """Result of `naming_choice`.

    Attributes
    ----------
    statistic : float
        T = Σ_v S_v² / Σ_e Σ_v s_ev², of mean 1 if the sides did not differ.
    raw_difference : float
        D = ½ Σ_v abs(S_v) / Σ_e w_e, from 0 to 1; biased upward, so not to be reported alone.
    difference : float
        D*: D with chance taken off. Missing where all weight is one event's.
    low, high : float
        95% interval of D* over events; 0 may lie within it where p is small, and evidence is p's.
    p_value : float
        Of the exchange test.
    n_events : int
        Matched events: both sides name the concept.
    smallest_p : float
        The smallest p-value these events could have given.
    n_units : int
        Events (or stories) that differ, which are exchanged.
    exact : bool
        Whether all exchanges were counted.
    contributions : array of shape (events, variants)
        s_ev; 0 where an event is not matched.
    weights : array of shape (events,)
        w_e; 0 where an event is not matched.
    sums : array of shape (variants,)
        S_v: positive where the first side prefers the variant.
    largest_weight : float
        Share of the weight in the one event (or story) with the most.
    """

    statistic: float
    raw_difference: float
    difference: float
    low: float
    high: float
    p_value: float
    n_events: int
    smallest_p: float
    n_units: int
    exact: bool
    contributions: FloatArray
    weights: FloatArray
    sums: FloatArray
    largest_weight: float


def effective_counts(counts: Any, *, rho: float = CORRELATION) -> FloatArray:
    """Count what the namings of each article are worth: an article's namings are one habit.

    ñ_iv = n_iv / (1 + (n_i − 1)ρ), n_i being all namings of the concept in the article.

    Parameters
    ----------
    counts : array of shape (articles, variants)
        Namings of one concept.
    rho : float
        Correlation of the namings of one article, from 0 (none) to 1 (one naming per article).

    Returns
    -------
    array of shape (articles, variants)
        To be summed by side and event.

    Examples
    --------
    >>> effective_counts([[3, 1], [1, 0]], rho=0.4).round(4).tolist()
    [[1.3636, 0.4545], [1.0, 0.0]]
    """
    raw = _counts_of(counts, "counts")
    _check_rho(rho)
    total = raw.sum(axis=1, keepdims=True)
    worth: FloatArray = raw / np.where(total > 0, 1 + (total - 1) * rho, 1.0)
    return worth


def naming_weights(groups: Any, *, rho: float = CORRELATION) -> FloatArray:
    """Weigh single namings, so that their sums are effective counts.

    Parameters
    ----------
    groups : array of shape (namings,)
        A number or name for the article and concept each naming belongs to.
    rho : float
        As in `effective_counts`.

    Returns
    -------
    ndarray of float, shape (namings,)
        1/(1 + (m − 1)ρ) for each of the m namings of a group.

    Raises
    ------
    ComparisonError
        When `rho` is below 0 or above 1.

    Examples
    --------
    >>> naming_weights(["a1", "a1", "a2"], rho=0.5).round(4).tolist()
    [0.6667, 0.6667, 1.0]
    """
    _check_rho(rho)
    where = np.asarray(groups)
    if where.dtype.kind != "i" or where.min(initial=0) < 0 or where.max(initial=0) > len(where):
        where = np.unique(where, return_inverse=True)[1]  # places, which are counted at once
    count = np.maximum(np.bincount(where), 1)
    worth: FloatArray = (1 / (1 + (count - 1) * rho))[where]
    return worth


def _check_rho(rho: float) -> None:
    if not 0 <= rho <= 1:
        raise ComparisonError(f"rho is a correlation within articles, from 0 to 1, not {rho}")


def _counts_of(values: Any, name: str) -> FloatArray:
    """Read a table of counts, or say what is wrong with it."""
    try:
        counts = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ComparisonError(f"{name} holds something that is no number: {error}") from error
    if counts.ndim != 2:
        raise ComparisonError(
            f"{name} has {counts.ndim} dimensions; it needs two, one row per event and one column "
            "a variant"
        )
    if not np.isfinite(counts).all() or (counts < 0).any():
        raise ComparisonError(f"{name} holds a missing or negative count; counts are 0 or more")
    return counts


def naming_choice(
    counts_a: Any,
    counts_b: Any,
    *,
    seed: int = 0,
    stories: Sequence[object] | None = None,
    draws: int = 2000,
) -> NamingChoice:
    """Test whether two sides name one concept differently, on the events both cover.

    For each event e with namings on both sides, w_e = n_A n_B / (n_A + n_B) and
    s_ev = w_e (p_Aev − p_Bev) for each variant v; S_v = Σ_e s_ev, T = Σ_v S_v² / Σ_e Σ_v s_ev².
    If sides did not differ, each event's vector could have had the other sign: all exchanges are
    counted up to 14 events that differ, else 9,999 are drawn, and p is (b + 1)/(B + 1).

    D* = D √min(1, max(0, (1 − 1/T)/(1 − 1/E_w))), D = ½ Σ_v abs(S_v) / Σ_e w_e and
    E_w = (Σw)²/Σw²: of 100 namings, how many would have to be reworded for A to read as B,
    chance taken off.

    Parameters
    ----------
    counts_a, counts_b : array of shape (events, variants)
        Namings by each side, taken as given; `effective_counts` makes those the library uses.
    seed : int
        Of the draws.
    stories : sequence, optional
        The running story of each event: outlets keep their words through a story, so events of
        one are exchanged together. Without it events are taken to be apart.
    draws : int
        Samples of events for the interval.

    Returns
    -------
    NamingChoice

    Raises
    ------
    ComparisonError
        When the tables differ in shape or hold no counts; under 6 matched events; or when these
        events allow no p-value of .05 or less.

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, §21. Oliver & Boyd.
    Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American
    Statistician 69(4), 371–386. doi:10.1080/00031305.2015.1089789

    Examples
    --------
    Ash always writes the first of two names, Birch the second:

    >>> found = naming_choice([[1, 0]] * 6, [[0, 1]] * 6)
    >>> found.statistic, found.difference, found.p_value == 2 / 64
    (6.0, 1.0, True)
    """
    a, b = _counts_of(counts_a, "counts_a"), _counts_of(counts_b, "counts_b")
    if a.shape != b.shape:
        raise ComparisonError(
            f"counts_a has the shape {a.shape} and counts_b {b.shape}; both need the same events "
            "and variants"
        )
    scores, weights = _matched(a, b)
    there = weights > 0
    names = names_of(len(a), stories)
    if len(names) != len(a):
        raise ComparisonError(f"{len(names)} stories for {len(a)} events; each event needs one")
    units, vectors, shares = _by_story(scores, weights, names)
    n_events = int(there.sum())
    found = exchange_tests(
        csr_matrix(vectors),
        csr_matrix(np.ones((1, a.shape[1]))),
        units=units,
        matched=np.array([n_events]),
        seed=seed,
    )
    if found.refused[0]:
        raise ComparisonError(refusal(n_events, float(found.smallest_p[0])))
    sums = vectors.sum(axis=0)
    raw, chance_off = reworded(sums, float((vectors**2).sum()), shares.sum(), (shares**2).sum())
    low, high = reworded_interval(vectors, shares, draws=draws, seed=seed)
    return NamingChoice(
        statistic=float(found.statistic[0]), raw_difference=float(raw),
        difference=float(chance_off), low=low, high=high, p_value=float(found.p_value[0]),
        n_events=n_events, smallest_p=float(found.smallest_p[0]), n_units=int(found.live[0]),
        exact=bool(found.exact[0]), contributions=scores, weights=weights, sums=sums,
        largest_weight=float(shares.max() / shares.sum()),
    )  # fmt: skip


def _by_story(
    scores: npt.NDArray[np.float64], weights: npt.NDArray[np.float64], names: Sequence[str]
) -> tuple[tuple[str, ...], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Add up the scores and weights of events with one story; those without weight fall away."""
    there = weights > 0
    units = tuple(sorted({name for name, kept in zip(names, there, strict=True) if kept}))
    place = {name: at for at, name in enumerate(units)}
    row = np.array([place.get(name, 0) for name in names], int)
    vectors, shares = np.zeros((len(units), scores.shape[1])), np.zeros(len(units))
    np.add.at(vectors, row[there], scores[there])
    np.add.at(shares, row[there], weights[there])
    return units, vectors, shares


def refusal(events: int, smallest_p: float) -> str:
    """Say why there is no test; nothing where there is one.

    Examples
    --------
    >>> refusal(5, 0.0625)
    'not enough matched events: 5 of the 6 needed'
    >>> refusal(8, 0.03)
    ''
    """
    if events < MIN_EVENTS:
        return f"not enough matched events: {events} of the {MIN_EVENTS} needed"
    if smallest_p > LEAST_P:
        return (
            f"these {events} events cannot show a difference: the smallest p-value they allow "
            f"is {smallest_p:.2g}"
        )
    return ""


def _matched(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Score and weigh each event; both are 0 where a side does not name the concept."""
    n_a, n_b = a.sum(axis=1), b.sum(axis=1)
    there = (n_a > 0) & (n_b > 0)
    weights = np.where(there, n_a * n_b / np.where(there, n_a + n_b, 1.0), 0.0)
    scale_a, scale_b = np.where(n_a > 0, n_a, 1.0), np.where(n_b > 0, n_b, 1.0)
    scores = weights[:, None] * (a / scale_a[:, None] - b / scale_b[:, None])
    return scores, weights
