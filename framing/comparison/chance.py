"""How often chance alone would do it: p-values and probabilities in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["often", "p_words", "unlike"]


def unlike(row: Mapping[Any, Any]) -> str:
    """Say why units that differ in number still cannot show a difference."""
    return (
        "seldom over the same words, so that nothing adds up: even if every one of them pointed "
        f"the same way, chance alone would bring as much {often(float(row['smallest_p']))}"
    )


def p_words(p: float) -> str:
    """Write a p-value with as many places as it needs.

    Examples
    --------
    >>> p_words(0.5), p_words(0.03125), p_words(0.00001), p_words(0.998)
    ('.50', '.031', '.00001', '1')
    """
    places = 2 if p >= 0.1 else 3 if p >= 0.001 else 4 if p >= 0.0001 else 5
    return f"{p:.{places}f}".removeprefix("0") if p < 0.995 else "1"


def often(p: float) -> str:
    """Say a probability as a frequency.

    Examples
    --------
    >>> often(0.03125), often(0.002), often(0.0001)
    ('about 3 times in 100', 'about 2 times in 1,000', 'about 1 time in 10,000')
    """
    for whole in (100, 1_000, 10_000, 100_000, 1_000_000):
        times = round(p * whole)
        if times:
            return f"about {times} time{'s' if times != 1 else ''} in {whole:,}"
    return "less than once in a million times"
