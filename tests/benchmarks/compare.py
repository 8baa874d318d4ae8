"""How long `compare` takes, and how much memory, by leaning over many articles.

Run from the checkout, with the measuring corpora at FRAMING_CORPORA::

    python tests/benchmarks/compare.py --times 5

The articles of one corpus are analysed once and stand `--times` over, each time under new ids and
events, so that 5 times give some 32,000. Printed are articles, mentions, seconds of `compare`,
processor seconds of it, of `findings` and of the tables that are made when asked for, the largest
memory the process had, and how often one pandas group-by of the mentions, which counts and tests
nothing, would have run in the time of `compare`.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import resource
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--articles", type=int, default=None, help="only the first so many")
    asked = parser.parse_args()
    folder = Path(os.environ.get("FRAMING_CORPORA", "../shared/corpora"))
    articles = framing.read_articles(table(folder, asked.articles))
    analysis = repeated(framing.analyze(articles, sentiment=False), asked.times)
    del articles
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, used = time.perf_counter(), time.process_time()
    comparison = framing.compare(analysis, by="leaning", within="topicmonth")
    seconds, processor = time.perf_counter() - start, time.process_time() - used
    start = time.process_time()
    findings = comparison.findings()
    told = time.process_time() - start
    used_by = {}
    for name in ("differences", "stance", "naming", "shares", "sources", "coverage"):
        begin = time.process_time()
        getattr(comparison, name)
        used_by[name] = time.process_time() - begin
    begin = time.process_time()
    mentions = comparison.material.mentions
    mentions.groupby(["event", "outlet", "lexicon", "concept", "variant", "voice"]).size()
    grouped = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(analysis.articles)} articles, {len(analysis.mentions)} mentions")
    print(f"compare: {seconds:.1f} s ({processor:.1f} s of processor)")
    print(f"findings: {len(findings)} in {told:.1f} s")
    print("tables:", ", ".join(f"{name} {used:.1f} s" for name, used in used_by.items()))
    print(f"compare is {processor / grouped:.0f} group-bys of the mentions ({grouped:.2f} s)")
    print(f"memory: {before:.0f} MB before, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
