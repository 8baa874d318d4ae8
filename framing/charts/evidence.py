"""Which concepts charts show first: those whose difference rests on the most evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["FEW", "ORDERED_BY", "ranked_concepts"]

#: Fewer namings than these are drawn fainter: 1 of 1 is not 6 of 6.
FEW: Final = 5
#: What a subtitle says about the order, by whether anything could be ranked.
ORDERED_BY: Final = {
    True: "Strongest evidence of a difference first",
    False: "Nothing to rank by evidence: most named first",
}


def ranked_concepts(comparison: Comparison) -> list[str]:
    """Return the concepts that can be ranked by evidence, the strongest first."""
    return [str(name) for name in dict.fromkeys(comparison.ranked()["concept"])]
