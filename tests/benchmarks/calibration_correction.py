"""Does the correction from a coded sheet hold where a tool misreads one side more? Printed.

Run from the checkout::

    python tests/benchmarks/calibration_correction.py            # 400 corpora a setting
    python tests/benchmarks/calibration_correction.py --seeds 60 # a taste

Simulated, no finding about any outlet: side A attributes seven namings in ten and side B three,
attributed namings choose the loaded variant more often than own ones, and the tool misreads A
twice as often as B. The test `tests/statistics/test_designed.py` runs these functions.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from framing.statistics import corrected_difference

TRUTH = (0.5, 0.3)
"""Share of the variant among own namings of A and of B."""

AMONG_ATTRIBUTED = 0.85
ATTRIBUTED = (0.7, 0.3)
MISREAD = (0.2, 0.1)


class Result(NamedTuple):
    """Mean errors of the difference and coverage of the 95% interval, over corpora."""

    coded: int
    tool_error: float
    rogan_gladen_error: float
    corrected_error: float
    coverage: float
    rogan_gladen_coverage: float
    width: float


def corpus(seed: int, *, events: int = 80, coded: int = 200) -> pd.DataFrame:
    """Draw namings of two sides, a tool's reading of their voices, and a coded sample.

    The namings of an article are alike (ρ about .3), and so is the variant's share in an event.
    The sheet is stratified by side and the tool's voice, as many of each.
    """
    rng = np.random.default_rng(seed)
    size = rng.poisson(4, size=(events, 2)) + 1
    event, side = (np.repeat(grid.ravel(), size.ravel()) for grid in np.indices((events, 2)))
    kinds = np.where(rng.random(len(event)) < np.take(ATTRIBUTED, side), 0, 1)
    habit = rng.normal(size=(events, 2))[event, side] * np.sqrt(0.3)
    lot = habit + rng.normal(size=len(event)) * np.sqrt(0.7)
    share = np.where(kinds == 1, np.take(TRUTH, side), AMONG_ATTRIBUTED)
    value = lot < _normal_quantile(share)
    wrong = rng.random(len(event)) < np.take(MISREAD, side)
    rows = pd.DataFrame({
        "side": np.take(["A", "B"], side), "event": event, "value": value.astype(int),
        "true": kinds, "own": np.where(wrong, 1 - kinds, kinds),
    })  # fmt: skip
    stratum = rows.groupby(["side", "own"]).ngroup().to_numpy()
    number, chosen = np.bincount(stratum), np.zeros(len(rows), dtype=bool)
    each = np.minimum(coded // len(number), number)
    for one, wanted in enumerate(each):
        chosen[rng.choice(np.flatnonzero(stratum == one), wanted, replace=False)] = True
    rows["probability"] = (each / number)[stratum]
    rows["coded_own"] = rows["true"].where(chosen).astype(float)
    return rows


def _normal_quantile(share: np.ndarray) -> np.ndarray:
    from scipy.special import ndtri

    return np.asarray(ndtri(share))


def rogan_gladen_difference(rows: pd.DataFrame) -> float:
    """Correct both sides by one pair of error rates from the sheet, as a reader would."""
    coded = rows.loc[rows["coded_own"].notna()].assign(weight=lambda r: 1 / r["probability"])

    def rate(of: pd.Series, given: pd.Series) -> float:
        return float(np.average(of[given], weights=coded["weight"][given]))

    shares = []
    for side in ("A", "B"):
        mine = rows.loc[rows["side"] == side]
        parts = []
        for loaded in (True, False):
            tool, true = (
                (coded[name] == 1) & ((coded["value"] == 1) | (not loaded))
                for name in ("own", "coded_own")
            )
            sensitive, specific = rate(tool, true), rate(~tool, ~true)
            seen = float(((mine["own"] == 1) & ((mine["value"] == 1) | (not loaded))).mean())
            parts.append(np.clip((seen + specific - 1) / (sensitive + specific - 1), 0, 1))
        shares.append(parts[0] / parts[1] if parts[1] else np.nan)
    return float(shares[0] - shares[1])


def measure(seeds: Iterable[int], *, coded: int = 200) -> Result:
    """Correct the difference in many corpora of known truth."""
    truth = TRUTH[0] - TRUTH[1]
    found, others = [], []
    for seed in seeds:
        rows = corpus(seed, coded=coded)
        gap = corrected_difference(rows, seed=seed).difference
        found.append((gap.uncorrected, gap.value, gap.low <= truth <= gap.high, gap.high - gap.low))
        others.append(rogan_gladen_difference(rows))
    tool, value, covered, width = np.array(found, dtype=float).T
    other = np.array(others)
    within = np.abs(other - truth) <= 1.96 * other.std(ddof=1)
    return Result(
        coded, float(tool.mean() - truth), float(np.nanmean(other) - truth),
        float(value.mean() - truth), float(covered.mean()), float(within.mean()),
        float(width.mean()),
    )  # fmt: skip


def main() -> None:
    """Print errors, coverage and width by the size of the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=400, help="simulated corpora a setting")
    seeds = range(parser.parse_args().seeds)
    print(f"{len(seeds)} corpora of 80 events; the tool misreads A at .2 and B at .1")
    print("Rogan-Gladen's coverage is given the true spread of its estimates")
    for coded in (100, 200, 400, 600):
        r = measure(seeds, coded=coded)
        print(
            f"  {coded} coded: error of the tool {r.tool_error:+.3f}, Rogan-Gladen "
            f"{r.rogan_gladen_error:+.3f}, corrected {r.corrected_error:+.3f}; coverage "
            f"{r.coverage:.3f} (Rogan-Gladen {r.rogan_gladen_coverage:.3f}), width {r.width:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
