"""One part of a corpus: read, analysed and written as Parquet where the work is done.

Only counts travel back. A part's files are written whole, its record last: what a killed worker
leaves behind is no part, and is done again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.analysis.arrow import arrow_tables
from framing.analysis.batchfolder import RECORDS
from framing.analysis.broken import set_apart
from framing.analysis.corrections import Corrections, load_corrections
from framing.analysis.tablefiles import plain
from framing.analysis.workers import batch_of
from framing.articles import Articles
from framing.articles.parts import ArticlePart, blocks_of
from framing.digests import digest_of
from framing.lexicon import load_lexicons, load_targets
from framing.output import replacing, write_whole

if TYPE_CHECKING:
    from framing.lexicon import Lexicon
    from framing.values import Target

__all__ = ["TABLES", "BatchTask", "Job", "merged", "work"]

TABLES = ("mentions", "attributions", "cues", "scores")
_BLOCK = 500  # articles that are held at once, with their tables
_LEVEL = 9  # of compression: a tenth smaller, for a hundredth of a second a part
_RISING = ("start", "end", "sentence", "content.list.element.list.element")
"""How columns end that rise through an article: steps between their cells take fewer bytes."""


@dataclass(frozen=True, slots=True)
class Job:
    """What every part is analysed with; small enough to send with each."""

    out: str
    lexicon: tuple[str, ...] | None
    targets: str | None
    corrections: str | None
    sentiment: bool


@dataclass(frozen=True, slots=True)
class BatchTask:
    """One part of the corpus, with its place in the order."""

    number: int
    part: ArticlePart

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"part-{self.number:06d}"


def work(job: Job, task: BatchTask) -> dict[str, Any]:
    """Analyse one part and write its tables; return its record.

    Returns
    -------
    dict
        ``articles``, ``skipped``, ``warnings``, rows by table, and each file's SHA-256.
    """
    out = Path(job.out)
    counts = dict.fromkeys(("articles", "skipped", "warnings", *TABLES), 0)
    notes: list[dict[str, Any]] = []
    summaries: list[dict[str, Any]] = []
    places: dict[str, Path] = {}
    with contextlib.ExitStack() as stack:
        writers: dict[str, Any] = {}
        for read in blocks_of(task.part, size=_BLOCK):
            block, tables, summary = _tables(job, read)
            counts["articles"] += len(block)
            counts["skipped"] += len(block.skipped)
            counts["warnings"] += len(block.warnings)
            notes += [
                {"file": str(row.file), "line": row.line, "reason": row.reason}
                for row in block.skipped[: max(0, 20 - len(notes))]
            ]
            summaries.append(summary)
            if block.skipped or block.warnings:
                tables["remarks"] = _remarks(block)
            for name, table in tables.items():
                if name in counts and name != "articles":
                    counts[name] += table.num_rows
                if name not in writers:
                    places[name] = out / name / f"{task.name}.parquet"
                    writers[name] = stack.enter_context(_written(places[name], table.schema))
                writers[name].write_table(table)
    files = {f"{name}/{path.name}": digest_of(path) for name, path in places.items()}
    record = {"part": task.part.name, "key": task.part.key, "counts": counts, "skipped": notes,
              "corrections": merged(summaries) if summaries else None,
              "files": files}  # fmt: skip
    write_whole(out / RECORDS / f"{task.name}.json", json.dumps(record, ensure_ascii=True) + "\n")
    return record


def merged(summaries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Add up what corrections came to; one is unmatched where it was matched nowhere."""
    first = summaries[0]
    lost = set(first["unmatched"]).intersection(*(summary["unmatched"] for summary in summaries))
    unmatched = [correction for correction in first["unmatched"] if correction in lost]
    return {**first, "applied": first["given"] - len(unmatched), "unmatched": unmatched}


@contextlib.contextmanager
def _written(path: Path, schema: Any) -> Iterator[Any]:
    """Give a writer of one Parquet file, a group of rows a block: memory holds one block."""
    import pyarrow.parquet

    leaves = [leaf for column in schema for leaf in _leaves(column.name, column.type)]
    rising = [leaf for leaf in leaves if leaf.endswith(_RISING)]
    with (
        replacing(path) as temporary,
        pyarrow.parquet.ParquetWriter(
            temporary,
            schema,
            compression="zstd",
            compression_level=_LEVEL,
            use_dictionary=[leaf for leaf in leaves if leaf not in rising],
            column_encoding=dict.fromkeys(rising, "DELTA_BINARY_PACKED"),
        ) as writer,
    ):
        yield writer


def _leaves(name: str, kind: Any) -> list[str]:
    """Return what Parquet calls the columns that one column of Arrow is written as."""
    import pyarrow

    if pyarrow.types.is_list(kind):
        return _leaves(f"{name}.list.element", kind.value_type)
    if pyarrow.types.is_struct(kind):
        return [leaf for each in kind for leaf in _leaves(f"{name}.{each.name}", each.type)]
    return [name]


def _tables(job: Job, read: Articles) -> tuple[Articles, dict[str, Any], dict[str, Any]]:
    """Analyse one block; return the articles that were analysed, and their tables as Arrow.

    The articles are among the tables, without texts. The last is what the corrections came to.
    """
    overrides = Corrections(load_corrections(job.corrections))
    found = batch_of(
        read, _lexicons(job.lexicon), _targets(job.targets), overrides, sentiment=job.sentiment
    )
    block = set_apart(read, found.broken)
    tables = arrow_tables(found.tables, sentiment=job.sentiment)
    return block, {"articles": _articles(block), **tables}, overrides.summary()


def _remarks(block: Articles) -> Any:
    """Return what was skipped in a block, and what was warned about, a row each."""
    import pyarrow

    rows = (*block.skipped, *block.warnings)
    kinds = ["skipped"] * len(block.skipped) + ["warning"] * len(block.warnings)
    columns = {
        "kind": pyarrow.array(kinds, pyarrow.string()),
        "file": pyarrow.array([str(row.file) for row in rows], pyarrow.string()),
        "line": pyarrow.array([row.line for row in rows], pyarrow.int64()),
        "reason": pyarrow.array([row.reason for row in rows], pyarrow.string()),
    }
    return pyarrow.table(columns)


def _articles(block: Articles) -> Any:
    """Return what is known of the articles, in text form; their own text stays where it was."""
    import pyarrow

    columns: dict[str, list[Any]] = {
        name: [getattr(article, name) for article in block]
        for name in ("id", "outlet", "event", "date", "title", "url")
    }
    columns["sha256"] = [
        hashlib.sha256(article.text.encode("utf-8")).hexdigest() for article in block
    ]
    columns["meta"] = [json.dumps(plain(article.meta)) for article in block]
    return pyarrow.table({name: pyarrow.array(v, pyarrow.string()) for name, v in columns.items()})


@lru_cache(maxsize=2)
def _lexicons(named: tuple[str, ...] | None) -> tuple[Lexicon, ...]:
    """Load the lexicons once a process."""
    return tuple(load_lexicons(None if named is None else list(named)))


@lru_cache(maxsize=2)
def _targets(named: str | None) -> tuple[Target, ...]:
    """Load the declared targets once a process."""
    return load_targets(named)
