"""Do the tests of rates, stance and targets hold their level, by events and by outlets? Printed.

Run from the checkout::

    python tests/benchmarks/calibration_rates.py                          # 200 corpora a setting
    python tests/benchmarks/calibration_rates.py --store build/rates.jsonl  # resumable
    python tests/benchmarks/calibration_rates.py --only "with habits"

Articles without a true difference between the sides are written out, read, analysed and compared:
everything a user does. Their sentences hedge, assert, claim, quote, and have words of two
categories and namings of one party, each with a chance of its event's and its article's own; in
some settings also of its outlet's. Printed is, with its 95% interval, how often p is .05 or less
without any difference: for one measure of each table, for all of them together (every test of
every corpus, so that its interval, drawn from corpora, is narrower), and for anything in the
family of a table by its adjusted p. Where outlets have habits of their own, only `p_units` can
hold the level; what the p by events makes of them is printed beside it. Simulated, no finding
about any outlet. A setting takes two to five minutes.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

# A sibling script: this folder is on the path of a script that is run from it.
from calibration import LEVEL, Record, recorded

import framing
from framing.statistics import wilson

MARKS = ("hedge", "boost", "calm", "storm", "quoted", "claimed", "unnamed", "named", "against")
MEAN = (-2.0, -2.0, -1.5, -1.5, -1.5, -1.0, -1.0, -0.5, 0.0)
"""Log odds of each mark: of a sentence, or of a sentence of the kind before it."""

BY_EVENT, BY_ARTICLE, BY_OUTLET = 0.5, 0.7, 0.5
"""Standard deviations of the log odds; over outlets only where these have habits."""

ENDS = {"rulers": 0, "tyrants": -1}
NAMES = ("Reed", "Marsh", "Stone", "Field")


def lexicons(folder: Path) -> list[str]:
    """Write a naming lexicon, of one party, and one of two categories."""
    variants = [
        {"id": end, "exact": [end], "toward": {"side": direction}, "fixed": {"side": "Ostia"},
         "intensity": 3 if direction else 0, "register": "loaded" if direction else "neutral",
         "sources": ["own"]}
        for end, direction in ENDS.items()
    ]  # fmt: skip
    head = {"schema": 1, "version": "1.0.0", "language": "en", "license": "CC0-1.0"}
    naming = {
        **head, "kind": "naming", "id": "invented", "title": "Invented words",
        "sources": {"own": {"title": "Invented for a simulation", "year": 2026}},
        "concepts": [{"id": "ostish-people", "gloss": "those who rule Ostia",
                      "slots": {"side": "the people meant"}, "variants": variants}],
    }  # fmt: skip
    kinds = {"calm": ["quiet", "still"], "storm": ["loud", "wild"]}
    moods = {
        **head, "kind": "category", "id": "moods", "title": "Moods",
        "concepts": [{"id": kind, "variants": [{"id": kind, "exact": words}]}
                     for kind, words in kinds.items()],
    }  # fmt: skip
    paths = []
    for whole in (naming, moods):
        path = folder / f"{whole['id']}.yaml"
        path.write_text(yaml.safe_dump(whole, sort_keys=False), encoding="utf-8")
        paths.append(str(path))
    return paths


def articles(
    seed: int, *, events: int, outlets: int, habits: bool = False, sizes: str = "even"
) -> pd.DataFrame:
    """Write a corpus: `outlets` a side, one article an outlet and event, and no difference.

    With `sizes` skewed, events and outlets differ much in how long their articles are.
    """
    rng = np.random.default_rng(seed)
    about = rng.normal(0, BY_EVENT, (events, len(MARKS)))
    own = rng.normal(0, BY_OUTLET if habits else 0.0, (2 * outlets, len(MARKS)))
    spread = 0.8 if sizes == "skewed" else 0.2
    lengths = np.exp(rng.normal(0, spread, events)), np.exp(rng.normal(0, spread, 2 * outlets))
    rows = []
    for event, outlet in itertools.product(range(events), range(2 * outlets)):
        odds = np.array(MEAN) + about[event] + own[outlet] + rng.normal(0, BY_ARTICLE, len(MARKS))
        many = 3 + rng.poisson(10 * lengths[0][event] * lengths[1][outlet])
        chances = dict(zip(MARKS, 1 / (1 + np.exp(-odds)), strict=True))
        rows.append({
            "id": f"{event}-{outlet}", "event": f"event {event:02d}", "outlet": f"Outlet {outlet}",
            "kind": "left" if outlet < outlets else "right",
            "text": " ".join(sentence(chances, rng) for _ in range(many)),
        })  # fmt: skip
    return pd.DataFrame(rows)


def sentence(chances: dict[str, float], rng: np.random.Generator) -> str:
    """Write a sentence with the marks that chance gives it."""
    there = {mark for mark, chance in chances.items() if rng.random() < chance}
    mood = ("quiet " if "calm" in there else "") + ("loud " if "storm" in there else "")
    who = "mayor"
    if "named" in there:
        who = "tyrants" if "against" in there else "rulers"
    verb = "certainly left" if "boost" in there else "left"
    said = f"{'perhaps ' if 'hedge' in there else ''}the {mood}{who} {verb} {rng.integers(10**6)}"
    if "quoted" not in there:
        return said[0].upper() + said[1:] + " behind."
    source = "A source" if "unnamed" in there else f"Anna {NAMES[rng.integers(len(NAMES))]}"
    return f"{source} {'claimed' if 'claimed' in there else 'said'} that {said} behind."


def found_in(corpus: pd.DataFrame, by: str) -> Record:
    """Read, analyse and compare, as a user does; count what has a p-value of .05 or less."""
    with tempfile.TemporaryDirectory() as folder:
        analysis = framing.analyze(
            framing.read_articles(corpus), lexicons(Path(folder)), sentiment=False
        )
        made = framing.compare(analysis, by=by, target="Ostia", copies="all")
    found: Record = {}
    for name in ("rates", "stance", "targets"):
        table = getattr(made, name)
        rows = table[table["kind"].isin(["pair"])]
        if name != "stance":
            rows = rows[rows["scope"] == "own"]
        one = {"rates": ("concept", "storm"), "stance": ("measure", "rate of hedge"),
               "targets": ("target", "Ostia")}[name]  # fmt: skip
        for p in ("p_value", "p_units"):
            at = "events" if p == "p_value" else "outlets"
            tested = rows[rows[p].notna()]
            mine = tested.loc[tested[one[0]] == one[1], p]
            found[f"{name}, {one[1]}, by {at}"] = float((mine <= LEVEL).any())
            found[f"{name}, tests by {at}"] = float(len(tested))
            found[f"{name}, all, by {at}"] = float((tested[p] <= LEVEL).sum())
        found[f"{name}, family"] = float((rows["p_adjusted"] <= LEVEL).any())
    return found


def nulls(seed: int, *, outlets: int, **world: object) -> Record:
    """Draw a corpus and look at it by leaning, or by outlet where there are but two."""
    corpus = articles(seed, outlets=outlets, **world)  # type: ignore[arg-type]  # its own options
    return found_in(corpus, "outlet" if outlets == 1 else "kind")


SETTINGS: Sequence[tuple[str, Callable[[int], Record]]] = (
    *((f"two outlets, {n} events", partial(nulls, events=n, outlets=1)) for n in (8, 20)),
    ("two outlets, 20 events, skewed", partial(nulls, events=20, outlets=1, sizes="skewed")),
    *((f"4 and 4 outlets, {n} events", partial(nulls, events=n, outlets=4)) for n in (8, 20)),
    *(
        (f"4 and 4 with habits, {n} events", partial(nulls, events=n, outlets=4, habits=True))
        for n in (8, 20)
    ),
    (
        "7 and 7 with habits, 20 events, skewed",
        partial(nulls, events=20, outlets=7, habits=True, sizes="skewed"),
    ),
)


def told(found: pd.DataFrame) -> list[str]:
    """Say each share with its interval; that of many tests a corpus from the corpora."""
    lines = []
    for column in found:
        if ", tests by " in str(column):
            continue
        if ", all, " in str(column):
            tests = found[str(column).replace(", all, by", ", tests by")]
            if not tests.sum():
                continue
            share = float(found[column].sum() / tests.sum())
            apart = (found[column] - share * tests).std() / tests.mean() / np.sqrt(len(found))
            low, high = max(share - 1.96 * apart, 0.0), share + 1.96 * apart
        else:
            share, hits = float(found[column].mean()), int(found[column].sum())
            low, high = wilson(hits, len(found))
        lines.append(f"  {column}: {share:.3f} [{low:.3f}, {high:.3f}]")
    return lines


def main() -> None:
    """Print every setting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=200, help="simulated corpora a setting")
    parser.add_argument("--store", type=Path, help="file of results to go on from")
    parser.add_argument("--only", default="", help="settings whose name holds this")
    given = parser.parse_args()
    for name, look in SETTINGS:
        if given.only in name:
            found = recorded(name, look, range(given.seeds), given.store)
            print(f"{name} ({given.seeds}):", *told(found), sep="\n", flush=True)


if __name__ == "__main__":
    main()
