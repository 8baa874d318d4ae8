"""`analyze(workers=)` gives the rows of one process."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.errors import SettingsError

EXAMPLES = Path(framing.__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def articles() -> framing.Articles:
    """Read the examples four times over, under other ids: several blocks."""
    read = framing.read_articles(EXAMPLES)
    return framing.Articles(
        [dataclasses.replace(a, id=f"{n}/{a.id}") for n in range(4) for a in read]
    )


def test_two_workers_give_the_rows_of_one_process(articles: framing.Articles) -> None:
    """All four tables are equal, types and order included; corrections and counts too."""
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install '.[test]'")
    row = framing.analyze(articles[:36], sentiment=False).mentions.iloc[0]
    corrections = [
        {"article_id": row["article_id"], "field": row["field"], "start": row["start"],
         "end": row["end"], "column": "voice", "value": "distanced"},
        {"article_id": "nobody", "start": 0, "end": 1, "column": "voice", "value": "own"},
    ]  # fmt: skip
    targets = {"Varenia": ["Varenian"]}
    options = {"sentiment": False, "corrections": corrections, "targets": targets}
    told: list[int] = []
    one = framing.analyze(articles, **options)  # type: ignore[arg-type]  # several types
    two = framing.analyze(
        articles,
        workers=2,
        progress=lambda done, _: told.append(done),
        **options,  # type: ignore[arg-type]
    )
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(two.tables[name], table)
    assert two.provenance == one.provenance
    assert told[-1] == len(articles)
    assert len(told) > 1


def test_another_reader_is_refused(articles: framing.Articles) -> None:
    """A reader of one's own can't be handed to other processes: said, not ignored."""
    with pytest.raises(SettingsError, match="workers="):
        framing.analyze(articles, workers=2, reader=framing.voice.RulesReader())
