"""Tables written and read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.analysis.columns import frame
from framing.analysis.tablefiles import plain, read_table, write_table
from framing.errors import SettingsError

TYPES = {"text": "string", "n": "Int64", "share": "Float64", "ok": "boolean", "spans": "object"}
CELLS = st.tuples(
    st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.none() | st.integers(-(2**53), 2**53),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.booleans(),
    st.lists(st.lists(st.integers(0, 99), min_size=2, max_size=2), max_size=3),
)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
@settings(max_examples=30, deadline=None)
@given(rows=st.lists(CELLS, max_size=6))
def test_what_is_written_is_read_back(
    kind: str, rows: list[tuple[object, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every format gives back every cell: missing, line breaks, quotes, lists and all."""
    table = frame({name: [row[i] for row in rows] for i, name in enumerate(TYPES)}, TYPES)
    path = tmp_path_factory.mktemp("t") / f"t.{kind}"
    write_table(table, path)
    back = read_table(path, TYPES)
    assert [plain(row) for row in back.to_numpy().tolist()] == [
        plain(row) for row in table.to_numpy().tolist()
    ]
    assert {name: str(kind) for name, kind in back.dtypes.items()} == TYPES


def test_ending_decides_the_format(tmp_path: Path) -> None:
    """An unknown ending is refused, and nothing is left behind."""
    table = frame({"n": [1]}, {"n": "Int64"})
    with pytest.raises(SettingsError, match=r"must end in \.csv, \.jsonl, .* or \.xlsx"):
        write_table(table, tmp_path / "t.ods")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_half_written(tmp_path: Path) -> None:
    """When writing fails, the old file stays as it was and no temporary one is left."""
    path = tmp_path / "t.jsonl"
    path.write_text("old", encoding="utf-8")

    class Broken:
        def __str__(self) -> str:
            raise RuntimeError("no")

    table = frame({"x": [1, Broken()]}, {"x": "object"})
    with pytest.raises(RuntimeError):
        write_table(table, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["t.jsonl"]


def test_plain_is_json() -> None:
    """NumPy and pandas values become what JSON knows, and missing becomes null."""
    import numpy as np
    import pandas as pd

    values = {"a": np.int64(3), "b": pd.NA, "c": float("nan"), "d": np.array([1, 2]), "e": (True,)}
    assert json.dumps(plain(values)) == '{"a": 3, "b": null, "c": null, "d": [1, 2], "e": [true]}'


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_an_infinite_number_is_written_as_missing(kind: str, tmp_path: Path) -> None:
    """Neither JSON nor a spreadsheet knows one."""
    table = frame({"share": [0.5, float("inf"), float("-inf")]}, {"share": "Float64"})
    back = read_table(write_table(table, tmp_path / f"t.{kind}"), {"share": "Float64"})
    assert plain(back["share"].tolist()) == [0.5, None, None]
    assert "nf" not in (tmp_path / f"t.{kind}").read_text(encoding="utf-8")
