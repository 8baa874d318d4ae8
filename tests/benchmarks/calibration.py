"""Does the naming choice hold its level, and does it find what is there? All of it, printed.

Run from the checkout::

    python tests/benchmarks/calibration.py                        # everything: some minutes
    python tests/benchmarks/calibration.py --seeds 60             # a taste
    python tests/benchmarks/calibration.py --store build/c.jsonl  # resumable: what is there is kept

Every corpus is drawn by a seeded simulator; nothing here is a finding about any outlet. Level and
power through articles are in `calibration_articles.py`, the correction from a coded sheet in
`calibration_correction.py`. `tests/statistics/test_calibration.py` runs a small part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import chdtrc

from framing.errors import ComparisonError
from framing.statistics import (
    NamingCounts,
    choice_tests,
    effective_counts,
    misreading_bound,
    naming_choice,
    outlet_test,
    sign_flip_test,
    simulated_events,
)

LEVEL = 0.05
BASE = np.array([0.4, 0.35, 0.25])
"""Mean shares of three variants: loaded one way, loaded the other way, neutral."""

Array = npt.NDArray[Any]
Record = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How a corpus is drawn; the default is one article a side and event, and no difference.

    Each event has shares of its own, each side and event shares around those (`habit`), each
    article shares around these (`rho`); `shift` moves side A's namings from the second variant to
    the first. `sizes` is even, skewed (log-normal), or heavy: nine tenths of all articles lie in
    one event.
    """

    events: int = 20
    shift: float = 0.0
    rho: float = 0.4
    habit: float = 0.1
    namings: float = 5.0
    articles: tuple[int, int] = (1, 1)
    sizes: str = "even"


def around(rng: np.random.Generator, shares: Array, alike: float) -> Array:
    """Draw shares around given ones with intraclass correlation `alike` (Dirichlet)."""
    lots = rng.standard_gamma(np.clip(shares, 1e-3, None) * (1 - alike) / alike)
    lots = np.maximum(lots, 1e-12)
    return np.asarray(lots / lots.sum(axis=-1, keepdims=True))


def sides(world: World, seed: int) -> tuple[Array, Array, Array, Array]:
    """Draw effective, then raw, counts (events × variants) of A and B."""
    rng = np.random.default_rng(seed)
    many = np.ones(world.events, dtype=int)
    if world.sizes == "skewed":
        many = np.ceil(rng.lognormal(0.0, 1.0, world.events)).astype(int)
    if world.sizes == "heavy":
        many[0] = 9 * (world.events - 1)
    event_shares = around(rng, np.tile(BASE, (world.events, 1)), 0.1)
    found: list[Array] = []
    for side, articles in enumerate(world.articles):
        shares = event_shares.copy()
        if side == 0 and world.shift:
            moved = np.minimum(shares[:, 1], world.shift)
            shares[:, 0] += moved
            shares[:, 1] -= moved
        shares = around(rng, shares, world.habit)
        event = np.repeat(np.arange(world.events), many * articles)
        n = 1 + rng.poisson(world.namings - 1, size=len(event))
        counts = rng.multinomial(n, around(rng, shares[event], world.rho))
        for table in (effective_counts(counts, rho=0.4), counts.astype(float)):
            summed = np.zeros((world.events, len(BASE)))
            np.add.at(summed, event, table)
            found.append(summed)
    return found[0], found[2], found[1], found[3]


def old_p(raw_a: Array, raw_b: Array, loaded: Array) -> float:
    """Test the share of loaded namings, as the library did before."""
    rows = [
        (f"e{i}", outlet, float(row @ loaded), float(row.sum()))
        for outlet, table in (("A", raw_a), ("B", raw_b))
        for i, row in enumerate(table)
    ]
    table = pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])
    return sign_flip_test(table).p_value


def share(seed: int, *, events: int, rho: float) -> Record:
    """Test a share of loaded namings that does not differ: by sign flips, and by χ²."""
    table = simulated_events(events, rho=rho, seed=seed)
    flips = sign_flip_test(table, seed=seed)
    x1, x0 = table["loaded"].to_numpy(float).reshape(-1, 2).sum(axis=0)
    n1, n0 = table["total"].to_numpy(float).reshape(-1, 2).sum(axis=0)
    pooled = (x1 + x0) / (n1 + n0)
    spread = pooled * (1 - pooled) * (1 / n1 + 1 / n0)
    chi2 = (x1 / n1 - x0 / n0) ** 2 / spread if spread else 0.0
    return {
        "sign flip": float(flips.p_value <= LEVEL),
        "chi2": float(chdtrc(1, chi2) <= LEVEL),
    }


def pair(world: World, seed: int) -> Record:
    """Test one pair: naming choice, and beside it the loaded share (first two variants)."""
    a, b, raw_a, raw_b = sides(world, seed)
    try:
        found = naming_choice(a, b, seed=seed, draws=400)
    except ComparisonError:
        return {"choice": 0.0, "refused": 1.0, "loaded": 0.0}
    truth = min(world.shift, float(BASE[1]))
    return {
        "choice": float(found.p_value <= LEVEL),
        "refused": 0.0,
        "loaded": float(old_p(raw_a, raw_b, np.array([1.0, 1.0, 0.0])) <= LEVEL),
        "difference": found.difference,
        "covered": float(found.low <= truth <= found.high),
    }


def stories(seed: int, *, events: int = 24, count: int = 8) -> Record:
    """No difference, but outlets keep their words through a story of three events."""
    rng = np.random.default_rng(seed)
    story = np.arange(events) % count
    shares = around(rng, np.tile(BASE, (count, 1)), 0.1)
    tables = []
    for _ in range(2):
        kept = around(rng, shares, 0.4)[story]
        tables.append(rng.multinomial(1 + rng.poisson(4, events), around(rng, kept, 0.2)))
    by_story = naming_choice(*tables, stories=story.tolist(), seed=seed, draws=2)
    by_event = naming_choice(*tables, seed=seed, draws=2)
    return {
        "by story": float(by_story.p_value <= LEVEL),
        "by event": float(by_event.p_value <= LEVEL),
    }


def unequal_quoting(seed: int, *, events: int = 30, error: float = 0.1) -> Record:
    """Own words do not differ; A attributes .3, B .7, and a reader errs one time in ten."""
    rng = np.random.default_rng(seed)
    attributed_base = np.array([0.8, 0.1, 0.1])
    shares = around(rng, np.tile(BASE, (events, 1)), 0.1)
    tables, misread = [], []
    for quoting in (0.3, 0.7):
        n = 2 + rng.poisson(8, events)
        others = rng.binomial(n, quoting)
        taken, lost = rng.binomial(others, error), rng.binomial(n - others, error)
        own = rng.multinomial(n - others - lost, around(rng, shares, 0.3))
        tables.append(own + rng.multinomial(taken, attributed_base))
        misread.append(taken.sum() / max(tables[-1].sum(), 1))
    try:
        found = naming_choice(*tables, seed=seed, draws=400)
    except ComparisonError:
        return {"rejected": 0.0, "rejected and told without the bound": 0.0}
    bound = misreading_bound(*misread, attributed=attributed_base[0], own=float(BASE[0]))
    rejected = found.p_value <= LEVEL
    return {
        "rejected": float(rejected),
        "rejected and told without the bound": float(rejected and found.low > bound),
        "D*": found.difference,
        "bound": bound,
    }


def scattering(seed: int, *, events: int = 20) -> Record:
    """Test A against B, which do not differ, beside a C that writes anything."""
    rng = np.random.default_rng(seed)
    shares = around(rng, np.tile(BASE, (events, 1)), 0.05)
    alike = (0.2, 0.2, 0.9)
    tables = [rng.multinomial(1 + rng.poisson(4, events), around(rng, shares, a)) for a in alike]
    counts = long_counts([t[:, None, :] for t in tables])
    table = choice_tests(counts, [(0, 1), (0, 2), (1, 2)], seed=seed, draws=2)
    row = table[(table["measure"] == "naming choice") & (table["concept"] == 0)].iloc[0]
    return {
        "A-B": float(row["p_value"] <= LEVEL),
        "A-B adjusted": float(row["p_adjusted"] <= LEVEL),
    }


def long_counts(tables: list[Array], outlets: list[int] | None = None) -> NamingCounts:
    """Bring tables (events × concepts × variants), one a side or outlet, into the long form."""
    events, concepts, variants = tables[0].shape
    parts = []
    for place, table in enumerate(tables):
        event, concept, variant = np.nonzero(table)
        side = place if outlets is None else outlets[place]
        parts.append(np.stack([
            event, np.full(len(event), side), np.full(len(event), place),
            concept * variants + variant, table[event, concept, variant],
        ]))  # fmt: skip
    event, side, outlet, variant, count = np.concatenate(parts, axis=1)
    return NamingCounts(
        event.astype(int), side.astype(int), outlet.astype(int), variant.astype(int), count,
        np.repeat(np.arange(concepts), variants), tuple(f"e{i}" for i in range(events)),
        direction=np.resize([-1.0, 1.0, 0.0], concepts * variants),
    )  # fmt: skip


def habits(seed: int, *, each: int = 5, events: int = 30) -> Record:
    """Two sides of outlets with habits of their own and no difference of kind."""
    rng = np.random.default_rng(seed)
    outlets = around(rng, np.tile(BASE, (2 * each, 1)), 0.2)
    tables = [rng.multinomial(1 + rng.poisson(2, events), around(rng, np.tile(o, (events, 1)), 0.2))
              [:, None, :] for o in outlets]  # fmt: skip
    counts = long_counts(tables, [0] * each + [1] * each)
    table = choice_tests(counts, [(0, 1)], seed=seed, draws=2)
    row = table[(table["measure"] == "naming choice") & (table["concept"] == 0)].iloc[0]
    units = outlet_test(counts, (0, 1), 0, seed=seed)
    return {"events": float(row["p_value"] <= LEVEL), "outlets": float(units.p_units <= LEVEL)}


def family(seed: int, *, concepts: int, shift: float = 0.0, outlets: int = 2,
           events: int = 24, sizes: str = "even") -> Record:  # fmt: skip
    """Many concepts and outlets; side A's choice in the first concept is shifted, or none is."""
    rng = np.random.default_rng(seed)
    many = np.ones((events, 1, 1))
    if sizes == "heavy":
        many[0] = 9 * (events - 1)
    shares = around(rng, np.tile(BASE, (events, concepts, 1)), 0.1)
    tables = []
    for outlet in range(outlets):
        mine = shares.copy()
        if outlet == 0 and shift:
            moved = np.minimum(mine[:, 0, 1], shift)
            mine[:, 0, 0] += moved
            mine[:, 0, 1] -= moved
            rest = np.minimum(mine[:, 0, 2], shift - moved)
            mine[:, 0, 0] += rest
            mine[:, 0, 2] -= rest
        n = rng.poisson(4, size=(events, concepts))
        tables.append(rng.multinomial(n, around(rng, mine, 1 / 3)) * many)
    contrasts = [(a, b) for a in range(outlets) for b in range(a + 1, outlets)]
    table = choice_tests(long_counts(tables), contrasts, seed=seed, draws=2)
    rows = table[(table["measure"] == "naming choice") & (table["concept"] >= 0)]
    found = rows[rows["p_adjusted"] <= LEVEL]
    planted = found["contrast"].map(lambda i: contrasts[i][0] == 0) & (found["concept"] == 0)
    there = bool(shift) & planted.astype(bool)
    return {"planted found": float(there.any()), "anything else": float((~there).any())}


def collect(
    name: str, look: Callable[[int], Record], seeds: Iterable[int], store: Path | None = None
) -> dict[str, float]:
    """Run `look` for every seed that is not in the store yet, and average."""
    wanted = recorded(name, look, seeds, store)
    return {str(column): float(wanted[column].mean()) for column in wanted}


def recorded(
    name: str, look: Callable[[int], Record], seeds: Iterable[int], store: Path | None = None
) -> pd.DataFrame:
    """Run `look` for every seed that is not in the store yet; return a row a seed."""
    kept: dict[int, Record] = {}
    if store is not None and store.exists():
        for line in store.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["name"] == name:
                kept[row["seed"]] = row["found"]
    for seed in seeds:
        if seed in kept:
            continue
        kept[seed] = look(seed)
        if store is not None:
            with store.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"name": name, "seed": seed, "found": kept[seed]}) + "\n")
    return pd.DataFrame([kept[seed] for seed in seeds])


def settings(seeds: int) -> list[tuple[str, Callable[[int], Record], int]]:
    """List what is measured: a name, a function of a seed, and how many seeds."""
    found: list[tuple[str, Callable[[int], Record], int]] = []

    def of(**options: Any) -> Callable[[int], Record]:
        return lambda seed: pair(World(**options), seed)

    for events in (8, 20, 40):
        for sizes in ("even", "skewed", "heavy"):
            found.append(
                (f"level, {events} events, {sizes}", of(events=events, sizes=sizes), seeds)
            )
        one_six = of(events=events, articles=(1, 6))
        found.append((f"level, {events} events, one article against six", one_six, seeds))
    for sizes in ("even", "heavy"):
        found.append((f"power, 20 events, shift .3, {sizes}", of(shift=0.3, sizes=sizes), seeds))
    found.append(("power, 40 events, shift .2, even", of(events=40, shift=0.2), seeds))
    for events, rho in ((8, 0.3), (20, 0.3), (40, 0.6)):
        name = f"loaded share, {events} events, rho {rho}, no difference"
        found.append((name, partial(share, events=events, rho=rho), seeds))
    found.append(("running stories, no difference", stories, seeds))
    found.append(("sides that quote unequally, no difference", unequal_quoting, seeds))
    found.append(("a third side that scatters", scattering, seeds))
    for each in (3, 5):
        name = f"{each} and {each} outlets with habits, no difference of kind"
        found.append((name, lambda seed, n=each: habits(seed, each=n), seeds // 2))
    for concepts, outlets, sizes in ((5, 2, "even"), (60, 2, "even"), (5, 3, "heavy")):
        name = f"family of {concepts} concepts, {outlets} outlets, {sizes}, no difference"
        found.append((name, lambda seed, c=concepts, o=outlets, s=sizes:
                      family(seed, concepts=c, outlets=o, sizes=s), seeds // 2))  # fmt: skip
    for outlets in (2, 4):
        name = f"planted: A's words in one of six concepts, {outlets} outlets"
        found.append((name, lambda seed, o=outlets:
                      family(seed, concepts=6, outlets=o, shift=0.6), min(seeds, 200)))  # fmt: skip
    return found


def main() -> None:
    """Print every setting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=600, help="simulated corpora a setting")
    parser.add_argument("--store", type=Path, help="file of results to go on from")
    parser.add_argument("--only", default="", help="settings whose name holds this")
    given = parser.parse_args()
    if given.store is not None:
        given.store.parent.mkdir(parents=True, exist_ok=True)
    for name, look, count in settings(given.seeds):
        if given.only not in name:
            continue
        shares = collect(name, look, range(count), given.store)
        print(
            f"{name} ({count}):", "  ".join(f"{k} {v:.3f}" for k, v in shares.items()), flush=True
        )


if __name__ == "__main__":
    main()
