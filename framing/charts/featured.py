"""How stance features differ: each outlet's rate of hedges, passives … beside the others'."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from framing.values import readable

__all__ = ["TICKS", "feature_rows", "other_side_of"]

_SHARES = {
    "doubt share": "reporting words that doubt",
    "anonymous share": "words of unnamed sources",
    "quoted share": "words quoted",
    "attributed share": "words attributed",
}
_LEAST = 10
TICKS = {-3: "⅛", -2: "¼", -1: "½", 0: "as often", 1: "2 ×", 2: "4 ×", 3: "8 ×"}
"""What the scale of ratios (log2) says."""


def feature_rows(stance: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Set each outlet's rate of each feature beside that of all others together.

    Returns
    -------
    list of tuple
        ``(feature, outlet, value, n, words, measure, scope)``, the feature with most uses first;
        the last two are those of the table's row. `value` is log2 of the outlet's rate by the
        others' (+1 is twice as often), missing where a side has none
        or both have under ten uses; `n` are the outlet's uses. With two outlets the first alone
        is listed, as the second is its mirror.

    Examples
    --------
    >>> table = pd.DataFrame([("A", 8, 1000), ("B", 2, 500)], columns=["outlet", "n", "total"])
    >>> feature_rows(table.assign(measure="rate of hedge", scope="own"))
    [('hedge', 'A', 1.0, 8, '8 of 1,000; B 2 of 500', 'rate of hedge', 'own')]
    """
    stance = stance[stance["kind"] == "side"] if "kind" in stance.columns else stance
    measure = stance["measure"].astype(str)
    kept = stance[(measure.str.startswith("rate of ") | measure.isin(list(_SHARES)))]
    sums = kept.groupby("measure", sort=True)["n"].sum()
    found: list[tuple[Any, ...]] = []
    for name in sorted(sums.index, key=lambda each: (-int(sums[each]), str(each))):
        rows = kept[kept["measure"] == name]
        if len(rows) < 2 or int(sums[name]) < _LEAST:
            continue
        counts = [(str(r["outlet"]), int(r["n"]), int(r["total"])) for r in rows.to_dict("records")]
        whole = sum(n for _, n, _ in counts), sum(total for _, _, total in counts)
        label = _SHARES.get(str(name), readable(str(name).removeprefix("rate of ")))
        scope, two = str(rows["scope"].iloc[0]), len(counts) == 2
        for outlet, n, total in counts[:1] if two else counts:
            other = counts[1][0] if two else "others"
            rest = whole[0] - n, whole[1] - total
            words = f"{n:,} of {total:,}; {other} {rest[0]:,} of {rest[1]:,}"
            ratio = _ratio(n, total, *rest)
            found.append((label, outlet, ratio, n, words, str(name), scope))
    return found


def other_side_of(words: str) -> str:
    """Return whom the counts of `feature_rows` stand beside, whatever its name holds.

    Examples
    --------
    >>> other_side_of("8 of 1,000; Journal of Trade; North 2 of 500")
    'Journal of Trade; North'
    """
    _, _, beside = words.partition("; ")
    return beside.rsplit(" ", 3)[0]


def _ratio(n: int, total: int, others: int, whole: int) -> float | None:
    """Return log2 of the two rates' ratio; none where a side has no use or nothing to count in."""
    if not (n and others and total and whole):
        return None
    return math.log2(n / total / (others / whole))
