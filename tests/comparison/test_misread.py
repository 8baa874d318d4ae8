"""A difference that misreading of voices could have made says so."""

from __future__ import annotations

from framing.comparison import compare
from framing.comparison.findings import findings_of


def test_the_bound_is_told_where_the_interval_reaches_it(build):
    """What errors of the voice reader could make stands beside a shown difference, unasked."""
    counts = {(f"e{n}", side): (5 * (side == "A"), 5) for n in range(8) for side in "AB"}
    found = compare(build.from_counts(counts))
    words = "alone could make 30 of 100 namings look reworded"
    for low, told in ((0.1, True), (0.5, False)):
        table = found.declared.assign(low=low, misreading=0.3)
        assert (words in findings_of(found.material, table)[0]) is told
