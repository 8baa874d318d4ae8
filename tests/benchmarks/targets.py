"""Draws directed targets to be read by hand; run as ``python tests/benchmarks/targets.py``.

Prints loaded namings of the `abp` articles (``FRAMING_CORPORA``) from ``--first`` on, each with the
slot, who is said to fill it, the rule, and the words around: whoever reads them says whether the
text bears it out. The draw depends on ``--seed`` alone; `README.md` tells what readers found.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter
from pathlib import Path

import pandas as pd

import framing

ROOT = Path(__file__).resolve().parents[2]
BEFORE, AFTER = 260, 110


def main() -> None:
    """Print the drawn targets and how many there are by rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=41)
    parser.add_argument("--first", type=int, default=4_000)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--draw", type=int, default=60)
    asked = parser.parse_args()
    folder = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
    file = folder / "abp" / "articles.parquet"
    if not file.is_file():
        print(f"{file} is absent: nothing is drawn")
        return
    table = pd.read_parquet(file).iloc[asked.first : asked.first + asked.articles]
    articles = [
        framing.Article(str(row.id), outlet=row.outlet, title=row.title, text=row.text)
        for row in table.itertuples()
    ]
    texts = {article.id: article.text for article in articles}
    mentions = framing.analyze(articles, sentiment=False).mentions
    loaded = mentions[mentions["field"].eq("text") & mentions["loaded"].eq(True)]
    directed = [
        (mention, binding)
        for mention in loaded.to_dict("records")
        for binding in mention["bindings"]
        if binding["target"] and binding["direction"]
    ]
    rules = Counter(binding["rule"] for _, binding in directed)
    print(
        f"{len(articles)} articles, {len(loaded)} loaded namings, {len(directed)} directed targets"
    )
    print(", ".join(f"{rule} {count}" for rule, count in rules.most_common()))
    random.Random(asked.seed).shuffle(directed)  # noqa: S311 - drawing lines, not secrets
    for number, (mention, binding) in enumerate(directed[: asked.draw], start=1):
        text, start, end = texts[mention["article_id"]], mention["start"], mention["end"]
        around = (
            f"{text[max(0, start - BEFORE) : start]}[[{text[start:end]}]]{text[end : end + AFTER]}"
        )
        what = f"{mention['concept']}/{mention['variant']} {binding['slot']}"
        print(f"{number}. {what}: {binding['target']} ({binding['rule']})")
        print("   ", " ".join(around.split()))


if __name__ == "__main__":
    main()
