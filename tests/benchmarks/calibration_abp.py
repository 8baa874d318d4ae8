"""Does what the literature knows come out of real articles? Three pairs of words by leaning.

Run from the checkout, with the measuring corpora at FRAMING_CORPORA::

    python tests/benchmarks/calibration_abp.py

Known signs: outlets of the right write "illegal" and those of the left "undocumented" immigrants
(Associated Press 2013 on the first); "pro-life" is the movement's own name, which the left's
outlets avoid for "anti-abortion"; conservative sources prefer "global warming" to "climate change"
(Schuldt, Konrath & Schwarz 2011, doi:10.1093/poq/nfq073). Only articles that touch the three
matters are read. Nothing of the corpus is printed but counts.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

import framing
from framing.events import group_events
from framing.statistics import NamingCounts, choice_tests, naming_weights

MATTERS = r"immigra|alien|abortion|pro-life|global warming|climate"
LEXICONS = ["migration", "family-gender", "climate-energy"]
LEFT, RIGHT = 0, 2


class Known(NamedTuple):
    """A concept, and how variants of the right's preferred word and of the left's begin."""

    concept: str
    right: tuple[str, ...]
    left: tuple[str, ...]


KNOWN = (
    Known("people-without-papers", ("illegal",), ("undocumented", "unauthori")),
    Known("abortion-opponents", ("pro-life",), ("anti-abortion", "anti-choice")),
    Known("climate-change", ("global-warming",), ("climate-change", "climate-crisis")),
)


def corpora() -> Path:
    """Find the measuring corpora."""
    folder = Path(os.environ.get("FRAMING_CORPORA", "../shared/corpora"))
    if not (folder / "abp" / "articles.parquet").exists():
        raise SystemExit(f"no abp/articles.parquet under {folder}; set FRAMING_CORPORA")
    return folder


def analysis_of(folder: Path) -> tuple[Any, pd.DataFrame]:
    """Analyse the articles on the three matters; their leaning, month and event beside."""
    table = pd.read_parquet(folder / "abp" / "articles.parquet")
    table = table[table["text"].str.contains(MATTERS, case=False)].reset_index(drop=True)
    month = pd.to_datetime(table["date"], errors="coerce").dt.strftime("%Y-%m")
    articles = framing.read_articles(
        table.assign(side=table["leaning"].map({LEFT: "left", RIGHT: "right"}), month=month)
    )
    analysis = framing.analyze(articles, LEXICONS, sentiment=False)
    events = group_events(articles).set_index("article_id")["event"]
    ids = table["id"].astype(str)
    beside = pd.DataFrame({
        "leaning": table["leaning"].to_numpy(), "event": ids.map(events).to_numpy(),
        "month": pd.to_datetime(table["date"], errors="coerce").dt.strftime("%Y-%m").to_numpy(),
    }, index=ids)  # fmt: skip
    return analysis, beside


def tested(
    analysis: Any, beside: pd.DataFrame, known: Known, within: str
) -> tuple[dict[str, tuple[int, int]], pd.DataFrame]:
    """Count both words by leaning over all articles, and test left against right in `within`."""
    rows = analysis.mentions
    rows = rows[(rows["concept"] == known.concept) & (rows["voice"] == "own")]
    rows = rows.join(beside.drop(columns="event").assign(group=beside[within]), on="article_id")
    rows = rows[rows["leaning"].isin([LEFT, RIGHT])]
    variant = rows["variant"].astype(str)
    shares = {
        name: (int(variant[rows["leaning"] == side].str.startswith(known.right).sum()),
               int(variant[rows["leaning"] == side].str.startswith(known.left).sum()))
        for name, side in (("left", LEFT), ("right", RIGHT))
    }  # fmt: skip
    rows = rows[rows["group"].notna() & (rows["group"] != "")]
    names, event = np.unique(rows["group"].astype(str), return_inverse=True)
    kinds, place = np.unique(rows["variant"].astype(str), return_inverse=True)
    side = (rows["leaning"] == LEFT).to_numpy(int)
    counts = NamingCounts(
        event, side, side, place, naming_weights(rows["article_id"].astype(str)),
        np.zeros(len(kinds), dtype=int), tuple(names),
        direction=np.array([k.startswith(known.right) - float(k.startswith(known.left))
                            for k in kinds]),
    )  # fmt: skip
    return shares, choice_tests(counts, [(0, 1)])


def ranks(analysis: Any) -> None:
    """Print where the three stand among the findings of `compare`, left against right by month."""
    comparison = framing.compare(analysis, by="side", within="month")
    order = comparison.ranked().reset_index(drop=True)
    print(f"{len(order)} findings of three lexicons, by side within month:")
    for known in KNOWN:
        for row in order[order["concept"] == known.concept].itertuples():
            print(f"    {row.Index + 1}. {known.concept}: {row.events} months, {row.outlet_a} "
                  f"{row.variant_a} {row.n_a} of {row.total_a}, {row.outlet_b} {row.variant_b} "
                  f"{row.n_b} of {row.total_b}, D* {row.difference:.2f} [{row.low:.2f}, "
                  f"{row.high:.2f}], p {row.p_value:.2g}")  # fmt: skip


def main() -> None:
    """Print shares and tests, right against left, and the ranks among all findings."""
    analysis, beside = analysis_of(corpora())
    print(f"{len(beside)} articles, {beside['event'].nunique()} events")
    right = 0
    for known in KNOWN:
        for within in ("event", "month"):
            shares, table = tested(analysis, beside, known, within)
            sides = {k: a / (a + b) if a + b else float("nan") for k, (a, b) in shares.items()}
            said = f"{known.concept} within {within}:"
            print(said, "  ".join(f"{k} {v:.2f} (of {sum(shares[k])})" for k, v in sides.items()))
            for measure in ("naming choice", "lean"):
                rows = table[(table["measure"] == measure) & (table["concept"] == 0)]
                for row in rows.itertuples():
                    print(
                        f"    {measure}: {row.events} matched, difference {row.difference:+.2f} "
                        f"[{row.low:+.2f}, {row.high:+.2f}], p {row.p_value:.2g} {row.note}"
                    )
        right += sides["right"] > sides["left"]
    print(f"known sign: {right} of {len(KNOWN)}")
    ranks(analysis)


if __name__ == "__main__":
    main()
