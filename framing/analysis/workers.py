"""One block of articles analysed, and many on several processes, handed over as Arrow."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.analysis.abreast import Abreast
from framing.analysis.arrow import arrow_tables, of_bytes, pandas_of, to_bytes
from framing.analysis.batch import Batch
from framing.analysis.corrections import Correction, Corrections
from framing.analysis.scores import score_columns
from framing.analysis.tablefiles import plain
from framing.articles import Articles
from framing.errors import MissingExtraError, SettingsError
from framing.matching import Matcher
from framing.values import Article, Target
from framing.voice import RulesReader, VoiceReader

if TYPE_CHECKING:
    from framing.lexicon import Lexicon

__all__ = ["Block", "analyzed_by_workers", "batch_of", "end_with_parent", "reader_name"]

_FACTS = ("id", "outlet", "event", "date", "title", "url", "text")


@dataclass(frozen=True, slots=True)
class Block:
    """What was found in one block of articles.

    `tables` are the four tables, frames or light ones; `broken` says of each article on which the
    analysis broke, by its number in the block, why.
    """

    tables: dict[str, Any]
    broken: Mapping[int, str]


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
) -> Iterator[Block]:
    """Yield what is found in each block of `size` articles, in order.

    Processes are started afresh, so that a script needs ``if __name__ == "__main__":`` around
    what it does. Corrections that a worker applied are noted in `overrides`.
    """
    try:
        import pyarrow  # noqa: F401  (asked for before the work)
    except ImportError as error:
        raise MissingExtraError.of("parquet", "pyarrow", "analyze(workers=)") from error
    from framing.lexicon.serial import lexicon_to_json

    written = tuple(json.dumps(lexicon_to_json(lexicon)) for lexicon in lexicons)
    setup = _Setup(written, tuple(targets), overrides.given, sentiment)
    blocks = [articles[at : at + size] for at in range(0, len(articles), size)]
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(setup,)) as pool:
            done = 0
            for block, (tables, broken, applied) in zip(
                blocks, pool.map(_analyzed, map(_packed, blocks)), strict=True
            ):
                overrides.note_applied(applied)
                done += len(block)
                if progress:
                    progress(done, len(articles))
                yield Block({n: pandas_of(of_bytes(data)) for n, data in tables.items()}, broken)
    except BrokenProcessPool as error:
        raise SettingsError(
            "a worker process was killed (out of memory?); use fewer workers, or framing batch, "
            "which goes on where it was stopped"
        ) from error


def _packed(block: Sequence[Article]) -> bytes:
    """Write articles as Arrow."""
    import pyarrow as pa

    columns = {name: [getattr(article, name) for article in block] for name in _FACTS}
    columns["meta"] = [json.dumps(plain(article.meta)) for article in block]
    arrays = {name: pa.array(cells, pa.large_string()) for name, cells in columns.items()}
    return to_bytes(pa.table(arrays))


_SETUP: list[tuple[_Setup, tuple[Lexicon, ...]]] = []  # of this process, where it is a worker


def end_with_parent() -> None:
    """Let this worker end when the process that began it does, killed ones too.

    It would wait for its next part for ever, with all that it holds in memory.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.join,), daemon=True).start()


def _end_after(wait: Callable[[], None]) -> None:
    """End this process, once `wait` is over, whatever its other threads do."""
    wait()
    os._exit(1)


def _begin(setup: _Setup) -> None:
    """Take a worker's setup once."""
    from framing.lexicon.serial import lexicon_from_json

    end_with_parent()
    loaded = tuple(lexicon_from_json(json.loads(lexicon), None) for lexicon in setup.lexicons)
    _SETUP[:] = [(setup, loaded)]


def _analyzed(data: bytes) -> tuple[Mapping[str, bytes], Mapping[int, str], list[int]]:
    """Analyse one block in a worker; return its tables, what broke, the corrections applied."""
    setup, lexicons = _SETUP[0]
    rows = of_bytes(data).to_pylist()
    block = [Article(**{**row, "meta": json.loads(row["meta"])}) for row in rows]
    overrides = Corrections(setup.corrections)
    found = batch_of(block, lexicons, setup.targets, overrides, sentiment=setup.sentiment)
    packed = arrow_tables(found.tables, sentiment=setup.sentiment)
    written = {name: to_bytes(table) for name, table in packed.items()}
    return written, found.broken, overrides.places_applied()


def batch_of(
    articles: Sequence[Article],
    lexicons: Sequence[Lexicon],
    targets: Sequence[Target],
    overrides: Corrections,
    *,
    sentiment: bool,
    reader: VoiceReader | None = None,
) -> Block:
    """Analyse one block of articles; whatever breaks in one of them costs this one alone."""
    matcher = _matcher(lexicons, tuple(targets))
    batch = Batch(matcher, overrides)
    abreast = Abreast(matcher, reader or _rules(), sentiment=sentiment)
    why: list[str | None] = []
    with _collecting_the_new():
        for several in abreast.read(articles):
            batch.add(several)
            why += [found.broken for found in several]
        tables = batch.frames(score_columns(sentiment=sentiment))
    return Block(tables, {at: reason for at, reason in enumerate(why) if reason is not None})


_FEW, _NEW, _MANY = 1_000, 50_000, 200_000  # objects


@contextmanager
def _collecting_the_new() -> Iterator[None]:
    """Look for garbage in cycles only among what was made lately, and seldom.

    The rows kept hold no cycles, and there are many: to look through them all again and again,
    as Python does by itself, takes a twentieth of an analysis. Nor do lexicons: where no look was
    taken since they were made, they are set aside meanwhile, or the first one goes through them.
    """
    before = gc.get_threshold()
    # Where somebody has set things aside already, they are to stay there; Python 3.12 has a few.
    aside = gc.get_count()[0] > _MANY and gc.get_freeze_count() < _FEW
    if aside:
        gc.freeze()
    if before[0]:  # 0 is never: who has turned the search off means it
        gc.set_threshold(_NEW, 1 << 30, 1 << 30)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if aside:
            gc.unfreeze()


@lru_cache(maxsize=1)
def _rules() -> RulesReader:
    """Return the default reader, which remembers the words it has met."""
    return RulesReader()


_BUILT: OrderedDict[tuple[Any, ...], Matcher] = OrderedDict()
_MOST_BUILT = 4


def _matcher(lexicons: Sequence[Lexicon], parties: tuple[Target, ...]) -> Matcher:
    """Build the matcher, or take the one built before for the same lexicons and targets."""
    key = (*((lexicon.id, lexicon.sha256) for lexicon in lexicons), parties)
    matcher = _BUILT.pop(key, None) or Matcher(lexicons, parties)
    _BUILT[key] = matcher
    while len(_BUILT) > _MOST_BUILT:
        _BUILT.popitem(last=False)
    return matcher


def reader_name(reader: VoiceReader | None) -> str:
    """Return what the reader used is called."""
    used = reader or _rules()
    if not hasattr(used, "name") or not hasattr(used, "read"):
        raise SettingsError(
            f"a voice reader has a name and read(document), and this {type(used).__name__} has "
            "not; leave reader out for the one that needs no parser"
        )
    return used.name
