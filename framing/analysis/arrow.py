"""The four tables as Arrow and back, with types that do not depend on what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from framing.analysis.columns import BOOLEAN, INTEGER, LIST, NUMBER, STRING, TABLES
from framing.analysis.scores import score_columns

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["arrow_tables", "of_bytes", "pandas_of", "to_bytes"]


def _schema(columns: Mapping[str, str]) -> Any:
    """Return the Arrow types that columns of a table have in every part, whatever is in them."""
    import pyarrow as pa

    slot = [("slot", pa.string()), ("target", pa.string()), ("direction", pa.int64()),
            ("start", pa.int64()), ("end", pa.int64()), ("rule", pa.string())]  # fmt: skip
    index = [("target", pa.string()), ("scope", pa.string()), ("value", pa.float64()),
             ("n", pa.int64())]  # fmt: skip
    lists = {
        "bindings": pa.list_(pa.struct(slot)),
        "content": pa.list_(pa.list_(pa.int64())),
        "target_indices": pa.list_(pa.struct(index)),
    }
    plain = {STRING: pa.string(), INTEGER: pa.int64(), NUMBER: pa.float64(), BOOLEAN: pa.bool_()}
    return pa.schema(
        [(name, lists[name] if kind == LIST else plain[kind]) for name, kind in columns.items()]
    )


def arrow_tables(tables: Mapping[str, pd.DataFrame], *, sentiment: bool) -> dict[str, Any]:
    """Return the four tables as Arrow."""
    import pyarrow as pa

    types = {**TABLES, "scores": score_columns(sentiment=sentiment)}
    return {
        name: pa.Table.from_pandas(
            table, schema=_schema(types[name]), preserve_index=False
        ).replace_schema_metadata(None)
        for name, table in tables.items()
    }


def pandas_of(table: Any) -> pd.DataFrame:
    """Turn an Arrow table into pandas with the types of the analysis's tables."""
    import pandas as pd
    import pyarrow as pa

    types = {pa.string(): pd.StringDtype(), pa.large_string(): pd.StringDtype(),
             pa.string_view(): pd.StringDtype(), pa.int64(): pd.Int64Dtype(),
             pa.bool_(): pd.BooleanDtype(), pa.float64(): pd.Float64Dtype()}  # fmt: skip
    frame: pd.DataFrame = table.to_pandas(types_mapper=types.get)
    for name in frame.columns:
        if pa.types.is_nested(table.schema.field(name).type):
            frame[name] = pd.Series(table[name].to_pylist(), dtype=object, index=frame.index)
    return frame


def to_bytes(table: Any) -> bytes:
    """Write an Arrow table as bytes that another process reads."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def of_bytes(data: bytes) -> Any:
    """Read what `to_bytes` wrote."""
    import pyarrow as pa

    return pa.ipc.open_stream(data).read_all()
