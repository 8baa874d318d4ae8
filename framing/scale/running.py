"""The run over all parts: on this machine's processes or a Dask cluster, resumable."""

from __future__ import annotations

import importlib
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from framing.analysis.batchfolder import BatchFolder, open_batch
from framing.analysis.folderlock import locked
from framing.analysis.workers import end_with_parent
from framing.articles.parts import parts_of
from framing.errors import ArticleError, MissingExtraError, OutputError
from framing.output import protecting, will_write
from framing.scale.batchwriting import clear_leavings, record_of, write_manifest
from framing.scale.resuming import begin, shared_settings
from framing.scale.working import BatchTask, Job, merged, work

__all__ = ["analyze_parquet"]

_TRIES = 3
"""How often a part is tried whose worker died."""


def analyze_parquet(
    source: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    lexicon: str | Sequence[str] | None = None,
    targets: str | None = None,
    corrections: str | None = None,
    sentiment: bool = False,
    workers: int | None = None,
    client: Any = None,
    resume: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> BatchFolder:
    """Analyse a corpus of any size, part by part, into a folder of Parquet files.

    A part is a group of rows of a Parquet file, or a file; each is read, analysed and written by
    one worker, and only counts come back, so that memory does not grow with the corpus. Rows are
    those of `analyze`, whatever the parts.

    Parameters
    ----------
    source : path or sequence of paths
        Anything `read_articles` reads from disk; Parquet in groups of some ten thousand rows is
        best.
    out : path
        The folder to write: ``articles``, ``mentions``, ``attributions``, ``cues``, ``scores``,
        ``remarks`` (what was skipped or looked damaged) and a manifest. One run at a time may
        write into it.
    lexicon, targets, corrections, sentiment
        As `framing.analyze` takes them, as ids and paths; sentiment is left out unless asked for.
    workers : int, optional
        Processes on this machine; by default as many as it has processors.
    client : dask.distributed.Client, optional
        Hand the parts to a Dask cluster instead (extra ``dask``), which must see the same files.
    resume : bool
        Go on with what an earlier run left: parts that are whole stay, the rest is done.
    progress : callable, optional
        Called as ``progress(parts done, parts in all)``.

    Returns
    -------
    BatchFolder

    Raises
    ------
    ArticleError
        Where nothing can be read, or two articles claim one id.
    OutputError
        Where `out` can't be written, holds something else, or another run is writing into it.
    SettingsError
        Where `resume` finds other settings, lexicons or sources than the run it goes on with.

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> news, out = Path(tempfile.mkdtemp()) / "news.parquet", tempfile.mkdtemp()
    >>> pd.DataFrame({"id": ["a"], "text": ["The regime fell."]}).to_parquet(news)
    >>> batch = analyze_parquet(news, out, lexicon="governments", workers=1)
    >>> batch.table("mentions")["text"].tolist()
    ['regime']
    """
    folder = Path(out)
    tasks = [BatchTask(number, part) for number, part in enumerate(parts_of(source))]
    named = (lexicon,) if isinstance(lexicon, str) else lexicon
    job = Job(
        str(folder), None if named is None else tuple(map(str, named)), targets, corrections,
        sentiment,
    )  # fmt: skip
    _needs_pyarrow()
    given = [source] if isinstance(source, str | os.PathLike) else list(source)
    with protecting(*map(Path, given)):
        will_write(folders=[folder])
        with locked(folder):
            settings = shared_settings(job, tasks)
            begin(folder, settings, resume)
            clear_leavings(folder)
            begun = {name: settings[name] for name in ("settings", "provenance")}
            write_manifest(folder, {"whole": False, **begun})
            settings["source"] = [str(Path(path).resolve()) for path in given]
            done = _done_before(folder, tasks) if resume else {}
            todo = [task for task in tasks if task not in done]
            results = _on_dask(client, job, todo) if client else _on_processes(job, todo, workers)
            for task, record in results:
                done[task] = record
                if progress:
                    progress(len(done), len(tasks))
            _finish(folder, settings, [done[task] for task in tasks])
    return open_batch(folder, check=False)


def _needs_pyarrow() -> None:
    try:
        import pyarrow  # noqa: F401  (asked for before the work)
    except ImportError as error:
        raise MissingExtraError.of("parquet", "pyarrow", "framing batch") from error


def _done_before(folder: Path, tasks: Sequence[BatchTask]) -> dict[BatchTask, dict[str, Any]]:
    """Return the records of the parts that an earlier run left whole."""
    records = ((task, record_of(folder, task)) for task in tasks)
    return {task: record for task, record in records if record}


def _finish(folder: Path, settings: dict[str, Any], records: list[dict[str, Any]]) -> None:
    counts: Counter[str] = Counter()
    files: dict[str, str] = {}
    skipped: list[Any] = []
    for record in records:
        counts.update(record["counts"])
        files |= record["files"]
        skipped += record["skipped"][: max(0, 100 - len(skipped))]
    if not counts["articles"]:
        reasons = "; ".join(f"{row['file']}: {row['reason']}" for row in skipped[:3])
        raise ArticleError(f"no article could be read: {reasons or 'there is not a row in it'}")
    _refuse_doubles(folder, files)
    lexicons = settings.pop("used")
    settings["provenance"]["corrections"] = merged(
        [record["corrections"] for record in records if record["corrections"]]
    )
    manifest = {
        "whole": True, **settings, "counts": dict(counts), "skipped": skipped,
        "parts": [{"part": r["part"], "articles": r["counts"]["articles"]} for r in records],
        "files": dict(sorted(files.items())), "lexicons": lexicons,
    }  # fmt: skip
    write_manifest(folder, manifest)


def _refuse_doubles(folder: Path, files: Iterable[str]) -> None:
    """Refuse ids that two articles claim, wherever in the corpus they stand."""
    import pyarrow
    import pyarrow.compute
    import pyarrow.parquet

    paths = [folder / file for file in files if file.startswith("articles/")]
    columns = [pyarrow.parquet.read_table(path, columns=["id"])["id"] for path in paths]
    counted = pyarrow.chunked_array([chunk for c in columns for chunk in c.chunks]).value_counts()
    twice = counted.filter(pyarrow.compute.greater(counted.field("counts"), 1))
    if len(twice):
        raise ArticleError(
            f"two articles claim the id {twice[0]['values'].as_py()!r}"
            + (f", and {len(twice) - 1} more ids are claimed twice" if len(twice) > 1 else "")
            + "; give each its own, or leave ids out and framing makes them"
        )


def _on_processes(
    job: Job, todo: Sequence[BatchTask], workers: int | None
) -> Iterator[tuple[BatchTask, dict[str, Any]]]:
    """Work on this machine; a part whose worker died is tried again by another one."""
    if workers == 1:
        yield from ((task, work(job, task)) for task in todo)
        return
    left, tries = list(todo), 0
    while left:
        tries += 1
        done: set[BatchTask] = set()
        context = multiprocessing.get_context("spawn")
        try:
            some = workers or os.cpu_count()
            with ProcessPoolExecutor(some, context, initializer=end_with_parent) as pool:
                futures = {pool.submit(work, job, task): task for task in left}
                for future in as_completed(futures):
                    record = future.result()
                    done.add(futures[future])
                    yield futures[future], record
        except BrokenProcessPool as error:
            if tries >= _TRIES and not done:
                raise OutputError(
                    f"workers were killed {tries} times while reading {left[0].part.name} and the "
                    "parts beside it (out of memory?); use fewer workers, then --resume"
                ) from error
            tries = 0 if done else tries
        left = [task for task in left if task not in done]


def _on_dask(
    client: Any, job: Job, todo: Sequence[BatchTask]
) -> Iterator[tuple[BatchTask, dict[str, Any]]]:
    """Hand the parts to a Dask cluster, each tried three times."""
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise MissingExtraError.of("dask", "distributed", "the Dask engine") from error
    submitted = [client.submit(work, job, task, pure=False, retries=_TRIES - 1) for task in todo]
    futures = {future.key: task for future, task in zip(submitted, todo, strict=True)}
    for future in distributed.as_completed(submitted):
        try:
            record = future.result()
        except distributed.KilledWorker as error:
            raise OutputError(
                f"Dask's workers died again and again while reading {futures[future.key].part.name}"
                " (out of memory?); give them more of it, then resume"
            ) from error
        yield futures[future.key], record
