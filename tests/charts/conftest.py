"""A comparison small enough to count by hand, with the columns the real one has."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

# lexicon, concept, variant, intensity, direction, then by outlet the voices of its uses.
VARIANTS = [
    ("forces", "foreign-troops", "national-forces", 0, 0),
    ("forces", "foreign-troops", "occupation-forces", 3, -1),
    ("forces", "foreign-troops", "peace-forces", 1, 1),
    ("killing", "killing-of-leader", "killing", 0, 0),
    ("killing", "killing-of-leader", "assassination", 2, -1),
]
USES = {
    "Herald": {"national-forces": "ooooaq", "occupation-forces": "q", "killing": "oo"},
    "People's Voice": {"national-forces": "oo", "occupation-forces": "oooaaq",
                       "peace-forces": "d", "assassination": "oooo"},
    "Wire": {"national-forces": "oooooooo", "killing": "oa"},
}  # fmt: skip
_SCOPES = {"own": "o", "attributed": "a", "quoted": "q", "distanced": "d", "outlet_worded": "oa",
           "all": "oaqd"}  # fmt: skip


def naming_table(
    uses: dict[str, dict[str, str]], variants: Sequence[tuple[Any, ...]] = tuple(VARIANTS)
) -> pd.DataFrame:
    """Count `uses` into the naming table, every variant for every outlet and scope."""
    rows = []
    for lexicon, concept, variant, intensity, direction in variants:
        siblings = [v[2] for v in variants if v[1] == concept]
        for outlet, used in uses.items():
            for scope, letters in _SCOPES.items():
                n = sum(c in letters for c in used.get(variant, ""))
                total = sum(c in letters for v in siblings for c in used.get(v, ""))
                rows.append((lexicon, concept, variant, intensity, direction, intensity > 0,
                             outlet, scope, n, total, n / total if total else None))  # fmt: skip
    columns = ["lexicon", "concept", "variant", "intensity", "direction", "loaded", "outlet",
               "scope", "n", "total", "share"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).astype({"share": "float64"})


@pytest.fixture
def comparison() -> SimpleNamespace:
    """Three outlets, two concepts, five variants."""
    return SimpleNamespace(naming=naming_table(USES))


@pytest.fixture
def empty() -> SimpleNamespace:
    """No naming at all."""
    return SimpleNamespace(naming=naming_table({}))
