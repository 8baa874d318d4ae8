"""How fast `analyze` is, beside spaCy's blank-English PhraseMatcher on the same articles and forms.

    python tests/benchmarks/analyze.py [--articles 1000] [--rounds 5]
    python tests/benchmarks/analyze.py --stages [--articles 300]   (of a whole run, by stage)

Rounds are interleaved in one process on one core; medians and their ratio are printed. The
peer only finds forms; `analyze` also cuts sentences, reads voices, finds cues and fills tables.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from framing import analyze
from framing.analysis.abreast import Abreast
from framing.analysis.batch import Batch
from framing.analysis.corrections import Corrections
from framing.analysis.scores import score_columns
from framing.articles import Articles, documents
from framing.lexicon import shipped
from framing.lexicon.forms import forms_of
from framing.matching import Matcher
from framing.stance import features_of, find_cues
from framing.values import Article
from framing.voice import RulesReader

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")


def real_articles(count: int) -> Articles:
    """Read the first articles of the set for load."""
    import pyarrow.parquet as pq

    rows = pq.read_table(CORPORA / "abp" / "articles.parquet").slice(0, count).to_pylist()
    return Articles(
        [Article(r["id"], r["outlet"], None, r["date"], r["title"], text=r["text"]) for r in rows]
    )


def surface_forms() -> list[str]:
    """Return every form of the shipped naming lexicons that holds no slot."""
    forms = {
        form.text
        for lexicon in shipped("naming")
        for concept in forms_of(lexicon)
        for variant in concept
        for form in variant
        if "{" not in form.text and "*" not in form.text
    }
    return sorted(forms)


def phrase_matcher(articles: Articles, forms: list[str]) -> Callable[[], int]:
    """Return a run of spaCy's PhraseMatcher over all articles."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.max_length = 10**9
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("forms", [nlp.make_doc(form) for form in forms])
    return lambda: sum(len(matcher(nlp.make_doc(article.text))) for article in articles)


Run = Callable[[], object]


def rooms(articles: Articles) -> dict[str, Run]:
    """Return what each room does with the articles, everything below it already done."""
    reader, matcher = RulesReader(), Matcher(shipped("naming"))
    columns = score_columns(sentiment=False)
    cut = [documents(article) for article in articles]
    flat = [document for several in cut for document in several]
    readings = [reader.read(document) for document in flat]
    groups = list(Abreast(matcher, reader, sentiment=False).read(articles))

    def rows() -> None:
        batch = Batch(matcher, Corrections(()))
        for several in groups:
            batch.add(several)
        batch.frames(columns)

    return {
        "documents": lambda: [documents(article) for article in articles],
        "voice": lambda: [reader.read(document) for document in flat],
        "matching": lambda: [matcher.find(document) for document in flat],
        "cues": lambda: [find_cues(d, r) for d, r in zip(flat, readings, strict=True)],
        "features": lambda: [
            features_of([list(zip(o.documents, o.readings, o.cues, strict=True)) for o in several])
            for several in groups
        ],
        "rows": rows,
    }


def parts(articles: Articles, forms: list[str], rounds: int) -> None:
    """Print what each room costs an article, beside a bare search for the same forms.

    Rounds are interleaved, and the least is shown. What rooms share (a text's fold, a reading's
    timeline) each of them pays for here again, so that together they cost less than the sum.
    """
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(forms)
    runs = {
        "bare search": lambda: [
            automaton.find_matches_as_indexes(article.text.lower(), overlapping=True)
            for article in articles
        ],
        **rooms(articles),
    }
    least = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            least[name] = min(least[name], timed(run))
    for name, seconds in least.items():
        print(
            f"  {name}: {seconds / len(articles) * 1e6:.0f} µs an article, "
            f"{seconds / least['bare search']:.1f} bare searches"
        )


STAGES = {
    "documents": (Abreast, "_cut"),
    "voice": (Abreast, "_hear_at_once"),
    "matching": (Abreast, "_match"),
    "cues": (Abreast, "_weigh"),
    "features": (Abreast, "_count"),
    "rows": (Batch, "add"),
    "frames": (Batch, "frames"),
}


def stages(articles: Articles, rounds: int) -> None:
    """Print what each stage costs an article inside a whole run, in the least of some rounds.

    Unlike `parts`, a stage finds here in the processor's cache what the others have left of it.
    """
    spent: Counter[str] = Counter()

    def clocked(name: str, method: Callable[..., object]) -> Callable[..., object]:
        def run(*given: object, **named: object) -> object:
            start = time.process_time()
            try:
                return method(*given, **named)
            finally:
                spent[name] += time.process_time() - start

        return run

    for name, (owner, method) in STAGES.items():
        setattr(owner, method, clocked(name, getattr(owner, method)))
    analyze(articles, sentiment=False)
    runs = []
    for _ in range(rounds):
        spent.clear()
        whole = timed(lambda: analyze(articles, sentiment=False))
        runs.append((whole, Counter(spent)))
    whole, least = min(runs, key=lambda run: run[0])
    least["everything else"] = whole - least.total()
    for name, seconds in (*least.items(), ("in all", whole)):
        print(f"  {name}: {seconds / len(articles) * 1e6:.0f} µs an article")


def timed(run: Run) -> float:
    """Time one call, in seconds of the processor: the machine may be shared."""
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--stages", action="store_true", help="a whole run by stage, no peer")
    options = parser.parse_args()
    if options.stages:
        stages(real_articles(options.articles), options.rounds)
        return
    articles, forms = real_articles(options.articles), surface_forms()
    peer = phrase_matcher(articles, forms)

    def ours() -> object:
        return analyze(articles, sentiment=False)

    ours()
    peer()
    mine, theirs = [], []
    for _ in range(options.rounds):
        mine.append(timed(ours))
        theirs.append(timed(peer))
    a, b = statistics.median(mine), statistics.median(theirs)
    print(
        f"analyze articles={len(articles)} forms={len(forms)} per_second={len(articles) / a:.0f} "
        f"PhraseMatcher per_second={len(articles) / b:.0f} ratio={b / a:.2f}"
    )
    parts(articles, forms, options.rounds)


if __name__ == "__main__":
    main()
