"""Does the comparison hold its level, and does it find what is there? All of it, printed.

Run from the checkout::

    python tests/benchmarks/calibration.py            # everything: some minutes
    python tests/benchmarks/calibration.py --seeds 60 # a taste

The false discovery rate is a promise about the share of findings that are false, not that there
are none: with one true difference among six concepts, about three corpora in a hundred show
something else besides.

Nothing here is a finding about any outlet: every corpus is drawn by a seeded simulator. The test
`tests/comparison/test_calibration.py` runs these functions.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from framing.comparison.cells import Cells
from scipy.special import chdtrc

from framing.comparison import compare
from framing.comparison.contrasts import contrasts_of, difference_table
from framing.statistics import event_bootstrap, sign_flip, simulated_events
from framing.values import Article

LEVEL = 0.05
SETTINGS = ((8, 0.3), (20, 0.3), (40, 0.6))
"""Events and correlation within an article."""


class Level(NamedTuple):
    """Share of true nulls rejected by the sign-flip test and by χ², and the interval's coverage."""

    events: int
    rho: float
    sign_flip: float
    chi2: float
    covered: float


def scores(table: pd.DataFrame) -> Any:
    """Return the event scores of a simulated table: what `event_scores` gives, from arrays."""
    x1, x0 = table["loaded"].to_numpy(float).reshape(-1, 2).T
    n1, n0 = table["total"].to_numpy(float).reshape(-1, 2).T
    return (x1 * n0 - x0 * n1) / (n1 + n0)


def rejection(events: int, rho: float, seeds: Iterable[int], *, intervals: bool = False) -> Level:
    """Simulate corpora without a difference and count rejections at .05."""
    flips, chi, covered = [], [], []
    for seed in seeds:
        table = simulated_events(events, rho=rho, seed=seed)
        flips.append(sign_flip(scores(table), seed=seed).p_value <= LEVEL)
        chi.append(chi2_p(table) <= LEVEL)
        if intervals:
            interval = event_bootstrap(table, seed=seed)
            covered.append(interval.low <= 0 <= interval.high)
    mean = float(np.mean(covered)) if covered else float("nan")
    return Level(events, rho, float(np.mean(flips)), float(np.mean(chi)), mean)


def chi2_p(table: pd.DataFrame) -> float:
    """Return p of χ² on the pooled counts, as if all namings were independent."""
    x1, x0 = table["loaded"].to_numpy(float).reshape(-1, 2).sum(axis=0)
    n1, n0 = table["total"].to_numpy(float).reshape(-1, 2).sum(axis=0)
    pooled = (x1 + x0) / (n1 + n0)
    if pooled in (0.0, 1.0):
        return 1.0
    z2 = (x1 / n1 - x0 / n0) ** 2 / (pooled * (1 - pooled) * (1 / n1 + 1 / n0))
    return float(chdtrc(1, z2))


def power(events: int, difference: float, rho: float, seeds: Iterable[int]) -> float:
    """Share of corpora with a true difference in which the sign-flip test rejects."""
    tables = (simulated_events(events, difference=difference, rho=rho, seed=s) for s in seeds)
    return float(np.mean([sign_flip(scores(t), seed=1).p_value <= LEVEL for t in tables]))


class Corpus(NamedTuple):
    """Counts by event, concept and outlet: loaded and all namings, own and attributed."""

    own: Any
    own_loaded: Any
    attributed: Any
    attributed_loaded: Any


def planted(
    seed: int,
    *,
    shift: float = 0.6,
    events: int = 24,
    concepts: int = 6,
    outlets: int = 4,
    rho: float = 1 / 3,
    namings: float = 5.0,
) -> Corpus:
    """Simulate a corpus in which the first outlet's own voice alone differs, in one concept.

    Each concept has its own base share, each event shifts it, each article draws around it with
    correlation `rho`; what outlets attribute to others does not differ.
    """
    rng = np.random.default_rng(seed)
    base = rng.uniform(0.05, 0.35, size=(1, concepts, 1))
    share = np.clip(base + rng.normal(0, 0.1, size=(events, concepts, 1)), 0.02, 0.98)
    share = np.repeat(share, outlets, axis=2)
    quiet = share.copy()
    share[:, 0, 0] = np.clip(share[:, 0, 0] + shift, 0.02, 0.98)
    strength = (1 - rho) / rho
    counts = []
    for mean, p in ((namings, share), (namings / 3, quiet)):
        n = rng.poisson(mean, size=p.shape)
        counts += [n, rng.binomial(n, rng.beta(p * strength, (1 - p) * strength))]
    return Corpus(*counts)


def names(corpus: Corpus) -> tuple[list[str], list[str], list[str]]:
    """Name the events, concepts and outlets of a corpus."""
    events, concepts, outlets = corpus.own.shape
    return (
        [f"e{i:02d}" for i in range(events)],
        [f"c{i:02d}" for i in range(concepts)],
        [chr(65 + i) for i in range(outlets)],
    )


def cells(corpus: Corpus) -> dict[str, Cells]:
    """Bring a corpus into the form `difference_table` reads, without articles in between."""
    events, concepts, outlets = names(corpus)
    made = {}
    for scope, n, x in (
        ("own", corpus.own, corpus.own_loaded),
        (
            "outlet_worded",
            corpus.own + corpus.attributed,
            corpus.own_loaded + corpus.attributed_loaded,
        ),
    ):
        event, concept, outlet = np.nonzero(n)
        made[scope] = Cells(
            tuple(("made-up", c) for c in concepts), tuple(outlets), tuple(events),
            event, concept, outlet,
            x[event, concept, outlet].astype(float), n[event, concept, outlet].astype(float),
        )  # fmt: skip
    return made


def analysis(corpus: Corpus) -> Any:
    """Bring a corpus into the form of an analysis: articles and a row for each naming."""
    events, concepts, outlets = names(corpus)
    articles = [
        Article(id=f"{e}/{o}", outlet=o, event=e, text="simulated")
        for e, o in itertools.product(events, outlets)
    ]
    parts = []
    for voice, n, x in (
        ("own", corpus.own, corpus.own_loaded),
        ("attributed", corpus.attributed, corpus.attributed_loaded),
    ):
        for loaded, count in ((True, x), (False, n - x)):
            event, concept, outlet = np.nonzero(count)
            times = count[event, concept, outlet]
            cell = np.repeat(np.arange(len(times)), times)
            parts.append(pd.DataFrame({
                "article_id": [f"{events[event[i]]}/{outlets[outlet[i]]}" for i in cell],
                "concept": [concepts[concept[i]] for i in cell],
                "variant": "loaded" if loaded else "plain",
                "intensity": 2 if loaded else 0,
                "direction": -1 if loaded else 0,
                "loaded": pd.array([loaded] * len(cell), dtype="boolean"),
                "voice": voice,
            }))  # fmt: skip
    mentions = pd.concat(parts, ignore_index=True).assign(lexicon="made-up", bindings=None)
    ids = [a.id for a in articles]
    return SimpleNamespace(
        articles=articles,
        mentions=mentions,
        attributions=_empty(
            "article_id field content speaker speaker_name speaker_kind cue cue_class words"
        ),
        cues=_empty("article_id field start end kind voice"),
        scores=pd.DataFrame({"article_id": ids, "words": 300, "own_words": 200}),
        provenance={"simulated": True},
        lexicons=(),
    )


def _empty(columns: str) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype="object") for name in columns.split()})


class Found(NamedTuple):
    """Whether the planted outlet and concept came out, and whether anything else did."""

    planted: bool
    other: bool


def found_in(differences: pd.DataFrame) -> Found:
    """Read the pairs that stay significant after FDR."""
    rows = differences.loc[
        (differences["kind"] == "pair")
        & (differences["role"] == "exploratory")
        & (differences["p_adjusted"] <= LEVEL)
    ]
    there = (rows["concept"] == "c00") & ((rows["outlet_a"] == "A") | (rows["outlet_b"] == "A"))
    return Found(bool(there.any()), bool((~there).any()))


def planted_by_cells(seed: int, **options: Any) -> Found:
    """Plant, and look with `difference_table` alone, in own voice: what tests are made of."""
    corpus = planted(seed, **options)
    outlets = tuple(names(corpus)[2])
    table = difference_table(
        {"loaded share": {"own": cells(corpus)["own"]}},
        contrasts_of(outlets, None),
        seed=seed,
        draws=2,
    )
    return found_in(table)


def planted_by_compare(seed: int, **options: Any) -> Found:
    """Plant, and look with the whole of `compare`."""
    return found_in(compare(analysis(planted(seed, **options)), seed=seed).differences)


def tally(look: Callable[..., Found], seeds: Sequence[int], **options: Any) -> Mapping[str, float]:
    """Share of seeds in which the planted came out, something else did, and all was right."""
    found = [look(seed, **options) for seed in seeds]
    return {
        "planted found": float(np.mean([f.planted for f in found])),
        "anything else": float(np.mean([f.other for f in found])),
        "right": float(np.mean([f.planted and not f.other for f in found])),
    }


def main() -> None:
    """Print level, coverage, power and the planted difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=600, help="simulated corpora a setting")
    wanted = parser.parse_args().seeds
    seeds = range(wanted)
    print(f"No true difference, {wanted} corpora, rejected at .05 (wanted: sign-flip <= .07)")
    for events, rho in itertools.product((8, 20, 40), (0.3, 0.6)):
        level = rejection(events, rho, seeds, intervals=True)
        print(
            f"  {events:2d} events, rho {rho}: sign-flip {level.sign_flip:.3f}   "
            f"chi2 {level.chi2:.3f}   95% interval covers {level.covered:.3f}"
        )
    for rho in (0.3, 0.6):
        share = power(20, 0.2, rho, seeds)
        print(f"True difference .2 at 20 events, rho {rho}: power {share:.3f}")
    print(f"Planted: own voice of A in one of six concepts, 24 events, {wanted} corpora")
    for outlets in (2, 3, 4):
        shares = tally(planted_by_cells, seeds, outlets=outlets)
        print(f"  {outlets} outlets:", "  ".join(f"{k} {v:.3f}" for k, v in shares.items()))
    few = range(min(wanted, 200))
    shares = tally(planted_by_compare, few)
    print(f"  by compare, {len(few)}:", "  ".join(f"{k} {v:.3f}" for k, v in shares.items()))


if __name__ == "__main__":
    main()
