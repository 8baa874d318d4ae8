"""The columns of the four tables, their types, and how a batch of plain lists becomes a frame.

The order and the names of the columns are a contract; later work only adds to their end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.analysis.codedcolumns import Coded, Column, cells_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ARROW_TYPES",
    "ATTRIBUTIONS",
    "COUNTED",
    "CUES",
    "MENTIONS",
    "PLACED",
    "SCORES",
    "TABLES",
    "arrow",
    "concat",
    "frame",
]

STRING, INTEGER, NUMBER, BOOLEAN, LIST = "string", "Int64", "Float64", "boolean", "object"

ARROW_TYPES = {STRING: "large_string", INTEGER: "int64", NUMBER: "float64", BOOLEAN: "bool"}
"""What pandas' types are called in Arrow."""

MENTIONS: dict[str, str] = {
    "article_id": STRING,
    "outlet": STRING,
    "event": STRING,
    "field": STRING,
    "start": INTEGER,
    "end": INTEGER,
    "text": STRING,
    "lexicon": STRING,
    "concept": STRING,
    "variant": STRING,
    "toward": STRING,
    "target": STRING,
    "direction": INTEGER,
    "bindings": LIST,
    "intensity": INTEGER,
    "loaded": BOOLEAN,
    "weight": NUMBER,
    "voice": STRING,
    "speaker": STRING,
    "speaker_name": STRING,
    "speaker_kind": STRING,
    "cue": STRING,
    "rule": STRING,
    "distanced": BOOLEAN,
    "negated": BOOLEAN,
    "zone": STRING,
    "sentence": INTEGER,
    "sentence_start": INTEGER,
    "sentence_end": INTEGER,
    "voice_broad": STRING,
    "act": STRING,
    "cue_class": STRING,
    "p_own": NUMBER,
    "uncertain": BOOLEAN,
    "wording": STRING,
    "counted": BOOLEAN,
}

ATTRIBUTIONS: dict[str, str] = {
    "article_id": STRING,
    "field": STRING,
    "kind": STRING,
    "speaker": STRING,
    "speaker_name": STRING,
    "speaker_kind": STRING,
    "cue": STRING,
    "cue_class": STRING,
    "source_start": INTEGER,
    "source_end": INTEGER,
    "cue_start": INTEGER,
    "cue_end": INTEGER,
    "content": LIST,
    "rule": STRING,
    "outlet": STRING,
    "event": STRING,
    "negated": BOOLEAN,
    "words": INTEGER,
    "sentence": INTEGER,
    "zone": STRING,
    "reader": STRING,
    "act": STRING,
}

CUES: dict[str, str] = {
    "article_id": STRING,
    "field": STRING,
    "start": INTEGER,
    "end": INTEGER,
    "text": STRING,
    "kind": STRING,
    "voice": STRING,
    "sentence": INTEGER,
    "outlet": STRING,
    "event": STRING,
    "zone": STRING,
}

# What identifies an article and what is always counted; the stance features follow these.
SCORES: dict[str, str] = {
    "article_id": STRING,
    "outlet": STRING,
    "event": STRING,
    "date": STRING,
    "genre": STRING,
    "agency": STRING,
    "words": INTEGER,
    "own_words": INTEGER,
    "sentences": INTEGER,
    "namings": INTEGER,
    "loaded": INTEGER,
    "namings_own": INTEGER,
    "loaded_own": INTEGER,
    "namings_own_expected": NUMBER,
    "namings_own_low": NUMBER,
    "namings_own_high": NUMBER,
    "namings_quoted": INTEGER,
    "loaded_quoted": INTEGER,
    "namings_attributed": INTEGER,
    "loaded_attributed": INTEGER,
    "namings_distanced": INTEGER,
    "loaded_distanced": INTEGER,
    "unbound": INTEGER,
    "loaded_own_per_1000": NUMBER,
    "target_indices": LIST,
}

TABLES: dict[str, dict[str, str]] = {
    "mentions": MENTIONS,
    "attributions": ATTRIBUTIONS,
    "cues": CUES,
    "scores": SCORES,
}

COUNTED: dict[str, tuple[str, ...]] = {
    "mentions": (
        "article_id", "outlet", "event", "text", "wording", "lexicon", "concept", "variant",
        "direction", "bindings", "intensity", "loaded", "voice", "rule", "zone", "p_own", "counted",
    ),
    "attributions": (
        "article_id", "outlet", "event", "speaker", "speaker_name", "speaker_kind", "cue",
        "cue_class", "words", "act", "rule",
    ),
    "cues": ("article_id", "outlet", "event", "kind", "voice"),
}  # fmt: skip
"""What comparisons count of each table; of `scores` everything."""

PLACED = ("outlet", "event")
"""What a comparison puts in place of an article's own."""


def frame(columns: Mapping[str, Column], types: Mapping[str, str]) -> pd.DataFrame:
    """Build one typed DataFrame from lists, arrays or coded columns, one per column of `types`.

    Examples
    --------
    >>> frame({"start": [3, None]}, {"start": "Int64"})["start"].tolist()
    [3, <NA>]
    """
    import pandas as pd

    arrays = {name: _array(columns[name], kind) for name, kind in types.items()}
    return pd.DataFrame(arrays, columns=list(types), copy=False)


def _array(column: Column, kind: str) -> Any:
    """Make one typed column; by way of Arrow, where there is Arrow, in a third of the time."""
    import pandas as pd

    pa = arrow()
    if pa is not None and kind in ARROW_TYPES:
        dtype: Any = pd.api.types.pandas_dtype(kind)
        try:
            return dtype.__from_arrow__(_in_arrow(pa, column, ARROW_TYPES[kind]))
        except (TypeError, ValueError):  # what only pandas can convert: numbers as strings
            pass
    return pd.Series(cells_of(column) if isinstance(column, Coded) else column, dtype=kind)


def _in_arrow(pa: Any, column: Column, kind: str) -> Any:
    """Make one column of Arrow."""
    if not isinstance(column, Coded):
        return pa.array(column, kind, from_pandas=True)
    words = pa.array(column.words, kind, from_pandas=True)
    return words.take(pa.array(column.codes, mask=column.codes < 0))


@lru_cache(maxsize=1)
def arrow() -> Any:
    """Return pyarrow, which is an extra, or None."""
    try:
        import pyarrow
    except ImportError:
        return None
    return pyarrow


def concat(frames: Sequence[pd.DataFrame], types: Mapping[str, str]) -> pd.DataFrame:
    """Put batches under one another; without any, an empty table with typed columns."""
    import pandas as pd

    if not frames:
        return frame({name: [] for name in types}, types)
    if len(frames) == 1:
        return frames[0]
    return pd.concat(frames, ignore_index=True)
