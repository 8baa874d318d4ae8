"""Does the correction from a coded sheet hold where a tool misreads one side more? Printed.

Run from the checkout::

    python tests/benchmarks/calibration_correction.py            # 400 corpora a setting
    python tests/benchmarks/calibration_correction.py --seeds 60 # a taste
    python tests/benchmarks/calibration_correction.py --sheet --seeds 60  # the whole way

Simulated, no finding about any outlet: side A attributes seven namings in ten and side B three,
attributed namings choose the loaded variant more often than own ones, and the tool misreads A
twice as often as B. The tests `tests/statistics/test_designed.py` and
`tests/validate/test_corrected.py` run these functions. With `--sheet` the corpora are articles that
are read, analysed and compared; the sheet is drawn by `draw_sheet` and corrected by
`comparison.corrected`, once for the tool's voices and once for another annotator's, who errs the
other way round.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

import framing
from framing.statistics import corrected_difference
from framing.validate import Code, coded_sheet, draw_sheet, with_labels

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


WORDS = {1: "Occupation forces", 0: "Foreign troops"}
PLACES = "dam mill ferry quarry orchard harbour bridge school market depot".split()


def compared(rows: pd.DataFrame, read: pd.Series) -> framing.Comparison:
    """Write the namings into articles, analyse and compare them with these voices."""
    texts, labels = [], []
    for (event, side), part in rows.groupby(["event", "side"]):
        text = ""
        for at, value in enumerate(part["value"]):
            labels.append((f"{event}/{side}", len(text), len(text) + len(WORDS[value])))
            text += f"{WORDS[value]} left the {PLACES[at % len(PLACES)]} {at}. "
        texts.append((f"{event}/{side}", side, str(event), text))
    table = pd.DataFrame(texts, columns=["id", "outlet", "event", "text"])
    voices = pd.DataFrame(labels, columns=["article_id", "start", "end"])
    order = rows.sort_values(["event", "side"], kind="stable").index
    voices["voice"] = np.where(read.loc[order] == 1, "own", "attributed")
    articles = framing.read_articles(table)
    found = framing.analyze(articles, "foreign-forces", sentiment=False)
    labelled = with_labels(found, voices, name="simulated")
    assert len(labelled.mentions) == len(rows)
    return framing.compare(labelled, concepts=["foreign-troops"], copies="all")


def through_sheet(seed: int, *, coded: int = 200) -> pd.DataFrame:
    """Correct one corpus by a sheet, for the tool and for an annotator who misreads B more."""
    rows = corpus(seed).drop(columns=["coded_own", "probability"])
    wrong = np.random.default_rng([seed, 1]).random(len(rows)) < np.where(
        rows["side"] == "A", MISREAD[1], MISREAD[0]
    )
    readings = {"tool": rows["own"], "annotator": rows["true"].where(~wrong, 1 - rows["true"])}
    found = []
    for name, read in readings.items():
        comparison = compared(rows, read)
        key = draw_sheet(comparison, n=coded, unmatched=0, seed=seed).key
        truth = compared_truth(rows)
        codes = {
            row.item: Code(row.item, True, truth[row.article_id, row.start], None)
            for row in key.itertuples()
        }
        table = comparison.corrected(coded_sheet(key, {"coder": codes}))
        pair = table.loc[(table["kind"] == "pair") & (table["measure"] == "loaded share")].iloc[0]
        found.append({"seed": seed, "who": name, **pair[["uncorrected", "value", "low", "high"]]})
    return pd.DataFrame(found)


def compared_truth(rows: pd.DataFrame) -> dict[tuple[str, int], str]:
    """Return the true voice of each naming by article and offset."""
    found = {}
    for (event, side), part in rows.groupby(["event", "side"]):
        start = 0
        for at, (value, true) in enumerate(zip(part["value"], part["true"], strict=True)):
            found[f"{event}/{side}", start] = "own" if true else "attributed"
            start += len(f"{WORDS[value]} left the {PLACES[at % len(PLACES)]} {at}. ")
    return found


def measure_sheets(seeds: Iterable[int], *, coded: int = 200) -> pd.DataFrame:
    """Return error, coverage and width through the sheet, for the tool and the annotator."""
    truth = TRUTH[0] - TRUTH[1]
    each = pd.concat([through_sheet(seed, coded=coded) for seed in seeds])
    each["covered"] = (each["low"] <= truth) & (truth <= each["high"])
    each["width"] = each["high"] - each["low"]
    each[["uncorrected", "value"]] -= truth
    columns = ["uncorrected", "value", "covered", "width"]
    return each.groupby("who")[columns].mean().astype(float)


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
    parser.add_argument("--sheet", action="store_true", help="from articles through the sheet")
    given = parser.parse_args()
    seeds = range(given.seeds)
    if given.sheet:
        for coded in (200, 400):
            print(f"{len(seeds)} corpora, {coded} coded; errors of the difference, coverage, width")
            print(measure_sheets(seeds, coded=coded).round(3).to_string(), flush=True)
        return
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
