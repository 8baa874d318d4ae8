"""An analysis that stays on disk: its tables are read when asked for, texts where they are opened.

What comparisons count of a table is read by itself, every word that comes again and again held
once; the rest of a row is fetched when somebody looks at it. A text is read again from its source
and must have the digest it had.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any, overload

from framing.analysis.columns import COUNTED, PLACED, TABLES
from framing.analysis.corrections import text_sha256
from framing.analysis.handle import Analysis, same_articles
from framing.analysis.lighttable import (
    regrouped,
    with_codes,
    with_shared_words,
    words_of,
)
from framing.analysis.provenance import events_made
from framing.analysis.recipe import Recipe
from framing.articles import Articles
from framing.articles.parts import ArticlePart, blocks_of, parts_of
from framing.errors import SettingsError
from framing.lexicon import load_targets
from framing.lexicon.serial import lexicon_from_json
from framing.values import Article, Skipped

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from framing.analysis.batchfolder import BatchFolder

__all__ = ["FolderAnalysis"]

_FACTS = ("id", "outlet", "event", "date", "title", "url")
_PARTS_HELD = 4


class FolderAnalysis(Analysis):
    """What `framing.open_analysis` gives for the folder of a batch.

    `mentions`, `attributions`, `cues` and `scores` are read whole when they are asked for by
    name, and kept; comparisons, charts and the report do not ask for them.

    Parameters
    ----------
    folder : BatchFolder
        The folder.
    source : path or sequence of paths, optional
        Where the articles are now, if they are not where the batch read them.
    """

    def __init__(self, folder: BatchFolder, *, source: Any = None) -> None:
        manifest = folder.manifest
        about = manifest["provenance"]
        provenance = {
            **about, "settings": manifest["settings"], "counts": dict(folder.counts),
            "skipped": manifest["skipped"], "warnings": [],
        }  # fmt: skip
        self._folder = folder
        self._regrouped = False
        super().__init__(
            _FolderArticles(folder, source),
            {},
            provenance,
            lexicons=tuple(lexicon_from_json(saved, None) for saved in manifest["lexicons"]),
            targets=load_targets({known["name"]: known["aliases"] for known in about["targets"]}),
            recipe=Recipe(
                reader=str(manifest["settings"]["reader"]),
                sentiment=bool(manifest["settings"]["sentiment"]),
            ),
        )

    @property
    def has_texts(self) -> bool:
        """Always: a text is fetched from its source when it is opened, or its absence told."""
        return True

    def _table(self, name: str) -> pd.DataFrame:
        if self._tables.get(name) is None:
            table = self._folder.table(name)
            self._tables[name] = regrouped(table, self.articles) if self._regrouped else table
        return super()._table(name)

    def with_articles(self, articles: Articles) -> Analysis:
        """Return the same analysis with its articles in other events; nothing is read for it."""
        found = copy(self)
        found._tables, found._regrouped = {}, True
        found.articles = same_articles(self.articles, articles)
        found.provenance = {**self.provenance, "events": events_made(articles)}
        return found

    def counted(
        self,
        name: str,
        columns: Sequence[str] | None = None,
        among: npt.NDArray[np.bool_] | None = None,
    ) -> pd.DataFrame:
        """Return what comparisons count of a table, or some `columns`, numbered as the table is.

        `among` tells which rows are wanted; all are without it.
        """
        if name not in COUNTED or self._tables.get(name) is not None:
            whole = self._table(name)
            return whole if among is None else whole.loc[among]
        import pandas as pd

        wanted = COUNTED[name] if columns is None else tuple(columns)
        frame = self._folder.scan(name).select(wanted).collect(engine="streaming")
        self._folder.must_stand()
        table = frame.to_arrow()
        found = pd.DataFrame({column: _coded(table[column]) for column in wanted}, copy=False)
        return found if among is None else found.loc[among]

    def completed(
        self, name: str, rows: pd.DataFrame, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Return rows of `counted` with all columns; outlet and event stay as compared."""
        wanted = list(TABLES[name] if columns is None else columns)
        if set(wanted) <= set(rows.columns):
            return rows
        if not len(rows):
            return rows.reindex(columns=list(dict.fromkeys([*wanted, *rows.columns])))
        whole = self._folder.rows(name, rows.index.tolist())[wanted]
        kept = [name for name in rows.columns if name in PLACED or name not in whole.columns]
        return whole.assign(**{name: words_of(rows[name]) for name in kept})


def _coded(column: Any) -> Any:
    """Turn an Arrow column into one of pandas that holds every word, and every list, once."""
    import pyarrow as pa

    return _shared(column) if pa.types.is_nested(column.type) else with_codes(column)


def _shared(column: Any) -> Any:
    """Turn bindings into lists of what each slot is bound to; lists that are alike are one."""
    import pandas as pd

    held: dict[tuple[tuple[Any, ...], ...], list[dict[str, Any]]] = {}
    found = []
    for chunk in column.chunks:
        for cell in chunk.to_pylist():
            key = tuple((role["slot"], role["target"], role["direction"]) for role in cell or ())
            if key not in held:
                names = ("slot", "target", "direction")
                held[key] = [dict(zip(names, values, strict=True)) for values in key]
            found.append(held[key])
    return pd.Series(found, dtype=object)


class _Stored(Article):
    """An article whose text is fetched when it is asked for."""

    __slots__ = ("_held",)
    _held: str | Callable[[], str]

    def __init__(self, *, text: str | Callable[[], str] = "", **facts: Any) -> None:
        for name in _FACTS:
            object.__setattr__(self, name, facts.get(name))
        object.__setattr__(self, "meta", facts.get("meta") or {})
        object.__setattr__(self, "_held", text)

    def with_event(self, event: str | None, meta: Mapping[str, object]) -> Article:
        """Return the same article in another event; its text is not fetched for it."""
        own: dict[str, Any] = {name: getattr(self, name) for name in _FACTS}
        return _Stored(text=self._held, **own | {"event": event, "meta": meta})

    @property
    def text(self) -> str:
        """The article's text, as it was given."""
        held = self._held
        return held if isinstance(held, str) else held()


class _FolderArticles(Articles):
    """The articles of a batch, made one at a time of the columns that are known of them."""

    __slots__ = ()

    def __init__(self, folder: BatchFolder, source: Any) -> None:
        skipped = [Skipped(**row) for row in folder.manifest["skipped"]]
        super().__init__((), skipped=skipped)
        self._articles = _Rows(folder, source)  # type: ignore[assignment]  # made when asked for


class _Rows(Sequence[Article]):
    """Articles by their number in the batch."""

    def __init__(self, folder: BatchFolder, source: Any) -> None:
        columns = [*_FACTS, "meta", "sha256"]
        table = folder.scan("articles").select(columns).collect(engine="streaming").to_arrow()
        folder.must_stand()
        self._columns: dict[str, npt.NDArray[Any]] = {
            name: with_shared_words(table[name]).to_numpy() for name in (*_FACTS, "meta")
        }
        digests = table["sha256"].to_pylist()
        self._texts = _Texts(folder, source, self._columns["id"], digests)

    def __len__(self) -> int:
        return len(self._columns["id"])

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> list[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | list[Article]:
        """Return one article, or several as a list."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        facts = {name: self._columns[name][place] for name in _FACTS}
        meta = self._columns["meta"][place]
        facts["meta"] = {} if meta in (None, "{}") else json.loads(meta)
        return _Stored(text=partial(self._texts.of, place), **facts)

    def __iter__(self) -> Iterator[Article]:
        return (self[place] for place in range(len(self)))


class _Texts:
    """Texts by article number, read part by part from their source; the last few parts stay."""

    def __init__(
        self, folder: BatchFolder, source: Any, ids: npt.NDArray[Any], digests: Sequence[str]
    ) -> None:
        self._manifest, self._source = folder.manifest, source
        self._ids, self._digests = ids, digests
        self._ends = list(accumulate(int(part["articles"]) for part in folder.manifest["parts"]))
        self._parts: list[ArticlePart] | None = None
        self._held: OrderedDict[int, dict[str, str]] = OrderedDict()

    def of(self, number: int) -> str:
        """Return one text, or say that it is not what it was."""
        part = bisect_right(self._ends, number)
        if part not in self._held:
            self._held[part] = self._read(part)
            while len(self._held) > _PARTS_HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(part)
        text = self._held[part].get(self._ids[number])
        if text is None or text_sha256(text) != self._digests[number]:
            name = self._manifest["parts"][part]["part"]
            raise SettingsError(
                f"the texts of {name} are not those that were analysed; make the batch again, or "
                "give the articles as they were: framing.open_analysis(folder, articles=…)"
            )
        return text

    def _read(self, part: int) -> dict[str, str]:
        if self._parts is None:
            self._parts = parts_of(self._source or self._manifest["source"])
        if part >= len(self._parts):
            return {}
        blocks = blocks_of(self._parts[part])
        return {article.id: article.text for block in blocks for article in block}
