"""Does `framing lexicon suggest` find what else a thing is called? Judged on NewsWCL50's chains.

    python tests/benchmarks/suggest.py

For ten things that coders followed through the articles of one event (persons, objects, events;
countries and groups are coded with their members and left out), the commonest phrase is given as
the only known form, with word vectors learned from 4,000 articles of ABP. Of what is suggested,
how much do the coders give to the same thing, and how many of the phrases that they give it at
least twice are suggested? The things are the ten with most codes of those with five such phrases
of four words or less that make half of their codes; determiners and owners are stripped.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import framing
from framing.curate import suggest_variants
from framing.learn import CorpusVectors, WordVectors
from framing.lexicon import lexicon_from_mapping

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
_OWNER = re.compile(r"^(?:[\w.]+ ){0,2}[\w.]+['’]s (?=\w)")
_DETERMINER = re.compile(
    r"^(?:the|a|an|his|her|its|their|our|this|that|these|those|any|both|such|one|no|some|all) "
)
_KINDS = {"ACTOR", "OBJECT", "EVENT", "MISC"}


class Thing(NamedTuple):
    """What coders followed: the event, its name, all its phrases, those used twice or more."""

    event: str
    name: str
    phrases: frozenset[str]
    frequent: tuple[str, ...]


def untokenised(text: str) -> str:
    """Undo the spacing of a tokeniser."""
    text = text.replace("\\n", "\n").replace("``", '"').replace("''", '"')
    text = re.sub(r" ('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    text = re.sub(r" ([.,;:!?%)\]])", r"\1", text)
    return re.sub(r"(\w) - (?=\w)", r"\1-", re.sub(r"([(\[$]) ", r"\1", text))


def plain(phrase: str) -> str:
    """Return a phrase in lower case without marks, determiner, owner and the points of letters."""
    phrase = re.sub(r"^\W+|\W+$", "", untokenised(phrase.lower()))
    return _DETERMINER.sub("", _OWNER.sub("", phrase)).replace(".", "")


def things(count: int = 10) -> list[Thing]:
    """Return the things with most codes."""
    chains: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for line in (CORPORA / "newswcl50" / "annotations.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["code_type"] in _KINDS and (phrase := plain(row["code_mention"])):
            chains[row["event_id"], row["code_type"], row["code_name"]][phrase] += 1
    found: list[Thing] = []
    seen = set()
    for (event, _, name), counts in sorted(chains.items(), key=lambda item: -item[1].total()):
        twice = [(phrase, n) for phrase, n in counts.most_common() if n > 1]
        frequent = tuple(phrase for phrase, _ in twice if len(phrase.split()) <= 4)
        coherent = sum(n for _, n in twice) * 2 >= counts.total()
        if len(frequent) >= 5 and coherent and frequent[0] not in seen:
            seen.add(frequent[0])
            found.append(Thing(event, name, frozenset(counts), frequent))
    return found[:count]


def vectors() -> WordVectors:
    """Learn word vectors from 4,000 articles of ABP."""
    import pandas

    table = pandas.read_parquet(CORPORA / "abp" / "articles.parquet", columns=["text"])
    texts = table["text"].sample(4000, random_state=1).tolist()
    return CorpusVectors(random_state=0).fit(texts).vectors_


def suggested(thing: Thing, articles: list[framing.Article], learned: WordVectors) -> list[str]:
    """Return what is suggested for a thing of which one phrase is known."""
    lexicon = lexicon_from_mapping(
        {
            "id": "thing",
            "concepts": [
                {"id": "thing", "variants": [{"id": "known", "exact": [thing.frequent[0]]}]}
            ],
        }
    )
    analysis = framing.analyze(
        [article for article in articles if article.event == thing.event], lexicon, sentiment=False
    )
    table = suggest_variants(analysis, "thing", vectors=learned)
    return [plain(each) for each in table["candidate"]]


def main() -> None:
    """Print one line a thing and one over all."""
    rows = [
        json.loads(line)
        for line in (CORPORA / "newswcl50" / "articles.jsonl").open(encoding="utf-8")
    ]
    articles = [
        framing.Article(row["id"], row["outlet"], row["event"], text=untokenised(row["text"]))
        for row in rows
    ]
    learned = vectors()
    totals: Counter[str] = Counter()
    for thing in things():
        given = suggested(thing, articles, learned)
        right = [each for each in given if each in thing.phrases]
        wanted = thing.frequent[1:]
        found = [each for each in wanted if each in given]
        totals.update(given=len(given), right=len(right), wanted=len(wanted), found=len(found))
        print(
            f"{thing.name}: from {thing.frequent[0]!r} {len(right)} of {len(given)} suggestions "
            f"name it; {len(found)} of {len(wanted)} frequent phrases found"
        )
        if "-v" in sys.argv:
            print("   wrong:", ", ".join(each for each in given if each not in right) or "none")
            print("   missed:", ", ".join(each for each in wanted if each not in found) or "none")
    print(
        f"all: {totals['right']} of {totals['given']} right "
        f"({totals['right'] / totals['given']:.2f}); {totals['found']} of {totals['wanted']} "
        f"frequent phrases found ({totals['found'] / totals['wanted']:.2f})"
    )


if __name__ == "__main__":
    main()
