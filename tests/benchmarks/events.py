"""How well articles are grouped into events: B-cubed and CEAF-e, alone and among distractors.

    python tests/benchmarks/events.py            # figures on BASIL and SEESAW
    python tests/benchmarks/events.py --large    # time and memory for 30,000 articles

The threshold was chosen on BASIL; SEESAW reports it. Distractors are 3,000 articles of the same
months from another set; a distractor in an event's group counts as an error, also where it
covers that very event, so precision among distractors is a lower bound.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from framing.articles import Articles
from framing.events import group_events
from framing.values import Article

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")


def gold_of(name: str) -> list[Article]:
    """Read a set with its events."""
    with (CORPORA / name / "articles.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    keys = ("id", "outlet", "event", "date", "title", "text")
    return [Article(**{key: row.get(key) for key in keys}) for row in rows]


def distractors(months: set[str], count: int) -> list[Article]:
    """Draw articles of the given months from the third set; seed 0."""
    import pyarrow.parquet as pq

    rows = pq.read_table(CORPORA / "abp" / "articles.parquet").to_pylist()
    rows = [row for row in rows if (row["date"] or "")[:7] in months]
    order = np.random.default_rng(0).permutation(len(rows))[:count]
    return [
        Article("abp-" + r["id"], r["outlet"], None, r["date"], r["title"], text=r["text"])
        for r in (rows[i] for i in sorted(order))
    ]


def groups(labels: dict[str, str]) -> dict[str, set[str]]:
    """Invert a mapping of article to group."""
    found: dict[str, set[str]] = defaultdict(set)
    for article, label in labels.items():
        found[label].add(article)
    return found


def b_cubed(gold: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall, F1 over the labelled articles (Bagga & Baldwin 1998)."""
    of_gold, of_found = groups(gold), groups(found)
    precision, recall = [], []
    for article, event in gold.items():
        mine, true = of_found[found[article]], of_gold[event]
        precision.append(len(mine & true) / len(mine))
        recall.append(len(mine & true) / len(true))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return p, r, 2 * p * r / (p + r)


def ceaf_e(gold: dict[str, str], found: dict[str, str]) -> float:
    """Entity-based CEAF F1 (Luo 2005) over groups that hold a labelled article."""
    true = list(groups(gold).values())
    mine = [group for group in groups(found).values() if any(a in gold for a in group)]
    score = np.array([[2 * len(t & m) / (len(t) + len(m)) for m in mine] for t in true])
    rows, columns = linear_sum_assignment(-score)
    total = score[rows, columns].sum()
    return float(2 * total / (len(true) + len(mine)))


def measure(name: str, count: int, *, dated: bool) -> None:
    """Print one line for a set, with or without dates and distractors."""
    labelled = gold_of(name)
    gold = {a.id: str(a.event) for a in labelled}
    months = {(a.date or "")[:7] for a in labelled}
    everything = labelled + (distractors(months, count) if count else [])
    blank = [
        Article(a.id, a.outlet, None, a.date if dated else None, a.title, text=a.text)
        for a in everything
    ]
    start = time.perf_counter()
    table = group_events(Articles(blank))
    seconds = time.perf_counter() - start
    event = table["event"].fillna("").tolist()
    ids = table["article_id"].tolist()
    found = {a: e or f"alone {a}" for a, e in zip(ids, event, strict=True)}
    p, r, f = b_cubed(gold, found)
    print(
        f"{name} articles={len(blank)} distractors={len(blank) - len(labelled)} dated={dated} "
        f"b3_p={p:.3f} b3_r={r:.3f} b3_f={f:.3f} ceaf_e={ceaf_e(gold, found):.3f} "
        f"seconds={seconds:.1f}"
    )


def large(count: int) -> None:
    """Time 30,000 articles: the third set again and again, with words and dates shuffled."""
    import pyarrow.parquet as pq

    rows = pq.read_table(CORPORA / "abp" / "articles.parquet").to_pylist()
    rng = np.random.default_rng(1)
    articles = []
    for i in range(count):
        row = rows[i % len(rows)]
        words = row["text"].split(" ")
        text = " ".join(
            w for w, keep in zip(words, rng.random(len(words)) < 0.8, strict=True) if keep
        )
        date = str(np.datetime64("2016-01-01") + np.timedelta64(int(rng.integers(0, 400)), "D"))
        articles.append(Article(str(i), row["outlet"], None, date, row["title"], text=text))
    start = time.process_time()
    table = group_events(Articles(articles))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"large articles={count} events={table['event'].nunique()} "
        f"processor_seconds={seconds:.1f} peak_gib={peak:.1f}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--count", type=int, default=30_000)
    options = parser.parse_args()
    if options.large:
        large(options.count)
        return
    for name in ("basil", "seesaw"):
        for count in (0, 3000):
            for dated in (True, False):
                measure(name, count, dated=dated)


if __name__ == "__main__":
    main()
