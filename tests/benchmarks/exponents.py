"""How the cost of reading grows: with an article's length, a lexicon's size, a corpus's.

    python tests/benchmarks/exponents.py [--articles 64] [--rounds 3]

Each size does the same work in all (the same articles, joined into longer ones or taken in larger
corpora; the same hits, found with more terms), in turns, and the least processor time counts. The
exponent is the slope of log time over log size: 1 is linear, and for the lexicon 0 is free.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from matching_lexicons import draw_terms, plain_lexicon

from framing import analyze
from framing.articles import documents
from framing.matching import Matcher
from framing.values import Article, Document

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
LENGTHS = (1, 4, 16, 64)


def texts(count: int) -> list[str]:
    """Return the first texts of the set for load."""
    import pyarrow.parquet as pq

    table = pq.read_table(CORPORA / "abp" / "articles.parquet", columns=["text"])
    return [str(text) for text in table.slice(0, count)["text"].to_pylist()]


def analysed(several: Sequence[str]) -> None:
    """Analyse texts as the articles of one corpus."""
    analyze([Article(str(n), text=text) for n, text in enumerate(several)], sentiment=False)


def least(jobs: Mapping[int, Callable[[], object]], rounds: int) -> dict[int, float]:
    """Do some jobs in turns; return the least processor time of each."""
    taken = dict.fromkeys(jobs, math.inf)
    for _ in range(rounds):
        for size, job in jobs.items():
            start = time.process_time()
            job()
            taken[size] = min(taken[size], time.process_time() - start)
    return taken


def slope(taken: Mapping[int, float]) -> float:
    """Return the slope of log time over log size."""
    sizes, seconds = np.log(list(taken)), np.log(list(taken.values()))
    return float(np.polyfit(sizes, seconds, 1)[0])


def told(what: str, taken: Mapping[int, float], exponent: float, limit: float) -> None:
    """Print an exponent with its times."""
    times = ", ".join(f"{size:,}: {seconds:.3f} s" for size, seconds in taken.items())
    print(f"{what}: {exponent:.3f} (limit {limit}); {times}")


def by_length(given: Sequence[str], rounds: int) -> None:
    """Join the same texts into longer and longer articles."""
    jobs = {
        size: partial(
            analysed, ["\n\n".join(given[at : at + size]) for at in range(0, len(given), size)]
        )
        for size in LENGTHS
    }
    taken = least(jobs, rounds)
    told("length of an article", taken, 1 + slope(taken), 1.05)


def by_articles(given: Sequence[str], rounds: int) -> None:
    """Analyse larger and larger corpora."""
    sizes = [len(given) * times // 8 for times in (1, 2, 4, 8)]
    taken = least({size: partial(analysed, given[:size]) for size in sizes}, rounds)
    told("articles", taken, slope(taken), 1.02)


def _searched(matcher: Matcher, read: Sequence[Document]) -> None:
    for document in read:
        matcher.find(document)


def by_lexicon(given: Sequence[str], rounds: int) -> None:
    """Find the same hits with ten times the terms."""
    read = [documents(Article(str(n), text=text))[0] for n, text in enumerate(given)]
    few, many = draw_terms(given, 1_000, 10_000)
    matchers = [Matcher([plain_lexicon(terms, f"{len(terms)}-terms")]) for terms in (few, many)]
    jobs = {
        len(terms): partial(_searched, matcher, read)
        for terms, matcher in zip((few, many), matchers, strict=True)
    }
    taken = least(jobs, rounds)
    told("terms of a lexicon (matching alone)", taken, slope(taken), 0.2)


def main() -> None:
    """Print the exponents."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    given = texts(options.articles)
    analysed(given[:16])
    by_length(given[: options.articles // 64 * 64], options.rounds)
    by_articles(given, options.rounds)
    by_lexicon(given, options.rounds)


if __name__ == "__main__":
    main()
