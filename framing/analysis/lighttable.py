"""`LightTable`: a large table held with every word once, and numbers no wider than they must be.

A table as users see it holds each cell's words anew, some twenty bytes each, and a cell that is a
list (the slots of a naming) some three hundred. What is here gives the same table back, cell by
cell and type by type, and takes a fifth of the memory until then.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.analysis.columns import (
    ARROW_TYPES,
    BOOLEAN,
    INTEGER,
    LIST,
    NUMBER,
    STRING,
    arrow,
    concat,
)

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from framing.articles import Articles

__all__ = [
    "LIGHT_FROM",
    "LightTable",
    "joined",
    "light",
    "regrouped",
    "stacked",
    "with_codes",
    "with_shared_words",
    "without_codes",
    "words_of",
]

LIGHT_FROM = 20_000
"""Rows from which a table is held light; with fewer, nothing is gained."""

_TYPES = (STRING, INTEGER, NUMBER, BOOLEAN, LIST)


@dataclass(frozen=True, slots=True)
class LightTable:
    """A table numbered from 0: words and lists as codes, numbers narrow.

    Attributes
    ----------
    plain : pyarrow.Table
        Words and lists, dictionary-encoded, and numbers.
    types : mapping of str to str
        All columns in their order, and pandas' types of them.
    """

    plain: Any
    types: Mapping[str, str]

    def __len__(self) -> int:
        return int(self.plain.num_rows)

    def frame(
        self, rows: pd.Index | None = None, names: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Return the table as users see it; some rows under their numbers, or some columns."""
        import pandas as pd

        listed = list(self.types) if names is None else list(names)
        plain = self.plain if names is None else self.plain.select(listed)
        if rows is not None:
            plain = plain.take(rows.to_numpy("int64"))
        columns = {
            name: _lists(plain[name]) if kind == LIST else _wide(plain[name], kind)
            for name, kind in ((name, self.types[name]) for name in listed)
        }
        return pd.DataFrame(columns, index=rows, columns=listed, copy=False)

    def counted(
        self, names: Sequence[str], among: npt.NDArray[np.bool_] | None = None
    ) -> pd.DataFrame:
        """Return some of the columns, words as categories in alphabetical order.

        `among` tells which rows are wanted; they keep their numbers. Lists that are alike are one
        object, which nobody may change.
        """
        import numpy as np
        import pandas as pd

        rows = None if among is None else np.flatnonzero(among)
        columns = {}
        for name in names:
            if name in self.types:
                cells = self.plain[name] if rows is None else self.plain[name].take(rows)
                alike = self.types[name] == LIST
                columns[name] = _lists(cells, shared=True) if alike else with_codes(cells).array
        index = None if rows is None else pd.Index(rows)
        return pd.DataFrame(columns, index=index, copy=False)


def light(table: pd.DataFrame | LightTable, least: int = LIGHT_FROM) -> pd.DataFrame | LightTable:
    """Return a table of `least` rows or more light, where that loses nothing; any other as it is.

    Examples
    --------
    >>> from framing.analysis.columns import frame
    >>> said = frame({"article_id": ["a", "a"], "event": [None, "fire"], "start": [3, 9]},
    ...     {"article_id": "string", "event": "string", "start": "Int64"})
    >>> held = light(said, least=1)
    >>> held.frame().equals(said)
    True
    """
    import pandas as pd

    pa = arrow()
    if isinstance(table, LightTable):
        return table
    types = {str(name): str(kind) for name, kind in table.dtypes.items()}
    if (
        pa is None
        or len(table) < least
        or not isinstance(table.index, pd.RangeIndex)
        or (table.index.start, table.index.step) != (0, 1)
        or not {"article_id", "event"} <= set(table.columns)
        or not table.columns.is_unique
        or not set(types.values()) <= set(_TYPES)
        or any(table[name].dtype != pd.StringDtype() for name in types if types[name] == STRING)
    ):
        return table
    lists = {name: _packed(table[name]) for name, kind in types.items() if kind == LIST}
    if None in lists.values():
        return table
    plain = {
        name: lists[name] if kind == LIST else _narrow(pa.array(table[name].array))
        for name, kind in types.items()
    }
    return LightTable(pa.table(plain), types)


def regrouped(table: pd.DataFrame | LightTable, articles: Articles) -> pd.DataFrame | LightTable:
    """Return a table with the events that its articles have."""
    events = {article.id: article.event for article in articles}
    if not isinstance(table, LightTable):
        return table.assign(event=table["article_id"].map(events).astype("string"))
    import pyarrow as pa

    coded = _one(table.plain["article_id"])
    known = [events.get(name) for name in coded.dictionary.to_pylist()]
    event = _narrow(pa.array(known, pa.large_string()).take(coded.indices))
    place = table.plain.schema.get_field_index("event")
    return replace(table, plain=table.plain.set_column(place, "event", event))


def joined(parts: Sequence[LightTable]) -> LightTable:
    """Put light tables of the same columns under one another."""
    import pyarrow as pa

    first = parts[0]
    columns = {
        name: _narrow(pa.chunked_array([_spread(part.plain[name]) for part in parts]))
        for name in first.plain.column_names
    }
    return LightTable(pa.table(columns), first.types)


def stacked(
    parts: Sequence[pd.DataFrame | LightTable], types: Mapping[str, str]
) -> pd.DataFrame | LightTable:
    """Put batches under one another, light where all of them are; without any, an empty table."""
    held = [part for part in parts if isinstance(part, LightTable)]
    if not held or len(held) < len(parts):
        return concat([p.frame() if isinstance(p, LightTable) else p for p in parts], types)
    whole = joined(held)
    return whole if len(whole) >= LIGHT_FROM else whole.frame()


def with_shared_words(column: Any) -> pd.Series:
    """Turn an Arrow column into one of pandas whose cells share the words that are alike."""
    import numpy as np
    import pandas as pd
    import pyarrow as pa

    kind = column.type
    for is_kind, name in _PLAIN.items():
        if getattr(pa.types, is_kind)(kind):
            return pd.Series(_wide(column, name))
    coded = _one(column if pa.types.is_dictionary(kind) else column.dictionary_encode())
    words = np.array([*coded.dictionary.to_pylist(), None], dtype=object)
    places = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return pd.Series(words[places], dtype=object)


def with_codes(column: Any) -> pd.Series:
    """Turn an Arrow column into one of pandas, words as categories in alphabetical order.

    Whole numbers that take one byte each stay so.

    Examples
    --------
    >>> import pyarrow
    >>> coded = with_codes(pyarrow.array(["war", None, "law", "war"]))
    >>> coded.cat.codes.tolist(), coded.cat.categories.tolist()
    ([1, -1, 0, 1], ['law', 'war'])
    """
    import numpy as np
    import pandas as pd
    import pyarrow as pa

    kind = column.type
    if kind == pa.int8():
        narrow: Any = pd.Int8Dtype()
        return pd.Series(narrow.__from_arrow__(column))
    for is_kind, name in _PLAIN.items():
        if getattr(pa.types, is_kind)(kind):
            return pd.Series(_wide(column, name))
    coded = _one(column if pa.types.is_dictionary(kind) else column.dictionary_encode())
    words = np.array([*coded.dictionary.to_pylist()], dtype=object)
    order = np.argsort(words, kind="stable")
    ranks = np.full(len(words) + 1, -1, dtype=np.int32)  # the last is that of a missing word
    ranks[order] = np.arange(len(words))
    codes = ranks[coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)]
    names = pd.Index(words[order], dtype=object)
    return pd.Series(pd.Categorical.from_codes(codes, names, validate=False))


def words_of(column: pd.Series) -> pd.Series:
    """Return a column's categories as the words they are, of the type that pandas gives those."""
    import pandas as pd

    if not _has_codes(column):
        return column
    kind = pd.Series(column.cat.categories.to_numpy(object)).dtype
    return pd.Series(column.to_numpy(object), index=column.index, dtype=kind)


def without_codes(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its categories as the words they are."""
    coded = [name for name in table.columns if _has_codes(table[name])]
    return table.astype(dict.fromkeys(coded, object)) if coded else table


def _has_codes(column: pd.Series) -> bool:
    import pandas as pd

    return isinstance(column.dtype, pd.CategoricalDtype)


_PLAIN = {"is_integer": INTEGER, "is_floating": NUMBER, "is_boolean": BOOLEAN}
_NARROW_CODES, _NARROW_WIDTHS = 2**15, (8, 16, 32)


def _one(column: Any) -> Any:
    """Return an Arrow column as one array; a coded one under one list of words."""
    import pyarrow as pa

    if not isinstance(column, pa.ChunkedArray):
        return column
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    whole = column.combine_chunks()
    return whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole


def _spread(column: Any) -> Any:
    """Return a column as one array whose type does not hang on what is in it."""
    import pyarrow as pa

    array = _one(column)
    if pa.types.is_dictionary(array.type):
        return array.cast(pa.dictionary(pa.int32(), array.type.value_type))
    return array.cast(pa.int64()) if pa.types.is_integer(array.type) else array


def _narrow(column: Any) -> Any:
    """Return an Arrow column with words as codes, and codes and whole numbers as narrow as can be.

    Examples
    --------
    >>> import pyarrow
    >>> str(_narrow(pyarrow.array([3, None, 400])).type)
    'int16'
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    array = _one(column)
    if pa.types.is_integer(array.type):
        ends = pc.min_max(array).as_py().values()
        most = max((max(end, -end - 1) for end in ends if end is not None), default=0)
        width = next((width for width in _NARROW_WIDTHS if most < 2 ** (width - 1)), 64)
        return array.cast(getattr(pa, f"int{width}")())
    if pa.types.is_large_string(array.type) or pa.types.is_string(array.type):
        array = array.cast(pa.large_string()).dictionary_encode()
    if pa.types.is_dictionary(array.type) and len(array.dictionary) < _NARROW_CODES:
        return pa.DictionaryArray.from_arrays(array.indices.cast(pa.int16()), array.dictionary)
    return array


_ALONE = 2  # of marshal's formats that in which a value's bytes hang on nothing but the value


def _packed(cells: pd.Series) -> Any:
    """Return cells that are lists as codes; None where one would not come back as it is.

    Examples
    --------
    >>> import pandas
    >>> held = _packed(pandas.Series([[3, 9], [], [3, 9]]))
    >>> held.indices.to_pylist(), list(_lists(held))
    ([0, 1, 0], [[3, 9], [], [3, 9]])
    >>> _packed(pandas.Series([{3, object()}])) is None
    True
    """
    import pyarrow as pa

    try:
        packed = [marshal.dumps(cell, _ALONE) for cell in cells]
        first = dict(zip(packed, cells, strict=True))
        if any(_unpacked(told) != cell for told, cell in first.items()):
            return None
    except ValueError:  # what is no plain Python, or has no truth when compared
        return None
    return _narrow(pa.array(packed, pa.large_binary()).dictionary_encode())


def _unpacked(told: bytes) -> Any:
    return marshal.loads(told)  # noqa: S302 (what `_packed` wrote)


def _lists(column: Any, *, shared: bool = False) -> Any:
    """Return the lists of a column, each cell its own; `shared`: those that are alike as one."""
    import numpy as np
    import pandas as pd

    coded = _one(column)
    codes = coded.indices.to_numpy(zero_copy_only=False)
    used, places = np.unique(codes, return_inverse=True)
    told = coded.dictionary.take(used).to_pylist()
    found = np.empty(len(codes) if not shared else len(used), dtype=object)
    many = told if shared else map(told.__getitem__, places.tolist())
    for at, cell in enumerate(map(_unpacked, many)):
        found[at] = cell
    return pd.Series(found[places] if shared else found, dtype=object).array


def _wide(column: Any, kind: str) -> Any:
    """Turn an Arrow column into pandas' array of a type."""
    import pandas as pd

    dtype: Any = pd.api.types.pandas_dtype(kind)
    return dtype.__from_arrow__(column.cast(ARROW_TYPES[kind]))
