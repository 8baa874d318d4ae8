"""Whose word, against two coders: run as ``python tests/benchmarks/decisions.py [--write]``.

The coders decided without seeing the tool's answers (``decisions/CODEBOOK.md`` in the corpora,
found through ``FRAMING_CORPORA`` or beside the checkout). With ``--write`` the counts from which
``p_own`` is told go to ``framing/_data/own_rates.json``, and the error rates by voice and by the
sets' own leaning to ``framing/_data/error_rates.json``: figures only, no text. The Brier score is
cross-validated by article: no article helps to tell the probability of its own words.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from framing.articles import documents
from framing.articles.genres import genre_from_layout
from framing.values import Article
from framing.voice import Seen, decide, fit_own_rates, place_in_sentence, read_voice
from framing.voice.probability import STRENGTH, OwnRates

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA", ROOT.parent / "shared" / "corpora"))
DATA = ROOT / "framing" / "_data"
COMMAND = "python tests/benchmarks/decisions.py --write"
FOLDS = 10
# How the sets write an outlet's leaning.
LEANINGS = {
    "abp": {"0": "left", "1": "centre", "2": "right"},
    "seesaw": {"1": "left", "2": "left", "3": "centre", "4": "right", "5": "right"},
}
# How the largest set names an outlet's section, and sets that hold news reports alone.
GENRES = {"news": "news", "opinion": "opinion", "editorial": "opinion"}
OF_NEWS = ("basil", "seesaw")
ENOUGH = 20  # decisions under which no error is told of a leaning or a genre
UNTOLD = {"precision": "too few to tell", "recall": "too few to tell"}
KNOWN = {"leaning": ("left", "centre", "right"), "genre": ("news", "opinion")}
BANDS = ((0.0, 0.25), (0.25, 0.75), (0.75, 1.0))


class Coded(NamedTuple):
    """One decision: its article, what the tool saw, and whose word coders say it is."""

    article: str
    leaning: str
    genre: str
    seen: Seen
    voice: str


def read_coded(file: Path) -> list[Coded]:
    """Ask the reader about every decision on which both coders agree."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["voice"]:
            wanted[row["corpus"], row["article_id"]].append(row)
    coded: list[Coded] = []
    for corpus in sorted({corpus for corpus, _ in wanted}):
        for article in articles_of(corpus, {i for c, i in wanted if c == corpus}):
            text = Article(id=str(article["id"]), text=article["text"])
            leaning = LEANINGS.get(corpus, {}).get(str(article.get("leaning", "")), "")
            genre = genre_of(corpus, article)
            coded += read_article(text, (leaning, genre), wanted[corpus, str(article["id"])])
    return coded


def genre_of(corpus: str, article: dict[str, Any]) -> str:
    """Return what a set says of an article's genre, or else what its layout tells."""
    section = str(article.get("outlet") or "").rsplit(" - ", 1)[-1].lower()
    if section in GENRES:
        return GENRES[section]
    told = genre_from_layout(article["text"], article.get("title"))
    return told or ("news" if corpus in OF_NEWS else "")


def articles_of(corpus: str, ids: set[str]) -> list[dict[str, Any]]:
    """Return the articles of a corpus with these ids, in order."""
    if corpus == "abp":
        import pyarrow.parquet as pq

        found = pq.read_table(CORPORA / "abp" / "articles.parquet").to_pylist()
    else:
        lines = (CORPORA / corpus / "articles.jsonl").read_text("utf-8").splitlines()
        found = [json.loads(line) for line in lines]
    return sorted((a for a in found if str(a["id"]) in ids), key=lambda a: str(a["id"]))


def read_article(
    article: Article, about: tuple[str, str], rows: Sequence[dict[str, Any]]
) -> list[Coded]:
    """Return what the reader says of each decision in one article; `about`: leaning and genre."""
    document = next(one for one in documents(article) if one.field == "text")
    reading = read_voice(document)
    starts = [start for start, _ in document.sentences]
    coded = []
    for row in rows:
        decision = decide(reading, [(row["start"], row["end"])])[0]
        report = None if decision.report is None else reading.attributions[decision.report]
        number = max(0, bisect_right(starts, row["start"]) - 1)
        place = place_in_sentence(row["start"], *document.sentences[number], document.zones[number])
        act, kind = (report.act, report.cue_class or "") if report is not None else ("", "")
        seen = Seen(decision.voice, decision.rule, act, kind, place)
        coded.append(Coded(article.id, *about, seen, row["voice"]))
    return coded


def cross_validated(coded: Sequence[Coded]) -> list[tuple[float, bool]]:
    """Probability of own for each decision, from the other articles, and whether it is own."""
    ids = sorted({one.article for one in coded})
    random.Random(0).shuffle(ids)  # noqa: S311  no secret is made
    fold = {identity: number % FOLDS for number, identity in enumerate(ids)}
    found = []
    for number in range(FOLDS):
        rates = rates_of([one for one in coded if fold[one.article] != number])
        found += [
            (rates.probability(one.seen), one.voice == "own")
            for one in coded
            if fold[one.article] == number
        ]
    return found


def rates_of(coded: Sequence[Coded]) -> OwnRates:
    """Count what coders called own."""
    return fit_own_rates([(one.seen, one.voice == "own") for one in coded], strength=STRENGTH)


def by_voice(coded: Sequence[Coded]) -> dict[str, dict[str, float]]:
    """Precision and recall of each voice, and of own or not."""
    counts = Counter((one.voice, one.seen.voice) for one in coded)
    figures: dict[str, dict[str, float]] = {}
    for voice in ("own", "quoted", "attributed"):
        right = counts[voice, voice]
        said = sum(n for (_, tool), n in counts.items() if tool == voice)
        true = sum(n for (gold, _), n in counts.items() if gold == voice)
        figures[voice] = {
            "precision": round(right / said, 3) if said else 0.0,
            "recall": round(right / true, 3) if true else 0.0,
            "n": true,
        }
    same = sum(n for (gold, tool), n in counts.items() if (gold == "own") == (tool == "own"))
    figures["own or not"] = {"accuracy": round(same / max(1, len(coded)), 3), "n": len(coded)}
    return figures


def section(coded: Sequence[Coded]) -> dict[str, Any]:
    """Figures for the error rates that reports show."""
    told = cross_validated(coded)
    brier = sum((p - own) ** 2 for p, own in told) / len(told)
    bands = {}
    for low, high in BANDS:
        inside = [(p, own) for p, own in told if low <= p < high or p == high == 1.0]
        if inside:
            bands[f"{low:g} to {high:g}"] = {
                "n": len(inside),
                "told": round(sum(p for p, _ in inside) / len(inside), 3),
                "own": round(sum(own for _, own in inside) / len(inside), 3),
            }
    return {
        "n": len(coded),
        "by voice": by_voice(coded),
        "own, by leaning of the outlet": of_own(coded, "leaning"),
        "own, by genre of the article": of_own(coded, "genre"),
        "probability of own, by band": bands,
        "Brier, cross-validated by article": round(brier, 4),
        "command": COMMAND,
    }


def of_own(coded: Sequence[Coded], by: str) -> dict[str, dict[str, Any]]:
    """Both errors of "own" for each leaning or genre, or that its decisions are too few."""
    groups: dict[str, list[Coded]] = {name: [] for name in KNOWN[by]}
    for one in coded:
        groups.setdefault(getattr(one, by), []).append(one)
    return {
        name: {
            **(by_voice(found)["own"] if len(found) >= ENOUGH else UNTOLD),
            "decisions": len(found),
        }
        for name, found in sorted(groups.items())
        if name
    }


TITLE = "namings in news articles, decided by two coders who had not seen the tool’s answers"


def main() -> int:
    """Measure; return 1 where the decisions are absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=Path, default=CORPORA / "decisions/decisions.jsonl")
    parser.add_argument("--write", action="store_true", help="write own_rates and error_rates")
    options = parser.parse_args()
    if not options.decisions.is_file():
        sys.stdout.write(f"no decisions at {options.decisions}; set FRAMING_CORPORA\n")
        return 1
    coded = read_coded(options.decisions)
    figures = section(coded)
    sys.stdout.write(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
    if options.write:
        (DATA / "own_rates.json").write_text(rates_of(coded).to_json(), "utf-8")
        path = DATA / "error_rates.json"
        rates = json.loads(path.read_text("utf-8"))
        head = {name: rates.pop(name, None) for name in ("reader", "date", "command")}
        head["date"] = datetime.date.today().isoformat()
        rates.pop(TITLE, None)
        text = json.dumps({**head, TITLE: figures, **rates}, indent=1, ensure_ascii=False)
        path.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
