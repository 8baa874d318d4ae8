"""Articles that the tests of sheets share."""

from __future__ import annotations

import pandas as pd
import pytest

import framing


@pytest.fixture(scope="package")
def quoting() -> framing.Analysis:
    """Analyse two outlets on eight events, of which one quotes its loaded words."""
    rows = []
    for what in ("ferries", "bridges", "orchards", "schools", "mills", "wells", "roads", "farms"):
        own = f"Occupation forces sold {what}. Foreign troops kept {what}. Occupation forces left."
        said = (
            f"“Occupation forces sold {what},” said Ana Brandt. Foreign troops bought {what} back. "
            f"Nobody counted {what} for the foreign troops."
        )
        rows += [(what, "Post", own), (what, "Wire", said)]
    table = pd.DataFrame(rows, columns=["event", "outlet", "text"])
    return framing.analyze(framing.read_articles(table), "foreign-forces", sentiment=False)
