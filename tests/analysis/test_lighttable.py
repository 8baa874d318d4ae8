"""Large tables are held light, and nobody can tell by what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import framing
from framing.analysis import Analysis
from framing.analysis.columns import CUES, frame
from framing.analysis.lighttable import LightTable, joined, light, stacked
from framing.articles import Articles

pytestmark = pytest.mark.skipif(
    not find_spec("pyarrow"), reason="needs pyarrow: pip install '.[test]'"
)
LARGE = ("mentions", "attributions", "cues")


@pytest.fixture(scope="module")
def plain() -> Analysis:
    """Analyse the teaching corpus; its tables are too small to be held light by themselves."""
    return framing.analyze("examples", sentiment=False)


def _light(analysis: Analysis) -> Analysis:
    tables = {name: light(analysis.tables[name], 1) for name in LARGE}
    return Analysis(
        analysis.articles, {**tables, "scores": analysis.scores}, analysis.provenance,
        lexicons=analysis.lexicons, targets=analysis.targets, recipe=analysis.recipe,
    )  # fmt: skip


def test_a_light_table_gives_back_every_cell_and_type(plain: Analysis) -> None:
    """What users see is the table that was given."""
    held = _light(plain)
    for name in LARGE:
        assert isinstance(held._tables[name], LightTable)
        assert_frame_equal(getattr(held, name), plain.tables[name])


def test_each_cell_that_is_a_list_is_a_list_of_its_own() -> None:
    """Who changes the slots of one naming changes those of no other, nor what is held."""
    cells = {
        "article_id": ["a", "a"],
        "event": [None, None],
        "bindings": [[{"slot": "people"}]] * 2,
    }
    types = {"article_id": "string", "event": "string", "bindings": "object"}
    held = light(frame(cells, types), 1)
    assert isinstance(held, LightTable)
    seen = held.frame()
    seen["bindings"][0].append("changed")
    assert seen["bindings"][1] == held.frame()["bindings"][0] == [{"slot": "people"}]


@pytest.mark.parametrize("cell", [[np.int64(3)], np.arange(2), [float("nan")], [object()]])
def test_a_table_whose_cells_would_not_come_back_as_they_are_is_not_held_light(cell: Any) -> None:
    """Only what is made of plain Python comes back from bytes as it was."""
    table = pd.DataFrame({"article_id": ["a"], "event": ["e"]}, dtype="string")
    table["content"] = pd.Series([cell], dtype=object)
    assert light(table, 1) is table


def test_light_parts_under_one_another_are_the_whole(plain: Analysis) -> None:
    """Whatever words and numbers the parts have; what is small in all is a frame again."""
    for name in LARGE:
        table = plain.tables[name]
        cut = len(table) // 3
        parts = [table.iloc[:cut], table.iloc[cut : cut + 1], table.iloc[cut + 1 :]]
        held = [light(part.reset_index(drop=True), 1) for part in parts]
        assert_frame_equal(joined(held).frame(), table)  # type: ignore[arg-type]  # all are light
        few = stacked(held, {})
        assert isinstance(few, pd.DataFrame)
        assert_frame_equal(few, table)


def test_a_comparison_of_light_tables_is_that_of_plain_ones(plain: Analysis) -> None:
    """Every table, finding and line, with its types."""
    one, other = framing.compare(plain), framing.compare(_light(plain))
    assert [str(said) for said in other.findings()] == [str(said) for said in one.findings()]
    for name, table in one.tables.items():
        assert_frame_equal(other.tables[name], table)
    for _, row in one.naming.head(20).iterrows():
        assert_frame_equal(other.lines(row), one.lines(row))


def test_articles_without_an_event_or_an_outlet_count_alike(plain: Analysis) -> None:
    """What is missing is counted as missing, whether words are categories or not."""
    lacking = [
        replace(article, event=None, outlet=None if at % 2 else article.outlet)
        if at % 3 == 0
        else article
        for at, article in enumerate(plain.articles)
    ]
    before = plain.with_articles(Articles(lacking))
    one, other = framing.compare(before), framing.compare(_light(before))
    assert one.coverage["event"].isna().any()
    for name, table in one.tables.items():
        assert_frame_equal(other.tables[name], table, obj=name)


def test_comparing_leaves_the_tables_light(plain: Analysis) -> None:
    """No part of a comparison asks for a whole table by name."""
    held = _light(plain)
    comparison = framing.compare(held)
    assert comparison.findings()
    assert len(comparison.naming)
    assert all(isinstance(held._tables[name], LightTable) for name in LARGE)


def test_light_tables_take_other_events_as_plain_ones_do(plain: Analysis) -> None:
    """The events of the articles, in every table."""
    articles = framing.Articles(
        [article.with_event("one event", article.meta) for article in plain.articles]
    )
    one, other = plain.with_articles(articles), _light(plain).with_articles(articles)
    for name, table in one.tables.items():
        assert_frame_equal(other.tables[name], table)


def test_a_table_that_somebody_changes_is_what_is_compared(plain: Analysis) -> None:
    """Once asked for by name, the table is the one that counts."""
    held = _light(plain)
    held.mentions["voice"] = "quoted"
    assert set(framing.compare(held).naming["scope"]) == {"quoted", "all"}


@pytest.mark.parametrize(
    "changed",
    [
        lambda table: table.iloc[1:],
        lambda table: table.assign(text=table["text"].astype(object)).assign(start=1.5),
        lambda table: table.drop(columns="event"),
    ],
    ids=["numbered otherwise", "of other types", "without a column"],
)
def test_tables_made_elsewhere_stay_as_they_are(
    changed: Callable[[pd.DataFrame], pd.DataFrame],
) -> None:
    """Nothing of a table that is not as `analyze` makes it is lost."""
    rows = {name: [None, None] for name in CUES} | {"article_id": ["a", "b"], "start": [1, 2]}
    table = changed(frame(rows, CUES))
    assert light(table, 1) is table


@pytest.mark.parametrize("held", ["light", "plain"])
def test_rows_are_completed_by_the_columns_that_are_asked_for(plain: Analysis, held: str) -> None:
    """Those columns come with what is compared, each cell as in the whole table."""
    analysis = _light(plain) if held == "light" else plain
    rows = analysis.counted("mentions", ("voice",)).iloc[[5, 2]]
    found = analysis.completed("mentions", rows, ("article_id", "start"))
    assert sorted(found.columns) == ["article_id", "start", "voice"]
    assert_frame_equal(found, plain.mentions.loc[[5, 2], list(found.columns)], check_dtype=False)
