"""Distinctive wording: which words and short phrases tell one outlet's text from another's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.articles import need_texts
from framing.comparison.selecting import need_side
from framing.comparison.settings import NO_OUTLET
from framing.comparison.terms import Corpus, corpus_of, held_spans, term_uses
from framing.errors import ComparisonError
from framing.statistics import MIN_EVENTS, informative_prior
from framing.statistics.keywords import g2_values, log_odds_z, log_ratios
from framing.statistics.spread import dispersions
from framing.statistics.swaps import WordCounts, swap_p_values
from framing.statistics.wordshift import shift_values

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from framing.comparison.comparisonresult import Comparison
    from framing.comparison.queries import Query

__all__ = ["COLUMNS", "STRENGTH", "distinctive_of", "distinctive_table", "uses_of"]

STRENGTH = 1000.0
"""α₀: sum of the prior over all terms of one length."""

_LONGEST = 5

COLUMNS: dict[str, str] = {
    "outlet_a": "string", "outlet_b": "string", "words": "int64",
    "count_a": "int64", "count_b": "int64", "total_a": "int64", "total_b": "int64",
    "delta": "float64", "se": "float64", "z": "float64", "z_weak": "float64",
    "z_strong": "float64", "p_value": "float64", "g2": "float64", "log_ratio": "float64",
    "contribution": "float64", "articles": "int64", "dispersion": "float64",
    "well_spread": "bool", "events": "int64",
}  # fmt: skip

_USES = ("article_id", "outlet", "event", "field", "start", "end", "text")

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
Names = npt.NDArray[np.object_]
Weights = Mapping[str, float] | pd.Series


class _Sides(NamedTuple):
    """Which articles are counted, whose they are, and the texts (event × outlet) they make."""

    rows: IntArray
    mine: BoolArray
    text: IntArray
    event: IntArray
    first: BoolArray
    matched: int


def distinctive_of(
    comparison: Comparison,
    outlet: str | None,
    against: str | None,
    *,
    voice: str,
    ngrams: tuple[int, int],
    prior: float | Weights | None,
    reference: Weights | None,
    min_count: int,
) -> pd.DataFrame:
    """Check what was asked for, count the texts, and rank each pair of sides."""
    need_texts(comparison.analysis.articles, "distinctive words")
    if voice not in ("own", "all"):
        raise ComparisonError(f"voice is 'own' or 'all', not {voice!r}")
    if not 1 <= ngrams[0] <= ngrams[1] <= _LONGEST:
        raise ComparisonError(
            f"ngrams is (shortest, longest) in words, from 1 to {_LONGEST}, not {ngrams!r}"
        )
    material = comparison.material
    pairs = _pairs(material.named_outlets, outlet, against)
    corpus = corpus_of(material, comparison.analysis.articles, own=voice == "own", ngrams=ngrams)
    seed = comparison.settings.seed
    tables = [
        distinctive_table(
            corpus, a, b, prior=prior, reference=reference, min_count=min_count, seed=seed
        )
        for a, b in pairs
    ]
    return pd.concat(tables) if len(tables) > 1 else tables[0] if tables else _empty()


def uses_of(comparison: Comparison, query: Query) -> pd.DataFrame:
    """Return the uses of a word that a row of distinctive wording, or its mark, counts.

    Several words stand in ``query.term`` a line each. ``query.scope`` own leaves out what the
    outlets quote, attribute and hold off.
    """
    need_texts(comparison.analysis.articles, "the uses of a word")
    material = comparison.material
    if query.term is None or query.a is None:
        raise ComparisonError(
            "uses are those of a term by two sides: give term= and a= (and b=; None is all others)"
        )
    about = material.articles
    outlets, events = (about[name].to_numpy(object) for name in ("outlet", "event"))
    chosen = about.index[_sides(outlets, events, query.a, query.b).rows]
    held = held_spans(material) if query.scope == "own" else {}
    kept = [article for article in comparison.analysis.articles if article.id in chosen]
    rows = [
        (article, *about.loc[article, ["outlet", "event"]], field, *use)
        for article, field, *use in term_uses(kept, held, query.term.split("\n"))
    ]
    return pd.DataFrame(rows, columns=list(_USES))


def _pairs(
    outlets: tuple[str, ...], outlet: str | None, against: str | None
) -> list[tuple[str, str | None]]:
    """List the sides to rank; two outlets are set against each other once."""
    for name in (outlet, against):
        if name is not None:
            need_side(name, outlets)
    if outlet is not None and outlet == against:
        raise ComparisonError(f"{outlet!r} can't be set against itself")
    if len(outlets) < 2:
        return []
    first = [o for o in outlets if o != against] if outlet is None else [outlet]
    if against is None and len(outlets) == 2:
        return [(first[0], next(o for o in outlets if o != first[0]))]
    return [(o, against) for o in first]


def distinctive_table(
    corpus: Corpus,
    a: str,
    b: str | None,
    *,
    prior: float | Weights | None = None,
    reference: Weights | None = None,
    min_count: int = 3,
    draws: int = 999,
    seed: int = 0,
) -> pd.DataFrame:
    """Rank the terms of outlet `a` against those of `b`, or of all other outlets for None.

    Only texts of events that both sides cover are counted, where there are such events; see
    `Comparison.distinctive` for the columns and parameters.
    """
    sides = _sides(corpus.outlet, corpus.event, a, b)
    counts = corpus.counts[sides.rows]
    y_a, y_b = _summed(counts[sides.mine]), _summed(counts[~sides.mine])
    alpha = _priors(corpus, y_a + y_b, prior, reference)
    kept = np.flatnonzero(y_a + y_b >= max(min_count, 1))
    if not sides.mine.any() or sides.mine.all() or not len(kept):
        return _empty()
    lengths = np.eye(len(corpus.orders))[corpus.kind]
    totals = np.asarray(counts @ lengths)
    kind, strength = corpus.kind[kept], alpha @ lengths
    n_a, n_b = (totals[side].sum(axis=0)[kind] for side in (sides.mine, ~sides.mine))
    table = _figures(y_a[kept], y_b[kept], n_a, n_b, alpha[kept], strength[kind])
    table.index = pd.Index([corpus.terms[i] for i in kept], name="term", dtype=object)
    table["outlet_a"], table["outlet_b"] = a, b
    table["words"] = np.array(corpus.orders, dtype=np.int64)[kind]
    table["events"] = sides.matched
    gather = _gathering(sides)
    words = WordCounts(
        (gather @ counts[:, kept]).tocsr(), np.asarray(gather @ totals), kind,
        sides.event, sides.first, alpha[kept], strength,
    )  # fmt: skip
    enough = sides.matched >= MIN_EVENTS
    table["p_value"] = swap_p_values(words, draws=draws, seed=seed) if enough else np.nan
    table.loc[table["z"].isna(), "p_value"] = np.nan
    _add_spread(table, counts[:, kept], sides.mine)
    ranked = table[list(COLUMNS)].sort_values("z", ascending=False, kind="stable")
    return ranked.astype(COLUMNS)


def _empty() -> pd.DataFrame:
    columns = {name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()}
    return pd.DataFrame(columns, index=pd.Index([], name="term", dtype=object))


def _summed(counts: csr_matrix) -> FloatArray:
    return np.asarray(counts.sum(axis=0), dtype=np.float64).ravel()


def _sides(outlets: Names, events: Names, a: str, b: str | None) -> _Sides:
    """Choose the articles of both sides, of matched events where there are any."""
    mine = outlets == a
    other = (outlets == b) if b is not None else ~mine & (outlets != NO_OUTLET)
    event, _ = pd.factorize(events)
    both = np.intersect1d(event[mine], event[other])
    both = both[both >= 0]
    live = mine | other
    if len(both):
        live &= np.isin(event, both)
    rows = np.flatnonzero(live)
    outlet, _ = pd.factorize(outlets)
    key = event[rows].astype(np.int64) * (outlet.max(initial=0) + 1) + outlet[rows]
    _, first, text = np.unique(key, return_index=True, return_inverse=True)
    return _Sides(rows, mine[rows], text, event[rows][first], mine[rows][first], len(both))


def _gathering(sides: _Sides) -> csr_matrix:
    """Return the matrix that adds up articles into texts."""
    from scipy.sparse import csr_matrix

    cells = (np.ones(len(sides.rows)), (sides.text, np.arange(len(sides.rows))))
    return csr_matrix(cells, shape=(len(sides.event), len(sides.rows)))


def _priors(
    corpus: Corpus,
    pooled: FloatArray,
    prior: float | Weights | None,
    reference: Weights | None,
) -> FloatArray:
    """Return α_w of every term: given, from a reference's counts, or from both sides pooled."""
    if isinstance(prior, int | float):
        if prior <= 0:
            raise ComparisonError(f"a prior must be above 0 for every term, not {prior}")
        return np.full(len(corpus.terms), float(prior))
    alpha = np.zeros(len(corpus.terms))
    if prior is not None:
        given = {str(term): float(value) for term, value in prior.items()}
        alpha = np.array([given.get(term, 0.0) for term in corpus.terms])
        if not (alpha > 0).all():
            lacking = corpus.terms[int(np.argmin(alpha > 0))]
            raise ComparisonError(
                f"the prior has no value above 0 for {lacking!r}; give it one, or give "
                "reference= counts, which make a prior for every term"
            )
        return alpha
    for kind in range(len(corpus.orders)):
        of_kind = np.flatnonzero(corpus.kind == kind)
        if reference is not None:
            terms = [corpus.terms[i] for i in of_kind]
            alpha[of_kind] = informative_prior(reference, terms, strength=STRENGTH).to_numpy()
        elif len(of_kind):
            seen = np.maximum(pooled[of_kind], 1e-12)
            alpha[of_kind] = STRENGTH * seen / seen.sum()
    return alpha


def _figures(
    a: FloatArray,
    b: FloatArray,
    n_a: FloatArray,
    n_b: FloatArray,
    alpha: FloatArray,
    strength: FloatArray,
) -> pd.DataFrame:
    """Compute the figures of each term that need counts alone."""
    table = pd.DataFrame({"count_a": a, "count_b": b, "total_a": n_a, "total_b": n_b})
    table["delta"], table["se"] = log_odds_z(a, b, alpha, n_a, n_b, strength)
    table["z"] = table["delta"] / table["se"]
    for name, times in (("z_weak", 0.1), ("z_strong", 10.0)):
        delta, se = log_odds_z(a, b, times * alpha, n_a, n_b, times * strength)
        table[name] = delta / se
    table["g2"] = g2_values(a, b, n_a, n_b)
    table["log_ratio"] = log_ratios(a, b, n_a, n_b)
    shares = [np.divide(x, n, out=np.zeros(len(x)), where=n > 0) for x, n in ((a, n_a), (b, n_b))]
    table["contribution"] = shift_values(*shares)
    return table


def _add_spread(table: pd.DataFrame, counts: csr_matrix, mine: BoolArray) -> None:
    """Add how evenly the side that uses a term more spreads it over its articles."""
    ahead = (table["z"] >= 0).to_numpy(bool)
    spread, articles = np.full(len(table), np.nan), np.zeros(len(table))
    for side, chosen in ((mine, ahead), (~mine, ~ahead)):
        cells = counts[side]
        sizes = np.asarray(cells.sum(axis=1), dtype=np.float64).ravel()
        if not chosen.any() or sizes.sum() == 0:
            continue
        spread[chosen] = dispersions(cells[:, chosen], sizes)
        articles[chosen] = np.asarray((cells[:, chosen] > 0).sum(axis=0)).ravel()
    table["dispersion"], table["articles"] = spread, articles
    table["well_spread"] = (spread < 0.8) & (articles >= 3)
