"""Does the comparison hold its level, and find what is there, from articles to findings? Printed.

Run from the checkout::

    python tests/benchmarks/calibration_articles.py             # 200 corpora a setting
    python tests/benchmarks/calibration_articles.py --seeds 20  # a taste
    python tests/benchmarks/calibration_articles.py --store build/articles.jsonl  # resumable

Articles of invented words are written out, read, analysed with a lexicon of six concepts and
compared: everything a user does. Simulated, no finding about any outlet.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml

# A sibling script: this folder is on the path of a script that is run from it.
from calibration import BASE, LEVEL, Record, around, collect

import framing

CONCEPTS = ("dam", "tax", "wolf", "port", "school", "canal")
ENDS = ("grabbers", "guardians", "managers")
ALIKE = 0.4
"""Correlation of the namings of one article."""


def lexicon(folder: Path) -> str:
    """Write the lexicon: each concept has a word loaded either way and a neutral one."""
    source = {"title": "Invented for a simulation", "year": 2026}
    kinds = {"grabbers": (-1, 3), "guardians": (1, 3), "managers": (0, 0)}
    concepts = [
        {
            "id": f"{concept}-people", "gloss": f"those who run the {concept}",
            "slots": {"side": "the people meant"},
            "variants": [
                {"id": end, "nouns": [f"{concept} {end[:-1]}"], "toward": {"side": direction},
                 "intensity": intensity, "register": "loaded" if intensity else "neutral",
                 "sources": ["own"]}
                for end, (direction, intensity) in kinds.items()
            ],
        }
        for concept in CONCEPTS
    ]  # fmt: skip
    head = {"schema": 1, "kind": "naming", "id": "invented", "title": "Invented words",
            "version": "1.0.0", "language": "en", "license": "CC0-1.0"}  # fmt: skip
    path = folder / "invented.yaml"
    whole = {**head, "sources": {"own": source}, "concepts": concepts}
    path.write_text(yaml.safe_dump(whole, sort_keys=False), encoding="utf-8")
    return str(path)


def articles(
    seed: int, *, events: int, outlets: int, shift: float = 0.0, sizes: str = "even"
) -> pd.DataFrame:
    """Write a corpus: outlet A's words for the dam's people are shifted, or nobody's are.

    With `sizes` heavy, nine tenths of all articles are on the first event.
    """
    rng = np.random.default_rng(seed)
    many = [9 * (events - 1) if sizes == "heavy" and event == 0 else 1 for event in range(events)]
    event_shares = around(rng, np.tile(BASE, (events, len(CONCEPTS), 1)), 0.1)
    rows = []
    for event, outlet in itertools.product(range(events), range(outlets)):
        shares = event_shares[event].copy()
        if outlet == 0 and shift:
            for place in (1, 2):
                moved = min(shares[0, place], max(shift - (shares[0, 0] - BASE[0]), 0.0))
                shares[0, 0] += moved
                shares[0, place] -= moved
        shares = around(rng, shares, 0.1)
        for copy in range(many[event]):
            n = rng.poisson(3, size=len(CONCEPTS))
            chosen = rng.multinomial(n, around(rng, shares, ALIKE))
            rows.append({
                "id": f"{event}-{outlet}-{copy}", "event": f"event {event:02d}",
                "outlet": "ABCDEF"[outlet], "text": written(chosen, rng),
            })  # fmt: skip
    return pd.DataFrame(rows)


def written(chosen: Any, rng: np.random.Generator) -> str:
    """Write one sentence a naming, and one that tells every article from every other."""
    words = [
        f"The {concept} {end} came back in the {rng.integers(1, 10**6)}th hour."
        for concept, row in zip(CONCEPTS, chosen, strict=True)
        for end, n in zip(ENDS, row, strict=True)
        for _ in range(n)
    ]
    rng.shuffle(words)
    return " ".join([*words, f"Order {rng.integers(10**9)} of the day was read aloud."])


def compared(corpus: pd.DataFrame) -> pd.DataFrame:
    """Read, analyse and compare, as a user does; return the naming choices in own voice."""
    with tempfile.TemporaryDirectory() as folder:
        analysis = framing.analyze(
            framing.read_articles(corpus), lexicon(Path(folder)), sentiment=False
        )
        rows = framing.compare(analysis).declared
    return rows[(rows["measure"] == "naming choice") & (rows["scope"] == "own")]


def nulls(seed: int, *, events: int, sizes: str = "even") -> Record:
    """Two outlets that do not differ: the test over all concepts, and anything in the family."""
    rows = compared(articles(seed, events=events, outlets=2, sizes=sizes))
    over_all = rows["concept"].isna()
    return {
        "over all": float((rows.loc[over_all, "p_value"] <= LEVEL).any()),
        "one concept": float(
            (rows.loc[rows["concept"].eq("dam-people"), "p_value"] <= LEVEL).any()
        ),
        "family": float((rows.loc[~over_all, "p_adjusted"] <= LEVEL).any()),
    }


def planted(seed: int, *, events: int = 24, outlets: int = 4) -> Record:
    """Outlet A's words for one of six concepts: whether they come out, and anything else."""
    rows = compared(articles(seed, events=events, outlets=outlets, shift=0.6))
    found = rows[rows["kind"].eq("pair") & rows["concept"].notna() & (rows["p_adjusted"] <= LEVEL)]
    there = found["concept"].eq("dam-people") & (
        found["outlet_a"].eq("A") | found["outlet_b"].eq("A")
    )
    return {"planted found": float(there.any()), "anything else": float((~there).any())}


SETTINGS: Sequence[tuple[str, Callable[[int], Record]]] = (
    *((f"null, {n} events", partial(nulls, events=n)) for n in (8, 20, 40)),
    ("null, 20 events, one of nine tenths", partial(nulls, events=20, sizes="heavy")),
    ("planted, 4 outlets, 24 events", planted),
)


def main() -> None:
    """Print every setting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=200, help="simulated corpora a setting")
    parser.add_argument("--store", type=Path, help="file of results to go on from")
    parser.add_argument("--only", default="", help="settings whose name holds this")
    given = parser.parse_args()
    for name, look in SETTINGS:
        if given.only in name:
            shares = collect(name, look, range(given.seeds), given.store)
            print(
                f"{name} ({given.seeds}):", *(f"{k} {v:.3f}" for k, v in shares.items()), flush=True
            )


if __name__ == "__main__":
    main()
