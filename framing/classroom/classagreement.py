"""Agreement among pupils: Krippendorff's alpha for names, and the words they differ on most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.statistics.agreement import krippendorff_alpha

__all__ = ["SAID", "Alpha", "alpha", "split"]


SAID = (
    (0.8, "you agree nearly always"),
    (0.667, "you agree most of the time"),
    (0.2, "you agree more often than by guessing, and read many of these words differently"),
    (-0.05, "you agree about as often as by guessing"),
    (-2.0, "you agree less often than by guessing"),
)
"""What a class reads in place of alpha, from this value up; the page's script has the same."""


class Alpha(NamedTuple):
    """Krippendorff's alpha with what it rests on; `value` is None where it can't be told."""

    value: float | None
    units: int
    coders: int
    why_not: str | None = None

    @property
    def words(self) -> str:
        """What the figure says, in words that a class understands."""
        if self.value is None:
            return f"this can't be told: {self.why_not}"
        return next(said for least, said in SAID if self.value >= least)


def alpha(units: Iterable[Mapping[str, Hashable]]) -> Alpha:
    """Return Krippendorff's alpha for nominal values.

    Parameters
    ----------
    units
        For each unit, coder → value. A coder may leave units out.

    Returns
    -------
    Alpha
        1 is perfect agreement, 0 what chance alone gives. `units` counts those with two
        values or more, which alone enter; `coders` those who gave any of them.

    References
    ----------
    Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability
    measure for coding data. Communication Methods and Measures, 1(1), 77-89.
    https://doi.org/10.1080/19312450709336664

    Examples
    --------
    >>> alpha([{"a": 1, "b": 1}, {"a": 0, "b": 0}, {"a": 0, "b": 1}]).value
    0.4444444444444444
    """
    paired = [unit for unit in units if len(unit) > 1]
    coders = {coder for unit in paired for coder in unit}
    if not paired:
        return Alpha(None, 0, 0, "nothing was answered by two pupils")
    if len({value for unit in paired for value in unit.values()}) == 1:
        return Alpha(None, len(paired), len(coders), "everybody answered the same throughout")
    table = [[unit.get(coder) for unit in paired] for coder in sorted(coders)]
    return Alpha(float(krippendorff_alpha(table)), len(paired), len(coders))


def split(values: Sequence[Hashable]) -> float:
    """Return the share of answers that are not the commonest one; 0 where all agree.

    Examples
    --------
    >>> split(["own", "own", "quoted", "own"])
    0.25
    """
    if not values:
        return 0.0
    return 1 - max(Counter(values).values()) / len(values)
