"""How long `compare` takes, and how much memory, by leaning over many articles.

Run from the checkout, with the measuring corpora at FRAMING_CORPORA::

    python tests/benchmarks/compare.py --times 5

The articles of one corpus are analysed once and stand `--times` over, each time under new ids and
events, so that 5 times give some 32,000. Printed are articles, mentions, seconds of `compare`,
processor seconds of it, of `findings` and of the tables that are made when asked for, the largest
memory that was used by then, and how often one pandas group-by of the mentions, which counts and
tests nothing, would have run in the time of `compare`. The comparison runs in a process of its own
(`--held FILE`, an analysis that was pickled), so that its memory is not that of the analysis.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pandas as pd

import framing
from framing.analysis.lighttable import light, stacked
from framing.articles import Articles

LEANINGS = {0: "left", 1: "center", 2: "right"}


def table(folder: Path, most: int | None) -> pd.DataFrame:
    """Read the articles; topic and month together stand for the event."""
    articles = pd.read_parquet(folder / "abp" / "articles.parquet").head(most)
    month = pd.to_datetime(articles["date"], errors="coerce").dt.strftime("%Y-%m")
    return articles.assign(
        leaning=articles["leaning"].map(LEANINGS),
        topicmonth=(articles["topic"].astype(str) + " " + month).where(month.notna()),
    )


def repeated(analysis: Any, times: int) -> Any:
    """Return the analysis with its articles several times over, as other articles and events."""
    articles = []
    for turn in range(times):
        for article in analysis.articles:
            meta = dict(article.meta)
            if meta.get("topicmonth"):
                meta["topicmonth"] = f"{meta['topicmonth']} {turn}"
            articles.append(dataclasses.replace(article, id=f"{turn}-{article.id}", meta=meta))
    whole = {}
    for name in ("mentions", "attributions", "cues", "scores"):
        rows, parts = getattr(analysis, name), []
        for turn in range(times):
            again = rows.assign(article_id=f"{turn}-" + rows["article_id"].astype("string"))
            parts.append(again if name == "scores" else light(again, 1))
        setattr(analysis, name, None)  # a table as users see it is several times as large
        whole[name] = stacked(parts, {})
    return framing.Analysis(
        Articles(articles), whole, analysis.provenance, lexicons=analysis.lexicons
    )


def peak() -> float:
    """Return the largest memory this process had, in millions of bytes.

    Linux tells it of the process since its program began; `getrusage` also of the one before.
    """
    told = Path("/proc/self/status")
    for line in told.read_text(encoding="ascii").splitlines() if told.exists() else ():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def measured(held: Path) -> None:
    """Compare the analysis in a file, and print what that took."""
    with held.open("rb") as stream:
        analysis: Any = pickle.load(stream)  # noqa: S301 (what `main` wrote)
    before = peak()
    start, used = time.perf_counter(), time.process_time()
    comparison = framing.compare(analysis, by="leaning", within="topicmonth")
    seconds, processor = time.perf_counter() - start, time.process_time() - used
    start = time.process_time()
    findings = comparison.findings()
    told = time.process_time() - start
    used_by = {"compare": (processor, peak())}
    for name in ("differences", "naming", "shares", "sources", "coverage", "stance"):
        begin = time.process_time()
        getattr(comparison, name)
        used_by[name] = time.process_time() - begin, peak()
    begin = time.process_time()
    mentions = comparison.material.mentions
    mentions.groupby(["event", "outlet", "lexicon", "concept", "variant", "voice"]).size()
    grouped = time.process_time() - begin
    print(f"{len(analysis.articles)} articles, {len(analysis.mentions)} mentions")
    print(f"compare: {seconds:.1f} s ({processor:.1f} s of processor)")
    print(f"findings: {len(findings)} in {told:.1f} s")
    print(f"compare is {processor / grouped:.0f} group-bys of the mentions ({grouped:.2f} s)")
    print(f"memory: {before:.0f} MB before, {used_by.pop('compare')[1]:.0f} MB at most")
    for name, (took, most) in used_by.items():
        print(f"{name}: {took:.1f} s of processor, {most:.0f} MB until then")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--articles", type=int, default=None, help="only the first so many")
    parser.add_argument("--held", type=Path, help="an analysis of theirs, as a pickle")
    asked = parser.parse_args()
    if asked.held:
        measured(asked.held)
        return
    folder = Path(os.environ.get("FRAMING_CORPORA", "../shared/corpora"))
    articles = framing.read_articles(table(folder, asked.articles))
    analysis = repeated(framing.analyze(articles, sentiment=False), asked.times)
    with tempfile.TemporaryDirectory() as kept:
        held = Path(kept) / "analysis.pickle"
        with held.open("wb") as stream:
            pickle.dump(analysis, stream, 5)
        print(f"analysed: {peak():.0f} MB of memory", flush=True)
        subprocess.run([sys.executable, __file__, "--held", str(held)], check=True)


if __name__ == "__main__":
    main()
