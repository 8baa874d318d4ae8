"""Sentence splitters on 400 hand-checked places of the measuring corpora, and their speed.

Run with ``python tests/benchmarks/sentences.py``; splitters that are not installed are left out.
`tests/articles/test_boundaries.py` holds the figures of ours. Measured (precision, recall; on 200
places drawn at random, on 100 where splitters disagree, and on 100 stops drawn and read after the
splitter was finished; time as a multiple of ours, best of three interleaved rounds):

==============  ============  ============  ============  ======
splitter        200 random    100 disputed  100 fresh     time
==============  ============  ============  ============  ======
ours            1.000  .992   .955  .955    .968  1.000   1
nupunkt         .992  .992    .750  .682    .938  .984    2.5
blingfire       .983  .929    .684  .591    .951  .951    12
NLTK Punkt      .754  .992    .169  .682    .629  1.000   11
spaCy           .969  1.000   .750  .818    .923  .984    20
pysbd           .983  .890    .833  .455    .962  .820    225
==============  ============  ============  ============  ======

When the first 300 were read ours had .984 .992 and .913 .955; three of its slips were of a general
kind (a no-break space before "U.S.", a stop where a comma was meant, an ellipsis that opens a
sentence) and were mended, so that the fresh column alone is unseen. All splitters are given one
paragraph at a time, as ours cuts them; Punkt is untrained; spaCy is its rule-based sentencizer.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from framing.articles import documents, read_articles, split_sentences  # noqa: E402
from framing.articles.paragraphs import split_paragraphs  # noqa: E402

Span = tuple[int, int]
Splitter = Callable[[str], Sequence[Span]]
PLACES = ROOT / "tests" / "articles" / "boundaries.json"


def corpora_folder() -> Path:
    """Return where the measuring corpora are said to be."""
    return Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")


def marked_places(folder: Path) -> Iterator[tuple[str, str, int, bool]]:
    """Yield (set, text, offset, gold) for each place whose article is there unchanged."""
    places = json.loads(PLACES.read_text(encoding="utf-8"))["places"]
    texts: dict[tuple[str, str], str] = {}
    for corpus in sorted({place[1] for place in places}):
        name = "articles.parquet" if corpus == "abp" else "articles.jsonl"
        for article in read_articles(folder / corpus / name):
            texts[corpus, article.id] = article.text
    for kind, corpus, identity, sha, at, ends in places:
        text = texts.get((corpus, identity), "")
        if hashlib.sha256(text.encode()).hexdigest().startswith(sha):
            yield kind, text, at, ends


def ends_at(spans: Sequence[Span], text: str, at: int) -> bool:
    """Say whether a sentence ends at the stop or line break `at`.

    It does when the last character up to there and the next letter or figure lie in different
    sentences; a literal backslash-n, which one corpus has, is no letter.
    """
    left = at
    while text[left].isspace():
        left -= 1
    right = at + 1
    while not text[right].isalnum() or (text[right] == "n" and text[right - 1] == "\\"):
        right += 1
    return _number(spans, left) != _number(spans, right)


def _number(spans: Sequence[Span], at: int) -> int | None:
    for number, (start, end) in enumerate(spans):
        if start <= at < end:
            return number
    return None


def score(
    splitter: Splitter, places: Sequence[tuple[str, str, int, bool]]
) -> dict[str, tuple[float, float, int]]:
    """Return precision, recall and number of places for each set of places."""
    cut: dict[str, Sequence[Span]] = {}
    counts: dict[str, list[int]] = {}
    for kind, text, at, gold in places:
        if text not in cut:
            cut[text] = splitter(text)
        found = ends_at(cut[text], text, at)
        right, said, true, seen = counts.setdefault(kind, [0, 0, 0, 0])
        counts[kind] = [right + (found and gold), said + found, true + gold, seen + 1]
    return {
        kind: (right / said if said else 0.0, right / true if true else 0.0, seen)
        for kind, (right, said, true, seen) in counts.items()
    }


def _by_paragraph(split: Callable[[str], Any]) -> Splitter:
    def splitter(text: str) -> list[Span]:
        spans = []
        for start, end in split_paragraphs(text):
            spans += [(start + s, start + e) for s, e in split(text[start:end])]
        return spans

    return splitter


def _spacy() -> Splitter:
    language = importlib.import_module("spacy").blank("en")
    language.add_pipe("sentencizer")
    return _by_paragraph(lambda p: [(s.start_char, s.end_char) for s in language(p).sents])


def _pysbd() -> Splitter:
    segmenter = importlib.import_module("pysbd").Segmenter(clean=False, char_span=True)
    return _by_paragraph(lambda p: [(s.start, s.end) for s in segmenter.segment(p)])


def _punkt() -> Splitter:
    punkt = importlib.import_module("nltk.tokenize.punkt").PunktSentenceTokenizer()
    return _by_paragraph(punkt.span_tokenize)


def _nupunkt() -> Splitter:
    return _by_paragraph(importlib.import_module("nupunkt").sent_spans)


def _blingfire() -> Splitter:
    module = importlib.import_module("blingfire")
    return _by_paragraph(lambda p: module.text_to_sentences_and_offsets(p)[1])


OTHERS = {
    "nupunkt": _nupunkt,
    "blingfire": _blingfire,
    "NLTK Punkt": _punkt,
    "spaCy": _spacy,
    "pysbd": _pysbd,
}


def _rounds(splitters: dict[str, Splitter], texts: Sequence[str]) -> dict[str, float]:
    """Return the best of three interleaved rounds, in seconds of processor time."""
    best: dict[str, float] = {}
    for _ in range(3):
        for name, splitter in splitters.items():
            begun = time.process_time()
            for text in texts if name != "pysbd" else texts[:50]:
                splitter(text)
            spent = (time.process_time() - begun) * (len(texts) / 50 if name == "pysbd" else 1)
            best[name] = min(spent, best.get(name, spent))
    return best


def main() -> None:
    """Print the figures."""
    folder = corpora_folder()
    places = list(marked_places(folder))
    splitters: dict[str, Splitter] = {"ours": split_sentences}
    for name, make in OTHERS.items():
        try:
            splitters[name] = make()
        except ImportError:
            print(f"{name} is not installed")
    articles = read_articles(folder / "abp" / "articles.parquet")[:500]
    texts = [article.text for article in articles]
    spent = _rounds(splitters, texts)
    for name, splitter in splitters.items():
        figures = "  ".join(
            f"{kind}: P {precision:.3f} R {recall:.3f} of {seen}"
            for kind, (precision, recall, seen) in score(splitter, places).items()
        )
        each = spent[name] / len(texts) * 1000
        print(f"{name:12} {figures}  {each:.3f} ms an article, {spent[name] / spent['ours']:.1f} x")
    whole, lowered = [
        min(_spent(work, articles) for _ in range(3)) / len(articles) * 1000
        for work in (documents, lambda article: article.text.lower())
    ]
    print(f"documents(), with zones: {whole:.3f} ms an article; str.lower(): {lowered:.3f} ms")


def _spent(work: Callable[[Any], Any], items: Sequence[Any]) -> float:
    begun = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
