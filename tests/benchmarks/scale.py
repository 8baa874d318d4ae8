"""How `framing batch` bears a large corpus: memory by articles done, processor time by engine.

    python tests/benchmarks/scale.py corpus million.parquet --articles 1000000
    python tests/benchmarks/scale.py run million.parquet out        (goes on where it was stopped)
    python tests/benchmarks/scale.py compare out                    (from the folder)
    python tests/benchmarks/scale.py folder out                     (bytes a counted naming)
    python tests/benchmarks/scale.py engines some.parquet           (one, two workers, Dask)

`corpus` repeats openings of real articles, each cut behind the paragraph or sentence that passes
`--length`, under ids and events of their own; `--length 0` takes them whole, and of several lengths
one article after the other takes the next. Processor time is what is compared: the machine may be
shared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from framing.scale import analyze_parquet
from framing.scale.cluster import local_client

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
SOURCES = 2_000


def corpus(out: Path, articles: int, lengths: list[int], size: int, sources: int) -> None:
    """Write so many articles: openings of real ones, repeated under other ids and events."""
    import pyarrow
    import pyarrow.parquet as pq

    rows = pq.read_table(CORPORA / "abp" / "articles.parquet").slice(0, sources).to_pylist()
    for number, row in enumerate(rows):
        row["text"] = opening(row["text"], lengths[number % len(lengths)])
    writer, characters = None, 0
    for first in range(0, articles, size):
        numbers = range(first, min(first + size, articles))
        group = [(number // len(rows), rows[number % len(rows)]) for number in numbers]
        characters += sum(len(row["text"]) for _, row in group)
        table = pyarrow.table(
            {
                "id": [f"{copy}-{row['id']}" for copy, row in group],
                "outlet": [row["outlet"] for _, row in group],
                "event": [f"{row['topic']}-{row['date']}-{copy}" for copy, row in group],
                # the same text comes again on the same days: no running story
                "story": [f"{row['topic']}-{row['date']}-{copy}" for copy, row in group],
                "date": [row["date"] for _, row in group],
                "title": [row["title"] for _, row in group],
                "text": [row["text"] for _, row in group],
            }
        )
        writer = writer or pq.ParquetWriter(out, table.schema, compression="zstd")
        writer.write_table(table)
    if writer is not None:
        writer.close()
    print(f"{articles} articles of {len(rows)}, {characters / articles:.0f} characters each: {out}")


def opening(text: str, length: int) -> str:
    """Return a text up to the paragraph's or sentence's end behind `length`; whole for 0."""
    if not length:
        return text
    ends = [at for mark in ("\n", ". ", ".” ") if (at := text.find(mark, length)) >= 0]
    return text[: min(ends) + 1] if ends else text


def memory() -> dict[str, list[int]]:
    """Return the resident memory of this process and its children, and the most so far, in MB."""
    me = os.getpid()
    children = Path(f"/proc/{me}/task/{me}/children").read_text().split()
    now, most = [], []
    for process in (str(me), *children):
        try:
            status = Path(f"/proc/{process}/status").read_text()
        except OSError:  # it has ended meanwhile
            continue
        sizes = {
            line.split(":")[0]: int(line.split()[1]) / 1000
            for line in status.splitlines()
            if line.startswith(("VmRSS", "VmHWM"))
        }
        now.append(round(sizes.get("VmRSS", 0)))
        most.append(round(sizes.get("VmHWM", 0)))
    return {"rss_mb": now, "most_mb": most}


def seconds() -> float:
    """Return the processor time of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(source: Path, out: Path, workers: int) -> None:
    """Analyse the corpus into a folder, printing memory and processor time as it goes."""
    begun = time.monotonic()

    def progress(done: int, of: int) -> None:
        line = {"parts": done, "of": of, "cpu_s": round(seconds(), 1), **memory(),
                "wall_s": round(time.monotonic() - begun)}  # fmt: skip
        print(json.dumps(line), flush=True)

    batch = analyze_parquet(source, out, workers=workers, resume=True, progress=progress)
    size = sum(file.stat().st_size for file in out.glob("*/*.parquet"))
    print(json.dumps({"counts": dict(batch.counts), "bytes": size, "cpu_s": round(seconds(), 1)}))


def compare_folder(folder: Path) -> None:
    """Print what comparing a batch's folder takes, and its first findings."""
    import framing

    cpu, wall, analysis = cost(lambda: framing.open_analysis(folder))
    print(f"opened: {cpu:.1f} s of processor time, {memory()['rss_mb'][0]} MB", flush=True)
    cpu, wall, comparison = cost(lambda: framing.compare(analysis, copies="all"))
    print(
        f"compared: {cpu:.1f} s of processor time, {wall:.0f} s, most {memory()['most_mb'][0]} MB"
    )
    for sentence in comparison.findings()[:3]:
        print(sentence)


def folder_bytes(folder: Path) -> None:
    """Print how many bytes of a batch's folder a counted naming takes, table by table."""
    import pyarrow.compute
    import pyarrow.parquet as pq

    column = pq.read_table(folder / "mentions", columns=["counted"])["counted"]
    counted = int(pyarrow.compute.sum(column).as_py() or 0)
    sizes: dict[str, int] = {}
    for file in folder.rglob("*"):
        if file.is_file():
            name = file.relative_to(folder).parts[0]
            sizes[name] = sizes.get(name, 0) + file.stat().st_size
    print(f"{counted} counted of {len(column)} namings, {sum(sizes.values())} bytes")
    for name, size in sorted({**sizes, "all": sum(sizes.values())}.items(), key=lambda at: -at[1]):
        print(f"{name:15}{size:12}{size / max(1, counted):8.1f} bytes a counted naming")


def cost(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Return processor seconds, wall seconds and what the work gives."""
    cpu, wall = seconds(), time.monotonic()
    found = work()
    return seconds() - cpu, time.monotonic() - wall, found


def engines(source: Path, rounds: int) -> None:
    """Print the processor time of one process, two workers and a Dask cluster of two."""

    def on_dask(out: Path) -> Any:
        client = local_client(2)
        try:
            return analyze_parquet(source, out, client=client)
        finally:
            client.shutdown()

    def on_processes(workers: int) -> Callable[[Path], Any]:
        return lambda out: analyze_parquet(source, out, workers=workers)

    ways = {"one": on_processes(1), "two": on_processes(2), "dask": on_dask}
    for number in range(rounds):
        for name, way in ways.items():
            out = Path(tempfile.mkdtemp()) / name
            cpu, wall, batch = cost(lambda way=way, out=out: way(out))  # type: ignore[misc]  # bound now
            print(
                f"round {number} {name}: {cpu:.1f} s of processor time, {wall:.1f} s, "
                f"{batch.counts['mentions']} mentions",
                flush=True,
            )
            shutil.rmtree(out.parent)


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["corpus", "run", "compare", "folder", "engines"])
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--length", type=int, default=[400], nargs="+")
    parser.add_argument("--sources", type=int, default=SOURCES, help="real articles to repeat")
    parser.add_argument("--group", type=int, default=10_000, help="articles a group of rows")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    if options.what == "corpus":
        lengths, sources = options.length, options.sources
        corpus(options.source, options.articles, lengths, options.group, sources)
    elif options.what == "run":
        run(options.source, options.out, options.workers)
    elif options.what == "compare":
        compare_folder(options.source)
    elif options.what == "folder":
        folder_bytes(options.source)
    else:
        engines(options.source, options.rounds)


if __name__ == "__main__":
    main()
