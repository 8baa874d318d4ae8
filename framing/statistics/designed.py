"""From a coded sheet to the truth: shares corrected by a design, whatever errors a reader makes.

A share of own-voice namings read by a tool is off by the tool's errors, and more so where a side
quotes more. Coders decide a sample that was drawn with known probabilities; what they find
replaces, in expectation exactly, what the tool got wrong, on each side by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import stdtrit

from framing.errors import ComparisonError
from framing.statistics.strata import summed

__all__ = ["TUNED_FROM", "Corrected", "Estimate", "corrected_difference"]

TUNED_FROM = 200
"""Coded namings from which it pays to tune how far the tool is followed."""

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

_NEEDED = ("side", "event", "value", "own", "coded_own", "probability")


class Estimate(NamedTuple):
    """An estimate with its standard error and interval, and what the tool alone says."""

    value: float
    standard_error: float
    low: float
    high: float
    uncorrected: float


@dataclass(frozen=True, slots=True)
class Corrected:
    """Result of `corrected_difference`.

    Attributes
    ----------
    sides : tuple of str
        The first and the second side, in the order of their names.
    first, second, difference : Estimate
        Share (or mean) of the value among each side's own namings, and first less second.
    followed : tuple of float
        λ of each side: 1 follows the tool wherever nobody coded, 0 leaves it aside.
    coded, namings, stories, events : int
        Coded namings, all namings, stories and matched events.
    """

    sides: tuple[str, str]
    first: Estimate
    second: Estimate
    difference: Estimate
    followed: tuple[float, float]
    coded: int
    namings: int
    stories: int
    events: int


class _Side(NamedTuple):
    """All namings of one side, and what the tool and the design say of each."""

    weight: FloatArray
    tool: FloatArray
    tool_value: FloatArray
    coded: FloatArray
    coded_value: FloatArray
    inverse: FloatArray
    """R_i/π_i: 0 where nobody coded."""
    story: IntArray

    def parts(self, followed: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return what each naming adds to numerator and denominator."""
        above = followed * self.tool_value + self.inverse * (
            self.coded_value - followed * self.tool_value
        )
        below = followed * self.tool + self.inverse * (self.coded - followed * self.tool)
        return self.weight * above, self.weight * below

    def tuned(self, followed: float, stories: int, use: BoolArray) -> float:
        """Find the λ at which the estimate would vary least, from some of the stories."""
        above, below = self.parts(np.full(len(self.weight), followed))
        theta = above.sum() / below.sum()
        by_coders = self.weight * self.inverse * (self.coded_value - theta * self.coded)
        by_tool = self.weight * (self.inverse - 1) * (self.tool_value - theta * self.tool)
        a, b = (summed(self.story, part, stories)[use] for part in (by_coders, by_tool))
        b = b - b.mean()
        spread = float(b @ b)
        return float(np.clip(a @ b / spread, 0.0, 1.0)) if spread > 0 else 1.0


def corrected_difference(
    namings: pd.DataFrame, *, level: float = 0.95, followed: float | None = None, seed: int = 0
) -> Corrected:
    """Estimate two sides' own-voice shares and their difference from a coded sample.

    With f the tool's and o the coders' own (1 or 0), y the value, R whether coded with
    probability π, and a_i = w_e/m_side,e the weight of a naming in its event:

    θ_side = Σ a_i[λ f_i y_i + (R_i/π_i)(o_i − λ f_i) y_i] / Σ a_i[λ f_i + (R_i/π_i)(o_i − λ f_i)].

    Standard errors are of linearised residuals summed by story, intervals by t with
    (stories − 1) degrees of freedom. λ is 1 under 200 coded namings; from there on it is the one
    that makes the estimate vary least, taken for each half of the stories from the other half.

    Parameters
    ----------
    namings : DataFrame
        One row for every naming found in matched events, of **all** voices, coded or not:
        `side`, `event`; `value` (1 for the variant asked about, 0 for others; or a direction);
        `own`, the tool's decision; `coded_own`, the coders', missing where nobody coded, 0 for
        what is no naming; `probability` with which the row was to be drawn, above 0. Optional:
        `story` (else the event), `coded_value` where coders also decided the variant, `referent`
        where the concept is said of several: only namings of the same one are matched, and w_e
        is then of event and referent.
    level : float
        Of the intervals.
    followed : float, optional
        λ of both sides, in place of the rule above.
    seed : int
        Of the halves.

    Returns
    -------
    Corrected

    Raises
    ------
    ComparisonError
        When a column is missing, sides are not two, a probability is impossible, or the coded
        namings do not allow an estimate.

    References
    ----------
    Angelopoulos, A. N. et al. (2023). Prediction-powered inference. Science 382, 669–674.
    doi:10.1126/science.adi6000
    Angelopoulos, A. N., Duchi, J. C. & Zrnic, T. (2023). PPI++: efficient prediction-powered
    inference. arXiv:2311.01453
    Egami, N. et al. (2023). Using imperfect surrogates for downstream inference. Advances in
    Neural Information Processing Systems 36. arXiv:2306.04746

    Examples
    --------
    >>> rows = [(side, f"e{e}", int(n < 2), n != 1, float(n != 1), 1.0)
    ...         for e in range(6) for side in "AB" for n in range(3 if side == "A" else 4)]
    >>> found = corrected_difference(pd.DataFrame(rows, columns=[
    ...     "side", "event", "value", "own", "coded_own", "probability"]))
    >>> round(found.first.value, 3), round(found.second.value, 3)
    (0.5, 0.333)
    """
    rows, sides = _checked(namings)
    stories = rows["story"].nunique()
    coded = int(rows["coded_own"].notna().sum())
    a, b = (_side(rows.loc[rows["side"] == name]) for name in sides)
    parts, followers = [], []
    for side, name in ((a, sides[0]), (b, sides[1])):
        each = _followed(side, followed, coded, stories, seed)
        above, below = side.parts(each)
        if not below.sum() > 0 or not (side.inverse * side.coded).sum() > 0:
            raise ComparisonError(
                f"nothing coded on the side {name!r} is its own words, so its share cannot be "
                "estimated; code more of its namings"
            )
        parts.append((above, below, side))
        followers.append(float(each.mean()))
    estimates, residuals = [], []
    for above, below, side in parts:
        theta = float(above.sum() / below.sum())
        residuals.append(summed(side.story, (above - theta * below) / below.sum(), stories))
        plain = float((side.weight * side.tool).sum())
        tool = float((side.weight * side.tool_value).sum()) / plain if plain else float("nan")
        estimates.append(_estimate(theta, residuals[-1], tool, level))
    gap = estimates[0].value - estimates[1].value
    plain_gap = estimates[0].uncorrected - estimates[1].uncorrected
    return Corrected(
        sides, estimates[0], estimates[1],
        _estimate(gap, residuals[0] - residuals[1], plain_gap, level),
        (followers[0], followers[1]), coded, len(rows), stories, rows["event"].nunique(),
    )  # fmt: skip


def _checked(namings: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, str]]:
    """Keep the namings of matched events, or say what is wrong with the table."""
    missing = [name for name in _NEEDED if name not in namings.columns]
    if missing:
        raise ComparisonError(
            f"the table has no column {missing[0]!r}; it needs {', '.join(_NEEDED)}"
        )
    sides = sorted(map(str, namings["side"].dropna().unique()))
    if len(sides) != 2:
        raise ComparisonError(
            f"a difference is of two sides and the table has {len(sides)}"
            f"{': ' + ', '.join(sides[:5]) if sides else ''}; keep the rows of two"
        )
    rows = namings.assign(side=namings["side"].astype(str))
    numbers = ["value", "own", "coded_own", "probability"]
    numbers += ["coded_value"] if "coded_value" in rows else []
    for name in numbers:
        rows[name] = pd.to_numeric(rows[name]).astype("float64")
    stratum = ["event", "referent"] if "referent" in rows else ["event"]
    both = rows.groupby(stratum)["side"].transform("nunique") == 2
    rows = rows.loc[both].copy()
    coded = rows["coded_own"].notna()
    chance = rows.loc[coded, "probability"]
    if not ((chance > 0) & (chance <= 1)).all():
        raise ComparisonError(
            "a coded naming has a probability that is not above 0 and at most 1; the sheet "
            "records the one it was drawn with"
        )
    if "coded_value" not in rows:
        rows["coded_value"] = rows["value"]
    rows["story"] = pd.factorize(rows["story" if "story" in rows else "event"], sort=True)[0]
    if rows["story"].nunique() < 2 or not coded.any():
        raise ComparisonError(
            f"{int(coded.sum())} coded namings in {rows['story'].nunique()} stories that both "
            "sides cover; an interval needs two stories and some coded namings at least"
        )
    size = rows.groupby([*stratum, "side"])["value"].transform("size").astype("float64")
    whole = rows.groupby(stratum)["value"].transform("size").astype("float64")
    rows["weight"] = (whole - size) / whole
    return rows, (sides[0], sides[1])


def _side(rows: pd.DataFrame) -> _Side:
    """Take the columns of one side."""
    own = rows["own"].to_numpy(np.float64)
    coded = rows["coded_own"].to_numpy(np.float64)
    there = ~np.isnan(coded)
    chance = np.where(there, rows["probability"].to_numpy(np.float64), 1.0)
    coded = np.where(there, coded, 0.0)
    value = np.where(there, np.nan_to_num(rows["coded_value"].to_numpy(np.float64)), 0.0)
    return _Side(
        rows["weight"].to_numpy(np.float64), own, own * rows["value"].to_numpy(np.float64),
        coded, coded * value, there / chance, rows["story"].to_numpy(np.int64),
    )  # fmt: skip


def _followed(side: _Side, given: float | None, coded: int, stories: int, seed: int) -> FloatArray:
    """Return λ of each naming: given, 1, or tuned on the half of the stories it is not in."""
    if given is not None or coded < TUNED_FROM or stories < 4:
        return np.full(len(side.weight), 1.0 if given is None else given)
    half = np.random.default_rng(seed).permutation(stories) % 2
    tuned = [side.tuned(1.0, stories, half != kept) for kept in (0, 1)]
    each: FloatArray = np.array(tuned)[half[side.story]]
    return each


def _estimate(value: float, residuals: FloatArray, tool: float, level: float) -> Estimate:
    """Add the standard error of residuals by story, and the interval by t."""
    stories = len(residuals)
    gaps = residuals - residuals.mean()
    error = float(np.sqrt(stories / (stories - 1) * (gaps @ gaps)))
    reach = float(stdtrit(stories - 1, (1 + level) / 2)) * error
    return Estimate(value, error, value - reach, value + reach, tool)
