"""How often exchanges reach an observed statistic: the counting behind every p-value.

Reached is what is at least as large, ties included; to drawn exchanges the observed one is added,
so that no p-value is 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from framing.statistics.exchanges import TIE, Exchanges

__all__ = ["Tally", "p_of", "reached_by", "shares_reached"]

_SHARED_TOP = 20

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Floats = npt.NDArray[np.floating[Any]]


def p_of(reached: Any, exchanges: Any, *, exact: bool) -> Any:
    """Return b / B of all exchanges, or (b + 1) / (B + 1) of drawn ones.

    References
    ----------
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> p_of(2, 64, exact=True), p_of(0, 9_999, exact=False)
    (0.03125, 0.0001)
    """
    return reached / exchanges if exact else (reached + 1) / (exchanges + 1)


def shares_reached(statistics: FloatArray, tie: float = TIE) -> FloatArray:
    """Return for each exchange the share of all that give at least as much: its exact p-value.

    Examples
    --------
    >>> shares_reached(np.array([4.0, 0.0, 4.0, 1.0])).tolist()
    [0.5, 1.0, 0.5, 0.75]
    """
    rising = np.sort(statistics)
    above = len(rising) - np.searchsorted(rising, statistics * (1 - tie))
    return p_of(above, len(rising), exact=True)  # type: ignore[no-any-return]


@dataclass(slots=True, eq=False)
class Tally:
    """How many exchanges reached what was observed in each test, and shared the largest of theirs.

    Statistics that differ by less than the share `tie` are equal, and were added in another order.
    """

    least: Floats
    tie: float
    reached: IntArray
    top: IntArray
    largest: Floats
    exchanges: int = 0

    @classmethod
    def of(cls, observed: FloatArray, *, tie: float = TIE, kind: npt.DTypeLike = float) -> Tally:
        """Begin without an exchange; `kind` is that of the statistics to come."""
        size = len(observed)
        zeros = np.zeros(size, np.int64)
        least = (observed * (1 - tie)).astype(kind)
        return cls(least, tie, zeros, zeros.copy(), np.zeros(size, kind))

    def kept(self, places: IntArray) -> Tally:
        """Go on with some of the tests."""
        return Tally(
            self.least[places], self.tie, self.reached[places], self.top[places],
            self.largest[places], self.exchanges,
        )  # fmt: skip

    def add(self, statistics: Floats) -> None:
        """Count some exchanges: a row of statistics for each test, or one row for all of them."""
        near = statistics.dtype.type(1 - self.tie)
        if statistics.ndim == 1:
            rising = np.sort(statistics)
            self.reached += len(rising) - np.searchsorted(rising, self.least)
            statistics = statistics[None, :]
        else:
            self.reached += (statistics >= self.least[:, None]).sum(axis=1)
        passed = np.maximum(self.largest, statistics.max(axis=1))
        self.top[self.largest < passed * near] = 0
        self.top += (statistics >= (passed * near)[:, None]).sum(axis=1)
        self.largest = passed
        self.exchanges += statistics.shape[1]

    def p_values(self, *, exact: bool = False) -> tuple[FloatArray, FloatArray]:
        """Return the p-values, and the smallest that could have been had.

        What many drawn exchanges share at the top is passed by none.
        """
        top = self.top if exact else np.where(self.top > _SHARED_TOP, self.top, 0)
        return (
            p_of(self.reached, self.exchanges, exact=exact),
            p_of(top, self.exchanges, exact=exact),
        )


def reached_by(
    exchanges: Exchanges, statistics: Callable[[FloatArray], FloatArray], observed: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the p-values of statistics under some exchanges, and the smallest there could be.

    Parameters
    ----------
    exchanges : Exchanges
        Of what the first side gets.
    statistics : function
        Of a block of exchanges: one number for each exchange, which all of `observed` are set
        against, or a row of them for each test.
    observed : array of shape (tests,)

    Examples
    --------
    >>> from framing.statistics.exchanges import assignments
    >>> four = assignments(2, 2, draws=9, seed=0, at_once=4)
    >>> p, smallest = reached_by(four, lambda of: abs(of @ [1.0, 1, -1, -1]), np.array([2.0]))
    >>> p.tolist() == smallest.tolist() == [2 / 6]
    True
    """
    tally = Tally.of(observed)
    for block in exchanges.blocks:
        tally.add(statistics(block))
    return tally.p_values(exact=exchanges.exact)
