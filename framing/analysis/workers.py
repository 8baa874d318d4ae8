"""One block of articles analysed, and many on several processes, handed over as Arrow."""

from __future__ import annotations

import json
import multiprocessing
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.analysis.arrow import arrow_tables, of_bytes, pandas_of, to_bytes
from framing.analysis.batch import Batch
from framing.analysis.corrections import Correction, Corrections
from framing.analysis.scores import score_columns
from framing.analysis.tablefiles import plain
from framing.articles import Articles
from framing.errors import MissingExtraError
from framing.matching import Matcher
from framing.values import Article, Target
from framing.voice import RulesReader, VoiceReader

if TYPE_CHECKING:
    import pandas as pd

    from framing.lexicon import Lexicon

__all__ = ["analyzed_by_workers", "batch_of", "reader_name"]

_FACTS = ("id", "outlet", "event", "date", "title", "url", "text")


@dataclass(frozen=True, slots=True)
class _Setup:
    """What every worker analyses with; lexicons as their JSON."""

    lexicons: tuple[str, ...]
    targets: tuple[Target, ...]
    corrections: tuple[Correction, ...]
    sentiment: bool


def analyzed_by_workers(
    articles: Articles,
    lexicons: Sequence[Lexicon],
    targets: Sequence[Target],
    overrides: Corrections,
    *,
    sentiment: bool,
    workers: int,
    size: int,
    progress: Callable[[int, int], None] | None,
) -> Iterator[dict[str, pd.DataFrame]]:
    """Yield the four tables of each block of `size` articles, in order.

    Processes are started afresh, so that a script needs ``if __name__ == "__main__":`` around
    what it does. Corrections that a worker applied are noted in `overrides`.
    """
    try:
        import pyarrow  # noqa: F401  (asked for before the work)
    except ImportError as error:
        raise MissingExtraError.of("parquet", "pyarrow", "analyze(workers=)") from error
    from framing.lexicon.serial import lexicon_to_json

    written = tuple(json.dumps(lexicon_to_json(one)) for one in lexicons)
    setup = _Setup(written, tuple(targets), overrides.given, sentiment)
    blocks = [articles[at : at + size] for at in range(0, len(articles), size)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(setup,)) as pool:
        done = 0
        for block, (tables, applied) in zip(
            blocks, pool.map(_analyzed, map(_packed, blocks)), strict=True
        ):
            overrides.note_applied(applied)
            done += len(block)
            if progress:
                progress(done, len(articles))
            yield {name: pandas_of(of_bytes(data)) for name, data in tables.items()}


def _packed(block: Sequence[Article]) -> bytes:
    """Write articles as Arrow."""
    import pyarrow as pa

    columns = {name: [getattr(one, name) for one in block] for name in _FACTS}
    columns["meta"] = [json.dumps(plain(one.meta)) for one in block]
    arrays = {name: pa.array(cells, pa.large_string()) for name, cells in columns.items()}
    return to_bytes(pa.table(arrays))


_SETUP: list[tuple[_Setup, tuple[Lexicon, ...]]] = []  # of this process, where it is a worker


def _begin(setup: _Setup) -> None:
    """Take a worker's setup once."""
    from framing.lexicon.serial import lexicon_from_json

    loaded = tuple(lexicon_from_json(json.loads(one), None) for one in setup.lexicons)
    _SETUP[:] = [(setup, loaded)]


def _analyzed(data: bytes) -> tuple[Mapping[str, bytes], list[int]]:
    """Analyse one block in a worker; return its tables and the corrections it applied."""
    setup, lexicons = _SETUP[0]
    rows = of_bytes(data).to_pylist()
    block = [Article(**{**row, "meta": json.loads(row["meta"])}) for row in rows]
    overrides = Corrections(setup.corrections)
    tables = batch_of(block, lexicons, setup.targets, overrides, sentiment=setup.sentiment)
    packed = arrow_tables(tables, sentiment=setup.sentiment)
    return {name: to_bytes(table) for name, table in packed.items()}, overrides.places_applied()


def batch_of(
    articles: Iterable[Article],
    lexicons: Sequence[Lexicon],
    targets: Sequence[Target],
    overrides: Corrections,
    *,
    sentiment: bool,
    reader: VoiceReader | None = None,
) -> dict[str, pd.DataFrame]:
    """Return the four tables of one batch of articles."""
    batch = Batch(_matcher(lexicons, tuple(targets)), reader or _rules(), overrides, sentiment)
    for article in articles:
        batch.add(article)
    return batch.frames(score_columns(sentiment=sentiment))


@lru_cache(maxsize=1)
def _rules() -> RulesReader:
    """Return the default reader, which remembers the words it has met."""
    return RulesReader()


_BUILT: OrderedDict[tuple[Any, ...], Matcher] = OrderedDict()
_MOST_BUILT = 4


def _matcher(lexicons: Sequence[Lexicon], parties: tuple[Target, ...]) -> Matcher:
    """Build the matcher, or take the one built before for the same lexicons and targets."""
    key = (*((one.id, one.sha256) for one in lexicons), parties)
    matcher = _BUILT.pop(key, None) or Matcher(lexicons, parties)
    _BUILT[key] = matcher
    while len(_BUILT) > _MOST_BUILT:
        _BUILT.popitem(last=False)
    return matcher


def reader_name(reader: VoiceReader | None) -> str:
    """Return what the reader used is called."""
    return (reader or _rules()).name
